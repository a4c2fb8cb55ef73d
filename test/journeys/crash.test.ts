import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { realEffects } from '../../src/base/effects.ts'
import { initCase, openCase, storeOf } from '../../src/pipeline/index.ts'
import { generate } from '../truth/make.ts'

const BIN = resolve('dist/src/cli/main.js')
const KILLS = 10
let root = ''
let material = ''
const env = () => ({ ...process.env, XDG_DATA_HOME: join(root, 'keys'), INBETWEEN_NOW: '2024-02-01T00:00:00Z' })
const scan = (name: string) => spawn(process.execPath, [BIN, 'scan', '-C', join(root, name), '--quiet'], { env: env(), stdio: 'ignore' })
/** The exit code of a process, also when it ended before anybody asked. */
const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise<number | null>((done) => child.once('exit', (code) => done(code)))

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-crash-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  material = generate(root, 'vpn-studio')
  for (const name of ['calm.case', 'killed.case'])
    initCase(join(root, name), realEffects(), readFileSync(join(material, 'inbetween.yaml'), 'utf8'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const digestOf = (name: string) => {
  const store = storeOf(openCase(join(root, name), realEffects()))
  const digest = store.digest()
  store.close()
  return digest
}

it(`a scan killed ${KILLS} times at seeded moments gives the rows of an undisturbed one, and verifies`, async () => {
  const started = performance.now()
  expect(await ended(scan('calm.case'))).toBe(0)
  const whole = performance.now() - started
  let seed = 20240117
  let hits = 0
  for (let kill = 0; kill < KILLS; kill++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    const child = scan('killed.case')
    await new Promise((done) => setTimeout(done, 150 + (seed / 2147483648) * whole * 0.5))
    child.kill('SIGKILL')
    await ended(child)
    if (child.signalCode === 'SIGKILL') hits++
  }
  expect(hits).toBeGreaterThanOrEqual(KILLS / 2)
  expect(await ended(scan('killed.case'))).toBe(0)
  expect(digestOf('killed.case')).toBe(digestOf('calm.case'))
  const verify = spawnSync(process.execPath, [BIN, 'verify', join(root, 'killed.case'), '--json'], { env: env(), encoding: 'utf8' })
  expect(JSON.parse(verify.stdout)).toMatchObject({ data: { ok: true, problems: [] } })
}, 300_000)

it('three processes append 200 entries each to one ledger while one is killed, and the chain is whole', async () => {
  initCase(join(root, 'many.case'), realEffects())
  const program = `
    const { openCase } = await import(${JSON.stringify(resolve('dist/src/pipeline/index.js'))})
    const { realEffects } = await import(${JSON.stringify(resolve('dist/src/base/effects.js'))})
    const opened = openCase(${JSON.stringify(join(root, 'many.case'))}, realEffects())
    for (let i = 0; i < 200; i++) opened.append([{ kind: 'note', payload: { by: process.argv[1], i } }])
  `
  const children = ['a', 'b', 'c'].map((name) =>
    spawn(process.execPath, ['--input-type=module', '-e', program, name], { env: env(), stdio: 'ignore' }),
  )
  await new Promise((done) => setTimeout(done, 900))
  children[1]?.kill('SIGKILL')
  const codes = await Promise.all(children.map(ended))
  expect([codes[0], codes[2]]).toEqual([0, 0])
  const verify = spawnSync(process.execPath, [BIN, 'verify', join(root, 'many.case'), '--json'], { env: env(), encoding: 'utf8' })
  const { data } = JSON.parse(verify.stdout) as { data: { ledger: { entries: number; intact: boolean }; problems: { code: string }[] } }
  expect(data.problems.filter(({ code }) => code !== 'ledger-torn')).toEqual([])
  expect(data.ledger.intact || data.problems.some(({ code }) => code === 'ledger-torn')).toBe(true)
  expect(data.ledger.entries).toBeGreaterThanOrEqual(401)
})
