import { fileURLToPath } from 'node:url'
import { childStep } from '../../base/child-step.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Reading } from '../../model/index.ts'
import { readMember, refuse } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import { drawnPagesOf, NEARLY_NO_TEXT } from '../pdf/drawn-pages.ts'
import { warnOfActions } from '../pdf/pdf-actions.ts'
import { traceFonts } from '../pdf/pdf-fonts.ts'
import { traceInfo, traceRevisions } from '../pdf/pdf-info.ts'
import { linesOf, type PdfItem } from '../pdf/pdf-lines.ts'
import { partsOf } from '../pdf/pdf-objects.ts'
import { type PdfStates, statesOf, traceIds, traceStates } from '../pdf/pdf-states.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader, ReadContext } from '../reader.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Adobe's tables of character codes, for fonts that are named and not embedded. PDF.js wants a path, with its slash at the end; with a URL the text comes out empty. */
const CMAPS = fileURLToPath(new URL('../pdf/cmaps/', import.meta.url))

/** PDF documents: lines of text with page, comments, attachments, properties with their clocks, fonts. Text that is only drawn is left to character recognition: the reading names such pages. */
export const pdf: FormatReader = {
  name: 'pdf',
  summary: 'PDF: lines of text, comments, attached files, properties, fonts',
  extensions: ['.pdf', '.ai'],
  source: 'ISO 32000-1; read with PDF.js',
  sniff(head, name) {
    const at = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024 + 5)).indexOf('%PDF-')
    return at === 0 || (at > 0 && /\.(pdf|ai)$/i.test(name))
  },
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const parts = partsOf(file)
    if (parts.length > LIMITS.pdfObjectStreams)
      draft.warn('object-limit', `more than ${LIMITS.pdfObjectStreams} object streams: earlier states in the rest were not looked for`)
    const states = statesOf(file, parts)
    traceFonts(parts, draft)
    traceRevisions(bytes, draft)
    warnOfActions(parts, draft, { isEncrypted: states.states.some(({ isEncrypted }) => isEncrypted) })
    const { getResolvedPDFJS } = await import('unpdf')
    const { getDocument } = await getResolvedPDFJS()
    const task = getDocument({
      // A copy: PDF.js takes the buffer away from its owner.
      data: new Uint8Array(bytes),
      cMapUrl: CMAPS,
      cMapPacked: true,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    })
    try {
      return await readDocument(await task.promise, { bytes, context, draft, states })
    } catch (error) {
      return failed(error, states, draft)
    } finally {
      await task.destroy().catch(() => {})
    }
  },
}

type Document = Awaited<ReturnType<Awaited<ReturnType<typeof import('unpdf').getResolvedPDFJS>>['getDocument']>['promise']>
type Page = Awaited<ReturnType<Document['getPage']>>

function failed(error: unknown, states: PdfStates, draft: Draft): Reading {
  traceIds(states, draft)
  traceStates(states, draft, { withLast: true })
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'PasswordException') {
    draft.trace('protection', 'password', 'It opens only with a password.')
    draft.warn('encrypted', 'the document is locked with a password')
    return draft.done('pdf', 'encrypted: a password is needed')
  }
  draft.cut('damaged', `the document cannot be opened: ${message}`)
  return draft.done('pdf')
}

interface Work {
  readonly bytes: Uint8Array
  readonly context: ReadContext
  readonly draft: Draft
  readonly states: PdfStates
}

async function readDocument(document: Document, { bytes, context, draft, states }: Work): Promise<Reading> {
  const properties = await attempt(() => document.getMetadata(), 'the properties', draft)
  if (properties) {
    const info = properties.info as Readonly<Record<string, unknown>>
    // The type of the packet's owner does not name the method that gives it raw.
    const packet = properties.metadata as { getRaw?: () => unknown } | null
    const raw = packet?.getRaw?.()
    traceInfo(info, draft)
    // A packet that lies open in the file is read there, for its place; PDF.js gives the others.
    if (!traceStates(states, draft, { withLast: false }) && typeof raw === 'string') readXmp(Buffer.from(raw), draft)
  } else traceStates(states, draft, { withLast: true })
  traceIds(states, draft)
  const pages = Math.min(document.numPages, LIMITS.pdfPages)
  if (document.numPages > pages) draft.cut('page-limit', `${document.numPages} pages: the first ${pages} were read`)
  const sparse: { readonly page: number; readonly letters: number }[] = []
  for (let number = 1; number <= pages && draft.passages.length < LIMITS.passages; number++) {
    const page = await attempt(() => document.getPage(number), `page ${number}`, draft)
    if (!page) continue
    const letters = await readPage(page, number, draft)
    if (letters < NEARLY_NO_TEXT) sparse.push({ page: number, letters })
    page.cleanup()
  }
  const drawnPages = await drawnAmong(sparse, pages, bytes, draft)
  const attached = await attempt(() => document.getAttachments() as Promise<unknown>, 'the attached files', draft)
  if (attached !== null && typeof attached === 'object') await readAttached(Object.entries(attached), context, draft)
  return { ...draft.done('pdf'), ...(drawnPages.length === 0 ? {} : { drawnPages }) }
}

