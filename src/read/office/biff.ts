import { LIMITS } from '../../base/limits.ts'

/** A record of a BIFF stream. Strings of the shared table go over record borders, so the parts stay apart. */
export interface BiffRecord {
  readonly type: number
  readonly at: number
  /** Its bytes, then those of the records that continue it. */
  readonly parts: readonly Buffer[]
}

const CONTINUE = 0x3c

/** The records of a workbook stream (MS-XLS 2.1.4), at most `LIMITS.officeRecords`. A cut one ends the walk. */
export function* biffRecords(stream: Buffer): Generator<BiffRecord> {
  let open: { type: number; at: number; parts: Buffer[] } | undefined
  let count = 0
  for (let at = 0; at + 4 <= stream.length && count++ < LIMITS.officeRecords; ) {
    const type = stream.readUInt16LE(at)
    const end = at + 4 + stream.readUInt16LE(at + 2)
    if (end > stream.length) break
    const part = stream.subarray(at + 4, end)
    if (type === CONTINUE && open) open.parts.push(part)
    else {
      if (open) yield open
      open = { type, at, parts: [part] }
    }
    at = end
  }
  if (open) yield open
}

/** Reads strings over the parts of a record: a string that goes on in the next part has its width byte again there (MS-XLS 2.5.293). */
export class BiffStrings {
  readonly #parts: readonly Buffer[]
  #part = 0
  #at: number

  constructor(parts: readonly Buffer[], from: number) {
    this.#parts = parts
    this.#at = from
  }

  /** The next string, or undefined at the end. */
  next(): string | undefined {
    const chars = this.#number(2)
    const flags = this.#number(1)
    if (chars === undefined || flags === undefined) return undefined
    const runs = (flags & 8) !== 0 ? (this.#number(2) ?? 0) : 0
    const extra = (flags & 4) !== 0 ? (this.#number(4) ?? 0) : 0
    const text = this.#chars(chars, (flags & 1) !== 0)
    this.#skip(runs * 4 + extra)
    return text
  }

  #chars(count: number, isWide: boolean): string {
    let text = ''
    let wide = isWide
    while (text.length < count) {
      const part = this.#parts[this.#part]
      if (!part) break
      if (this.#at >= part.length) {
        this.#part++
        this.#at = 1
        wide = ((this.#parts[this.#part]?.[0] ?? 0) & 1) !== 0
        continue
      }
      const width = wide ? 2 : 1
      const take = Math.min(count - text.length, Math.floor((part.length - this.#at) / width))
      if (take === 0) {
        this.#at = part.length
        continue
      }
      text += part.toString(wide ? 'utf16le' : 'latin1', this.#at, this.#at + take * width)
      this.#at += take * width
    }
    return text
  }

  #number(bytes: 1 | 2 | 4): number | undefined {
    if (this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
      this.#part++
      this.#at = 0
    }
    const part = this.#parts[this.#part]
    if (!part || this.#at + bytes > part.length) return undefined
    const value = part.readUIntLE(this.#at, bytes)
    this.#at += bytes
    return value
  }

  #skip(bytes: number): void {
    let left = bytes
    while (left > 0) {
      const part = this.#parts[this.#part]
      if (!part) return
      const here = Math.min(left, part.length - this.#at)
      this.#at += here
      left -= here
      if (left > 0) {
        this.#part++
        this.#at = 0
      }
    }
  }
}
