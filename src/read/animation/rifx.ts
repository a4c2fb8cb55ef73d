import { LIMITS } from '../../base/limits.ts'
import type { Draft } from '../draft.ts'

/** A chunk of a RIFF or RIFX file: its letters, the kind of a list, the lists around it, and where its content lies. */
export interface Chunk {
  readonly id: string
  /** Kinds of the lists around it, outermost first; a list's own kind is last. */
  readonly path: readonly string[]
  readonly from: number
  readonly to: number
}

/** Where the chunks end, and whether the file holds all that it states. */
export interface Walked {
  readonly end: number
  readonly isWhole: boolean
}

/**
 * Walks the chunks of a RIFX file (sizes are big endian) depth first; lists of the kinds in `opaque` hold something else than chunks. At most `LIMITS.mediaParts` chunks
 * and `LIMITS.chunkDepth` lists inside lists; both bounds are warnings.
 */
export function walkRifx(file: Buffer, visit: (chunk: Chunk) => void, opaque: ReadonlySet<string>, draft: Draft): Walked {
  const end = 8 + file.readUInt32BE(4)
  const left = { chunks: LIMITS.mediaParts }
  const isWhole = walk({ file, visit, opaque, draft, left }, { from: 12, to: Math.min(end, file.length), path: [] })
  return { end: Math.min(end, file.length), isWhole: isWhole && end <= file.length }
}

interface Walk {
  readonly file: Buffer
  readonly visit: (chunk: Chunk) => void
  readonly opaque: ReadonlySet<string>
  readonly draft: Draft
  readonly left: { chunks: number }
}

function walk(all: Walk, { from, to, path }: Omit<Chunk, 'id'>): boolean {
  const { file, visit, opaque, draft, left } = all
  for (let at = from; at + 8 <= to; ) {
    if (left.chunks-- <= 0) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} chunks: the rest was not read`)
      return true
    }
    const id = file.toString('latin1', at, at + 4)
    const size = file.readUInt32BE(at + 4)
    const end = at + 8 + size
    if (end > to) return false
    if (id === 'LIST' && size >= 4) {
      const inner = [...path, file.toString('latin1', at + 8, at + 12)]
      const chunk = { id, path: inner, from: at + 12, to: end }
      visit(chunk)
      if (inner.length > LIMITS.chunkDepth) draft.cut('chunk-depth', `lists are nested deeper than ${LIMITS.chunkDepth}`)
      else if (!opaque.has(inner.at(-1) ?? '') && !walk(all, chunk)) return false
    } else visit({ id, path, from: at + 8, to: end })
    at = end + (size % 2)
  }
  return true
}
