import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import { Draft } from '../draft.ts'
import { type BiffRecord, BiffStrings, biffRecords } from '../office/biff.ts'
import { isOle, openOle } from '../office/ole.ts'
import { readPropertySets } from '../office/property-sets.ts'
import { cellName } from '../office/xlsx-sheet.ts'
import type { FormatReader } from '../reader.ts'

const FONT_MEANING = 'Font that the workbook lists; fonts come with systems and programs.'

/** Workbooks of before 2007: text cells with their names, sheets, notes' authors, the account that saved it, fonts. */
export const xls: FormatReader = {
  name: 'xls',
  summary: 'Spreadsheet before 2007 (XLS): text cells, sheets, account that saved it, fonts, properties',
  extensions: ['.xls', '.xlt', '.et'],
  source: 'MS-XLS; MS-CFB; MS-OLEPS',
  sniff: (head, _, bytes) => isOle(head) && (openOle(bytes).streams.has('Workbook') || openOle(bytes).streams.has('Book')),
  read(bytes) {
    const draft = new Draft()
    const ole = openOle(bytes)
    if (ole.flaw !== undefined) draft.cut('damaged', `compound file: ${ole.flaw}`)
    readPropertySets(ole, draft)
    const stream = (ole.streams.get('Workbook') ?? ole.streams.get('Book'))?.bytes() ?? Buffer.alloc(0)
    const book: Book = { sheets: new Map(), strings: [], page: 'windows-1252', isOld: false, sheet: '', isLocked: false }
    for (const record of biffRecords(stream)) {
      if (book.isLocked) break
      visit(record, book, draft)
    }
    return draft.done('xls')
  },
}

interface Book {
  /** Names of sheets by where they begin in the stream. */
  readonly sheets: Map<number, string>
  readonly strings: string[]
  page: string
  /** Before Excel 97 strings are bytes of the system's page. */
  isOld: boolean
  sheet: string
  isLocked: boolean
}

function visit({ type, at, parts }: BiffRecord, book: Book, draft: Draft): void {
  const data = parts[0] ?? Buffer.alloc(0)
  if (type === 0x809 && data.length >= 2) {
    book.isOld = data.readUInt16LE(0) < 0x600
    book.sheet = book.sheets.get(at) ?? book.sheet
  } else if (type === 0x2f) {
    book.isLocked = true
    draft.trace('protection', 'password', 'The cells are encrypted and were not read.')
    draft.cut('encrypted', 'the cells are encrypted')
  } else if (type === 0x42 && data.length >= 2) page(data.readUInt16LE(0), book, draft)
  else if (type === 0x5c && data.length >= 3) account(data, book, draft)
  else if (type === 0x85 && data.length >= 8) sheet(data, at, book, draft)
  else if (type === 0x31 && data.length >= 16) draft.traceOnce('font', shortString(data, 14, book), FONT_MEANING)
  else if (type === 0xfc && data.length >= 8) shared(parts, data.readUInt32LE(4), book, draft)
  else if (type === 0xfd && data.length >= 10) cell(data, book.strings[data.readUInt32LE(6)] ?? '', book, draft)
  else if ((type === 0x204 || type === 0xd6) && data.length >= 8) cell(data, longString(data, 6, book), book, draft)
}

function page(number: number, book: Book, draft: Draft): void {
  const pages: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gb18030', 949: 'cp949', 950: 'big5', 1251: 'windows-1251' }
  book.page = pages[number] ?? 'windows-1252'
  if (number !== 1200)
    draft.traceOnce(
      'codePage',
      pages[number] ?? `windows-${number}`,
      'Code page of the system that saved the workbook, as stated there. A setting of a machine, not a person or place.',
    )
}

/** The account that saved it, padded with blanks. Excel 97 writes the length in two bytes and a width. */
function account(data: Buffer, book: Book, draft: Draft): void {
  const name = book.isOld ? shortString(data, 0, book) : longString(data, 0, book)
  // LibreOffice writes "Calc" for everybody.
  if (!/[\0\ufffd]|^Calc\s*$/.test(name))
    draft.traceOnce('lastModifiedBy', name, 'Account name of who saved it last; a shared template or a renamed account shows the same.')
}

function sheet(data: Buffer, at: number, book: Book, draft: Draft): void {
  const name = shortString(data, 6, book)
  book.sheets.set(data.readUInt32LE(0), name)
  if ((data[4] ?? 0) !== 0) draft.trace('hidden', name, 'A sheet that the program hides.')
  if (!/^(Sheet|工作表|시트)\d+$/.test(name))
    draft.passage(name, { kind: 'bytes', from: at, to: at + 4 }, { role: 'name', block: 'sheets', row: book.sheets.size })
}

function shared(parts: readonly Buffer[], count: number, book: Book, draft: Draft): void {
  const strings = new BiffStrings(parts, 8)
  for (let i = 0; i < count && i < LIMITS.passages; i++) {
    const text = strings.next()
    if (text === undefined) {
      draft.cut('truncated', `the table of texts holds ${i} of ${count}`)
      return
    }
    book.strings.push(text)
  }
}

function cell(data: Buffer, text: string, book: Book, draft: Draft): void {
  const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)]
  draft.passage(
    text,
    { kind: 'cell', sheet: book.sheet, cell: cellName(column, row) },
    { role: 'text', block: book.sheet, row: row + 1, column: column + 1 },
  )
}

/** A string with a length of one byte. */
function shortString(data: Buffer, at: number, book: Book): string {
  const length = data[at] ?? 0
  if (book.isOld) return decodeAs(data.subarray(at + 1, at + 1 + length), book.page).text
  const isWide = ((data[at + 1] ?? 0) & 1) !== 0
  return data.toString(isWide ? 'utf16le' : 'latin1', at + 2, at + 2 + length * (isWide ? 2 : 1))
}

/** A string with a length of two bytes. */
function longString(data: Buffer, at: number, book: Book): string {
  const length = data.readUInt16LE(at)
  if (book.isOld) return decodeAs(data.subarray(at + 2, at + 2 + length), book.page).text
  const isWide = ((data[at + 2] ?? 0) & 1) !== 0
  return data.toString(isWide ? 'utf16le' : 'latin1', at + 3, at + 3 + length * (isWide ? 2 : 1))
}
