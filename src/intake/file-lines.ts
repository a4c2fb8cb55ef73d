import { closeSync, openSync, readSync } from 'node:fs'

const CHUNK_BYTES = 1 << 20
const LF = 0x0a
const CR = 0x0d

/** A line of a file; `text` is absent when the line is longer than what was allowed. */
export interface FileLine {
  /** From 1. */
  readonly line: number
  readonly text?: string
}

/** The lines of a file of any size, byte for byte as Latin-1, without CR and LF, in the memory of one chunk. `maxBytes` (below a chunk) bounds one line. */
export function* fileLines(path: string, maxBytes: number): Generator<FileLine> {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    let line = 0
    let kept = 0
    let isLong = false
    const lineOf = (from: number, to: number): FileLine => {
      const whole = !isLong && to - from <= maxBytes
      isLong = false
      return whole
        ? { line: ++line, text: chunk.toString('latin1', from, chunk[to - 1] === CR ? Math.max(from, to - 1) : to) }
        : { line: ++line }
    }
    for (;;) {
      const filled = kept + readSync(file, chunk, kept, chunk.length - kept, null)
      if (filled === kept) break
      let from = 0
      const text = chunk.subarray(0, filled)
      for (let end = text.indexOf(LF); end >= 0; end = text.indexOf(LF, from)) {
        yield lineOf(from, end)
        from = end + 1
      }
      kept = filled - from
      if (kept > maxBytes) {
        isLong = true
        kept = 0
      } else chunk.copyWithin(0, from, filled)
    }
    if (kept > 0 || isLong) yield lineOf(0, kept)
  } finally {
    closeSync(file)
  }
}
