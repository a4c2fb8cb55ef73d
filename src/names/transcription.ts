import { own } from '../base/own.ts'
import { remembered, rememberedPairs } from './memo.ts'
import { FOREIGN_NAMES, TRANSCRIPTION, TRANSCRIPTION_SELDOM, TRANSCRIPTION_TOO } from './tables/transcription.ts'
import { TRANSCRIPTION_SAYS } from './tables/transcription-model.ts'
import { A, costBetween, costOfLetter, LETTERS, type Sound, soundsOf, spelt, type Way } from './transcription-sounds.ts'
import { wordFile } from './word-file.ts'

/** Marks a foreign name that is written by sound in Chinese characters, so that it is never taken for a Latin word. */
const MARK = 'ˣ'
/** The most that a name by its sound is like a word: another word may sound so too. */
export const SURE_SOUND = 0.95

const STRONG: ReadonlySet<string> = new Set(TRANSCRIPTION)
const WEAK: ReadonlySet<string> = new Set(TRANSCRIPTION_TOO)
const SELDOM: ReadonlySet<string> = new Set(TRANSCRIPTION_SELDOM)
/** Characters that stand in hardly anything else: one of them in three or more is enough. */
const MARKERS: ReadonlySet<string> = new Set('尔耳斯茨兹弗厄姆')

/** Customary Latin spellings of foreign names that their sound does not tell, or that are built like a Chinese person's, separated by `|`: `罗素=russell`. Made by scripts/make-han-dictionary.mjs. */
const customsOf = wordFile('foreign-names.txt')

/** Whether a character stands in transcriptions of foreign names. */
export function isTranscriptionCharacter(c: string): boolean {
  return STRONG.has(c) || WEAK.has(c) || SELDOM.has(c)
}

/**
 * Whether a run of characters can be a foreign name written by sound: all of them stand in transcriptions, and a third, of two one, seldom stand elsewhere; of longer runs one marker is enough. Beside characters that are much at home
 * elsewhere two in three, and two at least, must be such.
 */
export function isForeignRun(text: string): boolean {
  const characters = [...text]
  if (Object.hasOwn(FOREIGN_NAMES, text)) return true
  if (!characters.every(isTranscriptionCharacter)) return false
  const strong = characters.filter((c) => STRONG.has(c)).length
  if (characters.some((c) => SELDOM.has(c))) return strong >= 2 && strong * 3 >= characters.length * 2
  return strong * 3 >= characters.length || (characters.length > 2 && characters.some((c) => MARKERS.has(c)))
}

/** Characters from which on a foreign name that is known is told from other words. */
const KNOWN_FROM = 3

