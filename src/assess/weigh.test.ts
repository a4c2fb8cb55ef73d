import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvidenceItem, Hypothesis } from '../model/index.ts'
import {
  bestAgainst,
  capOf,
  inconsistencyOf,
  likelihoodOf,
  lintHeadline,
  type Priors,
  posteriorsOf,
  type Question,
  WHO_WORKED,
  weigh,
} from './index.ts'

interface Golden {
  priors: Priors
  hypotheses: Hypothesis[]
  items: EvidenceItem[]
  runs: { name: string; prior: keyof Priors; grouped?: boolean; without?: string[]; only?: string[]; posterior: Record<string, number> }[]
  inconsistency: Record<string, number>
  cap: { best: Record<string, { ratio: number; group: string }>; capped: boolean; cappedWithout: string[] }
}
const golden = JSON.parse(readFileSync(new URL('../../fixtures/assess/worked-example.json', import.meta.url), 'utf8')) as Golden
const items = golden.items.map((item) => ({ ...item, anchors: [] }))
const question: Question = {
  id: 'q',
  question: 'q?',
  hypotheses: golden.hypotheses.map((h) => ({ ...h, clause: h.title })),
  priors: golden.priors,
}

describe('the worked example', () => {
  it.each(golden.runs.map((run) => [run.name, run] as const))('run “%s” comes out to a tenth of a point', (_, run) => {
    const chosen = items.filter(({ group }) => !run.without?.includes(group) && (run.only?.includes(group) ?? true))
    const found = posteriorsOf(golden.hypotheses, chosen, golden.priors[run.prior], run.grouped === false ? { grouped: false } : {})
    for (const [id, expected] of Object.entries(run.posterior)) expect(Math.abs((found[id] ?? -1) - expected), id).toBeLessThan(0.001)
  })

  it('gives the same inconsistency, best ratios against the rivals, and cap', () => {
    for (const [id, expected] of Object.entries(golden.inconsistency)) expect(inconsistencyOf(items, id)).toBeCloseTo(expected, 1)
    for (const [rival, expected] of Object.entries(golden.cap.best)) {
      const best = bestAgainst(items, 'H1', rival)
      expect(best?.item.group).toBe(expected.group)
      expect(Math.abs((best?.ratio ?? 0) - expected.ratio)).toBeLessThan(0.06)
    }
    expect(capOf(golden.hypotheses, items)).toBeUndefined()
    const capped = [...new Set(items.map(({ group }) => group))].filter((group) =>
      capOf(
        golden.hypotheses,
        items.filter((item) => item.group !== group),
      ),
    )
    expect(capped.sort()).toEqual([...golden.cap.cappedWithout].sort())
  })

  it('is very likely, fragile, with a low basis, and names the group it hangs on', () => {
    const weighed = weigh(question, items)
    expect(weighed.hypotheses[0]?.likelihood).toEqual({ word: 'very likely', low: 80, high: 95 })
    expect([weighed.fragile, weighed.confidence.level]).toEqual([true, 'low'])
    expect(weighed.confidence.why).toMatch(/without “net”/)
    expect(weighed.withoutGroup.find(({ group }) => group === 'net')).toMatchObject({
      likelihood: { word: 'cannot be told from this material' },
    })
    expect(weighed.withoutGroup.find(({ group }) => group === 'log')?.likelihood.word).toBe('likely')
  })
})

const ids = WHO_WORKED.hypotheses.map(({ id }) => id)
const words = fc.constantFrom(
  'almost certain' as const,
  'likely' as const,
  'even' as const,
  'unlikely' as const,
  'very unlikely' as const,
  'remote' as const,
  'excluded' as const,
)
const item = (n: number): fc.Arbitrary<EvidenceItem> =>
  fc.record({
    id: fc.constant(`item ${n}`),
    title: fc.constant('an item'),
    group: fc.constantFrom('a', 'b', 'c'),
    class: fc.constantFrom('context' as const, 'conduct' as const, 'record' as const, 'direct' as const),
    ratings: fc
      .tuple(words, words, words, words, words)
      .map((given) => Object.fromEntries(ids.map((id, i) => [id, given[i] ?? ('even' as const)]))),
    reliability: fc.constantFrom('A1', 'A2', 'B3', 'C3', 'E5', 'F1', 'C6'),
    anchors: fc.constant([]),
  })
