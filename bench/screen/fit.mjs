// Logistic regression over the kinds of evidence, signs held to what a kind can mean, and its five-fold cross-validation on name_bench.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { meetingOf } from './held-out.mjs'
import { innocents, mistyped, namesOf, rowsOf } from './lists.mjs'

const { EVIDENCE } = await import('../../dist/src/names/evidence.js')
const { findNames, packNames, prepareName, roomFor } = await import('../../dist/src/names/index.js')
const { NAME_CASES } = await import('../../dist/src/names/names.cases.js')

const PENALTY = 0.5
const AGAINST = new Set(
  'contradicted contradictedPerson oneSided oneSidedPerson letters lettersPerson restDiffers legalForms otherNumber numberMissing otherPlace tradeWord tradeMissing order orderPerson otherSyllable nothing oneWord oneWordPerson'.split(
    ' ',
  ),
)
const FOR = new Set(['noLetter', 'oneLetter', 'twoLetters', 'weakestPair'])
const NOTHING = Object.fromEntries(EVIDENCE.map((kind) => [kind, kind === 'nothing' ? 1 : 0]))

function rowOf(a, b, schemaA, schemaB, isOne, weight) {
  const met = meetingOf(prepareName(a, schemaA), prepareName(b, schemaB))
  return { values: met?.values ?? NOTHING, isOne, weight }
}

/** Labelled pairs of name_bench (opensanctions/nomenklatura, MIT). */
export function benchPairs() {
  return rowsOf('bench', 'nk_name_bench_cases.csv').map(({ name1, name2, schema, is_match: isMatch }) => ({
    name1,
    name2,
    schema,
    isOne: isMatch === 'true',
  }))
}

/** The same as evidence. */
export function benchRows() {
  return benchPairs().map(({ name1, name2, schema, isOne }) => rowOf(name1, name2, schema, schema, isOne, 1))
}

/** Further pairs: names.cases.ts, innocents against what the index finds for them, every other mistyped name, and entries of one list against each other. */
export function otherRows(list) {
  const packed = packNames(list.entries.map(namesOf))
  const room = roomFor(packed)
  const names = list.entries.flatMap(namesOf)
  const cases = NAME_CASES.filter(([, , verdict]) => verdict !== 'near').map(([a, b, verdict, schema]) =>
    rowOf(a, b, schema, schema, verdict === 'same', 0.5),
  )
  // Names in Chinese characters agree by readings, which hard rules judge: weights are learnt from letters.
  const persons = innocents(1500, true)
    .filter((asked) => !/\p{Script=Han}/u.test(asked))
    .flatMap((asked) =>
      findNames(packed, room, prepareName(asked, 'Person'), 6)
        .filter(({ entry }) => list.entries[entry].schema === 'Person')
        .map(({ name }) => rowOf(asked, names[name], 'Person', 'Person', false, 0.1)),
    )
  const typos = mistyped()
    .filter((_, i) => i % 2 === 0)
    .map(({ asked, listed }) => rowOf(asked, listed, 'Person', 'Person', true, asked === listed ? 0.05 : 0.6))
  const houses = list.entries
    .filter(({ schema }, i) => i % 40 === 0 && !['Person', 'Vessel', 'Airplane'].includes(schema))
    .flatMap((entry) =>
      findNames(packed, room, prepareName(entry.name, entry.schema), 8)
        .filter(({ entry: place, likeness }) => {
          const other = list.entries[place]
          return (
            likeness <= 0.95 && other.list === entry.list && other.id !== entry.id && other.schema !== 'Person' && other.name !== entry.name
          )
        })
        .map(({ entry: place, name }) => rowOf(entry.name, names[name], entry.schema, list.entries[place].schema, false, 0.1)),
    )
  return [
    ...cases,
    ...persons.filter(({ values }) => values.nothing === 0),
    ...typos,
    ...houses.filter(({ values }) => values.nothing === 0),
  ]
}

