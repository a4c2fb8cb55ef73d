import anyAscii from 'any-ascii'
import { withPlainArabic } from './arabic-letters.ts'
import { isHan, simplifiedOf } from './han.ts'
import { remembered } from './memo.ts'
import { CYRILLIC, LATIN_LETTERS } from './tables/cyrillic.ts'
import { HAN_LEGAL } from './tables/han-words.ts'
import { HANGUL_LEGAL } from './tables/hangul-words.ts'
import { LEGAL_PHRASES, LEGAL_WORDS } from './tables/legal-forms.ts'
import { visibleOf } from './visible.ts'

/** Visible characters of one name that are looked at; the rest of a longer text is not part of a name. */
export const NAME_CHARS = 300

/** Which writing a word is in. */
export type WordScript = 'latin' | 'number' | 'han' | 'hangul' | 'kana' | 'other'

/**
 * The words of a name: what is visible of it ({@link visibleOf}), NFKC, lower case, no accents, no apostrophes, points of abbreviations joined (`S.A.` → `sa`), `&` as `and`, Han in simplified forms, Arabic letters in one form each.
 * The mark `々` is the character before it (`佐々木`). Han, Hangul, kana and digits beside them are words of their own; legal forms are still there.
 */
export function wordsOf(name: string): string[] {
  const first = name.slice(0, NAME_CHARS)
  // Most names are in plain letters, of which nothing but the case is folded: they take a quarter of the time.
  if (!NOT_PLAIN.test(first)) return asciiWordsOf(first)
  const plain = visibleOf(name).slice(0, NAME_CHARS)
  let text = plainLetters(plain)
    .replace(/(\p{Script=Han})々/gu, '$1$1')
    .replace(/[’'‘`´ʻʼ′“”"]/g, '')
    .replace(/&/g, ' and ')
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1')
  let simplified = ''
  for (const c of text) simplified += isHan(c) ? simplifiedOf(c) : c
  text = simplified
  const words: string[] = []
  for (const run of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) words.push(...splitByScript(run))
  return words
}

const NOT_PLAIN = /[^\t\n\r -~]/

/** As {@link wordsOf} for text without other letters. */
function asciiWordsOf(name: string): string[] {
  let text = name.toLowerCase()
  if (/['`"&.]/.test(text))
    text = text
      .replace(/['`"]/g, '')
      .replace(/&/g, ' and ')
      .replace(/(?<![a-z0-9])([a-z])\.(?=[a-z](?![a-z0-9]))/g, '$1')
  return text.match(/[a-z0-9]+/g) ?? []
}

/**
 * A name as a key: the words of {@link wordsOf} without legal forms (English, Chinese, Korean and others), joined by blanks. A name that is nothing but a legal form keeps it.
 * `SEK Studio Co., Ltd.` and `sek studio` give the same key.
 */
export function foldName(text: string): string {
  const { words } = withoutLegalForms(wordsOf(text))
  return words.join(' ')
}

/** Takes legal forms out of folded words; when nothing else is left they stay. */
export function withoutLegalForms(words: readonly string[]): { readonly words: readonly string[]; readonly legal: readonly string[] } {
  const kept: string[] = []
  const legal: string[] = []
  for (let i = 0; i < words.length; i++) {
    const phrase = LEGAL_PHRASES.find((candidate) => candidate.every((word, k) => words[i + k] === word))
    const word = words[i] ?? ''
    if (phrase) {
      legal.push(phrase.join(' '))
      i += phrase.length - 1
    } else if (LEGAL_WORDS.has(word)) legal.push(word)
    else kept.push(...withoutLegalEnds(word, legal))
  }
  return kept.length === 0 ? { words, legal: [] } : { words: kept, legal }
}

/** The writing of one folded word. */
export function scriptOfWord(word: string): WordScript {
  const code = word.charCodeAt(0)
  if (code >= 48 && code <= 57 && /^[0-9]+$/.test(word)) return 'number'
  return scriptOf(word[0] ?? '')
}

/** 주식회사 and 有限公司 are written without a blank, before or after the name; `(주)` arrives as the single syllable 주. */
function withoutLegalEnds(word: string, legal: string[]): string[] {
  const script = scriptOfWord(word)
  const forms = script === 'han' ? HAN_LEGAL : script === 'hangul' ? HANGUL_LEGAL : []
  for (const form of forms) {
    if (word === form || word.endsWith(form)) {
      legal.push(form)
      return word === form ? [] : [word.slice(0, -form.length)]
    }
    if (word.startsWith(form)) {
      legal.push(form)
      return [word.slice(form.length)]
    }
  }
  return [word]
}

function plainLetters(text: string): string {
  const lower = text
    .replace(/\(주\)|㈜/g, ' 주식회사 ')
    .normalize('NFKC')
    .toLowerCase()
  const bare = lower
    .normalize('NFD')
    .replace(/([a-zα-ω])[\u0300-\u036f]+/g, '$1')
    .normalize('NFC')
  return withPlainArabic(bare).replace(/[ßøæœđðþłıħŋ]/g, (c) => LATIN_LETTERS[c] ?? c)
}

/** A word of any other writing in Latin letters: Cyrillic by BGN/PCGN, the rest letter by letter (any-ascii); a word of signs that have none stays. */
export const latinOf: (word: string) => string = remembered((word) => {
  let latin = ''
  for (const c of word) latin += CYRILLIC[c] ?? c
  const plain = anyAscii(latin)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return plain === '' ? latin : plain
})

function scriptOf(c: string): WordScript {
  const cp = c.codePointAt(0) ?? 0
  if (cp < 0x250) return 'latin'
  if (isHan(c)) return 'han'
  if (cp >= 0xac00 && cp <= 0xd7a3) return 'hangul'
  if (cp >= 0x3041 && cp <= 0x30ff) return 'kana'
  if (cp >= 0x1e00 && cp <= 0x1eff) return 'latin'
  return 'other'
}

function splitByScript(run: string): string[] {
  const words: string[] = []
  let word = ''
  let script: WordScript | undefined
  for (const c of run) {
    const now = scriptOf(c)
    if (script !== undefined && now !== script) {
      words.push(word)
      word = ''
    }
    word += c
    script = now
  }
  if (word !== '') words.push(word)
  return words
}
