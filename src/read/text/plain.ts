import { LIMITS } from '../../base/limits.ts'
import { type Decoded, decodeAs, decodeText, KPS_PAGE } from '../../base/text.ts'
import type { Draft } from '../draft.ts'
import { kpsMeaning } from './kps.ts'

const plain = new WeakMap<Uint8Array, boolean>()

/** Whether the first bytes can be text: UTF-16 with its mark, or no NUL and hardly any other control character. */
export function isPlain(head: Uint8Array): boolean {
  const known = plain.get(head) ?? hasFewControls(head)
  plain.set(head, known)
  return known
}

function hasFewControls(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return false
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++
  }
  return controls * 200 <= head.length
}

/** Bytes of lines with letters beyond ASCII that are enough to tell a code page from; telling costs about a microsecond per letter and page. */
const SAMPLE_BYTES = 32 * 1024

/** Decodes text of unknown code page. UTF-8 with a few broken letters, as a cut file has, stays UTF-8; other pages are told from a sample of lines. */
export function decodePlain(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return decodeText(bytes)
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8.faults === 0 || beyondAscii(utf8.text) > 20 * utf8.faults) return utf8
  return decodeAs(bytes, decodeText(sampleOf(bytes)).codePage)
}

function beyondAscii(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) count++
  return count
}

/** Whole lines that hold bytes beyond ASCII. No East Asian page uses the line feed as a second byte. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  let sampled = 0
  let from = 0
  let isAscii = true
  for (let at = 0; at < bytes.length && sampled < SAMPLE_BYTES; at++) {
    const byte = bytes[at] ?? 0
    if (byte > 0x7f) isAscii = false
    const isEnd = byte === 10 || at === bytes.length - 1 || (!isAscii && at - from > SAMPLE_BYTES)
    if (!isEnd) continue
    if (!isAscii) {
      lines.push(bytes.subarray(from, at + 1))
      sampled += at + 1 - from
    }
    from = at + 1
    isAscii = true
  }
  return Buffer.concat(lines)
}

/** Text of unknown code page; which one it is becomes a trace, bytes that do not fit it a warning. */
export function readPlain(bytes: Uint8Array, draft: Draft, decoded: Decoded = decodePlain(bytes)): string {
  const { text, codePage, faults } = decoded
  const meaning = codePage === KPS_PAGE ? kpsMeaning(sampleOf(bytes)) : 'Told from the bytes; short texts can fit several code pages.'
  draft.trace('codePage', codePage, meaning)
  if (faults > 0) draft.warn('undecodable', `${faults} characters do not fit ${codePage}`)
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** Lines of a text, which end with CR LF, LF or CR; at most `LIMITS.textLines` of them. */
export function linesOf(text: string, draft: Draft): string[] {
  const lines: string[] = []
  let from = 0
  for (const end of text.matchAll(/\r\n|\r|\n/g)) {
    if (lines.length >= LIMITS.textLines) {
      draft.cut('line-limit', `more than ${LIMITS.textLines} lines: the rest was not read`)
      return lines
    }
    lines.push(text.slice(from, end.index))
    from = end.index + end[0].length
  }
  lines.push(text.slice(from))
  return lines
}

/** What was told of the first bytes of a file, kept as long as they are: every reader of a text format asks the same. */
const heads = new WeakMap<Uint8Array, Map<number, string>>()

/** The first kilobytes as text, to tell formats by; bytes that are cut at the end do no harm. */
export function headText(head: Uint8Array, maxBytes = 4096): string {
  const known = heads.get(head) ?? new Map<number, string>()
  const text = known.get(maxBytes) ?? decodeHead(head.subarray(0, maxBytes))
  known.set(maxBytes, text)
  heads.set(head, known)
  return text
}

function decodeHead(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part)
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part)
  return decodeAs(part, 'utf-8').text
}
