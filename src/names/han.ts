import { Converter as toTraditionalFrom } from 'opencc-js/cn2t'
import { Converter as toSimplifiedFrom } from 'opencc-js/t2cn'
import { lazily } from '../base/lazily.ts'
import { remembered } from './memo.ts'
import { HAN_SURNAMES } from './tables/han-words.ts'

type Translate = (text: string, mode: 'SUBSTITUTION') => string
const hanja = lazily<{ readonly default: { readonly translate: Translate } }>('hanja')

const pinyinPro = lazily<typeof import('pinyin-pro')>('pinyin-pro')

let simplify: ((text: string) => string) | undefined
let complicate: ((text: string) => string) | undefined
const simplified = new Map<string, string>()

/** Whether a character is a Han ideograph. */
export function isHan(c: string): boolean {
  const cp = c.codePointAt(0) ?? 0
  return (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0x20000 && cp <= 0x3134f)
}

/** The simplified form of one Han character, by the OpenCC tables. */
export function simplifiedOf(c: string): string {
  let known = simplified.get(c)
  if (known === undefined) {
    const convert: (text: string) => string = simplify ?? toSimplifiedFrom({ from: 't', to: 'cn' })
    simplify = convert
    known = convert(c)
    simplified.set(c, known)
  }
  return known
}

/** Pinyin of a Han text, one syllable per character, no tones, `lv` as `lu`; the family-name reading of the first characters when `isName`. */
export function pinyinOf(text: string, isName: boolean): readonly string[] {
  return isName ? pinyinOfName(text) : pinyinOfText(text)
}

const pinyinOfText = remembered((text) => withoutMarks(pinyinPro().pinyin(text, { toneType: 'none', type: 'array' })))
const pinyinOfName = remembered((text) => withoutMarks(pinyinPro().pinyin(text, { toneType: 'none', type: 'array', surname: 'head' })))

function withoutMarks(syllables: readonly string[]): readonly string[] {
  return syllables.map((syllable) => syllable.replace(/v|ü/g, 'u'))
}

/** The text read in Korean (`金明哲` → `금명철`); undefined when a character has no Korean reading. Family names that read otherwise are {@link koreanSurnameOf}. */
export function koreanReadingOf(text: string): string | undefined {
  const read = hanjaRead(text)
  return read === '' ? undefined : read
}

const hanjaRead = remembered((text) => {
  const convert: (text: string) => string = complicate ?? toTraditionalFrom({ from: 'cn', to: 't' })
  complicate = convert
  const read = hanja().default.translate(convert(text), 'SUBSTITUTION')
  return /^[\uac00-\ud7a3]+$/.test(read) ? read : ''
})

/** How Koreans read a character as a family name where that is not its common reading: 金 is 김 (and 금 elsewhere). */
export function koreanSurnameOf(c: string): string | undefined {
  return c === '金' ? '김' : undefined
}

/** Whether a Han text is built like a personal name: a family name and one or two characters. */
export function isHanPersonName(text: string): boolean {
  const characters = [...text]
  const family =
    HAN_SURNAMES.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : HAN_SURNAMES.has(characters[0] ?? '') ? 1 : 0
  const given = characters.length - family
  return family > 0 && given >= 1 && given <= 2
}

/** Pinyin of a Han text with tone marks, one syllable per character; the family-name reading of the first characters when `isName`. Characters that have none stay. */
export function pinyinWithTones(text: string, isName: boolean): readonly string[] {
  return pinyinPro().pinyin(text, { type: 'array', ...(isName ? { surname: 'head' as const } : {}) })
}

/** The Korean reading of one Han character as it stands inside a word, with ㄹ and ㄴ kept (`龍` 룡, `女` 녀); undefined when it has none. */
export function hangulOfHan(c: string): string | undefined {
  const convert: (text: string) => string = complicate ?? toTraditionalFrom({ from: 'cn', to: 't' })
  complicate = convert
  // A syllable before it keeps the package from applying the Southern initial rule.
  const read = hanja()
    .default.translate(`각${convert(c)}`, 'SUBSTITUTION')
    .slice(1)
  return /^[\uac00-\ud7a3]$/.test(read) ? read : undefined
}
