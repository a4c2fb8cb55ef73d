import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { readBytes } from '../index.ts'
import { DefaultNames } from '../tables/default-names.ts'
import { readIcc } from './icc.ts'
import { engineNames } from './psd-engine.ts'

async function read(path: string) {
  const reading = await readBytes(new Uint8Array(readFileSync(join('fixtures/read', path))), path.split('/').pop() ?? '')
  const values = (field: TraceName) => reading.traces.filter((one) => one.field === field).map(({ value }) => value)
  return { reading, values, texts: reading.passages.map(({ text }) => text) }
}

it('pictures of every kind give who, with what, when and in which zone, and a place only as present', async () => {
  for (const path of ['tiff/layout.tif', 'webp/reference.webp', 'gif/cycle.gif', 'heif/board.avif']) {
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
    [['D:', 'work', 'ep08', 'bg', '012.psd'].join('/')],
    ['+09:00'],
  ])
  const dpx = await read('dpx/frame.0012.dpx')
  expect([dpx.values('path'), dpx.values('zoneOffset'), dpx.values('title')]).toEqual([
    [['D:', 'work', 'ep08', 'c012', 'frame.0012.dpx'].join('/')],
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

it('a colour profile that names a screen in twenty languages gives its English name alone', () => {
  const names = [
    ['koKR', '컬러 LCD'],
    ['zhCN', '彩色LCD'],
    ['enUS', 'Color LCD'],
  ] as const
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  const rows = names.map(([locale], index) => {
    const row = Buffer.alloc(12)
    row.write(locale, 'latin1')
    row.writeUInt32BE(texts[index]?.length ?? 0, 4)
    row.writeUInt32BE(16 + names.length * 12 + texts.slice(0, index).reduce((sum, { length }) => sum + length, 0), 8)
    return row
  })
  const head = Buffer.alloc(16)
  head.write('mluc', 'latin1')
  head.writeUInt32BE(names.length, 8)
  const tag = Buffer.concat([head, ...rows, ...texts])
  const profile = Buffer.alloc(144)
  profile.write('acsp', 36, 'latin1')
  profile.writeUInt32BE(1, 128)
  profile.write('desc', 132, 'latin1')
  profile.writeUInt32BE(144, 136)
  profile.writeUInt32BE(tag.length, 140)
  const draft = new Draft()
  readIcc(Buffer.concat([profile, tag]), draft)
  expect(draft.traces.map(({ field, value }) => [field, value])).toEqual([['colorProfile', 'Color LCD']])
})

it('only names that a program of one language gives by itself tell a language; line-breaking sets of the text engine are no trace', () => {
  const draft = new Draft()
  const names = new DefaultNames()
  for (const name of ['Layer 1', '背景', '元件 1', 'Form 1', '手再高一点', 'レイヤー 2', '图层 3 拷贝']) names.add(name)
  names.trace(draft)
  expect(draft.traces.map(({ value }) => value)).toEqual(['ja: レイヤー 2'])
  const engine =
    '/DocumentResources << /KinsokuSet [ << /Name (\xfe\xffPhotoshopKinsokuHard) /NoStart (\xfe\xff) >> ]\n /FontSet [ << /Name (ArialMT) >> << /Name (KozGoPr6N-Regular) >> ]\n /StyleSheetSet [ << /Name (Normal RGB) >> ]\n >>'
  expect(engineNames(Buffer.from(engine, 'latin1'))).toEqual({ fonts: ['ArialMT', 'KozGoPr6N-Regular'], styles: ['Normal RGB'] })
})
