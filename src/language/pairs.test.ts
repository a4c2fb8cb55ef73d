import { expect, it } from 'vitest'
import type { Passage } from '../model/index.ts'
import { findPairs, settleDirections } from './index.ts'
import { tellLanguage } from './language.ts'
import { formsOf, lexicon } from './lexicon.ts'
import { BLIND_OTHER, BLIND_SAME, LATER_OTHER, LATER_SAME } from './tables/blind.cases.ts'
import { HELD_OTHER, HELD_SAME, OTHER, SAME } from './tables/pairs.cases.ts'

type Lines = readonly (readonly [zh: string, ko: string])[]

let made = 0
function passage(text: string, extra: Partial<Passage>): Passage {
  made++
  return {
    text,
    at: { kind: 'line', line: made },
    anchor: `${'0'.repeat(64)}!line=${made}`,
    exhibitId: 'e',
    path: 'notes',
    ...tellLanguage(text),
    ...extra,
  }
}

/** The same lines as a table of two columns, as alternating lines, as boxes of their own, and as runs of four. */
const LAYOUTS: Readonly<Record<string, (rows: Lines) => Passage[]>> = {
  table: (rows) =>
    rows.flatMap(([zh, ko], row) => [passage(zh, { block: 't', row, column: 0 }), passage(ko, { block: 't', row, column: 1 })]),
  lines: (rows) => rows.flatMap(([zh, ko], i) => [passage(zh, { block: 'l', row: 2 * i }), passage(ko, { block: 'l', row: 2 * i + 1 })]),
  boxes: (rows) => rows.flatMap(([zh, ko], i) => [passage(zh, { block: `z${i}` }), passage(ko, { block: `k${i}` })]),
  runs: (rows) => {
    const all: Passage[] = []
    for (let i = 0; i < rows.length; i += 4) {
      const four = rows.slice(i, i + 4)
      all.push(...four.map(([zh], n) => passage(zh, { block: 'r', row: 2 * i + n })))
      all.push(...four.map(([, ko], n) => passage(ko, { block: 'r', row: 2 * i + four.length + n })))
    }
    return all
  },
}

function found(passages: readonly Passage[]): string[] {
  return findPairs(passages).map(({ from, to }) => (from.language === 'ko' ? `${to.text} | ${from.text}` : `${from.text} | ${to.text}`))
}

/** True lines with the false ones strewn between them, away from the true line that has the same Chinese. */
function mixed(same: Lines, other: Lines): Lines {
  return same.flatMap((line, i) => [line, other[(i + 29) % other.length] ?? line])
}

function measure(same: Lines, other: Lines): { recall: number; precision: number; report: string } {
  const truth = new Set([...same].map(([zh, ko]) => `${zh} | ${ko}`))
  let [wanted, hits, extras] = [0, 0, 0]
  const report: string[] = []
  for (const [name, layout] of Object.entries(LAYOUTS))
    for (const [kind, rows] of [
      ['same', same],
      ['mixed', mixed(same, other)],
      ['other', other],
    ] as const) {
      const got = found(layout(rows))
      const right = got.filter((pair) => truth.has(pair)).length
      const asked = kind === 'other' ? right : same.length
      wanted += asked
      hits += right
      extras += got.length - right
      report.push(`${name} ${kind}: ${right} of ${asked}, ${got.length - right} extra`)
    }
  return { recall: hits / wanted, precision: hits / (hits + extras), report: report.join('\n') }
}

it('finds at least 95 of 100 true pairs with at least 95 of 100 right, on the lines it was tuned on and on held-out lines', () => {
  for (const [same, other] of [
    [SAME, OTHER],
    [HELD_SAME, HELD_OTHER],
  ] as const) {
    const { recall, precision, report } = measure(same, other)
    expect(recall, report).toBeGreaterThanOrEqual(0.95)
    expect(precision, report).toBeGreaterThanOrEqual(0.95)
  }
})

