import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { WARCParser } from 'warcio'
import { realEffects } from '../../src/base/effects.ts'
import { collectSource, initCase, openCase, sealedVisits, visitRecords } from '../../src/pipeline/index.ts'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
let place = ''
let server: Server | undefined
let asked: string[] = []

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-journey-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  place = join(root, 'place')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

/** A listing server over `place`, whose requests are counted. */
async function serve(delayMs = 0, port = 0): Promise<string> {
  asked = []
  const made = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    asked.push(path)
    setTimeout(() => {
      try {
        if (path === '/robots.txt') response.writeHead(404).end()
        else if (path.endsWith('/')) {
          const rows = readdirSync(join(place, path), { withFileTypes: true }).map((row) => {
            const { name } = row
            const bytes = row.isDirectory() ? '-' : readFileSync(join(place, path, name)).length
            return `<a href="${encodeURIComponent(name)}${row.isDirectory() ? '/' : ''}">${name}</a> 17-Jan-2024 09:12 ${bytes}`
          })
          response
            .writeHead(200, { 'content-type': 'text/html' })
            .end(`<title>Index of ${path}</title><pre><a href="../">../</a>\n${rows.join('\n')}</pre>`)
        } else response.writeHead(200, { etag: '"1"' }).end(readFileSync(join(place, path)))
      } catch {
        response.writeHead(404).end()
      }
    }, delayMs)
  })
  server = made
  await new Promise<void>((done) => made.listen(port, '127.0.0.1', done))
  const address = made.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
}

/** Runs the program without waiting for it in this process, which also serves. */
function run(...words: string[]): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [BIN, ...words], { env: { ...process.env, XDG_DATA_HOME: join(root, 'keys') } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
  return new Promise((done) => child.once('close', (status) => done({ status, stdout, stderr })))
}

const put = (path: string, words: string) => {
  mkdirSync(join(place, path, '..'), { recursive: true })
  writeFileSync(join(place, path), words)
}
const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise<void>((done) => child.once('exit', () => done()))

it('collect killed at 25 seeded moments, over HTTP and from a folder, loses nothing, takes nothing twice, and the ledger is whole', async () => {
  for (let n = 0; n < 60; n++) put(`ep${n % 4}/file ${n}.bin`, `${n} `.repeat(20_000))
  const url = await serve(4)
  const killed = join(root, 'killed.case')
  initCase(killed, realEffects())
  let seed = 20240117
  let hits = 0
  const rounds = 5
  for (let round = 0; round < rounds; round++) {
    // Every round is a source of its own, so that there is something to be killed in.
    const words =
      round % 2 === 0
        ? [url.replace('127.0.0.1', `127.0.0.${round + 1}`), '--address', '127.0.0.1', '--basis', 'a test', '--rate', '40/s']
        : [place]
    if (round % 2 === 1) renameSync(place, join(root, `place${round}`))
    if (round % 2 === 1) words[0] = join(root, `place${round}`)
    for (let kill = 0; kill < 5; kill++) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      const child = spawn(process.execPath, [BIN, 'collect', ...words, '-C', killed, '--quiet'], {
        env: { ...process.env, XDG_DATA_HOME: join(root, 'keys') },
        stdio: 'ignore',
      })
      const wait = round % 2 === 0 ? 500 + (seed / 2147483648) * 900 : 350 + (seed / 2147483648) * 500
      await new Promise((done) => setTimeout(done, wait))
      child.kill('SIGKILL')
      await ended(child)
      if (child.signalCode === 'SIGKILL') hits++
    }
    const before = asked.length
    const last = await run('collect', ...words, '-C', killed, '--json')
    expect(last.status, last.stderr + last.stdout).toBe(0)
    if (round % 2 === 0) expect(asked.length - before).toBeLessThan(70)
    if (round % 2 === 1) renameSync(join(root, `place${round}`), place)
  }
  expect(hits).toBeGreaterThanOrEqual(13)
  const opened = openCase(killed, realEffects())
  const calm = initCase(join(root, 'calm.case'), realEffects())
  await collectSource(calm, { id: 'calm', path: place, layout: 'plain' }, () => {})
  const wanted = sealedVisits(calm)[0]?.entries.map(({ path, sha256, bytes }) => ({ path, sha256, bytes }))
  const visits = sealedVisits(opened)
  expect(new Set(visits.map(({ visit }) => visit.sourceId)).size).toBe(rounds)
  for (const { entries, carried } of visits) {
    expect(carried).toEqual([])
    expect(entries.map(({ path, sha256, bytes }) => ({ path, sha256, bytes }))).toEqual(wanted)
  }
  const verify = await run('verify', killed, '--json')
  expect(JSON.parse(verify.stdout)).toMatchObject({ data: { ok: true, problems: [] } })
  expect(readdirSync(join(killed, 'cache', 'visits')).filter((name) => /\.parts$|\.sqlite$/.test(name))).toEqual([])
}, 180_000)

