import { standsAlone, withoutMark } from './arabic.ts'
import { JOIN_LETTERS, keptLikest, keptOf, plainSpan, type Side, SPAN, type Span, sideOf, spanAt } from './kept.ts'
import type { PreparedName } from './prepare.ts'
import { compareWords, EDITS_SHARE, editsOf } from './similarity.ts'
import type { NameToken } from './tokens.ts'
import { isBySound, type Likest, soundOf } from './word-meeting.ts'
import { arePlain, canNotJoin, canNotMeet, differ, lettersIn } from './word-shapes.ts'

/** Words of one name that were held to be words of the other. */
export interface Aligned {
  /** Half-open index ranges in the two token lists. */
  readonly a: readonly [from: number, to: number]
  readonly b: readonly [from: number, to: number]
  readonly score: number
  /** Mean weight of the words on both sides. */
  readonly weight: number
  readonly feature: string
  readonly detail: string
  /** Letters that differ between the two. */
  readonly edits: number
  /** Whether joined words met by the sound of a foreign name alone. */
  readonly bySound?: boolean
}

/** How the words of two names were paired and what was left over. */
export interface Alignment {
  readonly pairs: readonly Aligned[]
  readonly leftA: readonly number[]
  readonly leftB: readonly number[]
}

/** Pairs the words of two names one to one, one to several joined, or as initials; each word is used once, best likeness first. Swapping the names swaps the result. */
export function alignTokens(a: readonly NameToken[], b: readonly NameToken[], looks?: 'korean' | 'chinese'): Alignment {
  const candidates = candidatesOf(a, b, looks)
  if (candidates.length > 1) candidates.sort(likelierFirst)
  // A bit for each word that has a partner: there are fewer words than bits.
  let [usedA, usedB] = [0, 0]
  const pairs: Aligned[] = []
  for (const candidate of candidates) {
    const [inA, inB] = [bitsOf(candidate.a), bitsOf(candidate.b)]
    if ((usedA & inA) !== 0 || (usedB & inB) !== 0) continue
    usedA |= inA
    usedB |= inB
    pairs.push(candidate)
  }
  const [leftA, leftB] = [leftOf(a, usedA), leftOf(b, usedB)]
  const divided = dividedElsewhere(a, b, leftA, leftB)
  if (divided) pairs.push(divided)
  if (pairs.length > 1) pairs.sort((x, y) => x.a[0] - y.a[0])
  return divided ? { pairs, leftA: [], leftB: [] } : { pairs, leftA, leftB }
}

function likelierFirst(x: Aligned, y: Aligned): number {
  return (
    y.score * spanOf(y) - x.score * spanOf(x) ||
    y.score - x.score ||
    Math.abs(x.a[0] - x.b[0]) - Math.abs(y.a[0] - y.b[0]) ||
    x.a[0] + x.b[0] - (y.a[0] + y.b[0]) ||
    Math.min(x.a[0], x.b[0]) - Math.min(y.a[0], y.b[0])
  )
}

function bitsOf([from, to]: readonly [number, number]): number {
  return (1 << to) - (1 << from)
}

function leftOf(tokens: readonly NameToken[], used: number): number[] {
  const left: number[] = []
  for (let i = 0; i < tokens.length; i++) if ((used & (1 << i)) === 0) left.push(i)
  return left
}

/** Letters from which on the words that are left over may be one text divided at another place. */
const DIVIDED = 6
/** Letters of such a text for each letter that may differ in it. */
const LETTERS_PER_EDIT = 10

