import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import { Draft } from '../draft.ts'
import { cellName } from '../office/xlsx-sheet.ts'
import type { FormatReader } from '../reader.ts'
import { decodePlain } from '../text/plain.ts'

/** Language drivers (byte 29 of the header) as iconv pages; other numbers are told from the text. */
const DRIVERS: Readonly<Record<number, string>> = {
  19: 'shift_jis',
  77: 'gb18030',
  78: 'cp949',
  79: 'big5',
  120: 'big5',
  121: 'cp949',
  122: 'gb18030',
  123: 'shift_jis',
  3: 'windows-1252',
  87: 'windows-1252',
  201: 'windows-1251',
}
const VERSIONS = new Set([0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0xcb, 0xf5])
const FIELD_BYTES = 32
const FIELDS_END = 0x0d
const DELETED = 0x2a

interface Field {
  readonly name: Buffer
  readonly type: string
  readonly from: number
  readonly size: number
}

/** dBase tables: cells in the code page that the table states or that its bytes fit, deleted rows apart. */
export const dbf: FormatReader = {
  name: 'dbf',
  summary: 'dBase table (DBF): cells, deleted rows, code page, day of the last change',
  extensions: ['.dbf'],
  source: 'Borland, dBASE table file format; Visual FoxPro table file structure',
  sniff(head) {
    const file = Buffer.from(head)
    if (file.length < 66 || !VERSIONS.has(file[0] ?? 0) || (file[2] ?? 0) < 1 || (file[2] ?? 0) > 12 || (file[3] ?? 0) > 31) return false
    const header = file.readUInt16LE(8)
    const fields = fieldsOf(file.subarray(0, header))
    // The widths of the fields make up a row: hardly any other file does so by chance.
    return fields.length > 0 && 1 + fields.reduce((sum, { size }) => sum + size, 0) === file.readUInt16LE(10)
  },
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const [count, header, width] = [file.readUInt32LE(4), file.readUInt16LE(8), file.readUInt16LE(10)]
    // Years count from 1900; some programs write the last two digits.
    const [year = 0, month = 0, day = 0] = file.subarray(1, 4)
    const two = (value: number) => String(value).padStart(2, '0')
    draft.trace(
      'modified',
      `${(year < 80 ? 2000 : 1900) + year}-${two(month)}-${two(day)}`,
      'Day of the last change, by the clock of that machine.',
    )
    if (header + count * width > file.length)
      draft.cut('truncated', `the table states ${count} rows of ${width} bytes, which ${file.length} bytes do not hold`)
    const fields = fieldsOf(file.subarray(0, header))
    const page = pageOf(file, header, draft)
    for (const [column, { name }] of fields.entries())
      draft.passage(
        decodeAs(name, page).text,
        { kind: 'cell', sheet: '', cell: cellName(column, 0) },
        { role: 'name', block: 'fields', row: 0, column },
      )
    const rows = Math.min(count, Math.floor((file.length - header) / Math.max(1, width)))
    for (let row = 0; row < Math.min(rows, LIMITS.tableRows) && !draft.isFull; row++) {
      const at = header + row * width
      const isDeleted = file[at] === DELETED
      for (const [column, { from, size, type }] of fields.entries()) {
        if (!/[CDFNMV]/.test(type)) continue
        const text = decodeAs(file.subarray(at + from, at + from + size), page).text.replace(/\0.*$/s, '')
        const place = { kind: 'cell', sheet: '', cell: cellName(column, row + 1) } as const
        draft.passage(text, place, { role: isDeleted ? 'note' : 'text', block: isDeleted ? 'deleted' : 'table', row: row + 1, column })
      }
    }
    if (rows > LIMITS.tableRows) draft.cut('row-limit', `more than ${LIMITS.tableRows} rows: the rest was not read`)
    return draft.done('dbf')
  },
}

function fieldsOf(header: Buffer): Field[] {
  const fields: Field[] = []
  let from = 1
  for (let at = 32; at + FIELD_BYTES <= header.length && header[at] !== FIELDS_END; at += FIELD_BYTES) {
    const raw = header.subarray(at, at + 11)
    const end = raw.indexOf(0)
    // Long text fields of some programs keep the high byte of their width where others keep decimals.
    const size = header[at + 16] ?? 0
    fields.push({ name: end < 0 ? raw : raw.subarray(0, end), type: String.fromCharCode(header[at + 11] ?? 0), from, size })
    from += size
  }
  return fields
}

function pageOf(file: Buffer, header: number, draft: Draft): string {
  const stated = DRIVERS[file[29] ?? 0]
  const body = file.subarray(header)
  const page = stated ?? decodePlain(body).codePage
  if (body.some((byte) => byte > 0x7f) || stated !== undefined)
    draft.trace(
      'codePage',
      page,
      stated === undefined ? 'Told from the bytes: the table states none.' : 'Code page that the table states; of the system that made it.',
    )
  return page
}
