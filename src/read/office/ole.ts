import { LIMITS } from '../../base/limits.ts'

/** A stream of a compound file: its way of storage names, joined by `/`, and its bytes. */
export interface OleStream {
  readonly path: string
  readonly bytes: () => Buffer
  readonly size: number
}

/** A compound file: its streams by path, the class of its root, and whether all of it is there. */
export interface Ole {
  readonly streams: ReadonlyMap<string, OleStream>
  /** What is wrong with it, or undefined. */
  readonly flaw?: string
}

const MAGIC = 'd0cf11e0a1b11ae1'
const END = 0xfffffffe
const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const NONE = 0xffffffff
const opened = new WeakMap<Uint8Array, Ole>()

/** Whether bytes are a compound file. */
export function isOle(head: Uint8Array): boolean {
  return head.length >= 8 && Buffer.from(head.subarray(0, 8)).toString('hex') === MAGIC
}

/** Opens a compound file (MS-CFB 2). Chains that loop or leave the file end early, which is a flaw; at most `LIMITS.oleEntries` entries. Never throws; the same bytes are opened once. */
export function openOle(bytes: Uint8Array): Ole {
  const known = opened.get(bytes)
  if (known) return known
  const ole = open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  opened.set(bytes, ole)
  return ole
}

interface Sectors {
  readonly file: Buffer
  readonly shift: number
  readonly table: Uint32Array
  flaw: string | undefined
}

function open(file: Buffer): Ole {
  if (file.length < HEADER_BYTES || !isOle(file)) return { streams: new Map(), flaw: 'the header is cut short' }
  const shift = file.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return { streams: new Map(), flaw: `sectors of 2^${shift} bytes are not known` }
  const sectors: Sectors = { file, shift, table: new Uint32Array(), flaw: undefined }
  const full = { ...sectors, table: fat(sectors) }
  const directory = chain(full, file.readUInt32LE(48))
  const miniTable = words(chain(full, file.readUInt32LE(60)))
  const root = directory.length >= ENTRY_BYTES ? directory.readUInt32LE(116) : END
  const mini = chain(full, root)
  const cutoff = file.readUInt32LE(56)
  const streamOf = (start: number, size: number) => () => {
    const data = size < cutoff ? miniChain(mini, miniTable, start, size) : chain(full, start, size)
    return data.subarray(0, size)
  }
  const streams = new Map<string, OleStream>()
  const isWhole = entries(directory, (path, start, size) => {
    if (!streams.has(path)) streams.set(path, { path, size, bytes: streamOf(start, size) })
  })
  const missing = [...streams.values()].find((stream) => stream.size <= file.length && stream.bytes().length < stream.size)
  const flaw =
    full.flaw ??
    (isWhole ? undefined : 'its directory is damaged') ??
    (missing && `${missing.path}: ${missing.bytes().length} of ${missing.size} bytes are there`)
  return flaw === undefined ? { streams } : { streams, flaw }
}

/** The table of sectors: its own sectors are named in the header (109) and in a chain of further lists. */
function fat(sectors: Sectors): Uint32Array {
  const { file, shift } = sectors
  const own: number[] = []
  for (let at = 76; at < HEADER_BYTES; at += 4) own.push(file.readUInt32LE(at))
  const perSector = (1 << shift) / 4
  let next = file.readUInt32LE(68)
  for (let count = 0; next < NONE - 5 && count < LIMITS.oleEntries; count++) {
    // Shifting would make a large number negative.
    const at = (next + 1) * (1 << shift)
    if (at + (1 << shift) > file.length) break
    for (let i = 0; i < perSector - 1; i++) own.push(file.readUInt32LE(at + i * 4))
    next = file.readUInt32LE(at + (perSector - 1) * 4)
  }
  const parts: Buffer[] = []
  const most = Math.ceil(file.length / (1 << shift) / perSector) + 1
  for (const sector of own.filter((one) => one < NONE - 5).slice(0, most)) {
    const at = (sector + 1) * (1 << shift)
    if (at < file.length) parts.push(file.subarray(at, Math.min(file.length, at + (1 << shift))))
  }
  return words(Buffer.concat(parts))
}

function words(data: Buffer): Uint32Array {
  const found = new Uint32Array(data.length >> 2)
  for (let i = 0; i < found.length; i++) found[i] = data.readUInt32LE(i * 4)
  return found
}

/** The bytes of a chain of sectors, at most `most`; each sector once. */
function chain(sectors: Sectors, start: number, most = sectors.file.length): Buffer {
  const { file, shift, table } = sectors
  const parts: Buffer[] = []
  const seen = new Set<number>()
  let bytes = 0
  for (let sector = start; sector < NONE - 5 && bytes < most; sector = table[sector] ?? END) {
    const at = (sector + 1) * (1 << shift)
    if (seen.has(sector) || at >= file.length) {
      sectors.flaw ??= seen.has(sector) ? 'a chain of sectors loops' : 'a chain of sectors leaves the file'
      break
    }
    seen.add(sector)
    const part = file.subarray(at, Math.min(file.length, at + (1 << shift)))
    parts.push(part)
    bytes += part.length
  }
  return Buffer.concat(parts)
}

function miniChain(mini: Buffer, table: Uint32Array, start: number, size: number): Buffer {
  const parts: Buffer[] = []
  const seen = new Set<number>()
  for (let sector = start; sector < NONE - 5 && parts.length * 64 < size && !seen.has(sector); sector = table[sector] ?? END) {
    seen.add(sector)
    parts.push(mini.subarray(sector * 64, sector * 64 + 64))
  }
  return Buffer.concat(parts)
}

/** Walks the tree of entries (each has left, right and child); false when it loops or has too many. */
function entries(directory: Buffer, stream: (path: string, start: number, size: number) => void): boolean {
  const seen = new Set<number>()
  const waiting: { index: number; path: string }[] =
    directory.length >= ENTRY_BYTES ? [{ index: directory.readUInt32LE(76), path: '' }] : []
  let isWhole = directory.length >= ENTRY_BYTES
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const at = one.index * ENTRY_BYTES
    if (one.index === NONE) continue
    if (at + ENTRY_BYTES > directory.length || seen.has(one.index) || seen.size >= LIMITS.oleEntries) {
      isWhole = false
      continue
    }
    seen.add(one.index)
    const nameBytes = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2)
    const name = directory.toString('utf16le', at, at + nameBytes)
    const path = one.path === '' ? name : `${one.path}/${name}`
    const kind = directory[at + 66]
    if (kind === 2) stream(path, directory.readUInt32LE(at + 116), directory.readUInt32LE(at + 120))
    for (const offset of [68, 72]) waiting.push({ index: directory.readUInt32LE(at + offset), path: one.path })
    if (kind === 1) waiting.push({ index: directory.readUInt32LE(at + 76), path })
  }
  return isWhole
}
