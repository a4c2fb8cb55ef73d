import { existsSync, readFileSync } from 'node:fs'
import { canonicalJson, sha256Hex } from '../base/hash.ts'
import type { BlobStore } from './blobs.ts'
import { isSignedBy } from './keys.ts'
import { type LedgerEntry, type LedgerPaths, type Payload, readHead, readLines, readPayload, signedText, ZERO_HASH } from './ledger.ts'
import { timestamping } from './timestamping.ts'
import type { TimestampCheck } from './timestamps.ts'
import { checkBlobs, notePayloads } from './verify-blobs.ts'

/** Something that does not verify, or that cannot be told. */
export interface Problem {
  /** Kebab-case: `blob-altered`, `blob-missing`, `ledger-edited`, `ledger-order`, `ledger-cut`, `signature-invalid`, `payload-altered` … */
  readonly code: string
  readonly path: string
  readonly message: string
}

/** What an offline check found. `cannot be excluded`: without a head from outside, a tail cut together with ledger.head leaves no trace. */
export interface Verification {
  readonly ok: boolean
  readonly head: string
  readonly ledger: {
    readonly entries: number
    readonly intact: boolean
    readonly withheld: number
    readonly tail: 'confirmed' | 'cannot be excluded'
  }
  readonly blobs: {
    readonly listed: number
    readonly present: number
    readonly matching: number
    /** Not there, and said to be left out by whoever made this copy. */
    readonly withheld: number
    /** Removed on record, with a reason: hash and size stay. */
    readonly removed: number
  }
  readonly timestamps: readonly TimestampCheck[]
  readonly signatures: { readonly valid: number; readonly invalid: number; readonly key: string }
  readonly problems: readonly Problem[]
  /** What is odd and breaks nothing: blobs and payloads that no entry names, payloads that are gone without an entry that says why. */
  readonly notes: readonly Problem[]
}

/** What a check is given from outside. */
export interface VerifyOptions {
  /** A head hash from another channel: without one, a cut tail cannot be excluded. */
  readonly head?: string
  /** Blobs that whoever made the copy says to have left out. */
  readonly withheld?: ReadonlySet<string>
  /** Certificates (PEM) that time-stamp tokens must lead to. */
  readonly tsaRoots?: string
}

/** Checks a case's ledger, payloads and blobs. Reads every byte of evidence once. */
export async function verifyEvidence(paths: LedgerPaths, blobs: BlobStore, options: VerifyOptions = {}): Promise<Verification> {
  const problems: Problem[] = []
  const notes: Problem[] = []
  const chain = checkChain(paths, problems)
  const tail = checkTail(paths, chain.hashes, options.head, problems)
  const count = await checkBlobs(blobs, chain.payloads, options.withheld ?? new Set(), problems, notes)
  notePayloads(paths.payloads, chain.commits, notes)
  noteGone(chain, notes)
  const hasStamps = chain.payloads.some(({ timestamp }) => timestamp === 'rfc3161')
  const timestamps = hasStamps
    ? await (await timestamping()).checkTimestamps(blobs, chain.payloads, chain.lines, options.tsaRoots, problems)
    : []
  return {
    ok: problems.length === 0,
    head: chain.hashes.at(-1) ?? ZERO_HASH,
    ledger: {
      entries: chain.hashes.length,
      intact: !problems.some(({ code }) => code.startsWith('ledger') || code.startsWith('payload')),
      withheld: chain.gone.size,
      tail,
    },
    blobs: count,
    timestamps,
    signatures: { valid: chain.valid, invalid: chain.invalid, key: chain.key },
    problems,
    notes,
  }
}

interface Chain {
  readonly hashes: string[]
  readonly lines: string[]
  readonly payloads: Payload[]
  readonly commits: Set<string>
  /** Commitment of a payload that is not there → its place and kind. */
  readonly gone: Map<string, { readonly place: string; readonly kind: string }>
  valid: number
  invalid: number
  key: string
}

