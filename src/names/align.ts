import type { NameToken, PreparedName } from './prepare.ts'
import { compareWords, WORD_FLOOR } from './similarity.ts'

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
}

/** How the words of two names were paired and what was left over. */
export interface Alignment {
  readonly pairs: readonly Aligned[]
  readonly leftA: readonly number[]
  readonly leftB: readonly number[]
}

/** Words that are tried as one (`mo xing` = `moxing`). */
const SPAN = 4

/** Pairs the words of two names one to one, one to several joined, or as initials; each word is used once, best likeness first. Swapping the names swaps the result. */
export function alignTokens(a: readonly NameToken[], b: readonly NameToken[], looks?: 'korean' | 'chinese'): Alignment {
  const candidates = candidatesOf(a, b, looks)
  candidates.sort(
    (x, y) =>
      y.score * spanOf(y) - x.score * spanOf(x) ||
      y.score - x.score ||
      Math.abs(x.a[0] - x.b[0]) - Math.abs(y.a[0] - y.b[0]) ||
      x.a[0] + x.b[0] - (y.a[0] + y.b[0]) ||
      Math.min(x.a[0], x.b[0]) - Math.min(y.a[0], y.b[0]),
  )
  const usedA = new Array<boolean>(a.length).fill(false)
  const usedB = new Array<boolean>(b.length).fill(false)
  const pairs: Aligned[] = []
  for (const candidate of candidates) {
    if (isUsed(usedA, candidate.a) || isUsed(usedB, candidate.b)) continue
    usedA.fill(true, ...candidate.a)
    usedB.fill(true, ...candidate.b)
    pairs.push(candidate)
  }
  const left = (used: readonly boolean[]) => used.flatMap((isTaken, i) => (isTaken ? [] : [i]))
  pairs.sort((x, y) => x.a[0] - y.a[0])
  return { pairs, leftA: left(usedA), leftB: left(usedB) }
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

function isUsed(used: readonly boolean[], [from, to]: readonly [number, number]): boolean {
  for (let i = from; i < to; i++) if (used[i]) return true
  return false
}

function candidatesOf(a: readonly NameToken[], b: readonly NameToken[], looks?: 'korean' | 'chinese'): Aligned[] {
  const found: Aligned[] = []
  const areWords = [a, b].map((tokens) => tokens.some(({ kind }) => kind === 'generic' || kind === 'place'))
  const mayAbbreviate = areWords[0] === true || areWords[1] === true || a.length === 1 || b.length === 1
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) {
      const single = likest(x, y, looks)
      if (single) found.push({ a: [i, i + 1], b: [j, j + 1], weight: (x.weight + y.weight) / 2, ...single })
    }
  }
  for (const span of spansOf(a))
    for (const [j, y] of b.entries()) joined(found, span, y, [span.from, span.to], [j, j + 1], looks, mayAbbreviate, 'apart')
  for (const span of spansOf(b))
    for (const [i, x] of a.entries()) joined(found, span, x, [i, i + 1], [span.from, span.to], looks, mayAbbreviate, 'together')
  return found
}

function likest(x: NameToken, y: NameToken, looks?: 'korean' | 'chinese'): { score: number; feature: string; detail: string } | undefined {
  if (x.shown === y.shown) return { score: 1, feature: 'same', detail: 'the same word' }
  let best: { score: number; feature: string; detail: string } | undefined
  for (const p of x.spellings) {
    for (const q of y.spellings) {
      const likeness = compareWords(p.text, q.text, looks)
      const via = p.via ?? q.via
      // A translation is one of several; a reading or word form is nearly the word itself.
      const factor = p.via === undefined && q.via === undefined ? 1 : p.via === 'translation' || q.via === 'translation' ? 0.93 : 0.97
      const score = likeness.score * factor
      if (score < WORD_FLOOR || (best && best.score >= score)) continue
      if (factor < 1 && likeness.score < 1 && (via === 'translation' || via === 'word form')) continue
      const feature =
        via === undefined ? likeness.feature : likeness.feature === 'same' ? via.replace(' ', '-').toLowerCase() : likeness.feature
      best = { score, feature, detail: via === undefined ? likeness.detail : `${via}: ${p.text}${p.text === q.text ? '' : ` ~ ${q.text}`}` }
    }
  }
  return best ?? initialOf(x, y)
}

