import { distance } from 'fastest-levenshtein'
import { isHan, pinyinOf } from './han.ts'
import { koreanSyllablesOf, sameKoreanSound, syllableClass } from './hangul.ts'
import { remembered } from './memo.ts'
import { isPinyin, nearPinyin, pinyinSyllablesOf } from './pinyin.ts'

/** How alike two words are, 0 … 1, and by what. */
export interface WordLikeness {
  readonly score: number
  readonly feature: 'same' | 'spelling' | 'sound' | 'sound-foreign' | 'korean-spelling' | 'pinyin' | 'none'
  readonly detail: string
  /** Letters that differ; none where two spellings of one sound met. */
  readonly edits: number
}

/** What is said of two words that are not one. */
export const NONE: WordLikeness = { score: 0, feature: 'none', detail: '', edits: 0 }
/** What is said of two words that are the same. */
export const SAME: WordLikeness = { score: 1, feature: 'same', detail: 'the same word', edits: 0 }

/** What {@link compareWords} says of two words that are one but for letters written twice. */
export const DOUBLED = 'a letter is doubled'

/** Letters by which one of two words of one name is longer at most: no slip, and no two spellings of one syllable, differ by more. */
const MOST_LETTERS = 3

/** What edits, as a share of the letters, take from the likeness of words that differ by no more than a slip; the rest is Jaro–Winkler. */
export const EDITS_SHARE = 0.7

/** Letters by which words of the same consonants may differ. */
const SKELETON_EDITS = 3

/** Letters by which two words that are one may differ at most, by letters of the longer: those of the same consonants by three, long ones by one more than a slip. */
export function mostEdits(longest: number): number {
  return Math.max(SKELETON_EDITS, allowedEdits(longest) + 1)
}

/** Likeness of words that differ by no more than a slip. */
const STRONG = 0.7

/** Likeness below which two words are not held to be the same word. */
export const WORD_FLOOR = 0.62

/**
 * Compares two folded words. Letters may differ by spelling mistakes (none below four letters, one in four to seven, two in eight to eleven, three above) or by how a sound is written.
 * With `looks` both words belong to names of that build, and different syllables are different names however near the letters are.
 */
export function compareWords(a: string, b: string, looks?: 'korean' | 'chinese'): WordLikeness {
  if (a === b) return SAME
  // Folded words are of one script, so the first letter tells it.
  if (a.charCodeAt(0) > 127 || b.charCodeAt(0) > 127) return compareNative(a, b)
  if (Math.abs(a.length - b.length) > MOST_LETTERS) return NONE
  if (isDoubled(a, b)) return { score: 0.93, feature: 'spelling', detail: DOUBLED, edits: Math.abs(a.length - b.length) }
  if (looks === 'korean' && koreanSyllablesOf(a).length > 0 && koreanSyllablesOf(b).length > 0)
    return sameKoreanSound(a, b) ? { score: 0.95, feature: 'korean-spelling', detail: 'two spellings of one Korean name', edits: 0 } : NONE
  if (looks === 'chinese' && isPinyin(a) && isPinyin(b))
    return nearPinyin(a, b) ? { score: 0.85, feature: 'pinyin', detail: 'syllables that are often confused', edits: 1 } : NONE
  const longest = Math.max(a.length, b.length)
  if (longest < 4) return isSwapped(a, b) ? { score: 0.7, feature: 'spelling', detail: 'two letters are swapped', edits: 1 } : NONE
  const edits = editsOf(a, b)
  if (edits > mostEdits(longest) || /[0-9]/.test(a) || /[0-9]/.test(b) || isOtherPinyin(a, b, edits)) return NONE
  if (edits <= allowedEdits(longest)) {
    const score = EDITS_SHARE * (1 - edits / longest) + 0.3 * jaroWinkler(a, b)
    if (score >= STRONG) return { score, feature: 'spelling', detail: lettersOf(edits, longest), edits }
  }
  if (longest >= 5 && edits <= SKELETON_EDITS && isSameSkeleton(a, b))
    return { score: 0.84, feature: 'sound', detail: 'the same consonants', edits }
  // One edit more than a slip: still shown as the same word, at a price that keeps the name below a match.
  const weak = 0.58 * (1 - edits / longest) + 0.3 * jaroWinkler(a, b)
  if (longest >= 6 && edits === allowedEdits(longest) + 1 && weak >= WORD_FLOOR)
    return { score: weak, feature: 'spelling', detail: lettersOf(edits, longest), edits }
  return NONE
}

/** Whether two words are Chinese and say something else: one syllable and another (`tian`, `xian`), or words of which two letters and more differ (`hongman`, `hongshan`). */
export function isOtherPinyin(a: string, b: string, edits: number): boolean {
  const [x, y] = [pinyinSyllablesOf(a), pinyinSyllablesOf(b)]
  if (x.length === 0 || y.length === 0 || nearPinyin(a, b)) return false
  const isOne = (ways: typeof x) => ways.some((way) => way.length === 1)
  return edits > 1 || (isOne(x) && isOne(y))
}

