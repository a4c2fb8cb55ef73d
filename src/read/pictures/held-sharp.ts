import type { Sharp, SharpOptions } from 'sharp'

/** Loaders of libvips that stay; SVG, PDF, vips' own and every loader that opens a file are blocked. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`)

/** Loads sharp (native code: only in a process of its own) so that it opens these formats from memory only, and gives what opens a picture of at most so many pixels. @throws Error when sharp is not there. */
export async function heldSharp(pixels: number): Promise<(picture: Uint8Array) => Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  // One thread: what it holds in memory is watched, and two processes already fill the machine.
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
  const options: SharpOptions = { limitInputPixels: pixels, failOn: 'error', pages: 1, sequentialRead: true }
  return (picture) => sharp(picture, options)
}
