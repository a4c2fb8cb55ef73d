import { LIMITS } from '../../base/limits.ts'
import type { Draft } from '../draft.ts'

/** One chunk of a RIFF file: its four letters, the kinds of the lists around it, and the place of its content, half open. A list has its own kind as the last of `lists`. */
export interface RiffChunk {
  readonly id: string
  readonly lists: readonly string[]
  readonly from: number
  readonly to: number
}

/** Sizes that programs write which could not go back to set them. */
const UNKNOWN_SIZES = new Set([0, 0xffff_ffff])

/**
 * The chunks of a RIFF, RIFX or RF64 file in their order, a list before its members (Microsoft and IBM, Multimedia Programming Interface 1.0; EBU Tech 3306). Lists of the kinds in
 * `opaque` are given and not entered. What is cut short, too deep or too much is told in `draft`; the walk never goes beyond the file.
 */
export function* riffChunks(file: Buffer, draft: Draft, opaque: ReadonlySet<string> = new Set(['movi'])): Generator<RiffChunk> {
  const walk: Walk = { file, draft, opaque, left: LIMITS.mediaParts, isBig: file.toString('latin1', 0, 4) === 'RIFX', wideData: 0 }
  let at = 0
  // Films above 2 GiB are several RIFF chunks after each other (OpenDML).
  while (at + 12 <= file.length && /^(?:RIFF|RIFX|RF64)$/.test(file.toString('latin1', at, at + 4)) && walk.left > 0) {
    const size = u32(walk, at + 4)
    const end = UNKNOWN_SIZES.has(size) ? file.length : at + 8 + size
    if (end > file.length) draft.cut('truncated', `the file ends at byte ${file.length}, and its header states ${end}`)
    yield* inside(walk, at + 12, Math.min(end, file.length), [file.toString('latin1', at + 8, at + 12)])
    at = end + (end % 2)
  }
  if (at === 0) draft.cut('truncated', 'the header is cut short')
  else if (at < file.length) draft.warn('trailing-data', `${file.length - at} bytes follow the end of the RIFF data`)
}

interface Walk {
  readonly file: Buffer
  readonly draft: Draft
  readonly opaque: ReadonlySet<string>
  readonly isBig: boolean
  /** Chunks that may still be read. */
  left: number
  /** Size of the sound as RF64 states it apart. */
  wideData: number
}

function u32({ file, isBig }: Walk, at: number): number {
  return isBig ? file.readUInt32BE(at) : file.readUInt32LE(at)
}

function* inside(walk: Walk, from: number, to: number, lists: readonly string[]): Generator<RiffChunk> {
  const { file, draft } = walk
  if (lists.length > LIMITS.mediaDepth) {
    draft.cut('list-depth', `lists are nested deeper than ${LIMITS.mediaDepth}`)
    return
  }
  for (let at = from; at + 8 <= to; ) {
    if (walk.left-- <= 0) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} chunks: the rest was not read`)
      return
    }
    const id = file.toString('latin1', at, at + 4)
    const stated = u32(walk, at + 4)
    const size = id === 'data' && stated === 0xffff_ffff ? walk.wideData || to - at - 8 : stated
    const end = at + 8 + size
    if (end > to) draft.cut('truncated', `a chunk is cut short or has no sense near byte ${at}`)
    const stop = Math.min(end, to)
    if (id === 'ds64' && at + 24 <= stop) walk.wideData = Number(file.readBigUInt64LE(at + 16))
    if (id === 'LIST' && at + 12 <= stop) {
      const kinds = [...lists, file.toString('latin1', at + 8, at + 12)]
      yield { id, lists: kinds, from: at + 12, to: stop }
      if (!walk.opaque.has(kinds.at(-1) ?? '')) yield* inside(walk, at + 12, stop, kinds)
    } else yield { id, lists, from: at + 8, to: stop }
    at = end + (size % 2)
  }
}
