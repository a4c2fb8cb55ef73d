import { LIMITS } from '../base/limits.ts'
import { createHashPool, HASHED_FORMATS, type HashedPicture, pictureHashKey, stoppedDecoding } from '../read/index.ts'
import type { PictureStep } from './examined-pictures.ts'

/** Decoding pictures for their hashes. */
export const PICTURE_HASHES: PictureStep<HashedPicture> = {
  name: 'pictures',
  formats: HASHED_FORMATS,
  limit: LIMITS.pictures,
  key: pictureHashKey,
  openPool: (size) => createHashPool({ size }),
  stopped: stoppedDecoding,
  abortedCode: 'picture-aborted',
  abortedWords: 'the picture has no picture hash: ',
  unavailableCode: 'picture-decoder',
}
