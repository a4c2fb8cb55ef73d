/**
 * Numbers for every pair of bytes (an address and a user) that a log names, told apart by all their bytes: an open-addressed table over a copy of the
 * bytes, so that no text is made per line.
 */
export class Visitors {
  private readonly max: number
  private slots = new Int32Array(1 << 12)
  private hashes: number[] = []
  private froms: number[] = [0]
  private middles: number[] = []
  private bytes: Uint8Array = new Uint8Array(1 << 16)

  constructor(max: number) {
    this.max = max
  }

  /** How many there are. */
  get size(): number {
    return this.hashes.length
  }

  /** The number of this address and user, a new one when it was not seen before; -1 when there are too many already. */
  numberOf(b: Uint8Array, addressFrom: number, addressTo: number, userFrom: number, userTo: number): number {
    let hash = 0x811c9dc5
    for (let i = addressFrom; i < addressTo; i++) hash = Math.imul(hash ^ (b[i] ?? 0), 0x01000193)
    hash = Math.imul(hash ^ 32, 0x01000193)
    for (let i = userFrom; i < userTo; i++) hash = Math.imul(hash ^ (b[i] ?? 0), 0x01000193)
    hash ^= hash >>> 15
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (;;) {
      const known = (this.slots[slot] ?? 0) - 1
      if (known < 0) break
      if (this.hashes[known] === hash && this.isSame(known, b, addressFrom, addressTo, userFrom, userTo)) return known
      slot = (slot + 1) & mask
    }
    if (this.size >= this.max) return -1
    this.slots[slot] = this.size + 1
    this.keep(hash, b, addressFrom, addressTo, userFrom, userTo)
    if (this.size * 2 > this.slots.length) this.grow()
    return this.size - 1
  }

  /** The bytes of one visitor's address. */
  addressOf(visitor: number): Uint8Array {
    return this.bytes.subarray(this.froms[visitor], this.middles[visitor])
  }

  /** The bytes of one visitor's user. */
  userOf(visitor: number): Uint8Array {
    return this.bytes.subarray(this.middles[visitor], this.froms[visitor + 1])
  }

  private isSame(visitor: number, b: Uint8Array, addressFrom: number, addressTo: number, userFrom: number, userTo: number): boolean {
    const from = this.froms[visitor] ?? 0
    const middle = this.middles[visitor] ?? 0
    if (middle - from !== addressTo - addressFrom || (this.froms[visitor + 1] ?? 0) - middle !== userTo - userFrom) return false
    for (let i = from, k = addressFrom; k < addressTo; i++, k++) if (this.bytes[i] !== b[k]) return false
    for (let i = middle, k = userFrom; k < userTo; i++, k++) if (this.bytes[i] !== b[k]) return false
    return true
  }

  private keep(hash: number, b: Uint8Array, addressFrom: number, addressTo: number, userFrom: number, userTo: number): void {
    const from = this.froms[this.size] ?? 0
    const middle = from + addressTo - addressFrom
    const end = middle + userTo - userFrom
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2))
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes.set(b.subarray(addressFrom, addressTo), from)
    this.bytes.set(b.subarray(userFrom, userTo), middle)
    this.middles.push(middle)
    this.froms.push(end)
    this.hashes.push(hash)
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    const mask = this.slots.length - 1
    for (const [visitor, hash] of this.hashes.entries()) {
      let slot = hash & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = visitor + 1
    }
  }
}
