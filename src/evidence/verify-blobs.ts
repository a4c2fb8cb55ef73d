import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BlobStore } from './blobs.ts'
import type { Payload } from './ledger.ts'
import { chunksOf, unpackRows } from './listing.ts'
import type { Problem, Verification } from './verify.ts'

/** What payloads say of blobs: those that must be there, and those that were removed on record. */
interface Named {
  /** Hash → what it is, in the order in which the ledger names it. */
  readonly listed: Map<string, string>
  readonly removed: ReadonlySet<string>
}

/**
 * Every hash that a payload names must be there and be itself. Blobs that were removed on record or withheld by whoever made the copy are counted as that;
 * blobs that nobody names are noted.
 */
export async function checkBlobs(
  blobs: BlobStore,
  payloads: readonly Payload[],
  withheld: ReadonlySet<string>,
  problems: Problem[],
  notes: Problem[],
): Promise<Verification['blobs']> {
  const { listed, removed } = namedBlobs(blobs, payloads, withheld, problems)
  const count = { listed: listed.size, present: 0, matching: 0, withheld: 0, removed: 0 }
  for (const [sha256, name] of listed) {
    const actual = await blobs.rehash(sha256)
    if (actual === undefined) {
      if (removed.has(sha256)) count.removed++
      else if (withheld.has(sha256)) count.withheld++
      else problems.push({ code: 'blob-missing', path: name, message: `blob ${sha256} is not there` })
      continue
    }
    count.present++
    if (actual === sha256) count.matching++
    else problems.push({ code: 'blob-altered', path: name, message: `blob ${sha256} now hashes to ${actual}` })
    if (removed.has(sha256))
      notes.push({ code: 'removed-present', path: name, message: `blob ${sha256} was removed on record and is there` })
  }
  noteStrangers(blobs, listed, notes)
  return count
}

function namedBlobs(blobs: BlobStore, payloads: readonly Payload[], withheld: ReadonlySet<string>, problems: Problem[]): Named {
  const listed = new Map<string, string>()
  const removed = new Set<string>()
  const put = (sha256: unknown, name: string) => {
    if (typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && !listed.has(sha256)) listed.set(sha256, name)
  }
  for (const payload of payloads) {
    const { facts } = payload as { facts?: { robots?: { sha256?: unknown }; container?: unknown; certificate?: unknown } }
    put(payload.blob, String(payload.name ?? 'sealed input'))
    for (const blob of listOf(payload.blobs)) put(blob.sha256, String(blob.name ?? 'sealed input'))
    put(facts?.robots?.sha256, 'robots.txt')
    put(facts?.container, 'an archive')
    put(facts?.certificate, 'a certificate or host key')
    for (const key of ['listing', 'responses', 'notTaken']) {
      if (typeof payload[key] === 'string') rowsNamed(blobs, key, payload[key], put, withheld, problems)
    }
    if (typeof payload.removed === 'string') removed.add(payload.removed)
  }
  return { listed, removed }
}

/** Names an index, its chunks and what their rows name. */
function rowsNamed(
  blobs: BlobStore,
  kind: string,
  index: string,
  put: (sha256: unknown, name: string) => void,
  withheld: ReadonlySet<string>,
  problems: Problem[],
): void {
  const words = kind === 'listing' ? 'a listing' : kind === 'responses' ? 'answers of a visit' : 'what a visit left out'
  put(index, words)
  if (!blobs.has(index) && withheld.has(index)) return
  try {
    for (const chunk of chunksOf(blobs, index)) {
      put(chunk, `part of ${words}`)
      if (!blobs.has(chunk) && withheld.has(chunk)) continue
      for (const line of unpackRows(blobs.read(chunk)).split('\n')) {
        if (line === '' || kind === 'notTaken') continue
        const row = JSON.parse(line) as { path?: string; request?: string; sha256?: string; peer?: string }
        put(row.sha256, row.path ?? row.request ?? words)
        put(row.peer, 'a certificate or host key')
      }
    }
  } catch {
    problems.push({
      code: 'listing-unreadable',
      path: index,
      message: `${words} or a part of it is missing or damaged: the files it names cannot be checked`,
    })
  }
}

function listOf(value: unknown): readonly { readonly sha256?: unknown; readonly name?: unknown }[] {
  return Array.isArray(value) ? (value as unknown[]).filter((one) => typeof one === 'object' && one !== null) : []
}

/** Files in the blob folder that no payload names: left by a crash, by a listing that was only tried, or put there by somebody. */
function noteStrangers(blobs: BlobStore, listed: ReadonlyMap<string, string>, notes: Problem[]): void {
  let strangers = 0
  for (const sha256 of blobs.list()) if (!listed.has(sha256)) strangers++
  if (strangers > 0)
    notes.push({
      code: 'blob-unnamed',
      path: 'evidence/blobs',
      message: `${strangers} blobs that no entry names, as a crash leaves them; they support nothing`,
    })
}

/** Payload files that no entry commits to, counted: those that lie where the program puts none are among them. */
export function notePayloads(folder: string, commits: ReadonlySet<string>, notes: Problem[]): void {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  const known = new Set([...commits].map((commit) => join(folder, commit.slice(0, 2), `${commit}.json`)))
  const strangers = files.filter((entry) => !entry.isDirectory() && !known.has(join(entry.parentPath, entry.name))).length
  if (strangers > 0)
    notes.push({
      code: 'payload-unnamed',
      path: 'evidence/payloads',
      message: `${strangers} payloads that no entry commits to, as a crash leaves them`,
    })
}
