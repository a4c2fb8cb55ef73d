import { remembered } from './memo.ts'

/** Marks a text of consonants, so that it is never taken for a Latin word. */
const MARK = 'ʿ'

/** Arabic, Persian and Urdu consonants by the letters that transliterations write them with; letters that several write alike are one. Vowels, hamza, ayn, waw and ya are left out: Latin spellings write them in many ways or not at all. */
const CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'p', ت: 't', ط: 't', ث: 't', ٹ: 't', ج: 'j', چ: 'j', ژ: 'j', ح: 'h', ه: 'h', ہ: 'h', ھ: 'h', ة: 'h', خ: 'k', د: 'd', ذ: 'd', ض: 'd', ڈ: 'd', ر: 'r', ڑ: 'r', ز: 'z', ظ: 'z', س: 's', ش: 's', ص: 's', غ: 'g', ف: 'f', ق: 'k',
  ك: 'k', ک: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n',
} // biome-ignore format: a table

/** Whether a folded word is in Arabic letters. */
export function isArabic(word: string): boolean {
  return /^\p{Script=Arabic}/u.test(word)
}

/** Words with the article ال as a word of its own, as Latin spellings have it (`al`), also after عبد. */
export function withoutArticles(words: readonly string[]): readonly string[] {
  if (!words.some(isArabic)) return words
  return words.flatMap((word) => {
    const servant = /^عبدال(?=..)/.test(word)
    const rest = servant ? word.slice(3) : word
    const parts = rest.startsWith('ال') && rest.length > 4 ? ['ال', rest.slice(2)] : [rest]
    return servant ? ['عبد', ...parts] : parts
  })
}

/** Words written together: Latin ones as they are, consonants under one mark and the article by its l (`عبد ال` as in `abdul`). */
export function writtenTogether(texts: readonly string[]): string {
  const joined = texts.join('')
  if (!texts.some(isConsonants)) return joined
  return (
    MARK + finished(texts.map((text) => (isConsonants(text) ? text.slice(MARK.length) : latinConsonants(text).slice(MARK.length))).join(''))
  )
}

/** The consonants of a word in Arabic letters, marked; `al` for the article. */
export function arabicConsonants(word: string): string {
  if (word === 'ال') return 'al'
  if (word === 'الله' || word === 'اللہ') return `${MARK}lh`
  let text = ''
  for (const c of word.normalize('NFKC')) text += CONSONANTS[c] ?? ''
  return MARK + finished(text)
}

/** The consonants of a Latin word as {@link arabicConsonants} writes those of an Arabic one. */
export const latinConsonants: (word: string) => string = remembered(
  (word) =>
    MARK +
    finished(
      word
        .replace(/sch|sh/g, 's')
        .replace(/tch|ch|dj/g, 'j')
        .replace(/kh|q|c/g, 'k')
        .replace(/gh/g, 'g')
        .replace(/ph/g, 'f')
        .replace(/th/g, 't')
        .replace(/dh/g, 'd')
        .replace(/x/g, 'ks')
        .replace(/[^bpthjkdrzsgflmn]/g, '_')
        // Arabic does not write a doubled letter twice; two with a vowel between stay two.
        .replace(/([a-z])\1+/g, '$1'),
    ),
)

/** Vowels go, and a last h that is mostly not written goes where two letters are left. */
function finished(text: string): string {
  const consonants = text.replace(/_/g, '')
  return consonants.length > 2 ? consonants.replace(/h$/, '') : consonants
}

/** How alike a text of consonants and a Latin word are: fewer consonants say less; one of four may differ. */
export function consonantLikeness(consonants: string, latin: string): number {
  const other = latinConsonants(latin)
  const letters = consonants.length - MARK.length
  if (consonants === other) return letters >= 3 ? 0.92 : letters === 2 ? 0.85 : letters === 1 ? 0.63 : 0
  return 0
}

/** Whether a text is one of consonants. */
export function isConsonants(text: string): boolean {
  return text.startsWith(MARK)
}
