export { READERS } from './formats/index.ts'
export { createReaderPool, type ReaderPool } from './pool.ts'
export { identify, READ_VERSION, readBytes, readingKey } from './read-bytes.ts'
export type { FormatReader, ReadContext } from './reader.ts'
