import iconv from 'iconv-lite'
import { LIMITS } from '../../base/limits.ts'
import { utf16be } from '../../base/text.ts'

/** The two names that a PSD keeps of a layer: bytes of the writer's code page, and Unicode where the program wrote it. */
export interface LayerName {
  readonly raw: Uint8Array
  readonly unicode?: string
}

/** Where the sections of a PSD lie; offsets in bytes. */
export interface PsdHeader {
  readonly width: number
  readonly height: number
  readonly isBig: boolean
  /** The image resources and the layer section, half open; absent when the file ends before them. */
  readonly resources?: readonly [from: number, to: number]
  readonly layers?: readonly [from: number, to: number]
}

/** Additional layer blocks whose length takes eight bytes in PSB files. */
const WIDE_KEYS = new Set(['LMsk', 'Lr16', 'Lr32', 'Layr', 'Mt16', 'Mt32', 'Mtrn', 'Alph', 'FMsk', 'lnk2', 'FEid', 'FXid', 'PxSD'])
const MAX_BLOCKS = 200

/** Reads header and section lengths (Photoshop File Formats Specification, "File Header Section"). Undefined when the header is cut. */
export function readPsdHeader(file: Buffer): PsdHeader | undefined {
  if (file.length < 30) return undefined
  const isBig = file.readUInt16BE(4) === 2
  const base = { height: file.readUInt32BE(14), width: file.readUInt32BE(18), isBig }
  const resourcesAt = 26 + 4 + file.readUInt32BE(26)
  if (resourcesAt + 4 > file.length) return base
  const layersAt = resourcesAt + 4 + file.readUInt32BE(resourcesAt)
  const resources = [resourcesAt + 4, Math.min(layersAt, file.length)] as const
  const width = isBig ? 8 : 4
  if (layersAt + width > file.length) return { ...base, resources }
  const size = isBig ? Number(file.readBigUInt64BE(layersAt)) : file.readUInt32BE(layersAt)
  return { ...base, resources, layers: [layersAt + width, Math.min(layersAt + width + size, file.length)] }
}

/**
 * Whether the merged picture at the end is all there: unpacked rows have a known size, run-length rows state theirs; other packings are taken as
 * whole when they have any byte.
 */
export function hasWholePicture(file: Buffer, header: PsdHeader): boolean {
  const at = header.layers?.[1]
  if (at === undefined || at + 2 > file.length) return false
  const rows = file.readUInt16BE(12) * header.height
  const packing = file.readUInt16BE(at)
  if (packing === 0) return at + 2 + rows * Math.ceil((header.width * file.readUInt16BE(22)) / 8) <= file.length
  if (packing !== 1) return at + 2 < file.length
  const width = header.isBig ? 4 : 2
  if (at + 2 + rows * width > file.length) return false
  let end = at + 2 + rows * width
  for (let row = 0; row < rows; row++) end += file.readUIntBE(at + 2 + row * width, width)
  return end <= file.length
}

/** Names of the layers in file order (bottom first), as far as the records reach; never throws. */
export function readLayerNames(file: Buffer, header: PsdHeader): LayerName[] {
  const names: LayerName[] = []
  if (!header.layers) return names
  const [start, end] = header.layers
  let at = start + (header.isBig ? 8 : 4)
  if (at + 2 > end) return names
  const count = Math.min(Math.abs(file.readInt16BE(at)), LIMITS.layers)
  at += 2
  while (names.length < count) {
    const record = layerRecord(file, at, end, header.isBig)
    if (!record) break
    names.push(record.name)
    at = record.next
  }
  return names
}

function layerRecord(file: Buffer, at: number, end: number, isBig: boolean): { name: LayerName; next: number } | undefined {
  if (at + 18 > end) return undefined
  const blendAt = at + 18 + file.readUInt16BE(at + 16) * (isBig ? 10 : 6)
  if (blendAt + 16 > end || file.toString('latin1', blendAt, blendAt + 4) !== '8BIM') return undefined
  const extraAt = blendAt + 16
  const next = extraAt + file.readUInt32BE(blendAt + 12)
  if (next > end || extraAt + 4 > end) return undefined
  const rangesAt = extraAt + 4 + file.readUInt32BE(extraAt)
  if (rangesAt + 4 > next) return undefined
  const nameAt = rangesAt + 4 + file.readUInt32BE(rangesAt)
  if (nameAt + 1 > next) return undefined
  const nameBytes = file[nameAt] ?? 0
  const raw = file.subarray(nameAt + 1, nameAt + 1 + nameBytes)
  const unicode = unicodeName(file, nameAt + Math.ceil((1 + nameBytes) / 4) * 4, next, isBig)
  return { name: { raw, ...(unicode === undefined ? {} : { unicode }) }, next }
}

/** The `luni` block among the additional blocks of a layer. */
function unicodeName(file: Buffer, from: number, to: number, isBig: boolean): string | undefined {
  let at = from
  for (let count = 0; count < MAX_BLOCKS && at + 12 <= to; count++) {
    const mark = file.toString('latin1', at, at + 4)
    if (mark !== '8BIM' && mark !== '8B64') return undefined
    const key = file.toString('latin1', at + 4, at + 8)
    const isWide = isBig && WIDE_KEYS.has(key)
    if (isWide && at + 16 > to) return undefined
    const size = isWide ? Number(file.readBigUInt64BE(at + 8)) : file.readUInt32BE(at + 8)
    const dataAt = at + (isWide ? 16 : 12)
    if (key === 'luni' && dataAt + 4 <= to) {
      const units = Math.min(file.readUInt32BE(dataAt), Math.floor((to - dataAt - 4) / 2))
      return utf16be(file.subarray(dataAt + 4, dataAt + 4 + units * 2)).replace(/\0+$/, '')
    }
    at = dataAt + size
  }
  return undefined
}

/** Code pages that programs write layer names in: Windows' and macOS' for the languages of the field, and UTF-8 of programs that ignore the rule. */
const CANDIDATES = ['cp949', 'gbk', 'big5', 'shift_jis', 'windows-1251', 'windows-1252', 'macroman', 'utf-8'] as const

/** Which code pages turn each Unicode name into the bytes beside it; empty when no name tells. */
export function layerCodePages(names: readonly LayerName[]): string[] {
  const telling = names
    .filter(({ unicode }) => unicode !== undefined && [...unicode].some((c) => (c.codePointAt(0) ?? 0) > 0x7f))
    .slice(0, 500)
  if (telling.length === 0) return []
  return CANDIDATES.filter((page) =>
    telling.every(({ raw, unicode = '' }) => {
      const encoded = iconv.encode(unicode, page)
      // Photoshop cuts the byte name; a `?` is what a page writes for what it does not have.
      return raw.length > 0 && encoded.subarray(0, raw.length).equals(raw) && raw.some((byte) => byte > 0x7f)
    }),
  )
}
