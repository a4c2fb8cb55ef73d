import { LIMITS } from '../../base/limits.ts'
import type { Warning } from '../../model/index.ts'

const BLOCK = 512

/** What a row of a tar archive is. */
export type TarKind = 'file' | 'folder' | 'link' | 'other'

/** One row of a tar archive, with what pax and GNU headers before it say. */
export interface TarEntry {
  readonly kind: TarKind
  readonly rawName: Uint8Array
  /** Whether the name was stated as UTF-8 (pax). */
  readonly isUtf8: boolean
  readonly rawLink: Uint8Array
  readonly size: number
  /** Bytes of it that are in the file; fewer than `size` where the file is cut. */
  readonly data: Uint8Array
  /** Last change in seconds since 1970, UTC. */
  readonly modifiedS: number
  readonly uid: number
  readonly gid: number
  readonly user: Uint8Array
  readonly group: Uint8Array
  /** Whether only parts of it are stored (GNU and pax sparse files). */
  readonly isSparse: boolean
}

/** A tar archive's rows and what was wrong with it. */
export interface TarArchive {
  readonly entries: readonly TarEntry[]
  readonly variant: 'pax' | 'GNU' | 'ustar' | 'v7'
  /** Records of pax headers that nothing here asks for, by key; what programs leave. */
  readonly records: ReadonlyMap<string, string>
  readonly warnings: readonly Warning[]
}

/** What headers before a row say about it. */
interface Ahead {
  name?: Uint8Array
  link?: Uint8Array
  pax?: ReadonlyMap<string, Uint8Array>
}

/** Whether a file begins with a tar header: its checksum is right. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && (head[0] ?? 0) > 0 && hasChecksum(Buffer.from(head.buffer, head.byteOffset, BLOCK))
}

/** Reads every row (POSIX.1-2017 pax, and the GNU and V7 forms); at most `LIMITS.archiveEntries`. Never throws. */
export function readTar(bytes: Uint8Array): TarArchive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: TarEntry[] = []
  const warnings: Warning[] = []
  const records = new Map<string, string>()
  let global: ReadonlyMap<string, Uint8Array> = new Map()
  let ahead: Ahead = {}
  let variant: TarArchive['variant'] = 'v7'
  let at = 0
  let hasEnd = false
  while (at + BLOCK <= file.length) {
    const block = file.subarray(at, at + BLOCK)
    at += BLOCK
    if (block.every((byte) => byte === 0)) {
      hasEnd = true
      break
    }
    if (!hasChecksum(block)) {
      warnings.push({ code: 'damaged', message: `the header at byte ${at - BLOCK} has a wrong checksum: what follows is not read` })
      break
    }
    if (entries.length >= LIMITS.archiveEntries) {
      warnings.push({ code: 'entry-limit', message: `more than ${LIMITS.archiveEntries} members: the rest is not listed` })
      break
    }
    const type = String.fromCharCode(block[156] ?? 0)
    const stated = numberOf(block.subarray(124, 136))
    const size = sizeOf(ahead.pax, global) ?? stated
    const isHeader = 'xgLKX'.includes(type)
    const length = isHeader ? stated : type === '0' || type === '\0' || type === '7' || type === 'S' ? size : hasData(type) ? stated : 0
    const data = file.subarray(at, at + length)
    if (isHeader && length > LIMITS.tarHeaderBytes)
      warnings.push({ code: 'header-limit', message: `an extended header of ${length} bytes was passed over` })
    else if (type === 'x' || type === 'X') ahead = { ...ahead, pax: new Map([...(ahead.pax ?? []), ...paxRecords(data)]) }
    else if (type === 'g') global = new Map([...global, ...paxRecords(data)])
    else if (type === 'L') ahead = { ...ahead, name: untilNul(data) }
    else if (type === 'K') ahead = { ...ahead, link: untilNul(data) }
    if (isHeader) variant = 'xgX'.includes(type) ? 'pax' : 'GNU'
    else {
      variant = variantOf(block, variant)
      keepRecords(records, ahead.pax, global)
      entries.push(entryOf(block, { type, size, data, ahead, global }))
      ahead = {}
    }
    if (data.length < length) {
      warnings.push({ code: 'truncated', message: 'the file ends inside a member' })
      return { entries, variant, records, warnings }
    }
    at += Math.ceil(length / BLOCK) * BLOCK
  }
  if (!hasEnd && warnings.length === 0) warnings.push({ code: 'truncated', message: 'the end mark is missing: members may be missing too' })
  return { entries, variant, records, warnings }
}

/** Links, devices and folders have no data, whatever their size field says; of unknown types the field counts. */
function hasData(type: string): boolean {
  return !'123456'.includes(type)
}

