// What bench/read.mjs reads: copies of the fixtures that differ in bytes and not in what is read of them.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** `count` in blanks and tabs, for texts that may end in white space. */
const blanks = (count) => `\n${count.toString(2).replaceAll('0', ' ').replaceAll('1', '\t')}`

function counter(count) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(count + 1)
  return bytes
}

/** Ways to make a copy differ, the gentlest first; each gives undefined where it does not fit. */
const WAYS = [
  // The comment of a ZIP.
  (bytes, count) => {
    if (bytes.toString('latin1', bytes.length - 22, bytes.length - 18) !== 'PK\x05\x06') return undefined
    const copy = Buffer.concat([bytes, Buffer.from(String(count))])
    copy.writeUInt16LE(copy.length - bytes.length, bytes.length - 2)
    return copy
  },
  // The time in a gzip header.
  (bytes, count) => {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return undefined
    const copy = Buffer.from(bytes)
    copy.writeUInt32LE(1_700_000_000 + count, 4)
    return copy
  },
  (bytes, count) => (bytes.includes(0) ? undefined : Buffer.concat([bytes, Buffer.from(blanks(count))])),
  (bytes, count) => (bytes[0] === 0xff && bytes[1] === 0xfe ? Buffer.concat([bytes, Buffer.from(blanks(count), 'utf16le')]) : undefined),
  // A frame of Zstandard and LZ4 that readers pass over.
  (bytes, count) => Buffer.concat([bytes, Buffer.from('502a4d1804000000', 'hex'), counter(count)]),
  // The padding of xz: zeros in fours.
  (bytes, count) => (bytes[0] === 0xfd ? Buffer.concat([bytes, Buffer.alloc(4 * (count + 1))]) : undefined),
  (bytes, count) => Buffer.concat([bytes, counter(count)]),
]

/** Writes `total` files below `root`, the fixtures in turn; `isSame` asks whether a copy is read as its fixture was. Tells the fixtures that no way leaves as they were. */
export async function makeCorpus(root, fixtures, total, isSame) {
  const ways = []
  const odd = []
  for (const { format, file, bytes } of fixtures) {
    const fixture = Buffer.from(bytes)
    let chosen
    for (const way of WAYS) {
      const copy = way(fixture, 1)
      if (!chosen && copy && (await isSame(fixture, copy, file))) chosen = way
    }
    if (!chosen) odd.push(`${format}/${file}`)
    ways.push(chosen ?? WAYS.at(-1))
  }
  const files = []
  for (let n = 0; n < total; n++) {
    const { format, file, bytes } = fixtures[n % fixtures.length]
    const folder = join(root, format, String(Math.floor(n / fixtures.length)))
    mkdirSync(folder, { recursive: true })
    const copy = ways[n % fixtures.length](Buffer.from(bytes), n)
    writeFileSync(join(folder, file), copy)
    files.push({ path: join(folder, file), name: file, bytes: copy.length, label: `${format}/${file}` })
  }
  return { files, odd }
}

/** All files below a folder, in the order of their paths. */
export function filesBelow(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ path: join(entry.parentPath ?? entry.path, entry.name), name: entry.name }))
    .map((file) => ({ ...file, bytes: statSync(file.path).size, label: relative(root, file.path) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
