import { pinyinOf } from './han.ts'
import { remembered, rememberedPairs } from './memo.ts'
import { FOREIGN_NAMES, TRANSCRIPTION, TRANSCRIPTION_READINGS, TRANSCRIPTION_TOO } from './tables/transcription.ts'
import { TRANSCRIPTION_MODEL } from './tables/transcription-model.ts'

/** Marks a foreign name that is written by sound in Chinese characters, so that it is never taken for a Latin word. */
const MARK = 'ˣ'
/** Characters of such a name that are compared; longer ones are compared by their beginning. */
const CHARACTERS = 12
/** Letters of a Latin word that are compared with one. */
const LETTERS = 24
/** Ways of coarse sound under which one name is looked up. */
const KEYS = 48
/** The most that a name by its sound is like a word: another word may sound so too. */
export const SURE_SOUND = 0.95

const STRONG: ReadonlySet<string> = new Set(TRANSCRIPTION)
const WEAK: ReadonlySet<string> = new Set(TRANSCRIPTION_TOO)
/** Characters that stand in hardly anything else: one of them in three or more is enough. */
const MARKERS: ReadonlySet<string> = new Set('尔耳斯茨兹弗厄姆')
/** Whether a character stands in transcriptions of foreign names. */
export function isTranscriptionCharacter(c: string): boolean {
  return STRONG.has(c) || WEAK.has(c)
}

/** Whether a run of characters can be a foreign name written by sound: all of them stand in transcriptions, and at least half seldom stand elsewhere. */
export function isForeignRun(text: string): boolean {
  const characters = [...text]
  if (Object.hasOwn(FOREIGN_NAMES, text)) return true
  const isHalf = characters.filter((c) => STRONG.has(c)).length * 2 >= characters.length
  return characters.every(isTranscriptionCharacter) && (isHalf || (characters.length > 2 && characters.some((c) => MARKERS.has(c))))
}

/** Whether a name has the point that parts the words of foreign names in Chinese (`弗拉基米尔·普京`). */
export function hasForeignPoint(name: string): boolean {
  return /\p{Script=Han}[·•・‧∙．.･⋅]\s*\p{Script=Han}/u.test(name.slice(0, 300))
}

/** A foreign name in Chinese characters, marked. */
export function transcribed(text: string): string {
  return MARK + text
}

/** Whether a text is such a name. */
export function isTranscribed(text: string): boolean {
  return text.startsWith(MARK)
}

/** Words written together, one of which is marked at least; characters only. */
export function transcribedTogether(texts: readonly string[]): string {
  return MARK + texts.map((text) => (isTranscribed(text) ? text.slice(MARK.length) : text)).join('')
}

/** Latin spellings that a foreign name has by custom; none for most. */
export function customarySpellings(text: string): readonly string[] {
  return FOREIGN_NAMES[text]?.split(' ') ?? []
}

/** What one character may be written with in Latin letters. */
interface Sound {
  /** Letters by their first one, and what each way costs, in nats. */
  readonly ways: ReadonlyMap<string, readonly (readonly [letters: string, cost: number])[]>
  /** What it costs that the character has no letters. */
  readonly none: number
  /** How likely each run of consonant classes is. */
  readonly classes: readonly (readonly [classes: string, share: number])[]
}

/** Costs in nats: of a way that the model has not, of a character that it has not seen, of a like consonant, and of a letter that no character stands for. Silent and weak letters are left out of Chinese spellings most. */
const COST = { none: 5.5, syllable: 1.2, onset: 3, voice: 2.5, letter: 4.2, doubled: 1.5 } as const
const LETTER_COST: Readonly<Record<string, number>> = { a: 2.2, e: 1.8, i: 2.2, o: 2.4, u: 2.4, y: 2.2, h: 1.8, r: 2.4, w: 2.6 }

/** Lines of the model by character, the most seen first: made when the first foreign name is read. */
let model: ReadonlyMap<string, string> | undefined

function modelLines(): ReadonlyMap<string, string> {
  model ??= new Map(
    TRANSCRIPTION_MODEL.trim()
      .split(/[\n,]/)
      .map((line) => [line.slice(0, 1), line.slice(1)]),
  )
  return model
}

