import type { Pair, Passage } from '../model/index.ts'
import { CONTRADICTION, directionInside, ORDER } from './direction.ts'
import { assign, type Edge, edgesOf, inOrder, patternsOf } from './edges.ts'
import { laterPairs } from './later.ts'
import { type Neighbours, neighboursOf, type Piece, piecesOf } from './neighbours.ts'
import { written } from './written.ts'

/**
 * Finds the Chinese and Korean passages of one exhibit that say the same, without machine translation: readings of the Chinese characters, a lexicon, numbers and
 * codes, closed classes, and where the passages stand. One to one; what two candidates answer equally well is left alone. `passages` are in reading order.
 * A pair says that two texts mean the same, not who wrote either. `warn` is told of a bound that is met.
 */
export function findPairs(passages: readonly Passage[], warn?: (message: string) => void): Pair[] {
  const pieces = piecesOf(passages)
  if (!pieces.some(({ side }) => side === 'zh') || !pieces.some(({ side }) => side === 'ko')) return []
  const { chosen, patterns } = matched(pieces, neighboursOf(pieces), warn)
  return written(chosen, patterns, directionInside(chosen, passages))
}

/** The pieces that say the same: neighbours first, again with the patterns that showed themselves, then what is left. `pieces` are numbered by `order`. */
export function matched(
  pieces: readonly Piece[],
  neighbours: readonly Neighbours[],
  warn?: (message: string) => void,
): { readonly chosen: readonly Edge[]; readonly patterns: ReadonlySet<string> } {
  const edges = edgesOf(neighbours)
  const first = assign(edges, new Set())
  const patterns = patternsOf(neighbours, first)
  const near = patterns.size > 0 ? assign(edges, patterns) : first
  return { chosen: inOrder([...near, ...laterPairs(pieces, near, warn)]), patterns }
}

/**
 * Directions settled over a whole case: undetermined pairs take the order that at least nine in ten of at least ten pairs of the case keep, unless their own signs
 * contradict each other. Reasons say so.
 */
export function settleDirections(pairs: readonly Pair[]): Pair[] {
  const zhFirst = pairs.filter(({ from }) => from.language !== 'ko').length
  if (pairs.length < 10) return [...pairs]
  const direction =
    zhFirst >= ORDER.share * pairs.length ? 'zh>ko' : pairs.length - zhFirst >= ORDER.share * pairs.length ? 'ko>zh' : undefined
  if (direction === undefined) return [...pairs]
  const first = direction === 'zh>ko' ? zhFirst : pairs.length - zhFirst
  const reason = `direction: the same language stands first in ${first} of ${pairs.length} pairs of the case`
  return pairs.map((pair) => {
    const fits = (pair.from.language !== 'ko') === (direction === 'zh>ko')
    const isContradicted = pair.reasons.some((text) => text.startsWith(`direction: ${CONTRADICTION}`))
    if (pair.direction !== 'undetermined' || !fits || isContradicted) return pair
    return { ...pair, direction, reasons: [...pair.reasons.filter((text) => !text.startsWith('direction: ')), reason] }
  })
}
