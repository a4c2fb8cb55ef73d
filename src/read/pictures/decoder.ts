import type { Sharp } from 'sharp'
import { LIMITS } from '../../base/limits.ts'
import { type HashedPicture, withoutHash } from './hashed-picture.ts'
import { heldSharp } from './held-sharp.ts'
import { HASH_SIDE, pictureHash } from './picture-hash.ts'

/** Side of the square that the decoder scales to; blocks of it are averaged here, in whole numbers, so that a level that another processor rounds otherwise hardly matters. */
const DECODED_SIDE = 128
const BLOCK = DECODED_SIDE / HASH_SIDE

/** Sides shorter than this are icons, which look alike when they are blown up. */
const LEAST_SIDE = HASH_SIDE

/** Loads the decoder (native code: only in a process of its own). It gives the hash of one picture, and never throws on bad bytes. @throws Error when sharp is not there. */
export async function openDecoder(): Promise<(picture: Uint8Array) => Promise<HashedPicture>> {
  const open = await heldSharp(LIMITS.picturePixels)
  return (picture) => hashOf(() => open(picture))
}

async function hashOf(open: () => Sharp): Promise<HashedPicture> {
  try {
    const { width, height } = await open().metadata()
    if (width * height > LIMITS.picturePixels)
      return withoutHash('picture-limit', `it has ${width * height} pixels, more than ${LIMITS.picturePixels}`)
    if (Math.min(width, height) < LEAST_SIDE)
      return withoutHash('picture-plain', `${width} x ${height} pixels are too few to tell it from other small pictures`)
    const grey = await open()
      .autoOrient()
      .flatten({ background: '#fff' })
      .resize(DECODED_SIDE, DECODED_SIDE, { fit: 'fill' })
      .toColourspace('b-w')
      .raw()
      .toBuffer()
    const hash = pictureHash(blocksOf(grey), BLOCK * BLOCK)
    return hash === undefined
      ? withoutHash('picture-plain', 'it is plain, smooth or the same on both sides, and such pictures look alike by chance')
      : { hash, warnings: [] }
  } catch (fault) {
    const why = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : ''
    // It compares the pixels that the header promises before it decodes.
    if (/pixel limit/i.test(why)) return withoutHash('picture-limit', `it has more than ${LIMITS.picturePixels} pixels`)
    return withoutHash('picture-unreadable', 'it could not be decoded')
  }
}

/** Sums of the blocks of a square grey picture. */
function blocksOf(grey: Uint8Array): number[] {
  const blocks = new Array<number>(HASH_SIDE * HASH_SIDE).fill(0)
  for (let at = 0; at < DECODED_SIDE * DECODED_SIDE; at++) {
    const row = Math.floor(at / DECODED_SIDE / BLOCK)
    const column = Math.floor((at % DECODED_SIDE) / BLOCK)
    const block = row * HASH_SIDE + column
    blocks[block] = (blocks[block] ?? 0) + (grey[at] ?? 0)
  }
  return blocks
}
