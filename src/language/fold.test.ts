import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldForSearch } from './index.ts'

it('folds width, case, accents and written form alike for text and query', () => {
  expect(foldForSearch('Ｅ３０７_112 Café')).toBe('e307 112 cafe')
  expect(foldForSearch('動畫')).toBe(foldForSearch('动画'))
  expect(foldForSearch('원화')).toBe('원 원화 화')
  expect(foldForSearch('수정'.normalize('NFD'))).toBe(foldForSearch('수정'))
  expect(foldForSearch('--- !')).toBe('')
})

it('any part of a run is found as a phrase of its folded text', () => {
  const run = fc.stringMatching(/^[画動线条머리선を]{1,12}$/)
  fc.assert(
    fc.property(run, fc.nat(), fc.nat(), (text, a, b) => {
      const from = a % text.length
      const part = text.slice(from, from + 1 + (b % (text.length - from)))
      expect(` ${foldForSearch(text)} `).toContain(` ${foldForSearch(part)} `)
    }),
  )
})
