import { LIMITS } from '../../base/limits.ts'
import type { Place, TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { readExif } from '../pictures/exif.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

const EXIF_MARK = 'Exif\0\0'
const XMP_MARK = 'http://ns.adobe.com/xap/1.0/\0'
const IRB_MARK = 'Photoshop 3.0\0'
/** IPTC datasets of record 2 (IIM 4.2) that become traces. */
const IPTC: Readonly<Record<number, readonly [field: TraceName, meaning: string]>> = {
  5: ['title', 'Title as entered.'],
  80: ['author', 'Name as entered; anybody can set it.'],
  110: ['company', 'Credit as entered.'],
  116: ['copyright', 'Copyright line as entered.'],
  120: ['comment', 'Caption as entered.'],
  122: ['author', 'Writer of the caption as entered.'],
}

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

function segment(marker: number, data: Buffer, place: Place, draft: Draft): void {
  // Frame headers C0-CF, without the tables C4, C8 and CC.
  const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
  const starts = (mark: string) => data.toString('latin1', 0, mark.length) === mark
  if (isFrame && data.length >= 5)
    draft.trace('dimensions', `${data.readUInt16BE(3)}x${data.readUInt16BE(1)}`, 'Width and height in pixels.')
  else if (marker === 0xe1 && starts(EXIF_MARK)) readExif(data.subarray(EXIF_MARK.length), draft, place)
  else if (marker === 0xe1 && starts(XMP_MARK)) readXmp(data.subarray(XMP_MARK.length), draft, place)
  else if (marker === 0xed && starts(IRB_MARK)) resources(data.subarray(IRB_MARK.length), place, draft)
  else if (marker === 0xfe) draft.passage(metadataText(data).replace(/\0+$/, ''), place, { role: 'comment', block: 'comment' })
}

/** Photoshop image resources: the IPTC block (0x0404) among them. */
function resources(data: Buffer, place: Place, draft: Draft): void {
  for (let at = 0; at + 12 <= data.length && data.toString('latin1', at, at + 4) === '8BIM'; ) {
    const id = data.readUInt16BE(at + 4)
    const nameBytes = 1 + (data[at + 6] ?? 0)
    const sizeAt = at + 6 + nameBytes + (nameBytes % 2)
    if (sizeAt + 4 > data.length) return
    const size = data.readUInt32BE(sizeAt)
    if (id === 0x0404) iptc(data.subarray(sizeAt + 4, sizeAt + 4 + size), place, draft)
    at = sizeAt + 4 + size + (size % 2)
  }
}

function iptc(data: Buffer, place: Place, draft: Draft): void {
  for (let at = 0; at + 5 <= data.length && data[at] === 0x1c; ) {
    const size = data.readUInt16BE(at + 3)
    if (size > 0x7fff) return
    const known = data[at + 1] === 2 ? IPTC[data[at + 2] ?? 0] : undefined
    if (known) draft.trace(known[0], metadataText(data.subarray(at + 5, at + 5 + size)), known[1], place)
    at += 5 + size
  }
}
