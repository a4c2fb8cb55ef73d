import { LIMITS } from '../../base/limits.ts'
import { type DrawnPage, drawPage } from '../pdf/drawn-pages.ts'
import { heldSharp } from '../pictures/held-sharp.ts'
import { pictureHeader } from './picture-header.ts'
import type { GreyPicture } from './recognised.ts'

/** A picture or page in grey as it is shown, or why there is none: `code` is that of a warning. */
export type Grey = { readonly picture: GreyPicture } | { readonly page: DrawnPage } | { readonly code: string; readonly why: string }

/** Loads what decodes pictures (native code: only in a process of its own) and draws pages of PDFs, counted from 1. Never throws on bad bytes but where PDFium gives up. */
export async function openGreyPictures(): Promise<(bytes: Uint8Array, page?: number) => Promise<Grey>> {
  const open = await heldSharp(LIMITS.ocrPixels)
  return async (bytes, page) => {
    if (page !== undefined) {
      const drawn = await drawPage(bytes, page)
      return 'why' in drawn ? drawn : { page: drawn }
    }
    const header = pictureHeader(bytes)
    if (!header) return { code: 'ocr-unreadable', why: 'the picture has no size that could be read' }
    const pixels = header.width * header.height
    if (pixels > LIMITS.ocrPixels) return { code: 'ocr-limit', why: `the picture has ${pixels} pixels, more than ${LIMITS.ocrPixels}` }
    try {
      const { data, info } = await open(bytes)
        .autoOrient()
        .flatten({ background: '#fff' })
        .toColourspace('b-w')
        .extractChannel(0)
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true })
      return { picture: { width: info.width, height: info.height, grey: data } }
    } catch {
      return { code: 'ocr-unreadable', why: 'the picture could not be decoded' }
    }
  }
}
