import { remembered, rememberedPairs } from './memo.ts'
import { ARABIC_CLASSES, ARABIC_SOUNDS } from './tables/arabic-sounds.ts'
import type { NameToken } from './tokens.ts'
import { isTranscribed, markedText, transcribedTogether } from './transcription.ts'

/** Marks a word in Arabic letters, so that it is never taken for a Latin word. */
const MARK = 'ʿ'
/** Letters of one word that are compared; the rest of a longer one is not looked at. */
const LETTERS = 24
/** Ways of consonants under which one word is looked up. */
const KEYS = 8
/** Letters that the l of the article before them becomes (`al-Rahman` is said ar-Rahman). */
const SUN = new Set('تثدذرزسشصضطظلن')

/** Whether a folded word is in Arabic letters. */
export function isArabic(word: string): boolean {
  // The first letter of the script is U+0600.
  return word.charCodeAt(0) >= 0x600 && /^\p{Script=Arabic}/u.test(word)
}

/** Words with the article ال as a word of its own, as Latin spellings have it (`al`), and with the parts of compound names apart: `عبد` and `ابو` before a name, `الدين`, `الله` and `زاده` behind it. They are written apart or together at will, and what is compared is read together again. */
export function withoutArticles(words: readonly string[]): readonly string[] {
  return words.some(isArabic) ? words.flatMap((word) => (isArabic(word) ? partsOf(word) : [word])) : words
}

const FIRST = /^(?:(عبد)(ال..+)|(ابو)(...+))$/
const LAST = /^(..+)(الدين|الله|زاده)$/

function partsOf(word: string): readonly string[] {
  const first = FIRST.exec(word)
  if (first) return [first[1] ?? first[3] ?? '', ...partsOf(first[2] ?? first[4] ?? '')]
  const last = LAST.exec(word)
  if (last) return [...partsOf(last[1] ?? ''), ...partsOf(last[2] ?? '')]
  return word.startsWith('ال') && word.length > 3 && word !== 'الله' ? ['ال', word.slice(2)] : [word]
}

/** A folded word in Arabic letters, marked; `al` for the article. A last heh may be the feminine ending, which many write so. */
export function arabicWord(word: string): string {
  if (word === 'ال') return 'al'
  return MARK + (word === 'الله' ? 'لله' : word.replace(/(?<=..)ه$/, 'ة'))
}

/** Whether a text is one that {@link arabicWord} marked. */
export function isArabicText(text: string): boolean {
  return text.startsWith(MARK)
}

/** A text as it is shown: without the mark of a word in Arabic letters or of a foreign name in Chinese characters. */
export function withoutMark(text: string): string {
  return isArabicText(text) ? text.slice(MARK.length) : isTranscribed(text) ? markedText(text) : text
}

/** Words written together: Latin ones as they are, foreign names in Chinese characters and words in Arabic letters under one mark, the article as its letters (`عبد ال` as in `abdul`). */
export function writtenTogether(texts: readonly string[]): string {
  if (texts.every(isTranscribed)) return transcribedTogether(texts)
  if (!texts.some(isArabicText) || !texts.every((text) => isArabicText(text) || text === 'al')) return texts.join('')
  return MARK + texts.map((text) => (text === 'al' ? 'ال' : text.slice(MARK.length))).join('')
}

/** Whether a word in Arabic letters is a trade, a kind of body or a place that is read by its meaning: it is never a piece of another word, and is not tried as one. */
export function standsAlone({ kind, spellings }: NameToken): boolean {
  return (kind === 'generic' || kind === 'place') && spellings.length > 1 && isArabicText(spellings.at(-1)?.text ?? '')
}

