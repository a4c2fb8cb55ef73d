import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realEffects } from '../../src/base/effects.ts'
import { sha256Hex } from '../../src/base/hash.ts'
import { LIMITS } from '../../src/base/limits.ts'
import { folderBlobs, timestamping } from '../../src/evidence/index.ts'
import { packsHash } from '../../src/indicators/index.ts'
import { collectSource, openCase, payloadsOf } from '../../src/pipeline/index.ts'
import { startTsa, type Tsa } from '../servers/tsa.ts'

const BIN = 'dist/src/cli/main.js'
let root = ''
let made = ''
let tsa: Tsa

const env = () => ({ ...process.env, XDG_DATA_HOME: join(root, 'keys') })
const run = (...words: string[]) => spawnSync(process.execPath, [BIN, ...words, '--json'], { env: env(), encoding: 'utf8' })
/** Runs beside this process, whose servers the program asks. */
const runApart = async (...words: string[]) => {
  const child = spawn(process.execPath, [BIN, ...words], { env: env() })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const status = await new Promise<number | null>((done) => child.once('close', done))
  return { status, stderr }
}
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
    expect(ok('timestamp', '--offline', '--tsa', tsa.url, '-C', made)).toMatchObject({ waiting: 1 })
    expect(ok('status', '-C', made)).toMatchObject({ timestampsWaiting: 1 })
    // The authority answers from this process, so the program may not be waited for synchronously.
    expect((await runApart('timestamp', '--tsa', tsa.url, '-C', made)).status).toBe(0)
    expect(ok('status', '-C', made)).toMatchObject({ timestampsWaiting: 0 })
    const roots = join(root, 'roots.pem')
    writeFileSync(roots, tsa.root)
    expect(ok('verify', made)).toMatchObject({ ok: true, timestamps: [{ isValid: true, root: 'not checked' }] })
    expect(ok('verify', made, '--tsa-roots', roots)).toMatchObject({ timestamps: [{ root: 'checked' }] })
    const other = await startTsa(mkdtempSync(join(root, 'tsa-')))
    writeFileSync(roots, other.root)
    await other.stop()
    expect(run('verify', made, '--tsa-roots', roots).status).toBe(4)
  })

  it('fetched on another machine is attached from a file', async () => {
    ok('tag', 'ep01/shot.bin', 'second-look', '-C', made)
    expect(ok('timestamp', '--offline', '-C', made)).toMatchObject({ waiting: 1 })
    const queue = join(made, 'evidence', 'timestamps')
    const [request = ''] = readdirSync(queue)
    const answer = join(root, 'answer.tsr')
    const reply = tsa.reply(readFileSync(join(queue, request)))
    const changed = Buffer.from(reply)
    const last = changed.length - 1 // the signature comes last
    changed[last] = (changed[last] ?? 0) ^ 1
    writeFileSync(answer, changed)
    expect(run('timestamp', '--response', answer, '-C', made)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/its signature is wrong/),
    })
    writeFileSync(answer, tsa.reply((await timestamping()).timestampRequest(sha256Hex('another ledger'), randomBytes(8))))
    expect(run('timestamp', '--response', answer, '-C', made)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/stamps something else/),
    })
    expect(readdirSync(queue)).toEqual([request])
    writeFileSync(answer, reply)
    expect(ok('timestamp', '--response', answer, '-C', made)).toMatchObject({ waiting: 0 })
    expect((ok('verify', made).timestamps as unknown[]).length).toBe(2)
    expect(run('timestamp', '--response', answer, '-C', made)).toMatchObject({ status: 1, stderr: expect.stringMatching(/none waits/) })
  })

  it.each([
    ['sends elsewhere', /HTTP 302/, (to: ServerResponse) => to.writeHead(302, { location: tsa.url }).end()],
    [
      'cuts its answer',
      /no answer/,
      (to: ServerResponse) => to.writeHead(200, { 'content-length': '1000' }).write('x', () => to.destroy()),
    ],
    ['answers without end', /too long/, (to: ServerResponse) => to.writeHead(200).end(Buffer.alloc(LIMITS.answerBytes + 1))],
    ['answers with a page', /not an answer/, (to: ServerResponse) => to.writeHead(200).end('<html>')],
  ])('of an authority that %s is refused, and the request waits', async (_, said, answer) => {
    ok('tag', 'ep01/shot.bin', `look-${said.source.toLowerCase().replace(/\W/g, '')}`, '-C', made)
    const server = createServer((request, response) => request.resume().on('end', () => answer(response)))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    const { status, stderr } = await runApart('timestamp', '--tsa', `http://127.0.0.1:${port}/`, '-C', made)
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    expect(stderr).toMatch(said)
    expect(stderr).not.toMatch(/IBT-BUG/)
    expect(status).toBe(1)
    expect(Number(ok('status', '-C', made).timestampsWaiting)).toBeGreaterThan(0)
    rmSync(join(made, 'evidence', 'timestamps'), { recursive: true })
  })

  it('is told what is wrong with its authority and its roots', () => {
    for (const url of ['tsa.example', 'ftp://tsa.example/'])
      expect(run('timestamp', '--tsa', url, '-C', made)).toMatchObject({ status: 2, stderr: expect.stringMatching(/not an http or https/) })
    const none = join(root, 'none.pem')
    expect(run('verify', made, '--tsa-roots', none).stderr).toMatch(/IBT-NOT-FOUND/)
    writeFileSync(none, 'no certificate')
    expect(run('verify', made, '--tsa-roots', none).stderr).toMatch(/IBT-INPUT.*no certificates/)
    rmSync(join(made, 'evidence', 'timestamps'), { recursive: true, force: true })
  })
})

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

  it('is removed though it was brought as a declaration too: the analysis goes on without it', () => {
    const both = join(root, 'both.case')
    const table = join(root, 'roster.csv')
    const delivered = join(root, 'delivered')
    writeFileSync(table, 'name,role\nA. Person,animator\n')
    ok('init', both)
    ok('add', 'roster', table, '--by', 'A', '--on', '2024-01-05', '-C', both)
    const opened = openCase(both, realEffects())
    // What is sealed of a table is less than the table; the same bytes were delivered.
    const sealed = String(payloadsOf(opened, 'declaration')[0]?.blob)
    mkdirSync(delivered)
    writeFileSync(join(delivered, 'roster.csv'), opened.blobs.read(sealed))
    ok('collect', delivered, '-C', both)
    ok('analyze', '-C', both)
    expect(ok('remove', 'roster.csv', '--reason', 'names a person', '--yes', '-C', both)).toMatchObject({ sha256: sealed })
    ok('analyze', '-C', both)
    expect(ok('verify', both)).toMatchObject({ ok: true, blobs: { removed: 1 } })
    rmSync(both, { recursive: true })
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
    rules: packsHash(),
    config: expect.any(String),
    rows: expect.any(String),
  })
  expect(last?.lists).toContainEqual({ name: expect.any(String) as string, version: expect.any(String) as string })
})

