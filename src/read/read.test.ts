import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import type { Reading, ReadPassage } from '../model/index.ts'
import { readBytes } from './index.ts'
import { cellName } from './office/xlsx-sheet.ts'
import { dateOfSerial } from './office/xlsx-styles.ts'
import { linesOf, type PdfItem } from './pdf/pdf-lines.ts'
import { resolveAnchor } from './resolve.ts'
import { delimiterOf, records } from './text/csv-records.ts'
import { decodeEntities, htmlTokens } from './text/html-tokens.ts'
import { decodePlain } from './text/plain.ts'

const read = (path: string) => readBytes(new Uint8Array(readFileSync(`fixtures/read/${path}`)), path)
const traces = (reading: Reading, field: string) => reading.traces.filter((trace) => trace.field === field).map(({ value }) => value)
const layout = ({ text, block, row, column }: ReadPassage) => [text, block, row, column]

it('reads a Word document with comments after their paragraph, deleted text apart, a text box once and merged cells', async () => {
  const reading = await read('docx/wps-comments.docx')
  expect(reading.passages.map(({ text, block, column, role }) => [text, block, column, role])).toEqual([
    ['镜头041：风筝线断开', 'body', undefined, 'text'],
    ['这里的速度线要重画', 'comment', undefined, 'comment'],
    ['여기 속도선을 다시 그려야 합니다', 'comment', undefined, 'comment'],
    ['041컷: 연줄이 끊어진다', 'body', undefined, 'text'],
    ['框内：色号参照第二集', 'body', undefined, 'text'],
    ['请在周四之前交', 'body', undefined, 'text'],
    ['周五', 'body:deleted', undefined, 'note'],
    ['合并', 'body:table1', 0, 'text'],
    ['세번째', 'body:table1', 2, 'text'],
    ['甲', 'body:table1', 0, 'text'],
    ['乙', 'body:table1', 1, 'text'],
    ['병', 'body:table1', 2, 'text'],
    ['第八集 第二稿', 'header1', undefined, 'text'],
  ])
  expect(reading.children.map(({ path, reading: { format } }) => [path, format])).toEqual([['word/media/image1.png', 'png']])
})

it('gives what programs left in a Word document, and keeps defaults apart from what is used', async () => {
  const reading = await read('docx/wps-comments.docx')
  const expected = {
    author: ['Administrator'],
    lastModifiedBy: ['组长'],
    commentAuthor: ['组长', '번역'],
    deletedBy: ['组长'],
    zoneOffset: ['+08:00'],
    locale: ['zh-CN', 'ko-KR'],
    programLocale: ['2052-11.1.0.12358'],
    font: ['宋体', '바탕'],
    defaultLocale: ['en-US', 'zh-CN'],
    path: ['"D:\\\\工作\\\\kite.png" \\* MERGEFORMAT', 'file:///D:\\模板\\修改单.dotx'],
    originalDocumentId: ['00A1B2C3'],
  }
  for (const [field, values] of Object.entries(expected)) expect([field, traces(reading, field)]).toEqual([field, values])
  expect(reading.traces.find(({ value }) => value === '바탕')?.meaning).toContain('4 runs')
})

it('reads cells with their comments, threads as one text, dates as dates, and numbers only beside text', async () => {
  const reading = await read('xlsx/threads.xlsx')
  const rows = reading.passages.filter(({ role }) => role !== 'name').map(layout)
  expect(rows).toEqual([
    ['镜头', '派单', 1, 1],
    ['交付日', '派单', 1, 2],
    ['修改', '派单', 1, 3],
    ['수정', '派单', 1, 4],
    ['51', '派单', 2, 1],
    ['2024-01-18', '派单', 2, 2],
    ['加快转身', '派单', 2, 3],
    ['到第几格为止？\n12프레임까지입니다', '派单', 2, 3],
    ['몸돌리기를 빠르게', '派单', 2, 4],
    ['空格上的批注', '派单', 8, 6],
    ['单价另议', '숨김', 0, 0],
  ])
  expect(traces(reading, 'commentAuthor')).toEqual(['调度', '통역'])
  expect(traces(reading, 'hidden')).toEqual(['숨김'])
  expect(traces(reading, 'font')).toEqual(['宋体', '맑은 고딕', '黑体'])
})

