import { compareText, sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { ListEntity, Warning } from '../../model/index.ts'
import type { ListReader, ListReading, SanctionsList } from '../list.ts'
import { DPRK_ANIMATION, DPRK_ANIMATION_NAME } from '../tables/dprk-animation.ts'
import { withEnds } from './edges.ts'
import { legalSchema, numberOf } from './entry-draft.ts'
import { type OfacEnd, ofacEnd, readOfacCsv } from './ofac-csv.ts'
import { readRemarks } from './ofac-remarks.ts'

const NAME = 'ofac'

/** OFAC's lists in the legacy comma-separated form: SDN.CSV, ALT.CSV, ADD.CSV, SDN_COMMENTS.CSV, and the CONS_* files of the same build. */
export const ofac: ListReader = {
  name: 'ofac-csv',
  summary:
    'OFAC SDN and consolidated lists (sdn.csv, alt.csv, add.csv, sdn_comments.csv; cons_prim.csv, cons_alt.csv, cons_add.csv, cons_comments.csv)',
  source: 'US Treasury, OFAC: "SDN list data formats, delimited files"; data in the public domain',
  isBuiltIn: false,
  recognises: (_, head) =>
    /^"?\d{1,9}"?,(?:\d{1,9},)?(?:"|-0-)/.test(head) || (/^[^\d"<{].*\r?\n"?\d{1,9}"?,/.test(head) && head.includes(',-0- ,')),
  read: (files) => readOfac(files),
}

/** The four tables, told by their number of columns, so that file names do not matter. */
type Part = 'primary' | 'alias' | 'address' | 'comment'
const COLUMNS: Readonly<Record<number, Part>> = { 12: 'primary', 5: 'alias', 6: 'address', 2: 'comment' }

interface Table {
  readonly file: string
  readonly part: Part
  readonly rows: readonly (readonly string[])[]
  readonly ids: ReadonlySet<string>
  readonly highest: number
  readonly end: OfacEnd
}

/**
 * Reads OFAC's legacy files by file name. Tables are told by their columns; where several files are states of one table, the one that reaches the highest entry number is used and the others are named in warnings.
 * The files carry no dates: an entry is dated when the built-in table knows its OFAC number, and the version is a hash of what was used with the highest entry number.
 */
export function readOfac(files: ReadonlyMap<string, Uint8Array>): ListReading & { readonly list: SanctionsList } {
  const warnings: Warning[] = []
  const tables: Table[] = []
  for (const [file, bytes] of [...files].sort(([a], [b]) => compareText(a, b))) {
    const table = tableOf(file, bytes, warnings)
    if (table) tables.push(table)
  }
  const used = newestOf(tables, warnings)
  warnings.push(...used.flatMap(endWarning))
  if (!used.some(({ part }) => part === 'primary'))
    warnings.push({
      code: 'list-empty',
      message: `no sdn.csv among ${[...files.keys()].join(', ') || 'no files'}: a table of 12 columns that begin with a number`,
    })
  const entries = entriesOf(used, warnings)
  const hash = sha256Hex(used.map(({ file }) => sha256Hex(files.get(file) ?? new Uint8Array())).join('\n'))
  const highest = used.reduce((top, table) => (table.part === 'primary' ? Math.max(top, table.highest) : top), 0)
  const version = `sha256-${hash.slice(0, 12)}${highest > 0 ? ` (entries to ${highest})` : ''}`
  const list: SanctionsList = { name: NAME, kind: 'sanctions', version, entities: entries.length, entries }
  return { name: NAME, list, lists: [list], warnings, isWhole: used.length > 0 && used.every(({ end }) => end === 'whole') }
}

/** OFAC ends each of its tables with a line that holds only Ctrl-Z. */
function endWarning({ file, end, rows }: Table): Warning[] {
  if (end === 'whole') return []
  const message =
    end === 'cut'
      ? `${file}: ends within its last row, after ${rows.length} whole ones: what follows is missing, and nobody named there is found; fetch the file again`
      : `${file}: has no end mark (a last line that holds only Ctrl-Z): rows may be missing at its end; compare it with the publisher's file`
  return [{ code: end === 'cut' ? 'list-broken' : 'list-no-end-mark', message }]
}

function tableOf(file: string, bytes: Uint8Array, warnings: Warning[]): Table | undefined {
  const { rows, cut } = readOfacCsv(bytes.subarray(0, LIMITS.listBytes), LIMITS.tableRows)
  if (cut || bytes.length > LIMITS.listBytes)
    warnings.push({
      code: 'list-limit',
      message: `${file}: longer than ${LIMITS.tableRows} rows or ${LIMITS.listBytes} bytes; the rest is not read`,
    })
  const numbered = rows.filter(([first]) => /^\d{1,9}$/.test(first ?? ''))
  const part = COLUMNS[commonestColumns(numbered)]
  if (!part) {
    warnings.push({
      code: 'list-unknown-table',
      message: `${file}: not one of OFAC's tables (12, 6, 5 or 2 columns, first a number); not used`,
    })
    return undefined
  }
  const width = Number(Object.keys(COLUMNS).find((columns) => COLUMNS[Number(columns)] === part))
  const good = numbered.filter((row) => row.length === width)
  // A first row without a number is a heading that somebody added.
  const bad = rows.length - good.length - (rows.length > 0 && !/^\d/.test(rows[0]?.[0] ?? '') ? 1 : 0)
  if (bad > 0)
    warnings.push({ code: 'list-row', message: `${file}: ${bad} of ${rows.length} rows do not have ${width} cells and a number; not used` })
  const ids = new Set(good.map(([id]) => id ?? ''))
  const end = bytes.length > LIMITS.listBytes || cut ? 'cut' : ofacEnd(bytes, rows, width)
  return { file, part, rows: good, ids, end, highest: good.reduce((top, [id]) => Math.max(top, Number(id)), 0) }
}

function commonestColumns(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows.slice(0, 1000)) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

/** Files of one part that share entry numbers are states of one table; the SDN and the consolidated list share none. */
function newestOf(tables: readonly Table[], warnings: Warning[]): Table[] {
  const used: Table[] = []
  const ordered = [...tables].sort((a, b) => b.highest - a.highest || b.rows.length - a.rows.length || compareText(a.file, b.file))
  for (const table of ordered) {
    const rival = used.find((other) => other.part === table.part && shares(other, table))
    if (rival)
      warnings.push({ code: 'list-older-file', message: `${table.file}: ${rival.file} is a later state of the same table; not used` })
    else used.push(table)
  }
  return used.sort((a, b) => compareText(a.file, b.file))
}

/** Share of common entries above which two files are states of one table; some entries stand in both the SDN and the consolidated list. */
const SAME_TABLE = 0.6

function shares(a: Table, b: Table): boolean {
  let common = 0
  for (const id of b.ids) if (a.ids.has(id)) common++
  return common > Math.min(a.ids.size, b.ids.size) * SAME_TABLE
}

interface Draft {
  readonly number: string
  readonly name: string
  readonly type: string
  readonly programs: readonly string[]
  readonly countries: string[]
  readonly aliases: { name: string; weak: boolean }[]
  readonly addresses: string[]
  remarks: string
}

function entriesOf(tables: readonly Table[], warnings: Warning[]): ListEntity[] {
  const drafts = new Map<string, Draft>()
  for (const { part, rows } of tables) {
    if (part !== 'primary') continue
    for (const [number = '', name = '', type = '', programs = '', , , , , , , , remarks = ''] of rows) {
      const split = programs.split(/\]\s*\[/).map((text) => text.replace(/[[\]]/g, '').trim())
      const known = drafts.get(number)
      const all = [...new Set([...(known?.programs ?? []), ...split.filter((text) => text !== '')])]
      if (name !== '')
        drafts.set(number, { number, name, type, countries: [], aliases: [], addresses: [], remarks, ...known, programs: all })
    }
  }
  for (const { file, part, rows } of tables) {
    let strays = 0
    for (const row of rows) {
      const draft = drafts.get(row[0] ?? '')
      if (!draft) strays++
      else addRow(draft, part, row)
    }
    if (part !== 'primary' && strays > 0)
      warnings.push({
        code: 'list-strays',
        message: `${file}: ${strays} of ${rows.length} rows belong to entries that the main table does not hold (it may be older); not used`,
      })
  }
  return withEnds([...drafts.values()].sort((a, b) => Number(a.number) - Number(b.number)).map(entityOf))
}

function addRow(draft: Draft, part: Part, row: readonly string[]): void {
  const isRoom = draft.aliases.length < LIMITS.listAliases && draft.addresses.length < LIMITS.listAliases
  if (part === 'alias' && isRoom && row[3] && !draft.aliases.some(({ name }) => name === row[3]))
    draft.aliases.push({ name: row[3], weak: false })
  if (part === 'address' && isRoom) {
    const address = [row[2], row[3], row[4]].filter((text) => text !== undefined && text !== '').join(', ')
    if (address !== '' && !draft.addresses.includes(address)) draft.addresses.push(address)
    if (row[4] && !draft.countries.includes(row[4])) draft.countries.push(row[4])
  }
  // The comments file goes on where the remarks were cut, in the middle of a word if need be.
  if (part === 'comment') draft.remarks += row[1] ?? ''
}

/** Dates by OFAC number, from the table of dated designations: the same number is the same entry. */
const DATES = new Map(
  DPRK_ANIMATION.map(({ number, listedOn, delistedOn }) => [
    String(number),
    { ...(listedOn ? { listedOn } : {}), ...(delistedOn ? { delistedOn } : {}), datesFrom: DPRK_ANIMATION_NAME },
  ]),
)

/** Days by OFAC number that the files do not carry: of a few designations that the program knows. */
export function knownDates(number: string): { readonly listedOn?: string; readonly delistedOn?: string; readonly datesFrom?: string } {
  return DATES.get(number) ?? {}
}

const SCHEMAS: ReadonlyMap<string, ListEntity['schema']> = new Map([
  ['individual', 'Person'],
  ['vessel', 'Vessel'],
  ['aircraft', 'Airplane'],
])

function entityOf({ number, name, type, programs, aliases, addresses, countries, remarks }: Draft): ListEntity {
  const found = readRemarks(remarks)
  const all = [...new Set([...found.countries, ...countries])]
  return {
    id: `${NAME}-${number}`,
    name,
    schema: SCHEMAS.get(type.toLowerCase()) ?? legalSchema(name),
    list: NAME,
    programs,
    aliases: [...aliases, ...found.weakNames.map((weak) => ({ name: weak, weak: true }))],
    addresses,
    identifiers: found.identifiers,
    remarks,
    ...(found.birthDates.length > 0 ? { birthDates: found.birthDates } : {}),
    ...(all.length > 0 ? { countries: all } : {}),
    ...(found.numbers.length > 0 ? { numbers: found.numbers.map(numberOf) } : {}),
    ...(found.edges.length > 0 ? { edges: found.edges } : {}),
    ...knownDates(number),
  }
}
