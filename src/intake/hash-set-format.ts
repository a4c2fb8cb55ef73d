import type { KnownFile } from '../model/index.ts'

/** A row of a file of digests. */
export interface DigestRow {
  /** Line, or row of a table, from 1. */
  readonly line: number
  /** The strongest digest of the row, lower-case hex: 64 (SHA-256), 40 (SHA-1) or 32 (MD5) digits. Absent when the row gives none. */
  readonly digest?: string
}

/** What a file of digests says of itself. */
export interface AboutHashSet {
  /** Kind that the format stands for. */
  readonly kind?: KnownFile['kind']
  /** Version and date as the file writes them. */
  readonly version?: string
}

/** A kind of file that holds digests of known files. */
export interface HashSetFormat {
  readonly name: string
  readonly summary: string
  /** Whether a file that begins with these bytes (at most 64 KiB) is one. */
  readonly recognises: (head: Uint8Array) => boolean
  readonly about: (path: string, head: Uint8Array) => AboutHashSet
  /** Row by row, in bounded memory. Headers, comments and empty lines are no rows. `head` is what `recognises` was given. */
  readonly rows: (path: string, head: Uint8Array) => Iterable<DigestRow>
}

const DIGEST = /^(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})$/i

/** The strongest of some cells that is a digest, in lower case. */
export function strongest(cells: readonly string[]): string | undefined {
  let best: string | undefined
  for (const cell of cells) if (cell.length > (best?.length ?? 0) && DIGEST.test(cell)) best = cell
  return best?.toLowerCase()
}
