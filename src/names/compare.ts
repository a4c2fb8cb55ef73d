import type { Reason } from '../model/index.ts'
import { type Aligned, alignTokens, isReordered, isRotation, sharedLooks } from './align.ts'
import { type NameSchema, type NameToken, type PreparedName, prepareName, type TokenKind } from './prepare.ts'

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
export const NAME_ALIASES = 200

/** What words of one side that contradict words of the other cost, per weight. */
const CONTRADICTION = 1.1
/** What words that stand on one side only cost, per weight. */
const OMISSION = 0.5
/** Numbers that differ name different things: `Brigade 44` is not `Brigade 45`. */
const NUMBER_CAP = 0.6
/** A given name that differs names another person. */
const GIVEN_CAP = 0.58
/** Agreement on trade words, places and family names alone. */
const NOTHING_OWN_CAP = 0.5
/** Initials are all that stands for a word: an abbreviation has many expansions. */
const INITIALS_CAP = 0.65

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

/** Compares two prepared names: in their own writing when both have the same, else in Latin readings. */
export function comparePrepared(a: PreparedName, b: PreparedName): Comparison {
  const isNative = a.nativeScript !== undefined && a.nativeScript === b.nativeScript
  const [x, y] = isNative ? [a.native ?? a.latin, b.native ?? b.latin] : [a.latin, b.latin]
  if (x.length === 0 || y.length === 0) return { score: 0, reasons: [] }
  const looks = isNative ? undefined : sharedLooks(a, b)
  const { pairs, leftA, leftB } = alignTokens(x, y, looks)
  const matched = pairs.reduce((sum, { weight }) => sum + weight, 0)
  if (matched === 0) return { score: 0, reasons: [] }
  const reasons: Reason[] = reasonsOfPairs(pairs, x, y, matched)
  const lostA = lossOf(x, leftA)
  const lostB = lossOf(y, leftB)
  const against = Math.min(lostA, lostB)
  const missing = Math.max(lostA, lostB) - against
  if (against > 0) {
    const weight = -(CONTRADICTION * against) / (matched + against)
    reasons.push(reason('contradiction', 'other words stand at this place', shown(x, leftA), shown(y, leftB), weight))
  }
  if (missing > 0) {
    const weight = -(OMISSION * missing) / (matched + missing)
    reasons.push(reason('one-sided', 'words that stand on one side only', shown(x, leftA) || '–', shown(y, leftB) || '–', weight))
  }
  if (isReordered(pairs)) {
    const isPerson = a.schema === 'Person' || b.schema === 'Person' || looks !== undefined
    const turned = isRotation(pairs)
    const detail = turned ? 'the same words, another one first' : 'the same words in another order'
    reasons.push(reason('order', detail, shown(x), shown(y), turned ? (isPerson ? -0.005 : -0.03) : -0.16))
  }
  noteLegalForms(reasons, a, b)
  return capped(reasons, capsOf({ pairs, leftA, leftB }, x, y, a, b, looks))
}

function reason(feature: string, detail: string, query: string, candidate: string, weight: number): Reason {
  return { feature, detail, query, candidate, weight }
}

function shown(tokens: readonly NameToken[], indices?: readonly number[]): string {
  return (indices ? indices.map((i) => tokens[i]?.shown ?? '') : tokens.map((one) => one.shown)).join(' ')
}

/** What words without a partner weigh. A place or trade that one side lacks tells two houses of one name apart more than agreeing on it brings them together. */
function lossOf(tokens: readonly NameToken[], indices: readonly number[]): number {
  const factor = (kind: string | undefined) => (kind === 'place' ? 1.6 : kind === 'generic' ? 1.3 : 1)
  return indices.reduce((sum, i) => sum + (tokens[i]?.weight ?? 0) * factor(tokens[i]?.kind), 0)
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

interface Cap {
  readonly at: number
  readonly feature: string
  readonly detail: string
  readonly query: string
  readonly candidate: string
}

function capsOf(
  { pairs, leftA, leftB }: { pairs: readonly Aligned[]; leftA: readonly number[]; leftB: readonly number[] },
  x: readonly NameToken[],
  y: readonly NameToken[],
  a: PreparedName,
  b: PreparedName,
  looks: 'korean' | 'chinese' | undefined,
): Cap[] {
  const caps: Cap[] = []
  const put = (at: number, feature: string, detail: string, query: string, candidate: string) =>
    caps.push({ at, feature, detail, query, candidate })
  const ofKind = (tokens: readonly NameToken[], left: readonly number[], ...kinds: readonly (TokenKind | undefined)[]) =>
    left.filter((i) => kinds.includes(tokens[i]?.kind))
  const numbers = [ofKind(x, leftA, 'number'), ofKind(y, leftB, 'number')] as const
  if (numbers[0].length > 0 && numbers[1].length > 0)
    put(NUMBER_CAP, 'number', 'different numbers', shown(x, numbers[0]), shown(y, numbers[1]))
  else if (numbers[0].length + numbers[1].length > 0 && pairs.length > 0)
    put(0.84, 'number', 'a number stands on one side only', shown(x, numbers[0]) || '–', shown(y, numbers[1]) || '–')
  const isPerson = a.schema === 'Person' || b.schema === 'Person' || looks !== undefined
  const words = [ofKind(x, leftA, 'word', 'surname'), ofKind(y, leftB, 'word', 'surname')] as const
  if (isPerson && words[0].length > 0 && words[1].length > 0)
    put(GIVEN_CAP, 'given-name', 'a name that differs', shown(x, words[0]), shown(y, words[1]))
  const isEqual = leftA.length === 0 && leftB.length === 0 && pairs.every(({ score }) => score > 0.9)
  const own = pairs.some(
    ({ a: [from], b: to, feature }) => feature === 'joined' || feature === 'initials' || (isOwn(x[from]) && isOwn(y[to[0]])),
  )
  // On either side: a misspelt common word agrees with one, whichever of the two names is asked for.
  const common = pairs.filter(({ a: [from], b: [to] }) => x[from]?.kind === 'common' || y[to]?.kind === 'common').length
  if (!own && common < 2 && !isEqual) put(NOTHING_OWN_CAP, 'nothing-own', 'only words that many names share agree', shown(x), shown(y))
  if (pairs.every(({ feature }) => feature === 'initials' || feature === 'initial'))
    put(INITIALS_CAP, 'initials-only', 'an abbreviation has many expansions', shown(x), shown(y))
  const short = x.length <= y.length ? x : y
  if (short.length === 1 && x.length !== y.length && pairs[0]?.feature !== 'joined')
    put(0.84, 'one-word', 'one word of a longer name', shown(x), shown(y))
  return caps
}

function isOwn(one: NameToken | undefined): boolean {
  return one !== undefined && (one.kind === 'word' || one.kind === 'short' || one.kind === 'number')
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
