import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realEffects } from '../../src/base/effects.ts'
import { type Place, SOURCES } from '../../src/collect/index.ts'
import { type CaseFolder, collectSource, initCase, type SourceConfig, sealedVisits, visitRecords } from '../../src/pipeline/index.ts'
import { startDav } from '../servers/dav.ts'
import { startVsftpd } from '../servers/ftp.ts'
import { HTTP_SERVERS, scratchIn } from '../servers/http.ts'
import { WRITES } from '../servers/process.ts'
import { S3_KEYS, startS3 } from '../servers/s3.ts'
import { startSshd } from '../servers/sshd.ts'
import { TREE, writeTree } from '../servers/tree.ts'

/** A server that is up, as a source of a case. */
interface Up {
  readonly source: Partial<SourceConfig>
  readonly stop: () => Promise<void>
  /** What the server says that it was asked, where it logs that. */
  readonly log?: () => string
}

interface Tried {
  readonly name: string
  readonly kind: string
  /** Names of the tree that cannot come from here, with why. */
  readonly cannot?: Readonly<Record<string, string>>
  /** Whether those are listed all the same (then they are rows that say why). */
  readonly isListed?: boolean
  /** What the listing states: for docs/sources.md. */
  readonly sizes: string
  readonly times: string
  readonly start: (scratch: string) => Promise<Up>
}

let root = ''
let place = ''
let opened: CaseFolder

const auth = (scratch: string, lines: string) => {
  const path = join(scratch, 'auth.yaml')
  writeFileSync(path, lines, { mode: 0o600 })
  return path
}

const LOCAL: readonly Tried[] = [
  {
    name: 'zip archive (Info-ZIP)',
    kind: 'archive',
    sizes: 'exact',
    times: 'left to the zip reader',
    async start(scratch) {
      spawnSync('zip', ['-q', '-r', join(scratch, 'place.zip'), '.'], { cwd: place })
      return { source: { kind: 'archive', path: join(scratch, 'place.zip') }, stop: () => Promise.resolve() }
    },
  },
  {
    name: 'tar.gz archive (GNU tar)',
    kind: 'archive',
    sizes: 'exact',
    times: 'exact, seconds',
    async start(scratch) {
      spawnSync('tar', ['-czf', join(scratch, 'place.tgz'), '-C', place, '.'])
      return { source: { kind: 'archive', path: join(scratch, 'place.tgz') }, stop: () => Promise.resolve() }
    },
  },
]

const HTTP_SAYS: Readonly<Record<string, readonly [string, string]>> = {
  'nginx autoindex (html)': ['exact', 'minutes, UTC unless set otherwise'],
  'nginx autoindex (json)': ['exact', 'exact, seconds'],
  lighttpd: ['rounded', 'seconds, of the server’s zone'],
  'Caddy file_server browse': ['exact', 'exact'],
  'Python http.server': ['none', 'none'],
  'Apache mod_autoindex (plain list)': ['none', 'none'],
}

const NETWORK: readonly Tried[] = [
  ...HTTP_SERVERS.map(
    ({ name, start, refuses }): Tried => ({
      name,
      kind: 'http',
      ...(refuses ? { cannot: refuses, isListed: true } : {}),
      sizes: HTTP_SAYS[name]?.[0] ?? 'rounded above 1 KB',
      times: HTTP_SAYS[name]?.[1] ?? 'minutes, of the server’s zone',
      async start(scratch) {
        const server = await start(place, scratch)
        return { source: { url: server.url }, stop: server.stop }
      },
    }),
  ),
  ...(['nginx', 'apache'] as const).map(
    (server): Tried => ({
      name: server === 'nginx' ? 'nginx WebDAV (dav-ext)' : 'Apache mod_dav',
      kind: 'webdav',
      sizes: 'exact',
      times: 'exact, seconds',
      async start(scratch) {
        const dav = await startDav(server, place, scratch)
        return { source: { url: dav.url }, stop: dav.stop }
      },
    }),
  ),
  ...[false, true].map(
    (isTls): Tried => ({
      name: isTls ? 'vsftpd over TLS' : 'vsftpd',
      kind: 'ftp',
      sizes: 'exact',
      times: 'minutes or days without zone (LIST); seconds with MDTM',
      async start(scratch) {
        const server = await startVsftpd(place, scratch, isTls)
        return { source: { url: server.url, ...(isTls ? { acceptCertificate: true } : {}) }, stop: server.stop, log: server.log }
      },
    }),
  ),
  {
    name: 'OpenSSH sftp-server',
    kind: 'sftp',
    sizes: 'exact',
    times: 'exact, seconds',
    async start(scratch) {
      const server = await startSshd(scratch)
      const key = server.privateKey
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n')
      const authFile = auth(scratch, `user: ${server.user}\nprivateKey: |\n${key}\n`)
      return { source: { url: `sftp://127.0.0.1:${server.port}${place}`, authFile }, stop: server.stop, log: server.log }
    },
  },
  {
    name: 's3rver',
    kind: 's3',
    sizes: 'exact',
    times: 'of the upload',
    cannot: Object.fromEntries(['gbk/头部线条.txt', 'gbk/背景设定修改.txt'].map((path) => [path, 'keys of S3 are UTF-8'])),
    async start(scratch) {
      const server = await startS3(
        TREE.filter(({ name }) => Buffer.from(name.toString('utf8')).equals(name)),
        scratch,
      )
      const authFile = auth(scratch, `accessKeyId: ${S3_KEYS.accessKeyId}\nsecretAccessKey: ${S3_KEYS.secretAccessKey}\n`)
      return { source: { url: 's3://place/', endpoint: server.endpoint, authFile }, stop: server.stop }
    },
  },
]

