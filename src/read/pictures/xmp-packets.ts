import { LIMITS } from '../../base/limits.ts'
import type { Draft } from '../draft.ts'
import { readXmp } from './xmp.ts'

const BEGIN = Buffer.from('<x:xmpmeta')
const END = Buffer.from('</x:xmpmeta>')

/**
 * Reads the XMP packets that stand anywhere in bytes, as formats without a place of their own for them have it (XMP Specification Part 3, "Scanning files"); at most
 * `LIMITS.xmpPackets`. `shift` is where the bytes begin in their file.
 */
export function readXmpPackets(bytes: Uint8Array, draft: Draft, shift = 0): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = file.indexOf(BEGIN); at >= 0; at = file.indexOf(BEGIN, at + BEGIN.length)) {
    if (++count > LIMITS.xmpPackets) {
      draft.warn('xmp-limit', `more than ${LIMITS.xmpPackets} XMP packets: the rest was not read`)
      return
    }
    const close = file.indexOf(END, at)
    const end = close < 0 ? file.length : close + END.length
    readXmp(file.subarray(at, end), draft, { kind: 'bytes', from: shift + at, to: shift + end })
  }
}
