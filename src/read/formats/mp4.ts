import { LIMITS } from '../../base/limits.ts'
import { own } from '../../base/own.ts'
import { EPOCH_1904_MS, isoInstant } from '../../base/time.ts'
import type { Place, TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { traceCodecMarks } from '../film/codec-marks.ts'
import { type Box, boxesOf } from '../film/mp4-boxes.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Boxes that hold boxes, and how many bytes of their content come first. `meta` is a full box in MP4 and a plain one in QuickTime. */
const CONTAINERS: Readonly<Record<string, number>> = {
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  stbl: 0,
  udta: 0,
  edts: 0,
  moof: 0,
  traf: 0,
  stsd: 8,
}
/** Seconds above which a stated time is later than anything a clock of this century shows (2100-01-01, from 1904). */
const LATEST_S = 6_185_203_200
/** Brands of pictures that share the container. */
const PICTURES = /^(heic|heix|heim|heis|hevc|mif1|msf1|avif|avis)/
const TEXT_BYTES = 64 * 1024
/** The East Asian languages among the Macintosh language codes, as ISO 639-2. */
const MAC_LANGUAGES: Readonly<Record<number, string>> = { 11: 'jpn', 19: 'zho', 23: 'kor', 33: 'zho' }
/** Code pages of Macintosh language codes (QuickTime File Format, "Language Code Values"). */
const MAC_PAGES: Readonly<Record<number, string>> = { 11: 'shift_jis', 19: 'big5', 23: 'cp949', 33: 'gb18030' }

/** User data and item list names (QuickTime File Format; iTunes metadata) that become traces. `©` is byte A9. */
const ITEMS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  '©too': ['application', 'Program that wrote the file, as it states.'],
  '©swr': ['application', 'Program that wrote the file, as it states.'],
  '©enc': ['application', 'Program that encoded it, as it states.'],
  '©nam': ['title', 'Title as entered.'],
  '©ART': ['author', 'Name as entered; anybody can set it.'],
  '©aut': ['author', 'Name as entered; anybody can set it.'],
  '©cpy': ['copyright', 'Copyright line as entered.'],
  '©day': ['created', 'Date as the program wrote it.'],
  '©cmt': ['comment', 'Comment as entered.'],
  '©des': ['comment', 'Description as entered.'],
  '©inf': ['comment', 'Information as entered.'],
  desc: ['comment', 'Description as entered.'],
  '©mak': ['device', 'Maker of the device.'],
  '©mod': ['device', 'Model of the device.'],
  'com.apple.quicktime.software': ['application', 'Program or system that wrote the file.'],
  'com.apple.quicktime.make': ['device', 'Maker of the device.'],
  'com.apple.quicktime.model': ['device', 'Model of the device.'],
  'com.apple.quicktime.creationdate': ['created', 'Clock of the device, with its offset.'],
  'com.apple.quicktime.title': ['title', 'Title as entered.'],
  'com.apple.quicktime.author': ['author', 'Name as entered; anybody can set it.'],
}

/** MP4 and QuickTime films: times, length, size, codecs, handlers, titles, programs. Pictures and sound are not looked at. */
export const mp4: FormatReader = {
  name: 'mp4',
  summary: 'MP4 or QuickTime film: times, length, codecs, titles, programs',
  extensions: ['.mp4', '.mov', '.m4v', '.m4a', '.qt'],
  source: 'ISO/IEC 14496-12; Apple QuickTime File Format',
  sniff(head) {
    const file = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 16))
    const type = file.toString('latin1', 4, 8)
    if (type === 'ftyp') return !PICTURES.test(file.toString('latin1', 8, 12))
    return type === 'moov' || (type === 'mdat' && file[0] === 0) || (type === 'wide' && file[3] === 8)
  },
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    walk({ file, draft, keys: [] }, 0, file.length, 0)
    if (!draft.traces.some(({ field }) => field === 'duration')) draft.cut('truncated', 'the film header (mvhd) is missing')
    return draft.done('mp4')
  },
}

interface Walk {
  readonly file: Buffer
  readonly draft: Draft
  /** Names of QuickTime metadata keys, in order. */
  readonly keys: string[]
}

