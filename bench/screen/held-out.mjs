// The score of two names by given weights, with the rules of the product.
const { capsOf, floorOf } = await import('../../dist/src/names/caps.js')
const { EVIDENCE, measured, pairingOf } = await import('../../dist/src/names/evidence.js')
const { prepareName } = await import('../../dist/src/names/index.js')
const { scoreAt } = await import('../../dist/src/names/score.js')

/** Log odds of evidence by a model of fit.mjs. */
export function logOddsWith({ weights, bias }, values) {
  return EVIDENCE.reduce((sum, kind) => sum + weights[kind] * values[kind], bias)
}

/** As comparePrepared scores, with other weights. */
export function compareWith({ name1, name2, schema }, oddsOf) {
  const [a, b] = [prepareName(name1, schema), prepareName(name2, schema)]
  const paired = pairingOf(a, b)
  const met = paired && measured(paired, a, b)
  if (!met || met.values.nothing === 1) return 0
  const isEqual =
    met.pairs.every(({ score }) => score === 1) && met.leftA.length + met.leftB.length + met.slips.length === 0 && met.values.order === 0
  const score = isEqual ? 1 : Math.max(scoreAt(oddsOf(met.values)), floorOf(met, a, b))
  return Math.min(score, ...capsOf(met, a, b).map(({ at }) => at))
}
