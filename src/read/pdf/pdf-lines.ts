/** A piece of text on a page as the PDF draws it; units are points, `y` grows upwards. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the letters. */
  readonly size: number
  /** Written downwards, or turned. */
  readonly isTurned: boolean
}

/** A line, or the part of a line between two wide gaps; `row` counts lines from the top, `column` is given where a line has several parts. */
export interface PdfLine {
  readonly text: string
  readonly row: number
  readonly column?: number
}

/** In letter heights: how far baselines of one line may differ, the gap that parts columns, the gap that is a space. */
const SAME_LINE = 0.4
const COLUMN_GAP = 1.3
const SPACE_GAP = 0.2
/** Programs set a quarter of a letter between Chinese and Latin letters or digits; nobody typed it. */
const AUTOMATIC_GAP = 0.35
/** Between two Chinese letters anything smaller is justification. */
const WIDE_GAP = 0.45

interface Segment {
  text: string
  readonly x: number
  readonly size: number
}

/**
 * Puts the pieces of a page together: pieces on one baseline are a line, and a wide gap in it parts two cells. Pieces that are drawn twice at the same
 * spot (a poor man's bold) count once. Turned text is given piece by piece, after the lines.
 */
export function linesOf(items: readonly PdfItem[]): PdfLine[] {
  const level = items.map((item, order) => ({ item, order })).filter(({ item }) => !item.isTurned && item.size > 0)
  level.sort((a, b) => b.item.y - a.item.y || a.item.x - b.item.x || a.order - b.order)
  const rows: PdfItem[][] = []
  let baseline = Number.POSITIVE_INFINITY
  for (const { item } of level) {
    const row = rows.at(-1)
    if (row && baseline - item.y <= SAME_LINE * item.size) row.push(item)
    else {
      rows.push([item])
      baseline = item.y
    }
  }
  const segments = rows.map(segmentsOf).filter((row) => row.length > 0)
  const columnAt = columnsOf(segments.filter((row) => row.length > 1).flat())
  const lines: PdfLine[] = []
  for (const [row, parts] of segments.entries()) {
    const columns = parts.length > 1 ? increasing(parts.map(({ x }) => columnAt(x))) : []
    for (const [i, { text }] of parts.entries()) {
      const column = columns[i]
      lines.push({ text, row, ...(column === undefined ? {} : { column }) })
    }
  }
  let row = segments.length
  for (const { text } of items.filter((item) => item.isTurned || !(item.size > 0)))
    if (text.trim() !== '') lines.push({ text: text.trim(), row: row++ })
  return lines
}

/** The parts of one line, cut at wide gaps. */
function segmentsOf(row: readonly PdfItem[]): Segment[] {
  const segments: Segment[] = []
  let end = 0
  let isSpaced = false
  let last: PdfItem | undefined
  for (const item of [...row].sort((a, b) => a.x - b.x)) {
    if (item.text.trim() === '') {
      isSpaced = true
      continue
    }
    if (last && last.text === item.text && Math.abs(last.x - item.x) < 0.1 * item.size) continue
    const current = segments.at(-1)
    const gap = item.x - end
    if (!current || gap > COLUMN_GAP * item.size) segments.push({ text: item.text, x: item.x, size: item.size })
    else {
      const isSpace = (isSpaced || gap > SPACE_GAP * item.size) && !joins(current.text, item.text, gap / item.size)
      current.text += isSpace ? ` ${item.text}` : item.text
    }
    end = item.x + item.width
    isSpaced = false
    last = item
  }
  for (const segment of segments) segment.text = segment.text.trim()
  return segments
}

const HAN = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/

/** Whether a letter is of Chinese or Japanese, or of their punctuation. */
export function isHan(letter: string): boolean {
  return HAN.test(letter)
}

/** Chinese and Japanese have no spaces but wide ones, also not where a program sets a small gap before Latin letters; and a space that is there is not doubled. */
function joins(before: string, after: string, gap: number): boolean {
  const a = before.at(-1) ?? ''
  const b = after[0] ?? ''
  if (a === ' ' || b === ' ') return true
  if (HAN.test(a) && HAN.test(b)) return gap < WIDE_GAP
  return gap < AUTOMATIC_GAP && ((HAN.test(a) && /\w/.test(b)) || (/\w/.test(a) && HAN.test(b)))
}

/** Numbers the left edges of cells: edges less than a letter apart are one column. */
function columnsOf(cells: readonly Segment[]): (x: number) => number {
  const starts: number[] = []
  for (const { x, size } of [...cells].sort((a, b) => a.x - b.x)) {
    const last = starts.at(-1)
    if (last === undefined || x - last > size) starts.push(x)
  }
  return (x) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= x),
    )
}

/** Two cells of a line never share a column. */
function increasing(columns: readonly number[]): number[] {
  const result: number[] = []
  for (const column of columns) result.push(Math.max(column, (result.at(-1) ?? -1) + 1))
  return result
}
