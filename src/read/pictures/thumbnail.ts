import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Warning } from '../../model/index.ts'
import { PICTURE_ENGINE } from './hashed-picture.ts'

/** Raised with every change that can change a small picture. */
export const THUMBNAILS_VERSION = 1

/** A small picture of a picture, drawn anew: no byte of the original and nothing that stood beside its pixels is in it. */
export interface Thumbnail {
  /** WebP as Base64, its longer side at most {@link LIMITS.thumbnailSide} pixels; absent where there is none, and a warning says why. */
  readonly webp?: string
  readonly width?: number
  readonly height?: number
  readonly warnings: readonly Warning[]
}

/** The cache key of a small picture: the picture's bytes, the decoder and the bounds. */
export function thumbnailKey(picture: string): string {
  return sha256Hex(`${picture}|thumbnail ${THUMBNAILS_VERSION} ${PICTURE_ENGINE}|${JSON.stringify(LIMITS)}`)
}

/** What the warning of a picture that is not shown begins with. */
export const THUMBNAIL_WORDS = 'the picture is not shown: '

/** A picture that is not shown, and why. */
export function withoutThumbnail(code: string, why: string): Thumbnail {
  return { warnings: [{ code, message: `${THUMBNAIL_WORDS}${why}` }] }
}

/** A picture whose decoding a bound of time or memory stopped, or whose process ended. */
export function stoppedThumbnail(why: string): Thumbnail {
  return withoutThumbnail('picture-aborted', why)
}

/** What a process gave, where it is a WebP picture within the bound: the process decoded what an adversary drew. */
export function checkedThumbnail(made: Thumbnail): Thumbnail {
  if (made.webp === undefined) return made
  const { webp, width, height } = made
  const bytes =
    typeof webp === 'string' && webp.length <= (LIMITS.thumbnailBytes * 4) / 3 + 4 ? Buffer.from(webp, 'base64') : Buffer.alloc(0)
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  const hasSides = [width, height].every((side) => Number.isInteger(side) && Number(side) > 0 && Number(side) <= LIMITS.thumbnailSide)
  if (!isWebp || !hasSides || bytes.length > LIMITS.thumbnailBytes)
    return withoutThumbnail('picture-unreadable', 'its decoder gave no picture')
  return { webp: bytes.toString('base64'), width: Number(width), height: Number(height), warnings: [] }
}
