import iconv from 'iconv-lite'
import { FREQUENT_HAN, FREQUENT_HANGUL } from './tables/frequent-letters.ts'

/** Code pages that names and plain text of this field arrive in; the first that decodes without a fault wins a tie. */
export const CODE_PAGES = ['utf-8', 'gb18030', 'cp949', 'big5', 'shift_jis', 'windows-1252'] as const

/** What decoding gave: the text, the code page used, and whether any byte did not fit it. */
export interface Decoded {
  readonly text: string
  readonly codePage: string
  readonly faults: number
}

/** Decodes with one code page (any iconv name), counting replacement characters as faults. A leading byte order mark is dropped. */
export function decodeAs(bytes: Uint8Array, codePage: string): Decoded {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), codePage)
  let faults = 0
  for (const c of text) if (c === '\ufffd') faults++
  return { text, codePage, faults }
}

/**
 * Decodes text of unknown code page: byte order mark, then UTF-8 when it fits, then the East Asian page whose result looks most like text.
 * Short texts can fit several pages; callers that need the rivals use {@link rankCodePages}.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8.faults === 0) return utf8
  return rankCodePages(bytes)[0] ?? utf8
}

/** All code pages, best first, with a plausibility that counts common Hangul, Han and kana up, and rare forms, controls and faults down. */
export function rankCodePages(bytes: Uint8Array): (Decoded & { readonly score: number })[] {
  return CODE_PAGES.map((page) => {
    const decoded = decodeAs(bytes, page)
    return { ...decoded, score: plausibility(decoded) }
  }).sort((a, b) => b.score - a.score)
}

/** Per character: how much it looks like text of the field. In about −1 … 1. */
export function plausibility(decoded: Decoded): number {
  let sum = 0
  let count = 0
  for (const c of decoded.text) {
    const cp = c.codePointAt(0) ?? 0
    if (cp < 0x80) {
      if (cp < 0x20 && cp !== 9 && cp !== 10 && cp !== 13) sum -= 2
      continue
    }
    count++
    if (cp === 0xfffd) sum -= 4
    else if (cp >= 0xac00 && cp <= 0xd7a3) sum += FREQUENT_HANGUL.has(c) ? 1.2 : isCommonHangul(c) ? 0.4 : -0.4
    else if (cp >= 0x4e00 && cp <= 0x9fff) sum += FREQUENT_HAN.has(c) ? 1.2 : isCommonHan(c) ? 0.6 : 0
    else if (cp >= 0x3040 && cp <= 0x30ff) sum += 0.9
    else if (cp >= 0xff00 && cp <= 0xffef) sum += cp >= 0xff61 && cp <= 0xff9f ? -1 : 0.5
    else if (cp >= 0x3000 && cp <= 0x303f) sum += 0.5
    else if (cp >= 0xe000 && cp <= 0xf8ff) sum -= 2
    else if (cp >= 0x80 && cp < 0x100) sum += decoded.codePage === 'windows-1252' ? 0 : -1
    else sum -= 0.3
  }
  return count === 0 ? 0 : sum / count
}

/** KS X 1001 holds the 2,350 syllables of ordinary text; CP949's other 8,822 are mostly what misread bytes turn into. */
function isCommonHangul(c: string): boolean {
  const bytes = iconv.encode(c, 'euc-kr')
  return bytes.length === 2 && (bytes[0] ?? 0) >= 0xb0 && (bytes[1] ?? 0) >= 0xa1
}

/** GB 2312 level 1 (rows 16–55) holds the 3,755 characters of ordinary Chinese text. */
function isCommonHan(c: string): boolean {
  const bytes = iconv.encode(c, 'gb2312')
  return bytes.length === 2 && (bytes[0] ?? 0) >= 0xb0 && (bytes[0] ?? 0) <= 0xd7
}
