import { koreanSpellings } from './han-tokens.ts'
import { romanizeSyllables } from './hangul.ts'
import { remembered } from './memo.ts'
import { HANGUL_WORDS } from './tables/hangul-words.ts'
import { kindOf, type NameToken, token } from './tokens.ts'

/** Syllables of the longest word of the table. */
const LONGEST = 7

/** One piece of a Hangul word. */
export interface HangulSegment {
  readonly text: string
  /** Its translations, parted by `|`; undefined where no table has it. */
  readonly known?: string
}

/** A Hangul word as its known words, longest first, and what lies between. */
export function hangulSegments(word: string): readonly HangulSegment[] {
  const segments: HangulSegment[] = []
  let open = ''
  const flush = () => {
    if (open !== '') segments.push({ text: open })
    open = ''
  }
  for (let i = 0; i < word.length; ) {
    let taken = 0
    for (let length = Math.min(LONGEST, word.length - i); length >= 1 && taken === 0; length--) {
      const text = word.slice(i, i + length)
      if (Object.hasOwn(HANGUL_WORDS, text)) {
        flush()
        segments.push({ text, known: HANGUL_WORDS[text] ?? '' })
        taken = length
      }
    }
    if (taken === 0) open += word[i]
    i += Math.max(1, taken)
  }
  flush()
  return segments
}

/** The words of a segment with their Latin spellings: its translations and its romanisation, or syllable by syllable where no table has it. */
export function hangulLatin(segment: HangulSegment): NameToken[] {
  if (segment.known === undefined) return hangulSyllables(segment.text)
  const translations = segment.known.split('|').map((text) => ({ text, via: 'translation' }) as const)
  const kind = kindOf(translations[0]?.text ?? '')
  return [token(segment.text, [...translations, { text: romanizeSyllables(segment.text, 'rr').join(''), via: 'romanisation' }], kind)]
}

/** The syllables of a Hangul word, each with its romanisations. */
export function hangulSyllables(word: string): NameToken[] {
  return [...word].map(hangulSyllable)
}

const hangulSyllable = remembered((syllable) => token(syllable, koreanSpellings(syllable, 'romanisation'), 'short'))
