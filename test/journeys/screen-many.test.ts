import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const BIN = resolve('dist/src/cli/main.js')
const HOUSES = ['Brandal', 'Ostrava', 'Zephyrine', 'Quarrylan', 'Corvane', 'Pinnock', 'Halvorsen', 'Belkaniya', 'Marwick', 'Meridian']
const SUFFIXES = ['Lantern', 'Ostravin', 'Weir', 'Kestrel', 'Umbra', 'Tamarind', 'Solvane', 'Brickell', 'Ferrow', 'Quillon']
const nameAt = (i: number) =>
  `${HOUSES[i % 10]} ${SUFFIXES[Math.floor(i / 10) % 10]} ${['Ardent', 'Boreal', 'Cobalt', 'Dunmore'][Math.floor(i / 100) % 4]}${'abcdefghijklmnop'[Math.floor(i / 400)]} Trading`
let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-many-'))
  const rows = Array.from({ length: 1500 }, (_, i) => `${i},${nameAt(i)},company,X,ID 45${100_000 + i}`)
  writeFileSync(join(root, 'blocked.csv'), ['id,name,schema,program,identifier', ...rows, ''].join('\n'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const packed = () => join(root, 'cache/inbetween/packed')
function run(words: readonly string[], stopAt?: RegExp): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    XDG_DATA_HOME: join(root, 'keys'),
    XDG_CACHE_HOME: join(root, 'cache'),
    INBETWEEN_NOW: '2024-02-01T00:00:00Z',
  }
  const child = spawn(process.execPath, [BIN, ...words], { cwd: root, env })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (bytes) => {
    stdout += bytes
  })
  child.stderr.on('data', (bytes) => {
    stderr += bytes
    if (stopAt?.test(stderr) && !child.killed) child.kill('SIGINT')
  })
  return new Promise((done) => child.on('close', (status) => done({ status, stdout, stderr })))
}

it('a table of names is screened in the order of its rows, and the packed list answers as the list did, be it there, gone or broken', async () => {
  const names = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? nameAt(i * 3) : `Unlisted Fenwick House ${i}`))
  writeFileSync(join(root, 'names.csv'), ['nr,Name', ...names.map((name, i) => `${i},${name}`), ''].join('\n'))
  const screen = () => run(['screen', 'names.csv', '--list', 'blocked.csv', '--json'])
  const first = await screen()
  const { data, warnings } = JSON.parse(first.stdout)
  expect(warnings.map(({ code }: { code: string }) => code)).toEqual(['screen-columns'])
  expect(data.map(({ query }: { query: { name: string } }) => query.name)).toEqual(names)
  for (const [i, { matches }] of data.entries()) expect(matches[0]?.entity.name, names[i]).toBe(i % 4 === 0 ? names[i] : undefined)
  expect(first.stderr).toMatch(/lists .*blocked\.csv is read/)
  expect(first.stderr).toMatch(/screen +400\/400/)

  const [file = ''] = readdirSync(packed())
  const again = await screen()
  expect(again.stdout).toBe(first.stdout)
  expect(again.stderr).not.toContain('is read')
  const bytes = readFileSync(join(packed(), file))
  for (const broken of [bytes.subarray(0, 9000), Buffer.from('no list'), Buffer.concat([bytes.subarray(0, -9), Buffer.alloc(9, 7)])]) {
    writeFileSync(join(packed(), file), broken)
    expect((await screen()).stdout).toBe(first.stdout)
    expect(readFileSync(join(packed(), file)).equals(bytes)).toBe(true)
  }
}, 120_000)

it('Ctrl-C ends a long table with what was done until then, and says how many names were not compared', async () => {
  const names = Array.from({ length: 100_000 }, (_, i) => nameAt(i * 7))
  writeFileSync(join(root, 'long.csv'), ['name', ...names, ''].join('\n'))
  const { status, stdout } = await run(['screen', 'long.csv', '--list', 'blocked.csv', '--json'], /screen +\d+\/100000/)
  const { data, warnings } = JSON.parse(stdout)
  expect(status).toBe(130)
  expect(data.length).toBeGreaterThan(0)
  expect(data.length).toBeLessThan(100_000)
  expect(warnings).toMatchObject([
    { code: 'screen-stopped', message: expect.stringContaining(`${100_000 - data.length} were not compared`) },
  ])
}, 120_000)
