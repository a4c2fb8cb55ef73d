import { deflateRawSync } from 'node:zlib'
import { crc32, joined, littleEndian, utf8 } from './bytes.ts'

/** A gzip member (RFC 1952) with its original name and time; operating system 3 (Unix), as log rotation leaves it. */
export function gz(bytes: Uint8Array, name: string, at: number): Uint8Array {
  const header = littleEndian([
    [2, 0x8b1f],
    [1, 8],
    [1, 8],
    [4, Math.floor(at / 1000)],
    [1, 0],
    [1, 3],
  ])
  const trailer = littleEndian([
    [4, crc32(bytes)],
    [4, bytes.length],
  ])
  return joined([header, utf8(`${name}\0`), new Uint8Array(deflateRawSync(bytes, { level: 6 })), trailer])
}
