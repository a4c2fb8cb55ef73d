import { expect, it } from 'vitest'
import { koPatterns, toldIn, zhPatterns } from './closed-classes.ts'
import { koFacts } from './facts.ts'
import { BLIND_SAME } from './tables/blind.cases.ts'
import { NEGATION_KO, NEGATION_ZH, OPPOSITES, PROHIBITION_KO, PROHIBITION_ZH } from './tables/opposites.ts'
import { OTHER, SAME } from './tables/pairs.cases.ts'

/** Numbers below 1, the same every time (a linear congruence). */
function dice(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** Texts of the letters of the patterns in their order, with gaps: what nearly matches, and what matches. */
function nearMisses(patterns: readonly string[]): string[] {
  const random = dice()
  const stretches = patterns.flatMap((pattern) => pattern.split(/[()[\]?|:<!=^]+/)).filter((stretch) => stretch !== '')
  return Array.from({ length: 4000 }, () =>
    Array.from({ length: 4 }, () => {
      const stretch = stretches[Math.floor(random() * stretches.length)] ?? ''
      return random() < 0.3 ? ` ${stretch}` : random() < 0.6 ? stretch : stretch.slice(0, Math.ceil(random() * stretch.length))
    }).join(''),
  )
}

it('closed classes, prohibitions and negations are found as if every pattern were tried on every text', () => {
  const blank = (text: string) => ` ${text.replace(/[^\uac00-\ud7a3]/gu, ' ')}`
  const lines = [...SAME, ...OTHER, ...BLIND_SAME]
  const sides = [
    { side: zhPatterns(['三']), column: 1, more: [PROHIBITION_ZH, NEGATION_ZH], texts: lines.map(([zh]) => zh) },
    { side: koPatterns([' 세']), column: 2, more: [PROHIBITION_KO, NEGATION_KO], texts: lines.map(([, ko]) => blank(ko)) },
  ] as const
  for (const { side, column, more, texts } of sides) {
    const rows = [...OPPOSITES.map((members) => members.map((member) => member[column])), ...more.map((pattern) => [pattern])].map((row) =>
      row.map((pattern) => new RegExp(column === 2 ? pattern.replaceAll('^', ' ') : pattern)),
    )
    for (const text of [...texts, ...nearMisses(rows.flat().map(({ source }) => source)), ...texts]) {
      const bits = rows.map((row) => row.reduce((sum, pattern, i) => (pattern.test(text) ? sum | (1 << i) : sum), 0))
      expect(toldIn(text, side), text).toEqual({
        classes: OPPOSITES.flatMap((_, place) => (bits[place] ? [place * 1024 + bits[place]] : [])),
        prohibits: bits[OPPOSITES.length] === 1,
        negates: bits[OPPOSITES.length + 1] === 1,
        hasNumeral: text.includes(column === 1 ? '三' : ' 세'),
      })
    }
  }
})

it('what stands in a Korean line is the same whether it is short or beyond what is written unit by unit', () => {
  const line = '🙂두 사람이 왼쪽으로 가지 말것. \ud800세번, 3.5.7초와 12'
  const [short, long] = [koFacts(line), koFacts(line + '，'.repeat(5000))]
  expect(long).toEqual(short)
  expect(short).toMatchObject({ words: [2, 3], digits: [3.5, 7, 12], prohibits: true, negates: true })
})
