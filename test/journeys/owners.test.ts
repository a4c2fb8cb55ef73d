import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
const run = (...words: string[]) => {
  const env = { ...process.env, XDG_CACHE_HOME: join(root, 'cache'), INBETWEEN_NOW: '2024-02-01T00:00:00Z' }
  return spawnSync(process.execPath, [BIN, 'owners', ...words], { cwd: root, env, encoding: 'utf8' })
}
const dataOf = (...words: string[]) => JSON.parse(run(...words, '--json').stdout).data
const put = (name: string, rows: string) => writeFileSync(join(root, name), rows)

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-owners-'))
  put(
    'holdings.csv',
    '股东,公司,持股比例\nMoxing Cartoon,Lantern Lane Animation,30\nNings Cartoon Studio,Lantern Lane Animation,20\nLantern Lane Animation,Qinghe Pictures,51 %\nHalvorsen Pictures LLC,Qinghe Pictures,49\nLu Hezheng,Corvane Street Animation,80\nFunsaga Pte Ltd,Brandal House,\n',
  )
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('adds the shares of several listed owners up, follows them down, and shows the path in words', () => {
  const { answers, takenForListed } = dataOf('--shares', 'holdings.csv')
  const of = (party: string) => answers.find((row: { party: string }) => row.party === party)
  expect(of('Lantern Lane Animation')).toMatchObject({ atLeastHalf: 'blocked', moreThanHalf: 'not by these shares', percent: [50, 50] })
  expect(of('Qinghe Pictures')).toMatchObject({ atLeastHalf: 'blocked', percent: [51, 51] })
  expect(of('Qinghe Pictures').steps.map(({ owner, asset }: { owner: string; asset: string }) => `${owner}→${asset}`)).toEqual([
    'Nings Cartoon Studio→Lantern Lane Animation',
    'Moxing Cartoon→Lantern Lane Animation',
    'Lantern Lane Animation→Qinghe Pictures',
  ])
  expect(takenForListed.map(({ name }: { name: string }) => name)).toContain('Moxing Cartoon')
  const { stdout } = run('Qinghe Pictures', '--shares', 'holdings.csv')
  expect(stdout).toContain('Lantern Lane Animation holds 51 % of Qinghe Pictures (holdings.csv, row 3)')
  expect(stdout).toContain('no legal conclusion')
})

it('a person whose name alone is alike is not counted, unless somebody says that it is that person', () => {
  const { answers, alikeOnly } = dataOf('Corvane Street Animation', '--shares', 'holdings.csv')
  expect(answers[0]).toMatchObject({ atLeastHalf: 'not by these shares', percent: [0, 0], steps: [] })
  expect(alikeOnly[0]).toMatchObject({ name: 'Lu Hezheng', why: expect.stringContaining('not counted') })
  const said = dataOf('Corvane Street Animation', '--shares', 'holdings.csv', '--blocked', 'Lu Hezheng')
  expect(said.answers[0]).toMatchObject({ atLeastHalf: 'blocked' })
})

it('an unstated share leaves the answer open, and a day after de-listing does not count', () => {
  expect(dataOf('Brandal House', '--shares', 'holdings.csv').answers[0]).toMatchObject({ atLeastHalf: 'may be', percent: [0, 100] })
  const later = dataOf('Brandal House', '--shares', 'holdings.csv', '--on', '2025-09-01')
  expect(later.answers[0]).toMatchObject({ atLeastHalf: 'not by these shares' })
  expect(later.alikeOnly[0].why).toContain('not blocking on 2025-09-01')
})

it('a party that nobody listed owns is said to be neither', () => {
  put('plain.csv', 'owner,company,share\nHalvorsen Pictures LLC,Corvane Street Animation,100\n')
  expect(run('--shares', 'plain.csv').stdout).toContain('no owner is taken for a listed party')
  expect(run().stderr).toContain('IBT-USAGE')
  put('odd.csv', 'a,b\n1,2\n')
  expect(run('X', '--shares', 'odd.csv').stderr).toContain('list-column')
})