function walk(state: Walk, from: number, to: number, depth: number): void {
  const { boxes, isCut } = boxesOf(state.file, from, to)
  if (isCut) state.draft.cut('truncated', `a box is cut short or has no sense near byte ${boxes.at(-1)?.from ?? from}`)
  if (depth > LIMITS.mediaDepth) {
    state.draft.cut('box-depth', `boxes are nested deeper than ${LIMITS.mediaDepth}`)
    return
  }
  for (const box of boxes) {
    const skip = own(CONTAINERS, box.type)
    readBox(state, box, depth)
    if (skip !== undefined && box.type !== 'stsd') walk(state, box.from + skip, box.to, depth + 1)
  }
}

function readBox(state: Walk, box: Box, depth: number): void {
  const { file, draft } = state
  const at: Place = { kind: 'bytes', from: box.from, to: box.to }
  if (box.type === 'ftyp' && depth === 0)
    draft.trace(
      'brand',
      file.toString('latin1', box.from, Math.min(box.to, box.from + 4)),
      'Kind of container, from the program that wrote it.',
      at,
    )
  else if (box.type === 'mvhd') movieHeader(state, box, at)
  else if (box.type === 'mdhd') mediaHeader(state, box, at)
  else if (box.type === 'tkhd') trackHeader(state, box, at)
  else if (box.type === 'hdlr') handler(state, box, at)
  else if (box.type === 'stsd' && box.to - box.from >= 16)
    draft.traceOnce('codec', file.toString('latin1', box.from + 12, box.from + 16), 'Codec of a track.', at)
  else if (box.type === 'meta') metadata(state, box, depth)
  else if (box.type === 'XMP_' || (box.type === 'uuid' && file.toString('hex', box.from, box.from + 4) === 'be7acfcb'))
    readXmp(file.subarray(box.type === 'uuid' ? box.from + 16 : box.from, box.to), draft, at)
  else if (box.type === '©xyz' || box.type === 'loci') place(draft, at)
  else if (box.type in ITEMS && box.to - box.from >= 4) {
    // QuickTime user data: size and language of the text, then the text.
    const size = Math.min(file.readUInt16BE(box.from), box.to - box.from - 4)
    item(
      state,
      box.type,
      metadataText(file.subarray(box.from + 4, box.from + 4 + size), MAC_PAGES[file.readUInt16BE(box.from + 2)] ?? 'macroman'),
      at,
    )
  } else if (box.type === 'mdat' && depth === 0) traceCodecMarks(file, box.from, box.to, draft)
}

/** Creation and change in seconds from 1904, by the standard in UTC; some programs write the local clock, and many write 0. */
function times(state: Walk, box: Box, what: string, at: Place): { wide: boolean; after: number } | undefined {
  const { file, draft } = state
  const wide = file[box.from] === 1
  const after = box.from + (wide ? 20 : 12)
  if (after + 8 > box.to) return undefined
  const read = (offset: number) =>
    wide ? Number(file.readBigUInt64BE(box.from + 4 + offset * 2)) : file.readUInt32BE(box.from + 4 + offset)
  for (const [field, seconds] of [
    ['created', read(0)],
    ['modified', read(4)],
  ] as const) {
    if (seconds === 0 || seconds > LATEST_S) continue
    const value = isoInstant(seconds * 1000 - EPOCH_1904_MS)
    draft.traceOnce(field, value, `Clock stated in the ${what}; the standard asks for UTC, some programs write the local clock.`, at)
  }
  return { wide, after }
}

function movieHeader(state: Walk, box: Box, at: Place): void {
  const read = times(state, box, 'film header', at)
  if (!read) return
  const scale = state.file.readUInt32BE(read.after)
  const units =
    read.wide && read.after + 12 <= box.to ? Number(state.file.readBigUInt64BE(read.after + 4)) : state.file.readUInt32BE(read.after + 4)
  const seconds = scale === 0 ? 0 : units / scale
  state.draft.trace('duration', `${(Math.round(seconds * 1000) / 1000).toString()} s`, 'Length of the film.', at)
}