it('finds most short and free lines, Northern, Southern and Yanbian, with at least 95 of 100 right', () => {
  for (const [same, other, least] of [
    [BLIND_SAME, BLIND_OTHER, 0.85],
    [LATER_SAME, LATER_OTHER, 0.7],
  ] as const) {
    const { recall, precision, report } = measure(same, other)
    expect(recall, report).toBeGreaterThanOrEqual(least)
    expect(precision, report).toBeGreaterThanOrEqual(0.95)
  }
})

it('a short line pairs on one clear word where the pattern holds, and not when it stands alone or contradicts', () => {
  const short = ['她笑了', '그러자 순희는 살며시 웃었다'] as const
  const contradicting = ['门要开', '문을 닫을것'] as const
  expect(found(LAYOUTS.table?.([...SAME.slice(0, 8), contradicting]) ?? [])).toHaveLength(8)
  expect(found(LAYOUTS.table?.([...SAME.slice(0, 8), short]) ?? [])).toHaveLength(9)
  expect(found(LAYOUTS.table?.([short]) ?? [])).toEqual([])
})

it('needs no complete lexicon: with every fifth Chinese word taken away nine in ten pairs are still found', () => {
  const taken = [...lexicon().zh.values()].filter((_, i) => i % 5 === 0).map(({ concepts }) => concepts as number[])
  const whole = taken.map((concepts) => [...concepts])
  try {
    for (const concepts of taken) concepts.length = 0
    const { recall, precision, report } = measure(HELD_SAME, HELD_OTHER)
    expect(recall, report).toBeGreaterThanOrEqual(0.9)
    expect(precision, report).toBeGreaterThanOrEqual(0.95)
  } finally {
    for (const [i, concepts] of taken.entries()) concepts.push(...(whole[i] ?? []))
  }
})

it('a column that mostly pairs does not carry a row that contradicts it or shares nothing', () => {
  const rows: Lines = [
    ...SAME.slice(0, 12),
    ['左手再大一点', '오른손을 좀 더 크게'],
    ['第3帧停住', '8프레임에서 멈출것'],
    ['不要加阴影', '그림자를 추가할것'],
    ['C045重画', 'C046 다시 그릴것'],
    ['把杯子放在桌子上', '바람이 세게 분다'],
  ]
  const got = found(LAYOUTS.table?.(rows) ?? [])
  expect(got).toHaveLength(12)
  for (const [zh] of rows.slice(12)) expect(got.join('\n')).not.toContain(zh)
})

it('two equally good candidates give no pair', () => {
  const ko = '머리를 더 크게 그릴것'
  const lone = [passage('头再画大一点', { block: 'b', row: 1 }), passage(ko, { block: 'b', row: 2 })]
  expect(found(lone)).toHaveLength(1)
  expect(found([passage(ko, { block: 'b', row: 0 }), ...lone])).toEqual([])
})

it('finds both halves of a bilingual cell, and a comment that translates its cell', () => {
  const cell = { kind: 'cell', sheet: 'S', cell: 'B4' } as const
  expect(found([passage('线条再细一点\n선을 좀 더 가늘게', { at: cell })])).toEqual(['线条再细一点 | 선을 좀 더 가늘게'])
  expect(found([passage('背景太暗 / 배경이 너무 어둡다', { at: cell })])).toEqual(['背景太暗 | 배경이 너무 어둡다'])
  const far = Array.from({ length: 9 }, (_, i) => passage(`E${i}`, {}))
  const comment = passage('눈을 더 크게 그릴것', { at: { ...cell, part: 'comment' }, role: 'comment', block: 'comments' })
  expect(found([passage('眼睛再画大一点', { at: cell, block: 's', row: 3, column: 1 }), ...far, comment])).toHaveLength(1)
})

