import { LIMITS } from '../../base/limits.ts'
import { heldSharp } from './held-sharp.ts'
import { type Thumbnail, withoutThumbnail } from './thumbnail.ts'

/** Loads the decoder (native code: only in a process of its own). It gives a small picture of one picture, and never throws on bad bytes. @throws Error when sharp is not there. */
export async function openThumbnailer(): Promise<(picture: Uint8Array) => Promise<Thumbnail>> {
  const open = await heldSharp(LIMITS.picturePixels)
  const side = LIMITS.thumbnailSide
  return async (picture) => {
    try {
      const { data, info } = await open(picture)
        .autoOrient()
        .flatten({ background: '#fff' })
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
        .webp({ quality: 70, effort: 2 })
        .toBuffer({ resolveWithObject: true })
      return { webp: data.toString('base64'), width: info.width, height: info.height, warnings: [] }
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : ''
      if (/pixel limit/i.test(why)) return withoutThumbnail('picture-limit', `it has more than ${LIMITS.picturePixels} pixels`)
      return withoutThumbnail('picture-unreadable', 'it could not be decoded')
    }
  }
}
