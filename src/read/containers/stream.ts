import { childStep } from '../../base/child-step.ts'
import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import type { FormatReader, ReadContext } from '../reader.ts'
import { traceMembers } from './census.ts'
import { type Budget, readMember, refuse } from './container.ts'
import { SPENT } from './listed.ts'
import { unpack } from './unpacker.ts'
import { NO_PASSWORD } from './unpacker-list.ts'

/** What unpacking a stream gave; `truncated` carries what came before the damage. */
export type Unpacked =
  | { readonly outcome: 'whole' | 'truncated'; readonly data: Uint8Array }
  | { readonly outcome: 'too-large' | 'damaged' | 'spent'; readonly data?: undefined }

/** Unpacks at most `most` bytes. */
export type Unpack = (bytes: Uint8Array, most: number, budget: Budget) => Unpacked | Promise<Unpacked>

/** A format that packs one file without a name. */
export interface StreamFormat extends Pick<FormatReader, 'name' | 'summary' | 'extensions' | 'source' | 'sniff'> {
  /** Endings that stand for a packed tar archive, and those that are dropped; with the dot. */
  readonly tarEndings: readonly string[]
  readonly endings: readonly string[]
  readonly unpack: Unpack
}

/** A reader of a format that packs one file: the file inside, under the name without the ending. */
export function streamReader({ tarEndings, endings, unpack: run, ...reader }: StreamFormat): FormatReader {
  return {
    ...reader,
    async read(bytes, context) {
      const draft = new Draft()
      await readInner(bytes, { path: innerName(context.name, tarEndings, endings), run, context, draft })
      return draft.done(reader.name)
    },
  }
}

const REASONS = {
  damaged: 'damaged: it cannot be unpacked, or needs more memory than it is given',
  'too-large': 'member-limit: it unpacks beyond the bounds of size or ratio',
  spent: SPENT,
}

async function readInner(
  bytes: Uint8Array,
  { path, run, context, draft }: { readonly path: string; readonly run: Unpack; readonly context: ReadContext; readonly draft: Draft },
): Promise<void> {
  const { budget } = context
  const child = { step: childStep(Buffer.from(path)), path }
  const dense = Math.max(LIMITS.ratioFloorBytes, bytes.length * LIMITS.archiveRatio)
  const got = await run(bytes, Math.max(0, Math.min(LIMITS.memberBytes, budget.bytes, dense)), budget)
  if (got.data === undefined) {
    draft.children.push(refuse(child, bytes, REASONS[got.outcome], path, draft))
  } else {
    const flaw =
      got.outcome === 'truncated' ? { code: 'truncated', message: `only its first ${got.data.length} bytes are there` } : undefined
    draft.children.push(await readMember(child, got.data, { context, draft, flaw }))
  }
  traceMembers(draft)
}

/** The name without what packing added. */
export function innerName(name: string, tarEndings: readonly string[], endings: readonly string[]): string {
  const last = name.split('/').at(-1) ?? name
  const lower = last.toLowerCase()
  for (const ending of tarEndings) if (lower.endsWith(ending)) return `${last.slice(0, -ending.length)}.tar`
  for (const ending of endings) if (lower.endsWith(ending)) return last.slice(0, -ending.length) || 'content'
  return last === '' ? 'content' : `${last}.content`
}

/** Unpacks with the unpacker, by its name of the format. */
export function unpackAs(type: string): Unpack {
  return async (bytes, most, budget) => {
    const pieces: Buffer[] = []
    let size = 0
    const args = ['x', '-so', '-bso0', '-bsp0', NO_PASSWORD, `-t${type}`, '--', '/a']
    const { outcome } = await unpack(
      bytes,
      args,
      (piece) => {
        size += piece.length
        if (size > most) return false
        pieces.push(Buffer.from(piece))
        return true
      },
      { budget },
    )
    if (outcome === 'spent') return { outcome }
    if (outcome === 'stopped') return { outcome: 'too-large' }
    if (outcome !== 'done' && size === 0) return { outcome: 'damaged' }
    return { outcome: outcome === 'done' ? 'whole' : 'truncated', data: Buffer.concat(pieces) }
  }
}
