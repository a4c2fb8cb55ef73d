import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-screening-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const env = () => ({
  ...process.env,
  XDG_DATA_HOME: join(root, 'keys'),
  XDG_CACHE_HOME: join(root, 'cache'),
  INBETWEEN_NOW: '2024-02-01T00:00:00Z',
})
const run = (...words: string[]): Promise<{ status: number; stdout: string; stderr: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [BIN, ...words], { cwd: root, env: env(), encoding: 'utf8' }, (error, stdout, stderr) =>
      done({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
const dataOf = async (...words: string[]) => JSON.parse((await run(...words, '--json')).stdout).data
const list = (...rows: string[]) => writeFileSync(join(root, 'blocked.csv'), ['id,name,schema,program,birth', ...rows, ''].join('\n'))
const LANTERN = '1,"Brandal Lantern Trading Co., Ltd.",company,X,'
const PERSON = '2,Marwick Ostravin,person,X,1974-04-06'

it('a company that only a text names is found, dismissed with a reason, and returns when its record changes; a person’s name is counted and masked', async () => {
  mkdirSync(join(root, 'drive'))
  writeFileSync(join(root, 'drive/note.txt'), 'Invoice of BRANDAL LANTERN TRADING\nKey animation: Marwick Ostravin\n')
  list(LANTERN, PERSON)
  expect((await run('scan', 'drive', '-C', 'a.case')).status).toBe(0)
  const add = () => run('add', 'list', 'blocked.csv', '--name', 'blocked', '--kind', 'sanctions', '-C', 'a.case')
  expect(await add()).toMatchObject({ status: 0 })
  await run('analyze', '-C', 'a.case')
  const before = await dataOf('review', '-C', 'a.case')
  expect(before.matches).toMatchObject([{ query: 'BRANDAL LANTERN TRADING', score: 1, anchors: [expect.stringContaining('!')] }])
  expect(JSON.stringify(await dataOf('names', '-C', 'a.case'))).not.toMatch(/Ostravin/i)
  const findings = async () =>
    (await dataOf('findings', '-C', 'a.case')).map(({ rule, level }: { rule: string; level: string }) => `${rule} ${level}`)
  // A name in a text may be a clause or a customer list: it is shown as a note, and accuses nobody.
  expect(await findings()).toEqual(['ibt-0033 note'])

  const id: string = before.matches[0].id
  expect(await run('review', id, '--dismiss', '--reason', 'no', '-C', 'a.case')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('IBT-INPUT'),
  })
  const reason = 'Registered in Busan under another number'
  expect(await run('review', id, '--dismiss', '--reason', reason, '--by', 'R. Reviewer', '-C', 'a.case')).toMatchObject({ status: 0 })
  const after = await dataOf('review', '-C', 'a.case')
  expect(after).toMatchObject({ matches: [], dismissed: [{ id, decision: { by: 'R. Reviewer', reason } }] })
  expect(await findings()).toEqual([])
  await run('report', '-C', 'a.case', '--out', 'report')
  expect((await run('names', '-C', 'a.case')).stdout).toMatch(/dismissed by R\. Reviewer on 2024-02-01: .*Registered in Busan/)

  list(`${LANTERN}`, PERSON, '3,Zephyr Quarrylan Works,company,X,')
  await add()
  await run('analyze', '-C', 'a.case')
  expect(await dataOf('review', '-C', 'a.case')).toMatchObject({ matches: [], dismissed: [{ decision: { reason } }] })
  list(LANTERN.replace(',X,', ',X;Y,'), PERSON)
  await add()
  await run('analyze', '-C', 'a.case')
  const again = await dataOf('review', '-C', 'a.case')
  expect(again.dismissed).toEqual([])
  expect(again.matches[0].reasons.map(({ detail }: { detail: string }) => detail)).toContainEqual(
    expect.stringMatching(/R\. Reviewer.*changed since: programs/),
  )
}, 240_000)

it('without a case, decisions are kept as JSON lines', async () => {
  list(LANTERN)
  const screen = (...more: string[]) =>
    dataOf('screen', 'Brandal Lantern Trading', '--list', 'blocked.csv', '--dismissed', 'd.jsonl', ...more)
  const [first] = await screen()
  const entry: string = first.matches[0].entity.id
  await screen('--dismiss', entry, '--reason', 'Registered in Busan', '--by', 'R.')
  const [second] = await screen()
  expect(second).toMatchObject({ matches: [], dismissed: [{ decision: { entity: entry, verdict: 'dismissed' } }] })
  expect(readFileSync(join(root, 'd.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1)
  await screen('--reopen', entry, '--reason', 'It was they after all', '--by', 'R.')
  expect((await screen())[0].matches).toHaveLength(1)
  expect(await run('screen', 'x', '--dismiss', entry)).toMatchObject({ status: 2 })
}, 120_000)

it('serve answers on this machine with a token until Ctrl-C, and then ends in order', async () => {
  list(LANTERN)
  const child = spawn(process.execPath, [BIN, 'serve', '--list', 'blocked.csv', '--json'], { cwd: root, env: env() })
  let [said, out] = ['', '']
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString('utf8')
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  await new Promise<void>((done) => {
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
      if (/blocked \(other/.test(said)) done()
    })
  })
  const [, url = ''] = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? []
  const [, token = ''] = /token (\S{32})/.exec(said) ?? []
  expect((await fetch(`${url}/catalog`)).status).toBe(401)
  const body = JSON.stringify({ queries: { q: { schema: 'Company', properties: { name: ['Brandal Lantern Trading'] } } } })
  const answer = await fetch(`${url}/match/blocked`, { method: 'POST', body, headers: { Authorization: `Bearer ${token}` } })
  expect(await answer.json()).toMatchObject({ responses: { q: { results: [{ match: true, target: false }] } } })
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ schema: 'inbetween/serve@1', data: { url, requests: 2 } })
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
}, 60_000)

it('a table brings birth dates and countries, what cannot be read is counted, and each answer says how such names turned out', async () => {
  list('7,Marwick Ostravin,person,X,1974-04-06')
  writeFileSync(join(root, 'people.csv'), 'name,dob,nationality\nMarwik Ostravin,06 Apr 1974,France\nMarwick Ostravin,04/06/1974,Nowhere\n')
  const { stdout } = await run('screen', 'people.csv', '--list', 'blocked.csv', '--json')
  const { data, warnings } = JSON.parse(stdout)
  expect(data.map((row: { query: object; matches: unknown[] }) => [row.query, row.matches.length])).toEqual([
    [{ name: 'Marwik Ostravin', birthDate: '1974-04-06', countries: ['France'] }, 1],
    [{ name: 'Marwick Ostravin', countries: ['Nowhere'] }, 0],
  ])
  expect(warnings.map(({ code }: { code: string }) => code)).toEqual(['screen-facts', 'screen-facts'])
  expect(data[1].near[0].band).toMatchObject({ nameScore: 1, low: expect.any(Number), pairs: expect.any(Number) })
  const long = JSON.parse((await run('screen', 'Marwick '.repeat(25), '--json')).stdout)
  expect(long.warnings.map(({ code }: { code: string }) => code)).toEqual(['name-cut'])
  const told = (await run('screen', 'Marwick Ostravin', '--list', 'blocked.csv')).stdout
  expect(told).toMatch(
    /of pairs that score like this, \d+–\d+ of 100 named one in the public benchmark \(\d+ of \d+\).*two names are one does not make two bearers one person/,
  )
  expect(told).not.toMatch(/probab|guilt/i)
  for (const wrong of [
    ['--born', '04/05/1974'],
    ['--country', 'Korea'],
  ])
    expect((await run('screen', 'Marwick', ...wrong)).status).not.toBe(0)
})

it('a table is read or refused and never compared as a name, and its warnings go with the answers', async () => {
  writeFileSync(join(root, 'v.csv'), 'Vendor Name;Country of Reg;Notes\nSEK Studio;North Korea;x\n')
  writeFileSync(join(root, 'v.txt'), 'SEK Studio\n')
  mkdirSync(join(root, 'vendors'))
  const { data, warnings } = JSON.parse((await run('screen', 'v.csv', 'v.txt', '--json')).stdout)
  expect(data.map(({ query }: { query: object }) => query)).toEqual([
    { name: 'SEK Studio', countries: ['North Korea'] },
    { name: 'SEK Studio' },
  ])
  expect(warnings.map(({ code }: { code: string }) => code)).toEqual(['screen-columns'])
  for (const [given, code] of [
    ['vendors', 'IBT-INPUT'],
    ['d.jsonl', 'IBT-INPUT'],
    ['nofile.csv', 'IBT-NOT-FOUND'],
    ['vendors.xlsx', 'IBT-NOT-FOUND'],
  ] as const)
    expect(await run('screen', given), given).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(`${code}[^]*standard input`),
    })
}, 60_000)

