import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { Reading } from '../model/index.ts'
import { type Budget, newBudget } from './containers/container.ts'
import { Draft } from './draft.ts'
import { READERS } from './formats/index.ts'
import { txt } from './formats/txt.ts'
import type { FormatReader } from './reader.ts'
import { traceMarks } from './strings/marks.ts'
import { readStrings } from './strings/unknown.ts'
import { SIGNATURES } from './tables/signatures.ts'
import { isPlain } from './text/plain.ts'

/** Raised with every change that can change a reading. */
export const READ_VERSION = 13

const HEAD_BYTES = 64 * 1024

/** The cache key of a blob's reading: the blob and the version of all readers and bounds. */
export function readingKey(blob: string): string {
  return sha256Hex(`${blob}|readers ${READ_VERSION}|${JSON.stringify(LIMITS)}`)
}

/** A member that somebody wants the bytes of: the steps that lead to it, and who gets them. */
export interface Wanted {
  readonly steps: readonly string[]
  readonly take: (bytes: Uint8Array) => void
}

/** Who is shown bytes; must not throw. */
type Visit = (bytes: Uint8Array) => void | Promise<void>

/** Where a reading stands among containers. */
interface Within {
  readonly depth: number
  readonly budget: Budget
  readonly wanted?: Wanted | undefined
  /** The bytes of the containers around, outermost first. */
  readonly around: readonly Uint8Array[]
  /** Who is shown the bytes of the file and of every member. */
  readonly visit?: Visit | undefined
}

/** Reads bytes with the first reader that claims them. Never throws: a fault of a reader is a warning and a status. */
export async function readBytes(bytes: Uint8Array, name: string, wanted?: Wanted): Promise<Reading> {
  return readWithin(bytes, name, { depth: 0, budget: newBudget(), wanted, around: [] })
}

/** Shows a file and every member that a reading of it would have, containers before what is in them. Each is waited for before the next. */
export async function visitMembers(bytes: Uint8Array, name: string, visit: Visit): Promise<void> {
  await readWithin(bytes, name, { depth: 0, budget: newBudget(), around: [], visit })
}

async function readWithin(bytes: Uint8Array, name: string, { depth, budget, wanted, around, visit }: Within): Promise<Reading> {
  if (wanted?.steps.length === 0) wanted.take(bytes)
  await visit?.(bytes)
  const draft = new Draft()
  if (bytes.length === 0) return draft.done('empty', 'the file is empty')
  if (bytes.length > LIMITS.readBytes) return draft.done('unknown', `larger than ${LIMITS.readBytes} bytes`)
  // Equal bytes are equal hashes; comparing is cheaper, for lengths mostly differ.
  const level = around.findIndex((outer) => outer.length === bytes.length && Buffer.compare(outer, bytes) === 0)
  if (level >= 0)
    return draft.done('unknown', `contains-itself: it is byte for byte the container ${around.length - level} levels around it`)
  const head = bytes.subarray(0, HEAD_BYTES)
  const claimed = READERS.find((candidate) => claims(candidate, head, name, bytes))
  const reader = claimed ?? (identify(head) === 'text' && isPlain(head) ? txt : undefined)
  if (!reader) {
    readStrings(bytes, draft)
    return marked(bytes, draft.done(identify(head), `no reader for this format: ${identify(head)}; only strings were looked for`))
  }
  try {
    const reading = await reader.read(bytes, {
      name,
      depth,
      budget,
      async readChild(child, data) {
        const inner = wanted?.steps[0] === child.step ? { steps: wanted.steps.slice(1), take: wanted.take } : undefined
        const reading = await readWithin(data, child.path, { depth: depth + 1, budget, wanted: inner, around: [...around, bytes], visit })
        return { ...child, sha256: sha256Hex(data), bytes: data.length, reading }
      },
    })
    return marked(bytes, claimed ? reading : readAsText(reading, name))
  } catch (error) {
    draft.warn('reader-fault', `${reader.name}: ${error instanceof Error ? error.message : String(error)}`)
    return draft.done(reader.name, 'the reader could not make sense of the bytes')
  }
}

/** Whether a reader claims the bytes; one that stumbles over them does not. */
function claims(reader: FormatReader, head: Uint8Array, name: string, bytes: Uint8Array): boolean {
  try {
    return reader.sniff(head, name, bytes)
  } catch {
    return false
  }
}

/** Text without a reader of its own is read line by line, whatever it is called; a name that promises another format is worth a word. */
function readAsText(reading: Reading, name: string): Reading {
  const ending = /\.[a-z0-9]+$/.exec(name.toLowerCase())?.[0]
  const promised = READERS.find(({ extensions }) => ending !== undefined && extensions.includes(ending))
  if (!promised || promised === txt) return reading
  const draft = new Draft(reading)
  draft.warn('type-mismatch', `its name ends in ${ending}, and its bytes are plain text that the ${promised.name} reader does not know`)
  return { ...reading, status: 'partly', warnings: draft.warnings }
}

/** The reading with the paths, accounts and servers that stand anywhere in the file. */
function marked(bytes: Uint8Array, reading: Reading): Reading {
  const draft = new Draft(reading)
  traceMarks(bytes, reading.passages, draft)
  return { ...reading, traces: draft.traces, warnings: draft.warnings }
}

/** What the first bytes (up to 64 KiB) say the file is, `text`, or `unknown`. */
export function identify(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const found = SIGNATURES.find(
    ([, signature, offset = 0]) => bytes.toString('latin1', offset, offset + signature.length) === signature,
  )?.[0]
  // Hangul files of version 5 are OLE storages with this line in their header stream.
  if (found === 'ole' && bytes.includes('HWP Document File')) return 'hwp'
  return found ?? (head.includes(0) ? 'unknown' : 'text')
}
