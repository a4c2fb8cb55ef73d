import { LIMITS } from '../../base/limits.ts'
import { forEachObject, TEXT } from './page-objects.ts'
import { type PageHandle, type PdfiumModule, withPdfium } from './pdfium.ts'

/** Letters and digits below which a page has nearly no text: a number, a stamp of a scanner or a heading may stand there. */
export const NEARLY_NO_TEXT = 100
/** Share of a page from which a picture is more than a mark. */
const LEAST_SHARE = 0.05
/** Drawn paths from which a page without text may hold letters as outlines; a frame and a line or two do not. */
const OUTLINES = 10
/** Resolution at which letters of a note are told where nothing says a better one; and those between which a scan is drawn at its own, for letters that are drawn larger or smaller are told worse. */
const DOTS_PER_INCH = 200
const SCAN_DOTS_PER_INCH = { least: 100, most: 300 } as const
/** Share of a page from which its largest picture is the scan of it. */
const SCAN_SHARE = 0.5
/** Below this no letters of usual size can be told. */
const LEAST_DOTS_PER_INCH = 50
/** Points of an inch (ISO 32000-1, 8.3.2.3). */
const POINTS = 72

/** Kinds of objects on a page beside text, and the way of writing that shows nothing: how scanners put text under the picture of a page (fpdf_edit.h). */
const PATH = 2
const PICTURE = 3
const INVISIBLE = 3
const GREY = 1
const WHITE = 0xffffffff

/** A page as it is shown, without its written text: a byte of grey for each pixel, rows from above. */
export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly grey: Buffer
  /** Pixels of a point. */
  readonly scale: number
  /** Resolution that it is drawn at, and the one that is usual. */
  readonly dotsPerInch: number
  readonly usualDotsPerInch: number
}

/**
 * Whether something is drawn on a page with nearly no text (`letters` letters and digits) that character recognition could read: a picture, or outlines. A page with
 * invisible text is none: a scanner has recognised it, and its text is read as text.
 */
export function isDrawnPage(pdfium: PdfiumModule, page: PageHandle, letters: number): boolean {
  const drawn = contentOf(pdfium, page)
  return !drawn.isLayered && (drawn.hasPicture || (letters === 0 && drawn.paths >= OUTLINES))
}

interface Content {
  hasPicture: boolean
  isLayered: boolean
  paths: number
}

function contentOf(pdfium: PdfiumModule, page: PageHandle): Content {
  const content: Content = { hasPicture: false, isLayered: false, paths: 0 }
  const area = pdfium._FPDF_GetPageWidthF(page) * pdfium._FPDF_GetPageHeightF(page)
  forEachObject(pdfium, page, LIMITS.pdfPageObjects, (object, kind, outer) => {
    if (kind === TEXT) content.isLayered ||= pdfium._FPDFTextObj_GetTextRenderMode(object) === INVISIBLE
    else if (kind === PATH) content.paths++
    else if (kind === PICTURE) content.hasPicture ||= areaOf(pdfium, outer) >= LEAST_SHARE * area
  })
  return content
}

/** The resolution of the picture that fills a page of `area` square points, in dots per inch; of a usual scan where none does. */
function resolutionOf(pdfium: PdfiumModule, page: PageHandle, area: number): number {
  let largest = SCAN_SHARE * area
  let found = DOTS_PER_INCH
  forEachObject(pdfium, page, LIMITS.pdfPageObjects, (object, kind, outer) => {
    const covered = kind === PICTURE ? areaOf(pdfium, outer) : 0
    if (covered < largest) return
    largest = covered
    const pixels = pixelsOf(pdfium, object)
    const { least, most } = SCAN_DOTS_PER_INCH
    if (pixels > 0) found = Math.min(most, Math.max(least, Math.round(Math.sqrt(pixels / covered) * POINTS)))
  })
  return found
}

function pixelsOf(pdfium: PdfiumModule, picture: number): number {
  const at = pdfium._malloc(8)
  const isKnown = pdfium._FPDFImageObj_GetImagePixelSize(picture, at, at + 4)
  const view = new DataView(pdfium.HEAPU8.buffer, at, 8)
  const pixels = view.getUint32(0, true) * view.getUint32(4, true)
  pdfium._free(at)
  return isKnown ? pixels : 0
}

/** Square points that an object of the page covers. */
function areaOf(pdfium: PdfiumModule, object: number): number {
  const at = pdfium._malloc(16)
  const isKnown = pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)
  const view = new DataView(pdfium.HEAPU8.buffer, at, 16)
  const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((from) => view.getFloat32(from, true))
  pdfium._free(at)
  return isKnown ? Math.abs((right - left) * (top - bottom)) : 0
}

/**
 * Draws a page (from 1) at the resolution of a scan, or at a lower one where it is larger than {@link LIMITS.ocrPixels}; what is written as text is left out, for it is
 * read as text. Comments are not drawn. Gives why where it cannot.
 * @throws Error when PDFium gives up over the bytes.
 */
export async function drawPage(bytes: Uint8Array, page: number): Promise<DrawnPage | { readonly code: string; readonly why: string }> {
  const drawn = await withPdfium(bytes, ({ onPage }) => onPage(page, draw))
  return drawn ?? { code: 'ocr-unreadable', why: 'the page could not be drawn' }
}

function draw(pdfium: PdfiumModule, page: PageHandle): DrawnPage | { readonly code: string; readonly why: string } {
  const [across, down] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)]
  if (!(across > 0 && down > 0)) return { code: 'ocr-unreadable', why: 'the page has no size' }
  // The bound is kept with the rounding of both sides.
  const usualDotsPerInch = resolutionOf(pdfium, page, across * down)
  const scale = Math.min(usualDotsPerInch / POINTS, Math.sqrt(LIMITS.ocrPixels / (across * down)) * 0.999)
  const [width, height] = [Math.round(across * scale), Math.round(down * scale)]
  if (scale * POINTS < LEAST_DOTS_PER_INCH || width < 1 || height < 1 || width * height > LIMITS.ocrPixels)
    return {
      code: 'ocr-limit',
      why: `the page measures ${Math.round(across)} by ${Math.round(down)} points, more than can be drawn legibly`,
    }
  forEachObject(pdfium, page, LIMITS.pdfPageObjects, (object, kind) => {
    if (kind === TEXT) pdfium._FPDFPageObj_SetIsActive(object, 0)
  })
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, GREY, 0, 0)
  if (bitmap === 0) return { code: 'ocr-unreadable', why: 'there is no memory to draw the page in' }
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
  const [from, stride] = [pdfium._FPDFBitmap_GetBuffer(bitmap), pdfium._FPDFBitmap_GetStride(bitmap)]
  const grey = Buffer.alloc(width * height)
  for (let row = 0; row < height; row++) grey.set(pdfium.HEAPU8.subarray(from + row * stride, from + row * stride + width), row * width)
  pdfium._FPDFBitmap_Destroy(bitmap)
  return { width, height, grey, scale, dotsPerInch: Math.round(scale * POINTS), usualDotsPerInch }
}
