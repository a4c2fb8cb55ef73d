import { xml } from './bytes.ts'
import { contentTypes, type OfficeMeta, part, propertyParts, relationships } from './office.ts'
import { officePackage } from './zip.ts'

/** One cell: text in a font (an index into the book's fonts) or a number. */
export type Cell = { readonly text: string; readonly font?: number } | { readonly number: number }

/** A note on a cell: `B3`, who wrote it, what it says. */
export interface CellNote {
  readonly cell: string
  readonly author: string
  readonly text: string
}

/** One sheet; the first row is the head. */
export interface Sheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  readonly notes?: readonly CellNote[]
}

/** What a workbook is made of. */
export interface Xlsx {
  readonly meta: OfficeMeta
  readonly fonts: readonly string[]
  readonly sheets: readonly Sheet[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Writes a workbook (ECMA-376): sheets with shared strings, styles, notes with authors, properties. */
export function xlsx(book: Xlsx): Uint8Array {
  const strings = [...new Set(book.sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => ('text' in cell ? [cell.text] : []))))]
  const index = new Map(strings.map((text, position) => [text, position]))
  const noted = book.sheets.map(({ notes }) => (notes ?? []).length > 0)
  const types: (readonly [string, string])[] = [
    ['/xl/workbook.xml', `${MIME}.sheet.main+xml`],
    ['/xl/styles.xml', `${MIME}.styles+xml`],
    ['/xl/sharedStrings.xml', `${MIME}.sharedStrings+xml`],
    ...book.sheets.map((_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, `${MIME}.worksheet+xml`] as const),
    ...book.sheets.flatMap((_, at) => (noted[at] ? [[`/xl/comments${at + 1}.xml`, `${MIME}.comments+xml`] as const] : [])),
  ]
  const sheetParts = book.sheets.flatMap((sheet, at) => sheetFiles(sheet, at + 1, index))
  return officePackage([
    ['[Content_Types].xml', contentTypes(types, noted.includes(true))],
    ...propertyParts(book.meta, 'xl/workbook.xml', 'sheets'),
    ['xl/_rels/workbook.xml.rels', workbookLinks(book.sheets.length)],
    ['xl/workbook.xml', workbook(book.sheets)],
    ['xl/styles.xml', styles(book.fonts)],
    [
      'xl/sharedStrings.xml',
      part(
        `<sst xmlns="${MAIN}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join('')}</sst>`,
      ),
    ],
    ...sheetParts,
  ])
}

function workbookLinks(count: number): string {
  const sheets = Array.from({ length: count }, (_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const)
  return relationships([...sheets, [`rId${count + 1}`, 'styles', 'styles.xml'], [`rId${count + 2}`, 'sharedStrings', 'sharedStrings.xml']])
}

function workbook(sheets: readonly Sheet[]): string {
  const items = sheets.map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  return part(`<workbook xmlns="${MAIN}" ${R}><sheets>${items.join('')}</sheets></workbook>`)
}

/** One cell format per font; wrapped text. */
function styles(fonts: readonly string[]): string {
  const fontItems = fonts.map((font) => `<font><sz val="11"/><name val="${xml(font)}"/></font>`)
  const formats = fonts.map(
    (_, at) =>
      `<xf numFmtId="0" fontId="${at}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
  )
  return part(
    `<styleSheet xmlns="${MAIN}"><fonts count="${fonts.length}">${fontItems.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${fonts.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  )
}

function sheetFiles(sheet: Sheet, number: number, index: ReadonlyMap<string, number>): (readonly [string, string])[] {
  const notes = sheet.notes ?? []
  const columns = sheet.widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const rows = sheet.rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const name = `${String.fromCharCode(65 + column)}${at + 1}`
      if ('number' in cell) return `<c r="${name}"><v>${cell.number}</v></c>`
      return cell.text === '' ? '' : `<c r="${name}" s="${cell.font ?? 0}" t="s"><v>${index.get(cell.text) ?? 0}</v></c>`
    })
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  const legacy = notes.length > 0 ? '<legacyDrawing r:id="rId2"/>' : ''
  const files: (readonly [string, string])[] = [
    [
      `xl/worksheets/sheet${number}.xml`,
      part(`<worksheet xmlns="${MAIN}" ${R}><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>${legacy}</worksheet>`),
    ],
  ]
  if (notes.length === 0) return files
  const links = relationships([
    ['rId1', 'comments', `../comments${number}.xml`],
    ['rId2', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
  ])
  return [
    ...files,
    [`xl/worksheets/_rels/sheet${number}.xml.rels`, links],
    [`xl/comments${number}.xml`, noteList(notes)],
    [`xl/drawings/vmlDrawing${number}.vml`, noteShapes(notes)],
  ]
}

function noteList(notes: readonly CellNote[]): string {
  const authors = [...new Set(notes.map(({ author }) => author))]
  const items = notes.map(
    ({ cell, author, text }) =>
      `<comment ref="${cell}" authorId="${authors.indexOf(author)}"><text><r><t xml:space="preserve">${xml(text)}</t></r></text></comment>`,
  )
  return part(
    `<comments xmlns="${MAIN}"><authors>${authors.map((author) => `<author>${xml(author)}</author>`).join('')}</authors><commentList>${items.join('')}</commentList></comments>`,
  )
}

/** The note boxes that Excel asks for beside the list: one hidden shape per note. */
function noteShapes(notes: readonly CellNote[]): string {
  const shapes = notes.map(({ cell }, at) => {
    const column = cell.charCodeAt(0) - 65
    const row = Number(cell.slice(1)) - 1
    return `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:textbox/><x:ClientData ObjectType="Note"><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  })
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${shapes.join('')}</xml>`
}
