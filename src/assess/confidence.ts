import type { EvidenceItem, WeighedHypothesis, WeighedQuestion } from '../model/index.ts'
import type { Cap } from './cap.ts'
import { ratingOf } from './scale.ts'

/**
 * The gate of confidence: how good the basis of the leading answer is, apart from how likely it is. High needs three groups, a direct observation, an answer that
 * stays likely without any one group, nothing very unexpected, and a second person who agrees, which no machine can give. Moderate needs two groups and
 * an answer that stays even. Everything else, and everything that is held back, is low. The gate can only lower what a person chooses.
 */
export function confidenceOf(
  hypotheses: readonly WeighedHypothesis[],
  items: readonly EvidenceItem[],
  without: readonly { readonly group: string; readonly posteriors: Readonly<Record<string, number>> }[],
  cap: Cap | undefined,
): WeighedQuestion['confidence'] {
  const groups = new Set(items.map(({ group }) => group)).size
  if (items.length === 0) return { level: 'low', why: 'Nothing was observed that bears on the question.' }
  if (cap) return { level: 'low', why: 'What was observed does not set aside every innocent explanation.' }
  const [leading] = [...hypotheses].sort((a, b) => b.posterior.sceptical - a.posterior.sceptical)
  if (!leading) return { level: 'low', why: 'There is no answer to weigh.' }
  const weakest = [...without].sort((a, b) => (a.posteriors[leading.id] ?? 0) - (b.posteriors[leading.id] ?? 0))[0]
  const lowest = weakest?.posteriors[leading.id] ?? 0
  if (groups < 2) return { level: 'low', why: 'It rests on one group of evidence.' }
  if (lowest < 0.45) return { level: 'low', why: `${groupWords(groups)}, but without “${weakest?.group}” the answer would not hold.` }
  const isContradicted = items.some((item) => item.ratings[leading.id] !== undefined && ratingOf(item.ratings[leading.id]) < 0.1)
  const lacks = [
    ...(groups < 3 ? ['a third group of evidence'] : []),
    ...(items.some((item) => item.class === 'direct') ? [] : ['a direct observation']),
    ...(lowest < 0.55 ? ['an answer that stays likely without any one group'] : []),
    ...(isContradicted ? ['an explanation of what does not fit'] : []),
    'a second person who weighed it alone and agrees',
  ]
  return {
    level: 'moderate',
    why: `${groupWords(groups)}, and the answer holds without any one of them. For more it lacks ${lacks.join(', ')}.`,
  }
}

function groupWords(groups: number): string {
  return `It rests on ${groups} groups of evidence`
}