const several = fc.integer({ min: 0, max: 7 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => item(i))))
const sceptical = WHO_WORKED.priors.sceptical
const logOdds = (found: Record<string, number>, a: string, b: string) => Math.log((found[a] ?? 0) / (found[b] ?? 0))

describe('the engine', () => {
  it('is not moved by an item that is as expected under every answer, nor by one that cannot be relied on', () => {
    fc.assert(
      fc.property(several, item(99), words, fc.constantFrom(0, 'F1', 'B6'), (some, extra, word, unreliable) => {
        const before = posteriorsOf(WHO_WORKED.hypotheses, some, sceptical)
        const flat = { ...extra, ratings: Object.fromEntries(ids.map((id) => [id, word])) }
        for (const added of [flat, { ...extra, reliability: unreliable }]) {
          const after = posteriorsOf(WHO_WORKED.hypotheses, [...some, added], sceptical)
          for (const id of ids) expect(after[id]).toBeCloseTo(before[id] ?? 0, 9)
          expect(weigh(WHO_WORKED, [...some, added]).headline).toBe(weigh(WHO_WORKED, some).headline)
        }
      }),
    )
  })

  it('gives the same whatever the order of items', () => {
    fc.assert(
      fc.property(several, (some) => {
        expect(weigh(WHO_WORKED, [...some].reverse())).toEqual(weigh(WHO_WORKED, some))
      }),
    )
  })

  it('counts an item that speaks weaker than its group by half at most', () => {
    fc.assert(
      fc.property(item(1), item(2), (strong, given) => {
        const doubtful = { ...given, group: strong.group, reliability: 'E5' }
        const spread = (one: EvidenceItem) => {
          const alone = posteriorsOf(WHO_WORKED.hypotheses, [one], WHO_WORKED.priors.flat)
          const logs = ids.map((id) => Math.log(alone[id] ?? 1))
          return Math.max(...logs) - Math.min(...logs)
        }
        fc.pre(spread(doubtful) < spread(strong))
        const [before, after] = [[strong], [strong, doubtful]].map((some) =>
          posteriorsOf(WHO_WORKED.hypotheses, some, WHO_WORKED.priors.flat),
        )
        for (const a of ids)
          for (const b of ids)
            expect(Math.abs(logOdds(after ?? {}, a, b) - logOdds(before ?? {}, a, b))).toBeLessThanOrEqual(spread(doubtful) / 2 + 1e-9)
      }),
    )
  })

  it('holds the grave answer back whenever only context speaks, however loud', () => {
    fc.assert(
      fc.property(several, (some) => {
        const weighed = weigh(
          WHO_WORKED,
          some.map((one) => ({ ...one, class: 'context' as const })),
        )
        expect(weighed.capped?.rivals).toEqual(['H2', 'H3', 'H4'])
        expect(weighed.hypotheses[0]?.likelihood).toEqual({ word: 'cannot be told from this material', low: null, high: null })
      }),
    )
  })

  it('never mixes likelihood with confidence, and never gives a high basis by itself', () => {
    fc.assert(
      fc.property(several, (some) => {
        const weighed = weigh(WHO_WORKED, some)
        expect(lintHeadline(weighed.headline)).toEqual([])
        expect(weighed.confidence.level).not.toBe('high')
        expect(Object.values(weighed.hypotheses).reduce((sum, { posterior }) => sum + posterior.sceptical, 0)).toBeCloseTo(1, 9)
      }),
    )
  })
})

it('the linter sees what it is for', () => {
  expect(lintHeadline('We assess with high confidence that it is likely.')).not.toEqual([])
  expect(lintHeadline('This proves who did it.')).not.toEqual([])
  expect(lintHeadline('It is likely. It is so.')).not.toEqual([])
  expect(lintHeadline('It is almost certain that an ordinary studio did the work.')).toEqual([])
})

it.each([
  [0.049, 'almost no chance'],
  [0.05, 'very unlikely'],
  [0.2, 'unlikely'],
  [0.4499, 'unlikely'],
  [0.45, 'roughly even'],
  [0.5497, 'roughly even'],
  [0.55, 'likely'],
  [0.8, 'very likely'],
  [0.95, 'almost certain'],
])('%f is said as “%s”', (probability, word) => expect(likelihoodOf(probability).word).toBe(word))
