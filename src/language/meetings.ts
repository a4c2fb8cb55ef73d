import { lexicon } from './lexicon.ts'
import { BREAK, type Found, type KoLine, type ZhLine } from './lines.ts'

/** A word or a run of readings that stands on both sides: places and lengths in `chars` and `syllables`. */
export interface Meeting {
  readonly zh: number
  readonly zhLength: number
  readonly ko: number
  readonly koLength: number
  readonly weight: number
  readonly kind: 'reading' | 'word'
}

/** Characters of the longest run of readings that counts as one. */
const LONGEST_RUN = 6
const HANGUL = 0xac00
const SYLLABLES = 11_172

/**
 * Places in the Chinese line that was indexed last, by concept or by reading. Lines are compared one Chinese line at a time, so that a table per Korean line would cost
 * more than the comparison. A slot holds when its stamp is the number of the line; `next` leads to the further places of the same key, -1 ends.
 */
interface Index {
  line: ZhLine | undefined
  number: number
  readonly stamps: Int32Array
  readonly first: Int32Array
  readonly places: number[]
  readonly next: number[]
}

function emptyIndex(keys: number): Index {
  return { line: undefined, number: 0, stamps: new Int32Array(keys), first: new Int32Array(keys), places: [], next: [] }
}

function begin(index: Index, line: ZhLine): void {
  index.line = line
  index.number++
  index.places.length = 0
  index.next.length = 0
}

function add(index: Index, key: number, place: number): void {
  if (key < 0 || key >= index.stamps.length) return
  index.next.push(slotOf(index, key))
  index.stamps[key] = index.number
  index.first[key] = index.places.length
  index.places.push(place)
}

/** The slot of the last place that was added under a key, or -1. */
function slotOf(index: Index, key: number): number {
  return index.stamps[key] === index.number ? (index.first[key] ?? -1) : -1
}

let concepts: Index | undefined
let readings: Index | undefined

/** All meetings of two lines, overlapping ones too: words of the lexicon, and runs of two or more characters whose readings stand in the same order without a gap. */
export function meetingsOf(zh: ZhLine, ko: KoLine): Meeting[] {
  concepts ??= emptyIndex(lexicon().entries)
  readings ??= emptyIndex(SYLLABLES)
  if (concepts.line !== zh) {
    begin(concepts, zh)
    begin(readings, zh)
    for (const [i, unit] of zh.found.entries()) for (const concept of unit.concepts) add(concepts, concept, i)
    for (let i = zh.chars.length - 2; i >= 0; i--)
      if (zh.chars[i + 1] !== BREAK) for (const reading of zh.readings[i] ?? []) add(readings, reading - HANGUL, i)
  }
  const meetings: Meeting[] = []
  for (const unit of ko.found) wordMeetings(concepts, zh, ko, unit, meetings)
  for (let at = 0; at + 1 < ko.syllables.length; at++) {
    const key = (ko.syllables[at] ?? 0) - HANGUL
    for (let slot = slotOf(readings, key); slot >= 0; slot = readings.next[slot] ?? -1) {
      const i = readings.places[slot] ?? -1
      let length = 1
      while (length < LONGEST_RUN && zh.readings[i + length]?.includes(ko.syllables[at + length] ?? 0)) length++
      if (length > 1) meetings.push({ zh: i, zhLength: length, ko: at, koLength: length, weight: 0.5 * length, kind: 'reading' })
    }
  }
  return meetings
}

/** Adds what a Korean word meets; two words that share several concepts meet once. */
function wordMeetings(index: Index, zh: ZhLine, ko: KoLine, { start, length, concepts: meanings }: Found, meetings: Meeting[]): void {
  const before = meetings.length
  for (const concept of meanings)
    for (let slot = slotOf(index, concept); slot >= 0; slot = index.next[slot] ?? -1) {
      const unit = zh.found[index.places[slot] ?? -1]
      if (unit === undefined || hasMet(meetings, before, unit)) continue
      const isInside = length === 1 && !ko.starts[start]
      const weight = unit.weight * (isInside ? 0.5 : length === 1 ? 0.8 : 1) * (unit.length === 1 ? 0.85 : 1)
      meetings.push({ zh: unit.start, zhLength: unit.length, ko: start, koLength: length, weight, kind: 'word' })
    }
}

function hasMet(meetings: readonly Meeting[], from: number, { start, length }: Found): boolean {
  for (let i = from; i < meetings.length; i++) if (meetings[i]?.zh === start && meetings[i]?.zhLength === length) return true
  return false
}
