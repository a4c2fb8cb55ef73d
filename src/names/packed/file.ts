import { InbetweenError } from '../../base/errors.ts'
import { sha256Hex } from '../../base/hash.ts'

/** Raised with every change of what the arrays mean, of how names are prepared or how lists are read: a file of another version is made anew, never read. */
export const PACKED_VERSION = 11

const MAGIC = 'inbetween packed lists'
/** Arrays begin at multiples of this many bytes, so that they can be used as they lie. */
const ALIGNED = 8
/** Bytes in which the first line must end. */
const HEAD_BYTES = 1 << 18

/** An array of a packed file. */
export type PackedPart = Uint8Array | Uint16Array<ArrayBufferLike> | Uint32Array<ArrayBufferLike> | Float32Array<ArrayBufferLike>

/** A packed file that was read: its arrays by name, as they lie in its bytes. A name that the file has not gives an empty array. */
export interface PackedFile {
  bytes(name: string): Uint8Array
  shorts(name: string): Uint16Array
  numbers(name: string): Uint32Array
  floats(name: string): Float32Array
  text(name: string): string
}

/** Arrays by name as the bytes of one file: a line of JSON (version, where each array lies, SHA-256 of all that follows), then the arrays, little-endian. Throws where the machine is big-endian. */
export function writePackedFile(parts: ReadonlyMap<string, PackedPart>): Uint8Array {
  if (!isLittleEndian()) throw new InbetweenError('IBT-USAGE', 'packed lists are for little-endian machines')
  let length = 0
  const places = [...parts].map(([name, part]) => {
    const from = length
    length = aligned(length + part.byteLength)
    return [name, from, part.byteLength] as const
  })
  const body = new Uint8Array(length)
  for (const [k, part] of [...parts.values()].entries())
    body.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), places[k]?.[1] ?? 0)
  const head = JSON.stringify({ magic: MAGIC, version: PACKED_VERSION, sha256: sha256Hex(body), places })
  const headBytes = new TextEncoder().encode(head)
  const start = aligned(headBytes.length + 1)
  const file = new Uint8Array(start + length).fill(32, 0, start)
  file.set(headBytes)
  file[start - 1] = 10
  file.set(body, start)
  return file
}

/** Reads what {@link writePackedFile} wrote, without copying the arrays. Undefined for another version, for a big-endian machine, and for bytes that are not whole: the file is then made anew. */
export function readPackedFile(file: Uint8Array): PackedFile | undefined {
  const line = file.subarray(0, HEAD_BYTES).indexOf(10)
  const head = line < 0 || !isLittleEndian() ? undefined : headOf(file.subarray(0, line))
  if (!head) return undefined
  const isAligned = (file.byteOffset + line + 1) % ALIGNED === 0
  const body = isAligned ? file.subarray(line + 1) : file.slice(line + 1)
  if (sha256Hex(body) !== head.sha256) return undefined
  const places = new Map(head.places.map(([name, from, length]) => [name, body.subarray(from, from + length)] as const))
  const bytes = (name: string) => places.get(name) ?? new Uint8Array()
  return {
    bytes,
    shorts: (name) => view(bytes(name), Uint16Array),
    numbers: (name) => view(bytes(name), Uint32Array),
    floats: (name) => view(bytes(name), Float32Array),
    text: (name) => new TextDecoder().decode(bytes(name)),
  }
}

interface Head {
  readonly sha256: string
  readonly places: readonly (readonly [name: string, from: number, length: number])[]
}

/** The first line, checked; the SHA-256 then vouches for the rest against damage. It is no signature: keep the file where only you write. */
function headOf(line: Uint8Array): Head | undefined {
  try {
    const { magic, version, sha256, places } = JSON.parse(new TextDecoder().decode(line)) as Record<string, unknown>
    const isPlace = (one: unknown) =>
      Array.isArray(one) && typeof one[0] === 'string' && Number.isInteger(one[1] / ALIGNED) && Number.isInteger(one[2])
    if (magic !== MAGIC || version !== PACKED_VERSION || typeof sha256 !== 'string' || !Array.isArray(places)) return undefined
    return places.every(isPlace) ? { sha256, places: places as Head['places'] } : undefined
  } catch {
    return undefined
  }
}

function view<T>(
  bytes: Uint8Array,
  kind: { readonly BYTES_PER_ELEMENT: number; new (buffer: ArrayBufferLike, from: number, length: number): T },
): T {
  return new kind(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / kind.BYTES_PER_ELEMENT))
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED
}

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1
}
