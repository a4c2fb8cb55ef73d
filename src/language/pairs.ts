import { contentId } from '../base/hash.ts'
import { printable } from '../base/printable.ts'
import type { LanguageTag, Pair, PairSide, Passage } from '../model/index.ts'
import { type Neighbours, neighboursOf, type Piece, piecesOf, type Relation } from './neighbours.ts'
import { type KoSide, koSide, type Likeness, likeness, REFUSED, type ZhSide, zhSide } from './score.ts'

/**
 * Least score by relation, alone and once the layout pattern has shown itself in this exhibit. Chosen on the tuning half of tables/pairs.cases.ts so that neighbours
 * with one word in common stay apart; checked on the held-out half and with a quarter of the lexicon taken away.
 */
const LEAST: Readonly<Record<Relation, { readonly alone: number; readonly inPattern: number }>> = {
  inside: { alone: 0.38, inPattern: 0.24 },
  row: { alone: 0.4, inPattern: 0.24 },
  comment: { alone: 0.41, inPattern: 0.28 },
  line: { alone: 0.45, inPattern: 0.33 },
  run: { alone: 0.46, inPattern: 0.35 },
  place: { alone: 0.48, inPattern: 0.35 },
  near: { alone: 0.46, inPattern: 0.35 },
}
/** What must have met at all: about one ordinary word. */
const LEAST_SUPPORT = 0.45
/** A partner in the same passage, row or cell with this score makes lines farther off not worth a look. */
const SETTLED = 0.6
const CLOSE: ReadonlySet<Relation> = new Set<Relation>(['inside', 'row', 'comment'])
/** Two candidates closer than this are equally good, and neither is taken. */
const MARGIN = 0.04
/** A pattern holds when it explains this share of its neighbours, at least `pairs` of them. */
const PATTERN = { share: 0.6, pairs: 3, bonus: 0.08 } as const
/** Direction by order needs this many pairs and this share of them. */
const ORDER = { pairs: 3, share: 0.9 } as const

/**
 * A Chinese line of at most `han` characters pairs, where the pattern holds, on what a longer line could not: something met, most of the Chinese is met, a fair share
 * of the Korean is, and nothing speaks against it.
 */
const SHORT = { han: 8, support: 0.6, zhCovered: 0.5, koCovered: 0.2 } as const

interface Edge extends Neighbours {
  readonly score: number
  /** Whether it counts as a short line that the pattern of its neighbours carries. */
  readonly isShort: boolean
  readonly readings: readonly string[]
  readonly words: readonly string[]
  readonly shared: readonly string[]
  readonly conflicts: readonly string[]
}

/**
 * Finds the Chinese and Korean passages of one exhibit that say the same, without machine translation: readings of the Chinese characters, a lexicon, numbers and
 * codes, closed classes, and where the passages stand. One to one; what two candidates answer equally well is left alone. `passages` are in reading order.
 * A pair says that two texts mean the same, not who wrote either.
 */
export function findPairs(passages: readonly Passage[]): Pair[] {
  const pieces = piecesOf(passages)
  if (!pieces.some(({ side }) => side === 'zh') || !pieces.some(({ side }) => side === 'ko')) return []
  const neighbours = neighboursOf(pieces)
  const edges = edgesOf(neighbours)
  const first = assign(edges, new Set())
  const patterns = patternsOf(neighbours, first)
  const chosen = patterns.size > 0 ? assign(edges, patterns) : first
  return written(chosen, patterns, directionOf(chosen, passages))
}

/** Prepared lines kept at a time; what is needed again later is prepared again. */
const KEPT_LINES = 2048

function edgesOf(neighbours: readonly Neighbours[]): Edge[] {
  const koSides = new Map<Piece, KoSide>()
  const edges: Edge[] = []
  const settled = new Set<Piece>()
  let last: Piece | undefined
  let zh: ZhSide | undefined
  for (const pair of neighbours) {
    if (settled.has(pair.zh) && !CLOSE.has(pair.relation)) continue
    if (zh === undefined || last !== pair.zh) zh = zhSide(pair.zh.text)
    last = pair.zh
    const ko = koSides.get(pair.ko) ?? koSide(pair.ko.text)
    if (koSides.size >= KEPT_LINES) koSides.clear()
    koSides.set(pair.ko, ko)
    const alike = likeness(zh, ko)
    if (alike.conflict >= REFUSED || alike.support < LEAST_SUPPORT) continue
    const score = Math.min(1, alike.score * pair.nearness)
    if (score >= SETTLED && CLOSE.has(pair.relation)) settled.add(pair.zh)
    const isShort = isShortMeeting(zh, alike)
    if (score < LEAST[pair.relation].inPattern && !isShort) continue
    // The words are spelled out here so that the prepared lines need not be kept.
    edges.push({
      ...pair,
      score,
      isShort,
      readings: alike.readings(),
      words: alike.words(),
      shared: alike.shared,
      conflicts: alike.conflicts,
    })
  }
  return edges
}

