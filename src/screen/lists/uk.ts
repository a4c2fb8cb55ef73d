import type { ListEntity, Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { isoDate } from './dates.ts'
import { draftUnder, type EntryDraft, joinParts, newDraft, oneList } from './entry-draft.ts'
import { type Cells, eachTable, hasHeadings, type ListTable, splitCell } from './table-rows.ts'
import { allOf, eachXmlRecord, textAt, textsOf, type XmlNode } from './xml-records.ts'

const NAME = 'uk'
const HEADINGS = ['Unique ID', 'Name 6', 'Name type', 'Regime Name'] as const
const NAME_PARTS = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6'] as const

/** The UK Sanctions List in XML. */
export const ukXml: ListReader = {
  name: 'uk-xml',
  summary: 'UK Sanctions List (XML): aliases with strength, non-Latin names, days of designation',
  source: 'Foreign, Commonwealth & Development Office, UK Sanctions List, XML format guide',
  isBuiltIn: false,
  recognises: (_, head) => /<Designations[\s>]/.test(head),
  read(files) {
    const warnings: Warning[] = []
    const drafts: EntryDraft[] = []
    let date: string | undefined
    const take = (record: XmlNode) => {
      if (record.name === 'DateGenerated') date ??= isoDate(record.text.trim())
      else drafts.push(draftOf(record))
    }
    const isWhole = eachXmlRecord(files, (name) => name === 'Designation' || name === 'DateGenerated', take, warnings)
    return oneList({ name: NAME, kind: 'sanctions', date }, drafts, files, warnings, isWhole)
  },
}

function schemaOf(kind: string): ListEntity['schema'] | undefined {
  return /individual/i.test(kind) ? 'Person' : /ship/i.test(kind) ? 'Vessel' : undefined
}

function rankOf(type: string, strength: string): 'main' | 'good' | 'weak' {
  return /^primary name$/i.test(type.trim()) ? 'main' : /low quality|weak/i.test(strength) ? 'weak' : 'good'
}

function draftOf(record: XmlNode): EntryDraft {
  const draft = newDraft(textAt(record, 'UniqueID'), schemaOf(textAt(record, 'IndividualEntityShip')))
  for (const name of allOf(record, 'Names').flatMap((names) => allOf(names, 'Name')))
    draft.names.push({
      name: joinParts(
        NAME_PARTS.map((part) => textAt(name, part)),
        ' ',
      ),
      rank: rankOf(textAt(name, 'NameType'), textAt(name, 'AliasStrength')),
    })
  for (const name of textsOf(record, 'NameNonLatinScript')) draft.names.push({ name, rank: 'good' })
  draft.programs.push(textAt(record, 'RegimeName'))
  for (const address of allOf(record, 'Address')) {
    const lines = [1, 2, 3, 4, 5, 6].map((line) => textAt(address, `AddressLine${line}`))
    draft.addresses.push(joinParts([...lines, textAt(address, 'AddressPostalCode'), textAt(address, 'AddressCountry')]))
    draft.countries.push(textAt(address, 'AddressCountry'))
  }
  draft.countries.push(...textsOf(record, 'Nationality'), ...textsOf(record, 'CurrentBelievedFlagOfShip'))
  draft.birthDates.push(...textsOf(record, 'DOB').flatMap((text) => isoDate(text) ?? []))
  const number = (kind: string, element: string) => {
    for (const text of textsOf(record, element)) draft.numbers.push({ kind, number: text })
  }
  number('Passport', 'PassportNumber')
  number('National identifier', 'NationalIdentifierNumber')
  number('Business registration number', 'BusinessRegistrationNumber')
  number('IMO number', 'IMONumber')
  for (const [kind, element] of [
    ['parent company', 'ParentCompany'],
    ['subsidiary', 'Subsidiary'],
    ['owner or operator', 'CurrentOwnerOperator'],
  ] as const)
    for (const to of textsOf(record, element)) draft.edges.push({ kind, to })
  const on = isoDate(textAt(record, 'DateDesignated'))
  if (on !== undefined) draft.listings.push({ on, source: textAt(record, 'UniqueID') })
  draft.remarks.push(textAt(record, 'SanctionsImposed'), textAt(record, 'OtherInformation'), textAt(record, 'UKStatementofReasons'))
  return draft
}

/** The UK Sanctions List as a table: a row per name. */
export const ukCsv: ListReader = {
  name: 'uk-csv',
  summary: 'UK Sanctions List (CSV): a row per name, the day of the report above the headings',
  source: 'Foreign, Commonwealth & Development Office, UK Sanctions List, CSV format of 2025 and 2026',
  isBuiltIn: false,
  recognises: (_, head) => hasHeadings(head, HEADINGS),
  read(files) {
    const warnings: Warning[] = []
    const drafts = new Map<string, EntryDraft>()
    let date: string | undefined
    const take = ({ rows, above }: ListTable) => {
      date ??= isoDate(/report date:?\s*(\S+)/i.exec(above)?.[1])
      for (const row of rows) {
        const key = row('Unique ID')
        const schema = schemaOf(row('Designation Type') || row('Individual, Entity, Ship'))
        if (key !== '')
          addRow(
            draftUnder(drafts, key, () => newDraft(key, schema)),
            row,
          )
      }
    }
    const isWhole = eachTable(files, HEADINGS, warnings, take, ',')
    return oneList({ name: NAME, kind: 'sanctions', date }, drafts.values(), files, warnings, isWhole)
  },
}

function addRow(draft: EntryDraft, row: Cells): void {
  const name = joinParts(
    [1, 2, 3, 4, 5, 6].map((part) => row(`Name ${part}`)),
    ' ',
  )
  draft.names.push({ name, rank: rankOf(row('Name type'), row('Alias strength')) }, { name: row('Name non-latin script'), rank: 'good' })
  draft.programs.push(row('Regime Name'))
  const lines = [1, 2, 3, 4, 5, 6].map((line) => row(`Address Line ${line}`))
  draft.addresses.push(joinParts([...lines, row('Address Postal Code'), row('Address Country')]))
  draft.countries.push(row('Address Country'), ...splitCell(row('Nationality(/ies)')), row('Current believed flag of ship'))
  draft.birthDates.push(...splitCell(row('D.O.B')).flatMap((text) => isoDate(text) ?? []))
  for (const [kind, heading] of [
    ['Passport', 'Passport number'],
    ['National identifier', 'National Identifier number'],
    ['Business registration number', 'Business registration number (s)'],
    ['IMO number', 'IMO number'],
  ] as const)
    for (const number of splitCell(row(heading))) draft.numbers.push({ kind, number })
  for (const [kind, heading] of [
    ['parent company', 'Parent company'],
    ['subsidiary', 'Subsidiaries'],
  ] as const)
    for (const to of splitCell(row(heading))) draft.edges.push({ kind, to })
  const on = isoDate(row('Date Designated'))
  if (on !== undefined) draft.listings.push({ on, source: row('Unique ID') })
  if (draft.remarks.length === 0) draft.remarks.push(row('Sanctions Imposed'), row('Other Information'), row('UK Statement of Reasons'))
}
