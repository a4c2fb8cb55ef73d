import { compareText, contentId } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { ListEntity, Match, Reason } from '../model/index.ts'
import { type Comparison, comparePrepared, indexNames, type NameIndex, type PreparedName, prepareName } from '../names/index.ts'
import { compareFacts, type FactAgreement, type KnownFacts, numbersOf } from './identifiers.ts'
import type { SanctionsList } from './list.ts'
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
    const prepared = prepareName(query.name, query.schema)
    const found = lists.flatMap((list) => screenOne(query, prepared, list, threshold, options.asOf))
    found.sort((a, b) => b.raw - a.raw || b.match.score - a.match.score || compareText(a.match.entity.id, b.match.entity.id))
    matches.push(...found.filter(({ match }) => match.score >= threshold).map(({ match }) => match))
    const below = found.filter(({ match }) => match.score < threshold && match.score >= Math.min(NEAR_FROM, threshold))
    near.push(...below.slice(0, LIMITS.nearPerName).map(({ match }) => match))
  }
  return { matches, near }
}

/** An entry whose names are prepared when it is first compared. */
interface IndexedEntry {
  readonly entity: ListEntity
  names: readonly { readonly prepared: PreparedName; readonly weak: boolean }[] | undefined
}

interface IndexedList {
  readonly index: NameIndex
  readonly entries: ReadonlyMap<string, IndexedEntry>
  /** Document and register numbers → entry ids. */
  readonly numbers: ReadonlyMap<string, readonly string[]>
}

/** One index per list object, kept as long as the list is. */
const indexes = new WeakMap<SanctionsList, IndexedList>()

function indexOf(list: SanctionsList): IndexedList {
  const known = indexes.get(list)
  if (known) return known
  const index = indexNames(list.entries.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases.map((alias) => alias.name)] })))
  const numbers = new Map<string, string[]>()
  for (const { id, identifiers } of list.entries)
    for (const number of identifiers.flatMap(numbersOf)) numbers.set(number, [...(numbers.get(number) ?? []), id])
  const entries = new Map(list.entries.map((entity) => [entity.id, { entity, names: undefined }]))
  const made: IndexedList = { index, entries, numbers }
  indexes.set(list, made)
  return made
}

function screenOne(
  query: ScreenQuery,
  prepared: PreparedName,
  list: SanctionsList,
  threshold: number,
  asOf: string,
): { match: Match; raw: number }[] {
  const { index, entries, numbers } = indexOf(list)
  const ids = new Set(index.candidates(query.name, LIMITS.nameCandidates))
  for (const number of (query.identifiers ?? []).flatMap(numbersOf)) for (const id of numbers.get(number) ?? []) ids.add(id)
  const found: { match: Match; raw: number }[] = []
  for (const id of ids) {
    const entry = entries.get(id)
    if (!entry) continue
    const best = bestOf(query, prepared, entry)
    const facts = compareFacts(query, entry.entity)
    const raw = withFacts(best.comparison, facts)
    if (raw.score < NEAR_FROM && raw.score < threshold) continue
    const { score, reasons } = capped(raw, capsOf(best.comparison, query, prepared, entry.entity, best.weak, facts), threshold)
    const listing = listingReason(entry.entity, asOf, list.version)
    const match: Match = {
      id: contentId('match', query.name, id, list.name, list.version),
      query: query.name,
      entity: entry.entity,
      score,
      reasons: [...reasons, listing],
      listVersion: list.version,
      anchors: query.anchors ?? [],
    }
    found.push({ match, raw: raw.score })
  }
  return found
}

function bestOf(query: ScreenQuery, prepared: PreparedName, entry: IndexedEntry): { comparison: Comparison; weak: boolean } {
  const { entity } = entry
  entry.names ??= [{ name: entity.name, weak: false }, ...entity.aliases]
    .slice(0, LIMITS.listAliases)
    .map(({ name, weak }) => ({ prepared: prepareName(name, entity.schema), weak }))
  // An entry that is a person reads the query as a person's name too, unless the caller said what it is.
  const asEntity = query.schema === undefined && entity.schema === 'Person' ? prepareName(query.name, 'Person') : prepared
  let best: { comparison: Comparison; weak: boolean } = { comparison: { score: 0, reasons: [] }, weak: false }
  for (const { prepared: name, weak } of entry.names) {
    const comparison = comparePrepared(asEntity, name)
    // A weak alias counts only when it is written exactly so.
    if (weak && comparison.score < 1) continue
    if (comparison.score > best.comparison.score || (comparison.score === best.comparison.score && best.weak && !weak))
      best = { comparison, weak }
  }
  return best
}

/** Facts that agree lift a name a little, a number that agrees carries it; a birth date that differs pulls it down. */
function withFacts({ score, reasons }: Comparison, facts: readonly FactAgreement[]): Comparison {
  let sum = score
  const all = [...reasons]
  const add = (feature: string, detail: string, fact: FactAgreement, weight: number) => {
    const bounded = Math.min(1, Math.max(0, sum + weight)) - sum
    all.push({ feature, detail, query: fact.query, candidate: fact.candidate, weight: bounded })
    sum += bounded
  }
  for (const fact of facts) {
    if (fact.feature === 'identifier') add('identifier', 'the same number', fact, Math.max(0.95 - sum, 0.05))
    else if (fact.feature === 'address') add('address', 'the same address', fact, 0.05)
    else if (fact.agrees) add('birth-date', 'the same birth date', fact, 0.05)
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
  const isSecond = facts.some(({ agrees }) => agrees)
  if (entity.schema === 'Person' && !isSecond)
    put('one-identifier', 'a person is never matched by name alone: bring a birth date, a document number or an address that agrees')
  if (!isSecond && entity.schema !== 'Person') {
    const own = prepared.latin.filter(({ kind }) => !SHARED_KINDS.has(kind))
    if (own.length === 0 && prepared.latin.length === 1) put('common-word', 'one word that many names share')
    else if (
      own.length === 0 &&
      !(raw.score === 1 && prepared.latin.length >= WHOLE_NAME_WORDS) &&
      prepared.latin.every(({ kind }) => kind !== 'common')
    )
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
  const detail =
    entity.listedOn === undefined && answer === 'cannot be told'
      ? `in list version ${version}, which states no dates: whether listed on ${asOf} cannot be told`
      : `listed on ${asOf}: ${answer} (list version ${version})`
  return { feature: 'listed', detail, query: asOf, candidate: dates.filter((text) => text !== '').join(', '), weight: 0 }
}
