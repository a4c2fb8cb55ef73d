/** A file that a source offers; bytes are taken only through a {@link Sink}. */
export interface SourceFile {
  /** Path in the source, `/` separated; names that are not UTF-8 are percent-encoded. */
  readonly path: string
  /** What the sink opens. */
  readonly location: Buffer | string
  readonly bytes: number
  readonly modifiedMs: number
  /** Device and inode where the source has them: two names of one file are hashed once. */
  readonly identity?: string
}

/** One planned look at a source: the day it stands for and why. */
export interface PlannedVisit {
  readonly root: string
  readonly day: string
  readonly basis: 'visit' | 'stated'
}

/** A place that material comes from. */
export interface Source {
  readonly name: string
  readonly summary: string
  /** The looks that a layout asks for. `today` is the UTC day now. */
  readonly plan: (root: string, layout: 'plain' | 'day-folders' | 'snapshots', today: string) => readonly PlannedVisit[]
  /** Walks one look; `problem` gets what cannot be taken. */
  readonly walk: (root: string, problem: (path: string, message: string) => void) => Iterable<SourceFile>
}

/** Takes bytes in and says what they were. */
export interface Sink {
  readonly takeFile: (location: string | Buffer) => { readonly sha256: string; readonly bytes: number }
}
