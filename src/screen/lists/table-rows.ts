import { LIMITS } from '../../base/limits.ts'
import { readCsv } from '../../intake/index.ts'
import type { Warning } from '../../model/index.ts'

/** A row of a table with headings: the cell under a heading, trimmed; empty when there is no such column. */
export type Cells = (heading: string) => string

/** A table of a list: its rows, and what stands above its headings. */
export interface ListTable {
  readonly rows: readonly Cells[]
  readonly headings: readonly string[]
  readonly above: string
  /** Whether the last row has as many cells as the headings, and no quote stays open. */
  readonly isWhole: boolean
}

/** Rows above the headings that are looked at: some lists state their day there. */
const ABOVE = 10

/** A heading as it is compared: letters and digits only, in lower case. */
export function headingKey(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether the first lines of a file name all of these headings. */
export function hasHeadings(head: string, headings: readonly string[]): boolean {
  const lines = head.split(/\r?\n/, ABOVE).map(
    (line) =>
      `,${line
        .split(/[,;\t|]/)
        .map(headingKey)
        .join(',')},`,
  )
  return lines.some((line) => headings.every((heading) => line.includes(`,${headingKey(heading)},`)))
}

/** Reads a table whose headings are found by `needed`. Rows with fewer cells than headings are kept, as far as they go. Undefined, with a warning, when the headings are not there. */
export function readListTable(
  file: string,
  bytes: Uint8Array,
  needed: readonly string[],
  warnings: Warning[],
  delimiter?: string,
): ListTable | undefined {
  const csv = readCsv(bytes.subarray(0, LIMITS.listBytes), delimiter)
  warnings.push(...csv.warnings.map(({ code, message }) => ({ code, message: `${file}: ${message}` })))
  const at = csv.rows.slice(0, ABOVE).findIndex((row) => {
    const keys = new Set(row.map(headingKey))
    return needed.every((heading) => keys.has(headingKey(heading)))
  })
  if (at < 0) {
    warnings.push({ code: 'list-unknown-table', message: `${file}: no headings ${needed.join(', ')}; not used` })
    return undefined
  }
  const headings = csv.rows[at] ?? []
  const columns = new Map<string, number>()
  headings.forEach((heading, i) => {
    if (!columns.has(headingKey(heading))) columns.set(headingKey(heading), i)
  })
  const body = csv.rows.slice(at + 1)
  const short = body.filter((row) => row.length < headings.length).length
  const rows = body.map(
    (row): Cells =>
      (heading) =>
        row[columns.get(headingKey(heading)) ?? -1]?.trim() ?? '',
  )
  const isOpen = csv.warnings.some(({ code }) => code === 'open-quote' || code === 'row-limit')
  // One row that is shorter than all others, and last, is what a cut transfer leaves.
  const isCut = short === 1 && (body.at(-1)?.length ?? 0) < headings.length
  if (isCut) warnings.push({ code: 'list-broken', message: `${file}: the last row is cut` })
  const above = csv.rows
    .slice(0, at)
    .map((row) => row.join(' '))
    .join(' ')
  return { rows, headings, above, isWhole: !isOpen && !isCut && !(bytes.length > LIMITS.listBytes) }
}

/** Reads each file of a list as a table and gives it to `take`, in order; whether every one has its headings and ends as a whole one does. */
export function eachTable(
  files: ReadonlyMap<string, Uint8Array>,
  needed: readonly string[],
  warnings: Warning[],
  take: (table: ListTable) => void,
  delimiter?: string,
): boolean {
  let isWhole = true
  for (const [file, bytes] of files) {
    const table = readListTable(file, bytes, needed, warnings, delimiter)
    if (table) take(table)
    isWhole &&= table?.isWhole === true
  }
  return isWhole
}

/** Several values in one cell, parted by single marks and trimmed; at most {@link LIMITS.listAliases}. */
export function splitCell(cell: string, separator: RegExp = /;/): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, LIMITS.listAliases)
}
