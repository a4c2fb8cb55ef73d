import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { BesideFact, ListEntity, Match, Reason, Warning } from '../model/index.ts'
import { foldName } from '../names/index.ts'
import type { NameFinder, NamePlace } from './document.ts'
import type { SanctionsList } from './list.ts'
import { besideFacts, eachExhibitFirst, joinPersons } from './person-places.ts'
import { supportIn } from './person-support.ts'
import { type ScreenOptions, type ScreenQuery, screenNames } from './screen-names.ts'

/** A text of a case: a passage, the value of a trace, a path, the holder of a network. */
export interface DocumentText {
  readonly text: string
  /** Absent where the text is no place in evidence. */
  readonly anchor?: string
  /** What is told from one another when somebody's facts are looked for: an exhibit, or the log. */
  readonly exhibitId: string
  readonly path: string
}

/** What was found of lists in texts. */
export interface ListedInTexts {
  /** Companies, and persons with a second fact, at or above the threshold. */
  readonly matches: readonly Match[]
  /** Held below it by policy, with the reason; shown, never counted. */
  readonly near: readonly Match[]
  readonly warnings: readonly (Warning & { readonly path: string })[]
}

/** Different companies of lists in one exhibit from which on it reads as a copy of a list: a screening report, a clause of a contract, a newspaper's table. */
const COPY_FROM = 10
/** Different listed persons of one exhibit from which on it is a list of people, and facts that agree by chance are to be expected. */
const CROWD_FROM = 50
/** Characters of a name as it stands that a match keeps. */
const FORM_CHARS = 200

interface Hit extends NamePlace {
  readonly index: number
  readonly form: string
}

/**
 * Looks for every company and person of lists in texts, in one walk over each. A company's name gives a match with the places where it stands. **A person's name gives none** unless a birth date, a number, an address or a company that the list ties him to
 * stands in the same exhibit: many people share a name, and Korean and Chinese names are few. Such names are counted in one warning that names nobody. An exhibit with very many listed names is a copy of a list, and gives no match.
 * Every text is compared as it stands in evidence; a name in it says nothing about who wrote it, or why.
 */
export function listedInTexts(
  texts: readonly DocumentText[],
  finder: NameFinder,
  lists: readonly SanctionsList[],
  options: ScreenOptions,
): ListedInTexts {
  const { byExhibit, isCut } = hitsOf(texts, finder)
  const found = new Map<string, Found>()
  const copies: string[] = []
  const indexes = new Map<string, number[]>([...byExhibit.keys()].map((id) => [id, []]))
  for (const [index, { exhibitId }] of texts.entries()) indexes.get(exhibitId)?.push(index)
  const persons = { names: 0, entries: new Set<string>(), exhibits: 0 }
  for (const [exhibitId, hits] of byExhibit) {
    const companies = hits.filter(({ entity }) => entity.schema !== 'Person')
    const isCopy = new Set(companies.map(({ entity }) => entity.id)).size >= COPY_FROM
    if (isCopy) copies.push(texts[hits[0]?.index ?? 0]?.path ?? exhibitId)
    for (const hit of companies) note(found, hit, texts, isCopy ? 'copy' : hit.isLone ? 'lone' : undefined)
    const named = hits.filter(({ entity }) => entity.schema === 'Person')
    const isCrowd = isCopy || new Set(named.map(({ entity }) => entity.id)).size >= CROWD_FROM
    const bare = isCrowd ? named : notePersons(found, named, companies, texts, indexes.get(exhibitId) ?? [])
    persons.names += new Set(bare.map(placeKey)).size
    persons.exhibits += bare.length > 0 ? 1 : 0
    for (const { entity } of bare) persons.entries.add(`${entity.list}\0${entity.id}`)
  }
  const matches: Match[] = []
  const near: Match[] = []
  const sorted = [...found.values()].sort((a, b) => compareText(a.query.name, b.query.name) || compareText(a.entity.id, b.entity.id))
  for (const match of joinPersons(sorted.flatMap((one) => matchOf(one, lists, options) ?? [])))
    (match.score >= (options.threshold ?? 0.85) ? matches : near).push(match)
  return { matches, near, warnings: warningsOf(persons, copies, isCut) }
}

