import { printable } from '../base/printable.ts'
import { clockOfMs } from '../base/time.ts'
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
    `    ${printable(anchor.slice(anchor.indexOf('!') + 1), 30).padEnd(30)}  ${clockOfMs(ms)}  ${pictureHash ?? 'no picture hash'}`,
    ...text.map((line) => `    ${''.padEnd(30)}  ${printable(line.text, TEXT_CHARS)}`),
  ])
}
