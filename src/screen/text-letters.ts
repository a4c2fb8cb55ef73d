import { wordsOf } from '../names/index.ts'

/** What a UTF-16 unit is to the walk over a text. */
export const LETTER = {
  untold: 0,
  /** Blank, mark of punctuation, half of a rare character: ends a word. */
  apart: 1,
  /** A letter or digit that stands in words with blanks between them. */
  word: 2,
  han: 3,
  hangul: 4,
  kana: 5,
  /** Apostrophes, characters without width and the stroke that stretches Arabic words: as if they were not there. */
  nothing: 6,
  dot: 7,
  /** `&`, which is the word `and`. */
  and: 8,
  /** Ends names that are written without blanks too. */
  lineEnd: 9,
  /** Composes with what stands before it, or stands for several letters: the text is spelt out first. */
  composes: 10,
} as const

const kinds = new Uint8Array(0x10000)
const folded = new Uint16Array(0x10000)

/** The kind of a unit, one of {@link LETTER}. Told when first met, by the folding of names itself, so that names and texts are folded alike. */
export function kindOfLetter(code: number): number {
  return kinds[code] || told(code)
}

/** The unit that a unit folds to: lower case, half width, without accent, Han in its simplified form. Only of letters. */
export function foldedLetter(code: number): number {
  return folded[code] ?? code
}

/** Both tables, for the walk itself: a call for each letter would cost half its speed. */
export const LETTER_TABLES: { readonly kinds: Uint8Array; readonly folded: Uint16Array } = { kinds, folded }

const NOTHING = /[’'‘`´ʻʼ′“”"\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/
const COMPOSES = /[\p{M}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f]/u

function told(code: number): number {
  const kind = tell(code)
  kinds[code] = kind
  return kind
}

function tell(code: number): number {
  const c = String.fromCharCode(code)
  if (c === '\n' || c === '\r') return LETTER.lineEnd
  if (c === '.') return LETTER.dot
  if (c === '&' || c === '＆') return LETTER.and
  if (NOTHING.test(c)) return LETTER.nothing
  folded[code] = code
  if (COMPOSES.test(c)) return LETTER.composes
  const words = wordsOf(c)
  const word = words.join('')
  if (word === '') return LETTER.apart
  // A few Han characters have a simplified form outside the first plane; spelling whole texts out for them costs more than it finds.
  if (word.length > 1 && /\p{Script=Han}/u.test(c)) return LETTER.han
  if (words.length > 1 || word.length > 1) return LETTER.composes
  const to = word.charCodeAt(0)
  folded[code] = to
  if (to >= 0xac00 && to <= 0xd7a3) return LETTER.hangul
  if (to >= 0x3041 && to <= 0x30ff) return LETTER.kana
  return /\p{Script=Han}/u.test(word) ? LETTER.han : LETTER.word
}

/** A text with its letters composed and its ligatures spelt out, and for each unit where it stood: `at[k]` to `end[k]`. */
export interface SpeltOut {
  readonly text: string
  readonly at: Uint32Array
  readonly end: Uint32Array
}

/** A character with the marks, vowels and finals that compose with it. */
const PIECES = /[\s\S][\udc00-\udfff]?[\p{M}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]*/gu

/** Spells a text out piece by piece; only texts that hold letters which compose need it. */
export function spellOut(text: string): SpeltOut {
  const pieces: string[] = []
  const at: number[] = []
  const end: number[] = []
  let from = 0
  for (const [piece] of text.matchAll(PIECES)) {
    const plain = piece.length === 1 && kindOfLetter(piece.charCodeAt(0)) !== LETTER.composes ? piece : plainOf(piece)
    pieces.push(plain)
    for (let k = 0; k < plain.length; k++) {
      at.push(from)
      end.push(from + piece.length)
    }
    from += piece.length
  }
  return { text: pieces.join(''), at: Uint32Array.from(at), end: Uint32Array.from(end) }
}

/** Marks of other writing than Latin and Greek stay: there they are vowels. */
function plainOf(piece: string): string {
  const composed = piece.normalize('NFKC')
  const words = wordsOf(composed)
  return words.length === 0 ? composed.replace(/\p{M}/gu, '') : words.join(' ')
}