/** The consonants of a marked word by the letters that transliterations write them with, in at most {@link KEYS} ways, likeliest first. Vowels, hamza, ayn, waw and ya are left out: Latin spellings write them in many ways or not at all. */
export const arabicKeys: (marked: string) => readonly string[] = remembered((marked) => {
  const letters = [...marked.slice(MARK.length)].slice(0, LETTERS)
  let keys = ['']
  for (const [i, c] of letters.entries()) {
    const isAssimilated = c === 'ل' && letters[i - 1] === 'ا' && SUN.has(letters[i + 1] ?? '')
    const ways = isAssimilated ? ['l', ''] : isMuted(letters, i) || isDigraph(letters, i) ? ['h', ''] : (ARABIC_CLASSES[c] ?? '').split('|')
    keys = [...new Set(keys.flatMap((key) => ways.map((way) => (key.endsWith(way) && letters[i - 1] === c ? key : key + way))))].slice(
      0,
      KEYS,
    )
  }
  return [...new Set(keys.map(finished))]
})

/** Whether an h may be left out where it closes a long vowel (`چوهدري`: Chaudhry, Choudary). */
function isMuted(letters: readonly string[], i: number): boolean {
  return letters[i] === 'ه' && /[وي]/.test(letters[i - 1] ?? '') && ARABIC_CLASSES[letters[i + 1] ?? ''] !== undefined
}

/** Whether an h reads as one sound with the letter before it in Latin letters: `فتحي`, Fathi; `ادهم`, Adham; `اسحاق`, Ishaq. */
function isDigraph(letters: readonly string[], i: number): boolean {
  return /[هح]/.test(letters[i] ?? '') && /[سصتطدضك]/.test(letters[i - 1] ?? '')
}

/** The consonants of a Latin word as {@link arabicKeys} writes those of an Arabic one, in at most three ways. */
export const latinKeys: (word: string) => readonly string[] = remembered((word) => {
  // Arabic writes a foreign ch as t and sh.
  const ways = /ch/.test(word) ? [word.replace(/t?ch/g, 'j'), word.replace(/ch/g, 's'), word.replace(/t?ch/g, 'ts')] : [word]
  return [...new Set(ways.map(consonantsOf))]
})

function consonantsOf(word: string): string {
  const plain = word
    .replace(/sch|sh|z|c(?=[eiy])/g, 's')
    .replace(/dj/g, 'j')
    .replace(/kh|q|c/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/ph|v/g, 'f')
    .replace(/p/g, 'b')
    .replace(/th/g, 't')
    .replace(/dh/g, 'd')
    .replace(/x/g, 'ks')
    .replace(/[^bpthjkdrzsgflmn]/g, '_')
  // Arabic does not write a doubled letter twice; two with a vowel between stay two.
  return finished(plain.replace(/([a-z])\1+/g, '$1'))
}

/** Vowels go, and a last h that is mostly not written goes where two letters are left. */
function finished(text: string): string {
  const consonants = text.replace(/_/g, '')
  return consonants.length > 2 ? consonants.replace(/h$/, '') : consonants
}

/** What a second vowel letter costs that no letter stands for: `ou` is written in Arabic. */
const LONG_VOWEL = 0.45
/** Likeness of words of one consonant at most. */
export const ONE_CONSONANT = 0.82

/** Likeness of a word of three letters (`ضيا`, Zia) or two consonants (`حق`, Haq) of which each is written, and from which on each is. */
const [SHORT_WRITTEN, WRITTEN] = [0.86, 0.97]

let last = { marked: '', consonants: 0 }

/** How alike a marked word and a Latin word sound, 0 … 1: letters that do not meet lower it, and short words say less. Below 0.76 it is 0. */
export function arabicLikeness(marked: string, latin: string): number {
  if (last.marked !== marked) last = { marked, consonants: arabicKeys(marked)[0]?.length ?? 0 }
  // Words of other lengths are most of what is asked: they cost a look-up and are not kept.
  return Math.abs(last.consonants - (latinKeys(latin)[0]?.length ?? 0)) > 1 ? 0 : keptLikeness(marked, latin)
}

/** One name is compared with many that share its words, and joined in many ways. */
const keptLikeness = rememberedPairs((marked, latin) => likenessOf(marked, latin))

