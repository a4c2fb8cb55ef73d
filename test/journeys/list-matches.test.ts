import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

// Everything here is invented.
const BIN = resolve('dist/src/cli/main.js')
const LIST = 'name,type,passport\nBrandal Lantern Trading Co. Ltd.,entity,\n"OSTRAVA, Marwick",individual,Q1234567\n'
const MASKED = /1 name of a listed person stands in texts of 1 exhibit without .*: no finding/
const LISTS = /\(sanctions, version .*, 14 entries\); blocked \(sanctions, version .*, 2 entries\)/
let root = ''
const run = (...words: string[]) =>
  spawnSync(process.execPath, [BIN, ...words], {
    cwd: root,
    env: { ...process.env, XDG_DATA_HOME: join(root, 'keys'), INBETWEEN_NOW: '2024-02-01T00:00:00Z' },
    encoding: 'utf8',
  })
let summary = { stdout: '', stderr: '' }

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-list-matches-'))
  mkdirSync(join(root, 'mirror'))
  writeFileSync(join(root, 'mirror/=order.txt'), 'Paid to Brandal Lantern Trading by wire.\n')
  writeFileSync(join(root, 'mirror/credits.txt'), 'Layout: Marwick Ostrava\n')
  writeFileSync(join(root, 'blocked.csv'), LIST)
  expect(run('scan', './mirror').status).toBe(0)
  const added = run('add', 'list', 'blocked.csv', '--name', 'blocked', '--kind', 'sanctions', '-C', 'mirror.case')
  expect(added.status, added.stderr).toBe(0)
  summary = run('analyze', '-C', 'mirror.case')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('where list matches are counted, the lists stand, that no match is no clearance, and how many names of persons were left out: once', () => {
  for (const { stdout, stderr } of [summary, run('names', '-C', 'mirror.case')]) {
    expect(stdout).toMatch(LISTS)
    expect(stdout).toContain('no match is not clearance')
    expect(stdout).toMatch(MASKED)
    expect(stderr).not.toMatch(MASKED)
    expect(stdout + stderr).not.toContain('Marwick')
  }
  expect(run('status', '-C', 'mirror.case').stdout).toMatch(MASKED)
  expect(run('names', '--csv', '-C', 'mirror.case').stderr).toMatch(MASKED)
})

it('names --json holds the same', () => {
  const { data, warnings } = JSON.parse(run('names', '--json', '-C', 'mirror.case').stdout)
  expect(data.lists.map(({ name, entities }: { name: string; entities: number }) => [name, entities])).toContainEqual(['blocked', 2])
  expect(data.coverage).toContain('no match is not clearance')
  expect(warnings).toMatchObject([{ code: 'listed-person-names', message: expect.stringMatching(MASKED) }])
  expect(data.matches).toMatchObject([{ query: 'Brandal Lantern Trading', places: [{ path: '=order.txt', facts: [] }] }])
})

it('a match says where it stands and why, and the CSV holds it with cells that are no formulas', () => {
  expect(run('names', '-C', 'mirror.case').stdout).toMatch(/Brandal Lantern Trading {2}~ {2}.* in =order\.txt: \S+: /)
  const [header, ...rows] = run('names', '--csv', '-C', 'mirror.case').stdout.trim().split('\n')
  expect(header).toBe('kind,name,as it stands,named in,score,path,stated,list entry,reasons')
  expect(rows.filter((row) => row.startsWith('list match,'))).toEqual([
    expect.stringMatching(/^list match,Brandal Lantern Trading Co\. Ltd\.,Brandal Lantern Trading,text,[\d.]+,'=order\.txt,,.*in-text: /),
  ])
})

it('a person who stands in several exhibits is shown with each and the fact that stands there', () => {
  for (const [name, more] of [
    ['a', 'passport Q1234567'],
    ['b', 'passport no. Q1234567 again'],
  ])
    writeFileSync(join(root, `mirror/${name}.txt`), `Marwick Ostrava\n${more}\n`)
  expect(run('scan', './mirror').status).toBe(0)
  expect(run('names', '-C', 'mirror.case').stdout).toMatch(/in a\.txt \(the same number\); b\.txt \(the same number\): /)
  const rows = run('names', '--csv', '-C', 'mirror.case').stdout.trim().split('\n')
  expect(rows.filter((row) => /^list match,"OSTRAVA, Marwick",.*,[ab]\.txt,.*in this file: the same number/.test(row))).toHaveLength(2)
  expect(run('report', '--format', 'md', '-C', 'mirror.case').status).toBe(0)
  const report = readFileSync(join(root, 'mirror.case/exports/report.md'), 'utf8').replaceAll('\\', '')
  expect(report).toMatch(/X\d+ a\.txt, .* \(the same number\); X\d+ b\.txt, .* \(the same number\)/)
})

it('an entry without a programme ends without a comma', () => {
  writeFileSync(join(root, 'bare.csv'), 'name,type\n"OSTRAVA, Marwick",individual\n')
  expect(run('screen', 'Marwick Ostrava', '--list', 'bare.csv').stdout).toMatch(/, Person\]/)
})
