import { streamReader, unpackAs } from '../containers/stream.ts'
import type { FormatReader } from '../reader.ts'

/** A file packed by Zstandard. */
export const zst: FormatReader = streamReader({
  name: 'zst',
  summary: 'Zstandard: the file inside',
  extensions: ['.zst', '.tzst'],
  source: 'RFC 8878; unpacked by 7-Zip 24.09',
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('hex') === '28b52ffd',
  tarEndings: ['.tzst'],
  endings: ['.zst'],
  unpack: unpackAs('zstd'),
})
