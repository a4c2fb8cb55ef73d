import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contextOf, type Look, lookAt } from '../../../test/servers/look.ts'
import { WRITES } from '../../../test/servers/process.ts'
import { startSshd } from '../../../test/servers/sshd.ts'
import { putFile, writeTree } from '../../../test/servers/tree.ts'
import type { Listed } from '../source.ts'
import { sftp } from './sftp.ts'

let root = ''
let place = ''
let keys = ''
let server: Awaited<ReturnType<typeof startSshd>>

const pathsAndHashes = ({ entries }: Look) => entries.map(({ path, sha256, modifiedMs }) => [path, sha256, modifiedMs])
const url = (folder: string) => `sftp://127.0.0.1:${server.port}${folder}`
const auth = () => ({ user: server.user, privateKey: server.privateKey })
const at = (folder: string) => ({ url: url(folder), rate: 0, userAgent: 'test', auth: auth() })

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-sftp-'))
  place = join(root, 'place')
  keys = mkdtempSync(join(root, 'keys-'))
  writeTree(place)
  // CP949 배경.txt, line ends, and a name that UTF-8 decoding would lose.
  for (const name of [Buffer.from('b9e8b0e62e747874', 'hex'), Buffer.from('x\ny'), Buffer.from('a\rb'), Buffer.from([0xff])])
    putFile(place, name, name)
  server = await startSshd(keys)
})
afterAll(async () => {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
})

it('gives the paths, hashes and times of the folder, and opens nothing for writing', async () => {
  const seen = await lookAt(root, { url: url(place), auth: auth() })
  const whole = (look: Look) => pathsAndHashes(look).map(([path, hash, time]) => [path, hash, Math.floor(Number(time) / 1000)])
  expect(whole(seen)).toEqual(whole(await lookAt(root, { url: place })))
  expect(seen.entries.length).toBeGreaterThan(13)
  expect(seen.problems).toEqual([])
  const hostKey = Buffer.from(readFileSync(join(keys, 'host.pub'), 'utf8').split(' ')[1] ?? '', 'base64')
  const fingerprint = createHash('sha256').update(hostKey).digest('base64').replace(/=+$/, '')
  expect(seen.facts).toMatchObject({ hostKey: `SHA256:${fingerprint}`, login: 'credentials of a file' })
  for (const { peer = '' } of seen.exchanges) expect(seen.kept.get(peer)?.equals(hostKey)).toBe(true)
  expect(server.log()).toMatch(/flags READ /)
  expect(server.log()).not.toMatch(WRITES)
})

it('goes on in the middle with the same bytes', async () => {
  const connection = await sftp.open(at(place), contextOf().context)
  try {
    const path = 'film/shot_E307_112.mp4'
    const rest = await connection.fetch({ kind: 'file', path, location: path }, 1_234_567)
    expect(rest?.from).toBe(1_234_567)
    const parts: Buffer[] = []
    for await (const chunk of rest?.body ?? []) parts.push(chunk as Buffer)
    expect(Buffer.concat(parts).equals(readFileSync(join(place, path)).subarray(1_234_567))).toBe(true)
  } finally {
    await connection.close()
  }
})

it('links, devices and pipes are named and not read', async () => {
  const odd = mkdtempSync(join(root, 'odd-'))
  putFile(odd, 'file', 'x')
  symlinkSync('/etc/passwd', join(odd, 'link'))
  spawnSync('mknod', [join(odd, 'device'), 'c', '1', '3'])
  spawnSync('mkfifo', [join(odd, 'pipe')])
  const { entries, problems } = await lookAt(root, { url: url(odd), auth: auth() })
  expect(entries.map(({ path }) => path)).toEqual(['file'])
  expect(problems.map(({ path }) => path).sort()).toEqual(['device', 'link', 'pipe'])
  expect(problems.find(({ path }) => path === 'link')?.message).toBe('a symbolic link: named, not followed')
})

it('a folder named by bytes that are not UTF-8 can be the place', async () => {
  const named = mkdtempSync(join(root, 'named-'))
  putFile(named, Buffer.from('b0a12f696e', 'hex'), 'in')
  expect((await lookAt(root, { url: url(`${named}/%B0%A1`), auth: auth() })).entries.map(({ path }) => path)).toEqual(['in'])
})

it('a refused login is final: asked once', async () => {
  const before = server.output().match(/^Connection from/gm)?.length ?? 0
  const opened = lookAt(root, { url: url(place), auth: { user: server.user, password: 'wrong' } })
  await expect(opened).rejects.toMatchObject({ isFinal: true, message: 'the login was refused, and is not tried again' })
  expect(server.output().match(/^Connection from/gm)).toHaveLength(before + 1)
})

it('without a login it is refused, with where to put one', async () => {
  await expect(lookAt(root, { url: url(place) })).rejects.toMatchObject({
    code: 'IBT-REFUSED',
    hint: expect.stringContaining('--auth-file') as string,
  })
})

it('a channel that the server ends is opened again', async () => {
  const connection = await sftp.open(at(place), contextOf().context)
  const list = async () => {
    const rows: Listed[] = []
    for await (const row of connection.list({ kind: 'folder', path: 'film', location: 'film' })) rows.push(row)
    return rows
  }
  try {
    expect(await list()).toHaveLength(1)
    server.hangUp()
    await expect(list()).rejects.toMatchObject({ code: 'IBT-UNREACHABLE' })
    expect(await list()).toHaveLength(1)
  } finally {
    await connection.close()
  }
})

// Last: it leaves writes in the log.
it('the log of the server would show a write', () => {
  const known = ['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'IdentitiesOnly=yes']
  const args = [...known, '-i', join(keys, 'client'), '-P', String(server.port), '-b', '-', `${server.user}@127.0.0.1`]
  const { status, stderr } = spawnSync('sftp', args, { input: `put ${place}/plain.txt ${root}/written\n` })
  expect(status, stderr.toString()).toBe(0)
  expect(server.log()).toMatch(WRITES)
})
