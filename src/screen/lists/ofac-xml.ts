import type { ListEntity, Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { DPRK_ANIMATION_SOURCE } from '../tables/dprk-animation.ts'
import { isoDate } from './dates.ts'
import { type EntryDraft, joinParts, newDraft, oneList } from './entry-draft.ts'
import { knownDates } from './ofac.ts'
import { readRemarks } from './ofac-remarks.ts'
import { allOf, eachXmlRecord, textAt, textsOf, type XmlNode } from './xml-records.ts'

const NAME = 'ofac'
const SCHEMAS: ReadonlyMap<string, ListEntity['schema']> = new Map([
  ['individual', 'Person'],
  ['vessel', 'Vessel'],
  ['aircraft', 'Airplane'],
])

/** OFAC's SDN and consolidated lists in the standard XML form; entries have the same numbers as in the CSV files. */
export const ofacXml: ListReader = {
  name: 'ofac-xml',
  summary: 'OFAC SDN and consolidated lists, standard XML (sdn.xml, consolidated.xml): strong and weak aliases, numbers by kind',
  source: 'US Treasury, OFAC: sdnList schema of SDN.XSD; data in the public domain',
  isBuiltIn: false,
  recognises: (_, head) => /<sdnList[\s>]/.test(head),
  read(files) {
    const warnings: Warning[] = []
    const drafts = new Map<string, EntryDraft>()
    let date: string | undefined
    let isCounted = true
    let records = 0
    let stated: string | undefined
    const take = (record: XmlNode) => {
      if (record.name === 'publshInformation') {
        const day = isoDate(textAt(record, 'Publish_Date'), 'month first')
        if (date === undefined || (day !== undefined && day > date)) date = day
        stated = textAt(record, 'Record_Count')
        return
      }
      records++
      const draft = draftOf(record)
      drafts.set(draft.key, draft)
    }
    const after = (_: XmlNode | undefined, file: string) => {
      if (stated !== undefined && /^\d+$/.test(stated) && Number(stated) !== records) {
        isCounted = false
        warnings.push({ code: 'list-count', message: `${file}: says that it holds ${stated} entries, and holds ${records}` })
      }
      records = 0
      stated = undefined
    }
    const isWhole = eachXmlRecord(files, (name) => name === 'sdnEntry' || name === 'publshInformation', take, warnings, after)
    return oneList({ name: NAME, kind: 'sanctions', date }, drafts.values(), files, warnings, isWhole && isCounted)
  },
}

function draftOf(record: XmlNode): EntryDraft {
  const number = textAt(record, 'uid')
  const type = textAt(record, 'sdnType').toLowerCase()
  const draft = newDraft(number, SCHEMAS.get(type))
  draft.names.push({ name: nameOf(record), rank: 'main' })
  for (const aka of allOf(record, 'aka'))
    draft.names.push({ name: nameOf(aka), rank: textAt(aka, 'category') === 'weak' ? 'weak' : 'good' })
  draft.programs.push(...textsOf(record, 'program'))
  for (const address of allOf(record, 'address')) {
    const parts = ['address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode', 'country']
    draft.addresses.push(joinParts(parts.map((name) => textAt(address, name))))
    draft.countries.push(textAt(address, 'country'))
  }
  for (const list of ['nationality', 'citizenship']) for (const item of allOf(record, list)) draft.countries.push(textAt(item, 'country'))
  for (const id of allOf(record, 'id')) {
    const kind = textAt(id, 'idType')
    // OFAC keeps genders and notices of risk among the numbers.
    if (/\d/.test(textAt(id, 'idNumber'))) draft.numbers.push({ kind, number: textAt(id, 'idNumber'), country: textAt(id, 'idCountry') })
  }
  for (const item of allOf(record, 'dateOfBirthItem')) {
    const day = isoDate(textAt(item, 'dateOfBirth'))
    if (day !== undefined) draft.birthDates.push(day)
  }
  const flag = textAt(record, 'vesselInfo', 'vesselFlag')
  if (flag !== '') draft.countries.push(flag)
  const remarks = textAt(record, 'remarks')
  const found = readRemarks(remarks.replace(/^\(|\)$/g, ''))
  draft.edges.push(...found.edges)
  draft.remarks.push(remarks, textAt(record, 'title'))
  const { listedOn, delistedOn } = knownDates(number)
  if (listedOn !== undefined) draft.listings.push({ on: listedOn, source: DPRK_ANIMATION_SOURCE })
  draft.delistedOn = delistedOn
  return draft
}

/** `LU, Hezheng`, as the CSV files have it. */
function nameOf(node: XmlNode): string {
  return joinParts([textAt(node, 'lastName'), textAt(node, 'firstName')])
}
