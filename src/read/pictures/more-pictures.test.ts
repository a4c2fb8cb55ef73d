import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TraceName } from '../../model/index.ts'
import { readBytes } from '../index.ts'

async function read(path: string) {
  const reading = await readBytes(new Uint8Array(readFileSync(join('fixtures/read', path))), path.split('/').pop() ?? '')
  const values = (field: TraceName) => reading.traces.filter((one) => one.field === field).map(({ value }) => value)
  return { reading, values, texts: reading.passages.map(({ text }) => text) }
}

it('pictures of every kind give who, with what, when and in which zone, and a place only as present', async () => {
  for (const path of ['tiff/layout.tif', 'webp/reference.webp', 'gif/cycle.gif', 'heif/board.avif', 'jp2/plate.jp2']) {
    const { reading, values } = await read(path)
    expect([reading.status, values('dimensions')], path).toEqual(['read', ['16x12']])
    expect([values('author').includes('artist03'), values('originalDocumentId'), values('zoneOffset').includes('+09:00')], path).toEqual([
      true,
      ['xmp.did:0012'],
      true,
    ])
    expect(values('gps').every((value) => value === 'present')).toBe(true)
  }
  const layout = await read('tiff/layout.tif')
  expect([layout.values('machine'), layout.values('title'), layout.values('device'), layout.values('gps')]).toEqual([
    ['PC07'],
    ['8화 레이아우트'],
    ['A0012'],
    ['present'],
  ])
  expect((await read('heif/board.avif')).values('zoneOffset')).toEqual(['+08:00', '+09:00'])
  expect((await read('gif/cycle.gif')).texts).toEqual(['012컷 걷기 6장'])
})

it('frames of renderers and paint programs give machine, paths, job and clock', async () => {
  const exr = await read('exr/render.exr')
  expect([exr.values('machine'), exr.values('path'), exr.values('zoneOffset')]).toEqual([
    ['RENDER-07'],
    ['D:/jobs/ep08/bg/012.psd'],
    ['+09:00'],
  ])
  const dpx = await read('dpx/frame.0012.dpx')
  expect([dpx.values('path'), dpx.values('zoneOffset'), dpx.values('title')]).toEqual([
    ['D:/jobs/ep08/c012/frame.0012.dpx'],
    ['+09:00'],
    ['第八集'],
  ])
  const tga = await read('tga/cel.tga')
  expect([tga.texts, tga.values('created'), tga.values('application')]).toEqual([
    ['머리선을 닫을 것'],
    ['2024-01-16T17:20:00'],
    ['RETAS STYLOS'],
  ])
  const xcf = await read('xcf/retake.xcf')
  expect([xcf.texts, xcf.values('defaultName'), xcf.values('font')]).toEqual([
    ['8화 수정', '레이어 1', '手再高一点', '手再高一点\n012'],
    ['ko: 레이어 1'],
    ['Noto Sans CJK SC Bold'],
  ])
})

it('documents known by their XMP give linked files, and no torn copy of a packet is read', async () => {
  const indd = await read('indd/booklet.indd')
  expect([indd.values('application'), indd.values('path')]).toEqual([['Adobe InDesign 14.0 (Windows)'], ['D:/分镜/第八集/012.psd']])
  const eps = await read('eps/logo.eps')
  expect([eps.values('author'), eps.values('created')]).toEqual([['动画部'], ['1/16/24 5:20 PM', '2024-01-16T17:20:00+08:00']])
})

it('a font that a layer is set in is told once, as a font in use', async () => {
  const { values } = await read('psd/retake-notes.psd')
  expect(values('font').length).toBeGreaterThan(0)
  expect(values('defaultFont').filter((font) => values('font').includes(font))).toEqual([])
})
