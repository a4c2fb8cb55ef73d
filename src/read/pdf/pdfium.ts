import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** What reads documents and draws pages, as it is sealed with an analysis that used it. */
export const PDFIUM_ENGINE = '@hyzyla/pdfium 2.1.13'

/** Documents after which, and bytes of memory from which, PDFium begins anew with an empty memory: WebAssembly never gives any back. */
const DOCUMENTS = 200
const MEMORY = 96 * 1024 * 1024
/** Why a document was not opened, where that is a password (fpdfview.h). */
const PASSWORD = 4

/** A loaded page: PDFium's own handle, good only inside {@link PdfiumDocument.onPage}. */
export type PageHandle = number

/** What is used of PDFium's C interface (fpdfview.h, fpdf_edit.h, fpdf_text.h, fpdf_annot.h, fpdf_attachment.h, fpdf_doc.h, fpdf_save.h); pointers and handles are numbers, 0 is none. */
export interface PdfiumModule {
  readonly HEAPU8: Uint8Array
  /** Functions that PDFium can be given to call, by number. */
  readonly ___indirect_function_table: { readonly set: (at: number, to: unknown) => void }
  readonly _malloc: (bytes: number) => number
  readonly _free: (at: number) => void
  readonly _FPDF_InitLibrary: () => void
  readonly _FPDF_LoadMemDocument: (at: number, bytes: number, password: 0) => number
  readonly _FPDF_GetLastError: () => number
  readonly _FPDF_GetSecurityHandlerRevision: (document: number) => number
  readonly _FPDF_DocumentHasValidCrossReferenceTable: (document: number) => number
  readonly _FPDF_GetMetaText: (document: number, key: number, at: number, bytes: number) => number
  readonly _FPDF_SaveAsCopy: (document: number, writer: number, flags: number) => number
  readonly _FPDFDoc_GetAttachmentCount: (document: number) => number
  readonly _FPDFDoc_GetAttachment: (document: number, index: number) => number
  readonly _FPDFAttachment_GetName: (attachment: number, at: number, bytes: number) => number
  readonly _FPDFAttachment_GetFile: (attachment: number, at: number, bytes: number, length: number) => number
  readonly _FPDFPage_GetAnnotCount: (page: PageHandle) => number
  readonly _FPDFPage_GetAnnot: (page: PageHandle, index: number) => number
  readonly _FPDFPage_CloseAnnot: (note: number) => void
  readonly _FPDFAnnot_GetSubtype: (note: number) => number
  readonly _FPDFAnnot_GetStringValue: (note: number, key: number, at: number, bytes: number) => number
  readonly _FPDFText_LoadPage: (page: PageHandle) => number
  readonly _FPDFText_ClosePage: (text: number) => void
  readonly _FPDFText_CountChars: (text: number) => number
  readonly _FPDFText_IsGenerated: (text: number, index: number) => number
  readonly _FPDFText_IsHyphen: (text: number, index: number) => number
  readonly _FPDFText_HasUnicodeMapError: (text: number, index: number) => number
  readonly _FPDFText_GetUnicode: (text: number, index: number) => number
  readonly _FPDFText_GetCharOrigin: (text: number, index: number, x: number, y: number) => number
  readonly _FPDFText_GetLooseCharBox: (text: number, index: number, box: number) => number
  readonly _FPDFText_GetTextObject: (text: number, index: number) => number
  readonly _FPDFText_GetMatrix: (text: number, index: number, matrix: number) => number
  readonly _FPDFText_GetFontSize: (text: number, index: number) => number
  readonly _FPDF_CloseDocument: (document: number) => void
  readonly _FPDF_GetPageCount: (document: number) => number
  readonly _FPDF_LoadPage: (document: number, index: number) => PageHandle
  readonly _FPDF_ClosePage: (page: PageHandle) => void
  readonly _FPDF_GetPageWidthF: (page: PageHandle) => number
  readonly _FPDF_GetPageHeightF: (page: PageHandle) => number
  readonly _FPDF_GetPageBoundingBox: (page: PageHandle, box: number) => number
  readonly _FPDFPage_CountObjects: (page: PageHandle) => number
  readonly _FPDFPage_GetObject: (page: PageHandle, index: number) => number
  readonly _FPDFFormObj_CountObjects: (form: number) => number
  readonly _FPDFFormObj_GetObject: (form: number, index: number) => number
  readonly _FPDFPageObj_GetType: (object: number) => number
  readonly _FPDFPageObj_GetBounds: (object: number, left: number, bottom: number, right: number, top: number) => number
  readonly _FPDFPageObj_CountMarks: (object: number) => number
  readonly _FPDFPageObj_GetMark: (object: number, index: number) => number
  readonly _FPDFPageObj_RemoveMark: (object: number, mark: number) => number
  readonly _FPDFPageObjMark_GetParamValueType: (mark: number, key: number) => number
  readonly _FPDFPageObj_SetIsActive: (object: number, isActive: 0 | 1) => number
  readonly _FPDFImageObj_GetImagePixelSize: (picture: number, width: number, height: number) => number
  readonly _FPDFTextObj_GetTextRenderMode: (text: number) => number
  readonly _FPDFBitmap_CreateEx: (width: number, height: number, format: number, at: 0, stride: 0) => number
  readonly _FPDFBitmap_FillRect: (bitmap: number, x: number, y: number, width: number, height: number, color: number) => void
  readonly _FPDFBitmap_GetBuffer: (bitmap: number) => number
  readonly _FPDFBitmap_GetStride: (bitmap: number) => number
  readonly _FPDFBitmap_Destroy: (bitmap: number) => void
  readonly _FPDF_RenderPageBitmap: (
    bitmap: number,
    page: PageHandle,
    x: number,
    y: number,
    width: number,
    height: number,
    turn: number,
    flags: number,
  ) => void
}

