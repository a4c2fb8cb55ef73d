import type { ListEntity, Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { DPRK_ANIMATION_SOURCE } from '../tables/dprk-animation.ts'
import { isoDate } from './dates.ts'
import { type EntryDraft, joinParts, newDraft, oneList } from './entry-draft.ts'
import { knownDates } from './ofac.ts'
import { allOf, eachXmlRecord, textAt, textsOf, type XmlNode } from './xml-records.ts'

const NAME = 'ofac'

/** Elements that stand alone in the file and are joined by their numbers. */
const RECORDS = new Set(['DateOfIssue', 'Location', 'IDRegDocument', 'DistinctParty', 'ProfileRelationship', 'SanctionsEntry'])

/** Tables of words: element → attribute ID → its text. */
type Words = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What the file holds, joined only when all of it was read: relationships and entries stand after the parties. */
interface Held {
  readonly words: Map<string, Map<string, string>>
  readonly locations: Map<string, { readonly text: string; readonly country: string }>
  readonly documents: Map<string, { readonly kind: string; readonly number: string; readonly country: string }[]>
  readonly parties: Map<string, EntryDraft>
  readonly relations: { readonly from: string; readonly to: string; readonly kind: string }[]
  date: string | undefined
}

/** OFAC's lists in the advanced XML form (the schema of the United Nations' model): names in their own scripts, days of designation, relationships. */
export const ofacAdvanced: ListReader = {
  name: 'ofac-advanced',
  summary:
    'OFAC SDN and consolidated lists, advanced XML (SDN_ADVANCED.XML, CONS_ADVANCED.XML): native names, days of designation, relationships',
  source: 'US Treasury, OFAC: "Advanced Sanctions List Standard", sdn_advanced_notes; data in the public domain',
  isBuiltIn: false,
  recognises: (_, head) =>
    /<(?:\w+:)?Sanctions[\s>]/.test(head) && /DateOfIssue|ReferenceValueSets|sanctions\/1\.0|ADVANCED_XML/.test(head),
  read(files) {
    const warnings: Warning[] = []
    const held: Held = {
      words: new Map(), locations: new Map(), documents: new Map(), parties: new Map(), relations: [], date: undefined,
    } // biome-ignore format: one record
    const isRecord = (name: string) => RECORDS.has(name) || name.endsWith('Values')
    const isWhole = eachXmlRecord(files, isRecord, (record) => take(record, held), warnings)
    relate(held)
    return oneList({ name: NAME, kind: 'sanctions', date: held.date }, held.parties.values(), files, warnings, isWhole)
  },
}

function take(record: XmlNode, held: Held): void {
  const { words } = held
  const { ID = '' } = record.attributes
  if (record.name.endsWith('Values'))
    for (const { name, attributes, text } of record.children) {
      const table = words.get(name) ?? new Map<string, string>()
      words.set(name, table)
      if (table.size < 10_000) table.set(attributes.ID ?? '', attributes.Description ?? text.trim())
      if (attributes.ScriptCode !== undefined) table.set(`${attributes.ID} code`, attributes.ScriptCode)
    }
  else if (record.name === 'DateOfIssue') held.date ??= dayOf(record)
  else if (record.name === 'Location') {
    const country = wordOf(words, 'Country', allOf(record, 'LocationCountry')[0]?.attributes.CountryID)
    const area = wordOf(words, 'AreaCode', allOf(record, 'LocationAreaCode')[0]?.attributes.AreaCodeID)
    const text = joinParts([...allOf(record, 'LocationPart').map((part) => textsOf(part, 'Value')[0]), country || area])
    held.locations.set(ID, { text, country: country || area })
  } else if (record.name === 'IDRegDocument') {
    const of = record.attributes.IdentityID ?? ''
    const kind = wordOf(words, 'IDRegDocType', record.attributes.IDRegDocTypeID)
    const country = wordOf(words, 'Country', record.attributes['IssuedBy-CountryID'])
    held.documents.set(of, [...(held.documents.get(of) ?? []), { kind, number: textAt(record, 'IDRegistrationNo'), country }])
  } else if (record.name === 'DistinctParty') takeParty(record, held)
  else if (record.name === 'ProfileRelationship') {
    const { 'From-ProfileID': from = '', 'To-ProfileID': to = '', RelationTypeID } = record.attributes
    held.relations.push({ from, to, kind: wordOf(words, 'RelationType', RelationTypeID) || 'related to' })
  } else takeEntry(record, held)
}

const SCHEMAS: readonly (readonly [RegExp, ListEntity['schema']])[] = [
  [/individual/i, 'Person'],
  [/vessel/i, 'Vessel'],
  [/aircraft/i, 'Airplane'],
]

function takeParty(party: XmlNode, held: Held): void {
  const { words } = held
  const number = party.attributes.FixedRef ?? ''
  for (const profile of allOf(party, 'Profile')) {
    const subType = profile.attributes.PartySubTypeID
    const type = wordOf(words, 'PartySubType', subType)
    // Individuals and entities have no sub-type of their own: it is "Unknown" under party types 1 and 2, by numbers 4 and 3.
    const schema = SCHEMAS.find(([words]) => words.test(type))?.[1] ?? (subType === '4' ? 'Person' : undefined)
    const draft = newDraft(number, schema)
    for (const identity of allOf(profile, 'Identity')) {
      const groups = new Map(
        allOf(identity, 'NamePartGroup').map(({ attributes }) => [
          attributes.ID ?? '',
          wordOf(words, 'NamePartType', attributes.NamePartTypeID),
        ]),
      )
      if ([...groups.values()].some((part) => /^(?:first|last|patronymic|matronymic) name$/i.test(part))) draft.schema ??= 'Person'
      for (const alias of allOf(identity, 'Alias')) takeAlias(alias, identity, groups, draft, words)
      for (const { kind, number: value, country } of held.documents.get(identity.attributes.ID ?? '') ?? [])
        if (/\d/.test(value)) draft.numbers.push({ kind, number: value, country })
    }
    for (const feature of allOf(profile, 'Feature')) takeFeature(feature, draft, held)
    const { listedOn, delistedOn } = knownDates(number)
    if (listedOn !== undefined) draft.listings.push({ on: listedOn, source: DPRK_ANIMATION_SOURCE })
    draft.delistedOn = delistedOn
    held.parties.set(profile.attributes.ID ?? number, draft)
  }
}

/** One alias: a name per script, its parts in the order `Last, First` for persons as in the other files. */
function takeAlias(alias: XmlNode, identity: XmlNode, groups: ReadonlyMap<string, string>, draft: EntryDraft, words: Words): void {
  const isMain = alias.attributes.Primary === 'true' && identity.attributes.Primary === 'true'
  for (const documented of allOf(alias, 'DocumentedName')) {
    const parts = allOf(documented, 'NamePartValue').map(({ text, attributes }) => ({
      text: text.trim(),
      kind: groups.get(attributes.NamePartGroupID ?? '') ?? '',
      script: words.get('Script')?.get(`${attributes.ScriptID} code`) ?? 'Latn',
    }))
    const isLatin = parts.every(({ script }) => script === 'Latn')
    const last = parts.filter(({ kind }) => /^last name$/i.test(kind)).map(({ text }) => text)
    const rest = parts.filter(({ kind }) => !/^last name$/i.test(kind)).map(({ text }) => text)
    const name = joinParts([last.join(' '), rest.join(' ')], isLatin ? ', ' : ' ')
    draft.names.push({ name, rank: alias.attributes.LowQuality === 'true' ? 'weak' : isMain && isLatin ? 'main' : 'good' })
  }
}

function takeFeature(feature: XmlNode, draft: EntryDraft, { words, locations }: Held): void {
  const kind = wordOf(words, 'FeatureType', feature.attributes.FeatureTypeID)
  const details = textsOf(feature, 'VersionDetail')
  if (/^birthdate$/i.test(kind)) {
    for (const period of allOf(feature, 'DatePeriod')) {
      const [start, end] = [allOf(period, 'Start')[0], allOf(period, 'End')[0]]
      const [from, to] = [start && dayOf(allOf(start, 'From')[0]), end && dayOf(allOf(end, 'To')[0] ?? allOf(end, 'From')[0])]
      const isYear = from?.endsWith('-01-01') === true && to === `${from.slice(0, 4)}-12-31`
      if (start?.attributes.Approximate === 'true' || from === undefined) continue
      if (to === undefined || from === to) draft.birthDates.push(from)
      else if (isYear) draft.birthDates.push(from.slice(0, 4))
    }
  } else if (/^location$/i.test(kind)) {
    for (const { attributes } of allOf(feature, 'VersionLocation')) {
      const place = locations.get(attributes.LocationID ?? '')
      if (place) draft.addresses.push(place.text)
      if (place) draft.countries.push(place.country)
    }
  } else if (/nationality|citizenship|vessel flag/i.test(kind)) {
    for (const { attributes } of allOf(feature, 'VersionLocation'))
      draft.countries.push(locations.get(attributes.LocationID ?? '')?.country ?? '')
    draft.countries.push(...details)
  } else if (/SWIFT|IMO|MMSI|BIK|D-U-N-S|digital currency|registration identification/i.test(kind))
    for (const number of details) draft.numbers.push({ kind, number })
  else for (const detail of details) draft.remarks.push(`${kind} ${detail}`.trim())
}

/** A sanctions entry: programmes stand as comments of measures, days of designation as events. */
function takeEntry(record: XmlNode, held: Held): void {
  const draft = held.parties.get(record.attributes.ProfileID ?? '')
  if (!draft) return
  for (const event of allOf(record, 'EntryEvent')) {
    const on = dayOf(allOf(event, 'Date')[0])
    const basis = wordOf(held.words, 'LegalBasis', event.attributes.LegalBasisID)
    if (on !== undefined) draft.listings.push({ on, source: basis || 'OFAC' })
  }
  for (const measure of allOf(record, 'SanctionsMeasure')) {
    const kind = wordOf(held.words, 'SanctionsType', measure.attributes.SanctionsTypeID)
    if (/^program$/i.test(kind) || kind === '') draft.programs.push(...textsOf(measure, 'Comment'))
  }
}

function relate(held: Held): void {
  for (const { from, to, kind } of held.relations) {
    const [source, target] = [held.parties.get(from), held.parties.get(to)]
    const name = target?.names.find(({ rank }) => rank === 'main') ?? target?.names[0]
    if (source && target && name) source.edges.push({ kind, to: name.name, toId: `${NAME}-${target.key}` })
  }
}

function wordOf(words: Words, table: string, id: string | undefined): string {
  return words.get(table)?.get(id ?? '') ?? ''
}

/** Year, Month and Day elements as a date. */
function dayOf(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined
  const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => textAt(node, part))
  return isoDate([year, month, day].filter((part) => part !== '').join('-'))
}
