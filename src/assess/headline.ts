import type { WeighedHypothesis } from '../model/index.ts'
import type { Cap } from './cap.ts'
import type { Question } from './weigh.ts'

const CONFIDENCE_WORDS = /\bconfiden\w*|\bsure\b|\bassured\w*|\bcertainty\b|\bcertainly\b|\bdoubtless\b|\bdefinite\w*|\breliab\w*/i
const ACCUSING_WORDS = /\bguilty\b|\bprove[sdn]?\b|\bproof\b|\bclean\b|\bnorth koreans?\b|\bclear(?:ed|ance)\b/i

/** What is wrong with a sentence about likelihood: a word of confidence, an accusing word, more than one sentence, none at all. Empty when nothing is. */
export function lintHeadline(sentence: string): string[] {
  const inner = sentence.trim().replace(/[.]$/, '')
  return [
    ...(inner === '' ? ['it is empty'] : []),
    ...(CONFIDENCE_WORDS.test(sentence) ? ['a likelihood and a confidence stand in one sentence'] : []),
    ...(ACCUSING_WORDS.test(sentence) ? ['it accuses or clears'] : []),
    ...(/[.!?]\s+\p{Lu}/u.test(inner) ? ['it is more than one sentence'] : []),
  ]
}

/** `It is likely that …`, with the article that the words of the ladder need. */
export function likelySentence(word: string, clause: string): string {
  if (word === 'almost no chance') return `There is almost no chance that ${clause}`
  if (word === 'roughly even') return `There is a roughly even chance that ${clause}`
  return `It is ${word} that ${clause}`
}

/** One sentence in the words of the ladder, from the sceptical prior; confidence is said elsewhere. Held back, it says so and names the rivals that stand. */
export function headlineOf(question: Question, weighed: readonly WeighedHypothesis[], cap: Cap | undefined): string {
  const clauseOf = (id: string) => question.hypotheses.find((hypothesis) => hypothesis.id === id)?.clause ?? ''
  const grave = weighed.find(({ kind }) => kind === 'grave')
  const [leading] = [...weighed].sort((a, b) => b.posterior.sceptical - a.posterior.sceptical)
  if (!grave || !leading) return 'No answer was weighed.'
  if (cap) {
    const rivals = cap.rivals.map((id) => weighed.find((hypothesis) => hypothesis.id === id)?.title ?? id)
    const standing = rivals.length > 0 ? `; nothing in it sets aside: ${rivals.map((title) => `“${title}”`).join(', ')}` : ''
    return `Whether ${clauseOf(grave.id)} cannot be told from this material${standing}.`
  }
  const ofGrave = likelySentence(grave.likelihood.word, clauseOf(grave.id))
  if (leading.id === grave.id) return `${ofGrave}.`
  return `${ofGrave}; ${likelySentence(leading.likelihood.word, clauseOf(leading.id)).replace(/^(?:It|There)/, (word) => word.toLowerCase())}.`
}
