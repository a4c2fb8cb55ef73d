export { READERS } from './formats/index.ts'
export {
  type DrawnPicture,
  type DrawnText,
  drawnTextKey,
  OCR_ENGINE,
  OCR_VERSION,
  picturesOf,
  stoppedExamination,
  withDrawnText,
} from './ocr/drawn-text.ts'
export { createOcrPool, type FileOfPictures, type OcrPool } from './ocr/ocr-pool.ts'
export { RECOGNISED_FORMATS } from './ocr/picture-header.ts'
export { abortedReading, createReaderPool, type ReaderPool } from './pool.ts'
export { identify, READ_VERSION, readBytes, readingKey, type Wanted } from './read-bytes.ts'
export type { FormatReader, ReadContext } from './reader.ts'
export { resolveAnchor } from './resolve.ts'
export { type Sandbox, sandbox } from './sandbox.ts'
