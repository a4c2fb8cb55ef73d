import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { readCsv, tableOf } from '../intake/index.ts'
import type { Warning } from '../model/index.ts'
import { fieldOf, type NameField } from './name-headings.ts'
import { tableText } from './table-text.ts'

/** What is known of one name, as it was written; several values in a cell are parted by `;`. */
export type NameRow = { readonly name: string; readonly line: number } & {
  readonly [K in Exclude<NameField, 'name' | 'given' | 'family'>]?: string
}

/** The names that a table or standard input holds, each with its line from 1 on (of a spreadsheet: its row). */
export interface NameTable {
  readonly rows: readonly NameRow[]
  readonly warnings: readonly Warning[]
}

/** Kinds of files that are read as tables; spreadsheets are told by their bytes. */
const TABLES = /\.(?:csv|tsv|txt|xlsx|xls|ods)$/i
/** Words that end so are taken for the name of a file. */
const FILES = /\.(?:csv|tsv|txt|xlsx|xls|ods|json)$/i
/** Rows among which the one with the headings is looked for. */
const ABOVE = 10
/** Columns, and lines, that a warning names. */
const TOLD = 12
/** Characters of a heading that a warning shows. */
const HEADING_CHARS = 40
const AS_NAME = 'If it is a name, give it on standard input: inbetween screen - reads a name a line.'

/**
 * The table that a word of the command line names; undefined where the word is a name. CSV and tab-separated tables are read by their headings, text is a name a line, of a spreadsheet the largest sheet is read.
 * @throws InbetweenError `IBT-NOT-FOUND` for a word that ends as files do and is none; `IBT-INPUT` for a folder, a file of another kind, one that cannot be read, and one larger than `LIMITS.tableBytes`.
 */
export async function nameTable(place: string, encoding?: string): Promise<NameTable | undefined> {
  if (!existsSync(place)) {
    if (!FILES.test(place)) return undefined
    throw new InbetweenError('IBT-NOT-FOUND', 'no such table of names', { place, hint: `Check the path. ${AS_NAME}` })
  }
  const bytes = bytesOf(place)
  const table = await tableOf(bytes, basename(place))
  const leftOut = table.warnings.map(({ code, message }) => warned(code, place, message))
  if (table.bytes !== bytes) return cellTable(Buffer.from(table.bytes).toString('utf8'), place, leftOut, ',')
  if (/\.txt$/i.test(place)) return textTable(bytes, place, encoding)
  const { text, warnings } = tableText(bytes, place, encoding)
  return cellTable(text, place, warnings, /\.tsv$/i.test(place) ? '\t' : undefined)
}

/**
 * The bytes of a file of a kind that holds tables.
 * @throws InbetweenError `IBT-INPUT` as {@link nameTable} does.
 */
