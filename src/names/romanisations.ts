import { LIMITS } from '../base/limits.ts'
import { isHan, simplifiedOf } from './han.ts'
import { cantoneseTokens } from './han-person.ts'
import { hepburnOf, japaneseFamilyReadings, macronsOf, plainOf } from './japanese.ts'
import { japanesePersonOf } from './japanese-tokens.ts'
import { romaniseChinese, sinoKoreanName, WORD_CHARACTERS } from './romanise-chinese.ts'
import { romaniseCyrillic } from './romanise-cyrillic.ts'
import { romaniseKana } from './romanise-kana.ts'
import { capital, type KoreanName, koreanNameOf, romaniseKorean, romaniseKoreanName, withoutMarks } from './romanise-korean.ts'
import { SURNAME_SPELLINGS } from './tables/korean-surnames.ts'
import { ROMANISATION_NOTES, type RomanisationSystem } from './tables/romanisation-systems.ts'

/** One way to write a text in Latin letters, for readers. */
export interface Romanisation {
  readonly system: RomanisationSystem
  readonly text: string
  /** Which system it is, where it is used, and what was taken for granted. Never who a person is. */
  readonly note: string
}

type Put = (system: RomanisationSystem, text: string, more?: string) => void

const KANA_RUN = /[\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe]+/g
const AS_NAME = 'if it is a personal name'

/**
 * The ways a text in Hangul, Chinese characters, kana or Cyrillic is written in Latin letters, so that a reader can say it and look for it. Nothing for text that is Latin already. In a fixed order, without repetition;
 * `LIMITS.romanisedChars` characters are read and `LIMITS.romanisations` ways given. It is for reading: names are compared by other means, and no way of writing says where somebody is from.
 */
export function romanisations(text: string): readonly Romanisation[] {
  const found = new Map<string, Romanisation>()
  const characters = [...text.normalize('NFKC').trim()]
  const read = characters.slice(0, LIMITS.romanisedChars).join('')
  const cut = characters.length > LIMITS.romanisedChars ? `of the first ${LIMITS.romanisedChars} characters` : undefined
  const put: Put = (system, latin, more) => {
    const key = `${system} ${latin}`
    if (latin === read || found.has(key) || found.size >= LIMITS.romanisations) return
    found.set(key, { system, text: latin, note: [ROMANISATION_NOTES[system], more, cut].filter((part) => part !== undefined).join('; ') })
  }
  if (/[\uac00-\ud7a3]/.test(read)) putKorean(read, put)
  const hasHan = [...read].some(isHan)
  if (/[\u3041-\u3096\u30a1-\u30fa]/.test(read)) putKana(read, hasHan, put)
  else if (hasHan) putHan(read, put)
  if (/\p{Script=Cyrillic}/u.test(read)) putCyrillic(read, put)
  return [...found.values()]
}

function putKorean(text: string, put: Put): void {
  const [family = '', given, ...more] = text.split(/\s+/)
  // A blank inside a name stands after the family name or nowhere.
  const joined = given === undefined ? koreanNameOf(family) : more.length === 0 ? koreanNameOf(family + given) : undefined
  const name = joined !== undefined && (given === undefined || joined.family === family) ? joined : undefined
  if (name) putKoreanName(name, put, AS_NAME)
  for (const system of ['revised', 'mccune', 'dprk'] as const)
    put(system, romaniseKorean(text, system), name ? 'if it is a word' : undefined)
  put('dprk-plain', withoutMarks(romaniseKorean(text, 'dprk')), name ? 'if it is a word' : undefined)
}

function putKoreanName(name: KoreanName, put: Put, note: string): void {
  put('revised', romaniseKoreanName(name, 'revised'), note)
  if (name.given.length > 1) put('revised-hyphen', romaniseKoreanName(name, 'revised', { hyphen: true }), note)
  put('mccune', romaniseKoreanName(name, 'mccune'), note)
  putDprkName(name, put, note)
  putSurname(name.family, put)
}

function putDprkName(name: KoreanName, put: Put, note: string): void {
  const dprk = romaniseKoreanName(name, 'dprk')
  put('dprk', dprk, note)
  put('dprk-plain', withoutMarks(dprk), note)
}

function putSurname(family: string, put: Put): void {
  const spellings = SURNAME_SPELLINGS[family]
  if (spellings !== undefined) put('surname', spellings.split(' ').join(', '), `for ${family}`)
}