it('reads slides in the order they are shown, with table, notes and both kinds of comments', async () => {
  const reading = await read('pptx/board.pptx')
  expect(reading.passages.map(({ text, block, role }) => [text, block, role])).toEqual([
    ['第九集分镜', 'slide1:frame1', 'title'],
    ['远景：雪山', 'slide1:frame2', 'text'],
    ['원경: 눈산', 'slide1:frame2', 'text'],
    ['跟镜', 'slide1:table1', 'text'],
    ['따라가기', 'slide1:table1', 'text'],
    ['风声由弱到强', 'slide1:notes:frame1', 'note'],
    ['바람소리는 약하다가 세게', 'slide1:notes:frame1', 'note'],
    ['雪要厚一些', 'slide1:comments', 'comment'],
    ['雪的厚度？', 'slide1:comments', 'comment'],
    ['눈을 더 두껍게 합니까', 'slide1:comments', 'comment'],
    ['备用页', 'slide2:frame1', 'text'],
  ])
  expect([traces(reading, 'commentAuthor'), traces(reading, 'font'), traces(reading, 'hidden')]).toEqual([
    ['监督', '통역'],
    ['微软雅黑', '천리마'],
    ['slide2'],
  ])
})

it('reads Chinese and Korean of a PDF whose fonts are only named, as lines and columns', async () => {
  const reading = await read('pdf/named-fonts.pdf')
  expect(reading.passages.map(layout)).toEqual([
    ['返工意见 第十集', 'page1', 0, undefined],
    ['镜头061 手影太黑', 'page1', 1, 0],
    ['061컷 손그림자가 너무 검다', 'page1', 1, 1],
    ['镜头062 门晚开两格', 'page1', 2, 0],
    ['062컷 문을 두 프레임 늦게 연다', 'page1', 2, 1],
    ['明天再看一遍', 'page1:comments', 6, undefined],
  ])
  expect([traces(reading, 'font'), traces(reading, 'zoneOffset')]).toEqual([
    ['宋体', 'Batang'],
    ['+09:00', '+08:00'],
  ])
  expect(reading.warnings.map(({ code }) => code)).toEqual(['no-text'])
})

it('reads what LibreOffice writes, in all four formats', async () => {
  for (const [path, zh, ko] of [
    ['docx/libreoffice.docx', '左手少一根手指', '왼손에 손가락이 하나 모자란다'],
    ['pdf/libreoffice.pdf', '左手少一根手指', '왼손에 손가락이 하나 모자란다'],
    ['xlsx/libreoffice.xlsx', '影子方向反了', '그림자 방향이 반대다'],
    ['pptx/libreoffice.pptx', '围巾用暖色', '목도리는 따뜻한 색'],
  ] as const) {
    const { passages } = await read(path)
    const [a, b] = [zh, ko].map((text) => passages.find((passage) => passage.text === text))
    expect([path, a?.block, a?.row, b?.column]).toEqual([path, b?.block, b?.row, (a?.column ?? Number.NaN) + 1])
  }
})

it('reads the visible text of a page in the code page that it states, with tables that are never closed', async () => {
  const reading = await read('html/board-gbk.html')
  expect(reading.passages.map(layout)).toEqual([
    ['每日修改', 'title', 0, undefined],
    ['一月十九日', 'body', 0, undefined],
    ['镜头081 & 082：水面反光\n要动起来', 'body', 1, undefined],
    ['镜头', 'table1', 0, 0],
    ['修改', 'table1', 0, 2],
    ['081', 'table1', 1, 0],
    ['甲', 'table1', 1, 1],
    ['水花小一点', 'table1', 1, 2],
    ['1 < 2 …', 'body', 7, undefined],
  ])
  expect([traces(reading, 'application'), traces(reading, 'author')]).toEqual([['Microsoft Word 15'], ['组长']])
})

it('reads tables and subtitles in national code pages', async () => {
  expect((await read('csv/shots-gbk.csv')).passages.slice(6, 10).map(({ text }) => text)).toEqual([
    '雾太浓;改淡',
    'SKY_ep10_072',
    '48',
    '写着"停"的牌子',
  ])
  expect((await read('csv/shots-cp949.tsv')).passages.at(-1)?.text).toBe('발자국을 더한다')
  expect((await read('srt/episode-gbk.srt')).passages.map(({ text, at }) => [text, at])).toEqual([
    ['你把灯点上了吗？', { kind: 'time', fromMs: 1000, toMs: 3500 }],
    ['还没有，风太大。', { kind: 'time', fromMs: 4000, toMs: 6000 }],
  ])
})

it('says that a locked document is locked, whatever its name says', async () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')])
  for (const name of ['a.docx', 'a.xlsx', 'a.pptx'])
    expect(await readBytes(ole, name)).toMatchObject({
      format: name.slice(2),
      status: 'not-read',
      reason: 'encrypted: a password is needed',
    })
})

