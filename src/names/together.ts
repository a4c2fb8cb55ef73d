import { writtenTogether } from './arabic.ts'
import type { NameToken } from './tokens.ts'

/** Translations of one word that are tried with each of another. */
const TRANSLATIONS = 5

/** Whether a word is a known Chinese or Arabic one that stands for words of another language. */
export function isTranslated(one: NameToken | undefined): boolean {
  return one?.spellings[0]?.via === 'translation'
}

/** Neighbouring words as one text: the spellings of one system together, the second of each, the third of each; and each translation of two words with each of the other's (`金星`, golden star, goldstar). */
export function textsTogether(tokens: readonly NameToken[]): Set<string> {
  const vias = new Set(tokens.flatMap(({ spellings }) => spellings.map(({ via }) => via)))
  const texts = new Set<string>()
  for (const via of vias)
    texts.add(writtenTogether(tokens.map(({ spellings }) => (spellings.find((one) => one.via === via) ?? spellings[0])?.text ?? '')))
  // Hangul syllables have several romanisations under one name; the nth of each is tried together.
  for (let n = 1; n < 3; n++) texts.add(writtenTogether(tokens.map(({ spellings }) => (spellings[n] ?? spellings[0])?.text ?? '')))
  const [first, second] = tokens
  if (tokens.length === 2 && first && second && isTranslated(first) && isTranslated(second))
    for (const { text } of first.spellings.slice(0, TRANSLATIONS))
      for (const other of second.spellings.slice(0, TRANSLATIONS)) texts.add(text + other.text)
  return texts
}
