import { streamReader, unpackAs } from '../containers/stream.ts'
import type { FormatReader } from '../reader.ts'

/** What a block begins with, or an empty file ends with: digits of pi and of its square root. */
const BLOCKS = ['314159265359', '177245385090']

/** A file packed by bzip2. */
export const bz2: FormatReader = streamReader({
  name: 'bz2',
  summary: 'bzip2: the file inside',
  extensions: ['.bz2', '.tbz2', '.tbz'],
  source: 'bzip2 1.0.8; unpacked by 7-Zip 24.09',
  sniff: (head) =>
    head[0] === 0x42 && head[1] === 0x5a && head[2] === 0x68 && BLOCKS.includes(Buffer.from(head.subarray(4, 10)).toString('hex')),
  tarEndings: ['.tbz2', '.tbz'],
  endings: ['.bz2'],
  unpack: unpackAs('bzip2'),
})
