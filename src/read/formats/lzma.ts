import { streamReader, unpackAs } from '../containers/stream.ts'
import type { FormatReader } from '../reader.ts'

const HEADER_BYTES = 13
/** The properties byte that every program writes: lc 3, lp 0, pb 2. */
const USUAL = 0x5d

/** A file packed by the LZMA programs from before xz. */
export const lzma: FormatReader = streamReader({
  name: 'lzma',
  summary: 'LZMA alone, as programs before xz wrote it: the file inside',
  extensions: ['.lzma', '.tlz'],
  source: 'LZMA SDK, lzma-specification.txt; unpacked by 7-Zip 24.09',
  sniff: (head) => isHeader(head),
  tarEndings: ['.tlz'],
  endings: ['.lzma'],
  unpack: unpackAs('lzma'),
})

/** The format has no signature: the usual properties, a dictionary of a size that programs choose, a plausible length, and a first byte that is always 0. */
function isHeader(head: Uint8Array): boolean {
  if (head.length <= HEADER_BYTES || head[0] !== USUAL || head[HEADER_BYTES] !== 0) return false
  const file = Buffer.from(head.buffer, head.byteOffset, HEADER_BYTES)
  const dictionary = file.readUInt32LE(1)
  const size = file.readBigUInt64LE(5)
  return dictionary >= 4096 && (dictionary & (dictionary - 1)) === 0 && (size === 0xffff_ffff_ffff_ffffn || size < 1n << 38n)
}
