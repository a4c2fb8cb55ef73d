import type { Warning } from '../model/index.ts'
import type { Run, Stretch } from './runs.ts'

/** Raised with every change that can change a scan or what is made of it. */
export const ACCESS_VERSION = 1

/** Of which sealed file a scan is. */
export interface LogSource {
  readonly path: string
  readonly sha256: string
}

/**
 * What one pass over one log gives: plain JSON, so that it can be kept by the log's hash. Times are epoch seconds in UTC, made with the offset that each
 * line states. Scans are put together by `summarise`, in any order with the same result.
 */
export interface LogScan extends LogSource {
  readonly format: string
  /** Share of the lines with text that are records of the format, 0 … 1. */
  readonly confidence: number
  /** The sealed file is gzip: byte ranges count in what it unpacks to. */
  readonly isPacked: boolean
  /** Plain bytes. */
  readonly bytes: number
  readonly lines: number
  readonly events: number
  /** Lines that are no record: empty, cut, foreign, longer than the bound. */
  readonly skipped: number
  /** Absent when there is no event. */
  readonly first?: number
  readonly last?: number
  readonly methods: Readonly<Record<string, number>>
  readonly statuses: Readonly<Record<string, number>>
  /** Bytes sent, as the lines state them. */
  readonly sent: number
  /** Events per zone offset that lines state (`+0900`): the server's clock, not where anybody sits. */
  readonly zones: Readonly<Record<string, number>>
  /** 168 counts, Monday 00 UTC first. */
  readonly hourOfWeekUtc: readonly number[]
  /** Stretches without a gap of more than six hours, sorted. */
  readonly covered: readonly Stretch[]
  /** Address, user (`-` when nobody signed in), events, first and last second. */
  readonly visitors: readonly (readonly [address: string, user: string, events: number, first: number, last: number])[]
  /** Sessions; the first number is a place in `visitors`. */
  readonly runs: readonly Run[]
  /** A running hash over the records at some line numbers, so that a log that is the beginning of another is known as such. */
  readonly marks: readonly (readonly [line: number, hash: number])[]
  readonly warnings: readonly Warning[]
}
