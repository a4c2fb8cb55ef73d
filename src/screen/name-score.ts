import type { Match } from '../model/index.ts'
import { bandOf, type ScoreBand } from '../names/index.ts'

/** Reasons of a match that are not the likeness of the names: facts besides them, what policy holds, and the day. */
const BESIDE = new Set([
  'identifier',
  'address',
  'birth-date',
  'birth-year',
  'country',
  'one-identifier',
  'common-word',
  'common-words',
  'weak-alias',
  'kind',
  'listed',
  'dismissed-before',
  'list-copy',
  'bare-name',
])

/** The score of the names of a match alone, 0 … 1, before facts and policy, and how pairs with such a score turned out in a public benchmark. No probability that a party is the listed one: in a case most bearers of a like name are others. */
export function nameBandOf({ reasons }: Match): ScoreBand & { readonly nameScore: number } {
  const sum = reasons.reduce((total, { feature, weight }) => total + (BESIDE.has(feature) ? 0 : weight), 0)
  const nameScore = Math.min(1, Math.max(0, Math.round(sum * 10_000) / 10_000))
  return { nameScore, ...bandOf(nameScore) }
}
