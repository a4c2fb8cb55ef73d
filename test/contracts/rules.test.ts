import { describe, expect, it } from 'vitest'
import { RATINGS } from '../../src/assess/index.ts'
import { loadExamples, loadPacks, testRules } from '../../src/indicators/index.ts'

const rules = loadPacks().flatMap((pack) => pack.rules)
const examples = loadExamples()
const results = testRules()
const ACCUSING = /\bguilty\b|\bproves?\b|\bclean\b|north koreans?\b|nationality|ethnic/i

describe.each(rules.map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
  it('fires on its example and on none of the ordinary ones', () => {
    const own = results.filter((result) => result.rule === id)
    expect(own.filter(({ expected }) => expected === 'fires').length).toBeGreaterThanOrEqual(1)
    expect(own.filter(({ expected }) => expected === 'silent').length).toBeGreaterThanOrEqual(2)
    expect(own.filter(({ ok }) => !ok)).toEqual([])
  })

  it('raises a question and accuses nobody', () => {
    expect(rule.ordinaryExplanations.length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify([rule.title, rule.description, rule.asks])).not.toMatch(ACCUSING)
    for (const ask of rule.asks) expect(ask).toMatch(/[?.]$/)
    if (rule.class === 'context') expect(rule.level).not.toBe('escalate')
  })

  it('has the same default ratings as the item of the weighing', () => {
    for (const [question, ratings] of Object.entries(rule.likelihoodDefaults)) {
      const items = RATINGS.filter((item) => item.question === question && item.rule === id)
      expect(items.map((item) => item.ratings)).toEqual([ratings])
    }
  })
})

it('there are many rules, and no example without its rule', () => {
  expect(rules.length).toBeGreaterThanOrEqual(16)
  expect(examples.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort())
})

it('many examples are cases, not only numbers', () => {
  const all = examples.flatMap(({ fires, silent }) => [...fires, ...silent])
  expect(all.filter(({ records }) => records !== undefined).length).toBeGreaterThan(all.length / 2)
})
