import type { ReadPassage } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { lettersOf, type Usage } from '../usage.ts'
import { offsetText, traceZone } from '../zone.ts'
import { type AttributeOf, type LocalHandler, walkLocal } from './ooxml.ts'

/** A part whose paragraphs are read; `label` names it in places and blocks. */
export interface DocxPart {
  readonly data: Uint8Array
  readonly name: string
  readonly label: string
  readonly role?: 'note'
}

interface Cell {
  readonly table: number
  row: number
  column: number
  /** Column of the next cell: after merged ones. */
  next: number
}

/** A paragraph that is open; text boxes put paragraphs inside paragraphs. */
interface Paragraph {
  readonly index: number
  text: string
  deleted: string
  readonly comments: string[]
}

interface Run {
  text: string
  ascii?: string | undefined
  eastAsia?: string | undefined
  locale?: string | undefined
  eastAsiaLocale?: string | undefined
}

/**
 * Text of each paragraph; a table cell's paragraphs carry table, row and column. Deleted text (tracked changes) is a note of its own in the part
 * `<label>:deleted`. `referred` is called after a paragraph with the comments that hang on it.
 */
export function walkParagraphs(
  part: DocxPart,
  usage: { readonly fonts: Usage; readonly locales: Usage },
  draft: Draft,
  referred: (commentIds: readonly string[]) => void = () => {},
): void {
  const emit = (paragraph: Paragraph, cell: Cell | undefined) => {
    emitParagraph(part, paragraph, cell, draft)
    if (paragraph.comments.length > 0) referred(paragraph.comments)
  }
  walkLocal(part.data, part.name, paragraphHandler({ emit, usage, draft }), draft)
}

interface Walk {
  readonly emit: (paragraph: Paragraph, cell: Cell | undefined) => void
  readonly usage: { readonly fonts: Usage; readonly locales: Usage }
  readonly draft: Draft
}

/** The handler behind {@link walkParagraphs}; comments use it with their own `emit`. */
export function paragraphHandler(walk: Walk, outer: { open?: (name: string, attribute: AttributeOf) => void } = {}): LocalHandler {
  const open: Paragraph[] = []
  const cells: Cell[] = []
  const state = { paragraphs: 0, tables: 0, deletions: 0, fallbacks: 0, field: '', mode: '' as '' | 't' | 'delText' | 'instrText' }
  let run: Run | undefined
  const write = (piece: string, isDeleted = state.deletions > 0) => {
    const paragraph = open.at(-1)
    if (!paragraph || state.fallbacks > 0) return
    if (isDeleted) paragraph.deleted += piece
    else paragraph.text += piece
    if (run) run.text += piece
  }
  return {
    open(name, attribute) {
      outer.open?.(name, attribute)
      if (name === 'p') open.push({ index: ++state.paragraphs, text: '', deleted: '', comments: [] })
      else if (name === 'r') run = { text: '' }
      else if (name === 't' || name === 'delText' || name === 'instrText') state.mode = name
      else if (run && name === 'tab') write('\t')
      else if (run && (name === 'br' || name === 'cr')) write('\n')
      else if (name === 'rFonts' && run) {
        run.ascii = attribute('ascii') ?? attribute('hAnsi')
        run.eastAsia = attribute('eastAsia')
      } else if (name === 'lang' && run) {
        run.locale = attribute('val')
        run.eastAsiaLocale = attribute('eastAsia')
      } else if (name === 'Fallback') state.fallbacks++
      else if (name === 'commentReference') open.at(-1)?.comments.push(attribute('id') ?? '')
      else if (isTracked(name)) {
        if (name === 'del' || name === 'moveFrom') state.deletions++
        traceChange(name, attribute, walk.draft)
      } else openTable(name, attribute, cells, state)
    },
    text(piece) {
      if (state.mode === 'instrText') state.field += piece
      else if (state.mode !== '') write(piece, state.mode === 'delText' || state.deletions > 0)
    },
    close(name) {
      if (name === 't' || name === 'delText') state.mode = ''
      else if (name === 'instrText') {
        state.mode = ''
        traceField(state.field, walk.draft)
        state.field = ''
      } else if (name === 'r') {
        if (run) count(run, walk.usage)
        run = undefined
      } else if (name === 'del' || name === 'moveFrom') state.deletions = Math.max(0, state.deletions - 1)
      else if (name === 'Fallback') state.fallbacks--
      else if (name === 'tbl') cells.pop()
      else if (name === 'p') {
        const paragraph = open.pop()
        if (paragraph) walk.emit(paragraph, cells.at(-1))
      }
    },
  }
}

