import { LIMITS } from '../../base/limits.ts'
import type { Draft } from '../draft.ts'
import { Usage } from '../usage.ts'
import { walkLocal } from './ooxml.ts'
import { cellName } from './xlsx-sheet.ts'

/** Where the walk is. */
interface State {
  readonly draft: Draft
  readonly part: string
  text: string
  index: number
  /** The sheet and cell, in a spreadsheet. */
  sheet: string
  row: number
  column: number
  /** Paragraphs of the cell so far. */
  cell: string[]
  /** Open paragraphs, comments and deleted changes. */
  paragraphs: number
  comment: { author: string; text: string } | undefined
  /** Text of the foot- or endnote that is open: it stands inside the paragraph that it belongs to. */
  note: string | undefined
  isDeleted: boolean
  element: string
}

/** The content of an OpenDocument: paragraphs in reading order, cells at their place, comments with their author, deleted text apart. */
export function readOdfContent(part: Uint8Array, name: string, draft: Draft): void {
  const state: State = {
    draft,
    part: name,
    text: '',
    index: 0,
    sheet: '',
    row: -1,
    column: -1,
    cell: [],
    paragraphs: 0,
    comment: undefined,
    note: undefined,
    isDeleted: false,
    element: '',
  }
  const fonts = new Usage()
  walkLocal(
    part,
    name,
    {
      open(tag, attribute) {
        open(tag, attribute, state)
        if (tag === 'text-properties') {
          fonts.add(attribute('font-name') ?? attribute('font-family'))
          fonts.add(attribute('font-name-asian') ?? attribute('font-family-asian'))
        }
      },
      close: (tag) => close(tag, state),
      text(piece) {
        if (state.comment && /^(creator|date|initials|sender-initials|date-string)$/.test(state.element)) {
          if (state.element === 'creator') state.comment.author += piece
        } else if (state.comment) state.comment.text += piece
        else if (state.element === 'note-citation') return
        else if (state.note !== undefined) state.note += piece
        else if (state.paragraphs > 0) state.text += piece
      },
    },
    draft,
  )
  fonts.trace(draft, 'font', (count) => `Font of ${count} styles of the document; fonts come with systems and programs.`)
}

function open(tag: string, attribute: (local: string) => string | undefined, state: State): void {
  state.element = tag
  const repeated = (name: string) => Math.max(1, Math.min(Number(attribute(name) ?? 1) || 1, LIMITS.sheetColumns * 64))
  if (tag === 'p' || tag === 'h') {
    if (state.comment) state.comment.text += state.comment.text === '' ? '' : '\n'
    else if (state.note !== undefined) state.note += state.note === '' ? '' : '\n'
    else if (state.paragraphs++ === 0) state.text = ''
  } else if (tag === 'annotation') state.comment = { author: '', text: '' }
  else if (tag === 'note') state.note = ''
  else if (tag === 'deletion') state.isDeleted = true
  else if (tag === 'line-break') state.text += '\n'
  else if (tag === 'tab' || tag === 's') state.text += ' '
  else if (tag === 'table') {
    state.sheet = attribute('name') ?? ''
    state.row = -1
    if (state.part === 'content.xml' && state.sheet !== '' && !/^(Sheet|Table|工作表|시트|표|表)\s?\d+$/.test(state.sheet))
      state.draft.passage(state.sheet, place(state, 'sheets'), { role: 'name', block: 'sheets', row: state.index })
  } else if (tag === 'table-row') {
    state.row += repeated('number-rows-repeated')
    state.column = -1
  } else if (tag === 'table-cell' || tag === 'covered-table-cell') state.column += repeated('number-columns-repeated')
}

function close(tag: string, state: State): void {
  state.element = ''
  if (tag === 'annotation' && state.comment) {
    const { author, text } = state.comment
    state.comment = undefined
    state.draft.passage(text, place(state, 'comment'), { role: 'comment', block: 'comments', row: state.index })
    state.draft.traceOnce('commentAuthor', author, 'Name of who left a comment; anybody can set it.')
  } else if (tag === 'note' && state.note !== undefined) {
    state.draft.passage(state.note, place(state, 'note'), { role: 'note', block: 'notes', row: state.index })
    state.note = undefined
  } else if (tag === 'deletion') state.isDeleted = false
  else if (tag === 'table') state.sheet = ''
  else if (tag === 'table-cell' || tag === 'covered-table-cell') {
    state.draft.passage(
      state.cell.join('\n'),
      { kind: 'cell', sheet: state.sheet, cell: cellName(Math.max(0, state.column), Math.max(0, state.row)) },
      { role: 'text', block: state.sheet, row: state.row + 1, column: state.column + 1 },
    )
    state.cell = []
  } else if ((tag === 'p' || tag === 'h') && !state.comment && state.note === undefined && --state.paragraphs === 0) {
    if (state.isDeleted) state.draft.passage(state.text, place(state, 'deleted'), { role: 'note', block: 'deleted', row: state.index })
    else if (state.sheet !== '' && state.row >= 0) state.cell.push(state.text)
    else state.draft.passage(state.text, place(state, 'body'), { role: 'text', block: 'body', row: state.index })
    state.text = ''
  }
}

function place(state: State, part: string) {
  return { kind: 'paragraph', part, index: ++state.index } as const
}
