import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { cellName } from '../office/xlsx-sheet.ts'
import type { FormatReader } from '../reader.ts'
import { delimiterOf, records } from '../text/csv-records.ts'
import { isPlain, readPlain } from '../text/plain.ts'

/** Tables as text: cells with their row and column. The sheet of their places is empty, for there is only one. */
export const csv: FormatReader = {
  name: 'csv',
  summary: 'Table as text (CSV, TSV): cells; separator and code page told from the bytes',
  extensions: ['.csv', '.tsv', '.tab'],
  source: 'RFC 4180',
  sniff: (head, name) => /\.(csv|tsv|tab)$/i.test(name) && isPlain(head),
  read(bytes, context) {
    const draft = new Draft()
    const text = readPlain(bytes, draft)
    // Excel takes a first line `sep=;` as an order and does not show it.
    const stated = /^sep=(.)\r?\n/i.exec(text)
    const delimiter = stated?.[1] ?? (/\.(tsv|tab)$/i.test(context.name) ? '\t' : delimiterOf(text))
    draft.trace(
      'delimiter',
      delimiter === '\t' ? 'tab' : delimiter,
      'Told from the first lines; it follows the region of the machine or the program.',
    )
    let row = 0
    for (const cells of records(text.slice(stated?.[0].length ?? 0), delimiter)) {
      if (draft.isFull) break
      if (row >= LIMITS.tableRows) {
        draft.cut('row-limit', `more than ${LIMITS.tableRows} rows: the rest was not read`)
        break
      }
      for (const [column, cell] of cells.slice(0, LIMITS.sheetColumns).entries())
        draft.passage(cell, { kind: 'cell', sheet: '', cell: cellName(column, row) }, { block: 'table', row, column, role: 'text' })
      if (cells.length > LIMITS.sheetColumns)
        draft.cut('column-limit', `a row has more than ${LIMITS.sheetColumns} cells: the rest was not read`)
      row++
    }
    return draft.done('csv')
  },
}
