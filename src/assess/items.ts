import { type FactName, type Facts, factOf, isDprkRegistered, isFalse, isTrue, numberOf } from '../indicators/index.ts'
import type { CaseRecords, EvidenceItem } from '../model/index.ts'
import { UNRATED, weaker } from './scale.ts'
import { RATINGS } from './tables/ratings.ts'

/** Ratings of what was read in sealed bytes, of spelling, and of what machines or people claim: file times, clocks, names that were typed at an installation. */
const SEALED = 'A2'
const SPELLING = 'C2'
const CLAIMED = 'C3'
/** From how many pairs, and from how many later versions, there is an item at all. */
const LEAST = { pairs: 3, corrections: 3, readShare: 0.5 } as const

/** What makes an item: whether it was really observed, from which fact, how reliable. */
interface Observed {
  readonly id: string
  readonly holds: boolean
  readonly fact: FactName
  readonly reliability: string
  /** Where it is of another class than by default. */
  readonly class?: EvidenceItem['class']
}

/**
 * The items of evidence for each built-in question, with default ratings, from what was really observed. A fact that could not be tested gives no item;
 * an observed negative (a known network that is not of the DPRK, no such name in what could be read) is one.
 */
export function itemsOf(
  records: CaseRecords,
  facts: Facts,
): { readonly 'who-worked': readonly EvidenceItem[]; readonly relay: readonly EvidenceItem[] } {
  const observed = new Map(
    [...whoWorked(records, facts), ...relay(records, facts)].filter(({ holds }) => holds).map((one) => [one.id, one]),
  )
  const of = (question: 'who-worked' | 'relay'): EvidenceItem[] =>
    RATINGS.filter((rating) => rating.question === question).flatMap(({ id, title, group, class: kind, ratings }) => {
      const found = observed.get(id)
      if (!found) return []
      const { anchors, why } = factOf(facts, found.fact)
      return [{ id, title, group, class: found.class ?? kind, ratings, reliability: found.reliability, anchors, why }]
    })
  return { 'who-worked': of('who-worked'), relay: of('relay') }
}

function whoWorked(records: CaseRecords, facts: Facts): Observed[] {
  const order = isTrue(facts, 'days.by-file-time') ? CLAIMED : SEALED
  const origin = originReliability(records)
  const readEnough = (numberOf(facts, 'coverage.read-share') ?? 0) >= LEAST.readShare
  return [
    {
      id: 'origin-dprk',
      holds: isTrue(facts, 'origin.dprk'),
      fact: 'origin.dprk',
      reliability: origin,
      ...(isSeenDirectly(records) ? { class: 'direct' as const } : {}),
    },
    { id: 'origin-other', holds: isFalse(facts, 'origin.dprk'), fact: 'origin.dprk', reliability: origin },
    { id: 'daily-flow', holds: isTrue(facts, 'flow.daily'), fact: 'flow.daily', reliability: order },
    {
      id: 'corrections',
      holds: (numberOf(facts, 'flow.corrections') ?? 0) >= LEAST.corrections,
      fact: 'flow.corrections',
      reliability: order,
    },
    { id: 'one-drop', holds: isTrue(facts, 'flow.one-drop'), fact: 'flow.one-drop', reliability: SEALED },
    { id: 'pairs', holds: hasPairs(facts), fact: 'pairs.count', reliability: SEALED },
    { id: 'north', holds: isTrue(facts, 'spelling.north'), fact: 'spelling.north', reliability: SPELLING },
    { id: 'south', holds: isTrue(facts, 'spelling.south'), fact: 'spelling.south', reliability: SPELLING },
    { id: 'works', holds: isTrue(facts, 'works.in-progress'), fact: 'works.in-progress', reliability: SEALED },
    { id: 'contradictions', holds: isTrue(facts, 'times.contradictory'), fact: 'times.contradictory', reliability: SEALED },
    { id: 'no-dprk-name', holds: isFalse(facts, 'names.dprk') && readEnough, fact: 'names.dprk', reliability: SEALED },
    { id: 'dprk-name', holds: isTrue(facts, 'names.dprk'), fact: 'names.dprk', reliability: SEALED },
    {
      id: 'dprk-client',
      holds: isTrue(facts, 'access.dprk-clients'),
      fact: 'access.dprk-clients',
      reliability: clientReliability(records),
    },
  ]
}

function relay(records: CaseRecords, facts: Facts): Observed[] {
  const order = isTrue(facts, 'days.by-file-time') ? CLAIMED : SEALED
  const roster = records.declarations.filter(({ kind }) => kind === 'roster' || kind === 'subcontractors')
  const declared = roster.reduce((worst, { rating }) => weaker(worst, rating ?? UNRATED), roster.length > 0 ? 'A1' : UNRATED)
  return [
    { id: 'relay-pairs', holds: hasPairs(facts), fact: 'pairs.count', reliability: SEALED },
    { id: 'relay-clocks', holds: isTrue(facts, 'traces.two-clocks'), fact: 'traces.two-clocks', reliability: CLAIMED },
    { id: 'relay-flow', holds: isTrue(facts, 'flow.daily'), fact: 'flow.daily', reliability: order },
    { id: 'relay-drop', holds: isTrue(facts, 'flow.one-drop'), fact: 'flow.one-drop', reliability: SEALED },
    { id: 'relay-contradictions', holds: isTrue(facts, 'times.contradictory'), fact: 'times.contradictory', reliability: SEALED },
    { id: 'relay-translator', holds: isTrue(facts, 'translator.declared'), fact: 'translator.declared', reliability: declared },
    {
      id: 'relay-no-translator',
      holds: isFalse(facts, 'translator.declared') && hasPairs(facts) && records.declarations.some(({ kind }) => kind === 'roster'),
      fact: 'translator.declared',
      reliability: declared,
    },
    { id: 'relay-bilingual', holds: isTrue(facts, 'bilingual.declared'), fact: 'bilingual.declared', reliability: declared },
    { id: 'relay-company', holds: isTrue(facts, 'companies.undeclared'), fact: 'companies.undeclared', reliability: CLAIMED },
  ]
}

/** Whether there are enough pairs to speak of translation. */
export function hasPairs(facts: Facts): boolean {
  return (numberOf(facts, 'pairs.count') ?? 0) >= LEAST.pairs
}

/** Whether our own visit was answered at the address and our own dated table says to whom it is registered: nobody else's word is in between. */
function isSeenDirectly({ sources, originRegistrations }: CaseRecords): boolean {
  const origin = sources.find((source) => source.origin)?.origin
  return origin?.own === true && originRegistrations[0]?.source.startsWith('built-in') === true
}

/** The weaker of who states the address and who states the registration; our own dated tables count as what was read in sealed bytes. */
function originReliability({ sources, originRegistrations }: CaseRecords): string {
  const origin = sources.find((source) => source.origin)?.origin
  const [registration] = originRegistrations
  const table = registration?.rating ?? (registration?.source.startsWith('built-in') ? SEALED : UNRATED)
  return weaker(origin?.rating ?? UNRATED, table)
}

function clientReliability({ access }: CaseRecords): string {
  const rated = access.clients.flatMap(({ registrations: [first] }) => (first && isDprkRegistered(first) ? [first.rating ?? UNRATED] : []))
  return rated.reduce((worst, rating) => weaker(worst, rating), rated[0] ?? UNRATED)
}
