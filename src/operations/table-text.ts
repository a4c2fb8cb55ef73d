import { InbetweenError } from '../base/errors.ts'
import { decodeAs, decodeText } from '../base/text.ts'
import type { Warning } from '../model/index.ts'

/** Share of NUL bytes, of all bytes, from which what fits no encoding of text is called no text. */
const BINARY_SHARE = 0.01
/** Share of NUL bytes from which bytes that fit UTF-8 are taken for UTF-16 all the same: Latin letters have one in two. */
const UTF16_SHARE = 0.25

/** A table's bytes as text, and what was taken for granted to read them. */
export interface TableText {
  readonly text: string
  readonly warnings: readonly Warning[]
}

/**
 * The encoding that a person names; undefined when none is named.
 * @throws InbetweenError `IBT-USAGE` for a name that is none.
 */
export function checkedEncoding(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const name = /^utf-?8$/i.test(given) ? 'utf-8' : given
  if (/^[A-Za-z0-9][A-Za-z0-9_:-]{1,39}$/.test(name) && !/^(?:base64|hex|binary)$/i.test(name))
    try {
      decodeAs(new Uint8Array(), name)
      return name
    } catch {
      // What the decoder does not know is the same mistake as what is no name.
    }
  throw new InbetweenError('IBT-USAGE', `--encoding ${given}: not known`, {
    hint: 'Such as utf-8, utf-16le, gb18030, cp949, big5, shift_jis, windows-1252, windows-1251.',
  })
}

/**
 * The text of a table or of standard input: in the encoding that is given, else as a byte order mark says, else UTF-8 where it fits, else the likeliest encoding with a warning that names it.
 * @param source what the bytes are of, for warnings and errors.
 * @throws InbetweenError `IBT-INPUT` when the bytes are no text.
 */
export function tableText(bytes: Uint8Array, source: string, encoding?: string): TableText {
  if (encoding !== undefined) {
    const { text, faults } = decodeAs(bytes, encoding)
    const message = `${source}: ${faults} characters do not fit ${encoding}, which --encoding says: names may be damaged`
    return { text, warnings: faults === 0 ? [] : [{ code: 'code-page', message }] }
  }
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const utf8 = decodeAs(bytes, 'utf-8')
  if (isMarked) return { text: decodeText(bytes).text, warnings: [] }
  const wide = unmarkedUtf16(bytes, utf8.faults === 0)
  if (wide === undefined && utf8.faults === 0) return { text: utf8.text, warnings: [] }
  if (wide === undefined && countNul(bytes, 1) > bytes.length * BINARY_SHARE)
    throw new InbetweenError('IBT-INPUT', 'the bytes are no text', { place: source, hint: 'Save the table as CSV (UTF-8) and name that.' })
  const { text, codePage, faults } = likeliest(bytes, wide)
  const misfits = faults === 0 ? '' : `, which ${faults} characters do not fit`
  const message = `${source}: the bytes are not UTF-8 and were read as ${codePage}${misfits}: names are damaged where that is wrong; --encoding NAME says what they are`
  return { text, warnings: [{ code: 'code-page', message }] }
}

function likeliest(bytes: Uint8Array, wide: string | undefined) {
  if (wide !== undefined) return decodeAs(bytes, wide)
  return isLatin(bytes) ? decodeAs(bytes, 'windows-1252') : decodeText(bytes)
}

/** UTF-16 without a byte order mark: an even length, and NUL in one half of each pair of bytes only. */
function unmarkedUtf16(bytes: Uint8Array, fitsUtf8: boolean): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const all = countNul(bytes, 1)
  const high = countNul(bytes.subarray(1), 2)
  if (all === 0 || (high !== 0 && high !== all) || (fitsUtf8 && all < bytes.length * UTF16_SHARE)) return undefined
  const page = high === all ? 'utf-16le' : 'utf-16be'
  return /[\ud800-\udfff\ufffd]/u.test(decodeAs(bytes, page).text) ? undefined : page
}

function countNul(bytes: Uint8Array, step: number): number {
  let count = 0
  for (let at = 0; at < bytes.length; at += step) if (bytes[at] === 0) count++
  return count
}

/** Whether all bytes above ASCII stand alone and are accented letters of a Western page: letters of East Asian pages are pairs, and few have a second byte below 0x80. */
function isLatin(bytes: Uint8Array): boolean {
  return bytes.every((byte, at) => byte < 0x80 || (byte >= 0xc0 && (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80))
}