it('shares that may be parts of one, numbers of shares and other words are warnings with their rows', () => {
  put('parts.csv', 'owner,company,share\nMoxing Cartoon,Corvane Street,0.51\nHalvorsen Pictures LLC,Corvane Street,0.49\n')
  expect(dataOf('--shares', 'parts.csv').answers[0]).toMatchObject({ atLeastHalf: 'may be', moreThanHalf: 'may be', percent: [0.51, 51] })
  expect(run('--shares', 'parts.csv').stderr).toMatch(/share-unclear: parts\.csv: .*row 1, row 2/)
  put('signed.csv', 'owner,company,share (%)\nMoxing Cartoon,Corvane Street,0.51\nHalvorsen Pictures LLC,Corvane Street,0.49\n')
  expect(dataOf('--shares', 'signed.csv').answers[0]).toMatchObject({ atLeastHalf: 'not by these shares', percent: [0.51, 0.51] })
  put(
    'counts.csv',
    'owner,company,share\nMoxing Cartoon,Corvane Street,"1,200"\nHalvorsen Pictures LLC,Corvane Street,40\nOstra Ltd,Corvane Street,some\n',
  )
  expect(dataOf('--shares', 'counts.csv').answers[0]).toMatchObject({ atLeastHalf: 'may be', percent: [0, 60] })
  expect(run('--shares', 'counts.csv').stderr).toMatch(/share-unread: counts\.csv: .*row 1, row 3/)
})

it('of a company that no row names as owned nothing is said, in words and in JSON', () => {
  expect(dataOf('Corvane Street Animations', '--shares', 'holdings.csv').answers).toEqual([
    {
      party: 'Corvane Street Animations',
      isListed: false,
      atLeastHalf: 'no row names this company',
      moreThanHalf: 'no row names this company',
      percent: [0, 100],
      steps: [],
    },
  ])
  const { stdout } = run('Corvane Street Animations', '--shares', 'holdings.csv')
  expect(stdout).toContain('Corvane Street Animations, on 2024-02-01: no row names this company')
  expect(stdout).not.toMatch(/not by these shares|hold 0 %/)
  expect(dataOf('Moxing Cartoon', '--shares', 'holdings.csv').answers[0]).toMatchObject({ isListed: true, atLeastHalf: 'blocked' })
})

it('statements that differ are named as they were stated', () => {
  put(
    'differ.csv',
    'owner,company,share\nHalvorsen Pictures LLC,Corvane Street: Animation,10\nHalvorsen Pictures LLC,Corvane Street: Animation,20\n',
  )
  expect(run('--shares', 'differ.csv').stderr).toContain('shares-differ: Halvorsen Pictures LLC of Corvane Street: Animation: ')
})

it('what a case declares of owners is read with its sealed row as source; a case without says nothing', () => {
  const at = (...words: string[]) =>
    spawnSync(process.execPath, [BIN, ...words], {
      cwd: root,
      env: {
        ...process.env,
        XDG_CACHE_HOME: join(root, 'cache'),
        XDG_DATA_HOME: join(root, 'keys'),
        INBETWEEN_NOW: '2024-02-01T00:00:00Z',
      },
      encoding: 'utf8',
    })
  expect(at('init', 'a.case').status).toBe(0)
  expect(JSON.parse(at('owners', '-C', 'a.case', '--json').stdout).data.answers).toEqual([])
  put(
    'vendor-owners.csv',
    'Shareholder,Company,Stake\nMoxing Cartoon,Corvane Street Animation,51 %\nMina Alder,Corvane Street Animation,49 %\n',
  )
  const added = at('add', 'owners', 'vendor-owners.csv', '--by', 'A Studio', '--on', '2024-01-05', '-C', 'a.case')
  expect(added).toMatchObject({ status: 0 })
  const { stdout } = at('owners', '-C', 'a.case')
  expect(stdout).toMatch(
    /Moxing Cartoon holds 51 % of Corvane Street Animation \(owners table [0-9a-f]{12}, line 2, stated by A Studio on 2024-01-05\)/,
  )
  expect(stdout).not.toContain('Alder')
  put('a.case/inbetween.yaml', 'case: {}\nparties: [{ name: Corvane Street Animation }]\n')
  mkdirSync(join(root, 'drive'))
  put('drive/note.txt', 'a plan of the week\n')
  expect(at('scan', 'drive', '-C', 'a.case').status).toBe(0)
  expect(at('report', '--format', 'md', '-C', 'a.case').status).toBe(0)
  const report = readFileSync(join(root, 'a.case/exports/report.md'), 'utf8')
  expect(report).toMatch(/Corvane Street Animation \| Moxing Cartoon \| MOXING CARTOON .*\| 51 % \| owners table [0-9a-f]{12}, line 2/)
  // Arithmetic on what was stated is no finding about anybody.
  expect(JSON.parse(at('findings', '-C', 'a.case', '--json').stdout).data).toEqual([])
  put('register.csv', 'owner,company,share\nMoxing Cartoon,Corvane Street Animation,20\n')
  const differ = at('owners', '--shares', 'register.csv', '-C', 'a.case')
  expect(differ.stderr).toMatch(/shares-differ: .*line 2.*\(51 %\) and register\.csv, row 1 \(20 %\)/)
  expect(differ.stdout).toContain('may be owned by 50 per cent or more')
}, 120_000)
