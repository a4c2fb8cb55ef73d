import { expect, it } from 'vitest'
import type { Exhibit, Passage, Purpose, SourceState } from '../model/index.ts'
import { linksOf, shotKeysIn, turnaroundOf } from './index.ts'

const file = (path: string, purpose: Purpose, firstSeen: string, modified?: string): Exhibit => ({
  id: path, sourceId: 'server', path, sha256: path, blob: path, inside: [], bytes: 1, format: 'png', status: 'read', firstSeen, lastSeen: firstSeen, purpose,
  ...(modified === undefined ? {} : { modifiedMs: Date.parse(modified) }),
}) // biome-ignore format: a record read as lines
const seenOn = (...days: string[]): SourceState[] => [
  {
    id: 'server',
    layout: 'plain',
    visits: days.map((day) => ({
      id: day, sourceId: 'server', at: `${day}T20:00:00Z`, day, basis: 'visit', listing: day, entries: 1, problems: [],
    })), // biome-ignore format: a record read as lines
  },
]
const WEEK = seenOn('2024-01-15', '2024-01-16', '2024-01-17', '2024-01-18')
const link = (exhibits: readonly Exhibit[], sources = WEEK, passages: readonly Passage[] = []) =>
  linksOf({ exhibits, passages, sources }).links

it.each([
  ['0117/E307_112_v2.png', ['E307 112']],
  ['ep307/sc112/0001.tga', ['E307 112']],
  ['LNT_s03e07_c012A.mov', ['S3 E7 12A']],
  ['INV_307_0450_v03.psd', ['E307 450']],
  ['第3集第12镜', ['E3 12']],
  ['3화 12컷', ['E3 12']],
  ['notes-2024-01-17.docx', []],
  ['scene_112_03.png', []],
  ['E307/0001.png', []],
  ['IMG_2041_12.jpg', []],
] as const)('%s names %s', (text, keys) => {
  expect(shotKeysIn(text).map(({ key }) => key)).toEqual(keys)
})

it('a result follows the last thing to act on of its shot, by the days of visits', () => {
  const [found, ...more] = link([
    file('a/E307_112_指示.docx', 'instruction', '2024-01-15'),
    file('a/E307_112_修改.docx', 'correction', '2024-01-16'),
    file('out/ep307_sc112_v2.png', 'result', '2024-01-17'),
    file('out/ep307_sc112_v3.png', 'result', '2024-01-17'),
    file('out/E307_113.png', 'result', '2024-01-17'),
  ])
  expect(more).toEqual([])
  expect(found).toMatchObject({ shot: 'E307 112', asks: 'correction', basis: 'visit', hours: 24, day: '2024-01-16', resultCount: 2 })
  expect(found?.instruction).toMatchObject({ path: 'a/E307_112_修改.docx', anchor: 'a/E307_112_修改.docx!whole=' })
  expect(found?.reasons).toContain('1 day later by the days of visits')
})

it('inside one visit file times tell the order, and nothing does without them', () => {
  const at = (instruction?: string, result?: string) =>
    link([file('E307_112_fix.txt', 'correction', '2024-01-16', instruction), file('E307_112.png', 'result', '2024-01-16', result)])
  expect(at('2024-01-16T08:00:00Z', '2024-01-16T13:30:00Z')).toMatchObject([{ basis: 'file-time', hours: 5.5 }])
  expect(at('2024-01-16T13:30:00Z', '2024-01-16T08:00:00Z')).toEqual([])
  expect(at()).toMatchObject([{ basis: 'undetermined' }])
  // One copy writes many files within a minute, in an order of its own.
  for (const result of ['2024-01-16T08:00:20Z', '2024-01-16T08:00:00Z', '2024-01-16T07:59:40Z']) {
    const [found] = at('2024-01-16T08:00:00Z', result)
    expect(found?.basis).toBe('undetermined')
    expect(found).not.toHaveProperty('hours')
  }
  expect(at()[0]).not.toHaveProperty('hours')
})

it('visits and file times that contradict each other leave the order undetermined', () => {
  const [found] = link([
    file('E307_112_fix.txt', 'correction', '2024-01-16', '2024-01-16T08:00:00Z'),
    file('E307_112.png', 'result', '2024-01-17', '2024-01-10T08:00:00Z'),
  ])
  expect(found?.basis).toBe('undetermined')
  expect(found?.reasons.join(' ')).toContain('older than the instruction')
  expect(turnaroundOf(link([file('E307_112.png', 'result', '2024-01-15'), file('E307_112_fix.txt', 'correction', '2024-01-16')]))).toEqual(
    [],
  )
})

it('says what days without a visit and a first look hide', () => {
  const [found] = link(
    [file('E307_112_fix.txt', 'correction', '2024-01-02'), file('E307_112.png', 'result', '2024-01-09')],
    seenOn('2024-01-02', '2024-01-05', '2024-01-09'),
  )
  expect(found?.reasons).toContain('nobody looked between 2024-01-05 and 2024-01-09: the result came at some time between')
  expect(found?.reasons).toContain('the instruction stood there at the first look and may be older')
})

it('two shows, two sources, other shots and a result three weeks later are not joined', () => {
  const result = file('INV_E307_112.png', 'result', '2024-01-17')
  expect(link([file('SBK_E307_112_fix.txt', 'correction', '2024-01-16'), result])).toEqual([])
  expect(link([{ ...file('E307_112_fix.txt', 'correction', '2024-01-16'), sourceId: 'other' }, result])).toEqual([])
  expect(link([file('E307_113_fix.txt', 'correction', '2024-01-16'), result])).toEqual([])
  expect(link([file('E307_112.txt', 'reference', '2024-01-16'), file('E307_112.log', 'other', '2024-01-16'), result])).toEqual([])
  expect(link([file('E307_112_fix.txt', 'correction', '2024-01-16'), { ...result, firstSeen: '2024-02-16' }])).toEqual([])
})

it('a sheet that names many shots is joined to each by the passage, and the day has its median', () => {
  const sheet = file('0116/retakes.xlsx', 'correction', '2024-01-16')
  const passages = ['E307_112 左手太大', 'E307_113 再细', 'E307_114 漏'].map(
    (text, n): Passage => ({
      text, at: { kind: 'line', line: n + 1 }, anchor: `sheet!line=${n + 1}`, exhibitId: sheet.id, path: sheet.path, language: 'zh', script: 'Hans', confidence: 1,
    }), // biome-ignore format: a record read as lines
  )
  const links = link(
    [
      sheet,
      file('E307_112.png', 'result', '2024-01-17'),
      file('E307_113.png', 'result', '2024-01-17'),
      file('E307_114.png', 'result', '2024-01-18'),
    ],
    WEEK,
    passages,
  )
  expect(links.map(({ instruction, hours }) => [instruction.anchor, hours])).toEqual([
    ['sheet!line=1', 24],
    ['sheet!line=2', 24],
    ['sheet!line=3', 48],
  ])
  expect(turnaroundOf(links)).toEqual([{ sourceId: 'server', day: '2024-01-16', basis: 'visit', links: 3, medianHours: 24 }])
})
