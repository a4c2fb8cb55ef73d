import { LIMITS } from '../base/limits.ts'
import type { BesideFact, ListEntity, Match, Reason } from '../model/index.ts'
import { foldName } from '../names/index.ts'
import { compareFacts, isSecondIdentifier, type KnownFacts } from './identifiers.ts'

/** Features of reasons that say what stands beside a person's name. */
const FACTS: Readonly<Record<BesideFact, string>> = {
  'birth-date': 'the same birth date',
  identifier: 'the same number',
  address: 'the same address',
  'linked-entity': 'a company that the list ties to the entry',
}

const ELSEWHERE = ' (so in another exhibit that bears the name; adds nothing to the score)'

/** Facts beside a name in words for people: `the same number, the same address`. */
export function besideInWords(facts: readonly BesideFact[]): string {
  return facts.map((fact) => FACTS[fact]).join(', ')
}

/** Which of the facts that stand beside a listed person's name agree with the entry and tell whose name it is. */
export function besideFacts(facts: KnownFacts, entity: ListEntity): BesideFact[] {
  const agreeing = compareFacts(facts, entity).filter(isSecondIdentifier)
  return (['birth-date', 'identifier', 'address'] as const).filter((fact) => agreeing.some(({ feature }) => feature === fact))
}

/** At most `LIMITS.matchAnchors` anchors, in their order; where there are more, one of each exhibit comes first. */
export function eachExhibitFirst(anchors: readonly string[]): readonly string[] {
  if (anchors.length <= LIMITS.matchAnchors) return anchors
  const firsts = new Map<string, string>()
  for (const anchor of anchors) {
    const exhibit = anchor.slice(0, anchor.lastIndexOf('!'))
    if (!firsts.has(exhibit)) firsts.set(exhibit, anchor)
  }
  return [...new Set([...firsts.values(), ...anchors])].slice(0, LIMITS.matchAnchors)
}

/**
 * Joins the matches of one listed person by one name, which differ by the facts of their exhibits: one match with the places of all and the fact of each. The score is that of the exhibit that tells most:
 * facts of different exhibits do not add up, because nothing says that they are of the same bearer of the name.
 */
export function joinPersons(matches: readonly Match[]): Match[] {
  // A company's match is a key of its own: only persons are joined.
  const joined = new Map<string | Match, Match>()
  for (const match of matches) {
    const { entity, query } = match
    const key = entity.schema === 'Person' ? [entity.list, entity.id, foldName(query)].join('\0') : match
    const known = joined.get(key)
    joined.set(key, known ? joinTwo(known, match) : match)
  }
  return [...joined.values()]
}

/** The facts of two matches by anchor, each anchor once. */
export function joinBeside(a: Pick<Match, 'beside'>, b: Pick<Match, 'beside'>): NonNullable<Match['beside']> {
  const facts = new Map<string, Set<BesideFact>>()
  for (const one of [...(a.beside ?? []), ...(b.beside ?? [])])
    facts.set(one.anchor, new Set([...(facts.get(one.anchor) ?? []), ...one.facts]))
  return [...facts].map(([anchor, of]) => ({ anchor, facts: [...of] }))
}

function joinTwo(a: Match, b: Match): Match {
  // Of equal scores the one with a fact of the person's own tells more than one with a company beside the name.
  const isBetter = b.score > a.score || (b.score === a.score && isCapped(a) && !isCapped(b))
  const [best, other] = isBetter ? [b, a] : [a, b]
  const anchors = eachExhibitFirst([...new Set([...best.anchors, ...other.anchors])])
  const beside = joinBeside(best, other).filter(({ anchor }) => anchors.includes(anchor))
  const isSame = (one: Reason) => (known: Reason) => known.feature === one.feature && known.candidate === one.candidate
  const more = other.reasons
    .filter((one) => Object.hasOwn(FACTS, one.feature) && !best.reasons.some(isSame(one)))
    .map((one) => ({ ...one, detail: `${one.detail.replace(ELSEWHERE, '')}${ELSEWHERE}`, weight: 0 }))
  return { ...best, anchors, beside, reasons: [...best.reasons, ...more] }
}

function isCapped({ reasons }: Match): boolean {
  return reasons.some(({ feature }) => feature === 'one-identifier')
}
