import { pinyinOf } from './han.ts'
import { remembered } from './memo.ts'
import { FOREIGN_NAMES, TRANSCRIPTION, TRANSCRIPTION_READINGS, TRANSCRIPTION_TOO } from './tables/transcription.ts'
import { ONSETS, VOWELS } from './tables/transcription-sounds.ts'

/** Marks a foreign name that is written by sound in Chinese characters, so that it is never taken for a Latin word. */
const MARK = 'ˣ'
/** Characters of such a name that are compared; longer ones are compared by their beginning. */
const CHARACTERS = 12
/** Letters of a Latin word that are compared with one. */
const LETTERS = 24
/** Ways of coarse sound under which one name is looked up. */
const KEYS = 16

const STRONG: ReadonlySet<string> = new Set(TRANSCRIPTION)
const WEAK: ReadonlySet<string> = new Set(TRANSCRIPTION_TOO)
/** Characters that stand in hardly anything else: one of them in three or more is enough. */
const MARKERS: ReadonlySet<string> = new Set('尔耳斯茨兹弗厄姆')
/** Characters that may stand for a consonant without a vowel. */
const MUTE: ReadonlySet<string> = new Set('德特克斯夫弗姆普布格兹茨奇什赫勒尔恩耳史士丝厄吉基杜图塔彻里雷鲁伯珀')

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

/** What one character may sound like. */
interface Sound {
  readonly onset: string
  /** Letters that write the onset, and what each costs. */
  readonly onsets: readonly (readonly [letters: string, cost: number])[]
  readonly vowels: string
  readonly rareVowels: string
  readonly isNasal: boolean
  readonly isMute: boolean
  readonly isLiquid: boolean
}

const soundOf = remembered((c: string): Sound => {
  const read = TRANSCRIPTION_READINGS[c] ?? pinyinOf(c, false)[0] ?? ''
  const onset = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?/.exec(read)?.[0] ?? ''
  const final = read.slice(onset.length)
  const isNasal = /n$|ng$/.test(final)
  const vowel = onset === 'j' || onset === 'q' || onset === 'x' || onset === 'y' ? final.replace(/^u/, 'iu') : final
  const [usual = '', rare = ''] = (ONSETS[onset] ?? '').split('/')
  const [vowels = '', rareVowels = ''] = (VOWELS[vowel.replace(/n?g?$/, '')] ?? 'aeiou').split('/')
  const priced = (letters: string, cost: number) => letters.split(' ').map((one) => [one, cost] as const)
  return {
    onset,
    onsets: [...priced(usual, 0), ...priced(rare, COST.rareOnset)].filter(([letters]) => letters !== ''),
    vowels,
    rareVowels,
    isNasal,
    isMute: MUTE.has(c),
    isLiquid: c === '尔' || c === '耳',
  }
})

const soundsOfName = remembered((text: string): readonly Sound[] => [...text].slice(0, CHARACTERS).map(soundOf))

/** What it costs that a letter has no sound, or a sound no letters, in sounds. */
const COST = {
  rareOnset: 0.2,
  rareVowel: 0.12,
  otherVowel: 0.32,
  noVowel: 0.4,
  muteVowel: 0.06,
  noNasal: 0.5,
  nasalShared: 0.05,
  noOnset: 0.75,
  noLiquid: 0.12,
  noMute: 0.6,
  noSound: 1,
} as const

function skipCost(latin: string, j: number): number {
  const c = latin[j] ?? ''
  const next = latin[j + 1] ?? ''
  if (c === 'h' || (c === 'e' && next === '') || c === latin[j - 1]) return 0.05
  if (c === 'r') return 0.14
  if (c === 'w' || c === 'y') return 0.15
  if (c === 'g' && (next === 'h' || next === 'n')) return 0.15
  if (c === 'l') return 0.3
  if (/[aeiou]/.test(c)) return 0.3
  return /[tdpbk]/.test(c) && !/[aeiouy]/.test(next) ? 0.4 : 0.7
}

/** How alike a foreign name in Chinese characters (marked) and a Latin word sound, 0 … 1: sounds that do not meet lower it, and short names say less. Below 0.66 it is 0. */
export function transcriptionLikeness(marked: string, latin: string): number {
  return likenessOf(`${marked} ${latin}`)
}

/** A pair that returns costs a look-up. */
const likenessOf = remembered((pair: string): number => {
  const [marked = '', latin = ''] = pair.split(' ')
  const name = marked.slice(MARK.length)
  if (!/^[a-z]{2,}$/.test(latin)) return 0
  const sounds = soundsOfName(name)
  const cost = leastCost(sounds, latin.slice(0, LETTERS))
  const likeness = 1 - cost / Math.max(sounds.length, 1.6)
  const most = sounds.length === 1 ? 0.76 : sounds.length === 2 ? 0.88 : 0.93
  return likeness < 0.66 ? 0 : Math.min(most, likeness)
})

/** The least cost of reading all letters as all sounds, in order. */
function leastCost(sounds: readonly Sound[], latin: string): number {
  const width = latin.length + 1
  const best = new Float64Array((sounds.length + 1) * width).fill(Infinity)
  best[0] = 0
  for (let i = 0; i <= sounds.length; i++) {
    const sound = sounds[i]
    for (let j = 0; j < width; j++) {
      const here = best[i * width + j] ?? Infinity
      if (here === Infinity || here > sounds.length) continue
      if (j + 1 < width) lower(best, i * width + j + 1, here + skipCost(latin, j))
      if (!sound) continue
      const missing = sound.isLiquid ? COST.noLiquid : sound.isMute ? COST.noMute : COST.noSound
      lower(best, (i + 1) * width + j, here + missing)
      spell(sound, sounds[i + 1], latin, j, (to, cost) => lower(best, (i + 1) * width + to, here + cost))
    }
  }
  return best[sounds.length * width + width - 1] ?? Infinity
}

