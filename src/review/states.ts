import { compareText } from '../base/hash.ts'
import type { Decision, Finding, Level } from '../model/index.ts'

/** Findings with what people made of them, decisions whose subject does not arise any more, and what waits for a person. */
export interface Reviewed {
  readonly findings: readonly Finding[]
  readonly orphaned: readonly Decision[]
  readonly queue: readonly Finding[]
}

const LEVEL_ORDER: readonly Level[] = ['escalate', 'ask', 'note']
const WAITING: readonly Finding['state'][] = ['new', 'looking', 'asked', 'cannot-tell']

/**
 * Derives states from decisions: the last decision of a subject counts. Anchors that came after it are counted in `newSinceDecided`, and the state stays.
 * Decisions about subjects that do not arise any more are given as orphaned, never dropped and never attached to another finding.
 */
export function statesOf(findings: readonly Finding[], decisions: readonly Decision[]): Reviewed {
  const last = new Map<string, Decision>()
  for (const decision of decisions) last.set(decision.subject, decision)
  const now = findings.map((finding) => stateOf(finding, last.get(finding.id)))
  const known = new Set(findings.map(({ id }) => id))
  return { findings: now, orphaned: decisions.filter(({ subject }) => !known.has(subject)), queue: queueOf(now) }
}

function stateOf({ newSinceDecided: _, ...finding }: Finding, decision: Decision | undefined): Finding {
  if (!decision) return { ...finding, state: 'new' }
  const seen = new Set(decision.seen)
  const fresh = finding.anchors.filter((anchor) => !seen.has(anchor)).length
  return { ...finding, state: decision.state, ...(fresh > 0 ? { newSinceDecided: fresh } : {}) }
}

/**
 * What waits for a person: open states, and decided ones about which something new came. Strongest level first, inside it what is new before what is
 * being looked at, then by rule and subject; never by person.
 */
export function queueOf(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(({ state, newSinceDecided }) => WAITING.includes(state) || (newSinceDecided ?? 0) > 0)
    .sort(
      (a, b) =>
        LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) ||
        waiting(a) - waiting(b) ||
        compareText(a.rule, b.rule) ||
        compareText(a.subject, b.subject),
    )
}

function waiting({ state }: Finding): number {
  const at = WAITING.indexOf(state)
  return at < 0 ? WAITING.length : at
}
