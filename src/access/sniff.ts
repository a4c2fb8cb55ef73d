import { LOG_FORMATS } from './formats/index.ts'
import { gunzip, isGzip } from './gunzip.ts'
import { type LogFormat, newLogLine } from './log-format.ts'

/** Plain bytes that are looked at, and lines of them. */
const HEAD_BYTES = 64 * 1024
const HEAD_LINES = 200
/** Share of the lines that must be records. */
const MIN_SHARE = 0.5

/** The name of the log format that the first bytes are written in, plain or gzip; undefined when they are no access log. The file's name decides nothing. */
export function sniffLog(head: Uint8Array, _name: string): string | undefined {
  return chooseFormat(isGzip(head) ? plainHead(head) : head)?.name
}

/** The format that most of the first lines are records of, when that is at least half of them. A last line without an end is left out unless it is alone. */
export function chooseFormat(plain: Uint8Array): LogFormat | undefined {
  const lines = linesOf(plain.subarray(0, HEAD_BYTES))
  if (lines.length === 0) return undefined
  const line = newLogLine()
  let best: LogFormat | undefined
  let most = 0
  for (const format of LOG_FORMATS) {
    const fitting = lines.filter(([from, to]) => format.parse(plain, from, to, line)).length
    if (fitting > most) [best, most] = [format, fitting]
  }
  return most / lines.length >= MIN_SHARE ? best : undefined
}

function linesOf(bytes: Uint8Array): [from: number, to: number][] {
  const lines: [number, number][] = []
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (from < bytes.length && lines.length < HEAD_LINES) {
    const end = bytes.indexOf(10, from)
    if (end < 0 && lines.length > 0) break
    const stop = end < 0 ? bytes.length : end
    const to = bytes[stop - 1] === 13 ? stop - 1 : stop
    if (to > from) lines.push([from, to])
    from = stop + 1
  }
  return lines
}

function plainHead(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  for (const part of gunzip([packed], () => {})) {
    parts.push(part)
    size += part.length
    if (size >= HEAD_BYTES) break
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES)
}
