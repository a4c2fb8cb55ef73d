import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Reading, Warning } from '../../model/index.ts'

/** Raised with every change that can change a picture's hash. */
export const PICTURES_VERSION = 1

/** What decodes pictures, as it is sealed with an analysis: another decoder can give a hash that differs in a bit or two. */
export const PICTURE_ENGINE = 'sharp 0.35.5, libvips 8.18.7'

/** Formats of pictures that are decoded. A layered document is not: the small picture that its program put inside stands for it. SVG is a program, not a picture. */
export const HASHED_FORMATS: ReadonlySet<string> = new Set(['png', 'jpg', 'webp', 'gif', 'tiff', 'heif'])

/** What decoding made of one picture. */
export interface HashedPicture {
  /** 16 hexadecimal digits; absent where there is none, and a warning says why. */
  readonly hash?: string
  readonly warnings: readonly Warning[]
}

/** The cache key of a picture's hash: its bytes, the decoder and the bounds that decide it. */
export function pictureHashKey(picture: string): string {
  return sha256Hex(`${picture}|picture hash ${PICTURES_VERSION} ${PICTURE_ENGINE}|${JSON.stringify(LIMITS)}`)
}

/** A picture without a hash, and why. */
export function withoutHash(code: string, why: string): HashedPicture {
  return { warnings: [{ code, message: `the picture has no picture hash: ${why}` }] }
}

/** A picture whose decoding a bound of time or memory stopped, or whose process ended. */
export function stoppedDecoding(why: string): HashedPicture {
  return withoutHash('picture-aborted', why)
}

/** The reading with the hashes of its pictures as traces, where `find` knows them. */
export function withPictureHashes(reading: Reading, sha256: string, find: (sha256: string) => HashedPicture | undefined): Reading {
  const children = reading.children.map((child) => ({ ...child, reading: withPictureHashes(child.reading, child.sha256, find) }))
  const found = HASHED_FORMATS.has(reading.format) ? find(sha256) : undefined
  if (!found) return children.length === 0 ? reading : { ...reading, children }
  const traces = found.hash === undefined ? [] : [{ field: 'pictureHash', value: found.hash, meaning: MEANING }]
  return { ...reading, children, traces: [...reading.traces, ...traces], warnings: [...reading.warnings, ...found.warnings] }
}

const MEANING = 'What the picture looks like in 64 bits: frames of one cut, stock, reference pictures and templates look alike too.'
