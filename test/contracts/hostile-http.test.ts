import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { realEffects } from '../../src/base/effects.ts'
import type { Exchange } from '../../src/collect/index.ts'
import { rowsOf } from '../../src/evidence/index.ts'
import type { NotTaken } from '../../src/model/index.ts'
import { type CaseFolder, collectSource, initCase, type SourceConfig, sealedVisits, visitRecords } from '../../src/pipeline/index.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let root = ''
let opened: CaseFolder
let asked: { method: string; url: string; headers: IncomingMessage['headers'] }[] = []
const servers: Server[] = []
let count = 0

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-hostile-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  opened = initCase(join(root, 'hostile.case'), realEffects())
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const index = (...names: string[]) =>
  `<html><title>Index of /</title>${names.map((name) => `<a href="${name}">${name}</a> 17-Jan-2024 09:12 -\n`).join('')}</html>`

/** A server whose every word the test chooses. */
async function serve(answers: Readonly<Record<string, Answer | string>>, start = createServer): Promise<string> {
  asked = []
  const server = start((request: IncomingMessage, response: ServerResponse) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers })
    const answer = answers[request.url ?? '']
    if (answer === undefined) response.writeHead(404).end()
    else if (typeof answer === 'string')
      response.writeHead(200, { 'content-type': answer.startsWith('<') ? 'text/html' : 'text/plain' }).end(answer)
    else answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

async function visit(host: string, more: Partial<SourceConfig> = {}) {
  const source = { id: `s${count++}`, url: `http://${host}/`, layout: 'plain' as const, rate: '1000/s', basis: 'a test', ...more }
  const done = await collectSource(opened, source, () => {}, { retryMs: 1 })
  return { done, ...look(source.id), again: () => collectSource(opened, source, () => {}, { retryMs: 1 }), id: source.id }
}

function look(id: string) {
  const payload = visitRecords(opened, id).at(-1)?.payload ?? {}
  return {
    payload,
    entries: sealedVisits(opened).findLast(({ visit: { sourceId } }) => sourceId === id)?.entries ?? [],
    absent: typeof payload.notTaken === 'string' ? [...rowsOf<NotTaken>(opened.blobs, payload.notTaken)] : [],
    exchanges: typeof payload.responses === 'string' ? [...rowsOf<Exchange>(opened.blobs, payload.responses)] : [],
  }
}

const requestsFor = (url: string) => asked.filter((one) => one.url === url).length

