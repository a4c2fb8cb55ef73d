import type { Place } from './anchor.ts'

/** A piece of text with its place; language is told later. */
export interface ReadPassage {
  /** NFC text with outer white space removed; never empty. */
  readonly text: string
  readonly at: Place
  /** What the text is in its file. `name` marks layer and sheet names, which are not prose; `ocr` what character recognition took drawn letters for. */
  readonly role?: 'text' | 'comment' | 'note' | 'layer' | 'title' | 'name' | 'cue' | 'ocr'
  /** Passages with the same block are neighbours (a table row, a text frame, a layer group); `row` and `column` order them inside. */
  readonly block?: string
  readonly row?: number
  readonly column?: number
  /** 0 … 100: how sure character recognition is of the letters, by its own measure. Absent for text that stands in the bytes. */
  readonly ocrConfidence?: number
}

/** An authoring fact that a program left. */
export interface ReadTrace {
  /** A name of the trace table in docs/traces.md: `author`, `lastModifiedBy`, `application`, `created`, `modified`, `zoneOffset`, `locale`, `font`, `codePage`, `documentId`, `machine`, `user`, `path`, `title`, `company`, `dimensions` … */
  readonly field: string
  /** The value as the file has it, decoded; bounded by `LIMITS.traceChars`. */
  readonly value: string
  /** What it can mean and its ordinary explanation; one sentence. */
  readonly meaning?: string
  readonly at?: Place
}

/** Something a reader or stage could not do, in words that name the place. */
export interface Warning {
  /** Kebab-case: `entry-limit`, `encrypted`, `truncated`, `name-code-page`, `reading-aborted` … */
  readonly code: string
  readonly message: string
}

/** A member of a container, already read. */
export interface ReadChild {
  /** The step of the canonical anchor: the raw name bytes escaped by `childStep`. */
  readonly step: string
  /** The name decoded for people. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** Epoch milliseconds as the container states it, with the zone it is known in: `utc` or `local`. */
  readonly modifiedMs?: number
  readonly modifiedZone?: 'utc' | 'local'
  readonly reading: Reading
}

/** What a reader got from one blob. */
export interface Reading {
  /** Reader name (`docx`), or what the bytes were identified as. */
  readonly format: string
  /** `read`, `partly` (a bound or damage cut it), or `not-read` with the reason. */
  readonly status: 'read' | 'partly' | 'not-read'
  readonly reason?: string
  /**
   * Pictures, and PDFs with such pages, that character recognition can take: whether it looked at all that is drawn. Films: `examined` where it looked at key frames.
   * Absent for everything else.
   */
  readonly drawnText?: 'examined' | 'not-examined'
  /** Pages of a PDF, from 1, with nearly no text on which something is drawn: character recognition can take them. */
  readonly drawnPages?: readonly number[]
  /** Films: whether key frames of it were looked at. Absent for everything else. */
  readonly filmFrames?: 'examined' | 'not-examined'
  readonly passages: readonly ReadPassage[]
  readonly traces: readonly ReadTrace[]
  readonly children: readonly ReadChild[]
  readonly warnings: readonly Warning[]
}
