import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import type { Warning } from '../model/index.ts'
import { readBytes } from '../read/index.ts'
import { writeCsv } from './csv.ts'
import { oneLine } from './minimise.ts'

/** Cells of one spreadsheet row that are taken. */
const MAX_COLUMNS = 1_000
/** Cells of the table that a sheet becomes, empty ones among them: two cells far apart span millions. */
const MAX_CELLS = 10_000_000

/** A table as text, and what of a spreadsheet it leaves out. */
export interface TableOfFile {
  /** CSV in UTF-8 of a spreadsheet; the bytes themselves of anything else. */
  readonly bytes: Uint8Array
  /** Sheets, cells and comments that are left out, and what the reader of the spreadsheet warns of; no name of a sheet, for it may be a person's. */
  readonly warnings: readonly Warning[]
}

/** The bytes of a table as text, as {@link tableOf} gives them, without a word on what is left out. @throws InbetweenError `IBT-INPUT` as there. */
export async function tableBytes(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  return (await tableOf(bytes, name)).bytes
}

/**
 * A table as text: a spreadsheet becomes CSV, its line n being the sheet's row n; anything else is given back as it is. Of several sheets the one
 * with the most cells is taken, the first of equals. What is left out is a warning.
 * @throws InbetweenError `IBT-INPUT` when a spreadsheet has no cells that can be read.
 */
export async function tableOf(bytes: Uint8Array, name: string): Promise<TableOfFile> {
  if (!isOfficeFile(bytes)) return { bytes, warnings: [] }
  const reading = await readBytes(bytes, name)
  const sheets = new Map<string, Sheet>()
  let comments = 0
  for (const { text, at, row, column } of reading.passages) {
    if (at.kind !== 'cell') continue
    if (at.part !== undefined) {
      comments++
      continue
    }
    const place = row !== undefined && column !== undefined ? { row, column } : placeOf(at.cell)
    if (place === undefined) continue
    const sheet = sheets.get(at.sheet) ?? { rows: new Map(), cells: 0, outside: 0 }
    sheets.set(at.sheet, sheet)
    put(sheet, place, oneLine(text))
  }
  const [largest, ...others] = [...sheets.values()].sort((a, b) => b.cells - a.cells)
  if (largest === undefined || largest.cells === 0)
    throw new InbetweenError(
      'IBT-INPUT',
      `the file has no spreadsheet cells that can be read${reading.reason ? `: ${reading.reason}` : ''}`,
      {
        place: `${name}:1`,
        hint: 'Save the table as CSV (UTF-8) and bring that.',
      },
    )
  const { table, outside } = tableIn(largest)
  const warnings: Warning[] = [...reading.warnings]
  if (reading.status === 'partly' && warnings.length === 0)
    warnings.push({ code: 'spreadsheet-partly', message: `the spreadsheet is read in part: ${reading.reason ?? 'no reason is told'}` })
  const unread = others.reduce((sum, { cells, outside: more }) => sum + cells + more, 0)
  if (others.length > 0)
    warnings.push({
      code: 'sheets-left-out',
      message: `only the sheet with the most cells (${largest.cells}) is taken; left out: ${others.length} other ${others.length === 1 ? 'sheet' : 'sheets'} (cells: ${unread}). Save a sheet that is meant too as a file of its own`,
    })
  if (comments > 0) warnings.push({ code: 'comments-left-out', message: `comments of ${comments} cells are left out` })
  if (outside > 0)
    warnings.push({
      code: 'cell-limit',
      message: `${outside} cells are left out: a table has at most ${LIMITS.tableRows} rows, ${MAX_COLUMNS} columns and ${MAX_CELLS} cells. Move what is far away nearer, or split the table`,
    })
  return { bytes: Buffer.from(writeCsv(table)), warnings }
}

/** Cells of a sheet by row and column from 0; `outside`: cells beyond the rows and columns that are taken. */
interface Sheet {
  readonly rows: Map<number, Map<number, string>>
  cells: number
  outside: number
}

function put(sheet: Sheet, { row, column }: { readonly row: number; readonly column: number }, text: string): void {
  if (text === '') return
  if (row >= LIMITS.tableRows || column >= MAX_COLUMNS) {
    sheet.outside++
    return
  }
  const cells = sheet.rows.get(row) ?? new Map<number, string>()
  sheet.rows.set(row, cells)
  if (!cells.has(column)) sheet.cells++
  cells.set(column, text)
}

/** The rows of a sheet, each as wide as the widest, and how many cells of it have no place there. */
function tableIn({ rows, outside }: Sheet): { readonly table: string[][]; readonly outside: number } {
  let [width, height] = [0, 0]
  for (const [row, cells] of rows) {
    height = Math.max(height, row + 1)
    for (const column of cells.keys()) width = Math.max(width, column + 1)
  }
  const kept = Math.min(height, Math.floor(MAX_CELLS / width))
  const table = Array.from({ length: kept }, (_, row) => {
    const cells = rows.get(row)
    return Array.from({ length: width }, (_none, column) => cells?.get(column) ?? '')
  })
  let left = outside
  for (const [row, cells] of rows) if (row >= kept) left += cells.size
  return { table, outside: left }
}

/** Zip (XLSX) or the older compound file. */
function isOfficeFile(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes
  return (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
}

/** Row and column, from 0, of an A1 name. */
function placeOf(cell: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell) ?? []
  if (letters === '') return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}
