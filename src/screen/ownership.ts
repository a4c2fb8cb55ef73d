import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { OwnershipAnswer, OwnershipStatement, OwnershipStep, Warning } from '../model/index.ts'
import { type ShareRange, shareInWords } from './shares.ts'

/** A stated share: who holds how much of what, and who says so. Ends are keys that the caller made equal where they mean the same. */
export interface Holding {
  readonly owner: string
  readonly asset: string
  /** Per cent; absent when nobody states it, which counts as anything from 0 to 100. */
  readonly percent?: ShareRange
  /** Where it is stated, for the answer. */
  readonly source: string
  /** Who says so; `stated` when absent. */
  readonly basis?: OwnershipStatement['basis']
  /** Anchor of the row in a sealed declaration. */
  readonly anchor?: string
}

/** Whether a party counts as blocked: surely, possibly, or not. */
interface State {
  readonly sure: ReadonlySet<string>
  readonly possible: ReadonlySet<string>
}

const ANYTHING: ShareRange = [0, 100]

/**
 * The 50 per cent rule over a graph of shares. OFAC (FAQ 401, guidance of 13 August 2014): shares of all blocked owners are added up, and an entity that they own by 50 per cent or more is blocked itself and then counts with the whole of what it holds;
 * what a party below 50 per cent holds counts for nothing. Shares that nobody states may be anything, so that the answer is between two: with the lowest and with the highest shares that the words allow.
 *
 * Several statements of one holding are kept as the range that all of them allow, or, where they contradict each other, from the lowest to the highest. Stated shares of an asset that add up to more than 100 are a warning.
 * Shares that nobody states are together no more than what the lowest stated ones of the asset leave; where those are above 100 they contradict each other and leave nothing that can be said.
 * Circles of holdings end: only what is reached from `listed` counts. `nameOf` says how warnings call a key.
 */
export function aggregateOwnership(
  holdings: readonly Holding[],
  listed: ReadonlySet<string>,
  parties: readonly string[],
  nameOf: (key: string) => string = (key) => key,
): { readonly answers: readonly OwnershipAnswer[]; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = []
  const edges = joined(holdings.slice(0, LIMITS.holdings), nameOf, warnings)
  if (holdings.length > LIMITS.holdings)
    warnings.push({ code: 'holdings-limit', message: `more than ${LIMITS.holdings} holdings; the rest is not looked at` })
  const byAsset = withinWhole(groupBy(edges, 'asset'), nameOf, warnings)
  const half = { sure: closure(byAsset, listed, 0, (share) => share >= 50), possible: closure(byAsset, listed, 1, (share) => share >= 50) }
  const more = { sure: closure(byAsset, listed, 0, (share) => share > 50), possible: closure(byAsset, listed, 1, (share) => share > 50) }
  const answers = parties.map((party): OwnershipAnswer => {
    const holders = byAsset.get(party) ?? []
    const least = heldBy(holders, half.sure, 0)
    const most = heldBy(holders, half.possible, 1)
    return {
      party,
      isListed: listed.has(party),
      atLeastHalf: answerOf(party, half, 'blocked'),
      moreThanHalf: answerOf(party, more, 'owned'),
      percent: [Math.min(100, least), Math.min(100, most)],
      steps: stepsTo(party, byAsset, listed, half.possible),
    }
  })
  for (const { party, steps } of answers)
    if (steps.length >= LIMITS.ownershipSteps)
      warnings.push({
        code: 'ownership-steps-limit',
        message: `${nameOf(party)}: ${LIMITS.ownershipSteps} holdings or more lead to it; the path that is shown may end before its top`,
      })
  return { answers, warnings }
}

function answerOf<T extends string>(party: string, { sure, possible }: State, yes: T): T | 'may be' | 'not by these shares' {
  return sure.has(party) ? yes : possible.has(party) ? 'may be' : 'not by these shares'
}

/** All parties that count, given a bound of each share (0 lowest, 1 highest): those listed, and those whose counted owners together reach the threshold. Each pass adds at least one, so it ends. */
function closure(
  byAsset: ReadonlyMap<string, readonly OwnershipStep[]>,
  listed: ReadonlySet<string>,
  bound: 0 | 1,
  reaches: (share: number) => boolean,
): Set<string> {
  const counted = new Set(listed)
  const below = groupBy([...byAsset.values()].flat(), 'owner')
  const held = new Map<string, Held>()
  const queue = [...counted]
  for (let owner = queue.pop(); owner !== undefined; owner = queue.pop())
    for (const step of below.get(owner) ?? []) {
      if (counted.has(step.asset)) continue
      const sum = plus(held.get(step.asset), step, bound)
      held.set(step.asset, sum)
      if (!reaches(shareOf(sum))) continue
      counted.add(step.asset)
      queue.push(step.asset)
    }
  return counted
}

/** What counted owners hold of an asset: stated shares added up, and the bound that all unstated ones share. */
interface Held {
  readonly stated: number
  readonly unstated: number
}

function plus(held: Held | undefined, { isStated, percent }: OwnershipStep, bound: 0 | 1): Held {
  const { stated, unstated } = held ?? { stated: 0, unstated: 0 }
  return isStated ? { stated: stated + percent[bound], unstated } : { stated, unstated: percent[bound] }
}

function shareOf(held: Held | undefined): number {
  return held === undefined ? 0 : round(held.stated + held.unstated)
}

function heldBy(holders: readonly OwnershipStep[], counted: ReadonlySet<string>, bound: 0 | 1): number {
  let held: Held | undefined
  for (const step of holders) if (counted.has(step.owner)) held = plus(held, step, bound)
  return shareOf(held)
}