/** The words that found no partner on either side, when they are neighbours and the same letters but for where they are divided: `arefullaha ref`, `arefullah aref`. */
function dividedElsewhere(
  a: readonly NameToken[],
  b: readonly NameToken[],
  leftA: readonly number[],
  leftB: readonly number[],
): Aligned | undefined {
  if (leftA.length + leftB.length < 3 || leftA.length === 0 || leftB.length === 0 || !isRun(leftA) || !isRun(leftB)) return undefined
  if (areApart(a, leftA, b, leftB)) return undefined
  const [p, q] = [textOf(a, leftA), textOf(b, leftB)]
  const edits = editsOf(p, q)
  const longest = Math.max(p.length, q.length)
  if (longest < DIVIDED || edits > Math.floor(longest / LETTERS_PER_EDIT)) return undefined
  const weightOf = (tokens: readonly NameToken[], left: readonly number[]) => left.reduce((sum, i) => sum + (tokens[i]?.weight ?? 0), 0)
  return {
    a: [leftA[0] ?? 0, (leftA.at(-1) ?? 0) + 1],
    b: [leftB[0] ?? 0, (leftB.at(-1) ?? 0) + 1],
    score: 0.95 * (1 - edits / longest),
    weight: (weightOf(a, leftA) + weightOf(b, leftB)) / 2,
    feature: 'divided',
    detail: edits === 0 ? 'the same letters, divided elsewhere' : `divided elsewhere, ${edits} of ${longest} letters differ`,
    edits: edits + 1,
  }
}

/** Whether plain words of two names have too many letters that are not the other's to be one text. False says nothing. */
function areApart(a: readonly NameToken[], leftA: readonly number[], b: readonly NameToken[], leftB: readonly number[]): boolean {
  const [lettersA, lengthA] = plainLettersOf(a, leftA)
  const [lettersB, lengthB] = plainLettersOf(b, leftB)
  if (lettersA === 0 || lettersB === 0) return false
  const most = Math.floor(Math.max(lengthA, lengthB) / LETTERS_PER_EDIT)
  return Math.abs(lengthA - lengthB) > most || differ(lettersA, lettersB, most)
}

/** The letters of plain words as bits, and how many they are; no bits where a word is not plain. */
function plainLettersOf(tokens: readonly NameToken[], indices: readonly number[]): readonly [letters: number, length: number] {
  let [letters, length] = [0, 0]
  for (const i of indices) {
    if (!arePlain(tokens, i, i + 1)) return [0, 0]
    const { any, most } = (tokens[i] as NameToken).shape
    letters |= any
    length += most
  }
  return [letters, length]
}

function isRun(indices: readonly number[]): boolean {
  for (let k = 1; k < indices.length; k++) if (indices[k] !== (indices[0] ?? 0) + k) return false
  return true
}

function textOf(tokens: readonly NameToken[], indices: readonly number[]): string {
  return indices.map((i) => tokens[i]?.spellings[0]?.text ?? '').join('')
}

/** Whether the pairs stand in another order on the other side. */
export function isReordered(pairs: readonly Aligned[]): boolean {
  return pairs.some((pair, i) => pairs.slice(i + 1).some((later) => later.b[0] < pair.b[0]))
}

/** Whether reordered pairs only begin at another word: `Lu Hezheng`, `Hezheng Lu`. */
export function isRotation(pairs: readonly Aligned[]): boolean {
  const falls = pairs.filter((pair, i) => (pairs[(i + 1) % pairs.length]?.b[0] ?? 0) < pair.b[0]).length
  return falls <= 1
}

function spanOf(pair: Aligned): number {
  return pair.feature === 'initial' || pair.feature === 'initials' ? 0.5 : 1
}

function candidatesOf(a: readonly NameToken[], b: readonly NameToken[], looks?: 'korean' | 'chinese'): Aligned[] {
  const found: Aligned[] = []
  const mayAbbreviate = hasTrade(a) || hasTrade(b) || a.length === 1 || b.length === 1
  const [one, other] = [keptOf(a), sideOf(b)]
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as NameToken
    for (let j = 0; j < b.length; j++) {
      const y = b[j] as NameToken
      if (looks === undefined && x.shown !== y.shown && canNotMeet(x.shape, y.shape)) continue
      const single = keptLikest(x, y, looks)
      if (single) found.push({ a: [i, i + 1], b: [j, j + 1], weight: (x.weight + y.weight) / 2, ...single })
    }
  }
  eachSpan(one, other, mayAbbreviate, (span, j, y) => joined(found, span, y, [span.from, span.to], [j, j + 1], looks, mayAbbreviate, 'apart'))
  eachSpan(other, one, mayAbbreviate, (span, i, x) => joined(found, span, x, [i, i + 1], [span.from, span.to], looks, mayAbbreviate, 'together'))
  return found
} // biome-ignore format: two calls that are alike

function hasTrade(tokens: readonly NameToken[]): boolean {
  for (const { kind } of tokens) if (kind === 'generic' || kind === 'place') return true
  return false
}

