import { createHash } from 'node:crypto'
import { xml } from './bytes.ts'
import { contentTypes, type OfficeMeta, part, propertyParts, relationships } from './office.ts'
import { localClock, type ZoneMinutes } from './time.ts'
import { officePackage } from './zip.ts'

/** A run of text with its East Asian language tag and font. */
export interface Run {
  readonly text: string
  readonly language: string
  readonly font: string
  readonly bold?: boolean
  readonly color?: string
}

/** A comment; `answers` is the index of the comment that it replies to. `at` is epoch milliseconds. */
export interface DocxComment {
  readonly author: string
  readonly initials: string
  readonly at: number
  readonly zone: ZoneMinutes
  readonly run: Run
  readonly answers?: number
}

/** A paragraph (with the indexes of the comments that hang on it) or a table of cells with one run each. */
export type Block =
  | { readonly kind: 'paragraph'; readonly run: Run; readonly style?: 'Title'; readonly comments?: readonly number[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Run[])[] }

/** What a Word document is made of. */
export interface Docx {
  readonly meta: OfficeMeta
  readonly blocks: readonly Block[]
  readonly comments?: readonly DocxComment[]
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const EXTENDED = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'

/** Writes a Word document (ECMA-376): body, styles, font table, settings, comments with replies, properties. */
export function docx(document: Docx): Uint8Array {
  const comments = document.comments ?? []
  const fonts = [...new Set([...runsOf(document), ...comments.map(({ run }) => run)].map(({ font }) => font))].sort()
  const language = runsOf(document)[0]?.language ?? 'en-US'
  const types: (readonly [string, string])[] = [
    ['/word/document.xml', `${MIME}.document.main+xml`],
    ['/word/styles.xml', `${MIME}.styles+xml`],
    ['/word/settings.xml', `${MIME}.settings+xml`],
    ['/word/fontTable.xml', `${MIME}.fontTable+xml`],
  ]
  const links: (readonly [string, string, string])[] = [
    ['rId1', 'styles', 'styles.xml'],
    ['rId2', 'settings', 'settings.xml'],
    ['rId3', 'fontTable', 'fontTable.xml'],
  ]
  const extra: (readonly [string, string])[] = []
  if (comments.length > 0) {
    types.push(['/word/comments.xml', `${MIME}.comments+xml`], ['/word/commentsExtended.xml', `${MIME}.commentsExtended+xml`])
    links.push(['rId4', 'comments', 'comments.xml'], ['rId5', EXTENDED, 'commentsExtended.xml'])
    extra.push(['word/comments.xml', commentsPart(comments)], ['word/commentsExtended.xml', extendedPart(comments)])
  }
  return officePackage([
    ['[Content_Types].xml', contentTypes(types)],
    ...propertyParts(document.meta, 'word/document.xml', 'writer'),
    ['word/_rels/document.xml.rels', relationships(links)],
    ['word/document.xml', body(document)],
    ['word/styles.xml', styles(fonts[0] ?? 'Calibri', language)],
    [
      'word/settings.xml',
      part(`<w:settings ${W}><w:zoom w:percent="100"/><w:themeFontLang w:val="en-US" w:eastAsia="${language}"/></w:settings>`),
    ],
    [
      'word/fontTable.xml',
      part(`<w:fonts ${W}>${fonts.map((font) => `<w:font w:name="${xml(font)}"><w:family w:val="auto"/></w:font>`).join('')}</w:fonts>`),
    ],
    ...extra,
  ])
}

function runsOf(document: Docx): Run[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.run] : block.rows.flat()))
}

function runXml(run: Run): string {
  const weight = run.bold ? '<w:b/>' : ''
  const color = run.color === undefined ? '' : `<w:color w:val="${run.color}"/>`
  const font = xml(run.font)
  return `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:hint="eastAsia"/>${weight}${color}<w:lang w:val="en-US" w:eastAsia="${run.language}"/></w:rPr><w:t xml:space="preserve">${xml(run.text)}</w:t></w:r>`
}

function body(document: Docx): string {
  const blocks = document.blocks.map((block) => (block.kind === 'table' ? table(block.rows) : paragraph(block)))
  return part(
    `<w:document ${W}><w:body>${blocks.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  )
}

function paragraph(block: Block & { readonly kind: 'paragraph' }): string {
  const style = block.style === undefined ? '' : `<w:pPr><w:pStyle w:val="${block.style}"/></w:pPr>`
  const ids = block.comments ?? []
  const starts = ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('')
  const ends = ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('')
  return `<w:p>${style}${starts}${runXml(block.run)}${ends}</w:p>`
}

function table(rows: readonly (readonly Run[])[]): string {
  const columns = rows[0]?.length ?? 1
  const width = Math.floor(8306 / columns)
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`
  const cell = (run: Run) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p>${runXml(run)}</w:p></w:tc>`
  const lines = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`,
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders.join('')}</w:tblBorders></w:tblPr>${grid}${lines.join('')}</w:tbl>`
}

function styles(font: string, language: string): string {
  const name = xml(font)
  return part(
    `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}"/><w:lang w:val="en-US" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="21"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style></w:styles>`,
  )
}

/** Comment dates are the author's clock with a Z that does not mean UTC: Word writes them so. */
function commentsPart(comments: readonly DocxComment[]): string {
  const items = comments.map((comment, index) => {
    const clock = `${localClock(comment.at, comment.zone).toISOString().slice(0, 19)}Z`
    return `<w:comment w:id="${index}" w:author="${xml(comment.author)}" w:date="${clock}" w:initials="${xml(comment.initials)}"><w:p w14:paraId="${paragraphId(comment, index)}">${runXml(comment.run)}</w:p></w:comment>`
  })
  return part(`<w:comments ${W} ${W14}>${items.join('')}</w:comments>`)
}

function extendedPart(comments: readonly DocxComment[]): string {
  const items = comments.map((comment, index) => {
    const answered = comment.answers === undefined ? undefined : comments[comment.answers]
    const parent =
      answered === undefined || comment.answers === undefined ? '' : ` w15:paraIdParent="${paragraphId(answered, comment.answers)}"`
    return `<w15:commentEx w15:paraId="${paragraphId(comment, index)}"${parent} w15:done="0"/>`
  })
  return part(`<w15:commentsEx ${W15}>${items.join('')}</w15:commentsEx>`)
}

/** Eight hex digits below 80000000, as the schema asks. */
function paragraphId(comment: DocxComment, index: number): string {
  const hex = createHash('sha256').update(`${index} ${comment.run.text}`).digest('hex').slice(0, 8).toUpperCase()
  return `${(Number.parseInt(hex.slice(0, 1), 16) & 7).toString(16)}${hex.slice(1)}`.toUpperCase()
}
