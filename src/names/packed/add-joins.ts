import { isArabicText } from '../arabic.ts'
import type { NameToken } from '../tokens.ts'
import { isTranscribed } from '../transcription.ts'
import { addItems } from './hash.ts'
import { joinHash, joinsOf, type PackedNames } from './packed-names.ts'
import type { Room } from './room.ts'
import type { Wanted } from './wanted.ts'
import { type Near, nearWords, numberOf, type Words } from './words.ts'

/** What first letters count of the words that they stand for. */
const INITIALS = 0.7

/** What joins give to one row: spans that overlap give what the best of them gives. */
interface Joined {
  readonly before: number
  sum: number
  /** What the span that ends last gave, and its end. */
  last: number
  to: number
}

/** Words that are written apart on one side, as first letters only, or divided at another place. Gives the rows that have such words. */
export function addJoins(
  packed: PackedNames,
  room: Room,
  tokens: readonly NameToken[],
  wanted: readonly Wanted[],
): ReadonlyMap<number, unknown> {
  const { joins, words, postingAt, postings } = packed
  const { sums, touched } = room
  const rows: number[] = []
  const found = new Map<number, Joined>()
  const give = (row: number, gain: number, from: number, to: number) => {
    if (gain <= 0) return
    const one = found.get(row)
    if (!one) {
      const before = sums[row * 2] ?? 0
      if (before === 0) touched[room.count++] = row
      found.set(row, { before, sum: gain, last: gain, to })
    } else if (from >= one.to) {
      one.sum += gain
      one.last = gain
      one.to = to
    } else if (gain > one.last) {
      one.sum += gain - one.last
      one.last = gain
      one.to = to
    }
  }
  for (const [i, { shown, spellings }] of tokens.entries()) {
    // One character is one syllable: no words written together, and no first letters.
    if (shown.length === 1) continue
    for (const { text } of spellings) {
      if (text.length < 3) continue
      const weight = wanted[i]?.weight ?? 0
      rows.length = 0
      addItems(joins, joinHash(text, false), rows)
      for (const row of rows) give(row, weight, i, i + 1)
      rows.length = 0
      addItems(joins, joinHash(text, true), rows)
      for (const row of rows) give(row, INITIALS * weight, i, i + 1)
    }
  }
  for (const { from, to, text, isInitials } of joinsOf(tokens)) {
    let weight = 0
    for (let i = from; i < to; i++) weight += wanted[i]?.weight ?? 0
    rows.length = 0
    if (!isInitials) addItems(joins, joinHash(text, false), rows)
    // Words of the span that the row has as they are have given theirs.
    for (const row of rows) give(row, weight - (sums[row * 2] ?? 0), from, to)
    for (const { word, likeness } of wholesOf(words, text, isInitials)) {
      // What the word gave as one of the span's own words is not given twice.
      let given = 0
      for (let i = from; i < to; i++) given = Math.max(given, givenBy(wanted[i], word))
      const gain = (isInitials ? INITIALS : 1) * weight * likeness - given
      for (let k = postingAt[word] ?? 0; k < (postingAt[word + 1] ?? 0); k++) give(postings[k] ?? 0, gain, from, to)
    }
  }
  for (const [row, { before, sum }] of found) sums[row * 2] = before + sum
  return found
}

/** Words of the list that neighbouring words written together may be. */
function wholesOf(words: Words, text: string, isInitials: boolean): readonly Near[] {
  if (!isInitials && (isArabicText(text) || isTranscribed(text))) return nearWords(words, text)
  const own = text.length < 3 ? -1 : numberOf(words, text)
  return own < 0 ? [] : [{ word: own, likeness: 1 }]
}

function givenBy(wanted: Wanted | undefined, word: number): number {
  return wanted === undefined ? 0 : wanted.weight * (wanted.words.find((one) => one.word === word)?.likeness ?? 0)
}