function likenessOf(marked: string, latin: string): number {
  const letters = [...marked.slice(MARK.length)].slice(0, LETTERS)
  if (letters.length === 0 || !/^[a-z]+$/.test(latin)) return 0
  const sounds = Math.max(letters.length, 2)
  const likeness = 1 - leastCost(letters, latin.slice(0, LETTERS), (1 - LEAST) * sounds) / sounds
  const consonants = Math.max(...arabicKeys(marked).map((key) => key.length))
  const isWritten = letters.length + consonants >= 4 && likeness >= WRITTEN
  const most = consonants >= 3 ? 0.93 : consonants === 2 && letters.length >= 3 ? 0.9 : isWritten ? SHORT_WRITTEN : ONE_CONSONANT
  return likeness < LEAST ? 0 : Math.min(most, likeness)
}

/** Likeness below which two words do not sound alike. */
const LEAST = 0.76
/** What is more by rounding alone is not more. */
const ROUNDING = 1e-9

/** The least cost of spelling all letters with all Latin letters, in order; short vowels cost next to nothing. Infinity where it is more than `most`. */
function leastCost(letters: readonly string[], latin: string, most: number): number {
  const width = latin.length + 1
  const best = new Float64Array((letters.length + 1) * width).fill(Infinity)
  best[0] = 0
  const lower = (at: number, cost: number) => {
    if (cost < (best[at] ?? Infinity)) best[at] = cost
  }
  const skips = latinSkips(latin)
  for (let i = 0; i <= letters.length; i++) {
    const c = letters[i] ?? ''
    const sounds = c === '' ? [] : soundsOf(c)
    const skip = c === '' ? Infinity : letterSkip(letters, i)
    let isOpen = false
    for (let j = 0; j < width; j++) {
      const here = best[i * width + j] ?? Infinity
      if (here > most + ROUNDING) continue
      isOpen = true
      if (j + 1 < width) lower(i * width + j + 1, here + (skips[j] ?? 0))
      if (c === '') continue
      lower((i + 1) * width + j, here + skip)
      for (const [text, cost] of sounds) if (latin.startsWith(text, j)) lower((i + 1) * width + j + text.length, here + cost)
    }
    if (!isOpen) return Infinity
  }
  return best[letters.length * width + width - 1] ?? Infinity
}

const latinSkips = remembered((latin: string): readonly number[] => Array.from(latin, (_, j) => latinSkip(latin, j)))

const soundsOf = remembered((c: string): readonly (readonly [text: string, cost: number])[] => {
  const [usual = '', rare = ''] = (ARABIC_SOUNDS[c] ?? '').split('/')
  const priced = (texts: string, cost: number) => texts.split(' ').map((text) => [text, cost] as const)
  return [...priced(usual, 0), ...priced(rare, 0.3)].filter(([text]) => text !== '')
})

function latinSkip(latin: string, j: number): number {
  const c = latin[j] ?? ''
  // A word that begins with a vowel begins with alif or ayn.
  if (/[aeiou]/.test(c)) return j === 0 ? 0.6 : /[aeiou]/.test(latin[j - 1] ?? '') ? LONG_VOWEL : 0.04
  return c === latin[j - 1] ? 0.02 : c === 'h' || c === 'y' || c === 'w' ? 0.25 : 1
}

/** What it costs that a letter is not written: nothing much for hamza and ayn, a little for long vowels and a last h. */
function letterSkip(letters: readonly string[], i: number): number {
  const c = letters[i] ?? ''
  if ('ءئؤعھ'.includes(c)) return 0.04
  if (c === 'ا') return i === 0 ? 0.6 : 0.3
  if (c === 'و' || c === 'ي') return 0.5
  if (c === 'ة' || (c === 'ه' && i === letters.length - 1)) return 0.06
  if (isMuted(letters, i)) return 0.15
  if (c === 'ل' && letters[i - 1] === 'ا' && SUN.has(letters[i + 1] ?? '')) return 0.04
  return c === 'ه' || c === 'ح' ? 0.4 : c === letters[i - 1] ? 0.1 : 1
}
