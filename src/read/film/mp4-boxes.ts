import { LIMITS } from '../../base/limits.ts'

/** One box of an ISO base media file: its four-character type and the place of its content, half open. */
export interface Box {
  readonly type: string
  readonly from: number
  readonly to: number
}

/**
 * The boxes between two places (ISO/IEC 14496-12, 4.2): 32-bit and 64-bit sizes, and size 0 for "to the end". `isCut` when a box goes beyond the
 * end or its size makes no sense; the walk ends there.
 */
export function boxesOf(file: Buffer, from: number, to: number): { readonly boxes: readonly Box[]; readonly isCut: boolean } {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= to && boxes.length < LIMITS.mediaParts) {
    const stated = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const isWide = stated === 1
    if (isWide && at + 16 > to) return { boxes, isCut: true }
    const size = stated === 0 ? to - at : isWide ? Number(file.readBigUInt64BE(at + 8)) : stated
    const head = isWide ? 16 : 8
    if (size < head) return { boxes, isCut: true }
    boxes.push({ type, from: at + head, to: Math.min(at + size, to) })
    if (at + size > to) return { boxes, isCut: true }
    at += size
  }
  // QuickTime ends some lists with a zero of four bytes.
  return { boxes, isCut: to - at > 4 }
}
