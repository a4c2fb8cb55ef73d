import { LIMITS } from '../../base/limits.ts'
import type { Warning } from '../../model/index.ts'
import { readExtra, type ZipExtra } from './zip-extra.ts'

/** One row of a ZIP's central directory, as stated there. */
export interface ZipEntry extends ZipExtra {
  readonly rawName: Uint8Array
  readonly rawComment: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly dosTime: number
  readonly dosDate: number
  /** Host system number and version (times ten) of the program that packed it. */
  readonly madeBySystem: number
  readonly madeByVersion: number
  /** Where its local header starts in the file. */
  readonly offset: number
  /** Type and permissions where the packer states those of Unix, else 0. */
  readonly unixMode: number
  /** The part of a split archive that it begins in, from 0. */
  readonly disk: number
}

/** A ZIP's directory: rows in the order they stand, and what was wrong with it. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[]
  readonly rawComment: Uint8Array
  readonly warnings: readonly Warning[]
  /** Members that the end record states. */
  readonly stated: number
  /** The number of this part of a split archive, from 0; the last one holds the directory. */
  readonly disk: number
  /** Whether the end record was found; without it `entries` come from local headers. */
  readonly isWhole: boolean
}

const EOCD = 0x06054b50
const EOCD64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const CENTRAL = 0x02014b50
const SPLIT = 0x08074b50
/** Signature of a local file header, little endian. */
export const LOCAL = 0x04034b50
const EOCD_BYTES = 22
/** APPNOTE 4.4.2: the system whose attributes are stated. */
const UNIX = 3
const CENTRAL_BYTES = 46
/** Bytes of a local header before its name. */
export const LOCAL_BYTES = 30

interface EndRecord {
  readonly at: number
  readonly disk: number
  readonly count: number
  readonly size: number
  readonly offset: number
  readonly rawComment: Uint8Array
}

/** Reads the central directory (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16); at most `LIMITS.archiveEntries` rows. Never throws. */
export function readDirectory(bytes: Uint8Array): ZipDirectory {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(file)
  if (!end) {
    const entries = salvage(file)
    const message = `the directory at the end is missing: ${entries.length} members were found by their own headers`
    const warnings = [{ code: 'truncated', message }]
    if (isFirstPart(file))
      warnings.push({
        code: 'other-part',
        message: 'this is the first part of a split archive (.z01): the parts after it, with the directory, are not in this file',
      })
    return { entries, rawComment: new Uint8Array(), warnings, stated: entries.length, disk: 0, isWhole: false }
  }
  const warnings: Warning[] = []
  if (end.disk > 0)
    warnings.push({
      code: 'other-part',
      message: `this is part ${end.disk + 1} of ${end.disk + 1} of a split archive: part${end.disk > 1 ? 's 1 to' : ''} ${end.disk} (${partName(0)}${end.disk > 1 ? ` to ${partName(end.disk - 1)}` : ''}) is not in this file`,
    })
  // Bytes before the archive (a self-extractor, a polyglot) shift every stated offset by the same amount.
  const isAsStated = end.offset + 4 <= file.length && file.readUInt32LE(end.offset) === CENTRAL
  const shift = isAsStated ? 0 : end.at - end.size - end.offset
  const start = shift > 0 ? end.at - end.size : end.offset
  if (shift !== 0) {
    const how =
      shift > 0
        ? `the directory stands ${shift} bytes after where its end record says`
        : 'the directory does not end where its end record says'
    warnings.push({ code: 'shifted', message: how })
  }
  const entries: ZipEntry[] = []
  let at = Math.max(0, start)
  while (entries.length < LIMITS.archiveEntries && at + CENTRAL_BYTES <= file.length && file.readUInt32LE(at) === CENTRAL) {
    const { entry, next } = centralRow(file, at)
    if (next > file.length) break
    entries.push(entry)
    at = next
  }
  const more = at + 4 <= file.length && file.readUInt32LE(at) === CENTRAL
  if (more && entries.length >= LIMITS.archiveEntries)
    warnings.push({ code: 'entry-limit', message: `more than ${LIMITS.archiveEntries} members: the rest is not listed` })
  else if (entries.length !== end.count)
    warnings.push({ code: 'directory-mismatch', message: `the directory states ${end.count} members and holds ${entries.length}` })
  const { rawComment, count, disk } = end
  return { entries: shifted(file, entries, shift), rawComment, warnings, stated: count, disk, isWhole: true }
}

/** What the first part of a split archive begins with: the mark of a data descriptor before the first header (APPNOTE 8.5.3). */
function isFirstPart(file: Buffer): boolean {
  return file.length >= 8 && file.readUInt32LE(0) === SPLIT && file.readUInt32LE(4) === LOCAL
}

/** What packers call part `disk` of a split archive: `.z01` is the first. */
export function partName(disk: number): string {
  return `.z${String(disk + 1).padStart(2, '0')}`
}

/** Entries with their offsets moved by what stands before the archive, unless the first is where it says. */
function shifted(file: Buffer, entries: readonly ZipEntry[], shift: number): readonly ZipEntry[] {
  const isLocal = (at: number) => at + 4 <= file.length && file.readUInt32LE(at) === LOCAL
  const first = entries[0]?.offset ?? 0
  if (shift <= 0 || isLocal(first) || !isLocal(first + shift)) return entries
  return entries.map((entry) => ({ ...entry, offset: entry.offset + shift }))
}

/**
 * Whether the first bytes are an Office package that holds `part`: its first member is one that such packages begin with. An archive that holds a
 * stored package inside shows the same part names, and begins with something else.
 */
