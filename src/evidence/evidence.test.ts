import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { appendEntries, folderBlobs, ledgerPaths, makeKey, readEntries, readListing, sealListing, verifyEvidence } from './index.ts'

let root = ''
let counter = 0
const random = (count: number) => new Uint8Array(count).map((_, i) => (i * 7 + counter++) % 251)

/** A case with three visits over five files, in a fresh folder. */
function sample() {
  root = mkdtempSync(join(tmpdir(), 'inbetween-evidence-'))
  const signer = makeKey(join(root, 'keys'))
  const paths = ledgerPaths(join(root, 'case'))
  const blobs = folderBlobs(join(root, 'case/evidence/blobs'))
  const context = { paths, signer, now: () => 1_704_067_200_000, random }
  appendEntries(context, [{ kind: 'case', payload: { publicKey: signer.publicPem } }])
  for (let visit = 0; visit < 3; visit++) {
    const entries = [0, 1, 2].map((n) => ({ path: `f${n + visit}`, ...blobs.take(Buffer.from(`file ${n + visit}`)), modifiedMs: 0 }))
    appendEntries(context, [{ kind: 'visit', payload: { listing: sealListing(blobs, entries), day: `2024-01-0${visit + 1}` } }])
  }
  return { paths, blobs, context }
}
let made: ReturnType<typeof sample>
beforeEach(() => {
  made = sample()
  return () => rmSync(root, { recursive: true, force: true })
})
const verify = (head?: string) => verifyEvidence(made.paths, made.blobs, head === undefined ? {} : { head })
const codes = async (head?: string) => (await verify(head)).problems.map(({ code }) => code)

describe('verify', () => {
  it('finds an undisturbed case whole and says that a cut tail cannot be excluded without a head', async () => {
    const found = await verify()
    expect(found).toMatchObject({
      ok: true,
      ledger: { entries: 4, intact: true, withheld: 0, tail: 'cannot be excluded' },
      signatures: { valid: 4, invalid: 0 },
    })
    expect((await verify(found.head)).ledger.tail).toBe('confirmed')
  })

  it('names the file whose blob has one flipped bit, and one that is missing', async () => {
    const [sha = ''] = readListing(made.blobs, String(readEntries(made.paths)[1]?.payload?.listing)).map((entry) => entry.sha256)
    const path = made.blobs.pathOf(sha)
    const bytes = readFileSync(path)
    bytes[0] = (bytes[0] ?? 0) ^ 1
    chmodSync(path, 0o644)
    writeFileSync(path, bytes)
    expect((await verify()).problems).toMatchObject([{ code: 'blob-altered', path: 'f0' }])
    rmSync(path)
    expect((await verify()).problems).toMatchObject([{ code: 'blob-missing', path: 'f0' }])
  })

  it('finds every single flipped bit of the ledger', async () => {
    const whole = readFileSync(made.paths.ledger)
    for (let at = 0; at < whole.length; at += 41) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 2
      writeFileSync(made.paths.ledger, bytes)
      expect((await verify()).ok, `byte ${at}`).toBe(false)
    }
  })

  it('finds a ledger that was cut, reordered or had an altered payload', async () => {
    const lines = readFileSync(made.paths.ledger, 'utf8').split('\n').slice(0, -1)
    writeFileSync(made.paths.ledger, `${lines.slice(0, 3).join('\n')}\n`)
    expect(await codes()).toEqual(['ledger-cut'])
    writeFileSync(made.paths.ledger, `${[lines[0], lines[2], lines[1], lines[3]].join('\n')}\n`)
    expect(await codes()).toContain('ledger-order')
    writeFileSync(made.paths.ledger, `${lines.join('\n')}\n`)
    const commit = String(readEntries(made.paths)[2]?.entry.commit)
    appendFileSync(join(made.paths.payloads, commit.slice(0, 2), `${commit}.json`), ' ')
    expect(await codes()).toEqual(['payload-altered'])
  })

  it('finds a cut that took ledger.head along only by a head from another channel', async () => {
    const { head } = await verify()
    const lines = readFileSync(made.paths.ledger, 'utf8').split('\n').slice(0, 3)
    writeFileSync(made.paths.ledger, `${lines.join('\n')}\n`)
    const { createHash } = await import('node:crypto')
    writeFileSync(
      made.paths.head,
      `3 ${createHash('sha256')
        .update(lines[2] ?? '')
        .digest('hex')}\n`,
    )
    expect(await codes()).toEqual([])
    expect(await codes(head)).toEqual(['ledger-cut'])
  })
})

describe('appending', () => {
  it('sets a torn last line aside and goes on', async () => {
    appendFileSync(made.paths.ledger, '{"at":"2024')
    expect(await codes()).toEqual(['ledger-torn'])
    appendEntries(made.context, [{ kind: 'note', payload: {} }])
    expect(readFileSync(made.paths.torn, 'utf8')).toContain('{"at":"2024')
    expect(await verify()).toMatchObject({ ok: true, ledger: { entries: 5 } })
  })

  it('refuses to append over a cut tail', () => {
    const lines = readFileSync(made.paths.ledger, 'utf8').split('\n')
    writeFileSync(made.paths.ledger, `${lines.slice(0, 2).join('\n')}\n`)
    expect(() => appendEntries(made.context, [{ kind: 'note', payload: {} }])).toThrow(/no longer holds/)
  })

  it('a withheld payload still verifies and is counted', async () => {
    const commit = String(readEntries(made.paths)[3]?.entry.commit)
    rmSync(join(made.paths.payloads, commit.slice(0, 2), `${commit}.json`))
    expect(await verify()).toMatchObject({ ok: true, ledger: { withheld: 1 } })
  })
})

it('a listing that changes in one file shares its other chunks', () => {
  const entries = Array.from({ length: 20_000 }, (_, n) => ({
    path: `folder/file-${n}.png`,
    sha256: 'a'.repeat(64),
    bytes: n,
    modifiedMs: n,
  }))
  sealListing(made.blobs, entries)
  const before = made.blobs.list().length
  const changed = entries.map((entry, n) => (n === 777 ? { ...entry, bytes: 1 } : entry))
  const listing = sealListing(made.blobs, changed)
  expect(made.blobs.list().length - before).toBe(2)
  expect(readListing(made.blobs, listing)).toHaveLength(20_000)
})
