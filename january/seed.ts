/** A seeded source of numbers: the same seed gives the same run on every machine. */
export interface Dice {
  /** A whole number, 0 ≤ n < `below`. */
  readonly below: (below: number) => number
  /** A whole number, `from` ≤ n ≤ `to`. */
  readonly between: (from: number, to: number) => number
  /** One of the items; the list may not be empty. */
  readonly pick: <T>(items: readonly T[]) => T
  /** The items in another order. */
  readonly shuffle: <T>(items: readonly T[]) => T[]
}

/** Makes dice from a word (FNV-1a of its UTF-16 code units, then mulberry32). */
export function diceOf(word: string): Dice {
  let state = 0x811c9dc5
  for (let index = 0; index < word.length; index++) state = Math.imul(state ^ word.charCodeAt(index), 0x01000193)
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(unit() * limit)
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    pick<T>(items: readonly T[]): T {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    shuffle<T>(items: readonly T[]): T[] {
      const left = [...items]
      const mixed: T[] = []
      while (left.length > 0) mixed.push(...left.splice(below(left.length), 1))
      return mixed
    },
  }
}
