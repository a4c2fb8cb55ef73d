import { LIMITS } from '../../base/limits.ts'

const HEAD = 8
/** Boxes on the way from the film header to its tables of offsets. */
const AROUND: ReadonlySet<string> = new Set(['trak', 'mdia', 'minf', 'stbl'])

interface Box {
  readonly type: string
  readonly from: number
  readonly body: number
  readonly to: number
}

/**
 * The bytes of an MP4 or QuickTime film with its header (`moov`) before its pictures, for a program that reads from a pipe and cannot go back: pieces that follow one
 * another, with the offsets of the tables (`stco`, `co64`) moved along. The bytes as they are where the header is already in front, absent, or makes no sense.
 */
export function moovFirst(film: Buffer): readonly Buffer[] {
  const boxes = boxesOf(film, 0, film.length)
  const moov = boxes.find(({ type }) => type === 'moov')
  const first = boxes.find(({ type }) => type === 'mdat')
  if (!moov || !first || first.from > moov.from) return [film]
  const header = Buffer.from(film.subarray(moov.from, moov.to))
  const shift = (offset: number) => (offset >= first.from && offset < moov.from ? offset + header.length : offset)
  moveOffsets(header, HEAD, header.length, 0, shift)
  return [film.subarray(0, first.from), header, film.subarray(first.from, moov.from), film.subarray(moov.to)]
}

function boxesOf(film: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  let at = from
  while (at + HEAD <= to && boxes.length < LIMITS.mediaParts) {
    const short = film.readUInt32BE(at)
    const isLong = short === 1 && at + 2 * HEAD <= to
    const size = isLong ? Number(film.readBigUInt64BE(at + HEAD)) : short === 0 ? to - at : short
    const body = at + (isLong ? 2 * HEAD : HEAD)
    if (at + size < body || at + size > to) break
    boxes.push({ type: film.toString('latin1', at + 4, at + 8), from: at, body, to: at + size })
    at += size
  }
  return boxes
}

function moveOffsets(header: Buffer, from: number, to: number, depth: number, shift: (offset: number) => number): void {
  if (depth > LIMITS.mediaDepth) return
  for (const box of boxesOf(header, from, to)) {
    if (AROUND.has(box.type)) moveOffsets(header, box.body, box.to, depth + 1, shift)
    else if (box.type === 'stco' || box.type === 'co64') moveTable(header, box, shift)
  }
}

/** A table of offsets: version and flags, how many, and each in four or eight bytes. */
function moveTable(header: Buffer, { type, body, to }: Box, shift: (offset: number) => number): void {
  const width = type === 'stco' ? 4 : 8
  if (body + 8 > to) return
  const end = Math.min(to, body + 8 + header.readUInt32BE(body + 4) * width)
  for (let at = body + 8; at + width <= end; at += width) {
    if (width === 8) header.writeBigUInt64BE(BigInt.asUintN(64, BigInt(shift(Number(header.readBigUInt64BE(at))))), at)
    else header.writeUInt32BE(shift(header.readUInt32BE(at)) >>> 0, at)
  }
}
