import { decodeText } from '../../base/text.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** Plain text in any of the code pages of `base/text`, a passage per line. */
export const txt: FormatReader = {
  name: 'txt',
  summary: 'Plain text, Markdown; code page told from the bytes',
  extensions: ['.txt', '.md', '.log', '.nfo'],
  source: 'WHATWG Encoding Standard',
  sniff(head, name) {
    if (!/\.(txt|md|nfo|log)$/i.test(name)) return false
    const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
    return isUtf16 || !head.includes(0)
  },
  read(bytes) {
    const draft = new Draft()
    const { text, codePage, faults } = decodeText(bytes)
    draft.trace('codePage', codePage, 'Told from the bytes; short texts can fit several code pages.')
    if (faults > 0) draft.warn('undecodable', `${faults} characters do not fit ${codePage}`)
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries())
      draft.passage(line, { kind: 'line', line: index + 1 }, { block: 'lines', row: index })
    return draft.done('txt')
  },
}
