import { compareText, contentId } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { ListEntity, Match, Reason } from '../model/index.ts'
import { type Comparison, compareFrom, comparePrepared, type PreparedName, prepareName, shiftScore } from '../names/index.ts'
import { compareFacts, type FactAgreement, isSecondIdentifier, type KnownFacts, numbersOf } from './identifiers.ts'
import type { SanctionsList } from './list.ts'
import { type EntryName, type FoundEntry, indexOf, type ListIndex } from './list-index.ts'
import { listedOn } from './listed-on.ts'

/** A name to screen, with what else is known and where it stands in the case. */
export interface ScreenQuery extends KnownFacts {
  readonly name: string
  readonly schema?: 'Company' | 'Organization' | 'Person'
  readonly anchors?: readonly string[]
}

/** From which score a candidate is a match, and the day (`YYYY-MM-DD`) that listing is asked for. */
export interface ScreenOptions {
  readonly threshold?: number
  readonly asOf: string
  /** The entries that are wanted; all, when absent. Others take no place among those that are near. */
  readonly among?: (entity: ListEntity) => boolean
}

/** Score from which a candidate is a match when the caller states none. */
export const MATCH_FROM = 0.85
/** Score from which a candidate below the threshold is shown. */
export const NEAR_FROM = 0.6
/** How far below the threshold a capped score stays. */
const BELOW = 0.01

/**
 * Compares names with lists. A company's name alone can be a match; **a natural person's name alone never is**: without a birth date, document number or address that agrees, the entry is shown in `near`
 * with the reason `one-identifier`, however equal the names are, because many people share a name. Words that many companies share, ships and aircraft, weak aliases and entries of another kind stay below too.
 * A similar name is not identity, and no match is not clearance.
 */
export function screenNames(
  queries: readonly ScreenQuery[],
  lists: readonly SanctionsList[],
  options: ScreenOptions,
): { matches: Match[]; near: Match[] } {
  const threshold = options.threshold ?? MATCH_FROM
  const matches: Match[] = []
  const near: Match[] = []
  for (const query of queries) {
    const asked = askedOf(query)
    const found = lists.flatMap((list) => screenOne(query, asked, list, threshold, options))
    found.sort((a, b) => b.raw - a.raw || b.match.score - a.match.score || compareText(a.match.entity.id, b.match.entity.id))
    matches.push(...found.filter(({ match }) => match.score >= threshold).map(({ match }) => match))
    // What the policy holds is near, however low the threshold under which it holds it.
    const below = found.filter(({ match }) => match.score < threshold)
    near.push(...below.slice(0, LIMITS.nearPerName).map(({ match }) => match))
  }
  return { matches, near }
}

/** An entry and the score of its best name, before any rule of policy holds it: for measuring and for lists to look through, not for findings. */
export interface RankedEntry {
  readonly entity: ListEntity
  readonly score: number
}

/** Entries of a list by the likeness of their best name alone, likest first. */
export function rankNames(name: string, list: SanctionsList, schema?: NonNullable<ScreenQuery['schema']>): RankedEntry[] {
  const asked = askedOf(schema === undefined ? { name } : { name, schema })
  return indexOf(list)
    .byName(asked.prepared)
    .map(({ entity, schema: of, names }) => {
      const askedBy = asked.against(of)
      return { entity: entity(), score: Math.max(...names.map((one) => comparePrepared(askedBy(one), one.prepared, NEAR_FROM).score)) }
    })
    .sort((a, b) => b.score - a.score || compareText(a.entity.id, b.entity.id))
}

/** A query made ready, and what of it each name of an entry is compared with. */
interface Asked {
  readonly prepared: PreparedName
  /** For an entry of a schema: the readings that found a name, or the query as a person's name where the entry is one and the caller did not say what it is. */
  readonly against: (of: FoundEntry['schema']) => (name: EntryName) => PreparedName
}

function askedOf({ name, schema }: ScreenQuery): Asked {
  const prepared = prepareName(name, schema)
  let person: PreparedName | undefined
  const asPerson = () => {
    person ??= prepareName(name, 'Person')
    return person
  }
  return { prepared, against: (of) => (schema === undefined && of === 'Person' ? asPerson : ({ asked }) => asked ?? prepared) }
}

/** Tells wanted entries by their places; an entry of a packed list is parsed once for a question. */
function placesAmong(index: ListIndex, among: (entity: ListEntity) => boolean): (place: number) => boolean {
  const known = new Map<number, boolean>()
  return (place) => {
    const is = known.get(place) ?? among(index.entity(place))
    known.set(place, is)
    return is
  }
}

