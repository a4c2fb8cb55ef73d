import { LIMITS } from '../../base/limits.ts'
import { readAsDrawn } from './page-objects.ts'
import { isHan, type PdfItem } from './pdf-lines.ts'
import type { PageHandle, PdfiumModule } from './pdfium.ts'

/** In letter heights: how far apart letters of one run are, and how far their baselines. */
const RUN_GAP = 0.15
const SAME_BASELINE = 0.05
/** How far apart words of one run are: below what parts the columns of a line. */
const WORD_GAP = 1
/** Height of letters of one word against one another, at least. */
const SMALL_CAPITALS = 0.6
/** Share of a letter's height between letters that are written downwards. */
const DOWN = { least: 0.6, most: 1.6 } as const
/** What PDFium writes for a hyphen at the end of a line, what some fonts have for one that is drawn, and what stands for a letter that is none. */
const HYPHEN = 2
const SOFT_HYPHEN = 0xad
const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const BLANK = 0x20
/** What stands for a drawn letter of which the font does not tell what it means. */
const UNKNOWN = '\ufffd'
const NO_LETTER = 0xfffe
/** Bytes of what PDFium fills: a point (two doubles), a box and a matrix (four and six floats). */
const POINT_BYTES = 16
const BOX_BYTES = 16
const MATRIX_BYTES = 24

/** What the letters of one text object share. */
interface Style {
  readonly object: number
  readonly size: number
  readonly isTurned: boolean
}

interface Run {
  text: string
  readonly x: number
  readonly size: number
  readonly object: number
  y: number
  end: number
  isTurned: boolean
  /** Whether its last letter is a blank; and the last letter that is none. */
  isOpen: boolean
  last: string
}

/** Text of a page as it is drawn. */
export interface PageText {
  readonly items: readonly PdfItem[]
  /** Letters and digits on the page itself, as far as `enough`. */
  readonly letters: number
  /** Whether something is written beside the page, where nobody sees it: marks of printers, and what is hidden. */
  readonly isBeside: boolean
  /** Whether letters are drawn of which their fonts do not tell what they mean; U+FFFD stands for each. */
  readonly hasUnknown: boolean
  /** Whether it has more objects than {@link LIMITS.pdfTextObjects}: of the rest what it is said to be read as is given, not what is drawn. */
  readonly isCut: boolean
}

/**
 * The pieces of text of a page, in points of it without its turn; undefined when PDFium has none of it. At most {@link LIMITS.readingChars} letters of a page are looked
 * at, and letters are counted to `enough`.
 */
export function textOfPage(pdfium: PdfiumModule, page: PageHandle, enough: number): PageText | undefined {
  const isCut = readAsDrawn(pdfium, page, LIMITS.pdfTextObjects)
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return undefined
  const at = pdfium._malloc(POINT_BYTES + BOX_BYTES + MATRIX_BYTES)
  const runs = runsOf(pdfium, text, at)
  const isKnown = pdfium._FPDF_GetPageBoundingBox(page, at)
  const view = new DataView(pdfium.HEAPU8.buffer, at, BOX_BYTES)
  const [left, top, right, bottom] = [0, 4, 8, 12].map((from) => view.getFloat32(from, true)) as [number, number, number, number]
  pdfium._free(at)
  pdfium._FPDFText_ClosePage(text)
  let letters = 0
  let isBeside = false
  for (const { text, x, y } of runs) {
    if (isKnown && (x < left || x > right || y < bottom || y > top)) isBeside = true
    else if (letters < enough) letters += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  }
  return {
    items: runs.map(({ text, x, y, end, size, isTurned }) => ({ text, x, y, width: end - x, size, isTurned })),
    letters: Math.min(letters, enough),
    isBeside,
    hasUnknown: runs.some(({ text }) => text.includes(UNKNOWN)),
    isCut,
  }
}

