import { LIMITS } from '../base/limits.ts'
import { printable } from '../base/printable.ts'
import type { Warning } from '../model/index.ts'
import { LOG_FORMATS } from './formats/index.ts'
import { type LogFormat, type LogLine, newLogLine } from './log-format.ts'
import type { LogScan, LogSource } from './log-scan.ts'
import { joinStretches, LOG_GAP, SESSION_GAP, type Stretch } from './runs.ts'
import { kindOf, type RequestKind, Sessions } from './sessions.ts'
import { Visitors } from './visitors.ts'

const NEWLINE = 10
const RETURN = 13
/** Different methods that are counted by name. */
const MAX_METHODS = 64
const MAX_NAME_CHARS = 200
/** Stretches that are held before they are joined. */
const MAX_STRETCHES = 20_000
const HOUR = 3600
/** 1970-01-01 was a Thursday: three days after a Monday. */
const EPOCH_HOUR_OF_WEEK = 72
/** Every line up to this one has a mark; beyond, the distance doubles with the line number. */
const MARKED_LINES = 256

/**
 * One pass over the plain bytes of one log, given in pieces of any size. Holds one unfinished line at most; a line longer than `LIMITS.logLineBytes` is
 * passed over and counted.
 */
export class LogScanner {
  private readonly format: LogFormat
  private readonly line: LogLine = newLogLine()
  private readonly visitors = new Visitors(LIMITS.logClients)
  private readonly sessions = new Sessions(SESSION_GAP, LIMITS.logSessions)
  private carry = Buffer.allocUnsafe(4096)
  private carried = 0
  private isSkippingLine = false
  private offset = 0
  private lineStart = 0
  private lines = 0
  private blank = 0
  private events = 0
  private long = 0
  private uncounted = 0
  private sent = 0
  private first = Number.POSITIVE_INFINITY
  private last = Number.NEGATIVE_INFINITY
  private readonly statuses = new Float64Array(1000)
  private readonly hours = new Float64Array(168)
  private readonly methods = new Map<number, MethodCount>()
  private otherMethods = 0
  private readonly zones = new Map<number, number>()
  private zone = 0
  private inZone = 0
  private stretches: Stretch[] = []
  private stretchFirst = 0
  private stretchLast = Number.NEGATIVE_INFINITY
  private isScattered = false
  private hash1 = 0x811c9dc5
  private hash2 = 0x1b873593
  private readonly marks: [number, number][] = []

  constructor(format: LogFormat) {
    this.format = format
  }

  /** Takes the next bytes. They are not held after the call. */
  push(bytes: Uint8Array): void {
    // One kind of array in the hot loops, whatever comes in.
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let from = 0
    while (from < chunk.length) {
      const end = chunk.indexOf(NEWLINE, from)
      if (end < 0) {
        this.carryOn(chunk.subarray(from))
        break
      }
      const after = this.offset + end + 1
      if (this.carried > 0 || this.isSkippingLine) {
        this.carryOn(chunk.subarray(from, end))
        this.endLine(this.carry, 0, this.carried, after, true)
      } else this.endLine(chunk, from, end, after, true)
      from = end + 1
    }
    this.offset += chunk.length
  }

  private carryOn(part: Uint8Array): void {
    if (this.isSkippingLine) return
    const size = this.carried + part.length
    if (size > LIMITS.logLineBytes) {
      this.isSkippingLine = true
      this.carried = 0
      return
    }
    if (size > this.carry.length) {
      const larger = Buffer.allocUnsafe(Math.max(size, this.carry.length * 2))
      larger.set(this.carry.subarray(0, this.carried))
      this.carry = larger
    }
    this.carry.set(part, this.carried)
    this.carried = size
  }

  private endLine(b: Uint8Array, start: number, end: number, after: number, isComplete: boolean): void {
    // A byte order mark before the first line belongs to no field.
    const from = this.lines === 0 && b[start] === 0xef && b[start + 1] === 0xbb && b[start + 2] === 0xbf ? start + 3 : start
    this.lines++
    const to = end > from && b[end - 1] === RETURN ? end - 1 : end
    if (this.isSkippingLine || end - from > LIMITS.logLineBytes) this.long++
    else if (to === from) this.blank++
    else if (this.format.parse(b, from, to, this.line) || this.parseOther(b, from, to)) this.take(b, after)
    if (isComplete) this.mark(b, from, to)
    this.isSkippingLine = false
    this.carried = 0
    this.lineStart = after
  }

