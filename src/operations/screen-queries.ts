import { existsSync, readFileSync, statSync } from 'node:fs'
import { InbetweenError } from '../base/errors.ts'
import { readCsv } from '../intake/index.ts'
import type { Warning } from '../model/index.ts'
import { countryCodeOf, cutNameWarnings, isoDate, type ScreenQuery } from '../screen/index.ts'
import { type Operation, type OperationContext, type OperationInput, text, texts } from './operation.ts'

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

/** Headings of columns, folded. */
const HEADINGS = {
  name: /^(?:name|company|vendor|studio|名称|公司|회사|이름)$/i,
  schema: /^(?:schema|type)$/i,
  country: /^(?:country|countries|nationality|land|国家|国籍|국가|국적)$/i,
  born: /^(?:born|birth|birth[ _]?date|dob|date of birth|geburtsdatum|出生日期|생년월일)$/i,
  id: /^(?:identifiers?|passport|registration(?: number)?|tax (?:id|number)|uscc|证件号|统一社会信用代码|등록번호)$/i,
  address: /^(?:address|anschrift|地址|주소)$/i,
} as const

const SCHEMAS: Readonly<Record<string, NonNullable<ScreenQuery['schema']>>> = {
  company: 'Company',
  organization: 'Organization',
  person: 'Person',
}

/** What is known of one row, as it was written. */
type Row = { readonly name: string } & { readonly [K in Exclude<keyof typeof HEADINGS, 'name'>]?: string }

/** The queries of a command line: names, rows of tables and lines of standard input, each with what is known besides its name. Facts that cannot be read are counted in warnings and left out. */
export async function queriesOf(
  input: OperationInput,
  context: OperationContext,
): Promise<{ readonly queries: ScreenQuery[]; readonly warnings: Warning[] }> {
  const rows: Row[] = []
  for (const given of input.paths) {
    if (given === '-')
      rows.push(...(await context.stdin()).toString('utf8').split(/\r?\n/).map((name) => ({ name }))) // biome-ignore format: one line
    else if (/\.csv$/i.test(given) && existsSync(given) && statSync(given).isFile()) rows.push(...rowsOf(given))
    else rows.push({ name: given })
  }
  const named = rows.filter(({ name }) => name.trim() !== '')
  if (named.length === 0) throw new InbetweenError('IBT-USAGE', 'screen needs at least one name', { hint: 'inbetween screen "SEK Studio"' })
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
    ...cutNameWarnings(queries.map(({ name }) => name)),
    ...lost('the birth date', 'born', (cell) => dayOf(cell) !== undefined),
    ...lost('the country', 'country', (cell) => cellsOf(cell).every((one) => countryCodeOf(one) !== undefined)),
  ]
  return { queries, warnings }
}

function queryOf(row: Row, input: OperationInput): ScreenQuery {
  const given = (key: 'country' | 'id' | 'address') =>
    cellsOf(row[key] ?? '').length > 0 ? cellsOf(row[key] ?? '') : (texts(input, key) ?? [])
  const schema = SCHEMAS[(row.schema ?? '').toLowerCase()] ?? (text(input, 'schema') as ScreenQuery['schema'])
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

/** Rows of a CSV by its headings; without a heading that says name, the first column holds names and no row is a heading. */
function rowsOf(place: string): Row[] {
  const [header = [], ...rows] = readCsv(readFileSync(place)).rows
  const at = (key: keyof typeof HEADINGS) => header.findIndex((cell) => HEADINGS[key].test(cell.trim()))
  const name = at('name')
  if (name < 0) return [header, ...rows].map((row) => ({ name: row[0] ?? '' }))
  const columns = (['schema', 'country', 'born', 'id', 'address'] as const).flatMap((key) => (at(key) < 0 ? [] : [[key, at(key)] as const]))
  return rows.map((row) => ({
    name: row[name] ?? '',
    ...Object.fromEntries(columns.map(([key, column]) => [key, (row[column] ?? '').trim()])),
  }))
}
