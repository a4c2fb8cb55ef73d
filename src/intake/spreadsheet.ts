import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { readBytes } from '../read/index.ts'
import { writeCsv } from './csv.ts'
import { oneLine } from './minimise.ts'

/** Cells of one spreadsheet row that are taken. */
const MAX_COLUMNS = 1_000

/** The bytes of a table as text; see {@link spreadsheetTable}. @throws InbetweenError `IBT-INPUT` when a spreadsheet cannot be read. */
export async function tableBytes(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  return (await spreadsheetTable(bytes, name))?.bytes ?? bytes
}

/** A sheet as CSV, and the names of the other sheets of its file that have cells too. */
export interface SpreadsheetTable {
  readonly bytes: Uint8Array
  readonly sheet: string
  readonly others: readonly string[]
}

/**
 * The largest sheet of a spreadsheet, by its cells, as CSV (UTF-8), its line n being the sheet's row n; undefined for what is no spreadsheet.
 * @throws InbetweenError `IBT-INPUT` when a spreadsheet cannot be read.
 */
export async function spreadsheetTable(bytes: Uint8Array, name: string): Promise<SpreadsheetTable | undefined> {
  if (!isOfficeFile(bytes)) return undefined
  const reading = await readBytes(bytes, name)
  const sheets = new Map<string, string[][]>()
  for (const { text, at, row, column } of reading.passages) {
    if (at.kind !== 'cell' || at.part !== undefined) continue
    const place = row !== undefined && column !== undefined ? { row, column } : placeOf(at.cell)
    if (place === undefined || place.row >= LIMITS.tableRows || place.column >= MAX_COLUMNS) continue
    const sheet = sheets.get(at.sheet) ?? []
    sheets.set(at.sheet, sheet)
    while (sheet.length <= place.row) sheet.push([])
    const cells = sheet[place.row] ?? []
    while (cells.length <= place.column) cells.push('')
    cells[place.column] = oneLine(text)
  }
  const size = (sheet: readonly (readonly string[])[]) => sheet.reduce((sum, cells) => sum + cells.filter((cell) => cell !== '').length, 0)
  const [first, ...others] = [...sheets].sort(([, a], [, b]) => size(b) - size(a))
  if (first === undefined)
    throw new InbetweenError('IBT-INPUT', `the spreadsheet has no cells that can be read${reading.reason ? `: ${reading.reason}` : ''}`, {
      place: `${name}:1`,
      hint: 'Save the table as CSV (UTF-8) and bring that.',
    })
  const [sheet, largest] = first
  const width = largest.reduce((most, cells) => Math.max(most, cells.length), 0)
  const csv = writeCsv(largest.map((cells) => [...cells, ...new Array<string>(width - cells.length).fill('')]))
  return { bytes: Buffer.from(csv), sheet, others: others.map(([other]) => other) }
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
