import { NAME_WORDS, type NameToken } from './prepare.ts'

/** Lengths, first letters and sets of letters of the words of one name: enough to refuse most pairs of words without comparing them. Arrays are used again by the next name. */
export interface Shapes {
  /** Letters of each word; 0 for words that are not plain: several spellings, or other letters than ASCII. */
  readonly lengths: Uint16Array
  readonly firsts: Uint16Array
  /** A bit for each letter; digits share six bits. */
  readonly letters: Int32Array
}

/** Room for the shapes of one name. */
export function shapesFor(): Shapes {
  return { lengths: new Uint16Array(NAME_WORDS), firsts: new Uint16Array(NAME_WORDS), letters: new Int32Array(NAME_WORDS) }
}

/** Writes the shapes of a name's words. */
export function shapeWords(tokens: readonly NameToken[], { lengths, firsts, letters }: Shapes): void {
  for (let i = 0; i < tokens.length; i++) {
    const spellings = (tokens[i] as NameToken).spellings
    const text = spellings[0]?.text ?? ''
    lengths[i] = 0
    if (spellings.length !== 1 || spellings[0]?.via !== undefined) continue
    let set = 0
    let k = 0
    for (; k < text.length; k++) {
      const c = text.charCodeAt(k)
      if (c > 127) break
      set |= c >= 97 ? 1 << (c - 97) : 1 << (26 + (c % 6))
    }
    if (k < text.length) continue
    lengths[i] = text.length
    firsts[i] = text.charCodeAt(0)
    letters[i] = set
  }
}

/** Whether all words of a name are plain. */
export function arePlain({ lengths }: Shapes, words: number): boolean {
  for (let i = 0; i < words; i++) if (lengths[i] === 0) return false
  return true
}

/**
 * Whether two different plain words are too unlike for `compareWords` without `looks`: each letter that only one of them has is an edit (a swap of neighbours changes no set), words with letters
 * doubled have the same set, and lengths differ by three at most. False says nothing.
 */
export function canNotMeet(a: Shapes, i: number, b: Shapes, j: number): boolean {
  const [p, q] = [a.lengths[i] ?? 0, b.lengths[j] ?? 0]
  // A lone letter can be an initial.
  if (p < 2 || q < 2) return false
  if (p - q > 3 || q - p > 3) return true
  const longest = Math.max(p, q)
  const most = longest < 4 ? 0 : longest === 4 ? 1 : longest < 12 ? 3 : 4
  const [x, y] = [a.letters[i] ?? 0, b.letters[j] ?? 0]
  return bitsOf(x & ~y) > most || bitsOf(y & ~x) > most
}

function bitsOf(set: number): number {
  let n = set - ((set >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
