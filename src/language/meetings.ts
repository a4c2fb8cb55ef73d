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
  /** Per key the stamp and the first place, beside each other in memory. */
  readonly slots: Int32Array
  readonly places: number[]
  readonly next: number[]
}

function emptyIndex(keys: number): Index {
  return { line: undefined, number: 0, slots: new Int32Array(2 * keys), places: [], next: [] }
}

function begin(index: Index, line: ZhLine): void {
  index.line = line
  index.number++
  index.places.length = 0
  index.next.length = 0
}

function add(index: Index, key: number, place: number): void {
  if (key < 0 || 2 * key >= index.slots.length) return
  index.next.push(slotOf(index, key))
  index.slots[2 * key] = index.number
  index.slots[2 * key + 1] = index.places.length
  index.places.push(place)
}

/** The slot of the last place that was added under a key, or -1. */
function slotOf(index: Index, key: number): number {
  return index.slots[2 * key] === index.number ? (index.slots[2 * key + 1] ?? -1) : -1
}

let concepts: Index | undefined
let readings: Index | undefined

/** Meetings of the two lines compared last: the first `count` of `list`. The records are used again for the next two lines, as most couples of lines are refused at once. */
export interface Meetings {
  readonly list: Meeting[]
  readonly count: number
}

const met: { list: { -readonly [K in keyof Meeting]: Meeting[K] }[]; count: number } = { list: [], count: 0 }
/** Records kept for the next lines. */
const KEPT_RECORDS = 1024

function meet(zh: number, zhLength: number, ko: number, koLength: number, weight: number, kind: Meeting['kind']): void {
  const record = met.list[met.count++]
  if (record === undefined) {
    met.list.push({ zh, zhLength, ko, koLength, weight, kind })
    return
  }
  record.zh = zh
  record.zhLength = zhLength
  record.ko = ko
  record.koLength = koLength
  record.weight = weight
  record.kind = kind
}

/** All meetings of two lines, overlapping ones too: words of the lexicon, and runs of two or more characters whose readings stand in the same order without a gap. They hold until the next call. */
export function meetingsOf(zh: ZhLine, ko: KoLine): Meetings {
  concepts ??= emptyIndex(lexicon().entries)
  readings ??= emptyIndex(SYLLABLES)
  if (concepts.line !== zh) {
    begin(concepts, zh)
    begin(readings, zh)
    for (let i = 0; i < zh.found.length; i++) for (const concept of zh.found[i]?.concepts ?? []) add(concepts, concept, i)
    for (let i = zh.chars.length - 2; i >= 0; i--)
      if (zh.chars[i + 1] !== BREAK) for (const reading of zh.readings[i] ?? []) add(readings, reading - HANGUL, i)
  }
  if (met.list.length > KEPT_RECORDS) met.list = []
  met.count = 0
  for (const unit of ko.found) wordMeetings(concepts, zh, ko, unit)
  readingMeetings(readings, zh, ko)
  return met
}

function readingMeetings(index: Index, zh: ZhLine, { syllables }: KoLine): void {
  for (let at = 0; at + 1 < syllables.length; at++) {
    for (let slot = slotOf(index, (syllables[at] ?? 0) - HANGUL); slot >= 0; slot = index.next[slot] ?? -1) {
      const i = index.places[slot] ?? -1
      let length = 1
      while (length < LONGEST_RUN && isRead(zh.readings[i + length], syllables[at + length] ?? 0)) length++
      if (length > 1) meet(i, length, at, length, 0.5 * length, 'reading')
    }
  }
}

function isRead(own: readonly number[] | undefined, syllable: number): boolean {
  if (own !== undefined) for (let i = 0; i < own.length; i++) if (own[i] === syllable) return true
  return false
}

/** Adds what a Korean word meets; two words that share several concepts meet once. */
function wordMeetings(index: Index, zh: ZhLine, ko: KoLine, { start, length, concepts: meanings }: Found): void {
  const before = met.count
  for (let k = 0; k < meanings.length; k++)
    for (let slot = slotOf(index, meanings[k] ?? -1); slot >= 0; slot = index.next[slot] ?? -1) {
      const unit = zh.found[index.places[slot] ?? -1]
      if (unit === undefined || hasMet(before, unit)) continue
      const isInside = length === 1 && !ko.starts[start]
      const weight = unit.weight * (isInside ? 0.5 : length === 1 ? 0.8 : 1) * (unit.length === 1 ? 0.85 : 1)
      meet(unit.start, unit.length, start, length, weight, 'word')
    }
}

function hasMet(from: number, { start, length }: Found): boolean {
  for (let i = from; i < met.count; i++) if (met.list[i]?.zh === start && met.list[i]?.zhLength === length) return true
  return false
}