/** A match, and its score before the policy held it. */
interface Found {
  readonly match: Match
  readonly raw: number
}

function screenOne(query: ScreenQuery, asked: Asked, list: SanctionsList, threshold: number, { asOf, among }: ScreenOptions): Found[] {
  const index = indexOf(list)
  const isMoreKnown = [query.birthDate, query.identifiers, query.addresses, query.countries].some((known) => known !== undefined)
  const least = Math.min(NEAR_FROM, threshold)
  const entries = new Map<number, FoundEntry>()
  const isWanted = among && placesAmong(index, among)
  for (const one of index.byName(asked.prepared, { from: isMoreKnown ? 0 : least, isWanted })) entries.set(one.place, one)
  for (const number of (query.identifiers ?? []).flatMap(numbersOf))
    for (const one of index.byNumber(number)) if (!among || among(one.entity())) entries.set(one.place, one)
  const found: Found[] = []
  for (const one of entries.values()) {
    const facts = isMoreKnown ? compareFacts(query, one.entity()) : []
    // Facts that agree can lift a name that shares little; without them what is not even near needs no reasons. A country lifts nothing.
    const isLifted = facts.some(({ agrees, feature }) => agrees && feature !== 'country')
    const best = bestOf(asked.against(one.schema), one.names, isLifted ? 0 : least)
    if (!best) continue
    const raw = withFacts(best.comparison, facts)
    if (raw.score < NEAR_FROM && raw.score < threshold) continue
    const entity = one.entity()
    const { score, reasons } = capped(raw, capsOf(best.comparison, query, asked.prepared, entity, best.weak, facts), threshold)
    const listing = listingReason(entity, asOf, list.version)
    const match: Match = {
      id: contentId('match', query.name, entity.id, list.name, list.version),
      query: query.name,
      entity,
      score,
      reasons: [...reasons, listing],
      listVersion: list.version,
      anchors: query.anchors ?? [],
    }
    found.push({ match, raw: raw.score })
  }
  return found
}

/** The best of an entry's names, each compared with the readings that `askedBy` gives; undefined when none reaches `from`. */
function bestOf(
  askedBy: (name: EntryName) => PreparedName,
  names: readonly EntryName[],
  from: number,
): { comparison: Comparison; weak: boolean } | undefined {
  let best: { comparison: Comparison; weak: boolean } | undefined =
    from > 0 ? undefined : { comparison: { score: 0, reasons: [] }, weak: false }
  for (const name of names) {
    const { prepared, weak } = name
    const query = askedBy(name)
    const comparison = from > 0 ? compareFrom(query, prepared, from) : comparePrepared(query, prepared)
    // A weak alias counts only when it is written exactly so.
    if (!comparison || (weak && comparison.score < 1)) continue
    if (!best || comparison.score > best.comparison.score || (comparison.score === best.comparison.score && best.weak && !weak))
      best = { comparison, weak }
  }
  return best
}

/** Log odds that facts besides the name add. A day of birth that agrees by chance is one in some 20,000, e^10; much less is taken, because dates are copied and made up. */
const SAME_DAY = 4
const SAME_YEAR = 1
const CHECK_FAILS = 'the same number; its check digit fails, so that it may be mistyped: look at the document'
const OTHER_COUNTRY = -2

/** A number that agrees carries a name, a whole birth date lifts it, an address or a year does a little; another birth date pulls it down. Another country lowers and never excludes; the same country adds nothing, because most people of a name share it. */
function withFacts({ score, reasons }: Comparison, facts: readonly FactAgreement[]): Comparison {
  let sum = score
  const all = [...reasons]
  const add = (feature: string, detail: string, fact: FactAgreement, weight: number) => {
    const bounded = Math.min(1, Math.max(0, sum + weight)) - sum
    all.push({ feature, detail, query: fact.query, candidate: fact.candidate, weight: bounded })
    sum += bounded
  }
  for (const fact of facts) {
    const shift = (logOdds: number) => shiftScore(sum, logOdds) - sum
    if (fact.feature === 'identifier')
      add('identifier', fact.failsCheck ? CHECK_FAILS : 'the same number', fact, Math.max(0.95 - sum, 0.05))
    else if (fact.feature === 'address') add('address', 'the same address', fact, 0.05)
    else if (fact.feature === 'country')
      if (fact.agrees) add('country', 'the same country, as millions have', fact, 0)
      else
        add(
          'country',
          'another country; people and companies move',
          fact,
          sum > NEAR_FROM ? Math.max(NEAR_FROM - sum, shift(OTHER_COUNTRY)) : 0,
        )
    else if (fact.feature === 'birth-year')
      add('birth-year', 'birth dates that may be the same, as far as they are stated', fact, shift(SAME_YEAR))
    else if (fact.agrees) add('birth-date', 'the same birth date', fact, shift(SAME_DAY))
    else add('birth-date', 'another birth date', fact, -0.3)
  }
  return { score: Math.round(sum * 10_000) / 10_000, reasons: all }
}

