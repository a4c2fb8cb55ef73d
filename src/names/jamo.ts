/** Initial consonants of Hangul syllables in the order of Unicode (3.12, Conjoining Jamo Behavior). */
export const ONSETS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
/** Vowels of Hangul syllables in the order of Unicode. */
export const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
/** Final consonants of Hangul syllables in the order of Unicode; a blank stands for none. */
export const CODAS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'

const FIRST = 0xac00
const COUNT = ONSETS.length * VOWELS.length * CODAS.length

/** One Hangul syllable in its letters. */
export interface Jamo {
  /** Initial consonant; `ㅇ` when there is none to be heard. */
  readonly onset: string
  readonly vowel: string
  /** Final consonant or pair of consonants as written; empty when there is none. */
  readonly coda: string
}

/** The letters of one Hangul syllable; undefined when the character is none. */
export function decomposed(syllable: string): Jamo | undefined {
  const index = syllable.length === 1 ? syllable.charCodeAt(0) - FIRST : -1
  if (index < 0 || index >= COUNT) return undefined
  const vowelAndCoda = index % (VOWELS.length * CODAS.length)
  const coda = CODAS[index % CODAS.length] ?? ' '
  return {
    onset: ONSETS[Math.floor(index / (VOWELS.length * CODAS.length))] ?? '',
    vowel: VOWELS[Math.floor(vowelAndCoda / CODAS.length)] ?? '',
    coda: coda === ' ' ? '' : coda,
  }
}

/** The syllable of these letters; undefined when they make none. The inverse of {@link decomposed}. */
export function composed({ onset, vowel, coda }: Jamo): string | undefined {
  const places = [ONSETS.indexOf(onset), VOWELS.indexOf(vowel), CODAS.indexOf(coda === '' ? ' ' : coda)] as const
  if (onset.length !== 1 || vowel.length !== 1 || coda.length > 1 || coda === ' ' || places.includes(-1)) return undefined
  return String.fromCharCode(FIRST + (places[0] * VOWELS.length + places[1]) * CODAS.length + places[2])
}
