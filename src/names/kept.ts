import { writtenTogether } from './arabic.ts'
import type { NameToken } from './tokens.ts'
import { type Likest, likest } from './word-meeting.ts'
import { type Shapes, shapesFor, shapeWords } from './word-shapes.ts'

/** Words that are tried as one (`mo xing` = `moxing`). */
export const SPAN = 4

/** Two to four neighbouring words of a name, and how they read as one. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly weight: number
  readonly texts: readonly string[]
  /** First letters, when the words are three or more and none is a mere letter or two. */
  readonly initials: string | undefined
}

/** What was found of one reading of a name that is asked for: it is compared with many, and names of a packed list share their words. */
export interface Kept {
  readonly tokens: readonly NameToken[]
  /** What the letters of its words allow. */
  readonly shapes: Shapes
  readonly spans: (Span | undefined)[]
}

/** Readings that are kept: those of one name take turns. */
const READINGS = 8
const readings: Kept[] = []
let next = 0

/** What was found of a reading before; made anew when others have taken its place. */
export function keptOf(tokens: readonly NameToken[]): Kept {
  for (const one of readings) if (one.tokens === tokens) return one
  const shapes = readings[next]?.shapes ?? shapesFor()
  const made = { tokens, shapes, spans: [] }
  shapeWords(tokens, shapes)
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

/** Neighbouring words of a kept reading as one, from a place up to another. */
export function keptSpan(kept: Kept, from: number, to: number): Span {
  const place = from * (SPAN + 1) + to - from
  const span = kept.spans[place] ?? spanOfWords(kept.tokens, from, to)
  kept.spans[place] = span
  return span
}

/** Neighbouring words as one, from a place up to another; of plain words only as they stand. */
export function spanOfWords(tokens: readonly NameToken[], from: number, to: number, arePlainWords = false): Span {
  let [weight, text, areLong] = [0, '', to - from >= 3]
  for (let k = from; k < to; k++) {
    const { weight: own, shown, spellings } = tokens[k] as NameToken
    weight += own
    areLong &&= shown.length >= 3
    if (arePlainWords) text += spellings[0]?.text ?? ''
  }
  const words = areLong || !arePlainWords ? tokens.slice(from, to) : []
  return { from, to, weight, texts: arePlainWords ? [text] : [...joinsOf(words)], initials: areLong ? initialsOf(words) : undefined }
}

function joinsOf(tokens: readonly NameToken[]): Set<string> {
  const vias = new Set(tokens.flatMap(({ spellings }) => spellings.map(({ via }) => via)))
  const texts = new Set<string>()
  for (const via of vias)
    texts.add(writtenTogether(tokens.map(({ spellings }) => (spellings.find((one) => one.via === via) ?? spellings[0])?.text ?? '')))
  // Hangul syllables have several romanisations under one name; the nth of each is tried together.
  for (let n = 1; n < 3; n++) texts.add(writtenTogether(tokens.map(({ spellings }) => (spellings[n] ?? spellings[0])?.text ?? '')))
  return texts
}

function initialsOf(tokens: readonly NameToken[]): string {
  return tokens.map(({ spellings }) => spellings[0]?.text[0] ?? '').join('')
}
