import type { CaseRecords } from '../model/index.ts'
import { count, type Facts, known, notTestable, percent, type SomeFacts } from './fact.ts'
import { declaredFacts } from './facts-declared.ts'
import { flowFacts } from './facts-flow.ts'
import { languageFacts } from './facts-language.ts'
import { nameFacts } from './facts-names.ts'
import { networkFacts } from './facts-network.ts'
import { timeFacts } from './facts-times.ts'
import { traceFacts } from './facts-traces.ts'

/**
 * Every fact of a case that rules and weighing speak of; `tables/fact-names.ts` says what each means. A fact is reproducible and concludes nothing:
 * it counts, with the places that were counted, or says why this material cannot tell.
 */
export function factsOf(records: CaseRecords): Facts {
  return {
    ...coverageFacts(records),
    ...languageFacts(records),
    ...flowFacts(records),
    ...timeFacts(records),
    ...networkFacts(records),
    ...declaredFacts(records),
    ...nameFacts(records),
    ...traceFacts(records),
  }
}

function coverageFacts({ exhibits, sources, passages, hashSets }: CaseRecords): SomeFacts {
  const material = exhibits.filter(({ format }) => format !== 'access-log')
  const read = material.filter(({ status }) => status !== 'not-read')
  const visits = sources.reduce((sum, source) => sum + source.visits.length, 0)
  const leftOut = hashSets.length === 0 ? 'access logs' : 'access logs and known software and stock'
  return {
    'coverage.exhibits': known(material.length, `${count(material.length, 'exhibit')}, ${leftOut} left out`),
    'coverage.read-share':
      material.length === 0
        ? notTestable('there is no exhibit')
        : known(
            read.length / material.length,
            `${read.length} of ${count(material.length, 'exhibit')} read (${percent(read.length / material.length)})`,
          ),
    'coverage.visits': known(visits, `${count(visits, 'visit')} to ${count(sources.length, 'source')}`),
    'coverage.passages': known(passages.length, `${count(passages.length, 'passage')}`),
  }
}