function hitsOf(texts: readonly DocumentText[], finder: NameFinder): { byExhibit: Map<string, Hit[]>; isCut: boolean } {
  const byExhibit = new Map<string, Hit[]>()
  let count = 0
  for (const [index, { text, exhibitId }] of texts.entries()) {
    for (const place of finder.find(text)) {
      if (count >= LIMITS.listedPlaces) return { byExhibit, isCut: true }
      count++
      const form = text.slice(place.from, place.to).replace(/\s+/g, ' ').slice(0, FORM_CHARS)
      const hits = byExhibit.get(exhibitId)
      if (hits) hits.push({ ...place, index, form })
      else byExhibit.set(exhibitId, [{ ...place, index, form }])
    }
  }
  return { byExhibit, isCut: false }
}

type Held = 'copy' | 'lone' | undefined

interface Found {
  readonly entity: ListEntity
  readonly query: ScreenQuery & { readonly anchors: string[] }
  readonly held: Held
  /** The company of the same list that stands beside a person's name. */
  readonly linked?: string
  readonly beside: { readonly anchor: string; readonly facts: readonly BesideFact[] }[]
  readonly exhibits: Set<string>
}

/** What tells a listed person's name in an exhibit from that of others. */
interface Told {
  readonly query?: ScreenQuery
  readonly linked?: string
  readonly facts: readonly BesideFact[]
}

function note(
  found: Map<string, Found>,
  { entity, form, index }: Hit,
  texts: readonly DocumentText[],
  held: Held,
  { query, linked, facts }: Told = { facts: [] },
): void {
  const key = [entity.list, entity.id, foldName(form), held ?? '', JSON.stringify([query ?? '', linked ?? ''])].join('\0')
  const schema = entity.schema === 'Person' ? 'Person' : entity.schema === 'Organization' ? 'Organization' : 'Company'
  const one = found.get(key) ?? {
    entity,
    held,
    ...(linked === undefined ? {} : { linked }),
    query: { name: form, schema, ...query, anchors: [] },
    beside: [],
    exhibits: new Set<string>(),
  }
  found.set(key, one)
  const { anchor, exhibitId = '' } = texts[index] ?? {}
  const { anchors } = one.query
  if (anchor === undefined || anchors.includes(anchor)) return
  // A new exhibit has a place of its own, however often the name stands in those before it.
  if ((one.exhibits.has(exhibitId) ? anchors.length : one.exhibits.size) >= LIMITS.matchAnchors) return
  one.exhibits.add(exhibitId)
  anchors.push(anchor)
  if (facts.length > 0) one.beside.push({ anchor, facts })
}

/** Notes persons with a second fact and gives back the names without one. */
function notePersons(
  found: Map<string, Found>,
  named: readonly Hit[],
  companies: readonly Hit[],
  texts: readonly DocumentText[],
  own: readonly number[],
): readonly Hit[] {
  if (named.length === 0) return []
  const support = supportIn(own.map((index) => texts[index]?.text ?? ''))
  const places = new Map(own.map((index, k) => [index, k]))
  const told = new Set<string>()
  const bare = named.filter((hit) => {
    const { entity, index, from, to } = hit
    const facts = support.beside(entity, places.get(index) ?? 0, from, to)
    const tie = companies.find(({ entity: other }) => isTied(entity, other))
    if (!facts && !tie) return true
    told.add(placeKey(hit))
    note(found, hit, texts, undefined, {
      query: { name: hit.form, ...facts, anchors: [] },
      ...(facts || !tie ? {} : { linked: tie.entity.name }),
      facts: [...besideFacts(facts ?? {}, entity), ...(tie ? (['linked-entity'] as const) : [])],
    })
    return false
  })
  // A name that one entry's fact tells is not counted for the same person in another list.
  return bare.filter((hit) => !told.has(placeKey(hit)))
}

/** Where a name stands: the same for all entries that bear it. */
function placeKey({ index, from, to }: Hit): string {
  return `${index} ${from} ${to}`
}

function isTied(a: ListEntity, b: ListEntity): boolean {
  const leads = (from: ListEntity, to: ListEntity) => (from.edges ?? []).some(({ toId }) => toId !== undefined && toId === to.id)
  return a.list === b.list && (leads(a, b) || leads(b, a))
}

