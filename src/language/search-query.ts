import { LIMITS } from '../base/limits.ts'
import type { SearchPhrase, SearchQuery } from '../model/index.ts'
import { foldForSearch, placedWords } from './fold.ts'

/** A query as it was understood. */
export interface ReadQuery extends SearchQuery {
  /** Whether the query was longer than `LIMITS.searchChars` or had more words than `LIMITS.searchWords`; the rest is not looked for. */
  readonly isCut: boolean
}

/**
 * Reads what a person looks for: words that must all be there, `"words in a row"`, `-word` that must not be there, `word*` that begins a word. What is written
 * without blanks is looked for in a row (`第3镜头`, `E307_112`). Nothing else is syntax; signs without letters or digits are left out.
 */
export function readQuery(text: string): ReadQuery {
  const all: SearchPhrase[] = []
  const none: SearchPhrase[] = []
  const terms = [...text.slice(0, LIMITS.searchChars).matchAll(/(?<=^|\s)(-?)(?:["“”„＂]([^"“”„＂]*)["“”„＂]|(\S+))/gu)]
  for (const [, minus, quoted, bare] of terms.slice(0, LIMITS.searchWords)) {
    const phrase = phraseOf(quoted ?? bare ?? '', quoted === undefined && (bare ?? '').endsWith('*'))
    if (phrase) (minus === '-' ? none : all).push(phrase)
  }
  return { all, none, isCut: text.length > LIMITS.searchChars || terms.length > LIMITS.searchWords }
}

/**
 * A phrase as the index holds it. A run of Han, kana or Hangul may go on in the text, so the word of its last character alone is left out; where that character is the
 * whole run, it begins a word.
 */
function phraseOf(text: string, isPrefix: boolean): SearchPhrase | undefined {
  const words = foldForSearch(text).split(' ').slice(0, LIMITS.searchWords)
  const last = words.at(-1) ?? ''
  if (last === '') return undefined
  if (!isOneOfRun(last)) return { words, isPrefix }
  return words.at(-2)?.endsWith(last) === true && isPair(words.at(-2) ?? '')
    ? { words: words.slice(0, -1), isPrefix: false }
    : { words, isPrefix: true }
}

const RUN_LETTER = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}ー々〆]$/u

function isOneOfRun(word: string): boolean {
  return RUN_LETTER.test(word)
}

function isPair(word: string): boolean {
  const letters = [...word]
  return letters.length === 2 && letters.every(isOneOfRun)
}

/** A place in a text that answers a query: UTF-16 code units, half open. */
export interface Mark {
  readonly from: number
  readonly to: number
}

/** Where the phrases of a query stand in a text, in text order and joined where they overlap; at most `LIMITS.searchMarks`. */
export function marksOf(text: string, { all }: SearchQuery): Mark[] {
  const placed = placedWords(text)
  const found: Mark[] = []
  for (const { words, isPrefix } of all) {
    for (let at = 0; at + words.length <= placed.length && found.length < LIMITS.searchMarks; at++) {
      const last = placed[at + words.length - 1]
      const wanted = words.at(-1) ?? ''
      if (!last || !(last.word === wanted || (isPrefix && last.word.startsWith(wanted)))) continue
      if (!words.every((word, n) => n === words.length - 1 || placed[at + n]?.word === word)) continue
      found.push({ from: placed[at]?.from ?? 0, to: isPrefix && isOneOfRun(wanted) ? last.firstTo : last.to })
    }
  }
  const joined: Mark[] = []
  for (const mark of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const before = joined.at(-1)
    if (before && mark.from <= before.to) joined[joined.length - 1] = { from: before.from, to: Math.max(before.to, mark.to) }
    else joined.push(mark)
  }
  return joined
}
