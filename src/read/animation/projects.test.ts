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

it('a database that another program wrote is read whole: inner pages, long values, quoted columns', async () => {
  const { reading, texts } = await read('sqlite/chat.sqlite')
  const cells = new Map(reading.passages.flatMap(({ at, text }) => (at.kind === 'cell' ? [[`${at.sheet}!${at.cell}`, text] as const] : [])))
  expect([reading.status, texts[0], cells.size]).toEqual(['read', 'id, sender, body text, at, PRIMARY_', 120 * 2 + 2])
  expect([cells.get('message!B121'), cells.get('message!C121'), cells.get('message!C9')?.length]).toEqual([
    'artist02',
    '镜头119 머리를 더 길게',
    '镜头007 머리를 더 길게 '.length * 40 - 1,
  ])
})

it('Clip Studio and TVPaint projects give layers, texts, authors, notes and paths', async () => {
  const clip = await read('clip/012.clip')
  expect([clip.texts, clip.values('defaultName'), clip.values('font'), clip.reading.children.map(({ reading }) => reading.format)]).toEqual(
    [['8화 012컷', '图层 1', '修正', '手再高一点'], ['zh-CN: 图层 1'], ['SimHei'], ['jpg']],
  )
  const tvpp = await read('tvpp/ep08.tvpp')
  expect([tvpp.texts, tvpp.values('author'), tvpp.values('path')]).toEqual([
    ['EP08', '第二次修正', '卡012', '손을 더 높이', '原画_A', '눈 수정'],
    ['pc07'],
    ['D:/jobs/ep08/012.wav'],
  ])
})

it('projects name the computer that footage lay on, the licence that drawings were saved under, and keep handwriting as a picture', async () => {
  const aepx = await read('aepx/012.aepx')
  expect([aepx.values('machine'), aepx.values('path'), aepx.values('zoneOffset'), aepx.texts]).toEqual([
    ['pc07'],
    ['D:\\共享\\第八集\\012.psd'],
    ['+08:00'],
    ['012컷 합성', '今天交'],
  ])
  expect((await read('tvg/drawing-1.tvg')).values('licence')[0]).toBe('O=Invented Studio, CN=seat 12')
  const memo = await read('xdts/memo.tdts')
  expect(memo.reading.children.map(({ path, reading }) => [path, reading.format, reading.status])).toEqual([
    ['table 1/cell A6 memo 1.png', 'jpg', 'read'],
  ])
})
