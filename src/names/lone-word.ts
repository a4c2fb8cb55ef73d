import { EVIDENCE, type EvidenceKind, type Pairing } from './evidence.ts'
import { scoreAt } from './score.ts'
import { BIAS, WEIGHTS } from './tables/evidence-weights.ts'
import { HAN_LEGAL } from './tables/han-words.ts'
import { HANGUL_LEGAL } from './tables/hangul-words.ts'
import { LEGAL_WORDS } from './tables/legal-forms.ts'
import type { NameToken } from './tokens.ts'
import { isTranscribed } from './transcription.ts'

/** Letters that are left over from which on no weight says that few differ. */
const LETTERS = 3
const FEW_LETTERS: ReadonlySet<EvidenceKind> = new Set(['noLetter', 'oneLetter', 'twoLetters'])

/** The most that a person's name scores by one word that is the whole of the other name, where {@link LETTERS} and more are left over: all else may speak for it. */
const MOST = scoreAt(
  EVIDENCE.reduce((sum, kind) => sum + (FEW_LETTERS.has(kind) ? 0 : Math.max(0, WEIGHTS[kind])), BIAS) + WEIGHTS.oneWordPerson,
)

/** Whether a person's name of these words scores below `from` against any name that is one of them, or is like one. False says nothing: for words by foreign sound other rules hold, and what is a legal form elsewhere may be a second word of the other name. */
export function isLoneWordBelow(words: readonly NameToken[], from: number): boolean {
  if (MOST >= from) return false
  let [letters, longest] = [0, 0]
  for (const [i, { shown, spellings }] of words.entries()) {
    const text = spellings[0]?.text ?? ''
    if (isTranscribed(text) || LEGAL_WORDS.has(text) || HAN_LEGAL.includes(shown) || HANGUL_LEGAL.includes(shown)) return false
    // A word that a name says twice lacks nothing.
    if (!words.some((one, k) => k < i && one.shown === shown)) letters += text.length
    longest = Math.max(longest, text.length)
  }
  return letters - longest >= LETTERS
}

/** The same of words that were paired. */
export function isLonePairBelow({ x, y, pairs, leftA, leftB }: Pairing, from: number): boolean {
  if (MOST >= from || (x.length > 1 && y.length > 1) || pairs.length !== 1 || (leftA.length > 0 && leftB.length > 0)) return false
  if (pairs.some(({ feature }) => feature === 'joined' || feature === 'divided' || feature === 'sound-foreign')) return false
  const [one, more] = x.length === 1 ? [x, y] : [y, x]
  return lettersOf(one, one.keys()) > 1 && lettersOf(more, leftA.length > 0 ? leftA : leftB) >= LETTERS
}

function lettersOf(words: readonly NameToken[], indices: Iterable<number>): number {
  let letters = 0
  for (const i of indices) letters += words[i]?.kind === 'generic' ? 0 : (words[i]?.spellings[0]?.text.length ?? 0)
  return letters
}