/** A document that PDFium opened. */
export interface PdfiumDocument {
  readonly pages: number
  /** PDFium's own handle, good only inside the work that is given the document. */
  readonly handle: number
  readonly pdfium: PdfiumModule
  /** What `work` gives for a page, counted from 1; undefined when PDFium cannot load it. */
  readonly onPage: <T>(page: number, work: (pdfium: PdfiumModule, handle: PageHandle) => T) => T | undefined
}

/** The part of WebAssembly that is used; the types of Node's own globals leave it out. */
export const wasm = Reflect.get(globalThis, 'WebAssembly') as {
  readonly compile: (bytes: Uint8Array) => Promise<object>
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (program: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> }
}

let compiled: Promise<object> | undefined
let loaded: Promise<PdfiumModule> | undefined
let opened = 0

/** Loads PDFium (WebAssembly, in this thread; files are in its memory only) from the installed package, once for many documents. */
function pdfium(): Promise<PdfiumModule> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<PdfiumModule> {
  const { PDFiumModule } = await import('@hyzyla/pdfium')
  compiled ??= wasm.compile(readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')))
  const program = await compiled
  let functions: Readonly<Record<string, unknown>> = {}
  const settings = {
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm(imports: object, receive: (instance: object, program: object) => void) {
      const instance = new wasm.Instance(program, imports)
      functions = instance.exports
      receive(instance, program)
      return functions
    },
  }
  // The package declares a part of what the module has.
  const whole: { readonly HEAPU8: Uint8Array } = await PDFiumModule(settings as unknown as Parameters<typeof PDFiumModule>[0])
  // The functions themselves: the package puts a check around each that costs more than what it does for one letter.
  const direct = Object.entries(functions).map(([name, value]) => [`_${name}`, value] as const)
  const module = Object.defineProperty(Object.fromEntries(direct), 'HEAPU8', { get: () => whole.HEAPU8 }) as unknown as PdfiumModule
  module._FPDF_InitLibrary()
  opened = 0
  return module
}

/**
 * What `work` makes of a PDF; where PDFium cannot open it, what `refused` makes of that, or undefined.
 * @throws Error when PDFium gives up over the bytes; the next call begins with a fresh one.
 */
export async function withPdfium<T>(
  bytes: Uint8Array,
  work: (document: PdfiumDocument) => T,
  refused?: (isLocked: boolean) => T,
): Promise<T | undefined> {
  const module = await pdfium()
  try {
    const at = module._malloc(bytes.length)
    if (at === 0) throw new Error('PDFium has no memory for the document')
    module.HEAPU8.set(bytes, at)
    const document = module._FPDF_LoadMemDocument(at, bytes.length, 0)
    const made = document === 0 ? refused?.(module._FPDF_GetLastError() === PASSWORD) : work(documentOf(module, document))
    if (document !== 0) module._FPDF_CloseDocument(document)
    module._free(at)
    opened++
    if (opened >= DOCUMENTS || module.HEAPU8.length > MEMORY) loaded = undefined
    return made
  } catch (error) {
    // Whatever state that left it in, nothing more is asked of this one.
    loaded = undefined
    throw error
  }
}

function documentOf(module: PdfiumModule, document: number): PdfiumDocument {
  return {
    pages: module._FPDF_GetPageCount(document),
    handle: document,
    pdfium: module,
    onPage(page, work) {
      const handle = module._FPDF_LoadPage(document, page - 1)
      if (handle === 0) return undefined
      const made = work(module, handle)
      module._FPDF_ClosePage(handle)
      return made
    },
  }
}
