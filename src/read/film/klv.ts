/** One key, length and value of an MXF file (SMPTE ST 336): the key in hex, and the place of the value, half open. */
export interface Klv {
  readonly key: string
  readonly at: number
  readonly from: number
  readonly to: number
  /** Whether its stated end lies beyond the file. */
  readonly isCut: boolean
}

const KEY_BYTES = 16
/** First bytes of every SMPTE key. */
export const SMPTE = '060e2b34'

/** The value that begins at a place, or undefined when no SMPTE key and length stand there. */
export function klvAt(file: Buffer, at: number): Klv | undefined {
  const key = file.toString('hex', at, at + KEY_BYTES)
  if (key.length < KEY_BYTES * 2 || !key.startsWith(SMPTE)) return undefined
  const first = file[at + KEY_BYTES]
  if (first === undefined) return undefined
  const more = first < 0x80 ? 0 : first & 0x7f
  const from = at + KEY_BYTES + 1 + more
  if (more > 8 || from > file.length) return undefined
  let size = first < 0x80 ? first : 0
  for (let i = 0; i < more; i++) size = size * 256 + (file[at + KEY_BYTES + 1 + i] ?? 0)
  return { key, at, from, to: Math.min(from + size, file.length), isCut: from + size > file.length }
}

/** One item of a local set: its tag of two bytes, and the place of its value. */
export interface Item {
  readonly tag: number
  readonly from: number
  readonly to: number
}

/** The items of a local set with tags and lengths of two bytes (SMPTE ST 377-1, 9.3). */
export function itemsOf(file: Buffer, { from, to }: Klv): Item[] {
  const items: Item[] = []
  for (let at = from; at + 4 <= to; ) {
    const end = at + 4 + file.readUInt16BE(at + 2)
    if (end > to) break
    items.push({ tag: file.readUInt16BE(at), from: at + 4, to: end })
    at = end
  }
  return items
}
