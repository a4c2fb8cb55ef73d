import { Draft } from '../draft.ts'
import { riffChunks } from '../film/riff-chunks.ts'
import { readExif } from '../pictures/exif.ts'
import { readIcc } from '../pictures/icc.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'

/** WebP pictures: size, EXIF, XMP, colour profile. What is drawn in the picture is not read. */
export const webp: FormatReader = {
  name: 'webp',
  summary: 'WebP picture: size, EXIF, XMP, colour profile',
  extensions: ['.webp'],
  source: 'RFC 9649',
  sniff: (head) => /^RIFF.{4}WEBP/s.test(Buffer.from(head.subarray(0, 12)).toString('latin1')),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const { id, from, to } of riffChunks(file, draft)) {
      const data = file.subarray(from, to)
      const at = { kind: 'bytes', from, to } as const
      if (id === 'EXIF') readExif(data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data, draft, at)
      else if (id === 'XMP ') readXmp(data, draft, at)
      else if (id === 'ICCP') readIcc(data, draft, at)
      else draft.traceOnce('dimensions', sizeIn(id, data), 'Width and height in pixels.')
    }
    return draft.done('webp')
  },
}

function sizeIn(id: string, data: Buffer): string | undefined {
  if (id === 'VP8X' && data.length >= 10) return `${data.readUIntLE(4, 3) + 1}x${data.readUIntLE(7, 3) + 1}`
  if (id === 'VP8 ' && data.length >= 10) return `${data.readUInt16LE(6) & 0x3fff}x${data.readUInt16LE(8) & 0x3fff}`
  if (id !== 'VP8L' || data.length < 5) return undefined
  const bits = data.readUInt32LE(1)
  return `${(bits & 0x3fff) + 1}x${((bits >>> 14) & 0x3fff) + 1}`
}
