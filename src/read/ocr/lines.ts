import type { ReadPassage } from '../../model/index.ts'

/** A box in pixels: from the upper left corner to the lower right one. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A line as the recogniser gives it: its text, its box, and its words with the recogniser's own measure of how sure it is (0 … 100). */
export interface RawLine extends Box {
  readonly text: string
  readonly words: readonly (Box & { readonly text: string; readonly confidence: number })[]
}

/** Words below this are left out: shading and lines of a drawing give letters too, and nothing should rest on them. */
export const LEAST_CONFIDENCE = 50

/** Share of a line's box inside a larger one, from which it is taken for a part of the other. */
const INSIDE = 0.6
/** Share of the lower height by which two lines must overlap to stand on one level. */
const LEVEL = 0.5
/** Gap in heights of the line up to which pieces on one level are one line, and up to which no blank stands between them. */
const GAP = { line: 1.2, none: 0.25, noneInChinese: 0.6 } as const

/** A line, or a piece of one. `letters` is what its confidence is the mean of. */
interface Piece extends Box {
  readonly text: string
  readonly confidence: number
  readonly letters: number
}

/**
 * The lines of drawn text, wherever they stand: `row` counts levels from above, `column` the lines on one level from the left. `unsure` counts the words that were
 * left out for their confidence, or for being a letter that stands alone.
 */
export function linesOf(raw: readonly RawLine[]): { readonly passages: readonly ReadPassage[]; readonly unsure: number } {
  const words = raw.flatMap((line) => line.words).filter(({ text }) => isLettered(text))
  const unsure = words.filter(({ confidence }) => confidence < LEAST_CONFIDENCE).length
  const sure = raw.flatMap((line) => sureOf(line) ?? [])
  const found = joined(sure.filter((piece) => !sure.some((other) => isPartOf(piece, other))))
  const pieces = found.filter(({ text }) => !isLone(text))
  const passages: ReadPassage[] = []
  let row = 0
  let level: Piece[] = []
  for (const piece of pieces) {
    if (level.length > 0 && !level.some((other) => isLevel(piece, other))) {
      passages.push(...passagesOf(level, ++row))
      level = []
    }
    level.push(piece)
  }
  passages.push(...passagesOf(level, ++row))
  return { passages, unsure: unsure + found.length - pieces.length }
}

function passagesOf(level: readonly Piece[], row: number): ReadPassage[] {
  return [...level]
    .sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)
    .map(({ text, x0, y0, x1, y1, confidence }, index) => ({
      text: text.normalize('NFC'),
      at: { kind: 'box', x: x0, y: y0, w: x1 - x0, h: y1 - y0 },
      role: 'ocr',
      block: 'drawn text',
      row,
      column: index + 1,
      ocrConfidence: Math.round(confidence),
    }))
}

/** Lines of a page that was drawn with `scale` pixels for a point, placed on the page in whole points; only lines of one page are neighbours. */
export function onPage(passages: readonly ReadPassage[], page: number, scale: number): ReadPassage[] {
  return passages.map((passage) => {
    if (passage.at.kind !== 'box') return passage
    const { x, y, w, h } = passage.at
    const [left, top] = [Math.floor(x / scale), Math.floor(y / scale)]
    const at = { kind: 'box', x: left, y: top, w: Math.ceil((x + w) / scale) - left, h: Math.ceil((y + h) / scale) - top, page } as const
    return { ...passage, at, block: `drawn on page ${page}` }
  })
}

/** What is sure of a line. The recogniser's boxes of single words are rough, so the line's own box is kept while no word is left out. */
function sureOf(line: RawLine): Piece | undefined {
  const kept = line.words.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
  let text = ''
  let at = 0
  for (const word of line.words) {
    const from = line.text.indexOf(word.text, at)
    if (from < 0) continue
    text += line.text.slice(at, from)
    if (word.confidence >= LEAST_CONFIDENCE) text += word.text
    at = from + word.text.length
  }
  text = text.replace(/\s+/g, ' ').trim()
  if (!isLettered(text)) return undefined
  const letters = kept.reduce((sum, word) => sum + word.text.length, 0)
  const confidence = kept.reduce((sum, word) => sum + word.text.length * word.confidence, 0) / Math.max(1, letters)
  return { text, confidence, letters, ...(kept.length === line.words.length ? boxOf([line]) : within(boxOf(kept), line)) }
}

/** Patterns and strokes of a drawing give single letters, and give them surely; a digit can be the number of a cell. */
const isLone = (text: string) => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2 && !/\p{N}/u.test(text)
const isLettered = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** Pieces that stand level and close are one line, whatever the recogniser thought; lines come from above. */
function joined(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = []
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)) {
    const index = lines.findIndex((line) => isLevel(piece, line) && piece.x0 - line.x1 <= GAP.line * heightOf(line, piece))
    const line = lines[index]
    if (line) lines[index] = join(line, piece)
    else lines.push(piece)
  }
  return lines.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)
}

function join(line: Piece, next: Piece): Piece {
  const isChinese = /\p{Script=Han}$/u.test(line.text) && /^\p{Script=Han}/u.test(next.text)
  const isApart = next.x0 - line.x1 > (isChinese ? GAP.noneInChinese : GAP.none) * heightOf(line, next)
  const letters = line.letters + next.letters
  return {
    text: `${line.text}${isApart ? ' ' : ''}${next.text}`,
    confidence: (line.confidence * line.letters + next.confidence * next.letters) / Math.max(1, letters),
    letters,
    ...boxOf([line, next]),
  }
}

function boxOf(boxes: readonly Box[]): Box {
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  }
}

function within(a: Box, b: Box): Box {
  return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) }
}

const areaOf = ({ x0, y0, x1, y1 }: Box) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0)
const heightOf = (...boxes: readonly Box[]) => Math.max(...boxes.map(({ y0, y1 }) => y1 - y0))

function isLevel(a: Box, b: Box): boolean {
  const lower = Math.min(a.y1 - a.y0, b.y1 - b.y0)
  return Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) >= LEVEL * lower
}

/** Scattered text is found more than once: a stroke of a letter comes again as a letter of its own. */
function isPartOf(piece: Box, other: Box): boolean {
  return areaOf(other) > areaOf(piece) && areaOf(within(piece, other)) >= INSIDE * areaOf(piece)
}
