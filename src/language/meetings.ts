import { lexicon, type Meanings, type Word } from './lexicon.ts'
import { BREAK, FOUND, INSIDE_WORD, type KoLine, type ZhLine } from './lines.ts'

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
const NONE: readonly number[] = []

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
  const { entries, koMeanings, zhTree } = lexicon()
  const { words } = zhTree
  concepts ??= emptyIndex(entries)
  readings ??= emptyIndex(SYLLABLES)
  if (concepts.line !== zh) {
    begin(concepts, zh)
    begin(readings, zh)
    for (let i = 0; i < zh.found.length; i += FOUND) {
      const meanings = words[zh.found[i + 2] ?? 0]?.concepts ?? NONE
      for (let k = 0; k < meanings.length; k++) add(concepts, meanings[k] ?? -1, i)
    }
    for (let i = zh.chars.length - 2; i >= 0; i--)
      if (zh.chars[i + 1] !== BREAK) {
        const own = zh.readings[i] ?? NONE
        for (let k = 0; k < own.length; k++) add(readings, (own[k] ?? 0) - HANGUL, i)
      }
  }
  if (met.list.length > KEPT_RECORDS) met.list = []
  met.count = 0
  wordMeetings(concepts, zh, words, ko, koMeanings)
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

/** Adds what the Korean words meet; two words that share several concepts meet once. */
function wordMeetings(
  index: Index,
  zh: ZhLine,
  words: readonly (Word | undefined)[],
  { found }: KoLine,
  { first, concepts }: Meanings,
): void {
  const { slots, number } = index
  for (let at = 0; at < found.length; at += FOUND) {
    const word = found[at + 2] ?? 0
    const end = first[(word >> 1) + 1] ?? 0
    const before = met.count
    for (let k = first[word >> 1] ?? 0; k < end; k++) {
      const concept = concepts[k] ?? 0
      if (slots[2 * concept] !== number) continue
      for (let slot = slots[2 * concept + 1] ?? -1; slot >= 0; slot = index.next[slot] ?? -1) {
        const place = index.places[slot] ?? 0
        const [start, length] = [zh.found[place] ?? 0, zh.found[place + 1] ?? 0]
        if (hasMet(before, start, length)) continue
        const koLength = found[at + 1] ?? 0
        const factor = (word & 1) === 1 ? INSIDE_WORD : koLength === 1 ? 0.8 : 1
        const weight = (words[zh.found[place + 2] ?? 0]?.weight ?? 0) * factor * (length === 1 ? 0.85 : 1)
        meet(start, length, found[at] ?? 0, koLength, weight, 'word')
      }
    }
  }
}

function hasMet(from: number, start: number, length: number): boolean {
  for (let i = from; i < met.count; i++) if (met.list[i]?.zh === start && met.list[i]?.zhLength === length) return true
  return false
}
