import type { AccessSummary, Registration, Session } from './access.ts'
import type { CaseConfig, Origin } from './case-config.ts'
import type { Declaration } from './declaration.ts'
import type { Batch, Exhibit, Visit } from './exhibit.ts'
import type { Decision } from './finding.ts'
import type { HashSet } from './hash-set.ts'
import type { DismissedMatch } from './match-decision.ts'
import type { OwnershipPath } from './ownership.ts'
import type { Match, Mention, Party, Production } from './party.ts'
import type { Orthography, Pair, Passage, Trace } from './passage.ts'
import type { Warning } from './reading.ts'
import type { WorkLink } from './turnaround.ts'

/** A list that names were screened against. */
export interface ListVersion {
  readonly name: string
  readonly kind: 'sanctions' | 'export' | 'other'
  /** Date or hash that names this state of the list. */
  readonly version: string
  /** Number of entries. */
  readonly entities: number
  /** Day that the publisher states for this version (`YYYY-MM-DD`); absent when the files carry none. */
  readonly date?: string
}

/** What was asked of a place on a network, on what grounds. */
export interface AskedSource {
  readonly kind: string
  readonly url: string
  readonly legalBasis: string
  /** Requests per second. */
  readonly rate: number
  /** What was done otherwise than by default, such as looking where robots.txt disallows. */
  readonly overrides: readonly string[]
}

/** A source as the case knows it: how it is laid out, where it answers, and how many visits were sealed. */
export interface SourceState {
  readonly id: string
  readonly layout: 'plain' | 'day-folders' | 'snapshots'
  readonly origin?: Origin
  /** How it was asked over a network; absent for what lay on a disk. */
  readonly asked?: AskedSource
  /** Visits at which somebody could look. */
  readonly visits: readonly Visit[]
  /** Visits that got no answer; absent when every one did. */
  readonly missed?: number
}

/** Everything that the rooms before the rules found in a case: what rules, weighing, chain and report work on. All lists are in a fixed order. */
export interface CaseRecords {
  readonly id: string
  readonly config: CaseConfig
  readonly sources: readonly SourceState[]
  /** Oldest first inside a source. */
  readonly batches: readonly Batch[]
  readonly exhibits: readonly Exhibit[]
  readonly passages: readonly Passage[]
  readonly traces: readonly Trace[]
  readonly warnings: readonly (Warning & { readonly path: string })[]
  /** Something to act on with the results of its shot that came after it. */
  readonly links: readonly WorkLink[]
  readonly pairs: readonly Pair[]
  /** Over all Korean passages of the case, known software and stock left out. */
  readonly orthography: Orthography
  readonly productions: readonly Production[]
  readonly parties: readonly Party[]
  readonly mentions: readonly Mention[]
  readonly matches: readonly Match[]
  /** Compared and found below the threshold; shown, never counted. */
  readonly near: readonly Match[]
  /** At or above the threshold and dismissed by a person; shown, never counted. */
  readonly dismissed: readonly DismissedMatch[]
  /** Parties that listed owners hold, or may hold, by half; no rule counts them. */
  readonly ownership: readonly OwnershipPath[]
  readonly lists: readonly ListVersion[]
  /** Sets of known files that the case brings. */
  readonly hashSets: readonly HashSet[]
  readonly declarations: readonly Declaration[]
  /** Tables that the case brings. */
  readonly registrations: readonly Registration[]
  /** What is known of the address of each source's origin; the first row is the most specific. */
  readonly originRegistrations: readonly Registration[]
  readonly access: AccessSummary
  readonly sessions: readonly Session[]
  readonly decisions: readonly Decision[]
}
