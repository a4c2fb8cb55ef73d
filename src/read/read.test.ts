import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { READERS, readBytes } from './index.ts'

const DOCX = zipSync({
  'word/document.xml': strToU8(
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>第三镜</w:t></w:r><w:r><w:t>的线条</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>修改</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>수정</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>',
  ),
  'word/comments.xml': strToU8(
    '<w:comments xmlns:w="w"><w:comment w:author="王"><w:p><w:r><w:t>再细一点</w:t></w:r></w:p></w:comment></w:comments>',
  ),
  'docProps/core.xml': strToU8('<c xmlns:cp="a" xmlns:dc="b"><dc:creator>Administrator</dc:creator></c>'),
  'docProps/custom.xml': strToU8('<P xmlns:vt="v"><property name="KSOProductBuildVer"><vt:lpwstr>2052-11.1.0</vt:lpwstr></property></P>'),
})
/** One made-up file per reader. */
const FIXTURES: Readonly<Record<string, readonly [name: string, bytes: Uint8Array]>> = {
  docx: ['notes.docx', DOCX],
  txt: ['notes.txt', new Uint8Array([0xd0, 0xde, 0xb8, 0xc4, 0xcf, 0xdf, 0xcc, 0xf5, 0x0a, 0x61])],
}

it('every reader has a fixture, claims it, and nobody claims it before', async () => {
  for (const reader of READERS) {
    const [name, bytes] = FIXTURES[reader.name] ?? ['', new Uint8Array()]
    expect((await readBytes(bytes, name)).format).toBe(reader.name)
  }
})

it('reads paragraphs, table cells, comments with authors, and properties of a Word document', async () => {
  const reading = await readBytes(DOCX, 'notes.docx')
  expect(reading.passages.map(({ text, block, column }) => [text, block, column])).toEqual([
    ['第三镜的线条', 'body', undefined],
    ['修改', 'body:table1', 0],
    ['수정', 'body:table1', 1],
    ['再细一点', 'comment', undefined],
  ])
  expect(reading.traces.map(({ field, value }) => `${field}=${value}`)).toEqual([
    'commentAuthor=王',
    'author=Administrator',
    'locale=2052-11.1.0',
  ])
})

it('tells the code page of Chinese text from its bytes', async () => {
  const reading = await readBytes(...([FIXTURES.txt?.[1] ?? new Uint8Array(), 'notes.txt'] as const))
  expect(reading.passages.map(({ text }) => text)).toEqual(['修改线条', 'a'])
})

it('warns, and never throws, wherever a file is cut', async () => {
  for (const [name, bytes] of Object.values(FIXTURES)) {
    for (let cut = 0; cut < bytes.length; cut += 7) {
      const reading = await readBytes(bytes.subarray(0, cut), name)
      if (name.endsWith('.docx')) expect(reading.status).not.toBe('read')
    }
  }
})

it('an unknown file is identified and listed, not dropped', async () => {
  expect(await readBytes(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0]), 'x')).toMatchObject({ format: 'elf', status: 'not-read' })
})
