import { Draft } from '../draft.ts'
import { partsOf, walkXml } from '../ooxml.ts'
import type { FormatReader } from '../reader.ts'

const WPS_LOCALES: Readonly<Record<string, string>> = {
  '2052': 'zh-CN',
  '1028': 'zh-TW',
  '1042': 'ko-KR',
  '1041': 'ja-JP',
  '1033': 'en-US',
}

/** Word documents: paragraphs, comments with their authors, core, app and custom properties. */
export const docx: FormatReader = {
  name: 'docx',
  summary: 'Word document (DOCX): text, comments, properties',
  extensions: ['.docx', '.docm'],
  source: 'ECMA-376 Part 1, WordprocessingML',
  sniff: (head, name) =>
    head[0] === 0x50 && head[1] === 0x4b && (/\.doc[xm]$/i.test(name) || Buffer.from(head).includes('word/document.xml')),
  read(bytes) {
    const draft = new Draft()
    const parts = partsOf(bytes, (name) => /^(word\/(document|comments)\.xml|docProps\/(core|app|custom)\.xml)$/.test(name), draft)
    const body = parts.get('word/document.xml')
    if (body) paragraphs(body, 'body', draft)
    else draft.cut('damaged', 'word/document.xml is missing')
    const comments = parts.get('word/comments.xml')
    if (comments) paragraphs(comments, 'comment', draft)
    for (const name of ['core', 'app', 'custom']) {
      const part = parts.get(`docProps/${name}.xml`)
      if (part) properties(part, name, draft)
    }
    return draft.done('docx')
  },
}

/** Text of each `w:p`; a table cell's paragraphs carry its table, row and column. */
function paragraphs(part: Uint8Array, where: 'body' | 'comment', draft: Draft): void {
  let text = ''
  let inText = false
  let index = 0
  let tables = 0
  const cells: { table: number; row: number; column: number }[] = []
  walkXml(
    part,
    `word/${where}`,
    {
      open(name, attributes) {
        const cell = cells.at(-1)
        if (name === 'w:tbl') cells.push({ table: ++tables, row: -1, column: -1 })
        else if (name === 'w:tr' && cell) {
          cell.row++
          cell.column = -1
        } else if (name === 'w:tc' && cell) cell.column++
        else if (name === 'w:t') inText = true
        else if (name === 'w:tab') text += '\t'
        else if (name === 'w:br') text += '\n'
        else if (name === 'w:comment')
          draft.trace('commentAuthor', attributes['w:author'], 'Account name of who wrote a comment; anybody can set it.')
      },
      text: (piece) => {
        if (inText) text += piece
      },
      close(name) {
        if (name === 'w:t') inText = false
        else if (name === 'w:tbl') cells.pop()
        else if (name === 'w:p') {
          const cell = cells.at(-1)
          const layout = cell ? { block: `${where}:table${cell.table}`, row: cell.row, column: cell.column } : { block: where, row: index }
          draft.passage(
            text,
            { kind: 'paragraph', part: where, index: ++index },
            { ...layout, role: where === 'comment' ? 'comment' : 'text' },
          )
          text = ''
        }
      },
    },
    draft,
  )
}

const PROPERTIES: Readonly<Record<string, readonly [field: string, meaning: string]>> = {
  'dc:creator': ['author', 'Account name of who made the file; anybody can set it.'],
  'cp:lastModifiedBy': [
    'lastModifiedBy',
    'Account name of who saved it last; another name than the author is a hand-over or a shared template.',
  ],
  'dc:title': ['title', 'Title as stated in the file.'],
  'dcterms:created': ['created', 'Clock of the machine that made it, stated in UTC.'],
  'dcterms:modified': ['modified', 'Clock of the machine that saved it last, stated in UTC.'],
  Application: ['application', 'Program that saved it.'],
  Company: ['company', 'Company name entered when the program was installed; images of others are reused.'],
  Template: ['template', 'Template it was made from.'],
}

function properties(part: Uint8Array, name: string, draft: Draft): void {
  let text = ''
  let property = ''
  walkXml(
    part,
    `docProps/${name}.xml`,
    {
      open(tag, attributes) {
        text = ''
        if (tag === 'property') property = attributes.name ?? ''
      },
      text: (piece) => {
        text += piece
      },
      close(tag) {
        const known = PROPERTIES[tag]
        if (known) draft.trace(known[0], text, known[1])
        else if (tag.startsWith('vt:') && property === 'KSOProductBuildVer') {
          const locale = WPS_LOCALES[text.split('-')[0] ?? '']
          draft.trace(
            'locale',
            text,
            `WPS Office${locale ? ` with its ${locale} user interface` : ''}; a language of the program, not of a person or place.`,
          )
        }
        text = ''
      },
    },
    draft,
  )
}
