import type { Unpack } from './stream.ts'

const MAGIC = 0x184d2204
const STORED = 0x80000000
/** The shortest match, which is what length 0 of a token stands for. */
const MATCH = 4
const START_BYTES = 1024 * 1024

/** Unpacks LZ4 frames (LZ4 frame format 1.6.4 and block format), one after the other; their checksums are passed over. Never throws. */
export const unpackLz4: Unpack = (bytes, most) => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const output = new Output(most)
  try {
    for (let at = 0; at < file.length; ) {
      // A skippable frame holds nothing of the file.
      const magic = file.readUInt32LE(at)
      if ((magic & 0xfffffff0) >>> 0 === 0x184d2a50) at += 8 + file.readUInt32LE(at + 4)
      else if (magic === MAGIC) at = frame(file, at + 4, output)
      else break
    }
    return { outcome: 'whole', data: output.taken() }
  } catch (error) {
    if (error instanceof TooLarge) return { outcome: 'too-large' }
    if (!(error instanceof RangeError)) throw error
    return output.length > 0 ? { outcome: 'truncated', data: output.taken() } : { outcome: 'damaged' }
  }
}

class TooLarge extends Error {}

/** What was unpacked so far; it grows up to a bound. */
class Output {
  length = 0
  readonly #most: number
  #bytes: Buffer

  constructor(most: number) {
    this.#most = most
    this.#bytes = Buffer.alloc(Math.min(most, START_BYTES))
  }

  #room(more: number): void {
    const needed = this.length + more
    if (needed > this.#most) throw new TooLarge()
    if (needed <= this.#bytes.length) return
    const grown = Buffer.alloc(Math.min(this.#most, Math.max(needed, this.#bytes.length * 2)))
    grown.set(this.#bytes.subarray(0, this.length))
    this.#bytes = grown
  }

  add(piece: Buffer): void {
    this.#room(piece.length)
    this.#bytes.set(piece, this.length)
    this.length += piece.length
  }

  repeat(distance: number, count: number): void {
    if (distance === 0 || distance > this.length) throw new RangeError('a match begins before the output')
    this.#room(count)
    for (let i = 0; i < count; i++) this.#bytes[this.length + i] = this.#bytes[this.length + i - distance] ?? 0
    this.length += count
  }

  taken(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }
}

/** Unpacks one frame and gives where the next begins. */
function frame(file: Buffer, from: number, output: Output): number {
  const flags = file.readUInt8(from)
  if (flags >> 6 !== 1) throw new RangeError('another version of the format')
  let at = from + 2 + ((flags & 8) !== 0 ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0) + 1
  for (;;) {
    const size = file.readUInt32LE(at)
    at += 4
    if (size === 0) return at + ((flags & 4) !== 0 ? 4 : 0)
    const length = size >= STORED ? size - STORED : size
    const block = file.subarray(at, at + length)
    if (size >= STORED) output.add(block)
    else unpackBlock(block, output)
    if (block.length < length) throw new RangeError('a block is cut short')
    at += length + ((flags & 16) !== 0 ? 4 : 0)
  }
}

function unpackBlock(block: Buffer, output: Output): void {
  let at = 0
  const lengthOf = (start: number) => {
    let length = start
    if (start === 15) {
      let byte: number
      do {
        byte = block.readUInt8(at++)
        length += byte
      } while (byte === 255)
    }
    return length
  }
  while (at < block.length) {
    const token = block.readUInt8(at++)
    const literals = lengthOf(token >> 4)
    output.add(block.subarray(at, at + literals))
    at += literals
    if (at >= block.length) return
    const distance = block.readUInt16LE(at)
    at += 2
    output.repeat(distance, lengthOf(token & 15) + MATCH)
  }
}
