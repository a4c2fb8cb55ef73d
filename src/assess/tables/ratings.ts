import type { EvidenceClass, RatingWord } from '../../model/index.ts'

/** Default ratings of one item of evidence: how expected it is under each answer, never how likely an answer is given it. */
export interface DefaultRatings {
  readonly id: string
  readonly question: 'who-worked' | 'relay'
  /** The rule that looks for the same fact; its pack states the same ratings. */
  readonly rule?: string
  readonly title: string
  readonly group: string
  readonly class: EvidenceClass
  readonly ratings: Readonly<Record<string, RatingWord>>
}

const five = (h1: RatingWord, h2: RatingWord, h3: RatingWord, h4: RatingWord, h5: RatingWord) => ({ H1: h1, H2: h2, H3: h3, H4: h4, H5: h5 })
const four = (r1: RatingWord, r2: RatingWord, r3: RatingWord, r4: RatingWord) => ({ R1: r1, R2: r2, R3: r3, R4: r4 })

/**
 * The default ratings. They are judgements made for this method, not fitted on cases with a known outcome; the report prints all of them. The last two
 * of who-worked and all of relay are cautious on purpose: none of them alone sets an innocent rival aside.
 */
export const RATINGS: readonly DefaultRatings[] = [
  { id: 'origin-dprk', question: 'who-worked', rule: 'ibt-0001', title: 'The source answers on a network registered to the DPRK', group: 'net', class: 'record', ratings: five('almost certain', 'remote', 'remote', 'even', 'even') },
  { id: 'origin-other', question: 'who-worked', title: 'The network of origin is known and not registered to the DPRK', group: 'net', class: 'record', ratings: five('remote', 'likely', 'likely', 'likely', 'likely') },
  { id: 'daily-flow', question: 'who-worked', rule: 'ibt-0003', title: 'Daily instructions and results of the same day', group: 'flow', class: 'conduct', ratings: five('almost certain', 'even', 'even', 'remote', 'very unlikely') },
  { id: 'corrections', question: 'who-worked', rule: 'ibt-0004', title: 'Results follow corrections', group: 'flow', class: 'conduct', ratings: five('likely', 'even', 'even', 'remote', 'very unlikely') },
  { id: 'one-drop', question: 'who-worked', rule: 'ibt-0023', title: 'One drop, no daily flow', group: 'flow', class: 'conduct', ratings: five('very unlikely', 'very unlikely', 'very unlikely', 'likely', 'even') },
  { id: 'pairs', question: 'who-worked', rule: 'ibt-0007', title: 'Chinese instructions with Korean translations', group: 'lang', class: 'context', ratings: five('likely', 'remote', 'unlikely', 'unlikely', 'even') },
  { id: 'north', question: 'who-worked', rule: 'ibt-0008', title: 'Korean spelt by the northern norm', group: 'lang', class: 'context', ratings: five('likely', 'excluded', 'remote', 'very unlikely', 'even') },
  { id: 'south', question: 'who-worked', title: 'Korean spelt by the southern norm', group: 'lang', class: 'context', ratings: five('very unlikely', 'unlikely', 'likely', 'unlikely', 'unlikely') },
  { id: 'works', question: 'who-worked', rule: 'ibt-0019', title: 'Works in progress of stated productions', group: 'prod', class: 'record', ratings: five('likely', 'even', 'even', 'almost certain', 'even') },
  { id: 'contradictions', question: 'who-worked', rule: 'ibt-0021', title: 'Dates or programs contradict each other', group: 'time', class: 'record', ratings: five('excluded', 'excluded', 'excluded', 'remote', 'likely') },
  { id: 'no-dprk-name', question: 'who-worked', title: 'No organisation of the DPRK is named anywhere', group: 'name', class: 'record', ratings: five('even', 'almost certain', 'almost certain', 'almost certain', 'unlikely') },
  { id: 'dprk-name', question: 'who-worked', rule: 'ibt-0014', title: 'An organisation of the DPRK is named', group: 'name', class: 'record', ratings: five('likely', 'unlikely', 'unlikely', 'unlikely', 'likely') },
  { id: 'dprk-client', question: 'who-worked', rule: 'ibt-0002', title: 'A client of a network registered to the DPRK', group: 'log', class: 'record', ratings: five('likely', 'very unlikely', 'very unlikely', 'unlikely', 'unlikely') },

  { id: 'relay-pairs', question: 'relay', title: 'The same is said in Chinese and in Korean', group: 'lang', class: 'context', ratings: four('likely', 'likely', 'unlikely', 'even') },
  { id: 'relay-clocks', question: 'relay', title: 'Clocks of two zones', group: 'trace', class: 'context', ratings: four('likely', 'likely', 'unlikely', 'even') },
  { id: 'relay-flow', question: 'relay', title: 'Daily instructions and results of the same day', group: 'flow', class: 'conduct', ratings: four('likely', 'likely', 'likely', 'very unlikely') },
  { id: 'relay-drop', question: 'relay', title: 'One drop, no daily flow', group: 'flow', class: 'conduct', ratings: four('unlikely', 'unlikely', 'unlikely', 'likely') },
  { id: 'relay-contradictions', question: 'relay', title: 'Dates or programs contradict each other', group: 'time', class: 'record', ratings: four('very unlikely', 'very unlikely', 'very unlikely', 'likely') },
  { id: 'relay-translator', question: 'relay', title: 'A translator is declared', group: 'roster', class: 'record', ratings: four('unlikely', 'almost certain', 'even', 'unlikely') },
  { id: 'relay-no-translator', question: 'relay', title: 'A staff list is declared and has no translator', group: 'roster', class: 'record', ratings: four('likely', 'very unlikely', 'even', 'even') },
  { id: 'relay-bilingual', question: 'relay', title: 'Staff with both languages is declared', group: 'roster', class: 'record', ratings: four('unlikely', 'even', 'likely', 'unlikely') },
  { id: 'relay-company', question: 'relay', rule: 'ibt-0018', title: 'A company in authoring traces that nobody declared', group: 'chain', class: 'record', ratings: four('likely', 'unlikely', 'unlikely', 'even') },
]
