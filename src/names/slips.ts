import { withoutLegalForms } from './fold.ts'
import type { PreparedName } from './prepare.ts'
import { editsOf } from './similarity.ts'
import { LEGAL_PHRASES } from './tables/legal-forms.ts'
import type { NameToken } from './tokens.ts'

/** Folded words of a name, and the legal forms that were taken out of it. */
interface LegalWords {
  readonly words: readonly string[]
  readonly legal: readonly string[]
}

/** Legal forms that are long enough to be told when one letter of them slipped. */
const LONG_LEGAL = ['limited', 'company', 'corporation', 'incorporated']

/** Words of a phrase from which on the others tell it when one of them has a slip, and letters of a word that may have one. */
const PHRASE_WORDS = 3
const SLIP_LETTERS = 5

/** Folded words without legal forms, those in which one letter slipped among them: `corporaton`, `limitd liability company`. When nothing else is left they stay. */
export function withoutLegalSlips(words: readonly string[]): LegalWords {
  const found = withoutLegalForms(words.length > PHRASE_WORDS ? withWholePhrases(words) : words)
  const isSlip = (word: string) => word.length >= 6 && LONG_LEGAL.some((form) => isOneSlip(word, form))
  const kept = found.words.filter((word) => !isSlip(word))
  return kept.length === found.words.length || kept.length === 0
    ? found
    : { words: kept, legal: [...found.legal, ...found.words.filter(isSlip)] }
}

function withWholePhrases(words: readonly string[]): readonly string[] {
  for (const phrase of LEGAL_PHRASES) {
    if (phrase.length < PHRASE_WORDS) continue
    for (let from = 0; from + phrase.length <= words.length; from++) {
      const k = onlyOther(words, from, phrase)
      const [word, form] = [words[from + k] ?? '', phrase[k] ?? '']
      if (form.length >= SLIP_LETTERS && isOneSlip(word, form)) return words.map((one, i) => (i === from + k ? form : one))
    }
  }
  return words
}

/** The place in a phrase of its only word that another stands for; -1 when none or several are others. */
function onlyOther(words: readonly string[], from: number, phrase: readonly string[]): number {
  let other = -1
  for (let k = 0; k < phrase.length; k++) {
    if (words[from + k] === phrase[k]) continue
    if (other >= 0) return -1
    other = k
  }
  return other
}

/** What a legal form or a small word with a slip looks like. */
const SHORT = /^[a-z]{1,5}$/

/** Words that must be left when a slip of a legal form or small word is taken out of a name. */
const WORDS_LEFT = 3

/**
 * Places of words without a partner that are one slip away from a legal form or a small word that only the other name has: `LTTD` beside `LTD`, `adn` beside `and`. A legal form stands at an end,
 * a small word within; and a word of the name's own must be left, because `Star Led` is no slip of `Star Ltd`.
 */
export function slipsOf(tokens: readonly NameToken[], left: readonly number[], name: PreparedName, other: PreparedName): readonly number[] {
  if (!left.some((i) => SHORT.test(tokens[i]?.shown ?? ''))) return []
  const hasOwn = tokens.some(({ kind, shown }, i) => kind === 'word' && shown.length >= SLIP_LETTERS && !left.includes(i))
  if (!hasOwn && tokens.length - left.length < WORDS_LEFT) return []
  const split = (forms: readonly string[]) => forms.flatMap((form) => form.split(' '))
  const forms = without(split(other.legal), split(name.legal))
  let joiners: readonly string[] | undefined
  return left.filter((i) => {
    const word = tokens[i]?.shown ?? ''
    if (!SHORT.test(word)) return false
    if ((i === 0 || i === tokens.length - 1) && forms.some((form) => isOneSlip(word, form))) return true
    joiners ??= without(other.joiners, name.joiners)
    return i > 0 && i < tokens.length - 1 && joiners.some((form) => isOneSlip(word, form))
  })
}

/** The words of one list that the other has not, counted: two `co` and one `co` leave one. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const open = [...others]
  return words.filter((word) => {
    const at = open.indexOf(word)
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
}

function isOneSlip(word: string, form: string): boolean {
  return Math.abs(form.length - word.length) <= 1 && editsOf(word, form) === 1
}
