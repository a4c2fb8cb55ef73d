import { LIMITS } from '../../base/limits.ts'
import type { Draft } from '../draft.ts'
import { lettersOf, type Usage } from '../usage.ts'
import { walkLocal } from './ooxml.ts'
import type { SheetComments } from './xlsx-comments.ts'
import { RichText } from './xlsx-strings.ts'
import { type CellStyles, dateOfSerial, percentOf } from './xlsx-styles.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[]
  readonly styles: CellStyles
  readonly comments: SheetComments
  readonly fonts: Usage
}

interface Cell {
  readonly ref: string
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  formula: string
  rich: RichText | undefined
}

/**
 * Cells of a sheet, row by row; `row` and `column` count from 0. Text is always given, a number only beside text in its row, for there it is a shot, a
 * frame or a count; dates are given as dates, and percentages as they are shown. A comment follows its cell; comments on empty cells come last.
 */
export function readSheet(part: Uint8Array, sheet: { readonly name: string }, context: SheetContext, draft: Draft): void {
  const left = new Map(context.comments)
  let row = -1
  let cells: Cell[] = []
  let cell: Cell | undefined
  let target: 'v' | 'f' | undefined
  walkLocal(
    part,
    sheet.name,
    {
      open(tag, attribute) {
        if (tag === 'row') {
          const stated = Number(attribute('r'))
          row = Number.isInteger(stated) && stated > row ? stated - 1 : row + 1
          cells = []
        } else if (tag === 'c') {
          const column = columnOf(attribute('r')) ?? (cells.at(-1)?.column ?? -1) + 1
          const style = Number(attribute('s') ?? 0)
          cell = { ref: cellName(column, row), column, type: attribute('t') ?? 'n', style, value: '', formula: '', rich: undefined }
        } else if (cell && (tag === 'v' || tag === 'f')) target = tag
        else if (cell && tag === 'is') cell.rich = new RichText(context.fonts)
        else cell?.rich?.open(tag, attribute)
      },
      text(piece) {
        if (!cell) return
        if (target === 'v') cell.value += piece
        else if (target === 'f') cell.formula += piece
        else cell.rich?.add(piece)
      },
      close(tag) {
        if (tag === 'v' || tag === 'f') target = undefined
        else if (tag === 'row') emitRow(cells.splice(0), row, { sheet: sheet.name, left, context, draft })
        else if (tag === 'c' && cell) {
          if (cells.length < LIMITS.sheetColumns) cells.push(cell)
          else draft.cut('column-limit', `a row has more than ${LIMITS.sheetColumns} cells: the rest was not read`)
          cell = undefined
        } else cell?.rich?.close(tag)
      },
    },
    draft,
  )
  // A sheet that is cut short ends inside a row.
  emitRow(cells, row, { sheet: sheet.name, left, context, draft })
  for (const [ref, text] of left) emitComment(ref, text, sheet.name, draft)
}

interface RowWork {
  readonly sheet: string
  readonly left: Map<string, string>
  readonly context: SheetContext
  readonly draft: Draft
}

function emitRow(cells: readonly Cell[], row: number, { sheet, left, context, draft }: RowWork): void {
  const texts = cells.map((cell) => textOf(cell, context))
  const hasText = texts.some((text) => text?.isText === true && text.value.trim() !== '')
  for (const [i, cell] of cells.entries()) {
    const text = texts[i]
    traceFormula(cell, sheet, draft)
    const isGiven = text !== undefined && (text.isText || hasText)
    if (isGiven) {
      if (text.isText && lettersOf(text.value).isEastAsian) context.fonts.add(context.styles.fonts[cell.style])
      draft.passage(text.value, { kind: 'cell', sheet, cell: cell.ref }, { block: sheet, row, column: cell.column, role: 'text' })
    }
    const comment = left.get(cell.ref)
    if (comment === undefined) continue
    left.delete(cell.ref)
    emitComment(cell.ref, comment, sheet, draft)
  }
}

function emitComment(ref: string, text: string, sheet: string, draft: Draft): void {
  const column = columnOf(ref)
  const row = Number(/\d+$/.exec(ref)?.[0] ?? 0) - 1
  draft.passage(
    text,
    { kind: 'cell', sheet, cell: ref, part: 'comment' },
    { role: 'comment', block: sheet, ...(column === undefined ? {} : { row, column }) },
  )
}

function textOf(cell: Cell, { strings, styles }: SheetContext): { readonly value: string; readonly isText: boolean } | undefined {
  if (cell.rich) return { value: cell.rich.text, isText: true }
  if (cell.value === '') return undefined
  if (cell.type === 's') return { value: strings[Number(cell.value)] ?? '', isText: true }
  if (cell.type === 'str') return { value: cell.value, isText: Number.isNaN(Number(cell.value)) }
  if (cell.type === 'b') return { value: cell.value === '1' ? 'TRUE' : 'FALSE', isText: false }
  if (cell.type === 'e') return undefined
  const date = styles.isDate[cell.style] ? dateOfSerial(Number(cell.value) + styles.dayShift) : undefined
  const percent = styles.isPercent[cell.style] ? percentOf(cell.value) : undefined
  return { value: date ?? percent ?? cell.value, isText: false }
}

/** A formula that takes data from a program or address outside (`cmd|'/c …'!A0`, WEBSERVICE) is a trace; formulas are never computed. */
function traceFormula({ ref, formula }: Cell, sheet: string, draft: Draft): void {
  if (/\w\|[^!]*!|\bWEBSERVICE\(/i.test(formula.slice(0, 2000)))
    draft.trace('formula', formula, 'A formula that reaches outside the workbook; it was not computed.', { kind: 'cell', sheet, cell: ref })
}

/** `AB12` as 27; undefined when it is no cell name. */
function columnOf(ref: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(ref ?? '')?.[1]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** The name of a cell in A1 style; both count from 0. */
export function cellName(column: number, row: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
