import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { decodeText } from './text.ts'

it.each([
  ['gb18030', '成品/LNT_s03e07_112.mp4'],
  ['gb18030', '修改确认_0112.txt'],
  ['gb18030', '原画'],
  ['gb18030', '头部的线条再细一点'],
  ['gb18030', '第三场 背景'],
  ['cp949', '결과/SBK-ep02-009_v02.mp4'],
  ['cp949', '수정의견_0112.txt'],
  ['cp949', '원화'],
  ['cp949', '머리부분 선을 좀 더 가늘게'],
  ['cp949', '녀자아이 눈'],
  ['shift_jis', '修正しました'],
])('bytes in %s of %s are read as what they are', (page, text) => {
  expect(decodeText(iconv.encode(text, page))).toMatchObject({ text, codePage: page })
})