describe('a server that means ill', () => {
  it('sends nobody in circles or to another origin', async () => {
    const host = await serve({
      '/': index('round', 'metadata', 'gone'),
      '/round': (_, response) => response.writeHead(302, { location: '/round2' }).end(),
      '/round2': (_, response) => response.writeHead(302, { location: '/round' }).end(),
      '/metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    })
    const { absent } = await visit(host)
    expect(absent.map(({ path, why }) => `${path}: ${why}`)).toEqual([
      'gone: HTTP 404: not there any more',
      'metadata: leads to another origin (http://169.254.169.254), which nobody named',
      'round: redirects in a circle or more than 5 times',
    ])
  })

  it('is asked once where it says 401 or 403, without credentials, cookies or a name', async () => {
    const no: Answer = (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"', 'set-cookie': 'id=7' }).end()
    const host = await serve({ '/': index('a', 'b'), '/a': no, '/b': (_, response) => response.writeHead(403).end() })
    const { absent } = await visit(host)
    expect(absent.map(({ why }) => why)).toEqual([
      'HTTP 401: access is not given, and is not asked for again',
      'HTTP 403: access is not given, and is not asked for again',
    ])
    expect([requestsFor('/a'), requestsFor('/b')]).toEqual([1, 1])
    for (const { method, headers } of asked) {
      expect(method).toBe('GET')
      expect(headers['user-agent']).toMatch(/^inbetween\/\d/)
      expect(Object.keys(headers).filter((name) => /cookie|authorization|referer|from/.test(name))).toEqual([])
    }
  })

  it('that cuts a file off is asked for the rest, and for all of it when the file changed meanwhile', async () => {
    const whole = Buffer.from('0123456789'.repeat(1000))
    const cut =
      (tag: () => string): Answer =>
      (request, response) => {
        const from = /bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1]
        if (from !== undefined && request.headers['if-range'] === tag()) {
          const start = Number(from)
          response.writeHead(206, {
            etag: tag(),
            'content-range': `bytes ${start}-${whole.length - 1}/${whole.length}`,
            'content-length': whole.length - start,
          })
          response.end(whole.subarray(start))
        } else if (from === undefined) {
          response.writeHead(200, { etag: tag(), 'content-length': whole.length })
          response.write(whole.subarray(0, 4000), () => setTimeout(() => response.destroy(), 20))
        } else response.writeHead(200, { etag: tag() }).end('new content')
      }
    let n = 0
    const host = await serve({ '/': index('same', 'other'), '/same': cut(() => '"1"'), '/other': cut(() => `"${n++}"`) })
    const { entries } = await visit(host)
    const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
    expect(entries.map(({ path, sha256 }) => [path, sha256])).toEqual([
      ['other', hash('new content')],
      ['same', hash(whole)],
    ])
    expect(asked.filter(({ url }) => url === '/same').map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=4000-'])
  })

  it('that never gives the bytes it announced is given up, and that is no empty file', async () => {
    const host = await serve({
      '/': index('short'),
      '/short': (_, response) => {
        response.writeHead(200, { 'content-length': 100 })
        response.write('x', () => response.destroy())
      },
    })
    const { entries, absent } = await visit(host)
    expect([entries.length, absent.map(({ path }) => path), requestsFor('/short')]).toEqual([0, ['short'], 3])
  })

  it('gives no listing that unpacks without end, and what is hidden behind a page stays unknown', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024))
    const host = await serve({
      '/': index('bomb/', 'site/', 'ok'),
      '/ok': 'ok',
      '/site/': '<title>Welcome</title><a href="x">x</a>',
      '/bomb/': (_, response) => response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    })
    const { entries, absent } = await visit(host)
    expect(entries.map(({ path }) => path)).toEqual(['ok'])
    expect(absent.map(({ path, hidesFolder }) => [path, hidesFolder])).toEqual([
      ['bomb', true],
      ['site', true],
    ])
  }, 30_000)

  it('that says "not modified" of what nobody has, and dates from the future, is not believed', async () => {
    const host = await serve({
      '/': index('lie', 'future'),
      '/lie': (_, response) => response.writeHead(304).end(),
      '/future': (_, response) =>
        response.writeHead(200, { 'last-modified': 'Fri, 01 Jan 2100 00:00:00 GMT', date: 'Mon, 01 Jan 2024 00:00:00 GMT' }).end('f'),
    })
    const { absent, payload, exchanges } = await visit(host)
    expect(absent.map(({ path }) => path)).toEqual(['lie'])
    expect(payload.problems).toMatchObject([{ path: 'future', message: expect.stringContaining('impossible time (2100-01-01') as string }])
    expect(exchanges.find(({ request }) => request === 'GET /future')?.skewMs).toBeLessThan(-31_536_000_000)
  })
})

it('robots.txt is asked first, what it disallows is left out, and looking all the same is recorded', async () => {
  const host = await serve({
    '/robots.txt': 'User-agent: *\nDisallow: /private/',
    '/': index('private/', 'open'),
    '/open': 'o',
    '/private/': index('a'),
    '/private/a': 'a',
  })
  const { entries, absent, payload } = await visit(host)
  expect(asked[0]?.url).toBe('/robots.txt')
  expect([entries.length, absent[0]?.path, requestsFor('/private/')]).toEqual([1, 'private', 0])
  expect(payload.facts).toMatchObject({ robots: { status: 200, rules: 1, obeyed: true } })
  const open = await visit(host, { robots: 'record' })
  expect([open.entries.length, open.payload.overrides]).toEqual([2, { robots: 'record' }])
})

