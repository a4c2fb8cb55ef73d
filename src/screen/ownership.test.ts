import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListEntity } from '../model/index.ts'
import { aggregateOwnership, type Holding } from './ownership.ts'
import { blocksOn } from './ownership-graph.ts'
import { readShare } from './shares.ts'

const hold = (owner: string, asset: string, share?: string): Holding => {
  const percent = share === undefined ? undefined : readShare(share)
  return { owner, asset, source: 'register', ...(percent ? { percent } : {}) }
}
const ask = (listed: readonly string[], holdings: readonly Holding[], party = 'T') => {
  const { answers, warnings } = aggregateOwnership(holdings, new Set(listed), [party])
  return { ...answers[0], warnings: warnings.map(({ code }) => code) }
}

describe('OFAC’s 50 per cent rule, by the examples of FAQ 401', () => {
  it.each([
    ['one owner, exactly half', ['X'], [hold('X', 'T', '50')], 'blocked'],
    ['two owners add up, 25 and 25', ['X', 'Y'], [hold('X', 'T', '25'), hold('Y', 'T', '25')], 'blocked'],
    ['one of 49 stays below', ['X'], [hold('X', 'T', '49')], 'not by these shares'],
    ['indirect: X owns 50 of A, A owns 50 of T', ['X'], [hold('X', 'A', '50'), hold('A', 'T', '50')], 'blocked'],
    ['X owns 50 of A and 10 of T, A owns 40 of T', ['X'], [hold('X', 'A', '50'), hold('X', 'T', '10'), hold('A', 'T', '40')], 'blocked'],
    [
      'X owns 50 of A and of B, each owns 25 of T',
      ['X'],
      [hold('X', 'A', '50'), hold('X', 'B', '50'), hold('A', 'T', '25'), hold('B', 'T', '25')],
      'blocked',
    ],
    [
      'X owns 50 of A and 25 of B; A 25, B 25 of T',
      ['X'],
      [hold('X', 'A', '50'), hold('X', 'B', '25'), hold('A', 'T', '25'), hold('B', 'T', '25')],
      'not by these shares',
    ],
    ['X owns 25 of A; A owns all of T', ['X'], [hold('X', 'A', '25'), hold('A', 'T', '100')], 'not by these shares'],
    ['X 25 of A, A 100 of B, Y 25 of A', ['X', 'Y'], [hold('X', 'A', '25'), hold('Y', 'A', '25'), hold('A', 'T', '100')], 'blocked'],
    ['thirds of a half', ['X', 'Y', 'Z'], [hold('X', 'T', '16.6667'), hold('Y', 'T', '16.6667'), hold('Z', 'T', '16.6666')], 'blocked'],
  ] as const)('%s', (_, listed, holdings, expected) => expect(ask(listed, holdings).atLeastHalf).toBe(expected))
})

it('the rule of the EU and UK needs more than half, and control is another question', () => {
  expect(ask(['X'], [hold('X', 'T', '50')])).toMatchObject({ atLeastHalf: 'blocked', moreThanHalf: 'not by these shares' })
  expect(ask(['X'], [hold('X', 'T', '50.01')])).toMatchObject({ moreThanHalf: 'owned' })
})

it('shares that nobody states may be anything; ranges give two ends', () => {
  expect(ask(['X'], [hold('X', 'T')])).toMatchObject({ atLeastHalf: 'may be', percent: [0, 100], steps: [{ owner: 'X', isStated: false }] })
  expect(ask(['X'], [hold('X', 'T', '25-50')])).toMatchObject({
    atLeastHalf: 'may be',
    moreThanHalf: 'not by these shares',
    percent: [25, 50],
  })
  expect(ask(['X'], [hold('X', 'T', 'up to 49')])).toMatchObject({ atLeastHalf: 'not by these shares' })
  // Others leave less, and all unstated shares together have no more than what is left.
  expect(ask(['X'], [hold('X', 'T'), hold('N', 'T', '60')])).toMatchObject({ atLeastHalf: 'not by these shares', percent: [0, 40] })
  expect(ask(['X', 'Y'], [hold('X', 'T'), hold('Y', 'T'), hold('N', 'T', 'more than 60')])).toMatchObject({
    atLeastHalf: 'not by these shares',
    percent: [0, 40],
  })
  expect(ask(['X'], [hold('X', 'T'), hold('N', 'T', '50')])).toMatchObject({ atLeastHalf: 'may be', moreThanHalf: 'not by these shares' })
  expect(ask(['X'], [hold('X', 'T'), hold('N', 'T', '80'), hold('M', 'T', '80')])).toMatchObject({ percent: [0, 100] })
  expect(ask(['X'], [hold('X', 'A'), hold('A', 'T', '60')])).toMatchObject({ atLeastHalf: 'may be', percent: [0, 60] })
  expect(ask([], [hold('X', 'T')])).toMatchObject({ atLeastHalf: 'not by these shares', percent: [0, 0], steps: [] })
})

