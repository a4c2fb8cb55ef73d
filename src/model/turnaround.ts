/** One side of a link. */
export interface LinkedFile {
  readonly path: string
  /** Canonical anchor: of the passage that names the shot, or of the whole file. */
  readonly anchor: string
  /** Day of the first visit that saw it. */
  readonly seen: string
  /** Epoch milliseconds as the file states them; a claim. */
  readonly modifiedMs?: number
}

/** Something to act on and the first results of the same shot that came after it. It says that they followed, not that one was made for the other. */
export interface WorkLink {
  /** Content id of instruction, shot and first result. */
  readonly id: string
  readonly sourceId: string
  /** `E307 112`, with the show before it where both sides state one. */
  readonly shot: string
  /** `correction` when it reads like one, or when an earlier result of the shot had come before it. */
  readonly asks: 'instruction' | 'correction'
  readonly instruction: LinkedFile
  /** The first results, in path order; at most `LIMITS.linkedResults` of `resultCount`. */
  readonly results: readonly LinkedFile[]
  readonly resultCount: number
  /** The day that the instruction counts for. */
  readonly day: string
  /**
   * What the time between them rests on: days of visits, days that folder names state, or file times. `undetermined` when visits and file times contradict each
   * other, or when both came at one visit and no file time tells the order.
   */
  readonly basis: 'visit' | 'stated' | 'file-time' | 'undetermined'
  /** Whole days for visits, hours with a fraction for file times; absent when undetermined. */
  readonly hours?: number
  /** Plain sentences: what the two share, and when they came. */
  readonly reasons: readonly string[]
}

/** How long results took after the instructions of one day, by one basis. */
export interface Turnaround {
  readonly sourceId: string
  readonly day: string
  readonly basis: 'visit' | 'stated' | 'file-time'
  /** Links with a time. */
  readonly links: number
  /** Median of their hours; days of visits count 24. */
  readonly medianHours: number
}
