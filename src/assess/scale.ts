import type { EvidenceItem, Likelihood, RatingWord } from '../model/index.ts'

/**
 * What the words of the rating scale stand for: how expected an item is if a hypothesis is true. Never 0 and never 1, so that no single item decides.
 */
export const RATING_NUMBERS: { readonly [word in RatingWord]: number } = {
  'almost certain': 0.97,
  likely: 0.8,
  even: 0.5,
  unlikely: 0.25,
  'very unlikely': 0.1,
  remote: 0.03,
  excluded: 0.01,
}

/** How expected a doubtful item is whatever is true: the same for every hypothesis, so that what cannot be relied on moves nothing. */
export const BASELINE = 0.4

/**
 * Reliability 0 … 1 by source letter (Admiralty A to E) and item digit (1 to 5). F and 6 say that it cannot be judged: a person must say, nothing is
 * assumed. The numbers are defaults of this method and not calibrated.
 */
const RELIABILITY: Readonly<Record<string, readonly number[]>> = {
  A: [0.95, 0.9, 0.75, 0.55, 0.35],
  B: [0.9, 0.85, 0.7, 0.5, 0.3],
  C: [0.75, 0.7, 0.6, 0.4, 0.25],
  D: [0.55, 0.5, 0.4, 0.3, 0.2],
  E: [0.35, 0.3, 0.25, 0.2, 0.2],
}

/** The rating of what nobody rated. */
export const UNRATED = 'C3'

/** Reliability of a rating (`A2`) or of a number; undefined when it cannot be judged. Numbers are held to 0 … 1. */
export function reliabilityOf(rating: string | number): number | undefined {
  if (typeof rating === 'number') return Number.isNaN(rating) ? undefined : Math.min(1, Math.max(0, rating))
  return RELIABILITY[rating.slice(0, 1)]?.[Number(rating.slice(1)) - 1]
}

/** The weaker of two ratings; one that cannot be judged is the weakest. */
export function weaker(a: string, b: string): string {
  return (reliabilityOf(b) ?? -1) < (reliabilityOf(a) ?? -1) ? b : a
}

/** The number of a rating word or of a number; numbers are held to 0.01 … 0.99. */
export function ratingOf(rating: RatingWord | number | undefined): number {
  if (rating === undefined) return BASELINE
  return typeof rating === 'number' ? Math.min(0.99, Math.max(0.01, rating)) : RATING_NUMBERS[rating]
}

/** p′(E|H): the rating mixed with the baseline by the item's reliability, `r·p + (1 − r)·b`. An item whose reliability cannot be judged moves nothing. */
export function expectedness(item: EvidenceItem, hypothesis: string): number {
  const r = reliabilityOf(item.reliability) ?? 0
  return r * ratingOf(item.ratings[hypothesis]) + (1 - r) * BASELINE
}

/** The ladder of Intelligence Community Directive 203 (one row of synonyms), in whole percent. */
export const LADDER: readonly { readonly word: string; readonly low: number; readonly high: number }[] = [
  { word: 'almost no chance', low: 1, high: 5 },
  { word: 'very unlikely', low: 5, high: 20 },
  { word: 'unlikely', low: 20, high: 45 },
  { word: 'roughly even', low: 45, high: 55 },
  { word: 'likely', low: 55, high: 80 },
  { word: 'very likely', low: 80, high: 95 },
  { word: 'almost certain', low: 95, high: 99 },
]

/** Row of the ladder, 0 … 6; a bound belongs to the row above it, hundredths of a percent are rounded and percents cut. */
export function rowOf(probability: number): number {
  const percent = Math.floor(Math.round(probability * 10_000) / 100)
  return LADDER.filter(({ low }, index) => index > 0 && percent >= low).length
}

/** A probability in the words of the ladder. */
export function likelihoodOf(probability: number): Likelihood {
  const row = LADDER[rowOf(probability)]
  return row ? { ...row } : { word: 'almost no chance', low: 1, high: 5 }
}

/** What stands for the likelihood of a grave hypothesis that is held back. */
export const CANNOT_BE_TOLD: Likelihood = { word: 'cannot be told from this material', low: null, high: null }
