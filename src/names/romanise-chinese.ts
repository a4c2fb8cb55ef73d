import { hangulOfHan, isHanPersonName, pinyinWithTones, simplifiedOf } from './han.ts'
import { syllableClass } from './hangul.ts'
import { decomposed } from './jamo.ts'
import type { KoreanName } from './romanise-korean.ts'
import { capital } from './romanise-korean.ts'
import { SURNAME_READINGS } from './tables/han-surnames.ts'
import { HANJA_SURNAMES } from './tables/korean-surnames.ts'

/** One way to read a Han text in pinyin. */
export interface ChineseReading {
  /** With tone marks. */
  readonly toned: string
  /** Without tones; ü stays. */
  readonly plain: string
  /** How passports since 2012 write ü in names (`Lyu`; GB/T 28039-2011), when there is one. */
  readonly passport?: string
  /** How older passports, databases and keyboards write ü: `Lu` and `Lv`, when there is one. */
  readonly typed?: readonly string[]
  /** Whether the first characters are read as a family name. */
  readonly isName: boolean
}

/** Characters of a Han text that are written as one word; a longer one is written syllable by syllable, because nothing here divides it into words. */
export const WORD_CHARACTERS = 4

/**
 * The readings of a Han text in Hanyu Pinyin (GB/T 16159-2012): as a personal name when it is built like one, with each reading that its family name has, then as a word when that is written otherwise.
 * Characters with several readings inside given names follow the package's dictionary, which cannot know how a person is called.
 */
export function romaniseChinese(text: string): readonly ChineseReading[] {
  const readings = new Map<string, ChineseReading>()
  const put = (toned: string, isName: boolean) => {
    if (!readings.has(toned)) readings.set(toned, { ...formsOf(toned), isName })
  }
  const characters = [...text]
  const length = surnameLength(characters)
  if (length > 0) {
    const syllables = pinyinWithTones(text, true)
    const given = capital(word(syllables.slice(length)))
    const family = SURNAME_READINGS[simplified(characters.slice(0, length))] ?? capital(word(syllables.slice(0, length)))
    for (const reading of family.split('|')) put(given === '' ? reading : `${reading} ${given}`, true)
  }
  const plain = pinyinWithTones(text, false)
  put(plain.length <= WORD_CHARACTERS ? capital(word(plain)) : plain.join(' '), false)
  return [...readings.values()]
}

/** Hangul of a Han text that is built like a name of a Korean: the Northern spelling, which keeps ㄹ and ㄴ at the beginning, and the Southern one, which does not (리성림, 이성림). */
export interface SinoKoreanName {
  readonly north: KoreanName
  readonly south: KoreanName
}

/**
 * The Sino-Korean reading of a personal name in Chinese characters, when its family name is one that Koreans bear too and one or two characters follow; undefined otherwise. Most bearers of such family names are not Korean:
 * this says how the characters would be read, not who the person is. Characters with several Korean readings have the most frequent one.
 */
export function sinoKoreanName(text: string): SinoKoreanName | undefined {
  const characters = [...text]
  const length = characters.length > 2 && HANJA_SURNAMES[simplified(characters.slice(0, 2))] !== undefined ? 2 : 1
  const family = HANJA_SURNAMES[simplified(characters.slice(0, length))]
  const given = characters.slice(length).map(hangulOfHan)
  if (family === undefined || given.length === 0 || given.length > 2 || given.includes(undefined)) return undefined
  const north = { family, given: given.join('') }
  return { north, south: { family: southern(family), given: southern(north.given) } }
}

/** Southern spelling of one part of a name: no ㄹ, nor ㄴ before i and y, at its beginning; 렬 and 률 after a vowel or ㄴ as 열 and 율 (orthography of 1988, articles 10 to 12). */
function southern(part: string): string {
  const [first = '', ...rest] = part
  let done = syllableClass(first)
  for (const syllable of rest) {
    const end = decomposed(done.slice(-1))?.coda ?? ''
    const isSoft = (syllable === '렬' || syllable === '률') && (end === '' || end === 'ㄴ')
    done += isSoft ? (syllable === '렬' ? '열' : '율') : syllable
  }
  return done
}

function simplified(characters: readonly string[]): string {
  return characters.map(simplifiedOf).join('')
}

function surnameLength(characters: readonly string[]): number {
  const [one, two] = [characters.slice(0, 1), characters.slice(0, 2)].map(simplified)
  if (characters.length < 2 || characters.length > 4) return 0
  if (characters.length > 2 && two !== undefined && (two in SURNAME_READINGS || two in HANJA_SURNAMES)) return 2
  if (characters.length > 3) return isHanPersonName(simplified(characters)) ? 2 : 0
  return one !== undefined && (one in SURNAME_READINGS || one in HANJA_SURNAMES || isHanPersonName(simplified(characters))) ? 1 : 0
}

/** Syllables as one word; an apostrophe before one that begins with a, e or o (Xī'ān). */
function word(syllables: readonly string[]): string {
  return syllables.map((syllable, i) => (i > 0 && /^[aeo]/.test(syllable.normalize('NFD')) ? `'${syllable}` : syllable)).join('')
}

function formsOf(toned: string): Omit<ChineseReading, 'isName'> {
  const plain = toned
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
  if (!/[üÜ]/.test(plain)) return { toned, plain }
  const typed = ['u', 'v'].map((letter) => plain.replace(/ü/g, letter).replace(/Ü/g, letter.toUpperCase()))
  return { toned, plain, passport: plain.replace(/ü/g, 'yu').replace(/Ü/g, 'Yu'), typed }
}
