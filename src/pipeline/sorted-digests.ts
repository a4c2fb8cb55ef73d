import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'

/** Digests sorted in memory at a time; a power of two, so that an index and 32 bits of a digest fit one number. */
const RUN_DIGESTS = 1 << 20
/** Bytes read or written at a time, about. */
const BLOCK_BYTES = 1 << 16

/** Sorts any number of digests of one width in bounded memory: sorted runs on disk, merged at the end. */
export interface DigestSorter {
  /** Adds a digest of `width` bytes as hex. */
  readonly add: (hex: string) => void
  /** Writes every digest once, in byte order, one behind the other, and returns how many they are. The runs are removed. */
  readonly writeTo: (path: string) => number
}

/** A sorter of digests of `width` bytes. `prefix` begins the paths of its runs. `runDigests` is for tests. */
export function digestSorter(prefix: string, width: number, runDigests = RUN_DIGESTS): DigestSorter {
  const held = Buffer.allocUnsafe(runDigests * width)
  const runs: string[] = []
  let count = 0
  const flush = () => {
    if (count === 0) return
    const path = `${prefix}.${runs.length}`
    writeWhole(path, sorted(held, count, width))
    runs.push(path)
    count = 0
  }
  return {
    add(hex) {
      held.write(hex, count * width, width, 'hex')
      if (++count === runDigests) flush()
    },
    writeTo(path) {
      flush()
      try {
        return merge(runs, path, width)
      } finally {
        for (const run of runs) rmSync(run, { force: true })
      }
    },
  }
}

/** The first `count` digests of a buffer in order. The first four bytes decide all but a few; those few are compared whole. */
function sorted(held: Buffer, count: number, width: number): Buffer {
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = held.readUInt32BE(i * width) * RUN_DIGESTS + i
  keys.sort()
  const out = Buffer.allocUnsafe(count * width)
  const at = (n: number) => ((keys[n] ?? 0) % RUN_DIGESTS) * width
  const start = (n: number) => Math.floor((keys[n] ?? -1) / RUN_DIGESTS)
  for (let from = 0, to = 1; from < count; from = to++) {
    while (to < count && start(to) === start(from)) to++
    if (to === from + 1) {
      held.copy(out, from * width, at(from), at(from) + width)
      continue
    }
    const offsets = Array.from({ length: to - from }, (_, i) => at(from + i)).sort((a, b) => held.compare(held, b, b + width, a, a + width))
    for (const [i, offset] of offsets.entries()) held.copy(out, (from + i) * width, offset, offset + width)
  }
  return out
}

/** A run being read: `digest` is its smallest digest that was not taken yet, absent at its end. */
interface Cursor {
  readonly file: number
  readonly block: Buffer
  filled: number
  at: number
}

function merge(runs: readonly string[], to: string, width: number): number {
  const out = openSync(to, 'w')
  const block = Buffer.allocUnsafe(width * Math.ceil(BLOCK_BYTES / width))
  const last = Buffer.alloc(width)
  let filled = 0
  let total = 0
  const cursors = runs.map((path) => ({ file: openSync(path, 'r'), block: Buffer.allocUnsafe(block.length), filled: 0, at: 0 }))
  const heap: Cursor[] = []
  try {
    for (const cursor of cursors) if (advance(cursor, width)) push(heap, cursor, width)
    for (let least = heap[0]; least !== undefined; least = heap[0]) {
      if (total === 0 || least.block.compare(last, 0, width, least.at, least.at + width) !== 0) {
        least.block.copy(last, 0, least.at, least.at + width)
        last.copy(block, filled)
        filled += width
        total++
        if (filled === block.length) filled = writeAll(out, block, filled)
      }
      least.at += width
      if (!advance(least, width)) {
        const end = heap.pop()
        if (heap.length === 0 || end === undefined) break
        heap[0] = end
      }
      sink(heap, width)
    }
    writeAll(out, block, filled)
  } finally {
    closeSync(out)
    for (const { file } of cursors) closeSync(file)
  }
  return total
}

/** Whether a digest stands at the cursor; reads on where the block is used up. */
function advance(cursor: Cursor, width: number): boolean {
  if (cursor.at + width <= cursor.filled) return true
  cursor.at = 0
  cursor.filled = readSync(cursor.file, cursor.block, 0, cursor.block.length, null)
  return cursor.filled >= width
}

function isLess(a: Cursor, b: Cursor, width: number): boolean {
  return a.block.compare(b.block, b.at, b.at + width, a.at, a.at + width) < 0
}

function push(heap: Cursor[], cursor: Cursor, width: number): void {
  heap.push(cursor)
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1
    if (!swapIfLess(heap, i, parent, width)) return
    i = parent
  }
}

function sink(heap: Cursor[], width: number): void {
  for (let i = 0; ; ) {
    const [left, right] = [heap[2 * i + 1], heap[2 * i + 2]]
    const child = right !== undefined && left !== undefined && isLess(right, left, width) ? 2 * i + 2 : 2 * i + 1
    if (!swapIfLess(heap, child, i, width)) return
    i = child
  }
}

/** Swaps when the lower one is there and less. */
function swapIfLess(heap: Cursor[], lower: number, upper: number, width: number): boolean {
  const [a, b] = [heap[lower], heap[upper]]
  if (a === undefined || b === undefined || !isLess(a, b, width)) return false
  heap[lower] = b
  heap[upper] = a
  return true
}

function writeWhole(path: string, data: Buffer): void {
  const file = openSync(path, 'w')
  try {
    writeAll(file, data, data.length)
  } finally {
    closeSync(file)
  }
}

/** Writes the first `length` bytes and returns 0, what is filled then. */
function writeAll(file: number, data: Buffer, length: number): number {
  for (let at = 0; at < length; ) at += writeSync(file, data, at, length - at)
  return 0
}

/** Whether a sorted file of digests holds one, by halving: some thirty reads in a file of any size. */
export function holdsDigest(file: number, entries: number, digest: Buffer): boolean {
  const width = digest.length
  const found = Buffer.allocUnsafe(width)
  let from = 0
  let to = entries
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (readSync(file, found, 0, width, middle * width) !== width) return false
    const order = found.compare(digest)
    if (order === 0) return true
    if (order < 0) from = middle + 1
    else to = middle
  }
  return false
}
