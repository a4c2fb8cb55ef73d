import type { Neighbours, Piece, Relation } from './neighbours.ts'
import { type KoSide, koSide, LEAST_SUPPORT, type Likeness, likeness, REFUSED, type ZhSide, zhSide } from './score.ts'

/**
 * Least score by relation, alone and once the layout pattern has shown itself in this exhibit. Chosen on the tuning half of tables/pairs.cases.ts so that neighbours
 * with one word in common stay apart; checked on the held-out half and with a quarter of the lexicon taken away. Those of `follow` and `far` were raised until lines of that
 * half that share a topic stayed apart; those of `box`, `layer` and `file` are those of like relations.
 */
const LEAST: Readonly<Record<Relation, { readonly alone: number; readonly inPattern: number }>> = {
  inside: { alone: 0.38, inPattern: 0.24 },
  row: { alone: 0.4, inPattern: 0.24 },
  comment: { alone: 0.41, inPattern: 0.28 },
  layer: { alone: 0.41, inPattern: 0.28 },
  box: { alone: 0.42, inPattern: 0.28 },
  line: { alone: 0.45, inPattern: 0.33 },
  run: { alone: 0.46, inPattern: 0.35 },
  place: { alone: 0.48, inPattern: 0.35 },
  near: { alone: 0.46, inPattern: 0.35 },
  file: { alone: 0.48, inPattern: 0.35 },
  follow: { alone: 0.44, inPattern: 0.44 },
  far: { alone: 0.64, inPattern: 0.64 },
}
/** A partner in the same passage, row, cell, layer or beside the box with this score makes lines farther off not worth a look; so does a line of the other score for those less near. */
const SETTLED = { close: 0.6, line: 0.7 } as const
const CLOSE: ReadonlySet<Relation> = new Set<Relation>(['inside', 'row', 'comment', 'layer', 'box'])
/** Two candidates closer than this are equally good, and neither is taken; those that stand apart must differ by more. */
const MARGIN = { near: 0.04, far: 0.08 } as const
/** A pattern holds when it explains this share of its neighbours, at least `pairs` of them. */
const PATTERN = { share: 0.6, pairs: 3, bonus: 0.08 } as const

/**
 * A Chinese line of at most `han` characters pairs, where the pattern holds, on what a longer line could not: something met, most of the Chinese is met, a fair share
 * of the Korean is, and nothing speaks against it.
 */
const SHORT = { han: 8, support: 0.6, zhCovered: 0.5, koCovered: 0.2 } as const

/** Two pieces whose words say the same enough to be a pair where their layout allows it. */
export interface Edge extends Neighbours {
  /** 0 … 1, nearness included. */
  readonly score: number
  /** Whether it counts as a short line that the pattern of its neighbours carries. */
  readonly isShort: boolean
  readonly readings: readonly string[]
  readonly words: readonly string[]
  readonly shared: readonly string[]
  readonly conflicts: readonly string[]
}

/** Prepared Korean lines kept at a time, twice over; what is needed again later is prepared again. */
const KEPT_LINES = 256

/** Prepared Korean lines, the latest ones kept. */
function koSides(): (piece: Piece) => KoSide {
  let young = new Map<Piece, KoSide>()
  let old = young
  return (piece) => {
    let side = young.get(piece)
    if (side !== undefined) return side
    side = old.get(piece) ?? koSide(piece.text)
    if (young.size >= KEPT_LINES) {
      old = young
      young = new Map()
    }
    young.set(piece, side)
    return side
  }
}

/** The neighbours whose words meet, in their order; those of one Chinese piece stand together. */
export function edgesOf(neighbours: readonly Neighbours[]): Edge[] {
  const koOf = koSides()
  const edges: Edge[] = []
  let isSettled = false
  let leastNear = 0
  let last: Piece | undefined
  let zh: ZhSide | undefined
  for (const pair of neighbours) {
    if (zh === undefined || last !== pair.zh) {
      zh = zhSide(pair.zh.text)
      isSettled = false
      leastNear = 0
    }
    last = pair.zh
    const isClose = CLOSE.has(pair.relation)
    if (!isClose && (isSettled || pair.nearness < leastNear)) continue
    const alike = likeness(zh, koOf(pair.ko))
    if (alike.conflict >= REFUSED || alike.support < LEAST_SUPPORT) continue
    const score = Math.min(1, alike.score * pair.nearness)
    if (isClose && score >= SETTLED.close) isSettled = true
    if (pair.relation === 'line' && score >= SETTLED.line) leastNear = pair.nearness
    const isShort = isShortMeeting(zh, alike)
    if (score < LEAST[pair.relation].inPattern && !isShort) continue
    // The words are spelled out here so that the prepared lines need not be kept.
    const { shared, conflicts } = alike
    const { ko, relation, nearness, pattern } = pair
    const [readings, words] = [alike.readings(), alike.words()]
    edges.push({ zh: pair.zh, ko, relation, nearness, pattern, score, isShort, readings, words, shared, conflicts })
  }
  return edges
}

