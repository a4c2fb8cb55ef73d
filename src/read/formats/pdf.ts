import { LIMITS } from '../../base/limits.ts'
import type { ReadChild, Reading } from '../../model/index.ts'
import { readMember, refuse, stepper } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import { isDrawnPage, NEARLY_NO_TEXT } from '../pdf/drawn-pages.ts'
import { warnOfActions } from '../pdf/pdf-actions.ts'
import { brokenStreams } from '../pdf/pdf-damage.ts'
import { attachmentAt, attachmentCount, hasBrokenTable, isEncrypted, metaText, notesOf, plainCopy } from '../pdf/pdf-document.ts'
import { traceFonts } from '../pdf/pdf-fonts.ts'
import { INFO, traceInfo, traceRevisions } from '../pdf/pdf-info.ts'
import { linesOf } from '../pdf/pdf-lines.ts'
import { partsOf } from '../pdf/pdf-objects.ts'
import { lastInfo, lastPacket, mayHavePacket, type PdfStates, statesOf, traceIds, traceStates } from '../pdf/pdf-states.ts'
import { type PageText, textOfPage } from '../pdf/pdf-text.ts'
import { type PageHandle, type PdfiumDocument, type PdfiumModule, withPdfium } from '../pdf/pdfium.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader, ReadContext } from '../reader.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Entries of the information dictionary that are looked at. */
const INFO_KEYS = 60

/** PDF documents: lines of text with page, comments, attachments, properties with their clocks, fonts. Text that is only drawn is left to character recognition: the reading names such pages. */
export const pdf: FormatReader = {
  name: 'pdf',
  summary: 'PDF: lines of text, comments, attached files, properties, fonts',
  extensions: ['.pdf', '.ai'],
  source: 'ISO 32000-1; read with PDFium',
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
    const work: Work = { context, draft, states, attached: [] }
    let isOpened = false
    try {
      const drawnPages = await withPdfium<readonly number[] | 'locked' | 'damaged'>(
        bytes,
        (document) => {
          isOpened = true
          return readDocument(document, work)
        },
        (isLocked) => (isLocked ? 'locked' : 'damaged'),
      )
      if (drawnPages === 'locked' || drawnPages === 'damaged' || drawnPages === undefined) return refused(drawnPages === 'locked', work)
      for (const read of work.attached) draft.children.push(await read())
      return { ...draft.done('pdf'), ...(drawnPages.length === 0 ? {} : { drawnPages }) }
    } catch (error) {
      if (!isOpened) traceIds(states, draft)
      if (!isOpened) traceStates(states, draft, { withLast: true })
      draft.cut('damaged', `PDFium gave up over the document: ${error instanceof Error ? error.message : String(error)}`)
      return draft.done('pdf')
    }
  },
}

interface Work {
  readonly context: ReadContext
  readonly draft: Draft
  readonly states: PdfStates
  /** Gives what is read of each attached file, once the document is closed: it may be a PDF itself. */
  readonly attached: (() => Promise<ReadChild>)[]
}

function refused(isLocked: boolean, { states, draft }: Work): Reading {
  traceIds(states, draft)
  traceStates(states, draft, { withLast: true })
  if (isLocked) {
    draft.trace('protection', 'password', 'It opens only with a password.')
    draft.warn('encrypted', 'the document is locked with a password')
    return draft.done('pdf', 'encrypted: a password is needed')
  }
  draft.cut('damaged', 'the document cannot be opened')
  return draft.done('pdf')
}

/** Reads what PDFium has of a document; gives the pages that character recognition is given. */
function readDocument(document: PdfiumDocument, work: Work): readonly number[] {
  const { draft, states } = work
  readProperties(document, work)
  traceIds(states, draft)
  const pages = Math.min(document.pages, LIMITS.pdfPages)
  if (document.pages > pages) draft.cut('page-limit', `${document.pages} pages: the first ${pages} were read`)
  const [beside, unknown, drawn]: [number[], number[], number[]] = [[], [], []]
  let [empty, objects] = [0, 0]
  for (let number = 1; number <= pages && draft.passages.length < LIMITS.passages; number++) {
    if (objects > LIMITS.pdfObjects) {
      draft.cut(
        'object-limit',
        `more than ${LIMITS.pdfObjects} objects are drawn on the first ${number - 1} of ${pages} pages: the others were not read`,
      )
      break
    }
    const read = document.onPage(number, (pdfium, page) => {
      objects += pdfium._FPDFPage_CountObjects(page)
      const written = readPage(pdfium, page, number, draft)
      return { ...written, isDrawn: written.letters < NEARLY_NO_TEXT && isDrawnPage(pdfium, page, written.letters) }
    })
    if (read === undefined) draft.cut('damaged', `page ${number} cannot be read`)
    if (read?.letters === 0) empty++
    if (read?.isDrawn) drawn.push(number)
    if (read?.isBeside) beside.push(number)
    if (read?.hasUnknown) unknown.push(number)
  }
  warnOfDrawn(drawn, empty, pages, draft)
  warnOfPages({ beside, unknown }, pages, draft)
  warnOfDamage(document, { hasEmpty: empty > 0 }, work)
  takeAttached(document, work)
  return drawn.slice(0, LIMITS.ocrPdfPages)
}

