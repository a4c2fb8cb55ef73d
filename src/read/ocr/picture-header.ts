import { LIMITS } from '../../base/limits.ts'

/** Formats that character recognition takes: pictures, and PDFs for their drawn pages; others are never examined. */
export const RECOGNISED_FORMATS: ReadonlySet<string> = new Set(['png', 'jpg', 'pdf'])

/** What the header of a picture says before anything is decoded. */
export interface PictureHeader {
  readonly width: number
  readonly height: number
  /** EXIF orientation, 1 … 8: how the picture is turned before it is shown. */
  readonly orientation: number
}

/** Bytes of a JPEG in which the orientation is looked for. */
const EXIF_BYTES = 64 * 1024

/** Size and orientation of a PNG or JPEG; undefined when the bytes are neither, or cut before the size. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length >= 33 && file.readUInt32BE(0) === 0x89504e47 && file.toString('latin1', 12, 16) === 'IHDR')
    return { width: file.readUInt32BE(16), height: file.readUInt32BE(20), orientation: 1 }
  return file[0] === 0xff && file[1] === 0xd8 ? jpegHeader(file) : undefined
}

function jpegHeader(file: Buffer): PictureHeader | undefined {
  let orientation = 1
  let at = 2
  for (let count = 0; count < LIMITS.mediaParts && at + 9 <= file.length && file[at] === 0xff; count++) {
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const end = at + 2 + file.readUInt16BE(at + 2)
    // Frame headers C0-CF, without the tables C4, C8 and CC.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5), orientation }
    if (marker === 0xe1 && file.toString('latin1', at + 4, at + 10) === 'Exif\0\0') orientation = orientationOf(file.subarray(at + 10, end))
    if (end < at + 4) return undefined
    at = end
  }
  return undefined
}

/** The orientation tag (0x0112, one short) of the first directory of an EXIF block. */
function orientationOf(block: Buffer): number {
  const tiff = block.subarray(0, EXIF_BYTES)
  if (tiff.length < 14) return 1
  const isLittle = tiff[0] === 0x49
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < Math.min(u16(first), 200); entry++) {
    const at = first + 2 + entry * 12
    const value = u16(at + 8)
    if (u16(at) === 0x0112) return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
