import { streamReader, unpackAs } from '../containers/stream.ts'
import type { FormatReader } from '../reader.ts'

/** A file packed by xz. */
export const xz: FormatReader = streamReader({
  name: 'xz',
  summary: 'xz: the file inside',
  extensions: ['.xz', '.txz'],
  source: 'The .xz File Format 1.2.1; unpacked by 7-Zip 24.09',
  sniff: (head) => Buffer.from(head.subarray(0, 6)).toString('hex') === 'fd377a585a00',
  tarEndings: ['.txz'],
  endings: ['.xz'],
  unpack: unpackAs('xz'),
})
