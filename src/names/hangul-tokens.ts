import { koreanSpellings } from './han-tokens.ts'
import { romanizeSyllables, syllableClass } from './hangul.ts'
import { type HangulKind, type HangulSegment, type HangulWord, hangulSegments } from './hangul-segments.ts'
import { decomposed } from './jamo.ts'
import { remembered } from './memo.ts'
import { romaniseKorean, withoutMarks } from './romanise-korean.ts'
import { HANGUL_GIVEN, HANGUL_SURNAMES } from './tables/hangul-words.ts'
import { kindOf, type NameToken, type TokenKind, token } from './tokens.ts'

/** What agreeing on a Korean word says, by what kind of word it is. */
const TOKEN_KINDS: { readonly [K in HangulKind]: TokenKind } = {
  trade: 'generic',
  common: 'common',
  place: 'place',
  named: 'word',
  end: 'generic',
  lead: 'generic',
  legal: 'particle',
}

/** Whether some word of the tables stands in a Hangul word. */
export function hasHangulWord(word: string): boolean {
  return hangulSegments(word).some(({ known }) => known !== undefined)
}

/** The words of an organisation's name in Hangul with their Latin spellings: what known words mean and how they sound, names by their sound. Legal forms are none, where anything else is left. */
export function hangulTokens(word: string): NameToken[] {
  return comparable(hangulSegments(word)).map(latinOfSegment)
}

/** The same in their own writing. */
export function nativeHangulTokens(word: string): NameToken[] {
  return comparable(hangulSegments(word)).map(({ text, known }) => token(text, [{ text }], known ? kindOfKnown(known) : 'word'))
}

function comparable(segments: readonly HangulSegment[]): readonly HangulSegment[] {
  const kept = segments.filter(({ known }) => known?.kind !== 'legal')
  return kept.length > 0 ? kept : segments
}

function latinOfSegment({ text, known }: HangulSegment): NameToken {
  const sounds = soundsOf(text)
  const rest = sounds.filter((one) => known?.words.includes(one) !== true).map((one) => ({ text: one, via: 'romanisation' }) as const)
  if (known === undefined) return token(text, rest, text.length === 1 ? 'short' : 'word')
  // What a table says that is how the word sounds (`은하`, Unha) is no meaning of it.
  const words = known.words.map((one) => ({ text: one, via: sounds.includes(one) ? 'romanisation' : 'translation' }) as const)
  return token(text, [...words, ...rest], kindOfKnown(known))
}

/** A trade that few houses have (`reconnaissance`) says more than one that many have. */
function kindOfKnown({ kind, words }: HangulWord): TokenKind {
  return kind === 'trade' && kindOf(words[0] ?? '') === 'word' ? 'common' : TOKEN_KINDS[kind]
}

/** The syllables of a personal name in Hangul, each with its romanisations. */
export function hangulSyllables(word: string): NameToken[] {
  return [...word].map(hangulSyllable)
}

const hangulSyllable = remembered((syllable) => token(syllable, koreanSpellings(syllable, 'romanisation'), 'short'))

/**
 * How a Korean word is written by its sound, without marks, each way once: by the systems of the North, of McCune and Reischauer and of the South, as spoken; by the same syllable by syllable; as English habit mixes them (`Daesong`); and with the
 * initial of the other side of the border (`련봉`, `연봉`).
 */
const soundsOf = remembered((text): readonly string[] => {
  const ways = new Set<string>()
  const put = (latin: string) => {
    const plain = withoutMarks(latin).toLowerCase().replace(/[^a-z]/g, '') // biome-ignore format: one step
    if (plain !== '') ways.add(plain)
  }
  for (const system of ['dprk', 'mccune', 'revised'] as const) put(romaniseKorean(text, system))
  for (const system of ['dprk', 'mr', 'rr'] as const) put(romanizeSyllables(text, system).join(''))
  for (const one of [...ways]) put(one.replace(/eo/g, 'o').replace(/eu/g, 'u'))
  for (const other of otherInitials(text)) for (const system of ['dprk', 'mccune'] as const) put(romaniseKorean(other, system))
  return [...ways]
})

/** Chinese readings that begin with ㄹ in the North, as the South begins them: which of its words come from one the letters do not tell. */
const LIQUIDS = '라락란람랑래랭량려력련렬렴령례로록론뢰료룡루류륙륜률륭릉리린림립'
const NORTHERN: ReadonlyMap<string, string> = new Map([...LIQUIDS].map((liquid) => [southernOf(liquid), liquid]))

function southernOf(syllable: string): string {
  return syllableClass(syllable)
}

/** A word with the initial that the other side of the border writes: ㄹ as ㄴ or none, and back. */
function otherInitials(text: string): readonly string[] {
  const first = text.slice(0, 1)
  const letters = decomposed(first)
  if (text.length < 2 || letters === undefined) return []
  const other = letters.onset === 'ㄹ' ? southernOf(first) : NORTHERN.get(first)
  return other === undefined || other === first ? [] : [other + text.slice(1)]
}

/**
 * Whether a lone Hangul word is built like a personal name: two to four syllables with a family name first. Where it is not known to be one, it is none when it is a word of an organisation's name: a trade or a place itself, or with a trade
 * that many houses have, or an end, after another syllable (`하은행`). A given name may be a word that houses take as a name (`김미래`), and a family name with the syllable after it a word (`조선희`).
 */
export function isHangulPersonName(word: string, isPerson: boolean): boolean {
  if (word.length < 2 || word.length > 4 || !HANGUL_SURNAMES.has(word.slice(0, 1))) return false
  if (isPerson) return true
  const segments = hangulSegments(word)
  const last = segments.at(-1)?.known
  if (word.length === 2) return last === undefined || (last.kind !== 'place' && last.kind !== 'named' && kindOfKnown(last) !== 'generic')
  if (word.length === 3 && segments.length === 2) return !isHouseEnd(last) || HANGUL_GIVEN.has(word.slice(1))
  return segments.every(({ known }) => known === undefined)
}

function isHouseEnd(last: HangulWord | undefined): boolean {
  return last !== undefined && last.kind !== 'place' && last.kind !== 'named' && kindOfKnown(last) !== 'common'
}
