import type { Passage } from '../model/index.ts'
import { boxesBeside } from './boxes.ts'
import { markedPath } from './marks.ts'
import { partsOf } from './split.ts'

/** A passage, or a part of one that holds both languages, seen as one side of a possible pair. */
export interface Piece {
  readonly passage: Passage
  readonly text: string
  readonly side: 'zh' | 'ko'
  /** Position among the pieces of the exhibit. */
  readonly order: number
  /** Position of its passage in the exhibit. */
  readonly source: number
  /** Whether the passage holds more than this piece. */
  readonly isPart: boolean
}

/** How two pieces lie to each other. `inside`: parts of one passage; `row`: one table row; `comment`: a cell and its comment; `layer`: layers whose paths match but for
 * a mark of language; `box`: drawn texts beside each other; `line`: lines of one block; `run`: same place in two runs of lines; `place`: same row and column of another
 * block; `near`: next in reading order, other block; `file`: same place in another file; `follow`: same place between pairs; `far`: none of these. */
export type Relation = 'inside' | 'row' | 'comment' | 'layer' | 'box' | 'line' | 'run' | 'place' | 'near' | 'file' | 'follow' | 'far'

/** A Chinese and a Korean piece that stand close enough to be compared. */
export interface Neighbours {
  readonly zh: Piece
  readonly ko: Piece
  readonly relation: Relation
  /** Factor on the likeness of their words, about 0.8 … 1.15. */
  readonly nearness: number
  /** Neighbours with the same pattern lie alike: a pair of columns, the line below. */
  readonly pattern: string
}

/** Pieces looked at before and after a piece; candidates of one row, cell or place. These bound the work per passage. */
const REACH = { line: 5, near: 3, row: 8, layer: 4, place: 6, run: 400 } as const
const NEARNESS = { inside: 1.15, row: 1.1, comment: 1.08, layer: 1.08, box: 1.06, line: 1, run: 0.97, place: 0.92, near: 0.95 } as const

/** The Chinese and Korean pieces of an exhibit in reading order; names of layers and sheets are left out. */
export function piecesOf(passages: readonly Passage[]): Piece[] {
  const pieces: Piece[] = []
  for (const [source, passage] of passages.entries()) {
    if (passage.role === 'name') continue
    const parts = partsOf(passage)
    for (const { text, side } of parts) pieces.push({ passage, text, side, order: pieces.length, source, isPart: parts.length > 1 })
  }
  return pieces
}

/** All neighbours of an exhibit, each pair of pieces once, in its closest relation. Work is linear in the number of pieces. */
export function neighboursOf(pieces: readonly Piece[]): Neighbours[] {
  const rows = rowsOf(pieces)
  const cellsOf = cellsBySheet(pieces)
  const placesOf = placesOnce(pieces)
  const layers = index(pieces, ({ passage: { at } }) => (at.kind === 'layer' ? markedPath(at.path).stem : undefined))
  const runs = runPartners(pieces)
  const found: Neighbours[] = []
  const patternOf = patternsOnce()
  for (const zh of pieces) {
    if (zh.side !== 'zh') continue
    const before = found.length
    const add = (ko: Piece | undefined, relation: keyof typeof NEARNESS, pattern: string, nearness: number = NEARNESS[relation]) => {
      if (ko === undefined || ko.side !== 'ko') return
      for (let i = before; i < found.length; i++) if (found[i]?.ko === ko) return
      found.push({ zh, ko, relation, nearness, pattern: patternOf(relation, pattern) })
    }
    const { block, row, column, at } = zh.passage
    if (zh.isPart)
      for (let d = -4; d <= 4; d++)
        if (pieces[zh.order + d]?.source === zh.source)
          add(pieces[zh.order + d], 'inside', String(Math.sign(d)), NEARNESS.inside - 0.06 * (Math.abs(d) - 1))
    if (block !== undefined && row !== undefined && column !== undefined) {
      const across = rows.get(block)?.get(row) ?? NO_PIECES
      for (let i = 0; i < across.length && i < REACH.row; i++) {
        const ko = across[i]
        if (ko !== undefined && ko.passage.column !== column) add(ko, 'row', `${block} ${column}>${ko.passage.column}`)
      }
    }
    if (at.kind === 'cell') for (const ko of cellsOf(at.sheet, at.cell).slice(0, REACH.row)) add(ko, 'comment', 'cell')
    if (at.kind === 'layer') {
      const alike = layers.get(markedPath(at.path).stem) ?? []
      // Layers that nobody named are all called alike.
      if (alike.length <= REACH.layer) for (const ko of alike) add(ko, 'layer', '')
    }
    for (const { ko, side, nearness } of boxesBeside(zh, pieces)) add(ko, 'box', side, NEARNESS.box * nearness)
    aroundLines(zh, pieces, add)
    for (const ko of runs.get(zh.order) ?? []) add(pieces[ko], 'run', '')
    // In a file of one table there is no other one.
    if (block !== undefined && row !== undefined && column !== undefined && (rows.size > 1 || !rows.has(block)))
      for (const ko of placesOf(row, column).slice(0, REACH.place))
        if (ko.passage.block !== block) add(ko, 'place', `${block}>${ko.passage.block}`)
  }
  return found
}

