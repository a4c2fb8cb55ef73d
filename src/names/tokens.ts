import { COMMON_WORDS, GENERIC_WORDS, PARTICLES, PLACE_WORDS } from './tables/common-words.ts'
import { LEGAL_WORDS } from './tables/legal-forms.ts'
import { type Shape, shapeOf } from './word-shapes.ts'

/** What a word of a name is, which decides how much agreeing on it says. */
export type TokenKind = 'word' | 'short' | 'generic' | 'common' | 'place' | 'surname' | 'number' | 'particle' | 'initial'

/** How much a word of each kind counts; 1 is a word that few names share. */
export const KIND_WEIGHT: { readonly [K in TokenKind]: number } = {
  word: 1,
  short: 0.7,
  generic: 0.25,
  common: 0.7,
  place: 0.45,
  surname: 0.5,
  number: 0.8,
  particle: 0.15,
  initial: 0.35,
}

/** One way to write a word; `via` says how it was reached when it is not the word itself. */
export interface Spelling {
  readonly text: string
  readonly via?:
    | 'pinyin'
    | 'customary spelling'
    | 'Wade–Giles'
    | 'spelling abroad'
    | 'transcription'
    | 'translation'
    | 'dictionary'
    | 'Korean reading'
    | 'Cantonese reading'
    | 'Japanese reading'
    | 'Chinese name'
    | 'romanisation'
    | 'transliteration'
    | 'word form'
}

/** Whether a word was reached by what another one means: by a table of our own choice or a general dictionary. */
export function isMeaning(via: Spelling['via']): boolean {
  return via === 'translation' || via === 'dictionary'
}

/** What a way to reach a spelling leaves of a likeness: a translation is one of several, one of a dictionary one of many; a reading or word form is nearly the word itself. */
export function leftBy(via: Spelling['via']): number {
  return via === undefined ? 1 : via === 'translation' ? 0.93 : via === 'dictionary' ? 0.9 : 0.97
}

/** What a reason calls words that met by a way to reach a spelling: `chinese-name` for `Chinese name`. */
export function featureOf(via: NonNullable<Spelling['via']>): string {
  return via.replace(' ', '-').toLowerCase()
}

/** One word of a name. */
export interface NameToken {
  /** The folded word as it stands. */
  readonly shown: string
  readonly spellings: readonly Spelling[]
  readonly kind: TokenKind
  readonly weight: number
  /** What its letters allow. */
  readonly shape: Shape
}

/** A word with its spellings, weighed by its kind. */
export function token(shown: string, spellings: readonly Spelling[], kind: TokenKind): NameToken {
  return { shown, spellings, kind, weight: KIND_WEIGHT[kind], shape: shapeOf(spellings) }
}

const otherKinds = new WeakMap<NameToken, Map<TokenKind, NameToken>>()

/** A word as another kind: the same object each time, so that what is known of it is found again. */
export function asKind(one: NameToken, kind: TokenKind): NameToken {
  if (one.kind === kind) return one
  const known = otherKinds.get(one) ?? new Map<TokenKind, NameToken>()
  const made = known.get(kind) ?? { ...one, kind, weight: KIND_WEIGHT[kind] }
  otherKinds.set(one, known.set(kind, made))
  return made
}

/** The kind of a Latin word in a name of a company; persons are weighed by {@link asPerson}. */
export function kindOf(word: string): TokenKind {
  if (/^[0-9]+$/.test(word)) return 'number'
  if (PARTICLES.has(word)) return 'particle'
  if (PLACE_WORDS.has(word)) return 'place'
  if (GENERIC_WORDS.has(word) || LEGAL_WORDS.has(word)) return 'generic'
  if (COMMON_WORDS.has(word)) return 'common'
  if (word.length === 1) return 'initial'
  return word.length === 2 ? 'short' : 'word'
}
