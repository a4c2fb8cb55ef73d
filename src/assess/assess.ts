import { type Facts, factOf, isTrue } from '../indicators/index.ts'
import type { Assessment, CaseRecords, WeighedQuestion } from '../model/index.ts'
import { hasPairs, itemsOf } from './items.ts'
import { KNOWLEDGE, RELAY, WHO_WORKED } from './tables/questions.ts'
import { undeterminedOf } from './undetermined.ts'
import { weigh } from './weigh.ts'

/**
 * The three built-in questions. Who worked and whether somebody stood in between are weighed apart from each other; whether the parties above knew is
 * never weighed. What could not be determined is part of every assessment.
 */
export function assess(records: CaseRecords, facts: Facts): Assessment {
  const items = itemsOf(records, facts)
  return {
    questions: [weigh(WHO_WORKED, items['who-worked']), relayed(weigh(RELAY, items.relay), facts), knowledge(facts)],
    undetermined: undeterminedOf(records, facts),
  }
}

/** The answer on the relay in words that fit what was declared: without a declared chain nobody can be called disclosed or undisclosed, so that neither answer gets a word. */
function relayed(question: WeighedQuestion, facts: Facts): WeighedQuestion {
  if (!hasPairs(facts)) return { ...question, headline: 'No translation between two language groups was observed in what could be read.' }
  if (!isTrue(facts, 'chain.declared')) {
    const why = 'No chain was declared, so that nobody can be called disclosed or undisclosed.'
    return {
      ...question,
      headline: 'Someone translated between two language groups; disclosed or not cannot be told.',
      capped: { rivals: question.capped?.rivals ?? ['R2'], why: question.capped ? `${why} ${question.capped.why}` : why },
      hypotheses: question.hypotheses.map((hypothesis) =>
        hypothesis.kind === 'grave' || hypothesis.id === 'R2'
          ? { ...hypothesis, likelihood: { word: 'cannot be told from this material', low: null, high: null } }
          : hypothesis,
      ),
    }
  }
  if (!question.capped) return question
  const declared = isTrue(facts, 'translator.declared') ? ', and a translator is declared' : ''
  return {
    ...question,
    headline: `Someone translated between two language groups${declared}; whether an undisclosed party stood in between cannot be told from this material.`,
  }
}

function knowledge(facts: Facts): WeighedQuestion {
  const together = factOf(facts, 'knowledge.together')
  const covered = [
    factOf(facts, 'coverage.visits').why,
    factOf(facts, 'coverage.read-share').why,
    `${factOf(facts, 'access.events').why}`,
  ].join(', ')
  const isShown = isTrue(facts, 'knowledge.together')
  return {
    ...KNOWLEDGE,
    hypotheses: [],
    headline: isShown
      ? `Shown: ${together.why}; whether anybody above read it cannot be told.`
      : `Nothing observed, with this coverage: ${covered}.`,
    priorDriven: false,
    fragile: false,
    confidence: {
      level: 'low',
      why: `It is not weighed: ${isShown ? 'files show what stands in them, not who read it' : 'what was not seen says little about what somebody knew'}.`,
    },
    groups: [],
    withoutGroup: [],
  }
}
