import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256Hex } from '../../src/base/hash.ts'
import { folderBlobs, ledgerPaths, readEntries, verifyEvidence } from '../../src/evidence/index.ts'
import { startTsa, type Tsa } from '../servers/tsa.ts'

const BIN = 'dist/src/cli/main.js'
const FLIPS = 200
let root = ''
let made = ''
let tsa: Tsa

/** Runs the program beside this process, which answers as the time-stamping authority. */
async function ok(...words: string[]): Promise<unknown> {
  const child = spawn(process.execPath, [BIN, ...words, '--json'], { env: { ...process.env, XDG_DATA_HOME: join(root, 'keys') } })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString()
  })
  expect(await new Promise((done) => child.once('close', done)), said.err).toBe(0)
  return (JSON.parse(said.out) as { data: unknown }).data
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-tamper-'))
  tsa = await startTsa(mkdtempSync(join(root, 'tsa-')))
  const material = join(root, 'material')
  mkdirSync(join(material, 'ep01'), { recursive: true })
  writeFileSync(join(material, 'ep01', '修改意见.txt'), '头部的线条再细一点\n머리부분 선을 좀 더 가늘게 하고\n')
  writeFileSync(join(material, 'ep01', 'shot.bin'), Buffer.from(sha256Hex('shot').repeat(200), 'hex'))
  made = join(root, 'made.case')
  mkdirSync(made)
  // Two tiers and no staff list: a finding to decide on.
  writeFileSync(
    join(made, 'inbetween.yaml'),
    'chain: [{from: A Pictures, to: B Animation, kind: contract}, {from: B Animation, to: C Studio, kind: contract}]\n',
  )
  await ok('init', made)
  await ok('collect', material, '-C', made)
  await ok('add', 'statement', 'All work is done in Seoul.', '--by', 'A', '--on', '2024-01-05', '--about', 'site', '-C', made)
  await ok('analyze', '-C', made)
  const { queue } = (await ok('review', '-C', made)) as { queue: { id: string }[] }
  await ok('review', String(queue[0]?.id), '--state', 'asked', '--reason', 'A letter was sent.', '--by', 'A', '-C', made)
  await ok('report', '-C', made)
  await ok('timestamp', '--tsa', tsa.url, '-C', made)
})
afterAll(async () => {
  await tsa.stop()
  rmSync(root, { recursive: true, force: true })
})

const check = () => verifyEvidence(ledgerPaths(made), folderBlobs(join(made, 'evidence', 'blobs')))

/** What verify must name when a file of the case was changed: the blob, the payload, or the ledger. */
function nameOf(path: string): string {
  const where = relative(made, path)
  return where.startsWith('evidence') ? (where.split('/').at(-1) ?? '') : where
}

it('the case that is tampered with holds every kind of thing that is sealed', async () => {
  expect((await check()).problems).toEqual([])
  const kinds = new Set(readEntries(ledgerPaths(made)).map(({ entry }) => entry.kind))
  for (const kind of ['case', 'visit', 'declaration', 'analysis', 'decision', 'report', 'timestamp']) expect(kinds).toContain(kind)
})

// inbetween.yaml and case.sqlite are not evidence: one is what a person states, sealed with each analysis, the other is derived.
it(`${FLIPS} seeded bit flips over blobs, ledger, head and payloads are each found, and what was changed is named`, async () => {
  const files = ['evidence/blobs', 'evidence/payloads'].flatMap((folder) =>
    readdirSync(join(made, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  )
  const ledger = [join(made, 'ledger.jsonl'), join(made, 'ledger.head')]
  let seed = 20240117
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  const touched = new Set<string>()
  for (let n = 0; n < FLIPS; n++) {
    const path = (n % 4 === 0 ? ledger[next(2)] : files[next(files.length)]) ?? ''
    const whole = readFileSync(path)
    const { mode } = statSync(path)
    const place = next(whole.length)
    const flipped = Buffer.from(whole)
    flipped[place] = (flipped[place] ?? 0) ^ (1 << next(8))
    chmodSync(path, 0o644)
    writeFileSync(path, flipped)
    const found = await check()
    writeFileSync(path, whole)
    chmodSync(path, mode)
    const what = `${relative(made, path)} byte ${place}`
    expect(found.ok, what).toBe(false)
    const said = found.problems.map((problem) => `${problem.path} ${problem.message}`).join('\n')
    // A changed head and the ledger's last line cannot be told apart: both name the ledger.
    expect(said, what).toContain(nameOf(path) === 'ledger.head' ? 'ledger' : nameOf(path))
    touched.add(relative(made, path).split('/').slice(0, 2).join('/'))
  }
  expect([...touched].sort()).toEqual(['evidence/blobs', 'evidence/payloads', 'ledger.head', 'ledger.jsonl'])
  expect((await check()).problems).toEqual([])
})
