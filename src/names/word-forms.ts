import { editsOf } from './similarity.ts'
import { NUMBER_WORDS, PLACE_PHRASES, TENS } from './tables/common-words.ts'

const PHRASES = Object.entries(PLACE_PHRASES).map(([long, short]) => ({ long: long.split(' '), short }))

/** Folded words of an organisation's name with numbers of two words as one (`forty four`, `forty 4` → `44`) and long names of countries as their short ones (`united states` → `us`). */
export function withNumbersAndPlaces(words: readonly string[]): readonly string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i++) {
    const { long, short } = PHRASES.find((one) => one.long.every((word, k) => words[i + k] === word)) ?? { long: [], short: undefined }
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

function tensOf(word: string): number | undefined {
  return (
    TENS[word] ??
    (word.length >= 6 && word.endsWith('ty') ? Object.entries(TENS).find(([ten]) => editsOf(ten, word) === 1)?.[1] : undefined)
  )
}

function unitOf(word: string): number | undefined {
  const digit = NUMBER_WORDS[word] ?? word
  return /^[1-9]$/.test(digit) ? Number(digit) : undefined
}
