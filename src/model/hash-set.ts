import type { KnownFile } from './exhibit.ts'

/** A digest that sets of known files are made of. */
export type DigestAlgorithm = 'sha256' | 'sha1' | 'md5'

/** A set of known files as it is sealed. Its blob holds the digests, each once, in order, one behind the other, and nothing else. */
export interface HashSet {
  readonly name: string
  readonly kind: KnownFile['kind']
  readonly algorithm: DigestAlgorithm
  /** Number of digests. */
  readonly entries: number
  /** SHA-256 of the blob. */
  readonly blob: string
  /** SHA-256 of the file that it was read from, which is not kept. */
  readonly source: string
  /** What names this state of the set: the version in the file, the date that was given, or the start of `source`. */
  readonly version: string
  /** Rows of the file that gave no digest. */
  readonly skipped: number
}
