import { type Passage, readableText } from '../model/index.ts'
import { isHan, isHangulSyllable } from './chinese.ts'

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

/** How two pieces lie to each other. `inside`: parts of one passage; `row`: one table row; `comment`: a cell and its comment; `line`: lines of one block;
 * `run`: same place in two runs of lines; `place`: same row and column of another block; `near`: next in reading order, other block. */
export type Relation = 'inside' | 'row' | 'comment' | 'line' | 'run' | 'place' | 'near'

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
const REACH = { line: 5, near: 3, row: 8, place: 6, run: 400 } as const
const NEARNESS: Readonly<Record<Relation, number>> = { inside: 1.15, row: 1.1, comment: 1.08, line: 1, run: 0.97, place: 0.92, near: 0.95 }

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

function partsOf(passage: Passage): { text: string; side: 'zh' | 'ko' }[] {
  const text = readableText(passage)
  const { han, hangul, other } = count(text)
  if (hangul > 0 && han > 0 && hangul + han > 3) {
    const parts = text.split('\n').flatMap(splitByScript)
    if (parts.some(({ side }) => side === 'zh') && parts.some(({ side }) => side === 'ko')) return joinAlike(parts)
  }
  const isChinese = passage.language.startsWith('zh') || (passage.language === 'und' && passage.script.startsWith('Han'))
  if (isChinese && han > 0 && hangul === 0 && other === 0) return [{ text, side: 'zh' }]
  return hangul > 0 && (passage.language === 'ko' || hangul >= han) ? [{ text, side: 'ko' }] : []
}

function count(text: string): { han: number; hangul: number; other: number } {
  let [han, hangul, other] = [0, 0, 0]
  for (const c of text) {
    if (isHangulSyllable(c)) hangul++
    else if (isHan(c)) han++
    else if (/[\u3041-\u30fa]/u.test(c)) other++
  }
  return { han, hangul, other }
}

/** A line whose Han letters all stand before its Hangul letters, or all after, is two pieces; two letters each at least. */
function splitByScript(line: string): { text: string; side: 'zh' | 'ko' }[] {
  const letters = [...line.matchAll(/\p{Script=Han}|[가-힣]/gu)]
  const { han, hangul } = count(line)
  if (hangul === 0) return han > 1 ? [{ text: line.trim(), side: 'zh' }] : []
  if (han === 0) return [{ text: line.trim(), side: 'ko' }]
  const isKorean = letters.map(([c]) => isHangulSyllable(c))
  const changes = isKorean.filter((korean, i) => i > 0 && korean !== isKorean[i - 1]).length
  if (changes !== 1 || han < 2 || hangul < 2) return [{ text: line.trim(), side: hangul >= han ? 'ko' : 'zh' }]
  const cut = letters[isKorean.indexOf(!isKorean[0])]?.index ?? 0
  const halves = [line.slice(0, cut), line.slice(cut)].map((half) =>
    half.replace(/^[\s/|／｜:：)）\-–—→=]+|[\s/|／｜:：(（\-–—→=]+$/gu, ''),
  )
  const first = isKorean[0] ? 'ko' : 'zh'
  return halves.map((text, i) => ({ text, side: i === 0 ? first : first === 'ko' ? 'zh' : 'ko' }))
}

/** When lines come as one run of each language they are two wholes, not many lines. */
function joinAlike(parts: { text: string; side: 'zh' | 'ko' }[]): { text: string; side: 'zh' | 'ko' }[] {
  const changes = parts.filter((part, i) => i > 0 && part.side !== parts[i - 1]?.side).length
  if (changes !== 1) return parts
  const sides = [parts[0]?.side ?? 'zh', parts.at(-1)?.side ?? 'ko'] as const
  return sides.map((side) => ({
    side,
    text: parts
      .filter((part) => part.side === side)
      .map(({ text }) => text)
      .join('\n'),
  }))
}

/** All neighbours of an exhibit, each pair of pieces once, in its closest relation. Work is linear in the number of pieces. */
export function neighboursOf(pieces: readonly Piece[]): Neighbours[] {
  const rows = index(pieces, ({ passage: { block, row } }) => (block === undefined || row === undefined ? undefined : `${block}\n${row}`))
  const cells = index(pieces, ({ passage: { at } }) => (at.kind === 'cell' ? `${at.sheet}\n${at.cell}` : undefined))
  const places = index(pieces, ({ passage: { block, row, column } }) =>
    block === undefined || row === undefined || column === undefined ? undefined : `${row}\n${column}`,
  )
  const runs = runPartners(pieces)
  const found: Neighbours[] = []
  for (const zh of pieces) {
    if (zh.side !== 'zh') continue
    const seen = new Set<Piece>()
    const add = (ko: Piece | undefined, relation: Relation, pattern: string, nearness = NEARNESS[relation]) => {
      if (ko === undefined || ko.side !== 'ko' || seen.has(ko)) return
      seen.add(ko)
      found.push({ zh, ko, relation, nearness, pattern: `${relation} ${pattern}` })
    }
    const { block, row, column, at } = zh.passage
    for (let d = -4; d <= 4; d++)
      if (pieces[zh.order + d]?.source === zh.source)
        add(pieces[zh.order + d], 'inside', String(Math.sign(d)), NEARNESS.inside - 0.06 * (Math.abs(d) - 1))
    if (block !== undefined && row !== undefined && column !== undefined)
      for (const ko of (rows.get(`${block}\n${row}`) ?? []).slice(0, REACH.row))
        if (ko.passage.column !== column) add(ko, 'row', `${block} ${column}>${ko.passage.column}`)
    if (at.kind === 'cell') for (const ko of (cells.get(`${at.sheet}\n${at.cell}`) ?? []).slice(0, REACH.row)) add(ko, 'comment', 'cell')
    aroundLines(zh, pieces, add)
    for (const ko of runs.get(zh.order) ?? []) add(pieces[ko], 'run', '')
    if (block !== undefined && row !== undefined && column !== undefined)
      for (const ko of (places.get(`${row}\n${column}`) ?? []).slice(0, REACH.place))
        if (ko.passage.block !== block) add(ko, 'place', `${block}>${ko.passage.block}`)
  }
  return found
}

type Add = (ko: Piece | undefined, relation: Relation, pattern: string, nearness?: number) => void

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
