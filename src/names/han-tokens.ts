import { isHanPersonName, pinyinOf } from './han.ts'
import { type HanKind, type HanReading, type HanSegment, hanSegments } from './han-segments.ts'
import { romanizeSyllables } from './hangul.ts'
import { HAN_BRANCHES, HAN_LEGAL } from './tables/han-words.ts'
import { kindOf, type NameToken, type Spelling, type TokenKind, token } from './tokens.ts'
import { customarySpellings, isForeignRun, isTranscriptionCharacter, transcribed } from './transcription.ts'

/** What agreeing on a Chinese word says, by what kind of word it is. */
const TOKEN_KINDS: { readonly [K in HanKind]: TokenKind } = {
  trade: 'generic',
  common: 'common',
  place: 'place',
  'place-end': 'particle',
  house: 'word',
  namesake: 'word',
  joiner: 'particle',
  legal: 'particle',
}

/** The words of an organisation's name in Chinese characters, as one reading divides it, with their Latin spellings: translations and pinyin of known words, pinyin of the others character by character, sound for foreign names. */
export function hanTokens(text: string, reading: HanReading): NameToken[] {
  return comparable(hanSegments(text, reading)).flatMap(latinOfSegment)
}

/** Pieces without joiners and legal forms, where anything else is left. */
function comparable(segments: readonly HanSegment[]): readonly HanSegment[] {
  const kept = withPlaceEnds(segments).filter(({ known }) => known?.kind !== 'joiner' && known?.kind !== 'legal')
  return kept.length > 0 ? kept : segments
}

/** A place and what kind of place it is (`深圳市`) are one word, which is spelt without and with it. */
function withPlaceEnds(segments: readonly HanSegment[]): readonly HanSegment[] {
  const out: HanSegment[] = []
  for (const segment of segments) {
    const before = out.at(-1)
    if (segment.known?.kind === 'place-end' && before?.known?.kind === 'place') {
      const [place = ''] = before.known.words
      const ends = segment.known.words.map((end) => place + end)
      out[out.length - 1] = { text: before.text + segment.text, known: { kind: 'place', words: [...before.known.words, ...ends] } }
    } else out.push(segment)
  }
  return out
}

function latinOfSegment({ text, known, isForeign }: HanSegment): NameToken[] {
  if (isForeign) return foreignWord(text)
  const syllables = pinyinOf(text, false)
  if (known === undefined) return [...text].map((c, i) => token(c, [{ text: syllables[i] ?? c, via: 'pinyin' }], 'short'))
  const via = known.kind === 'namesake' ? 'Chinese name' : 'translation'
  const read = known.words.map((word) => ({ text: word, via }) as const)
  const also = known.also?.map((word) => ({ text: word, via: 'dictionary' }) as const) ?? []
  // A word that only the dictionary has is read by its sound character by character, in the other readings.
  const pinyin = read.length === 0 && also.length > 0 ? [] : [{ text: syllables.join(''), via: 'pinyin' } as const]
  return [token(text, [...read, ...also, ...pinyin], kindOfKnown(known))]
}

/** A number in words is a number; a trade that few houses have (`quantum`) says more than one that many have; the others by {@link TOKEN_KINDS}. */
function kindOfKnown({ kind, words }: NonNullable<HanSegment['known']>): TokenKind {
  const first = words[0] ?? ''
  if (/^[0-9]+$/.test(first)) return 'number'
  return kind === 'trade' && kindOf(first) === 'word' ? 'common' : TOKEN_KINDS[kind]
}

/** A word in Chinese characters read as a foreign name, as a whole where it can be one (always when `isName`: the words between points of a person's name). */
export function foreignTokens(text: string, isName: boolean, hasPoint: boolean): NameToken[] {
  const isWhole = isName || ([...text].every(isTranscriptionCharacter) && (hasPoint || isForeignRun(text)))
  return isWhole ? foreignWord(text) : hanTokens(text, hasPoint ? 'pointed' : 'foreign')
}

/** A personal name of Chinese build as the foreign one that it is known to be: by its sound and the custom of those who sound so, which is a lead; `安东尼` can be a Chinese person. */
export function knownForeignTokens(text: string): NameToken[] {
  return [token(text, [{ text: transcribed(text), via: 'transcription' }], 'word')]
}

/** What `圣` before a name by sound stands for: English, French and Portuguese, Spanish and Italian. */
const SAINT = ['saint', 'st', 'san', 'santa', 'santo', 'sao', 'sankt', 'sainte'].map(
  (text): Spelling => ({ text, via: 'customary spelling' }),
)

/** A foreign name; where it is a saint's (`圣约翰`), the two words that Latin letters write, apart or as one (`圣地亚哥`). */
function foreignWord(text: string): NameToken[] {
  return text.length > 2 && text.startsWith('圣') && customarySpellings(text).length === 0
    ? [token('圣', SAINT, 'short'), foreignToken(text.slice(1))]
    : [foreignToken(text)]
}

function foreignToken(text: string): NameToken {
  const others = [...customarySpellings(text), pinyinOf(text, false).join('')].map(
    (one): Spelling => ({ text: one, via: 'customary spelling' }),
  )
  return token(text, [{ text: transcribed(text), via: 'transcription' }, ...others], 'word')
}

/** A Hangul syllable in the spellings of the North, the South and McCune–Reischauer. */
export function koreanSpellings(syllable: string, via: 'romanisation' | 'Korean reading'): Spelling[] {
  const texts = new Set((['dprk', 'rr', 'mr'] as const).flatMap((system) => romanizeSyllables(syllable, system)))
  return [...texts].map((text) => ({ text, via }))
}

/** Words without the branch that ends a name and where it is (`捷克分公司`, `驻北京办事处`): a branch is no word of its house's name. `legal` are the forms that were taken off. Undefined where there is none, or nothing else. */
export function withoutBranch(words: readonly string[], legal: readonly string[]): readonly string[] | undefined {
  const last = words.at(-1) ?? ''
  const segments = [...hanSegments(last, 'meaning')]
  const isBranch = HAN_BRANCHES.has(segments.at(-1)?.text ?? '')
  if (isBranch) segments.pop()
  if (!isBranch && !legal.some((form) => HAN_BRANCHES.has(form))) return undefined
  while (WHERE.has(segments.at(-1)?.known?.kind)) segments.pop()
  if (segments.length > 1 && HAN_LEGAL.includes(segments.at(-1)?.text ?? '')) segments.pop()
  const rest = segments.map(({ text }) => text).join('')
  const kept = rest === '' ? words.slice(0, -1) : [...words.slice(0, -1), rest]
  return rest === last || kept.length === 0 ? undefined : kept
}

/** Kinds of words that say where a branch is. */
const WHERE: ReadonlySet<HanKind | undefined> = new Set(['place', 'place-end', 'joiner'])

/** The words of an organisation's name in its own characters. */
export function nativeHanTokens(text: string): NameToken[] {
  return comparable(hanSegments(text, 'meaning')).map(({ text: own, known }) =>
    token(own, [{ text: own }], known ? kindOfKnown(known) : 'word'),
  )
}

/** Whether a lone word is a personal name and holds no word of an organisation's name. */
export function isHanPersonWord(word: string): boolean {
  return (
    isHanPersonName(word) && !hanSegments(word.slice(1), 'meaning').some(({ text, known }) => known?.kind === 'trade' && text.length > 1)
  )
}
