import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { Exhibit, Passage, Trace } from '../model/index.ts'
import { differing } from '../read/index.ts'
import { withoutNoise } from './known-files.ts'

/** Bits of 64 in which the hashes of two pictures that are called alike differ at most. Pictures that have nothing in common differ in some 32. */
export const LIKE_BITS = 6

/** One picture among others that look like it. */
export interface LookAlike {
  /** SHA-256 of the picture's own bytes. */
  readonly sha256: string
  readonly hash: string
  /** Bits in which its hash differs from the nearest other picture of its group. */
  readonly bits: number
  /** Every exhibit with these bytes, in the order of their paths. */
  readonly exhibits: readonly Exhibit[]
}

/** Pictures of different bytes, each of which looks like at least one other of them. That is a question, and no finding. */
export type LookAlikes = readonly LookAlike[]

/** Containers whose members are files of their own; the members of every other format are parts of one document. */
const ARCHIVES = new Set(
  'zip tar 7z rar gz bz2 xz zst lz4 lzma z cab iso cpio eml msg thumbsdb'.split(' '),
) // biome-ignore format: a list read as a line

/**
 * Pictures that look alike and are not byte for byte the same: groups in the order of their first path. Known software and stock stays out, and so do pictures without a
 * hash, for plain ones all look alike, and groups that lie in one document, as a preview and the picture it previews do. `isCut` says that a bound ended the search.
 */
export function lookAlikes(
  records: { readonly exhibits: readonly Exhibit[]; readonly traces: readonly Trace[] },
  comparisons: number = LIMITS.pictureComparisons,
): { readonly groups: readonly LookAlikes[]; readonly isCut: boolean } {
  const { exhibits, traces } = withoutNoise({ ...records, passages: [] as readonly Passage[] })
  const bytesOf = new Map(exhibits.map(({ id, sha256 }) => [id, sha256]))
  const hashes = new Map<string, string>()
  for (const { field, value, exhibitId, anchor } of traces) {
    // Frames of films are many to one file, and are not compared here.
    const sha256 = field === 'pictureHash' && anchor.endsWith('!whole=') ? bytesOf.get(exhibitId) : undefined
    if (sha256 !== undefined) hashes.set(sha256, value)
  }
  const holders = new Map<string, Exhibit[]>()
  for (const exhibit of exhibits) {
    if (!hashes.has(exhibit.sha256)) continue
    const known = holders.get(exhibit.sha256)
    if (known) known.push(exhibit)
    else holders.set(exhibit.sha256, [exhibit])
  }
  const formats = new Map(exhibits.map((exhibit) => [placeOf(exhibit.blob, exhibit.inside), exhibit.format]))
  const byHash = new Map<string, string[]>()
  for (const [sha256, hash] of hashes) {
    const same = byHash.get(hash)
    if (same) same.push(sha256)
    else byHash.set(hash, [sha256])
  }
  const { clusters, isCut } = clustersOf([...byHash.keys()], comparisons)
  const groups = clusters
    .map((cluster) => picturesOf(cluster, byHash, holders))
    .filter((group) => group.length > 1 && documentsOf(group, formats).size > 1)
  return { groups: groups.sort((a, b) => compareText(firstPath(a[0]), firstPath(b[0]))), isCut }
}

/** The pictures of a cluster of hashes, in the order of their first paths. `cluster` gives, for each hash, the bits to its nearest neighbour. */
function picturesOf(
  cluster: ReadonlyMap<string, number>,
  byHash: ReadonlyMap<string, readonly string[]>,
  holders: ReadonlyMap<string, readonly Exhibit[]>,
): LookAlike[] {
  return [...cluster]
    .flatMap(([hash, nearest]) => {
      const same = byHash.get(hash) ?? []
      const bits = same.length > 1 ? 0 : nearest
      return same.map((sha256) => ({
        sha256,
        hash,
        bits,
        exhibits: (holders.get(sha256) ?? []).toSorted((a, b) => compareText(a.path, b.path)),
      }))
    })
    .sort((a, b) => compareText(firstPath(a), firstPath(b)) || compareText(a.sha256, b.sha256))
}

