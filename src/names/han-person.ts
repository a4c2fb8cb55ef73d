import { cantoneseFamily, cantoneseGiven } from './cantonese.ts'
import { spellingsAbroad, wadeGilesOf } from './chinese-spellings.ts'
import { isHanPersonName, koreanReadingOf, koreanSurnameOf, pinyinOf } from './han.ts'
import { isHanPersonWord, koreanSpellings } from './han-tokens.ts'
import { japaneseFamilyLength } from './japanese.ts'
import { isJapanesePersonWord, japanesePersonOf, japanesePersonTokens, japaneseTokensApart } from './japanese-tokens.ts'
import { rememberedParts } from './memo.ts'
import { HAN_SECOND_READINGS } from './tables/han-second-readings.ts'
import { HAN_SURNAMES } from './tables/han-words.ts'
import { HANJA_SURNAMES } from './tables/korean-surnames.ts'
import { type NameToken, type Spelling, token } from './tokens.ts'
import { isForeignRun } from './transcription.ts'

/** Words that a person's name in Chinese characters may be written in. */
const WORDS = 6
/** Characters of a Japanese given name that stands apart. */
const JAPANESE_GIVEN_CHARACTERS = 3

/** Whether words in Chinese characters are a personal name of the places where they are written: one word with a family name at its beginning, or, when it is said to be a person's, words of one or two characters with a family name first or last. */
export function isHanPerson(words: readonly string[], isPerson: boolean): boolean {
  const [first = '', second = ''] = words
  if (words.length === 1) {
    if (isHanPersonWord(first)) return true
    const japanese = isForeignRun(first) ? undefined : japanesePersonOf(words)
    return japanese !== undefined && (isPerson || isJapanesePersonWord(japanese))
  }
  if (!isPerson || words.length === 0 || words.length > WORDS) return false
  if (words.length === 2 && isJapaneseFamily(first) && [...second].length <= JAPANESE_GIVEN_CHARACTERS) return true
  return words.every((word) => [...word].length <= 2) && (isFamily(first) || isFamily(words.at(-1) ?? ''))
}

function isFamily(word: string): boolean {
  return HAN_SURNAMES.has(word) || HANJA_SURNAMES[word] !== undefined || isJapaneseFamily(word)
}

function isJapaneseFamily(word: string): boolean {
  return [...word].length >= 2 && japaneseFamilyLength(word) === [...word].length
}

/** The characters of a personal name, each with its Chinese spellings and its Sino-Korean readings. */
export function hanPersonTokens(words: readonly string[]): NameToken[] {
  if (words.length === 1) return characterTokens(words[0] ?? '', true)
  return words.flatMap((word, i) => characterTokens(word, (i === 0 || i === words.length - 1) && isFamily(word)))
}

function characterTokens(word: string, isFamilyFirst: boolean): NameToken[] {
  const syllables = pinyinOf(word, isFamilyFirst)
  const korean = koreanReadingOf(word)
  const isAligned = korean !== undefined && korean.length === syllables.length
  return [...word].map((c, i) => {
    const isSurname = isFamilyFirst && i === 0
    const read = isAligned ? ((isSurname ? koreanSurnameOf(c) : undefined) ?? korean[i] ?? '') : ''
    return characterToken(c, syllables[i] ?? c, read, isSurname ? FAMILY : '')
  })
}

/** Says of a memory's part that a word is a family name. */
const FAMILY = 'family'

/** A character with its pinyin and its Korean reading (empty where it has none): the same object each time. */
const characterToken = rememberedParts((c = '', syllable = '', read = '', family = ''): NameToken => {
  const korean = read === '' ? [] : koreanSpellings(read, 'Korean reading')
  return token(c, [...chineseSpellings(c, syllable, family !== ''), ...korean], 'short')
})

/** Pinyin, and where they differ Wade–Giles, second readings of characters in given names, and spellings of family names outside the mainland. */
function chineseSpellings(c: string, pinyin: string, isSurname: boolean): Spelling[] {
  const second = isSurname ? [] : (HAN_SECOND_READINGS[c]?.split(' ') ?? [])
  const found: Spelling[] = []
  const put = (text: string, via: Spelling['via']) => {
    if (via !== undefined && found.every((one) => one.text !== text)) found.push({ text, via })
  }
  for (const syllable of [pinyin, ...second]) {
    put(syllable, 'pinyin')
    put(wadeGilesOf(syllable), 'Wade–Giles')
  }
  for (const text of isSurname ? spellingsAbroad(c) : []) found.push({ text, via: 'spelling abroad' })
  return found
}

/** Further readings of the whole name, each of one system: Cantonese where Hong Kong and Macao have a spelling for the family name, Japanese where it begins with a Japanese family name. */
export function hanPersonReadings(words: readonly string[]): NameToken[][] {
  const name = japanesePersonOf(words)
  const japanese = name ? japanesePersonTokens(name) : japaneseTokensApart(words)
  return [cantoneseTokens(words), japanese].filter((one) => one !== undefined)
}

/** The words of a personal name (simplified forms) in Cantonese, each with its spellings in Hong Kong and Macao; undefined where the family name has none there. */
export function cantoneseTokens(words: readonly string[]): NameToken[] | undefined {
  const at = words.length === 1 || cantoneseFamily(words[0] ?? '').length > 0 ? 0 : words.length - 1
  const word = words[at] ?? ''
  const compound = [...word].slice(0, 2).join('')
  const family = cantoneseFamily(compound).length > 0 ? compound : ([...word][0] ?? '')
  const spellings = cantoneseFamily(family)
  // One word must be built as a Chinese name is, and of words apart the family name is one.
  if (spellings.length === 0 || (words.length > 1 ? family !== word : !isHanPersonName(word))) return undefined
  const givens = words.map((one, i) => (i === at ? one.slice(family.length) : one))
  const tokens: NameToken[] = []
  for (const [i, given] of givens.entries()) {
    if (i === at) tokens.push(cantoneseToken(family, FAMILY, ...spellings))
    if (given === '') continue
    const spelt = cantoneseGiven(given)
    if (spelt === undefined) return undefined
    tokens.push(...[...given].map((c, k) => cantoneseToken(c, '', ...(spelt[k] ?? []))))
  }
  return tokens.length > 1 ? tokens : undefined
}

const cantoneseToken = rememberedParts((text = '', family = '', ...spellings): NameToken =>
  token(text, spellings.map((one) => ({ text: one, via: 'Cantonese reading' }) as const), family === '' ? 'word' : 'surname'),
) // biome-ignore format: one line
