import { LIMITS } from '../../base/limits.ts'
import { utf16be } from '../../base/text.ts'
import type { Draft } from '../draft.ts'
import { metadataText } from '../text/metadata-text.ts'
import { readExif } from './exif.ts'
import { readIcc } from './icc.ts'
import { readIptc } from './iptc.ts'
import { readXmp } from './xmp.ts'

/** Numbers of image resources (Adobe Photoshop File Formats Specification, "Image Resource IDs"). */
const IPTC = 1028
const THUMBNAIL = 1036
const COPYRIGHT_URL = 1035
const ICC = 1039
const VERSION = 1057
const EXIF = 1058
const XMP = 1060
const PRINT_STYLE = 1083
const PRINT_INFORMATION = 1082
const PATH_INFORMATION = 1071
/** A thumbnail's own header before its JPEG. */
const THUMBNAIL_HEADER = 28

/** A small picture that the program keeps of the whole: bytes of a JPEG, half open. */
export interface Thumbnail {
  readonly from: number
  readonly to: number
}

/**
 * Reads the image resources that Photoshop keeps in its own files, in JPEG and TIFF: properties, colour profile, printer, program. Gives the thumbnails' places.
 * `shift` is where `data` begins in the file. Never throws.
 */
export function readPhotoshopResources(data: Buffer, draft: Draft, shift = 0): readonly Thumbnail[] {
  const thumbnails: Thumbnail[] = []
  let at = 0
  for (let count = 0; at + 12 <= data.length && data.toString('latin1', at, at + 2) === '8B'; count++) {
    if (count >= LIMITS.mediaParts) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} image resources: the rest was not read`)
      break
    }
    const nameBytes = 1 + (data[at + 6] ?? 0)
    const sizeAt = at + 6 + nameBytes + (nameBytes % 2)
    if (sizeAt + 4 > data.length) break
    const size = data.readUInt32BE(sizeAt)
    const from = sizeAt + 4
    if (from + size > data.length) break
    const id = data.readUInt16BE(at + 4)
    if (id === THUMBNAIL && size > THUMBNAIL_HEADER && data.readUInt32BE(from) === 1)
      thumbnails.push({ from: shift + from + THUMBNAIL_HEADER, to: shift + from + size })
    else resource(id, data.subarray(from, from + size), { kind: 'bytes', from: shift + from, to: shift + from + size }, draft)
    at = from + size + (size % 2)
  }
  return thumbnails
}

function resource(id: number, data: Buffer, at: { kind: 'bytes'; from: number; to: number }, draft: Draft): void {
  if (id === XMP) readXmp(data, draft, at)
  else if (id === EXIF) readExif(data, draft, at)
  else if (id === IPTC) readIptc(data, draft, at)
  else if (id === ICC) readIcc(data, draft, at)
  else if (id === COPYRIGHT_URL) draft.traceOnce('link', metadataText(data), 'Copyright address as entered.', at)
  else if (id === PRINT_INFORMATION || id === PRINT_STYLE || id === PATH_INFORMATION) printing(data, at, draft)
  else if (id === VERSION && data.length >= 9) {
    const writer = unicode(data, 5)
    const reader = writer && unicode(data, writer.end)
    // "Adobe Photoshop" twice with the version of each: who wrote, and who can read.
    if (writer && reader)
      draft.traceOnce(
        'application',
        [...new Set([writer.text, reader.text])].filter(Boolean).join(', '),
        'Program that saved it, as it states.',
        at,
      )
  }
}

/** A descriptor of print settings: the printer's name stands after its key, as UTF-16 with its length. */
function printing(data: Buffer, at: { kind: 'bytes'; from: number; to: number }, draft: Draft): void {
  for (const [key, field, meaning] of [
    ['printerName', 'printer', 'Printer that was set up on the machine that saved it.'],
    ['profileName', 'colorProfile', 'Profile of the printer or paper that was chosen.'],
    ['bookmark', 'path', 'Place of the file on the machine that saved it.'],
  ] as const) {
    const found = data.indexOf(`${key}TEXT`)
    if (found < 0) continue
    draft.traceOnce(field, unicode(data, found + key.length + 4)?.text, meaning, at)
  }
}

/** UTF-16 text after its length in units; none when it goes beyond the end. */
function unicode(data: Buffer, from: number): { text: string; end: number } | undefined {
  if (from + 4 > data.length) return undefined
  const end = from + 4 + data.readUInt32BE(from) * 2
  if (end > data.length) return undefined
  return {
    text: utf16be(data.subarray(from + 4, end)).replace(/\0+$/, ''),
    end,
  }
}
