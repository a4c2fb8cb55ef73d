import { LIMITS } from '../../base/limits.ts'

/** One file as a cabinet's own directory states it. */
export interface CabRow {
  readonly rawName: Uint8Array
  readonly isUtf8: boolean
  readonly size: number
  readonly folder: number
  readonly offset: number
}

/** A cabinet's header and directory. */
export interface CabHeader {
  /** Bytes that the cabinet states to have. */
  readonly bytes: number
  readonly setId: number
  /** Number of this cabinet in its set, from 0. */
  readonly number: number
  /** Names of the cabinets before and after it in the set. */
  readonly beside: readonly Uint8Array[]
  readonly stated: number
  readonly rows: readonly CabRow[]
}

const HAS_PREVIOUS = 1
const HAS_NEXT = 2
const HAS_RESERVE = 4
/** The attribute that marks a name as UTF-8. */
const UTF8 = 0x80

/** Reads a cabinet's header and directory (Microsoft, [MS-CAB]), sorted as the files lie in it. Undefined when it is cut. */
export function cabHeader(bytes: Uint8Array): CabHeader | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 36) return undefined
  const flags = file.readUInt16LE(30)
  let at = 36
  if ((flags & HAS_RESERVE) !== 0) {
    if (file.length < 40) return undefined
    at = 40 + file.readUInt16LE(36)
  }
  const beside: Uint8Array[] = []
  for (const flag of [HAS_PREVIOUS, HAS_NEXT]) {
    if ((flags & flag) === 0) continue
    const end = file.indexOf(0, at)
    const diskEnd = end < 0 ? -1 : file.indexOf(0, end + 1)
    if (diskEnd < 0) return undefined
    beside.push(file.subarray(at, end))
    at = diskEnd + 1
  }
  const stated = file.readUInt16LE(28)
  const rows: CabRow[] = []
  at = file.readUInt32LE(16)
  while (rows.length < Math.min(stated, LIMITS.archiveEntries) && at + 16 < file.length) {
    const end = file.indexOf(0, at + 16)
    if (end < 0) break
    rows.push({
      rawName: file.subarray(at + 16, end),
      isUtf8: (file.readUInt16LE(at + 14) & UTF8) !== 0,
      size: file.readUInt32LE(at),
      offset: file.readUInt32LE(at + 4),
      folder: file.readUInt16LE(at + 8),
    })
    at = end + 1
  }
  rows.sort((a, b) => a.folder - b.folder || a.offset - b.offset || a.size - b.size)
  return { bytes: file.readUInt32LE(8), setId: file.readUInt16LE(32), number: file.readUInt16LE(34), beside, stated, rows }
}
