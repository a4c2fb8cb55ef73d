import type { NameToken } from '../tokens.ts'
import { isTranscribed, markedText, transcribed } from '../transcription.ts'
import { type PackedNames, wordsOfRow } from './packed-names.ts'
import type { Room } from './room.ts'
import type { Wanted } from './wanted.ts'
import { nearWords } from './words.ts'

/** Characters that two foreign names written as one word have at least, and at most. */
const [LEAST, MOST] = [4, 8]
/** Characters of each of the two. */
const PART = 2
/** Rows that have a word for the first part, which are looked through for the second. */
const ROWS = 5000
/** Likeness from which on the name is a word of the list as it stands. */
const WHOLE = 0.85
/** What two words by their sound leave of the likeness of one. */
const DIVIDED = 0.98

/** Of a foreign name in Chinese characters that is one word there and two in the list (`卡耐基梅隆`, Carnegie Mellon): gives the rows in which two neighbouring words sound like its two parts, wherever it is divided. */
export function divideForeign(packed: PackedNames, room: Room, tokens: readonly NameToken[], wanted: readonly Wanted[]): void {
  for (const [i, { spellings }] of tokens.entries()) {
    const marked = spellings[0]?.text ?? ''
    if (!isTranscribed(marked)) continue
    const characters = [...markedText(marked)]
    const { weight = 0, words = [] } = wanted[i] ?? {}
    if (characters.length < LEAST || characters.length > MOST || (words[0]?.likeness ?? 0) >= WHOLE) continue
    const best = new Map<number, number>()
    for (let at = PART; at + PART <= characters.length; at++)
      for (const [row, likeness] of rowsOfParts(packed, characters.slice(0, at).join(''), characters.slice(at).join('')))
        if (likeness > (best.get(row) ?? 0)) best.set(row, likeness)
    for (const [row, likeness] of best) {
      // What the whole name gave by itself is not given twice.
      const own = wordsOfRow(packed, row)
      const given = words.reduce((most, one) => (own.includes(one.word) ? Math.max(most, one.likeness) : most), 0)
      give(room, row, weight * (DIVIDED * likeness - given))
    }
  }
}

/** Rows in which a word that sounds like the second part follows one that sounds like the first, with the mean of both likenesses by characters. */
function rowsOfParts(packed: PackedNames, first: string, second: string): Map<number, number> {
  const rows = new Map<number, number>()
  const followers = new Map(nearWords(packed.words, transcribed(second)).map(({ word, likeness }) => [word, likeness]))
  if (followers.size === 0) return rows
  let looked = 0
  for (const { word, likeness } of nearWords(packed.words, transcribed(first)))
    for (let k = packed.postingAt[word] ?? 0; k < (packed.postingAt[word + 1] ?? 0) && looked < ROWS; k++, looked++) {
      const row = packed.postings[k] ?? 0
      const words = wordsOfRow(packed, row)
      const next = followers.get(words[words.indexOf(word) + 1] ?? -1)
      if (next === undefined) continue
      const mean = (likeness * first.length + next * second.length) / (first.length + second.length)
      if (mean > (rows.get(row) ?? 0)) rows.set(row, mean)
    }
  return rows
}

function give(room: Room, row: number, gain: number): void {
  if (gain <= 0) return
  const before = room.sums[row * 2] ?? 0
  if (before === 0) room.touched[room.count++] = row
  room.sums[row * 2] = before + gain
}
