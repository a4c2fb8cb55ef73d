import type { ListEntity, Warning } from '../../model/index.ts'
import { tellNumber } from '../check-digits.ts'
import type { ListReader, ListReading } from '../list.ts'
import { readShare } from '../shares.ts'
import { isoDate } from './dates.ts'
import { type EntryDraft, legalSchema, newDraft, oneList, untoldSchema } from './entry-draft.ts'
import { type Cells, headingKey, readListTable, splitCell } from './table-rows.ts'

/** What a column of a list of one's own can hold, with headings that say so. A heading is compared by its letters and digits. */
const OWN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'full name', 'company', 'company name', 'entity', 'firma', 'nom', 'название', '名称', '公司', '公司名称', '姓名', '이름', '회사', '회사명', '상호'],
  alias: ['alias', 'aliases', 'aka', 'also known as', 'other names', '别名', '별칭'],
  weak: ['weak alias', 'weak aliases', 'low quality alias'],
  id: ['id', 'reference', 'number', 'no', 'nr'],
  schema: ['type', 'schema', 'kind', 'art', '类型', '유형'],
  country: ['country', 'nationality', 'land', 'pays', 'страна', '国家', '국가'],
  address: ['address', 'adresse', 'anschrift', 'адрес', '地址', '주소'],
  birth: ['birth', 'born', 'birth date', 'date of birth', 'dob', 'birthday', 'geburtsdatum', '出生日期', '생년월일'],
  identifier: ['identifier', 'identifiers', 'registration number', 'passport', 'tax number', 'uscc', 'lei', 'imo', 'inn', 'iban', 'ogrn', 'инн', '统一社会信用代码', '사업자등록번호'],
  program: ['program', 'programme', 'reason', 'list'],
  listed: ['listed', 'listed on', 'date', 'from', 'since', 'start date', 'datum'],
  delisted: ['delisted', 'delisted on', 'until', 'end date', 'removed'],
  owner: ['owner', 'parent', 'shareholder'],
  share: ['share', 'percent', 'percentage'],
  remarks: ['remarks', 'note', 'notes', 'comment', 'bemerkung', '备注', '비고'],
} // biome-ignore format: a list read as lines

/** The fields that a mapping can name. */
export const OWN_FIELD_NAMES: readonly string[] = Object.keys(OWN_FIELDS)

/** Columns that one warning names. */
const COLUMNS_NAMED = 10

const SCHEMAS: readonly (readonly [RegExp, ListEntity['schema']])[] = [
  [/person|individual|natural|个人|자연인|개인/i, 'Person'],
  [/vessel|ship|schiff|船|선박/i, 'Vessel'],
  [/aircraft|airplane|flugzeug/i, 'Airplane'],
  [/company|firm|business|公司|회사/i, 'Company'],
  [/organi[sz]ation|entity|body|group|组织|단체/i, 'Organization'],
]

/** A heading of names that says that they are names of companies. */
const COMPANY_HEADING = /company|firm|公司|회사|상호|vendor|supplier/i

/** A list of one's own: any table with a column of names, by its headings or by a mapping in words. */
export const own: ListReader = {
  name: 'own-table',
  summary: 'A list of your own (CSV, tabs or a spreadsheet): columns by their headings, or --map name=Firma,country=Land',
  source: 'The person who brings it; headings in docs/screening.md',
  isBuiltIn: false,
  recognises: (_, head) => {
    const first = (head.split(/\r?\n/).find((line) => line.trim() !== '') ?? '').split(/[,;\t|]/).map(headingKey)
    // A heading alone is a list too: of names and nothing else.
    return first.some((heading) => OWN_FIELDS.name?.some((known) => headingKey(known) === heading))
  },
  read(files, options): ListReading {
    const warnings: Warning[] = []
    const name = options.name ?? nameOfFile([...files.keys()][0] ?? '')
    const drafts: EntryDraft[] = []
    let isWhole = true
    for (const [file, bytes] of files) {
      const mapped = options.map?.name
      const table = tableOf(file, bytes, mapped === undefined ? [] : [mapped], warnings)
      if (!table) {
        isWhole = false
        continue
      }
      const columns = columnsOf(table.headings, options.map ?? {})
      const missing = Object.entries(options.map ?? {}).filter(
        ([, heading]) => !table.headings.some((other) => headingKey(other) === headingKey(heading)),
      )
      if (missing.length > 0)
        warnings.push({ code: 'list-column', message: `${file}: no column ${missing.map(([, heading]) => heading).join(', ')}` })
      if (!columns.has('name')) {
        warnings.push({
          code: 'list-column',
          message: `${file}: no column of names is told by its heading; say which it is: --map name=HEADING`,
        })
        isWhole = false
        continue
      }
      isWhole &&= table.isWhole
      warnings.push(...unusedColumns(file, table.headings, columns))
      for (const row of table.rows) drafts.push(draftOf((field) => valuesOf(row, columns.get(field)), drafts.length + 1))
    }
    return oneList({ name, kind: options.kind ?? 'other', date: options.date }, drafts, files, warnings, isWhole)
  },
}