/** Gives the spans of one name with each word of the other that they may be; lengths, letters and first letters tell most apart without writing them together. */
function eachSpan(side: Side, other: Side, mayAbbreviate: boolean, give: (span: Span, at: number, word: NameToken) => void): void {
  const { tokens } = side
  for (let from = 0; from + 1 < tokens.length; from++) {
    if (isNoPiece(tokens[from])) continue
    for (let to = from + 2; to <= Math.min(tokens.length, from + SPAN); to++) {
      if (isNoPiece(tokens[to - 1])) break
      let span: Span | undefined
      for (let j = 0; j < other.tokens.length; j++) {
        const word = other.tokens[j] as NameToken
        if (canNotJoin(tokens, from, to, word.shape, JOIN_LETTERS) && !(mayAbbreviate && isLong(word, to - from))) continue
        span ??= arePlain(tokens, from, to) ? plainSpan(tokens, from, to) : spanAt(side, from, to)
        give(span, j, word)
      }
    }
  }
}

function isNoPiece(one: NameToken | undefined): boolean {
  return one !== undefined && (one.kind === 'number' || standsAlone(one))
}

/** Whether a word has as many letters as there are words, so that it may be their first letters. */
function isLong({ spellings }: NameToken, words: number): boolean {
  if (words < 3) return false
  for (const { text } of spellings) if (text.length === words) return true
  return false
}

/** Least likeness of words written together and the one word. */
const JOINED_FROM = 0.88

/** Whether two texts have too many letters that are not the other's to be alike by {@link JOINED_FROM}: each is an edit. Letters of which nothing is known are 0. */
function areOther(a: number, b: number, longest: number): boolean {
  if (a === 0 || b === 0) return false
  return differ(a, b, Math.floor((longest * (1 - JOINED_FROM)) / EDITS_SHARE))
}

function joined(
  found: Aligned[],
  span: Span,
  one: NameToken,
  a: readonly [number, number],
  b: readonly [number, number],
  looks: 'korean' | 'chinese' | undefined,
  mayAbbreviate: boolean,
  how: 'apart' | 'together',
): void {
  let best: Likest | undefined
  let bySound = false
  for (const { text: whole } of one.spellings) {
    const letters = one.spellings.length === 1 ? one.shape.any : lettersIn(whole)
    for (let k = 0; k < span.texts.length && whole.length >= 4; k++) {
      const text = span.texts[k] as string
      const isSound = isBySound(text, whole)
      if (!isSound && (text[0] !== whole[0] || Math.abs(text.length - whole.length) > JOIN_LETTERS)) continue
      if (looks !== 'korean' && areOther(span.letters[k] ?? 0, letters, Math.max(text.length, whole.length))) continue
      const likeness = isSound ? soundOf(text, whole) : compareWords(text, whole, looks)
      // Pieces are no slip of a place: `hong long` is not `hongkong`.
      if (one.kind === 'place' && likeness.score < 1) continue
      const score = likeness.score * 0.98
      if (likeness.score < JOINED_FROM || (best && score <= best.score)) continue
      const [written, other] = [withoutMark(text), likeness.score < 1 ? ` ~ ${withoutMark(whole)} (${likeness.detail})` : '']
      best = { score, feature: 'joined', detail: `written ${how}: ${written}${other}`, edits: likeness.edits }
      bySound = likeness.feature === 'sound-foreign'
    }
    if (!best && mayAbbreviate && whole === span.initials)
      best = { score: 0.75, feature: 'initials', detail: 'first letters of the words', edits: 0 }
  }
  // Pieces of one word weigh as that word.
  const weight = Math.min(1, Math.max((span.weight + one.weight) / 2, one.weight))
  if (best) found.push(bySound ? { a, b, weight, ...best, bySound } : { a, b, weight, ...best })
}

/** How both names are built, when they are built alike. */
export function sharedLooks(a: PreparedName, b: PreparedName): 'korean' | 'chinese' | undefined {
  if (!a.looks || !b.looks) return undefined
  const [x, y] = [a.looks, b.looks]
  if (x === 'korean' || y === 'korean') return x === 'chinese' || y === 'chinese' ? undefined : 'korean'
  return 'chinese'
}