const HELD_WORDS = {
  copy: 'the exhibit names so many entries that it reads as a copy of a list',
  lone: 'says neither trade, place nor legal form: people and things of another language are called so',
} as const

function matchOf(
  { entity, query, held, linked, beside }: Found,
  lists: readonly SanctionsList[],
  options: ScreenOptions,
): Match | undefined {
  const list = lists.filter(({ name }) => name === entity.list)
  const { matches, near } = screenNames([query], list, options)
  const match = [...matches, ...near].find(({ entity: { id } }) => id === entity.id)
  if (!match) return undefined
  const reasons: Reason[] = [...match.reasons]
  let { score } = match
  const add = (feature: string, detail: string, weight: number, candidate = '') => {
    reasons.push({ feature, detail, query: '', candidate, weight })
    score = Math.round((score + weight) * 10_000) / 10_000
  }
  add('in-text', 'stands so in a text; a name in a text does not say who wrote it, or why', 0)
  if (linked !== undefined) {
    const cap = match.reasons.find(({ feature }) => feature === 'one-identifier')
    if (cap) add('linked-entity', 'a company that the list ties the entry to stands in the same exhibit', -cap.weight, linked)
  }
  const below = Math.max(0, (options.threshold ?? 0.85) - 0.01)
  if (held && score > below) add(held === 'copy' ? 'list-copy' : 'bare-name', HELD_WORDS[held], below - score)
  const anchors = eachExhibitFirst(match.anchors)
  const kept = beside.filter(({ anchor }) => anchors.includes(anchor))
  return { ...match, score, reasons, anchors, basis: 'text', ...(kept.length > 0 ? { beside: kept } : {}) }
}

/** `1 name of a listed person stands …`: names nobody. */
function maskedInWords(names: number, entries: number, exhibits: number): string {
  const where = `in texts of ${exhibits === 1 ? '1 exhibit' : `${exhibits} exhibits`}`
  const [said, whose] =
    names === 1
      ? ['1 name of a listed person stands', 'it is']
      : [`${names} names of listed persons (different entries: ${entries}) stand`, 'they are']
  return `${said} ${where} without a birth date, number, address or company that tells whose ${whose}: no finding, and nobody is named, because many people share a name`
}

function warningsOf(
  persons: { readonly names: number; readonly entries: ReadonlySet<string>; readonly exhibits: number },
  copies: readonly string[],
  isCut: boolean,
): (Warning & { readonly path: string })[] {
  const warnings: (Warning & { readonly path: string })[] = []
  if (persons.names > 0)
    warnings.push({
      code: 'listed-person-names',
      message: maskedInWords(persons.names, persons.entries.size, persons.exhibits),
      path: 'lists',
    })
  for (const path of copies)
    warnings.push({
      code: 'list-copy',
      message: `holds ${COPY_FROM} or more listed names and reads as a copy of a list: none of them is a match`,
      path,
    })
  if (isCut)
    warnings.push({
      code: 'listed-limit',
      message: `more than ${LIMITS.listedPlaces} places hold a listed name; the rest is not looked at`,
      path: 'lists',
    })
  return warnings
}

/**
 * Joins what texts gave with what stated names gave: the same name and entry is one match, with the places of both and without the basis `text`. Another spelling that only a text holds stays a match of its own with that basis: it says nothing of how like
 * the stated name is, and a decision about the stated one does not reach it.
 */
export function joinMatches(stated: readonly Match[], inTexts: readonly Match[]): Match[] {
  const keyOf = ({ query, entity }: Match) => `${entity.list}\0${entity.id}\0${foldName(query)}`
  const extra = new Map<string, Match>()
  for (const match of inTexts) extra.set(keyOf(match), match)
  const joined = stated.map((match) => {
    const more = extra.get(keyOf(match))
    if (!more) return match
    extra.delete(keyOf(match))
    return {
      ...match,
      anchors: [...new Set([...match.anchors, ...more.anchors])].slice(0, LIMITS.matchAnchors),
      ...(more.beside ? { beside: more.beside } : {}),
    }
  })
  return [...joined, ...extra.values()]
}
