import { LIMITS } from '../base/limits.ts'
import { assign, type Edge, edgesOf } from './edges.ts'
import { lexicon, type Word } from './lexicon.ts'
import { FOUND, INSIDE_WORD } from './lines.ts'
import type { Neighbours, Piece } from './neighbours.ts'
import { type KoSide, koSide, type ZhSide, zhSide } from './score.ts'

/** Candidates of a line among lines that stand apart; pairs before and after a line that say where its partner stands; and how far from there it may be. */
const CANDIDATES = 5
const STEPS = 4
const NEARNESS = { far: 1, follow: 1 } as const
/** A sign that stands in more lines than this share of them, and more than `lines`, tells no line from another. */
const COMMON = { share: 0.08, lines: 24 } as const
/** Words lighter than this are no sign. */
const LEAST_WEIGHT = 0.6

/**
 * Pairs among the pieces that no neighbour answered: first lines that stand apart and answer each other far better than any other, then lines that stand at the same place
 * between pairs. `warn` is told when there are more lines than are looked at together.
 */
export function laterPairs(pieces: readonly Piece[], chosen: readonly Edge[], warn?: (message: string) => void): Edge[] {
  const far = assign(edgesOf(farCandidates(freeOf(pieces, chosen), warn)), new Set())
  const all = [...chosen, ...far]
  return [...far, ...assign(edgesOf(followers(pieces, all)), new Set())]
}

interface Free {
  readonly zh: readonly Piece[]
  readonly ko: readonly Piece[]
}

function freeOf(pieces: readonly Piece[], chosen: readonly Edge[]): Free {
  const taken = new Set(chosen.flatMap(({ zh, ko }) => [zh, ko]))
  const free = pieces.filter((piece) => !taken.has(piece))
  return { zh: free.filter(({ side }) => side === 'zh'), ko: free.filter(({ side }) => side === 'ko') }
}

/** For each Chinese line the Korean lines that share most with it, through an index of concepts, readings, numbers and codes; rare ones count more. */
function farCandidates({ zh, ko }: Free, warn?: (message: string) => void): Neighbours[] {
  if (zh.length === 0 || ko.length === 0) return []
  const most = LIMITS.pairFarLines
  if (zh.length > most || ko.length > most)
    warn?.(`more than ${most} lines of a language without a partner: among the others none was looked for beyond their neighbours`)
  const lines = ko.slice(0, most)
  const index = new Map<number | string, number[]>()
  for (const [at, piece] of lines.entries())
    for (const key of koKeys(koSide(piece.text))) {
      const list = index.get(key)
      if (list) list.push(at)
      else index.set(key, [at])
    }
  const tooMany = Math.max(COMMON.lines, COMMON.share * lines.length)
  return zh.slice(0, most).flatMap((piece) => {
    const sums = new Map<number, number>()
    for (const key of zhKeys(zhSide(piece.text))) {
      const list = index.get(key)
      if (list === undefined || list.length > tooMany) continue
      const weight = Math.log(1 + lines.length / list.length)
      for (const at of list) sums.set(at, (sums.get(at) ?? 0) + weight)
    }
    return [...sums]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .flatMap(([at]): Neighbours[] => {
        const partner = lines[at]
        return partner === undefined ? [] : [{ zh: piece, ko: partner, relation: 'far', nearness: NEARNESS.far, pattern: 'far' }]
      })
  })
}

const NO_WORD: Word = { concepts: [], weight: 0 }

/** Numbers stand for concepts (below zero) and pairs of syllables, strings for numerals and codes. */
function zhKeys(line: ZhSide): Set<number | string> {
  const keys = new Set<number | string>(tokens(line))
  const { words } = lexicon().zhTree
  for (let i = 0; i < line.found.length; i += FOUND) {
    const { concepts, weight } = words[line.found[i + 2] ?? 0] ?? NO_WORD
    if (weight >= LEAST_WEIGHT) for (const concept of concepts) keys.add(-1 - concept)
  }
  for (let i = 0; i + 1 < line.readings.length; i++)
    for (const first of line.readings[i] ?? []) for (const second of line.readings[i + 1] ?? []) keys.add(first * 0x10000 + second)
  return keys
}

function koKeys(line: KoSide): Set<number | string> {
  const keys = new Set<number | string>(tokens(line))
  const { words } = lexicon().koTree
  for (let i = 0; i < line.found.length; i += FOUND) {
    const own = line.found[i + 2] ?? 0
    const { concepts, weight } = words[own >> 1] ?? NO_WORD
    if (weight * (own % 2 === 1 ? INSIDE_WORD : 1) >= LEAST_WEIGHT) for (const concept of concepts) keys.add(-1 - concept)
  }
  for (let i = 0; i + 1 < line.syllables.length; i++) keys.add((line.syllables[i] ?? 0) * 0x10000 + (line.syllables[i + 1] ?? 0))
  return keys
}

function tokens({ facts }: ZhSide | KoSide): string[] {
  return [...facts.codes, ...facts.latin, ...facts.digits.map(String), ...facts.words.map(String)]
}

/** Free lines at the place where the pairs before or after them make one expect each other. */
function followers(pieces: readonly Piece[], chosen: readonly Edge[]): Neighbours[] {
  const zhs = pieces.filter(({ side }) => side === 'zh')
  const kos = pieces.filter(({ side }) => side === 'ko')
  const placeOf = new Map(kos.map((piece, at) => [piece, at]))
  const partner = new Map(chosen.map(({ zh, ko }) => [zh, placeOf.get(ko) ?? -1]))
  const taken = new Set(chosen.map(({ ko }) => ko))
  const found: Neighbours[] = []
  for (const [at, zh] of zhs.entries()) {
    if (partner.has(zh)) continue
    const seen = new Set<number>()
    for (const step of [-1, 1])
      for (let d = 1; d <= STEPS; d++) {
        const known = partner.get(zhs[at + step * d] ?? zh)
        if (known === undefined) continue
        for (const off of [0, -1, 1]) {
          const place = known - step * (d + off)
          const ko = kos[place]
          if (ko === undefined || taken.has(ko) || seen.has(place)) continue
          seen.add(place)
          found.push({ zh, ko, relation: 'follow', nearness: NEARNESS.follow - 0.05 * Math.abs(off) - 0.02 * (d - 1), pattern: 'follow' })
        }
        break
      }
  }
  return found
}
