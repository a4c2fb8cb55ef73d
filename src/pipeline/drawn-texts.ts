import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import {
  createOcrPool,
  type DrawnText,
  drawnTextKey,
  findTesseract,
  OCR_UNAVAILABLE,
  OWN_RECOGNISER,
  RECOGNISED_FORMATS,
  type Recogniser,
  SYSTEM_ENGINE,
  stoppedExamination,
} from '../read/index.ts'
import type { PictureStep } from './examined-pictures.ts'

/** Recognising characters in pictures. */
export function drawnTexts(recogniser: Recogniser): PictureStep<DrawnText> {
  return {
    name: 'ocr',
    formats: RECOGNISED_FORMATS,
    limit: LIMITS.ocrPictures,
    key: (picture) => drawnTextKey(picture, recogniser.engine),
    openPool: (size) => createOcrPool({ size, recogniser }),
    stopped: stoppedExamination,
    abortedCode: 'ocr-aborted',
    abortedWords: 'drawn text was not examined: ',
    unavailableCode: OCR_UNAVAILABLE,
  }
}

/**
 * What recognises characters: as asked, or as at the last analysis (`last` is the name it was sealed under) when nothing was said; undefined where it is not to be done.
 * A Tesseract of the system that is gone since then leaves what was kept under its name, and nothing new is recognised.
 * @throws InbetweenError `IBT-NOT-FOUND` when that of the system is asked for and is not there.
 */
export function recogniserOf(asked: boolean | 'system' | undefined, last: string | undefined): Recogniser | undefined {
  if (asked === false || (asked === undefined && last === undefined)) return undefined
  const isSystem = asked === 'system' || (asked === undefined && last?.startsWith(SYSTEM_ENGINE) === true)
  if (!isSystem) return OWN_RECOGNISER
  const system = findTesseract(process.env.PATH ?? '')
  if (!('why' in system)) return { engine: system.engine, system }
  if (asked === 'system')
    throw new InbetweenError('IBT-NOT-FOUND', `the recogniser of the system cannot be used: ${system.why}`, {
      hint: 'Without --ocr-engine system the recogniser that is brought along is used.',
    })
  return { engine: last ?? SYSTEM_ENGINE, system }
}
