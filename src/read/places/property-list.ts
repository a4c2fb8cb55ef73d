import { LIMITS } from '../../base/limits.ts'
import { utf16be } from '../../base/text.ts'

/** A value of a property list; dates are milliseconds from 1970 in UTC. */
export type PropertyValue =
  | string
  | number
  | boolean
  | { readonly date: number }
  | { readonly from: number; readonly to: number }
  | readonly PropertyValue[]
  | ReadonlyMap<string, PropertyValue>

/** Milliseconds between 1970 and 2001, from which Apple counts. */
const EPOCH_2001_MS = 978_307_200_000
const TRAILER_BYTES = 32

/**
 * A binary property list (Apple CFBinaryPList.c, "bplist00"). Data is given by its place in `file`. Undefined when it is damaged; objects that hold themselves end at
 * `LIMITS.mediaDepth`, and at most `LIMITS.mediaParts` are looked at. Never throws.
 */
export function readBinaryList(file: Buffer): PropertyValue | undefined {
  if (file.length < 8 + TRAILER_BYTES || file.toString('latin1', 0, 6) !== 'bplist') return undefined
  const trailer = file.length - TRAILER_BYTES
  const [offsetBytes = 0, refBytes = 0] = [file[trailer + 6], file[trailer + 7]]
  const count = Number(file.readBigUInt64BE(trailer + 8))
  const top = Number(file.readBigUInt64BE(trailer + 16))
  const table = Number(file.readBigUInt64BE(trailer + 24))
  if (offsetBytes < 1 || offsetBytes > 6 || refBytes < 1 || refBytes > 6 || table + count * offsetBytes > trailer || top >= count)
    return undefined
  return new Walk(file, { offsetBytes, refBytes, count, table, end: trailer }).value(top, 0)
}

interface Shape {
  readonly offsetBytes: number
  readonly refBytes: number
  readonly count: number
  readonly table: number
  readonly end: number
}

class Walk {
  readonly #file: Buffer
  readonly #shape: Shape
  #left: number = LIMITS.mediaParts

  constructor(file: Buffer, shape: Shape) {
    this.#file = file
    this.#shape = shape
  }

  value(index: number, depth: number): PropertyValue | undefined {
    const { offsetBytes, count, table, end } = this.#shape
    if (index >= count || depth > LIMITS.mediaDepth || this.#left-- <= 0) return undefined
    const at = this.#file.readUIntBE(table + index * offsetBytes, offsetBytes)
    if (at + 1 > end) return undefined
    const mark = this.#file[at] ?? 0
    const [kind, low] = [mark >> 4, mark & 15]
    if (mark === 8 || mark === 9) return mark === 9
    if (kind === 1) return this.#integer(at + 1, 1 << low)
    if (kind === 2 || kind === 3) return this.#real(at + 1, kind === 3)
    const sized = this.#size(at, low)
    if (!sized) return undefined
    const { size, from } = sized
    if (kind === 4) return from + size > end ? undefined : { from, to: from + size }
    // By its name ASCII; programs write UTF-8 there.
    if (kind === 5) return from + size > end ? undefined : this.#file.toString('utf8', from, from + size)
    if (kind === 6) return from + size * 2 > end ? undefined : utf16be(this.#file.subarray(from, from + size * 2))
    if (kind === 10 || kind === 12) return this.#list(from, size, depth)
    if (kind === 13) return this.#dictionary(from, size, depth)
    return undefined
  }

  #integer(at: number, bytes: number): number | undefined {
    if (at + bytes > this.#shape.end || bytes > 8) return undefined
    return bytes === 8 ? Number(this.#file.readBigInt64BE(at)) : this.#file.readUIntBE(at, bytes)
  }

  #real(at: number, isDate: boolean): PropertyValue | undefined {
    if (at + 8 > this.#shape.end) return undefined
    const number = this.#file.readDoubleBE(at)
    return isDate ? { date: number * 1000 + EPOCH_2001_MS } : number
  }

  /** Sizes of 15 and more stand in an integer of their own. */
  #size(at: number, low: number): { size: number; from: number } | undefined {
    if (low < 15) return { size: low, from: at + 1 }
    const bytes = 1 << ((this.#file[at + 1] ?? 0) & 15)
    const size = this.#integer(at + 2, bytes)
    return size === undefined || size < 0 ? undefined : { size, from: at + 2 + bytes }
  }

  #ref(at: number): number {
    return at + this.#shape.refBytes > this.#shape.end ? Number.MAX_SAFE_INTEGER : this.#file.readUIntBE(at, this.#shape.refBytes)
  }

  #list(from: number, size: number, depth: number): readonly PropertyValue[] {
    const values: PropertyValue[] = []
    for (let i = 0; i < size && this.#left > 0; i++) {
      const value = this.value(this.#ref(from + i * this.#shape.refBytes), depth + 1)
      if (value !== undefined) values.push(value)
    }
    return values
  }

  #dictionary(from: number, size: number, depth: number): ReadonlyMap<string, PropertyValue> {
    const values = new Map<string, PropertyValue>()
    const { refBytes } = this.#shape
    for (let i = 0; i < size && this.#left > 0; i++) {
      const key = this.value(this.#ref(from + i * refBytes), depth + 1)
      const value = this.value(this.#ref(from + (size + i) * refBytes), depth + 1)
      if (typeof key === 'string' && value !== undefined) values.set(key, value)
    }
    return values
  }
}

/** Every string of a list with the way of keys to it, in order. */
export function* stringsOfList(value: PropertyValue, path = ''): Generator<{ readonly path: string; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* stringsOfList(one, `${path}[${index}]`)
  else if (value instanceof Map) for (const [key, one] of value) yield* stringsOfList(one, path === '' ? key : `${path}/${key}`)
}
