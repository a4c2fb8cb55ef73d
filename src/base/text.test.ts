import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { decodeAs, decodeText } from './text.ts'

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

it('UTF-8 in which a replacement character stands is UTF-8, and bytes that do not fit it are counted apart from those', () => {
  expect(decodeText(Buffer.from('\ufffd,镜头 112\n'))).toEqual({ text: '\ufffd,镜头 112\n', codePage: 'utf-8', faults: 0 })
  expect(decodeAs(Buffer.from([0x61, 0xef, 0xbf, 0xbd, 0xff, 0x62]), 'utf-8')).toMatchObject({ text: 'a\ufffd\ufffdb', faults: 1 })
})