const soundOf = remembered((c: string): Sound => {
  const line = modelLines().get(c)
  const all = withOtherVoice(line === undefined ? unseen(c) : waysOf(line))
  const ways = new Map<string, (readonly [string, number])[]>()
  const shares = new Map<string, number>()
  for (const [letters, cost] of all) {
    if (letters !== '') ways.set(letters.slice(0, 1), [...(ways.get(letters.slice(0, 1)) ?? []), [letters, cost]])
    const classes = classesOf(letters)
    shares.set(classes, (shares.get(classes) ?? 0) + Math.exp(-cost))
  }
  return { ways, none: all.find(([letters]) => letters === '')?.[1] ?? COST.none, classes: [...shares].sort(([, p], [, q]) => q - p) }
})

/** A character that the model has not seen is written as the one that it has seen most of those of the same syllable; else as its pinyin, or the beginning of it. */
function unseen(c: string): (readonly [string, number])[] {
  const syllable = syllableOf(c)
  for (const [other, line] of modelLines()) if (syllable !== '' && syllableOf(other) === syllable) return waysOf(line)
  const onset = /^[^aeiou]+/.exec(syllable)?.[0] ?? ''
  const ways = [
    [syllable, COST.syllable] as const,
    [syllable.slice(0, onset.length + 1), COST.onset] as const,
    [onset, COST.onset] as const,
  ]
  return ways.filter(([letters]) => letters !== '')
}

/** Consonants that transcriptions take for each other where a language has no such pair. */
const VOICE: Readonly<Record<string, string>> = { b: 'p', p: 'b', d: 't', t: 'd', g: 'k', k: 'g', s: 'z', z: 's', v: 'f', f: 'v' }

/** Ways to write a character, and those with the other of two like consonants at their beginning that are not among them. */
function withOtherVoice(
  ways: readonly (readonly [letters: string, cost: number])[],
): readonly (readonly [letters: string, cost: number])[] {
  const known = new Map(ways)
  for (const [letters, cost] of ways) {
    const other = VOICE[letters.slice(0, 1)]
    const swapped = (other ?? '') + letters.slice(1)
    if (other !== undefined && cost < COST.onset && !known.has(swapped)) known.set(swapped, cost + COST.voice)
  }
  return [...known]
}

function syllableOf(c: string): string {
  return TRANSCRIPTION_READINGS[c] ?? pinyinOf(c, false)[0] ?? ''
}

function waysOf(line: string): (readonly [string, number])[] {
  return line.split(' ').map((one) => [one.replace(/\d+$/, ''), Number(/\d+$/.exec(one)?.[0]) / 10] as const)
}

const soundsOfName = remembered((text: string): readonly Sound[] => [...text].slice(0, CHARACTERS).map(soundOf))

/** What part of what its letters say, unigram by unigram, a Latin word must keep when it is read as the name, and how alike the two are then held to be. Between two rows it goes in a straight line; below the first it is 0. */
const SCALE: readonly (readonly [kept: number, likeness: number])[] = [
  [0.2, 0.66], [0.28, 0.74], [0.33, 0.79], [0.39, 0.83], [0.46, 0.87], [0.56, 0.9], [0.64, 0.92], [0.77, 0.94], [0.9, SURE_SOUND], [1, SURE_SOUND],
] // biome-ignore format: a table
/** What a letter says in nats, and what is added once. */
const SAYS = { letter: 2.7, once: 1 } as const

/** How alike a foreign name in Chinese characters (marked) and a Latin word sound, 0 … {@link SURE_SOUND}: by how likely the characters are written with these letters, and short names say less. Below 0.66 it is 0. */
export const transcriptionLikeness: (marked: string, latin: string) => number = rememberedPairs((marked, latin) => {
  if (!/^[a-z]{2,}$/.test(latin)) return 0
  const word = spelt(latin)
  const sounds = soundsOfName(marked.slice(MARK.length))
  const says = SAYS.letter * word.length + SAYS.once
  const least = SCALE[0]?.[0] ?? 0
  const kept = 1 - leastCost(sounds, word, says * (1 - least)) / says
  if (kept < least) return 0
  const k = SCALE.findIndex(([to]) => to > kept)
  const [[from, low], [to, high]] = [SCALE[k - 1] ?? [0, 0], SCALE[k] ?? [1, SURE_SOUND]]
  const likeness = low + ((high - low) * (kept - from)) / (to - from)
  const most = MOST[sounds.length] ?? SURE_SOUND
  return LEAST + ((likeness - LEAST) * (most - LEAST)) / (SURE_SOUND - LEAST)
})

