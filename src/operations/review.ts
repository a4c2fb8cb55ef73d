import { InbetweenError } from '../base/errors.ts'
import { isoInstant } from '../base/time.ts'
import type { Decision, Finding, ReviewState } from '../model/index.ts'
import { analyze, type CaseFolder, payloadsOf, storeOf } from '../pipeline/index.ts'
import { decide, queueOf, REVIEW_STATES, statesOf } from '../review/index.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, text } from './operation.ts'
import { matchesOfCase, matchLines, reviewMatch } from './review-match.ts'
import { table } from './terminal.ts'

/** `inbetween review`. */
export const review: Operation = {
  name: 'review',
  summary: 'Say what became of a finding or a match, with a reason; without one, show the queue. Decisions are added, never changed.',
  usage: '[finding | match]',
  options: {
    state: { type: 'string', value: 'STATE', choices: REVIEW_STATES, summary: 'The new state.' },
    dismiss: { type: 'boolean', summary: 'Of a match: it is somebody else. It is shown apart, and returns when its list record changes.' },
    reopen: { type: 'boolean', summary: 'Of a match: take a dismissal back.' },
    reason: { type: 'string', value: 'TEXT', summary: 'Why; required.' },
    by: { type: 'string', value: 'WHO', summary: 'Who decides (default: the first author of inbetween.yaml).' },
  },
  examples: [
    'inbetween review -C acme.case',
    'inbetween review 4f1c9a… --state asked --reason "Letter sent to the vendor on 2024-02-05" -C acme.case',
    'inbetween review 9ab02f… --dismiss --reason "Another company: registered in Busan under another number" -C acme.case',
  ],
  async run(input, context) {
    const opened = caseOf(context)
    const [given] = input.paths
    if (given !== undefined && (flag(input, 'dismiss') || flag(input, 'reopen'))) return reviewMatch(opened, given, input, context)
    const store = storeOf(opened)
    const findings = store.all<Finding>('finding')
    store.close()
    const decisions = payloadsOf(opened, 'decision') as unknown as Decision[]
    if (given === undefined) return queue(opened, findings, decisions)
    const finding = findings.filter(({ id }) => id.startsWith(given))
    const [chosen] = finding
    if (!chosen || finding.length > 1)
      throw new InbetweenError('IBT-NOT-FOUND', finding.length > 1 ? `several findings begin with ${given}` : `no such finding: ${given}`, {
        hint: 'inbetween review',
      })
    const state = text(input, 'state') as ReviewState | undefined
    if (state === undefined)
      throw new InbetweenError('IBT-USAGE', 'a decision needs --state', { hint: `One of: ${REVIEW_STATES.join(', ')}` })
    const by = text(input, 'by') ?? opened.config.case.authors[0] ?? 'not named'
    const decision = decide({
      finding: chosen,
      state,
      reason: text(input, 'reason') ?? '',
      by,
      at: isoInstant(context.effects.now()),
      decisions,
    })
    opened.append([{ kind: 'decision', payload: { ...decision } }])
    await analyze(opened, context.progress, { jobs: 2 })
    return { case: opened.id, data: decision, text: `${chosen.rule} ${chosen.id}: ${state}. ${decision.reason}` }
  },
}

function queue(opened: CaseFolder, findings: readonly Finding[], decisions: readonly Decision[]) {
  const { findings: now, orphaned } = statesOf(findings, decisions)
  const open = queueOf(now)
  const cells = open.map((finding) => [
    finding.id,
    finding.level,
    finding.state,
    finding.newSinceDecided ?? '',
    finding.rule,
    finding.title,
  ])
  const lines = [
    open.length > 0 ? table(['finding', 'level', 'state', 'new since', 'rule', 'title'], cells, 70) : 'nothing waits for a person',
  ]
  for (const { subject, state, reason } of orphaned)
    lines.push(`orphaned: ${subject} was ${state} (${reason}); its subject does not arise any more`)
  const matches = matchesOfCase(opened)
  lines.push(...matchLines(matches))
  return {
    case: opened.id,
    data: { queue: open, orphaned, decisions, matches: matches.open, dismissed: matches.dismissed },
    text: lines.join('\n'),
  }
}
