import { own } from '../base/own.ts'
import { arabicWord, isArabic, withoutArticles } from './arabic.ts'
import { arabicHouse, isArabicHouse } from './arabic-words.ts'
import { latinOf, NAME_CHARS, scriptOfWord, type WordScript, wordsOf } from './fold.ts'
import { hanPersonReadings, hanPersonTokens, isHanPerson } from './han-person.ts'
import { hasReading } from './han-segments.ts'
import { foreignTokens, hanTokens, knownForeignTokens, nativeHanTokens, withoutBranch } from './han-tokens.ts'
import { isKoreanSurname, koreanSyllablesOf } from './hangul.ts'
import { hangulSyllables, hangulTokens, hasHangulWord, isHangulPersonName, nativeHangulTokens } from './hangul-tokens.ts'
import { formsOf } from './japanese.ts'
import { japaneseHouseTokens, japanesePersonOf, japanesePersonTokens } from './japanese-tokens.ts'
import { remembered } from './memo.ts'
import { withNickname } from './nicknames.ts'
import { ownNameReadings } from './own-names.ts'
import { isPinyin } from './pinyin.ts'
import { withoutLegalSlips } from './slips.ts'
import { COMMON_WORDS, JOINERS, NUMBER_WORDS, SYNONYMS, TITLES } from './tables/common-words.ts'
import { PINYIN_SURNAMES } from './tables/han-words.ts'
import { asKind, kindOf, type NameToken, type TokenKind, token } from './tokens.ts'
import { hasForeignPoint, isKnownForeign } from './transcription.ts'
import { visibleOf } from './visible.ts'
import { withNumbersAndPlaces } from './word-forms.ts'

/** FollowTheMoney schemas that names of lists and cases have. */
export type NameSchema = 'Company' | 'Organization' | 'Person' | 'Vessel' | 'Airplane'

/** A name made ready for comparing; costs about 10 µs for Latin names, more for Han. */
export interface PreparedName {
  readonly schema: NameSchema | undefined
  /** Words in Latin spellings. */
  readonly latin: readonly NameToken[]
  /** Words in their own writing, when it is Han or Hangul throughout. */
  readonly native: readonly NameToken[] | undefined
  readonly nativeScript: 'han' | 'hangul' | undefined
  readonly legal: readonly string[]
  /** Small words of a company's name (`and`, `of`), which are not compared. */
  readonly joiners: readonly string[]
  /** Built like a Korean or a Chinese personal name: then whole syllables are compared, not letters. */
  readonly looks: 'korean' | 'chinese' | 'both' | undefined
  /** Other ways to read the whole of a name in Chinese characters or kana: without its branch, with the words of a general dictionary, with houses that have a name of their own, with foreign names written by sound, in Cantonese, in Japanese. Undefined for most. */
  readonly others?: readonly PreparedName[]
}

/** Whether a schema is that of an organisation. */
export function isHouse(schema: NameSchema | undefined): boolean {
  return schema === 'Company' || schema === 'Organization'
}

/** Words of one name that are compared; further ones are not looked at. At most 31: words are bits of one number where they are paired. */
export const NAME_WORDS = 24

/** Whether a name has more characters or words than are compared, which are those of its beginning. */
export function isCutName(name: string): boolean {
  return (
    (name.length > NAME_CHARS && visibleOf(name).length > NAME_CHARS) ||
    (name.length > NAME_WORDS && wordsOf(name).flatMap((word) => latinTokens(word, false)).length > NAME_WORDS)
  )
}

