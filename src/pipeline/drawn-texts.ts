import { LIMITS } from '../base/limits.ts'
import { createOcrPool, type DrawnText, drawnTextKey, RECOGNISED_FORMATS, stoppedExamination } from '../read/index.ts'
import type { PictureStep } from './examined-pictures.ts'

/** Recognising characters in pictures. */
export const DRAWN_TEXTS: PictureStep<DrawnText> = {
  name: 'ocr',
  formats: RECOGNISED_FORMATS,
  limit: LIMITS.ocrPictures,
  key: drawnTextKey,
  openPool: (size) => createOcrPool({ size }),
  stopped: stoppedExamination,
  abortedCode: 'ocr-aborted',
  abortedWords: 'drawn text was not examined: ',
}
