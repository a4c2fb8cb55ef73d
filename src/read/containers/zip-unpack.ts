import { LIMITS } from '../../base/limits.ts'
import type { Budget, Flaw } from './container.ts'
import { inflate } from './inflate.ts'
import { SPENT } from './listed.ts'
import { unpackAs } from './stream.ts'
import { hasChecksum } from './zip-data.ts'
import type { ZipEntry } from './zip-directory.ts'

/** Methods that the unpacker knows and this program does not, by APPNOTE 4.4.5. */
const METHODS: Readonly<Record<number, string>> = {
  1: 'shrink',
  6: 'implode',
  9: 'deflate64',
  12: 'bzip2',
  14: 'lzma',
  93: 'zstd',
  95: 'xz',
  98: 'ppmd',
}

/** A member's bytes, perhaps with a flaw, or the reason why there are none. */
export type UnpackedMember =
  | { readonly data: Uint8Array; readonly flaw?: Flaw | undefined }
  | { readonly data?: undefined; readonly reason: string }

/** Whether a password is asked for. */
export function isEncrypted({ flags, method }: ZipEntry): boolean {
  return (flags & 1) !== 0 || method === 99
}

/** Unpacks a member within the bounds; `budget` is what is left of those of the archive. */
export async function unpackMember(entry: ZipEntry, packed: Uint8Array, budget: Budget): Promise<UnpackedMember> {
  if (isEncrypted(entry)) return { reason: 'encrypted' }
  const isKnown = entry.method === 0 || entry.method === 8 || entry.method in METHODS
  if (!isKnown) return { reason: `packed with method ${entry.method}` }
  const most = Math.min(LIMITS.memberBytes, budget.bytes)
  const tooLarge = {
    reason: `member-limit: ${budget.bytes < LIMITS.memberBytes ? `the members together pass ${LIMITS.archiveBytes}` : `larger than ${LIMITS.memberBytes}`} bytes`,
  }
  if (entry.size > most) return tooLarge
  if (entry.method === 0) return { data: packed, flaw: flawOf(entry, packed, packed.length < entry.size) }
  const tooDense = { reason: `ratio-limit: it inflates more than ${LIMITS.archiveRatio} times` }
  const dense = Math.max(LIMITS.ratioFloorBytes, packed.length * LIMITS.archiveRatio)
  if (entry.size > dense) return tooDense
  const limit = Math.min(most, dense)
  const inflated = entry.method === 8 ? inflate('raw', packed, limit) : await unpackAs('zip')(aloneInZip(entry, packed), limit, budget)
  if (inflated.outcome === 'too-large') return dense < most ? tooDense : tooLarge
  if (inflated.outcome === 'spent') return { reason: SPENT }
  if (inflated.data === undefined)
    return { reason: `damaged: it cannot be ${entry.method === 8 ? 'inflated' : `unpacked (${METHODS[entry.method]})`}` }
  return { data: inflated.data, flaw: flawOf(entry, inflated.data, inflated.outcome === 'truncated') }
}

/** What is wrong with the bytes that were got. A checksum of 0 is what a header has before its data are written. */
function flawOf(entry: ZipEntry, data: Uint8Array, isTruncated: boolean): Flaw | undefined {
  if (isTruncated) return { code: 'truncated', message: `only ${data.length} of ${entry.size} bytes of it are there` }
  if (entry.crc !== 0 && !hasChecksum(data, entry.crc)) return { code: 'checksum', message: 'its bytes do not have the stated checksum' }
  return undefined
}

/** An archive of the one member under a plain name, so that the unpacker reads what this program found, and not what it makes of the directory. */
function aloneInZip(entry: ZipEntry, packed: Uint8Array): Uint8Array {
  // Needed version 6.3; flags 1 and 2 tell how LZMA ends and dictionaries are sized.
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(63, 0)
  shared.writeUInt16LE(entry.flags & 6, 2)
  shared.writeUInt16LE(entry.method, 4)
  shared.writeUInt32LE(entry.crc, 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(entry.size, 18)
  shared.writeUInt16LE(1, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from('x'), packed])
  const row = Buffer.concat([Buffer.from('PK\x01\x02\x3f\0'), shared, Buffer.alloc(14), Buffer.from('x')])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(row.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, row, Buffer.from('PK\x05\x06'), end])
}
