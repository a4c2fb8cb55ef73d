import { NEGATION_KO, NEGATION_ZH, OPPOSITES, PROHIBITION_KO, PROHIBITION_ZH } from './tables/opposites.ts'
import { childOf, type WordTree, wordTree } from './word-tree.ts'

/** A class that a line names, with the members it names as bits: `place * MEMBERS + bits`. */
export type Named = number
/** More than all bits of the members of a class. */
export const MEMBERS = 1024

/** What the patterns of a language say of a line. */
export interface Told {
  /** The classes of the table of opposites that it names, in their order. */
  readonly classes: readonly Named[]
  readonly prohibits: boolean
  readonly negates: boolean
  /** Whether it holds one of the words that were asked for, see {@link Side}. */
  readonly hasNumeral: boolean
}

/** What a piece of text that was found says of one row of patterns. */
interface Hit {
  readonly row: number
  /** Members of the row as bits. */
  readonly bits: number
  /** Whether the piece is all that the pattern asks for; else the pattern has to be tried. */
  readonly isWhole: boolean
}

/** The patterns of one language, ready to be looked for. */
export interface Side {
  /** Pieces of text without which no pattern matches: sixty patterns a line would take longer than everything else. */
  readonly pieces: WordTree<readonly Hit[]>
  /** Per row and member what is left to be tried: its alternatives that are more than a piece of text. */
  readonly rules: readonly (readonly RegExp[])[]
  /** Members with an alternative that needs no certain piece of text. */
  readonly always: readonly Hit[]
}

const NONE: readonly Named[] = []
const NOTHING: Told = { classes: NONE, prohibits: false, negates: false, hasNumeral: false }
/** Rows after those of the table. */
const [PROHIBITION, NEGATION, NUMERAL, ROWS] = [OPPOSITES.length, OPPOSITES.length + 1, OPPOSITES.length + 2, OPPOSITES.length + 3]

/** Members found, and those whose pattern is to be tried, per row; used again for each line. */
const sure = new Int32Array(ROWS)
const open = new Int32Array(ROWS)

/** The patterns of Chinese; `numerals` are the words that {@link Told.hasNumeral} speaks of. */
export function zhPatterns(numerals: readonly string[]): Side {
  return sideOf([...OPPOSITES.map((members) => members.map(([, zh]) => zh)), [PROHIBITION_ZH], [NEGATION_ZH], [numerals.join('|')]])
}

/** The patterns of Korean, for text with a blank before every word and nothing but Hangul; `numerals` as in {@link zhPatterns}. */
export function koPatterns(numerals: readonly string[]): Side {
  const rows = [...OPPOSITES.map((members) => members.map(([, , ko]) => ko)), [PROHIBITION_KO], [NEGATION_KO], [numerals.join('|')]]
  return sideOf(rows.map((patterns) => patterns.map((pattern) => pattern.replaceAll('^', ' '))))
}

/** What a text says by the patterns of its language: the same as if every pattern were tried on it. */
export function toldIn(text: string, { pieces, rules, always }: Side): Told {
  let met = always.length
  for (const hit of always) note(hit)
  for (let start = 0; start < text.length; start++) {
    let node = childOf(pieces, 0, text.charCodeAt(start))
    for (let end = start + 1; node !== 0; end++) {
      const hits = pieces.words[node]
      if (hits !== undefined) {
        met++
        for (let i = 0; i < hits.length; i++) note(hits[i] as Hit)
      }
      // Past the end stands no letter, and no piece holds NUL.
      node = childOf(pieces, node, end < text.length ? text.charCodeAt(end) : 0)
    }
  }
  if (met === 0) return NOTHING
  let classes: Named[] | undefined
  for (let row = 0; row < ROWS; row++) {
    const rest = (open[row] ?? 0) & ~(sure[row] ?? 0)
    if (rest !== 0) sure[row] = (sure[row] ?? 0) | triedOn(text, rules[row] ?? [], rest)
    if (sure[row] !== 0 && row < OPPOSITES.length) {
      classes ??= []
      classes.push(row * MEMBERS + (sure[row] ?? 0))
    }
  }
  const told = {
    classes: classes ?? NONE,
    prohibits: sure[PROHIBITION] !== 0,
    negates: sure[NEGATION] !== 0,
    hasNumeral: sure[NUMERAL] !== 0,
  }
  sure.fill(0)
  open.fill(0)
  return told
}

function note({ row, bits, isWhole }: Hit): void {
  const marks = isWhole ? sure : open
  marks[row] = (marks[row] ?? 0) | bits
}

/** Bits of the members among `bits` whose pattern matches. */
function triedOn(text: string, members: readonly RegExp[], bits: number): number {
  let met = 0
  for (let i = 0; i < members.length; i++) if ((bits & (1 << i)) !== 0 && members[i]?.test(text)) met |= 1 << i
  return met
}

/** A pattern that is nothing but the text it looks for. */
const PLAIN = /^[^()[\]?*+.|{}\\^$]+$/

function sideOf(rows: readonly (readonly string[])[]): Side {
  const pieces = new Map<string, Hit[]>()
  const always: Hit[] = []
  const rules = rows.map((members, row) =>
    members.map((pattern, member) => {
      const bits = 1 << member
      const more = alternatives(pattern).filter((alternative) => {
        const isWhole = PLAIN.test(alternative)
        const needed = isWhole ? [alternative] : piecesOf(alternative)
        if (needed === undefined) always.push({ row, bits, isWhole })
        for (const piece of needed ?? []) pieces.set(piece, [...(pieces.get(piece) ?? []), { row, bits, isWhole }])
        return !isWhole
      })
      return new RegExp(more.length > 0 ? more.join('|') : '(?!)')
    }),
  )
  return { pieces: wordTree(pieces), rules, always }
}

/** The alternatives of a pattern that stand in no group. */
function alternatives(pattern: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i)
    if (c === '(' || c === '[') depth++
    else if (c === ')' || c === ']') depth--
    else if (c === '|' && depth === 0) {
      found.push(pattern.slice(from, i))
      from = i + 1
    }
  }
  return [...found, pattern.slice(from)]
}

/** Pieces of text of which every match of an alternative holds one: its longest stretch of letters outside groups, or one of each alternative of a group. Undefined when there is none. */
function piecesOf(alternative: string): readonly string[] | undefined {
  const runs: string[] = []
  const groups: string[] = []
  let run = ''
  let [depth, from] = [0, 0]
  for (let i = 0; i < alternative.length; i++) {
    const c = alternative.charAt(i)
    const isOptional = /[?*{]/.test(alternative.charAt(i + 1))
    if (c === '(' || c === '[') {
      if (depth++ === 0) from = i
    } else if (c === ')' || c === ']') {
      if (--depth === 0 && !isOptional && alternative.startsWith('(?:', from)) groups.push(alternative.slice(from + 3, i))
    } else if (depth === 0 && /[ \u3400-\u9fff\uac00-\ud7a3]/.test(c) && !isOptional) {
      run += c
      continue
    }
    runs.push(run)
    run = ''
  }
  const longest = [...runs, run].reduce((best, other) => (other.length >= best.length ? other : best), '')
  if (longest !== '') return [longest]
  for (const group of groups) {
    const needed = alternatives(group).map(piecesOf)
    if (!needed.includes(undefined)) return needed.flatMap((pieces) => pieces ?? [])
  }
  return undefined
}