function entryOf(
  block: Buffer,
  {
    type,
    size,
    data,
    ahead,
    global,
  }: {
    readonly type: string
    readonly size: number
    readonly data: Uint8Array
    readonly ahead: Ahead
    readonly global: ReadonlyMap<string, Uint8Array>
  },
): TarEntry {
  const pax = (key: string) => ahead.pax?.get(key) ?? global.get(key)
  const field = (from: number, to: number) => untilNul(block.subarray(from, to))
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0'
  const prefix = isUstar ? field(345, 500) : new Uint8Array()
  const plain = prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), field(0, 100)]) : field(0, 100)
  const sparseName = pax('GNU.sparse.name')
  const rawName = sparseName ?? pax('path') ?? ahead.name ?? plain
  const hasOwner = block.toString('latin1', 257, 262) === 'ustar'
  return {
    kind: kindOf(type, rawName),
    rawName,
    isUtf8: pax('path') !== undefined && pax('hdrcharset') === undefined,
    rawLink: pax('linkpath') ?? ahead.link ?? field(157, 257),
    size,
    data,
    modifiedS: numberIn(pax('mtime')) ?? numberOf(block.subarray(136, 148)),
    uid: numberIn(pax('uid')) ?? numberOf(block.subarray(108, 116)),
    gid: numberIn(pax('gid')) ?? numberOf(block.subarray(116, 124)),
    user: pax('uname') ?? (hasOwner ? field(265, 297) : new Uint8Array()),
    group: pax('gname') ?? (hasOwner ? field(297, 329) : new Uint8Array()),
    isSparse: type === 'S' || sparseName !== undefined || pax('GNU.sparse.major') !== undefined || pax('GNU.sparse.size') !== undefined,
  }
}

function kindOf(type: string, rawName: Uint8Array): TarKind {
  if (type === '5' || (type === '\0' && rawName.at(-1) === 0x2f)) return 'folder'
  if ('127'.includes(type) && type !== '7') return 'link'
  return '\0' === type || '07S'.includes(type) ? 'file' : 'other'
}

function variantOf(block: Buffer, before: TarArchive['variant']): TarArchive['variant'] {
  const magic = block.toString('latin1', 257, 265)
  if (before === 'pax' || before === 'GNU') return before
  return magic === 'ustar  \0' ? 'GNU' : magic.startsWith('ustar\0') ? 'ustar' : before
}

/** The records of a pax header: `<length> <key>=<value>\n`, each. */
function paxRecords(data: Buffer): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at)
    if (blank < 0 || blank - at > 10) break
    const length = Number(data.toString('latin1', at, blank))
    const equals = data.indexOf(0x3d, blank)
    if (!Number.isInteger(length) || length < 5 || at + length > data.length || equals < 0 || equals >= at + length) break
    found.set(data.toString('utf8', blank + 1, equals), data.subarray(equals + 1, at + length - 1))
    at += length
  }
  return found
}

const READ_KEYS = new Set(['path', 'linkpath', 'size', 'mtime', 'atime', 'ctime', 'uid', 'gid', 'uname', 'gname', 'hdrcharset'])
const KEPT_RECORDS = 40

function keepRecords(records: Map<string, string>, ...sets: readonly (ReadonlyMap<string, Uint8Array> | undefined)[]): void {
  for (const set of sets)
    for (const [key, value] of set ?? [])
      if (!READ_KEYS.has(key) && records.size < KEPT_RECORDS && !records.has(key)) records.set(key, Buffer.from(value).toString('utf8'))
}

function sizeOf(...sets: readonly (ReadonlyMap<string, Uint8Array> | undefined)[]): number | undefined {
  for (const set of sets) {
    const size = numberIn(set?.get('size'))
    if (size !== undefined && size >= 0 && Number.isSafeInteger(Math.floor(size))) return Math.floor(size)
  }
  return undefined
}

function numberIn(value: Uint8Array | undefined): number | undefined {
  const number = value === undefined || value.length === 0 || value.length > 30 ? Number.NaN : Number(Buffer.from(value).toString('latin1'))
  return Number.isFinite(number) ? number : undefined
}

/** A number field: octal text, or (GNU) a big-endian number when the first bit is set. */
function numberOf(field: Buffer): number {
  if (((field[0] ?? 0) & 0x80) !== 0) {
    let value = (field[0] ?? 0) & 0x3f
    for (const byte of field.subarray(1)) value = value * 256 + byte
    return value <= Number.MAX_SAFE_INTEGER ? value : 0
  }
  const text = field
    .toString('latin1')
    .replace(/[\0 ]+$/, '')
    .trim()
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : 0
}

/** The sum of a header's bytes, its own field counted as blanks; some old programs sum signed bytes. */
function hasChecksum(block: Buffer): boolean {
  const stated = numberOf(block.subarray(148, 156))
  let plain = 0
  let signed = 0
  for (let i = 0; i < BLOCK; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : (block[i] ?? 0)
    plain += byte
    signed += byte > 127 ? byte - 256 : byte
  }
  return stated > 0 && (stated === plain || stated === signed)
}

function untilNul(field: Uint8Array): Uint8Array {
  const end = field.indexOf(0)
  return end < 0 ? field : field.subarray(0, end)
}
