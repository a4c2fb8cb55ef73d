import { existsSync, readFileSync, statSync } from 'node:fs'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { printable } from '../base/printable.ts'
import { formatAnchor, type Reading } from '../model/index.ts'
import {
  createHashPool,
  createOcrPool,
  createReaderPool,
  type DrawnText,
  HASHED_FORMATS,
  type HashedPicture,
  type PicturePool,
  picturesOf,
  RECOGNISED_FORMATS,
  withDrawnText,
  withPictureHashes,
} from '../read/index.ts'
import { flag, type Operation } from './operation.ts'

/** `inbetween read`. */
export const read: Operation = {
  name: 'read',
  summary: 'Read files: passages, authoring traces, members, warnings. Needs no case.',
  usage: '<file>…',
  options: { ocr: { type: 'boolean', summary: 'Also recognise Korean and Chinese characters drawn in PNG and JPEG pictures.' } },
  examples: ['inbetween read retake.docx', 'inbetween read *.xlsx --json', 'inbetween read note.png --ocr'],
  async run(input, context) {
    const { paths } = input
    if (paths.length === 0) throw new InbetweenError('IBT-USAGE', 'read needs at least one file', { hint: 'inbetween read retake.docx' })
    const pool = createReaderPool({ size: Math.min(2, paths.length) })
    const ocr = flag(input, 'ocr') ? createOcrPool({ size: 1 }) : undefined
    const hashes = createHashPool({ size: 1 })
    try {
      const data = []
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
        const whole = withPictureHashes(
          withDrawnText(reading, sha256, (picture) => drawn.get(picture)),
          sha256,
          (picture) => hashed.get(picture),
        )
        data.push({ path, ...rowOf(sha256, bytes, whole, []) })
      }
      return { data, text: data.map(textOf).join('\n\n') }
    } finally {
      await pool.close()
      await ocr?.close()
      await hashes.close()
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
      ...(ocrConfidence === undefined ? {} : { ocrConfidence }),
    })),
    traces: reading.traces.map(({ field, value, meaning, at }) => ({
      field,
      value,
      ...(meaning ? { meaning } : {}),
      anchor: formatAnchor({ ...place, at: at ?? { kind: 'whole' } }),
    })),
    children: reading.children.map((child) => ({ path: child.path, sha256: child.sha256, format: child.reading.format })),
    drawnInMembers: drawnInMembers(reading, sha256, inside),
    warnings: reading.warnings,
  }
}

/** What was recognised in the pictures among the members; the rest of a member is read by reading it alone. */
function drawnInMembers(
  reading: Reading,
  sha256: string,
  inside: readonly string[],
): { text: string; anchor: string; ocrConfidence: number }[] {
  return reading.children.flatMap((child) => {
    const steps = [...inside, child.step]
    const own = child.reading.passages.flatMap(({ text, at, ocrConfidence }) =>
      ocrConfidence === undefined ? [] : [{ text, anchor: formatAnchor({ sha256, inside: steps, at }), ocrConfidence }],
    )
    return [...own, ...drawnInMembers(child.reading, sha256, steps)]
  })
}

function textOf(row: ReturnType<typeof rowOf> & { path: string }): string {
  const lines = [
    `${printable(row.path)}  ${row.format}  ${row.status}${row.reason === undefined ? '' : `: ${printable(row.reason)}`}`,
    `  sha256 ${row.sha256}`,
  ]
  if (row.drawnText === 'not-examined' && !row.warnings.some(({ code }) => code.startsWith('ocr-')))
    lines.push('  text drawn in the picture: not examined (run with --ocr)')
  for (const { text, anchor } of [...row.passages, ...row.drawnInMembers].slice(0, 40))
    lines.push(`  ${printable(anchor.slice(65), 40)}  ${printable(text, 100)}`)
  if (row.passages.length > 40) lines.push(`  … ${row.passages.length - 40} more passages (--json has all)`)
  for (const { field, value } of row.traces) lines.push(`  trace ${field}: ${printable(value, 100)}`)
  for (const child of row.children) lines.push(`  member ${printable(child.path)}  ${child.format}`)
  for (const { code, message } of row.warnings) lines.push(`  ! ${code}: ${printable(message)}`)
  return lines.join('\n')
}
