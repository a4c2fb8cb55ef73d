import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startTsa, type Tsa } from '../../test/servers/tsa.ts'
import { sha256Hex } from '../base/hash.ts'
import { checkToken, timestampRequest, tokenOfResponse } from './timestamps.ts'

const LINE = '{"at":"2024-01-17T00:00:00Z","commit":"…","kind":"visit"}'
let root = ''
let tsa: Tsa
let other: Tsa
let token: Uint8Array

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-tsa-'))
  tsa = await startTsa(mkdtempSync(join(root, 'a')))
  other = await startTsa(mkdtempSync(join(root, 'b')))
  token = tokenOfResponse(tsa.reply(timestampRequest(sha256Hex(LINE), randomBytes(8))), 'answer')
})
afterAll(async () => {
  await tsa.stop()
  await other.stop()
  rmSync(root, { recursive: true, force: true })
})

it('a token of a real authority says when, and who signed; its root is checked when one is given', async () => {
  const read = await checkToken(token, LINE)
  expect(read).toMatchObject({ policy: '1.2.3.4.1', root: 'not checked', tsa: 'O=Invented Authority, CN=Time stamps' })
  expect(Math.abs(Date.parse(read.genTime) - Date.now())).toBeLessThan(600_000)
  expect((await checkToken(token, LINE, tsa.root)).root).toBe('checked')
  expect((await checkToken(token, LINE, other.root)).root).toBe('foreign')
})

it('a token outlives its certificate: the chain is asked for the time that the token states', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2099-01-01T00:00:00Z') })
  try {
    expect((await checkToken(token, LINE, tsa.root)).root).toBe('checked')
  } finally {
    vi.useRealTimers()
  }
})

it('a token that was made with a certificate that was not valid then does not hold', async () => {
  const expired = await startTsa(mkdtempSync(join(root, 'c')), ['-days', '-1'])
  await expired.stop()
  const made = tokenOfResponse(expired.reply(timestampRequest(sha256Hex(LINE), randomBytes(8))), 'answer')
  await expect(checkToken(made, LINE)).rejects.toThrow('was not valid at its time')
})

it('a file without certificates is a fault of the file, not of the token', async () => {
  await expect(checkToken(token, LINE, 'no certificate')).rejects.toThrow('no certificates that can be read')
})

it('a token of another line does not hold, and no changed byte makes one say something else', async () => {
  await expect(checkToken(token, `${LINE} `)).rejects.toThrow('it stamps something else')
  const told = await checkToken(token, LINE, tsa.root)
  let refused = 0
  for (let n = 0; n < 150; n++) {
    const changed = Buffer.from(token)
    const place = Math.floor((changed.length * n) / 150)
    changed[place] = (changed[place] ?? 0) ^ 1
    // What no signature covers, such as a certificate that comes along unused, may change; what is told may not.
    await checkToken(changed, LINE, tsa.root).then(
      (read) => read.root === 'checked' && expect(read).toEqual(told),
      () => refused++,
    )
  }
  expect(refused).toBeGreaterThan(75)
})

it('a refusal and a page are no tokens', () => {
  expect(() => tokenOfResponse(Buffer.from('<html>'), 'a file')).toThrow('not an answer')
  const refused = Buffer.from('30053003020102', 'hex') // status 2, rejection
  expect(() => tokenOfResponse(refused, 'a file')).toThrow()
})
