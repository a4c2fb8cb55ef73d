import type { Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { isoDate } from './dates.ts'
import { type EntryDraft, joinParts, newDraft, oneList } from './entry-draft.ts'
import { eachXmlRecord, type XmlNode } from './xml-records.ts'

const NAME = 'ca'

/** Canada's autonomous sanctions (SEMA, JVCFOA) in XML: one record per row of a schedule. */
export const ca: ListReader = {
  name: 'ca-xml',
  summary: 'Canadian consolidated autonomous sanctions list (SEMA, XML): schedules, items, days of listing',
  source: 'Global Affairs Canada, sema-lmes.xml',
  isBuiltIn: false,
  recognises: (_, head) => /<data-set[\s>]/.test(head) && /<(?:Schedule|EntityOrShip|LastName|GivenName|Country)/.test(head),
  read(files) {
    const warnings: Warning[] = []
    const drafts: EntryDraft[] = []
    const isWhole = eachXmlRecord(
      files,
      (name) => name === 'record',
      (record) => drafts.push(draftOf(record)),
      warnings,
    )
    return oneList({ name: NAME, kind: 'sanctions' }, drafts, files, warnings, isWhole)
  },
}

function draftOf(record: XmlNode): EntryDraft {
  // Elements are named in English, or in English and French with a dash between.
  const text = (name: string) =>
    record.children.find((child) => child.name === name || child.name.startsWith(`${name}-`))?.text.trim() ?? ''
  const regime = text('Country').split('/')[0]?.trim() ?? ''
  const entity = text('EntityOrShip')
  const imo = text('ShipIMONumber')
  const key = joinParts([regime, text('Schedule'), text('Item')], '-').replace(/[^A-Za-z0-9-]+/g, '')
  const isShip = /^\D*\d{7}\D*$/.test(imo)
  const draft = newDraft(key, isShip ? 'Vessel' : entity === '' ? 'Person' : undefined)
  draft.names.push({ name: entity || joinParts([text('GivenName'), text('LastName')], ' '), rank: 'main' })
  for (const name of text('Aliases').split(/[;\n]/)) draft.names.push({ name: name.trim(), rank: 'good' })
  draft.programs.push(regime)
  const day = isoDate(text('DateOfBirthOrShipBuildDate'))
  if (draft.schema === 'Person' && day !== undefined) draft.birthDates.push(day)
  if (isShip) draft.numbers.push({ kind: 'IMO number', number: imo.replace(/\D/g, '') })
  const on = isoDate(text('DateOfListing'))
  if (on !== undefined) draft.listings.push({ on, source: joinParts([text('Schedule'), text('Item')]) })
  draft.remarks.push(text('TitleOrShip'))
  return draft
}
