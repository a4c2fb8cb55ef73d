import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Reading } from '../../model/index.ts'
import { readBytes } from '../index.ts'

const read = async (path: string): Promise<Reading> =>
  readBytes(new Uint8Array(readFileSync(join('fixtures/read', path))), path.split('/').pop() ?? '')
const texts = ({ passages }: Reading, block?: string) =>
  passages.filter((one) => block === undefined || one.block === block).map(({ text }) => text)
const values = ({ traces }: Reading, field: string) => traces.filter((one) => one.field === field).map(({ value }) => value)

it('a message is read in the pages that it states, also where an encoded word is cut inside a letter', async () => {
  const mail = await read('eml/retakes.eml')
  expect(texts(mail)).toEqual(['8화 수정 의견', '请今天之内交稿。', '镜头012：手再高一点。'])
  expect([values(mail, 'zoneOffset'), values(mail, 'application')]).toEqual([['+08:00'], ['Foxmail 7.2.25.228[cn]']])
  expect(mail.children.map(({ path, reading }) => [path, texts(reading)])).toEqual([['body/2/镜头012.txt', ['012컷 손']]])
  const outlook = await read('msg/retakes.msg')
  expect(texts(outlook)).toEqual(['第八集修改意见', '请今天之内交稿。', '镜头012：手再高一点。'])
  expect([values(outlook, 'author'), outlook.children.length]).toEqual([['制片 王'], 1])
})

it('a Hangul document gives its paragraphs without controls; a protected one its preview, and says why no more', async () => {
  const notes = await read('hwp/notes.hwp')
  expect([notes.status, texts(notes)]).toEqual(['read', ['012컷 손을 더 높이 들것', '머리선을 닫을 것']])
  expect([values(notes, 'application'), values(notes, 'lastModifiedBy'), values(notes, 'font')]).toEqual([
    ['8, 0, 0, 466 WIN32LEWindows_7'],
    ['동화3조'],
    ['함초롬바탕', '천리마'],
  ])
  const locked = await read('hwp/distribution.hwp')
  expect([locked.status, texts(locked), locked.warnings.map(({ code }) => code)]).toEqual(['partly', ['미리 보기: 012컷'], ['encrypted']])
})

it('RTF is read in the page of each font, with the comment apart from the sentence that it stands in', async () => {
  const rtf = await read('rtf/retakes.rtf')
  expect(texts(rtf)).toEqual(['今天交', '手再高一点。', '손을 더 높이 —'])
  expect([values(rtf, 'commentAuthor'), values(rtf, 'modified')]).toEqual([['王'], ['2024-01-16T17:20']])
})

it('what LibreOffice writes as OpenDocument, Word and Excel says the same text, and OpenDocument also who remarked and what was deleted', async () => {
  const odt = await read('odf/libreoffice.odt')
  const doc = await read('doc/libreoffice.doc')
  const korean = '021컷의 망토가 너무 빨리 흔들립니다. 네 프레임 늦추시오.'
  for (const one of [odt, doc]) expect(texts(one)).toContain(korean)
  expect([texts(odt, 'deleted'), texts(odt, 'notes'), texts(odt, 'comments')]).toEqual([
    ['，今天之内'],
    ['래일 아침까지 바칠것'],
    ['망토 흔들림을 네 프레임 늦춥니다.'],
  ])
  expect(texts(odt, 'body').at(-1)).toBe('明天早上交稿。')
  expect([values(odt, 'commentAuthor'), values(doc, 'lastModifiedBy')]).toEqual([['번역조'], ['번역조']])
  const cells = async (path: string) =>
    (await read(path)).passages.flatMap(({ at, text }) => (at.kind === 'cell' ? [`${at.sheet}!${at.cell} ${text}`] : []))
  const [ods, xls] = [await cells('odf/libreoffice.ods'), await cells('xls/libreoffice.xls')]
  for (const cell of ['返工表!D2 비줄기가 너무 촘촘하다', '返工表!A3 SKY_ep07_032', '진행!A1 완성 12컷'])
    expect([ods.includes(cell), xls.includes(cell)], cell).toEqual([true, true])
})

it('a compound file whose table points far beyond its end is damaged, not a fault of the reader', async () => {
  const bytes = new Uint8Array(readFileSync('fixtures/read/doc/libreoffice.doc'))
  // The first sector of the table of tables (MS-CFB 2.2): with 512 bytes a sector, its place does not fit 32 bits.
  new DataView(bytes.buffer).setUint32(68, 0x00ff_fff0, true)
  expect((await readBytes(bytes, 'far.doc')).warnings.map(({ code }) => code)).not.toContain('reader-fault')
})
