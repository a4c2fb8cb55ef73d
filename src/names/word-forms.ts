import { own } from '../base/own.ts'
import { remembered } from './memo.ts'
import { isPinyin } from './pinyin.ts'
import { editsOf } from './similarity.ts'
import { NUMBER_WORDS, PLACE_PHRASES, TENS } from './tables/common-words.ts'

const PHRASES = Object.entries(PLACE_PHRASES).map(([long, short]) => ({ long: long.split(' '), short }))

/** Folded words of an organisation's name with numbers of two words as one (`forty four`, `forty 4` → `44`) and long names of countries as their short ones (`united states` → `us`). */
export function withNumbersAndPlaces(words: readonly string[]): readonly string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i++) {
    const { long, short } = PHRASES.find((one) => isPhrase(one.long, words, i)) ?? { long: [], short: undefined }
    const ten = tensOf(words[i] ?? '')
    const one = unitOf(words[i + 1] ?? '')
    if (short !== undefined) {
      out.push(short)
      i += long.length - 1
    } else if (ten !== undefined && one !== undefined) {
      out.push(String(ten + one))
      i++
    } else out.push(ten === undefined ? (words[i] ?? '') : String(ten))
  }
  return out
}

/** Whether a phrase stands at a place, with one slip in one of its words at most. A word that is a syllable of Chinese is none: `Hong Long` is no slip of `Hong Kong`. */
function isPhrase(long: readonly string[], words: readonly string[], from: number): boolean {
  let slips = 0
  for (const [k, word] of long.entries()) {
    const there = words[from + k] ?? ''
    if (there === word) continue
    if (slips++ > 0 || word.length < 4 || there === '' || isPinyin(there) || editsOf(there, word) !== 1) return false
  }
  return true
}

function tensOf(word: string): number | undefined {
  return (
    own(TENS, word) ??
    (word.length >= 6 && word.endsWith('ty') ? Object.entries(TENS).find(([ten]) => editsOf(ten, word) === 1)?.[1] : undefined)
  )
}

function unitOf(word: string): number | undefined {
  const digit = own(NUMBER_WORDS, word) ?? word
  return /^[1-9]$/.test(digit) ? Number(digit) : undefined
}

/** A word of four letters and more as one thing where it is several (`factories`, `factory`); other words as they are. */
export const singular: (word: string) => string = remembered((word) =>
  word.length < 4 ? word : word.replace(/ies$/, 'y').replace(/s$/, ''),
)

/** A word of four small Latin letters and more as several things, or as one where it is several; none for other words. */
export function otherNumbers(word: string): readonly string[] {
  if (!/^[a-z]{4,}$/.test(word)) return []
  const one = singular(word)
  return one !== word ? [one] : [/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`]
}
