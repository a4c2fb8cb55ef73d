import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Reading, ReadPassage, Warning } from '../../model/index.ts'
import { PDFIUM_ENGINE } from '../pdf/pdfium.ts'
import { RECOGNISED_FORMATS } from './picture-header.ts'

/** Raised with every change that can change what is recognised. */
export const OCR_VERSION = 3

/** What recognises characters, as it is sealed with an analysis that used it. */
export const OCR_ENGINE = `tesseract.js-core 7.0.0 (simd, lstm), kor+chi_sim 4.0.0_best_int; pages by ${PDFIUM_ENGINE}`

/** What character recognition made of one picture. */
export interface DrawnText {
  readonly status: 'examined' | 'not-examined'
  readonly passages: readonly ReadPassage[]
  /** Why a picture was not examined is a warning too. */
  readonly warnings: readonly Warning[]
}

/** A picture inside a file: by its hash, for equal bytes give equal text wherever they lie; a page of a PDF by the hash of that and its number ({@link pageOf}). */
export interface DrawnPicture {
  readonly sha256: string
  readonly bytes: number
}

/** The cache key of what is drawn in a picture: its bytes, the recogniser and the bounds. It shares nothing with the keys of readings. */
export function drawnTextKey(picture: string, engine = OCR_ENGINE): string {
  return sha256Hex(`${picture}|drawn text ${OCR_VERSION} ${engine}|${JSON.stringify(LIMITS)}`)
}

const PDF = 'pdf'

/** A picture that was not examined, and why. */
export function notExamined(code: string, why: string): DrawnText {
  return { status: 'not-examined', passages: [], warnings: [{ code, message: `drawn text was not examined: ${why}` }] }
}

/** A picture whose examination a bound of time or memory stopped, or whose process ended. */
export function stoppedExamination(why: string): DrawnText {
  return notExamined('ocr-aborted', why)
}

/** How a page of a PDF is named among pictures: `<sha256>#<page>`. */
export function pageOf(sha256: string, page: number): string {
  return `${sha256}#${page}`
}

/** The hash of the bytes that a picture's name stands for, and the page (from 1) where it is one of a PDF. */
export function partsOfName(picture: string): { readonly sha256: string; readonly page?: number } {
  const [sha256 = '', page] = picture.split('#')
  return page === undefined ? { sha256 } : { sha256, page: Number(page) }
}

/** The pictures of these formats that a reading found: the file itself, its drawn pages, or members at any depth. */
export function picturesOf(reading: Reading, sha256: string, bytes: number, formats = RECOGNISED_FORMATS): DrawnPicture[] {
  const names = reading.format === PDF ? (reading.drawnPages ?? []).map((page) => pageOf(sha256, page)) : [sha256]
  const own = formats.has(reading.format) ? names.map((name) => ({ sha256: name, bytes })) : []
  return [...own, ...reading.children.flatMap((child) => picturesOf(child.reading, child.sha256, child.bytes, formats))]
}

/** The reading with what is drawn in its pictures and on its pages, where `find` knows; each says whether it was examined, a PDF whether all such pages were. */
export function withDrawnText(reading: Reading, sha256: string, find: (sha256: string) => DrawnText | undefined): Reading {
  const children = reading.children.map((child) => ({ ...child, reading: withDrawnText(child.reading, child.sha256, find) }))
  if (!RECOGNISED_FORMATS.has(reading.format)) return children.length === 0 ? reading : { ...reading, children }
  const own = picturesOf({ ...reading, children: [] }, sha256, 0)
  if (own.length === 0) return { ...reading, children }
  const drawn = own.map((picture) => find(picture.sha256))
  return {
    ...reading,
    children,
    drawnText: drawn.every((text) => text?.status === 'examined') ? 'examined' : 'not-examined',
    passages: [...reading.passages, ...drawn.flatMap((text) => text?.passages ?? [])],
    warnings: [...reading.warnings, ...drawn.flatMap((text) => text?.warnings ?? [])],
  }
}
