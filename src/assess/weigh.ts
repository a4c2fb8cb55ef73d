import { compareText } from '../base/hash.ts'
import type { EvidenceItem, Hypothesis, Likelihood, WeighedHypothesis, WeighedQuestion } from '../model/index.ts'
import { type Cap, capOf } from './cap.ts'
import { confidenceOf } from './confidence.ts'
import { headlineOf } from './headline.ts'
import { CANNOT_BE_TOLD, expectedness, likelihoodOf, ratingOf, reliabilityOf, rowOf } from './scale.ts'

/** A rival answer with the clause that a sentence about it uses: `the work was done by …`. */
export interface Rival extends Hypothesis {
  readonly clause: string
}

/** Prior probabilities by hypothesis id; three fixed ones always run. */
export interface Priors {
  readonly sceptical: Readonly<Record<string, number>>
  readonly flat: Readonly<Record<string, number>>
  readonly verySceptical: Readonly<Record<string, number>>
}

/** A question with its rival answers and priors. */
export interface Question {
  readonly id: string
  readonly question: string
  readonly hypotheses: readonly Rival[]
  readonly priors: Priors
}

/** Rows of the ladder that the three priors lie apart when the answer is called prior-driven. */
const WIDE_ROWS = 3

/**
 * Posterior probabilities under one prior. Items of one group are not independent: sorted by the spread of log p′ they count 1, 1/2, 1/4 …
 * (ties by id, so that the order of items never matters). `grouped: false` counts every item in full, which double counts.
 */
export function posteriorsOf(
  hypotheses: readonly Pick<Hypothesis, 'id'>[],
  items: readonly EvidenceItem[],
  prior: Readonly<Record<string, number>>,
  options: { readonly grouped?: boolean } = {},
): Record<string, number> {
  const ids = hypotheses.map(({ id }) => id)
  const sums = new Map(ids.map((id) => [id, Math.log(Math.max(prior[id] ?? 0, Number.MIN_VALUE))]))
  for (const group of groupsOf(items)) {
    const sorted = [...group.items].sort((a, b) => spread(b, ids) - spread(a, ids) || compareText(a.id, b.id))
    for (const [k, item] of sorted.entries()) {
      const weight = options.grouped === false ? 1 : 2 ** -k
      for (const id of ids) sums.set(id, (sums.get(id) ?? 0) + weight * Math.log(expectedness(item, id)))
    }
  }
  const highest = Math.max(...sums.values())
  const total = [...sums.values()].reduce((sum, value) => sum + Math.exp(value - highest), 0)
  return Object.fromEntries([...sums].map(([id, value]) => [id, Math.exp(value - highest) / total]))
}

function spread(item: EvidenceItem, ids: readonly string[]): number {
  const logs = ids.map((id) => Math.log(expectedness(item, id)))
  return Math.max(...logs) - Math.min(...logs)
}

/** Items by group, groups by name, items by id. */
function groupsOf(items: readonly EvidenceItem[]): { id: string; items: EvidenceItem[] }[] {
  const groups = new Map<string, EvidenceItem[]>()
  for (const item of [...items].sort((a, b) => compareText(a.id, b.id))) groups.set(item.group, [...(groups.get(item.group) ?? []), item])
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([id, of]) => ({ id, items: of }))
}

/**
 * Inconsistency of a hypothesis (analysis of competing hypotheses): `r` for each item that is not expected (p < 0.25), `2r` for each very unexpected
 * one (p < 0.1). What fits adds nothing: fitting many hypotheses is cheap.
 */
export function inconsistencyOf(items: readonly EvidenceItem[], hypothesis: string): number {
  let sum = 0
  for (const item of items) {
    if (item.ratings[hypothesis] === undefined) continue
    const p = ratingOf(item.ratings[hypothesis])
    const r = reliabilityOf(item.reliability) ?? 0
    sum += p < 0.1 ? 2 * r : p < 0.25 ? r : 0
  }
  return sum
}

