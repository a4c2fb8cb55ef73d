import { childStep } from '../../base/child-step.ts'
import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { printable } from '../../base/printable.ts'
import type { ReadChild } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import type { ReadContext } from '../reader.ts'
import { refusalCode } from './census.ts'

/** What is left of the bounds of one outermost container; nested ones draw on the same. */
export interface Budget {
  /** Bytes that may still be inflated. */
  bytes: number
  /** Members that may still be read. */
  members: number
  /** Runs of the unpacker that may still be started. */
  runs: number
}

/** The bounds of a container that is in no other. */
export function newBudget(): Budget {
  return { bytes: LIMITS.archiveBytes, members: LIMITS.archiveEntries, runs: LIMITS.unpackerRuns }
}

/** What is wrong with a member's bytes that are read all the same. */
export interface Flaw {
  readonly code: string
  readonly message: string
}

type Named = Omit<ReadChild, 'reading' | 'sha256' | 'bytes'>

/** Where a member is read: what its container was asked, and the reading that its warnings go to. */
interface Into {
  readonly context: ReadContext
  readonly draft: Draft
  readonly flaw?: Flaw | undefined
}

/** Adds a member that has one name for its step and for people: a picture or file inside a document. */
export async function addMember(path: string, data: Uint8Array, into: Into): Promise<void> {
  into.draft.children.push(await readMember({ step: childStep(Buffer.from(path)), path }, data, into))
}

/** Reads a member within depth and budget. A flaw of its bytes becomes a warning. */
export async function readMember(child: Named, data: Uint8Array, { context, draft, flaw }: Into): Promise<ReadChild> {
  const { budget } = context
  const path = printable(child.path)
  if (flaw !== undefined) draft.cut(flaw.code, `${path}: ${flaw.message}`)
  if (budget.members <= 0) return refuse(child, data, `entry-limit: more than ${LIMITS.archiveEntries} members`, path, draft)
  if (context.depth + 1 > LIMITS.archiveDepth)
    return refuse(child, data, `depth-limit: deeper than ${LIMITS.archiveDepth} containers`, path, draft)
  budget.members--
  budget.bytes -= data.length
  const read = await context.readChild(child, data)
  // What stops a self-reproducing archive must be seen on the archive, not only on the member that repeats it.
  if (read.reading.reason?.startsWith('contains-itself') === true) draft.cut('contains-itself', `${path}: ${read.reading.reason.slice(17)}`)
  return read
}

/** Lists a member that is not read: `reason` starts with a code. Its hash and size are those of the bytes as they lie in the container. */
export function refuse(child: Named, stored: Uint8Array, reason: string, path: string, draft: Draft): ReadChild {
  draft.cut(refusalCode(reason), `${printable(path)}: ${reason}`)
  return { ...child, sha256: sha256Hex(stored), bytes: stored.length, reading: new Draft().done('unknown', reason) }
}

/** Names are only ever names: nothing is unpacked to a path. One that would leave the folder is still worth a word. */
export function warnOfName(path: string, draft: Draft): void {
  const isAbsolute = /^([/\\]|[A-Za-z]:)/.test(path)
  if (isAbsolute || path.split(/[/\\]/).includes('..'))
    draft.warn('path-traversal', `${printable(path)}: the name leads out of the folder it would be unpacked to`)
  else if (path.includes('\0') || /[\u202a-\u202e\u2066-\u2069]/.test(path))
    draft.warn('name-hidden', `${printable(path)}: the name holds characters that hide or reorder others`)
}

/** Gives the step of each member: the second and later ones of one name get a number. */
export function stepper(): (rawName: Uint8Array) => string {
  const repeats = new Map<string, number>()
  return (rawName) => {
    const step = childStep(rawName)
    const nth = (repeats.get(step) ?? 0) + 1
    repeats.set(step, nth)
    return nth > 1 ? childStep(rawName, nth) : step
  }
}

/** A link of an archive is a trace, for its target is a path of the machine that packed it; one that leads out of the folder is worth a word. */
export function traceLink(path: string, target: string, draft: Draft): void {
  if (target === '') return
  draft.traceOnce(
    'link',
    `${printable(path)} -> ${printable(target)}`,
    'A link inside the archive and where it points on the machine that packed it; programs and systems make links too.',
  )
  const climbs = target.split(/[/\\]/).filter((step) => step === '..').length
  if (/^([/\\]|[A-Za-z]:)/.test(target) || climbs >= path.split('/').length)
    draft.warn('path-traversal', `${printable(path)}: the link leads out of the folder it would be unpacked to`)
}
