import type { NameToken, Spelling } from './tokens.ts'

/** What the letters of a word allow, over all its spellings: enough to refuse most pairs of words without comparing them. */
export interface Shape {
  /** {@link UNKNOWN}, {@link LATIN} or {@link PLAIN}. */
  readonly kind: number
  /** Letters of the shortest and of the longest spelling. */
  readonly least: number
  readonly most: number
  /** A bit for each letter that some spelling has, that all have, and that some begins with; digits share six bits. */
  readonly any: number
  readonly all: number
  readonly firsts: number
}

/** Words of which nothing is told: those that are compared by sound are in other letters. */
const UNKNOWN = 0
/** Words in small Latin letters and digits. */
const LATIN = 1
/** The same with one spelling, the word itself. */
const PLAIN = 2

const NOTHING: Shape = { kind: UNKNOWN, least: 0, most: 0, any: 0, all: 0, firsts: 0 }

/** The shape of a word by its spellings. */
export function shapeOf(spellings: readonly Spelling[]): Shape {
  let [least, most, any, all, firsts] = [65_535, 0, 0, -1, 0]
  for (const { text } of spellings) {
    const letters = lettersIn(text)
    if (letters === 0) return NOTHING
    least = Math.min(least, text.length)
    most = Math.max(most, text.length)
    any |= letters
    all &= letters
    firsts |= bitOf(text.charCodeAt(0))
  }
  if (most === 0) return NOTHING
  return { kind: spellings.length === 1 && spellings[0]?.via === undefined ? PLAIN : LATIN, least, most, any, all, firsts }
}

/** A bit for each letter of a text in small Latin letters and digits; 0 where it has none or others. */
export function lettersIn(text: string): number {
  let letters = 0
  for (let k = 0; k < text.length; k++) {
    const c = text.charCodeAt(k)
    if (c > 122 || c < 48) return 0
    letters |= bitOf(c)
  }
  return letters
}

function bitOf(c: number): number {
  return c >= 97 ? 1 << (c - 97) : 1 << (26 + (c % 6))
}

/** Whether words of a name, from one up to another, are plain. */
export function arePlain(tokens: readonly NameToken[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (tokens[k]?.shape.kind !== PLAIN) return false
  return true
}

/**
 * Whether two different words are too unlike for `compareWords` without `looks`, whichever spellings are taken: each letter that only one of them has is an edit (a swap of neighbours changes no set),
 * words with letters doubled have the same set, and lengths differ by three at most. False says nothing.
 */
export function canNotMeet(p: Shape, q: Shape): boolean {
  if (p.kind === UNKNOWN || q.kind === UNKNOWN) return false
  // A lone letter can be an initial.
  if (p.least < 2 || q.least < 2) return false
  if (p.least - q.most > 3 || q.least - p.most > 3) return true
  const most = mostOthers(Math.max(p.most, q.most), (((p.all & ~q.any) | (q.all & ~p.any)) & SOUNDED) !== 0)
  return countOf(p.all & ~q.any) > most || countOf(q.all & ~p.any) > most
}

/** Letters of one of two words that the other may lack, by letters of the longer and whether they have other skeletons for sure. */
function mostOthers(longest: number, isOtherSkeleton: boolean): number {
  if (longest < 4) return 0
  if (longest >= 12) return 4
  if (!isOtherSkeleton && longest > 4) return 3
  return longest < 6 ? 1 : longest < 8 ? 2 : 3
}

/** Consonants that no transliteration swaps: words of which one lacks such a letter of the other have other skeletons, and may differ by a letter more than a slip. */
const SOUNDED = lettersIn('blmnr')

/** Whether one of two sets of letters has more than so many that are not in the other: each is an edit. */
export function differ(a: number, b: number, most: number): boolean {
  return countOf(a & ~b) > most || countOf(b & ~a) > most
}

/** Whether words of a name written together, and a word of the other, are too unlike in first letter or length to be one. False says nothing. */
export function canNotJoin(tokens: readonly NameToken[], from: number, to: number, q: Shape, letters: number): boolean {
  if (q.kind === UNKNOWN) return false
  let [least, most] = [0, 0]
  for (let k = from; k < to; k++) {
    const p = (tokens[k] as NameToken).shape
    if (p.kind === UNKNOWN) return false
    least += p.least
    most += p.most
  }
  const firsts = (tokens[from] as NameToken).shape.firsts & q.firsts
  return q.most < 4 || firsts === 0 || least - q.most > letters || q.least - most > letters
}

function countOf(set: number): number {
  let n = set - ((set >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
