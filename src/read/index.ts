export { READERS } from './formats/index.ts'
export {
  type ExaminedFilm,
  type ExaminedFrame,
  FILM_WORDS,
  FRAMES_VERSION,
  filmKey,
  framePlace,
  stoppedFilm,
  withFilmFrames,
} from './frames/examined-film.ts'
export { type Ffmpeg, findFfmpeg } from './frames/ffmpeg.ts'
export { FILM_FORMATS } from './frames/film-frames.ts'
export { createFilmPool } from './frames/film-pool.ts'
export { createFilmThumbnailPool, type FilmThumbnails, filmThumbnailsKey, withoutFilmThumbnails } from './frames/film-thumbnails.ts'
export { FILM_UNAVAILABLE } from './frames/films-of-file.ts'
export {
  type DrawnPicture,
  type DrawnText,
  drawnTextKey,
  OCR_ENGINE,
  OCR_VERSION,
  partsOfName,
  picturesOf,
  stoppedExamination,
  withDrawnText,
} from './ocr/drawn-text.ts'
export { createOcrPool, OCR_UNAVAILABLE, type OcrPool } from './ocr/ocr-pool.ts'
export { RECOGNISED_FORMATS } from './ocr/picture-header.ts'
export { findTesseract, OWN_RECOGNISER, type Recogniser, SYSTEM_ENGINE, type SystemTesseract } from './ocr/system-tesseract.ts'
export type { FileOfPictures, PicturePool } from './picture-pool.ts'
export { createHashPool } from './pictures/hash-pool.ts'
export {
  HASHED_FORMATS,
  type HashedPicture,
  PICTURE_ENGINE,
  PICTURES_VERSION,
  pictureHashKey,
  stoppedDecoding,
  withPictureHashes,
} from './pictures/hashed-picture.ts'
export { differing, hammingDistance, pictureHash } from './pictures/picture-hash.ts'
export { stoppedThumbnail, THUMBNAIL_WORDS, type Thumbnail, thumbnailKey } from './pictures/thumbnail.ts'
export { createThumbnailPool } from './pictures/thumbnail-pool.ts'
export { abortedReading, createReaderPool, type ReaderPool } from './pool.ts'
export { identify, READ_VERSION, readBytes, readingKey, type Wanted } from './read-bytes.ts'
export type { FormatReader, ReadContext } from './reader.ts'
export { resolveAnchor } from './resolve.ts'
export { type Sandbox, sandbox } from './sandbox.ts'
