import type { Purpose } from './exhibit.ts'
import type { ReadPassage, ReadTrace } from './reading.ts'

/** A language as BCP 47, or `und` when it cannot be told: `zh-Hans`, `zh-Hant`, `zh` (Han, no sign which), `ko`, `ja`, `en`, `ru`, others by ISO 639-1. */
export type LanguageTag = string

/** A stretch of a passage in one language; `from` and `to` count UTF-16 units of the readable text, `to` excluded. */
export interface LanguageRun {
  readonly from: number
  readonly to: number
  readonly language: LanguageTag
  /** ISO 15924. */
  readonly script: string
  /** 0 … 1. */
  readonly confidence: number
  /** Languages that it can be where its letters do not tell; `language` is then the likelier one, at 0.5. */
  readonly candidates?: readonly LanguageTag[]
}

/** Text that was read in another code page than it was written in, put right; certain by round trip. */
export interface RepairedText {
  readonly text: string
  /** What was mistaken: `cp949 read as gbk`, `nfd`. */
  readonly how: string
}

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
  /** 0 … 1; from 0.8 on it is meant firmly. */
  readonly confidence: number
  /** Set where the text itself asks for work or for a change, or points to material to look at. */
  readonly purpose?: Exclude<Purpose, 'result' | 'other'>
  /** Languages that it can be where its letters do not tell; `language` is then the likelier one, at 0.5. */
  readonly candidates?: readonly LanguageTag[]
  /** `exhibit`: its letters leave Chinese or Japanese open, and the other passages of the exhibit are in one of them. */
  readonly toldBy?: 'exhibit'
  /** Only where it holds several languages. */
  readonly runs?: readonly LanguageRun[]
  /** Beside `text`, which stays as it stands in evidence; language, spelling and search are of this. */
  readonly repaired?: RepairedText
}

/** The text of a passage as it was meant: repaired where it was broken, else as it stands. */
export function readableText({ text, repaired }: Pick<Passage, 'text' | 'repaired'>): string {
  return repaired?.text ?? text
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
  /**
   * `undetermined` unless there is enough text and the markers agree. Names a norm of spelling, not a place: the Korean of China follows nearly the norm of the DPRK, so that
   * `north` does not exclude it; `north-or-yanbian` says that words of the Korean of China stand in the text as well.
   */
  readonly verdict: 'north' | 'south' | 'yanbian' | 'north-or-yanbian' | 'mixed' | 'undetermined'
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
