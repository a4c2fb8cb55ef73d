import { closeSync, openSync, readSync } from 'node:fs'

const CHUNK_BYTES = 1 << 20

/** A line of a file; `text` is absent when the line is longer than what was allowed. */
export interface FileLine {
  /** From 1. */
  readonly line: number
  readonly text?: string
}

/** The lines of a file of any size, byte for byte as Latin-1, without CR and LF, in the memory of one chunk. `maxBytes` bounds one line. */
export function* fileLines(path: string, maxBytes: number): Generator<FileLine> {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    let line = 0
    let rest = ''
    let isLong = false
    const lineOf = (text: string): FileLine => {
      const whole = !isLong && text.length <= maxBytes
      isLong = false
      return whole ? { line: ++line, text: text.endsWith('\r') ? text.slice(0, -1) : text } : { line: ++line }
    }
    for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk)) {
      const text = rest + chunk.toString('latin1', 0, bytes)
      let from = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        yield lineOf(text.slice(from, end))
        from = end + 1
      }
      rest = text.slice(from)
      if (rest.length > maxBytes) {
        isLong = true
        rest = ''
      }
    }
    if (rest !== '' || isLong) yield lineOf(rest)
  } finally {
    closeSync(file)
  }
}
