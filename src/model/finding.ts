/** What kind of support a rule gives: `context` alone only raises a question. */
export type EvidenceClass = 'context' | 'conduct' | 'record' | 'direct'

/** The machine's word for how much a finding asks for a person. */
export type Level = 'note' | 'ask' | 'escalate'

/** What people made of a finding. */
export type ReviewState = 'new' | 'looking' | 'asked' | 'explained' | 'confirmed' | 'cannot-tell' | 'closed'

/** A rule's hit. Its id is the hash of rule id and subject key, so that decisions survive new evidence. */
export interface Finding {
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly level: Level
  readonly class: EvidenceClass
  readonly group: string
  /** What the rule speaks of: `case`, an exhibit id, an address, a party or production id. */
  readonly subject: string
  /** Plain words, with the counts. */
  readonly why: string
  readonly anchors: readonly string[]
  readonly ordinaryExplanations: readonly string[]
  readonly asks: readonly string[]
  readonly state: ReviewState
  /** Anchors that came after the last decision. */
  readonly newSinceDecided?: number
}

/** Whether a rule could be tried on this material and what came of it. */
export interface RuleOutcome {
  readonly rule: string
  readonly title: string
  readonly outcome: 'present' | 'absent' | 'not-testable'
  readonly why: string
}

/** What a person said of a finding, claim or match; append-only. */
export interface Decision {
  readonly id: string
  readonly subject: string
  readonly state: ReviewState
  readonly reason: string
  readonly by: string
  readonly at: string
  /** Anchors that were seen when deciding. */
  readonly seen: readonly string[]
}
