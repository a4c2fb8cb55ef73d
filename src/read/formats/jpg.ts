import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { readExif } from '../pictures/exif.ts'
import { readIcc } from '../pictures/icc.ts'
import { readPhotoshopResources } from '../pictures/photoshop-resources.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

const EXIF_MARK = 'Exif\0\0'
const XMP_MARK = 'http://ns.adobe.com/xap/1.0/\0'
const ICC_MARK = 'ICC_PROFILE\0'
const IRB_MARK = 'Photoshop 3.0\0'
/** JPEG pictures: size, EXIF, XMP, IPTC, comments. What is drawn in the picture is not read. */
export const jpg: FormatReader = {
  name: 'jpg',
  summary: 'JPEG picture: size, EXIF, XMP, IPTC, comments',
  extensions: ['.jpg', '.jpeg', '.jfif'],
  source: 'ITU-T T.81 Annex B; CIPA DC-008 (Exif 2.32)',
  sniff: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 2
    let isPicture = false
    for (let count = 0; count < LIMITS.mediaParts && at + 4 <= file.length; count++) {
      if (file[at] !== 0xff) break
      const marker = file[at + 1] ?? 0
      if (marker === 0xff) {
        at++
        continue
      }
      const end = at + 2 + file.readUInt16BE(at + 2)
      if (end > file.length || end < at + 4) break
      // Start of scan: what follows is the picture itself.
      isPicture = marker === 0xda
      if (isPicture) break
      segment(marker, file.subarray(at + 4, end), { kind: 'bytes', from: at, to: end }, draft)
      at = end
    }
    const tail = isPicture ? file.lastIndexOf(Buffer.from([0xff, 0xd9])) : -1
    if (tail < 0) draft.cut('truncated', `the picture is cut short or damaged after byte ${at}`)
    return draft.done('jpg')
  },
}

function segment(marker: number, data: Buffer, place: { kind: 'bytes'; from: number; to: number }, draft: Draft): void {
  // Frame headers C0-CF, without the tables C4, C8 and CC.
  const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
  const starts = (mark: string) => data.toString('latin1', 0, mark.length) === mark
  if (isFrame && data.length >= 5)
    draft.trace('dimensions', `${data.readUInt16BE(3)}x${data.readUInt16BE(1)}`, 'Width and height in pixels.')
  else if (marker === 0xe1 && starts(EXIF_MARK)) readExif(data.subarray(EXIF_MARK.length), draft, place)
  else if (marker === 0xe1 && starts(XMP_MARK)) readXmp(data.subarray(XMP_MARK.length), draft, place)
  else if (marker === 0xe2 && starts(ICC_MARK)) readIcc(data.subarray(ICC_MARK.length + 2), draft, place)
  else if (marker === 0xed && starts(IRB_MARK))
    readPhotoshopResources(data.subarray(IRB_MARK.length), draft, place.from + 4 + IRB_MARK.length)
  else if (marker === 0xfe) draft.passage(metadataText(data).replace(/\0+$/, ''), place, { role: 'comment', block: 'comment' })
}
