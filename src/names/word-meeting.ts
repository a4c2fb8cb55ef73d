import { arabicLikeness, isArabicText, withoutMark } from './arabic.ts'
import { compareWords, NONE, SAME, WORD_FLOOR, type WordLikeness } from './similarity.ts'
import { featureOf, isMeaning, leftBy, type NameToken, type Spelling } from './tokens.ts'
import { isCustomary, isTranscribed, markedText, transcriptionLikeness } from './transcription.ts'
import { singular } from './word-forms.ts'

/** Likeness of two words of names: 0 … 1, by what, in words, and letters that differ. */
export interface Likest {
  readonly score: number
  readonly feature: string
  readonly detail: string
  readonly edits: number
}

/** Ways to reach a spelling that is then the other word or is not: of several spellings one is always near something. */
const EXACT: ReadonlySet<string> = new Set(['translation', 'dictionary', 'word form', 'Wade–Giles', 'spelling abroad', 'customary spelling', 'Cantonese reading', 'Japanese reading', 'Chinese name']) // biome-ignore format: one line

/** The way that names what two spellings are to each other: a Chinese name that others bear first, then one that is the very word or nothing. */
function strictest(p: Spelling['via'], q: Spelling['via']): Spelling['via'] {
  if (p === undefined || q === undefined) return p ?? q
  if (q === 'Chinese name' || (EXACT.has(q) && !EXACT.has(p))) return q
  return p
}

/** How alike two words are by any of their spellings, or as an initial; undefined below {@link WORD_FLOOR}. */
export function likest(x: NameToken, y: NameToken, looks?: 'korean' | 'chinese'): Likest | undefined {
  if (x.shown === y.shown) return SAME
  let best: Likest | undefined
  for (const p of x.spellings) {
    for (const q of y.spellings) {
      const via = strictest(p.via, q.via)
      const isTranslation = isMeaning(p.via) || isMeaning(q.via)
      // What is the very word or nothing needs no comparing.
      if (p.text !== q.text && !isTranslation && EXACT.has(via ?? '')) continue
      const likeness = isTranslation
        ? translationOf(p.text, q.text)
        : isBySound(p.text, q.text)
          ? soundOf(p.text, q.text)
          : compareWords(p.text, q.text, looks)
      const factor = Math.min(leftBy(p.via), leftBy(q.via))
      const score = likeness.score * factor
      if (score < WORD_FLOOR || (best && best.score >= score)) continue
      if (factor < 1 && likeness.score < 1 && EXACT.has(via ?? '')) continue
      const feature = via === undefined ? likeness.feature : likeness.feature === 'same' ? featureOf(via) : likeness.feature
      const read = isTranscribed(p.text) ? heardAs(p.text, q.text) : isTranscribed(q.text) ? heardAs(q.text, p.text) : `${via}: ${withoutMark(p.text)}${p.text === q.text ? '' : ` ~ ${withoutMark(q.text)}`}` // biome-ignore format: one line
      best = { score, feature, detail: via === undefined ? likeness.detail : read, edits: likeness.edits }
    }
  }
  return best ?? initialOf(x, y)
}

/** How a foreign name in Chinese characters (marked) and a Latin word met, in words. */
function heardAs(marked: string, latin: string): string {
  return `${isCustomary(marked, latin) ? 'customary spelling' : 'transcription'}: ${markedText(marked)} ~ ${withoutMark(latin)}`
}

/** Whether a spelling is one of many of a reading of the whole name, of which only the very word counts. */
export function isWholeReading(via: string | undefined): boolean {
  return via === 'Cantonese reading' || via === 'Japanese reading' || via === 'Chinese name'
}

/** Whether one of two texts is written by sound alone: Arabic letters, a foreign name in Chinese characters. */
export function isBySound(a: string, b: string): boolean {
  return isArabicText(a) !== isArabicText(b) || isTranscribed(a) !== isTranscribed(b)
}

/** How alike two texts are of which one is written by sound alone. */
export function soundOf(a: string, b: string): WordLikeness {
  if (isTranscribed(a) === isTranscribed(b)) return arabicSoundOf(a, b)
  const score = isTranscribed(a) ? transcriptionLikeness(a, b) : transcriptionLikeness(b, a)
  if (score === 0) return NONE
  return { score, feature: 'sound-foreign', detail: 'a foreign name written by its sound', edits: score >= 0.87 ? 0 : score > 0.82 ? 1 : 2 }
}

/** Translations are the same word or are not; a plural is the same word. */
function translationOf(a: string, b: string): WordLikeness {
  return a === b || singular(a) === singular(b) ? SAME : NONE
}

function arabicSoundOf(a: string, b: string): WordLikeness {
  const score = isArabicText(a) ? arabicLikeness(a, b) : arabicLikeness(b, a)
  if (score === 0) return NONE
  return { score, feature: 'sound', detail: 'Arabic letters by their sound', edits: score >= 0.895 ? 0 : score > 0.82 ? 1 : 2 }
}

function initialOf(x: NameToken, y: NameToken): Likest | undefined {
  const [p, q] = [x.spellings[0]?.text ?? '', y.spellings[0]?.text ?? '']
  const isInitial = (one: string, other: string) => one.length === 1 && /[a-z]/.test(one) && other.length > 1 && other.startsWith(one)
  return isInitial(p, q) || isInitial(q, p) ? { score: 0.55, feature: 'initial', detail: 'an initial of the word', edits: 0 } : undefined
}
