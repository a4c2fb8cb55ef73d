import { isMeaning, leftBy, type NameToken } from '../tokens.ts'
import { otherNumbers } from '../word-forms.ts'
import { isWholeReading } from '../word-meeting.ts'
import { type PackedNames, rarity } from './packed-names.ts'
import { nearWords, numberOf } from './words.ts'

/** A word of a name asked for: how much it counts, the words of the list that it may be, and in how many rows they stand. */
export interface Wanted {
  readonly weight: number
  readonly words: readonly { readonly word: number; readonly likeness: number }[]
  readonly uses: number
}

/** Looks up a word of a name asked for in the words of a list. */
export function wantedOf(packed: PackedNames, { spellings, weight }: NameToken): Wanted {
  const { words, postingAt, rowAt } = packed
  const usesOf = (word: number) => (postingAt[word + 1] ?? 0) - (postingAt[word] ?? 0)
  const rareOf = (word: number) => rarity(usesOf(word), rowAt.length - 1)
  const isRead = spellings[0]?.via !== undefined && spellings[0].via !== 'word form'
  const best = new Map<number, number>()
  // A word that is read stands for several: it says what the rarest of its very spellings says, or of those that are near them where the list has none, and what is near gives by its own rarity.
  let [exact, near, top] = [0, 1, 0]
  const put = (word: number, likeness: number) => {
    if (likeness > (best.get(word) ?? 0)) best.set(word, likeness)
  }
  for (const [k, { text, via }] of spellings.entries()) {
    const factor = leftBy(via)
    for (const one of isMeaning(via) ? [text, ...otherNumbers(text)] : [text]) {
      const own = numberOf(words, one)
      if (own >= 0) put(own, factor)
      // What a dictionary adds to a known word is one of many renderings: it does not make the word rarer.
      if (own >= 0 && (k === 0 || (isRead && (via !== 'dictionary' || spellings[0]?.via === 'dictionary'))))
        exact = Math.max(exact, rareOf(own))
    }
    for (const { word, likeness } of isWholeReading(via) || via === 'dictionary' ? [] : nearWords(words, text)) {
      put(word, likeness * factor)
      if (likeness * factor * rareOf(word) <= top) continue
      top = likeness * factor * rareOf(word)
      near = rareOf(word)
    }
  }
  const rare = exact || (isRead ? near : 1)
  let uses = 0
  const list = [...best].map(([word, likeness]) => {
    uses += usesOf(word)
    return { word, likeness: isRead ? likeness * Math.min(1, rareOf(word) / rare) : likeness }
  })
  return { weight: weight * rare, words: list.sort((a, b) => b.likeness - a.likeness || a.word - b.word), uses }
}
