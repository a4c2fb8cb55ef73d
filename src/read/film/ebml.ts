/** One element of an EBML document: its id, and the place of its content, half open. `isUnknown` when the program did not know its size. */
export interface Element {
  readonly id: number
  readonly at: number
  readonly from: number
  readonly to: number
  readonly isUnknown: boolean
  /** Whether its stated end lies beyond what is there. */
  readonly isCut: boolean
}

/** The element that begins at a place and may go to `to` (RFC 8794, 4 to 6); undefined when none can begin there. */
export function elementAt(file: Buffer, at: number, to: number): Element | undefined {
  const idBytes = vintBytes(file[at], 4)
  if (at >= to || idBytes === undefined || at + idBytes >= to) return undefined
  const sizeBytes = vintBytes(file[at + idBytes], 8)
  const from = at + idBytes + (sizeBytes ?? 0)
  if (sizeBytes === undefined || from > to) return undefined
  const size = vint(file, at + idBytes, sizeBytes)
  const end = size === undefined ? to : from + size
  return { id: file.readUIntBE(at, idBytes), at, from, to: Math.min(end, to), isUnknown: size === undefined, isCut: end > to }
}

/** How many bytes a variable number has: told by the first bit that is set. */
function vintBytes(first: number | undefined, most: number): number | undefined {
  const length = first === undefined || first === 0 ? 9 : Math.clz32(first) - 23
  return length > most ? undefined : length
}

/** A variable number; undefined when all its bits are set, which stands for "not known". */
function vint(file: Buffer, at: number, length: number): number | undefined {
  let value = BigInt(file[at] ?? 0) & ((1n << BigInt(8 - length)) - 1n)
  for (let i = 1; i < length; i++) value = (value << 8n) | BigInt(file[at + i] ?? 0)
  return value === (1n << BigInt(7 * length)) - 1n ? undefined : Number(value)
}

/** A whole number of at most eight bytes. */
export function uintOf(file: Buffer, { from, to }: Pick<Element, 'from' | 'to'>): number {
  let value = 0
  for (let at = from; at < Math.min(to, from + 8); at++) value = value * 256 + (file[at] ?? 0)
  return value
}

/** A floating number of four or eight bytes. */
export function floatOf(file: Buffer, { from, to }: Pick<Element, 'from' | 'to'>): number {
  return to - from === 4 ? file.readFloatBE(from) : to - from === 8 ? file.readDoubleBE(from) : 0
}
