import { docx } from '../files/docx.ts'
import { type PdfLine, pdf } from '../files/pdf.ts'
import { zoneText } from '../files/time.ts'
import type { PlacedFile } from '../tree.ts'
import type { Book } from '../truth.ts'
import { type Desk, LAYOUTS, type LayoutName, layOut, metaOf, type Paper, said, type Voice } from './layouts.ts'
import { enter } from './lines.ts'

/** A paper, the layout it comes in, the path without extension, and when it arrives (epoch milliseconds). */
export interface PlacedPaper extends Omit<Paper, 'title'> {
  readonly layout: LayoutName
  readonly stem: string
  readonly at: number
}

/** Writes an instruction document; its lines and its authoring facts are entered in the book. */
export async function writePaper(book: Book, placed: PlacedPaper): Promise<PlacedFile> {
  const path = `${placed.stem}.${LAYOUTS[placed.layout].extension}`
  const title = placed.stem.slice(placed.stem.lastIndexOf('/') + 1)
  const bytes = await layOut(placed.layout, { ...placed, title })
  enter(book, path, placed.lines)
  const [, , zhHead, koHead] = placed.heads
  const hasHeads = placed.layout === 'xlsx' || placed.layout === 'table'
  if (hasHeads && placed.lines.some(({ ko }) => ko !== undefined)) book.nonPair(path, zhHead, koHead, 'heads of two columns')
  enterTraces(book, path, placed)
  return { path, bytes, at: placed.at, purpose: 'instruction' }
}

function enterTraces(book: Book, path: string, { layout, desk, korean }: PlacedPaper): void {
  if (layout === 'pdf' || layout === 'psd') book.trace(path, 'zoneOffset', zoneText(desk.zone))
  if (layout === 'psd') book.trace(path, 'font', korean.postScript)
  if (layout !== 'xlsx' && layout !== 'comments') return
  book.trace(path, 'author', desk.author)
  book.trace(path, 'lastModifiedBy', desk.lastModifiedBy)
  if (desk.program.kind === 'wps') book.trace(path, 'programLocale', `${desk.program.lcid}-${desk.program.build}`)
}

/** A document in one language: a title and paragraphs. */
export function letter(
  title: string,
  paragraphs: readonly string[],
  voice: Voice,
  desk: Desk,
  created: number,
  modified: number,
): Uint8Array {
  const head = { kind: 'paragraph', run: { ...said(title, voice), bold: true }, style: 'Title' } as const
  const body = paragraphs.map((text) => ({ kind: 'paragraph', run: said(text, voice) }) as const)
  return docx({ meta: metaOf({ desk, created, modified, title }), blocks: [head, ...body] })
}

/** An English text set on pages of 40 lines. */
export function printedText(title: string, paragraphs: readonly string[], desk: Desk, created: number): Uint8Array {
  const lines: PdfLine[] = [
    { text: title, font: 'latin', size: 16 },
    ...paragraphs.flatMap((text) => [...wrapped(text, 92), { text: '', font: 'latin' as const }]),
  ]
  const pages = Array.from({ length: Math.ceil(lines.length / 40) }, (_, page) => lines.slice(page * 40, page * 40 + 40))
  const info = { title, creator: desk.pdfCreator, producer: desk.pdfProducer, created, modified: created, zone: desk.zone }
  return pdf({ pages, fonts: [], info })
}

function wrapped(text: string, width: number): PdfLine[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => ({ text: line, font: 'latin' }))
}
