import type { Assessment, WeighedQuestion } from '../model/index.ts'
import { storeOf } from '../pipeline/index.ts'
import { caseOf } from './of-case.ts'
import type { Operation } from './operation.ts'
import { table } from './terminal.ts'

/** `inbetween assess`. */
export const assess: Operation = {
  name: 'assess',
  summary: 'The rival explanations weighed: likelihood in words, confidence apart from it, and what could not be determined.',
  usage: '',
  options: {},
  examples: ['inbetween assess -C january.case'],
  async run(_, context) {
    const opened = caseOf(context)
    const store = storeOf(opened)
    try {
      const data = store.one<Assessment>('single', 'assessment') ?? { questions: [], undetermined: [] }
      const lines = data.questions.flatMap(linesOf)
      lines.push('Could not be determined:', ...data.undetermined.map(({ question, why }) => `  ${question}  ${why}`))
      return { case: opened.id, data, text: lines.join('\n') }
    } finally {
      store.close()
    }
  },
}

function linesOf(question: WeighedQuestion): string[] {
  const percent = (p: number) => `${(p * 100).toFixed(p < 0.1 ? 1 : 0)} %`
  const rows = question.hypotheses.map(({ id, title, likelihood, posterior, inconsistency }) => [
    id,
    title,
    likelihood.word,
    percent(posterior.sceptical),
    `${percent(posterior.verySceptical)} – ${percent(posterior.flat)}`,
    inconsistency.toFixed(1),
  ])
  const without = question.withoutGroup.map(({ group, likelihood }) => `without ${group}: ${likelihood.word}`)
  return [
    `${question.id}: ${question.question}`,
    `  ${question.headline}`,
    ...(rows.length > 0
      ? table(['', 'hypothesis', 'likelihood', 'sceptical', 'range of priors', 'inconsistency'], rows, 70)
          .split('\n')
          .map((line) => `  ${line}`)
      : []),
    ...(question.capped ? [`  Held back: ${question.capped.why}`] : []),
    ...(question.fragile || without.length > 0 ? [`  ${question.fragile ? 'FRAGILE; ' : ''}${without.join('; ')}`] : []),
    `  Confidence: ${question.confidence.level}. ${question.confidence.why}`,
    '',
  ]
}