it('states a direction from headings or from one order throughout, and none for a single pair', () => {
  const table = LAYOUTS.table?.(SAME.slice(0, 5)) ?? []
  expect(findPairs(table).map(({ direction }) => direction)).toEqual(Array(5).fill('zh>ko'))
  const heading = [passage('번역', { block: 't', row: 0, column: 0 }), ...table.map((p) => ({ ...p, row: (p.row ?? 0) + 1 }))]
  expect(new Set(findPairs(heading).map(({ direction }) => direction))).toEqual(new Set(['ko>zh']))
  const single = findPairs(table.slice(0, 2))
  expect(single[0]?.direction).toBe('undetermined')
  const many = SAME.slice(0, 12).flatMap((row) => findPairs(LAYOUTS.table?.([row]) ?? []))
  expect(new Set(settleDirections(many).map(({ direction }) => direction))).toEqual(new Set(['zh>ko']))
})

it('gives ids, anchors, verbatim texts and reasons, the same every time', () => {
  const passages = LAYOUTS.lines?.(SAME.slice(0, 8)) ?? []
  const pairs = findPairs(passages)
  expect(pairs).toEqual(findPairs(passages))
  expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length)
  const texts = new Map(passages.map(({ anchor, text }) => [anchor, text]))
  for (const { from, to, score, reasons } of pairs) {
    expect([texts.get(from.anchor), texts.get(to.anchor)]).toEqual([from.text, to.text])
    expect(score).toBeGreaterThan(0.38)
    expect(score).toBeLessThanOrEqual(1)
    expect(reasons.length).toBeGreaterThanOrEqual(3)
  }
  expect(pairs[1]?.reasons.join('\n')).toContain('造型=조형')
})

it.each([
  ['不要画胡子', '수염은 그리지 말것', '수염을 그릴것'],
  ['不要画胡子', '수염은 그리지 마세요', '수염을 그려주세요'],
  ['不要画胡子', '수염을 그리면 안됩니다', '수염을 그려주시기 바랍니다'],
])('%s forbids as %s does, and %s does not', (zh, forbids, asks) => {
  expect(found([passage(zh, { block: 'a', row: 0, column: 0 }), passage(forbids, { block: 'a', row: 0, column: 1 })])).toHaveLength(1)
  expect(found([passage(zh, { block: 'a', row: 0, column: 0 }), passage(asks, { block: 'a', row: 0, column: 1 })])).toEqual([])
})

it('makes no pair of Japanese, English or one language alone', () => {
  expect(found([passage('線をもっと細く', { block: 'a', row: 0 }), passage('선을 좀 더 가늘게', { block: 'a', row: 1 })])).toEqual([])
  expect(found(SAME.map(([zh], row) => passage(zh, { block: 'a', row })))).toEqual([])
})

it('inflects Korean stems as they are written', () => {
  expect(formsOf('고치-')).toEqual(expect.arrayContaining(['고치', '고친', '고칠', '고침', '고쳐', '고쳤']))
  expect(formsOf('빠르-')).toEqual(expect.arrayContaining(['빠르', '빠른', '빨라', '빨랐']))
  expect(formsOf('크-')).toEqual(expect.arrayContaining(['크', '큰', '커', '컸']))
  expect(formsOf('돕-')).toEqual(expect.arrayContaining(['돕', '도우', '도와', '도울']))
  expect(formsOf('잡-')).toEqual(['잡'])
  expect(formsOf('걷-')).toEqual(expect.arrayContaining(['걷', '걸어', '걸을']))
  expect(formsOf('짓-')).toEqual(expect.arrayContaining(['짓', '지어', '지여', '지은']))
  expect(formsOf('누르-')).toEqual(expect.arrayContaining(['누르', '누른', '눌러', '눌렀']))
  expect(formsOf('하얗-')).toEqual(expect.arrayContaining(['하얗', '하얀', '하얘']))
  expect(formsOf('떨-')).toEqual(expect.arrayContaining(['떨', '떠는', '떤']))
  expect(formsOf('머리')).toEqual(['머리'])
  expect(lexicon().entries).toBeGreaterThan(4500)
})
