/** Pairs of names whose score lies between `from` and the next row's `from`. */
export interface CalibrationRow {
  readonly from: number
  /** Labelled pairs that scored so, and those of them that name one. */
  readonly pairs: number
  readonly same: number
  /** Of {@link INNOCENTS_ASKED} names of people who are on no list, those whose likest entry scored so. */
  readonly innocents: number
}

/** Names of innocent people that were asked for against OFAC's, the UN's and the EU's lists (17,663 entries). */
export const INNOCENTS_ASKED = 5000

/**
 * How scores turned out: pairs of name_bench (opensanctions/nomenklatura, MIT), each scored by weights fitted without it (five folds), neighbouring ranges joined until the share of the same rises. A score of 1 is names that are equal after
 * folding. `npm run bench:screen -- --fit` writes it.
 */
export const CALIBRATION: readonly CalibrationRow[] = [
  { from: 0, pairs: 136, same: 10, innocents: 3299 },
  { from: 0.5, pairs: 101, same: 23, innocents: 1191 },
  { from: 0.6, pairs: 23, same: 7, innocents: 249 },
  { from: 0.7, pairs: 33, same: 22, innocents: 215 },
  { from: 0.8, pairs: 45, same: 33, innocents: 37 },
  { from: 0.9, pairs: 84, same: 81, innocents: 9 },
  { from: 0.95, pairs: 76, same: 75, innocents: 0 },
]