const held = (id: string) => sealedVisits(opened).findLast(({ visit }) => visit.sourceId === id)
const filesOf = (id: string) => held(id)?.entries.map(({ path, sha256, raw }) => [path, sha256, raw])
const silent = () => {}
const base = { layout: 'plain' as const, rate: '1000/s', basis: 'a test' }

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-servers-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  // vsftpd reads it as the user ftp.
  chmodSync(root, 0o755)
  place = join(root, 'place')
  writeTree(place)
  opened = initCase(join(root, 'servers.case'), realEffects())
  await collectSource(opened, { id: 'folder', path: place, layout: 'plain' }, silent)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('a folder gives every name, GBK ones read and kept as bytes', () => {
  const paths = filesOf('folder')?.map(([path]) => path)
  expect(paths).toHaveLength(TREE.length)
  expect(paths).toContain('gbk/背景设定修改.txt')
})

it('every kind of source is tried here', () => {
  const kinds = new Set(['folder', ...[...LOCAL, ...NETWORK].map(({ kind }) => kind)])
  expect(SOURCES.map(({ name }) => name).filter((name) => !kinds.has(name))).toEqual([])
  for (const { summary, claims } of SOURCES) {
    expect(summary).toMatch(/^[A-Z].*\.$/)
    expect(SOURCES.filter((other) => other.claims === claims)).toHaveLength(1)
  }
})

