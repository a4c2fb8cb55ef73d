import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TraceName } from '../../model/index.ts'
import { readBytes } from '../index.ts'
import { readBinaryList } from './property-list.ts'

async function read(path: string) {
  const reading = await readBytes(new Uint8Array(readFileSync(join('fixtures/read', path))), path.split('/').pop() ?? '')
  const values = (...fields: TraceName[]) =>
    reading.traces.filter(({ field }) => (fields as readonly string[]).includes(field)).map(({ value }) => value)
  return { reading, values, texts: reading.passages.map(({ text }) => text) }
}

it('a shortcut names the machine, its network card, the disk and the path in its own code page, and no path that runs into the next text', async () => {
  const { values } = await read('lnk/012.lnk')
  expect([values('machine'), values('device'), values('volume')]).toEqual([
    ['pc07'],
    ['network card 00:15:5d:01:02:03'],
    ['1A2B-3C4D', 'WORK'],
  ])
  expect(values('path')).toEqual(['D:\\共享\\第八集\\012.psd', 'D:\\共享\\第八集'])
})

it('settings of folders keep names of files that may be gone, and where they came from', async () => {
  const thumbs = await read('thumbsdb/Thumbs.db')
  expect(thumbs.values('missingFile')).toEqual(['012컷_완성.jpg', '参考图.jpg'])
  expect(thumbs.reading.children.map(({ path, reading }) => [path, reading.format])).toEqual([
    ['012컷_완성.jpg.thumbnail.jpg', 'jpg'],
    ['参考图.jpg.thumbnail.jpg', 'jpg'],
  ])
  const mac = await read('dsstore/.DS_Store')
  expect([mac.texts, mac.values('path'), mac.values('modified')]).toEqual([
    ['012컷.psd', '다시 보낼것', '旧版'],
    ['Users/artist03/Desktop/'],
    ['2024-01-16T08:20:00Z'],
  ])
  const beside = await read('appledouble/._012.psd')
  expect([beside.values('downloadedFrom'), beside.values('application', 'created')]).toEqual([
    ['http://192.0.2.7/ep08/012.psd', 'http://192.0.2.7/ep08/'],
    ['WeChat', '2024-01-16T08:20:00Z'],
  ])
  expect((await read('ini/desktop.ini')).values('title', 'missingFile')).toEqual(['제8화 납품', '012.psd'])
})

it('a property list says the same in both of its forms, and one that holds itself ends', async () => {
  const [xml, binary] = [await read('plist/settings.plist'), await read('plist/settings-binary.plist')]
  expect([...binary.texts].sort()).toEqual([...xml.texts].sort())
  expect(binary.texts).toContain('머리선을 닫을것')
  const head = Buffer.from('bplist00\xa1\x00\x08', 'latin1')
  const trailer = Buffer.alloc(32)
  trailer.set([1, 1], 6)
  trailer.writeBigUInt64BE(1n, 8)
  trailer.writeBigUInt64BE(10n, 24)
  expect(JSON.stringify(readBinaryList(Buffer.concat([head, trailer])))).toMatch(/^\[+\]+$/)
})