/** Folds, splits and reads one name. */
export function prepareName(name: string, schema?: NameSchema): PreparedName {
  const isPerson = schema === 'Person'
  const all = isPerson ? withoutNickname(name) : wordsOf(name)
  const { words, legal } = isPerson ? { words: withoutTitles(all), legal: [] } : withoutLegalSlips(all)
  const kept = isPerson ? words : withNumbersAndPlaces(withoutJoiners(words))
  const whole = withoutArticles(kept).slice(0, NAME_WORDS)
  const isJapanese = whole.some((word) => scriptOfWord(word) === 'kana') || legal.some((form) => form.endsWith('会社'))
  const bounded = isJapanese ? whole.map(formsOf) : whole
  const scripts = scriptsOf(bounded)
  const only = scripts.length === 1 ? scripts[0] : undefined
  const nativeScript = only === 'han' || only === 'hangul' ? only : undefined
  const isNativePerson = !isHouse(schema) && isNativeName(bounded, nativeScript, isPerson, name)
  // Hangul that holds no word of an organisation's name, and no known kind of thing, may be a person's name whose words are written apart.
  const isNamePerhaps = isNativePerson || isPerson || (schema === undefined && only === 'hangul' && !bounded.some(hasHangulWord))
  const house = isMeant(kept, schema) ? arabicHouse(kept.slice(0, NAME_WORDS), (word) => latinTokens(word, false)) : undefined
  const read =
    house?.tokens ??
    (isNativePerson && nativeScript === 'han' ? hanPersonTokens(bounded) : bounded.flatMap((word) => latinTokens(word, isNamePerhaps)))
  const latin = read.slice(0, NAME_WORDS)
  const looks = isNativePerson ? (nativeScript === 'han' ? 'both' : 'korean') : looksOf(latin, schema)
  const native = nativeScript
    ? bounded.flatMap((word) => nativeTokens(word, isNativePerson && bounded.length === 1)).slice(0, NAME_WORDS)
    : undefined
  const weighed = looks || isPerson ? asPerson(isPerson && !looks ? latin.map(withNickname) : latin, looks) : latin
  const joiners = isPerson ? NO_WORDS : all.filter((word) => JOINERS.has(word))
  const prepared: PreparedName = {
    schema,
    latin: weighed,
    native,
    nativeScript,
    legal: house ? [...legal, ...house.legal] : legal,
    joiners,
    looks,
  }
  const others =
    scripts.includes('han') || scripts.includes('kana')
      ? otherReadings({ name, all: bounded, legal, isPerson, isNativePerson, isJapanese })
      : []
  return others.length === 0
    ? prepared
    : { ...prepared, others: others.map((tokens) => ({ ...prepared, latin: tokens, looks: undefined })) }
}

/** The writings of words, numbers apart, each once. */
function scriptsOf(words: readonly string[]): readonly WordScript[] {
  const scripts: WordScript[] = []
  for (const word of words) {
    const script = scriptOfWord(word)
    if (script !== 'number' && !scripts.includes(script)) scripts.push(script)
  }
  return scripts
}

/** Whether a name holds Arabic words that are read by their meaning: those of organisations, never of persons. */
function isMeant(words: readonly string[], schema: NameSchema | undefined): boolean {
  return (isHouse(schema) || schema === undefined) && words.some(isArabic) && (isHouse(schema) || isArabicHouse(words))
}

/** A name's folded words and what is known of it. */
interface Parts {
  readonly name: string
  readonly all: readonly string[]
  readonly legal: readonly string[]
  readonly isPerson: boolean
  /** Whether it is a personal name of its own writing. */
  readonly isNativePerson: boolean
  /** Whether kana or a Japanese legal form stands in it. */
  readonly isJapanese: boolean
}

/**
 * The words of a name as they read without its branch, with the words of a general dictionary, with houses of their own name, with foreign names written by sound, and in Japanese. A personal name of its own writing is read as a foreign one only where a point parts
 * its words or where it is known as one, and otherwise in Cantonese and Japanese where its family name is one there.
 */
