import { InbetweenError } from '../base/errors.ts'
import { own } from '../base/own.ts'
import type { Warning } from '../model/index.ts'
import { countryCodeOf, cutNameWarnings, isoDate, type ScreenQuery } from '../screen/index.ts'
import { isDamaged, linesIn, type NameRow, type NameTable, nameLines, nameTable } from './name-tables.ts'
import { type Operation, type OperationContext, type OperationInput, text, texts } from './operation.ts'
import { checkedEncoding } from './table-text.ts'

/** Options of `screen` that say what is known besides names; a table's own cells come before them. */
export const FACT_OPTIONS: Operation['options'] = {
  born: {
    type: 'string',
    value: 'DATE',
    summary: 'Birth date of the persons asked for, YYYY-MM-DD. A year alone is no second identifier.',
  },
  country: {
    type: 'string',
    value: 'NAME',
    multiple: true,
    summary: 'Country of nationality, register or seat. Another country lowers a score and excludes nobody.',
  },
  id: { type: 'string', value: 'NUMBER', multiple: true, summary: 'A number of a document or register.' },
  address: { type: 'string', value: 'TEXT', multiple: true, summary: 'An address, with number and street.' },
}

const SCHEMAS: Readonly<Record<string, NonNullable<ScreenQuery['schema']>>> = {
  company: 'Company',
  organization: 'Organization',
  organisation: 'Organization',
  person: 'Person',
  individual: 'Person',
  'natural person': 'Person',
}

/** The queries of a command line: names, rows of tables and lines of standard input, each with what is known besides its name. Facts that cannot be read are counted in warnings and left out.
 * @throws InbetweenError as `nameTable` does; `IBT-USAGE` for options that cannot be read; `IBT-INPUT` when tables hold no name. */
export async function queriesOf(
  input: OperationInput,
  context: OperationContext,
): Promise<{ readonly queries: ScreenQuery[]; readonly warnings: Warning[] }> {
  const tables = await tablesOf(input, context)
  const named = tables.flatMap(({ rows }) => rows)
  const read = tables.flatMap(({ warnings }) => warnings)
  const empty = read.find(({ code }) => code === 'screen-empty')?.message
  if (named.length === 0 && tables.some(({ isTable }) => isTable))
    throw new InbetweenError('IBT-INPUT', empty ?? 'the tables hold no name', {
      hint: read.find(({ code }) => code !== 'screen-empty')?.message ?? 'Name a table that has a name in each row.',
    })
  if (named.length === 0)
    throw new InbetweenError('IBT-USAGE', 'screen needs at least one name', { hint: empty ?? 'inbetween screen "SEK Studio"' })
  const born = text(input, 'born')
  if (born !== undefined && dayOf(born) === undefined)
    throw new InbetweenError('IBT-USAGE', '--born: not a date as YYYY-MM-DD, YYYY-MM or YYYY')
  const unknown = (texts(input, 'country') ?? []).find((name) => countryCodeOf(name) === undefined)
  if (unknown !== undefined)
    throw new InbetweenError('IBT-USAGE', `--country: ${unknown} is no country that is known here, or the name of two`)
  const queries = named.map((row) => queryOf(row, input))
  const lost = (word: string, key: 'born' | 'country', isRead: (cell: string) => boolean): Warning[] => {
    const count = named.filter((row) => (row[key] ?? '') !== '' && !isRead(row[key] ?? '')).length
    return count === 0 ? [] : [{ code: 'screen-facts', message: `${word} of ${count} rows could not be read and was left out` }]
  }
  const warnings = [
    ...read,
    ...tables.flatMap(({ source, rows }) => unknownSchemas(source, rows)),
    ...cutNameWarnings(queries.map(({ name }) => name)),
    ...lost('the birth date', 'born', (cell) => dayOf(cell) !== undefined),
    ...lost('the country', 'country', (cell) => cellsOf(cell).every((one) => countryCodeOf(one) !== undefined)),
  ]
  return { queries, warnings }
}

/** Rows of one source: a word of the command line, a table or standard input. */
type Source = NameTable & { readonly source: string; readonly isTable: boolean }

async function tablesOf(input: OperationInput, context: OperationContext): Promise<Source[]> {
  const encoding = checkedEncoding(text(input, 'encoding'))
  const sources: Source[] = []
  for (const given of input.paths) {
    if (given === '-') {
      const source = 'standard input'
      sources.push({ ...nameLines(await context.stdin(), source, encoding), source, isTable: false })
      continue
    }
    const table = await nameTable(given, encoding)
    const rows = given.trim() === '' ? [] : [{ name: given, line: 1 }]
    sources.push(table ? { ...table, source: given, isTable: true } : { rows, warnings: [], source: given, isTable: false })
  }
  const damaged = sources.filter(({ source, isTable }) => !isTable && isDamaged(source)).length
  const message = `${damaged} of the names asked for hold U+FFFD, so that they are not what was written: give them on standard input with --encoding NAME`
  return damaged === 0 ? sources : [...sources, { rows: [], warnings: [{ code: 'screen-damaged', message }], source: '', isTable: false }]
}

function unknownSchemas(source: string, rows: readonly NameRow[]): Warning[] {
  const lines = rows.flatMap(({ schema = '', line }) => (schema === '' || schemaOf(schema) !== undefined ? [] : [line]))
  if (lines.length === 0) return []
  const message = `${source}: what ${lines.length} rows say of their kind is none of Company, Organization and Person, and was left out (${linesIn(lines)})`
  return [{ code: 'screen-schema', message }]
}

function schemaOf(cell: string): ScreenQuery['schema'] {
  return own(SCHEMAS, cell.trim().toLowerCase())
}

function queryOf(row: NameRow, input: OperationInput): ScreenQuery {
  const given = (key: 'country' | 'id' | 'address') =>
    cellsOf(row[key] ?? '').length > 0 ? cellsOf(row[key] ?? '') : (texts(input, key) ?? [])
  const schema = schemaOf(row.schema ?? '') ?? (text(input, 'schema') as ScreenQuery['schema'])
  const birthDate = dayOf(row.born ?? '') ?? dayOf(text(input, 'born') ?? '')
  const [countries, identifiers, addresses] = [given('country'), given('id'), given('address')]
  return {
    name: row.name.trim(),
    ...(schema === undefined ? {} : { schema }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(countries.length === 0 ? {} : { countries }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...(addresses.length === 0 ? {} : { addresses }),
  }
}

/** A birth date; `04/05/1974`, which is one day in one country and another elsewhere, is none. */
function dayOf(cell: string): string | undefined {
  return cell.includes('/') ? undefined : isoDate(cell)
}

function cellsOf(cell: string): string[] {
  return cell.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
}