describe('what names are compared with', () => {
  const codes = (stdout: string) => JSON.parse(stdout).warnings.map(({ code }: { code: string }) => code)
  const names = (stdout: string) => JSON.parse(stdout).data[0].lists.map(({ name }: { name: string }) => name)

  it('a source that holds no list, or none with entries, is refused; a list without entries beside others is left out with a word', async () => {
    writeFileSync(join(root, 'tel.json'), '{"country":"us"}')
    writeFileSync(join(root, 'none.csv'), '')
    writeFileSync(join(root, 'bare.csv'), 'name,country\n')
    for (const place of ['tel.json', 'none.csv', 'bare.csv']) {
      const refused = { status: 6, stdout: '', stderr: expect.stringMatching(`IBT-LISTS[^]*${place}[^]*inbetween lists formats`) }
      expect(await run('screen', 'Brandal', '--list', place), place).toMatchObject(refused)
      expect(await run('owners', 'Brandal', '--list', place), place).toMatchObject(refused)
    }
    mkdirSync(join(root, 'many'))
    writeFileSync(join(root, 'many/own.csv'), 'name\nBrandal Lantern Co., Ltd.\n')
    writeFileSync(join(root, 'many/o2.csv'), 'name,country\nOstrava Works Ltd,FR\n')
    writeFileSync(join(root, 'many/o3.csv'), 'name,country\n')
    const { stdout } = await run('screen', 'Brandal Lantern Co Ltd', '--list', 'many/', '--json')
    expect(names(stdout)).toEqual(['ofac-dprk-animation', 'o2', 'own'])
    expect(JSON.parse(stdout).data[0].matches).toHaveLength(1)
    expect(codes(stdout)).toEqual(['list-empty'])
  }, 60_000)

  it('a bare name is the fetched list, a path is the folder, and where both are there a warning says which was taken', async () => {
    mkdirSync(join(root, 'mirror'))
    mkdirSync(join(root, 'un'))
    const un = (name: string) =>
      `<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2024-01-17T00:00:00Z"><ENTITIES><ENTITY><DATAID>1</DATAID><FIRST_NAME>${name}</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>XXe.1</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>`
    writeFileSync(join(root, 'mirror/consolidated.xml'), un('QUARRY MERIDIAN LTD.'))
    writeFileSync(join(root, 'un/blocked.csv'), 'name\nOstrava Works Ltd\n')
    expect((await run('lists', 'update', 'un', '--from', 'mirror')).status).toBe(0)
    const [bare, path] = [await run('screen', 'x', '--list', 'un', '--json'), await run('screen', 'x', '--list', './un', '--json')]
    expect([names(bare.stdout), codes(bare.stdout)]).toEqual([['ofac-dprk-animation', 'un'], ['list-shadowed']])
    expect([names(path.stdout), codes(path.stdout)]).toEqual([['ofac-dprk-animation', 'blocked'], []])
    const diff = await run('lists', 'diff', 'un', './un', '--json')
    expect(codes(diff.stdout)).toEqual(['list-shadowed'])
    expect(JSON.parse(diff.stdout).data.map((row: { list: string }) => row.list)).toEqual(expect.arrayContaining(['un', 'blocked']))
  }, 60_000)

  it('in a case, the lists that are sealed in it are compared with too, each state once', async () => {
    mkdirSync(join(root, 'small'))
    writeFileSync(join(root, 'small/note.txt'), 'Key animation\n')
    writeFileSync(join(root, 'sealed.csv'), 'name,schema\nZephyr Quarrylan Works,company\n')
    await run('scan', 'small', '-C', 'b.case')
    expect((await run('add', 'list', 'sealed.csv', '-C', 'b.case')).status).toBe(0)
    const { stdout } = await run('screen', 'Zephyr Quarrylan Works', '-C', 'b.case', '--list', 'sealed.csv', '--json')
    expect(names(stdout)).toEqual(['ofac-dprk-animation', 'sealed'])
    expect(JSON.parse(stdout)).toMatchObject({ case: expect.any(String), data: [{ matches: [{ listVersion: expect.any(String) }] }] })
    expect((await run('screen', 'Zephyr Quarrylan Works', '-C', 'b.case')).stdout).toMatch(
      /compared with: .*sealed \(other, version .*, 1 entries\)/,
    )
  }, 120_000)
})
