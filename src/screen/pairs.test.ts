import { expect, it } from 'vitest'
import { compareNames, comparePairs } from './index.ts'

it('pairs are weighed in their order with reasons that add up, and no rule of screening holds them', () => {
  const rows = [
    { schema: 'Person', name1: 'Marwick Ostrava', name2: 'OSTRAVA, Marwick' },
    { schema: 'Company', name1: 'Corvane Lantern Ltd', name2: 'Corvane Lantren Limited' },
    { name1: 'Corvane Lantern', name2: 'Zephyrine Works' },
    { name1: '', name2: 'Zephyrine' },
  ] as const
  const { threshold, pairs } = comparePairs(rows)
  expect(pairs.map(({ score }) => score >= threshold)).toEqual([true, true, false, false])
  for (const { score, reasons } of pairs) expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 3)
})

it('the rules are those of compareNames: another number is another house, whatever the letters', () => {
  const [a, b] = ['Brandal Lantern Brigade 44', 'Brandal Lantern Brigade 45']
  expect(compareNames({ name: a }, { name: b }).score).toBeLessThan(0.6)
  expect(comparePairs([{ name1: a, name2: b }]).pairs[0]?.reasons.map(({ feature }) => feature)).not.toContain('number')
})
