import type { Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { isoDate } from './dates.ts'
import { draftUnder, type EntryDraft, joinParts, newDraft, oneList } from './entry-draft.ts'
import { type Cells, eachTable, hasHeadings, type ListTable, splitCell } from './table-rows.ts'
import { allOf, eachXmlRecord, textAt, type XmlNode } from './xml-records.ts'

const NAME = 'eu'
const FSF_HEADINGS = ['Entity_LogicalId', 'NameAlias_WholeName'] as const

/** The EU's consolidated financial sanctions list in XML (FSF 1.0 and 1.1). */
export const euXml: ListReader = {
  name: 'eu-xml',
  summary: 'EU consolidated financial sanctions list (FSF, XML 1.1): aliases with strength, documents, days of the acts',
  source: 'European Commission, Financial Sanctions Files, schema http://eu.europa.ec/fpi/fsd/export',
  isBuiltIn: false,
  recognises: (_, head) => /<export[\s>]/.test(head) && /fpi\/fsd\/export|<sanctionEntity[\s>]/.test(head),
  read(files) {
    const warnings: Warning[] = []
    const drafts: EntryDraft[] = []
    let date: string | undefined
    const isWhole = eachXmlRecord(
      files,
      (name) => name === 'sanctionEntity',
      (record) => drafts.push(draftOf(record)),
      warnings,
      (root) => {
        date ??= isoDate(root?.attributes.generationDate)
      },
    )
    return oneList({ name: NAME, kind: 'sanctions', date }, drafts, files, warnings, isWhole)
  },
}

function draftOf(record: XmlNode): EntryDraft {
  const { logicalId = '', euReferenceNumber = '', designationDate } = record.attributes
  const isPerson = /person|^p$/i.test(allOf(record, 'subjectType')[0]?.attributes.code ?? '')
  const draft = newDraft(logicalId, isPerson ? 'Person' : undefined)
  for (const { attributes: alias } of allOf(record, 'nameAlias')) {
    const name = alias.wholeName || joinParts([alias.firstName, alias.middleName, alias.lastName], ' ')
    draft.names.push({ name, rank: alias.strong === 'false' ? 'weak' : 'good' })
  }
  for (const { attributes: act } of allOf(record, 'regulation')) {
    draft.programs.push(act.programme ?? '')
    if (designationDate) continue
    const on = isoDate(act.entryIntoForceDate) ?? isoDate(act.publicationDate)
    if (on !== undefined) draft.listings.push({ on, source: act.numberTitle ?? 'EU' })
  }
  const designated = isoDate(designationDate)
  if (designated !== undefined) draft.listings.push({ on: designated, source: euReferenceNumber })
  for (const { attributes: place } of allOf(record, 'address')) {
    const country = countryOf(place)
    const box = place.poBox ? `P.O. Box ${place.poBox}` : ''
    draft.addresses.push(joinParts([place.street, box, place.zipCode, place.city, place.region, place.place, country]))
    draft.countries.push(country)
  }
  for (const { attributes: citizen } of allOf(record, 'citizenship')) draft.countries.push(countryOf(citizen))
  for (const { attributes: born } of allOf(record, 'birthdate')) {
    if (born.circa === 'true' || (born.calendarType && born.calendarType !== 'GREGORIAN')) continue
    const day = isoDate(born.birthdate || joinParts([born.year, born.monthOfYear, born.dayOfMonth], '-'))
    if (day !== undefined) draft.birthDates.push(day)
  }
  for (const { attributes: id } of allOf(record, 'identification')) {
    if (id.knownFalse === 'true') continue
    const kind = id.identificationTypeDescription || id.identificationTypeCode || 'Number'
    draft.numbers.push({ kind, number: id.number || id.latinNumber || '', country: countryOf(id) })
  }
  draft.remarks.push(euReferenceNumber, record.attributes.designationDetails ?? '', textAt(record, 'remark'))
  return draft
}

/** The file writes 00 and UNKNOWN for no country. */
function countryOf({ countryDescription = '', countryIso2Code = '' }: Readonly<Record<string, string>>): string {
  return /^(?:unknown)?$/i.test(countryDescription) ? (countryIso2Code === '00' ? '' : countryIso2Code) : countryDescription
}

/** The EU's list as a table: a row per name, address, birth date or number, each with the columns of its entry. */
export const euCsv: ListReader = {
  name: 'eu-csv',
  summary: 'EU consolidated financial sanctions list (FSF, CSV 1.1, separated by semicolons)',
  source: 'European Commission, Financial Sanctions Files, csvFullSanctionsList_1_1',
  isBuiltIn: false,
  recognises: (_, head) => hasHeadings(head, FSF_HEADINGS),
  read(files) {
    const warnings: Warning[] = []
    const drafts = new Map<string, EntryDraft>()
    let date: string | undefined
    const isWhole = eachTable(files, FSF_HEADINGS, warnings, ({ rows }) => {
      for (const row of rows) {
        date ??= isoDate(row('fileGenerationDate'))
        const key = row('Entity_LogicalId')
        if (/^\d{1,12}$/.test(key))
          addRow(
            draftUnder(drafts, key, () => startedBy(key, row)),
            row,
          )
      }
    })
    return oneList({ name: NAME, kind: 'sanctions', date }, drafts.values(), files, warnings, isWhole)
  },
}

function startedBy(key: string, row: Cells): EntryDraft {
  const isPerson = [row('Entity_SubjectType'), row('Entity_SubjectType_ClassificationCode')].some((text) => /^(?:person|p)$/i.test(text))
  const draft = newDraft(key, isPerson ? 'Person' : undefined)
  draft.programs.push(row('Entity_Regulation_Programme'))
  const designated = isoDate(row('Entity_DesignationDate'))
  const act = isoDate(row('Entity_Regulation_EntryIntoForceDate')) ?? isoDate(row('Entity_Regulation_PublicationDate'))
  const on = designated ?? act
  if (on !== undefined) draft.listings.push({ on, source: row('Entity_Regulation_NumberTitle') || row('Entity_EU_ReferenceNumber') })
  draft.remarks.push(row('Entity_EU_ReferenceNumber'), row('Entity_DesignationDetails'), row('Entity_Remark'))
  return draft
}

function addRow(draft: EntryDraft, row: Cells): void {
  const whole =
    row('NameAlias_WholeName') ||
    joinParts(
      ['First', 'Middle', 'Last'].map((part) => row(`NameAlias_${part}Name`)),
      ' ',
    )
  if (whole !== '') draft.names.push({ name: whole, rank: /^false$/i.test(row('NameAlias_Strong')) ? 'weak' : 'good' })
  const country = (of: string) =>
    countryOf({ countryDescription: row(`${of}_CountryDescription`), countryIso2Code: row(`${of}_CountryIso2Code`) })
  const address = ['Street', 'PoBox', 'ZipCode', 'City', 'Region', 'Place'].map((part) => row(`Address_${part}`))
  draft.addresses.push(joinParts([...address, country('Address')]))
  draft.countries.push(country('Address'), country('Citizenship'))
  const day = /^true$/i.test(row('BirthDate_Circa')) ? undefined : isoDate(row('BirthDate_BirthDate') || row('BirthDate_Year'))
  if (day !== undefined) draft.birthDates.push(day)
  const number = row('Identification_Number') || row('Identification_LatinNumber')
  const kind = row('Identification_TypeDescription') || row('Identification_TypeCode') || 'Number'
  if (number !== '') draft.numbers.push({ kind, number, country: country('Identification') })
}

const JOURNAL = 'eu-journal'
const JOURNAL_HEADINGS = ['celex', 'recordId', 'programKey', 'schema', 'name', 'weakAlias'] as const
const NUMBER_COLUMNS: readonly (readonly [string, string])[] = [
  ['passportNumber', 'Passport'],
  ['registrationNumber', 'Registration number'],
  ['taxNumber', 'Tax number'],
  ['idNumber', 'Identification number'],
  ['innCode', 'INN'],
  ['ogrnCode', 'OGRN'],
  ['leiCode', 'LEI'],
  ['swiftBic', 'SWIFT/BIC'],
  ['imoNumber', 'IMO number'],
]

/** Annexes of the EU's acts, transcribed row by row from the Official Journal in the layout of the OpenSanctions repository. */
export const euJournal: ListReader = {
  name: 'eu-journal',
  summary: 'Annexes of EU sanctions acts from the Official Journal (CSV: celex, recordId, programKey, annex, measure, startDate …)',
  source: 'Official Journal of the EU; table layout of opensanctions/opensanctions, datasets/eu/journal_sanctions',
  isBuiltIn: false,
  recognises: (_, head) => hasHeadings(head, JOURNAL_HEADINGS),
  read(files) {
    const warnings: Warning[] = []
    const drafts: EntryDraft[] = []
    const take = ({ rows }: ListTable) => {
      for (const row of rows) drafts.push(draftOfAnnex(row))
    }
    const isWhole = eachTable(files, JOURNAL_HEADINGS, warnings, take, ',')
    return oneList({ name: JOURNAL, kind: 'sanctions' }, drafts, files, warnings, isWhole)
  },
}

function draftOfAnnex(row: Cells): EntryDraft {
  const schema = /person/i.test(row('schema')) ? 'Person' : /vessel/i.test(row('schema')) ? 'Vessel' : undefined
  const draft = newDraft(joinParts([row('celex'), row('annex'), row('recordId')], '-'), schema)
  draft.names.push({ name: row('name'), rank: 'main' })
  for (const name of [...splitCell(row('alias')), ...splitCell(row('previousName'))]) draft.names.push({ name, rank: 'good' })
  for (const name of splitCell(row('weakAlias'))) draft.names.push({ name, rank: 'weak' })
  draft.programs.push(row('programKey'))
  draft.addresses.push(...splitCell(row('address')))
  for (const column of ['country', 'nationality', 'jurisdiction', 'flag']) draft.countries.push(...splitCell(row(column)))
  draft.birthDates.push(...splitCell(row('birthDate')).flatMap((text) => isoDate(text) ?? []))
  // Some cells go on with other codes: `7730239877, KPP 773001001`.
  for (const [column, kind] of NUMBER_COLUMNS)
    for (const text of splitCell(row(column)))
      draft.numbers.push({ kind, number: column.endsWith('Code') ? (/^[0-9A-Z]+(?: [0-9]+)*/.exec(text)?.[0] ?? text) : text })
  const on = isoDate(row('startDate'))
  if (on !== undefined) draft.listings.push({ on, source: `${row('celex')} annex ${row('annex')}` })
  draft.remarks.push(row('measure'), row('reason'), row('notes'))
  return draft
}
