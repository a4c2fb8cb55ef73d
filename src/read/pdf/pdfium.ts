import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** What draws pages, as it is sealed with an analysis that used it. */
export const PDFIUM_ENGINE = '@hyzyla/pdfium 2.1.13'

/** A loaded page: PDFium's own handle, good only inside {@link PdfiumDocument.onPage}. */
export type PageHandle = number

/** What is used of PDFium's C interface (fpdfview.h, fpdf_edit.h, fpdf_text.h); pointers and handles are numbers, 0 is none. */
export interface PdfiumModule {
  readonly HEAPU8: Uint8Array
  readonly _malloc: (bytes: number) => number
  readonly _free: (at: number) => void
  readonly _FPDF_InitLibrary: () => void
  readonly _FPDF_LoadMemDocument: (at: number, bytes: number, password: 0) => number
  readonly _FPDF_CloseDocument: (document: number) => void
  readonly _FPDF_GetPageCount: (document: number) => number
  readonly _FPDF_LoadPage: (document: number, index: number) => PageHandle
  readonly _FPDF_ClosePage: (page: PageHandle) => void
  readonly _FPDF_GetPageWidthF: (page: PageHandle) => number
  readonly _FPDF_GetPageHeightF: (page: PageHandle) => number
  readonly _FPDFPage_CountObjects: (page: PageHandle) => number
  readonly _FPDFPage_GetObject: (page: PageHandle, index: number) => number
  readonly _FPDFFormObj_CountObjects: (form: number) => number
  readonly _FPDFFormObj_GetObject: (form: number, index: number) => number
  readonly _FPDFPageObj_GetType: (object: number) => number
  readonly _FPDFPageObj_GetBounds: (object: number, left: number, bottom: number, right: number, top: number) => number
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
  /** What `work` gives for a page, counted from 1; undefined when PDFium cannot load it. */
  readonly onPage: <T>(page: number, work: (pdfium: PdfiumModule, handle: PageHandle) => T) => T | undefined
}

let loaded: Promise<PdfiumModule> | undefined

/** Loads PDFium (WebAssembly, in this thread; files are in its memory only) from the installed package, once. */
function pdfium(): Promise<PdfiumModule> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<PdfiumModule> {
  const { PDFiumModule } = await import('@hyzyla/pdfium')
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'))
  const settings = { wasmBinary: wasm, print: () => undefined, printErr: () => undefined }
  // The package declares a part of what the module has.
  const module = (await PDFiumModule(settings as unknown as Parameters<typeof PDFiumModule>[0])) as unknown as PdfiumModule
  module._FPDF_InitLibrary()
  return module
}

/**
 * What `work` makes of a PDF; undefined when PDFium cannot open it (damaged, or locked with a password).
 * @throws Error when PDFium gives up over the bytes; the next call begins with a fresh one.
 */
export async function withPdfium<T>(bytes: Uint8Array, work: (document: PdfiumDocument) => T): Promise<T | undefined> {
  const module = await pdfium()
  try {
    const at = module._malloc(bytes.length)
    if (at === 0) throw new Error('PDFium has no memory for the document')
    module.HEAPU8.set(bytes, at)
    const document = module._FPDF_LoadMemDocument(at, bytes.length, 0)
    const made = document === 0 ? undefined : work(documentOf(module, document))
    if (document !== 0) module._FPDF_CloseDocument(document)
    module._free(at)
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
    onPage(page, work) {
      const handle = module._FPDF_LoadPage(document, page - 1)
      if (handle === 0) return undefined
      const made = work(module, handle)
      module._FPDF_ClosePage(handle)
      return made
    },
  }
}
