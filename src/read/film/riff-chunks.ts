import { LIMITS } from '../../base/limits.ts'

/** One chunk of a RIFF file; the place of its data, half open. */
export interface RiffChunk {
  readonly id: string
  readonly from: number
  readonly to: number
}

/**
 * The chunks between two places (Microsoft RIFF; EA IFF-85 with little-endian sizes): a LIST's data begins with its own four characters. `isCut` when a chunk goes
 * beyond the end, which ends the walk.
 */
export function riffChunks(file: Buffer, from: number, to: number): { readonly chunks: readonly RiffChunk[]; readonly isCut: boolean } {
  const chunks: RiffChunk[] = []
  let at = from
  while (at + 8 <= to && chunks.length < LIMITS.mediaParts) {
    const size = file.readUInt32LE(at + 4)
    const end = at + 8 + size
    chunks.push({ id: file.toString('latin1', at, at + 4), from: at + 8, to: Math.min(end, to) })
    if (end > to) return { chunks, isCut: true }
    at = end + (size % 2)
  }
  return { chunks, isCut: chunks.length >= LIMITS.mediaParts }
}
