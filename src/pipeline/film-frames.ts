import { LIMITS } from '../base/limits.ts'
import {
  createFilmPool,
  type ExaminedFilm,
  type Ffmpeg,
  FILM_FORMATS,
  FILM_UNAVAILABLE,
  FILM_WORDS,
  filmKey,
  findFfmpeg,
  type Recogniser,
  stoppedFilm,
} from '../read/index.ts'
import type { PictureStep } from './examined-pictures.ts'

/** How the films of a case are looked at: the version of ffmpeg that is sealed with the analysis, and the program where this machine has it. */
export interface FilmDecoding {
  readonly version: string
  readonly ffmpeg: Ffmpeg | { readonly why: string }
}

/** The ffmpeg of this machine. Where there is none, what the last analysis kept under its version is used, and nothing new is taken. */
export function filmDecoding(lastVersion: string | undefined): FilmDecoding {
  const ffmpeg = findFfmpeg(process.env.PATH ?? '')
  return { version: 'path' in ffmpeg ? ffmpeg.version : (lastVersion ?? 'none'), ffmpeg }
}

/** Taking key frames of films; with a recogniser also the characters in them. */
export function filmFrames({ version, ffmpeg }: FilmDecoding, recogniser: Recogniser | undefined): PictureStep<ExaminedFilm> {
  return {
    name: 'frames',
    formats: FILM_FORMATS,
    limit: LIMITS.films,
    key: (film) => filmKey(film, { version }, recogniser?.engine),
    openPool: (size) => createFilmPool({ ffmpeg, recogniser, size }),
    stopped: stoppedFilm,
    abortedCode: 'film-aborted',
    abortedWords: FILM_WORDS,
    unavailableCode: FILM_UNAVAILABLE,
  }
}