function isSameSkeleton(a: string, b: string): boolean {
  const skeleton = skeletonOf(a)
  return skeleton.length >= 3 && skeleton === skeletonOf(b)
}

/** Whether two words are one but for letters written twice: `hwaan`, `hwan`. */
function isDoubled(a: string, b: string): boolean {
  if (a.length === b.length || Math.min(a.length, b.length) < 2 || Math.max(a.length, b.length) < 3 || a[0] !== b[0]) return false
  return Math.abs(a.length - b.length) <= 2 && single(a) === single(b)
}

function single(word: string): string {
  let out = ''
  for (let i = 0; i < word.length; i++) if (word[i] !== word[i - 1]) out += word[i]
  return out
}

/** Whether two words of three letters differ by two neighbours that changed places. */
function isSwapped(a: string, b: string): boolean {
  return a.length === 3 && b.length === 3 && editsOf(a, b) === 1 && [...a].sort().join('') === [...b].sort().join('')
}

function lettersOf(edits: number, longest: number): string {
  return `${edits} ${edits === 1 ? 'letter' : 'letters'} of ${longest} ${edits === 1 ? 'differs' : 'differ'}`
}

/** Edits between two words: insertions, deletions, replacements, and a swap of neighbours as one. */
export function editsOf(a: string, b: string): number {
  const edits = distance(a, b)
  if (edits < 2 || a.length !== b.length) return edits
  let swaps = 0
  for (let i = 0; i + 1 < a.length; i++) {
    if (a[i] !== b[i] && a[i] === b[i + 1] && a[i + 1] === b[i]) {
      swaps++
      i++
    }
  }
  return swaps > 0 ? Math.min(edits, swaps + differences(a, b) - 2 * swaps) : edits
}

function differences(a: string, b: string): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++
  return count
}

function allowedEdits(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : letters < 12 ? 2 : 3
}

/** Marks of letters that have a partner; words that are longer get room of their own. */
const MARKED = 128
const marksA = new Uint8Array(MARKED)
const marksB = new Uint8Array(MARKED)

/** Jaro–Winkler likeness (Winkler 1990: prefix of at most four letters, scale 0.1), 0 … 1; symmetric. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const jaro = jaroOf(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** Jaro likeness, 0 … 1: letters in common within half the longer word, and those of them that changed places. */
export function jaroOf(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  const reach = Math.max(0, Math.floor(longest / 2) - 1)
  const isShort = longest <= MARKED
  const usedA = isShort ? marksA.fill(0, 0, a.length) : new Uint8Array(a.length)
  const usedB = isShort ? marksB.fill(0, 0, b.length) : new Uint8Array(b.length)
  let common = 0
  for (let i = 0; i < a.length; i++) {
    const to = Math.min(b.length - 1, i + reach)
    const c = a.charCodeAt(i)
    for (let j = Math.max(0, i - reach); j <= to; j++) {
      if (usedB[j] !== 0 || c !== b.charCodeAt(j)) continue
      usedA[i] = 1
      usedB[j] = 1
      common++
      break
    }
  }
  if (common === 0) return 0
  let moved = 0
  for (let i = 0, j = 0; i < a.length; i++) {
    if (usedA[i] === 0) continue
    while (usedB[j] === 0) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) moved++
    j++
  }
  return (common / a.length + common / b.length + (common - moved / 2) / common) / 3
}

/** The consonants of a word with letters that transliterations swap made one: ph/f, k/q/c/kh/g, s/sh/z/j, v/w; vowels, h and doubles left out, a first vowel kept as `a`. */
export const skeletonOf: (word: string) => string = remembered((word) => {
  const consonants = word
    .replace(/ph/g, 'f')
    .replace(/sch|tch|sh|ch|zh|dj|ts|tz/g, 's')
    .replace(/ck|kh|gh|[cqg]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/[zj]/g, 's')
    .replace(/w/g, 'v')
  const first = /^[aeiouyh]/.test(consonants) ? 'a' : ''
  return first + consonants.replace(/[aeiouyh]/g, '').replace(/(.)\1+/g, '$1')
})

function compareNative(a: string, b: string): WordLikeness {
  const longest = Math.max(a.length, b.length)
  const [x, y] = [[...a].map(syllableClass).join(''), [...b].map(syllableClass).join('')]
  if (x === y) return { score: 0.97, feature: 'korean-spelling', detail: 'Northern and Southern spelling of one word', edits: 0 }
  const areHan = [...a].every(isHan) && [...b].every(isHan)
  if (areHan && a.length === b.length && a.length >= 2 && pinyinOf(a, false).join(' ') === pinyinOf(b, false).join(' '))
    return { score: 0.8, feature: 'pinyin', detail: 'different characters with the same sound', edits: 1 }
  const edits = distance(a, b)
  if (edits === 1 && longest >= 4)
    return { score: 1 - edits / longest, feature: 'spelling', detail: `1 character of ${longest} differs`, edits: 1 }
  return NONE
}
