import { LIMITS } from '../../base/limits.ts'
import { inflate } from '../containers/inflate.ts'

/** Objects of one object stream, places of one object and numbers that are looked at for it, objects that are looked for, characters of one dictionary. */
const MEMBERS = 20_000
const PLACES = 1000
const LOOKS = 100_000
const SOUGHT = 64
const DICTIONARY_CHARS = 16 * 1024

/** Bytes that hold dictionaries: the file itself, or one of its object streams inflated. */
export interface PdfPart {
  readonly data: Buffer
  /** Where the stream begins in the file; 0 for the file itself. */
  readonly at: number
  /** Object numbers of a stream, each with where the object begins in `data`. */
  readonly members: ReadonlyMap<number, number>
}

/** An object as the file writes it, and where in the file it or the stream around it stands. */
export interface PdfObject {
  readonly text: string
  readonly at: number
}

/** The file and its object streams (ISO 32000-1, 7.5.7), inflated within the bound of one member. Encrypted ones do not inflate and are left out. */
export function partsOf(file: Buffer): readonly PdfPart[] {
  const parts: PdfPart[] = [{ data: file, at: 0, members: new Map() }]
  let budget: number = LIMITS.memberBytes
  let at = 0
  for (let streams = 0; streams < LIMITS.pdfObjectStreams && budget > 1; streams++) {
    const found = file.indexOf('/ObjStm', at)
    if (found < 0) break
    at = found + 7
    const start = streamStart(file, found)
    if (start === undefined) continue
    // The stream says itself where it ends; what follows it is not looked at.
    const { data } = inflate('zlib', file.subarray(start, start + LIMITS.memberBytes), budget)
    if (data === undefined) continue
    budget = Math.max(1, budget - data.length)
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    const dictionary = file.toString('latin1', Math.max(0, file.lastIndexOf('obj', found)), start)
    parts.push({ data: bytes, at: start, members: membersOf(bytes, Number(/\/First\s+(\d{1,9})/.exec(dictionary)?.[1] ?? 0)) })
  }
  return parts
}

/** Where the bytes of a stream begin whose dictionary is at `from`; undefined when no stream follows it closely. */
export function streamStart(file: Buffer, from: number): number | undefined {
  const stream = file.indexOf('stream', from)
  if (stream < 0 || stream - from > 1000) return undefined
  const next = stream + 6
  return file[next] === 13 && file[next + 1] === 10 ? next + 2 : next + 1
}

function membersOf(data: Buffer, first: number): ReadonlyMap<number, number> {
  const members = new Map<number, number>()
  const numbers = data.toString('latin1', 0, Math.min(first, data.length)).match(/\d{1,9}/g) ?? []
  for (let i = 0; i + 1 < numbers.length && members.size < MEMBERS; i += 2) members.set(Number(numbers[i]), first + Number(numbers[i + 1]))
  return members
}

/** Looks up objects as they stood before a place of the file: the last one of that number which was written by then. */
export function objectFinder(parts: readonly PdfPart[]): (number: number, before: number) => PdfObject | undefined {
  const known = new Map<number, readonly PdfObject[]>()
  return (number, before) => {
    if (!known.has(number) && known.size >= SOUGHT) return undefined
    const written = known.get(number) ?? writtenAs(number, parts)
    known.set(number, written)
    return written.findLast(({ at }) => at < before)
  }
}

/** Every state of an object, in the order of the file. */
function writtenAs(number: number, parts: readonly PdfPart[]): readonly PdfObject[] {
  const found: PdfObject[] = []
  const file = parts[0]?.data ?? Buffer.alloc(0)
  const mark = Buffer.from(`${number} `, 'latin1')
  let looks = 0
  for (let at = file.indexOf(mark); at >= 0 && found.length < PLACES && looks < LOOKS; at = file.indexOf(mark, at + mark.length)) {
    looks++
    if (isDigit(file[at - 1]) || !isDigit(file[at + mark.length])) continue
    const head = /^\d{1,10} \d{1,5} obj/.exec(file.toString('latin1', at, at + 24))
    if (head) found.push({ text: dictionaryOf(file, at + head[0].length), at })
  }
  for (const { data, at, members } of parts) {
    const from = members.get(number)
    if (from !== undefined) found.push({ text: dictionaryOf(data.subarray(from, nextOf(members, from)), 0), at })
  }
  return found.sort((a, b) => a.at - b.at)
}

/** Where the object after the one at `from` begins; nothing else marks an end in a stream. */
function nextOf(members: ReadonlyMap<number, number>, from: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const at of members.values()) if (at > from && at < next) next = at
  return next
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function dictionaryOf(data: Buffer, from: number): string {
  const text = data.toString('latin1', from, from + DICTIONARY_CHARS)
  const end = /endobj|>>\s*stream\r?\n/.exec(text)
  return end ? text.slice(0, end.index + 2) : text
}

/** The string of an object's text at a place, in parentheses or as hexadecimal digits (7.3.4); undefined when there is none. */
export function stringAt(text: string, at: number): Buffer | undefined {
  if (text[at] === '(') return literal(text, at + 1)
  const hex = /^<([0-9A-Fa-f\s]*)>/.exec(text.slice(at, at + 2 * LIMITS.traceChars))?.[1]?.replace(/\s/g, '')
  return hex === undefined ? undefined : Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex')
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function literal(text: string, from: number): Buffer | undefined {
  const bytes: number[] = []
  let depth = 1
  for (let at = from; at < text.length; at++) {
    const c = text[at] ?? ''
    if (c === '(') depth++
    else if (c === ')' && --depth === 0) return Buffer.from(bytes)
    if (c !== '\\') {
      bytes.push(c.charCodeAt(0))
      continue
    }
    const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
    const next = text[at + 1] ?? ''
    at += octal?.length ?? 1
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 0xff)
    else if (next === '\r' && text[at + 1] === '\n') at++
    else if (next !== '\r' && next !== '\n') bytes.push(ESCAPES[next] ?? next.charCodeAt(0))
  }
  return undefined
}