export function isOfficePackage(head: Uint8Array, part: string): boolean {
  const file = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (file.length < LOCAL_BYTES || file.readUInt32LE(0) !== LOCAL) return false
  const first = file.toString('latin1', LOCAL_BYTES, LOCAL_BYTES + file.readUInt16LE(26))
  return /^(\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/)/.test(first) && file.includes(part)
}

/**
 * Whether a file that begins with something else is an archive: a program that unpacks itself, or the last part of a split archive, with the directory where the
 * end record at the very end says.
 */
export function endsAsZip(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = file.length - EOCD_BYTES
  if (at < CENTRAL_BYTES || file.readUInt32LE(at) !== EOCD || file.readUInt16LE(at + 20) !== 0) return false
  const start = at - file.readUInt32LE(at + 12)
  const isProgram = file.readUInt16BE(0) === 0x4d5a || file.readUInt32BE(0) === 0x7f454c46
  return start >= 0 && file.readUInt32LE(start) === CENTRAL && (isProgram || file.readUInt16LE(at + 4) > 0)
}

function findEnd(file: Buffer): EndRecord | undefined {
  const lowest = Math.max(0, file.length - EOCD_BYTES - 0xffff)
  for (let at = file.length - EOCD_BYTES; at >= lowest; at--) {
    if (file.readUInt32LE(at) !== EOCD) continue
    const rawComment = file.subarray(at + EOCD_BYTES, at + EOCD_BYTES + file.readUInt16LE(at + 20))
    const plain = {
      at,
      disk: file.readUInt16LE(at + 4) === 0xffff ? 0 : file.readUInt16LE(at + 4),
      count: file.readUInt16LE(at + 10),
      size: file.readUInt32LE(at + 12),
      offset: file.readUInt32LE(at + 16),
      rawComment,
    }
    return wide(file, plain) ?? plain
  }
  return undefined
}

/** The ZIP64 end record, when the plain one says by a locator before it that there is one. */
function wide(file: Buffer, plain: EndRecord): EndRecord | undefined {
  const locator = plain.at - 20
  if (locator < 0 || file.readUInt32LE(locator) !== LOCATOR64) return undefined
  const stated = Number(file.readBigUInt64LE(locator + 8))
  for (const at of [stated, locator - 56]) {
    if (at < 0 || at + 56 > file.length || file.readUInt32LE(at) !== EOCD64) continue
    const read = (offset: number) => Number(file.readBigUInt64LE(at + offset))
    return { at, disk: file.readUInt32LE(at + 16), count: read(32), size: read(40), offset: read(48), rawComment: plain.rawComment }
  }
  return undefined
}

function centralRow(file: Buffer, at: number): { entry: ZipEntry; next: number } {
  const nameBytes = file.readUInt16LE(at + 28)
  const extraBytes = file.readUInt16LE(at + 30)
  const nameAt = at + CENTRAL_BYTES
  const commentAt = nameAt + nameBytes + extraBytes
  const next = commentAt + file.readUInt16LE(at + 32)
  const rawName = file.subarray(nameAt, nameAt + nameBytes)
  const stated = { size: file.readUInt32LE(at + 24), packed: file.readUInt32LE(at + 20), offset: file.readUInt32LE(at + 42) }
  const extra = readExtra(file.subarray(nameAt + nameBytes, commentAt), rawName, stated)
  const entry: ZipEntry = {
    rawName,
    rawComment: file.subarray(commentAt, next),
    flags: file.readUInt16LE(at + 8),
    method: file.readUInt16LE(at + 10),
    dosTime: file.readUInt16LE(at + 12),
    dosDate: file.readUInt16LE(at + 14),
    crc: file.readUInt32LE(at + 16),
    madeByVersion: file[at + 4] ?? 0,
    madeBySystem: file[at + 5] ?? 0,
    unixMode: file[at + 5] === UNIX ? file.readUInt16LE(at + 40) : 0,
    disk: file.readUInt16LE(at + 34) === 0xffff ? 0 : file.readUInt16LE(at + 34),
    ...extra,
  }
  return { entry, next }
}

/** Members of a file without a directory, from local headers that state their size. */
function salvage(file: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = isFirstPart(file) ? 4 : 0
  while (entries.length < LIMITS.archiveEntries && at + LOCAL_BYTES <= file.length && file.readUInt32LE(at) === LOCAL) {
    const nameEnd = at + LOCAL_BYTES + file.readUInt16LE(at + 26)
    const dataAt = nameEnd + file.readUInt16LE(at + 28)
    const flags = file.readUInt16LE(at + 6)
    const rawName = file.subarray(at + LOCAL_BYTES, nameEnd)
    const stated = { size: file.readUInt32LE(at + 22), packed: file.readUInt32LE(at + 18), offset: at }
    const extra = readExtra(file.subarray(nameEnd, dataAt), rawName, stated)
    // Bit 3: the sizes follow the data and are zero here, so this is the last member that can be found; its data may be all that follows.
    const isOpen = (flags & 8) !== 0 && extra.packed === 0
    entries.push({
      rawName,
      rawComment: new Uint8Array(),
      flags,
      method: file.readUInt16LE(at + 8),
      dosTime: file.readUInt16LE(at + 10),
      dosDate: file.readUInt16LE(at + 12),
      crc: file.readUInt32LE(at + 14),
      madeByVersion: 0,
      madeBySystem: 0,
      unixMode: 0,
      disk: 0,
      ...extra,
      packed: isOpen ? Math.max(0, file.length - dataAt) : extra.packed,
    })
    if (isOpen) break
    at = dataAt + extra.packed
  }
  return entries
}
