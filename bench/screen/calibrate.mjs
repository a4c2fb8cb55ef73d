// How often pairs of names of each range of scores were the same: held-out scores of name_bench (five folds), and innocent names against lists. Writes src/names/tables/calibration.ts.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { benchPairs, heldOut } from './fit.mjs'
import { innocents } from './lists.mjs'

const { wilson } = await import('../../dist/src/names/calibration.js')
const { compareWith, logOddsWith } = await import('./held-out.mjs')
const { rankNames } = await import('../../dist/src/screen/index.js')

/** Lower ends of the ranges; the last holds names that are equal after folding. */
const FROM = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1]

/** Innocent names that are asked for: odd rows, that nothing was fitted on. */
const ASKED = 5000

/** Score and truth of each pair of name_bench by weights that never saw it. */
export function heldOutScores(others) {
  const pairs = benchPairs()
  return heldOut(pairs, others).map(({ model, pair }) => ({
    score: compareWith(pair, (values) => logOddsWith(model, values)),
    isOne: pair.isOne,
  }))
}

/** Ranges with counts, neighbours joined until the share of the same rises (isotonic). */
export function rangesOf(scored, likest) {
  const ranges = FROM.map((from, k) => {
    const to = FROM[k + 1] ?? 2
    const own = scored.filter(({ score }) => score >= from && score < to)
    return {
      from,
      pairs: own.length,
      same: own.filter(({ isOne }) => isOne).length,
      innocents: likest.filter((score) => score >= from && score < to).length,
    }
  })
  for (let k = 1; k < ranges.length; ) {
    const [low, high] = [ranges[k - 1], ranges[k]]
    if (high.pairs > 0 && low.pairs > 0 && high.same * low.pairs > low.same * high.pairs) k++
    else {
      ranges.splice(k - 1, 2, {
        from: low.from,
        pairs: low.pairs + high.pairs,
        same: low.same + high.same,
        innocents: low.innocents + high.innocents,
      })
      k = Math.max(1, k - 1)
    }
  }
  return ranges
}

/** The score of the likest entry for each innocent name. */
export function likestOf(list) {
  return innocents(ASKED, false).map((name) => rankNames(name, list, 'Person')[0]?.score ?? 0)
}

/** Share that a table of ranges expects of a score; a range without pairs expects half. */
function shareOf(ranges, score) {
  const { pairs, same } = ranges.findLast(({ from }) => score >= from) ?? { pairs: 0, same: 0 }
  return pairs === 0 ? 0.5 : same / pairs
}

/** The reliability table: for each range what a table made of the other four fifths of the scores expects, what is seen, and the mean difference over all pairs. */
export function reliability(scored) {
  const expected = scored.map(({ score }, i) => shareOf(rangesOf(scored.filter((_, k) => k % 5 !== i % 5), []), score)) // biome-ignore format: one line
  const rows = rangesOf(scored, []).map(({ from, pairs, same }, k, all) => {
    const inside = expected.filter((_, i) => scored[i].score >= from && scored[i].score < (all[k + 1]?.from ?? 2))
    const mean = (inside.reduce((sum, share) => sum + share, 0) / inside.length) * 100
    const [low, high] = wilson(same, pairs)
    return { from, pairs, expected: mean, observed: (same / pairs) * 100, low, high }
  })
  const error = rows.reduce((sum, row) => sum + Math.abs(row.expected - row.observed) * row.pairs, 0) / scored.length
  return { rows, error }
}

/** Writes tables/calibration.ts. */
export function writeCalibration(ranges) {
  const rows = ranges.map(
    ({ from, pairs, same, innocents: others }) => `  { from: ${from}, pairs: ${pairs}, same: ${same}, innocents: ${others} },`,
  )
  const text = `/** Pairs of names whose score lies between \`from\` and the next row's \`from\`. */
export interface CalibrationRow {
  readonly from: number
  /** Labelled pairs that scored so, and those of them that name one. */
  readonly pairs: number
  readonly same: number
  /** Of {@link INNOCENTS_ASKED} names of people who are on no list, those whose likest entry scored so. */
  readonly innocents: number
}

/** Names of innocent people that were asked for against OFAC's, the UN's and the EU's lists (17,663 entries). */
export const INNOCENTS_ASKED = ${ASKED}

/**
 * How scores turned out: pairs of name_bench (opensanctions/nomenklatura, MIT), each scored by weights fitted without it (five folds), neighbouring ranges joined until the share of the same rises. A score of 1 is names that are equal after
 * folding. \`npm run bench:screen -- --fit\` writes it.
 */
export const CALIBRATION: readonly CalibrationRow[] = [
${rows.join('\n')}
]
`
  writeFileSync(fileURLToPath(new URL('../../src/names/tables/calibration.ts', import.meta.url)), text)
}
