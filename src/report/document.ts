import type { Assessment, Chain, Finding, RuleOutcome } from '../model/index.ts'
import type { Cell, PairShown, StripDay } from '../parts/index.ts'

/** For whom a report is: persons are masked in `public` and `agency`; `internal` shows them when inbetween.yaml says `privacy.persons: shown`. */
export const PROFILES = ['public', 'agency', 'internal'] as const

/** One of the profiles. */
export type Profile = (typeof PROFILES)[number]

/** A piece of a section. Every output writes every kind; nothing here holds markup. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'judgement' | 'aside' | 'warning' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly caption: string; readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'days'; readonly days: readonly StripDay[] }
  | { readonly kind: 'hours'; readonly counts: readonly number[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly PairShown[] }
  | { readonly kind: 'chain'; readonly chain: Chain }

/** A section; one without material has a sentence that says why, as a text block. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** The report as data: what every output writes. The same rows, clock and tool give the same document. */
export interface ReportDocument {
  readonly title: string
  readonly caseId: string
  readonly profile: Profile
  readonly tool: string
  /** ISO instant of writing. */
  readonly writtenAt: string
  /** `name: value` of the cover. */
  readonly cover: readonly (readonly [name: string, value: string])[]
  readonly head: { readonly count: number; readonly hash: string }
  readonly sections: readonly Section[]
  /** For machines: findings, outcomes and the weighing as they are, with persons masked. */
  readonly data: {
    readonly findings: readonly Finding[]
    readonly outcomes: readonly RuleOutcome[]
    readonly assessment: Assessment
    readonly chain: Chain
  }
}

/** A way to write a report. */
export interface ReportOutput {
  /** `html`. */
  readonly name: string
  readonly summary: string
  /** With the dot. */
  readonly extension: string
  readonly write: (document: ReportDocument) => Promise<Uint8Array>
}