it('the path is shown from the top down, and ends at the listed owner', () => {
  const { steps } = ask(['X'], [hold('W', 'X', '100'), hold('X', 'A', '60'), hold('A', 'T', '70'), hold('N', 'T', '30')])
  expect(steps?.map(({ owner, asset }) => `${owner}→${asset}`)).toEqual(['X→A', 'A→T'])
})

it('statements that differ are kept apart, sums above 100 are said', () => {
  expect(ask(['X'], [hold('X', 'T', '20'), hold('X', 'T', '60')])).toMatchObject({
    atLeastHalf: 'may be',
    percent: [20, 60],
    warnings: ['shares-differ'],
  })
  expect(ask(['X'], [hold('X', 'T', '25-75'), hold('X', 'T', 'more than 50')])).toMatchObject({
    percent: [50, 75],
    atLeastHalf: 'blocked',
    warnings: [],
  })
  expect(ask(['X'], [hold('X', 'T', '70'), hold('Y', 'T', '60')]).warnings).toEqual(['shares-above-100'])
})

it.each([
  ['50', [50, 50]], ['50,5 %', [50.5, 50.5]], ['25 - 50%', [25, 50]], ['between 25 and 50 %', [25, 50]], ['more than 25 %', [25, 100]], ['>= 75', [75, 100]], ['up to 10', [0, 10]],
  ['majority', undefined], ['', undefined], ['120', undefined], ['60-40', undefined],
  ['1,200', undefined], ['33,333', undefined], ['33,333 %', [33.333, 33.333]], ['0,333', [0.333, 0.333]], ['12,5', [12.5, 12.5]], ['33.333', [33.333, 33.333]],
] as const)('the share %j is read as %j', (text, expected) => expect(readShare(text)).toEqual(expected)) // biome-ignore format: a table

const graph = fc.array(
  fc.record({
    owner: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    asset: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    range: fc.option(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), { nil: undefined }),
  }),
  { maxLength: 14 },
)
const holdingsOf = (edges: readonly { owner: string; asset: string; range: [number, number] | undefined }[]): Holding[] =>
  edges.map(({ owner, asset, range }) => ({
    owner,
    asset,
    source: 's',
    ...(range ? { percent: [Math.min(...range), Math.max(...range)] as const } : {}),
  }))
const PARTIES = ['A', 'B', 'C', 'D', 'E']
const RANK = { 'no row names this company': 0, 'not by these shares': 0, 'may be': 1, blocked: 2, owned: 2 } as const

it('joins statements of one holding in any order', () => {
  const holdings = [0, 0, 1].map((share) => ({ owner: 'C', asset: 'B', percent: [share, share] as const, source: 'table' }))
  const shareOf = (stated: typeof holdings) => aggregateOwnership(stated, new Set(['C']), ['B']).answers[0]?.percent
  expect(shareOf(holdings)).toEqual([0, 1])
  expect(shareOf([...holdings].reverse())).toEqual([0, 1])
})