/** Log odds per kind and the bias. */
export function fitted(rows, steps = 400) {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const mean = EVIDENCE.map((kind) => rows.reduce((sum, { values, weight }) => sum + values[kind] * weight, 0) / total)
  const spread = EVIDENCE.map(
    (kind, i) => Math.sqrt(rows.reduce((sum, { values }) => sum + (values[kind] - mean[i]) ** 2, 0) / rows.length) || 1,
  )
  const inputs = rows.map(({ values }) => Float64Array.from(EVIDENCE, (kind, i) => (values[kind] - mean[i]) / spread[i]))
  const weights = new Float64Array(EVIDENCE.length)
  const speed = new Float64Array(EVIDENCE.length)
  let bias = 0
  for (let step = 0; step < steps; step++) {
    const slope = new Float64Array(EVIDENCE.length)
    let biasSlope = 0
    for (const [r, input] of inputs.entries()) {
      let odds = bias
      for (let i = 0; i < weights.length; i++) odds += weights[i] * input[i]
      const miss = (1 / (1 + Math.exp(-odds)) - (rows[r].isOne ? 1 : 0)) * rows[r].weight
      biasSlope += miss
      for (let i = 0; i < weights.length; i++) slope[i] += miss * input[i]
    }
    for (const [i, kind] of EVIDENCE.entries()) {
      speed[i] = 0.9 * speed[i] - (0.4 * (slope[i] + PENALTY * weights[i])) / total
      weights[i] += speed[i]
      if ((AGAINST.has(kind) && weights[i] > 0) || (FOR.has(kind) && weights[i] < 0)) {
        weights[i] = 0
        speed[i] = 0
      }
    }
    bias -= biasSlope / total
  }
  const plain = Object.fromEntries(EVIDENCE.map((kind, i) => [kind, weights[i] / spread[i]]))
  return { weights: plain, bias: bias - EVIDENCE.reduce((sum, _, i) => sum + (weights[i] * mean[i]) / spread[i], 0) }
}

function oddsOf({ weights, bias }, values) {
  return EVIDENCE.reduce((sum, kind) => sum + weights[kind] * values[kind], bias)
}

/** Places of rows in an order that a seed shuffles. */
function shuffled(count, seed) {
  let state = seed
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state
  }
  return Array.from({ length: count }, (_, i) => [next(), i]).sort((a, b) => a[0] - b[0]).map(([, i]) => i) // biome-ignore format: one line
}

/** Each pair with weights fitted on the four fifths that it is not in; `others` are in every training part. */
export function heldOut(pairs, others, seed = 17) {
  const rows = pairs.map(({ name1, name2, schema, isOne }) => rowOf(name1, name2, schema, schema, isOne, 1))
  const order = shuffled(rows.length, seed)
  return [0, 1, 2, 3, 4].flatMap((fold) => {
    const model = fitted([...order.filter((_, k) => k % 5 !== fold).map((i) => rows[i]), ...others])
    return order.filter((_, k) => k % 5 === fold).map((i) => ({ model, pair: pairs[i], values: rows[i].values }))
  })
}

/** F1 over `rounds` shuffles into five folds at one threshold of log odds; `others` are in every training part and in no tested one. */
export function crossValidated(pairs, others, threshold = -1, rounds = 2) {
  let [hits, false1, missed] = [0, 0, 0]
  for (let round = 0; round < rounds; round++)
    for (const { model, pair, values } of heldOut(pairs, others, round * 7919 + 17)) {
      const says = oddsOf(model, values) >= threshold
      if (says && pair.isOne) hits++
      else if (says) false1++
      else if (pair.isOne) missed++
    }
  return (2 * hits) / (2 * hits + false1 + missed)
}

/** Writes tables/evidence-weights.ts with weights fitted on all rows. */
export function writeWeights(rows) {
  const { weights, bias } = fitted(rows, 1200)
  const lines = EVIDENCE.map((kind) => `  ${kind}: ${+weights[kind].toFixed(3)},`).join('\n')
  const text = `import type { EvidenceKind } from '../evidence.ts'

/**
 * Log odds that each kind of evidence adds, fitted by logistic regression (penalty ${PENALTY} on standardised values, signs held to what a kind can mean) on labelled pairs: name_bench of
 * opensanctions/nomenklatura (MIT), names.cases.ts, and names of lists against innocent names. \`npm run bench:screen -- --fit\` fits them anew and prints what five-fold cross-validation gives.
 */
export const WEIGHTS: Readonly<Record<EvidenceKind, number>> = {
${lines}
}

/** Log odds before any evidence. */
export const BIAS = ${+bias.toFixed(3)}

/** Log odds and the score that they are written as. */
export const SCALE: readonly (readonly [logOdds: number, score: number])[] = [[-8, 0], [-2, 0.6], [-1, 0.7], [0.7, 0.85], [6, 0.99]]
`
  writeFileSync(fileURLToPath(new URL('../../src/names/tables/evidence-weights.ts', import.meta.url)), text)
}