function bytesOf(place: string): Buffer {
  const stat = statSync(place)
  const kind = stat.isDirectory() ? 'a folder' : stat.isFile() ? `a file ${extname(place) || 'without an ending'}` : 'no plain file'
  if (!stat.isFile() || !TABLES.test(place))
    throw new InbetweenError('IBT-INPUT', `${kind} is no table of names`, {
      place,
      hint: `Name a table as .csv, .tsv, .txt, .xlsx, .xls or .ods. ${AS_NAME}`,
    })
  if (stat.size > LIMITS.tableBytes) throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.tableBytes} bytes`, { place })
  try {
    return readFileSync(place)
  } catch (cause) {
    throw new InbetweenError('IBT-INPUT', 'the table cannot be read', { place, hint: 'Check the rights of the file.', cause })
  }
}

/** Names of standard input, or of a text: one a line, the first line too. Empty lines are none. */
export function nameLines(bytes: Uint8Array, source: string, encoding?: string): NameTable {
  const { text, warnings } = tableText(bytes, source, encoding)
  return linesOf(text, source, warnings)
}

function linesOf(text: string, source: string, before: readonly Warning[]): NameTable {
  const lines = text.split(/\r\n|\r|\n/)
  const rows = lines.slice(0, LIMITS.tableRows).flatMap((name, at) => (name.trim() === '' ? [] : [{ name, line: at + 1 }]))
  const cut =
    lines.length > LIMITS.tableRows ? [warned('row-limit', source, `more than ${LIMITS.tableRows} lines: the rest is not read`)] : []
  return { rows, warnings: [...before, ...cut, ...emptyWarnings(rows, source, text.trim() === ''), ...damaged(rows, source)] }
}

/** Text is a name a line, unless its lines have tabs or its first line is one of headings. */
function textTable(bytes: Uint8Array, place: string, encoding: string | undefined): NameTable {
  const { text, warnings } = tableText(bytes, place, encoding)
  const lines = text.split(/\r\n|\r|\n/, LIMITS.tableRows).filter((line) => line.trim() !== '')
  const isTabbed = lines.length > 0 && lines.filter((line) => line.includes('\t')).length * 2 > lines.length
  const first = (lines[0] ?? '').split(/[,;|]/).map((cell) => fieldOf(cell))
  const isHeaded =
    first.length > 1 ? first.includes('name') && first.filter((field) => field !== undefined).length > 1 : first[0] === 'name'
  if (isTabbed) return cellTable(text, place, warnings, '\t')
  return isHeaded ? cellTable(text, place, warnings) : linesOf(text, place, warnings)
}

interface Columns {
  /** Columns whose cells, joined by a blank, are the name. */
  readonly name: readonly number[]
  readonly facts: readonly (readonly [Exclude<NameField, 'name' | 'given' | 'family'>, readonly number[]])[]
  /** Whether a heading says where the names stand; otherwise the first column that holds anything does, the first row included. */
  readonly isTold: boolean
}

/** The row of headings: the first, unless titles stand above one of the next that tells the names and a fact of theirs. */
function headerAt(rows: readonly (readonly string[])[]): number {
  const isFirst = (rows[0] ?? []).map(fieldOf).some((field) => field === 'name' || field === 'family')
  const at = isFirst ? 0 : rows.slice(0, ABOVE).findIndex((row) => new Set(row.map(fieldOf)).has('name') && new Set(row.flatMap((cell) => fieldOf(cell) ?? [])).size > 1) // biome-ignore format: one line
  return Math.max(0, at)
}

function columnsOf(header: readonly string[], first: number): Columns {
  const fields = header.map(fieldOf)
  const all = (field: NameField) => fields.flatMap((one, at) => (one === field ? [at] : []))
  const whole = all('name').slice(0, 1)
  const parts = [...all('given').slice(0, 1), ...all('family').slice(0, 1)]
  const name = whole.length > 0 ? whole : all('family').length > 0 ? parts : []
  const facts = (['schema', 'country', 'born', 'id', 'address'] as const).flatMap((field) => {
    // A type and a birth date are one; countries, numbers and addresses may be several.
    const columns = field === 'schema' || field === 'born' ? all(field).slice(0, 1) : all(field)
    const free = columns.filter((at) => name.length > 0 || at !== first)
    return free.length === 0 ? [] : [[field, free] as const]
  })
  return { name: name.length > 0 ? name : [first], facts, isTold: name.length > 0 }
}

function cellTable(text: string, place: string, before: readonly Warning[], delimiter?: string): NameTable {
  const csv = readCsv(Buffer.from(text), delimiter)
  const above = headerAt(csv.rows)
  const header = csv.rows[above] ?? []
  const filled = csv.rows.flatMap((row) => row.findIndex((cell) => cell.trim() !== '')).filter((at) => at >= 0)
  const columns = columnsOf(header, filled.reduce((least, at) => Math.min(least, at), header.length)) // biome-ignore format: one line
  const skipped = columns.isTold ? above + 1 : 0
  const body = csv.rows.slice(skipped)
  const lineOf = (at: number) => csv.lines[at + skipped] ?? 0
  // A table of one column has its names whole, whatever marks stand in them.
  const isOneColumn = columns.isTold && header.length === 1
  const cells = isOneColumn ? body.map((row) => [row.join(csv.delimiter)]) : body
  const read = cells.map((row, at): NameRow => {
    const cell = (column: number) => (row[column] ?? '').trim()
    const facts = columns.facts.map(([field, from]) => [field, from.map(cell).filter((one) => one !== '').join(';')] as const) // biome-ignore format: one line
    return { name: columns.name.map(cell).join(' ').trim(), line: lineOf(at), ...Object.fromEntries(facts) }
  })
  const nameless = cells.flatMap((row, at) => (read[at]?.name === '' && row.some((cell) => cell.trim() !== '') ? [lineOf(at)] : []))
  const rows = read.filter(({ name }) => name !== '')
  const surplus = columns.isTold
    ? cells.flatMap((row, at) => (row.slice(header.length).some((cell) => cell.trim() !== '') ? [lineOf(at)] : []))
    : []
  return {
    rows,
    warnings: [
      ...before,
      ...csv.warnings.map(({ code, message }) =>
        warned(
          code,
          place,
          code === 'open-quote' ? `${message}: all that follows it is one cell, and names in it were not compared one by one` : message,
        ),
      ),
      ...(columns.isTold && above > 0 ? [warned('screen-columns', place, `${above} rows above the headings were not used`)] : []),
      ...(rows.length > 0 ? columnWarnings(header, columns, cells, place) : []),
      ...(nameless.length > 0
        ? [warned('screen-nameless', place, `${nameless.length} rows have no name and were not compared (${linesIn(nameless)})`)]
        : []),
      ...(surplus.length > 0
        ? [
            warned(
              'screen-cells',
              place,
              `${surplus.length} rows have more cells than there are headings; the rest was not used (${linesIn(surplus)})`,
            ),
          ]
        : []),
      ...emptyWarnings(rows, place, csv.rows.length === 0),
      ...damaged(rows, place),
    ],
  }
}

function columnWarnings(
  header: readonly string[],
  { name, facts, isTold }: Columns,
  cells: readonly (readonly string[])[],
  place: string,
): Warning[] {
  const used = new Set([...name, ...facts.flatMap(([, from]) => from)])
  const shown = (at: number) => `“${(header[at] ?? '').trim().slice(0, HEADING_CHARS)}”`
  const usedAs = [...(isTold ? [['name', name] as const] : []), ...facts].map(
    ([field, from]) => `${from.map(shown).join(' and ')} as ${field}`,
  )
  const unused = header.flatMap((_, at) => (used.has(at) || [header, ...cells].every((row) => (row[at] ?? '').trim() === '') ? [] : [at]))
  if (!isTold) {
    const others = usedAs.length > 0 ? `; used: ${usedAs.join(', ')}` : ''
    const left = unused.length > 0 ? `; ${unused.length} other columns were not used` : ''
    const message = `no heading that is known says which column holds the names: the first column was taken, its first row included${others}${left}`
    return [warned('screen-headings', place, message)]
  }
  if (unused.length === 0) return []
  const more = unused.length > TOLD ? ` and ${unused.length - TOLD} more` : ''
  return [warned('screen-columns', place, `used: ${usedAs.join(', ')}; not used: ${unused.slice(0, TOLD).map(shown).join(', ')}${more}`)]
}

function emptyWarnings(rows: readonly NameRow[], source: string, isEmpty: boolean): Warning[] {
  return rows.length > 0 ? [] : [warned('screen-empty', source, isEmpty ? 'is empty' : 'has no row with a name below its headings')]
}

/** A name with a character that no encoding puts into names is another than the one that was written. */
function damaged(rows: readonly NameRow[], source: string): Warning[] {
  const lines = rows.flatMap(({ name, line }) => (isDamaged(name) ? [line] : []))
  if (lines.length === 0) return []
  return [
    warned('screen-damaged', source, `${lines.length} names hold NUL or U+FFFD, so that they are not what was written (${linesIn(lines)})`),
  ]
}

/** Whether a name holds NUL or the replacement character. */
export function isDamaged(name: string): boolean {
  return name.includes('\0') || name.includes('\ufffd')
}

/** Places of rows in words: `line 3, 5 …`. */
export function linesIn(lines: readonly number[]): string {
  return `line ${lines.slice(0, TOLD).join(', ')}${lines.length > TOLD ? ' …' : ''}`
}

function warned(code: string, source: string, message: string): Warning {
  return { code, message: `${source}: ${message}` }
}
