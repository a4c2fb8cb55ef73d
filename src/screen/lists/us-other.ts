import { own } from '../../base/own.ts'
import type { ListVersion, Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { isoDate } from './dates.ts'
import { draftUnder, type EntryDraft, joinParts, listOf, newDraft, oneList, untoldSchema } from './entry-draft.ts'
import { type Cells, eachTable, hasHeadings, type ListTable, splitCell } from './table-rows.ts'

const CSL_HEADINGS = ['source', 'entity_number', 'programs', 'name', 'alt_names'] as const
const CSL = 'us-csl'

/** The lists that the Consolidated Screening List joins, by the abbreviation in its `source` column. Only OFAC's and State's sanctions are sanctions; the others control exports. */
const CSL_KINDS: Readonly<Record<string, ListVersion['kind']>> = {
  SDN: 'sanctions', SSI: 'sanctions', FSE: 'sanctions', PLC: 'sanctions', CAP: 'sanctions', 'NS-MBS': 'sanctions', MBS: 'sanctions', CMIC: 'sanctions', ISN: 'sanctions',
  DPL: 'export', EL: 'export', UVL: 'export', MEU: 'export', DTC: 'export', AECA: 'export',
} // biome-ignore format: a list read as lines

/** The Consolidated Screening List of the US in one table: a list of its own for each `source`, so that an export control is not called a sanction. */
export const usCsl: ListReader = {
  name: 'us-csl',
  summary: 'US Consolidated Screening List (CSV): one list per source, sanctions and export controls apart',
  source: 'US International Trade Administration, Consolidated Screening List',
  isBuiltIn: false,
  recognises: (_, head) => hasHeadings(head, CSL_HEADINGS),
  read(files) {
    const warnings: Warning[] = []
    const bySource = new Map<string, EntryDraft[]>()
    const take = ({ rows }: ListTable) => {
      for (const row of rows) {
        const short = /\(([A-Z][A-Z-]{1,9})\)/.exec(row('source'))?.[1] ?? (/military end user/i.test(row('source')) ? 'MEU' : 'OTHER')
        const drafts = bySource.get(short) ?? []
        bySource.set(short, drafts)
        drafts.push(draftOf(row, drafts.length + 1))
      }
    }
    const isWhole = eachTable(files, CSL_HEADINGS, warnings, take, ',')
    const lists = [...bySource].sort().map(([short, drafts]) => {
      const kind = own(CSL_KINDS, short) ?? 'other'
      return listOf({ name: `${CSL}-${short.toLowerCase()}`, kind }, drafts, files, warnings)
    })
    return { name: CSL, lists, warnings, isWhole }
  },
}

function draftOf(row: Cells, position: number): EntryDraft {
  const type = row('type')
  const schema = /individual/i.test(type)
    ? 'Person'
    : /vessel/i.test(type)
      ? 'Vessel'
      : /aircraft/i.test(type)
        ? 'Airplane'
        : /entity/i.test(type)
          ? undefined
          : untoldSchema(row('name'))
  const draft = newDraft(row('entity_number') || `row${position}`, schema)
  draft.names.push({ name: row('name'), rank: 'main' })
  for (const name of splitCell(row('alt_names'))) draft.names.push({ name, rank: 'good' })
  draft.programs.push(...splitCell(row('programs')))
  draft.addresses.push(...splitCell(row('addresses')))
  draft.countries.push(...splitCell(row('nationalities')), ...splitCell(row('citizenships')))
  draft.birthDates.push(...splitCell(row('dates_of_birth')).flatMap((text) => isoDate(text) ?? []))
  for (const id of splitCell(row('ids'))) {
    // "US, 80-0890696, Tax ID No.": country, number, kind.
    const parts = id.split(',').map((part) => part.trim())
    const number = parts.find((part) => /\d/.test(part))
    if (number !== undefined)
      draft.numbers.push({ kind: parts.at(-1) ?? '', number, country: /^[A-Z]{2}$/.test(parts[0] ?? '') ? (parts[0] ?? '') : '' })
  }
  const on = isoDate(row('start_date'))
  if (on !== undefined) draft.listings.push({ on, source: row('federal_register_notice') || row('source') })
  draft.delistedOn = isoDate(row('end_date'))
  draft.remarks.push(row('remarks'), row('license_requirement'), row('license_policy'))
  return draft
}

const DPL_HEADINGS = ['Name', 'Street_Address', 'Effective_Date', 'Expiration_Date', 'FR_Citation'] as const
const DPL = 'us-dpl'

/** The Denied Persons List of the Bureau of Industry and Security: export privileges, not sanctions. */
export const usDpl: ListReader = {
  name: 'us-dpl',
  summary: 'US Denied Persons List (dpl.txt, tabs): denials of export privileges with their first and last day',
  source: 'US Bureau of Industry and Security, Denied Persons List',
  isBuiltIn: false,
  recognises: (_, head) => hasHeadings(head.replaceAll('"', ''), DPL_HEADINGS),
  read(files) {
    const warnings: Warning[] = []
    const drafts: EntryDraft[] = []
    const take = ({ rows }: ListTable) => {
      for (const row of rows) {
        const draft = newDraft(`${drafts.length + 1}`, untoldSchema(row('Name')))
        draft.names.push({ name: row('Name'), rank: 'main' })
        draft.addresses.push(joinParts([row('Street_Address'), row('City'), row('State'), row('Postal_Code'), row('Country')]))
        draft.countries.push(row('Country'))
        const on = isoDate(row('Effective_Date'), 'month first')
        if (on !== undefined) draft.listings.push({ on, source: row('FR_Citation') })
        draft.delistedOn = isoDate(row('Expiration_Date'), 'month first')
        draft.remarks.push(row('Action'), row('FR_Citation'))
        drafts.push(draft)
      }
    }
    const isWhole = eachTable(files, DPL_HEADINGS, warnings, take, '\t')
    return oneList({ name: DPL, kind: 'export' }, drafts, files, warnings, isWhole)
  },
}

const MILITARY_HEADINGS = ['Name', 'Clean Name', 'Parent Name', 'Start date', 'End date'] as const
const MILITARY = 'us-1260h'

/** Companies that the Department of Defense names under section 1260H (before: 1237): a defence list, not sanctions. */
export const usMilitary: ListReader = {
  name: 'us-1260h',
  summary: 'US list of Chinese military companies (CSV: Name, Clean Name, Alias, Parent Name, Start date, End date)',
  source: 'US Department of Defense, section 1260H; table layout of opensanctions/opensanctions, datasets/us/dod_chinese_milcorps',
  isBuiltIn: false,
  recognises: (_, head) => hasHeadings(head, MILITARY_HEADINGS),
  read(files) {
    const warnings: Warning[] = []
    const drafts = new Map<string, EntryDraft>()
    const take = ({ rows }: ListTable) => {
      for (const row of rows) {
        const name = row('Clean Name') || row('Name')
        const draft = draftUnder(drafts, name, () => newDraft(String(drafts.size + 1), 'Company'))
        draft.names.push({ name, rank: 'main' })
        // A short form in capitals is what many names share.
        for (const alias of [...splitCell(row('Alias')), ...splitCell(row('Previous Name'))])
          draft.names.push({ name: alias, rank: /^[A-Z0-9&-]{2,6}$/.test(alias) ? 'weak' : 'good' })
        if (row('Parent Name') !== '') draft.edges.push({ kind: 'parent company', to: row('Parent Name') })
        const [on, until] = [isoDate(row('Start date')), isoDate(row('End date'))]
        if (on !== undefined) draft.listings.push({ on, source: row('Source Url') || 'US Department of Defense' })
        draft.delistedOn = until
        draft.remarks.push(row('Note'))
      }
    }
    const isWhole = eachTable(files, MILITARY_HEADINGS, warnings, take, ',')
    return oneList({ name: MILITARY, kind: 'other' }, drafts.values(), files, warnings, isWhole)
  },
}
