import type { Purpose } from './exhibit.ts'
import type { ReadPassage, ReadTrace } from './reading.ts'

/** A language as BCP 47, or `und` when it cannot be told: `zh-Hans`, `zh-Hant`, `zh` (Han, no sign which), `ko`, `ja`, `en`, `ru`, others by ISO 639-1. */
export type LanguageTag = string

/** A passage of the case: what a reader gave, its anchor, its exhibit and its language. */
export interface Passage extends ReadPassage {
  /** Canonical anchor string; also the id. */
  readonly anchor: string
  readonly exhibitId: string
  /** Path of the exhibit, for people. */
  readonly path: string
  readonly language: LanguageTag
  /** ISO 15924: `Hans`, `Hant`, `Hani`, `Hang`, `Jpan`, `Latn`, `Cyrl`, `Zyyy`. */
  readonly script: string
  /** 0 … 1. */
  readonly confidence: number
  /** Set where the text itself asks for work or for a change, or points to material to look at. */
  readonly purpose?: Exclude<Purpose, 'result' | 'other'>
}

/** A trace of the case. */
export interface Trace extends ReadTrace {
  readonly anchor: string
  readonly exhibitId: string
  readonly path: string
}

/** Counts of spelling markers over some text, and what they allow one to say. */
export interface Orthography {
  readonly north: number
  readonly south: number
  readonly yanbian: number
  readonly neutral: number
  /** `undetermined` unless there is enough text and the markers agree. */
  readonly verdict: 'north' | 'south' | 'yanbian' | 'mixed' | 'undetermined'
  /** Each marker found: the form, its kind (`north`, `south`, `yanbian` and the rule), the form the other side would use. */
  readonly markers: readonly { readonly form: string; readonly kind: string; readonly other: string; readonly anchor?: string }[]
}

/** One side of a pair. */
export interface PairSide {
  readonly text: string
  readonly language: LanguageTag
  readonly anchor: string
}

/** Two passages that say the same thing in two languages. */
export interface Pair {
  /** Content id of the two anchors. */
  readonly id: string
  readonly from: PairSide
  readonly to: PairSide
  /** `from>to` when there are reasons to think so, else `undetermined`. Says which language was translated into which. */
  readonly direction: string
  /** 0 … 1; pairs below the threshold of the language room are not made. */
  readonly score: number
  /** Plain sentences: which readings met, which numbers, which layout. */
  readonly reasons: readonly string[]
}
