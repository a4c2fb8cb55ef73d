import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { canonicalJson, sha256Hex } from '../base/hash.ts'
import { isoInstant } from '../base/time.ts'
import { writeDurably } from './blobs.ts'
import type { Signer } from './keys.ts'
import { withLock } from './lock.ts'

/** One line of ledger.jsonl. `commit` = SHA-256 of salt ‖ payload; payload and salt lie apart and can be withheld. */
export interface LedgerEntry {
  readonly seq: number
  /** SHA-256 of the line before (without its line end); 64 zeros for entry 0. */
  readonly prev: string
  /** ISO instant, asserted by the machine that wrote it. */
  readonly at: string
  readonly kind: string
  readonly commit: string
  /** Ed25519 over the entry without this member, canonical JSON; base64. */
  readonly signature: string
}

/** What an entry commits to: any JSON object. */
export type Payload = Readonly<Record<string, unknown>>

/** Count of entries and the hash of the last line: what a stranger needs to notice a cut tail. */
export interface Head {
  readonly count: number
  readonly hash: string
}

/** Where the ledger of a case lies. */
export interface LedgerPaths {
  readonly ledger: string
  readonly head: string
  readonly torn: string
  readonly lock: string
  readonly payloads: string
}

/** The paths of a case folder. */
export function ledgerPaths(root: string): LedgerPaths {
  return {
    ledger: join(root, 'ledger.jsonl'),
    head: join(root, 'ledger.head'),
    torn: join(root, 'ledger.torn'),
    lock: join(root, 'lock.sqlite'),
    payloads: join(root, 'evidence', 'payloads'),
  }
}

/** What stands for the line before entry 0. */
export const ZERO_HASH = '0'.repeat(64)

/** The text that an entry's signature covers. */
export function signedText(entry: Omit<LedgerEntry, 'signature'>): string {
  const { seq, prev, at, kind, commit } = entry
  return canonicalJson({ seq, prev, at, kind, commit })
}

/** The commitment of a payload under a salt: SHA-256 of the salt's bytes followed by the payload's canonical JSON. */
export function commitmentOf(salt: Uint8Array, payloadText: string): string {
  return sha256Hex(Buffer.concat([salt, Buffer.from(payloadText)]))
}

/** What appending needs from outside. */
export interface AppendContext {
  readonly paths: LedgerPaths
  readonly signer: Signer
  readonly now: () => number
  readonly random: (count: number) => Uint8Array
}

/**
 * Appends entries under the lock: payload first, then the line, then the head, each durable before the next.
 * A line that a crash tore is moved to ledger.torn before. Returns the new head.
 */
export function appendEntries(context: AppendContext, entries: readonly { kind: string; payload: Payload }[]): Head {
  const { paths } = context
  mkdirSync(paths.payloads, { recursive: true })
  return withLock(paths.lock, () => {
    let head = mend(paths)
    for (const { kind, payload } of entries) {
      const salt = context.random(32)
      const text = canonicalJson(payload)
      const commit = commitmentOf(salt, text)
      const folder = join(paths.payloads, commit.slice(0, 2))
      mkdirSync(folder, { recursive: true })
      writeDurably(join(folder, `${commit}.json`), `${Buffer.from(salt).toString('hex')}\n${text}\n`)
      const unsigned = { seq: head.count, prev: head.hash, at: isoInstant(context.now()), kind, commit }
      const line = canonicalJson({ ...unsigned, signature: context.signer.sign(signedText(unsigned)) })
      appendDurably(paths.ledger, `${line}\n`)
      head = { count: head.count + 1, hash: sha256Hex(line) }
    }
    writeHead(paths, head)
    return head
  })
}

