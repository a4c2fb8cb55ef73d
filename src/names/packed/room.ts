import type { NameToken } from '../tokens.ts'
import type { PackedNames } from './packed-names.ts'
import type { Wanted } from './wanted.ts'

/** Room that questions share; sums are all zero between two of them. */
export interface Room {
  /** By row, at even places of the same memory as `given`: one look at memory fetches both. */
  readonly sums: Float32Array
  /** By row, at odd places: the number of the word that gave to it last. */
  readonly given: Uint32Array
  /** Rows with a sum, `count` of them. */
  readonly touched: Uint32Array
  count: number
  /** The number of the word that is looked up now. */
  stamp: number
  /** Words that were looked up before: names of a batch share most of theirs. */
  readonly known: Map<string, Wanted>
  /** The same by the words themselves: those of names in other writings are the same objects in all names. */
  readonly knownTo: WeakMap<NameToken, Wanted>
}

/** Room for questions to a list. */
export function roomFor(packed: PackedNames): Room {
  const rows = packed.rowAt.length - 1
  const memory = new ArrayBuffer(rows * 8)
  const [sums, given] = [new Float32Array(memory), new Uint32Array(memory)]
  return { sums, given, touched: new Uint32Array(rows), count: 0, stamp: 0, known: new Map(), knownTo: new WeakMap() }
}
