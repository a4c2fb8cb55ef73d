import { LIMITS } from '../../base/limits.ts'
import { createPicturePool, type FileOfPictures, type PicturePool } from '../picture-pool.ts'
import { type DrawnText, notExamined, partsOfName, stoppedExamination } from './drawn-text.ts'
import type { Grey } from './grey-pictures.ts'
import { drawnText, greyMap, textOfPage } from './recognised.ts'
import { recogniseWith, type SystemTesseract } from './system-tesseract.ts'

/** Pictures of one file that are held at once: each has up to {@link LIMITS.ocrPixels} bytes, and a container is read again for each such group. */
const AT_ONCE = 8

type Decoded = Grey | { readonly code: 'ocr-aborted'; readonly why: string }

/** Recognises characters with the Tesseract of the system: processes of this room decode and draw, and it gets grey pixels through a pipe. All runs for pages of one document share a bound of time. */
export function createSystemPool(tesseract: SystemTesseract, size: number): PicturePool<DrawnText> {
  const pool = createPicturePool<Decoded>(
    {
      worker: 'grey-worker',
      words: { agent: 'decoder', does: 'decodes pictures' },
      bounds: { ms: LIMITS.pictureMs, documentMs: LIMITS.ocrDocumentMs, rssBytes: LIMITS.ocrRssBytes },
      stopped: (why) => ({ code: 'ocr-aborted', why }),
      notFound: (why) => ({ code: 'ocr-unreadable', why }),
    },
    size,
  )
  return {
    async read(file, tell) {
      const spent = new Map<string, number>()
      const pictures = [...new Set(file.pictures)]
      for (let from = 0; from < pictures.length; from += AT_ONCE) {
        for (const [picture, grey] of await decoded(pool, { ...file, pictures: pictures.slice(from, from + AT_ONCE) })) {
          const { sha256, page } = partsOfName(picture)
          const before = page === undefined ? 0 : (spent.get(sha256) ?? 0)
          const began = performance.now()
          tell(picture, await recognised(tesseract, grey, page, LIMITS.ocrDocumentMs - before))
          spent.set(sha256, before + performance.now() - began)
        }
      }
    },
    close: () => pool.close(),
  }
}

async function decoded(pool: PicturePool<Decoded>, file: FileOfPictures): Promise<Map<string, Decoded>> {
  const found = new Map<string, Decoded>()
  await pool.read(file, (picture, grey) => {
    found.set(picture, grey)
  })
  return found
}

async function recognised(tesseract: SystemTesseract, grey: Decoded, page: number | undefined, leftMs: number): Promise<DrawnText> {
  if ('why' in grey)
    return grey.code === 'ocr-aborted' ? stoppedExamination(grey.why) : ofPage(grey, page, notExamined(grey.code, grey.why))
  if (leftMs <= 0) return stoppedExamination(`the pages of its document took longer than ${LIMITS.ocrDocumentMs} ms`)
  const lines = await recogniseWith(
    tesseract,
    greyMap('page' in grey ? grey.page : grey.picture),
    Math.min(LIMITS.ocrMs, Math.ceil(leftMs)),
  )
  if ('stopped' in lines) return stoppedExamination(lines.stopped)
  return 'page' in grey ? ofPage(grey.page, page, drawnText(lines)) : drawnText(lines)
}

function ofPage(drawn: Parameters<typeof textOfPage>[0], page: number | undefined, text: DrawnText): DrawnText {
  return page === undefined ? text : textOfPage(drawn, page, text)
}
