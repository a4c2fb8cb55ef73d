import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import type { Place, TraceName } from '../../model/index.ts'
import { inflate } from '../containers/inflate.ts'
import { Draft } from '../draft.ts'
import { readXmp } from '../pictures/xmp.ts'
import { XMP_ELEMENTS } from '../pictures/xmp-packets.ts'
import { metadataText } from '../text/metadata-text.ts'
import { INFO, traceInfoEntry } from './pdf-info.ts'
import { objectFinder, type PdfObject, type PdfPart, streamStart, stringAt } from './pdf-objects.ts'

/** States of one file that are looked into, the latest ones. */
const STATES = 20
const TRAILER_CHARS = 8192

/** The document as it was when its trailer was written: what is appended later leaves it in the file. */
export interface PdfState {
  /** Where its end mark stands. */
  readonly end: number
  readonly trailer: string
  readonly isEncrypted: boolean
}

/** An XMP packet and where it or its stream stands in the file. */
interface Packet {
  readonly bytes: Uint8Array
  readonly at: Place & { readonly kind: 'bytes' }
}

/** What is found by the trailers of a file. */
export interface PdfStates {
  /** From the first to the last. */
  readonly states: readonly PdfState[]
  /** Whether there are earlier ones than are kept. */
  readonly isCut: boolean
  readonly find: (number: number, before: number) => PdfObject | undefined
  readonly file: Buffer
}

/** The states of a file, by its end marks (ISO 32000-1, 7.5.6). */
export function statesOf(file: Buffer, parts: readonly PdfPart[]): PdfStates {
  const states: PdfState[] = []
  let end = file.lastIndexOf('%%EOF')
  for (; end > 0 && states.length < STATES; end = file.lastIndexOf('%%EOF', end - 1)) {
    const trailer = trailerBefore(file, end)
    if (trailer !== '') states.unshift({ end, trailer, isEncrypted: /\/Encrypt\b/.test(trailer) })
  }
  return { states: asWritten(states, file), isCut: end > 0, find: objectFinder(parts), file }
}

/** A file that is laid out for the web has two ends from the start: the first trailer is that of both. */
function asWritten(states: readonly PdfState[], file: Buffer): readonly PdfState[] {
  const [first, second, ...rest] = states
  const isSplit = states.length < STATES && file.subarray(0, 1024).includes('/Linearized')
  return isSplit && first && second ? [{ ...first, end: second.end }, ...rest] : states
}

/** The trailer of a state: before its `startxref`, or the dictionary of the stream that this points at. */
function trailerBefore(file: Buffer, end: number): string {
  const start = file.lastIndexOf('startxref', end)
  if (start < 0 || end - start > 200) return ''
  const plain = file.subarray(Math.max(0, start - TRAILER_CHARS), start).toString('latin1')
  const at = plain.lastIndexOf('trailer')
  if (at >= 0 && !plain.includes('%%EOF', at)) return plain.slice(at)
  const from = Number(/^startxref\s+(\d{1,10})/.exec(file.toString('latin1', start, start + 40))?.[1] ?? 0)
  const stream = file.toString('latin1', from, from + TRAILER_CHARS)
  const dictionary = stream.slice(0, Math.max(0, stream.indexOf('stream')))
  return /\/XRef\b/.test(dictionary) ? dictionary : ''
}

/** Adds the two ids of a document: one from when it was first made, one of each save. */
export function traceIds({ states }: PdfStates, draft: Draft): void {
  for (const { trailer } of states) {
    const [, list = ''] = /\/ID\s*\[([\s\S]*)/.exec(trailer) ?? []
    const from = list.search(/\S/)
    const first = stringAt(list, from)
    const rest = list.slice(from).replace(/^(<[^>]*>|\((?:\\[\s\S]|[^\\)])*\))\s*/, '')
    const second = stringAt(rest, 0)
    if (first === undefined || first.every((byte) => byte === 0)) continue
    draft.traceOnce('documentId', first.toString('hex'), 'Id from when the document was first made; copies and later saves keep it.')
    if (second && second.length > 0 && !second.equals(first))
      draft.traceOnce(
        'instanceId',
        second.toString('hex'),
        'Id of one save; it differs from the first id, so the document was saved again after it was made.',
      )
  }
}

/**
 * Adds what earlier states of a document said of itself where a later one says otherwise, and the XMP packets of all states with their places. With
 * `withLast`, for a document that cannot be opened, also what the last one says. True when the last state's packet was read.
 */
export function traceStates({ states, isCut, find, file }: PdfStates, draft: Draft, { withLast }: { readonly withLast: boolean }): boolean {
  if (isCut) draft.warn('state-limit', `more than ${STATES} states of the document: only the latest were looked into`)
  const packets = new Set<number>()
  let isLastRead = false
  let later: ReadonlyMap<string, Buffer> = new Map()
  for (const [index, state] of [...states.entries()].reverse()) {
    if (state.isEncrypted) continue
    const isLast = index === states.length - 1
    const info = referred(state, 'Info', find)
    const entries = info ? entriesOf(info.text, state, find) : later
    for (const [key, value] of entries) {
      if (isLast ? !withLast : later.get(key)?.equals(value) !== false) continue
      traceInfoEntry(key, textOf(value), draft, isLast ? undefined : placeOf(info))
    }
    later = entries
    const packet = packetOf(state, find, file)
    if (!packet || packets.has(packet.at.from) || packets.size >= LIMITS.xmpPackets) continue
    packets.add(packet.at.from)
    if (isLast) readXmp(packet.bytes, draft, packet.at)
    else addEarlier(packet, draft)
    if (isLast) isLastRead = true
  }
  return isLastRead
}

