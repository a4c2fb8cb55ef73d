import { KIND, KINDS } from './letters.ts'

/** Sets of words by one number per word, so that a text is looked through without making a string of each word. */
export interface WordSets {
  /** Bits of the sets that hold the word with this hash; 0 for none. */
  readonly bitsOf: (hash: number) => number
}

const SLOTS = 1 << 14
const [OFFSET, PRIME] = [0x811c9dc5, 0x01000193]

/** Lower case of each UTF-16 unit that has one of its own length. */
const LOWER: Uint16Array = (() => {
  const lower = new Uint16Array(0x10000)
  for (let unit = 0; unit < lower.length; unit++) {
    const kind = KINDS[unit]
    const small = kind === KIND.latin || kind === KIND.cyrillic ? String.fromCharCode(unit).toLowerCase() : ''
    lower[unit] = small.length === 1 ? small.charCodeAt(0) : unit
  }
  return lower
})()

/** One more letter of a word's hash (FNV-1a over lower-case units). */
export function hashedOn(hash: number, unit: number): number {
  return Math.imul(hash ^ (LOWER[unit] ?? unit), PRIME)
}

/** The hash of a word of no letters. */
export const NO_LETTERS = OFFSET | 0

/** Makes the sets; the bit of each is 1, 2, 4 … in the order given. Words of different spelling share a hash with a chance of about 1 in 4 · 10⁹. */
export function wordSets(...sets: readonly string[]): WordSets {
  const hashes = new Int32Array(SLOTS)
  const bits = new Int32Array(SLOTS)
  for (const [i, words] of sets.entries()) {
    for (const word of words.split(/\s+/)) {
      let hash = NO_LETTERS
      for (let at = 0; at < word.length; at++) hash = hashedOn(hash, word.charCodeAt(at))
      let slot = hash & (SLOTS - 1)
      while (bits[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1)
      hashes[slot] = hash
      bits[slot] = (bits[slot] ?? 0) | (1 << i)
    }
  }
  return {
    bitsOf(hash) {
      let slot = hash & (SLOTS - 1)
      while (bits[slot] !== 0) {
        if (hashes[slot] === hash) return bits[slot] ?? 0
        slot = (slot + 1) & (SLOTS - 1)
      }
      return 0
    },
  }
}