function runsOf(pdfium: PdfiumModule, text: number, at: number): Run[] {
  const runs: Run[] = []
  const count = Math.min(pdfium._FPDFText_CountChars(text), LIMITS.readingChars)
  let view = new DataView(pdfium.HEAPU8.buffer)
  let style: Style | undefined
  let last: Run | undefined
  let isParted = false
  for (let index = 0; index < count; index++) {
    const letter = letterAt(pdfium, text, index)
    if (letter === '') continue
    if (letter.trim() === '') {
      // How wide a blank is tells the place of the next letter, not that of the blank: tables are set with rows of them.
      if (pdfium._FPDFText_IsGenerated(text, index) === 1) isParted ||= letter === ' '
      else if (last && !last.isOpen) {
        last.text += ' '
        last.isOpen = true
      }
      continue
    }
    pdfium._FPDFText_GetCharOrigin(text, index, at, at + 8)
    pdfium._FPDFText_GetLooseCharBox(text, index, at + POINT_BYTES)
    const object = pdfium._FPDFText_GetTextObject(text, index)
    // Its memory may have grown: the old view of it is then empty.
    if (view.buffer !== pdfium.HEAPU8.buffer) view = new DataView(pdfium.HEAPU8.buffer)
    if (!style || object !== style.object || object === 0) style = styleOf(pdfium, text, index, object, at + POINT_BYTES + BOX_BYTES)
    const [x, y, end] = [view.getFloat64(at, true), view.getFloat64(at + 8, true), view.getFloat32(at + POINT_BYTES + 8, true)]
    // Where PDFium sees a gap between words; Chinese has none, and its small gaps are weighed with the lines.
    const isNewWord = isParted && last !== undefined && !isHan(last.last) && !isHan(letter)
    isParted = false
    if (last && follows(last, style, x, y, isNewWord)) extend(last, letter, isNewWord, { x, y, end, isTurned: style.isTurned })
    else {
      last = { text: letter, x, y, end, size: style.size, object, isTurned: style.isTurned, isOpen: false, last: letter }
      runs.push(last)
    }
  }
  return runs
}

/** A letter, a blank, U+FFFD for one that its font does not tell, or nothing where PDFium has what is none. */
function letterAt(pdfium: PdfiumModule, text: number, index: number): string {
  const code = pdfium._FPDFText_GetUnicode(text, index)
  if (code === SOFT_HYPHEN) return '-'
  if (code >= BLANK) return code === NO_LETTER || code > 0x10ffff ? '' : String.fromCodePoint(code)
  if (code === HYPHEN && pdfium._FPDFText_IsHyphen(text, index) === 1) return '-'
  if (pdfium._FPDFText_IsGenerated(text, index) === 1) return '\n'
  if (code === TAB || code === LINE_FEED || code === RETURN) return ' '
  return code === 0 || pdfium._FPDFText_HasUnicodeMapError(text, index) === 1 ? UNKNOWN : ''
}

function extend(run: Run, letter: string, isNewWord: boolean, { x, y, end, isTurned }: Pick<Run, 'x' | 'y' | 'end' | 'isTurned'>): void {
  run.text += isNewWord && !run.isOpen ? ` ${letter}` : letter
  run.isOpen = false
  run.last = letter
  if (!isTurned && isLevel(run, y)) {
    run.end = end
    return
  }
  run.isTurned = true
  run.y = y
  if (isTurned) run.end = x
}

function styleOf(pdfium: PdfiumModule, text: number, index: number, object: number, at: number): Style {
  const isKnown = pdfium._FPDFText_GetMatrix(text, index, at)
  const view = new DataView(pdfium.HEAPU8.buffer, at, MATRIX_BYTES)
  const [a = 1, b = 0, c = 0, d = 1] = isKnown ? [0, 4, 8, 12].map((from) => view.getFloat32(from, true)) : []
  return { object, size: pdfium._FPDFText_GetFontSize(text, index) * Math.hypot(c, d), isTurned: Math.abs(b) > Math.abs(a) || a < 0 }
}

function isLevel(run: Run, y: number): boolean {
  return Math.abs(y - run.y) <= SAME_BASELINE * run.size
}

/** Whether a letter goes on with the run: beside it, below it where one object writes downwards, or on the line of turned text. */
function follows(run: Run, { object, size, isTurned }: Style, x: number, y: number, isNewWord: boolean): boolean {
  if (!run.isTurned && !isTurned && isLevel(run, y)) {
    if (Math.min(size, run.size) < SMALL_CAPITALS * Math.max(size, run.size)) return false
    const gap = (x - run.end) / size
    return gap >= -RUN_GAP && gap <= (isNewWord || run.isOpen ? WORD_GAP : RUN_GAP)
  }
  if (run.size !== size) return false
  // The letters of turned text follow one another on a line that is not level.
  if (isTurned) return run.isTurned && Math.hypot(x - run.end, y - run.y) < 2 * size
  const fall = (run.y - y) / size
  return object === run.object && Math.abs(x - run.x) < 0.5 * size && fall >= DOWN.least && fall <= DOWN.most
}
