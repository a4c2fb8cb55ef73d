import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realEffects } from '../../src/base/effects.ts'
import { sha256Hex } from '../../src/base/hash.ts'
import { folderBlobs, ledgerPaths, verifyEvidence } from '../../src/evidence/index.ts'
import { collectSource, openCase, payloadsOf } from '../../src/pipeline/index.ts'
import { startTsa, type Tsa } from '../servers/tsa.ts'

const BIN = 'dist/src/cli/main.js'
let root = ''
let made = ''
let tsa: Tsa

const env = () => ({ ...process.env, XDG_DATA_HOME: join(root, 'keys') })
const run = (...words: string[]) => spawnSync(process.execPath, [BIN, ...words, '--json'], { env: env(), encoding: 'utf8' })
const ok = (...words: string[]) => {
  const done = run(...words)
  expect(done.stderr + done.stdout).not.toMatch(/^error/m)
  expect(done.status, words.join(' ')).toBe(0)
  return (JSON.parse(done.stdout) as { data: Record<string, unknown> }).data
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-custody-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  tsa = await startTsa(mkdtempSync(join(root, 'tsa-')))
  const material = join(root, 'material')
  mkdirSync(join(material, 'ep01'), { recursive: true })
  writeFileSync(join(material, 'ep01', '修改意见.txt'), '头部的线条再细一点\n머리부분 선을 좀 더 가늘게 하고\n')
  writeFileSync(join(material, 'ep01', 'shot.bin'), Buffer.from(sha256Hex('shot').repeat(200), 'hex'))
  writeFileSync(join(material, 'unlawful.bin'), 'bytes that nobody may hold')
  made = join(root, 'made.case')
  ok('init', made)
  ok('collect', material, '-C', made)
  ok('add', 'statement', 'All work is done in Seoul.', '--by', 'A', '--on', '2024-01-05', '--about', 'site', '-C', made)
  ok('analyze', '-C', made)
  ok('report', '-C', made)
  ok('tag', 'ep01/shot.bin', 'first-look', '-C', made)
})
afterAll(async () => {
  await tsa.stop()
  rmSync(root, { recursive: true, force: true })
})

describe('a time stamp', () => {
  it('waits while offline, is fetched from a real authority later, and is checked with and without its root', async () => {
    expect(ok('timestamp', '--offline', '-C', made)).toMatchObject({ waiting: 1 })
    // The authority answers from this process, so the program may not be waited for synchronously.
    const { spawn } = await import('node:child_process')
    const child = spawn(process.execPath, [BIN, 'timestamp', '--tsa', tsa.url, '-C', made], { env: env() })
    expect(await new Promise((done) => child.once('exit', done))).toBe(0)
    const roots = join(root, 'roots.pem')
    writeFileSync(roots, tsa.root)
    expect(ok('verify', made)).toMatchObject({ ok: true, timestamps: [{ isValid: true, root: 'not checked' }] })
    expect(ok('verify', made, '--tsa-roots', roots)).toMatchObject({ timestamps: [{ root: 'checked' }] })
    const other = await startTsa(mkdtempSync(join(root, 'tsa-')))
    writeFileSync(roots, other.root)
    await other.stop()
    expect(run('verify', made, '--tsa-roots', roots).status).toBe(4)
  })

  it('fetched on another machine is attached from a file', () => {
    ok('tag', 'ep01/shot.bin', 'second-look', '-C', made)
    expect(ok('timestamp', '--offline', '-C', made)).toMatchObject({ waiting: 1 })
    const queue = join(made, 'evidence', 'timestamps')
    const [request = ''] = readdirSync(queue)
    const answer = join(root, 'answer.tsr')
    writeFileSync(answer, tsa.reply(readFileSync(join(queue, request))))
    expect(ok('timestamp', '--response', answer, '-C', made)).toMatchObject({ waiting: 0 })
    expect((ok('verify', made).timestamps as unknown[]).length).toBe(2)
    expect(run('timestamp', '--response', answer, '-C', made).status).toBe(1)
  })
})

it('200 seeded bit flips over blobs, ledger, head, payloads are each found, and the file is named', async () => {
  const files: string[] = [join(made, 'ledger.jsonl'), join(made, 'ledger.head')]
  for (const folder of ['evidence/blobs', 'evidence/payloads'])
    for (const name of readdirSync(join(made, folder), { recursive: true, encoding: 'utf8' }))
      if (statSync(join(made, folder, name)).isFile()) files.push(join(made, folder, name))
  const check = () => verifyEvidence(ledgerPaths(made), folderBlobs(join(made, 'evidence', 'blobs')))
  expect((await check()).problems).toEqual([])
  const named = new Set<string>()
  let seed = 20240117
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  for (let n = 0; n < 200; n++) {
    const path = files[n % 4 === 0 ? next(2) : next(files.length)] ?? ''
    const whole = readFileSync(path)
    const flipped = Buffer.from(whole)
    const place = next(whole.length)
    flipped[place] = (flipped[place] ?? 0) ^ (1 << next(8))
    const mode = statSync(path).mode
    rmSync(path)
    writeFileSync(path, flipped)
    const { ok: isOk, problems } = await check()
    rmSync(path)
    writeFileSync(path, whole, { mode })
    const where = relative(made, path)
    expect(isOk, `${where} byte ${place}`).toBe(false)
    const word = where.startsWith('evidence/blobs')
      ? where.slice(-64)
      : where.startsWith('evidence/payloads')
        ? where.split('/').at(-1)
        : where
    const said = problems.map((problem) => `${problem.path} ${problem.message}`).join('\n')
    expect(said, `${where} byte ${place}`).toContain(word === 'ledger.head' ? 'ledger' : word)
    named.add(where.split('/').slice(0, 2).join('/'))
  }
  expect(named.size).toBe(4)
  expect((await check()).problems).toEqual([])
}, 120_000)

