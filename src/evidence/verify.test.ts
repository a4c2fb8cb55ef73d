import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../base/hash.ts'
import {
  appendEntries,
  folderBlobs,
  ledgerPaths,
  makeKey,
  orderedRowWriter,
  pathRowWriter,
  readEntries,
  sealListing,
  type VerifyOptions,
  verifyEvidence,
} from './index.ts'

let root = ''
let counter = 0
const random = (count: number) => new Uint8Array(count).map((_, i) => (i * 11 + counter++) % 251)

/** A case whose entries name a blob in every way there is. */
function sample() {
  root = mkdtempSync(join(tmpdir(), 'inbetween-verify-'))
  const signer = makeKey(join(root, 'keys'))
  const paths = ledgerPaths(join(root, 'case'))
  const blobs = folderBlobs(join(root, 'case/evidence/blobs'))
  const context = { paths, signer, now: () => 1_704_067_200_000, random }
  const hashes = Object.fromEntries(
    ['file', 'list', 'robots', 'container', 'body', 'peer', 'untaken'].map((name) => [name, blobs.take(Buffer.from(name)).sha256]),
  ) as Record<string, string>
  const answers = orderedRowWriter<object>(blobs)
  answers.add({ request: 'GET /a', status: '200', headers: [], sha256: hashes.body, peer: hashes.peer })
  const left = pathRowWriter<{ path: string; sha256: string }>(blobs)
  left.add({ path: 'left.bin', sha256: 'f'.repeat(64) })
  const listing = sealListing(blobs, [{ path: 'a', sha256: String(hashes.file), bytes: 4, modifiedMs: 0 }])
  const responses = answers.finish().sha256
  const notTaken = left.finish().sha256
  appendEntries(context, [
    { kind: 'case', payload: { publicKey: signer.publicPem } },
    { kind: 'list', payload: { list: 'ofac', blobs: [{ name: 'sdn.csv', sha256: hashes.list }] } },
    {
      kind: 'visit',
      payload: { listing, responses, notTaken, facts: { robots: { sha256: hashes.robots }, container: hashes.container } },
    },
    { kind: 'visit', payload: { missed: 'nobody answered', day: '2024-01-02' } },
    { kind: 'note', payload: { text: 'a name that was no UTF-8: \ufffd.png' } },
  ])
  return { paths, blobs, context, hashes, responses, notTaken }
}
let made: ReturnType<typeof sample>
beforeEach(() => {
  made = sample()
  return () => rmSync(root, { recursive: true, force: true })
})
const verify = (options?: VerifyOptions) => verifyEvidence(made.paths, made.blobs, options)
const payloadFile = (seq: number) => {
  const commit = String(readEntries(made.paths)[seq]?.entry.commit)
  return join(made.paths.payloads, commit.slice(0, 2), `${commit}.json`)
}

describe('every hash that the ledger names', () => {
  it('is there in a whole case; rows of what was not taken and missed visits ask for no blob', async () => {
    const found = await verify()
    expect(found.problems).toEqual([])
    // Nobody names the blob that was not taken; it is odd and breaks nothing.
    expect(found.notes).toMatchObject([{ code: 'blob-unnamed' }])
  })

  it.each([
    ['list', 'sdn.csv'],
    ['file', 'a'],
    ['robots', 'robots.txt'],
    ['container', 'an archive'],
    ['body', 'GET /a'],
    ['peer', 'a certificate or host key'],
  ])('is asked for: %s', async (name, path) => {
    const blob = made.blobs.pathOf(String(made.hashes[name]))
    rmSync(blob)
    expect((await verify()).problems).toMatchObject([{ code: 'blob-missing', path }])
    writeFileSync(blob, 'other bytes')
    expect((await verify()).problems).toMatchObject([{ code: 'blob-altered', path }])
  })

  it.each(['responses', 'notTaken'] as const)('is asked for: the index of %s', async (name) => {
    rmSync(made.blobs.pathOf(made[name]))
    const { ok, problems } = await verify()
    expect(ok).toBe(false)
    expect(problems.map(({ code }) => code)).toEqual(['listing-unreadable', 'blob-missing'])
  })

  it('may be withheld by whoever made the copy, and removed on record', async () => {
    const { body = '', file = '' } = made.hashes
    rmSync(made.blobs.pathOf(body))
    expect(await verify({ withheld: new Set([body]) })).toMatchObject({ ok: true, blobs: { withheld: 1, removed: 0 } })
    rmSync(made.blobs.pathOf(file))
    appendEntries(made.context, [{ kind: 'removed', payload: { removed: file, bytes: 4, reason: 'r' } }])
    expect(await verify({ withheld: new Set([body]) })).toMatchObject({ ok: true, blobs: { withheld: 1, removed: 1 } })
  })
})

