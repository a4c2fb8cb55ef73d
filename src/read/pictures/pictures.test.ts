import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { tellPage } from '../../base/code-page.ts'
import { formatPlace, type Reading } from '../../model/index.ts'
import { readBytes } from '../index.ts'
import { metadataText } from '../text/metadata-text.ts'
import { offsetOf } from '../zone.ts'
import { layerCodePages } from './psd-layers.ts'

const read = (path: string, bytes = readFileSync(`fixtures/read/${path}`)) => readBytes(new Uint8Array(bytes), path)
const facts = ({ traces }: Reading) => traces.map(({ field, value }) => `${field}=${value}`)
const said = ({ passages }: Reading) => passages.map(({ text, role, block }) => [role, block, text])

it('a Photoshop document gives texts beside each other in their group, names apart, fonts in use, and saves by two programs', async () => {
  const reading = await read('psd/retake-notes.psd')
  expect(said(reading).filter(([role]) => role === 'layer')).toEqual([
    ['layer', 'texts:修改/수정', '眼睛再大一点'],
    ['layer', 'texts:修改/수정', '눈을 좀 더 크게'],
    ['layer', 'texts:修改/수정', '第三镜的线条要细\n第四镜不用改'],
    ['layer', 'texts:修改/수정#2', '머리를 조금 길게'],
  ])
  expect(reading.passages.filter(({ role }) => role === 'name').map(({ at }) => formatPlace(at))).toContain('layer=修改/수정/선화%232')
  expect(facts(reading)).toEqual(
    expect.arrayContaining([
      'dimensions=64x36, 8 bits',
      'font=KPCheonRiMaPMedium',
      'zoneOffset=+08:00',
      'zoneOffset=+09:00',
      'originalDocumentId=xmp.did:0001',
      'history=saved | 2024-01-15T16:30:00+09:00 | Adobe Photoshop CS6 (Windows)',
    ]),
  )
  expect(reading.warnings).toEqual([])
})

it('a colour mode that cannot be decoded still gives texts, and the bytes are left as they were', async () => {
  const bytes = readFileSync('fixtures/read/psd/retake-notes.psd')
  bytes.writeUInt16BE(4, 24)
  bytes.writeUInt16BE(57, 12)
  const before = Buffer.from(bytes)
  const reading = await read('psd/retake-notes.psd', bytes)
  expect(said(reading)).toEqual(said(await read('psd/retake-notes.psd')))
  expect(bytes.equals(before)).toBe(true)
})

it('the two names of a layer tell the code page of the machine that saved it', () => {
  const names = [{ raw: Buffer.from('b0a1b3aa', 'hex'), unicode: '가나' }]
  expect(layerCodePages(names)).toEqual(['cp949'])
  expect(layerCodePages([{ raw: Buffer.from('Layer'), unicode: 'Layer' }])).toEqual([])
  expect(layerCodePages([{ raw: Buffer.from('????'), unicode: '가나' }])).toEqual([])
})

it('pictures give size, programs, names in their code page and offsets, and tell a place only as present', async () => {
  const png = await read('png/frame.png')
  expect(facts(png)).toEqual(
    expect.arrayContaining([
      'dimensions=2x2',
      'author=작화실',
      'application=CLIP STUDIO PAINT',
      'modified=2024-01-15T07:30:00Z',
      'zoneOffset=+09:00',
    ]),
  )
  expect(png.passages.map(({ text }) => text)).toEqual(['retake of cut 012', '眼睛再大一点'])
  const jpg = await read('jpg/photo.jpg')
  expect(facts(jpg)).toEqual(
    expect.arrayContaining([
      'dimensions=160x90',
      'gps=present',
      'zoneOffset=+08:30',
      'title=第十二镜',
      'author=王',
      'application=GIMP 2.10',
    ]),
  )
  expect(jpg.traces.filter(({ field }) => field === 'gps')).toHaveLength(1)
})

it('films give times from 1904, length, size, codec, titles and the encoder', async () => {
  const chinese = await read('mp4/title-zh.mp4')
  expect(facts(chinese)).toEqual(
    expect.arrayContaining([
      'created=2024-01-15T02:30:00Z',
      'duration=1 s',
      'dimensions=128x72',
      'codec=avc1',
      'title=镜头012 动画',
      'author=测试',
    ]),
  )
  expect(chinese.traces.find(({ field }) => field === 'encoder')?.value).toMatch(/^x264 - core \d+.*crf=40/)
  const korean = await read('mp4/title-ko.mov')
  expect(facts(korean)).toEqual(expect.arrayContaining(['title=수정 021', 'handler=비디오', 'locale=kor']))
})

