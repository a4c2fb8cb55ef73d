import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256Hex } from '../../src/base/hash.ts'
import { writeReport } from '../../src/operations/report.ts'
import { analyze, type CaseFolder, collectSource, initCase, openCase, rebuild, storeOf } from '../../src/pipeline/index.ts'
import { generate, NOW } from '../truth/make.ts'

let root = ''
const silent = () => {}

/** A fixed clock, and salts that depend only on how many were drawn. */
function effects() {
  let drawn = 0
  return { now: () => NOW, random: (count: number) => Buffer.from(sha256Hex(`salt ${drawn++}`), 'hex').subarray(0, count), log: silent }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-same-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  const material = generate(root, 'vpn-studio')
  const opened = initCase(join(root, 'a.case'), effects(), readFileSync(join(material, 'inbetween.yaml'), 'utf8'))
  for (const source of opened.config.sources) await collectSource(opened, source, silent)
  cpSync(join(root, 'a.case'), join(root, 'b.case'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const digestOf = (opened: CaseFolder) => {
  const store = storeOf(opened)
  const digest = store.digest()
  store.close()
  return digest
}

it('one reader and two, in shuffled order, with a fixed clock, give the same rows and the same report bytes', async () => {
  const a = openCase(join(root, 'a.case'), effects())
  const b = openCase(join(root, 'b.case'), effects())
  await analyze(a, silent, { jobs: 1 })
  const order = Array.from({ length: 500 }, (_, i) => (i * 7919) % 503)
  await analyze(b, silent, { jobs: 2, order })
  expect(digestOf(b)).toBe(digestOf(a))
  const written = await writeReport(a, ['html', 'json', 'md'], 'public')
  expect((await writeReport(b, ['html', 'json', 'md'], 'public')).map(({ sha256 }) => sha256)).toEqual(written.map(({ sha256 }) => sha256))
  expect((await writeReport(a, ['html'], 'public'))[0]?.sha256).toBe(written[0]?.sha256)
})

it('rebuild makes the same rows again, also from evidence alone, and notices a database that was altered', async () => {
  const a = openCase(join(root, 'a.case'), effects())
  const once = await rebuild(a, silent, { jobs: 2 })
  expect([once.comparable, once.after]).toEqual([true, once.before])
  rmSync(join(root, 'a.case', 'cache'), { recursive: true, force: true })
  const twice = await rebuild(openCase(join(root, 'a.case'), effects()), silent, { jobs: 2 })
  expect(twice.after).toBe(once.after)
  const store = storeOf(a)
  store.replace(new Map([['finding', [['x', { id: 'x' }]]]]), {})
  store.close()
  const altered = await rebuild(openCase(join(root, 'a.case'), effects()), silent, { jobs: 2 })
  expect([altered.comparable, altered.before === altered.after, altered.after]).toEqual([true, false, once.after])
})
