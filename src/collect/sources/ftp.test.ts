import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'basic-ftp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFakeFtp } from '../../../test/servers/fake-ftp.ts'
import { startVsftpd } from '../../../test/servers/ftp.ts'
import { contextOf, type Look, lookAt } from '../../../test/servers/look.ts'
import { WRITES } from '../../../test/servers/process.ts'
import { putFile, writeTree } from '../../../test/servers/tree.ts'
import type { Listed } from '../source.ts'
import { ftp } from './ftp.ts'

let root = ''
let place = ''
/** CP949 배경.txt, spaces at either end, and what shells take for patterns. */
const MORE = [
  Buffer.from('b9e8b0e62e747874', 'hex'),
  ...[' lead', 'trail ', '[x]*?', '{a,b}', "it's", 'a -> b'].map((name) => Buffer.from(name)),
]

const scratch = () => {
  const made = mkdtempSync(join(root, 'scratch-'))
  chmodSync(made, 0o755)
  return made
}
const pathsAndHashes = ({ entries }: Look) => entries.map(({ path, sha256 }) => [path, sha256])
const at = (url: string) => ({ url, rate: 0, userAgent: 'test' })

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-ftp-'))
  // vsftpd reads it as the user ftp.
  chmodSync(root, 0o755)
  place = join(root, 'place')
  writeTree(place)
  for (const name of MORE) putFile(place, name, name)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.each([false, true])('vsftpd, over TLS: %s', (isTls) => {
  it('gives the paths and hashes of the folder, and is sent nothing that writes', async () => {
    const server = await startVsftpd(place, scratch(), isTls)
    try {
      const seen = await lookAt(root, { url: server.url, ...(isTls ? { acceptCertificate: true } : {}) })
      const folder = await lookAt(root, { url: place })
      expect(pathsAndHashes(seen)).toEqual(pathsAndHashes(folder))
      expect(seen.entries.length).toBeGreaterThan(MORE.length)
      expect(seen.problems).toEqual([])
      expect(seen.facts).toMatchObject({ address: '127.0.0.1', login: 'anonymous', banner: expect.stringContaining('vsFTPd') as string })
      expect(seen.facts.features).toContain('MDTM')
      const listings = seen.exchanges.filter(({ request }) => /LIST/.test(request))
      expect(listings.length).toBeGreaterThan(1)
      for (const { sha256 = '' } of listings) expect(seen.kept.get(sha256)?.toString('latin1')).toMatch(/^-|^d/)
      const chain = seen.kept.get(seen.exchanges[0]?.peer ?? '')?.toString() ?? ''
      expect(chain.startsWith('-----BEGIN CERTIFICATE-----')).toBe(isTls)
      expect(server.log()).toContain('"RETR ')
      expect(server.log()).not.toMatch(WRITES)
    } finally {
      await server.stop()
    }
  })
})

it('a certificate that does not verify ends the visit unless that is allowed', async () => {
  const server = await startVsftpd(place, scratch(), true)
  try {
    await expect(ftp.open(at(server.url), contextOf().context)).rejects.toMatchObject({ code: 'IBT-UNREACHABLE' })
  } finally {
    await server.stop()
  }
})

it('the log of the server would show a write', async () => {
  const server = await startVsftpd(place, scratch())
  const client = new Client()
  try {
    await client.access({ host: '127.0.0.1', port: Number(new URL(server.url).port) })
    await expect(client.send('DELE plain.txt')).rejects.toThrow('550')
    expect(server.log()).toMatch(WRITES)
  } finally {
    client.close()
    await server.stop()
  }
})

it('goes on in the middle with the same bytes, and after a body that was left', async () => {
  const server = await startVsftpd(place, scratch())
  const connection = await ftp.open(at(server.url), contextOf().context)
  try {
    const path = 'film/shot_E307_112.mp4'
    const file = { kind: 'file', path, location: path } as const
    const left = await connection.fetch(file, 0)
    left?.body.destroy()
    const rest = await connection.fetch(file, 1_234_567)
    expect(rest).toMatchObject({ from: 1_234_567, exchange: { request: `RETR ${path} from 1234567` } })
    const parts: Buffer[] = []
    for await (const chunk of rest?.body ?? []) parts.push(chunk as Buffer)
    expect(Buffer.concat(parts).equals(readFileSync(join(place, path)).subarray(1_234_567))).toBe(true)
  } finally {
    await connection.close()
    await server.stop()
  }
})

