import type { Match } from './party.ts'

/** What of a list record a decision rested on: a hash over each part, so that a change says which part it was. */
export interface RecordParts {
  /** Names with their scripts and weakness. */
  readonly names: string
  readonly identifiers: string
  /** Birth dates, and days of listing and removal. */
  readonly dates: string
  readonly programs: string
  readonly addresses: string
  readonly remarks: string
}

/** What a person said of a match; append-only. The last one of a key counts, as long as the record is the one that was looked at. */
export interface MatchDecision {
  readonly id: string
  /** Hash of the folded name that was compared, the list and the entry: no list version, so that an unchanged record stays decided. */
  readonly key: string
  /** The name that was compared, for people. */
  readonly query: string
  readonly list: string
  readonly entity: string
  readonly entityName: string
  readonly verdict: 'dismissed' | 'open'
  readonly reason: string
  readonly by: string
  /** ISO instant. */
  readonly at: string
  readonly record: RecordParts
  /** Anchors that were to be seen. */
  readonly seen: readonly string[]
}

/** A match that a person dismissed: shown with who, when and why, never counted. */
export interface DismissedMatch extends Match {
  readonly decision: MatchDecision
  /** Places of the name that came after the decision; absent when there are none. */
  readonly newSinceDecided?: number
}
