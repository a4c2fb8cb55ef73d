import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { boxesOf } from '../film/mp4-boxes.ts'
import { readExif } from '../pictures/exif.ts'
import { readIcc } from '../pictures/icc.ts'
import { readIptc } from '../pictures/iptc.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

/** Kinds of `uuid` boxes: XMP (XMP Specification Part 3), EXIF and IPTC as programs write them. */
const XMP = 'be7acfcb97a942e89c71999491e3afac'
const EXIF = '4a706754696666457869662d3e4a5032'
const IPTC = '33c7a4d2b81d4723a0baf1a3e097ad38'
const COMMENT = 0xff64
const START_OF_TILE = 0xff90

/** JPEG 2000 pictures, packed in boxes or as a bare stream: size, EXIF, XMP, IPTC, colour profile, comments. What is drawn in the picture is not read. */
export const jp2: FormatReader = {
  name: 'jp2',
  summary: 'JPEG 2000 picture (JP2, J2K): size, EXIF, XMP, IPTC, comments',
  extensions: ['.jp2', '.j2k', '.j2c', '.jpx', '.jpf'],
  source: 'ITU-T T.800 (JPEG 2000 Part 1), Annexes A and I',
  sniff(head) {
    const start = Buffer.from(head.subarray(0, 12)).toString('hex')
    return start.startsWith('0000000c6a502020') || start.startsWith('ff4fff51')
  },
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file[0] === 0xff) {
      stream(file, 0, file.length, draft)
      return draft.done('jp2')
    }
    const { boxes, isCut } = boxesOf(file, 0, file.length)
    if (isCut || !boxes.some(({ type }) => type === 'jp2c')) draft.cut('truncated', `the picture is cut short: ${file.length} bytes`)
    for (const { type, from, to } of boxes) {
      const at = { kind: 'bytes', from, to } as const
      const id = type === 'uuid' ? file.toString('hex', from, from + 16) : ''
      const data = file.subarray(from + 16, to)
      if (id === XMP) readXmp(data, draft, at)
      else if (id === EXIF) readExif(data, draft, at)
      else if (id === IPTC) readIptc(data, draft, at)
      else if (type === 'xml ')
        draft.passage(file.toString('utf8', from, Math.min(to, from + LIMITS.mediaTextBytes)), at, { role: 'note', block: 'xml' })
      else if (type === 'jp2c') stream(file, from, to, draft)
      else if (type === 'jp2h')
        for (const inner of boxesOf(file, from, to).boxes)
          if (inner.type === 'colr' && file[inner.from] === 2) readIcc(file.subarray(inner.from + 3, inner.to), draft, at)
    }
    return draft.done('jp2')
  },
}

/** The main header of a stream: its size and comments; pictures begin at the first tile. */
function stream(file: Buffer, from: number, to: number, draft: Draft): void {
  let at = from + 2
  for (let count = 0; at + 4 <= to && count < LIMITS.mediaParts; count++) {
    const marker = file.readUInt16BE(at)
    if (marker === START_OF_TILE) {
      if (file.readUInt16BE(to - 2) !== 0xffd9) draft.cut('truncated', 'the picture has no end mark')
      return
    }
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > to) break
    if (marker === 0xff51 && end - at >= 24)
      draft.traceOnce(
        'dimensions',
        `${file.readUInt32BE(at + 6) - file.readUInt32BE(at + 14)}x${file.readUInt32BE(at + 10) - file.readUInt32BE(at + 18)}`,
        'Width and height in pixels.',
      )
    else if (marker === COMMENT && file.readUInt16BE(at + 4) === 1)
      draft.traceOnce('encoder', metadataText(file.subarray(at + 6, end)), 'Library that wrote it, or a remark.', {
        kind: 'bytes',
        from: at,
        to: end,
      })
    at = end
  }
  draft.cut('truncated', `the picture is cut short or damaged at byte ${at}`)
}
