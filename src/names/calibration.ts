import { CALIBRATION, INNOCENTS_ASKED } from './tables/calibration.ts'

/** How pairs of names with such a score turned out where the answer is known. It says nothing of what anybody did, and in a case the share is another: most bearers of a like name are somebody else. */
export interface ScoreBand {
  /** Labelled pairs in this range of scores, and those that named one. */
  readonly pairs: number
  readonly same: number
  /** Of 100 such pairs, how many named one: 95 % interval (Wilson), whole numbers. */
  readonly low: number
  readonly high: number
  /** Of 1,000 innocent names, those whose likest listed name scored in this range. */
  readonly innocentsPer1000: number
}

/** The band of a score of two names, before facts and policy. */
export function bandOf(score: number): ScoreBand {
  const { pairs, same, innocents } = CALIBRATION.findLast(({ from }) => score >= from) ?? { pairs: 0, same: 0, innocents: 0 }
  const [low, high] = wilson(same, pairs)
  return { pairs, same, low, high, innocentsPer1000: Math.round((innocents / INNOCENTS_ASKED) * 10_000) / 10 }
}

/** z of 95 % of a normal distribution. */
const Z = 1.96

/** The 95 % interval of a share by Wilson (1927), in hundredths, rounded outwards: `[0, 100]` of none. */
export function wilson(hits: number, count: number): readonly [low: number, high: number] {
  if (count === 0) return [0, 100]
  const share = hits / count
  const scale = 1 + Z ** 2 / count
  const middle = (share + Z ** 2 / (2 * count)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2))
  return [Math.floor(Math.max(0, middle - half) * 100 + 1e-9), Math.ceil(Math.min(1, middle + half) * 100 - 1e-9)]
}
