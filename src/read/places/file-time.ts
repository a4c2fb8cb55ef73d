import { EPOCH_1601_MS, isoInstant } from '../../base/time.ts'

const LATEST_MS = Date.UTC(2100)

/** A Windows FILETIME (100 ns from 1601, UTC) as an instant; none for 0 and for years in which nobody saved anything. */
export function fileTime(file: Buffer, at: number): string | undefined {
  if (at < 0 || at + 8 > file.length) return undefined
  const ms = Number(file.readBigUInt64LE(at) / 10_000n) - EPOCH_1601_MS
  return ms > 0 && ms < LATEST_MS ? isoInstant(ms) : undefined
}
