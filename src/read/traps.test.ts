import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { Reading, TraceName } from '../model/index.ts'
import { Draft } from './draft.ts'
import { readBytes } from './index.ts'
import { readIcc } from './pictures/icc.ts'
import { engineNames } from './pictures/psd-engine.ts'
import { DefaultNames } from './tables/default-names.ts'

// What programs write unasked must accuse nobody. Each of these was seen in files of people who had nothing to do with what it seems to say.

const values = ({ traces }: Reading, ...fields: TraceName[]) =>
  traces.filter(({ field }) => (fields as readonly string[]).includes(field)).map(({ value }) => value)

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

it('a document of LibreOffice that states Chinese for text that it does not have is in no way Chinese', async () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const text = (xml: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)
  const docx = zipSync({
    '[Content_Types].xml': text('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': text(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': text(`<w:document ${W}><w:body><w:p><w:r><w:t>Um documento em português</w:t></w:r></w:p></w:body></w:document>`),
    'word/styles.xml': text(
      `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:eastAsia="Noto Serif CJK SC"/><w:lang w:val="pt-BR" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
    ),
  })
  const reading = await readBytes(docx, 'documento.docx')
  expect(reading.passages.map((passage) => passage.text)).toEqual(['Um documento em português'])
  expect(values(reading, 'locale', 'programLocale', 'defaultName', 'font', 'codePage').filter((value) => /zh|CJK|gb/i.test(value))).toEqual(
    [],
  )
})

it('paths that Blender’s own default file carries are nobody’s, and those of the file stay', async () => {
  const bytes = new Uint8Array(
    Buffer.from('\0\0/Users/ton/Desktop/\0/usr/home/intrr/blender/blend/\0C:\\Users\\kim\\shots\\012.blend\0', 'latin1'),
  )
  expect(values(await readBytes(bytes, 'scene.bin'), 'path', 'user')).toEqual(['C:\\Users\\kim\\shots\\012.blend', 'kim'])
})

it('years in which nobody saved anything enter no clock: DOS dates of 0 and 2106, times of 1601 and 1904', async () => {
  const absurd = /^(?:1601|1904|1979|1980-00|2106|0)/
  for (const file of ['kra/cut012.kra', 'pclx/cut012.pclx'])
    for (const [time, date] of [
      [0, 0],
      [0xffff, 0xfc47],
    ] as const) {
      const bytes = Buffer.from(readFileSync(`fixtures/read/${file}`))
      for (const [mark, at] of [
        ['PK\x03\x04', 10],
        ['PK\x01\x02', 12],
      ] as const)
        for (let from = bytes.indexOf(mark, 0, 'latin1'); from >= 0; from = bytes.indexOf(mark, from + 4, 'latin1')) {
          bytes.writeUInt16LE(time, from + at)
          bytes.writeUInt16LE(date, from + at + 2)
        }
      const reading = await readBytes(new Uint8Array(bytes), file)
      expect(reading.status, file).not.toBe('not-read')
      expect(
        values(reading, 'created', 'modified').filter((value) => absurd.test(value)),
        file,
      ).toEqual([])
    }
  const film = Buffer.from(readFileSync('fixtures/read/mp4/title-zh.mp4'))
  const header = film.indexOf('mvhd', 0, 'latin1')
  film.writeUInt32BE(0, header + 8)
  film.writeUInt32BE(0, header + 12)
  const link = Buffer.from(readFileSync('fixtures/read/lnk/012.lnk'))
  link.fill(0, 28, 52)
  for (const [bytes, name] of [
    [film, 'title-zh.mp4'],
    [link, '012.lnk'],
  ] as const)
    expect(
      values(await readBytes(new Uint8Array(bytes), name), 'created', 'modified').filter((value) => absurd.test(value)),
      name,
    ).toEqual([])
})
