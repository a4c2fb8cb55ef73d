import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { canonicalJson, compareText, sha256Hex } from '../base/hash.ts'
import type { ListingEntry } from '../model/index.ts'
import type { BlobStore } from './blobs.ts'

/** About one entry in this many ends a chunk, chosen by its path: a changed day rewrites the chunks that changed and no others. */
const CHUNK_ENTRIES = 1024

/** Seals a listing as chunks and an index of them; returns the index's SHA-256. Equal listings give the same one. Entries are sorted here. */
export function sealListing(blobs: BlobStore, entries: readonly ListingEntry[]): string {
  const sorted = [...entries].sort((a, b) => compareText(a.path, b.path))
  const chunks: string[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) chunks.push(blobs.take(deflateRawSync(`${lines.join('\n')}\n`)).sha256)
    lines = []
  }
  for (const { path, sha256, bytes, modifiedMs } of sorted) {
    lines.push(canonicalJson({ path, sha256, bytes, modifiedMs }))
    if (Number.parseInt(sha256Hex(path).slice(0, 8), 16) % CHUNK_ENTRIES === 0) flush()
  }
  flush()
  return blobs.take(Buffer.from(canonicalJson({ listing: 1, entries: sorted.length, chunks }))).sha256
}

/** Reads a sealed listing back, sorted by path. */
export function readListing(blobs: BlobStore, sha256: string): ListingEntry[] {
  return chunksOf(blobs, sha256).flatMap((chunk) =>
    inflateRawSync(blobs.read(chunk))
      .toString('utf8')
      .split('\n')
      .filter((line) => line.length > 0)
      .map((line) => JSON.parse(line) as ListingEntry),
  )
}

/** The hashes of a listing's chunks. */
export function chunksOf(blobs: BlobStore, sha256: string): readonly string[] {
  return (JSON.parse(blobs.read(sha256).toString('utf8')) as { chunks: readonly string[] }).chunks
}
