import type { ReadChild, Reading } from '../model/index.ts'
import type { Budget } from './containers/container.ts'

/** What a container reader may ask of the room. */
export interface ReadContext {
  /** Name of the file or member, for people and for extensions. */
  readonly name: string
  /** Containers around this file. */
  readonly depth: number
  /** What is left for members; shared by all containers around this file. */
  readonly budget: Budget
  /** Reads a member within the bounds of containers. */
  readonly readChild: (child: Omit<ReadChild, 'reading' | 'sha256' | 'bytes'>, bytes: Uint8Array) => Promise<ReadChild>
}

/** A reader of one format. It never throws on bad bytes: it warns and gives what it has. */
export interface FormatReader {
  /** The format's name in records: `docx`. */
  readonly name: string
  readonly summary: string
  /** Lower-case, with the dot. */
  readonly extensions: readonly string[]
  /** The public specification that the reader follows. */
  readonly source: string
  /**
   * Whether the bytes are this format's: `head` is the first 64 KiB, `bytes` the whole file, for formats that only a directory inside tells. Cheap when the answer
   * is no; never throws. The name decides only where bytes cannot.
   */
  readonly sniff: (head: Uint8Array, name: string, bytes: Uint8Array) => boolean
  readonly read: (bytes: Uint8Array, context: ReadContext) => Reading | Promise<Reading>
}
