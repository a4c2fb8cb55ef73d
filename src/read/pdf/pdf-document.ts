import { LIMITS } from '../../base/limits.ts'
import { type PageHandle, type PdfiumDocument, type PdfiumModule, wasm } from './pdfium.ts'

/** Kinds of annotations that hold no comment (fpdf_annot.h): links, windows of other comments, fields of forms. */
const NO_COMMENTS: ReadonlySet<number> = new Set([2, 16, 20])
/** Copies are written whole and without their encryption (fpdf_save.h). */
const REMOVE_SECURITY = 3

/** A comment of a page; strings are empty where it has none. */
export interface PdfNote {
  readonly text: string
  readonly author: string
  /** As written, a date of PDF. */
  readonly modified: string
}

/** An entry of the information dictionary as text; empty when there is none. Also other values than strings are given as text. */
export function metaText({ pdfium, handle }: PdfiumDocument, key: string): string {
  return withKey(pdfium, key, (at) => wideText(pdfium, (into, bytes) => pdfium._FPDF_GetMetaText(handle, at, into, bytes)))
}

/** Whether the document is encrypted: it opened without a password. */
export function isEncrypted({ pdfium, handle }: PdfiumDocument): boolean {
  return pdfium._FPDF_GetSecurityHandlerRevision(handle) >= 0
}

/** Whether PDFium had to look for the document's objects because their table is broken. */
export function hasBrokenTable({ pdfium, handle }: PdfiumDocument): boolean {
  return pdfium._FPDF_DocumentHasValidCrossReferenceTable(handle) === 0
}

/** The comments of a page, at most as many as passages of one file. */
export function notesOf(pdfium: PdfiumModule, page: PageHandle): PdfNote[] {
  const notes: PdfNote[] = []
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), LIMITS.passages)
  for (let index = 0; index < count; index++) {
    const note = pdfium._FPDFPage_GetAnnot(page, index)
    if (note === 0) continue
    const value = (key: string) =>
      withKey(pdfium, key, (at) => wideText(pdfium, (into, bytes) => pdfium._FPDFAnnot_GetStringValue(note, at, into, bytes)))
    const text = NO_COMMENTS.has(pdfium._FPDFAnnot_GetSubtype(note)) ? '' : value('Contents')
    if (text.trim() !== '') notes.push({ text, author: value('T'), modified: value('M') })
    pdfium._FPDFPage_CloseAnnot(note)
  }
  return notes
}

/** How many files are attached to the document. */
export function attachmentCount({ pdfium, handle }: PdfiumDocument): number {
  return pdfium._FPDFDoc_GetAttachmentCount(handle)
}

/** An attached file, counted from 0, unpacked: a copy. Undefined where PDFium cannot give it. */
export function attachmentAt(
  { pdfium, handle }: PdfiumDocument,
  index: number,
): { readonly name: string; readonly content: Buffer } | undefined {
  const attachment = pdfium._FPDFDoc_GetAttachment(handle, index)
  if (attachment === 0) return undefined
  const name = wideText(pdfium, (into, bytes) => pdfium._FPDFAttachment_GetName(attachment, into, bytes))
  const lengthAt = pdfium._malloc(4)
  const fill = (at: number, bytes: number) => {
    const isGiven = pdfium._FPDFAttachment_GetFile(attachment, at, bytes, lengthAt)
    return isGiven ? new DataView(pdfium.HEAPU8.buffer, lengthAt, 4).getUint32(0, true) : -1
  }
  const length = fill(0, 0)
  const at = length > 0 ? pdfium._malloc(length) : 0
  const content = at !== 0 && fill(at, length) === length ? Buffer.from(pdfium.HEAPU8.subarray(at, at + length)) : undefined
  if (at !== 0) pdfium._free(at)
  pdfium._free(lengthAt)
  return content === undefined && length !== 0 ? undefined : { name, content: content ?? Buffer.alloc(0) }
}

/**
 * The document as PDFium writes it anew, unlocked and with its objects outside of streams; places in it are none of the file. Undefined when it would be larger than
 * {@link LIMITS.memberBytes}, or cannot be written.
 */
export function plainCopy({ pdfium, handle }: PdfiumDocument): Buffer | undefined {
  const pieces: Buffer[] = []
  let length = 0
  const take = (_writer: number, from: number, bytes: number): number => {
    length += bytes
    if (length > LIMITS.memberBytes) return 0
    pieces.push(Buffer.from(pdfium.HEAPU8.subarray(from, from + bytes)))
    return 1
  }
  // No function has the number 0, and the table of them cannot grow.
  const table = pdfium.___indirect_function_table
  table.set(0, callable(take))
  // A version, and the number of the function that takes what is written.
  const writer = pdfium._malloc(8)
  const view = new DataView(pdfium.HEAPU8.buffer, writer, 8)
  view.setUint32(0, 1, true)
  view.setUint32(4, 0, true)
  const isWritten = pdfium._FPDF_SaveAsCopy(handle, writer, REMOVE_SECURITY) === 1
  table.set(0, null)
  pdfium._free(writer)
  return isWritten && length <= LIMITS.memberBytes ? Buffer.concat(pieces) : undefined
}

/**
 * A function of three numbers as WebAssembly can call it. The module, in hexadecimal digits, does nothing but import it as `e.f` and export it as `f`: its type, the
 * import and the export are its three sections (WebAssembly 1.0, 5.5).
 */
function callable(of: (a: number, b: number, c: number) => number): unknown {
  const module = '0061736d01000000 010801 60037f7f7f017f 020701 0165 0166 0000 070501 0166 0000'.replace(/ /g, '')
  return new wasm.Instance(new wasm.Module(Buffer.from(module, 'hex')), { e: { f: of } }).exports.f
}

function withKey<T>(pdfium: PdfiumModule, key: string, use: (at: number) => T): T {
  const bytes = Buffer.from(`${key}\0`, 'latin1')
  const at = pdfium._malloc(bytes.length)
  pdfium.HEAPU8.set(bytes, at)
  const made = use(at)
  pdfium._free(at)
  return made
}

/** Text that PDFium writes as UTF-16 with a zero at its end: asked for its length first, which a file of bounded length bounds. */
function wideText(pdfium: PdfiumModule, fill: (at: number, bytes: number) => number): string {
  const bytes = fill(0, 0)
  const at = bytes > 2 ? pdfium._malloc(bytes) : 0
  if (at === 0) return ''
  const given = Math.min(fill(at, bytes), bytes)
  const text = Buffer.from(pdfium.HEAPU8.subarray(at, at + Math.max(0, given - 2))).toString('utf16le')
  pdfium._free(at)
  return text
}
