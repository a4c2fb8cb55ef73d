import type { Place, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { metadataText } from '../text/metadata-text.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Tags of IFD0 and the Exif directory that become traces (TIFF 6.0; CIPA DC-008 Exif 2.32; XP tags as Windows writes them in UTF-16). */
const TAGS: Readonly<Record<number, readonly [field: TraceName, meaning: string]>> = {
  269: ['title', 'Document name as entered.'],
  270: ['comment', 'Description as entered, or by the camera.'],
  271: ['device', 'Maker of the device.'],
  272: ['device', 'Model of the device.'],
  305: ['application', 'Program that saved it, as it states.'],
  306: ['modified', 'Local clock when it was changed last; no zone is stated here.'],
  315: ['author', 'Name as entered; anybody can set it.'],
  316: ['machine', 'Name of the computer that made it.'],
  33432: ['copyright', 'Copyright line as entered.'],
  36867: ['created', 'Local clock when it was taken; no zone is stated here.'],
  36868: ['created', 'Local clock when it was made digital; no zone is stated here.'],
  37510: ['comment', 'Comment as entered.'],
  40091: ['title', 'Title as Windows keeps it.'],
  40092: ['comment', 'Comment as Windows keeps it.'],
  40093: ['author', 'Author as Windows keeps it.'],
  42032: ['author', 'Owner of the camera as entered.'],
  42033: ['device', 'Serial number of the camera body.'],
  42036: ['device', 'Lens.'],
  42037: ['device', 'Serial number of the lens.'],
}
const OFFSETS: Readonly<Record<number, string>> = { 36880: 'OffsetTime', 36881: 'OffsetTimeOriginal', 36882: 'OffsetTimeDigitized' }
const EXIF_IFD = 0x8769
const GPS_IFD = 0x8825
const USER_COMMENT = 0x9286
const WIDTHS: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 7: 1, 9: 4 }
/** Entries of one directory and directories of one block that are looked at. */
const ENTRIES = 512
const DIRECTORIES = 4
const VALUE_BYTES = 8192

/** A value of a directory that is not for this reader: its tag, its bytes (half open in the block), and how many bytes one of its numbers has. */
export interface OtherValue {
  readonly tag: number
  readonly from: number
  readonly to: number
  readonly width: number
  readonly isLittle: boolean
}

/**
 * Reads a TIFF block of EXIF data. Places are told as present, never where: a picture's place is a person's. Values of other tags go to `other`. Never throws; loops
 * end at the bounds.
 */
export function readExif(block: Uint8Array, draft: Draft, at?: Place, other?: (value: OtherValue) => void): void {
  const file = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const mark = file.toString('latin1', 0, 4)
  if (mark !== 'II*\0' && mark !== 'MM\0*') {
    draft.warn('exif-damaged', 'the EXIF block is not a TIFF block')
    return
  }
  const isLittle = mark.startsWith('I')
  const u16 = (from: number) => (from + 2 > file.length ? 0 : isLittle ? file.readUInt16LE(from) : file.readUInt16BE(from))
  const u32 = (from: number) => (from + 4 > file.length ? 0 : isLittle ? file.readUInt32LE(from) : file.readUInt32BE(from))
  const queue = [u32(4)]
  const seen = new Set<number>()
  while (queue.length > 0 && seen.size < DIRECTORIES) {
    const start = queue.shift() ?? 0
    if (start < 8 || seen.has(start) || start + 2 > file.length) continue
    seen.add(start)
    for (let i = 0; i < Math.min(u16(start), ENTRIES); i++) {
      const row = start + 2 + i * 12
      if (row + 12 > file.length) {
        draft.warn('exif-damaged', 'the EXIF block is cut short')
        return
      }
      const tag = u16(row)
      if (tag === EXIF_IFD) queue.push(u32(row + 8))
      else if (tag === GPS_IFD)
        draft.trace('gps', 'present', 'The device noted where it was; the place is in the sealed file and is not repeated here.', at)
      else {
        const width = WIDTHS[u16(row + 2)] ?? 0
        const bytes = width * u32(row + 4)
        const from = bytes <= 4 ? row + 8 : u32(row + 8)
        if (!(tag in TAGS) && !(tag in OFFSETS)) other?.({ tag, from, to: from + bytes, width, isLittle })
        else if (bytes > 0 && from + bytes <= file.length)
          tagValue(tag, file.subarray(from, from + Math.min(bytes, VALUE_BYTES)), draft, at)
      }
    }
  }
}

function tagValue(tag: number, raw: Buffer, draft: Draft, at: Place | undefined): void {
  const clock = OFFSETS[tag]
  if (clock !== undefined) {
    const stated = textOf(tag, raw)
    traceZone(draft, offsetOf(`00${stated}`), `Stated with ${clock}`, at)
    return
  }
  const known = TAGS[tag]
  if (known) draft.traceOnce(known[0], textOf(tag, raw), known[1], at)
}

/** Text of a tag up to its NUL; XP tags are UTF-16, a user comment names its code in eight bytes, the rest is of no stated code page. */
function textOf(tag: number, raw: Buffer): string {
  if (tag >= 0x9c9b && tag <= 0x9c9f) return raw.toString('utf16le').replace(/\0.*$/s, '')
  const bytes = tag === USER_COMMENT ? raw.subarray(8) : raw
  if (tag === USER_COMMENT && raw.toString('latin1', 0, 7) === 'UNICODE') return bytes.toString('utf16le').replace(/\0.*$/s, '')
  const end = bytes.indexOf(0)
  return metadataText(end >= 0 ? bytes.subarray(0, end) : bytes)
}
