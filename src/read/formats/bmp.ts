import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

/** A header of version 5 has 124 bytes; its profile can be the path of a file. */
const V5_BYTES = 124
const LINKED = 'KNIL'

/** Windows bitmaps: size, and the path of a linked colour profile. What is drawn in the picture is not read. */
export const bmp: FormatReader = {
  name: 'bmp',
  summary: 'Windows bitmap: size, path of a linked colour profile',
  extensions: ['.bmp', '.dib'],
  source: 'Microsoft, Bitmap Storage; BITMAPV5HEADER',
  sniff(head) {
    const start = Buffer.from(head.subarray(0, 30))
    return (
      start.length >= 30 &&
      start.toString('latin1', 0, 2) === 'BM' &&
      start.readUInt32LE(6) === 0 &&
      [12, 40, 52, 56, 64, 108, 124].includes(start.readUInt32LE(14))
    )
  },
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const isOld = file.readUInt32LE(14) === 12
    const [width, height] = isOld ? [file.readUInt16LE(18), file.readUInt16LE(20)] : [file.readInt32LE(18), Math.abs(file.readInt32LE(22))]
    draft.trace('dimensions', `${width}x${height}`, 'Width and height in pixels.')
    const bits = file.readUInt16LE(isOld ? 24 : 28)
    const packing = isOld || file.length < 34 ? 0 : file.readUInt32LE(30)
    const rows = packing === 0 ? Math.ceil((width * bits) / 32) * 4 * height : 0
    if (Math.max(file.readUInt32LE(2), file.readUInt32LE(10) + rows) > file.length)
      draft.cut('truncated', `the picture is cut short: ${file.length} bytes`)
    if (file.readUInt32LE(14) === V5_BYTES && file.length >= 14 + V5_BYTES && file.toString('latin1', 70, 74) === LINKED) {
      const from = 14 + file.readUInt32LE(126)
      const raw = file.subarray(from, from + Math.min(file.readUInt32LE(130), 1024))
      draft.trace('path', metadataText(raw).replace(/\0.*$/s, ''), 'Colour profile on the machine that saved it.', {
        kind: 'bytes',
        from,
        to: from + raw.length,
      })
    }
    return draft.done('bmp')
  },
}
