import { LIMITS } from '../base/limits.ts'
import type { Pair } from '../model/index.ts'
import { type Couple, couplesOf, type PairFile } from './couples.ts'
import { byCalques, type Direction, directionBy, type Sign, signOfMarks } from './direction.ts'
import type { Edge } from './edges.ts'
import { type Neighbours, type Piece, piecesOf } from './neighbours.ts'
import { matched } from './pairs.ts'
import { written } from './written.ts'

/** Lines before and after the place where a partner is expected. */
const REACH = 2
const NEARNESS = { cell: 1.05, place: 1, step: 0.03 } as const
/** Times of two files that differ by less than this are the same, in milliseconds; saved later is more than `later`. */
const TIMES = { same: 2_000, later: 60_000 } as const

/** Pairs across files, and what was left out. */
export interface AcrossFiles {
  readonly pairs: readonly Pair[]
  readonly warnings: readonly { readonly path: string; readonly message: string }[]
}

/**
 * Finds pairs between two files whose names say that one may be the translation of the other. `inside` are the pairs inside files: their passages are taken. A passage
 * that answers lines of several files pairs with the first by path.
 */
export function findPairsAcross(files: readonly PairFile[], inside: readonly Pair[]): AcrossFiles {
  const warnings: { path: string; message: string }[] = []
  const warn = (path: string, message: string) => {
    warnings.push({ path, message })
  }
  const taken = new Set(inside.flatMap(({ from, to }) => [from.anchor, to.anchor]))
  const freePieces = memoised((file: PairFile) => piecesOf(file.passages).filter(({ isPart }) => !isPart))
  const pairs: Pair[] = []
  for (const couple of couplesOf(
    files.filter(({ passages }) => passages.length > 0),
    warn,
  )) {
    const [a, b] = [couple.a, couple.b].map((file) => freePieces(file).filter(({ passage }) => !taken.has(passage.anchor)))
    if (a === undefined || b === undefined) continue
    if (a.length + b.length > LIMITS.pairCoupleLines) {
      warn(couple.a.path, `more than ${LIMITS.pairCoupleLines} lines together with ${couple.b.path}: the two files were not compared`)
      continue
    }
    for (const [zhs, kos, isTurned] of [
      [a, b, false],
      [b, a, true],
    ] as const) {
      const found = pairsOf(zhs, kos, couple, isTurned)
      for (const { from, to } of found) taken.add(from.anchor).add(to.anchor)
      pairs.push(...found)
    }
  }
  return { pairs, warnings }
}

/** Pairs of the Chinese of one file with the Korean of the other; turned when the Chinese is in the second. */
function pairsOf(zhFile: readonly Piece[], koFile: readonly Piece[], couple: Couple, isTurned: boolean): Pair[] {
  const zhs = zhFile.filter(({ side }) => side === 'zh')
  const kos = koFile.filter(({ side }) => side === 'ko')
  if (zhs.length === 0 || kos.length === 0) return []
  const pieces = (isTurned ? [...kos, ...zhs] : [...zhs, ...kos]).map((piece, order) => ({ ...piece, order }))
  const { chosen, patterns } = matched(pieces, samePlaces(pieces))
  return written(chosen, patterns, directionAcross(chosen, couple, isTurned), couple.why)
}

/** For each Chinese line the Korean one of the same cell, and those at the same share of the file. */
function samePlaces(pieces: readonly Piece[]): Neighbours[] {
  const zhs = pieces.filter(({ side }) => side === 'zh')
  const kos = pieces.filter(({ side }) => side === 'ko')
  const cells = new Map(kos.flatMap((ko) => (ko.passage.at.kind === 'cell' ? [[ko.passage.at.cell, ko] as const] : [])))
  return zhs.flatMap((zh, at) => {
    const seen = new Set<Piece>()
    const found: Neighbours[] = []
    const add = (ko: Piece | undefined, pattern: string, nearness: number) => {
      if (ko === undefined || seen.has(ko)) return
      seen.add(ko)
      found.push({ zh, ko, relation: 'file', nearness, pattern: `file ${pattern}` })
    }
    if (zh.passage.at.kind === 'cell') add(cells.get(zh.passage.at.cell), 'cell', NEARNESS.cell)
    const middle = Math.round((at * kos.length) / zhs.length)
    for (const place of [middle, at])
      for (let d = 0; d <= REACH; d++)
        for (const step of d === 0 ? [0] : [-d, d]) add(kos[place + step], 'place', NEARNESS.place - NEARNESS.step * d)
    return found
  })
}

function directionAcross(chosen: readonly Edge[], { a, b, marks }: Couple, isTurned: boolean): Direction {
  const [zh, ko, zhMarks, koMarks] = isTurned ? [b, a, marks[1], marks[0]] : [a, b, marks[0], marks[1]]
  const signs = [signOfMarks(zhMarks, koMarks, 'file'), byTimes(zh, ko), byCalques(chosen)].filter((sign) => sign !== undefined)
  return directionBy(signs, 'nothing in names, dates or words says which file was translated')
}

/** Which file is later by its own dates, and else by the day that first saw it; dates are what programs wrote, and clocks can be wrong. */
function byTimes(zh: PairFile, ko: PairFile): Sign | undefined {
  const saved = difference(zh.modifiedMs, ko.modifiedMs) ?? difference(zh.listedMs, ko.listedMs)
  const made = difference(zh.createdMs, ko.createdMs)
  if (saved === undefined) {
    if (zh.firstSeen === ko.firstSeen) return undefined
    const isKoLater = ko.firstSeen > zh.firstSeen
    return {
      says: isKoLater ? 'zh>ko' : 'ko>zh',
      strength: 'weak',
      words: `the ${isKoLater ? 'Korean' : 'Chinese'} file was first seen on a later day`,
    }
  }
  if (Math.abs(saved) < TIMES.later) return undefined
  // Made before and saved after the other: both were worked on at one time.
  if (made !== undefined && Math.abs(made) > TIMES.same && Math.sign(made) !== Math.sign(saved)) return undefined
  const isSameOrigin = made !== undefined && Math.abs(made) <= TIMES.same
  const later = saved > 0 ? 'Korean' : 'Chinese'
  const isOther = zh.lastModifiedBy !== undefined && ko.lastModifiedBy !== undefined && zh.lastModifiedBy !== ko.lastModifiedBy
  const words = isSameOrigin
    ? `both files state the same creation, and the ${later} one was saved later`
    : `the ${later} file was saved later by the dates that came with the files`
  return {
    says: saved > 0 ? 'zh>ko' : 'ko>zh',
    strength: isSameOrigin ? 'kept' : 'weak',
    words: isOther ? `${words}, by another account` : words,
  }
}

function difference(zh: number | undefined, ko: number | undefined): number | undefined {
  return zh === undefined || ko === undefined ? undefined : ko - zh
}

function memoised<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