function isShortMeeting(zh: ZhSide, { support, zhCovered, koCovered, conflict }: Likeness): boolean {
  return (
    zh.chars.length <= SHORT.han &&
    conflict === 0 &&
    support >= SHORT.support &&
    zhCovered >= SHORT.zhCovered &&
    koCovered >= SHORT.koCovered
  )
}

/** Best edges first; an edge is taken when both ends are free and no other free edge of either end comes within the margin. */
function assign(edges: readonly Edge[], patterns: ReadonlySet<string>): Edge[] {
  const rank = (edge: Edge) => edge.score + (patterns.has(edge.pattern) ? PATTERN.bonus : 0)
  const usable = edges
    .filter((edge) => {
      const { alone, inPattern } = LEAST[edge.relation]
      return patterns.has(edge.pattern) ? edge.score >= inPattern || edge.isShort : edge.score >= alone
    })
    .sort((a, b) => rank(b) - rank(a) || a.zh.order - b.zh.order || a.ko.order - b.ko.order)
  const byPiece = new Map<Piece, Edge[]>()
  for (const edge of usable)
    for (const piece of [edge.zh, edge.ko]) {
      const list = byPiece.get(piece)
      if (list) list.push(edge)
      else byPiece.set(piece, [edge])
    }
  const taken = new Set<Piece>()
  const chosen: Edge[] = []
  for (const edge of usable) {
    if (taken.has(edge.zh) || taken.has(edge.ko)) continue
    const rivals = [...(byPiece.get(edge.zh) ?? []), ...(byPiece.get(edge.ko) ?? [])].filter(
      (rival) => rival !== edge && !taken.has(rival.zh) && !taken.has(rival.ko),
    )
    if (rivals.some((rival) => rank(edge) - rank(rival) < MARGIN)) continue
    taken.add(edge.zh)
    taken.add(edge.ko)
    chosen.push(edge)
  }
  return chosen.sort((a, b) => a.zh.order - b.zh.order)
}

function patternsOf(neighbours: readonly Neighbours[], chosen: readonly Edge[]): Set<string> {
  const pairs = new Map<string, number>()
  const chances = new Map<string, Set<Piece>>()
  for (const { pattern } of chosen) pairs.set(pattern, (pairs.get(pattern) ?? 0) + 1)
  for (const { pattern, zh } of neighbours) {
    const seen = chances.get(pattern)
    if (seen) seen.add(zh)
    else chances.set(pattern, new Set([zh]))
  }
  const holding = [...pairs].filter(
    ([pattern, count]) => count >= PATTERN.pairs && count >= PATTERN.share * (chances.get(pattern)?.size ?? 0),
  )
  return new Set(holding.map(([pattern]) => pattern))
}

interface Direction {
  readonly direction: 'zh>ko' | 'ko>zh' | 'undetermined'
  readonly reason: string
}

/** Column headings that say which side is the translation. */
const TRANSLATION_HEADING = /译文|翻译|译|번역|역문/
const SOURCE_HEADING = /原文|原稿|원문/

/** The direction of all pairs of an exhibit: from headings that name the translation, else from one order kept throughout. */
function directionOf(chosen: readonly Edge[], passages: readonly Passage[]): Direction {
  const headed = byHeadings(chosen, passages)
  if (headed) return headed
  const zhFirst = chosen.filter(({ zh, ko }) => zh.order < ko.order).length
  const total = chosen.length
  if (total >= ORDER.pairs && zhFirst >= ORDER.share * total)
    return { direction: 'zh>ko', reason: `the Chinese stands first in ${zhFirst} of ${total} pairs of this file` }
  if (total >= ORDER.pairs && total - zhFirst >= ORDER.share * total)
    return { direction: 'ko>zh', reason: `the Korean stands first in ${total - zhFirst} of ${total} pairs of this file` }
  return { direction: 'undetermined', reason: 'too few pairs, or no constant order, to say which was translated' }
}

