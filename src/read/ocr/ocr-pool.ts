import { LIMITS } from '../../base/limits.ts'
import { createPicturePool, type PicturePool } from '../picture-pool.ts'
import { type DrawnText, notExamined, stoppedExamination } from './drawn-text.ts'

/** Processes that recognise characters, apart from the readers: slower, larger, with bounds of their own per picture. */
export type OcrPool = PicturePool<DrawnText>

/** Starts at most `size` processes that recognise characters, each when first needed. */
export function createOcrPool({ size }: { readonly size: number }): OcrPool {
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
