import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { LIMITS } from '../base/limits.ts'
import { foldForSearch, marksOf, readQuery } from '../language/index.ts'
import { type CaseStore, openStore, type RecordKind } from '../store/index.ts'
import { isMarkLimitMet } from './search-marks.ts'

const folder = mkdtempSync(join(tmpdir(), 'inbetween-search-test-'))
const open: CaseStore[] = []
afterAll(() => {
  for (const store of open) store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A store of passages, each `text`, or `[text, more members]`. */
function holding(...texts: readonly (string | readonly [string, object])[]): CaseStore {
  const store = openStore(join(folder, `${open.length}.sqlite`), foldForSearch)
  open.push(store)
  fill(store, texts)
  return store
}

function fill(store: CaseStore, texts: readonly (string | readonly [string, object])[]): void {
  const passages = texts.map((given, n) => {
    const [text, more] = typeof given === 'string' ? [given, {}] : given
    return [`id-${texts.length - n}`, { text, language: 'zh-Hans', path: 'a.txt', ...more }] as const
  })
  const exhibits = [...new Set(passages.map(([, { path }]) => path))].map((path) => [path, { path }] as const)
  store.replace(
    new Map<RecordKind, readonly (readonly [string, unknown])[]>([
      ['passage', passages],
      ['exhibit', exhibits],
    ]),
    {},
  )
}

const textsOf = (store: CaseStore, query: string, within: object = {}) =>
  store.at<{ text: string }>('passage', store.search(readQuery(query), { limit: 50, ...within }).orders).map(({ text }) => text)

it('one character, two and more are found wherever they stand, in the order of the case', () => {
  const store = holding('修改线条', '线', '頭髮與線條', '条线', 'E307_112 머리부분', 'E307_113 머리')
  expect(textsOf(store, '线')).toEqual(['修改线条', '线', '頭髮與線條', '条线'])
  expect(textsOf(store, '线条')).toEqual(['修改线条', '頭髮與線條'])
  expect(textsOf(store, '改线条')).toEqual(['修改线条'])
  expect(textsOf(store, '리')).toEqual(['E307_112 머리부분', 'E307_113 머리'])
  expect(textsOf(store, 'e307_112머리')).toEqual(['E307_112 머리부분'])
  expect(textsOf(store, '"307 113"')).toEqual(['E307_113 머리'])
  expect(textsOf(store, '머리 -부분')).toEqual(['E307_113 머리'])
  expect(textsOf(store, '改条')).toEqual([])
})

it('any part of a text of Han, kana and Hangul is found, and what is no part is not', () => {
  const run = fc.string({ unit: fc.constantFrom(...'画动线条머리선을リテ'), minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), run, (texts, query) => {
      const store = open[0] ?? holding('')
      fill(store, texts)
      expect(textsOf(store, query)).toEqual(texts.filter((text) => text.includes(query)))
    }),
    { numRuns: 300 },
  )
})

it('no query is syntax, whatever its letters', () => {
  const store = holding('NEAR the line', 'text: a OR b', 'the "line"')
  expect(textsOf(store, 'OR')).toEqual(['text: a OR b'])
  expect(textsOf(store, 'language:zh')).toEqual([])
  expect(textsOf(store, 'NEAR(the line)')).toEqual(['NEAR the line'])
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '"',
          "'",
          '*',
          '-',
          '^',
          '(',
          ')',
          'OR',
          'NOT',
          'NEAR',
          'AND',
          '{text}',
          ':',
          '+',
          '\0',
          ';--',
          ' ',
          '画',
          '\ue000',
        ),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(hostile, hostile, hostile, (query, language, path) => {
      expect(() => store.search(readQuery(query), { limit: 5, language, path })).not.toThrow()
      expect(() => store.searchPaths(readQuery(query), 5)).not.toThrow()
    }),
    { numRuns: 300 },
  )
  // What was not folded is quoted too.
  expect(() => store.search({ all: [{ words: ['a" OR "b', '\0'], isPrefix: true }], none: [] }, { limit: 5 })).not.toThrow()
})

it('language and path narrow a search, and a repaired text is found beside the text', () => {
  const store = holding(
    ['修改', { language: 'zh-Hant', path: 'b/x.txt' }],
    ['修改', { language: 'ja', path: 'b/y.txt' }],
    ['ÐÞ¸Ä', { language: 'und', path: 'c/x.txt', repaired: { text: '修改', how: 'gbk' } }],
    ['修', { language: 'zh', path: 'c/x.txt', repaired: { text: '改', how: 'gbk' } }],
  )
  const orders = (within: object) => store.search(readQuery('修改'), { limit: 9, ...within }).orders
  expect(orders({})).toEqual([0, 1, 2])
  expect(orders({ language: 'zh' })).toEqual([0])
  expect(orders({ language: 'zh-Hant' })).toEqual([0])
  expect(orders({ language: 'z' })).toEqual([])
  expect(orders({ path: 'x.txt' })).toEqual([0, 2])
  expect(orders({ path: '%' })).toEqual([])
  expect(store.searchPaths(readQuery('y txt'), 9)).toEqual({ orders: [1], count: 1, isMore: false })
})

it('counts what is not shown, and says when it stops counting', () => {
  const store = holding(...Array.from({ length: 1_050 }, (_, n) => ['画', { path: n < 30 ? 'few' : 'many' }] as const))
  expect(store.search(readQuery('画'), { limit: 2 })).toEqual({ orders: [0, 1], count: 1_000, isMore: true })
  expect(store.search(readQuery('画'), { limit: 2, path: 'few' })).toEqual({ orders: [0, 1], count: 30, isMore: false })
  fill(store, ['线'])
  expect(store.search(readQuery('画'), { limit: 2 })).toEqual({ orders: [], count: 0, isMore: false })
})

it('a bound that is met is told: places of one text beyond those that are marked, and runs of files beyond those that are looked through', () => {
  const told = (text: string, words: string) => isMarkLimitMet(text, readQuery(words), marksOf(text, readQuery(words)))
  const most = LIMITS.searchMarks
  for (const [text, words, isTold] of [
    ['线 '.repeat(most), '线', false],
    ['线 '.repeat(most + 1), '线', true],
    [`${'a '.repeat(most)}b`, 'a b', true],
    [`${'a '.repeat(most - 1)}b`, 'a b', false],
    // Places that overlap are one mark.
    ['哈'.repeat(most + 200), '哈哈', true],
    ['x'.repeat(4000), 'a', false],
  ] as const)
    expect([words, text.length, told(text, words)]).toEqual([words, text.length, isTold])

  const run = (n: number) => ['线', { path: `${n % 2}/${n}.txt` }] as const
  const store = holding(...Array.from({ length: 2 * LIMITS.searchSpans + 1 }, (_, n) => run(n)))
  const found = (path: string) => store.search(readQuery('动'), { limit: 1, path })
  expect(found('0/')).toEqual({ orders: [], count: 0, isMore: true, isPathCut: true })
  expect(found('1/')).toEqual({ orders: [], count: 0, isMore: false })
})
