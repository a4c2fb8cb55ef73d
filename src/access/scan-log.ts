import { LIMITS } from '../base/limits.ts'
import type { Warning } from '../model/index.ts'
import { combined } from './formats/combined.ts'
import { gunzip, isGzip } from './gunzip.ts'
import type { LogScan, LogSource } from './log-scan.ts'
import { LogScanner } from './scanner.ts'
import { chooseFormat } from './sniff.ts'

const HEAD_BYTES = 64 * 1024

/** Scans a whole log, plain or gzip. Never throws for what the bytes are: it warns. */
export function scanLog(bytes: Uint8Array, file: LogSource): LogScan {
  return scanLogChunks([bytes], file)
}

/**
 * Scans a log that comes in pieces of any size, plain or gzip, holding one piece and one line at a time. More than `LIMITS.logFileBytes` plain bytes are not
 * read, and that is a warning.
 */
export function scanLogChunks(chunks: Iterable<Uint8Array>, file: LogSource): LogScan {
  const problems: Warning[] = []
  const warn = (message: string) => problems.push({ code: 'log-damaged', message })
  const [head, all] = peek(chunks, 3)
  const isPacked = isGzip(head)
  const [plainHead, plain] = peek(isPacked ? gunzip(all, warn) : all, HEAD_BYTES)
  const scanner = new LogScanner(chooseFormat(plainHead) ?? combined)
  let left: number = LIMITS.logFileBytes
  for (const chunk of plain) {
    scanner.push(left < chunk.length ? chunk.subarray(0, left) : chunk)
    left -= chunk.length
    if (left <= 0) {
      if (left < 0) problems.push({ code: 'log-limit', message: `only the first ${LIMITS.logFileBytes} bytes of the log were read` })
      break
    }
  }
  return scanner.finish(file, isPacked, problems)
}

/** The first bytes of a stream, at least `size` of them when there are so many, and the stream with them back in front. */
function peek(chunks: Iterable<Uint8Array>, size: number): [Uint8Array, Iterable<Uint8Array>] {
  const iterator = chunks[Symbol.iterator]()
  const taken: Uint8Array[] = []
  let have = 0
  while (have < size) {
    const next = iterator.next()
    if (next.done) break
    taken.push(next.value)
    have += next.value.length
  }
  const [only] = taken
  const head = taken.length === 1 && only !== undefined ? only : Buffer.concat(taken)
  return [head, rejoin(taken, iterator)]
}

function* rejoin(taken: readonly Uint8Array[], rest: Iterator<Uint8Array>): Generator<Uint8Array> {
  yield* taken
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value
}
