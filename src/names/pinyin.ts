import { remembered } from './memo.ts'
import { PINYIN_FINALS } from './tables/han-words.ts'

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(PINYIN_FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
)

/** Whether a Latin word is a run of one to four pinyin syllables. */
export function isPinyin(word: string): boolean {
  return pinyinSyllablesOf(word).length > 0
}

/** The ways a Latin word divides into one to four pinyin syllables, at most four ways; empty when it has none. Words longer than 20 letters have none. */
export const pinyinSyllablesOf: (word: string) => readonly (readonly string[])[] = remembered((word) => {
  if (word.length === 0 || word.length > 20) return []
  const ways: string[][] = []
  const walk = (from: number, path: readonly string[]) => {
    if (ways.length >= 4 || path.length > 4) return
    if (from === word.length) {
      ways.push([...path])
      return
    }
    for (let length = Math.min(6, word.length - from); length >= 1; length--) {
      const syllable = word.slice(from, from + length)
      if (SYLLABLES.has(syllable)) walk(from + length, [...path, syllable])
    }
  }
  walk(0, [])
  return ways.filter((way) => way.length <= 4)
})

/** Whether two pinyin words differ only where speakers and typists often confuse syllables: zh/z, ch/c, sh/s, n/ng at the end, l/n at the start, lü/lu. */
export function nearPinyin(a: string, b: string): boolean {
  const others = looseWaysOf(b)
  return looseWaysOf(a).some((way) => others.includes(way))
}

/** The ways of {@link pinyinSyllablesOf} with what is often confused written alike. */
const looseWaysOf = remembered((word: string): readonly string[] => pinyinSyllablesOf(word).map((way) => way.map(loose).join(' ')))

function loose(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^l(?=[aeiou])/, 'n')
    .replace(/v/g, 'u')
}
