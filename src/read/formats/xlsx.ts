import { printable } from '../../base/printable.ts'
import type { Draft } from '../draft.ts'
import { isOffice, type OfficeKind, readOffice } from '../office/office-file.ts'
import { type OfficePackage, walkLocal } from '../office/ooxml.ts'
import { readSheetComments } from '../office/xlsx-comments.ts'
import { readSheet } from '../office/xlsx-sheet.ts'
import { readSharedStrings } from '../office/xlsx-strings.ts'
import { NO_STYLES, readStyles } from '../office/xlsx-styles.ts'
import type { FormatReader } from '../reader.ts'
import { fontMeaning, Usage } from '../usage.ts'

const KIND: OfficeKind = { name: 'xlsx', extensions: ['.xlsx', '.xlsm', '.xltx', '.xltm'], main: 'xl/workbook.xml' }

/** Spreadsheets: cells that hold text and the numbers beside them, comments and threads with their cell, sheet names, fonts, properties. */
export const xlsx: FormatReader = {
  name: KIND.name,
  summary: 'Spreadsheet (XLSX): cells, comments, sheet names, properties, fonts',
  extensions: KIND.extensions,
  source: 'ECMA-376 Part 1, SpreadsheetML; MS-XLSX for threaded comments',
  sniff: (head, name) => isOffice(KIND, head, name),
  read: (bytes, context) =>
    readOffice(KIND, bytes, context, (office, main, draft) => {
      const { sheets, is1904 } = sheetsOf(office, main, draft)
      const fonts = new Usage()
      const first = (type: string, usual: RegExp) => office.part(office.related(main, type, usual)[0] ?? '')
      const stringsPart = first('sharedStrings', /^xl\/sharedStrings\.xml$/i)
      const strings = stringsPart ? readSharedStrings(stringsPart, fonts, draft) : []
      const stylesPart = first('styles', /^xl\/styles\.xml$/i)
      const styles = { ...(stylesPart ? readStyles(stylesPart, draft) : NO_STYLES), dayShift: is1904 ? 1462 : 0 }
      for (const [index, sheet] of sheets.entries()) {
        draft.passage(sheet.name, { kind: 'paragraph', part: 'sheets', index: index + 1 }, { role: 'name', block: 'sheets', row: index })
        const part = office.part(sheet.part)
        const comments = readSheetComments(office, sheet.part, draft)
        if (part) readSheet(part, sheet, { strings, styles, comments, fonts }, draft)
        else draft.cut('damaged', `the part of sheet ${printable(sheet.name)} is missing`)
      }
      fonts.trace(draft, 'font', fontMeaning)
      traceDde(office, draft)
    }),
}

/** Links to running programs (DDE), which can start one when somebody agrees. */
function traceDde(office: OfficePackage, draft: Draft): void {
  for (const name of office.names.filter((part) => /^xl\/externalLinks\/[^/]+\.xml$/i.test(part))) {
    const part = office.part(name)
    const open = (tag: string, attribute: (local: string) => string | undefined) => {
      if (tag === 'ddeLink')
        draft.traceOnce(
          'path',
          `${attribute('ddeService')}|${attribute('ddeTopic')}`,
          'A program that the workbook takes data from (DDE); it was not started.',
        )
    }
    if (part) walkLocal(part, name, { open }, draft)
  }
}

interface Sheet {
  readonly name: string
  readonly part: string
}

/** The sheets in the order of the workbook. A workbook part that cannot be read gives the sheet parts there are, by their file names. */
function sheetsOf(office: OfficePackage, main: string, draft: Draft): { readonly sheets: readonly Sheet[]; readonly is1904: boolean } {
  const sheets: Sheet[] = []
  let is1904 = false
  const relations = new Map(office.relations(main).map((relation) => [relation.id, relation]))
  const workbook = office.part(main)
  const open = (tag: string, attribute: (local: string) => string | undefined) => {
    if (tag === 'workbookPr') is1904 = isTrue(attribute('date1904'))
    if (tag !== 'sheet') return
    const name = attribute('name') ?? `sheet ${sheets.length + 1}`
    const relation = relations.get(attribute(':id') ?? '')
    if (relation?.type === 'worksheet') sheets.push({ name: unique(name, sheets), part: relation.target })
    const state = attribute('state')
    if (state !== undefined && state !== 'visible') draft.trace('hidden', name, `A sheet that is ${state} in the program.`)
  }
  if (workbook) walkLocal(workbook, main, { open }, draft)
  else draft.cut('damaged', `${main} is missing`)
  if (sheets.length > 0) return { sheets, is1904 }
  const parts = office.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
  return { sheets: parts.map((part) => ({ part, name: part.slice(part.lastIndexOf('/') + 1, -4) })), is1904 }
}

/** Places are told apart by sheet name, so a repeated one (only a damaged file has it) gets a number. */
function unique(name: string, sheets: readonly Sheet[]): string {
  return sheets.some((sheet) => sheet.name === name) ? `${name} (${sheets.length + 1})` : name
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
