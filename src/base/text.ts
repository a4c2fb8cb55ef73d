import { decodeKps9566 } from './kps9566.ts'
import { tellKps9566 } from './kps9566-told.ts'
import { lazily } from './lazily.ts'
import { FREQUENT_HAN, FREQUENT_HANGUL } from './tables/frequent-letters.ts'

const iconv = lazily<typeof import('iconv-lite')>('iconv-lite')

/** Code pages that names and plain text of this field arrive in; the first that decodes without a fault wins a tie. */
export const CODE_PAGES = ['utf-8', 'gb18030', 'cp949', 'big5', 'shift_jis', 'windows-1252'] as const

/** The page of the DPRK, which iconv lacks. It is told by a rule of its own, since its bytes are those of GBK and CP949 too. */
export const KPS_PAGE = 'kps9566'

/** Plausibility by which KPS 9566 has to lead: nothing that fits another page about as well is called so. */
const KPS_LEAD = 0.05

/** What decoding gave: the text, the code page used, and whether any byte did not fit it. */
export interface Decoded {
  readonly text: string
  readonly codePage: string
  readonly faults: number
}

/** Decodes with one code page (any iconv name, or `kps9566`), counting the bytes that did not fit, which come as replacement characters, as faults. A leading byte order mark is dropped. */
export function decodeAs(bytes: Uint8Array, codePage: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (codePage === KPS_PAGE) {
    const { text, faults } = decodeKps9566(bytes)
    return { text, codePage, faults }
  }
  // Nearly everything is UTF-8, which needs no tables.
  const text = codePage === 'utf-8' ? withoutMark(buffer.toString('utf8')) : iconv().decode(buffer, codePage)
  let faults = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) faults++
  // A replacement character that stands in the bytes is damage of before, and UTF-8 all the same.
  if (faults > 0 && codePage === 'utf-8') faults -= replacementsIn(buffer)
  return { text, codePage, faults }
}

const REPLACEMENT = Buffer.from('\ufffd')

function replacementsIn(buffer: Buffer): number {
  let count = 0
  for (let at = buffer.indexOf(REPLACEMENT); at >= 0; at = buffer.indexOf(REPLACEMENT, at + REPLACEMENT.length)) count++
  return count
}

/** Text in UTF-16 with the high byte first, as Apple's and Adobe's formats have it; half a letter at the end is left out, and the bytes stay as they are. */
export function utf16be(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le')
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
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

/**
 * All code pages, best first, with a plausibility that counts common Hangul, Han and kana up, and rare forms, controls and faults down. KPS 9566 is among them only
 * where the bytes are Korean by {@link tellKps9566} and more plausible so than in every other page; then it is the first.
 */
export function rankCodePages(bytes: Uint8Array): (Decoded & { readonly score: number })[] {
  const ranked = CODE_PAGES.map((page) => {
    const decoded = decodeAs(bytes, page)
    return { ...decoded, score: plausibility(decoded) }
  }).sort((a, b) => b.score - a.score)
  const told = tellKps9566(bytes)
  if (told === undefined) return ranked
  const kps = { text: told.text, codePage: KPS_PAGE, faults: told.faults }
  const score = plausibility(kps)
  return score > (ranked[0]?.score ?? 0) + KPS_LEAD ? [{ ...kps, score }, ...ranked] : ranked
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
const isCommonHangul = heldBy('cp949', { from: 0xb0, to: 0xc8, lowest: 0xa1 })

/** GB 2312 level 1 (rows 16–55) holds the 3,755 characters of ordinary Chinese text; the rarer ones that GBK put beside them count as well. */
const isCommonHan = heldBy('gb18030', { from: 0xb0, to: 0xd7, lowest: 0x40 })

/** Whether rows of a double-byte page hold a letter; the rows are decoded once, since asking the page for the bytes of each letter takes longer than all else. */
function heldBy(page: string, { from, to, lowest }: { readonly from: number; readonly to: number; readonly lowest: number }) {
  let held: ReadonlySet<string> | undefined
  return (c: string): boolean => {
    if (held === undefined) {
      const bytes: number[] = []
      for (let row = from; row <= to; row++) for (let cell = lowest; cell <= 0xfe; cell++) if (cell !== 0x7f) bytes.push(row, cell)
      held = new Set(iconv().decode(Buffer.from(bytes), page))
    }
    return held.has(c)
  }
}
