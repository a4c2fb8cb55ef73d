import { expect, it } from 'vitest'
import { bandOf, wilson } from './calibration.ts'
import { CALIBRATION, INNOCENTS_ASKED } from './tables/calibration.ts'

it('intervals are Wilson’s, rounded outwards', () => {
  // Brown, Cai and DasGupta (2001) and R's prop.test without correction.
  expect(wilson(0, 0)).toEqual([0, 100])
  expect(wilson(0, 10)).toEqual([0, 28])
  expect(wilson(10, 10)).toEqual([72, 100])
  expect(wilson(5, 10)).toEqual([23, 77])
  expect(wilson(81, 263)).toEqual([25, 37])
})

it('the table covers every score, its shares rise, and no band claims certainty', () => {
  const shares = CALIBRATION.map(({ same, pairs }) => same / pairs)
  expect(CALIBRATION[0]?.from).toBe(0)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(CALIBRATION.reduce((sum, { innocents }) => sum + innocents, 0)).toBe(INNOCENTS_ASKED)
  for (const score of [0, 0.3, 0.59, 0.6, 0.7, 0.84, 0.85, 0.95, 1]) {
    const { low, high, pairs } = bandOf(score)
    expect([pairs >= 10, high - low >= 5]).toEqual([true, true])
  }
})
