import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { type Exhibit, type Passage, parseAnchor, type Trace } from '../model/index.ts'
import { differing } from '../read/index.ts'
import { isNoise, withoutNoise } from './known-files.ts'

/** Bits of 64 in which the hashes of two pictures that are called alike differ at most. Pictures that have nothing in common differ in some 32. */
export const LIKE_BITS = 6

/** One picture, or key frame of a film, among others that look like it. */
export interface LookAlike {
  /** SHA-256 of the own bytes of the picture, or of the film. */
  readonly sha256: string
  /** A frame's time, in milliseconds from the beginning of its film; absent for a picture. */
  readonly frameMs?: number
  readonly hash: string
  /** Bits in which its hash differs from the nearest other picture of its group. */
  readonly bits: number
  /** Every exhibit with these bytes, in the order of their paths. */
  readonly exhibits: readonly Exhibit[]
}

/** Pictures and frames of different files, each of which looks like at least one other of them. That is a question, and no finding. */
export type LookAlikes = readonly LookAlike[]

/** Containers whose members are files of their own; the members of every other format are parts of one document. */
const ARCHIVES = new Set(
  'zip tar 7z rar gz bz2 xz zst lz4 lzma z cab iso cpio eml msg thumbsdb'.split(' '),
) // biome-ignore format: a list read as a line

/**
 * Pictures that look alike and are not byte for byte the same: groups in the order of their first path. Known software and stock stays out, and so do pictures without a
 * hash, for plain ones all look alike, and groups that lie in one document, as a preview and the picture it previews do, or in one film. `isCut` says that a bound ended the search.
 */
export function lookAlikes(
  records: { readonly exhibits: readonly Exhibit[]; readonly traces: readonly Trace[] },
  comparisons: number = LIMITS.pictureComparisons,
): { readonly groups: readonly LookAlikes[]; readonly isCut: boolean } {
  const { exhibits, traces } = withoutNoise({ ...records, passages: [] as readonly Passage[] })
  const subjects = subjectsOf(exhibits, traces)
  const holders = holdersOf(exhibits, new Set([...subjects.values()].map(({ sha256 }) => sha256)))
  const formats = formatsOf(exhibits)
  const byHash = new Map<string, Subject[]>()
  for (const subject of subjects.values()) {
    const same = byHash.get(subject.hash)
    if (same) same.push(subject)
    else byHash.set(subject.hash, [subject])
  }
  const { clusters, isCut } = clustersOf([...byHash.keys()], comparisons)
  const groups = clusters
    .map((cluster) => picturesOf(cluster, byHash, holders))
    // Two frames of one film are no two files, wherever copies of the film lie.
    .filter((group) => new Set(group.map(({ sha256 }) => sha256)).size > 1)
    .filter(
      (group) =>
        documentsOf(
          group.flatMap((one) => one.exhibits),
          formats,
        ).size > 1,
    )
  return { groups: groups.sort((a, b) => compareText(firstPath(a[0]), firstPath(b[0]))), isCut }
}

/**
 * Pictures of equal bytes that lie in more than one document, in the order of their first path: `formats` says which exhibits are pictures. Known software and stock
 * stays out, and so does what one document holds twice.
 */
export function copies(exhibits: readonly Exhibit[], formats: ReadonlySet<string>): readonly (readonly Exhibit[])[] {
  const material = exhibits.filter((exhibit) => !isNoise(exhibit))
  const pictures = material.filter(({ format }) => formats.has(format))
  const documentOf = documentFinder(material)
  return [...holdersOf(pictures, new Set(pictures.map(({ sha256 }) => sha256))).values()]
    .filter((same) => same.length > 1 && new Set(same.map(documentOf)).size > 1)
    .sort((a, b) => compareText(a[0]?.path ?? '', b[0]?.path ?? ''))
}

/** Signs `!` of one path that are tried as the end of a document; names may hold the sign themselves. */
const MOST_TRIES = 64

