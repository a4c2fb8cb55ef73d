import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
const runAt = (now: string, ...words: string[]) =>
  spawnSync(process.execPath, [BIN, ...words], {
    cwd: root,
    env: { ...process.env, XDG_DATA_HOME: join(root, 'keys'), INBETWEEN_NOW: now },
    encoding: 'utf8',
  })
const run = (...words: string[]) => runAt('2024-02-01T00:00:00Z', ...words)
/** `data` of a command that succeeds. */
const dataOf = (...words: string[]) => {
  const done = run(...words, '--json')
  expect(done.status, done.stderr).toBe(0)
  return JSON.parse(done.stdout).data
}
const put = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const NOTE = '头部的线条再细一点\n머리부분 선을 좀 더 가늘게\n'

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-marks-'))
  put('mirror/2024-01-02/修改意见.txt', NOTE)
  put('mirror/2024-01-02/stock.txt', 'stock\n')
  put('mirror/2024-01-02/letter.txt', 'a letter\n')
  put('mirror/2024-01-03/修改意见.txt', NOTE)
  put('mirror/2024-01-03/copy.txt', 'a letter\n')
  put('mirror/2024-01-06/修改意见.txt', `${NOTE}第三场\n`)
  put('mirror/2024-01-06/stock.txt', 'stock\n')
  put('mirror/2024-01-06/copy.txt', 'a letter\n')
  expect(run('scan', './mirror', '--layout', 'snapshots').status).toBe(0)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('days tell new, changed, renamed, gone and there again, and days without a visit are rows', () => {
  const days = dataOf('days', '-C', 'mirror.case')
  const row = { source: 'mirror', new: 0, changed: 0, renamed: 0, gone: 0, reappeared: 0, instructions: 0, results: 0, basis: 'stated' }
  expect(days).toMatchObject([
    { ...row, date: '2024-01-02', new: 3, instructions: 1 },
    { ...row, date: '2024-01-03', renamed: 1, gone: 1 },
    { date: '2024-01-04', basis: 'not-visited', new: null, instructions: null },
    { date: '2024-01-05', basis: 'not-visited' },
    { ...row, date: '2024-01-06', changed: 1, reappeared: 1, instructions: 1 },
  ])
  expect(run('days', '-C', 'mirror.case').stdout).toMatch(/2024-01-04 +not-visited +not visited/)
  expect(dataOf('days', '2024-01-06', '-C', 'mirror.case')).toMatchObject([
    { change: 'reappeared', path: 'stock.txt' },
    { change: 'changed' },
  ])
})

it('two days are compared as what stood there, whichever is named first', () => {
  const against = (...words: string[]) => dataOf('days', ...words, '-C', 'mirror.case')
  const [found] = against('2024-01-05', '--against', '2024-01-02')
  expect(found).toEqual({
    source: 'mirror',
    from: '2024-01-02',
    to: '2024-01-05',
    seenFrom: '2024-01-02',
    seenTo: '2024-01-03',
    same: 1,
    new: [],
    changed: [],
    renamed: [{ from: 'letter.txt', to: 'copy.txt' }],
    gone: ['stock.txt'],
  })
  expect(against('2024-01-02', '--against', '2024-01-05')).toEqual([found])
  expect(run('days', '2024-01-02', '--against', '2024-01-05', '-C', 'mirror.case').stdout).toContain('1 renamed, 1 gone, 1 the same')
  expect(run('days', '2023-01-01', '--against', '2024-01-05', '-C', 'mirror.case')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/IBT-NOT-FOUND/),
  })
  expect(run('days', '--against', 'x', '-C', 'mirror.case')).toMatchObject({ status: 2, stderr: expect.stringMatching(/IBT-USAGE/) })
})

