import { LIMITS } from '../base/limits.ts'
import type { Exhibit } from '../model/index.ts'
import {
  createFilmThumbnailPool,
  createThumbnailPool,
  FILM_FORMATS,
  FILM_UNAVAILABLE,
  type FilmThumbnails,
  filmThumbnailsKey,
  HASHED_FORMATS,
  stoppedThumbnail,
  THUMBNAIL_WORDS,
  type Thumbnail,
  thumbnailKey,
  withoutFilmThumbnails,
} from '../read/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'
import { cachedExamination, examineThese, type PictureStep, type Queue } from './examined-pictures.ts'
import { filmDecoding } from './film-frames.ts'
import type { ToRead } from './readings.ts'

const PICTURES: PictureStep<Thumbnail> = {
  name: 'thumbnails',
  formats: HASHED_FORMATS,
  limit: LIMITS.galleryPictures,
  key: thumbnailKey,
  openPool: (size) => createThumbnailPool({ size }),
  stopped: stoppedThumbnail,
  abortedCode: 'picture-aborted',
  abortedWords: THUMBNAIL_WORDS,
  unavailableCode: 'picture-decoder',
}

/** Small pictures by what they are of: the hash of a picture, or a film's with a frame's time. */
export type ThumbnailFinder = (sha256: string, frameMs: number | undefined) => Thumbnail

/**
 * Small pictures of these pictures and films, made where the cache has none, in the processes that decode; the evidence is read and not changed. `wanted` holds hashes of
 * exhibits' own bytes. Films are decoded with the ffmpeg of this machine, and their frames are not shown where there is none.
 */
export async function thumbnailsOf(
  opened: CaseFolder,
  exhibits: readonly Exhibit[],
  wanted: ReadonlySet<string>,
  progress: Progress,
  jobs: number,
): Promise<ThumbnailFinder> {
  const decoding = filmDecoding(undefined)
  const films: PictureStep<FilmThumbnails> = {
    name: 'thumbnails of films',
    formats: FILM_FORMATS,
    limit: LIMITS.galleryPictures,
    key: (film) => filmThumbnailsKey(film, decoding),
    openPool: (size) => createFilmThumbnailPool(decoding.ffmpeg, size),
    stopped: (why) => withoutFilmThumbnails('film-aborted', why),
    abortedCode: 'film-aborted',
    abortedWords: THUMBNAIL_WORDS,
    unavailableCode: FILM_UNAVAILABLE,
  }
  await examineThese(opened, PICTURES, queueOf(exhibits, wanted, HASHED_FORMATS), progress, jobs)
  await examineThese(opened, films, queueOf(exhibits, wanted, FILM_FORMATS), progress, jobs)
  return (sha256, frameMs) => {
    if (frameMs === undefined) return cachedExamination(opened, PICTURES, sha256) ?? NOT_MADE
    const film = cachedExamination(opened, films, sha256)
    const found = film?.frames.find(({ ms }) => ms === frameMs)?.thumbnail
    return found ?? { warnings: film && film.warnings.length > 0 ? film.warnings : NOT_TAKEN.warnings }
  }
}

const NOT_MADE: Thumbnail = {
  warnings: [{ code: 'picture-decoder', message: `${THUMBNAIL_WORDS}sharp cannot be loaded on this machine` }],
}
const NOT_TAKEN: Thumbnail = {
  warnings: [
    { code: FILM_UNAVAILABLE, message: `${THUMBNAIL_WORDS}the ffmpeg of this machine did not give this frame, or is missing or not held` },
  ],
}

/** Sealed files with the pictures that are wanted of them, each picture once; a file is read under the first path it lies under, as by the readers. */
function queueOf(exhibits: readonly Exhibit[], wanted: ReadonlySet<string>, formats: ReadonlySet<string>): Queue {
  const files = new Map<string, ToRead>()
  const first = new Map<string, string>()
  for (const { sha256, blob, inside, path, bytes, format } of exhibits) {
    const known = files.get(blob)
    if (inside.length === 0 && (known === undefined || path < known.name)) files.set(blob, { sha256: blob, name: path, bytes })
    if (wanted.has(sha256) && formats.has(format) && !first.has(sha256)) first.set(sha256, blob)
  }
  const queue = new Map<string, { readonly file: ToRead; readonly pictures: string[] }>()
  for (const [sha256, blob] of first) {
    const file = files.get(blob)
    if (!file) continue
    const known = queue.get(blob)
    if (known) known.pictures.push(sha256)
    else queue.set(blob, { file, pictures: [sha256] })
  }
  return [...queue.values()]
}
