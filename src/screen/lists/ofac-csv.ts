import { decodeAs } from '../../base/text.ts'

/** What stands in OFAC's files for "nothing". */
const NULL = '-0-'

/**
 * Rows of an OFAC legacy CSV file: quoted cells, doubled quotes, `-0-` for nothing (given as an empty cell), a last line that holds only Ctrl-Z.
 * UTF-8, or Windows-1252 when it is not. At most `maxRows` rows; `cut` says whether there were more.
 */
export function readOfacCsv(bytes: Uint8Array, maxRows: number): { readonly rows: readonly (readonly string[])[]; readonly cut: boolean } {
  const utf8 = decodeAs(bytes, 'utf-8')
  const text = utf8.faults === 0 ? utf8.text : decodeAs(bytes, 'windows-1252').text
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const put = (cell: string) => row.push(cell.trim() === NULL ? '' : cell.trim())
  const end = () => {
    if (row.length > 1 || (row[0] ?? '') !== '') rows.push(row)
    row = []
  }
  while (at < text.length && rows.length < maxRows) {
    let cell = ''
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      cell = text.slice(at + 1, close).replaceAll('""', '"')
      at = close + 1
    }
    const next = nextBreak(text, at)
    put(cell + text.slice(at, next))
    if (text[next] !== ',') {
      end()
      at = text[next] === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1
    } else {
      at = next + 1
      if (at >= text.length) put('')
    }
  }
  if (row.length > 0) end()
  return { rows: rows.filter(([first]) => first !== '\u001a'), cut: at < text.length && rows.length >= maxRows }
}

/** How an OFAC legacy file ends: `whole` with its line of Ctrl-Z, `unmarked` with a whole last line and no Ctrl-Z behind it, `cut` within its last row. */
export type OfacEnd = 'whole' | 'unmarked' | 'cut'

/** Bytes at the end of a file in which its end mark is looked for; blank lines may stand behind it, and the empty cells that a spreadsheet gives its line. */
const END_BYTES = 32

/**
 * How a file of rows of `width` cells ends. A transfer that broke off leaves no end of line, most often within a row; one that broke off between two rows is told by its missing end mark alone, which copies from elsewhere lack too.
 */
export function ofacEnd(bytes: Uint8Array, rows: readonly (readonly string[])[], width: number): OfacEnd {
  const end = Buffer.from(bytes.subarray(-END_BYTES)).toString('latin1')
  if (end.replace(/[,\s]+$/, '').endsWith('\u001a')) return 'whole'
  const last = rows.at(-1)
  return /[\r\n][\t ]*$/.test(end) && last?.length === width ? 'unmarked' : 'cut'
}

function closingQuote(text: string, from: number): number {
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return text.length
    if (text[quote + 1] !== '"') return quote
    at = quote + 2
  }
}

function nextBreak(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
