import { expect, it } from 'vitest'
import { sha256Hex } from '../base/hash.ts'
import type { Batch } from '../model/index.ts'
import {
  compareObservers,
  compareStates,
  daysOfSources,
  fileTimeDifference,
  isEmptyBatch,
  type SeenByOne,
  seenDays,
  stateAt,
} from './index.ts'

const batch = (day: string, more: Partial<Batch> = {}): Batch => ({
  sourceId: 's',
  day,
  basis: 'visit',
  new: [],
  changed: [],
  renamed: [],
  gone: [],
  ...more,
})
const shown = (batches: readonly Batch[], max = 100) =>
  daysOfSources(batches, max).days.map((day) => ('batch' in day ? day.batch.day : `(${day.unvisited})`))

it('days between a source’s visits on which nobody looked are rows, and a missed visit is its own row', () => {
  expect(shown([batch('2024-02-28'), batch('2024-03-01', { missed: 'no answer' }), batch('2024-03-03')])).toEqual([
    '2024-02-28',
    '(2024-02-29)',
    '2024-03-01',
    '(2024-03-02)',
    '2024-03-03',
  ])
  expect(shown([batch('2024-01-01'), batch('2024-01-01'), batch('2024-01-02')])).toEqual(['2024-01-01', '2024-01-01', '2024-01-02'])
})

it('days told by file times have no gaps, and sources are told apart', () => {
  expect(shown([batch('2024-01-01', { basis: 'file-time' }), batch('2024-01-09', { basis: 'file-time' })])).toHaveLength(2)
  expect(shown([batch('2024-01-01'), batch('2024-01-05', { sourceId: 't' })])).toHaveLength(2)
})

it('days without a visit are bounded, and the bound is told', () => {
  const batches = [batch('1999-01-01'), batch('2024-01-01'), batch('2024-01-10')]
  expect(daysOfSources(batches, 5)).toMatchObject({ isCut: true, days: { length: 8 } })
  expect(daysOfSources(batches.slice(1), 8)).toMatchObject({ isCut: false, days: { length: 10 } })
  expect(daysOfSources(batches.slice(1), 7)).toMatchObject({ isCut: true, days: { length: 9 } })
})

it('a batch in which files came back brought something', () => {
  expect([isEmptyBatch(batch('2024-01-01')), isEmptyBatch(batch('2024-01-01', { reappeared: ['a'] }))]).toEqual([true, false])
})

const entry = (path: string, of = path, modifiedMs = 0) => ({ path, sha256: sha256Hex(of), bytes: 1, modifiedMs })
const visitOf = (day: string, entries: ReturnType<typeof entry>[]) => ({
  visit: {
    id: day,
    sourceId: 's',
    at: `${day}T00:00:00Z`,
    day,
    basis: 'visit' as const,
    listing: '',
    entries: entries.length,
    problems: [],
  },
  entries,
})

it('the state of a source on a day is that of the last visit by then; under day-folders all that had come', () => {
  const visits = [visitOf('2024-01-02', [entry('a'), entry('b')]), visitOf('2024-01-04', [entry('a', 'a2'), entry('c', 'b')])]
  expect(stateAt(visits, 'plain', '2024-01-01')).toBeUndefined()
  expect(stateAt(visits, 'plain', '2024-01-03')).toMatchObject({ day: '2024-01-02', entries: [{ path: 'a' }, { path: 'b' }] })
  expect(stateAt(visits, 'day-folders')?.entries.map(({ path, sha256 }) => [path, sha256])).toEqual([
    ['a', sha256Hex('a2')],
    ['b', sha256Hex('b')],
    ['c', sha256Hex('b')],
  ])
  const [before, after] = [stateAt(visits, 'plain', '2024-01-02'), stateAt(visits, 'plain', '2024-01-04')]
  if (!before || !after) throw new Error('no state')
  expect(compareStates(before, after)).toEqual({ new: [], changed: ['a'], renamed: [{ from: 'b', to: 'c' }], gone: [], same: 0 })
})

const seen = (path: string, of = path, modifiedMs = 0): SeenByOne => ({
  ...entry(path, of, modifiedMs),
  firstSeen: '2024-01-01',
  lastSeen: '2024-01-02',
})

it('two observers’ files are matched by path, then by composed path, then by bytes, each once', () => {
  const nfd = '작업/가.txt'.normalize('NFD')
  const a = [
    seen('same'),
    seen('other', 'x'),
    seen('작업/가.txt'.normalize('NFC'), 'k'),
    seen('here', 'moved'),
    seen('mine'),
    seen('copy', 'moved'),
  ]
  const b = [seen('same'), seen('other', 'y'), seen(nfd, 'k'), seen('there', 'moved'), seen('theirs')]
  expect(compareObservers(a, b).map(({ result, match, a: one, b: two }) => [result, match, one?.path, two?.path])).toEqual([
    ['same', 'bytes', 'copy', 'there'],
    ['only-a', undefined, 'here', undefined],
    ['only-a', undefined, 'mine', undefined],
    ['differs', 'path', 'other', 'other'],
    ['same', 'path', 'same', 'same'],
    ['only-b', undefined, undefined, 'theirs'],
    ['same', 'nfc', '작업/가.txt'.normalize('NFC'), nfd],
  ])
})

it('days on which an observer saw a file are those on which these bytes lay under its path', () => {
  const visits = [visitOf('2024-01-01', [entry('a', 'old')]), visitOf('2024-01-02', [entry('a')]), visitOf('2024-01-05', [entry('a')])]
  expect(seenDays([entry('a')], visits)).toMatchObject([{ firstSeen: '2024-01-02', lastSeen: '2024-01-05' }])
})

it('the commonest difference of file times is told with how many files have it', () => {
  const hour = 3_600_000
  const files = compareObservers(
    [seen('a'), seen('b'), seen('c'), seen('d', 'x')],
    [seen('a', 'a', hour), seen('b', 'b', hour), seen('c'), seen('d', 'y')],
  )
  expect(fileTimeDifference(files)).toEqual({ compared: 3, commonestSeconds: 3600, files: 2 })
  expect(fileTimeDifference([])).toBeUndefined()
})
