import { isArabicText, writtenTogether } from './arabic.ts'
import { isMeaning, type NameToken, type Spelling } from './tokens.ts'
import { isTranscribed } from './transcription.ts'

/** Translations of one word that are tried with each of another. */
const TRANSLATIONS = 5

/** Whether a word is a known Chinese or Arabic one that stands for words of another language. */
export function isTranslated(one: NameToken | undefined): boolean {
  return isMeaning(one?.spellings[0]?.via)
}

/** Neighbouring words, from one up to another, as one text: the spellings of one system together, the second of each, the third of each; and each translation of two words with each of the other's (`金星`, golden star, goldstar). Each text once. */
export function textsTogether(tokens: readonly NameToken[], from: number, to: number): readonly string[] {
  const vias = viasOf(tokens, from, to)
  const isMarked = hasMarks(tokens, from, to)
  const texts: string[] = []
  const put = (pick: (spellings: readonly Spelling[]) => Spelling | undefined) => {
    const parts: string[] = []
    let text = ''
    for (let k = from; k < to; k++) {
      const { spellings } = tokens[k] as NameToken
      const part = (pick(spellings) ?? spellings[0])?.text ?? ''
      if (isMarked) parts.push(part)
      else text += part
    }
    // A foreign name in Chinese characters and a word in letters are no one text.
    if (parts.some(isTranscribed) && !parts.every(isTranscribed)) return
    putNew(texts, isMarked ? writtenTogether(parts) : text)
  }
  for (const via of vias ?? ONE_VIA) put((spellings) => ofVia(spellings, via))
  // Hangul syllables have several romanisations under one name; the nth of each is tried together.
  if (vias !== undefined) for (let n = 1; n < 3; n++) put((spellings) => spellings[n])
  const [first, second] = [tokens[from], tokens[to - 1]]
  if (to - from === 2 && first && second && isTranslated(first) && isTranslated(second))
    for (const { text } of first.spellings.slice(0, TRANSLATIONS))
      for (const other of second.spellings.slice(0, TRANSLATIONS)) putNew(texts, text + other.text)
  return texts
}

/** Adds a text that is not among them; there are a few. */
export function putNew(texts: string[], text: string): void {
  if (!texts.includes(text)) texts.push(text)
}

/** The systems in which words are spelt, first met first; undefined where each word has one spelling and all are of one system, as most words in Latin letters are. */
function viasOf(tokens: readonly NameToken[], from: number, to: number): Spelling['via'][] | undefined {
  const vias: Spelling['via'][] = []
  let isOne = true
  for (let k = from; k < to; k++) {
    const spellings = tokens[k]?.spellings ?? []
    isOne &&= spellings.length === 1
    for (const { via } of spellings) if (!vias.includes(via)) vias.push(via)
  }
  return isOne && vias.length === 1 ? undefined : vias
}

const ONE_VIA = [undefined] as const

function ofVia(spellings: readonly Spelling[], via: Spelling['via']): Spelling | undefined {
  for (const one of spellings) if (one.via === via) return one
  return undefined
}

function hasMarks(tokens: readonly NameToken[], from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    for (const { text } of tokens[k]?.spellings ?? []) if (isArabicText(text) || isTranscribed(text)) return true
  return false
}
