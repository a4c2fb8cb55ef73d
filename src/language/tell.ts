import type { LanguageTag } from '../model/index.ts'
import { FORM, hanForms, KIND, KINDS } from './letters.ts'
import { CHINESE_GRAMMAR, CHINESE_WORDS, JAPANESE_WORDS } from './tables/han-words.ts'

/** What a text's letters say of its language. */
export interface Told {
  readonly language: LanguageTag
  /** ISO 15924. */
  readonly script: string
  /** 0 … 1; from 0.8 on it is meant firmly. */
  readonly confidence: number
  /** Languages that it can be where the letters do not tell; `language` is then the likelier one, at 0.5. */
  readonly candidates?: readonly LanguageTag[]
}

/** Letters counted by what they say: kinds of scripts, and forms of Han letters by {@link FORM}. */
export interface Counts {
  hangul: number
  han: number
  kana: number
  latin: number
  cyrillic: number
  other: number
  /** Per {@link FORM}. */
  readonly forms: Uint32Array
}

/** Sets counts back to nothing. */
export function clear(counts: Counts): void {
  counts.hangul = counts.han = counts.kana = counts.latin = counts.cyrillic = counts.other = 0
  counts.forms.fill(0)
}

/** Counts of nothing. */
export function noCounts(): Counts {
  return { hangul: 0, han: 0, kana: 0, latin: 0, cyrillic: 0, other: 0, forms: new Uint32Array(9) }
}

/** Adds the letters of `text` from one UTF-16 unit to another to `counts`. */
export function countLetters(text: string, from: number, to: number, counts: Counts): void {
  let table: Uint8Array | undefined
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    const kind = KINDS[unit]
    if (kind === KIND.neutral) continue
    if (kind === KIND.han) {
      table ??= hanForms()
      counts.han++
      const form = table[unit] ?? 0
      counts.forms[form] = (counts.forms[form] ?? 0) + 1
    } else if (kind === KIND.hangul) counts.hangul++
    else if (kind === KIND.kana) counts.kana++
    else if (kind === KIND.latin) counts.latin++
    else if (kind === KIND.cyrillic) counts.cyrillic++
    else if (kind === KIND.other) counts.other++
  }
}

const CHINESE = new RegExp(CHINESE_WORDS)
const JAPANESE = new RegExp(JAPANESE_WORDS)
const GRAMMAR = new RegExp(`[${CHINESE_GRAMMAR}]`, 'g')
/** UTF-16 units in which words are looked for when forms do not tell. */
const WORDS_LOOKED_FOR = 400

/**
 * Han letters without kana, from their forms: one that a single written language has decides; old forms beside new ones (動画) are how Japanese is written. Where forms do
 * not tell, words do; where neither does, it is Chinese or Japanese: Chinese is written as the likelier one, with both as candidates.
 */
export function tellHan({ han, forms }: Counts, text: string, from = 0, to = text.length): Told {
  const of = (form: number) => forms[form] ?? 0
  const [hans, hant, softHant] = [of(FORM.simplified), of(FORM.traditional), of(FORM.mostlyTraditional)]
  const [oldForm, newForm] = [of(FORM.oldForm), of(FORM.newForm)]
  const chinese = of(FORM.chinese) * 2 + of(FORM.mostlyChinese)
  const mixed = oldForm + softHant > 0 && newForm > 0 ? Math.min(oldForm + softHant, newForm) : 0
  const japanese = of(FORM.japanese) + (hans + hant === 0 ? mixed : 0)
  if (hans > 0 && hans >= 2 * (japanese + hant))
    return { language: 'zh-Hans', script: 'Hans', confidence: Math.min(0.97, 0.7 + hans / han / 2) }
  if (japanese > 0 && japanese * 2 > hans + hant + chinese)
    return { language: 'ja', script: 'Jpan', confidence: Math.min(0.9, 0.65 + japanese / han / 4) }
  if (hans > 0) return { language: 'zh', script: 'Hani', confidence: 0.6 }
  if (hant > 0) return { language: 'zh-Hant', script: 'Hant', confidence: Math.min(0.95, 0.7 + hant / han / 2) }
  const searched = text.slice(from, Math.min(to, from + WORDS_LOOKED_FOR))
  const isChinese = CHINESE.test(searched) || (oldForm === 0 && (searched.match(GRAMMAR)?.length ?? 0) > 1)
  const isJapanese = JAPANESE.test(searched)
  if (isJapanese && !isChinese && chinese < 2) return { language: 'ja', script: 'Jpan', confidence: 0.7 }
  if (softHant > 0) return { language: 'zh-Hant', script: 'Hant', confidence: Math.min(0.75, 0.55 + softHant / han / 2) }
  if (isChinese || chinese > 1) {
    if (newForm > 0 && oldForm === 0) return { language: 'zh-Hans', script: 'Hans', confidence: 0.7 }
    if (oldForm > 0) return { language: 'zh-Hant', script: 'Hant', confidence: 0.7 }
    return { language: 'zh', script: 'Hani', confidence: 0.75 }
  }
  return { language: 'zh', script: 'Hani', confidence: 0.5, candidates: ['zh', 'ja'] }
}
