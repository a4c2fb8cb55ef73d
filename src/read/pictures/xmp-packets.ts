import { LIMITS } from '../../base/limits.ts'
import type { Draft } from '../draft.ts'
import { readXmp } from './xmp.ts'

/** Elements that packets are in; before 2005 the element was called xapmeta, and some have none. */
export const XMP_ELEMENTS = [
  ['<x:xmpmeta', '</x:xmpmeta>'],
  ['<x:xapmeta', '</x:xapmeta>'],
  ['<rdf:RDF', '</rdf:RDF>'],
] as const

/**
 * Reads the XMP packets that stand anywhere in bytes, as formats without a place of their own for them have it (XMP Specification Part 3, "Scanning files"); at most
 * `LIMITS.xmpPackets`. `shift` is where the bytes begin in their file.
 */
export function readXmpPackets(bytes: Uint8Array, draft: Draft, shift = 0): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  let read = 0
  for (const [begin, end] of XMP_ELEMENTS)
    for (let at = file.indexOf(begin, read); at >= 0; at = file.indexOf(begin, read)) {
      if (++count > LIMITS.xmpPackets) {
        draft.warn('xmp-limit', `more than ${LIMITS.xmpPackets} XMP packets: the rest was not read`)
        return
      }
      const close = file.indexOf(end, at)
      read = close < 0 ? file.length : close + end.length
      readXmp(file.subarray(at, read), draft, { kind: 'bytes', from: shift + at, to: shift + read })
    }
}
