/** 32-bit hash (FNV-1a, mixed at the end) of the UTF-16 units of a text, the units at `i` and `j` left out; -1 leaves out none. */
export function hashWithout(text: string, i = -1, j = -1): number {
  let h = 0x811c9dc5
  for (let k = 0; k < text.length; k++) if (k !== i && k !== j) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** Numbers under hashes: packed, so that a file of it can be used as it lies. Two hashes can share a tag: whoever asks verifies what it gets. */
export interface HashLists {
  /** Start of each bucket in `tags` and `items`; one more at the end. */
  readonly bucketAt: Uint32Array
  readonly tags: Uint16Array
  readonly items: Uint32Array
}

/** Numbers that grow; a plain array of numbers would take eight bytes each. */
export interface Growing {
  readonly length: number
  readonly push: (value: number) => void
  /** The number at a place below the length. */
  readonly at: (place: number) => number
  readonly done: () => Uint32Array
}

/** An empty {@link Growing}. */
export function growing(): Growing {
  let room = new Uint32Array(1024)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === room.length) {
        const larger = new Uint32Array(length * 2)
        larger.set(room)
        room = larger
      }
      room[length++] = value
    },
    at: (place) => room[place] ?? 0,
    done: () => room.slice(0, length),
  }
}

/** Packs `items[k]` under `hashes[k]`; the order inside a bucket is that of the input. */
export function hashLists(hashes: Uint32Array, items: Uint32Array): HashLists {
  let buckets = 16
  while (buckets < hashes.length) buckets *= 2
  const bucketAt = new Uint32Array(buckets + 1)
  for (const hash of hashes) {
    const after = (hash & (buckets - 1)) + 1
    bucketAt[after] = (bucketAt[after] ?? 0) + 1
  }
  for (let b = 0; b < buckets; b++) bucketAt[b + 1] = (bucketAt[b + 1] ?? 0) + (bucketAt[b] ?? 0)
  const next = bucketAt.slice(0, buckets)
  const tags = new Uint16Array(hashes.length)
  const packed = new Uint32Array(hashes.length)
  for (let k = 0; k < hashes.length; k++) {
    const hash = hashes[k] ?? 0
    const bucket = hash & (buckets - 1)
    const at = next[bucket] ?? 0
    next[bucket] = at + 1
    tags[at] = hash >>> 16
    packed[at] = items[k] ?? 0
  }
  return { bucketAt, tags, items: packed }
}

/** Appends the numbers under a hash to `out`. */
export function addItems({ bucketAt, tags, items }: HashLists, hash: number, out: number[]): void {
  const bucket = hash & (bucketAt.length - 2)
  const tag = hash >>> 16
  const to = bucketAt[bucket + 1] ?? 0
  for (let k = bucketAt[bucket] ?? 0; k < to; k++) if (tags[k] === tag) out.push(items[k] ?? 0)
}

/** The first number under a hash that is the one looked for; -1 where none is. */
export function findItem({ bucketAt, tags, items }: HashLists, hash: number, isIt: (item: number) => boolean): number {
  const bucket = hash & (bucketAt.length - 2)
  const tag = hash >>> 16
  const to = bucketAt[bucket + 1] ?? 0
  for (let k = bucketAt[bucket] ?? 0; k < to; k++) if (tags[k] === tag && isIt(items[k] ?? 0)) return items[k] ?? 0
  return -1
}