function isShortMeeting(zh: ZhSide, { support, zhCovered, koCovered, conflict }: Likeness): boolean {
  return zh.han <= SHORT.han && conflict === 0 && support >= SHORT.support && zhCovered >= SHORT.zhCovered && koCovered >= SHORT.koCovered
}

interface Ranked {
  readonly edge: Edge
  readonly rank: number
}

/** Best edges first; an edge is taken when both ends are free and no other free edge of either end comes within the margin. Gives them in the order of the Chinese. Pieces are told apart by their `order`. */
export function assign(edges: readonly Edge[], patterns: ReadonlySet<string>): Edge[] {
  const usable: Ranked[] = []
  for (const edge of edges) {
    const holds = patterns.has(edge.pattern)
    const { alone, inPattern } = LEAST[edge.relation]
    if (holds ? edge.score >= inPattern || edge.isShort : edge.score >= alone)
      usable.push({ edge, rank: edge.score + (holds ? PATTERN.bonus : 0) })
  }
  usable.sort((a, b) => b.rank - a.rank || a.edge.zh.order - b.edge.zh.order || a.edge.ko.order - b.edge.ko.order)
  return inOrder(takenOf(usable))
}

/** Takes edges in the order given. All arrays run over `usable` or over the pieces by their order; -1 ends the list of a piece's edges. */
function takenOf(usable: readonly Ranked[]): Edge[] {
  const pieces = 1 + usable.reduce((most, { edge }) => Math.max(most, edge.zh.order, edge.ko.order), 0)
  const [heads, isTaken] = [new Int32Array(pieces).fill(-1), new Uint8Array(pieces)]
  const [nextZh, nextKo] = [new Int32Array(usable.length), new Int32Array(usable.length)]
  for (const [i, { edge }] of usable.entries()) {
    nextZh[i] = heads[edge.zh.order] ?? -1
    heads[edge.zh.order] = i
    nextKo[i] = heads[edge.ko.order] ?? -1
    heads[edge.ko.order] = i
  }
  const isRivalled = (piece: Piece, next: Int32Array, own: number, { edge, rank }: Ranked): boolean => {
    const margin = edge.relation === 'far' ? MARGIN.far : MARGIN.near
    for (let i = heads[piece.order] ?? -1; i >= 0; i = next[i] ?? -1) {
      const other = usable[i]
      if (other === undefined || i === own || rank - other.rank >= margin) continue
      if (isTaken[other.edge.zh.order] === 0 && isTaken[other.edge.ko.order] === 0) return true
    }
    return false
  }
  const chosen: Edge[] = []
  for (const [i, ranked] of usable.entries()) {
    const { zh, ko } = ranked.edge
    if (isTaken[zh.order] === 1 || isTaken[ko.order] === 1) continue
    if (isRivalled(zh, nextZh, i, ranked) || isRivalled(ko, nextKo, i, ranked)) continue
    isTaken[zh.order] = 1
    isTaken[ko.order] = 1
    chosen.push(ranked.edge)
  }
  return chosen
}

/** Edges in the order of their Chinese. */
export function inOrder(edges: readonly Edge[]): Edge[] {
  return [...edges].sort((a, b) => a.zh.order - b.zh.order)
}

/** The patterns that explain most of their neighbours. */
export function patternsOf(neighbours: readonly Neighbours[], chosen: readonly Edge[]): Set<string> {
  const pairs = new Map<string, number>()
  for (const { pattern } of chosen) pairs.set(pattern, (pairs.get(pattern) ?? 0) + 1)
  const chances = new Map<string, Set<Piece>>()
  for (const { pattern, zh } of neighbours) {
    if (!pairs.has(pattern)) continue
    const seen = chances.get(pattern)
    if (seen) seen.add(zh)
    else chances.set(pattern, new Set([zh]))
  }
  const holding = [...pairs].filter(
    ([pattern, count]) => count >= PATTERN.pairs && count >= PATTERN.share * (chances.get(pattern)?.size ?? 0),
  )
  return new Set(holding.map(([pattern]) => pattern))
}