it('timesheets give what is said and noted at its frame, and leave marks and cell numbers out', async () => {
  const exchange = await read('xdts/cut012.xdts')
  expect(exchange.passages.filter(({ role }) => role === 'cue').map(({ text, at, column }) => [text, formatPlace(at), column])).toEqual([
    ['我们走！', 'cell=table 1/dialog,A7', 0],
    ['우리 가자!', 'cell=table 1/dialog,B7', 1],
    ['PAN 왼쪽', 'cell=table 1/camera,A13', 0],
  ])
  const studio = await read('xdts/cut012.tdts')
  expect(said(studio)).toEqual(
    expect.arrayContaining([
      ['note', 'table 1/direction', '眼睛再大一点'],
      ['note', 'table 1/direction', '눈을 좀 더 크게'],
    ]),
  )
  expect(facts(studio)).toContain('user=작화 02')
  expect(studio.children.map(({ path }) => path)).toEqual(['header/memo.png'])
})

it('an OpenToonz scene gives paths, notes, and the machine and account of each save even where their columns touch', async () => {
  const reading = await read('tnz/scene.tnz')
  expect(facts(reading)).toEqual(
    expect.arrayContaining([
      'path=D:\\work\\第3集\\012\\A..tif',
      'application=OpenToonz 1.7.1',
      'history=15 1 24 16:30 | DRAWING-PC01 | artist02',
      'machine=PC2',
      'user=Administrator',
    ]),
  )
  expect(reading.passages.map(({ text, at }) => [text, formatPlace(at)])).toEqual([
    ['A 원화', 'line=29'],
    ['线条要细', 'line=57'],
    ['선은 가늘게', 'line=58'],
  ])
})

it('wherever a file is cut, its reader warns and does not throw; whole, every anchor is its own', async () => {
  for (const format of ['psd', 'png', 'jpg', 'mp4', 'xdts', 'tnz', 'zip', 'gz']) {
    for (const name of readdirSync(`fixtures/read/${format}`).filter((file) => file !== 'README.md')) {
      const path = `${format}/${name}`
      const whole = readFileSync(`fixtures/read/${path}`)
      const reading = await read(path)
      expect(reading.format, path).toBe(format)
      const anchors = reading.passages.map(({ at }) => formatPlace(at))
      expect(new Set(anchors).size, path).toBe(anchors.length)
      for (let i = 1; i < 40; i++) {
        const cut = await read(path, whole.subarray(0, Math.floor((whole.length * i) / 40)))
        expect(
          cut.warnings.map(({ code }) => code),
          `${path} cut at ${i}/40`,
        ).not.toContain('reader-fault')
        expect(cut.status, `${path} cut at ${i}/40`).not.toBe('read')
      }
    }
  }
})

it('an accented Latin name never turns into Chinese that nobody wrote', () => {
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
  expect(metadataText(Buffer.from('Skåne, Ängar', 'latin1'))).toBe('Skåne, Ängar')
  expect(metadataText(bytes('8d6d6d8e6e7473'), 'macroman')).toBe('çmménts')
  expect(metadataText(bytes('c0dbc8adbdc7'))).toBe('작화실')
})

it('names that fit several code pages keep their rivals in the trace', () => {
  const told = tellPage(new Uint8Array(Buffer.from('bff8c8ad2e747874', 'hex')))
  expect(told.codePage).toBe('cp949')
  expect(told.rivals.map(({ codePage }) => codePage)).toContain('gb18030')
})

it('offsets are read from every form of date, and no date without one has one', () => {
  expect(
    ['2024-01-14T10:00:00+08:00', '2017-12-22T15:33+09:00', "D:20121016163519+03'00'", '2024-01-01T00:00:00-0500'].map(offsetOf),
  ).toEqual(['+08:00', '+09:00', '+03:00', '-05:00'])
  expect(['2024-01-14', '2024-01-14T10:00:00Z', '2024-01-14T10:00:00', ''].map(offsetOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
