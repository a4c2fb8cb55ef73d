import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Warning } from '../../model/index.ts'
import type { PicturePool } from '../picture-pool.ts'
import { PICTURE_ENGINE } from '../pictures/hashed-picture.ts'
import { THUMBNAIL_WORDS, THUMBNAILS_VERSION, type Thumbnail } from '../pictures/thumbnail.ts'
import { createThumbnailPool } from '../pictures/thumbnail-pool.ts'
import { FRAMES_VERSION } from './examined-film.ts'
import type { Ffmpeg } from './ffmpeg.ts'
import { filmFramesOf } from './film-frames.ts'
import { createFilmsPool, ofFrame } from './films-of-file.ts'

/** Small pictures of the key frames of one film; without frames a warning says why. */
export interface FilmThumbnails {
  readonly frames: readonly { readonly ms: number; readonly thumbnail: Thumbnail }[]
  readonly warnings: readonly Warning[]
}

/** The cache key of the small pictures of a film: its bytes, every program that had a part in them, and the bounds. */
export function filmThumbnailsKey(film: string, { version }: Pick<Ffmpeg, 'version'>): string {
  return sha256Hex(
    `${film}|frames ${FRAMES_VERSION} ${version}|thumbnails ${THUMBNAILS_VERSION} ${PICTURE_ENGINE}|${JSON.stringify(LIMITS)}`,
  )
}

/** A film of which no frame is shown, and why. */
export function withoutFilmThumbnails(code: string, why: string): FilmThumbnails {
  return { frames: [], warnings: [{ code, message: `${THUMBNAIL_WORDS}${why}` }] }
}

/** Takes key frames of films, also inside other files, and gives each to the processes that draw small pictures. */
export function createFilmThumbnailPool(ffmpeg: Ffmpeg | { readonly why: string }, size: number): PicturePool<FilmThumbnails> {
  const small = createThumbnailPool({ size })
  return createFilmsPool<FilmThumbnails>(ffmpeg, size, {
    async examine(film, name, program) {
      const found = await filmFramesOf(film, name, program)
      if ('why' in found) return withoutFilmThumbnails(found.code, found.why)
      const frames: { ms: number; thumbnail: Thumbnail }[] = []
      for (const { ms, png } of found.frames) frames.push({ ms, thumbnail: await ofFrame(small, png) })
      return { frames, warnings: [] }
    },
    failed: withoutFilmThumbnails,
    close: small.close,
  })
}