it('files of a set of hashes are marked, can be left out, and are counted in status, summary and report', () => {
  put('stock.sha256', `${sha256('stock\n')}  stock.txt\nnot a hash\n`)
  const added = run('add', 'hashes', 'stock.sha256', '--kind', 'stock', '--on', '2024-01-01', '-C', 'mirror.case')
  expect([added.status, added.stderr]).toEqual([0, 'warning hash-set-rows: 1 rows give no digest, first on line 2\n'])
  expect(added.stdout).toContain('stock (stock, version 2024-01-01): 1 different sha256 sealed, read as list')
  expect(run('analyze', '-C', 'mirror.case').stdout).toContain('1 exhibits are in sets of known files')
  const paths = (...words: string[]) => dataOf('files', ...words, '-C', 'mirror.case').map(({ path }: { path: string }) => path)
  expect(paths('--known')).toEqual(['stock.txt'])
  expect(paths('--no-known')).toHaveLength(4)
  expect(dataOf('files', '--known', '-C', 'mirror.case')).toMatchObject([{ known: { set: 'stock', kind: 'stock' }, tags: [] }])
  expect(dataOf('status', '-C', 'mirror.case')).toMatchObject({ known: [{ set: 'stock', kind: 'stock', exhibits: 1 }] })
  expect(run('report', '--format', 'md', '-C', 'mirror.case').status).toBe(0)
  const [report = ''] = readdirSync(join(root, 'mirror.case/exports')).filter((name) => name.endsWith('.md'))
  const written = readFileSync(join(root, 'mirror.case/exports', report), 'utf8')
  expect(written).toMatch(/\| stock \| stock \| 2024-01-01 \| 1 sha256 \| 1 \|/)
  expect(written).toMatch(/\| 2024-01-04 to 2024-01-05 \|.*\| not visited \|/)
  expect(dataOf('verify', 'mirror.case', '--rebuild')).toMatchObject({ ok: true, rebuild: { same: true } })
  expect(run('add', 'hashes', 'nothing', '-C', 'mirror.case')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^error IBT-NOT-FOUND/),
  })
  expect(run('add', 'hashes', 'stock.sha256', '--kind', 'bad', '-C', 'mirror.case').status).toBe(2)
})

it('tags stand on bytes: every copy bears them, they can be taken off, and names are checked', () => {
  const tagged = () => dataOf('files', '--tag', 'privileged', '-C', 'mirror.case').map(({ path }: { path: string }) => path)
  expect(run('tag', 'letter.txt', 'privileged', 'counsel', '--reason', 'counsel', '-C', 'mirror.case').stdout).toContain(
    '2 exhibits hold these bytes',
  )
  expect(tagged()).toEqual(['copy.txt', 'letter.txt'])
  expect(run('tag', 'letter.txt', 'privileged', '-C', 'mirror.case').stdout).toContain('nothing changed')
  expect(dataOf('status', '-C', 'mirror.case')).toMatchObject({ tags: { counsel: 1, privileged: 1 } })
  expect(dataOf('tag', '-C', 'mirror.case')).toEqual([
    { tag: 'counsel', files: 1 },
    { tag: 'privileged', files: 1 },
  ])
  const [{ id }] = dataOf('files', 'copy.txt', '-C', 'mirror.case')
  expect(dataOf('tag', id, 'privileged', '--remove', '-C', 'mirror.case')).toMatchObject([{ tags: ['counsel'] }])
  expect(dataOf('tag', sha256('stock\n').slice(0, 12), 'look-again', '-C', 'mirror.case')).toMatchObject([{ path: 'stock.txt' }])
  expect(tagged()).toEqual([])
  for (const name of ['Big', 'a b', 'ü', 'x'.repeat(41), ''])
    expect(run('tag', 'letter.txt', name, '-C', 'mirror.case'), name).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^error IBT-USAGE .* names no tag/),
    })
  expect(run('tag', 'no such', 'x', '-C', 'mirror.case')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^error IBT-NOT-FOUND/),
  })
  expect(dataOf('verify', 'mirror.case')).toMatchObject({ ok: true })
})

