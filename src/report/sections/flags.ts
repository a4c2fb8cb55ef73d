import type { ReportContext } from '../context.ts'
import type { Block, Section } from '../document.ts'

const OUTCOME_WORDS = { present: 'present', absent: 'absent', 'not-testable': 'not testable from this material' } as const

/** Red flags: every rule present, absent or not testable; then each finding with ordinary explanations and questions. */
export function flagsSection({ outcomes, findings, citeAll }: ReportContext): Section {
  const blocks: Block[] = [
    {
      kind: 'text',
      text: 'A red flag is a reason to ask, not a conclusion; neither its presence nor its absence decides anything. Absence of flags is not clearance.',
      tone: 'aside',
    },
    {
      kind: 'table',
      caption: 'Rules',
      header: ['Rule', 'What it looks for', 'Outcome', 'Why'],
      rows: outcomes.map(({ rule, title, outcome, why }) => [{ text: rule, code: true }, title, OUTCOME_WORDS[outcome], why]),
    },
  ]
  for (const finding of findings) {
    blocks.push({
      kind: 'text',
      text: `${finding.title} — ${finding.level} (${finding.class}), state: ${finding.state}`,
      tone: 'judgement',
    })
    blocks.push({
      kind: 'list',
      items: [
        `Observed: ${finding.why}${finding.anchors.length > 0 ? ` [${citeAll(finding.anchors, 3)}]` : ''}`,
        `Ordinary explanations: ${finding.ordinaryExplanations.join('; ')}`,
        `To ask: ${finding.asks.join(' ')}`,
      ],
    })
  }
  if (findings.length === 0) blocks.push({ kind: 'text', text: 'No rule fired.' })
  return { id: 'flags', title: 'Red flags', blocks }
}
