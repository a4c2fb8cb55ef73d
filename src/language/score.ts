import { agree, koFacts, type LineFacts, zhFacts } from './facts.ts'
import { WEIGHTS } from './lexicon.ts'
import { type KoLine, koLine, type ZhLine, zhLine } from './lines.ts'
import { type Meeting, type Meetings, meetingsOf } from './meetings.ts'

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
  const { plain, chars, han, readings, found, weights } = zhLine(text)
  return { plain, chars, han, readings, found, weights, facts: zhFacts(plain) }
}

/** Prepares a Korean line for {@link likeness}. */
export function koSide(text: string): KoSide {
  const { syllables, found, weights } = koLine(text)
  return { syllables, found, weights, facts: koFacts(text) }
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
  const taken: number[] = []
  sortMeetings(meetings)
  zhUsed = unused(zhUsed, zh.chars.length)
  koUsed = unused(koUsed, ko.syllables.length)
  let support = 0
  for (let i = 0; i < meetings.count; i++) {
    const m = meetings.list[i]
    if (m === undefined || isTaken(zhUsed, m.zh, m.zhLength) || isTaken(koUsed, m.ko, m.koLength)) continue
    for (let at = m.zh; at < m.zh + m.zhLength; at++) zhUsed[at] = 1
    for (let at = m.ko; at < m.ko + m.koLength; at++) koUsed[at] = 1
    support += m.weight
    // The record itself is used again for the next lines.
    if (m.weight > WEIGHTS.light) taken.push(m.kind === 'reading' ? 1 : 0, m.zh, m.zhLength, m.ko, m.koLength)
  }
  support += facts.shared.reduce((sum, token) => sum + (token.length > 2 ? 0.8 : 0.4), 0)
  const zhCovered = covered(zh.weights, zhUsed, facts.shared.length)
  const koCovered = covered(ko.weights, koUsed, facts.shared.length)
  const score = scoreOf(zhCovered, koCovered, support, facts.conflict, lengthsFit(zh, ko))
  return {
    score,
    support,
    zhCovered,
    koCovered,
    conflict: facts.conflict,
    readings: () => shownMeetings(taken, 1, zh, ko),
    words: () => shownMeetings(taken, 0, zh, ko),
    shared: facts.shared,
    conflicts: facts.conflicts,
  }
}

/** Marks of the places that a meeting has taken, for the two lines compared last. */
let zhUsed = new Uint8Array(256)
let koUsed = new Uint8Array(256)

/** No place marked; made anew only for a longer line. */
function unused(marks: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length > marks.length) return new Uint8Array(2 * length)
  for (let i = 0; i < length; i++) marks[i] = 0
  return marks
}

/** Meetings up to which the sort by insertion is the faster one. */
const FEW = 24

/** The heaviest first; of equals the one that came first. */
function sortMeetings({ list, count }: Meetings): void {
  if (count > FEW) {
    const sorted = list.slice(0, count).sort(byWeight)
    for (let i = 0; i < count; i++) list[i] = sorted[i] as Meeting
    return
  }
  for (let i = 1; i < count; i++) {
    const own = list[i] as Meeting
    let at = i - 1
    for (; at >= 0 && byWeight(list[at] as Meeting, own) > 0; at--) list[at + 1] = list[at] as Meeting
    list[at + 1] = own
  }
}

function byWeight(a: Meeting, b: Meeting): number {
  return b.weight - a.weight || b.zhLength + b.koLength - a.zhLength - a.koLength || a.zh - b.zh || a.ko - b.ko
}

/** Whether all that meets would be too little even if nothing overlapped. */
function isTooLittle({ list, count }: Meetings): boolean {
  let most = 0
  for (let i = 0; i < count; i++) most += list[i]?.weight ?? 0
  return most < LEAST_SUPPORT
}

/** Meetings in words; `taken` has five numbers each: 1 for a reading, then places and lengths. */
function shownMeetings(taken: readonly number[], kind: 0 | 1, { chars }: ZhSide, { syllables }: KoSide): string[] {
  const shown: string[] = []
  for (let i = 0; i < taken.length; i += 5) {
    if (taken[i] !== kind) continue
    const [zh, ko] = [taken[i + 1] ?? 0, taken[i + 3] ?? 0]
    let text = ''
    for (let at = zh; at < zh + (taken[i + 2] ?? 0); at++) text += String.fromCodePoint(chars[at] ?? 0)
    text += '='
    for (let at = ko; at < ko + (taken[i + 4] ?? 0); at++) text += String.fromCharCode(syllables[at] ?? 0)
    shown.push(text)
  }
  return shown
}

function isTaken(used: Uint8Array, from: number, length: number): boolean {
  for (let i = from; i < from + length; i++) if (used[i] === 1) return true
  return false
}

function covered(weights: readonly number[], used: Uint8Array, shared: number): number {
  const bonus = 0.4 * shared
  let all = bonus
  let met = bonus
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0
    all += weight
    if (used[i] === 1) met += weight
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
