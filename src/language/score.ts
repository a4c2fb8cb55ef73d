import { agree, koFacts, type LineFacts, zhFacts } from './facts.ts'
import { WEIGHTS } from './lexicon.ts'
import { type KoLine, koLine, type ZhLine, zhLine } from './lines.ts'
import { type Meeting, meetingsOf } from './meetings.ts'

/** A line with its facts. */
export interface ZhSide extends ZhLine {
  readonly facts: LineFacts
}
/** A line with its facts. */
export interface KoSide extends KoLine {
  readonly facts: LineFacts
}

/** How much two lines say the same, by words alone; layout is added by the caller. */
export interface Likeness {
  /** 0 … 1 before layout. */
  readonly score: number
  /** Sum of the weights of what met. */
  readonly support: number
  /** Weighed share of each line that the other meets, 0 … 1. */
  readonly zhCovered: number
  readonly koCovered: number
  readonly conflict: number
  /** What met, as `造型=조형`: by readings and by the lexicon. */
  readonly readings: () => readonly string[]
  readonly words: () => readonly string[]
  readonly shared: readonly string[]
  readonly conflicts: readonly string[]
}

/** Prepares a Chinese line for {@link likeness}. */
export function zhSide(text: string): ZhSide {
  const line = zhLine(text)
  return { ...line, facts: zhFacts(line.plain) }
}

/** Prepares a Korean line for {@link likeness}. */
export function koSide(text: string): KoSide {
  return { ...koLine(text), facts: koFacts(text) }
}

/** What must have met at all: about one ordinary word. */
export const LEAST_SUPPORT = 0.45
/** A conflict this heavy is never a pair, whatever else meets; words are then not compared. */
export const REFUSED = 0.75
const NOTHING: Likeness = {
  score: 0,
  support: 0,
  zhCovered: 0,
  koCovered: 0,
  conflict: 0,
  readings: () => [],
  words: () => [],
  shared: [],
  conflicts: [],
}

/** Compares a Chinese with a Korean line: words of the lexicon, runs of Sino-Korean readings, numbers, codes, closed classes. */
export function likeness(zh: ZhSide, ko: KoSide): Likeness {
  const meetings = meetingsOf(zh, ko)
  if ((zh.facts.isPlain || ko.facts.isPlain) && isTooLittle(meetings)) return NOTHING
  const facts = agree(zh.facts, ko.facts)
  if (facts.conflict >= REFUSED) return { ...NOTHING, conflict: facts.conflict, conflicts: facts.conflicts }
  const taken: Meeting[] = []
  meetings.sort((a, b) => b.weight - a.weight || b.zhLength + b.koLength - a.zhLength - a.koLength || a.zh - b.zh || a.ko - b.ko)
  const zhUsed = new Array<boolean>(zh.chars.length).fill(false)
  const koUsed = new Array<boolean>(ko.syllables.length).fill(false)
  let support = 0
  for (const m of meetings) {
    if (isTaken(zhUsed, m.zh, m.zhLength) || isTaken(koUsed, m.ko, m.koLength)) continue
    zhUsed.fill(true, m.zh, m.zh + m.zhLength)
    koUsed.fill(true, m.ko, m.ko + m.koLength)
    support += m.weight
    taken.push(m)
  }
  support += facts.shared.reduce((sum, token) => sum + (token.length > 2 ? 0.8 : 0.4), 0)
  const zhCovered = covered(zh.weights, zhUsed, facts.shared.length)
  const koCovered = covered(ko.weights, koUsed, facts.shared.length)
  const score = scoreOf(zhCovered, koCovered, support, facts.conflict, lengthsFit(zh, ko))
  const shown = (kind: Meeting['kind']) =>
    taken.filter((m) => m.kind === kind && m.weight > WEIGHTS.light).map((m) => shownMeeting(m, zh, ko))
  return {
    score,
    support,
    zhCovered,
    koCovered,
    conflict: facts.conflict,
    readings: () => shown('reading'),
    words: () => shown('word'),
    shared: facts.shared,
    conflicts: facts.conflicts,
  }
}

/** Whether all that meets would be too little even if nothing overlapped. */
function isTooLittle(meetings: readonly Meeting[]): boolean {
  let most = 0
  for (const { weight } of meetings) most += weight
  return most < LEAST_SUPPORT
}

function shownMeeting(m: Meeting, zh: ZhSide, ko: KoSide): string {
  const chinese = String.fromCodePoint(...zh.chars.slice(m.zh, m.zh + m.zhLength))
  return `${chinese}=${String.fromCharCode(...ko.syllables.slice(m.ko, m.ko + m.koLength))}`
}

function isTaken(used: readonly boolean[], from: number, length: number): boolean {
  for (let i = from; i < from + length; i++) if (used[i]) return true
  return false
}

function covered(weights: readonly number[], used: readonly boolean[], shared: number): number {
  const bonus = 0.4 * shared
  let all = bonus
  let met = bonus
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0
    all += weight
    if (used[i]) met += weight
  }
  return all === 0 ? 0 : met / all
}

/** Korean instructions have about one to four syllables per Chinese character; far outside, the lines differ in content. */
function lengthsFit(zh: ZhSide, ko: KoSide): boolean {
  const { han } = zh
  const ratio = ko.syllables.length / Math.max(1, han)
  return han + ko.syllables.length < 8 || (ratio >= 0.6 && ratio <= 4.5)
}

function scoreOf(zhCovered: number, koCovered: number, support: number, conflict: number, fits: boolean): number {
  const both = zhCovered + koCovered === 0 ? 0 : (2 * zhCovered * koCovered) / (zhCovered + koCovered)
  const strength = 1 - Math.exp(-support / 0.9)
  return Math.max(0, both * strength * Math.max(0, 1 - 0.75 * conflict) * (fits ? 1 : 0.6))
}