function openTable(name: string, attribute: AttributeOf, cells: Cell[], state: { tables: number }): void {
  const cell = cells.at(-1)
  if (name === 'tbl') cells.push({ table: ++state.tables, row: -1, column: -1, next: 0 })
  else if (name === 'tr' && cell) {
    cell.row++
    cell.column = -1
    cell.next = 0
  } else if (name === 'tc' && cell) cell.column = cell.next++
  else if (name === 'gridSpan' && cell) cell.next += Math.min(1000, Math.max(0, (Number(attribute('val')) || 1) - 1))
}

function emitParagraph(part: DocxPart, paragraph: Paragraph, cell: Cell | undefined, draft: Draft): void {
  const { label } = part
  const { index } = paragraph
  const layout: Pick<ReadPassage, 'block' | 'row' | 'column'> = cell
    ? { block: `${label}:table${cell.table}`, row: cell.row, column: cell.column }
    : { block: label, row: index - 1 }
  draft.passage(paragraph.text, { kind: 'paragraph', part: label, index }, { ...layout, role: part.role ?? 'text' })
  draft.passage(
    paragraph.deleted,
    { kind: 'paragraph', part: `${label}:deleted`, index },
    { role: 'note', block: `${label}:deleted`, row: index - 1 },
  )
}

function count(run: Run, usage: Walk['usage']): void {
  const { isEastAsian, isOther } = lettersOf(run.text)
  if (isEastAsian) {
    usage.fonts.add(run.eastAsia)
    usage.locales.add(run.eastAsiaLocale)
  }
  if (isOther) {
    usage.fonts.add(run.ascii)
    usage.locales.add(run.locale)
  }
}

/** A tracked change: `w:ins` and `w:del` also stand empty among the properties of rows and paragraphs, and count alike. */
function isTracked(name: string): boolean {
  return name === 'ins' || name === 'del' || name === 'moveFrom' || name === 'moveTo'
}

function traceChange(name: string, attribute: AttributeOf, draft: Draft): void {
  const author = attribute('author')
  const field = name === 'ins' || name === 'moveTo' ? 'insertedBy' : 'deletedBy'
  draft.traceOnce(field, author, 'Account name on tracked changes; anybody can set it.')
  traceLocalClock(attribute, draft)
}

/** Word dates changes by the local clock; newer versions add the same instant in UTC, and the difference is the clock's offset. */
export function traceLocalClock(attribute: AttributeOf, draft: Draft): void {
  const local = Date.parse(attribute('date') ?? '')
  const utc = Date.parse(attribute('dateUtc') ?? '')
  const minutes = Math.round((local - utc) / 60_000)
  if (Number.isNaN(minutes) || Math.abs(minutes) > 14 * 60 || minutes % 15 !== 0) return
  traceZone(draft, offsetText(minutes), 'Local and UTC time of a change or comment in the document differ by this')
}

/** Field codes that name files of the machine. */
function traceField(field: string, draft: Draft): void {
  const found = /^\s*(INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DDEAUTO|DDE|RD)\s+(.+)$/is.exec(field)
  if (found)
    draft.trace('path', found[2], `A field (${found[1]?.toUpperCase()}) that takes its content from elsewhere; it was not followed.`)
}
