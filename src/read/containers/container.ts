import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { printable } from '../../base/printable.ts'
import type { ReadChild } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import type { ReadContext } from '../reader.ts'

/** What is left of the bounds of one outermost container; nested ones draw on the same. */
export interface Budget {
  /** Bytes that may still be inflated. */
  bytes: number
  /** Members that may still be read. */
  members: number
}

/** The bounds of a container that is in no other. */
export function newBudget(): Budget {
  return { bytes: LIMITS.archiveBytes, members: LIMITS.archiveEntries }
}

/** What is wrong with a member's bytes that are read all the same. */
export interface Flaw {
  readonly code: string
  readonly message: string
}

type Named = Omit<ReadChild, 'reading' | 'sha256' | 'bytes'>

/** Reads a member within depth and budget. A flaw of its bytes becomes a warning. */
export async function readMember(
  child: Named,
  data: Uint8Array,
  {
    context,
    budget,
    draft,
    flaw,
  }: { readonly context: ReadContext; readonly budget: Budget; readonly draft: Draft; readonly flaw?: Flaw | undefined },
): Promise<ReadChild> {
  const path = printable(child.path)
  if (flaw !== undefined) draft.cut(flaw.code, `${path}: ${flaw.message}`)
  if (budget.members <= 0) return refuse(child, data, `entry-limit: more than ${LIMITS.archiveEntries} members`, path, draft)
  if (context.depth + 1 > LIMITS.archiveDepth)
    return refuse(child, data, `depth-limit: deeper than ${LIMITS.archiveDepth} containers`, path, draft)
  budget.members--
  budget.bytes -= data.length
  return context.readChild(child, data)
}

/** Lists a member that is not read: `reason` starts with a code. Its hash and size are those of the bytes as they lie in the container. */
export function refuse(child: Named, stored: Uint8Array, reason: string, path: string, draft: Draft): ReadChild {
  const code = /^[a-z-]+(?=:|$)/.exec(reason)?.[0] ?? 'packed'
  draft.cut(code, `${printable(path)}: ${reason}`)
  return { ...child, sha256: sha256Hex(stored), bytes: stored.length, reading: new Draft().done('unknown', reason) }
}
