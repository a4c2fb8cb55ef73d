import { existsSync, readFileSync, statSync } from 'node:fs'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { repairText } from '../language/index.ts'
import { formatAnchor, type Reading, type RepairedText, TRACE_FIELDS, type TraceField } from '../model/index.ts'
import { recogniserOf } from '../pipeline/index.ts'
import {
  createHashPool,
  createOcrPool,
  createReaderPool,
  type DrawnText,
  type ExaminedFilm,
  FILM_FORMATS,
  HASHED_FORMATS,
  type HashedPicture,
  type PicturePool,
  picturesOf,
  RECOGNISED_FORMATS,
  withDrawnText,
  withFilmFrames,
  withPictureHashes,
} from '../read/index.ts'
import { filmPool, framesInMembers, framesLines, framesOf, memberFramesLines } from './frames.ts'
import { OCR_ENGINE_OPTION, ocrOf } from './ocr.ts'
import { flag, type Operation } from './operation.ts'
import { drawnInMembers, readPage } from './read-page.ts'

/** `inbetween read`. */
export const read: Operation = {
  name: 'read',
  summary: 'Read files: passages, authoring traces, members, warnings. Needs no case.',
  usage: '<file>…',
  options: {
    ocr: {
      type: 'boolean',
      summary: 'Also recognise Korean and Chinese characters drawn in PNG and JPEG pictures and on scanned pages of PDFs.',
    },
    'ocr-engine': OCR_ENGINE_OPTION,
    frames: {
      type: 'boolean',
      summary: 'Also take key frames of films, through the ffmpeg of this machine; with --ocr also what is drawn in them.',
    },
  },
  examples: [
    'inbetween read retake.docx',
    'inbetween read *.xlsx --json',
    'inbetween read note.png --ocr',
    'inbetween read cut.mp4 --frames --ocr',
  ],
  async run(input, context) {
    const { paths } = input
    if (paths.length === 0) throw new InbetweenError('IBT-USAGE', 'read needs at least one file', { hint: 'inbetween read retake.docx' })
    const pool = createReaderPool({ size: Math.min(2, paths.length) })
    const recogniser = recogniserOf(ocrOf(input).ocr, undefined)
    const ocr = recogniser ? createOcrPool({ size: 1, recogniser }) : undefined
    const hashes = createHashPool({ size: 1 })
    const films = flag(input, 'frames') ? filmPool(recogniser) : undefined
    try {
      const data = []
      const pages: string[] = []
      for (const [index, path] of paths.entries()) {
        context.progress('read', index + 1, paths.length, path)
        if (!existsSync(path) || !statSync(path).isFile())
          throw new InbetweenError('IBT-NOT-FOUND', 'no such file', { place: path, hint: 'A folder is read with: inbetween scan FOLDER' })
        if (statSync(path).size > LIMITS.readBytes)
          throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.readBytes} bytes`, { place: path })
        const sha256 = sha256Hex(readFileSync(path))
        const bytes = statSync(path).size
        const reading = await pool.read(path, path)
        const file = { path, name: path, bytes, sha256 }
        const drawn = await examined<DrawnText>(ocr, file, reading, RECOGNISED_FORMATS, LIMITS.ocrPictures)
        const hashed = await examined<HashedPicture>(hashes, file, reading, HASHED_FORMATS, LIMITS.pictures)
        const filmed = await examined<ExaminedFilm>(films, file, reading, FILM_FORMATS, LIMITS.films)
        const withText = withDrawnText(reading, sha256, (picture) => drawn.get(picture))
        const withHashes = withPictureHashes(withText, sha256, (picture) => hashed.get(picture))
        const whole = withFilmFrames(withHashes, sha256, (film) => filmed.get(film))
        const frames = framesOf(whole, sha256, filmed.get(sha256))
        const framesInside = framesInMembers(whole.children, sha256, (film) => filmed.get(film))
        const inside = framesInside.length > 0 ? { framesInMembers: framesInside } : {}
        data.push({ path, ...rowOf(sha256, bytes, whole, []), ...(frames ? { frames } : {}), ...inside })
        pages.push(readPage(path, { sha256, bytes }, whole, [...framesLines(frames), ...memberFramesLines(framesInside)]))
      }
      return { data, text: pages.join('\n\n\n') }
    } finally {
      await pool.close()
      await ocr?.close()
      await hashes.close()
      await films?.close()
    }
  },
}

/** What a pool makes of the pictures of one file; nothing without a pool. */
async function examined<T>(
  pool: PicturePool<T> | undefined,
  { sha256, ...file }: { readonly path: string; readonly name: string; readonly bytes: number; readonly sha256: string },
  reading: Reading,
  formats: ReadonlySet<string>,
  limit: number,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>()
  const pictures = picturesOf(reading, sha256, file.bytes, formats).map((picture) => picture.sha256)
  await pool?.read({ ...file, pictures: pictures.slice(0, limit) }, (picture, made) => {
    found.set(picture, made)
  })
  return found
}

/** One file of the JSON that `read` gives. */
function rowOf(sha256: string, bytes: number, reading: Reading, inside: readonly string[]) {
  const place = inside.length > 0 ? { sha256, inside } : { sha256 }
  return {
    sha256,
    bytes,
    format: reading.format,
    status: reading.status,
    ...(reading.reason === undefined ? {} : { reason: reading.reason }),
    ...(reading.drawnText === undefined ? {} : { drawnText: reading.drawnText }),
    passages: reading.passages.map(({ text, at, ocrConfidence }) => ({
      text,
      anchor: formatAnchor({ ...place, at }),
      ...repairedOf(text),
      ...(ocrConfidence === undefined ? {} : { ocrConfidence }),
    })),
    traces: reading.traces.map(({ field, value, meaning, at }) => ({
      field,
      value,
      ...explained(field),
      ...(meaning ? { meaning } : {}),
      anchor: formatAnchor({ ...place, at: at ?? { kind: 'whole' } }),
    })),
    children: reading.children.map((child) => ({ path: child.path, sha256: child.sha256, format: child.reading.format })),
    drawnInMembers: drawnInMembers(reading.children, sha256, inside),
    warnings: reading.warnings,
  }
}

/** The text put right, beside the text that stands in the file. */
function repairedOf(text: string): { readonly repaired?: RepairedText } {
  const repaired = repairText(text)
  return repaired === undefined ? {} : { repaired }
}

/** Group, weight and ordinary explanation of a kind of trace. */
function explained(field: string): Partial<Pick<TraceField, 'group' | 'weight' | 'innocent'>> {
  const known = (TRACE_FIELDS as Readonly<Record<string, TraceField>>)[field]
  return known ? { group: known.group, weight: known.weight, innocent: known.innocent } : {}
}