it('ends on circles, keeps its bounds, and more owners on a list never make less of an answer', () => {
  fc.assert(
    fc.property(graph, fc.subarray(PARTIES), fc.constantFrom(...PARTIES), (edges, listed, another) => {
      const holdings = holdingsOf(edges)
      const { answers } = aggregateOwnership(holdings, new Set(listed), PARTIES)
      const more = aggregateOwnership(holdings, new Set([...listed, another]), PARTIES).answers
      answers.forEach((answer, i) => {
        expect(answer.percent[0]).toBeLessThanOrEqual(answer.percent[1])
        expect(RANK[answer.moreThanHalf]).toBeLessThanOrEqual(RANK[answer.atLeastHalf])
        expect(RANK[more[i]?.atLeastHalf ?? 'blocked']).toBeGreaterThanOrEqual(RANK[answer.atLeastHalf])
        if (listed.length === 0) expect(answer.atLeastHalf).toBe('not by these shares')
        if (answer.isListed) expect(answer.atLeastHalf).toBe('blocked')
      })
      const shuffled = aggregateOwnership([...holdings].reverse(), new Set(listed), PARTIES).answers
      expect(shuffled.map(({ atLeastHalf, percent }) => [atLeastHalf, percent])).toEqual(
        answers.map(({ atLeastHalf, percent }) => [atLeastHalf, percent]),
      )
    }),
  )
})

it('any exact shares inside the stated ranges give an answer between the two ends', () => {
  fc.assert(
    fc.property(graph, fc.subarray(PARTIES), fc.double({ min: 0, max: 1, noNaN: true }), (edges, listed, at) => {
      const once = new Map(holdingsOf(edges).map((holding) => [`${holding.owner}${holding.asset}`, holding]))
      const ranged = [...once.values()]
      const exact = ranged.map((holding) => {
        const beside = ranged.filter(({ owner, asset }) => asset === holding.asset && owner !== asset)
        const least = beside.reduce((sum, { percent }) => sum + (percent?.[0] ?? 0), 0)
        // Unstated shares have what is left together.
        const left = (100 - Math.min(100, least)) / Math.max(1, beside.filter(({ percent }) => !percent).length)
        const [from, to] = holding.percent ?? [0, left]
        const share = from + (to - from) * at
        return { ...holding, percent: [share, share] as const }
      })
      const of = aggregateOwnership(ranged, new Set(listed), PARTIES).answers
      aggregateOwnership(exact, new Set(listed), PARTIES).answers.forEach(({ atLeastHalf }, i) => {
        if (of[i]?.atLeastHalf === 'blocked') expect(atLeastHalf).toBe('blocked')
        if (of[i]?.atLeastHalf === 'not by these shares') expect(atLeastHalf).toBe('not by these shares')
      })
    }),
  )
})

it('ten thousand owners of one company, and ten thousand statements of one share, are added up at once', () => {
  const owners = Array.from({ length: 10_000 }, (_, i) => `X${i}`)
  const holdings = [...owners.map((owner) => hold(owner, 'T', '0.01')), ...owners.map(() => hold('A', 'B', '50'))]
  const start = performance.now()
  expect(ask(owners, holdings)).toMatchObject({ atLeastHalf: 'blocked', percent: [100, 100], warnings: ['ownership-steps-limit'] })
  expect(performance.now() - start).toBeLessThan(3_000)
})

it.each([
  ['us-csl-cmic', ['CMIC-EO13959'], false], ['us-csl-ssi', ['UKRAINE-EO13662'], false], ['us-csl-cap', ['RUSSIA-EO14024'], false], ['us-csl-ns-mbs', ['RUSSIA-EO14024'], false],
  ['us-csl-plc', [], false], ['us-csl-sdn', ['DPRK3'], true], ['us-csl-sdn', [], true], ['opensanctions', ['US-CMIC'], false], ['opensanctions', ['CMIC-EO13959', 'SDN'], true],
  ['ofac', ['NS-CMIC-EO13959'], false], ['ofac', ['561List'], true], ['un', ['DPRK'], true], ['eu', ['PRK'], true],
] as const)('%s with programmes %j blocks: %s', (list, programs, blocks) => {
  const entity: ListEntity = { id: `${list}-1`, name: 'X', schema: 'Company', list, programs, aliases: [], addresses: [], identifiers: [], remarks: '', listedOn: '2021-01-01' }
  expect(blocksOn(entity, '2024-01-17')).toBe(blocks)
}) // biome-ignore format: a table
