import { LIMITS } from '../../base/limits.ts'
import type { DrawnPage } from '../pdf/drawn-pages.ts'
import type { DrawnText } from './drawn-text.ts'
import { LEAST_CONFIDENCE, linesOf, onPage, type RawLine } from './lines.ts'

/** A picture in grey as a recogniser takes it: a byte for each pixel, rows from above. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** Such a picture as a file (portable grey map, binary): nothing in it can be taken for anything else. */
export function greyMap({ width, height, grey }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey])
}

/** What lines of a recogniser say, within the bound of lines. */
export function drawnText(lines: readonly RawLine[]): DrawnText {
  const { passages, unsure } = linesOf(lines.slice(0, LIMITS.ocrLines))
  const warnings = []
  if (lines.length > LIMITS.ocrLines)
    warnings.push({ code: 'ocr-limit', message: `more than ${LIMITS.ocrLines} lines are drawn in the picture: the rest was not kept` })
  if (unsure > 0)
    warnings.push({
      code: 'ocr-unsure',
      message: `${unsure} ${unsure === 1 ? 'word' : 'words'} of drawn text below a confidence of ${LEAST_CONFIDENCE}, or of one letter, left out`,
    })
  return { status: 'examined', passages, warnings }
}

/** What was recognised on a drawn page (from 1), placed in points of it; what is said of it names the page. `drawn` is why there is none otherwise. */
export function textOfPage(
  drawn: DrawnPage | { readonly why: string },
  page: number,
  { status, passages, warnings }: DrawnText,
): DrawnText {
  const coarse =
    'why' in drawn || drawn.dotsPerInch >= drawn.usualDotsPerInch
      ? []
      : [
          {
            code: 'ocr-limit',
            message: `it is so large that it was drawn at ${drawn.dotsPerInch} instead of ${drawn.usualDotsPerInch} dots per inch`,
          },
        ]
  return {
    status,
    passages: 'why' in drawn ? [] : onPage(passages, page, drawn.scale),
    warnings: [...coarse, ...warnings].map(({ code, message }) => ({ code, message: `page ${page}: ${message}` })),
  }
}