/** The payload of a commitment and whether it still fits; `withheld` when the file is not there. */
export function readPayload(
  paths: LedgerPaths,
  commit: string,
): { readonly state: 'ok' | 'withheld' | 'altered'; readonly payload?: Payload } {
  if (!/^[0-9a-f]{64}$/.test(commit)) return { state: 'altered' }
  const path = join(paths.payloads, commit.slice(0, 2), `${commit}.json`)
  if (!existsSync(path)) return { state: 'withheld' }
  const bytes = readFileSync(path)
  const text = bytes.toString('utf8')
  const cut = text.indexOf('\n')
  const body = text.slice(cut + 1).replace(/\n$/, '')
  // Nothing else is written that way: loose hex, line ends or bytes that are no UTF-8 would let a changed file pass.
  if (!Buffer.from(text).equals(bytes)) return { state: 'altered' }
  if (!/^[0-9a-f]{64}$/.test(text.slice(0, cut)) || text !== `${text.slice(0, cut)}\n${body}\n`) return { state: 'altered' }
  if (commitmentOf(Buffer.from(text.slice(0, cut), 'hex'), body) !== commit) return { state: 'altered' }
  try {
    return { state: 'ok', payload: JSON.parse(body) as Payload }
  } catch {
    return { state: 'altered' }
  }
}

/** Every whole line of the ledger with its text; a torn last line is left out. Lines that are no JSON come without entry. */
export function readLines(paths: LedgerPaths): { readonly text: string; readonly entry?: LedgerEntry }[] {
  if (!existsSync(paths.ledger)) return []
  const text = readFileSync(paths.ledger, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      try {
        return { text: line, entry: JSON.parse(line) as LedgerEntry }
      } catch {
        return { text: line }
      }
    })
}

/** Entries with their payloads, oldest first; withheld and altered ones come without payload. */
export function readEntries(paths: LedgerPaths): { readonly entry: LedgerEntry; readonly payload?: Payload }[] {
  return readLines(paths).flatMap(({ entry }) => {
    if (!entry) return []
    const { payload } = readPayload(paths, entry.commit)
    return [payload ? { entry, payload } : { entry }]
  })
}

/** The head as ledger.head states it. */
export function readHead(paths: LedgerPaths): Head | undefined {
  if (!existsSync(paths.head)) return undefined
  const [count = '', hash = ''] = readFileSync(paths.head, 'utf8').trim().split(' ')
  return { count: Number(count), hash }
}

/** The head as it stands before the entries of these kinds at the end: what a report prints, so that writing it again prints the same. */
export function headBefore(paths: LedgerPaths, kinds: ReadonlySet<string>): Head {
  const lines = readLines(paths)
  let count = lines.length
  while (count > 0 && kinds.has(lines[count - 1]?.entry?.kind ?? '')) count--
  return { count, hash: count === 0 ? ZERO_HASH : sha256Hex(lines[count - 1]?.text ?? '') }
}

/**
 * Sets a torn last line aside and returns the head that the whole lines give. Call under the lock.
 * @throws InbetweenError `IBT-INTEGRITY` when ledger.head knows entries that the ledger no longer holds: appending would hide the cut.
 */
function mend(paths: LedgerPaths): Head {
  const stated = readHead(paths)
  if (!existsSync(paths.ledger)) {
    if (stated && stated.count > 0) throw cut(paths, stated)
    return { count: 0, hash: ZERO_HASH }
  }
  const bytes = readFileSync(paths.ledger)
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end < bytes.length) {
    appendFileSync(paths.torn, Buffer.concat([bytes.subarray(end), Buffer.from('\n')]))
    truncateSync(paths.ledger, end)
  }
  if (stated && end > 0) {
    const start = bytes.lastIndexOf(0x0a, end - 2) + 1
    if (sha256Hex(bytes.subarray(start, end - 1)) === stated.hash) return stated
  }
  const lines = readLines(paths).map(({ text }) => sha256Hex(text))
  if (stated && stated.count > 0 && lines[stated.count - 1] !== stated.hash) throw cut(paths, stated)
  return { count: lines.length, hash: lines.at(-1) ?? ZERO_HASH }
}

function cut(paths: LedgerPaths, stated: Head): InbetweenError {
  return new InbetweenError('IBT-INTEGRITY', `ledger.head names entry ${stated.count - 1}, which the ledger no longer holds as it was`, {
    place: paths.ledger,
    hint: 'Run inbetween verify to see what changed, and restore the case from a copy; nothing was appended.',
  })
}

function writeHead(paths: LedgerPaths, head: Head): void {
  const next = `${paths.head}.next`
  writeDurably(next, `${head.count} ${head.hash}\n`)
  renameSync(next, paths.head)
}

function appendDurably(path: string, text: string): void {
  const target = openSync(path, 'a', 0o644)
  try {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at)
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
}
