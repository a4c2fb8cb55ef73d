import { printable } from '../base/printable.ts'
import { formatAnchor, type Reading } from '../model/index.ts'
import { createFilmPool, type ExaminedFilm, FILM_FORMATS, FILM_WORDS, findFfmpeg, framePlace } from '../read/index.ts'

const TEXT_CHARS = 88

/** What takes frames of films with the ffmpeg of this machine. */
export function filmPool(hasOcr: boolean): ReturnType<typeof createFilmPool> {
  return createFilmPool({ ffmpeg: findFfmpeg(process.env.PATH ?? ''), hasOcr, size: 1 })
}

/** The frames of a film as `read` gives them; undefined for what is no film. `film` is absent where it was not asked for. */
export function framesOf(reading: Reading, sha256: string, film: ExaminedFilm | undefined) {
  if (!FILM_FORMATS.has(reading.format)) return undefined
  if (film?.status !== 'examined') {
    const why = film ? (film.warnings[0]?.message ?? '').replace(FILM_WORDS, '') : 'run with --frames'
    return { status: 'not-examined' as const, why, frames: [] }
  }
  const frames = film.frames.map(({ ms, hash, drawnText, passages }) => ({
    ms,
    anchor: formatAnchor({ sha256, at: framePlace(ms) }),
    ...(hash === undefined ? {} : { pictureHash: hash }),
    drawnText,
    text: passages.map(({ text, ocrConfidence }) => ({ text, ...(ocrConfidence === undefined ? {} : { ocrConfidence }) })),
  }))
  return { status: 'examined' as const, frames }
}

/** Those frames as lines of a page. */
export function framesLines(frames: ReturnType<typeof framesOf>): string[] {
  if (!frames) return []
  if (frames.status === 'not-examined') return [`    frames: not examined (${printable(frames.why, TEXT_CHARS)})`]
  return frames.frames.flatMap(({ ms, anchor, pictureHash, text }) => [
    `    ${printable(anchor.slice(anchor.indexOf('!') + 1), 30).padEnd(30)}  ${clock(ms)}  ${pictureHash ?? 'no picture hash'}`,
    ...text.map((line) => `    ${''.padEnd(30)}  ${printable(line.text, TEXT_CHARS)}`),
  ])
}

/** Hours, minutes, seconds and milliseconds from the beginning. */
export function clock(ms: number): string {
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  )
  return `${hours}:${minutes}:${seconds}.${String(ms % 1000).padStart(3, '0')}`
}
