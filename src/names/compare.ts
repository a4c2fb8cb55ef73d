import type { Reason } from '../model/index.ts'
import type { Aligned } from './align.ts'
import { type Cap, capsOf, floorOf, isHeldBelow, shown } from './caps.ts'
import { type EvidenceKind, type Meeting, measured, pairingOf } from './evidence.ts'
import { type NameSchema, type PreparedName, prepareName } from './prepare.ts'
import { scoreOf } from './score.ts'
import { WEIGHTS } from './tables/evidence-weights.ts'
import type { NameToken } from './tokens.ts'

/** A name to compare; aliases are tried too and the best pair counts. */
export interface NameInput {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly schema?: NameSchema
}

/** A score, 0 … 1, and why: the weights of the reasons add up to the score. */
export interface Comparison {
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** Aliases of one name that are tried. */
const NAME_ALIASES = 200

/** Compares two names with their aliases. Symmetric; 1 for names that are equal after folding (legal forms left out). */
export function compareNames(a: NameInput, b: NameInput): Comparison {
  const [xs, ys] = [preparedOf(a), preparedOf(b)]
  let best: Comparison = { score: 0, reasons: [] }
  for (const x of xs) {
    for (const y of ys) {
      const found = comparePrepared(x, y)
      if (found.score > best.score) best = found
      if (best.score === 1) return best
    }
  }
  return best
}

function preparedOf({ name, aliases = [], schema }: NameInput): PreparedName[] {
  return [name, ...aliases].slice(0, NAME_ALIASES).map((one) => prepareName(one, schema))
}

/**
 * Compares two prepared names: in their own writing when both have the same, else in Latin readings. The evidence of {@link measured} is weighed as log odds (weights fitted on labelled pairs,
 * tables/evidence-weights.ts) and written as a score on which 0.85 is the odds that a reader alerts on. Hard rules cap it: other numbers, another given name, nothing but shared words.
 * A score below `from` comes without reasons, which take half the time.
 */
export function comparePrepared(a: PreparedName, b: PreparedName, from = 0): Comparison {
  return bestReading(a, b, from, byHardRules)
}

/** The finish that a meeting of two readings gets. */
type FinishOf = (met: Meeting, a: PreparedName, b: PreparedName) => (reasons: readonly Reason[]) => Comparison

const byHardRules: FinishOf = (met, a, b) => (reasons) => capped(reasons, capsOf(met, a, b))

/** The best score over all ways to read the two names, but for those that `isRefused` tells by their words alone. */
function bestReading(
  a: PreparedName,
  b: PreparedName,
  from: number,
  finish: FinishOf,
  isRefused = (..._: Parameters<typeof isHeldBelow>) => false,
): Comparison {
  let best = NOTHING
  const isOne = isReadOnce(a, b)
  const [othersA, othersB] = isOne ? [NO_OTHERS, NO_OTHERS] : [a.others ?? NO_OTHERS, b.others ?? NO_OTHERS]
  for (let i = -1; i < othersA.length; i++)
    for (let j = -1; j < othersB.length; j++) {
      const [x, y] = [othersA[i] ?? a, othersB[j] ?? b]
      const paired = pairingOf(x, y)
      if (!paired || isRefused(paired, x, y, from)) continue
      const met = measured(paired, x, y)
      const found = weighed(met, x, y, from, finish(met, x, y))
      if (found.score > best.score) best = found
    }
  return best
}

const NOTHING: Comparison = { score: 0, reasons: [] }
const NO_OTHERS: readonly PreparedName[] = []

/** Whether two names have one way to be read together: names in one writing are read in no other. */
function isReadOnce(a: PreparedName, b: PreparedName): boolean {
  return (a.others === undefined && b.others === undefined) || (a.nativeScript !== undefined && a.nativeScript === b.nativeScript)
}

/** As {@link comparePrepared} where the score is `from` or more, and undefined where it is less: most names that are compared are told apart by their words alone, before anything is weighed. */
export function compareFrom(a: PreparedName, b: PreparedName, from: number): Comparison | undefined {
  const best = bestReading(a, b, from, byHardRules, isHeldBelow)
  return best.score < from ? undefined : best
}

/** Score from which {@link weighPrepared} says that two names name one: the odds at which errors of both kinds were fewest on labelled pairs. */
export const ONE_FROM = 0.7

/** As {@link comparePrepared}, the evidence alone: no hard rule holds the score. For measuring, and for who has rules of their own; 0.7 is the odds at which labelled pairs divide best. */
export function weighPrepared(a: PreparedName, b: PreparedName): Comparison {
  return bestReading(a, b, 0, () => (reasons) => capped(reasons, []))
}

function weighed(
  met: Meeting,
  a: PreparedName,
  b: PreparedName,
  from: number,
  finish: (reasons: readonly Reason[]) => Comparison,
): Comparison {
  if (met.values.nothing === 1) return { score: 0, reasons: [] }
  const { x, y, pairs, leftA, leftB, values } = met
  const isEqual = pairs.every(({ score }) => score === 1) && leftA.length + leftB.length + met.slips.length === 0 && values.order === 0
  const score = isEqual ? 1 : Math.max(scoreOf(values), floorOf(met, a, b))
  if (round(score) < from) return { score: round(score), reasons: [] }
  const matched = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const reasons: Reason[] = reasonsOfPairs(pairs, x, y, matched)
  const agreed = reasons.reduce((sum, { weight }) => sum + weight, 0)
  share(reasons, score - agreed, againstOf(met))
  noteLegalForms(reasons, a, b)
  if (met.slips.length > 0)
    reasons.push(reason('slip', 'a slip of a legal form or a small word of the other name', met.slips.join(' '), '–', 0))
  return finish(reasons)
}

/** What a person must be told of what speaks against: which kinds of evidence it sums, how it is named, and the words. */
interface Against {
  readonly feature: string
  readonly detail: string
  readonly query: string
  readonly candidate: string
  /** Log odds that it takes away. */
  readonly cost: number
}

const AGAINST: readonly { readonly feature: string; readonly detail: string; readonly kinds: readonly EvidenceKind[]; readonly words: 'left' | 'all' }[] = [
  { feature: 'contradiction', detail: 'other words stand at this place', kinds: ['contradicted', 'contradictedPerson', 'restDiffers', 'otherSyllable'], words: 'left' },
  { feature: 'one-sided', detail: 'words that stand on one side only', kinds: ['oneSided', 'oneSidedPerson', 'numberMissing', 'tradeWord'], words: 'left' },
  { feature: 'number', detail: 'different numbers', kinds: ['otherNumber'], words: 'left' },
  { feature: 'place', detail: 'different places', kinds: ['otherPlace'], words: 'left' },
  { feature: 'order', detail: 'the same words in another order', kinds: ['order', 'orderPerson'], words: 'all' },
  { feature: 'letters', detail: 'letters that differ in the whole names', kinds: ['letters', 'lettersPerson', 'weakestPair'], words: 'all' },
  { feature: 'legal-form', detail: 'another legal form', kinds: ['legalForms'], words: 'all' },
] // biome-ignore format: a table

function againstOf({ x, y, leftA, leftB, values }: Meeting): Against[] {
  return AGAINST.flatMap(({ feature, detail, kinds, words }) => {
    const cost = -kinds.reduce(
      (sum, kind) => sum + Math.min(0, WEIGHTS[kind] * (kind === 'weakestPair' ? values[kind] - 1 : values[kind])),
      0,
    )
    if (!(cost > 0)) return []
    const side = (tokens: readonly NameToken[], left: readonly number[]) => (words === 'all' ? shown(tokens) : shown(tokens, left) || '–')
    return [{ feature, detail, query: side(x, leftA), candidate: side(y, leftB), cost }]
  })
}

/** Divides what the weighing took from the agreement of words, or added to it, over what speaks against, so that the weights of the reasons add up to the score. */
function share(reasons: Reason[], difference: number, against: readonly Against[]): void {
  const costs = against.reduce((sum, { cost }) => sum + cost, 0)
  if (Math.abs(difference) < 1e-9) return
  if (difference > 0 || costs === 0) {
    reasons.push(
      reason('whole', difference > 0 ? 'the names as a whole agree more than word by word' : 'little agrees', '', '', difference),
    )
    return
  }
  for (const { feature, detail, query, candidate, cost } of against)
    reasons.push(reason(feature, detail, query, candidate, (difference * cost) / costs))
}

function reason(feature: string, detail: string, query: string, candidate: string, weight: number): Reason {
  return { feature, detail, query, candidate, weight }
}

/** Equal words make one reason; every other pairing its own. */
function reasonsOfPairs(pairs: readonly Aligned[], x: readonly NameToken[], y: readonly NameToken[], matched: number): Reason[] {
  const same = pairs.filter(({ feature }) => feature === 'same')
  const reasons: Reason[] = []
  const part = (list: readonly NameToken[], [from, to]: readonly [number, number]) => shown(list.slice(from, to))
  if (same.length > 0) {
    const weight = same.reduce((sum, pair) => sum + pair.weight, 0) / matched
    const detail = same.length === 1 ? 'the same word' : `the same ${same.length} words`
    const side = (list: readonly NameToken[], key: 'a' | 'b') => same.map((pair) => part(list, pair[key])).join(' ')
    reasons.push(reason('same', detail, side(x, 'a'), side(y, 'b'), weight))
  }
  for (const pair of pairs) {
    if (pair.feature === 'same') continue
    reasons.push(reason(pair.feature, pair.detail, part(x, pair.a), part(y, pair.b), (pair.score * pair.weight) / matched))
  }
  return reasons
}

function noteLegalForms(reasons: Reason[], a: PreparedName, b: PreparedName): void {
  const [one, other] = [a.legal.join(' '), b.legal.join(' ')]
  if (one !== '' || other !== '') reasons.push(reason('legal-form', 'legal forms are not compared', one || '–', other || '–', 0))
}

/** Adds the lowest cap that binds as a reason of its own, so that the weights still add up. */
function capped(reasons: readonly Reason[], caps: readonly Cap[]): Comparison {
  const sum = reasons.reduce((total, { weight }) => total + weight, 0)
  const raw = Math.min(1, Math.max(0, sum))
  const all = [...reasons]
  if (raw !== sum) all.push(reason('floor', 'a score is not below 0', '', '', raw - sum))
  const lowest = [...caps].sort((p, q) => p.at - q.at)[0]
  if (!lowest || lowest.at >= raw) return { score: round(raw), reasons: all }
  all.push(reason(lowest.feature, `${lowest.detail}: at most ${lowest.at}`, lowest.query, lowest.candidate, lowest.at - raw))
  return { score: lowest.at, reasons: all }
}

/** Four digits, so that the order of additions never shows. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000
}
