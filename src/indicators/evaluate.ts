import { compareText, contentId } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { CaseRecords, Finding, Level, RuleOutcome } from '../model/index.ts'
import { factNamesOf, holds } from './detection.ts'
import { type FactCase, type Facts, factOf } from './fact.ts'
import { LEVELS, type Rule, type RulePack } from './rule.ts'

/** What the rules gave: findings, strongest first, and for every rule whether it is present, absent or cannot be tested. */
export interface Evaluation {
  readonly findings: readonly Finding[]
  readonly outcomes: readonly RuleOutcome[]
}

/**
 * Tries every rule on the facts of a case. A finding's id is made of rule and subject, without anchors and versions, so that decisions survive new
 * evidence. Levels are bounded: context reaches `ask`; a rule goes beyond `max_level_alone` only when a finding of another group and of a class other
 * than context stands beside it, so that language, name and place never lift anything.
 */
export function evaluate(_records: CaseRecords, facts: Facts, packs: readonly RulePack[]): Evaluation {
  const rules = packs.flatMap((pack) => pack.rules)
  const fired: Finding[] = []
  const outcomes: RuleOutcome[] = []
  for (const rule of rules) {
    const result = holds(rule.detection, facts)
    const found = result === true ? findingsOf(rule, facts) : []
    fired.push(...found)
    outcomes.push({ rule: rule.id, title: rule.title, ...outcomeOf(rule, facts, result) })
  }
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const findings = fired.map((finding) => ({ ...finding, level: boundedLevel(finding, byId.get(finding.rule), fired) }))
  findings.sort(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || compareText(a.rule, b.rule) || compareText(a.subject, b.subject),
  )
  outcomes.sort((a, b) => compareText(a.rule, b.rule))
  return { findings, outcomes }
}

function outcomeOf(rule: Rule, facts: Facts, result: boolean | null): Pick<RuleOutcome, 'outcome' | 'why'> {
  const named = factNamesOf(rule.detection).map((name) => factOf(facts, name))
  if (result === null) return { outcome: 'not-testable', why: sentences(named.filter(({ value }) => value === null).map(({ why }) => why)) }
  return { outcome: result ? 'present' : 'absent', why: sentences(named.filter(({ value }) => value !== null).map(({ why }) => why)) }
}

function findingsOf(rule: Rule, facts: Facts): Finding[] {
  const named = factNamesOf(rule.detection).map((name) => factOf(facts, name))
  const cases = rule.each === undefined ? undefined : factOf(facts, rule.each).each
  if (cases === undefined) {
    const why = sentences(named.filter(({ value }) => value !== null).map(({ why: one }) => one))
    return [
      finding(
        rule,
        'case',
        why,
        named.flatMap(({ anchors }) => anchors),
      ),
    ]
  }
  return cases.map(({ subject, why, anchors }: FactCase) => finding(rule, subject, why, anchors))
}

function finding(rule: Rule, subject: string, why: string, anchors: readonly string[]): Finding {
  return {
    id: contentId(rule.id, subject),
    rule: rule.id,
    title: rule.title,
    level: rule.level,
    class: rule.class,
    group: rule.group,
    subject,
    why,
    anchors: [...new Set(anchors)].slice(0, LIMITS.factAnchors),
    ordinaryExplanations: rule.ordinaryExplanations,
    asks: rule.asks,
    state: 'new',
  }
}

function boundedLevel(own: Finding, rule: Rule | undefined, all: readonly Finding[]): Level {
  if (!rule) return 'note'
  const isSupported = all.some(({ group, class: kind }) => group !== own.group && kind !== 'context')
  const bound = own.class === 'context' ? lower(rule.level, 'ask') : rule.level
  return isSupported ? bound : lower(bound, rule.maxLevelAlone)
}

function lower(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b
}

function sentences(parts: readonly string[]): string {
  const distinct = [...new Set(parts)]
  return distinct.length === 0 ? 'nothing to go by' : distinct.join('. ')
}