describe('what may not be held', () => {
  it('is removed on record: hash and reason stay, the case verifies, and the bytes are never taken again', async () => {
    const hash = sha256Hex('bytes that nobody may hold')
    expect(run('remove', 'unlawful.bin', '-C', made).status).toBe(2)
    expect(run('remove', 'unlawful.bin', '--reason', 'unlawful', '-C', made).status).toBe(7)
    expect(ok('remove', 'unlawful.bin', '--reason', 'unlawful', '--by', 'A', '--yes', '-C', made)).toMatchObject({
      sha256: hash,
      bytes: 26,
    })
    expect(existsSync(join(made, 'evidence', 'blobs', hash.slice(0, 2), hash))).toBe(false)
    expect(ok('verify', made)).toMatchObject({ ok: true, blobs: { removed: 1 } })
    ok('analyze', '-C', made)
    const rows = ok('files', '-C', made) as unknown as { path: string; status: string; reason?: string }[]
    expect(rows.find(({ path }) => path === 'unlawful.bin')).toMatchObject({ status: 'not-read', reason: 'removed: unlawful' })
    ok('collect', join(root, 'material'), '--verify-bytes', '-C', made)
    expect(existsSync(join(made, 'evidence', 'blobs', hash.slice(0, 2), hash))).toBe(false)
    expect(ok('verify', made)).toMatchObject({ ok: true })
  })

  it('is kept out by a stop-list before its bytes are held', async () => {
    const stops = join(root, 'stops.txt')
    writeFileSync(stops, `# from an authority\n${sha256Hex('bytes that nobody may hold')}\n`)
    const other = join(root, 'stops.case')
    mkdirSync(other)
    writeFileSync(join(other, 'inbetween.yaml'), `privacy: {stopList: ${JSON.stringify(stops)}}\n`)
    ok('init', other)
    const opened = openCase(other, realEffects())
    const done = await collectSource(opened, { id: 's', path: join(root, 'material'), layout: 'plain' }, () => {})
    expect(done).toMatchObject({ read: 2, notTaken: 1 })
    expect(folderBlobs(join(other, 'evidence', 'blobs')).has(sha256Hex('bytes that nobody may hold'))).toBe(false)
    writeFileSync(stops, 'no hash\n')
    expect(run('collect', join(root, 'material'), '-C', other).stderr).toMatch(/IBT-CONFIG.*stops.txt:1/)
  })

  it('as a note is withheld: the chain verifies and says how many are', () => {
    const entries = readFileSync(join(made, 'ledger.jsonl'), 'utf8').trimEnd().split('\n')
    const seq = entries.findIndex((line) => line.includes('"kind":"tag"'))
    expect(run('withhold', '0', '--reason', 'r', '--yes', '-C', made).status).toBe(7)
    ok('withhold', String(seq), '--reason', 'privileged', '--yes', '-C', made)
    expect(ok('verify', made)).toMatchObject({ ok: true, ledger: { withheld: 1, intact: true } })
  })
})

it('every analysis seals tool, rules, lists and configuration', () => {
  const last = payloadsOf(openCase(made, realEffects()), 'analysis').at(-1)
  expect(last).toMatchObject({
    tool: expect.any(String),
    rules: expect.stringMatching(/^[0-9a-f]{64}$/),
    config: expect.any(String),
    rows: expect.any(String),
  })
  expect(last?.lists).toContainEqual({ name: expect.any(String) as string, version: expect.any(String) as string })
})

it('a key with a passphrase opens with the file that holds it, and not otherwise', () => {
  const secret = join(root, 'secret')
  writeFileSync(secret, 'correct horse\n')
  const locked = join(root, 'locked.case')
  ok('init', locked, '--passphrase-file', secret)
  const [fingerprint = ''] = readdirSync(join(root, 'keys', 'inbetween', 'keys')).filter((name) =>
    readFileSync(join(root, 'keys', 'inbetween', 'keys', name), 'utf8').includes('ENCRYPTED'),
  )
  expect(fingerprint).not.toBe('')
  expect(run('collect', join(root, 'material'), '-C', locked).stderr).toMatch(/IBT-KEY.*has a passphrase/)
  writeFileSync(join(root, 'wrong'), 'wrong\n')
  expect(run('collect', join(root, 'material'), '-C', locked, '--passphrase-file', join(root, 'wrong')).stderr).toMatch(
    /IBT-KEY.*does not open/,
  )
  ok('collect', join(root, 'material'), '-C', locked, '--passphrase-file', secret)
  expect(ok('verify', locked)).toMatchObject({ ok: true })
})