it('a search is kept under a name, listed and run again', () => {
  const found = dataOf('search', '线条', '--save', 'thin-lines', '-C', 'mirror.case')
  expect(found.hits.length).toBeGreaterThan(0)
  expect(found.hits[0]).toMatchObject({
    anchor: expect.stringMatching(/^[0-9a-f]{64}!/),
    marks: [{ from: found.hits[0].text.search(/线条|線條/) }],
  })
  expect(dataOf('search', '--saved', 'thin-lines', '-C', 'mirror.case')).toEqual(found)
  expect(dataOf('search', '第三场', '--save', 'scene', '-C', 'mirror.case').hits).toHaveLength(1)
  expect(dataOf('search', '--saved', '-C', 'mirror.case')).toEqual([
    { name: 'scene', text: '第三场' },
    { name: 'thin-lines', text: '线条' },
  ])
  expect(dataOf('status', '-C', 'mirror.case')).toMatchObject({ savedSearches: 2 })
  expect(run('search', '--saved', 'none', '-C', 'mirror.case')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/Saved: scene, thin-lines/),
  })
  expect(run('search', '线条', '--save', 'No Name', '-C', 'mirror.case').status).toBe(2)
})

it('two observers’ cases are compared without their keys, file by file, with days, clocks and what it shows', () => {
  cpSync(join(root, 'mirror/2024-01-06'), join(root, 'place'), { recursive: true, preserveTimestamps: true })
  expect(runAt('2024-02-01T00:00:00Z', 'scan', './place', '-C', 'a.case').status).toBe(0)
  rmSync(join(root, 'keys'), { recursive: true })
  put('place/stock.txt', 'other stock\n')
  renameSync(join(root, 'place/copy.txt'), join(root, 'place/letter.txt'))
  put('place/late.txt', 'late\n')
  expect(runAt('2024-02-02T01:00:00Z', 'scan', './place', '-C', 'b.case').status).toBe(0)
  rmSync(join(root, 'keys'), { recursive: true })
  const found = dataOf('compare', 'a.case', 'b.case')
  expect(found).toMatchObject({
    a: { case: 'a' },
    b: { case: 'b' },
    sources: [
      {
        source: 'place',
        counts: { same: 1, renamed: 1, differs: 1, onlyA: 0, onlyB: 1 },
        visits: { a: '2024-02-01T00:00:00Z', b: '2024-02-02T01:00:00Z', apartSeconds: 90_000 },
        fileTimes: { compared: 1, commonestSeconds: 0, files: 1 },
      },
    ],
    shows: expect.stringContaining('same bytes'),
    doesNotShow: expect.stringContaining('who put the files there'),
  })
  expect(found.files).toMatchObject([
    {
      result: 'same',
      match: 'bytes',
      a: { path: 'copy.txt', firstSeen: '2024-02-01' },
      b: { path: 'letter.txt', firstSeen: '2024-02-02' },
    },
    { result: 'only-b', b: { path: 'late.txt', lastSeen: '2024-02-02' } },
    { result: 'differs', match: 'path', a: { path: 'stock.txt' } },
    { result: 'same', match: 'path', a: { path: '修改意见.txt' } },
  ])
  const csv = run('compare', 'a.case', 'b.case', '--csv')
  expect([csv.status, csv.stderr, csv.stdout.trim().split('\n').length]).toEqual([0, '', 5])
  const text = run('compare', 'mirror.case', 'b.case').stdout
  expect(text).toContain('mirror=place: 1 the same, 1 the same under another name')
  expect(text).toContain('visit times cannot be compared')
  expect(run('compare', 'a.case', 'a.case').stderr).toContain('one case is a copy of the other')
  expect(run('compare', 'a.case', 'mirror')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^error IBT-NO-CASE/) })
  expect(run('compare', 'a.case').status).toBe(2)
  expect(run('compare', 'a.case', 'b.case', '--source', 'x')).toMatchObject({ status: 1, stderr: expect.stringMatching(/It has: place/) })
  expect(run('compare', 'a.case', 'b.case', '--day', '2024-01-31')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^error IBT-NOT-FOUND/),
  })
})
