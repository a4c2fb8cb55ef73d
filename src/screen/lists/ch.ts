import type { Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { isoDate } from './dates.ts'
import { type EntryDraft, joinParts, newDraft, oneList } from './entry-draft.ts'
import { allOf, eachXmlRecord, textAt, textsOf, type XmlNode } from './xml-records.ts'

const NAME = 'ch'
const RECORDS = new Set(['sanctions-program', 'place', 'target'])

/** Switzerland's list (SECO) in XML; targets that were taken off stay in the file and are dated. */
export const ch: ListReader = {
  name: 'ch-xml',
  summary: 'Swiss sanctions list of SECO (XML): qualities of names, spellings in other scripts, days of listing and de-listing, relations',
  source: 'State Secretariat for Economic Affairs, SESAM, swiss-sanctions-list.xsd',
  isBuiltIn: false,
  recognises: (_, head) => /<(?:\w+:)?swiss-sanctions-list[\s>]/.test(head),
  read(files) {
    const warnings: Warning[] = []
    const targets: XmlNode[] = []
    const places = new Map<string, XmlNode>()
    const programs = new Map<string, string>()
    let date: string | undefined
    const take = (record: XmlNode) => {
      if (record.name === 'target') targets.push(record)
      else if (record.name === 'place') places.set(record.attributes.ssid ?? '', record)
      else for (const set of allOf(record, 'sanctions-set')) programs.set(set.attributes.ssid ?? '', nameOfProgram(record))
    }
    const after = (root: XmlNode | undefined) => {
      date ??= isoDate(root?.attributes.date)
    }
    const isWhole = eachXmlRecord(files, (name) => RECORDS.has(name), take, warnings, after)
    const drafts = targets.map((target) => draftOf(target, places, programs))
    const names = new Map(drafts.map(({ key, names: [main] }) => [key, main?.name ?? '']))
    for (const draft of drafts)
      draft.edges.splice(0, Infinity, ...draft.edges.map((edge) => ({ ...edge, to: names.get(edge.to) ?? '', toId: `${NAME}-${edge.to}` })))
    return oneList({ name: NAME, kind: 'sanctions', date }, drafts, files, warnings, isWhole)
  },
}

function nameOfProgram(record: XmlNode): string {
  const english = allOf(record, 'program-key').find(({ attributes }) => attributes.lang === 'eng')
  return english?.text.trim() || textAt(record, 'program-key') || textAt(record, 'program-name')
}

function draftOf(target: XmlNode, places: ReadonlyMap<string, XmlNode>, programs: ReadonlyMap<string, string>): EntryDraft {
  const isPerson = target.children.some(({ name }) => name === 'individual')
  const isVessel = allOf(target, 'object').some(({ attributes }) => attributes['object-type'] === 'vessel')
  const draft = newDraft(target.attributes.ssid ?? '', isPerson ? 'Person' : isVessel ? 'Vessel' : undefined)
  draft.programs.push(programs.get(target.attributes['sanctions-set-id'] ?? textAt(target, 'sanctions-set-id')) ?? '')
  for (const identity of allOf(target, 'identity')) {
    for (const name of allOf(identity, 'name')) takeName(name, draft, identity.attributes.main === 'true')
    for (const address of allOf(identity, 'address')) {
      const place = places.get(address.attributes['place-id'] ?? '') ?? address
      const country = textAt(address, 'country') || textAt(place, 'country')
      const parts = [
        textAt(address, 'address-details'),
        textAt(address, 'zip-code'),
        textAt(place, 'location'),
        textAt(place, 'area'),
        country,
      ]
      draft.addresses.push(joinParts(parts))
      draft.countries.push(country)
    }
    for (const nationality of allOf(identity, 'nationality')) draft.countries.push(textAt(nationality, 'country'))
    for (const { attributes: born } of allOf(identity, 'day-month-year')) {
      const day = isoDate(joinParts([born.year, born.month, born.day], '-'))
      if (isPerson && day !== undefined) draft.birthDates.push(day)
    }
    for (const document of allOf(identity, 'identification-document'))
      draft.numbers.push({
        kind: (document.attributes['document-type'] ?? 'document').replaceAll('-', ' '),
        number: textAt(document, 'number'),
        country: textAt(document, 'issuer'),
      })
  }
  for (const info of textsOf(target, 'other-information')) {
    const [, kind, number] = /^(.{0,60}(?:number|No\.?|ОГРН|ИНН|IMO)[^:]{0,20}?)\s*:\s*([0-9A-Z][0-9A-Z /-]{4,40})\.?$/.exec(info) ?? []
    if (kind !== undefined && number !== undefined) draft.numbers.push({ kind, number })
    else draft.remarks.push(info)
  }
  for (const { attributes } of allOf(target, 'modification')) {
    const on = isoDate(attributes['effective-date']) ?? isoDate(attributes['publication-date'])
    if (on === undefined) continue
    if (attributes['modification-type'] === 'listed') draft.listings.push({ on, source: 'SECO' })
    if (attributes['modification-type'] === 'de-listed') draft.delistedOn = on
  }
  for (const { attributes } of allOf(target, 'relation'))
    draft.edges.push({ kind: (attributes['relation-type'] ?? 'related to').replaceAll('-', ' '), to: attributes['target-id'] ?? '' })
  draft.remarks.push(...textsOf(target, 'justification'))
  return draft
}

/** A name in Latin letters and one per spelling in another script, parts in the order that the list gives; titles are left out. */
function takeName(name: XmlNode, draft: EntryDraft, isMainIdentity: boolean): void {
  const isMain = isMainIdentity && name.attributes['name-type'] === 'primary-name'
  const rank = name.attributes.quality === 'low' ? 'weak' : isMain ? 'main' : 'good'
  const parts = allOf(name, 'name-part')
    .filter(({ attributes }) => attributes['name-part-type'] !== 'title')
    .sort((a, b) => Number(a.attributes.order ?? 0) - Number(b.attributes.order ?? 0))
  draft.names.push({
    name: joinParts(
      parts.map((part) => textAt(part, 'value') || part.text),
      ' ',
    ),
    rank,
  })
  const spellings = new Map<string, string[]>()
  parts.forEach((part, i) => {
    for (const { attributes, text } of allOf(part, 'spelling-variant')) {
      const key = `${attributes.lang ?? ''} ${attributes.script ?? ''}`
      const spelt = spellings.get(key) ?? parts.map((other) => textAt(other, 'value'))
      spelt[i] = text.trim()
      spellings.set(key, spelt)
    }
  })
  for (const spelt of spellings.values()) draft.names.push({ name: joinParts(spelt, ' '), rank: rank === 'main' ? 'good' : rank })
}
