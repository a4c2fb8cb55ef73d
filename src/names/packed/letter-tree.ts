import { A } from '../transcription-sounds.ts'
import { growing } from './hash.ts'

/** Words under keys of small Latin letters as a tree, a node for each beginning that keys share, packed; node 0 is the beginning of all. Children of a node lie next to each other, in the order of the alphabet. */
export interface LetterTree {
  /** Which letters follow a node: a bit each, a first. */
  readonly follows: Uint32Array
  /** The first child of each node. */
  readonly child: Uint32Array
  /** Where the words whose keys begin so begin in `words`, and of how many the key ends here: these come first. */
  readonly from: Uint32Array
  readonly ends: Uint32Array
  /** Numbers of words, in the order of their keys. */
  readonly words: Uint32Array
}

/** Packs words by number and key; keys with anything but a to z are left out. */
export function letterTree(words: readonly (readonly [number: number, key: string])[]): LetterTree {
  const order = words.filter(([, key]) => /^[a-z]+$/.test(key)).sort(([m, a], [n, b]) => (a < b ? -1 : a > b ? 1 : m - n))
  const [follows, child, from, ends, to, depth] = [growing(), growing(), growing(), growing(), growing(), growing()]
  const put = (lo: number, hi: number, letters: number) => {
    from.push(lo)
    to.push(hi)
    depth.push(letters)
  }
  put(0, order.length, 0)
  for (let node = 0; node < from.length; node++) {
    const [hi, letters] = [to.at(node), depth.at(node)]
    let lo = from.at(node)
    let [own, mask] = [0, 0]
    for (; lo < hi && order[lo]?.[1].length === letters; lo++) own++
    child.push(from.length)
    while (lo < hi) {
      const c = order[lo]?.[1].charCodeAt(letters) ?? 0
      let next = lo + 1
      while (next < hi && order[next]?.[1].charCodeAt(letters) === c) next++
      mask |= 1 << (c - A)
      put(lo, next, letters + 1)
      lo = next
    }
    follows.push(mask >>> 0)
    ends.push(own)
  }
  return {
    follows: follows.done(),
    child: child.done(),
    from: from.done(),
    ends: ends.done(),
    words: Uint32Array.from(order, ([number]) => number),
  }
}

/** The node that a letter (its code) leads to; -1 where no word goes on so. */
export function nodeAfter({ follows, child }: LetterTree, node: number, letter: number): number {
  const mask = follows[node] ?? 0
  const bit = 1 << (letter - A)
  return (mask & bit) === 0 ? -1 : (child[node] ?? 0) + ones(mask & (bit - 1))
}

/** How many bits are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
