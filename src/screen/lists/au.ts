import type { Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { isoDate } from './dates.ts'
import { draftUnder, type EntryDraft, newDraft, oneList } from './entry-draft.ts'
import { type Cells, eachTable, hasHeadings, splitCell } from './table-rows.ts'

const NAME = 'au'
const HEADINGS = ['Reference', 'Name of Individual or Entity', 'Name Type'] as const

/** Australia's consolidated list as a table: a row per name, aliases under the reference with a letter (101a). */
export const au: ListReader = {
  name: 'au-table',
  summary: 'Australian consolidated list of DFAT (the spreadsheet, or saved as CSV): a row per name',
  source: 'Department of Foreign Affairs and Trade, Consolidated List (regulation8_consolidated)',
  isBuiltIn: false,
  recognises: (_, head) => hasHeadings(head, HEADINGS),
  read(files) {
    const warnings: Warning[] = []
    const drafts = new Map<string, EntryDraft>()
    const isWhole = eachTable(files, HEADINGS, warnings, ({ rows }) => {
      for (const row of rows) {
        const key = /^\d{1,9}/.exec(row('Reference'))?.[0]
        if (key === undefined) continue
        const type = row('Type')
        const schema = /individual|person/i.test(type) ? 'Person' : /vessel|ship/i.test(type) ? 'Vessel' : undefined
        addRow(
          draftUnder(drafts, key, () => newDraft(key, schema)),
          row,
        )
      }
    })
    return oneList({ name: NAME, kind: 'sanctions' }, drafts.values(), files, warnings, isWhole)
  },
}

function addRow(draft: EntryDraft, row: Cells): void {
  const rank = /^primary/i.test(row('Name Type')) ? 'main' : /weak/i.test(row('Alias Strength')) ? 'weak' : 'good'
  draft.names.push({ name: row('Name of Individual or Entity'), rank })
  draft.programs.push(row('Committees'))
  draft.addresses.push(...splitCell(row('Address')))
  draft.countries.push(...splitCell(row('Citizenship'), /[,;]/))
  draft.birthDates.push(...splitCell(row('Date of Birth'), /[,;]/).flatMap((text) => isoDate(text) ?? []))
  for (const number of splitCell(row('IMO Number'))) draft.numbers.push({ kind: 'IMO number', number })
  const on = isoDate(row('Control Date'))
  if (on !== undefined) draft.listings.push({ on, source: row('Instrument of Designation') || 'DFAT control date' })
  draft.remarks.push(row('Additional Information'), row('Listing Information'))
}