function mediaHeader(state: Walk, box: Box, at: Place): void {
  const read = times(state, box, 'track header', at)
  const languageAt = (read?.after ?? 0) + (read?.wide ? 12 : 8)
  if (!read || languageAt + 2 > box.to) return
  const packed = state.file.readUInt16BE(languageAt)
  // Below 0x400 it is a Macintosh code, of which 0 (English) is what is written when nothing is known.
  const letters =
    packed < 0x400
      ? (MAC_LANGUAGES[packed] ?? '')
      : [10, 5, 0].map((shift) => String.fromCharCode(((packed >> shift) & 31) + 0x60)).join('')
  if (/^[a-z]{3}$/.test(letters) && letters !== 'und')
    state.draft.traceOnce('locale', letters, 'Language of a track as stated (ISO 639-2); programs write that of their settings.', at)
}

function trackHeader(state: Walk, box: Box, at: Place): void {
  times(state, box, 'track header', at)
  if (box.to - box.from < 84) return
  const [width, height] = [state.file.readUInt32BE(box.to - 8) / 65_536, state.file.readUInt32BE(box.to - 4) / 65_536]
  if (width > 0 && height > 0)
    state.draft.traceOnce('dimensions', `${Math.round(width)}x${Math.round(height)}`, 'Width and height in pixels.', at)
}

/** Names of handlers are written by programs, at times in the language of their user interface. */
function handler({ file, draft }: Walk, box: Box, at: Place): void {
  const raw = file.subarray(box.from + 24, Math.min(box.to, box.from + 24 + 256))
  const end = raw.indexOf(0)
  let name = end >= 0 ? raw.subarray(0, end) : raw
  // QuickTime writes the length before the name.
  if (name.length > 0 && name[0] === name.length - 1) name = name.subarray(1)
  draft.traceOnce(
    'handler',
    metadataText(name),
    'Name of a track handler; written by the program, at times in the language of its user interface.',
    at,
  )
}

function metadata(state: Walk, box: Box, depth: number): void {
  const { file } = state
  const isPlain = file.toString('latin1', box.from + 4, box.from + 8) === 'hdlr'
  const from = box.from + (isPlain ? 0 : 4)
  for (const inner of boxesOf(file, from, box.to).boxes) {
    if (inner.type === 'keys') keyNames(state, inner)
    else if (inner.type === 'ilst') itemList(state, inner)
    else if (depth < LIMITS.mediaDepth && inner.type === 'meta') metadata(state, inner, depth + 1)
  }
}

function keyNames({ file, keys }: Walk, box: Box): void {
  for (const { from, to } of boxesOf(file, box.from + 8, box.to).boxes) keys.push(file.toString('utf8', from, Math.min(to, from + 200)))
}

function itemList(state: Walk, box: Box): void {
  const { file, keys, draft } = state
  for (const entry of boxesOf(file, box.from, box.to).boxes.slice(0, LIMITS.traces)) {
    // With a key list, the type is the key's number, from 1.
    const number = Buffer.from(entry.type, 'latin1').readUInt32BE(0)
    const name = keys[number - 1] ?? entry.type
    const data = boxesOf(file, entry.from, entry.to).boxes.find(({ type }) => type === 'data')
    if (!data || data.from + 8 > data.to || file.readUInt32BE(data.from) > 5) continue
    const at: Place = { kind: 'bytes', from: data.from, to: data.to }
    if (/location|xyz$/.test(name)) place(draft, at)
    else item(state, name, file.toString('utf8', data.from + 8, Math.min(data.to, data.from + 8 + TEXT_BYTES)), at)
  }
}

function item({ draft }: Walk, name: string, text: string, at: Place): void {
  const known = own(ITEMS, name)
  if (!known) return
  draft.traceOnce(known[0], text, known[1], at)
  if (known[0] === 'created') traceZone(draft, offsetOf(text), 'Stated with the creation date', at)
  if (known[0] === 'title' || known[0] === 'comment')
    draft.passage(text, at, { role: known[0] === 'title' ? 'title' : 'comment', block: 'properties' })
}

function place(draft: Draft, at: Place): void {
  draft.traceOnce('gps', 'present', 'The device noted where it was; the place is in the sealed file and is not repeated here.', at)
}