/** The pages with something drawn that character recognition is given, and what is said of pages without text. */
async function drawnAmong(
  sparse: readonly { readonly page: number; readonly letters: number }[],
  pages: number,
  bytes: Uint8Array,
  draft: Draft,
): Promise<readonly number[]> {
  const drawn = sparse.length === 0 ? [] : await drawnPagesOf(bytes, sparse)
  const empty = sparse.filter(({ letters }) => letters === 0).length
  const rest =
    drawn.length === 0 ? '' : `; what is drawn on ${drawn.length} with little or no text is left to character recognition (--ocr)`
  if (empty > 0 || drawn.length > 0) draft.warn('no-text', `${empty} of ${pages} pages hold no text${rest}`)
  if (drawn.length > LIMITS.ocrPdfPages)
    draft.warn('drawn-page-limit', `${drawn.length} pages are drawn: character recognition is given the first ${LIMITS.ocrPdfPages}`)
  return drawn.slice(0, LIMITS.ocrPdfPages)
}

/** What PDF.js gives, or undefined and a warning that names what could not be had. */
async function attempt<T>(get: () => Promise<T>, what: string, draft: Draft): Promise<T | undefined> {
  try {
    return await get()
  } catch (error) {
    draft.cut('damaged', `${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/** Reads a page; gives how many letters and digits are written on it, comments apart. */
async function readPage(page: Page, number: number, draft: Draft): Promise<number> {
  const block = `page${number}`
  let item = 0
  const content = await attempt(() => page.getTextContent(), `the text of page ${number}`, draft)
  const items = content?.items.flatMap((piece) => ('str' in piece ? itemOf(piece) : [])) ?? []
  for (const { text, row, column } of linesOf(items))
    draft.passage(
      text,
      { kind: 'page', page: number, item: ++item },
      { block, row, role: 'text', ...(column === undefined ? {} : { column }) },
    )
  const letters = items.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  const notes = await attempt(() => page.getAnnotations(), `the comments of page ${number}`, draft)
  for (const note of notes ?? []) {
    const text: unknown = note.contentsObj?.str
    if (typeof text !== 'string' || text.trim() === '' || /^(Popup|Link|Widget)$/.test(note.subtype)) continue
    const place = { kind: 'page', page: number, item: ++item } as const
    draft.passage(text, place, { role: 'comment', block: `${block}:comments`, row: item })
    const author: unknown = note.titleObj?.str
    if (typeof author === 'string') draft.traceOnce('commentAuthor', author, 'Account name of who wrote a comment; anybody can set it.')
    if (typeof note.modificationDate === 'string')
      traceZone(draft, offsetOf(note.modificationDate), 'Stated with a comment in the document', place)
  }
  return letters
}

function itemOf(piece: {
  readonly str: string
  readonly dir: string
  readonly width: number
  readonly transform: readonly number[]
}): PdfItem {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = piece.transform
  const isTurned = piece.dir === 'ttb' || Math.abs(b) > Math.abs(a) || a < 0
  return { text: piece.str, x, y, width: piece.width, size: Math.hypot(c, d), isTurned }
}

async function readAttached(files: readonly (readonly [string, unknown])[], context: ReadContext, draft: Draft): Promise<void> {
  const { budget } = context
  for (const [name, file] of files) {
    const content = file !== null && typeof file === 'object' && 'content' in file ? file.content : undefined
    if (!(content instanceof Uint8Array)) continue
    const child = { step: childStep(Buffer.from(name)), path: name }
    draft.children.push(
      content.length > Math.min(LIMITS.memberBytes, budget.bytes)
        ? refuse(child, content, `member-limit: ${content.length} bytes`, name, draft)
        : await readMember(child, content, { context, draft }),
    )
  }
}
