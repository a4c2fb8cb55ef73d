/** Seeded choices: the same seed gives the same choices on every machine. */
export interface Dice {
  /** A whole number from 0 to `bound` - 1; 0 when the bound is 0. */
  readonly below: (bound: number) => number
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
}

/** The dice of one mutant. Each mutant has dice of its own, so that one can be made again without those before it. */
export function diceOf(seed: number, number: number): Dice {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0
  // mulberry32: public domain, 32 bits of state, well spread from neighbouring seeds.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (bound: number) => (bound <= 0 ? 0 : next() % bound)
  return { below, pick: (list) => list[below(list.length)] ?? list[0] }
}

/** Bytes that were changed, and the names of the changes in their order. */
export interface Changed {
  readonly bytes: Uint8Array
  readonly how: readonly string[]
}

/** A change of bytes; `other` is another file of the same format. The input is not written to. */
type Mutation = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array

const BLOCK_BYTES = 4096
/** Bytes after which formats are told apart: most mutants keep them, or nothing behind a signature would ever be tried. */
const SIGNATURE_BYTES = 16
const HEADER_BYTES = 512
/** Values at which lengths, counts and offsets go wrong, as 8 bytes of either order. */
const EXTREMES = [
  0n,
  1n,
  0x7fn,
  0x80n,
  0xffn,
  0x7fffn,
  0xffffn,
  0x7fff_ffffn,
  0x8000_0000n,
  0xffff_ffffn,
  0x7fff_ffff_ffff_ffffn,
  -1n,
] as const

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'bit flips': (bytes, dice) =>
    changed(bytes, (copy) => {
      for (let n = 1 + dice.below(8); n > 0; n--) {
        const at = placeIn(copy, dice)
        copy[at] = (copy[at] ?? 0) ^ (1 << dice.below(8))
      }
    }),
  'byte changes': (bytes, dice) =>
    changed(bytes, (copy) => {
      for (let n = 1 + dice.below(8); n > 0; n--) copy[placeIn(copy, dice)] = dice.below(256)
    }),
  insert(bytes, dice) {
    const at = placeIn(bytes, dice)
    const length = 1 + dice.below(dice.pick([4, 64, BLOCK_BYTES]))
    const fill = dice.pick([0, 0xff, undefined])
    return joined(
      bytes.subarray(0, at),
      Uint8Array.from({ length }, () => fill ?? dice.below(256)),
      bytes.subarray(at),
    )
  },
  delete(bytes, dice) {
    const { from, to } = blockIn(bytes, dice)
    return joined(bytes.subarray(0, from), bytes.subarray(to))
  },
  duplicate(bytes, dice) {
    const { from, to } = blockIn(bytes, dice)
    const block = bytes.subarray(from, to)
    return joined(bytes.subarray(0, to), ...Array.from({ length: 1 + dice.below(dice.pick([1, 16])) }, () => block), bytes.subarray(to))
  },
  truncate: (bytes, dice) => bytes.slice(0, dice.below(bytes.length)),
  'length field': (bytes, dice) =>
    changed(bytes, (copy) => {
      const width = dice.pick([1, 2, 4, 8])
      if (copy.length < width) return
      const value = new DataView(new ArrayBuffer(8))
      const isLittle = dice.below(2) === 0
      value.setBigInt64(0, BigInt.asIntN(64, dice.pick(EXTREMES)), isLittle)
      const field = new Uint8Array(value.buffer, isLittle ? 0 : 8 - width, width)
      copy.set(field, Math.min(placeIn(copy, dice), copy.length - width))
    }),
  splice: (bytes, dice, other) => joined(bytes.subarray(0, placeIn(bytes, dice)), other.subarray(placeIn(other, dice))),
  'swap blocks'(bytes, dice) {
    const [a, b] = [blockIn(bytes, dice), blockIn(bytes, dice)].sort((one, two) => one.from - two.from)
    // Blocks that overlap cannot change places: the bytes of the first are turned round.
    if (!a || !b || a.to > b.from) return changed(bytes, (copy) => copy.subarray(a?.from, a?.to).reverse())
    const [first, second] = [bytes.subarray(a.from, a.to), bytes.subarray(b.from, b.to)]
    return joined(bytes.subarray(0, a.from), second, bytes.subarray(a.to, b.from), first, bytes.subarray(b.to))
  },
}
const NAMES = Object.keys(MUTATIONS) as [string, ...string[]]
/** Changes that move nothing: formats of sectors and offsets fall apart at once when bytes are moved. */
const IN_PLACE = ['bit flips', 'byte changes', 'length field'] as const

/** One to four changes of a file or member. */
export function mutate(bytes: Uint8Array, dice: Dice, other: Uint8Array): Changed {
  const keepsSignature = dice.below(4) > 0
  const names: readonly [string, ...string[]] = dice.below(2) === 0 ? IN_PLACE : NAMES
  const how = Array.from({ length: dice.pick([1, 1, 1, 2, 3, 4]) }, () => dice.pick(names))
  let result = bytes
  for (const name of how) result = MUTATIONS[name]?.(result, dice, other) ?? result
  // What the caller holds is never written to, and a mutation may give it back.
  if (keepsSignature && result.length >= SIGNATURE_BYTES) result = changed(result, (copy) => copy.set(bytes.subarray(0, SIGNATURE_BYTES)))
  return { bytes: result, how }
}

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice()
  change(copy)
  return copy
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** A place in the bytes: headers at the front and directories at the end decide most, and are chosen more often. */
function placeIn(bytes: Uint8Array, dice: Dice): number {
  const near = dice.below(Math.min(bytes.length, HEADER_BYTES))
  return dice.pick([near, bytes.length - 1 - near, dice.below(bytes.length), dice.below(bytes.length)])
}

function blockIn(bytes: Uint8Array, dice: Dice): { readonly from: number; readonly to: number } {
  const from = placeIn(bytes, dice)
  return { from, to: Math.min(bytes.length, from + 1 + dice.below(dice.pick([16, 256, BLOCK_BYTES]))) }
}
