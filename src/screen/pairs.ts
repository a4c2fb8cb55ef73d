import type { Reason } from '../model/index.ts'
import { type NameSchema, ONE_FROM, prepareName, weighPrepared } from '../names/index.ts'

/** Two names that someone asks about, and what both are. */
export interface NamePair {
  readonly schema?: NameSchema
  readonly name1: string
  readonly name2: string
}

/** How alike the two are, 0 … 1, and why; the weights of the reasons add up to the score. */
export interface PairScore {
  readonly score: number
  readonly reasons: readonly Reason[]
}

/**
 * Weighs pairs of names, in their order: the evidence alone, without the rules that hold {@link screenNames} below an alert (a person by name alone, other numbers, shared words). At or above `threshold` two names are
 * taken for one; it is the odds at which labelled pairs divide with the fewest errors, and no alert.
 */
export function comparePairs(pairs: readonly NamePair[]): { readonly threshold: number; readonly pairs: readonly PairScore[] } {
  return {
    threshold: ONE_FROM,
    pairs: pairs.map(({ schema, name1, name2 }) => {
      const { score, reasons } = weighPrepared(prepareName(name1, schema), prepareName(name2, schema))
      return { score, reasons }
    }),
  }
}