  /** Several servers, or one whose settings were changed, write one file. */
  private parseOther(b: Uint8Array, from: number, to: number): boolean {
    return LOG_FORMATS.some((format) => format !== this.format && format.parse(b, from, to, this.line))
  }

  private take(b: Uint8Array, after: number): void {
    const { line } = this
    const { time, status } = line
    this.events++
    this.sent += line.sent
    this.statuses[status] = (this.statuses[status] ?? 0) + 1
    if (time < this.first) this.first = time
    if (time > this.last) this.last = time
    const hour = (Math.floor(time / HOUR) + EPOCH_HOUR_OF_WEEK) % 168
    this.hours[hour] = (this.hours[hour] ?? 0) + 1
    if (line.zoneMinutes === this.zone) this.inZone++
    else this.changeZone(line.zoneMinutes)
    this.cover(time)
    const method = this.countMethod(b)
    const visitor = this.visitors.numberOf(b, line.addressFrom, line.addressTo, line.userFrom, line.userTo)
    if (visitor < 0) this.uncounted++
    else this.sessions.take(visitor, b, line, method.kind, this.lineStart, after)
  }

  /** The zone hardly ever changes, so its lines are counted apart until it does. */
  private changeZone(minutes: number): void {
    if (this.inZone > 0) this.zones.set(this.zone, (this.zones.get(this.zone) ?? 0) + this.inZone)
    this.zone = minutes
    this.inZone = 1
  }

  private countMethod(b: Uint8Array): MethodCount {
    const { methodFrom: from, methodTo: to } = this.line
    const key = methodKey(b, from, to)
    const found = this.methods.get(key)
    if (found !== undefined && isWritten(found.name, b, from, to)) {
      found.count++
      return found
    }
    return this.countNewMethod(key, from === to ? '' : Buffer.from(b.buffer, b.byteOffset + from, to - from).toString('latin1'))
  }

  private countNewMethod(key: number, name: string): MethodCount {
    const counted = { name, count: 1, kind: kindOf(name) }
    if (this.methods.size < MAX_METHODS && !this.methods.has(key)) this.methods.set(key, counted)
    else this.otherMethods++
    return counted
  }

  /** Keeps the stretches of time that have events; lines come mostly, not always, in order. */
  private cover(time: number): void {
    if (time >= this.stretchFirst - LOG_GAP && time <= this.stretchLast + LOG_GAP) {
      if (time < this.stretchFirst) this.stretchFirst = time
      if (time > this.stretchLast) this.stretchLast = time
      return
    }
    this.closeStretch()
    this.stretchFirst = time
    this.stretchLast = time
  }

  private closeStretch(): void {
    if (this.stretchLast === Number.NEGATIVE_INFINITY || this.isScattered) return
    this.stretches.push([this.stretchFirst, this.stretchLast])
    if (this.stretches.length <= MAX_STRETCHES) return
    this.stretches = joinStretches(this.stretches, LOG_GAP)
    this.isScattered = this.stretches.length > MAX_STRETCHES / 2
  }

  /** Mixes the line into the running hash, four bytes at a time, and keeps the hash at some line numbers. */
  private mark(b: Uint8Array, from: number, to: number): void {
    let one = this.hash1 ^ (to - from)
    let i = from
    for (; i + 4 <= to; i += 4) {
      const word = (b[i] ?? 0) | ((b[i + 1] ?? 0) << 8) | ((b[i + 2] ?? 0) << 16) | ((b[i + 3] ?? 0) << 24)
      one = Math.imul(one ^ word, 0x01000193)
      one ^= one >>> 15
    }
    for (; i < to; i++) one = Math.imul(one ^ (b[i] ?? 0), 0x01000193)
    this.hash1 = one
    this.hash2 = Math.imul(this.hash2 ^ one, 0x5bd1e995)
    this.hash2 ^= this.hash2 >>> 13
    if (isMarked(this.lines)) this.marks.push([this.lines, this.hash])
  }