function otherReadings({ name, all, legal, isPerson, isNativePerson, isJapanese }: Parts): (readonly NameToken[])[] {
  const isHan = (word: string) => scriptOfWord(word) === 'han'
  const hasPoint = hasForeignPoint(name)
  const bare = isPerson || isNativePerson || !isHan(all.at(-1) ?? '') ? undefined : withoutBranch(all, legal)
  const words = bare ?? all
  const readings: (readonly NameToken[])[] = isNativePerson && !hasPoint && words.every(isHan) ? hanPersonReadings(words) : []
  if ((isPerson || isNativePerson) && words.length === 1) readings.push(...ownNameReadings(words[0] ?? ''))
  const put = (read: (word: string) => NameToken[]) => {
    const tokens = words.flatMap((word) => (isHan(word) ? read(word) : latinTokens(word, false))).slice(0, NAME_WORDS)
    readings.push(isPerson ? asPerson(tokens.map(withNickname), undefined) : tokens)
  }
  if (bare) put((word) => hanTokens(word, 'meaning'))
  if (!isPerson && words.some((word) => isHan(word) && hasReading(word, 'houses'))) put((word) => hanTokens(word, 'houses'))
  if (!isPerson && !isNativePerson && words.some((word) => isHan(word) && hasReading(word, 'dictionary')))
    put((word) => hanTokens(word, 'dictionary'))
  if (hasPoint || (!isNativePerson && words.some((word) => isHan(word) && hasReading(word, 'foreign'))))
    put((word) => foreignTokens(word, isPerson && hasPoint, hasPoint))
  else if (isNativePerson && words.length === 1 && isKnownForeign(words[0] ?? '')) put(knownForeignTokens)
  const person = isPerson && !isNativePerson && !hasPoint && words.every(isHan) ? japanesePersonOf(words) : undefined
  if (person) readings.push(japanesePersonTokens(person))
  if (isJapanese) {
    const japanese = japaneseHouseTokens(words, (word) => latinTokens(word, false))
    if (japanese) readings.push(japanese.slice(0, NAME_WORDS))
  }
  return readings
}

const NO_WORDS: readonly string[] = []

