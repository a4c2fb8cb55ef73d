import { unpackLz4 } from '../containers/lz4.ts'
import { streamReader } from '../containers/stream.ts'
import type { FormatReader } from '../reader.ts'

/** A file packed by LZ4. */
export const lz4: FormatReader = streamReader({
  name: 'lz4',
  summary: 'LZ4 frames: the file inside',
  extensions: ['.lz4'],
  source: 'LZ4 Frame Format 1.6.4 and LZ4 Block Format',
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('hex') === '04224d18',
  tarEndings: ['.tlz4'],
  endings: ['.lz4'],
  unpack: unpackLz4,
})
