import { expect, it } from 'vitest'
import { ofacScore } from './index.ts'

// Scores that the search page of OFAC gave for names of public figures (fixtures of opensanctions/nomenklatura, MIT).
it.each([
  ['VLADIMIR PUTIN', 'PUTIN, Vladimir', 100],
  ['VLADIMIR PUTIN', 'VLADIMIR BILIY', 90],
  ['VLADIMIR PUTIN', 'VLADIMIR VINOGRADOV', 89],
  ["O'BRIEN", 'OBORON HOLDING LLC', 84],
  ['Z', 'ALBARRAQ Z', 100],
])(
  'the score for %s and %s is within five points of %i',
  (query, listed, shown) => expect(Math.abs(ofacScore(query, listed) - shown)).toBeLessThanOrEqual(5), // biome-ignore format: short rows
)

it('nothing is like nothing', () => expect([ofacScore('', 'A'), ofacScore('!!', '??'), ofacScore('Marwick', 'Zzz')]).toEqual([0, 0, 0]))
