import { LIMITS } from '../../base/limits.ts'
import { EPOCH_1601_MS } from '../../base/time.ts'

/** One member as its own header states it. */
export interface RarRow {
  /** The name as bytes: UTF-8 in RAR 5; in RAR 4 the page of the packing machine, beside which a Unicode name may stand. */
  readonly rawName: Uint8Array
  readonly size: number
  /** Whether a Unicode name stands beside the bytes (RAR 4). */
  readonly hasUnicode: boolean
  readonly user?: Uint8Array
  readonly group?: Uint8Array
  readonly uid?: number
  readonly gid?: number
}

/** What the headers of a RAR archive state. */
export interface RarHeaders {
  readonly version: 4 | 5
  readonly isLocked: boolean
  /** Whether it is one part of several, and which, from 1, when stated. */
  readonly isVolume: boolean
  readonly volume?: number
  /** Name and time of the archive when it was made (RAR 5 metadata). */
  readonly archiveName?: Uint8Array
  readonly createdMs?: number
  readonly rows: readonly RarRow[]
}

type Draftish = { -readonly [K in keyof RarHeaders]: RarHeaders[K] } & { rows: RarRow[] }

const MARK4 = Buffer.from('Rar!\x1a\x07\x00', 'latin1')
const MARK5 = Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')

/** Which RAR a file is, if any. */
export function rarVersion(head: Uint8Array): 4 | 5 | undefined {
  if (MARK4.equals(head.subarray(0, 7))) return 4
  return MARK5.equals(head.subarray(0, 8)) ? 5 : undefined
}

/** Walks the headers of a RAR 4 or 5 archive (RARLAB technical notes), as far as they are whole. Never throws. */
export function rarHeaders(bytes: Uint8Array): RarHeaders {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: Draftish = { version: rarVersion(bytes) ?? 5, isLocked: false, isVolume: false, rows: [] }
  try {
    if (found.version === 4) walk4(file, found)
    else walk5(file, found)
  } catch (error) {
    // Reading beyond the end of a cut or wrong header; what was found before stands.
    if (!(error instanceof RangeError)) throw error
  }
  return found
}

function walk4(file: Buffer, found: Draftish): void {
  for (let at = MARK4.length; at + 7 <= file.length && found.rows.length < LIMITS.archiveEntries; ) {
    const type = file[at + 2]
    const flags = file.readUInt16LE(at + 3)
    const size = file.readUInt16LE(at + 5)
    if (size < 7) return
    let data = (flags & 0x8000) !== 0 ? file.readUInt32LE(at + 7) : 0
    if (type === 0x73) {
      found.isLocked = (flags & 0x80) !== 0
      found.isVolume = (flags & 1) !== 0
      if (found.isLocked) return
    } else if (type === 0x74) {
      const isLarge = (flags & 0x100) !== 0
      if (isLarge) data += file.readUInt32LE(at + 32) * 2 ** 32
      const nameAt = at + (isLarge ? 40 : 32)
      const name = file.subarray(nameAt, nameAt + file.readUInt16LE(at + 26))
      const end = name.indexOf(0)
      const hasUnicode = (flags & 0x200) !== 0 && end >= 0
      found.rows.push({
        rawName: hasUnicode ? name.subarray(0, end) : name,
        size: file.readUInt32LE(at + 11) + (isLarge ? file.readUInt32LE(at + 36) * 2 ** 32 : 0),
        hasUnicode,
      })
    } else if (type === 0x7b) return
    at += size + data
  }
}

/** Reads numbers of seven bits a byte, lowest first. */
class Numbers {
  readonly file: Buffer
  at: number

  constructor(file: Buffer, at: number) {
    this.file = file
    this.at = at
  }

  next(): number {
    let value = 0
    for (let shift = 1; shift <= 2 ** 63; shift *= 128) {
      const byte = this.file.readUInt8(this.at++)
      value += (byte & 0x7f) * shift
      if (byte < 0x80) return value
    }
    throw new RangeError('a number does not end')
  }

  bytes(length: number): Buffer {
    this.at += length
    return this.file.subarray(this.at - length, this.at)
  }
}

function walk5(file: Buffer, found: Draftish): void {
  for (let at = MARK5.length; at + 7 <= file.length && found.rows.length < LIMITS.archiveEntries; ) {
    const numbers = new Numbers(file, at + 4)
    const size = numbers.next()
    const end = numbers.at + size
    const type = numbers.next()
    const flags = numbers.next()
    const extra = (flags & 1) !== 0 ? numbers.next() : 0
    const data = (flags & 2) !== 0 ? numbers.next() : 0
    if (type === 4) found.isLocked = true
    if (type === 4 || type === 5 || size === 0) return
    const records = recordsOf(file, Math.max(numbers.at, end - extra), end)
    if (type === 1) main5(numbers, records, found)
    if (type === 2) found.rows.push(row5(numbers, records))
    at = end + data
  }
}

function recordsOf(file: Buffer, from: number, to: number): ReadonlyMap<number, Numbers> {
  const records = new Map<number, Numbers>()
  const numbers = new Numbers(file, from)
  while (numbers.at < to) {
    const size = numbers.next()
    const end = numbers.at + size
    if (size === 0 || end > to) break
    records.set(numbers.next(), new Numbers(file.subarray(0, end), numbers.at))
    numbers.at = end
  }
  return records
}

function main5(numbers: Numbers, records: ReadonlyMap<number, Numbers>, found: Draftish): void {
  const flags = numbers.next()
  found.isVolume = (flags & 1) !== 0
  if (found.isVolume) found.volume = (flags & 2) !== 0 ? numbers.next() + 1 : 1
  const metadata = records.get(2)
  if (metadata === undefined) return
  const has = metadata.next()
  if ((has & 1) !== 0) found.archiveName = metadata.bytes(metadata.next())
  if ((has & 2) === 0) return
  const isUnix = (has & 4) !== 0
  if (isUnix && (has & 8) === 0) found.createdMs = metadata.file.readUInt32LE(metadata.at) * 1000
  else {
    const stamp = metadata.file.readBigUInt64LE(metadata.at)
    found.createdMs = isUnix ? Number(stamp / 1_000_000n) : Number(stamp / 10_000n) - EPOCH_1601_MS
  }
}

function row5(numbers: Numbers, records: ReadonlyMap<number, Numbers>): RarRow {
  const flags = numbers.next()
  const size = numbers.next()
  numbers.next()
  if ((flags & 2) !== 0) numbers.at += 4
  if ((flags & 4) !== 0) numbers.at += 4
  numbers.next()
  numbers.next()
  const rawName = numbers.bytes(numbers.next())
  const owner = records.get(6)
  if (owner === undefined) return { rawName, size, hasUnicode: false }
  const has = owner.next()
  const text = (bit: number) => ((has & bit) !== 0 ? owner.bytes(owner.next()) : undefined)
  const user = text(1)
  const group = text(2)
  const number = (bit: number) => ((has & bit) !== 0 ? owner.next() : undefined)
  const uid = number(4)
  const gid = number(8)
  return {
    rawName,
    size,
    hasUnicode: false,
    ...(user === undefined ? {} : { user }),
    ...(group === undefined ? {} : { group }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  }
}
