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
  ['0117/E307_112_final.zip', 'zip', [], 'result'],
  ['0117/E307_retake_notes.zip', 'zip', [], undefined],
  ['photos/2019.zip', 'zip', [], undefined],
  [
    'delivery.txt',
    'txt',
    texts('Hello,', 'Please find attached the finished frames of episode 3. Please confirm receipt.', 'Best regards'),
    undefined,
  ],
  ['delivery2.txt', 'txt', texts('Please redraw the left hand in shot 12.'), 'instruction'],
  ['交付.txt', 'txt', texts('您好', '第3集的原画已上传，请查收。'), undefined],
  ['안내.txt', 'txt', texts('3부 원화를 올렸습니다. 확인 바랍니다.'), undefined],
  ['第3集.docx', 'docx', texts('第12镜角色的手太大，画小一点。头发的颜色换成棕色，背景不要动。'.repeat(8)), 'instruction'],
  ['3부.docx', 'docx', texts('12장면 인물의 손을 작게 그릴것. 배경은 고치지 말것. 머리색은 밤색으로 할 것. '.repeat(8)), 'instruction'],
  ['3화.txt', 'txt', texts('인물의 눈을 조금 더 크게 그려주시기 바랍니다.'), 'instruction'],
  ['请假.xlsx', 'xlsx', texts('姓名', '请假', '金英', '王明'), undefined],
  ['tool_guide.docx', 'docx', texts('Please draw the line with the pen tool.'), undefined],
  ['all.zip', 'zip', [], undefined],
  ['empty.docx', 'docx', [], undefined],
] as const)('%s (%s) is what it is for', (path, format, passages, purpose) => {
  expect(purposeOf({ path, format, passages })).toBe(purpose)
})

it('looks into an archive whose members are known', () => {
  const members = ['out/E307_112/0001.png', 'out/E307_112/0002.png', 'readme.txt']
  expect(purposeOf({ path: 'a.zip', format: 'zip', passages: [], members })).toBe('result')
  expect(purposeOf({ path: 'a.zip', format: 'zip', passages: [], members: ['IMG_0001.jpg', 'IMG_0002.jpg'] })).toBeUndefined()
  expect(purposeOf({ path: 'E307_112_final.zip', format: 'zip', passages: [], members: ['修改.docx', '律表.xlsx'] })).toBeUndefined()
})