it('a report that shows persons is on record each time, and is the same twice; one that masks them leaves no such entry', () => {
  const shown = join(root, 'shown.case')
  mkdirSync(shown)
  writeFileSync(join(shown, 'inbetween.yaml'), 'privacy: {persons: shown}\n')
  ok('init', shown)
  ok('collect', join(root, 'material'), '-C', shown)
  ok('analyze', '-C', shown)
  const unmasked = () => payloadsOf(openCase(shown, realEffects()), 'unmasked')
  ok('report', '-C', shown)
  expect(unmasked()).toEqual([])
  const fixed = { ...env(), INBETWEEN_NOW: '2024-02-01T00:00:00Z' }
  const hashes = [1, 2].map(() => {
    const done = spawnSync(process.execPath, [BIN, 'report', '--profile', 'internal', '-C', shown, '--json'], {
      env: fixed,
      encoding: 'utf8',
    })
    return (JSON.parse(done.stdout) as { data: { reports: { sha256: string }[] } }).data.reports[0]?.sha256
  })
  expect(hashes[0]).toBe(hashes[1])
  expect(unmasked()).toEqual([
    { command: 'report', profile: 'internal' },
    { command: 'report', profile: 'internal' },
  ])
  ok('bundle', '--profile', 'internal', '-C', shown)
  expect(unmasked().at(-1)).toEqual({ command: 'bundle', profile: 'internal' })
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
  writeFileSync(join(root, 'empty'), '\n')
  expect(run('init', join(root, 'open.case'), '--passphrase-file', join(root, 'empty')).stderr).toMatch(/IBT-KEY.*empty/)
  expect(existsSync(join(root, 'open.case'))).toBe(false)
})
