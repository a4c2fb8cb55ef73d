import type { EvidenceKind } from '../evidence.ts'

/**
 * Log odds that each kind of evidence adds, fitted by logistic regression (penalty 0.5 on standardised values, signs held to what a kind can mean) on labelled pairs: name_bench of
 * opensanctions/nomenklatura (MIT), names.cases.ts, and names of lists against innocent names. `npm run bench:screen -- --fit` fits them anew and prints what five-fold cross-validation gives.
 */
export const WEIGHTS: Readonly<Record<EvidenceKind, number>> = {
  contradicted: -1.693,
  contradictedPerson: -2.683,
  oneSided: -0.165,
  oneSidedPerson: 0,
  letters: 0,
  lettersPerson: -0.082,
  noLetter: 5.421,
  oneLetter: 4.477,
  twoLetters: 3.67,
  restDiffers: -3.287,
  weakestPair: 0.614,
  person: 0.349,
  legalForms: -1.293,
  otherNumber: 0,
  numberMissing: -1.359,
  otherPlace: -3.926,
  tradeWord: -3.661,
  tradeMissing: -9.284,
  order: -1.421,
  orderPerson: -4.19,
  otherSyllable: 0,
  nothing: 0,
  oneWord: 0,
  oneWordPerson: -2.926,
  length: 2.474,
}

/** Log odds before any evidence. */
export const BIAS = -2.56

/** Log odds and the score that they are written as. */
export const SCALE: readonly (readonly [logOdds: number, score: number])[] = [[-8, 0], [-2, 0.6], [-1, 0.7], [0.7, 0.85], [6, 0.99]]
