import type { Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { isoDate } from './dates.ts'
import { type EntryDraft, joinParts, newDraft, oneList } from './entry-draft.ts'
import { allOf, eachXmlRecord, textAt, textsOf, type XmlNode } from './xml-records.ts'

const NAME = 'un'

/** The consolidated list of the Security Council in XML. */
export const un: ListReader = {
  name: 'un-xml',
  summary: 'United Nations Security Council consolidated list (XML): qualities of aliases, original scripts, days of listing',
  source: 'United Nations, scsanctions.un.org, schema sc-sanctions.xsd',
  isBuiltIn: false,
  recognises: (_, head) => /<CONSOLIDATED_LIST[\s>]/.test(head),
  read(files) {
    const warnings: Warning[] = []
    const drafts: EntryDraft[] = []
    let date: string | undefined
    const isWhole = eachXmlRecord(
      files,
      (name) => name === 'INDIVIDUAL' || name === 'ENTITY',
      (record) => drafts.push(draftOf(record)),
      warnings,
      (root) => {
        date ??= isoDate(root?.attributes.dateGenerated)
      },
    )
    return oneList({ name: NAME, kind: 'sanctions', date }, drafts, files, warnings, isWhole)
  },
}

function draftOf(record: XmlNode): EntryDraft {
  const isPerson = record.name === 'INDIVIDUAL'
  const draft = newDraft(textAt(record, 'DATAID') || textAt(record, 'REFERENCE_NUMBER'), isPerson ? 'Person' : undefined)
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((name) => textAt(record, name))
  draft.names.push({ name: joinParts(parts, ' '), rank: 'main' })
  for (const name of textsOf(record, 'NAME_ORIGINAL_SCRIPT')) draft.names.push({ name, rank: 'good' })
  for (const alias of allOf(record, `${record.name}_ALIAS`)) {
    const rank = /^low$/i.test(textAt(alias, 'QUALITY')) ? 'weak' : 'good'
    // Some rows hold several names, one after the other.
    for (const name of textAt(alias, 'ALIAS_NAME').split(/;/)) draft.names.push({ name, rank })
  }
  draft.programs.push(textAt(record, 'UN_LIST_TYPE'))
  for (const address of allOf(record, `${record.name}_ADDRESS`)) {
    draft.addresses.push(joinParts(['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'].map((name) => textAt(address, name))))
    draft.countries.push(textAt(address, 'COUNTRY'))
  }
  for (const nationality of allOf(record, 'NATIONALITY')) draft.countries.push(...textsOf(nationality, 'VALUE'))
  for (const born of allOf(record, 'INDIVIDUAL_DATE_OF_BIRTH')) {
    if (!/^(?:exact)?$/i.test(textAt(born, 'TYPE_OF_DATE'))) continue
    const day = isoDate(textAt(born, 'DATE') || textAt(born, 'YEAR'))
    if (day !== undefined) draft.birthDates.push(day)
  }
  for (const document of allOf(record, 'INDIVIDUAL_DOCUMENT')) {
    const kind = joinParts([textAt(document, 'TYPE_OF_DOCUMENT'), textAt(document, 'TYPE_OF_DOCUMENT2')], ' ')
    const country = textAt(document, 'ISSUING_COUNTRY') || textAt(document, 'COUNTRY_OF_ISSUE')
    draft.numbers.push({ kind, number: textAt(document, 'NUMBER'), country })
  }
  const listed = isoDate(textAt(record, 'LISTED_ON'))
  if (listed !== undefined) draft.listings.push({ on: listed, source: textAt(record, 'REFERENCE_NUMBER') || 'UN' })
  draft.delistedOn = isoDate(textAt(record, 'DELISTED_ON'))
  draft.remarks.push(joinParts([textAt(record, 'REFERENCE_NUMBER'), textAt(record, 'COMMENTS1')], ': '))
  return draft
}
