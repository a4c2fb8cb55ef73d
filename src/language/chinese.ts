import { Converter as toTraditionalFrom } from 'opencc-js/cn2t'
import { Converter as toSimplifiedFrom } from 'opencc-js/t2cn'
import { lazily } from '../base/lazily.ts'
import { OTHER_READINGS } from './tables/other-readings.ts'

type Translate = (text: string, mode: 'SUBSTITUTION') => string
const hanja = lazily<{ readonly default: { readonly translate: Translate } }>('hanja')

/** Converters are built when first used: the tables take about 0.2 s. */
let toCn: ((text: string) => string) | undefined
let toT: ((text: string) => string) | undefined
function toSimplified(c: string): string {
  const convert: (text: string) => string = toCn ?? toSimplifiedFrom({ from: 't', to: 'cn' })
  toCn = convert
  return convert(c)
}
function toTraditional(c: string): string {
  const convert: (text: string) => string = toT ?? toTraditionalFrom({ from: 'cn', to: 't' })
  toT = convert
  return convert(c)
}
const simplified = new Map<string, string>()
const readings = new Map<string, readonly string[]>()

/** Whether a character is a Han ideograph (unified, extension A to G, compatibility). */
export function isHan(c: string): boolean {
  const cp = c.codePointAt(0) ?? 0
  return (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0x20000 && cp <= 0x3134f)
}

/** The simplified form of one character (OpenCC tables, character by character, so that text and query fold alike). */
export function simplifiedOf(c: string): string {
  let folded = simplified.get(c)
  if (folded === undefined) {
    folded = isHan(c) ? toSimplified(c) : c
    simplified.set(c, folded)
  }
  return folded
}

/** All Sino-Korean readings of one character in either written form, with the forms that Southern spelling gives word-initial ㄹ and ㄴ. Empty when it has none. */
export function sinoReadings(c: string): readonly string[] {
  let known = readings.get(c)
  if (known === undefined) {
    const full = toTraditional(c)
    // A closed syllable before it keeps the package from applying the Southern initial rule.
    const first = hanja().default.translate(`각${full}`, 'SUBSTITUTION').slice(1)
    const all = new Set<string>([...(isHangulSyllable(first) ? [first] : []), ...(OTHER_READINGS.get(full) ?? [])])
    for (const reading of [...all]) for (const other of initialVariants(reading)) all.add(other)
    known = [...all]
    readings.set(c, known)
  }
  return known
}

/** Whether a character is one precomposed Hangul syllable. */
export function isHangulSyllable(c: string): boolean {
  const cp = c.codePointAt(0) ?? 0
  return c.length === 1 && cp >= 0xac00 && cp <= 0xd7a3
}

/** Vowels before which initial ㄹ and ㄴ fall silent in Southern spelling (ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ, as indices of the Hangul block). */
const Y_VOWELS = new Set([2, 3, 6, 7, 12, 17, 20])
const [NIEUN, RIEUL, IEUNG] = [2, 5, 11]

/** The other spellings of a Sino-Korean syllable under the Southern initial-sound rule: 로 → 노, 력 → 역 녁, 녀 → 여. Written from Korean Orthography (1988), articles 10 to 12. */
export function initialVariants(syllable: string): readonly string[] {
  const code = syllable.charCodeAt(0) - 0xac00
  const onset = Math.floor(code / 588)
  const vowel = Math.floor((code % 588) / 28)
  const swap = (to: number) => String.fromCharCode(0xac00 + to * 588 + (code % 588))
  if (onset === RIEUL) return Y_VOWELS.has(vowel) ? [swap(IEUNG), swap(NIEUN)] : [swap(NIEUN)]
  if (onset === NIEUN && Y_VOWELS.has(vowel)) return [swap(IEUNG)]
  return []
}