/** What an earlier packet says and no later one: each save repeats the history of those before it. A draft takes names of the table only, so its traces have no others. */
function addEarlier({ bytes, at }: Packet, draft: Draft): void {
  const own = new Draft()
  readXmp(bytes, own, at)
  for (const { field, value, meaning } of own.traces) draft.traceOnce(field as TraceName, value, meaning, at)
  for (const { code, message } of own.warnings) draft.warn(code, `an earlier state: ${message}`)
}

/** What the last state's catalog states as the language, empty for none, and the keys of its information dictionary that can have text, in its order. */
export function lastInfo({ states, find }: PdfStates): { readonly language: string; readonly keys: readonly string[] } {
  const state = states.at(-1)
  const catalog = state ? referred(state, 'Root', find) : undefined
  const language = state && catalog ? entriesOf(catalog.text, state, find, ['Lang']).get('Lang') : undefined
  const info = state ? referred(state, 'Info', find) : undefined
  const keys = (info?.text ?? '').matchAll(/\/([^\s/<>[\](){}%]{1,200})\s*(?=\(|<[0-9A-Fa-f\s]*>|\d+\s+\d+\s+R)/g)
  return {
    language: language === undefined ? '' : textOf(language),
    keys: [
      ...new Set(
        [...keys].map(([, key = '']) =>
          key.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        ),
      ),
    ],
  }
}

/** Whether the last state can have an XMP packet: its catalog names one, or is not found. */
export function mayHavePacket({ states, find }: PdfStates): boolean {
  const state = states.at(-1)
  const catalog = state ? referred(state, 'Root', find) : undefined
  return catalog === undefined || /\/Metadata(?![A-Za-z])/.test(catalog.text)
}

/** The XMP packet of the last state. */
export function lastPacket({ states, find, file }: PdfStates): Uint8Array | undefined {
  const state = states.at(-1)
  return state ? packetOf(state, find, file)?.bytes : undefined
}

function placeOf(object: PdfObject | undefined): Place {
  return object === undefined ? { kind: 'whole' } : { kind: 'bytes', from: object.at, to: object.at + object.text.length }
}

function referred({ trailer, end }: PdfState, key: string, find: PdfStates['find'], text = trailer): PdfObject | undefined {
  const number = new RegExp(`/${key}\\s+(\\d{1,9})\\s+\\d{1,5}\\s+R`).exec(text)?.[1]
  return number === undefined ? undefined : find(Number(number), end)
}

/** The strings of an information dictionary, also those that are objects of their own. */
function entriesOf(text: string, state: PdfState, find: PdfStates['find'], keys = Object.keys(INFO)): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  for (const key of keys) {
    const found = new RegExp(`/${key}(?![A-Za-z])\\s*`).exec(text)
    if (!found) continue
    const apart = referred(state, key, find, text.slice(found.index, found.index + 80))?.text.trim()
    const value = apart === undefined ? stringAt(text, found.index + found[0].length) : stringAt(apart, 0)
    if (value !== undefined) entries.set(key, value)
  }
  return entries
}

function textOf(value: Buffer): string {
  if (value[0] === 0xfe && value[1] === 0xff) return decodeAs(value, 'utf-16be').text
  return metadataText(value)
}

/** The XMP packet of a state's catalog; a compressed one has the place of its stream. */
function packetOf(
  state: PdfState,
  find: PdfStates['find'],
  file: Buffer,
): { bytes: Uint8Array; at: Place & { kind: 'bytes' } } | undefined {
  const catalog = referred(state, 'Root', find)
  const metadata = catalog ? referred(state, 'Metadata', find, catalog.text) : undefined
  const start = metadata ? streamStart(file, metadata.at) : undefined
  if (!metadata || start === undefined) return undefined
  const stream = file.subarray(start, start + LIMITS.mediaTextBytes)
  const isPacked = /\/Filter\s*\[?\s*\/(FlateDecode|Fl)\b/.test(metadata.text)
  const { data } = isPacked ? inflate('zlib', stream, LIMITS.mediaTextBytes) : { data: stream }
  const text = Buffer.from(data ?? [])
  const stop = isPacked ? text.length : file.subarray(start).indexOf('endstream')
  for (const [begin, close] of XMP_ELEMENTS) {
    const at = text.indexOf(begin)
    const to = at < 0 ? -1 : text.indexOf(close, at)
    if (to < 0 || to > stop) continue
    const from = isPacked ? start : start + at
    const bytes = text.subarray(at, to + close.length)
    return { bytes, at: { kind: 'bytes', from, to: isPacked ? Math.max(start, file.indexOf('endstream', start)) : from + bytes.length } }
  }
  return undefined
}
