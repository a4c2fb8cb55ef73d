import { LIMITS } from '../../base/limits.ts'
import type { Warning } from '../../model/index.ts'

/** One row of a cpio archive. */
export interface CpioEntry {
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly rawName: Uint8Array
  readonly size: number
  /** Bytes that are in the file; for links the target. */
  readonly data: Uint8Array
  readonly modifiedS: number
  readonly uid: number
  readonly gid: number
}

/** A cpio archive's rows and what was wrong with it. */
export interface CpioArchive {
  readonly variant: string
  readonly entries: readonly CpioEntry[]
  readonly warnings: readonly Warning[]
}

interface Header {
  readonly bytes: number
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly modifiedS: number
  readonly nameBytes: number
  readonly size: number
  /** Multiple of bytes that names and data are filled up to. */
  readonly fill: number
}

const TRAILER = 'TRAILER!!!'
const NAME_BYTES = 64 * 1024

/** The variant of cpio that a file begins with. */
export function cpioVariant(head: Uint8Array): string | undefined {
  const mark = Buffer.from(head.subarray(0, 6)).toString('latin1')
  if (mark === '070701') return 'newc'
  if (mark === '070702') return 'crc'
  if (mark === '070707') return 'odc'
  // The mark of the binary forms is two bytes, so the name's length and its end must fit too.
  for (const [variant, isLittle] of [
    ['binary', true],
    ['binary, big-endian', false],
  ] as const) {
    const header = head.length >= 28 ? binaryHeader(Buffer.from(head.buffer, head.byteOffset, head.byteLength), 0, isLittle) : undefined
    if (header !== undefined && header.nameBytes > 1 && header.nameBytes < 1024 && head[26 + header.nameBytes - 1] === 0 && head[26] !== 0)
      return variant
  }
  return undefined
}

/** Reads every row (the forms of GNU cpio 2.13); at most `LIMITS.archiveEntries`. Never throws. */
export function readCpio(bytes: Uint8Array): CpioArchive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const variant = cpioVariant(bytes) ?? 'newc'
  const entries: CpioEntry[] = []
  const done = (code: string, message: string) => ({ variant, entries, warnings: [{ code, message }] })
  for (let at = 0; at < file.length; ) {
    const header = headerAt(file, at, variant)
    if (header === undefined || header.nameBytes === 0 || header.nameBytes > NAME_BYTES)
      return done(at + 110 > file.length ? 'truncated' : 'damaged', `the header at byte ${at} cannot be read: what follows is not read`)
    const nameAt = at + header.bytes
    const dataAt = filled(nameAt + header.nameBytes, header.fill)
    const name = file.subarray(nameAt, nameAt + header.nameBytes - 1)
    if (name.toString('latin1') === TRAILER) return { variant, entries, warnings: [] }
    if (entries.length >= LIMITS.archiveEntries)
      return done('entry-limit', `more than ${LIMITS.archiveEntries} members: the rest is not listed`)
    const data = file.subarray(dataAt, dataAt + header.size)
    const { size, modifiedS, uid, gid } = header
    if (nameAt + header.nameBytes <= file.length)
      entries.push({ kind: kindOf(header.mode), rawName: name, size, data, modifiedS, uid, gid })
    if (data.length < size || nameAt + header.nameBytes > file.length) return done('truncated', 'the file ends inside a member')
    at = filled(dataAt + size, header.fill)
  }
  return done('truncated', 'the end mark is missing: members may be missing too')
}

function headerAt(file: Buffer, at: number, variant: string): Header | undefined {
  if (variant === 'odc') return odcHeader(file, at)
  if (variant.startsWith('binary')) return binaryHeader(file, at, variant === 'binary')
  const text = file.toString('latin1', at, at + 110)
  if (!/^07070[12][0-9A-Fa-f]{104}$/.test(text)) return undefined
  const field = (n: number) => Number.parseInt(text.slice(6 + n * 8, 14 + n * 8), 16)
  return {
    bytes: 110,
    mode: field(1),
    uid: field(2),
    gid: field(3),
    modifiedS: field(5),
    size: field(6),
    nameBytes: field(11),
    fill: 4,
  }
}

function odcHeader(file: Buffer, at: number): Header | undefined {
  const text = file.toString('latin1', at, at + 76)
  if (!/^070707[0-7]{70}$/.test(text)) return undefined
  const field = (from: number, length: number) => Number.parseInt(text.slice(from, from + length), 8)
  return {
    bytes: 76,
    mode: field(18, 6),
    uid: field(24, 6),
    gid: field(30, 6),
    modifiedS: field(48, 11),
    nameBytes: field(59, 6),
    size: field(65, 11),
    fill: 1,
  }
}

function binaryHeader(file: Buffer, at: number, isLittle: boolean): Header | undefined {
  if (at + 26 > file.length) return undefined
  const word = (n: number) => (isLittle ? file.readUInt16LE(at + n * 2) : file.readUInt16BE(at + n * 2))
  if (word(0) !== 0o070707) return undefined
  return {
    bytes: 26,
    mode: word(3),
    uid: word(4),
    gid: word(5),
    modifiedS: word(8) * 65_536 + word(9),
    nameBytes: word(10),
    size: word(11) * 65_536 + word(12),
    fill: 2,
  }
}

function filled(at: number, fill: number): number {
  return Math.ceil(at / fill) * fill
}

function kindOf(mode: number): CpioEntry['kind'] {
  const type = mode & 0o170000
  if (type === 0o040000) return 'folder'
  if (type === 0o120000) return 'link'
  return type === 0o100000 || type === 0 ? 'file' : 'other'
}