function checkChain(paths: LedgerPaths, problems: Problem[]): Chain {
  const chain: Chain = { hashes: [], lines: [], payloads: [], commits: new Set(), gone: new Map(), valid: 0, invalid: 0, key: '' }
  if (!existsSync(paths.ledger)) problems.push({ code: 'ledger-missing', path: paths.ledger, message: 'there is no ledger.jsonl' })
  for (const [index, { text, entry }] of readLines(paths).entries()) {
    const place = `ledger.jsonl:${index + 1}`
    const previous = chain.hashes.at(-1) ?? ZERO_HASH
    chain.hashes.push(sha256Hex(text))
    chain.lines.push(text)
    if (!entry || !isCanonical(text, entry)) {
      problems.push({ code: 'ledger-edited', path: place, message: 'the line is not an entry as this program writes one' })
      if (!entry || !/^[0-9a-f]{64}$/.test(String(entry.commit))) continue
    }
    chain.commits.add(entry.commit)
    if (entry.seq !== index)
      problems.push({
        code: 'ledger-order',
        path: place,
        message: `entry ${entry.seq} stands where ${index} belongs: entries were cut, added or reordered`,
      })
    if (entry.prev !== previous)
      problems.push({
        code: 'ledger-chain',
        path: place,
        message: 'does not follow the line before it: one of the two was edited or entries were cut',
      })
    checkEntry(paths, entry, place, chain, problems)
  }
  if (existsSync(paths.ledger)) {
    const bytes = readFileSync(paths.ledger)
    if (bytes.length > 0 && bytes[bytes.length - 1] !== 0x0a) {
      problems.push({
        code: 'ledger-torn',
        path: 'ledger.jsonl',
        message: 'the last line is incomplete, as a crash leaves it; the next append sets it aside in ledger.torn',
      })
    }
  }
  return chain
}

/** Whether a line is byte for byte what its entry is written as: spaces, other members, or loose base64 would hide a change. */
function isCanonical(text: string, entry: LedgerEntry): boolean {
  const { seq, prev, at, kind, commit, signature } = entry
  if (typeof signature !== 'string' || Buffer.from(signature, 'base64').toString('base64') !== signature) return false
  return canonicalJson({ seq, prev, at, kind, commit, signature }) === text
}

function checkEntry(paths: LedgerPaths, entry: LedgerEntry, place: string, chain: Chain, problems: Problem[]): void {
  const { state, payload } = readPayload(paths, entry.commit)
  if (state === 'withheld') chain.gone.set(entry.commit, { place, kind: entry.kind })
  if (state === 'altered')
    problems.push({
      code: 'payload-altered',
      path: `evidence/payloads/${entry.commit.slice(0, 2)}/${entry.commit}.json`,
      message: `the payload of ${place} is not what was committed to`,
    })
  if (payload) chain.payloads.push(payload)
  if (entry.seq === 0 && typeof payload?.publicKey === 'string') chain.key = payload.publicKey
  if (isSignedBy(chain.key, signedText(entry), entry.signature)) chain.valid++
  else {
    chain.invalid++
    problems.push({ code: 'signature-invalid', path: place, message: 'the signature does not fit the entry and the key of entry 0' })
  }
}

/** Payloads may be withheld and the chain still verifies; one that is gone without an entry that says why is told. */
function noteGone({ gone, payloads }: Chain, notes: Problem[]): void {
  const stated = new Set(payloads.filter(({ seq }) => typeof seq === 'number').map(({ commit }) => commit))
  for (const [commit, { place, kind }] of gone) {
    if (!stated.has(commit))
      notes.push({
        code: 'payload-gone',
        path: place,
        message: `the payload (${kind}) is not there, and no entry says why: withheld or lost`,
      })
  }
}

function checkTail(
  paths: LedgerPaths,
  hashes: readonly string[],
  head: string | undefined,
  problems: Problem[],
): 'confirmed' | 'cannot be excluded' {
  const stated = readHead(paths)
  if (!stated) problems.push({ code: 'ledger-head', path: 'ledger.head', message: 'is missing' })
  else if (readFileSync(paths.head, 'utf8') !== `${stated.count} ${stated.hash}\n`)
    problems.push({ code: 'ledger-head', path: 'ledger.head', message: 'is not written as this program writes it' })
  else if (hashes[stated.count - 1] !== stated.hash) {
    problems.push({
      code: 'ledger-cut',
      path: 'ledger.head',
      message: `names entry ${stated.count - 1}, which the ledger does not hold as it was: the tail was cut or edited`,
    })
  }
  if (head === undefined) return 'cannot be excluded'
  if (hashes.includes(head)) return 'confirmed'
  problems.push({
    code: 'ledger-cut',
    path: 'ledger.jsonl',
    message: `no entry has the head ${head}: the ledger was cut or is another one`,
  })
  return 'cannot be excluded'
}
