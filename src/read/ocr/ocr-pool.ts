import { LIMITS } from '../../base/limits.ts'
import { createPicturePool, type PicturePool } from '../picture-pool.ts'
import { type DrawnText, notExamined, stoppedExamination } from './drawn-text.ts'
import { createSystemPool } from './system-pool.ts'
import { OWN_RECOGNISER, type Recogniser } from './system-tesseract.ts'

/** Processes that recognise characters, apart from the readers: slower, larger, with bounds of their own per picture. */
export type OcrPool = PicturePool<DrawnText>

/** The warning of a picture that could not be examined on this machine. */
export const OCR_UNAVAILABLE = 'ocr-recogniser'

/** Starts at most `size` processes that recognise characters, each when first needed; with a recogniser of the system, processes that decode for it. */
export function createOcrPool({ size, recogniser = OWN_RECOGNISER }: { readonly size: number; readonly recogniser?: Recogniser }): OcrPool {
  const { system } = recogniser
  if (system) return 'why' in system ? withoutRecogniser(system.why) : createSystemPool(system, size)
  return createPicturePool<DrawnText>(
    {
      worker: 'ocr-worker',
      words: { agent: 'recogniser', does: 'recognises characters' },
      bounds: { ms: LIMITS.ocrMs, documentMs: LIMITS.ocrDocumentMs, rssBytes: LIMITS.ocrRssBytes },
      stopped: stoppedExamination,
      notFound: (why) => notExamined('ocr-unreadable', why),
    },
    size,
  )
}

function withoutRecogniser(why: string): OcrPool {
  return {
    async read({ pictures }, tell) {
      for (const picture of new Set(pictures)) tell(picture, notExamined(OCR_UNAVAILABLE, why))
    },
    async close() {},
  }
}
