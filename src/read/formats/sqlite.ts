import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { cellName } from '../office/xlsx-sheet.ts'
import type { FormatReader } from '../reader.ts'
import { isSqlite, SqliteFile } from '../tables/sqlite-file.ts'

/** SQLite databases: the texts of every table by row and column. Deleted rows and a log beside the file are not read. */
export const sqlite: FormatReader = {
  name: 'sqlite',
  summary: 'SQLite database: texts of its tables by row and column',
  extensions: ['.sqlite', '.sqlite3'],
  source: 'sqlite.org, Database File Format',
  sniff: (head) => isSqlite(Buffer.from(head.subarray(0, 16))),
  read(bytes) {
    const draft = new Draft()
    const file = new SqliteFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    for (const { name, columns, root } of file.tables()) {
      draft.passage(columns.join(', '), { kind: 'paragraph', part: `table ${name}`, index: 1 }, { role: 'name', block: 'tables' })
      let row = 0
      for (const values of file.rows(root)) {
        if (draft.isFull || row >= LIMITS.textLines) break
        row++
        for (const [column, value] of values.entries())
          if (typeof value === 'string')
            draft.passage(value, { kind: 'cell', sheet: name, cell: cellName(column, row) }, { role: 'text', block: name, row, column })
      }
    }
    if (file.flaw !== undefined) draft.cut('damaged', `database: ${file.flaw}`)
    return draft.done('sqlite')
  },
}