function initialOf(x: NameToken, y: NameToken): { score: number; feature: string; detail: string } | undefined {
  const [p, q] = [x.spellings[0]?.text ?? '', y.spellings[0]?.text ?? '']
  const isInitial = (one: string, other: string) => one.length === 1 && /[a-z]/.test(one) && other.length > 1 && other.startsWith(one)
  return isInitial(p, q) || isInitial(q, p) ? { score: 0.55, feature: 'initial', detail: 'an initial of the word' } : undefined
}

/** Two to four neighbouring words of a name, and how they read as one. */
interface Span {
  readonly from: number
  readonly to: number
  readonly weight: number
  readonly texts: readonly string[]
  /** First letters, when the words are three or more and none is a mere letter or two. */
  readonly initials: string | undefined
}

/** Spans of a name are asked for once per comparison; names of lists are compared often. */
const spans = new WeakMap<readonly NameToken[], readonly Span[]>()

function spansOf(tokens: readonly NameToken[]): readonly Span[] {
  let known = spans.get(tokens)
  if (!known) {
    const made: Span[] = []
    for (let from = 0; from < tokens.length; from++) {
      for (let to = from + 2; to <= Math.min(tokens.length, from + SPAN); to++) {
        const words = tokens.slice(from, to)
        if (words.some(({ kind }) => kind === 'number')) break
        const weight = words.reduce((sum, one) => sum + one.weight, 0)
        const initials = words.length >= 3 && words.every(({ shown }) => shown.length >= 3) ? initialsOf(words) : undefined
        made.push({ from, to, weight, texts: [...joinsOf(words)], initials })
      }
    }
    known = made
    spans.set(tokens, known)
  }
  return known
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
  let best: { score: number; feature: string; detail: string } | undefined
  for (const { text: whole } of one.spellings) {
    for (const text of whole.length < 4 ? [] : span.texts) {
      if (text[0] !== whole[0] || Math.abs(text.length - whole.length) > 2) continue
      const likeness = compareWords(text, whole, looks)
      const score = likeness.score * 0.98
      if (likeness.score < 0.88 || (best && score <= best.score)) continue
      const other = likeness.score < 1 ? ` ~ ${whole} (${likeness.detail})` : ''
      best = { score, feature: 'joined', detail: `written ${how}: ${text}${other}` }
    }
    if (!best && mayAbbreviate && whole === span.initials) best = { score: 0.75, feature: 'initials', detail: 'first letters of the words' }
  }
  // Pieces of one word weigh as that word.
  const weight = Math.min(1, Math.max((span.weight + one.weight) / 2, one.weight))
  if (best) found.push({ a, b, weight, ...best })
}

function joinsOf(tokens: readonly NameToken[]): Set<string> {
  const vias = new Set(tokens.flatMap(({ spellings }) => spellings.map(({ via }) => via)))
  const texts = new Set<string>()
  for (const via of vias)
    texts.add(tokens.map(({ spellings }) => (spellings.find((one) => one.via === via) ?? spellings[0])?.text ?? '').join(''))
  // Hangul syllables have several romanisations under one name; the nth of each is tried together.
  for (let n = 1; n < 3; n++) texts.add(tokens.map(({ spellings }) => (spellings[n] ?? spellings[0])?.text ?? '').join(''))
  return texts
}

function initialsOf(tokens: readonly NameToken[]): string {
  return tokens.map(({ spellings }) => spellings[0]?.text[0] ?? '').join('')
}

/** How both names are built, when they are built alike. */
export function sharedLooks(a: PreparedName, b: PreparedName): 'korean' | 'chinese' | undefined {
  if (!a.looks || !b.looks) return undefined
  const [x, y] = [a.looks, b.looks]
  if (x === 'korean' || y === 'korean') return x === 'chinese' || y === 'chinese' ? undefined : 'korean'
  return 'chinese'
}