it('links, devices and names with line ends are problems, never files under another name', async () => {
  const odd = scratch()
  for (const name of ['a', 'a\rb', 'x\ny', 'x']) putFile(odd, name, name)
  mkdirSync(join(odd, 'dir\rinner'))
  symlinkSync('/etc/passwd', join(odd, 'link'))
  spawnSync('mknod', [join(odd, 'device'), 'c', '1', '3'])
  spawnSync('mkfifo', [join(odd, 'pipe')])
  const server = await startVsftpd(odd, scratch())
  try {
    const { entries, problems } = await lookAt(root, { url: server.url })
    expect(entries.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['a', 1],
      ['x', 1],
    ])
    const said = new Map(problems.map(({ path, message }) => [path, message]))
    expect([...said.keys()].sort()).toEqual(['a\rb', 'device', 'dir\rinner', 'link', 'pipe', 'x\ny'])
    expect(said.get('link')).toBe('a symbolic link: named, not followed')
    expect(said.get('device')).toBe('not a regular file: named, not read')
    expect(said.get('a\rb')).toBe('a line end in its name: FTP cannot ask for it')
  } finally {
    await server.stop()
  }
})

it('a folder named by bytes that are not UTF-8 can be the place', async () => {
  const named = scratch()
  putFile(named, Buffer.from('b0a12f696e', 'hex'), 'in')
  const server = await startVsftpd(named, scratch())
  try {
    expect((await lookAt(root, { url: `${server.url}%B0%A1/` })).entries.map(({ path }) => path)).toEqual(['in'])
  } finally {
    await server.stop()
  }
})

it('a refused login is final: asked once', async () => {
  const server = await startVsftpd(place, scratch())
  try {
    const opened = lookAt(root, { url: server.url, auth: { user: 'somebody', password: 'wrong' } })
    await expect(opened).rejects.toMatchObject({ isFinal: true, message: 'the login was refused, and is not tried again' })
    expect(server.log().match(/"USER /g)).toHaveLength(1)
  } finally {
    await server.stop()
  }
})

describe('an invented server', () => {
  const listing = '-rw-r--r-- 1 0 0 5 Jan 17 09:12 file\r\n'
  const rowsOf = async (fake: Parameters<typeof startFakeFtp>[0]) => {
    const server = await startFakeFtp(fake)
    const { context } = contextOf()
    const connection = await ftp.open(at(server.url), context)
    const rows: Listed[] = []
    try {
      for await (const row of connection.list({ kind: 'folder', path: '', location: '' })) rows.push(row)
      return { rows, commands: server.commands }
    } finally {
      await connection.close()
      await server.stop()
    }
  }

  it('that names another host for data is asked on its own', async () => {
    const { rows, commands } = await rowsOf({ listing, passiveHost: '192,0,2,1' })
    expect(rows).toMatchObject([{ kind: 'file', path: 'file', listed: 'Jan 17 09:12 5' }])
    expect(rows[0]).not.toHaveProperty('modifiedMs')
    expect(commands).toContain('PASV')
    expect(commands.map((line) => line.split(' ')[0])).not.toContain('PORT')
  })

  it('with MLSD gives times in UTC, and types by name', async () => {
    const mlsd = [
      'type=cdir;modify=20240117091200; .',
      'type=file;size=5;modify=20240117091200; file',
      'type=dir;modify=20240117091200; folder',
      'type=OS.unix=slink:/etc;modify=20240117091200; link',
      'type=OS.unix=chr-1/3;modify=20240117091200; device',
      'type=file;size=1;modify=20240117091200; a\rb',
    ].join('\r\n')
    const { rows } = await rowsOf({ features: ['MLST type*;size*;modify*;'], listing: `${mlsd}\r\n` })
    expect(rows.map(({ kind, path }) => [kind, path])).toEqual([
      ['file', 'file'],
      ['folder', 'folder'],
      ['problem', 'link'],
      ['problem', 'device'],
      ['problem', 'a\rb'],
    ])
    expect(rows[0]).toMatchObject({ bytes: 5, modifiedMs: Date.UTC(2024, 0, 17, 9, 12) })
  })

  it('with a row that cannot be read says that the folder is not wholly known', async () => {
    const { rows } = await rowsOf({ listing: `what is this\r\n${listing}` })
    expect(rows).toMatchObject([
      { path: 'file' },
      { kind: 'problem', message: 'rows of the listing that cannot be read: 1', hidesFolder: true },
    ])
  })

  it('that hangs up is asked again over a new connection', async () => {
    const server = await startFakeFtp({ listing, lost: 1 })
    const connection = await ftp.open(at(server.url), contextOf().context)
    const list = async () => {
      const rows: Listed[] = []
      for await (const row of connection.list({ kind: 'folder', path: '', location: '' })) rows.push(row)
      return rows
    }
    try {
      await expect(list()).rejects.toMatchObject({ code: 'IBT-UNREACHABLE' })
      expect(await list()).toHaveLength(1)
      expect(server.commands.filter((line) => line.startsWith('USER'))).toHaveLength(2)
    } finally {
      await connection.close()
      await server.stop()
    }
  })
})
