import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ListServer, listServer } from '../servers/list-server.ts'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
let server: ListServer
let now = '2024-02-01T00:00:00Z'

interface Done {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}
// The server runs in this process, so that commands must not block it.
const run = (...words: string[]): Promise<Done> =>
  new Promise((done) => {
    const env = { ...process.env, XDG_DATA_HOME: join(root, 'keys'), XDG_CACHE_HOME: join(root, 'cache'), INBETWEEN_NOW: now }
    execFile(process.execPath, [BIN, ...words], { cwd: root, env, encoding: 'utf8' }, (error, stdout, stderr) =>
      done({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
const dataOf = async (...words: string[]) => JSON.parse((await run(...words, '--json')).stdout).data
const record = (id: number, name: string) =>
  `<ENTITY><DATAID>${id}</DATAID><FIRST_NAME>${name}</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>XXe.${id}</REFERENCE_NUMBER><LISTED_ON>2020-01-02</LISTED_ON></ENTITY>`
const NAMES = ['BRANDAL LANTERN TRADING CO., LTD.', 'OSTRAVA WORKS LTD.', 'QUARRY MERIDIAN CO., LTD.']
const unList = (day: string, names: readonly string[]) =>
  `<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="${day}T00:00:00Z"><ENTITIES>${names.map((name, i) => record(i + 1, name)).join('')}</ENTITIES></CONSOLIDATED_LIST>`
const many = (count: number) => Array.from({ length: count }, (_, i) => NAMES[i] ?? `ZEPHYR HOUSE ${i} LTD.`)
const update = (...more: string[]) => run('lists', 'update', 'un', '--from', server.url, ...more)
const stored = () =>
  dataOf('lists', 'status').then((rows: { name: string; entities: number; where: string; ageDays: number; states: number }[]) =>
    rows.find(({ name }) => name === 'un'),
  )

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-lists-'))
  server = await listServer()
  server.put('consolidated.xml', unList('2024-01-17', many(40)))
})
afterAll(async () => {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
})

it('a list is fetched once, and asked for again only if it changed', async () => {
  const first = await update()
  expect(first).toMatchObject({ status: 0, stdout: expect.stringMatching(/^un: new; un 40 entries, version 2024-01-17 \(sha256-/) })
  now = '2024-02-03T00:00:00Z'
  expect((await update()).stdout).toMatch(/^un: unchanged; un 40 entries/)
  expect(server.asked.map(({ status, conditional }) => [status, conditional])).toEqual([[200, false], [304, true]]) // biome-ignore format: one line
  // The list itself is of 17 January, and its publisher said today that nothing changed.
  expect(await stored()).toMatchObject({ entities: 40, ageDays: 17, ageFrom: 'own day', checked: '2024-02-03T00:00:00Z', states: 1 })
  expect(await run('lists', 'status', '--strict')).toMatchObject({ status: 0, stderr: '' })
})

it('works without a network afterwards: names are compared with it, and it is sealed into a case', async () => {
  const [asked] = await dataOf('screen', 'Quarry Meridian', '--list', 'un', '--on', '2024-01-17', '--offline')
  expect(asked.matches.map(({ entity }: { entity: { id: string } }) => entity.id)).toEqual(['un-3'])
  expect(asked.lists).toContainEqual({ name: 'un', kind: 'sanctions', version: expect.stringContaining('2024-01-17'), entities: 40 })
  expect((await run('screen', 'Nobody At All', '--list', 'un')).stdout).toContain('no match is not clearance')
  mkdirSync(join(root, 'mirror'))
  writeFileSync(join(root, 'mirror', 'a.txt'), 'QUARRY MERIDIAN\n')
  await run('scan', './mirror')
  const added = await run('add', 'list', 'un', '-C', 'mirror.case')
  expect(added.stdout).toContain('list un (sanctions), version 2024-01-17')
  rmSync(join(root, 'cache'), { recursive: true })
  const lists = await dataOf('lists', 'status', '-C', 'mirror.case')
  expect(lists.map(({ name, where }: { name: string; where: string }) => [name, where])).toEqual([['ofac-dprk-animation', 'case'], ['un', 'case']]) // biome-ignore format: one line
  expect((await run('verify', '-C', 'mirror.case')).status).toBe(0)
  expect((await update()).status).toBe(0)
})

it('a later state is told apart by what was added, removed and changed, and both stay', async () => {
  server.put('consolidated.xml', unList('2024-02-02', [...many(2), 'QUARRY MERIDIAN HOLDINGS LTD.', ...many(41).slice(3)]))
  const later = await update()
  expect(later.stdout).toContain('un: 40 → 41 entries; 1 added, 0 removed, 1 changed')
  expect(later.stdout).toContain('~ QUARRY MERIDIAN HOLDINGS LTD. (un-3): name')
  expect(await stored()).toMatchObject({ entities: 41, states: 2 })
  const states = readdirSync(join(root, 'cache/inbetween/lists/un')).filter((name) => /^[0-9a-f]{12}$/.test(name))
  const current = readFileSync(join(root, 'cache/inbetween/lists/un/current'), 'utf8').slice(0, 12)
  const [old = ''] = states.filter((id) => id !== current)
  const [changes] = await dataOf('lists', 'diff', `un@${old}`, 'un')
  expect(changes).toMatchObject({
    list: 'un',
    before: 40,
    after: 41,
    addedCount: 1,
    removedCount: 0,
    changedCount: 1,
    added: [{ id: 'un-41' }],
  })
})

it.each([
  ['cut', 'cut', 'IBT-UNREACHABLE'],
  ['ended early without a length', 'early', 'IBT-LISTS'],
  ['that leads to an address inside', 'elsewhere', 'IBT-REFUSED'],
  ['that answers with an error', 'broken', 'IBT-UNREACHABLE'],
] as const)('an answer %s is refused, and the state before stays', async (_, fault, code) => {
  server.put('consolidated.xml', unList('2024-03-01', many(45)))
  server.fault = fault
  const refused = await update()
  server.fault = 'none'
  expect(refused.status).toBe(6)
  expect(refused.stdout).toContain('un: REFUSED')
  expect(refused.stderr + refused.stdout).toContain(code)
  expect(await stored()).toMatchObject({ entities: 41, states: 2 })
})

it('a fetch that is interrupted leaves the state before, and nothing half-written', async () => {
  server.put('consolidated.xml', unList('2024-03-01', many(45)))
  server.fault = 'hang'
  const asked = server.asked.length
  const env = { ...process.env, XDG_CACHE_HOME: join(root, 'cache'), INBETWEEN_NOW: now }
  const child = execFile(process.execPath, [BIN, 'lists', 'update', 'un', '--from', server.url], { cwd: root, env }, () => {})
  const gone = new Promise((done) => child.once('exit', done))
  while (server.asked.length === asked) await new Promise((done) => setTimeout(done, 20))
  child.kill('SIGINT')
  await gone
  server.fault = 'none'
  expect(await stored()).toMatchObject({ entities: 41, states: 2 })
  expect(readdirSync(join(root, 'cache/inbetween/lists/un')).filter((name) => /incoming|old|current\./.test(name))).toEqual([])
})

it('a shrunken list and another list are refused; the first is taken when a person says so', async () => {
  server.put('consolidated.xml', unList('2024-03-01', many(30)))
  const shrunk = await update()
  expect(shrunk).toMatchObject({ status: 6, stdout: expect.stringContaining('un shrank from 41 to 30 entries') })
  expect(await stored()).toMatchObject({ entities: 41 })
  server.put(
    'consolidated.xml',
    '<Designations><Designation><UniqueID>X1</UniqueID><Names><Name><Name6>X LTD</Name6></Name></Names></Designation></Designations>',
  )
  expect(await update()).toMatchObject({ status: 6, stdout: expect.stringContaining('what came is not this list') })
  server.put('consolidated.xml', unList('2024-03-01', many(30)))
  expect((await update('--accept-shrunken')).status).toBe(0)
  expect(await stored()).toMatchObject({ entities: 30, states: 3 })
})

it('age is told by the clock: stale after a week, and that can fail a script', async () => {
  // The list that is held is of 1 March.
  now = '2024-03-20T00:00:00Z'
  expect(await run('lists', 'status')).toMatchObject({ status: 0, stderr: expect.stringContaining('list-stale') })
  expect((await run('lists', 'status', '--strict')).status).toBe(6)
  expect((await run('lists', 'status', '-C', 'mirror.case')).stderr).toContain('un: the list is 63 days old, more than 7')
  now = '2024-02-20T00:00:00Z'
})

it('a folder stands in for the publisher; a network does not when it is forbidden', async () => {
  mkdirSync(join(root, 'downloaded'))
  writeFileSync(join(root, 'downloaded', 'consolidated.xml'), unList('2024-02-19', many(31)))
  expect((await run('lists', 'update', 'un', '--from', './downloaded', '--offline')).stdout).toContain('un: updated; un 31 entries')
  expect((await run('lists', 'update', 'un', '--offline')).stderr).toContain('IBT-REFUSED')
  expect((await run('lists', 'update', 'nowhere')).stderr).toContain('no address is known')
})

it('a list that a folder gave was not checked with its publisher', async () => {
  expect(await stored()).toMatchObject({
    entities: 31,
    ageDays: 1,
    ageFrom: 'own day',
    checked: null,
    where: expect.stringMatching(/^brought /),
  })
  expect((await run('lists', 'status')).stdout).toMatch(/un .*2024-02-19 .*1 d .*not checked/)
})

it('the files of a folder are told by their bytes, whatever they are called, and what holds another list is refused with the reason', async () => {
  mkdirSync(join(root, 'any'))
  writeFileSync(join(root, 'any', 'UN list (1).dat'), unList('2024-02-19', many(32)))
  writeFileSync(join(root, 'any', 'un.csv'), 'name,country\nAnother Ltd,Utopia\n')
  const brought = await run('lists', 'update', 'un', '--from', './any')
  expect(brought).toMatchObject({ status: 0, stdout: expect.stringContaining('un: updated; un 32 entries') })
  expect(brought.stderr).toContain('list-other-files: un: taken from UN-list-1-.dat')
  const refused = await run('lists', 'update', 'ofac', '--from', './any')
  expect(refused).toMatchObject({
    status: 6,
    stdout: expect.stringMatching(/no file there holds the list ofac: UN list \(1\)\.dat \(un-xml\), un\.csv \(own-table\)/),
  })
  const none = ',-0- '.repeat(8)
  const sdn = [1, 2, 3].map((n) => `${n},"ZEPHYR ${n} LTD.",-0- ,"DPRK3"${none}\r\n`).join('')
  writeFileSync(join(root, 'any', 'sdn.csv'), sdn)
  expect((await run('lists', 'update', 'ofac', '--from', './any')).stdout).toContain('what came is cut')
  writeFileSync(join(root, 'any', 'sdn.csv'), `${sdn}\u001a`)
  expect((await run('lists', 'update', 'ofac', '--from', './any')).stdout).toContain('ofac: new; ofac 3 entries')
  rmSync(join(root, 'cache/inbetween/lists/ofac'), { recursive: true })
})

it('a stored list that somebody changed is not used', async () => {
  const folder = join(root, 'cache/inbetween/lists/un')
  const id = readFileSync(join(folder, 'current'), 'utf8').slice(0, 12)
  expect(existsSync(join(folder, id, 'UN-list-1-.dat'))).toBe(true)
  writeFileSync(join(folder, id, 'UN-list-1-.dat'), unList('2024-02-19', ['ANOTHER LTD.']))
  expect((await run('screen', 'X', '--list', 'un')).stderr).toContain('IBT-LISTS')
})

it('a table of one’s own takes no publisher’s name and no other list’s place, and its texts do not act on a terminal', async () => {
  const own = (name: string, rows: string) => writeFileSync(join(root, name), rows)
  own('un.csv', 'name,country\nQuarry Meridian Ltd,Utopia\n')
  own('vendors.csv', 'name,country\nLantern\u001b House Ltd,Utopia\n')
  for (const words of [['add', 'list', 'un.csv', '-C', 'mirror.case'], ['screen', 'X', '--list', './un.csv'], ['lists', 'diff', './un.csv', './vendors.csv']]) // biome-ignore format: one line
    expect(await run(...words)).toMatchObject({ status: 1, stderr: expect.stringContaining('IBT-INPUT') })
  expect((await run('add', 'list', 'vendors.csv', '-C', 'mirror.case')).status).toBe(0)
  const other = await run('add', 'list', 'vendors.csv', '--kind', 'sanctions', '-C', 'mirror.case')
  expect(other).toMatchObject({ status: 1, stderr: expect.stringContaining('other, not sanctions') })
  own('vendors.csv', 'name,country\nLantern\u001b House Ltd,Utopia\nNew \u001b]0;x\u0007Works Ltd,Utopia\n')
  expect((await run('add', 'list', 'vendors.csv', '-C', 'mirror.case')).status).toBe(0)
  for (const field of ['foo', 'constructor'])
    expect(await run('add', 'list', 'vendors.csv', '--map', `${field}=name`, '-C', 'mirror.case')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no field of a list is called so[\s\S]*The fields are name, alias, weak, id, schema/),
    })
  own('empty.csv', 'name,country\nOstrava Works Ltd,Utopia\n')
  own('odd.csv', 'owner,company,share\nN\u001b[2J,Lantern House Ltd,10\nN\u001b[2J,Lantern House Ltd,20\n')
  for (const words of [
    ['screen', 'Lantern House', '--list', './vendors.csv'],
    ['lists', 'diff', './empty.csv', './vendors.csv'],
    ['owners', '--shares', 'odd.csv'],
  ]) {
    // biome-ignore format: one line
    const { stdout, stderr } = await run(...words)
    expect(stdout + stderr).not.toMatch(/\p{Cc}(?<!\n)/u)
    expect(stdout + stderr).toContain('<U+001B>')
  }
})