describe('what is written otherwise than this program writes it', () => {
  it.each([
    ['upper-case hex in a salt', (text: string) => text.slice(0, 64).toUpperCase() + text.slice(64)],
    ['a line end more', (text: string) => `${text}\n`],
    ['a line end less', (text: string) => text.slice(0, -1)],
  ])('is altered: %s', async (_, change) => {
    writeFileSync(payloadFile(1), change(readFileSync(payloadFile(1), 'utf8')))
    expect((await verify()).problems).toMatchObject([{ code: 'payload-altered', path: expect.stringContaining('evidence/payloads') }])
  })

  it('is altered: a byte that is no UTF-8 where the text has its replacement sign', async () => {
    const bytes = readFileSync(payloadFile(4))
    const at = bytes.indexOf(Buffer.from('\ufffd'))
    expect(at).toBeGreaterThan(0)
    writeFileSync(payloadFile(4), Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)]))
    expect((await verify()).problems).toMatchObject([{ code: 'payload-altered' }])
  })

  it.each([
    ['a space', (line: string) => line.replace('{', '{ ')],
    ['another member', (line: string) => line.replace('{', '{"a":1,')],
    ['loose base64', (line: string) => line.replace('=="', '="')],
    [
      'other end bits of base64',
      (line: string) => line.replace(/(.)=="/, (_, last: string) => `${last === 'A' ? 'B' : neighbour(last)}=="`),
    ],
  ])('is edited: a ledger line with %s', async (_, change) => {
    const lines = readFileSync(made.paths.ledger, 'utf8').split('\n')
    lines[4] = change(String(lines[4]))
    writeFileSync(made.paths.ledger, lines.join('\n'))
    expect((await verify()).problems).toContainEqual(expect.objectContaining({ code: 'ledger-edited', path: 'ledger.jsonl:5' }))
  })

  it.each([
    ['a zero before', (text: string) => `0${text}`],
    ['no line end', (text: string) => text.trimEnd()],
    ['a word after', (text: string) => text.replace('\n', ' x\n')],
  ])('is told: ledger.head with %s', async (_, change) => {
    writeFileSync(made.paths.head, change(readFileSync(made.paths.head, 'utf8')))
    expect((await verify()).problems).toMatchObject([{ code: 'ledger-head' }])
  })
})

describe('payloads that do not fit the ledger', () => {
  it('are noted when no entry commits to them, wherever they lie', async () => {
    const { notes } = await verify()
    mkdirSync(join(made.paths.payloads, 'zz'), { recursive: true })
    writeFileSync(join(made.paths.payloads, 'zz', 'stray.json'), canonicalJson({}))
    writeFileSync(join(made.paths.payloads, 'stray.json'), canonicalJson({}))
    const found = await verify()
    expect(found.ok).toBe(true)
    expect(found.notes.filter((note) => !notes.some(({ code }) => code === note.code))).toMatchObject([
      { code: 'payload-unnamed', message: expect.stringMatching(/^2 payloads/) },
    ])
  })

  it('are noted when they are gone and no entry says why', async () => {
    const { commit } = readEntries(made.paths)[4]?.entry ?? {}
    rmSync(payloadFile(4))
    expect((await verify()).notes).toContainEqual(expect.objectContaining({ code: 'payload-gone', path: 'ledger.jsonl:5' }))
    appendEntries(made.context, [{ kind: 'withheld', payload: { seq: 4, commit, reason: 'privileged' } }])
    expect(await verify()).toMatchObject({ ok: true, ledger: { withheld: 1 }, notes: [{ code: 'blob-unnamed' }] })
  })
})

/** A base64 digit that differs in its lowest bit, which padding hides. */
function neighbour(digit: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return digits[digits.indexOf(digit) ^ 1] ?? ''
}
