import { LIMITS } from '../../base/limits.ts'
import type { Place } from '../../model/index.ts'
import type { Draft } from '../draft.ts'

/** One packet of a stream, put together from its pages. */
export interface OggPacket {
  readonly serial: number
  readonly data: Buffer
  /** Where bytes of the packet stand in the file; between two pages the page's head is inside. */
  readonly place: (from: number, to: number) => Place
}

interface Piece {
  readonly from: number
  readonly to: number
}

/** Only the first packets of a stream say what it is: begin, tags, tables. */
const HEADERS = 3
const PAGE_HEAD = 27
const FLAG = { continued: 1, last: 4 }

/**
 * Walks the pages of an Ogg file (RFC 3533, 6) and visits the first packets of each stream. Gives how far each stream counts in the end. What is cut short or too much is told in `draft`.
 */
export function oggPackets(
  file: Buffer,
  draft: Draft,
  visit: (packet: OggPacket) => void,
): { readonly lastSamples: ReadonlyMap<number, number> } {
  const lastSamples = new Map<number, number>()
  const open = new Map<number, { pieces: Piece[]; done: number; isEnded: boolean }>()
  let at = 0
  for (let count = 0; at < file.length; count++) {
    if (count >= LIMITS.mediaParts) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} pages: the rest was not read`)
      return { lastSamples }
    }
    const lacing = at + PAGE_HEAD <= file.length && file.toString('latin1', at, at + 4) === 'OggS' ? (file[at + 26] ?? 0) : -1
    const dataAt = at + PAGE_HEAD + lacing
    const sizes = file.subarray(at + PAGE_HEAD, Math.max(0, dataAt))
    const end = dataAt + sizes.reduce((sum, size) => sum + size, 0)
    if (lacing < 0 || sizes.length < lacing || end > file.length) {
      draft.cut('truncated', `a page is cut short or has no sense at byte ${at}`)
      break
    }
    const serial = file.readUInt32LE(at + 14)
    const stream = open.get(serial) ?? { pieces: [], done: 0, isEnded: false }
    open.set(serial, stream)
    const position = Number(file.readBigInt64LE(at + 6))
    if (position > 0) lastSamples.set(serial, position)
    if (((file[at + 5] ?? 0) & FLAG.last) > 0) stream.isEnded = true
    if (((file[at + 5] ?? 0) & FLAG.continued) === 0) stream.pieces = []
    let from = dataAt
    for (const size of stream.done < HEADERS ? sizes : []) {
      stream.pieces.push({ from, to: from + size })
      from += size
      // A packet ends with the first part that is not full.
      if (size === 255) continue
      if (stream.done++ < HEADERS) visit(packetOf(file, serial, stream.pieces))
      stream.pieces = []
    }
    at = end
  }
  if ([...open.values()].some(({ isEnded }) => !isEnded)) draft.cut('truncated', 'the last page of a stream is missing')
  return { lastSamples }
}

function packetOf(file: Buffer, serial: number, all: readonly Piece[]): OggPacket {
  const pieces: Piece[] = []
  for (const piece of all) {
    const last = pieces.at(-1)
    if (last?.to === piece.from) pieces[pieces.length - 1] = { from: last.from, to: piece.to }
    else pieces.push(piece)
  }
  const whereIs = (offset: number) => {
    let left = offset
    for (const { from, to } of pieces) {
      if (left <= to - from) return from + left
      left -= to - from
    }
    return pieces.at(-1)?.to ?? 0
  }
  return {
    serial,
    data: Buffer.concat(pieces.map(({ from, to }) => file.subarray(from, to))),
    place: (from, to) => ({ kind: 'bytes', from: whereIs(from), to: whereIs(to) }),
  }
}
