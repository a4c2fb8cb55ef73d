import { crc32 } from 'node:zlib'
import { printable } from '../../base/printable.ts'
import type { Draft } from '../draft.ts'
import { LOCAL, LOCAL_BYTES, type ZipEntry } from './zip-directory.ts'

/** The packed bytes of a member; a local header that is missing or says something else than the directory is a warning. */
export function memberData(bytes: Uint8Array, entry: ZipEntry, path: string, draft: Draft): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.offset
  if (at + LOCAL_BYTES > file.length || file.readUInt32LE(at) !== LOCAL) {
    draft.cut('damaged', `${printable(path)}: its header is not where the directory says`)
    return new Uint8Array()
  }
  const nameEnd = at + LOCAL_BYTES + file.readUInt16LE(at + 26)
  const from = nameEnd + file.readUInt16LE(at + 28)
  const data = file.subarray(from, from + entry.packed)
  const differs: string[] = []
  if (entry.unicodeName === undefined && !file.subarray(at + LOCAL_BYTES, nameEnd).equals(entry.rawName)) differs.push('name')
  if (file.readUInt16LE(at + 8) !== entry.method) differs.push('method')
  const sizesFollow = (file.readUInt16LE(at + 6) & 8) !== 0
  const stated = file.readUInt32LE(at + 18)
  if (!sizesFollow && stated !== 0xffffffff && stated !== entry.packed) differs.push('size')
  if (differs.length > 0)
    draft.warn('header-mismatch', `${printable(path)}: its own header and the directory state another ${differs.join(' and ')}`)
  return data
}

/** Members whose bytes overlap those of another member: none of them can be trusted to be what was packed. */
export function overlapping(bytes: Uint8Array, entries: readonly ZipEntry[]): ReadonlySet<ZipEntry> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ranges = entries
    .filter(({ offset }) => offset + LOCAL_BYTES <= file.length)
    .map((entry) => {
      const header = LOCAL_BYTES + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28)
      return { entry, from: entry.offset, to: entry.offset + header + entry.packed }
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const shared = new Set<ZipEntry>()
  let reach = ranges[0]
  for (const range of ranges.slice(1)) {
    if (reach && range.from < reach.to) shared.add(range.entry).add(reach.entry)
    if (!reach || range.to > reach.to) reach = range
  }
  return shared
}

/** Whether the checksum of inflated bytes is the stated one. */
export function hasChecksum(data: Uint8Array, stated: number): boolean {
  return crc32(data) === stated
}