/** The path of the document that an exhibit lies in, with its source: copies of one container have the same bytes, and only paths tell them apart. */
function documentFinder(exhibits: readonly Exhibit[]): (exhibit: Exhibit) => string {
  const key = (sourceId: string, path: string, blob: string, inside: readonly string[]) => [sourceId, path, blob, ...inside].join('\0')
  const formats = new Map(exhibits.map(({ sourceId, path, blob, inside, format }) => [key(sourceId, path, blob, inside), format]))
  return ({ sourceId, path, blob, inside }) => {
    let depth = 0
    let tries = 0
    for (let end = path.indexOf('!'); end >= 0 && depth < inside.length && tries < MOST_TRIES; end = path.indexOf('!', end + 1)) {
      tries++
      const format = formats.get(key(sourceId, path.slice(0, end), blob, inside.slice(0, depth)))
      if (format === undefined) continue
      if (!ARCHIVES.has(format)) return `${sourceId}\0${path.slice(0, end)}`
      depth++
    }
    return `${sourceId}\0${path}`
  }
}

/** What has a picture hash: a picture, or a frame of a film. */
interface Subject {
  readonly sha256: string
  readonly ms: number | undefined
  readonly hash: string
}

/** Every subject once, however many paths it has. */
function subjectsOf(exhibits: readonly Exhibit[], traces: readonly Trace[]): ReadonlyMap<string, Subject> {
  const bytesOf = new Map(exhibits.map(({ id, sha256 }) => [id, sha256]))
  const subjects = new Map<string, Subject>()
  for (const { field, value, exhibitId, anchor } of traces) {
    const sha256 = field === 'pictureHash' ? bytesOf.get(exhibitId) : undefined
    if (sha256 === undefined) continue
    const { at } = parseAnchor(anchor)
    const ms = at.kind === 'time' ? at.fromMs : undefined
    subjects.set(`${sha256}@${ms ?? ''}`, { sha256, ms, hash: value })
  }
  return subjects
}

/** The exhibits with each of these bytes, in the order of their paths. */
function holdersOf(exhibits: readonly Exhibit[], wanted: ReadonlySet<string>): ReadonlyMap<string, readonly Exhibit[]> {
  const holders = new Map<string, Exhibit[]>()
  for (const exhibit of exhibits) {
    if (!wanted.has(exhibit.sha256)) continue
    const known = holders.get(exhibit.sha256)
    if (known) known.push(exhibit)
    else holders.set(exhibit.sha256, [exhibit])
  }
  for (const same of holders.values()) same.sort((a, b) => compareText(a.path, b.path))
  return holders
}

function formatsOf(exhibits: readonly Exhibit[]): ReadonlyMap<string, string> {
  return new Map(exhibits.map((exhibit) => [placeOf(exhibit.blob, exhibit.inside), exhibit.format]))
}

/** The pictures of a cluster of hashes, in the order of their first paths. `cluster` gives, for each hash, the bits to its nearest neighbour. */
function picturesOf(
  cluster: ReadonlyMap<string, number>,
  byHash: ReadonlyMap<string, readonly Subject[]>,
  holders: ReadonlyMap<string, readonly Exhibit[]>,
): LookAlike[] {
  return [...cluster]
    .flatMap(([hash, nearest]) => {
      const same = byHash.get(hash) ?? []
      const bits = same.length > 1 ? 0 : nearest
      return same.map(({ sha256, ms }) => ({
        sha256,
        ...(ms === undefined ? {} : { frameMs: ms }),
        hash,
        bits,
        exhibits: holders.get(sha256) ?? [],
      }))
    })
    .sort((a, b) => compareText(firstPath(a), firstPath(b)) || compareText(a.sha256, b.sha256) || (a.frameMs ?? 0) - (b.frameMs ?? 0))
}

function firstPath(picture: LookAlike | undefined): string {
  return picture?.exhibits[0]?.path ?? ''
}

function placeOf(blob: string, inside: readonly string[]): string {
  return [blob, ...inside].join('!')
}

/** The files that a group's pictures lie in: a file or archive member, whole, however deep in it the picture is. */
function documentsOf(exhibits: readonly Exhibit[], formats: ReadonlyMap<string, string>): ReadonlySet<string> {
  const places = exhibits.map(({ blob, inside }) => {
    let depth = 0
    while (depth < inside.length && ARCHIVES.has(formats.get(placeOf(blob, inside.slice(0, depth))) ?? '')) depth++
    return placeOf(blob, inside.slice(0, depth))
  })
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
