import { remembered, rememberedBy } from './memo.ts'
import { soundsOfMarked } from './transcription.ts'
import { codesOf, costOfLetter, type Sound, spelt } from './transcription-sounds.ts'

/** Ways of coarse sound under which one name is looked up. */
const KEYS = 48

/** Classes of consonants that Latin spellings of one sound share; vowels, h and y are left out. */
const CLASSES: Readonly<Record<string, string>> = {
  b: 'B', p: 'P', d: 'D', t: 'T', c: 'K', k: 'K', q: 'K', g: 'G', s: 'S', z: 'S', j: 'J', f: 'F', v: 'V', w: 'V', m: 'N', n: 'N', l: 'L', r: 'R',
} // biome-ignore format: a table
/** Letters of the tree: consonants, of which those that are one sound in most languages are one, and vowels of the front and of the back of the mouth; h is left out. Letter by letter, so that a word is written as its parts are. */
const COARSE: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'bpdtkgszjfvwmnlr'].map((c) => [c, c])), c: 'k', q: 'k', a: 'a', o: 'a', u: 'a', e: 'e', i: 'e', y: 'e',
} // biome-ignore format: a table

/** The letters that a table has, as it writes them, doubled ones once. */
function kept(letters: string, table: Readonly<Record<string, string>>): string {
  let key = ''
  for (const c of letters) key = added(key, table[c] ?? '')
  return key
}

/** The letters in classes of consonants. */
function classes(letters: string): string {
  return kept(letters.replace(/sch/g, 's').replace(/ph/g, 'f'), CLASSES)
}

/** The letters as the tree has them, h at the beginning too. */
function coarse(letters: string, isBeginning: boolean): string {
  return (isBeginning && letters.startsWith('h') ? 'h' : '') + kept(letters.replace(/ph/g, 'f'), COARSE)
}

function added(key: string, more: string): string {
  return key.endsWith(more.slice(0, 1)) ? key + more.slice(1) : key + more
}

/** What the ways to write a character come to when they are told apart by part of their letters only, likeliest first, with how likely each is. */
function sharesOf({ all }: Sound, part: (letters: string) => string): [part: string, share: number][] {
  const shares = new Map<string, number>()
  for (const [letters, cost] of all) {
    const key = part(letters)
    shares.set(key, (shares.get(key) ?? 0) + Math.exp(-cost))
  }
  return [...shares].sort(([, p], [, q]) => q - p)
}

const classesOf = rememberedBy((sound: Sound) => sharesOf(sound, classes))

/** Coarse sounds of a marked name, the {@link KEYS} likeliest: consonants in classes, doubled ones once. */
export const transcriptionKeys: (marked: string) => readonly string[] = remembered((marked) => {
  let keys = new Map([['', 1]])
  for (const sound of soundsOfMarked(marked)) {
    const longer = new Map<string, number>()
    for (const [key, likely] of keys)
      for (const [more, share] of classesOf(sound)) {
        const whole = added(key, more)
        longer.set(whole, (longer.get(whole) ?? 0) + likely * share)
      }
    keys = new Map([...longer].sort(([, p], [, q]) => q - p).slice(0, KEYS))
  }
  return [...keys.keys()].filter((key) => key !== '')
})

/** A word without those r that Chinese spellings leave out, before consonants and at the end. */
function withoutMuteR(word: string): string {
  return word.replace(/r+(?![aeiouy])/g, '')
}

/** The coarse sounds of a Latin word as {@link transcriptionKeys} writes them: with each r, and without mute ones. */
export const latinTranscriptionKeys: (latin: string) => readonly string[] = remembered((latin) => {
  const word = spelt(latin)
  return [...new Set([classes(word), classes(withoutMuteR(word))])].filter((key) => key !== '')
})

/** The coarse sounds of a Latin word (2 to 20 letters a to z), with each r and without mute ones: how words are laid in a tree for {@link soundSteps}. None for other words. */
export function treeKeys(latin: string): string[] {
  if (!/^[a-z]{2,20}$/.test(latin)) return []
  const word = spelt(latin)
  return [...new Set([coarse(word, true), coarse(withoutMuteR(word), true)])].filter((key) => key !== '')
}

/** Steps of a walk cost whole fifths of a nat. */
const FIFTHS = 5

/** A step of a walk through the coarse sounds of words: those that one character stands for, by their codes, and what it costs beyond the character's cheapest step, in fifths of a nat. */
export interface SoundStep {
  readonly codes: readonly number[]
  readonly cost: number
}

/** The steps of a character that begins a name. */
const firstSteps = rememberedBy((sound: Sound) => stepsOf(sharesOf(sound, (letters) => coarse(letters, true))))
/** The steps of any other. */
const laterSteps = rememberedBy((sound: Sound) => stepsOf(sharesOf(sound, (letters) => coarse(letters, false))))

function stepsOf(shares: readonly (readonly [part: string, share: number])[]): readonly SoundStep[] {
  const most = shares[0]?.[1] ?? 1
  return shares.map(([part, share]) => ({ codes: codesOf(part), cost: Math.round(FIFTHS * Math.log(most / share)) }))
}

/** The steps of each character of a marked name, cheapest first. */
export const soundSteps: (marked: string) => readonly (readonly SoundStep[])[] = remembered((marked) =>
  soundsOfMarked(marked).map((sound, k) => (k === 0 ? firstSteps : laterSteps)(sound)),
)

/** What each letter of such keys costs that no character stands for, a first, in fifths of a nat: the middle of what it costs after each vowel, at the end of a word and before others. */
export const TREE_COSTS: readonly number[] = Array.from({ length: 26 }, (_, c) => {
  const costs = [1, 5, 9, 15, 21].flatMap((vowel) => [0, 1, 5, 9, 15].map((after) => costOfLetter(vowel, c + 1, after)))
  return Math.round((FIFTHS * costs.reduce((sum, one) => sum + one, 0)) / costs.length)
})