type Add = (ko: Piece | undefined, relation: keyof typeof NEARNESS, pattern: string, nearness?: number) => void

function aroundLines(zh: Piece, pieces: readonly Piece[], add: Add): void {
  for (let d = 1; d <= REACH.line; d++)
    for (const step of [d, -d]) {
      const ko = pieces[zh.order + step]
      if (ko === undefined || ko.side !== 'ko') continue
      const isSameBlock = ko.passage.block !== undefined && ko.passage.block === zh.passage.block
      const isAside = isSameBlock && ko.passage.column !== zh.passage.column
      if (isSameBlock) add(ko, 'line', String(step), NEARNESS.line - 0.04 * (d - 1) - (isAside ? 0.12 : 0))
      else if (d <= REACH.near) add(ko, 'near', String(step), NEARNESS.near - 0.06 * (d - 1))
    }
}

function index(pieces: readonly Piece[], keyOf: (piece: Piece) => string | undefined): Map<string, Piece[]> {
  const map = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const key = piece.side === 'ko' ? keyOf(piece) : undefined
    if (key === undefined) continue
    const list = map.get(key)
    if (list) list.push(piece)
    else map.set(key, [piece])
  }
  return map
}

const NO_PIECES: readonly Piece[] = []

/** The Korean pieces of each cell, its comments among them. */
function cellsBySheet(pieces: readonly Piece[]): (sheet: string, cell: string) => readonly Piece[] {
  const sheets = new Map<string, Map<string, Piece[]>>()
  for (const piece of pieces) {
    const { at } = piece.passage
    if (piece.side !== 'ko' || at.kind !== 'cell') continue
    const cells = sheets.get(at.sheet) ?? new Map<string, Piece[]>()
    if (cells.size === 0) sheets.set(at.sheet, cells)
    const list = cells.get(at.cell)
    if (list) list.push(piece)
    else cells.set(at.cell, [piece])
  }
  return (sheet, cell) => sheets.get(sheet)?.get(cell) ?? NO_PIECES
}

/** The Korean pieces of each row and column of any block, looked through when first asked for. */
function placesOnce(pieces: readonly Piece[]): (row: number, column: number) => readonly Piece[] {
  let places: Map<string, Piece[]> | undefined
  return (row, column) => {
    places ??= index(pieces, ({ passage }) =>
      passage.block === undefined || passage.row === undefined || passage.column === undefined
        ? undefined
        : `${passage.row}\n${passage.column}`,
    )
    return places.get(`${row}\n${column}`) ?? NO_PIECES
  }
}

/** The Korean pieces of each row of each block. */
function rowsOf(pieces: readonly Piece[]): Map<string, Map<number, Piece[]>> {
  const blocks = new Map<string, Map<number, Piece[]>>()
  for (const piece of pieces) {
    const { block, row } = piece.passage
    if (piece.side !== 'ko' || block === undefined || row === undefined) continue
    const rows = blocks.get(block) ?? new Map<number, Piece[]>()
    if (rows.size === 0) blocks.set(block, rows)
    const list = rows.get(row)
    if (list) list.push(piece)
    else rows.set(row, [piece])
  }
  return blocks
}

/** One string for each pattern: they are looked up often, and a string made anew is hashed anew. */
function patternsOnce(): (relation: Relation, pattern: string) => string {
  const made = new Map<Relation, Map<string, string>>()
  return (relation, pattern) => {
    const ofRelation = made.get(relation) ?? new Map<string, string>()
    if (ofRelation.size === 0) made.set(relation, ofRelation)
    const known = ofRelation.get(pattern) ?? `${relation} ${pattern}`
    ofRelation.set(pattern, known)
    return known
  }
}

/** For a run of Chinese lines next to a run of about as many Korean lines: per Chinese piece the Korean pieces at the same place, one to either side. */
function runPartners(pieces: readonly Piece[]): Map<number, number[]> {
  const runs: { from: number; to: number }[] = []
  for (const [i, piece] of pieces.entries()) {
    const last = runs.at(-1)
    if (last && pieces[last.from]?.side === piece.side) last.to = i + 1
    else runs.push({ from: i, to: i + 1 })
  }
  const partners = new Map<number, number[]>()
  for (const [i, run] of runs.entries())
    for (const other of [runs[i + 1], runs[i - 1]]) {
      const length = run.to - run.from
      const otherLength = other ? other.to - other.from : 0
      if (!other || pieces[run.from]?.side !== 'zh' || length < 2 || length > REACH.run || otherLength > REACH.run) continue
      if (Math.abs(length - otherLength) > Math.max(1, length / 4)) continue
      for (let k = 0; k < length; k++) {
        const middle = other.from + Math.round((k * otherLength) / length)
        const list = [middle, middle - 1, middle + 1].filter((at) => at >= other.from && at < other.to)
        partners.set(run.from + k, [...(partners.get(run.from + k) ?? []), ...list])
      }
    }
  return partners
}
