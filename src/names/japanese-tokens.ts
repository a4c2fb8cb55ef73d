import { scriptOfWord } from './fold.ts'
import { hanSegments, isHouseWord } from './han-segments.ts'
import { hanTokens } from './han-tokens.ts'
import { hepburnOf, type JapaneseName, japaneseFamilyLength, japaneseFamilyReadings, japaneseNameOf, japaneseNameOfParts, japaneseWordReadings } from './japanese.ts' // biome-ignore format: one line
import { rememberedParts } from './memo.ts'
import { romaniseKana } from './romanise-kana.ts'
import { HAN_SURNAMES } from './tables/han-words.ts'
import { JAPANESE_GIVEN } from './tables/japanese-given.ts'
import { type NameToken, type TokenKind, token } from './tokens.ts'

/** Spellings of one word of a Japanese reading that are compared, likeliest first. */
const SPELLINGS = 40

/** A person's name in one or two words as a Japanese one. A family name of one character that is a Chinese one too (`林`) is not read so: hardly any of its bearers would be meant. */
export function japanesePersonOf(words: readonly string[]): JapaneseName | undefined {
  const [first = '', second] = words
  if (words.length > 2) return undefined
  const name = second === undefined ? japaneseNameOf(first) : japaneseNameOfParts(first, second)
  return name === undefined || HAN_SURNAMES.has(name.family) ? undefined : name
}

/** Whether a lone word of a name of no known kind is built like a Japanese person's: each character of the given name is usual in one, and none is a word of an organisation's name. */
export function isJapanesePersonWord({ given }: JapaneseName): boolean {
  return [...given].every(isGiven) && !hanSegments(given, 'meaning').some(({ text, known }) => known?.kind === 'trade' && text.length > 1)
}

function isGiven(c: string): boolean {
  return JAPANESE_GIVEN.includes(` ${c}=`)
}

/** The words of a Japanese name, family name first, in Latin letters. */
export function japanesePersonTokens({ family, families, given, givens }: JapaneseName): NameToken[] {
  return [readToken(family, 'surname', ...families), readToken(given, 'word', ...givens)]
}

/** The words of a Japanese personal name that is written apart with its family name, of two characters and more, last (`翔太 藤井`), or with several given names; undefined for all others. */
export function japaneseTokensApart(words: readonly string[]): NameToken[] | undefined {
  const last = words.length - 1
  const at = [last, 0].find((k) => (words[k]?.length ?? 0) >= 2 && japaneseFamilyLength(words[k] ?? '') === words[k]?.length)
  if (last < 1 || at === undefined) return undefined
  const tokens: NameToken[] = []
  for (const [k, word] of words.entries()) {
    const name = japaneseNameOfParts(words[at] ?? '', k === at ? (words[last - at] ?? '') : word)
    if (!name) return undefined
    tokens.push(k === at ? readToken(word, 'surname', ...name.families) : readToken(word, 'word', ...name.givens))
  }
  return tokens
}

/** A word with its Japanese readings as they are spelt: the same object each time. */
const readToken = rememberedParts((text = '', kind = '', ...readings): NameToken => {
  const spellings = [...new Set(readings.flatMap(hepburnOf))].slice(0, SPELLINGS)
  return token(text, spellings.map((one) => ({ text: one, via: 'Japanese reading' }) as const), kind as TokenKind) // biome-ignore format: one line
})

/**
 * The words of a name with kana, or of an organisation of Japanese legal form, as they read in Japanese: family names of the tables, words that no table has, and kana by sound; other words by meaning.
 * Undefined when none is read so.
 */
export function japaneseHouseTokens(words: readonly string[], latinOf: (word: string) => NameToken[]): NameToken[] | undefined {
  let isRead = false
  const tokens = words.flatMap((word) => {
    const script = scriptOfWord(word)
    if (script === 'kana') {
      isRead = true
      return [token(word, kanaSpellings(word).map((text) => ({ text, via: 'Japanese reading' }) as const), 'word')] // biome-ignore format: one line
    }
    if (script !== 'han') return latinOf(word)
    const read = houseWord(word)
    isRead ||= read !== undefined
    return read ?? hanTokens(word, 'houses')
  })
  return isRead ? tokens : undefined
}

function kanaSpellings(word: string): readonly string[] {
  const plain = (['passport', 'plain', 'macrons'] as const).map((style) => romaniseKana(word, style))
  const spelt = plain.map((text) => text.normalize('NFD').replace(/[^a-z]/g, ''))
  return [...new Set(spelt)].filter((text) => text !== '')
}

/** One word that begins with a family name of two characters and more, or else with a word that no table has. A house that is known by a family name (`半井`, Nacalai) may be another one of that name. */
function houseWord(word: string): NameToken[] | undefined {
  const [first] = hanSegments(word, 'houses')
  const characters = [...word]
  const length = japaneseFamilyLength(word)
  const isHouse = isHouseWord(first?.known)
  if ((isHouse && length < 2) || first?.isForeign) return undefined
  const isOpen = first?.known === undefined || isHouse || [...first.text].length < length
  const [family, open] = [characters.slice(0, length).join(''), first?.known === undefined ? (first?.text ?? '') : '']
  const own = length >= 2 && isOpen ? family : open
  const readings = own === family ? japaneseFamilyReadings(family) : japaneseWordReadings(own)
  if (own === '' || readings.length === 0) return undefined
  const rest = word.slice(own.length)
  return [readToken(own, 'word', ...readings), ...(rest === '' ? [] : hanTokens(rest, 'houses'))]
}
