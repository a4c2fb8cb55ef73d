import { joined, utf8 } from './bytes.ts'

/** What a copy of a sample film says of itself. Times are epoch milliseconds (the boxes hold UTC seconds since 1904). */
export interface FilmFacts {
  readonly title: string
  readonly created: number
  readonly modified: number
}

interface Box {
  readonly type: string
  readonly body: Uint8Array
  /** Where the box starts in its file, in bytes. */
  readonly from: number
}

const SECONDS_1904_TO_1970 = 2_082_844_800
const CONTAINERS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])
const TIMED: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd'])

/**
 * A copy of a film (ISO 14496-12, also QuickTime) with another title and other times. Box sizes are written anew, and chunk offsets move when the
 * film box grows in front of the media data.
 * @throws Error when the sample has no film box or a box runs past its end.
 */
export function film(sample: Uint8Array, facts: FilmFacts): Uint8Array {
  const top = boxesOf(sample)
  const moov = top.find(({ type }) => type === 'moov')
  if (!moov) throw new Error('the sample holds no film box (moov)')
  const isQuickTime = top.some(({ type, body }) => type === 'ftyp' && Buffer.from(body.subarray(0, 4)).toString('latin1') === 'qt  ')
  const growth = rebuild(moov.body, facts, isQuickTime, 0).length - moov.body.length
  const mediaMoves = top.some(({ type, from }) => type === 'mdat' && from > moov.from)
  const parts = top.map((box) => boxOf(box.type, box === moov ? rebuild(box.body, facts, isQuickTime, mediaMoves ? growth : 0) : box.body))
  return joined(parts)
}

function boxesOf(bytes: Uint8Array): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boxes: Box[] = []
  let from = 0
  while (from + 8 <= bytes.length) {
    const stated = view.getUint32(from)
    const head = stated === 1 ? 16 : 8
    const size = stated === 1 ? Number(view.getBigUint64(from + 8)) : stated === 0 ? bytes.length - from : stated
    if (size < head || from + size > bytes.length) throw new Error(`a box at byte ${from} runs past the end of the sample`)
    const type = Buffer.from(bytes.subarray(from + 4, from + 8)).toString('latin1')
    boxes.push({ type, body: bytes.subarray(from + head, from + size), from })
    from += size
  }
  return boxes
}

function boxOf(type: string, body: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return joined([head, body])
}

/** The film box's children again: times set, chunk offsets moved, the old user data replaced by one title. */
function rebuild(body: Uint8Array, facts: FilmFacts, isQuickTime: boolean, move: number): Uint8Array {
  const kept = boxesOf(body).filter(({ type }) => type !== 'udta')
  return joined([
    ...kept.map((box) => rebuilt(box, facts, move)),
    boxOf('udta', isQuickTime ? quickTimeTitle(facts.title) : itemTitle(facts.title)),
  ])
}

function rebuilt(box: Box, facts: FilmFacts, move: number): Uint8Array {
  if (CONTAINERS.has(box.type)) return boxOf(box.type, joined(boxesOf(box.body).map((child) => rebuilt(child, facts, move))))
  if (TIMED.has(box.type)) return boxOf(box.type, withTimes(box.body, facts))
  if (box.type === 'stco' || box.type === 'co64') return boxOf(box.type, withOffsets(box.body, box.type === 'stco' ? 4 : 8, move))
  return boxOf(box.type, box.body)
}

function withTimes(body: Uint8Array, facts: FilmFacts): Uint8Array {
  const copy = Buffer.from(body)
  const [created, modified] = [facts.created, facts.modified].map((at) => Math.floor(at / 1000) + SECONDS_1904_TO_1970)
  if (copy[0] === 1) {
    copy.writeBigUInt64BE(BigInt(created ?? 0), 4)
    copy.writeBigUInt64BE(BigInt(modified ?? 0), 12)
  } else {
    copy.writeUInt32BE(created ?? 0, 4)
    copy.writeUInt32BE(modified ?? 0, 8)
  }
  return copy
}

function withOffsets(body: Uint8Array, width: 4 | 8, move: number): Uint8Array {
  const copy = Buffer.from(body)
  const count = copy.readUInt32BE(4)
  for (let index = 0; index < count; index++) {
    const at = 8 + index * width
    if (width === 4) copy.writeUInt32BE(copy.readUInt32BE(at) + move, at)
    else copy.writeBigUInt64BE(copy.readBigUInt64BE(at) + BigInt(move), at)
  }
  return copy
}

/** iTunes-style metadata: meta with a handler and one ©nam item, type 1 (UTF-8). */
function itemTitle(title: string): Uint8Array {
  const handler = joined([new Uint8Array(8), utf8('mdirappl'), new Uint8Array(9)])
  const data = boxOf('data', joined([new Uint8Array([0, 0, 0, 1, 0, 0, 0, 0]), utf8(title)]))
  return boxOf('meta', joined([new Uint8Array(4), boxOf('hdlr', handler), boxOf('ilst', boxOf('\u00a9nam', data))]))
}

/** QuickTime international text: length, language (0x55C4, undetermined, which readers take as UTF-8), text. */
function quickTimeTitle(title: string): Uint8Array {
  const text = utf8(title)
  const head = Buffer.alloc(4)
  head.writeUInt16BE(text.length)
  head.writeUInt16BE(0x55c4, 2)
  return boxOf('\u00a9nam', joined([head, text]))
}
