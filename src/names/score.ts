import { EVIDENCE, type EvidenceKind } from './evidence.ts'
import { BIAS, SCALE, WEIGHTS } from './tables/evidence-weights.ts'

/** Log odds that two names name one, by the fitted weights. */
function logOddsOf(values: Readonly<Record<EvidenceKind, number>>): number {
  let sum = BIAS
  for (const kind of EVIDENCE) sum += WEIGHTS[kind] * values[kind]
  return sum
}

/** The score of evidence, 0 … 1: log odds on a broken line through {@link SCALE}. */
export function scoreOf(values: Readonly<Record<EvidenceKind, number>>): number {
  return scoreAt(logOddsOf(values))
}

/** Log odds as a score, 0 … 1. */
export function scoreAt(logOdds: number): number {
  return onLine(logOdds, 0)
}

/** A score after evidence of another kind: its log odds are added on the line of {@link scoreOf}. Names that are equal, 1, stay so unless something speaks against. */
export function shiftScore(score: number, logOdds: number): number {
  if (logOdds >= 0 && score >= TOP) return score
  return onLine(onLine(Math.min(score, TOP), 1) + logOdds, 0)
}

const TOP = SCALE.at(-1)?.[1] ?? 1

/** The broken line of {@link SCALE}, from log odds (0) to scores (1) or back. */
function onLine(value: number, from: 0 | 1): number {
  const to = from === 0 ? 1 : 0
  for (let k = 1; k < SCALE.length; k++) {
    const [low, high] = [SCALE[k - 1] ?? [0, 0], SCALE[k] ?? [0, 0]]
    if (value < high[from]) return low[to] + ((high[to] - low[to]) * Math.max(0, value - low[from])) / (high[from] - low[from])
  }
  return SCALE.at(-1)?.[to] ?? 1
}
