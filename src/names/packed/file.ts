import { InbetweenError } from '../../base/errors.ts'
import { sha256Hex } from '../../base/hash.ts'
import type { HashLists } from './hash.ts'
import type { PackedNames } from './packed-names.ts'

/** Raised with every change of what the arrays mean or of how names are prepared: a file of another version is made anew, never read. */
export const PACKED_VERSION = 1

const MAGIC = 'inbetween packed names'
/** Arrays begin at multiples of this many bytes, so that they can be used as they lie. */
const ALIGNED = 8

type Numbers = Uint16Array<ArrayBufferLike> | Uint32Array<ArrayBufferLike> | Float32Array<ArrayBufferLike>

/** The arrays of an index by name, in the order of the file. */
function arraysOf({ words, joins, ...own }: PackedNames): [string, Numbers][] {
  const lists = (name: string, { bucketAt, tags, items }: HashLists): [string, Numbers][] => [
    [`${name}.bucketAt`, bucketAt], [`${name}.tags`, tags], [`${name}.items`, items],
  ] // biome-ignore format: one list
  return [
    ['rowAt', own.rowAt], ['wordOf', own.wordOf], ['rowWeight', own.rowWeight], ['nameOf', own.nameOf], ['entryOf', own.entryOf], ['postingAt', own.postingAt], ['postings', own.postings], ['words.at', words.at],
    ...lists('exact', words.exact), ...lists('near', words.near), ...lists('sounds', words.sounds), ...lists('joins', joins),
  ] // biome-ignore format: one list
}

/**
 * An index as the bytes of one file: a line of JSON (version, where each array lies, SHA-256 of all that follows), then little-endian arrays and the words as UTF-8. Throws where the machine is big-endian.
 */
export function writePackedNames(packed: PackedNames): Uint8Array {
  needLittleEndian()
  const parts: { name: string; bytes: Uint8Array }[] = arraysOf(packed).map(([name, numbers]) => ({
    name,
    bytes: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
  }))
  parts.push({ name: 'words.text', bytes: new TextEncoder().encode(packed.words.text) })
  let length = 0
  const places = parts.map(({ name, bytes }) => {
    const from = length
    length = aligned(length + bytes.length)
    return [name, from, bytes.length] as const
  })
  const body = new Uint8Array(length)
  for (const [k, { bytes }] of parts.entries()) body.set(bytes, places[k]?.[1] ?? 0)
  const head = JSON.stringify({ magic: MAGIC, version: PACKED_VERSION, sha256: sha256Hex(body), places })
  const headBytes = new TextEncoder().encode(head)
  const start = aligned(headBytes.length + 1)
  const file = new Uint8Array(start + length).fill(32, 0, start)
  file.set(headBytes)
  file[start - 1] = 10
  file.set(body, start)
  return file
}

/** Reads what {@link writePackedNames} wrote, without copying the arrays. Undefined for another version, and for bytes that are not whole: the index is then made anew. */
export function readPackedNames(file: Uint8Array): PackedNames | undefined {
  needLittleEndian()
  const line = file.subarray(0, HEAD_BYTES).indexOf(10)
  const head = line < 0 ? undefined : headOf(file.subarray(0, line))
  if (!head) return undefined
  const aligned8 = (file.byteOffset + line + 1) % ALIGNED === 0
  const body = aligned8 ? file.subarray(line + 1) : file.slice(line + 1)
  if (sha256Hex(body) !== head.sha256) return undefined
  const bytes = (name: string) => {
    const [, from, length] = head.places.find(([one]) => one === name) ?? [name, 0, 0]
    return body.subarray(from, from + length)
  }
  const words = (name: string) => view(bytes(name), Uint32Array)
  const lists = (name: string): HashLists => ({
    bucketAt: words(`${name}.bucketAt`),
    tags: view(bytes(`${name}.tags`), Uint16Array),
    items: words(`${name}.items`),
  })
  return {
    words: { text: new TextDecoder().decode(bytes('words.text')), at: words('words.at'), exact: lists('exact'), near: lists('near'), sounds: lists('sounds') },
    rowAt: words('rowAt'),
    wordOf: words('wordOf'),
    rowWeight: view(bytes('rowWeight'), Float32Array),
    nameOf: words('nameOf'),
    entryOf: words('entryOf'),
    postingAt: words('postingAt'),
    postings: words('postings'),
    joins: lists('joins'),
  } // biome-ignore format: one record
}

/** Bytes in which the first line must end. */
const HEAD_BYTES = 8192

interface Head {
  readonly sha256: string
  readonly places: readonly (readonly [name: string, from: number, length: number])[]
}

/** The first line, checked; the SHA-256 then vouches for the rest against damage. It is no signature: keep the file where only you write. */
function headOf(line: Uint8Array): Head | undefined {
  try {
    const { magic, version, sha256, places } = JSON.parse(new TextDecoder().decode(line)) as Record<string, unknown>
    const isPlace = (one: unknown) =>
      Array.isArray(one) && typeof one[0] === 'string' && Number.isInteger(one[1]) && Number.isInteger(one[2])
    if (magic !== MAGIC || version !== PACKED_VERSION || typeof sha256 !== 'string' || !Array.isArray(places)) return undefined
    return places.every(isPlace) ? { sha256, places: places as Head['places'] } : undefined
  } catch {
    return undefined
  }
}

function view<T>(
  bytes: Uint8Array,
  kind: new (buffer: ArrayBufferLike, from: number, length: number) => T & { readonly BYTES_PER_ELEMENT: number },
): T {
  const size = (kind as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT
  return new kind(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / size))
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED
}

function needLittleEndian(): void {
  if (new Uint8Array(new Uint32Array([1]).buffer)[0] !== 1)
    throw new InbetweenError('IBT-USAGE', 'packed names are for little-endian machines')
}
