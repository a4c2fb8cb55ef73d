import { crc32 } from 'node:zlib'
import { EPOCH_1601_MS } from '../../base/time.ts'

/** What the extra fields of a member say, with sizes and offset widened where ZIP64 does so. */
export interface ZipExtra {
  readonly size: number
  readonly packed: number
  readonly offset: number
  /** Last change in epoch milliseconds UTC, and the field that stated it. */
  readonly utcMs?: number
  readonly utcFrom?: 'unix' | 'ntfs'
  /** The name in Unicode (0x7075), when its checksum fits the raw name. */
  readonly unicodeName?: string
}

const WIDE = 0xffffffff

/** Walks the extra fields of a member (APPNOTE 4.5; 0x5455, 0x5855 and 0x7075 from Info-ZIP's extra-field list). */
export function readExtra(
  extra: Buffer,
  rawName: Uint8Array,
  stated: { readonly size: number; readonly packed: number; readonly offset: number },
): ZipExtra {
  let { size, packed, offset } = stated
  let unix: number | undefined
  let ntfs: number | undefined
  let unicodeName: string | undefined
  for (let at = 0; at + 4 <= extra.length; ) {
    const id = extra.readUInt16LE(at)
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    at += 4 + extra.readUInt16LE(at + 2)
    if (id === 0x0001) {
      let from = 0
      const next = (value: number) => {
        if (value !== WIDE || from + 8 > field.length) return value
        from += 8
        return Number(field.readBigUInt64LE(from - 8))
      }
      size = next(size)
      packed = next(packed)
      offset = next(offset)
    } else if (id === 0x5455 && field.length >= 5 && ((field[0] ?? 0) & 1) !== 0) unix = field.readInt32LE(1) * 1000
    else if (id === 0x5855 && field.length >= 8) unix ??= field.readInt32LE(4) * 1000
    else if (id === 0x000a) ntfs = ntfsTime(field) ?? ntfs
    else if (id === 0x7075 && field.length > 5 && field.readUInt32LE(1) === crc32(rawName)) unicodeName = field.subarray(5).toString('utf8')
  }
  const utcMs = ntfs ?? unix
  return {
    size,
    packed,
    offset,
    ...(utcMs === undefined ? {} : { utcMs, utcFrom: ntfs === undefined ? ('unix' as const) : ('ntfs' as const) }),
    ...(unicodeName === undefined ? {} : { unicodeName }),
  }
}

/** The modification time of an NTFS extra field (tag 1: three FILETIMEs, modification first). */
function ntfsTime(field: Buffer): number | undefined {
  for (let at = 4; at + 4 <= field.length; ) {
    const bytes = field.readUInt16LE(at + 2)
    if (field.readUInt16LE(at) === 1 && bytes >= 24 && at + 12 <= field.length) {
      const ms = Number(field.readBigUInt64LE(at + 4) / 10_000n) - EPOCH_1601_MS
      return ms > 0 && ms < 8e15 ? ms : undefined
    }
    at += 4 + bytes
  }
  return undefined
}

/** A DOS date and time as epoch milliseconds, read as if the local clock were UTC; undefined for dates that no calendar has or that mean "none". */
export function dosMs(date: number, time: number): number | undefined {
  const year = 1980 + (date >> 9)
  const month = (date >> 5) & 15
  const day = date & 31
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2]
  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(ms)
  const isReal = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  // 1980-01-01 00:00 is what programs write when they have no time; years from 2100 come from overflow.
  return isReal && year < 2100 && !(date === 0x21 && time === 0) ? ms : undefined
}