it('a server that goes away in the middle is gone on with later, and nothing is asked for twice', async () => {
  const names = Array.from({ length: 20 }, (_, n) => `f${String(n).padStart(2, '0')}`)
  let isUp = true
  const file: Answer = (request, response) => {
    if (request.url === '/f09') isUp = false
    if (isUp) response.writeHead(200).end(request.url)
    else request.socket.destroy()
  }
  const host = await serve({ '/': index(...names), ...Object.fromEntries(names.map((name) => [`/${name}`, file])) })
  const source = { id: 'away', url: `http://${host}/`, layout: 'plain' as const, rate: '1000/s', basis: 'a test' }
  await expect(collectSource(opened, source, () => {}, { retryMs: 1 })).rejects.toMatchObject({ code: 'IBT-UNREACHABLE' })
  expect(visitRecords(opened, 'away')).toEqual([])
  asked = []
  const back = await serve({})
  expect(back).not.toBe(host)
  isUp = true
  const revived = createServer((request, response) => {
    asked.push({ method: '', url: request.url ?? '', headers: request.headers })
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else response.writeHead(200).end(request.url)
  })
  servers[0]?.closeAllConnections()
  await new Promise((done) => servers.shift()?.close(done))
  servers.push(revived)
  await new Promise<void>((done) => revived.listen(Number(host.split(':')[1]), '127.0.0.1', done))
  expect(await collectSource(opened, source, () => {}, { retryMs: 1 })).toMatchObject({ visits: 1 })
  expect(look('away').entries.map(({ path }) => path)).toEqual(names)
  expect(asked.map(({ url }) => url).filter((url) => /f0[0-8]|^\/$/.test(url))).toEqual([])
})

it('a certificate that does not verify ends the visit, or is recorded when a person accepts it; the chain is kept', async () => {
  const key = join(root, 'key.pem')
  const cert = join(root, 'cert.pem')
  spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ed25519',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    '-days',
    '2',
    '-subj',
    '/CN=place.example',
  ])
  const tls = ((handler: Answer) =>
    createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, handler)) as unknown as typeof createServer
  const host = await serve({ '/': index('a'), '/a': 'a' }, tls)
  expect((await visit(host, { url: `https://${host}/` })).done.missed).toMatch(/certificate does not verify/)
  const { exchanges, payload } = await visit(host, { url: `https://${host}/`, acceptCertificate: true })
  expect(payload.overrides).toEqual({ acceptCertificate: true })
  const chain = exchanges.find(({ request }) => request === 'GET /a')?.peer ?? ''
  expect(opened.blobs.read(chain).toString()).toBe(readFileSync(cert, 'utf8'))
})

describe('what a person may not do by accident', () => {
  it('is to put credentials into an address, to pose as a browser, or to leave an auth file open to others', async () => {
    const refused = { code: 'IBT-REFUSED' }
    await expect(visit('user:secret@127.0.0.1:9')).rejects.toMatchObject(refused)
    await expect(visit('127.0.0.1:9', { userAgent: 'Mozilla/5.0' })).rejects.toMatchObject(refused)
    const file = join(root, 'auth.yaml')
    writeFileSync(file, 'user: u\npassword: p\n')
    chmodSync(file, 0o644)
    await expect(visit('127.0.0.1:9', { authFile: file })).rejects.toMatchObject(refused)
  })

  it('credentials of a file are sent, and never sealed', async () => {
    const file = join(root, 'auth.yaml')
    writeFileSync(file, 'user: u\npassword: geheim\n')
    chmodSync(file, 0o600)
    const host = await serve({
      '/': (request, response) =>
        response
          .writeHead(request.headers.authorization === `Basic ${btoa('u:geheim')}` ? 200 : 401, { 'content-type': 'text/html' })
          .end(index('a')),
      '/a': 'a',
    })
    const { entries, exchanges, payload } = await visit(host, { authFile: file })
    expect(entries).toHaveLength(1)
    expect(exchanges.find(({ request }) => request === 'GET /')?.sent).toContainEqual(['Authorization', '(left out)'])
    expect(JSON.stringify([payload, exchanges])).not.toMatch(new RegExp(`geheim|${btoa('u:geheim')}`))
    expect(payload.overrides).toMatchObject({ login: 'credentials of a file' })
  })
})
