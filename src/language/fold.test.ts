import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placedWords } from './fold.ts'
import { foldForSearch, marksOf, readQuery } from './index.ts'

it('folds width, case, accents and written form alike for text and query', () => {
  expect(foldForSearch('Ｅ３０７_112 Café')).toBe('e 307 112 cafe')
  expect(foldForSearch('원화')).toBe('원화 화')
  expect(foldForSearch('第3鏡頭')).toBe('第 3 镜头 头')
  expect(foldForSearch('--- !')).toBe('')
})

it.each([
  ['動畫', '动画', '動画', '動畵'],
  ['수정', '수정'.normalize('NFD'), '\u1109\u116e\u110c\u1165\u11bc'],
  ['リテイク', 'ﾘﾃｲｸ'],
  ['ガラス', 'ｶﾞﾗｽ', 'カ\u3099ラス'],
  ['高橋', '髙橋', '高桥'],
  ['図書館', '圖書館', '图书馆', '圖書舘'],
  ['検査', '檢查', '检查'],
  ['沢辺', '澤邊', '泽边', '澤邉'],
  ['産業', '產業', '产业'],
  ['說明', '説明', '说明'],
  ['樂', '\uf914', '乐', '楽'],
  ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ['E307_112', 'e307-112', 'Ｅ３０７＿１１２'],
] as const)('%s is found as it is written elsewhere', (...forms) => {
  expect(new Set(forms.map(foldForSearch)).size).toBe(1)
})

it('every word has its place: what stands there folds to that word', () => {
  const letters = fc.constantFrom(
    ...'画動髙线수정머ｶﾞカ々éЙẞＥ7 _「𠮷𣘺ﬁ①',
    '수'.normalize('NFD'),
    'e\u0301',
    'カ\u3099',
    '\u0301',
    '\ud800',
  )
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 20 }), (parts) => {
      const text = parts.join('')
      const placed = placedWords(text)
      expect(placed.map(({ word }) => word).join(' ')).toBe(foldForSearch(text))
      for (const { word, from, to } of placed) expect(foldForSearch(text.slice(from, to))).toContain([...word][0] ?? '')
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => placedWords(text)).not.toThrow()
    }),
  )
})

it('what was found is marked in the text as it stands, in any spelling of the query', () => {
  const shown = (text: string, query: string) => marksOf(text, readQuery(query)).map(({ from, to }) => text.slice(from, to))
  expect(shown('请修改Ｅ307_112的線條,線 再修改', '线条 e307_112 修')).toEqual(['修', 'Ｅ307_112', '線條', '修'])
  expect(shown('머리부분 선을'.normalize('NFD'), '부분')).toEqual(['부분'.normalize('NFD')])
  expect(shown('Redraw the LINE, the line', '"the line" redr*')).toEqual(['Redraw', 'the LINE', 'the line'])
  expect(shown('ｶﾞﾗｽのﾘﾃｲｸ', 'ガ リテイク -窓')).toEqual(['ｶﾞ', 'ﾘﾃｲｸ'])
  expect(shown('没有', '原画')).toEqual([])
})

it('a query is words, words in a row, words that must not be there and beginnings, and nothing else', () => {
  expect(readQuery('修改 "the  line" -redraw -"머리 선" red* 第3头')).toEqual({
    all: [
      { words: ['修改'], isPrefix: false },
      { words: ['the', 'line'], isPrefix: false },
      { words: ['red'], isPrefix: true },
      { words: ['第', '3', '头'], isPrefix: true },
    ],
    none: [
      { words: ['redraw'], isPrefix: false },
      { words: ['머리', '리', '선'], isPrefix: true },
    ],
    isCut: false,
  })
  expect(readQuery('头头').all).toEqual([{ words: ['头头'], isPrefix: false }])
  expect(readQuery('--- * "" "').all).toEqual([])
  expect(readQuery('a '.repeat(2000)).isCut).toBe(true)
})
