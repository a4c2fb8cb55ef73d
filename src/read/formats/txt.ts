import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { isPlain, linesOf, readPlain } from '../text/plain.ts'

/** Plain text in any of the code pages of `base/text`, a passage per line. */
export const txt: FormatReader = {
  name: 'txt',
  summary: 'Plain text, Markdown; code page told from the bytes',
  extensions: ['.txt', '.md', '.log', '.nfo'],
  source: 'WHATWG Encoding Standard',
  sniff: (head, name) => (/\.(txt|md|nfo|log)$/i.test(name) || /(^|\/)[^./]+$/.test(name)) && isPlain(head),
  read(bytes) {
    const draft = new Draft()
    const lines = linesOf(readPlain(bytes, draft), draft)
    for (const [index, line] of lines.entries()) draft.passage(line, { kind: 'line', line: index + 1 }, { block: 'lines', row: index })
    return draft.done('txt')
  },
}
