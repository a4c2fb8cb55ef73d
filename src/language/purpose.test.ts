import { expect, it } from 'vitest'
import type { Passage } from '../model/index.ts'
import { purposeOf, tellLanguage } from './index.ts'

const texts = (...lines: string[]): Passage[] =>
  lines.map((text, i) => ({ text, at: { kind: 'line', line: i + 1 }, anchor: `a${i}`, exhibitId: 'e', path: 'p', ...tellLanguage(text) }))
const BOOK = texts(...Array.from({ length: 60 }, (_, i) => `Глава ${i}. Лошадь стоит в поле и смотрит на дорогу. `.repeat(12)))
const PROSE = texts(
  ...Array.from({ length: 40 }, () =>
    'The mare should be led slowly, and a rider must not pull; it is too fast for a foal, so make it walk beside the mare until evening comes and the stable is quiet again. '.repeat(
      2,
    ),
  ),
)

it.each([
  ['0117/E307_112_修改.xlsx', 'xlsx', texts('镜头', '头部的线条再细一点', '머리부분 선을 좀 더 가늘게 할것'), 'instruction'],
  ['0117/notes.docx', 'docx', texts('Please redraw the left hand.'), 'instruction'],
  ['0117/c112.xdts', 'xdts', [], 'instruction'],
  ['0117/E307_112_fix.psd', 'psd', texts('线条再细一点'), 'instruction'],
  ['0117/out/E307_112_v03.mp4', 'mp4', [], 'result'],
  ['0117/E307_112/0001.png', 'png', [], 'result'],
  ['0117/sc045.tnz', 'tnz', [], 'result'],
  ['book/horses.pdf', 'pdf', BOOK, undefined],
  ['horses.txt', 'txt', PROSE, undefined],
  ['IMG_2041.jpg', 'jpg', [], undefined],
  ['horse running.mp4', 'mp4', [], undefined],
  ['참고/E307_112.png', 'png', [], undefined],
  ['access.log', 'log', texts('10.0.0.1 - - "GET /fix/please HTTP/1.1"'), undefined],
  ['all.zip', 'zip', [], undefined],
  ['empty.docx', 'docx', [], undefined],
] as const)('%s (%s) is what it is for', (path, format, passages, purpose) => {
  expect(purposeOf({ path, format, passages })).toBe(purpose)
})
