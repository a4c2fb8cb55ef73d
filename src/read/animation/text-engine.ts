/** A string of Adobe's text engine with what stands before it, to tell its key by. */
export interface CosString {
  readonly value: string
  /** Up to 40 characters before the string. */
  readonly before: string
  readonly from: number
  readonly to: number
}

const BEFORE_CHARS = 40

/**
 * The strings in parentheses of the text engine's language (PDF's objects, ISO 32000-1, 7.3.4.2), at most `most`. A backslash keeps the next byte; a string that begins with FE FF
 * is UTF-16, others are Latin 1.
 */
export function cosStrings(data: Buffer, most: number): CosString[] {
  const strings: CosString[] = []
  for (let at = data.indexOf(0x28); at >= 0 && strings.length < most; at = data.indexOf(0x28, at)) {
    const raw: number[] = []
    const before = data.toString('latin1', Math.max(0, at - BEFORE_CHARS), at)
    let end = at + 1
    for (; end < data.length && data[end] !== 0x29; end++) {
      if (data[end] === 0x5c) end++
      raw.push(data[end] ?? 0)
    }
    const isWide = raw[0] === 0xfe && raw[1] === 0xff
    const bytes = Buffer.from(raw)
    const value = isWide ? new TextDecoder('utf-16be').decode(bytes.subarray(2)) : bytes.toString('latin1')
    strings.push({ value, before, from: at, to: Math.min(end + 1, data.length) })
    at = end + 1
  }
  return strings
}
