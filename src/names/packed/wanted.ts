import type { NameToken } from '../tokens.ts'
import { isWholeReading } from '../word-meeting.ts'
import { type PackedNames, rarity } from './packed-names.ts'
import { nearWords, numberOf } from './words.ts'

/** A word of a name asked for: how much it counts, the words of the list that it may be, and in how many rows they stand. */
export interface Wanted {
  readonly weight: number
  readonly words: readonly { readonly word: number; readonly likeness: number }[]
  readonly uses: number
}

/** What ways to reach a spelling leave of its likeness, here where only an order is wanted. */
const [READING, TRANSLATION] = [0.97, 0.93]

/** Looks up a word of a name asked for in the words of a list. */
export function wantedOf(packed: PackedNames, { spellings, weight }: NameToken): Wanted {
  const { words, postingAt, rowAt } = packed
  const usesOf = (word: number) => (postingAt[word + 1] ?? 0) - (postingAt[word] ?? 0)
  const rareOf = (word: number) => rarity(usesOf(word), rowAt.length - 1)
  const isRead = spellings[0]?.via !== undefined && spellings[0].via !== 'word form'
  const best = new Map<number, number>()
  // A word that is read stands for several: what it says is what the rarest of the likely ones says, and what each of them gives is by its own rarity.
  let [top, rare] = [0, 1]
  const put = (word: number, likeness: number) => {
    const gain = isRead ? likeness * rareOf(word) : likeness
    if (gain > (best.get(word) ?? 0)) best.set(word, gain)
    if (isRead && gain > top) [top, rare] = [gain, rareOf(word)]
  }
  for (const [k, { text, via }] of spellings.entries()) {
    const factor = via === undefined ? 1 : via === 'translation' ? TRANSLATION : READING
    const own = numberOf(words, text)
    if (own >= 0) put(own, factor)
    if (own >= 0 && k === 0 && !isRead) rare = rareOf(own)
    for (const { word, likeness } of isWholeReading(via) ? [] : nearWords(words, text)) put(word, likeness * factor)
  }
  let uses = 0
  const list = [...best].map(([word, gain]) => {
    uses += usesOf(word)
    return { word, likeness: isRead ? gain / rare : gain }
  })
  return { weight: weight * rare, words: list.sort((a, b) => b.likeness - a.likeness || a.word - b.word), uses }
}