function byHeadings(chosen: readonly Edge[], passages: readonly Passage[]): Direction | undefined {
  const columns = new Map<string, { zh: number; ko: number }>()
  for (const { relation, zh, ko } of chosen)
    if (relation === 'row') columns.set(zh.passage.block ?? '', { zh: zh.passage.column ?? -1, ko: ko.passage.column ?? -1 })
  for (const { text, block, row, column } of passages) {
    const pair = columns.get(block ?? '')
    if (pair === undefined || row === undefined || row > 4 || text.length > 20 || (column !== pair.zh && column !== pair.ko)) continue
    const isKo = column === pair.ko
    const quoted = `a column heading says so: ${text}`
    if (TRANSLATION_HEADING.test(text)) return { direction: isKo ? 'zh>ko' : 'ko>zh', reason: quoted }
    if (SOURCE_HEADING.test(text)) return { direction: isKo ? 'ko>zh' : 'zh>ko', reason: quoted }
  }
  return undefined
}

function written(chosen: readonly Edge[], patterns: ReadonlySet<string>, { direction, reason }: Direction): Pair[] {
  const ids = new Set<string>()
  return chosen.map((edge) => {
    const zh: PairSide = { text: edge.zh.text, language: chineseTag(edge.zh), anchor: edge.zh.passage.anchor }
    const ko: PairSide = { text: edge.ko.text, language: 'ko', anchor: edge.ko.passage.anchor }
    const isZhFirst = direction === 'zh>ko' || (direction === 'undetermined' && edge.zh.order < edge.ko.order)
    const plain = contentId(zh.anchor, ko.anchor)
    const id = edge.zh.isPart || edge.ko.isPart || ids.has(plain) ? contentId(zh.anchor, ko.anchor, zh.text, ko.text) : plain
    ids.add(id)
    return {
      id,
      from: isZhFirst ? zh : ko,
      to: isZhFirst ? ko : zh,
      direction,
      score: Math.round(edge.score * 1000) / 1000,
      reasons: reasonsOf(edge, patterns.has(edge.pattern), reason),
    }
  })
}

function chineseTag({ passage, isPart }: Piece): LanguageTag {
  return !isPart && passage.language.startsWith('zh') ? passage.language : 'zh'
}

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  inside: 'both stand in one passage',
  row: 'they stand in one row of a table',
  comment: 'one is the comment on the cell of the other',
  line: 'they are lines next to each other',
  run: 'they stand at the same place of two runs of lines',
  place: 'they stand at the same place of two tables',
  near: 'they follow each other in the file',
}

function reasonsOf(edge: Edge, isInPattern: boolean, direction: string): string[] {
  const { readings, words, shared, conflicts } = edge
  const reasons: string[] = []
  for (const { passage } of [edge.zh, edge.ko])
    if (passage.repaired) reasons.push(`text put right (${passage.repaired.how}); it stands as “${printable(passage.text, 60)}”`)
  const drawn = [edge.zh, edge.ko].flatMap(({ passage }) => passage.ocrConfidence ?? [])
  if (drawn.length > 0)
    reasons.push(`read in a picture by character recognition, which is sure to ${Math.min(...drawn)} of 100: look at the picture itself`)
  if (readings.length > 0) reasons.push(`the Korean has the Chinese characters' Korean readings: ${readings.slice(0, 6).join(', ')}`)
  if (words.length > 0) reasons.push(`words that translate each other: ${words.slice(0, 8).join(', ')}`)
  if (shared.length > 0) reasons.push(`both have ${shared.slice(0, 6).join(', ')}`)
  reasons.push(isInPattern ? `${RELATION_WORDS[edge.relation]}, as most pairs of this file do` : RELATION_WORDS[edge.relation])
  if (conflicts.length > 0) reasons.push(`against it: ${conflicts.join('; ')}`)
  reasons.push(`direction: ${direction}`)
  return reasons
}

/** Directions settled over a whole case: undetermined pairs take the order that at least nine in ten of at least ten pairs of the case keep. Reasons say so. */
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
    if (pair.direction !== 'undetermined' || !fits) return pair
    return { ...pair, direction, reasons: [...pair.reasons.filter((text) => !text.startsWith('direction: ')), reason] }
  })
}
