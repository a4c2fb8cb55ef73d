import { expect, it } from 'vitest'
import type { Passage } from '../model/index.ts'
import { purposeOf, purposeOfText, tellLanguage } from './index.ts'

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
  ['0117/E307_112_修改.xlsx', 'xlsx', texts('镜头', '头部的线条再细一点', '머리부분 선을 좀 더 가늘게 할것'), 'correction'],
  ['0117/notes.docx', 'docx', texts('Please redraw the left hand.'), 'correction'],
  ['0117/c112.xdts', 'xdts', [], 'instruction'],
  ['0117/E307_112_fix.psd', 'psd', texts('线条再细一点'), 'correction'],
  ['0117/E307_112_指示.docx', 'docx', texts('请按分镜画原画。', '인물은 왼쪽에서 걸어나오게 그릴것'), 'instruction'],
  ['0117/out/E307_112_v03.mp4', 'mp4', [], 'result'],
  ['0117/E307_112/0001.png', 'png', [], 'result'],
  ['0117/sc045.tnz', 'tnz', [], 'result'],
  ['book/horses.pdf', 'pdf', BOOK, 'reference'],
  ['horses.txt', 'txt', PROSE, 'other'],
  ['IMG_2041.jpg', 'jpg', [], 'other'],
  ['horse running.mp4', 'mp4', [], 'other'],
  ['참고/E307_112.png', 'png', [], 'reference'],
  ['access.log', 'log', texts('10.0.0.1 - - "GET /fix/please HTTP/1.1"'), 'other'],
  ['0117/E307_112_final.zip', 'zip', [], 'result'],
  ['0117/E307_retake_notes.zip', 'zip', [], 'other'],
  ['photos/2019.zip', 'zip', [], 'other'],
  [
    'delivery.txt',
    'txt',
    texts('Hello,', 'Please find attached the finished frames of episode 3. Please confirm receipt.', 'Best regards'),
    'other',
  ],
  ['delivery2.txt', 'txt', texts('Please redraw the left hand in shot 12.'), 'correction'],
  ['交付.txt', 'txt', texts('您好', '第3集的原画已上传，请查收。'), 'other'],
  ['안내.txt', 'txt', texts('3부 원화를 올렸습니다. 확인 바랍니다.'), 'other'],
  ['第3集.docx', 'docx', texts('第12镜角色的手太大，画小一点。头发的颜色换成棕色，背景不要动。'.repeat(8)), 'correction'],
  ['3부.docx', 'docx', texts('12장면 인물의 손을 작게 그릴것. 배경은 고치지 말것. 머리색은 밤색으로 할 것. '.repeat(8)), 'correction'],
  ['3화.txt', 'txt', texts('인물의 눈을 조금 더 크게 그려주시기 바랍니다.'), 'correction'],
  ['请假.xlsx', 'xlsx', texts('姓名', '请假', '金英', '王明'), 'other'],
  ['tool_guide.docx', 'docx', texts('Please draw the line with the pen tool.'), 'reference'],
  ['all.zip', 'zip', [], 'other'],
  ['empty.docx', 'docx', [], 'other'],
] as const)('%s (%s) is what it is for', (path, format, passages, purpose) => {
  expect(purposeOf({ path, format, passages })).toBe(purpose)
})

it.each([
  ['头部的线条再细一点', 'correction'],
  ['左手太大，改小一点', 'correction'],
  ['머리부분 선을 좀 더 가늘게 할것', 'correction'],
  ['인물은 왼쪽에서 걸어나오게 그릴것', 'instruction'],
  ['请按分镜画', 'instruction'],
  ['Please redraw the hand.', 'correction'],
  ['角色参考第2集', 'reference'],
  ['확인 바랍니다. 참고 바랍니다.', undefined],
  ['第3集的原画已上传，请查收。', undefined],
  ['镜头', undefined],
] as const)('the text %s asks for what it says', (text, purpose) => {
  expect(purposeOfText({ text })).toBe(purpose)
  expect(purposeOfText({ text, role: 'name' })).toBeUndefined()
})

it('looks into an archive whose members are known', () => {
  const members = ['out/E307_112/0001.png', 'out/E307_112/0002.png', 'readme.txt']
  expect(purposeOf({ path: 'a.zip', format: 'zip', passages: [], members })).toBe('result')
  expect(purposeOf({ path: 'a.zip', format: 'zip', passages: [], members: ['IMG_0001.jpg', 'IMG_0002.jpg'] })).toBe('other')
  expect(purposeOf({ path: 'E307_112_final.zip', format: 'zip', passages: [], members: ['修改.docx', '律表.xlsx'] })).toBe('other')
})