/** Whether a word of three characters and more is known to be a foreign name, also where it is built like a Chinese person's (`史密斯`). */
export function isKnownForeign(text: string): boolean {
  return [...text].length >= KNOWN_FROM && customsOf(text) !== ''
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

/** The characters of a marked name. */
export function markedText(marked: string): string {
  return marked.slice(MARK.length)
}

/** The sounds of a marked name. */
export function soundsOfMarked(marked: string): readonly Sound[] {
  return soundsOf(markedText(marked))
}

/** Marked names written together. */
export function transcribedTogether(texts: readonly string[]): string {
  return MARK + texts.map(markedText).join('')
}

/** Latin spellings that a foreign name has by custom; none for most. */
export function customarySpellings(text: string): readonly string[] {
  return own(FOREIGN_NAMES, text)?.split(' ') ?? []
}

/** Latin words that a marked name is customarily spelt as, though its sound does not tell; none for most. They are likely and no more: others bear the Chinese name too. */
export const customaryWords: (marked: string) => readonly string[] = remembered((marked) => {
  const words = customsOf(markedText(marked))
  return words === '' ? [] : words.split('|')
})

/** Whether a Latin word is one of the {@link customaryWords} of a marked name. */
export function isCustomary(marked: string, latin: string): boolean {
  return customaryWords(marked).includes(latin)
}

/** How alike a name and a word are that is its customary spelling: of two characters, and of more. */
const CUSTOMARY = { short: 0.91, long: 0.94 } as const

/** How much better than chance a Latin word must be as a name, by letter, in nats, and how alike the two are then held to be. Between two rows it goes in a straight line; below the first it is 0. */
const SCALE: readonly (readonly [fit: number, likeness: number])[] = [
  [-0.42, 0.66], [-0.24, 0.74], [-0.13, 0.79], [-0.02, 0.83], [0.1, 0.87], [0.28, 0.9], [0.42, 0.92], [0.66, 0.94], [0.9, 0.9495], [1.3, SURE_SOUND],
] // biome-ignore format: a table
/** Letters that are added to those of a word: short ones fit by chance. */
const SHORT = 4

/** How alike a foreign name in Chinese characters (marked) and a Latin word are, 0 … {@link SURE_SOUND}: by custom, or by what it costs to write the characters with these letters, and short names say less. Below 0.66 it is 0. */
export const transcriptionLikeness: (marked: string, latin: string) => number = rememberedPairs(foreignLikeness)

/** As {@link transcriptionLikeness}, without remembering the pair: for many words that are looked at once. */
export function foreignLikeness(marked: string, latin: string): number {
  return isCustomary(marked, latin) ? CUSTOMARY[markedText(marked).length <= 2 ? 'short' : 'long'] : soundLikeness(marked, latin)
}

/** As {@link transcriptionLikeness}, by sound alone. */
export function soundLikeness(marked: string, latin: string): number {
  if (!/^[a-z]{2,}$/.test(latin)) return 0
  const word = spelt(latin)
  const sounds = soundsOfMarked(marked)
  const says = TRANSCRIPTION_SAYS * word.length
  const least = SCALE[0]?.[0] ?? 0
  const fit = (says - leastCost(sounds, word, says - least * (word.length + SHORT))) / (word.length + SHORT)
  if (fit <= least) return 0
  const k = SCALE.findIndex(([to]) => to > fit)
  const [[from, low], [to, high]] = [SCALE[k - 1] ?? [least, LEAST], SCALE[k] ?? [fit, SURE_SOUND]]
  const likeness = low + ((high - low) * (fit - from)) / (to - from)
  const most = MOST[sounds.length] ?? SURE_SOUND
  return LEAST + ((likeness - LEAST) * (most - LEAST)) / (SURE_SOUND - LEAST)
}

const LEAST = 0.66
/** The most that names of no, one and two characters are alike: of so few sounds many words are made. */
const MOST: readonly number[] = [0, 0.76, 0.88]

/** Room for {@link leastCost}: the numbers of the word's letters, what each costs where no character stands for it, what is added where a character begins at it, and two rows of costs by letters written. */
const letters = new Uint8Array(LETTERS + 8)
const extra = new Float64Array(LETTERS)
const between = new Float64Array(LETTERS)
const rooms: readonly [Float64Array, Float64Array] = [new Float64Array(LETTERS + 1), new Float64Array(LETTERS + 1)]

/** Lays a word into the room. */
function lay(latin: string): void {
  const length = latin.length
  letters.fill(0, length)
  for (let j = 0; j < length; j++) letters[j] = latin.charCodeAt(j) - A + 1
  for (let j = 0, before = 0; j < length; j++) {
    const letter = letters[j] as number
    extra[j] = costOfLetter(before, letter, letters[j + 1] as number)
    between[j] = costBetween(before, letter)
    before = letter
  }
}

/** The least cost of writing all sounds with all letters, in order, in nats; nothing less than `most` is Infinity. */
function leastCost(sounds: readonly Sound[], latin: string, most: number): number {
  const length = latin.length
  let [row, next] = rooms
  lay(latin)
  row.fill(Infinity)
  row[0] = 0
  withLetters(row, length)
  for (const { ways, none } of sounds) {
    next.fill(Infinity)
    let isAny = false
    for (let j = 0; j <= length; j++) {
      const here = row[j] as number
      if (here >= most) continue
      isAny = true
      if (here + none < (next[j] as number)) next[j] = here + none
      if (j < length) written(ways[letters[j] as number] as readonly Way[], j, here + (between[j] as number), next)
    }
    if (!isAny) return Infinity
    withLetters(next, length)
    ;[row, next] = [next, row]
  }
  const cost = row[length] as number
  return cost < most ? cost : Infinity
}

/** Writes a character at a letter in each way that the word goes on in. */
function written(ways: readonly Way[], j: number, here: number, next: Float64Array): void {
  for (let w = 0; w < ways.length; w++) {
    const { codes, cost } = ways[w] as Way
    let k = 1
    while (k < codes.length && codes[k] === letters[j + k]) k++
    if (k === codes.length && here + cost < (next[j + k] as number)) next[j + k] = here + cost
  }
}

/** Adds letters that no character stands for. */
function withLetters(row: Float64Array, length: number): void {
  for (let j = 0; j < length; j++) {
    const cost = (row[j] as number) + (extra[j] as number)
    if (cost < (row[j + 1] as number)) row[j + 1] = cost
  }
}
