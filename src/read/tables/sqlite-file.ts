import { utf16be } from '../../base/text.ts'
import { LIMITS } from '../../base/limits.ts'

/** A value of a row. */
export type SqliteValue = null | number | bigint | string | Buffer

/** A table of a database: its name, its columns as far as its statement tells, and the page where its rows begin. */
export interface SqliteTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly root: number
}

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const INTERIOR = 5
const LEAF = 13
const TEXT_ENCODINGS = ['utf8', 'utf8', 'utf16le', 'utf16be'] as const

/** Whether bytes are an SQLite database. */
export function isSqlite(file: Buffer): boolean {
  return file.toString('latin1', 0, 16) === MAGIC
}

/**
 * An SQLite database by its file format (sqlite.org/fileformat2.html), without any SQL: a reader process may load no native code. Deleted rows, a write-ahead log
 * beside the file and tables without row ids are not read. Pages that loop are visited once; never throws.
 */
export class SqliteFile {
  readonly #file: Buffer
  readonly #pageBytes: number
  readonly #usable: number
  readonly #encoding: (typeof TEXT_ENCODINGS)[number]
  /** What is wrong with it, or undefined. */
  flaw: string | undefined

  constructor(file: Buffer) {
    this.#file = file
    const stated = file.length >= HEADER_BYTES ? file.readUInt16BE(16) : 0
    this.#pageBytes = stated === 1 ? 65_536 : stated
    this.#usable = this.#pageBytes - (file[20] ?? 0)
    this.#encoding = TEXT_ENCODINGS[file.length >= HEADER_BYTES ? file.readUInt32BE(56) : 1] ?? 'utf8'
    if (this.#pageBytes < 512 || this.#usable < 480) this.flaw = 'the header is damaged'
    else if (file.readUInt32BE(28) * this.#pageBytes > file.length) this.flaw = 'the file ends before its last page does'
  }

  /** The tables that somebody made. */
  tables(): readonly SqliteTable[] {
    const tables: SqliteTable[] = []
    for (const row of this.rows(1)) {
      const [kind, name, , root, sql] = row
      if (kind === 'table' && typeof name === 'string' && typeof root === 'number' && !name.startsWith('sqlite_'))
        tables.push({ name, columns: typeof sql === 'string' ? columnsIn(sql) : [], root })
      if (tables.length >= LIMITS.oleEntries) break
    }
    return tables
  }

  /** The rows of the tree that begins at a page, as values in the order of the columns; a row id that a column stands for is null there. */
  *rows(root: number): Generator<readonly SqliteValue[]> {
    const seen = new Set<number>()
    const queue = [root]
    while (queue.length > 0) {
      const number = queue.shift() ?? 0
      const start = (number - 1) * this.#pageBytes
      if (this.flaw === 'the header is damaged' || number < 1 || start + this.#pageBytes > this.#file.length || seen.has(number)) {
        if (!seen.has(number)) this.flaw ??= `page ${number} is not there`
        continue
      }
      seen.add(number)
      const page = this.#file.subarray(start, start + this.#pageBytes)
      const head = number === 1 ? HEADER_BYTES : 0
      const kind = page[head]
      const cells = Math.min(page.readUInt16BE(head + 3), this.#pageBytes / 2)
      const list = head + (kind === INTERIOR ? 12 : 8)
      const inner: number[] = []
      for (let i = 0; i < cells && list + i * 2 + 2 <= page.length; i++) {
        const at = page.readUInt16BE(list + i * 2)
        if (kind === INTERIOR && at + 4 <= page.length) inner.push(page.readUInt32BE(at))
        else if (kind === LEAF) {
          const row = this.#cell(page, at)
          if (row) yield row
        }
      }
      if (kind === INTERIOR) queue.unshift(...inner, page.readUInt32BE(head + 8))
      else if (kind !== LEAF) this.flaw ??= `page ${number} is damaged`
    }
  }

  #cell(page: Buffer, at: number): readonly SqliteValue[] | undefined {
    const size = varint(page, at)
    const id = size && varint(page, size.next)
    if (!size || !id || size.value > LIMITS.memberBytes) return undefined
    const payload = this.#payload(page, id.next, size.value)
    return payload && this.#record(payload)
  }

  /** A payload that does not fit its page goes on in a chain of others (fileformat2, 1.6). */
  #payload(page: Buffer, from: number, size: number): Buffer | undefined {
    const most = this.#usable - 35
    if (size <= most) return from + size <= page.length ? page.subarray(from, from + size) : undefined
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23
    const fit = least + ((size - least) % (this.#usable - 4))
    const here = fit <= most ? fit : least
    if (from + here + 4 > page.length) return undefined
    const parts = [page.subarray(from, from + here)]
    let left = size - here
    let next = page.readUInt32BE(from + here)
    while (left > 0 && next > 0) {
      const start = (next - 1) * this.#pageBytes
      if (start + this.#pageBytes > this.#file.length) return undefined
      const take = Math.min(left, this.#usable - 4)
      parts.push(this.#file.subarray(start + 4, start + 4 + take))
      left -= take
      next = this.#file.readUInt32BE(start)
    }
    return left > 0 ? undefined : Buffer.concat(parts)
  }

  #record(payload: Buffer): readonly SqliteValue[] | undefined {
    const header = varint(payload, 0)
    if (!header || header.value > payload.length) return undefined
    const values: SqliteValue[] = []
    let at = header.value
    for (let next = header.next; next < header.value && values.length < LIMITS.sheetColumns; ) {
      const kind = varint(payload, next)
      if (!kind) return undefined
      next = kind.next
      const size = sizeOf(kind.value)
      if (at + size > payload.length) return undefined
      values.push(this.#value(kind.value, payload.subarray(at, at + size)))
      at += size
    }
    return values
  }

  #value(kind: number, raw: Buffer): SqliteValue {
    if (kind === 0) return null
    if (kind === 8 || kind === 9) return kind - 8
    if (kind === 7) return raw.readDoubleBE(0)
    if (kind < 7) return raw.length > 6 ? raw.readBigInt64BE(0) : raw.readIntBE(0, raw.length)
    if (kind % 2 === 0) return raw
    return this.#encoding === 'utf16be' ? utf16be(raw) : raw.toString(this.#encoding)
  }
}

/** Bytes of a value by its serial type. */
function sizeOf(kind: number): number {
  return kind >= 12 ? Math.floor((kind - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8, 0, 0][kind] ?? 0)
}

function varint(data: Buffer, at: number): { value: number; next: number } | undefined {
  let value = 0
  for (let i = 0; i < 9; i++) {
    const byte = data[at + i]
    if (byte === undefined) return undefined
    value = i === 8 ? value * 256 + byte : value * 128 + (byte & 127)
    if (byte < 128 || i === 8) return { value, next: at + i + 1 }
  }
  return undefined
}

/** Names of columns in a statement that makes a table: what begins each part between its outer parentheses, without constraints. */
function columnsIn(sql: string): readonly string[] {
  const body = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'))
  const columns: string[] = []
  let depth = 0
  let part = ''
  for (const c of `${body},`) {
    if (c === '(') depth++
    else if (c === ')') depth--
    if (c !== ',' || depth > 0) {
      part += c
      continue
    }
    const name = /^\s*(?:"([^"]+)"|\[([^\]]+)\]|`([^`]+)`|'([^']+)'|(\S+))/.exec(part)?.slice(1).find(Boolean) ?? ''
    if (!/^(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)$/i.test(name)) columns.push(name)
    part = ''
  }
  return columns
}
