import { InbetweenError } from '../base/errors.ts'
import { contentId } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { decodeText } from '../base/text.ts'
import { type Declaration, formatAnchor, type Warning } from '../model/index.ts'
import { type Binding, bindTable } from './bind.ts'
import { readCsv, writeCsv } from './csv.ts'
import { oneLine, reduceCell } from './minimise.ts'
import { PRESETS } from './presets/index.ts'
import { type RawTable, readRows } from './rows.ts'

/** Who states a table, when (`YYYY-MM-DD`), how reliable it is taken to be, and what a statement is about. */
export interface DeclarationMeta {
  readonly by?: string
  readonly on?: string
  readonly rating?: string
  readonly about?: string
}

/** A table after minimisation. */
export interface ReadDeclaration {
  /** Canonical CSV in UTF-8, one row per line, fields as header: the only thing that may be sealed. */
  readonly minimised: Uint8Array
  /** Rows as `minimised` holds them, with their line there. */
  readonly rows: readonly { readonly fields: Readonly<Record<string, string>>; readonly line: number }[]
  /** Each column of the table that came, and the field it was kept as; null when it was left out. */
  readonly mapping: readonly { readonly column: string; readonly field: string | null }[]
  readonly warnings: Warning[]
}

const MAX_HEADER_CHARS = 80

/**
 * Reads what somebody states and keeps only the columns of the preset that fits: pay, contact, birth, identity, bank and street columns, and all columns that
 * no preset knows, are left out and named in `mapping`; persons become initials. Spreadsheets go through `tableBytes` first.
 * @throws InbetweenError `IBT-INPUT` with the place `file:line` when the bytes are no table of this kind.
 */
export function readDeclaration(kind: Declaration['kind'], bytes: Uint8Array, name: string, _meta: DeclarationMeta): ReadDeclaration {
  refuseUnusable(bytes, name)
  const table = readRows(bytes)
  const binding = bindTable(
    table.rows,
    PRESETS.filter((preset) => preset.kind === kind),
  )
  if (binding) return minimise(binding, table, name)
  if (kind === 'statement') return plainStatement(bytes, name)
  throw new InbetweenError('IBT-INPUT', `no row has the columns of a ${kind} table`, {
    place: `${name}:${table.lines[0] ?? 1}`,
    hint: headerHint(kind),
  })
}

/** The declarations in sealed bytes, each with the anchor of its line. Nothing but these bytes and the words with which they were sealed is used. */
export function declarationsOf(minimised: Uint8Array, kind: Declaration['kind'], sha256: string, meta: DeclarationMeta): Declaration[] {
  const { rows, lines } = readCsv(minimised, ',')
  const header = rows[0] ?? []
  return rows.slice(1).map((row, index) => {
    const line = lines[index + 1] ?? index + 2
    const fields = fieldsOf(header, row)
    const stated: Record<string, string> = {}
    for (const key of ['by', 'on', 'rating', 'about'] as const) {
      const value = meta[key] ?? (kind === 'statement' || kind === 'attestation' ? fields[key] : undefined)
      if (value !== undefined && key !== 'rating') stated[key] = value
    }
    return {
      id: contentId('declaration', kind, sha256, String(line)),
      kind,
      fields,
      ...stated,
      ...(meta.rating === undefined ? {} : { rating: meta.rating }),
      anchor: formatAnchor({ sha256, at: { kind: 'line', line } }),
    }
  })
}

function minimise({ preset, row, columns }: Binding, table: RawTable, name: string): ReadDeclaration {
  const header = table.rows[row] ?? []
  const fields = [...new Set(columns.map(({ field }) => field))]
  const warnings: Warning[] = [...table.warnings]
  const kept: string[][] = []
  for (const cells of table.rows.slice(row + 1)) {
    const values = fields.map((field) => {
      const own = columns.filter((column) => column.field === field)
      // First and last name, or a role and a position, stand in two columns of one field.
      const words = own.map(({ index }) => cells[index] ?? '').filter((cell) => cell.trim() !== '')
      return reduceCell(words.join(' '), own[0]?.keep ?? 'words')
    })
    if (values.some((value) => value !== '')) kept.push(values)
  }
  if (kept.length === 0) {
    const place = `${name}:${table.lines[row] ?? 1}`
    throw new InbetweenError('IBT-INPUT', `the ${preset.kind} table has a header and no row`, {
      place,
      hint: 'Bring a table with at least one row.',
    })
  }
  const contacts = kept.flat().filter((value) => value.includes('[…]')).length
  if (contacts > 0)
    warnings.push({ code: 'contact-left-out', message: `${contacts} cells held mail addresses or telephone numbers: left out` })
  const at = new Map(columns.map(({ index, field }) => [index, field]))
  const mapping = header.map((cell, index) => ({ column: oneLine(cell).slice(0, MAX_HEADER_CHARS), field: at.get(index) ?? null }))
  return sealable(fields, kept, mapping, warnings)
}

function sealable(
  fields: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: ReadDeclaration['mapping'],
  warnings: Warning[],
): ReadDeclaration {
  return {
    minimised: Buffer.from(writeCsv([fields, ...rows])),
    rows: rows.map((row, index) => ({ fields: fieldsOf(fields, row), line: index + 2 })),
    mapping,
    warnings,
  }
}

/** A text without headers is what was said, as one row. */
function plainStatement(bytes: Uint8Array, name: string): ReadDeclaration {
  const text = reduceCell(decodeText(bytes).text, 'words')
  if (text === '') throw new InbetweenError('IBT-INPUT', 'the statement has no words', { place: `${name}:1`, hint: 'Write what was said.' })
  return sealable(['text'], [[text]], [{ column: 'text', field: 'text' }], [])
}

function fieldsOf(header: readonly string[], row: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [index, field] of header.entries()) {
    const value = row[index] ?? ''
    if (value !== '') fields[field] = value
  }
  return fields
}

function refuseUnusable(bytes: Uint8Array, name: string): void {
  const place = `${name}:1`
  if (bytes.length === 0)
    throw new InbetweenError('IBT-INPUT', 'the file is empty', { place, hint: 'Bring a CSV or XLSX table with a header row.' })
  if (bytes.length > LIMITS.tableBytes)
    throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.tableBytes} bytes`, { place, hint: 'Split the table.' })
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!isUtf16 && bytes.subarray(0, 4096).includes(0))
    throw new InbetweenError('IBT-INPUT', 'not a table of text', { place, hint: 'Save the table as CSV (UTF-8).' })
}

function headerHint(kind: Declaration['kind']): string {
  const presets = PRESETS.filter((preset) => preset.kind === kind)
  const needed = presets.map(({ columns, needs }) => columns.filter(({ field }) => needs.includes(field)).map(({ headers }) => headers[0]))
  return `Write a header row; one of these columns is needed: ${[...new Set(needed.flat())].join(', ')}.`
}
