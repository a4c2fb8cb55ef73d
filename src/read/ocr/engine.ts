import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { LIMITS } from '../../base/limits.ts'
import { drawPage } from '../pdf/drawn-pages.ts'
import { type DrawnText, notExamined } from './drawn-text.ts'
import type { Box, RawLine } from './lines.ts'
import { pictureHeader } from './picture-header.ts'
import { drawnText, greyMap, textOfPage } from './recognised.ts'

/** A recogniser of characters that is loaded: it takes the bytes of one picture, or of a PDF with the number of a page (from 1), and gives its lines. */
export interface OcrEngine {
  readonly recognise: (bytes: Uint8Array, page?: number) => Promise<DrawnText>
}

/** Korean first: with `chi_sim` first its own configuration is taken for that of all, and Korean is then not loaded or is torn into syllables. */
export const LANGUAGES = ['kor', 'chi_sim'] as const
const LSTM_ONLY = 1
/** Text anywhere, in no order: notes on a drawing are no page (Tesseract's page segmentation mode). */
export const SPARSE_TEXT = '11'
const UNREADABLE = 1

/** What is used of Tesseract's C++ interface. */
interface TesseractApi {
  readonly Init: (path: null, languages: string, engine: number) => number
  readonly SetVariable: (name: string, value: string) => boolean
  readonly SetImageFile: (orientation: number, angle: number) => number
  readonly Recognize: (monitor: null) => number
  readonly GetJSONText: () => string
  readonly Clear: () => void
}

interface TesseractModule {
  readonly FS: { readonly writeFile: (path: string, data: Uint8Array) => void; readonly unlink: (path: string) => void }
  readonly TessBaseAPI: new () => TesseractApi
}

type Core = (settings: { readonly print: () => void; readonly printErr: (line: string) => void }) => Promise<TesseractModule>

/**
 * Loads Tesseract (WebAssembly, in this thread; files are in its memory only) and its languages from the installed packages: nothing is fetched, cached or written.
 * The build with fixed SIMD is taken on every machine, so that every machine reads the same.
 */
export async function openEngine(): Promise<OcrEngine> {
  const require = createRequire(import.meta.url)
  const core = require('tesseract.js-core/tesseract-core-simd-lstm.js') as Core
  const said: string[] = []
  const tesseract = await core({
    print: () => undefined,
    printErr(line) {
      if (said.length < 100) said.push(line)
    },
  })
  for (const language of LANGUAGES) {
    const packed = readFileSync(require.resolve(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`))
    tesseract.FS.writeFile(`${language}.traineddata`, gunzipSync(packed))
  }
  const api = new tesseract.TessBaseAPI()
  const wanted = LANGUAGES.join('+')
  // A language that cannot be loaded is left out, and nothing but a line says so.
  const missing = api.Init(null, wanted, LSTM_ONLY) === 0 ? said.find((line) => line.includes('Failed loading')) : 'not initialised'
  if (missing !== undefined) throw new Error(`the recogniser did not load ${wanted}: ${missing}`)
  api.SetVariable('tessedit_pageseg_mode', SPARSE_TEXT)
  // What it read in one picture must not teach it for the next.
  api.SetVariable('tessedit_enable_doc_dict', '0')
  return {
    async recognise(bytes, page) {
      return page === undefined ? recognise(tesseract, api, bytes) : recognisePage(tesseract, api, bytes, page)
    },
  }
}

function recognise(tesseract: TesseractModule, api: TesseractApi, picture: Uint8Array): DrawnText {
  const header = pictureHeader(picture)
  if (!header) return notExamined('ocr-unreadable', 'the picture has no size that could be read')
  const pixels = header.width * header.height
  if (pixels > LIMITS.ocrPixels) return notExamined('ocr-limit', `the picture has ${pixels} pixels, more than ${LIMITS.ocrPixels}`)
  return recogniseFile(tesseract, api, picture, header.orientation)
}

/** A page as PDFium draws it. */
async function recognisePage(tesseract: TesseractModule, api: TesseractApi, file: Uint8Array, page: number): Promise<DrawnText> {
  const drawn = await drawPage(file, page)
  return textOfPage(drawn, page, 'why' in drawn ? notExamined(drawn.code, drawn.why) : recogniseFile(tesseract, api, greyMap(drawn), 1))
}

/** Takes a picture that Leptonica decodes, turned as its EXIF orientation (1 … 8) says. */
function recogniseFile(tesseract: TesseractModule, api: TesseractApi, picture: Uint8Array, orientation: number): DrawnText {
  tesseract.FS.writeFile('/input', picture)
  try {
    if (api.SetImageFile(orientation, 0) === UNREADABLE) return notExamined('ocr-unreadable', 'the picture could not be decoded')
    api.Recognize(null)
    return drawnText(rawLinesOf(JSON.parse(api.GetJSONText()) as JsonPage))
  } finally {
    api.Clear()
    tesseract.FS.unlink('/input')
  }
}

interface JsonLine {
  readonly text: string
  readonly bbox: Box
  readonly words: readonly { readonly text: string; readonly confidence: number; readonly bbox: Box }[]
}

interface JsonPage {
  readonly blocks?: readonly { readonly paragraphs: readonly { readonly lines: readonly JsonLine[] }[] }[] | null
}

/** The lines of Tesseract's own JSON. */
function rawLinesOf(page: JsonPage): RawLine[] {
  const lines = (page.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.map(({ text, bbox, words }) => ({
    text,
    ...corners(bbox),
    words: words.map((word) => ({ text: word.text, confidence: word.confidence, ...corners(word.bbox) })),
  }))
}

function corners({ x0, y0, x1, y1 }: Box): Box {
  return { x0, y0, x1, y1 }
}