const LEAST = 0.66
/** The most that names of no, one and two characters are alike: of so few sounds many words are made. */
const MOST: readonly number[] = [0, 0.76, 0.88]

/** The least cost of writing all sounds with all letters, in order, in nats; `most` and more when it is not less. */
function leastCost(sounds: readonly Sound[], latin: string, most: number): number {
  const length = latin.length
  let [row, next] = [new Float64Array(length + 1).fill(Infinity), new Float64Array(length + 1)]
  row[0] = 0
  withLetters(row, latin)
  for (const { ways, none } of sounds) {
    next.fill(Infinity)
    let least = Infinity
    for (let j = 0; j <= length; j++) {
      const here = row[j] ?? Infinity
      if (here >= most) continue
      least = Math.min(least, here)
      lower(next, j, here + none)
      for (const [letters, cost] of ways.get(latin[j] ?? '') ?? [])
        if (latin.startsWith(letters, j)) lower(next, j + letters.length, here + cost)
    }
    if (least === Infinity) return most
    withLetters(next, latin)
    ;[row, next] = [next, row]
  }
  return Math.min(most, row[length] ?? Infinity)
}

/** Adds letters that no character stands for. */
function withLetters(row: Float64Array, latin: string): void {
  for (let j = 0; j < latin.length; j++) {
    const c = latin[j] ?? ''
    lower(row, j + 1, (row[j] ?? Infinity) + (c === latin[j - 1] ? COST.doubled : (LETTER_COST[c] ?? COST.letter)))
  }
}

function lower(costs: Float64Array, at: number, cost: number): void {
  if (cost < (costs[at] ?? Infinity)) costs[at] = cost
}

/** The letters of a Latin word that are compared; x is two sounds. */
function spelt(latin: string): string {
  return latin.replaceAll('x', 'ks').slice(0, LETTERS)
}

/** Coarse sounds of a marked name, the {@link KEYS} likeliest: consonants in classes, doubled ones once. */
export const transcriptionKeys: (marked: string) => readonly string[] = remembered((marked) => {
  let keys = new Map([['', 1]])
  for (const { classes } of soundsOfName(marked.slice(MARK.length))) {
    const longer = new Map<string, number>()
    for (const [key, likely] of keys)
      for (const [more, share] of classes) {
        const whole = added(key, more)
        longer.set(whole, (longer.get(whole) ?? 0) + likely * share)
      }
    keys = new Map([...longer].sort(([, p], [, q]) => q - p).slice(0, KEYS))
  }
  return [...keys.keys()].filter((key) => key !== '')
})

function added(key: string, more: string): string {
  return key.endsWith(more.slice(0, 1)) ? key + more.slice(1) : key + more
}

/** Classes of consonants that Latin spellings of one sound share; vowels, h and y are left out. */
const CLASSES: Readonly<Record<string, string>> = {
  b: 'B', p: 'P', d: 'D', t: 'T', c: 'K', k: 'K', q: 'K', g: 'G', s: 'S', z: 'S', j: 'J', f: 'F', v: 'V', w: 'V', m: 'N', n: 'N', l: 'L', r: 'R',
} // biome-ignore format: a table

function classesOf(letters: string): string {
  let key = ''
  for (const c of letters.replace(/sch/g, 's').replace(/ph/g, 'f')) key = added(key, CLASSES[c] ?? '')
  return key
}

/** The coarse sounds of a Latin word as {@link transcriptionKeys} writes them: with each r, and without those that Chinese spellings leave out, before consonants and at the end. */
export const latinTranscriptionKeys: (latin: string) => readonly string[] = remembered((latin) => {
  const word = spelt(latin)
  return [...new Set([classesOf(word), classesOf(word.replace(/r+(?![aeiouy])/g, ''))])].filter((key) => key !== '')
})
