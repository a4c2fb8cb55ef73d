import { printable } from '../base/printable.ts'
import { clockOfMs } from '../base/time.ts'
import { formatAnchor, type ReadChild, type Reading } from '../model/index.ts'
import { createFilmPool, type ExaminedFilm, FILM_FORMATS, FILM_WORDS, findFfmpeg, framePlace, type Recogniser } from '../read/index.ts'

const TEXT_CHARS = 88
const MOST_LINES = 60

/** What takes frames of films with the ffmpeg of this machine. */
export function filmPool(recogniser: Recogniser | undefined): ReturnType<typeof createFilmPool> {
  return createFilmPool({ ffmpeg: findFfmpeg(process.env.PATH ?? ''), recogniser, size: 1 })
}

/** The frames of a film as `read` gives them; undefined for what is no film. `film` is absent where it was not asked for, `inside` says where a member lies. */
export function framesOf(reading: Reading, sha256: string, film: ExaminedFilm | undefined, inside: readonly string[] = []) {
  if (!FILM_FORMATS.has(reading.format)) return undefined
  if (film?.status !== 'examined') {
    const why = film ? (film.warnings[0]?.message ?? '').replace(FILM_WORDS, '') : 'run with --frames'
    return { status: 'not-examined' as const, why, frames: [] }
  }
  const frames = film.frames.map(({ ms, hash, drawnText, passages }) => ({
    ms,
    anchor: formatAnchor({ sha256, ...(inside.length > 0 ? { inside } : {}), at: framePlace(ms) }),
    ...(hash === undefined ? {} : { pictureHash: hash }),
    drawnText,
    text: passages.map(({ text, ocrConfidence }) => ({ text, ...(ocrConfidence === undefined ? {} : { ocrConfidence }) })),
  }))
  return { status: 'examined' as const, frames }
}

/** Films among the members of a file, at any depth, with their frames, where these were asked for. */
export function framesInMembers(
  children: readonly ReadChild[],
  sha256: string,
  find: (film: string) => ExaminedFilm | undefined,
  above: { readonly inside: readonly string[]; readonly path: string } = { inside: [], path: '' },
): { readonly path: string; readonly frames: NonNullable<ReturnType<typeof framesOf>> }[] {
  return children.flatMap((child) => {
    const inside = [...above.inside, child.step]
    const path = `${above.path}${above.path === '' ? '' : '!'}${child.path}`
    const film = find(child.sha256)
    const frames = film ? framesOf(child.reading, sha256, film, inside) : undefined
    return [...(frames ? [{ path, frames }] : []), ...framesInMembers(child.reading.children, sha256, find, { inside, path })]
  })
}

/** Films among members as lines of a page. */
export function memberFramesLines(films: ReturnType<typeof framesInMembers>): string[] {
  const lines = films.flatMap(({ path, frames }) => [
    `    ${printable(path, TEXT_CHARS)}`,
    ...framesLines(frames).map((line) => `  ${line}`),
  ])
  return lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), `    … ${lines.length - MOST_LINES} more lines (--json has all)`]
    : lines
}

/** Those frames as lines of a page. */
export function framesLines(frames: ReturnType<typeof framesOf>): string[] {
  if (!frames) return []
  if (frames.status === 'not-examined') return [`    frames: not examined (${printable(frames.why, TEXT_CHARS)})`]
  return frames.frames.flatMap(({ ms, anchor, pictureHash, text }) => [
    `    ${printable(anchor.slice(anchor.lastIndexOf('!') + 1), 30).padEnd(30)}  ${clockOfMs(ms)}  ${pictureHash ?? 'no picture hash'}`,
    ...text.map((line) => `    ${''.padEnd(30)}  ${printable(line.text, TEXT_CHARS)}`),
  ])
}
