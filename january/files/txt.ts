import { joined, utf8 } from './bytes.ts'

/** A plain text file in UTF-8; `windows` gives a byte order mark and CRLF, as Notepad saved it for years. */
export function txt(lines: readonly string[], style: 'unix' | 'windows' = 'unix'): Uint8Array {
  if (style === 'unix') return utf8(`${lines.join('\n')}\n`)
  return joined([new Uint8Array([0xef, 0xbb, 0xbf]), utf8(`${lines.join('\r\n')}\r\n`)])
}