interface PolicyCap {
  readonly feature: string
  readonly detail: string
}

const SHARED_KINDS = new Set(['generic', 'common', 'place', 'surname', 'particle', 'initial'])

/** Words of a name that is only trade words and places, from which on the whole of it is a name of its own. */
const WHOLE_NAME_WORDS = 3

/** What may speak against a name that agrees as a whole. */
const WHOLE_FEATURES = new Set(['order', 'letters', 'whole'])

/** Whether a name of shared words agrees as a whole: letter by letter, or, from one word more on, by all its words with the order turned or one letter slipped. */
function isWholeName({ score, reasons }: Comparison, words: number): boolean {
  if (score === 1) return words >= WHOLE_NAME_WORDS
  return words > WHOLE_NAME_WORDS && reasons.every(({ feature, weight }) => weight >= 0 || WHOLE_FEATURES.has(feature))
}

function capsOf(
  raw: Comparison,
  query: ScreenQuery,
  prepared: PreparedName,
  entity: ListEntity,
  isWeak: boolean,
  facts: readonly FactAgreement[],
): PolicyCap[] {
  const caps: PolicyCap[] = []
  const put = (feature: string, detail: string) => caps.push({ feature, detail })
  const isSecond = facts.some(isSecondIdentifier)
  if (entity.schema === 'Person' && !isSecond)
    put('one-identifier', 'a person is never matched by name alone: bring a birth date, a document number or an address that agrees')
  if (!isSecond && entity.schema !== 'Person') {
    const own = prepared.latin.filter(({ kind }) => !SHARED_KINDS.has(kind))
    if (own.length === 0 && prepared.latin.length === 1) put('common-word', 'one word that many names share')
    else if (own.length === 0 && !isWholeName(raw, prepared.latin.length) && prepared.latin.every(({ kind }) => kind !== 'common'))
      put('common-words', 'only trade words and places')
  }
  if (isWeak) put('weak-alias', 'the list itself calls this alias weak')
  if (entity.schema === 'Vessel' || entity.schema === 'Airplane') put('kind', 'a ship or aircraft, not a company or person')
  else if (query.schema !== undefined && (query.schema === 'Person') !== (entity.schema === 'Person'))
    put('kind', `asked for a ${query.schema.toLowerCase()}, the entry is a ${entity.schema.toLowerCase()}`)
  return caps
}

function capped(found: Comparison, caps: readonly PolicyCap[], threshold: number): Comparison {
  if (caps.length === 0) return found
  const cap = Math.max(0, Math.round((threshold - BELOW) * 100) / 100)
  const reasons = [...found.reasons]
  let score = found.score
  for (const { feature, detail } of caps) {
    const weight = Math.min(0, cap - score)
    reasons.push({ feature, detail, query: '', candidate: '', weight })
    score += weight
  }
  return { score: Math.round(score * 10_000) / 10_000, reasons }
}

function listingReason(entity: ListEntity, asOf: string, version: string): Reason {
  const dates = [
    entity.listedOn ? `listed ${entity.listedOn}` : 'listing day not stated',
    entity.delistedOn ? `delisted ${entity.delistedOn}` : '',
  ]
  const answer = listedOn(entity, asOf)
  const dated = entity.datesFrom === undefined ? '' : `days by ${entity.datesFrom}, which comes with the program; `
  const detail =
    entity.listedOn === undefined && answer === 'cannot be told'
      ? `in list version ${version}, where this entry states no day: whether listed on ${asOf} cannot be told`
      : `listed on ${asOf}: ${answer} (${dated}list version ${version})`
  return { feature: 'listed', detail, query: asOf, candidate: dates.filter((text) => text !== '').join(', '), weight: 0 }
}