it('does not take an archive that holds a stored Word document for one', async () => {
  const inner = new Uint8Array(readFileSync('fixtures/read/docx/libreoffice.docx'))
  const reading = await readBytes(zipSync({ 'delivery/notes.docx': [inner, { level: 0 }] }), 'delivery.zip')
  expect([reading.format, reading.children[0]?.reading.format]).toEqual(['zip', 'docx'])
})

it('expands no entity and fetches nothing', async () => {
  const body =
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyy">]><w:document xmlns:w="w"><w:p><w:r><w:t>a&x;&y;</w:t></w:r></w:p></w:document>'
  const reading = await readBytes(zipSync({ 'word/document.xml': strToU8(body) }), 'a.docx')
  expect([reading.status, reading.passages]).toEqual(['partly', []])
  expect(reading.warnings[0]?.message).toContain('undefined entity')
})

it('keeps UTF-8 with a broken letter, and tells other pages from the lines that have letters', () => {
  const utf8 = Buffer.from('머리카락이 날리지 않는다. 눈길은 창밖을 향해야 한다.')
  expect(decodePlain(utf8.subarray(0, utf8.length - 2)).codePage).toBe('utf-8')
  const late = Buffer.concat([Buffer.from('plain line\n'.repeat(20_000)), iconv.encode('발자국을 더한다\n', 'cp949')])
  expect(decodePlain(late).codePage).toBe('cp949')
})

it('refuses to resolve an anchor against other bytes', async () => {
  const anchor = { sha256: '0'.repeat(64), at: { kind: 'whole' } as const }
  await expect(resolveAnchor(new Uint8Array([97]), 'a.txt', anchor)).rejects.toMatchObject({ code: 'IBT-INTEGRITY' })
})

it('reads back every table that is written with quotes, whatever its cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '改', '"', ',', ';', '\n', '\r', ' ', '수') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), fc.constantFrom(',', ';', '\t'), (rows, by) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(by)).join('\r\n')
      expect([...records(text, by)]).toEqual(rows)
    }),
  )
  expect(delimiterOf('a;b;c\n1,5;2;3\n')).toBe(';')
})

it('cuts any string into HTML tokens, and gives back text that was escaped', () => {
  const piece = fc.constantFrom('<', '>', '</', '<!--', '-->', '"', "'", '=', 'td', 'script', ' ', '&', 'amp;', '改', '/', '\n')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const token of htmlTokens(pieces.join(''))) expect(token.kind).toBeTypeOf('string')
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
      expect(decodeEntities(escaped)).toBe(text)
      const texts = [...htmlTokens(`<p>${escaped}</p>`)].flatMap((token) => (token.kind === 'text' ? token.text : []))
      expect(texts.join('')).toBe(text)
    }),
  )
})

it('joins the pieces of a PDF line, parts its columns, and drops what is drawn twice', () => {
  const item = (text: string, x: number, y: number, width = text.length * 10): PdfItem => ({ text, x, y, width, size: 10, isTurned: false })
  const lines = linesOf([
    item('수정', 200, 700),
    item('第3', 10, 700.5),
    item('镜', 32.5, 700),
    item('第3', 10.3, 700.5),
    item('다음', 10, 680),
    item('줄', 33, 680),
    item('甲', 12, 660),
    item('을', 203, 660),
  ])
  expect(lines).toEqual([
    { text: '第3镜', row: 0, column: 0 },
    { text: '수정', row: 0, column: 1 },
    { text: '다음 줄', row: 1 },
    { text: '甲', row: 2, column: 0 },
    { text: '을', row: 2, column: 1 },
  ])
})

it('names cells as spreadsheets do, and days as their serial numbers mean', () => {
  expect([cellName(0, 0), cellName(25, 1), cellName(26, 2), cellName(701, 3), cellName(702, 4), cellName(16_383, 5)]).toEqual([
    'A1',
    'Z2',
    'AA3',
    'ZZ4',
    'AAA5',
    'XFD6',
  ])
  expect([dateOfSerial(61), dateOfSerial(45_309), dateOfSerial(45_309.75), dateOfSerial(12)]).toEqual([
    '1900-03-01',
    '2024-01-18',
    '2024-01-18 18:00:00',
    undefined,
  ])
})

it('an unknown file is identified and listed, not dropped', async () => {
  expect(await readBytes(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0]), 'x')).toMatchObject({ format: 'elf', status: 'not-read' })
})
