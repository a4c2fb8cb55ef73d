import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import { Draft } from '../draft.ts'
import { isOle, openOle } from '../office/ole.ts'
import { readPropertySets } from '../office/property-sets.ts'
import type { FormatReader } from '../reader.ts'

const MAGIC = 0xa5ec
const ENCRYPTED = 0x100
const TABLE_1 = 0x200
/** Place of the piece table's offset and size in the file information block of Word 97 and later (MS-DOC 2.5.6). */
const CLX_AT = 0x1a2

/** Word documents of before 2007: paragraphs, properties with the system's code page, who saved it, WPS build. */
export const doc: FormatReader = {
  name: 'doc',
  summary: 'Word document before 2007 (DOC): paragraphs, properties, code page of the system',
  extensions: ['.doc', '.dot', '.wps'],
  source: 'MS-DOC; MS-CFB; MS-OLEPS',
  sniff: (head, _, bytes) => isOle(head) && openOle(bytes).streams.has('WordDocument'),
  read(bytes) {
    const draft = new Draft()
    const ole = openOle(bytes)
    if (ole.flaw !== undefined) draft.cut('damaged', `compound file: ${ole.flaw}`)
    readPropertySets(ole, draft)
    const main = ole.streams.get('WordDocument')?.bytes() ?? Buffer.alloc(0)
    if (main.length < 34 || main.readUInt16LE(0) !== MAGIC) {
      draft.cut('unknown-version', 'the text is that of a version before Word 97 and was not read')
      return draft.done('doc')
    }
    const flags = main.readUInt16LE(10)
    draft.traceOnce('locale', localeOf(main.readUInt16LE(6)), 'Language of the program that made the file first, as its number states.')
    if ((flags & ENCRYPTED) !== 0) {
      draft.trace('protection', 'password', 'The text is encrypted and was not read.')
      draft.cut('encrypted', 'the text is encrypted')
      return draft.done('doc')
    }
    const table = ole.streams.get((flags & TABLE_1) !== 0 ? '1Table' : '0Table')?.bytes()
    const text = table && main.length >= CLX_AT + 8 ? pieces(main, table) : undefined
    if (text === undefined) draft.cut('damaged', 'the table of the text’s pieces cannot be followed')
    else paragraphs(text, draft)
    return draft.done('doc')
  },
}

/** A Windows language number as four digits in base 16, as MS-LCID lists them. */
function localeOf(number: number): string | undefined {
  return number === 0 || number === 0x400 ? undefined : `LCID ${number} (0x${number.toString(16).padStart(4, '0')})`
}

/** The text in the order it reads: pieces lie in the main stream as UTF-16 or as one byte a letter. */
function pieces(main: Buffer, table: Buffer): string | undefined {
  const from = main.readUInt32LE(CLX_AT)
  const clx = table.subarray(from, from + main.readUInt32LE(CLX_AT + 4))
  let at = 0
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1)
  if (at + 5 > clx.length || clx[at] !== 2) return undefined
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = Math.floor((plc.length - 4) / 12)
  const parts: string[] = []
  let chars = 0
  for (let i = 0; i < count && chars < LIMITS.readingChars; i++) {
    const length = plc.readUInt32LE(i * 4 + 4) - plc.readUInt32LE(i * 4)
    const place = plc.readUInt32LE((count + 1) * 4 + i * 8 + 2)
    if (length <= 0 || length > main.length) continue
    const isNarrow = (place & 0x4000_0000) !== 0
    const start = isNarrow ? (place & 0x3fff_ffff) >> 1 : place
    parts.push(
      isNarrow ? decodeAs(main.subarray(start, start + length), 'windows-1252').text : main.toString('utf16le', start, start + length * 2),
    )
    chars += length
  }
  return parts.join('')
}

const [FIELD, RESULT, FIELD_END] = [0x13, 0x14, 0x15]

/** Paragraphs end with CR, cells with BEL, pages with FF. Fields keep their result and lose their instruction. */
function paragraphs(text: string, draft: Draft): void {
  let index = 1
  let line = ''
  const hidden: boolean[] = []
  const flush = () => {
    draft.passage(line, { kind: 'paragraph', part: 'body', index }, { role: 'text', block: 'body', row: index })
    index++
    line = ''
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x0d || unit === 0x07 || unit === 0x0c) flush()
    else if (unit === FIELD) hidden.push(true)
    else if (unit === RESULT && hidden.length > 0) hidden[hidden.length - 1] = false
    else if (unit === FIELD_END) hidden.pop()
    else if (unit === 0x0b) line += '\n'
    else if ((unit >= 0x20 || unit === 9) && !hidden.includes(true)) line += text[at]
  }
  flush()
}
