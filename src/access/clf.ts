import type { LogLine } from './log-format.ts'

const SPACE = 32
const QUOTE = 34
const BACKSLASH = 92
const OPEN = 91
const CLOSE = 93
const COLON = 58
const SLASH = 47
const PLUS = 43
const MINUS = 45
/** Length of `[17/May/2015:10:05:03 +0000]`. */
const STAMP = 28
/** Bytes of a client's address or host name (DNS allows 255), and of a user name. */
const MAX_ADDRESS = 255
const MAX_USER = 1024
const MAX_METHOD = 24

/** What addresses and host names are written with. Anything else, such as a terminal escape, makes the line none. */
const IN_ADDRESS = new Uint8Array(256)
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:_-%') IN_ADDRESS[c.charCodeAt(0)] = 1

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTH_OF = new Map(MONTHS.map((name, month) => [(name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2), month]))
const DAYS_CACHED = 4096
const epochOfDay = new Map<number, number>()

/**
 * Parses `address ident user [date] "request" status size`, the Common Log Format, and gives the offset after the size, or -1.
 * Bounds are checked against `to` before every jump; a quote in the request is escaped with a backslash, as Apache and nginx do.
 */
export function parseClf(b: Uint8Array, from: number, to: number, line: LogLine): number {
  let q = wordEnd(b, from, to)
  if (q === from || q - from > MAX_ADDRESS || q >= to) return -1
  for (let i = from; i < q; i++) if (IN_ADDRESS[b[i] ?? 0] === 0) return -1
  line.addressFrom = from
  line.addressTo = q
  // The identity that identd would give: nobody uses it, but it may be more than a dash. An address in its place means that a virtual host came first.
  const identity = q + 1
  q = wordEnd(b, identity, to)
  if (q >= to || looksNumeric(b, identity, q)) return -1
  line.userFrom = q + 1
  q = stampAt(b, q + 1, to)
  if (q < 0) return -1
  line.userTo = q
  if (!parseStamp(b, q + 1, line)) return -1
  q += 1 + STAMP
  if (q + 2 >= to || b[q] !== SPACE || b[q + 1] !== QUOTE) return -1
  const request = q + 2
  // Servers that do not escape leave bare quotes in requests: the one that a status and a size follow closes it.
  for (q = quoteEnd(b, request, to); q >= 0; q = quoteEnd(b, q + 1, to)) {
    const size = parseStatusAndSize(b, q + 1, to, line)
    if (size < 0) continue
    parseMethod(b, request, q, line)
    return size
  }
  return -1
}

/** Whether a word is written like an IPv4 or IPv6 address. */
export function looksNumeric(b: Uint8Array, from: number, to: number): boolean {
  let marks = 0
  for (let i = from; i < to; i++) {
    const c = b[i] ?? 0
    if (c === 46 || c === COLON) marks++
    else if (!((c >= 48 && c <= 57) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70))) return false
  }
  return marks >= 2
}

/** The offset of the quote that closes a quoted field, or -1. */
export function quoteEnd(b: Uint8Array, from: number, to: number): number {
  let q = from
  while (q < to) {
    const c = b[q]
    if (c === QUOTE) return q
    q += c === BACKSLASH ? 2 : 1
  }
  return -1
}

/** The offset of the next blank, or `to`. */
export function wordEnd(b: Uint8Array, from: number, to: number): number {
  let q = from
  while (q < to && b[q] !== SPACE) q++
  return q
}

/** The blank before the stamp. User names can hold blanks, and brackets, so the first thing that is a whole stamp decides. */
function stampAt(b: Uint8Array, from: number, to: number): number {
  const last = Math.min(to - STAMP - 1, from + MAX_USER)
  for (let q = from; q <= last; q++) {
    if (b[q] === SPACE && b[q + 1] === OPEN && b[q + 4] === SLASH && b[q + STAMP] === CLOSE) return q
  }
  return -1
}

/** `[dd/Mon/yyyy:hh:mm:ss +zzzz]` at `p`; the caller has checked that it fits. The line's own zone turns it into UTC. */
function parseStamp(b: Uint8Array, p: number, line: LogLine): boolean {
  if (b[p + 7] !== SLASH || b[p + 12] !== COLON || b[p + 15] !== COLON || b[p + 18] !== COLON || b[p + 21] !== SPACE) return false
  const day = two(b, p + 1)
  const year = two(b, p + 8) * 100 + two(b, p + 10)
  const month = ((b[p + 4] ?? 0) << 16) | ((b[p + 5] ?? 0) << 8) | (b[p + 6] ?? 0)
  const hour = two(b, p + 13)
  const minute = two(b, p + 16)
  const second = two(b, p + 19)
  const sign = b[p + 22]
  const zoneHours = two(b, p + 23)
  const zoneRest = two(b, p + 25)
  if (!(day >= 0 && year >= 0 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60)) return false
  if (!((sign === PLUS || sign === MINUS) && zoneHours >= 0 && zoneHours <= 14 && zoneRest >= 0 && zoneRest < 60)) return false
  const start = dayStart(day, month, year)
  if (Number.isNaN(start)) return false
  const zone = (zoneHours * 60 + zoneRest) * (sign === MINUS ? -1 : 1)
  line.zoneMinutes = zone
  line.time = start + hour * 3600 + minute * 60 + second - zone * 60
  return true
}

/** Two digits as a number, or far below zero. */
function two(b: Uint8Array, at: number): number {
  const tens = (b[at] ?? 0) - 48
  const ones = (b[at + 1] ?? 0) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000
}

/** Epoch seconds of a day's midnight, NaN for a day that the calendar does not have. Days repeat from line to line, so they are kept. */
function dayStart(day: number, month: number, year: number): number {
  const key = (year * 0x1000000 + month) * 32 + day
  const known = epochOfDay.get(key)
  if (known !== undefined) return known
  const index = MONTH_OF.get(month)
  const ms = index === undefined ? Number.NaN : Date.UTC(year, index, day)
  const isReal = year >= 1970 && new Date(ms).getUTCDate() === day
  const start = isReal ? ms / 1000 : Number.NaN
  if (epochOfDay.size >= DAYS_CACHED) epochOfDay.clear()
  epochOfDay.set(key, start)
  return start
}

function parseMethod(b: Uint8Array, from: number, to: number, line: LogLine): void {
  let q = from
  while (q < to && isMethodByte(b[q] ?? 0)) q++
  const isMethod = q > from && q - from <= MAX_METHOD && b[q] === SPACE
  line.methodFrom = from
  line.methodTo = isMethod ? q : from
}

function isMethodByte(c: number): boolean {
  return (c >= 65 && c <= 90) || c === MINUS || c === 95
}

function parseStatusAndSize(b: Uint8Array, p: number, to: number, line: LogLine): number {
  if (p + 5 >= to || b[p] !== SPACE || b[p + 4] !== SPACE) return -1
  const hundreds = (b[p + 1] ?? 0) - 48
  const rest = two(b, p + 2)
  if (hundreds < 0 || hundreds > 9 || rest < 0) return -1
  line.status = hundreds * 100 + rest
  line.sent = 0
  let q = p + 5
  if (b[q] === MINUS) return q + 1
  const start = q
  for (; q < to; q++) {
    const digit = (b[q] ?? 0) - 48
    if (digit < 0 || digit > 9) break
    line.sent = line.sent * 10 + digit
  }
  return q > start && line.sent <= Number.MAX_SAFE_INTEGER ? q : -1
}
