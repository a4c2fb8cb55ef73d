import { EVIDENCE, type EvidenceKind, type Pairing } from './evidence.ts'
import { JOIN_LETTERS, SPAN } from './kept.ts'
import { scoreAt } from './score.ts'
import { BIAS, WEIGHTS } from './tables/evidence-weights.ts'
import { HAN_LEGAL } from './tables/han-words.ts'
import { HANGUL_LEGAL } from './tables/hangul-words.ts'
import { LEGAL_WORDS } from './tables/legal-forms.ts'
import type { NameToken } from './tokens.ts'
import { canNotJoin, shapeOf } from './word-shapes.ts'

/** Letters that are left over from which on no weight says that few differ. */
const LETTERS = 3
const FEW_LETTERS: ReadonlySet<EvidenceKind> = new Set(['noLetter', 'oneLetter', 'twoLetters'])

/** The most that a person's name of two words and more scores by one word that is the whole of the other name, where {@link LETTERS} and more are left over: all else may speak for it. */
const MOST = scoreAt(
  EVIDENCE.reduce((sum, kind) => sum + (FEW_LETTERS.has(kind) ? 0 : Math.max(0, WEIGHTS[kind])), BIAS) + WEIGHTS.oneWordPerson,
)

/** Whether a person's name of these words scores below `from` against any name that is one of them, or is like one. False says nothing: of words by sound other rules hold, and what is a legal form elsewhere may be a second word of the other name. */
export function isLoneWordBelow(words: readonly NameToken[], from: number): boolean {
  if (MOST >= from) return false
  let [letters, longest, whole] = [0, 0, 0]
  for (const [i, { shown, spellings, shape }] of words.entries()) {
    const text = spellings[0]?.text ?? ''
    if (shape.most === 0 || LEGAL_WORDS.has(text) || HAN_LEGAL.includes(shown) || HANGUL_LEGAL.includes(shown)) return false
    if (text.length > 1) whole++
    // A word that a name says twice lacks nothing.
    if (!words.some((one, k) => k < i && one.shown === shown)) letters += text.length
    longest = Math.max(longest, text.length)
  }
  return whole > 1 && letters - longest >= LETTERS
}

/** Whether some neighbouring words may be one word together, with a slip: by first letter and length. */
export function mayBeJoined(words: readonly NameToken[], text: string): boolean {
  const shape = shapeOf([{ text }])
  for (let from = 0; from + 1 < words.length; from++)
    for (let to = from + 2; to <= Math.min(words.length, from + SPAN); to++)
      if (!canNotJoin(words, from, to, shape, JOIN_LETTERS)) return true
  // The same letters but for one, divided elsewhere.
  const letters = words.reduce((sum, { shape: one }) => sum + one.least, 0)
  return Math.abs(letters - text.length) <= 1
}

/** The same as {@link isLoneWordBelow} of words that were paired. */
export function isLonePairBelow({ x, y, pairs: [pair, ...more], leftA, leftB }: Pairing, from: number): boolean {
  if (MOST >= from || (x.length > 1 && y.length > 1) || !pair || more.length > 0 || (leftA.length > 0 && leftB.length > 0)) return false
  if (pair.feature === 'joined' || pair.feature === 'divided' || pair.feature === 'sound-foreign') return false
  const [one, longer] = x.length === 1 ? [x, y] : [y, x]
  const isWhole = ({ spellings }: NameToken) => (spellings[0]?.text.length ?? 0) > 1
  if (!one.every(isWhole) || longer.filter(isWhole).length < 2) return false
  return lettersOf(longer, leftA.length > 0 ? leftA : leftB) >= LETTERS
}

function lettersOf(words: readonly NameToken[], indices: readonly number[]): number {
  return indices.reduce((sum, i) => sum + (words[i]?.kind === 'generic' ? 0 : (words[i]?.spellings[0]?.text.length ?? 0)), 0)
}
