import { NAME_WORDS } from './prepare.ts'
import type { NameToken } from './tokens.ts'

/** What the letters of the words of one name allow, over all spellings of each word: enough to refuse most pairs of words without comparing them. Arrays are used again by the next name. */
export interface Shapes {
  /** {@link UNKNOWN}, {@link LATIN} or {@link PLAIN}. */
  readonly kinds: Uint8Array
  /** Letters of the shortest and of the longest spelling. */
  readonly least: Uint16Array
  readonly most: Uint16Array
  /** A bit for each letter that some spelling has, that all have, and that some begins with; digits share six bits. */
  readonly any: Int32Array
  readonly all: Int32Array
  readonly firsts: Int32Array
}

/** Words of which nothing is told: those that are compared by sound are in other letters. */
const UNKNOWN = 0
/** Words in small Latin letters and digits. */
const LATIN = 1
/** The same with one spelling, the word itself. */
const PLAIN = 2

/** Room for the shapes of one name. */
export function shapesFor(): Shapes {
  const [kinds, least, most] = [new Uint8Array(NAME_WORDS), new Uint16Array(NAME_WORDS), new Uint16Array(NAME_WORDS)]
  return { kinds, least, most, any: new Int32Array(NAME_WORDS), all: new Int32Array(NAME_WORDS), firsts: new Int32Array(NAME_WORDS) }
}

/** Writes the shapes of a name's words. */
export function shapeWords(tokens: readonly NameToken[], shapes: Shapes): void {
  for (let i = 0; i < tokens.length; i++) shapeWord((tokens[i] as NameToken).spellings, shapes, i)
}

function shapeWord(spellings: NameToken['spellings'], { kinds, least, most, any, all, firsts }: Shapes, i: number): void {
  let [shortest, longest, some, common, begin] = [65_535, 0, 0, -1, 0]
  kinds[i] = UNKNOWN
  for (const { text } of spellings) {
    let letters = 0
    for (let k = 0; k < text.length; k++) {
      const c = text.charCodeAt(k)
      if (c > 122 || c < 48) return
      letters |= bitOf(c)
    }
    if (text.length === 0) return
    shortest = Math.min(shortest, text.length)
    longest = Math.max(longest, text.length)
    some |= letters
    common &= letters
    begin |= bitOf(text.charCodeAt(0))
  }
  if (longest === 0) return
  kinds[i] = spellings.length === 1 && spellings[0]?.via === undefined ? PLAIN : LATIN
  least[i] = shortest
  most[i] = longest
  any[i] = some
  all[i] = common
  firsts[i] = begin
}

function bitOf(c: number): number {
  return c >= 97 ? 1 << (c - 97) : 1 << (26 + (c % 6))
}

/** Whether words of a name, from one up to another, are plain. */
export function arePlain({ kinds }: Shapes, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (kinds[k] !== PLAIN) return false
  return true
}

/**
 * Whether two different words are too unlike for `compareWords` without `looks`, whichever spellings are taken: each letter that only one of them has is an edit (a swap of neighbours changes no set),
 * words with letters doubled have the same set, and lengths differ by three at most. False says nothing.
 */
export function canNotMeet(a: Shapes, i: number, b: Shapes, j: number): boolean {
  const [p, q] = [a.kinds[i] ?? 0, b.kinds[j] ?? 0]
  if (p === UNKNOWN || q === UNKNOWN) return false
  const [x, y] = [a.least[i] ?? 0, b.least[j] ?? 0]
  // A lone letter can be an initial.
  if (x < 2 || y < 2) return false
  const [longX, longY] = [a.most[i] ?? 0, b.most[j] ?? 0]
  if (x - longY > 3 || y - longX > 3) return true
  const longest = Math.max(longX, longY)
  const most = longest < 4 ? 0 : longest === 4 ? 1 : longest < 12 ? 3 : 4
  return bitsOf((a.all[i] ?? 0) & ~(b.any[j] ?? 0)) > most || bitsOf((b.all[j] ?? 0) & ~(a.any[i] ?? 0)) > most
}

/** Whether words of a name written together, and a word of the other, are too unlike in first letter or length to be one. False says nothing. */
export function canNotJoin(a: Shapes, from: number, to: number, b: Shapes, j: number, letters: number): boolean {
  if (b.kinds[j] === UNKNOWN) return false
  let [least, most] = [0, 0]
  for (let k = from; k < to; k++) {
    if (a.kinds[k] === UNKNOWN) return false
    least += a.least[k] ?? 0
    most += a.most[k] ?? 0
  }
  const [x, y] = [b.least[j] ?? 0, b.most[j] ?? 0]
  return y < 4 || ((a.firsts[from] ?? 0) & (b.firsts[j] ?? 0)) === 0 || least - y > letters || x - most > letters
}

function bitsOf(set: number): number {
  let n = set - ((set >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