describe.each([...LOCAL, ...NETWORK].map((tried, n) => ({ ...tried, id: `place-${n}` })))(
  '$name',
  ({ name, kind, cannot = {}, isListed, start, id }) => {
    const given = () => filesOf('folder')?.filter(([path]) => !(String(path) in cannot)) ?? []

    it('gives the paths and bytes of the folder, and a second visit fetches nothing', async () => {
      const up = await start(scratchIn(root, name))
      try {
        const source = { ...base, id, ...up.source }
        const first = await collectSource(opened, source, silent)
        expect(held(id)?.visit.problems.filter(({ message }) => !/not UTF-8|composed/.test(message))).toEqual([])
        expect(filesOf(id)).toEqual(given())
        expect(first).toMatchObject({ visits: 1, read: given().length, notTaken: isListed ? Object.keys(cannot).length : 0 })
        expect(await collectSource(opened, source, silent)).toMatchObject({ visits: 1, read: 0, came: 0, changed: 0, went: 0 })
        expect(filesOf(id)).toEqual(given())
        const payload = visitRecords(opened, id).at(-1)?.payload
        if (kind !== 'archive')
          expect(payload).toMatchObject({ kind, legalBasis: 'a test', facts: { address: '127.0.0.1' }, origin: { rating: 'A1' } })
        expect(JSON.stringify(payload)).not.toMatch(/S3RVER|PRIVATE KEY/)
        if (up.log) {
          expect(up.log()).toMatch(/"RETR |flags READ /)
          expect(up.log()).not.toMatch(WRITES)
        }
      } finally {
        await up.stop()
      }
    })

    it.skipIf(kind === 'archive')('goes on in the middle of a file with the same bytes', async () => {
      const up = await start(scratchIn(root, `${name} again`))
      try {
        const bytes = readFileSync(join(place, 'film/shot_E307_112.mp4'))
        expect((await rest(up.source, 1_234_567)).equals(bytes.subarray(1_234_567))).toBe(true)
      } finally {
        await up.stop()
      }
    })

    it.skipIf(kind === 'archive')('that is down makes a missed visit, which is no empty day', async () => {
      const source = { ...base, id, ...(await downOf(kind)) }
      expect(await collectSource(opened, source, silent, { retryMs: 1 })).toMatchObject({ visits: 0, missed: expect.any(String) as string })
      expect(held(id)?.visit.missed).toMatch(/refused|ECONNREFUSED/)
      expect(held(id)?.carried).toHaveLength(given().length)
    })
  },
)

it('a link is named by every source that can see one, and never followed', async () => {
  const linked = mkdtempSync(join(root, 'links-'))
  chmodSync(linked, 0o755)
  writeFileSync(join(linked, 'file'), 'x')
  symlinkSync('/etc/passwd', join(linked, 'link'))
  const sshd = await startSshd(scratchIn(root, 'ssh links'))
  const vsftpd = await startVsftpd(linked, scratchIn(root, 'ftp links'))
  try {
    const key = sshd.privateKey
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n')
    const authFile = auth(scratchIn(root, 'ssh links'), `user: ${sshd.user}\nprivateKey: |\n${key}\n`)
    for (const [n, source] of [{ url: `sftp://127.0.0.1:${sshd.port}${linked}`, authFile }, { url: vsftpd.url }].entries()) {
      await collectSource(opened, { ...base, id: `links-${n}`, ...source }, silent)
      expect(held(`links-${n}`)?.entries.map(({ path }) => path)).toEqual(['file'])
      expect(held(`links-${n}`)?.visit.problems).toEqual([{ path: 'link', message: 'a symbolic link: named, not followed' }])
    }
  } finally {
    await sshd.stop()
    await vsftpd.stop()
  }
})

it('docs/sources.md has the table of what was tried', () => {
  const rows = [...LOCAL, ...NETWORK].map(({ name, kind, sizes, times, cannot, isListed }) => {
    const lost = Object.entries(cannot ?? {}).map(([path, why]) => `\`${path}\`: ${why}`)
    return `| ${name} | ${kind} | ${sizes} | ${times} | ${lost.length === 0 ? 'nothing' : `${lost.join('; ')}${isListed ? ' (listed, said why)' : ''}`} |`
  })
  const table = [
    '| server | kind | sizes in the listing | times in the listing | what of the tree it cannot give |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
  const page = readFileSync('docs/sources.md', 'utf8')
  const written = page.replace(/(<!-- tried -->\n)[\s\S]*?(\n<!-- \/tried -->)/, (_, from: string, to: string) => `${from}${table}${to}`)
  if (process.env.INBETWEEN_WRITE_DOCS !== undefined) writeFileSync('docs/sources.md', written)
  expect(page).toBe(written)
})

/** The bytes of the film from a place on, straight from the source. */
async function rest(config: Partial<SourceConfig>, from: number): Promise<Buffer> {
  const { placeOf } = await import('../../src/pipeline/index.ts')
  const where: Place = placeOf(opened, { ...base, id: 'x', ...config }, config.url ?? '')
  const source = SOURCES.find(({ claims }) => claims(where.url))
  const keep = () => ''
  const connection = await source?.open(where, {
    effects: realEffects(),
    keep,
    keepFile: keep,
    record: () => {},
    turn: () => Promise.resolve(),
  })
  if (!connection) throw new Error('no source')
  try {
    let path = { kind: 'folder' as const, path: '', location: '' }
    for (const wanted of ['film', 'film/shot_E307_112.mp4']) {
      for await (const row of connection.list(path)) {
        if (row.kind === 'folder' && row.path === wanted) path = row
        if (row.kind === 'file' && row.path === 'film/shot_E307_112.mp4') {
          const whole = await connection.fetch(row, 0)
          whole?.body.destroy()
          const part = await connection.fetch(row, from, {
            ...(whole?.version === undefined ? {} : { version: whole.version }),
            ...(whole?.modifiedMs === undefined ? {} : { modifiedMs: whole.modifiedMs }),
          })
          const parts: Buffer[] = []
          for await (const chunk of part?.body ?? []) parts.push(chunk as Buffer)
          return Buffer.concat(parts).subarray(from - (part?.from ?? 0))
        }
      }
    }
    throw new Error('the film is not listed')
  } finally {
    await connection.close()
  }
}

/** A source of the kind where nothing answers. */
async function downOf(kind: string): Promise<Partial<SourceConfig>> {
  const scratch = scratchIn(root, `down ${kind}`)
  if (kind === 's3') return { url: 's3://place/', endpoint: 'http://127.0.0.1:9' }
  if (kind === 'sftp') return { url: 'sftp://127.0.0.1:9/', authFile: auth(scratch, 'user: u\npassword: p\n') }
  return { url: `${kind}://127.0.0.1:9/` }
}
