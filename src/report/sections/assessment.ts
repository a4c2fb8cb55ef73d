import type { WeighedQuestion } from '../../model/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Section } from '../document.ts'

/** Key judgements: a headline per question, its exhibits; confidence in a paragraph of its own. */
export function keyJudgements({ assessment, citeAll }: ReportContext): Section {
  const blocks: Block[] = []
  for (const question of assessment.questions) {
    const anchors = question.groups.flatMap(({ items }) => items.flatMap((item) => item.anchors.slice(0, 1)))
    blocks.push({ kind: 'text', text: question.question, tone: 'aside' })
    blocks.push({ kind: 'text', text: question.headline, tone: 'judgement' })
    if (anchors.length > 0) blocks.push({ kind: 'text', text: `Rests on ${citeAll(anchors, 4)}.`, tone: 'aside' })
    if (question.capped) blocks.push({ kind: 'text', text: `Held back: ${question.capped.why}`, tone: 'warning' })
    if (question.priorDriven)
      blocks.push({
        kind: 'text',
        text: 'Prior-driven: the three starting points lie far apart, so the answer depends on where one starts.',
        tone: 'warning',
      })
    if (question.fragile) blocks.push({ kind: 'text', text: `Fragile: ${fragileWords(question)}`, tone: 'warning' })
  }
  for (const { id, confidence } of assessment.questions)
    blocks.push({ kind: 'text', text: `Confidence in the basis of ${id}: ${confidence.level}. ${confidence.why}` })
  blocks.push({
    kind: 'text',
    tone: 'aside',
    text: 'These sentences are computed from default ratings that are shown in section Alternatives and not calibrated. They become claims only when a person adopts them.',
  })
  if (assessment.questions.length === 0) blocks.unshift({ kind: 'text', text: 'The case was not weighed yet.' })
  return { id: 'judgements', title: 'Key judgements', blocks }
}

function fragileWords({ withoutGroup }: WeighedQuestion): string {
  const weak = withoutGroup
    .filter(({ posterior }) => posterior < 0.5)
    .map(({ group, likelihood }) => `without ${group} it is “${likelihood.word}”`)
  return `${weak.join('; ')}.`
}

const percent = (p: number) => `${(p * 100).toPrecision(2).replace(/\.0$/, '')} %`

/** Rival explanations: matrix, items with ratings, leave-one-out. */
export function alternativesSection(context: ReportContext): Section {
  const blocks: Block[] = context.assessment.questions.flatMap((question) => questionBlocks(question, context))
  return {
    id: 'alternatives',
    title: 'Alternatives',
    blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: 'No question was weighed.' }],
  }
}

function questionBlocks(question: WeighedQuestion, { citeAll }: ReportContext): Block[] {
  const blocks: Block[] = [{ kind: 'text', text: `${question.id}: ${question.question}`, tone: 'judgement' }]
  if (question.hypotheses.length === 0) return [...blocks, { kind: 'text', text: question.headline }]
  blocks.push({
    kind: 'table',
    caption: 'Rival explanations. Likelihood under the sceptical prior; numbers in two figures, as a check on the words',
    header: ['', 'Explanation', 'Kind', 'Likelihood', 'Sceptical', 'Flat', 'Very sceptical', 'Inconsistency (lower survives)'],
    rows: question.hypotheses.map(({ id, title, kind, likelihood, posterior, inconsistency }) => [
      id,
      title,
      kind,
      likelihood.low === null ? likelihood.word : `${likelihood.word} (${likelihood.low}–${likelihood.high} %)`,
      percent(posterior.sceptical),
      percent(posterior.flat),
      percent(posterior.verySceptical),
      inconsistency.toFixed(1),
    ]),
  })
  const items = question.groups.flatMap(({ items: of }) => of)
  blocks.push({
    kind: 'table',
    caption: 'Evidence: how expected each item is under each explanation. Items of one group are not independent and count 1, 1/2, 1/4',
    header: ['Group', 'Item', 'Class', 'Reliability', ...question.hypotheses.map(({ id }) => id), 'Rests on'],
    rows: items.map((item) => [
      item.group,
      item.why === undefined ? item.title : `${item.title}. ${item.why}`,
      item.class,
      String(item.reliability),
      ...question.hypotheses.map(({ id }) => String(item.ratings[id] ?? '–')),
      { text: citeAll(item.anchors, 2) || 'counts of the whole case', code: true },
    ]),
  })
  blocks.push({
    kind: 'table',
    caption: 'The grave explanation without each group of evidence',
    header: ['Without', 'Likelihood', 'Sceptical prior'],
    rows: question.withoutGroup.map(({ group, likelihood, posterior }) => [group, likelihood.word, percent(posterior)]),
  })
  return blocks
}

/** What could not be determined. Never empty. */
export function undeterminedSection({ assessment }: ReportContext): Section {
  const rows = assessment.undetermined.map(({ question, why }) => [question, why])
  return {
    id: 'undetermined',
    title: 'What could not be determined',
    blocks: [{ kind: 'table', caption: 'Open questions and why this material does not answer them', header: ['Question', 'Why'], rows }],
  }
}
