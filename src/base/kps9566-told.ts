import { decodeKps9566, type KpsText } from './kps9566.ts'
import { FREQUENT_HANGUL } from './tables/frequent-letters.ts'

/** Syllables below which nothing is told: a few bytes of any two-byte page read as some Korean. */
const FEWEST = 12
/**
 * Least share of frequent syllables among all, by how many there are. In Korean of 20 syllables 95 of 100 runs have 0.55 or more; the highest that
 * CP949, GBK, Big5, Shift JIS and EUC-JP text of that length reached when misread was 0.42, and 0.5 from 10 syllables on (messages of programs in Korean, Chinese and
 * Japanese, 484,000 runs: none is told).
 */
const MANY = 20
const SHARE_OF_MANY = 0.5
const SHARE_OF_FEW = 0.6
/** Least share of syllables among characters beyond ASCII: hanja are rare in the North, and misread Chinese is full of them. */
const HANGUL_SHARE = 0.8
/** Characters for one that may be unknown, as hanja of later editions are. */
const CHARACTERS_PER_FAULT = 100

/**
 * The text of bytes that read as Korean in KPS 9566, or undefined when they are too few or do not: the same bytes always read as something in GBK or CP949
 * too, so only a text made mostly of the syllables that Korean is made of counts. Whether another page fits better is the caller's to compare.
 */
export function tellKps9566(bytes: Uint8Array): KpsText | undefined {
  if (beyondAscii(bytes) < 2 * FEWEST) return undefined
  const read = decodeKps9566(bytes)
  let syllables = 0
  let frequent = 0
  let others = 0
  for (const c of read.text) {
    if (c >= '가' && c <= '힣') {
      syllables++
      if (FREQUENT_HANGUL.has(c)) frequent++
    } else if (c > '\x7f' && c !== '\ufffd') others++
  }
  const isKorean =
    syllables >= FEWEST &&
    frequent >= syllables * (syllables >= MANY ? SHARE_OF_MANY : SHARE_OF_FEW) &&
    syllables >= (syllables + others + read.faults) * HANGUL_SHARE &&
    read.faults * CHARACTERS_PER_FAULT <= syllables
  return isKorean ? read : undefined
}

function beyondAscii(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte > 0x7f) count++
  return count
}
