import { decodeText } from '../../base/text.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText } from '../text/plain.ts'

/** Names that OpenToonz gives to styles and pages. */
const DEFAULT_NAME = /^(color_?\d*|colors|solid_line|page \d+|brush|raster)$/i

/** OpenToonz palettes: the picture that colours were taken from, with its path, and the names of styles. Like scenes they look like XML and are not. */
export const tpl: FormatReader = {
  name: 'tpl',
  summary: 'OpenToonz palette: path of its reference picture, names of styles',
  extensions: ['.tpl'],
  source: 'OpenToonz source, toonz/sources/common/tvrender/tpalette.cpp',
  sniff: (head) => /^(?:\ufeff)?\s*<palette\s+name=/.test(headText(head, 256)),
  read(bytes) {
    const draft = new Draft()
    const { text, codePage } = decodeText(bytes)
    if (codePage !== 'utf-8') draft.trace('codePage', codePage, 'Told from the bytes; the page of the machine that saved it.')
    for (const path of text.matchAll(/<(refImgPath|pathRef|globalName)>\s*"((?:[^"\\]|\\.)*)"/g))
      draft.traceOnce(
        'path',
        path[2]?.replace(/\\(.)/g, '$1'),
        'Path of the picture that the colours were taken from, on the machine that made the palette.',
      )
    let line = 0
    for (const row of text.split('\n')) {
      line++
      // A style: its name, in quotes when it has blanks, then numbers of kind and colour.
      const name = /^\s*(?:_\d+\s+)?(?:"((?:[^"\\]|\\.)*)"|([^\s<>"]+))\s+\d+\s+\d+ /.exec(row)
      const given = name?.[1] ?? name?.[2]
      if (given !== undefined && !DEFAULT_NAME.test(given) && !/^[\d.-]+$/.test(given))
        draft.passage(given, { kind: 'line', line }, { role: 'name', block: 'styles', row: line })
    }
    if (!text.includes('</palette>')) draft.cut('truncated', 'the palette ends before its last element')
    return draft.done('tpl')
  },
}
