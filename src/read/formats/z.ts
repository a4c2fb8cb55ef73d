import { streamReader, unpackAs } from '../containers/stream.ts'
import type { FormatReader } from '../reader.ts'

/** A file packed by compress of Unix. */
export const z: FormatReader = streamReader({
  name: 'z',
  summary: 'compress of Unix (.Z): the file inside; the format has no end mark and no checksum',
  extensions: ['.z', '.taz'],
  source: 'ncompress 5.0, compress.c; unpacked by 7-Zip 24.09',
  // Bits of a code after the mark: 9 to 16, and whether the table may be cleared.
  sniff: (head) => head[0] === 0x1f && head[1] === 0x9d && ((head[2] ?? 0) & 0x1f) >= 9 && ((head[2] ?? 0) & 0x1f) <= 16,
  tarEndings: ['.taz'],
  endings: ['.z'],
  unpack: unpackAs('Z'),
})
