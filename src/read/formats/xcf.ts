import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { readExif } from '../pictures/exif.ts'
import { readIcc } from '../pictures/icc.ts'
import { readIptc } from '../pictures/iptc.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { DefaultNames } from '../tables/default-names.ts'

/** Numbers of properties (GIMP devel-docs/xcf.txt). */
const END = 0
const PARASITES = 21

/** GIMP pictures: layers, text layers with their fonts, comments, EXIF, XMP, IPTC. Pixels are not decoded. */
export const xcf: FormatReader = {
  name: 'xcf',
  summary: 'GIMP picture (XCF): layers, texts and fonts, comments, EXIF, XMP',
  extensions: ['.xcf'],
  source: 'GIMP, devel-docs/xcf.txt (XCF versions 0 to 19)',
  sniff: (head) => Buffer.from(head.subarray(0, 9)).toString('latin1') === 'gimp xcf ',
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file.length < 30) {
      draft.cut('truncated', 'the header is cut short')
      return draft.done('xcf')
    }
    const version = Number(/^v(\d+)/.exec(file.toString('latin1', 9, 13))?.[1] ?? 0)
    draft.trace('formatVersion', `${version}`, 'Version of the format; newer programs write older ones where they can.')
    draft.trace('dimensions', `${file.readUInt32BE(14)}x${file.readUInt32BE(18)}`, 'Width and height in pixels.')
    // Since version 4 the precision follows, since 11 offsets have eight bytes.
    const walk: Walk = { file, draft, wide: version >= 11, names: new DefaultNames(), row: 0 }
    let at = properties(walk, 26 + (version >= 4 ? 4 : 0), '')
    for (let count = 0; at !== undefined && count < LIMITS.layers; count++) {
      const pointer = offset(walk, at)
      if (pointer === undefined || pointer === 0) {
        if (pointer === undefined) at = undefined
        break
      }
      if (!layer(walk, pointer)) at = undefined
      else at += walk.wide ? 8 : 4
    }
    if (at === undefined) draft.cut('truncated', 'the picture is cut short or damaged')
    walk.names.trace(draft)
    return draft.done('xcf')
  },
}

interface Walk {
  readonly file: Buffer
  readonly draft: Draft
  readonly wide: boolean
  readonly names: DefaultNames
  row: number
}

function offset({ file, wide }: Walk, at: number): number | undefined {
  if (at + (wide ? 8 : 4) > file.length) return undefined
  return wide ? Number(file.readBigUInt64BE(at)) : file.readUInt32BE(at)
}

/** Text after its length, which counts a closing zero; undefined when it goes beyond the end. */
function textAt(file: Buffer, at: number): { text: string; end: number } | undefined {
  if (at + 4 > file.length) return undefined
  const end = at + 4 + file.readUInt32BE(at)
  return end > file.length ? undefined : { text: file.toString('utf8', at + 4, Math.max(at + 4, end - 1)), end }
}

function layer(walk: Walk, at: number): boolean {
  const name = textAt(walk.file, at + 12)
  if (!name) return false
  const place = { kind: 'layer', path: `${walk.row + 1}:${name.text}` } as const
  walk.names.add(name.text)
  walk.draft.passage(name.text, place, { role: 'name', block: 'layers', row: walk.row++ })
  return properties(walk, name.end, name.text) !== undefined
}

/** A list of properties: number, size, data. Gives where it ends; undefined when it is cut. */
function properties(walk: Walk, from: number, owner: string): number | undefined {
  const { file } = walk
  let at = from
  for (let count = 0; count < LIMITS.mediaParts; count++) {
    if (at + 8 > file.length) return undefined
    const number = file.readUInt32BE(at)
    const end = at + 8 + file.readUInt32BE(at + 4)
    if (end > file.length) return undefined
    if (number === PARASITES) parasites(walk, at + 8, end, owner)
    at = end
    if (number === END) return at
  }
  return undefined
}

/** Blocks that programs attach by name. */
function parasites({ file, draft, row }: Walk, from: number, to: number, owner: string): void {
  let at = from
  while (at + 12 < to) {
    const name = textAt(file, at)
    if (!name || name.end + 8 > to) return
    const dataAt = name.end + 8
    const end = dataAt + file.readUInt32BE(name.end + 4)
    if (end > to) return
    const data = file.subarray(dataAt, end)
    const place = { kind: 'bytes', from: dataAt, to: end } as const
    if (name.text === 'gimp-comment')
      draft.passage(data.toString('utf8').replace(/\0.*$/s, ''), place, { role: 'comment', block: 'comment' })
    else if (name.text === 'gimp-text-layer') textLayer(data.toString('utf8'), place, { draft, row })
    else if (name.text === 'icc-profile') readIcc(data, draft, place)
    else if (name.text === 'exif-data') readExif(data.subarray(6), draft, place)
    else if (name.text === 'iptc-data') readIptc(data, draft, place)
    else if (name.text === 'gimp-metadata') readXmp(data.subarray(10), draft, place)
    else if (/path|uri|filename/.test(name.text))
      draft.traceOnce(
        'path',
        data.toString('utf8').replace(/\0.*$/s, ''),
        `Path that a program attached${owner === '' ? '' : ' to a layer'}.`,
        place,
      )
    at = end
  }
}

function textLayer(
  source: string,
  place: { kind: 'bytes'; from: number; to: number },
  { draft, row }: { draft: Draft; row: number },
): void {
  const value = (key: string) =>
    new RegExp(`\\(${key} "((?:[^"\\\\]|\\\\.)*)"\\)`).exec(source)?.[1]?.replace(/\\(.)/gs, (_, one: string) => (one === 'n' ? '\n' : one))
  draft.passage(value('text') ?? (value('markup') ?? '').replace(/<[^>]*>/g, ''), place, { role: 'layer', block: 'texts', row })
  draft.traceOnce('font', value('font'), 'Font of a text layer. Fonts come with systems and programs.', place)
  draft.traceOnce('locale', value('language'), 'Language set for a text layer, by default that of the program.', place)
}
