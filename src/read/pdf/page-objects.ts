import type { PageHandle, PdfiumModule } from './pdfium.ts'

/** The kind of an object that is text (fpdf_edit.h). */
export const TEXT = 1
const FORM = 5
const FORM_DEPTH = 8
/** The property of a stretch of content that says what it is to be read as (ISO 32000-1, 14.9.4), ended by a zero. */
const READ_AS = Buffer.from('ActualText\0', 'latin1')

/** Shows every object of a page, also those in forms with the outermost form, up to `most`; true when there are more. */
export function forEachObject(
  pdfium: PdfiumModule,
  page: PageHandle,
  most: number,
  visit: (object: number, kind: number, outer: number) => void,
): boolean {
  let left = most
  let isCut = false
  const look = (count: number, get: (index: number) => number, forms: readonly number[]) => {
    for (let index = 0; index < count && left > 0; index++) {
      left--
      const object = get(index)
      const kind = object === 0 ? 0 : pdfium._FPDFPageObj_GetType(object)
      if (kind !== FORM) visit(object, kind, forms[0] ?? object)
      else if (forms.length < FORM_DEPTH)
        look(pdfium._FPDFFormObj_CountObjects(object), (inner) => pdfium._FPDFFormObj_GetObject(object, inner), [...forms, object])
      else isCut = true
    }
    isCut ||= left === 0
  }
  look(pdfium._FPDFPage_CountObjects(page), (index) => pdfium._FPDFPage_GetObject(page, index), [])
  return isCut
}

/** Takes away what stretches of text are said to be read as, up to `most` objects: what is drawn counts. True when some of it may be left. */
export function readAsDrawn(pdfium: PdfiumModule, page: PageHandle, most: number): boolean {
  const at = pdfium._malloc(READ_AS.length)
  pdfium.HEAPU8.set(READ_AS, at)
  const isCut = forEachObject(pdfium, page, most, (object, kind) => {
    if (kind !== TEXT) return
    for (let index = pdfium._FPDFPageObj_CountMarks(object) - 1; index >= 0; index--) {
      const mark = pdfium._FPDFPageObj_GetMark(object, index)
      if (mark !== 0 && pdfium._FPDFPageObjMark_GetParamValueType(mark, at) !== 0) pdfium._FPDFPageObj_RemoveMark(object, mark)
    }
  })
  pdfium._free(at)
  return isCut
}
