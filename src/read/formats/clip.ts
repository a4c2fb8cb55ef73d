import { LIMITS } from '../../base/limits.ts'
import { own } from '../../base/own.ts'
import type { TraceName } from '../../model/index.ts'

import { addMember } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import type { FormatReader, ReadContext } from '../reader.ts'
import { DefaultNames } from '../tables/default-names.ts'
import { SqliteFile, type SqliteTable, type SqliteValue } from '../tables/sqlite-file.ts'

const MAGIC = 'CSFCHUNK'
const DATABASE = 'CHNKSQLi'
const FOOTER = 'CHNKFoot'
/** Columns that hold what somebody named or wrote. */
const NAMES = /^(?:LayerName|ProjectName|CanvasName|TrackName|TimeLineName|ItemName|CutName|SceneName|ParagraphStyleName|MaterialName)$/
const TEXTS = /^(?:TextLayerString|Story|Comment|Note|Memo)/
const TRACES: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  ProjectInternalVersion: ['applicationVersion', 'Version of the format that the program wrote.'],
  ProjectUserName: ['author', 'Name as entered; anybody can set it.'],
  Author: ['author', 'Name as entered; anybody can set it.'],
}

/** Clip Studio Paint pictures: layers, texts, animation cuts, paths and fonts in the database inside, the preview. Drawings are not decoded. */
export const clip: FormatReader = {
  name: 'clip',
  summary: 'Clip Studio Paint picture (CLIP): layers, texts, cuts, paths, preview',
  extensions: ['.clip', '.cmc', '.lip'],
  source: 'The format is not public: chunks and tables as people who read it describe them (dobrokot/clip_to_psd)',
  sniff: (head) => Buffer.from(head.subarray(0, 8)).toString('latin1') === MAGIC,
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let isEnded = false
    for (let at = 24, count = 0; at + 16 <= file.length && !isEnded && count < LIMITS.mediaParts; count++) {
      const kind = file.toString('latin1', at, at + 8)
      const from = at + 16
      const to = from + Number(file.readBigUInt64BE(at + 8))
      if (!kind.startsWith('CHNK') || to > file.length) break
      if (kind === DATABASE) await database(new SqliteFile(file.subarray(from, to)), context, draft)
      isEnded = kind === FOOTER
      at = to
    }
    if (!isEnded) draft.cut('truncated', 'the file ends before its last chunk does')
    return draft.done('clip')
  },
}

async function database(file: SqliteFile, context: ReadContext, draft: Draft): Promise<void> {
  const names = new DefaultNames()
  for (const table of file.tables()) {
    let row = 0
    for (const values of file.rows(table.root)) {
      row++
      for (const [index, value] of values.entries()) {
        const column = table.columns[index] ?? ''
        if (table.name === 'CanvasPreview' && Buffer.isBuffer(value)) await preview(value, { context, draft })
        else cell(table, column, value, { draft, row, names })
      }
    }
  }
  names.trace(draft)
  if (file.flaw !== undefined) draft.cut('damaged', `database: ${file.flaw}`)
}

function cell(
  table: SqliteTable,
  column: string,
  value: SqliteValue,
  { draft, row, names }: { draft: Draft; row: number; names: DefaultNames },
): void {
  const text = typeof value === 'string' ? value : Buffer.isBuffer(value) && TEXTS.test(column) ? value.toString('utf8') : undefined
  if (text === undefined) return
  const at = { kind: 'paragraph', part: `${table.name}.${column}`, index: row } as const
  const known = own(TRACES, column)
  if (known) draft.traceOnce(known[0], text, known[1], at)
  else if (NAMES.test(column)) {
    names.add(text)
    draft.passage(text, at, { role: 'name', block: table.name, row })
  } else if (TEXTS.test(column)) draft.passage(text, at, { role: 'layer', block: `${table.name} texts`, row })
  else if (/font/i.test(column)) draft.traceOnce('font', text, 'Font of a text. Fonts come with systems and programs.', at)
  else if (/path|filename/i.test(column)) draft.traceOnce('path', text, 'Path of a file that the picture uses.', at)
}

async function preview(data: Buffer, { context, draft }: { context: ReadContext; draft: Draft }): Promise<void> {
  const path = 'preview.png'
  await addMember(path, data, { context, draft })
}
