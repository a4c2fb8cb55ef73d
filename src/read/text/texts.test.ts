import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formatAnchor, type TraceName } from '../../model/index.ts'
import { readBytes } from '../index.ts'

async function read(path: string) {
  const reading = await readBytes(new Uint8Array(readFileSync(join('fixtures/read', path))), path.split('/').pop() ?? '')
  const values = (field: TraceName) => reading.traces.filter((one) => one.field === field).map(({ value }) => value)
  return { reading, values, texts: reading.passages.map(({ text }) => text) }
}

it('JSON gives texts with the way of keys to them, one value or one a line, and no encoded bytes', async () => {
  const { reading, values } = await read('json/retakes.json')
  expect(reading.passages.map(({ text, at }) => [at.kind === 'paragraph' && at.part, text])).toEqual([
    ['$.episode', '第八集'],
    ['$.shots[0].shot', '012'],
    ['$.shots[0].note', '手再高一点'],
    ['$.shots[0].번역', '손을 더 높이'],
    ['$.saved', 'D:\\work\\ep08\\retakes.json'],
  ])
  expect(values('path')).toEqual(['D:\\work\\ep08\\retakes.json'])
  const chat = await read('json/chat.jsonl')
  expect([chat.reading.status, chat.texts.at(-1), chat.values('accountId')]).toEqual(['read', '오늘 바칠것', ['wxid_a1b2c3d4e5f6g7']])
})

it('XML names what it points to outside and never has its text; a sidecar gives its XMP', async () => {
  const { reading, values, texts } = await read('xml/board.svg')
  expect([[...texts].sort(), values('path')]).toEqual([
    ['배경 그림', '第八集 分镜', '手再高一点', '손을 더 높이'].sort(),
    ['분경.svg', 'D:\\work\\board.png'],
  ])
  expect([reading.warnings.map(({ code }) => code), values('link')]).toEqual([['external-entity'], ['file:///etc/hostname']])
  expect((await read('xml/012.xmp')).values('zoneOffset')).toEqual(['+09:00'])
})

it('subtitles keep times, remarks, who translated and what was open beside them', async () => {
  const { reading, values } = await read('ass/ep08.ass')
  expect(reading.passages.map(({ at, role, text }) => [role, text, formatAnchor({ sha256: '0'.repeat(64), at }).slice(65)])).toEqual([
    ['cue', '我们走，\n现在！', expect.stringContaining('1')],
    ['comment', '우리 가자, 지금!', expect.stringContaining('15')],
  ])
  expect([values('author'), values('font'), values('path'), values('application')]).toEqual([
    ['artist03'],
    ['SimHei'],
    ['D:/jobs/ep08/master.mp4'],
    ['Aegisub 3.2.2'],
  ])
})

it('a table without a stated page is read in the page that its bytes fit, deleted rows apart', async () => {
  const { reading, values } = await read('dbf/retakes.dbf')
  expect([values('codePage'), values('modified')]).toEqual([['cp949'], ['2024-01-16']])
  expect(reading.passages.filter(({ block }) => block === 'deleted').map(({ text }) => text)).toEqual(['013', '머리선을 닫을것'])
  expect(reading.passages.at(-1)?.text).toBe('배경을 어둡게')
})

it('calendars join folded lines and give program, zone and persons as stated; a HWPX gives cells apart from their paragraph', async () => {
  const calendar = await read('ics/deadline.ics')
  expect([calendar.texts, calendar.values('zoneOffset'), calendar.values('contact')]).toEqual([
    ['第八集交稿', '8화, 오늘까지'],
    ['+08:00'],
    ['制片 <producer@example.invalid>'],
  ])
  const hwpx = await read('hwpx/notes.hwpx')
  expect([hwpx.texts, hwpx.values('lastModifiedBy'), hwpx.values('application'), hwpx.values('font')]).toEqual([
    ['手再高一点', '012컷 손을\n더 높이 들것'],
    ['동화3조'],
    ['Hancom Office Hangul 11, 0, 0, 5178 WIN32LEWindows_10'],
    ['함초롬바탕', '천리마'],
  ])
})
