import type { EvidenceClass } from './finding.ts'

/** A word of the rating scale: how expected an item is if the hypothesis is true. */
export type RatingWord = 'almost certain' | 'likely' | 'even' | 'unlikely' | 'very unlikely' | 'remote' | 'excluded'

/** One rival answer to a question. */
export interface Hypothesis {
  readonly id: string
  readonly title: string
  readonly kind: 'grave' | 'innocent' | 'deception' | 'other'
}

/** One item of evidence for a weighing. */
export interface EvidenceItem {
  readonly id: string
  readonly title: string
  /** Items of one group are not independent. */
  readonly group: string
  readonly class: EvidenceClass
  /** Per hypothesis id: a word, or the number it stands for. */
  readonly ratings: Readonly<Record<string, RatingWord | number>>
  /** Admiralty rating (`A2`) or the reliability itself, 0 … 1. */
  readonly reliability: string | number
  readonly anchors: readonly string[]
  /** Why it is an item, in words. */
  readonly why?: string
}

/** A likelihood in words, with its ICD 203 row in percent; null when capped. */
export interface Likelihood {
  readonly word: string
  readonly low: number | null
  readonly high: number | null
}

/** One hypothesis after weighing. Posteriors are probabilities, 0 … 1. */
export interface WeighedHypothesis extends Hypothesis {
  readonly likelihood: Likelihood
  readonly posterior: { readonly sceptical: number; readonly flat: number; readonly verySceptical: number }
  readonly inconsistency: number
}

/** One question after weighing. */
export interface WeighedQuestion {
  readonly id: string
  readonly question: string
  readonly hypotheses: readonly WeighedHypothesis[]
  /** One sentence; never holds a confidence word. */
  readonly headline: string
  /** The three priors lie three or more rows of the ladder apart. */
  readonly priorDriven: boolean
  /** Without some one group the grave hypothesis falls below even. */
  readonly fragile: boolean
  readonly capped?: { readonly rivals: readonly string[]; readonly why: string }
  readonly confidence: { readonly level: 'low' | 'moderate' | 'high'; readonly why: string }
  readonly groups: readonly { readonly id: string; readonly class: EvidenceClass; readonly items: readonly EvidenceItem[] }[]
  /** The grave hypothesis without each group, sceptical prior. */
  readonly withoutGroup: readonly { readonly group: string; readonly likelihood: Likelihood; readonly posterior: number }[]
}

/** The weighing of a case. */
export interface Assessment {
  readonly questions: readonly WeighedQuestion[]
  /** Never empty: what this material cannot tell, and why. */
  readonly undetermined: readonly { readonly question: string; readonly why: string }[]
}

/** A node of the chain: disclosed by somebody, observed in evidence, or unknown. */
export interface ChainNode {
  readonly id: string
  readonly label: string
  readonly tier: 'disclosed' | 'observed' | 'unknown'
  /** 0 client · 1 lead · 2 subcontract · 3 go-between · 4 worker. */
  readonly lane: 0 | 1 | 2 | 3 | 4
  readonly basis: string
  readonly anchors: readonly string[]
}

/** An edge of the chain. */
export interface ChainEdge {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly basis: 'declared' | 'observed' | 'inferred'
  readonly anchors: readonly string[]
}

/** The chain as it can be drawn from what was stated and seen. */
export interface Chain {
  readonly nodes: readonly ChainNode[]
  readonly edges: readonly ChainEdge[]
}
