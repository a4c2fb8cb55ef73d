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
  const odds = logOddsOf(values)
  for (let k = 1; k < SCALE.length; k++) {
    const [from, low] = SCALE[k - 1] ?? [0, 0]
    const [to, high] = SCALE[k] ?? [0, 0]
    if (odds < to) return low + ((high - low) * Math.max(0, odds - from)) / (to - from)
  }
  return SCALE.at(-1)?.[1] ?? 1
}
