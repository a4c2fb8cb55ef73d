import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import { isoInstant } from '../../base/time.ts'
import type { Place, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { type Item, itemsOf, type Klv } from './klv.ts'
import { traceDimensions, traceDuration, traceFrameRate, traceTag } from './named-tags.ts'

/** What the value of an item is. */
type Kind = 'text' | 'time' | 'umid' | 'uuid' | 'version'

/** Items with tags that the standard gives (SMPTE ST 377-1, Annex A and B), of whatever set: kind, field, meaning. */
const ITEMS: Readonly<Record<number, readonly [kind: Kind, field: TraceName, meaning: string, label?: string]>> = {
  15361: ['text', 'company', 'Maker of the program that wrote the file, as it states.'],
  15362: ['text', 'application', 'Program that wrote or changed the file, as it states.'],
  15363: ['version', 'applicationVersion', 'Version of that program, as numbers.'],
  15364: ['text', 'applicationVersion', 'Version of that program, as it states.'],
  15365: ['uuid', 'custom', 'Id of the program, the same for all who have it.', 'product id'],
  15369: ['uuid', 'instanceId', 'Id of one save by one program.'],
  15366: ['time', 'modified', 'Clock of the machine when the program wrote the file; the standard asks for UTC.'],
  15367: ['version', 'custom', 'Version of the program library.', 'toolkit version'],
  15368: ['text', 'platform', 'Program library and system that the program states.'],
  15106: ['time', 'modified', 'Clock of the machine that changed the file last; the standard asks for UTC.'],
  17409: ['umid', 'documentId', 'Id of a clip or of the tape or file that it came from (UMID); copies keep it.'],
  17412: ['time', 'modified', 'Clock of the machine that changed the clip last; the standard asks for UTC.'],
  17413: ['time', 'created', 'Clock of the machine that made the clip; the standard asks for UTC.'],
  16385: ['text', 'path', 'Address of a file that the material stands in.'],
  16641: ['text', 'missingFile', 'Name of the tape or file that the material came from.'],
}
const NAME = 0x4402
const TRACK_NAME = 0x4802
/** Sizes as shown and as stored; what is stored is padded to whole blocks. */
const SIZES = [
  [0x3209, 0x3208],
  [0x3203, 0x3202],
] as const
const LENGTH = 0x3002
const SAMPLE_RATE = 0x3001
const CODING = 0x3201
/** A tagged value, by the fourteenth and fifteenth byte of its key. */
const TAGGED = '013f'
/** Items of a tagged value, as Avid and FFmpeg write them: name, and a value that names its own type first. */
const TAG_NAME = 0x5001
const TAG_VALUE = 0x5003
const TYPE_BYTES = 17

/** Whether a key is that of a metadata set with tags and lengths of two bytes. */
export function isLocalSet(key: string): boolean {
  return /^060e2b34025301..0d01010101/.test(key)
}

/** Reads one set of the header metadata: programs, clocks, names, ids, sizes. Every partition repeats them: `said` keeps the names that were given. */
export function readSet(file: Buffer, klv: Klv, said: Set<string>, draft: Draft): void {
  const kind = klv.key.slice(26, 30)
  const items = itemsOf(file, klv)
  const find = (tag: number) => items.find((item) => item.tag === tag)
  for (const item of items) readItem(file, item, said, draft)
  const at: Place = { kind: 'bytes', from: klv.at, to: klv.to }
  const size = SIZES.find(([width, height]) => find(width) && find(height))
  if (size) traceDimensions(draft, uintAt(file, find(size[0])), uintAt(file, find(size[1])), at)
  const rate = rateOf(file, find(SAMPLE_RATE))
  const length = find(LENGTH)
  if (size) traceFrameRate(draft, rate, at)
  if (rate > 0 && length && length.to - length.from === 8) traceDuration(draft, Number(file.readBigInt64BE(length.from)) / rate, at)
  const name = find(TAG_NAME)
  const value = find(TAG_VALUE)
  if (kind === TAGGED && name && value) {
    const [key, text] = [utf16(file, name), indirect(file, value)]
    if (!said.has(`${key}=${text}`)) traceTag(draft, key, text, placeOf(value))
    said.add(`${key}=${text}`)
  }
}

function readItem(file: Buffer, item: Item, said: Set<string>, draft: Draft): void {
  const at = placeOf(item)
  if (item.tag === NAME) {
    const text = utf16(file, item)
    draft.traceOnce('title', text, 'Name of a clip, or of the tape or file that it came from.', at)
    if (!said.has(`clip ${text}`)) draft.passage(text, at, { role: 'title', block: 'clips' })
    said.add(`clip ${text}`)
  } else if (item.tag === TRACK_NAME) {
    const text = utf16(file, item)
    draft.traceOnce('handler', text, 'Name of a track as a person or program gave it.', at)
    if (!said.has(`track ${text}`)) draft.passage(text, at, { role: 'name', block: 'tracks' })
    said.add(`track ${text}`)
  } else if (item.tag === CODING)
    draft.traceOnce('codec', file.toString('hex', item.from, item.to), 'Coding of the pictures, by its SMPTE label.', at)
  else {
    const known = ITEMS[item.tag]
    const value = known ? itemValue(file, item, known[0]) : undefined
    if (known && value !== undefined) draft.traceOnce(known[1], known[3] === undefined ? value : `${known[3]}: ${value}`, known[2], at)
  }
}

function itemValue(file: Buffer, item: Item, kind: Kind): string | undefined {
  const size = item.to - item.from
  if (kind === 'text') return utf16(file, item)
  if (kind === 'time') return size === 8 ? clock(file, item.from) : undefined
  if (kind === 'version') {
    if (size !== 10) return undefined
    const parts = [0, 2, 4, 6].map((offset) => file.readUInt16BE(item.from + offset))
    return parts.some((part) => part > 0) ? parts.join('.') : undefined
  }
  const hex = file.toString('hex', item.from, item.to)
  return /^0*$/.test(hex) ? undefined : hex
}

/** Year, month, day, hour, minute, second and quarters of a millisecond; zeros stand for "not known". */
function clock(file: Buffer, from: number): string | undefined {
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = file.subarray(from + 2, from + 7)
  const ms = Date.UTC(file.readUInt16BE(from), month - 1, day, hour, minute, second)
  return month === 0 || Number.isNaN(ms) ? undefined : isoInstant(ms)
}

function utf16(file: Buffer, { from, to }: Item): string {
  return decodeAs(file.subarray(from, Math.min(to, from + LIMITS.mediaTextBytes)), 'utf-16be').text.replace(/\0.*$/s, '')
}

/** The byte order stands first (`L` or `B`), then the type, then the value. */
function indirect(file: Buffer, { from, to }: Item): string {
  const raw = file.subarray(Math.min(to, from + TYPE_BYTES), to)
  return decodeAs(raw, file[from] === 0x4c ? 'utf-16le' : 'utf-16be').text.replace(/\0.*$/s, '')
}

function uintAt(file: Buffer, item: Item | undefined): number {
  return item && item.to - item.from === 4 ? file.readUInt32BE(item.from) : 0
}

function rateOf(file: Buffer, item: Item | undefined): number {
  return item && item.to - item.from === 8 && file.readUInt32BE(item.from + 4) > 0
    ? file.readUInt32BE(item.from) / file.readUInt32BE(item.from + 4)
    : 0
}

function placeOf({ from, to }: Item): Place {
  return { kind: 'bytes', from, to }
}