it('a network is asked only on a stated basis; --dry-run counts, --paths-only lists, --offline refuses', async () => {
  rmSync(place, { recursive: true, force: true })
  put('a.txt', 'a')
  put('b/c.txt', 'c')
  const url = await serve()
  const asking = join(root, 'asking.case')
  initCase(asking, realEffects())
  const refused = await run('collect', url, '-C', asking)
  expect([refused.status, refused.stderr]).toEqual([7, expect.stringMatching(/on what basis/)])
  expect((await run('collect', url, '--offline', '--basis', 'b', '-C', asking)).status).toBe(7)
  expect(asked).toEqual([])
  const dry = await run('collect', url, '--dry-run', '--basis', 'b', '--rate', '100/s', '-C', asking)
  expect(dry.stdout).toMatch(/1 folders, 2 files, 2 bytes stated/)
  expect(visitRecords(openCase(asking, realEffects()))).toEqual([])
  expect(asked.filter((path) => path.endsWith('.txt') && path !== '/robots.txt')).toEqual([])
  await run('collect', url, '--paths-only', '--basis', 'publicly reachable', '--rate', '100/s', '-C', asking)
  const [visit] = visitRecords(openCase(asking, realEffects()))
  expect(visit?.payload).toMatchObject({ entries: 0, absent: 2, legalBasis: 'publicly reachable', url })
  const scanned = await run('scan', url, '--basis', 'b', '--rate', '100/s', '-C', join(root, 'scanned.case'), '--json')
  expect(JSON.parse(scanned.stdout)).toMatchObject({ data: { exhibits: 2 } })
}, 60_000)

it('watch says in a dozen lines what a day brought, marks a day at which the server was down, and days tell them apart', async () => {
  rmSync(place, { recursive: true, force: true })
  put('0117/指示.txt', '头部的线条再细一点，不要超出边框\n')
  put('old.txt', 'old')
  const url = await serve()
  const watched = join(root, 'watched.case')
  mkdirSync(watched)
  writeFileSync(
    join(watched, 'inbetween.yaml'),
    `case: {basis: "publicly reachable"}\nsources:\n  - {id: srv, url: "${url}", rate: 200/s, every: 24h}\n`,
  )
  await run('init', watched)
  const day = (date: string) => {
    process.env.INBETWEEN_NOW = `${date}T12:00:00Z`
    return run('watch', '--once', '--fail-on', 'ask', '-C', watched)
  }
  try {
    expect((await day('2024-01-17')).status).not.toBe(1)
    put('0118/答复.txt', '머리부분 선을 좀 더 가늘게 하고 테두리를 넘지 않게 할것\n')
    unlinkSync(join(place, 'old.txt'))
    const second = await day('2024-01-18')
    expect(second.stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(12)
    expect(second.stdout).toMatch(/^2024-01-18 {2}srv {2}\+1 files .* −1 gone$/m)
    const port = Number(new URL(url).port)
    server?.closeAllConnections()
    await new Promise((done) => server?.close(done))
    server = undefined
    expect((await day('2024-01-19')).stdout).toMatch(/gaps: {2}srv: the connection was refused/)
    await serve(0, port)
    put('old.txt', 'old')
    expect((await day('2024-01-20')).stdout).toMatch(/↺1 back/)
    const days = JSON.parse((await run('days', '--json', '-C', watched)).stdout) as {
      data: { date: string; new: number; gone: number; reappeared: number; missed?: string }[]
    }
    expect(days.data.map(({ date, new: fresh, gone, reappeared }) => [date, fresh, gone, reappeared])).toEqual([
      ['2024-01-17', 2, 0, 0],
      ['2024-01-18', 1, 1, 0],
      ['2024-01-19', null, null, null],
      ['2024-01-20', 0, 0, 1],
    ])
    expect(days.data[2]?.missed).toMatch(/refused/)
    const report = join(watched, 'exports', 'report.html')
    await run('report', '-C', watched)
    const html = readFileSync(report, 'utf8')
    expect(html).toContain('publicly reachable')
    expect(html).toMatch(/did not answer|missed/)
  } finally {
    delete process.env.INBETWEEN_NOW
  }
}, 90_000)

it('visits over HTTP are written as WARC that warcio reads, bodies and digests included', async () => {
  rmSync(place, { recursive: true, force: true })
  put('a.txt', 'the body of a\n')
  utimesSync(join(place, 'a.txt'), 1_704_067_200, 1_704_067_200)
  const url = await serve()
  const archived = join(root, 'archived.case')
  initCase(archived, realEffects())
  expect((await run('collect', url, '--basis', 'b', '--rate', '200/s', '-C', archived)).status).toBe(0)
  const done = await run('warc', '-C', archived, '--json')
  const { data } = JSON.parse(done.stdout) as { data: { path: string } }
  const found: Record<string, string> = {}
  for await (const record of new WARCParser(
    (async function* () {
      yield new Uint8Array(readFileSync(data.path))
    })(),
  )) {
    if (record.warcType !== 'response') continue
    found[record.warcTargetURI ?? ''] = await record.contentText()
  }
  expect(found[`${url}a.txt`]).toBe('the body of a\n')
  expect(Object.keys(found)).toContain(`${url}robots.txt`)
}, 30_000)