/** Words of a person's name without a nickname in quotation marks (`OSTRAVA, Marwick "Mar"`), where two words and more are left. */
function withoutNickname(name: string): string[] {
  if (!/["“”]/.test(name)) return wordsOf(name)
  const kept = wordsOf(name.replace(/["“”][^"“”]{1,40}["“”]/g, ' '))
  return kept.length >= 2 ? kept : wordsOf(name)
}

function withoutTitles(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !TITLES.has(word))
  return kept.length > 0 ? kept : words
}

function withoutJoiners(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !JOINERS.has(word))
  return kept.length > 0 ? kept : words
}

function latinTokens(word: string, isName: boolean): NameToken[] {
  const script = scriptOfWord(word)
  if (script === 'han') return hanTokens(word, 'meaning')
  if (script === 'hangul') return isName ? hangulSyllables(word) : hangulTokens(word)
  if (script === 'other') {
    return [transliterated(word)]
  }
  const number = own(NUMBER_WORDS, word)
  if (number !== undefined) {
    const text = { text: number, via: 'word form' } as const
    return [COMMON_WORDS.has(word) ? token(word, [{ text: word }, text], 'common') : token(word, [text], 'number')]
  }
  if (script === 'number') return [token(word, [{ text: word.replace(/^0+(?=\d)/, '') }], 'number')]
  const form = own(SYNONYMS, word) ?? letteredOf(word)
  return [token(word, form === undefined ? [{ text: word }] : [{ text: word }, { text: form, via: 'word form' }], kindOf(word))]
}

const transliterated = remembered((word) => {
  const latin = isArabic(word) ? arabicWord(word) : latinOf(word)
  return token(word, [{ text: latin, via: 'transliteration' }], kindOf(latin))
})

/** `sech1n` with the letters that its digits stand for; undefined for words without digits, and for codes with more digits than letters. */
function letteredOf(word: string): string | undefined {
  if (!/[a-z]{2}/.test(word) || !/[0134579]/.test(word)) return undefined
  const digits = word.replace(/[^0-9]/g, '').length
  return digits * 2 > word.length ? undefined : word.replace(/[0134579]/g, (digit) => LOOKALIKES[digit] ?? digit)
}

/** Digits that stand for letters in misspelt or disguised names. */
const LOOKALIKES: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 9: 'g' }

function nativeTokens(word: string, isPerson: boolean): NameToken[] {
  const script = scriptOfWord(word)
  if (isPerson && (script === 'han' || script === 'hangul')) {
    return [token(word.slice(0, 1), [{ text: word.slice(0, 1) }], 'surname'), token(word.slice(1), [{ text: word.slice(1) }], 'word')]
  }
  if (script !== 'han' && script !== 'hangul') return [token(word, [{ text: word }], kindOf(word))]
  if (script === 'han') return nativeHanTokens(word)
  return nativeHangulTokens(word)
}

/** Whether the words of a name are a personal name in Chinese characters, or one Hangul word that is built like one ({@link isHangulPersonName}). */
function isNativeName(words: readonly string[], script: PreparedName['nativeScript'], isPerson: boolean, name: string): boolean {
  const [word = ''] = words
  if (script === 'han') return (words.length === 1 || !hasForeignPoint(name)) && isHanPerson(words, isPerson)
  return script === 'hangul' && words.length === 1 && isHangulPersonName(word, isPerson)
}

/** Whether Latin words read as a Korean or Chinese personal name: a family name at one end, two to four syllables in all. */
function looksOf(tokens: readonly NameToken[], schema: NameSchema | undefined): PreparedName['looks'] {
  if (tokens.length < 2 || tokens.length > 4) return undefined
  if (schema !== undefined && schema !== 'Person') return undefined
  const words = tokens.map(({ spellings }) => spellings[0]?.text ?? '')
  const ends = [words[0] ?? '', words.at(-1) ?? '']
  // Most names are told by their ends.
  const [hasKorean, hasChinese] = [ends.some(isKoreanSurname), ends.some((word) => PINYIN_SURNAMES.has(word))]
  if ((!hasKorean && !hasChinese) || words.some((word) => !/^[a-z]+$/.test(word))) return undefined
  if (schema === undefined && tokens.some(({ kind }) => kind === 'generic' || kind === 'place' || kind === 'common')) return undefined
  const syllables = words.map((word) => koreanSyllablesOf(word).map((way) => way.length))
  const fewest = syllables.map((lengths) => Math.min(...lengths, 9)).reduce((sum, length) => sum + length, 0)
  const korean = hasKorean && fewest <= 4
  const chinese = hasChinese && words.every(isPinyin) && words.join('').length <= 18
  return korean && chinese ? 'both' : korean ? 'korean' : chinese ? 'chinese' : undefined
}

/** Weighs the words of a personal name: a frequent family name says little, the given name much; trade words have no meaning here. */
function asPerson(tokens: readonly NameToken[], looks: PreparedName['looks']): NameToken[] {
  return tokens.map((one, i) => {
    const word = one.spellings[0]?.text ?? ''
    const isEnd = i === 0 || i === tokens.length - 1
    const isFamily = looks !== undefined && isEnd && (PINYIN_SURNAMES.has(word) || isKoreanSurname(word))
    const isFirstFamily = isFamily && (i === 0 || !isFamilyWord(tokens[0]))
    const kind: TokenKind = isFirstFamily
      ? 'surname'
      : one.kind === 'number' || one.kind === 'particle' || one.kind === 'initial'
        ? one.kind
        : looks === undefined && word.length === 2
          ? 'short'
          : 'word'
    return asKind(one, kind)
  })
}

function isFamilyWord(one: NameToken | undefined): boolean {
  const word = one?.spellings[0]?.text ?? ''
  return PINYIN_SURNAMES.has(word) || isKoreanSurname(word)
}
