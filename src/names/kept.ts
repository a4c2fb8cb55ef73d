import { textsTogether } from './together.ts'
import type { NameToken } from './tokens.ts'
import { type Likest, likest } from './word-meeting.ts'
import { lettersIn } from './word-shapes.ts'

/** Words that are tried as one (`mo xing` = `moxing`). */
export const SPAN = 4

/** Letters by which words written together may be longer or shorter than the one word. */
export const JOIN_LETTERS = 2

/** Two to four neighbouring words of a name, and how they read as one. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly weight: number
  readonly texts: readonly string[]
  /** {@link lettersIn} each of the texts. */
  readonly letters: readonly number[]
  /** First letters, when the words are three or more and none is a mere letter or two. */
  readonly initials: string | undefined
}

/** The words of one of two names that are compared, and what was found of them. */
export interface Side {
  readonly tokens: readonly NameToken[]
  readonly spans: (Span | undefined)[]
}

/** A side of which nothing is known yet. */
export function sideOf(tokens: readonly NameToken[]): Side {
  return { tokens, spans: [] }
}

/** Readings of a name asked for that are kept: it is compared with many, and its readings take turns. */
const READINGS = 8
const readings: Side[] = []
let next = 0

/** A reading of a name asked for with what was found of it before; made anew when others have taken its place. */
export function keptOf(tokens: readonly NameToken[]): Side {
  for (const one of readings) if (one.tokens === tokens) return one
  const made = sideOf(tokens)
  readings[next] = made
  next = (next + 1) % READINGS
  return made
}

/** Pairs of words that are kept compared; when they are more they begin anew. Words of names in other writings are the same objects in all names, as those of a packed list are. */
const KEPT_PAIRS = 300_000
const LOOKS = ['korean', 'chinese', undefined] as const
let pairs = 0
let likestBy = LOOKS.map(() => new WeakMap<NameToken, Map<NameToken, Likest | undefined>>())

/** As {@link likest}; words with several spellings, and syllables, are compared once for all names that have them. */
export function keptLikest(x: NameToken, y: NameToken, looks?: 'korean' | 'chinese'): Likest | undefined {
  if (looks === undefined && x.spellings.length === 1 && y.spellings.length === 1) return likest(x, y)
  const all = likestBy[LOOKS.indexOf(looks)] as WeakMap<NameToken, Map<NameToken, Likest | undefined>>
  let known = all.get(x)
  if (!known) {
    known = new Map()
    all.set(x, known)
  }
  const found = known.get(y)
  if (found || known.has(y)) return found
  const made = likest(x, y, looks)
  known.set(y, made)
  if (++pairs > KEPT_PAIRS) {
    likestBy = LOOKS.map(() => new WeakMap())
    pairs = 0
  }
  return made
}

/** Neighbouring words of a side as one, from a place up to another. */
export function spanAt({ tokens, spans }: Side, from: number, to: number): Span {
  const place = from * (SPAN + 1) + to - from
  const span = spans[place] ?? spanOf(tokens, from, to)
  spans[place] = span
  return span
}

function spanOf(tokens: readonly NameToken[], from: number, to: number): Span {
  const texts = textsTogether(tokens, from, to)
  return { ...plainSpan(tokens, from, to), texts, letters: texts.map(lettersIn) }
}

/** The same of words of one spelling each. */
export function plainSpan(tokens: readonly NameToken[], from: number, to: number): Span {
  let [weight, text, first, letters, areLong] = [0, '', '', 0, to - from >= 3]
  for (let k = from; k < to; k++) {
    const { weight: own, shown, spellings, shape } = tokens[k] as NameToken
    const spelt = spellings[0]?.text ?? ''
    weight += own
    areLong &&= shown.length >= 3
    text += spelt
    letters |= shape.any
    first += spelt[0] ?? ''
  }
  return { from, to, weight, texts: [text], letters: [letters], initials: areLong ? first : undefined }
}