function lower(best: Float64Array, at: number, cost: number): void {
  if (cost < (best[at] ?? Infinity)) best[at] = cost
}

/** All ways to spell one sound from a letter on. */
function spell(sound: Sound, next: Sound | undefined, latin: string, from: number, put: (to: number, cost: number) => void): void {
  const begin = (at: number, cost: number) => {
    let vowelCost: number = COST.otherVowel
    // A sound without a consonant needs a vowel.
    for (let to = at > from ? at : at + 1; to <= Math.min(latin.length, at + 4); to++) {
      const c = latin[to - 1] ?? ''
      if (to > at && !isVowel(c, to - at)) break
      if (to > at)
        vowelCost = Math.min(vowelCost, sound.vowels.includes(c) ? 0 : sound.rareVowels.includes(c) ? COST.rareVowel : COST.otherVowel)
      const vowel = to === at ? (sound.isMute ? 0 : COST.noVowel) : sound.isMute ? Math.min(COST.muteVowel, vowelCost) : vowelCost
      end(to, cost + vowel)
    }
  }
  const end = (at: number, cost: number) => {
    if (!sound.isNasal) {
      put(at, cost)
      return
    }
    put(at, cost + (next?.onset === 'n' || next?.onset === 'm' ? COST.nasalShared : COST.noNasal))
    for (const coda of ['n', 'm', 'ng', 'nn', 'mm', 'gn']) if (latin.startsWith(coda, at)) put(at + coda.length, cost)
  }
  for (const [letters, cost] of sound.onsets) if (latin.startsWith(letters, from)) begin(from + letters.length, cost)
  const isOpen = sound.onset === '' || sound.onset === 'y' || sound.onset === 'w' || sound.onset === 'h'
  begin(from, isOpen ? 0.02 : COST.noOnset)
}

function isVowel(c: string, place: number): boolean {
  return /[aeiou]/.test(c) || c === 'y' || (c === 'w' && place > 1) || (c === 'h' && place > 1)
}

/** Coarse sounds of a marked name, at most {@link KEYS}: consonants in classes, l and r as one, m and n as one, doubled ones once. */
export const transcriptionKeys: (marked: string) => readonly string[] = remembered((marked) => {
  let keys = ['']
  for (const { onset, isNasal, isLiquid } of soundsOfName(marked.slice(MARK.length))) {
    const first = isLiquid ? ['', 'L'] : (CLASSES[onset] ?? '-').split('|').map((one) => (one === '-' ? '' : one))
    keys = [...new Set(keys.flatMap((key) => first.map((one) => added(added(key, one), isNasal ? 'N' : ''))))].slice(0, KEYS)
  }
  return keys.filter((key) => key !== '')
})

/** Consonant classes of pinyin initials as they stand in transcriptions, likeliest first; `-` for none. */
const CLASSES: Readonly<Record<string, string>> = {
  b: 'P', p: 'P', m: 'N', f: 'F', d: 'T', t: 'T', n: 'N', l: 'L', g: 'K', k: 'K', h: '-|K', j: 'S|K', q: 'S', x: 'S|-', zh: 'S', ch: 'S', sh: 'S', r: 'S|L', z: 'S', c: 'S', s: 'S|T', w: 'F|-', y: '-|S', '': '-',
} // biome-ignore format: a table

function added(key: string, one: string): string {
  return one === '' || key.endsWith(one) ? key : key + one
}

/** Letters of Latin words and their consonant classes, longest first; `|` parts two readings. */
const LATIN_CLASSES: readonly (readonly [pattern: RegExp, classes: string])[] = [
  [/^(?:sch|tch|tsch)/, 'S'], [/^(?:ck|cc(?![eiy])|qu)/, 'K'], [/^(?:sh|zh|tz|ts|cz|dz|dg(?=e))/, 'S'], [/^ch/, 'S|K'], [/^th/, 'T|S'], [/^ph/, 'F'], [/^gh/, '-|K'], [/^wh/, 'F|-'], [/^kh/, '-|K'], [/^x/, 'KS'],
  [/^[ckgq](?![eiy])/, 'K'], [/^c/, 'S'], [/^g/, 'S|K'], [/^k/, 'K'], [/^j/, 'S|-'], [/^[sz]/, 'S'], [/^[bp]/, 'P'], [/^[dt]/, 'T'], [/^[fv]/, 'F'], [/^[mn]/, 'N'], [/^[lr]+(?=[aeiouy])/, 'L'], [/^w(?=[aeiouyr])/, 'F|-'],
] // biome-ignore format: a table

/** Coarse sounds of a Latin word, at most four, as {@link transcriptionKeys} writes them. */
export const latinTranscriptionKeys: (latin: string) => readonly string[] = remembered((latin) => {
  let keys = ['']
  for (let at = 0; at < Math.min(latin.length, LETTERS); ) {
    const rest = latin.slice(at)
    const [pattern, classes] = LATIN_CLASSES.find(([one]) => one.test(rest)) ?? []
    at += pattern?.exec(rest)?.[0].length ?? 1
    if (classes === undefined) continue
    const ways = classes.split('|').map((one) => (one === '-' ? '' : one))
    keys = [...new Set(keys.flatMap((key) => ways.map((way) => [...way].reduce(added, key))))].slice(0, 4)
  }
  return keys.filter((key) => key !== '')
})