function groupBy(steps: readonly OwnershipStep[], end: 'owner' | 'asset'): Map<string, OwnershipStep[]> {
  const groups = new Map<string, OwnershipStep[]>()
  for (const step of steps) {
    const known = groups.get(step[end])
    if (known) known.push(step)
    else groups.set(step[end], [step])
  }
  return groups
}

/** Bounds the unstated shares of each asset by what its stated ones leave at least; stated shares above 100 are a warning, and bound nothing. */
function withinWhole(
  byAsset: ReadonlyMap<string, readonly OwnershipStep[]>,
  nameOf: (key: string) => string,
  warnings: Warning[],
): ReadonlyMap<string, readonly OwnershipStep[]> {
  const bounded = new Map<string, readonly OwnershipStep[]>()
  for (const [asset, steps] of [...byAsset].sort(([a], [b]) => compareText(a, b))) {
    const least = round(steps.reduce((total, { percent }) => total + percent[0], 0))
    if (least > 100)
      warnings.push({
        code: 'shares-above-100',
        message: `${nameOf(asset)}: stated shares add up to ${least} per cent; one of them is wrong or of another day`,
      })
    const rest: ShareRange = least > 100 ? ANYTHING : [0, round(100 - least)]
    bounded.set(
      asset,
      steps.map((step) => (step.isStated ? step : { ...step, percent: rest })),
    )
  }
  return bounded
}

/** The holdings above a party that lead to listed owners, from the top down, each once. */
function stepsTo(
  party: string,
  byAsset: ReadonlyMap<string, readonly OwnershipStep[]>,
  listed: ReadonlySet<string>,
  possible: ReadonlySet<string>,
): OwnershipStep[] {
  const steps: OwnershipStep[] = []
  const seen = new Set<string>([party])
  const queue = [party]
  for (let at = 0; at < queue.length && steps.length < LIMITS.ownershipSteps; at++) {
    const asset = queue[at] ?? ''
    for (const step of byAsset.get(asset) ?? []) {
      if (!possible.has(step.owner)) continue
      steps.push(step)
      // A listed owner is where a path begins; what is above it changes nothing.
      if (seen.has(step.owner) || listed.has(step.owner)) continue
      seen.add(step.owner)
      queue.push(step.owner)
    }
  }
  return steps.reverse()
}

/** One edge per owner and asset: the range that all statements allow, or all that any of them allows where they contradict each other. The order of the statements does not count. */
function joined(holdings: readonly Holding[], nameOf: (key: string) => string, warnings: Warning[]): OwnershipStep[] {
  const stated = new Map<string, Holding[]>()
  for (const holding of holdings) {
    if (holding.owner === holding.asset) continue
    const key = JSON.stringify([holding.owner, holding.asset])
    const known = stated.get(key)
    if (known) known.push(holding)
    else stated.set(key, [holding])
  }
  const edges = [...stated.values()].flatMap((all): OwnershipStep[] => {
    const [first] = all
    if (!first) return []
    const { owner, asset } = first
    const narrow: [number, number] = [0, 100]
    const wide: [number, number] = [100, 0]
    for (const { percent: [low, high] = ANYTHING } of all) {
      narrow[0] = Math.max(narrow[0], low)
      narrow[1] = Math.min(narrow[1], high)
      wide[0] = Math.min(wide[0], low)
      wide[1] = Math.max(wide[1], high)
    }
    const statements = statementsOf(all)
    const sources = [...new Set(statements.map(({ source }) => source))].slice(0, LIMITS.ownershipStatements)
    const saying = statements.slice(0, LIMITS.ownershipStatements).map(statementInWords)
    const agrees = narrow[0] <= narrow[1]
    if (!agrees)
      warnings.push({
        code: 'shares-differ',
        message: `${nameOf(owner)} of ${nameOf(asset)}: ${saying.join(' and ')} state different shares; all are counted as possible`,
      })
    if (statements.length > LIMITS.ownershipStatements)
      warnings.push({
        code: 'statements-limit',
        message: `${nameOf(owner)} of ${nameOf(asset)}: ${statements.length} statements; ${LIMITS.ownershipStatements} are shown, all are counted`,
      })
    return [
      {
        owner,
        asset,
        percent: agrees ? narrow : wide,
        isStated: all.some(({ percent }) => percent !== undefined),
        source: sources.join('; '),
        statements: statements.slice(0, LIMITS.ownershipStatements),
      },
    ]
  })
  return edges.sort((x, y) => compareText(x.asset, y.asset) || compareText(x.owner, y.owner))
}

/** The statements of one holding, each once, in the order of their sources. */
function statementsOf(all: readonly Holding[]): OwnershipStatement[] {
  const distinct = new Map<string, OwnershipStatement>()
  for (const { basis = 'stated', source, anchor, percent } of all) {
    const statement = { basis, source, ...(anchor === undefined ? {} : { anchor }), ...(percent === undefined ? {} : { percent }) }
    distinct.set(JSON.stringify([source, percent ?? []]), statement)
  }
  return [...distinct].sort(([a], [b]) => compareText(a, b)).map(([, statement]) => statement)
}

/** `register (51 %)`, `list (no share stated)`. */
export function statementInWords({ source, percent }: OwnershipStatement): string {
  return `${source} (${percent ? shareInWords(percent) : 'no share stated'})`
}

/** Shares are given to some decimals; thirds that add up to 50 reach it. */
function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
