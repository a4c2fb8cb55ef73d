import type { AddressBytes } from '../intake/index.ts'

/** What a table says of an address: the record as plain values, and the block it is said of. */
export interface MmdbAnswer {
  readonly record: Readonly<Record<string, unknown>>
  readonly prefix: number
}

const MARKER = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')
/** The metadata lie in the last 128 KiB, says the specification. */
const METADATA_BYTES = 128 * 1024
/** Maps inside maps, and pointers, of one record. */
const MAX_DEPTH = 16
const MAX_ITEMS = 512

/** A table in MaxMind's open DB format (specification 2.0): a binary tree over address bits, and the records its leaves point to. */
export interface Mmdb {
  readonly lookup: (address: AddressBytes) => MmdbAnswer | undefined
}

/** Opens a table; undefined when the bytes are none. Reads nothing but what a lookup needs; damaged places answer undefined. */
export function openMmdb(bytes: Uint8Array): Mmdb | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const marker = file.lastIndexOf(MARKER)
  if (marker < 0 || file.length - marker > METADATA_BYTES) return undefined
  const start = marker + MARKER.length
  const metadata = valueAt(file.subarray(start), 0, 0)?.value
  if (!isRecord(metadata)) return undefined
  const { node_count: nodes, record_size: recordBits, ip_version: version } = metadata
  if (typeof nodes !== 'number' || (recordBits !== 24 && recordBits !== 28 && recordBits !== 32)) return undefined
  if (version !== 4 && version !== 6) return undefined
  const nodeBytes = recordBits / 4
  const treeBytes = nodes * nodeBytes
  if (treeBytes + 16 > marker) return undefined
  const data = file.subarray(treeBytes + 16, marker)
  const child = (node: number, bit: number) => childOf(file, node * nodeBytes, bit, recordBits)
  return {
    lookup(address) {
      if (version === 4 && address.length === 16) return undefined
      const zeros = version === 6 && address.length === 4 ? 96 : 0
      const bits = zeros + address.length * 8
      let node = 0
      for (let depth = 0; depth < bits; depth++) {
        const at = depth - zeros
        node = child(node, at < 0 ? 0 : ((address[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
        if (node < nodes) continue
        if (node === nodes) return undefined
        const record = valueAt(data, node - nodes - 16, 0)?.value
        return isRecord(record) ? { record, prefix: Math.max(0, depth + 1 - zeros) } : undefined
      }
      return undefined
    },
  }
}

function childOf(file: Buffer, at: number, bit: number, recordBits: 24 | 28 | 32): number {
  if (recordBits === 24) return file.readUIntBE(at + bit * 3, 3)
  if (recordBits === 32) return file.readUInt32BE(at + bit * 4)
  const middle = file[at + 3] ?? 0
  return bit === 0 ? ((middle & 0xf0) << 20) | file.readUIntBE(at, 3) : ((middle & 0x0f) << 24) | file.readUIntBE(at + 4, 3)
}

interface Decoded {
  readonly value: unknown
  readonly next: number
}

/** The value at an offset of the data section, and where the next begins. Types of the specification: pointers, text, numbers, maps, arrays, booleans. */
function valueAt(data: Buffer, offset: number, depth: number): Decoded | undefined {
  if (depth > MAX_DEPTH || offset < 0 || offset >= data.length) return undefined
  const control = data[offset] ?? 0
  let at = offset + 1
  let type = control >> 5
  if (type === 1) return pointerAt(data, at, control, depth)
  if (type === 0) type = (data[at++] ?? 0) + 7
  let size = control & 0x1f
  if (size >= 29) {
    const extra = size - 28
    if (at + extra > data.length) return undefined
    size = [0, 29, 285, 65_821][extra] ?? 0
    size += data.readUIntBE(at, extra)
    at += extra
  }
  if (type === 7) return mapAt(data, at, size, depth)
  if (type === 11) return arrayAt(data, at, size, depth)
  if (type === 14) return { value: size !== 0, next: at }
  if (at + size > data.length) return undefined
  return { value: scalarAt(data, at, size, type), next: at + size }
}

function pointerAt(data: Buffer, at: number, control: number, depth: number): Decoded | undefined {
  const length = ((control >> 3) & 3) + 1
  if (at + length > data.length) return undefined
  const low = data.readUIntBE(at, length)
  const target = length === 4 ? low : (control & 7) * 2 ** (8 * length) + low + ([0, 0, 2048, 526_336][length] ?? 0)
  const found = valueAt(data, target, depth + 1)
  return found && { value: found.value, next: at + length }
}

function mapAt(data: Buffer, from: number, size: number, depth: number): Decoded | undefined {
  const map: Record<string, unknown> = Object.create(null)
  let at = from
  for (let i = 0; i < Math.min(size, MAX_ITEMS); i++) {
    const key = valueAt(data, at, depth + 1)
    const value = key && valueAt(data, key.next, depth + 1)
    if (!value) return undefined
    map[String(key.value)] = value.value
    at = value.next
  }
  return { value: map, next: at }
}

function arrayAt(data: Buffer, from: number, size: number, depth: number): Decoded | undefined {
  const array: unknown[] = []
  let at = from
  for (let i = 0; i < Math.min(size, MAX_ITEMS); i++) {
    const item = valueAt(data, at, depth + 1)
    if (!item) return undefined
    array.push(item.value)
    at = item.next
  }
  return { value: array, next: at }
}

function scalarAt(data: Buffer, at: number, size: number, type: number): unknown {
  if (type === 2) return data.toString('utf8', at, at + size)
  if (type === 3 && size === 8) return data.readDoubleBE(at)
  if (type === 15 && size === 4) return data.readFloatBE(at)
  const isNumber = type === 5 || type === 6 || type === 8 || type === 9
  if (!isNumber || size > 6) return undefined
  return size === 0 ? 0 : data.readUIntBE(at, size)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
