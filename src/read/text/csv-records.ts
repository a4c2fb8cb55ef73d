import { LIMITS } from '../../base/limits.ts'

/** Characters of a cell that are kept; a passage is cut far below. */
const CELL_CHARS = 2 * LIMITS.passageChars

/** Separators that are looked for; the first wins a tie. */
const DELIMITERS = [',', ';', '\t', '|', '，'] as const
const SAMPLE_CHARS = 16_384

/** The separator that cuts the first lines into the same number of cells most often, and into more than one; a comma when none does. */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARS)
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths: number[] = []
    for (const cells of records(sample, delimiter)) {
      if (cells.length > 1 || (cells[0] ?? '').trim() !== '') widths.push(cells.length)
      if (widths.length >= 50) break
    }
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
    const score = width < 2 ? 0 : (count / widths.length) * Math.min(width, 6)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/**
 * Rows of cells (RFC 4180; a quote inside an unquoted cell is an ordinary character). A quoted cell that is never closed ends with the text.
 * Lines end with CR LF, LF or CR. One pass; nothing is looked at
 * twice. A row has at most one cell more than `LIMITS.sheetColumns`.
 */
export function* records(text: string, delimiter: string): Generator<string[]> {
  let cells: string[] = []
  let at = 0
  const isEnd = (c: string | undefined) => c === '\n' || c === '\r'
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      at++
      while (at < text.length) {
        const quote = text.indexOf('"', at)
        const end = quote < 0 ? text.length : quote
        if (cell.length < CELL_CHARS) cell += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"') break
        if (cell.length < CELL_CHARS) cell += '"'
        at++
      }
    }
    const from = at
    while (at < text.length && text[at] !== delimiter && !isEnd(text[at])) at++
    // One more than the bound tells the caller that there were more.
    if (cells.length <= LIMITS.sheetColumns) cells.push(cell + text.slice(from, at))
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
      cells.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    yield cells
    cells = []
  }
}