/** How far one item speaks for each hypothesis against its best rival, in decibans: 10·log10 of the ratio of p′. */
export function decibansOf(item: EvidenceItem, hypotheses: readonly Pick<Hypothesis, 'id'>[]): Record<string, number> {
  return Object.fromEntries(
    hypotheses.map(({ id }) => {
      const rivals = hypotheses.filter((rival) => rival.id !== id).map((rival) => expectedness(item, rival.id))
      return [id, rivals.length === 0 ? 0 : 10 * Math.log10(expectedness(item, id) / Math.max(...rivals))]
    }),
  )
}

/**
 * Weighs the items of one question: posteriors under three priors, inconsistency, the grave hypothesis without each group, cap, range, fragility and
 * the gate of confidence. The headline speaks from the sceptical prior. Numbers are a check on words, not a measurement.
 */
export function weigh(question: Question, given: readonly EvidenceItem[]): WeighedQuestion {
  const { hypotheses, priors } = question
  // Sums of numbers depend on their order in the last digits; rows must not.
  const items = [...given].sort((a, b) => compareText(a.id, b.id))
  const at = (prior: Readonly<Record<string, number>>, of: readonly EvidenceItem[] = items) => posteriorsOf(hypotheses, of, prior)
  const [sceptical, flat, verySceptical] = [at(priors.sceptical), at(priors.flat), at(priors.verySceptical)]
  const grave = hypotheses.find(({ kind }) => kind === 'grave')
  const cap = capOf(hypotheses, items)
  const weighed = hypotheses.map(({ clause: _, ...hypothesis }): WeighedHypothesis => {
    const posterior = {
      sceptical: sceptical[hypothesis.id] ?? 0,
      flat: flat[hypothesis.id] ?? 0,
      verySceptical: verySceptical[hypothesis.id] ?? 0,
    }
    const likelihood = said(hypothesis, posterior.sceptical, cap)
    return { ...hypothesis, likelihood, posterior, inconsistency: inconsistencyOf(items, hypothesis.id) }
  })
  const groups = groupsOf(items).map(({ id, items: of }) => ({ id, class: strongest(of), items: of }))
  const without = groups.map(({ id }) => {
    const rest = items.filter((item) => item.group !== id)
    return { group: id, posteriors: at(priors.sceptical, rest), cap: capOf(hypotheses, rest) }
  })
  const ofGrave = grave === undefined ? [] : [sceptical, flat, verySceptical].map((posterior) => rowOf(posterior[grave.id] ?? 0))
  return {
    id: question.id,
    question: question.question,
    hypotheses: weighed,
    headline: headlineOf(question, weighed, cap),
    priorDriven: ofGrave.length > 0 && Math.max(...ofGrave) - Math.min(...ofGrave) >= WIDE_ROWS,
    fragile:
      grave !== undefined && (sceptical[grave.id] ?? 0) >= 0.5 && without.some(({ posteriors }) => (posteriors[grave.id] ?? 0) < 0.5),
    ...(cap ? { capped: cap } : {}),
    confidence: confidenceOf(
      weighed,
      items,
      without.map(({ group, posteriors }) => ({ group, posteriors })),
      cap,
    ),
    groups,
    withoutGroup:
      grave === undefined
        ? []
        : without.map(({ group, posteriors, cap: capWithout }) => {
            const posterior = posteriors[grave.id] ?? 0
            return { group, likelihood: said(grave, posterior, capWithout), posterior }
          }),
  }
}

function said({ kind }: Pick<Hypothesis, 'kind'>, posterior: number, cap: Cap | undefined): Likelihood {
  return kind === 'grave' && cap ? CANNOT_BE_TOLD : likelihoodOf(posterior)
}

const CLASSES = ['context', 'conduct', 'record', 'direct'] as const

function strongest(items: readonly EvidenceItem[]): EvidenceItem['class'] {
  return CLASSES[Math.max(...items.map((item) => CLASSES.indexOf(item.class)))] ?? 'context'
}
