import type { LanguageRun } from '../model/index.ts'
import { tellCyrillic, tellLatin } from './latin.ts'
import { KIND, KINDS } from './letters.ts'
import { type Counts, clear, countLetters, noCounts, type Told, tellHan } from './tell.ts'

/** A stretch of letters of one group of scripts, before its language is told. */
interface Piece {
  from: number
  to: number
  readonly group: number
  /** Whether a mark that separates texts stands before it. */
  readonly isBroken: boolean
}

/** Han and kana are one group: Japanese writes both in one word. */
const GROUP = new Uint8Array([0, 1, 2, 2, 4, 5, 6, 7, 0])
const CJK = 2
/** Letters of a Han gloss inside Korean, as in 원화(原畫)대로. */
const GLOSS_LETTERS = 4

/**
 * Divides a text into runs of one language each. Digits, punctuation, names of files, codes and abbreviations (E307_112, BG) belong to the run before them, or to the
 * first where none is before. A text without letters is one run `und`; an empty one has none.
 */
export function languageRuns(text: string): LanguageRun[] {
  if (text.length === 0) return []
  const pieces = piecesOf(text)
  const [only] = pieces
  if (only !== undefined && pieces.length === 1) return [runOf(tellPiece(text, only, true) ?? NO_LANGUAGE, 0, text.length)]
  const told = pieces.map((piece) => tellPiece(text, piece, false))
  settleGlosses(text, pieces, told)
  const runs: { told: Told; from: number }[] = []
  for (const [i, piece] of pieces.entries()) {
    const own = told[i]
    if (own === undefined) continue
    const last = runs.at(-1)
    const joined = last === undefined ? undefined : joinedTold(last.told, own)
    if (last !== undefined && joined !== undefined) last.told = joined
    else runs.push({ told: own, from: piece.from })
  }
  if (runs.length === 0) return [runOf(pieces.some(({ group }) => group === KIND.latin) ? LATIN : NO_LANGUAGE, 0, text.length)]
  // What stands between runs belongs to the one before it.
  return runs.map((run, i) => runOf(run.told, i === 0 ? 0 : run.from, runs[i + 1]?.from ?? text.length))
}

const NO_LANGUAGE: Told = { language: 'und', script: 'Zyyy', confidence: 1 }
const LATIN: Told = { language: 'und', script: 'Latn', confidence: 0.5 }
const OTHER_SCRIPT: Told = { language: 'und', script: 'Zyyy', confidence: 0.5 }
const KOREAN: Told = { language: 'ko', script: 'Hang', confidence: 0.95 }
const JAPANESE: Told = { language: 'ja', script: 'Jpan', confidence: 0.95 }
const GLOSS: Told = { language: 'ko', script: 'Hang', confidence: 0.7 }

function runOf({ language, script, confidence, candidates }: Told, from: number, to: number): LanguageRun {
  return candidates === undefined ? { from, to, language, script, confidence } : { from, to, language, script, confidence, candidates }
}

/** The hot loop: one look at each UTF-16 unit. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let group = 0
  let from = 0
  let end = 0
  let isBroken = false
  let wasBroken = false
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0
    const here = GROUP[kind] ?? 0
    if (here === 0) continue
    if (here === KIND.break) {
      isBroken = true
      continue
    }
    // A break divides Han letters alone: lines of one script in other groups are told together.
    if (here !== group || (isBroken && here === CJK)) {
      if (group !== 0) pieces.push({ from, to: end, group, isBroken: wasBroken })
      group = here
      from = at
      wasBroken = isBroken
    }
    isBroken = false
    end = at + 1
  }
  if (group !== 0) pieces.push({ from, to: end, group, isBroken: wasBroken })
  return pieces
}

/** One for all pieces: making it for each takes longer than counting. */
const counts: Counts = noCounts()

/** The language of a piece; undefined for Latin beside other letters that is no language: it is neutral there. */
function tellPiece(text: string, { from, to, group }: Piece, isAlone: boolean): Told | undefined {
  if (group === KIND.hangul) return KOREAN
  if (group === CJK) {
    clear(counts)
    countLetters(text, from, to, counts)
    return counts.kana > 0 ? JAPANESE : tellHan(counts, text, from, to)
  }
  if (group === KIND.cyrillic) return tellCyrillic(text, from, to)
  if (group !== KIND.latin) return OTHER_SCRIPT
  // The code of a shot goes on in digits and marks that belong to no script.
  let [start, end] = [from, to]
  while (start > 0 && isPartOfCode(text.charCodeAt(start - 1))) start--
  while (end < text.length && isPartOfCode(text.charCodeAt(end))) end++
  const told = tellLatin(text, start, end)
  return told.language === 'und' && !isAlone ? undefined : told
}

function isPartOfCode(unit: number): boolean {
  return KINDS[unit] === KIND.digit || unit === 0x5f
}

/** Han letters that hang on Hangul without a space, or stand in brackets behind it, are how Korean glosses a word: they are told as Korean. */
function settleGlosses(text: string, pieces: readonly Piece[], told: (Told | undefined)[]): void {
  for (const [i, piece] of pieces.entries()) {
    if (piece.group !== CJK || piece.to - piece.from > GLOSS_LETTERS || piece.isBroken || told[i]?.language === 'ja') continue
    const [before, after] = [pieces[i - 1], pieces[i + 1]]
    const isInBrackets =
      before?.group === KIND.hangul &&
      /^[(（[［]$/.test(text.slice(before.to, piece.from)) &&
      /^[)）\]］]/.test(text.slice(piece.to, piece.to + 1))
    const isAttached =
      (before?.group === KIND.hangul && before.to === piece.from) || (after?.group === KIND.hangul && after.from === piece.to)
    if (isInBrackets || isAttached) told[i] = GLOSS
  }
}

/** What two neighbouring stretches are together, where they are one run: the same language, or Han letters that could be the other's. */
function joinedTold(a: Told, b: Told): Told | undefined {
  if (a.language === b.language) return a.confidence >= b.confidence ? a : b
  const [open, other] = isOpenHan(a) ? [a, b] : [b, a]
  if (!isOpenHan(open)) return undefined
  return other.language === 'ja' || other.language.startsWith('zh') ? other : undefined
}

/** Han letters that do not tell Chinese from Japanese, or are called Chinese without saying which. */
function isOpenHan({ script, confidence }: Told): boolean {
  return script === 'Hani' && confidence <= 0.5
}
