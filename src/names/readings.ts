import { foldName, latinOf, scriptOfWord, wordsOf } from './fold.ts'
import { isHanPersonName, koreanReadingOf, koreanSurnameOf, pinyinOf } from './han.ts'
import { romanizeConnected, romanizeSyllables } from './hangul.ts'
import { HANGUL_SURNAMES } from './tables/hangul-words.ts'

/**
 * Ways a name can be written in Latin letters, the folded name first: pinyin (with family-name readings), the Sino-Korean reading of Han, and Hangul in Revised Romanisation
 * (syllable by syllable and as spoken), McCune–Reischauer and DPRK spelling; Cyrillic transliterated. Words are separated by blanks; a Hangul or Han person's given name is one word.
 */
export function readingsOf(text: string): readonly string[] {
  const folded = foldName(text)
  const words = wordsOf(folded)
  const readings = new Set<string>([folded])
  const add = (make: (word: string) => string | undefined) => {
    const made: string[] = []
    for (const word of words) {
      const script = scriptOfWord(word)
      const latin = script === 'han' || script === 'hangul' ? make(word) : script === 'other' ? latinOf(word) : word
      if (latin === undefined) return
      made.push(latin)
    }
    readings.add(made.join(' '))
  }
  const hangulWays = [
    (word: string) => named(word, romanizeSyllables(word, 'rr')),
    (word: string) => romanizeConnected(word),
    (word: string) => named(word, romanizeSyllables(word, 'mr')),
    (word: string) => named(word, romanizeSyllables(word, 'dprk')),
  ]
  const asKorean = (word: string) => (scriptOfWord(word) === 'han' ? koreanOfHan(word) : word)
  add((word) => (scriptOfWord(word) === 'han' ? hanLatin(word) : romanizeSyllables(word, 'rr').join('')))
  for (const way of hangulWays) {
    add((word) => {
      const hangul = asKorean(word)
      return hangul === undefined ? undefined : way(hangul)
    })
  }
  return [...readings]
}

function koreanOfHan(word: string): string | undefined {
  const read = koreanReadingOf(word)
  const family = isHanPersonName(word) ? koreanSurnameOf(word.slice(0, 1)) : undefined
  return read !== undefined && family !== undefined ? family + read.slice(1) : read
}

function hanLatin(word: string): string {
  const isName = isHanPersonName(word)
  const syllables = pinyinOf(word, isName)
  return isName ? [syllables[0], syllables.slice(1).join('')].join(' ') : syllables.join('')
}

/** A word of two to four syllables that begins with a family name is written family name first, given name after it. */
function named(hangul: string, syllables: readonly string[]): string {
  const isName = syllables.length >= 2 && syllables.length <= 4 && HANGUL_SURNAMES.has(hangul[0] ?? '')
  return isName ? [syllables[0], syllables.slice(1).join('')].join(' ') : syllables.join('')
}
