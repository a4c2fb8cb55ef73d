import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { canonicalJson, compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { ListingEntry } from '../model/index.ts'
import type { BlobStore } from './blobs.ts'

/** About one row in this many ends a chunk, chosen by its path: a changed day rewrites the chunks that changed and no others. */
const CHUNK_ROWS = 1024
/** Rows after which a chunk ends whatever the paths are, so that no chosen names make one without end. */
const CHUNK_ROWS_MOST = 16 * CHUNK_ROWS

/** Quick and a fifth larger than the best: an unchanged listing is compressed again at every visit, to come to the same bytes. */
const DEFLATE_LEVEL = 2

/** Takes rows one by one and seals them in chunks, so that a listing of any length needs little memory. */
export interface RowWriter<T> {
  /** Rows with a path come in its code-unit order. */
  readonly add: (row: T) => void
  /** Seals the rest and the index; returns the index's SHA-256 and the number of rows. Equal rows give the same one. */
  readonly finish: () => { readonly sha256: string; readonly rows: number }
}

/** Seals rows: of a listing, of what was not taken, of exchanges. `cutAt` is what chooses the ends of chunks. */
export function rowWriter<T>(blobs: BlobStore, textOf: (row: T) => string, cutAt: (row: T, rows: number) => boolean): RowWriter<T> {
  const chunks: string[] = []
  let lines: string[] = []
  let rows = 0
  const flush = () => {
    if (lines.length > 0) chunks.push(blobs.take(deflateRawSync(`${lines.join('\n')}\n`, { level: DEFLATE_LEVEL })).sha256)
    lines = []
  }
  return {
    add(row) {
      lines.push(textOf(row))
      rows++
      if (lines.length >= CHUNK_ROWS_MOST || cutAt(row, rows)) flush()
    },
    finish() {
      flush()
      return { sha256: blobs.take(Buffer.from(canonicalJson({ listing: 1, entries: rows, chunks }))).sha256, rows }
    },
  }
}

/** Seals the files of a visit. */
export function listingWriter(blobs: BlobStore): RowWriter<ListingEntry> {
  return rowWriter(blobs, lineOf, ({ path }) => isCut(path))
}

/** Seals rows that have a path and are not files. */
export function pathRowWriter<T extends { readonly path: string }>(blobs: BlobStore): RowWriter<T> {
  return rowWriter<T>(blobs, canonicalJson, ({ path }) => isCut(path))
}

/** Seals rows in their order, such as exchanges. */
export function orderedRowWriter<T>(blobs: BlobStore): RowWriter<T> {
  return rowWriter<T>(blobs, canonicalJson, (_, rows) => rows % CHUNK_ROWS === 0)
}

/** Seals a listing that is held; entries are sorted here. Returns the index's SHA-256. */
export function sealListing(blobs: BlobStore, entries: readonly ListingEntry[]): string {
  const writer = listingWriter(blobs)
  for (const entry of [...entries].sort((a, b) => compareText(a.path, b.path))) writer.add(entry)
  return writer.finish().sha256
}

/** The rows of a sealed listing one chunk at a time, in their order. */
export function* rowsOf<T>(blobs: BlobStore, sha256: string): Generator<T> {
  for (const chunk of chunksOf(blobs, sha256)) {
    const text = unpackRows(blobs.read(chunk))
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from)
      if (end < 0) return
      yield JSON.parse(text.slice(from, end)) as T
      from = end + 1
    }
  }
}

/** The lines of a chunk. @throws RangeError when they unpack to more than a listing may have. */
export function unpackRows(chunk: Uint8Array): string {
  return inflateRawSync(chunk, { maxOutputLength: LIMITS.listingPageBytes }).toString('utf8')
}

/** Reads a sealed listing back, sorted by path. */
export function readListing(blobs: BlobStore, sha256: string): ListingEntry[] {
  return [...rowsOf<ListingEntry>(blobs, sha256)]
}

/** The hashes of a listing's chunks. */
export function chunksOf(blobs: BlobStore, sha256: string): readonly string[] {
  return (JSON.parse(blobs.read(sha256).toString('utf8')) as { chunks: readonly string[] }).chunks
}

/** The row as canonical JSON, written out for speed: a listing has many. */
function lineOf({ bytes, listed, modifiedMs, path, raw, sha256, version }: ListingEntry): string {
  const parts = [`{"bytes":${bytes}`]
  if (listed !== undefined) parts.push(`"listed":${JSON.stringify(listed)}`)
  if (modifiedMs !== undefined) parts.push(`"modifiedMs":${modifiedMs}`)
  parts.push(`"path":${JSON.stringify(path)}`)
  if (raw !== undefined) parts.push(`"raw":${JSON.stringify(raw)}`)
  parts.push(`"sha256":"${sha256}"`)
  if (version !== undefined) parts.push(`"version":${JSON.stringify(version)}`)
  return `${parts.join(',')}}`
}

/** FNV-1a over the path's code units: a cheap choice that is the same everywhere. */
function isCut(path: string): boolean {
  let hash = 0x811c9dc5
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % CHUNK_ROWS === 0
}
