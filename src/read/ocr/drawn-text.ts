import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Reading, ReadPassage, Warning } from '../../model/index.ts'
import { RECOGNISED_FORMATS } from './picture-header.ts'

/** Raised with every change that can change what is recognised. */
export const OCR_VERSION = 2

/** What recognises characters, as it is sealed with an analysis that used it. */
export const OCR_ENGINE = 'tesseract.js-core 7.0.0 (simd, lstm), kor+chi_sim 4.0.0_best_int'

/** What character recognition made of one picture. */
export interface DrawnText {
  readonly status: 'examined' | 'not-examined'
  readonly passages: readonly ReadPassage[]
  /** Why a picture was not examined is a warning too. */
  readonly warnings: readonly Warning[]
}

/** A picture inside a file: by its hash, for equal bytes give equal text wherever they lie. */
export interface DrawnPicture {
  readonly sha256: string
  readonly bytes: number
}

/** The cache key of what is drawn in a picture: its bytes, the recogniser and the bounds. It shares nothing with the keys of readings. */
export function drawnTextKey(picture: string): string {
  return sha256Hex(`${picture}|drawn text ${OCR_VERSION} ${OCR_ENGINE}|${JSON.stringify(LIMITS)}`)
}

/** A picture that was not examined, and why. */
export function notExamined(code: string, why: string): DrawnText {
  return { status: 'not-examined', passages: [], warnings: [{ code, message: `drawn text was not examined: ${why}` }] }
}

/** A picture whose examination a bound of time or memory stopped, or whose process ended. */
export function stoppedExamination(why: string): DrawnText {
  return notExamined('ocr-aborted', why)
}

/** The pictures of these formats that a reading found: the file itself, or members at any depth. */
export function picturesOf(reading: Reading, sha256: string, bytes: number, formats = RECOGNISED_FORMATS): DrawnPicture[] {
  const own = formats.has(reading.format) ? [{ sha256, bytes }] : []
  return [...own, ...reading.children.flatMap((child) => picturesOf(child.reading, child.sha256, child.bytes, formats))]
}

/** The reading with what is drawn in its pictures, where `find` knows; every picture says whether it was examined. */
export function withDrawnText(reading: Reading, sha256: string, find: (sha256: string) => DrawnText | undefined): Reading {
  const children = reading.children.map((child) => ({ ...child, reading: withDrawnText(child.reading, child.sha256, find) }))
  if (!RECOGNISED_FORMATS.has(reading.format)) return children.length === 0 ? reading : { ...reading, children }
  const drawn = find(sha256)
  return {
    ...reading,
    children,
    drawnText: drawn?.status ?? 'not-examined',
    passages: [...reading.passages, ...(drawn?.passages ?? [])],
    warnings: [...reading.warnings, ...(drawn?.warnings ?? [])],
  }
}
