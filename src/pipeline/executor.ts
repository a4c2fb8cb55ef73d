import type { Reading } from '../model/index.ts'

/** Reads blobs somewhere. Whatever the place and the order, the same blob gives the same reading. */
export interface Executor {
  readonly name: string
  readonly summary: string
  /** Starts `size` readers, each when first needed. */
  readonly start: (size: number) => RunningExecutor
}

/** An executor at work. */
export interface RunningExecutor {
  /** Reads the blob that lies at `path`; `name` helps to tell its format. Never rejects for what the bytes are. */
  readonly read: (path: string, name: string) => Promise<Reading>
  readonly close: () => Promise<void>
}
