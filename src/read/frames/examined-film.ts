import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { formatPlace, type Place, type Reading, type ReadPassage, type Warning } from '../../model/index.ts'
import { OCR_VERSION } from '../ocr/drawn-text.ts'
import { PICTURE_ENGINE, PICTURES_VERSION } from '../pictures/hashed-picture.ts'
import type { Ffmpeg } from './ffmpeg.ts'
import { FILM_FORMATS } from './film-frames.ts'

/** Raised with every change that can change which frames are taken, or what is made of them. */
export const FRAMES_VERSION = 2

/** One key frame: when it is shown, what it looks like, and what is drawn in it. */
export interface ExaminedFrame {
  readonly ms: number
  /** Absent where the frame is plain or could not be decoded; a warning says which. */
  readonly hash?: string
  /** Whether characters were looked for. */
  readonly drawnText: 'examined' | 'not-examined'
  readonly passages: readonly ReadPassage[]
}

/** What was made of one film. */
export interface ExaminedFilm {
  readonly status: 'examined' | 'not-examined'
  readonly frames: readonly ExaminedFrame[]
  /** Why a film was not examined is a warning too. */
  readonly warnings: readonly Warning[]
}

/** A film whose frames were not examined, and why. */
export function filmNotExamined(code: string, why: string): ExaminedFilm {
  return { status: 'not-examined', frames: [], warnings: [{ code, message: `${FILM_WORDS}${why}` }] }
}

/** What such a warning begins with. */
export const FILM_WORDS = 'frames were not examined: '

/** A film whose examination a bound of time or memory stopped, or whose process ended. */
export function stoppedFilm(why: string): ExaminedFilm {
  return filmNotExamined('film-aborted', why)
}

/** The cache key of a film's frames: its bytes, every program that had a part in it, and the bounds. */
export function filmKey(film: string, { version }: Pick<Ffmpeg, 'version'>, recogniser?: string): string {
  const ocr = recogniser === undefined ? 'none' : `${OCR_VERSION} ${recogniser}`
  return sha256Hex(
    `${film}|frames ${FRAMES_VERSION} ${version}|${PICTURES_VERSION} ${PICTURE_ENGINE}|drawn text ${ocr}|${JSON.stringify(LIMITS)}`,
  )
}

/** Where a frame stands in its film. */
export function framePlace(ms: number): Place {
  return { kind: 'time', fromMs: ms, toMs: ms }
}

/** What is drawn in a frame, placed in the film: only lines of one frame are neighbours. */
export function inFrame(ms: number, passages: readonly ReadPassage[]): ReadPassage[] {
  const at = framePlace(ms)
  return passages.map((passage) => ({ ...passage, at, block: `frame ${formatPlace(at)}` }))
}

/** The reading with the frames of its films as traces and passages, where `find` knows; every film says whether its frames were examined. */
export function withFilmFrames(reading: Reading, sha256: string, find: (sha256: string) => ExaminedFilm | undefined): Reading {
  const children = reading.children.map((child) => ({ ...child, reading: withFilmFrames(child.reading, child.sha256, find) }))
  if (!FILM_FORMATS.has(reading.format)) return children.length === 0 ? reading : { ...reading, children }
  const film = find(sha256)
  const hashes = (film?.frames ?? []).flatMap(({ ms, hash }) =>
    hash === undefined ? [] : [{ field: 'pictureHash', value: hash, meaning: MEANING, at: framePlace(ms) }],
  )
  return {
    ...reading,
    children,
    filmFrames: film?.status ?? 'not-examined',
    ...(film?.frames.some(({ drawnText }) => drawnText === 'examined') ? { drawnText: 'examined' as const } : {}),
    passages: [...reading.passages, ...(film?.frames ?? []).flatMap(({ passages }) => passages)],
    traces: [...reading.traces, ...hashes],
    warnings: [...reading.warnings, ...(film?.warnings ?? [])],
  }
}

const MEANING = 'What a key frame of the film looks like in 64 bits: frames of one cut, slates and stock look alike too.'