function putHan(text: string, put: Put): void {
  // Han runs are read each for itself; what stands between them stays.
  const runs = text.match(/\p{Script=Han}+/gu) ?? []
  const only = runs.length === 1 ? (runs[0] ?? '') : ''
  if (only !== '' && only === text.replace(/\s+/g, '')) {
    for (const { toned, plain, passport, typed, isName } of romaniseChinese(only)) {
      const note = isName
        ? AS_NAME
        : [...only].length > WORD_CHARACTERS
          ? 'syllable by syllable, not divided into words'
          : 'if it is a word'
      put('pinyin-toned', toned, note)
      put('pinyin', plain, note)
      if (passport !== undefined && isName) put('pinyin-passport', passport, note)
      for (const other of typed ?? []) put('pinyin-typed', other, note)
    }
    const korean = sinoKoreanName(only)
    if (korean) putSinoKorean(korean, put)
    putFurther(runs, put)
    return
  }
  if (runs.length === 2 && runs.join('') === text.replace(/\s+/g, '')) putFurther(runs, put)
  const replaced = (form: 'toned' | 'plain') =>
    text.replace(/\p{Script=Han}+/gu, (run) => ` ${romaniseChinese(run).at(-1)?.[form] ?? run} `)
  for (const [system, form] of [
    ['pinyin-toned', 'toned'],
    ['pinyin', 'plain'],
  ] as const)
    put(system, replaced(form).replace(/\s+/g, ' ').trim())
}

const NO_SIGN = 'a way to read them, no sign of who the person is'
/** Japanese readings of a given name that are shown, likeliest first. */
const SHOWN_GIVEN = 3

/** The Cantonese and the Japanese reading of a personal name, where its family name is one there. */
function putFurther(runs: readonly string[], put: Put): void {
  const words = runs.map((run) => [...run].map(simplifiedOf).join(''))
  const [first = ''] = words
  const cantonese = [...first].length > 4 ? undefined : cantoneseTokens(words)
  if (cantonese)
    put('hong-kong', cantonese.map(({ spellings }) => capital(spellings[0]?.text ?? '')).join(' '), `if the characters are read in Cantonese: ${NO_SIGN}`) // biome-ignore format: one line
  const japanese = japanesePersonOf(words)
  if (!japanese) return
  const note = `if the characters are read in Japanese, of several readings a likely one: ${NO_SIGN}`
  for (const family of japanese.families.slice(0, 2))
    for (const given of japanese.givens.slice(0, SHOWN_GIVEN)) {
      put('hepburn', `${capital(macronsOf(family))} ${capital(macronsOf(given))}`, note)
      put('hepburn-passport', `${capital(hepburnOf(family)[0] ?? '')} ${capital(hepburnOf(given)[0] ?? '')}`, note)
    }
}

function putSinoKorean({ north, south }: { readonly north: KoreanName; readonly south: KoreanName }, put: Put): void {
  const note = (spelling: string, { family, given }: KoreanName) =>
    `if the characters are read in Korean, ${family}${given} in ${spelling} spelling: ${NO_SIGN}`
  const southern = note('Southern', south)
  put('revised', romaniseKoreanName(south, 'revised'), southern)
  put('mccune', romaniseKoreanName(south, 'mccune'), southern)
  put('mccune', romaniseKoreanName(north, 'mccune'), note('Northern', north))
  putDprkName(north, put, note('Northern', north))
  putSurname(south.family, put)
  if (north.family !== south.family) putSurname(north.family, put)
}

function putKana(text: string, hasHan: boolean, put: Put): void {
  // Family names that the table has are read; of other Chinese characters beside kana nothing here knows the reading.
  let [isRead, isLeft] = [false, false]
  const named = (read: (reading: string) => string) =>
    text.replace(/\p{Script=Han}+/gu, (run) => {
      const [reading] = japaneseFamilyReadings(run)
      isRead ||= reading !== undefined
      isLeft ||= reading === undefined
      return reading === undefined ? run : `${capital(read(reading))} `
    })
  const styles = [
    ['hepburn', 'macrons', macronsOf],
    ['hepburn-plain', 'plain', plainOf],
    ['hepburn-passport', 'passport', (reading: string) => hepburnOf(reading)[0] ?? reading],
  ] as const
  for (const [system, style, read] of styles) {
    const latin = (hasHan ? named(read) : text).replace(KANA_RUN, (run) => capital(romaniseKana(run, style)))
    const notes = [isRead ? 'characters of a family name by its usual reading' : undefined, isLeft ? 'Chinese characters are left: their Japanese readings are not known here' : undefined] // biome-ignore format: one line
    const note = notes.filter((one) => one !== undefined).join('; ')
    put(system, latin.replace(/ +/g, ' ').trim(), note === '' ? undefined : note)
  }
}

function putCyrillic(text: string, put: Put): void {
  for (const system of ['iso9', 'bgn', 'passport'] as const) put(system, romaniseCyrillic(text, system), 'read as Russian')
}