  private get hash(): number {
    return (this.hash1 >>> 0) * 0x200000 + (this.hash2 >>> 11)
  }

  /** What was found. The scanner takes nothing more after this. */
  finish(source: LogSource, isPacked: boolean, problems: readonly Warning[]): LogScan {
    const bytes = this.offset
    const whole = this.lines
    if (this.carried > 0 || this.isSkippingLine) this.endLine(this.carry, 0, this.carried, bytes, false)
    if (whole > 0 && !isMarked(whole)) this.marks.push([whole, this.hash])
    this.closeStretch()
    this.changeZone(0)
    const { runs, isCut } = this.sessions.finish()
    const withText = this.lines - this.blank
    return {
      ...source,
      format: this.format.name,
      confidence: withText === 0 ? 0 : Math.round((this.events / withText) * 100) / 100,
      isPacked,
      bytes,
      lines: this.lines,
      events: this.events,
      skipped: this.lines - this.events,
      ...(this.events > 0 ? { first: this.first, last: this.last } : {}),
      methods: this.methodCounts(),
      statuses: sortedCounts([...this.statuses].map((count, status) => [String(status).padStart(3, '0'), count])),
      sent: this.sent,
      zones: sortedCounts([...this.zones].map(([minutes, count]) => [zoneText(minutes), count])),
      hourOfWeekUtc: [...this.hours],
      covered: this.isScattered ? [] : joinStretches(this.stretches, LOG_GAP),
      visitors: this.visitorRows(),
      runs,
      marks: this.marks,
      warnings: [...problems, ...this.warnings(isCut)],
    }
  }

  private methodCounts(): Record<string, number> {
    const counts = [...this.methods.values()].map(({ name, count }) => [name === '' ? 'none' : name, count] as const)
    return sortedCounts([...counts, ['other', this.otherMethods]])
  }

  private visitorRows(): LogScan['visitors'] {
    const decode = (bytes: Uint8Array) =>
      printable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'), MAX_NAME_CHARS)
    return Array.from({ length: this.visitors.size }, (_, visitor) => {
      const { events, first, last } = this.sessions.countsOf(visitor)
      return [decode(this.visitors.addressOf(visitor)), decode(this.visitors.userOf(visitor)), events, first, last]
    })
  }

  private warnings(isCut: boolean): Warning[] {
    const said: Warning[] = []
    if (this.long > 0)
      said.push({ code: 'long-line', message: `${this.long} lines are longer than ${LIMITS.logLineBytes} bytes and were passed over` })
    if (this.uncounted > 0)
      said.push({
        code: 'client-limit',
        message: `more than ${LIMITS.logClients} clients: ${this.uncounted} events of others are counted in the totals only`,
      })
    if (isCut) said.push({ code: 'session-limit', message: `more than ${LIMITS.logSessions} sessions: the rest is counted as events only` })
    if (this.isScattered) said.push({ code: 'scattered-times', message: 'times jump too often to tell gaps' })
    if (this.events === 0) said.push({ code: 'no-events', message: 'no line is a record of a known access-log format' })
    return said
  }
}

interface MethodCount {
  readonly name: string
  readonly kind: RequestKind
  count: number
}

function methodKey(b: Uint8Array, from: number, to: number): number {
  let key = to - from
  for (let i = from; i < to; i++) key = (Math.imul(key, 31) + (b[i] ?? 0)) | 0
  return key
}

function isWritten(name: string, b: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== b[from + i]) return false
  return true
}

function isMarked(line: number): boolean {
  return line <= MARKED_LINES || line % (1 << (31 - Math.clz32(line) - 7)) === 0
}

function zoneText(minutes: number): string {
  const size = Math.abs(minutes)
  const text = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${text(Math.floor(size / 60))}${text(size % 60)}`
}

function sortedCounts(counts: readonly (readonly [string, number])[]): Record<string, number> {
  const kept = counts.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(kept)
}
