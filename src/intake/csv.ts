import { LIMITS } from '../base/limits.ts'
import { decodeText } from '../base/text.ts'
import type { Warning } from '../model/index.ts'

/** A table as text: its rows, the line each begins on (from 1), the separator and code page found. */
export interface CsvTable {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  readonly delimiter: string
  readonly codePage: string
  readonly warnings: readonly Warning[]
}

const DELIMITERS = [',', ';', '\t', '|'] as const
const SNIFFED_ROWS = 40
const SNIFFED_CHARS = 64 * 1024
/** Cells of one row; more than any table of this kind has. */
const MAX_CELLS = 1_000

/**
 * Reads a table of text: RFC 4180, with the separator told from the first rows unless it is given, the code page from the bytes, and line ends of any kind.
 * Empty lines are no rows. More than `LIMITS.tableRows` rows are cut with a warning.
 */
export function readCsv(bytes: Uint8Array, given?: string): CsvTable {
  const { text, codePage, faults } = decodeText(bytes)
  const warnings: Warning[] = []
  if (faults > 0) warnings.push({ code: 'code-page', message: `${faults} characters do not fit ${codePage}: names may be damaged` })
  const stated = /^sep=(.)\r?\n/.exec(text.slice(0, 8))
  const body = stated ? text.slice(stated[0].length) : text
  const delimiter = given ?? stated?.[1] ?? sniffDelimiter(body)
  const parsed = parseCsv(body, delimiter, LIMITS.tableRows)
  if (parsed.isCut) warnings.push({ code: 'row-limit', message: `more than ${LIMITS.tableRows} rows: the rest is not read` })
  if (parsed.isOpen) warnings.push({ code: 'open-quote', message: `the quote opened on line ${parsed.isOpen} never closes` })
  const lines = stated ? parsed.lines.map((line) => line + 1) : parsed.lines
  return { rows: parsed.rows, lines, delimiter, codePage, warnings }
}

/** Writes rows so that {@link readCsv} with a comma gives them back: quotes where needed, LF line ends. A row of one empty cell is written quoted. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.length === 1 && row[0] === '' ? '""' : row.map(quoted).join(',')}\n`).join('')
}

function quoted(cell: string): string {
  return /[",\r\n]|^[\s\uFEFF]|\s$|^sep=/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Rows of a text with the line each begins on. */
export interface Parsed {
  readonly rows: string[][]
  readonly lines: number[]
  readonly isCut: boolean
  /** Line of a quote that never closes, or 0. */
  readonly isOpen: number
}

/** The separator that gives the most rows the same number of cells, more than one; a comma when none does. */
export function sniffDelimiter(text: string): string {
  let best: string = DELIMITERS[0]
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const { rows } = parseCsv(text.slice(0, SNIFFED_CHARS), delimiter, SNIFFED_ROWS)
    const width = rows[0]?.length ?? 0
    if (width < 2) continue
    const same = rows.filter((row) => row.length === width).length / rows.length
    const score = same * (1 + Math.min(width, 30) / 100)
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}

/** The first `maxRows` rows of a text; see {@link readCsv}. */
export function parseCsv(text: string, delimiter: string, maxRows: number): Parsed {
  const rows: string[][] = []
  const lines: number[] = []
  let at = 0
  let line = 1
  let openLine = 0
  while (at < text.length) {
    const startLine = line
    const row: string[] = []
    let isQuotedRow = false
    for (;;) {
      let cell: string
      if (text[at] === '"') {
        const found = quotedCell(text, at)
        isQuotedRow = true
        cell = found.cell
        line += lineBreaks(cell)
        if (!found.isClosed) openLine = startLine
        at = found.end
        // Text after a closing quote belongs to the cell: what spreadsheets do too.
        const rest = bareEnd(text, at, delimiter)
        cell += text.slice(at, rest)
        at = rest
      } else {
        const end = bareEnd(text, at, delimiter)
        cell = text.slice(at, end)
        at = end
      }
      if (row.length < MAX_CELLS) row.push(cell)
      if (text[at] !== delimiter) break
      at++
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
    if (row.length === 1 && row[0] === '' && !isQuotedRow) continue
    if (rows.length >= maxRows) return { rows, lines, isCut: true, isOpen: 0 }
    rows.push(row)
    lines.push(startLine)
  }
  return { rows, lines, isCut: false, isOpen: openLine }
}

function quotedCell(text: string, open: number): { readonly cell: string; readonly end: number; readonly isClosed: boolean } {
  let cell = ''
  let at = open + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { cell: cell + text.slice(at), end: text.length, isClosed: false }
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { cell, end: quote + 1, isClosed: true }
    cell += '"'
    at = quote + 2
  }
}

function bareEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length) {
    const c = text[at]
    if (c === delimiter || c === '\n' || c === '\r') return at
    at++
  }
  return at
}

function lineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0
}
