import { existsSync, readFileSync } from 'node:fs'
import { sha256Hex } from '../base/hash.ts'
import type { BlobStore } from './blobs.ts'
import { isSignedBy } from './keys.ts'
import { type LedgerEntry, type LedgerPaths, type Payload, readHead, readLines, readPayload, signedText, ZERO_HASH } from './ledger.ts'
import { chunksOf, readListing } from './listing.ts'

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
  readonly blobs: { readonly listed: number; readonly present: number; readonly matching: number }
  readonly signatures: { readonly valid: number; readonly invalid: number; readonly key: string }
  readonly problems: readonly Problem[]
}

/** Checks a case's ledger, payloads and blobs. `head` is a head hash from another channel. Reads every byte of evidence once. */
export async function verifyEvidence(paths: LedgerPaths, blobs: BlobStore, head?: string): Promise<Verification> {
  const problems: Problem[] = []
  const chain = checkChain(paths, problems)
  const tail = checkTail(paths, chain.hashes, head, problems)
  const count = await checkBlobs(blobs, chain.payloads, problems)
  return {
    ok: problems.length === 0,
    head: chain.hashes.at(-1) ?? ZERO_HASH,
    ledger: {
      entries: chain.hashes.length,
      intact: !problems.some(({ code }) => code.startsWith('ledger') || code.startsWith('payload')),
      withheld: chain.withheld,
      tail,
    },
    blobs: count,
    signatures: { valid: chain.valid, invalid: chain.invalid, key: chain.key },
    problems,
  }
}

interface Chain {
  readonly hashes: string[]
  readonly payloads: Payload[]
  withheld: number
  valid: number
  invalid: number
  key: string
}

function checkChain(paths: LedgerPaths, problems: Problem[]): Chain {
  const chain: Chain = { hashes: [], payloads: [], withheld: 0, valid: 0, invalid: 0, key: '' }
  if (!existsSync(paths.ledger)) problems.push({ code: 'ledger-missing', path: paths.ledger, message: 'there is no ledger.jsonl' })
  for (const [index, { text, entry }] of readLines(paths).entries()) {
    const place = `ledger.jsonl:${index + 1}`
    const previous = chain.hashes.at(-1) ?? ZERO_HASH
    chain.hashes.push(sha256Hex(text))
    if (!entry) {
      problems.push({ code: 'ledger-edited', path: place, message: 'the line is not an entry' })
      continue
    }
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

function checkEntry(paths: LedgerPaths, entry: LedgerEntry, place: string, chain: Chain, problems: Problem[]): void {
  const { state, payload } = readPayload(paths, entry.commit)
  if (state === 'withheld') chain.withheld++
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

function checkTail(
  paths: LedgerPaths,
  hashes: readonly string[],
  head: string | undefined,
  problems: Problem[],
): 'confirmed' | 'cannot be excluded' {
  const stated = readHead(paths)
  if (!stated) problems.push({ code: 'ledger-head', path: 'ledger.head', message: 'is missing' })
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

/** Every hash that a payload names must be there and be itself; blobs that nobody names are reported too. */
async function checkBlobs(blobs: BlobStore, payloads: readonly Payload[], problems: Problem[]): Promise<Verification['blobs']> {
  const listed = new Map<string, string>()
  for (const payload of payloads) {
    for (const [key, value] of Object.entries(payload)) {
      if (key === 'listing' && typeof value === 'string') namesOfListing(blobs, value, listed, problems)
      else if (key === 'blob' && typeof value === 'string') listed.set(value, String(payload.name ?? 'sealed input'))
    }
  }
  let present = 0
  let matching = 0
  for (const [sha256, name] of listed) {
    const actual = await blobs.rehash(sha256)
    if (actual === undefined) problems.push({ code: 'blob-missing', path: name, message: `blob ${sha256} is not there` })
    else {
      present++
      if (actual === sha256) matching++
      else problems.push({ code: 'blob-altered', path: name, message: `blob ${sha256} now hashes to ${actual}` })
    }
  }
  return { listed: listed.size, present, matching }
}

function namesOfListing(blobs: BlobStore, listing: string, listed: Map<string, string>, problems: Problem[]): void {
  listed.set(listing, 'a listing')
  try {
    for (const chunk of chunksOf(blobs, listing)) listed.set(chunk, 'part of a listing')
    for (const { path, sha256 } of readListing(blobs, listing)) listed.set(sha256, path)
  } catch {
    problems.push({
      code: 'listing-unreadable',
      path: listing,
      message: 'a listing or a part of it is missing or damaged: the files it names cannot be checked',
    })
  }
}
