import type { ReadPassage } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { lettersOf, type Usage } from '../usage.ts'
import { type AttributeOf, walkLocal } from './ooxml.ts'

/** What is counted while the texts of one slide are read; `next` is the place of the next paragraph on it. */
export interface SlideText {
  readonly slide: number
  next: number
  readonly usage: { readonly fonts: Usage; readonly locales: Usage }
  readonly draft: Draft
}

interface Frame {
  readonly block: string
  row: number
  column: number
  nextColumn: number
  readonly isTable: boolean
}

/** Adds the paragraphs of a slide or of its notes: a block per text frame with a row per line, or per table with row and column. */
export function walkSlide(
  part: Uint8Array,
  name: string,
  { block, role }: { readonly block: string; readonly role: 'text' | 'note' },
  text: SlideText,
): void {
  const frames: Frame[] = []
  const state = { frames: 0, tables: 0, fallbacks: 0, inText: false, isTitle: false, isNumber: false }
  let paragraph: string | undefined
  let run: { text: string; latin?: string | undefined; eastAsia?: string | undefined; locale?: string | undefined } | undefined
  const add = (piece: string) => {
    if (paragraph === undefined) return
    paragraph += piece
    if (run) run.text += piece
  }
  const open = (tag: string, attribute: AttributeOf) => {
    if (tag === 'Fallback') state.fallbacks++
    else if (tag === 'sld' && (attribute('show') === '0' || attribute('show') === 'false'))
      text.draft.trace('hidden', block, 'A slide that is not shown.', { kind: 'slide', slide: text.slide, index: 0 })
    else if (tag === 'sp' || tag === 'graphicFrame') state.isTitle = state.isNumber = false
    else if (tag === 'ph') {
      state.isTitle = /^(title|ctrTitle)$/.test(attribute('type') ?? '')
      state.isNumber = /^(sldNum|dt)$/.test(attribute('type') ?? '')
    } else if (tag === 'tbl') frames.push(frame(`${block}:table${++state.tables}`, true))
    else if (tag === 'txBody' && frames.at(-1)?.isTable !== true) frames.push(frame(`${block}:frame${++state.frames}`, false))
    else if (tag === 'p') paragraph = ''
    else if (tag === 'br') add('\n')
    else if (tag === 'r' || tag === 'fld') run = { text: '' }
    else if (tag === 't') state.inText = true
    else if (tag === 'rPr' && run) run.locale = attribute('lang')
    else if (tag === 'latin' && run) run.latin = attribute('typeface')
    else if (tag === 'ea' && run) run.eastAsia = attribute('typeface')
    else openCell(tag, frames.at(-1))
  }
  const close = (tag: string) => {
    if (tag === 'Fallback') state.fallbacks--
    else if (tag === 't') state.inText = false
    else if (tag === 'tbl' || (tag === 'txBody' && frames.at(-1)?.isTable === false)) frames.pop()
    else if (tag === 'r' || tag === 'fld') {
      if (run) count(run, text)
      run = undefined
    } else if (tag === 'p') {
      if (paragraph !== undefined && state.fallbacks === 0 && !state.isNumber)
        emit(paragraph, frames.at(-1), state.isTitle && role === 'text' ? 'title' : role, text)
      paragraph = undefined
    }
  }
  walkLocal(part, name, { open, close, text: (piece) => (state.inText ? add(piece) : undefined) }, text.draft)
}

function frame(block: string, isTable: boolean): Frame {
  return { block, row: -1, column: -1, nextColumn: 0, isTable }
}

function openCell(tag: string, current: Frame | undefined): void {
  if (!current?.isTable) return
  if (tag === 'tr') {
    current.row++
    current.nextColumn = 0
  } else if (tag === 'tc') current.column = current.nextColumn++
}

function emit(paragraph: string, current: Frame | undefined, role: NonNullable<ReadPassage['role']>, text: SlideText): void {
  if (paragraph.trim() === '') return
  const layout = current?.isTable
    ? { block: current.block, row: current.row, column: current.column }
    : { block: current?.block ?? `slide${text.slide}`, row: current ? ++current.row : 0 }
  text.draft.passage(paragraph, { kind: 'slide', slide: text.slide, index: text.next++ }, { ...layout, role })
}

function count(
  run: {
    readonly text: string
    readonly latin?: string | undefined
    readonly eastAsia?: string | undefined
    readonly locale?: string | undefined
  },
  { usage }: SlideText,
): void {
  const { isEastAsian, isOther } = lettersOf(run.text)
  // Typefaces that start with + are the theme's, not chosen ones.
  const chosen = (face: string | undefined) => (face?.startsWith('+') ? undefined : face)
  if (isEastAsian) usage.fonts.add(chosen(run.eastAsia))
  if (isOther) usage.fonts.add(chosen(run.latin))
  if (isEastAsian || isOther) usage.locales.add(run.locale)
}