/** A character that no table has: with it as the separator a line is one cell. */
const NO_SEPARATOR = '\u001f'

/** The table of a file; one of a single column has its names whole, whatever marks stand in them. */
function tableOf(...[file, bytes, needed, warnings]: Parameters<typeof readListTable>): ReturnType<typeof readListTable> {
  const table = readListTable(file, bytes, needed, warnings)
  return table?.headings.length === 1 ? readListTable(file, bytes, needed, [], NO_SEPARATOR) : table
}

/** Field → headings of its columns: those that the mapping names, else those that {@link OWN_FIELDS} knows. */
function columnsOf(headings: readonly string[], map: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const columns = new Map<string, readonly string[]>()
  for (const [field, known] of Object.entries(OWN_FIELDS)) {
    const wanted = map[field] === undefined ? known : [map[field]]
    const found = headings.filter((heading) => wanted.some((other) => headingKey(other) === headingKey(heading)))
    if (found.length > 0) columns.set(field, found)
  }
  return columns
}

/** Columns that no field takes: what they say is not compared, and whoever brought the list may think that it is. */
function unusedColumns(file: string, headings: readonly string[], columns: ReadonlyMap<string, readonly string[]>): Warning[] {
  const used = new Set([...columns.values()].flat())
  const unused = headings.filter((heading) => heading.trim() !== '' && !used.has(heading))
  if (unused.length === 0) return []
  const named = unused.slice(0, COLUMNS_NAMED).map((heading) => heading.replace(/\s+/g, ' ').trim().slice(0, 60))
  const more = unused.length > COLUMNS_NAMED ? ` and ${unused.length - COLUMNS_NAMED} more` : ''
  const message = `${file}: not used: the columns ${named.join(', ')}${more}; say what one holds with --map FIELD=HEADING`
  return [{ code: 'list-columns-unused', message }]
}

function valuesOf(row: Cells, headings: readonly string[] | undefined): { readonly heading: string; readonly text: string }[] {
  return (headings ?? []).flatMap((heading) => splitCell(row(heading)).map((text) => ({ heading, text })))
}

function draftOf(values: (field: string) => readonly { readonly heading: string; readonly text: string }[], position: number): EntryDraft {
  const texts = (field: string) => values(field).map(({ text }) => text)
  const [name = '', ...others] = texts('name')
  const told = SCHEMAS.find(([words]) => words.test(texts('schema').join(' ')))?.[1]
  const isFirm = COMPANY_HEADING.test(values('name')[0]?.heading ?? '')
  const draft = newDraft(texts('id')[0] ?? String(position), told ?? (isFirm ? legalSchema(name) : untoldSchema(name)))
  draft.names.push({ name, rank: 'main' })
  for (const alias of [...others, ...texts('alias')]) draft.names.push({ name: alias, rank: 'good' })
  for (const alias of texts('weak')) draft.names.push({ name: alias, rank: 'weak' })
  draft.programs.push(...texts('program'))
  draft.addresses.push(...texts('address'))
  draft.countries.push(...texts('country'))
  draft.birthDates.push(...texts('birth').flatMap((text) => isoDate(text) ?? []))
  for (const { heading, text } of values('identifier'))
    draft.numbers.push({ ...tellNumber(heading, text), country: texts('country')[0] ?? '' })
  const on = isoDate(texts('listed')[0])
  if (on !== undefined) draft.listings.push({ on, source: 'as stated' })
  draft.delistedOn = isoDate(texts('delisted')[0])
  const shares = texts('share')
  texts('owner').forEach((to, i) => {
    const percent = readShare(shares[i] ?? '')
    draft.edges.push({ kind: 'owner', to, ...(percent ? { percent } : {}) })
  })
  draft.remarks.push(...texts('remarks'))
  return draft
}

/** What a list of one's own is called that nobody names: `Blocked vendors 2024.csv` → `blocked-vendors-2024`. */
export function nameOfFile(file: string): string {
  const name = file
    .replace(/(?:\.[A-Za-z0-9]{1,5})+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return name === '' ? 'own' : name
}
