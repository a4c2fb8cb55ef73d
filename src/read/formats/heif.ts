import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { type Box, boxesOf } from '../film/mp4-boxes.ts'
import { readExif } from '../pictures/exif.ts'
import { readIcc } from '../pictures/icc.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'

/** Where one item of the picture lies: its number, kind (four characters) and place, half open. */
interface Item {
  readonly id: number
  readonly kind: string
  readonly mime: string
}

/** HEIF pictures (HEIC of telephones, AVIF): size, EXIF, XMP, colour profile. What is drawn in the picture is not read. */
export const heif: FormatReader = {
  name: 'heif',
  summary: 'HEIF picture (HEIC, AVIF): size, EXIF, XMP, colour profile',
  extensions: ['.heic', '.heif', '.hif', '.avif'],
  source: 'ISO/IEC 23008-12; ISO/IEC 14496-12, 8.11; AV1 Image File Format',
  sniff: (head) => /^.{4}ftyp(?:hei[cmsx]|hev[cmx]|mif[12]|msf1|avi[fs])/s.test(Buffer.from(head.subarray(0, 12)).toString('latin1')),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { boxes, isCut } = boxesOf(file, 0, file.length)
    const meta = boxes.find(({ type }) => type === 'meta')
    if (isCut || !meta || !boxes.some(({ type }) => type === 'mdat' || type === 'idat'))
      draft.cut('truncated', `the picture is cut short or has no directory: ${file.length} bytes`)
    draft.trace('brand', file.toString('latin1', 8, 12), 'Variant of the format.')
    if (meta) directory(file, meta, draft)
    return draft.done('heif')
  },
}

function directory(file: Buffer, meta: Box, draft: Draft): void {
  // A full box: version and flags come before what is inside.
  const inner = boxesOf(file, meta.from + 4, meta.to).boxes
  const find = (type: string) => inner.find((box) => box.type === type)
  const items = itemsOf(file, find('iinf'))
  const places = placesOf(file, find('iloc'))
  for (const { id, kind, mime } of items) {
    const place = places.get(id)
    if (!place) continue
    const [from, to] = place
    const at = { kind: 'bytes', from, to } as const
    // The Exif block begins after an offset to its TIFF header (ISO/IEC 23008-12, A.2.1).
    if (kind === 'Exif' && to - from > 8) readExif(file.subarray(from + 4 + file.readUInt32BE(from), to), draft, at)
    else if (kind === 'mime' && mime === 'application/rdf+xml') readXmp(file.subarray(from, to), draft, at)
  }
  for (const property of propertiesOf(file, find('iprp'))) {
    if (property.type === 'colr' && /^(prof|rICC)$/.test(file.toString('latin1', property.from, property.from + 4)))
      readIcc(file.subarray(property.from + 4, property.to), draft, { kind: 'bytes', from: property.from, to: property.to })
  }
  const sizes = propertiesOf(file, find('iprp'))
    .filter(({ type, from, to }) => type === 'ispe' && to - from >= 12)
    .map(({ from }) => [file.readUInt32BE(from + 4), file.readUInt32BE(from + 8)] as const)
    .sort(([a, b], [c, d]) => c * d - a * b)
  // Tiles and thumbnails have sizes of their own; the largest is the picture.
  if (sizes[0]) draft.trace('dimensions', `${sizes[0][0]}x${sizes[0][1]}`, 'Width and height in pixels.')
}

function propertiesOf(file: Buffer, iprp: Box | undefined): readonly Box[] {
  const ipco = iprp && boxesOf(file, iprp.from, iprp.to).boxes.find(({ type }) => type === 'ipco')
  return ipco ? boxesOf(file, ipco.from, ipco.to).boxes : []
}

function itemsOf(file: Buffer, iinf: Box | undefined): Item[] {
  if (!iinf || iinf.to - iinf.from < 6) return []
  const isWide = file[iinf.from] !== 0
  const items: Item[] = []
  for (const { type, from, to } of boxesOf(file, iinf.from + (isWide ? 8 : 6), iinf.to).boxes.slice(0, LIMITS.mediaParts)) {
    const version = file[from] ?? 0
    const idBytes = version >= 3 ? 4 : 2
    if (type !== 'infe' || version < 2 || from + 10 + idBytes > to) continue
    const kindAt = from + 4 + idBytes + 2
    const [, mime = ''] = file.toString('latin1', kindAt + 4, Math.min(to, kindAt + 400)).split('\0')
    items.push({ id: file.readUIntBE(from + 4, idBytes), kind: file.toString('latin1', kindAt, kindAt + 4), mime })
  }
  return items
}

/** Places of items that lie in the file in one piece (construction method 0). */
function placesOf(file: Buffer, iloc: Box | undefined): ReadonlyMap<number, readonly [from: number, to: number]> {
  const places = new Map<number, readonly [number, number]>()
  if (!iloc || iloc.to - iloc.from < 8) return places
  const version = file[iloc.from] ?? 0
  const sizes = file.readUInt16BE(iloc.from + 4)
  const [offsetBytes, lengthBytes, baseBytes, indexBytes] = [
    sizes >> 12,
    (sizes >> 8) & 15,
    (sizes >> 4) & 15,
    version > 0 ? sizes & 15 : 0,
  ]
  let at = iloc.from + 6
  const next = (width: number) => {
    const value =
      width === 0 || at + width > iloc.to ? 0 : width === 8 ? Number(file.readBigUInt64BE(at)) : file.readUIntBE(at, Math.min(width, 6))
    at += width
    return value
  }
  const count = next(version < 2 ? 2 : 4)
  for (let i = 0; i < Math.min(count, LIMITS.mediaParts) && at < iloc.to; i++) {
    const id = next(version < 2 ? 2 : 4)
    const method = version > 0 ? next(2) & 15 : 0
    next(2)
    const base = next(baseBytes)
    const extents = next(2)
    for (let extent = 0; extent < extents && at < iloc.to; extent++) {
      next(indexBytes)
      const from = base + next(offsetBytes)
      const to = from + next(lengthBytes)
      if (extents === 1 && method === 0 && from < to && to <= file.length) places.set(id, [from, to])
    }
  }
  return places
}