function firstPath(picture: LookAlike | undefined): string {
  return picture?.exhibits[0]?.path ?? ''
}

function placeOf(blob: string, inside: readonly string[]): string {
  return [blob, ...inside].join('!')
}

/** The files that a group's pictures lie in: a file or archive member, whole, however deep in it the picture is. */
function documentsOf(group: LookAlikes, formats: ReadonlyMap<string, string>): ReadonlySet<string> {
  const places = group.flatMap(({ exhibits }) =>
    exhibits.map(({ blob, inside }) => {
      let depth = 0
      while (depth < inside.length && ARCHIVES.has(formats.get(placeOf(blob, inside.slice(0, depth))) ?? '')) depth++
      return placeOf(blob, inside.slice(0, depth))
    }),
  )
  return new Set(places)
}

const BANDS = [0, 1, 2, 3] as const
const BAND_BITS = 16

/**
 * Distinct hashes joined where two differ in at most six bits; each with the bits to its nearest neighbour. Of four bands of 16 bits, six differing bits leave at least
 * one band with one of them or none: so only hashes whose band differs in at most one bit are compared, not every hash with every other.
 */
function clustersOf(hashes: readonly string[], comparisons: number): { clusters: ReadonlyMap<string, number>[]; isCut: boolean } {
  const nodes = hashes.toSorted(compareText).map((hash) => ({ hash, halves: [partOf(hash, 0, 8), partOf(hash, 8, 16)] as const, bits: 64 }))
  const parent = nodes.map((_, index) => index)
  const tables = BANDS.map(() => new Map<number, number[]>())
  let left = comparisons
  for (const [index, node] of nodes.entries()) {
    for (const [band, table] of tables.entries()) {
      const key = partOf(node.hash, band * 4, band * 4 + 4)
      for (let flip = -1; flip < BAND_BITS; flip++) {
        for (const other of table.get(flip < 0 ? key : key ^ (1 << flip)) ?? []) {
          if (left-- <= 0) return { clusters: grouped(nodes, parent), isCut: true }
          join(nodes, parent, index, other)
        }
      }
    }
    for (const [band, table] of tables.entries()) {
      const key = partOf(node.hash, band * 4, band * 4 + 4)
      const bucket = table.get(key)
      if (bucket) bucket.push(index)
      else table.set(key, [index])
    }
  }
  return { clusters: grouped(nodes, parent), isCut: false }
}

interface Node {
  readonly hash: string
  readonly halves: readonly [number, number]
  bits: number
}

function join(nodes: readonly Node[], parent: number[], a: number, b: number): void {
  const [one, other] = [nodes[a], nodes[b]]
  if (!one || !other) return
  const bits = differing(one.halves[0], other.halves[0]) + differing(one.halves[1], other.halves[1])
  if (bits > LIKE_BITS) return
  one.bits = Math.min(one.bits, bits)
  other.bits = Math.min(other.bits, bits)
  parent[rootOf(parent, a)] = rootOf(parent, b)
}

function rootOf(parent: number[], of: number): number {
  let at = of
  for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
    parent[at] = parent[up] ?? up
    at = up
  }
  return at
}

/** Every cluster, single hashes too: several pictures can have the same hash. */
function grouped(nodes: readonly Node[], parent: number[]): ReadonlyMap<string, number>[] {
  const clusters = new Map<number, Map<string, number>>()
  for (const [index, { hash, bits }] of nodes.entries()) {
    const root = rootOf(parent, index)
    const cluster = clusters.get(root) ?? new Map<string, number>()
    clusters.set(root, cluster.set(hash, bits))
  }
  return [...clusters.values()]
}

function partOf(hash: string, from: number, to: number): number {
  return Number.parseInt(hash.slice(from, to), 16)
}
