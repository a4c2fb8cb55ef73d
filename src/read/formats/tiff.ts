import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { type OtherValue, readExif } from '../pictures/exif.ts'
import { readIcc } from '../pictures/icc.ts'
import { readIptc } from '../pictures/iptc.ts'
import { readPhotoshopResources } from '../pictures/photoshop-resources.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'

const WIDTH = 256
const HEIGHT = 257
const STRIPS = 273
const STRIP_SIZES = 279
const TILES = 324
const TILE_SIZES = 325
const XMP = 700
const IPTC = 33_723
const RESOURCES = 34_377
const ICC = 34_675

/** TIFF pictures: size, EXIF, XMP, IPTC, colour profile, what Photoshop keeps in them. What is drawn in the picture is not read. */
export const tiff: FormatReader = {
  name: 'tiff',
  summary: 'TIFF picture: size, EXIF, XMP, IPTC, Photoshop resources',
  extensions: ['.tif', '.tiff', '.dng'],
  source: 'Adobe TIFF 6.0; TIFF Technical Note 3 (Photoshop); CIPA DC-008',
  sniff: (head) => /^(II\*\0|MM\0\*|II\+\0|MM\0\+)$/.test(Buffer.from(head.subarray(0, 4)).toString('latin1')),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file.toString('latin1', 0, 4).includes('+')) {
      draft.cut('not-supported', 'BigTIFF: only its strings and XMP were looked for')
      return draft.done('tiff')
    }
    const numbers = new Map<number, number[]>()
    let end = 0
    readExif(file, draft, undefined, (value) => {
      end = Math.max(end, value.to)
      if (value.to > file.length) return
      if ([WIDTH, HEIGHT, STRIPS, STRIP_SIZES, TILES, TILE_SIZES].includes(value.tag)) {
        if (!numbers.has(value.tag)) numbers.set(value.tag, numbersOf(file, value))
      } else block(file, value, draft)
    })
    const [width] = numbers.get(WIDTH) ?? []
    const [height] = numbers.get(HEIGHT) ?? []
    if (width !== undefined && height !== undefined) draft.trace('dimensions', `${width}x${height}`, 'Width and height in pixels.')
    for (const [at, sizes] of [
      [STRIPS, STRIP_SIZES],
      [TILES, TILE_SIZES],
    ] as const)
      for (const [index, from] of (numbers.get(at) ?? []).entries()) end = Math.max(end, from + (numbers.get(sizes)?.[index] ?? 0))
    if (width === undefined || end > file.length) draft.cut('truncated', 'the picture ends before its directory or pixels do')
    else if (draft.warnings.some(({ code }) => code === 'exif-damaged')) draft.cut('damaged', 'the directory is damaged')
    return draft.done('tiff')
  },
}

function numbersOf(file: Buffer, { from, to, width, isLittle }: OtherValue): number[] {
  const numbers: number[] = []
  for (let at = from; width > 0 && width <= 4 && at + width <= to && numbers.length < LIMITS.mediaParts; at += width)
    numbers.push(isLittle ? file.readUIntLE(at, width) : file.readUIntBE(at, width))
  return numbers
}

function block(file: Buffer, { tag, from, to }: OtherValue, draft: Draft): void {
  const at = { kind: 'bytes', from, to } as const
  const data = file.subarray(from, to)
  if (tag === XMP) readXmp(data, draft, at)
  else if (tag === IPTC) readIptc(data, draft, at)
  else if (tag === ICC) readIcc(data, draft, at)
  else if (tag === RESOURCES) readPhotoshopResources(data, draft, from)
}
