/** An internet address: 4 bytes, or 16. An IPv4 address written inside IPv6 (`::ffff:192.0.2.1`) is the IPv4 address. */
export type AddressBytes = Uint8Array

/** A block of addresses: the bytes of its first address, and how many leading bits are fixed. */
export interface Block {
  readonly bytes: AddressBytes
  readonly prefix: number
}

const LONGEST_ADDRESS = 64

/** The bytes of an address as people and servers write it; undefined when it is none (a host name, a range, a leading zero in IPv4). */
export function parseAddress(text: string): AddressBytes | undefined {
  if (text.length === 0 || text.length > LONGEST_ADDRESS) return undefined
  if (!text.includes(':')) return parseIpv4(text)
  const bytes = parseIpv6(text)
  if (!bytes) return undefined
  const isMapped = bytes[10] === 0xff && bytes[11] === 0xff && bytes.subarray(0, 10).every((byte) => byte === 0)
  return isMapped ? bytes.slice(12) : bytes
}

/** A block from `192.0.2.0/24` or a single address. Undefined when it is none, or when bits beyond the prefix are set (`192.0.2.1/24`). */
export function parseCidr(text: string): Block | undefined {
  const cut = text.indexOf('/')
  const bytes = parseAddress(cut < 0 ? text : text.slice(0, cut))
  if (!bytes) return undefined
  const length = bytes.length * 8
  if (cut < 0) return { bytes, prefix: length }
  const digits = text.slice(cut + 1)
  if (!/^\d{1,3}$/.test(digits)) return undefined
  // A prefix of a mapped address counts from the IPv6 start.
  const prefix = text.includes(':') && length === 32 ? Number(digits) - 96 : Number(digits)
  if (prefix < 0 || prefix > length) return undefined
  return maskedKey(bytes, prefix) === maskedKey(bytes, length) ? { bytes, prefix } : undefined
}

/** Whether an address lies in a block; never across IPv4 and IPv6. */
export function containsAddress(block: Block, address: AddressBytes): boolean {
  return block.bytes.length === address.length && maskedKey(address, block.prefix) === maskedKey(block.bytes, block.prefix)
}

/** A text that two addresses share exactly when they are of one family and agree in the leading `prefix` bits. */
export function maskedKey(address: AddressBytes, prefix: number): string {
  let key = address.length === 4 ? '4' : '6'
  for (let i = 0; i < address.length; i++) {
    const bits = Math.min(8, Math.max(0, prefix - i * 8))
    key += String.fromCharCode((address[i] ?? 0) & (0xff00 >> bits) & 0xff)
  }
  return key
}

function parseIpv4(text: string): AddressBytes | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return undefined
  return Uint8Array.from(parts, Number)
}

function parseIpv6(text: string): AddressBytes | undefined {
  const bare = text.split('%')[0] ?? ''
  const halves = bare.split('::')
  if (halves.length > 2) return undefined
  const head = groupsOf(halves[0] ?? '')
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : []
  if (!head || !tail) return undefined
  const missing = 16 - head.length - tail.length
  if (halves.length === 2 ? missing < 2 : missing !== 0) return undefined
  return Uint8Array.from([...head, ...new Array<number>(missing).fill(0), ...tail])
}

/** Bytes of the groups between colons; the last may be dotted. */
function groupsOf(text: string): number[] | undefined {
  if (text === '') return []
  const bytes: number[] = []
  const groups = text.split(':')
  for (const [index, group] of groups.entries()) {
    if (index === groups.length - 1 && group.includes('.')) {
      const dotted = parseIpv4(group)
      if (!dotted) return undefined
      bytes.push(...dotted)
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined
      const value = Number.parseInt(group, 16)
      bytes.push(value >> 8, value & 0xff)
    }
  }
  return bytes
}

/** An address as text: dotted, or groups with the first longest run of two or more zero groups as `::` (RFC 5952). */
export function formatAddress(address: AddressBytes): string {
  if (address.length === 4) return address.join('.')
  const groups = Array.from({ length: 8 }, (_, i) => ((address[i * 2] ?? 0) << 8) | (address[i * 2 + 1] ?? 0))
  let start = 0
  let length = 0
  for (let i = 0; i < groups.length; i++) {
    let end = i
    while (groups[end] === 0) end++
    if (end - i > length) [start, length] = [i, end - i]
  }
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':')
  return length < 2 ? text(groups) : `${text(groups.slice(0, start))}::${text(groups.slice(start + length))}`
}
