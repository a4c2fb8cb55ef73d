/**
 * Words by their letters in three flat arrays, so that a look-up touches few places of memory: node 0 is the root, the children of a node stand together in the order
 * of their letters, from `first[node]` up to `first[node + 1]`.
 */
export interface WordTree<T> {
  /** UTF-16 code unit that leads to each node. */
  readonly letters: Uint16Array
  readonly first: Int32Array
  /** Per node a bit for each child by its letter ({@link bitOf}): most look-ups fail, and fail here. */
  readonly masks: Int32Array
  /** What ends at each node. */
  readonly words: readonly (T | undefined)[]
  /** The child of the root per code unit, 0 for none. */
  readonly roots: Int32Array
}

/** Builds a tree of words; the empty word is left out. */
export function wordTree<T>(words: ReadonlyMap<string, T>): WordTree<T> {
  const sorted = [...words.keys()].filter((word) => word !== '').sort((a, b) => (a < b ? -1 : 1))
  const letters: number[] = [0]
  const first: number[] = []
  const values: (T | undefined)[] = [undefined]
  // Level by level: each node stands for the words from one place of the sorted list to another.
  const ranges: { from: number; to: number; depth: number }[] = [{ from: 0, to: sorted.length, depth: 0 }]
  for (let node = 0; node < ranges.length; node++) {
    const { from, to, depth } = ranges[node] ?? { from: 0, to: 0, depth: 0 }
    first.push(letters.length)
    for (let i = from; i < to; ) {
      const word = sorted[i] ?? ''
      if (word.length === depth) {
        i++
        continue
      }
      const letter = word.charCodeAt(depth)
      let end = i + 1
      while (end < to && sorted[end]?.charCodeAt(depth) === letter) end++
      letters.push(letter)
      values.push(word.length === depth + 1 ? words.get(word) : undefined)
      ranges.push({ from: i, to: end, depth: depth + 1 })
      i = end
    }
  }
  first.push(letters.length)
  const roots = new Int32Array(0x10000)
  for (let node = first[0] ?? 1; node < (first[1] ?? 1); node++) roots[letters[node] ?? 0] = node
  const masks = new Int32Array(values.length)
  for (let node = 0; node < masks.length; node++)
    for (let child = first[node] ?? 0; child < (first[node + 1] ?? 0); child++)
      masks[node] = (masks[node] ?? 0) | bitOf(letters[child] ?? 0)
  return { letters: Uint16Array.from(letters), first: Int32Array.from(first), masks, words: values, roots }
}

/** One of 32 bits by a letter; the factor strews letters that stand near each other. */
function bitOf(code: number): number {
  return 1 << (Math.imul(code, 0x9e3779b1) >>> 27)
}

/** The child of a node under a code unit, 0 when there is none. */
export function childOf({ letters, first, masks, roots }: WordTree<unknown>, node: number, code: number): number {
  if (node === 0) return roots[code] ?? 0
  if (((masks[node] ?? 0) & bitOf(code)) === 0) return 0
  let low = first[node] ?? 0
  let high = (first[node + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const letter = letters[middle] ?? 0
    if (letter === code) return middle
    if (letter < code) low = middle + 1
    else high = middle - 1
  }
  return 0
}