/** Warns of pages, by number, with text beside them, and with letters that their fonts do not tell. */
function warnOfPages({ beside, unknown }: Readonly<Record<'beside' | 'unknown', readonly number[]>>, pages: number, draft: Draft): void {
  const [outer, untold] = [beside[0], unknown[0]]
  if (outer !== undefined)
    draft.warn(
      'text-beside-page',
      `text stands beside ${beside.length} of ${pages} pages, first beside page ${outer}: it is not seen there, as marks of printers are not`,
    )
  if (untold !== undefined)
    draft.warn(
      'letters-unknown',
      `on ${unknown.length} of ${pages} pages, first on page ${untold}, letters are drawn of which their fonts do not tell what they mean: each is given as U+FFFD`,
    )
}

/** Warns where PDFium had to look for the objects, and where pages are empty and packed streams do not unpack: it passes over those without a word. */
function warnOfDamage(document: PdfiumDocument, { hasEmpty }: { readonly hasEmpty: boolean }, { states, draft }: Work): void {
  if (hasBrokenTable(document))
    draft.warn('rebuilt', 'its table of objects is broken: the objects were looked for, and some may be missing')
  // Streams of an encrypted document never unpack as they lie.
  const broken = hasEmpty && !isEncrypted(document) ? brokenStreams(states.file) : 0
  if (broken > 0) draft.cut('damaged', `${broken} of its packed streams are broken: what they hold is missing`)
}

/** Adds what the document says of itself, in each of its states. What its file does not show plainly, locked or without an index as it may be, a copy does. */
function readProperties(document: PdfiumDocument, { draft, states }: Work): void {
  const isLocked = isEncrypted(document)
  const copy = isLocked || states.states.length === 0 ? plainCopy(document) : undefined
  const plain = copy ? statesOf(copy, partsOf(copy)) : states
  const { language, keys } = lastInfo(plain)
  const named = [...new Set([...keys.slice(0, INFO_KEYS), ...Object.keys(INFO)])]
  const entries = named.map((key) => [key, metaText(document, key)] as const)
  traceInfo({ language, entries, isEncrypted: isLocked }, draft)
  // A packet that lies open in the file is read there, for its place.
  if (traceStates(states, draft, { withLast: false })) return
  if (copy === undefined && !mayHavePacket(states)) return
  const again = copy ?? plainCopy(document)
  const packet = again ? lastPacket(copy ? plain : statesOf(again, partsOf(again))) : undefined
  if (packet) readXmp(packet, draft)
}

/** Says how many pages hold no text, and how many are left to character recognition. */
function warnOfDrawn(drawn: readonly number[], empty: number, pages: number, draft: Draft): void {
  const rest =
    drawn.length === 0 ? '' : `; what is drawn on ${drawn.length} with little or no text is left to character recognition (--ocr)`
  if (empty > 0 || drawn.length > 0) draft.warn('no-text', `${empty} of ${pages} pages hold no text${rest}`)
  if (drawn.length > LIMITS.ocrPdfPages)
    draft.warn('drawn-page-limit', `${drawn.length} pages are drawn: character recognition is given the first ${LIMITS.ocrPdfPages}`)
}

/** Reads a page; gives how many letters and digits are written on it, comments apart. */
function readPage(
  pdfium: PdfiumModule,
  page: PageHandle,
  number: number,
  draft: Draft,
): Pick<PageText, 'letters' | 'isBeside' | 'hasUnknown'> {
  const block = `page${number}`
  let item = 0
  const written = textOfPage(pdfium, page, NEARLY_NO_TEXT)
  if (!written) draft.cut('damaged', `the text of page ${number} cannot be read`)
  if (written?.isCut)
    draft.warn(
      'object-limit',
      `page ${number} has more than ${LIMITS.pdfTextObjects} objects: of the rest text is given as the file says to read it`,
    )
  for (const { text, row, column } of linesOf(written?.items ?? []))
    draft.passage(
      text,
      { kind: 'page', page: number, item: ++item },
      { block, row, role: 'text', ...(column === undefined ? {} : { column }) },
    )
  for (const { text, author, modified } of notesOf(pdfium, page)) {
    const place = { kind: 'page', page: number, item: ++item } as const
    draft.passage(text, place, { role: 'comment', block: `${block}:comments`, row: item })
    draft.traceOnce('commentAuthor', author, 'Account name of who wrote a comment; anybody can set it.')
    traceZone(draft, offsetOf(modified), 'Stated with a comment in the document', place)
  }
  return { letters: 0, isBeside: false, hasUnknown: false, ...written }
}

/** Takes copies of attached files within the bounds of members; they are read when the document is closed. */
function takeAttached(document: PdfiumDocument, { context, draft, attached }: Work): void {
  const { budget } = context
  const count = attachmentCount(document)
  const step = stepper()
  let left = budget.bytes
  for (let index = 0; index < Math.min(count, budget.members); index++) {
    const file = attachmentAt(document, index)
    if (!file) {
      draft.cut('damaged', `attached file ${index + 1} cannot be read`)
      continue
    }
    const { name, content } = file
    const child = { step: step(Buffer.from(name)), path: name }
    if (content.length > Math.min(LIMITS.memberBytes, left)) {
      const listed = refuse(child, content, `member-limit: ${content.length} bytes`, name, draft)
      attached.push(() => Promise.resolve(listed))
      continue
    }
    left -= content.length
    attached.push(() => readMember(child, content, { context, draft }))
  }
  if (count > budget.members) draft.cut('entry-limit', `${count} attached files: the first ${budget.members} were read`)
}
