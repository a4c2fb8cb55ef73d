import type { LanguageTag } from '../model/index.ts'
import {
  JAPANESE_ONLY,
  SIMPLIFIED_AND_JAPANESE,
  SIMPLIFIED_ONLY,
  TRADITIONAL_AND_JAPANESE,
  TRADITIONAL_ONLY,
} from './tables/written-forms.ts'

/** What a text's letters say of its language. */
export interface Told {
  readonly language: LanguageTag
  readonly script: string
  /** 0 … 1. */
  readonly confidence: number
}

const SIMPLIFIED = new Set(SIMPLIFIED_ONLY)
const TRADITIONAL = new Set(TRADITIONAL_ONLY)
const OLD_FORMS = new Set(TRADITIONAL_AND_JAPANESE)
const JAPANESE = new Set(JAPANESE_ONLY)
const NOT_TRADITIONAL = new Set(SIMPLIFIED_AND_JAPANESE)
const ENGLISH =
  /\b(the|and|of|to|in|is|for|with|not|please|this|that|on|are|be|from|you|it|as|by|redraw|retake|too|more|less|should|do|make|add|remove|change|all|new|left|right)\b/i

/**
 * Tells a text's language by its scripts: Hangul is Korean, kana is Japanese, Han is Chinese unless its forms are Japanese or cannot be told.
 * Says what is written, never who wrote it. Latin text is called English only with common English words, else undetermined.
 */
export function tellLanguage(text: string): Told {
  const counts = { hangul: 0, han: 0, kana: 0, latin: 0, cyrillic: 0, hans: 0, hant: 0, old: 0, japanese: 0, notTraditional: 0 }
  for (const c of text) {
    const cp = c.codePointAt(0) ?? 0
    if ((cp >= 0xac00 && cp <= 0xd7a3) || (cp >= 0x1100 && cp <= 0x11ff) || (cp >= 0x3131 && cp <= 0x318e)) counts.hangul++
    else if (cp >= 0x3041 && cp <= 0x30ff && cp !== 0x30fb) counts.kana++
    else if ((cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0x20000 && cp <= 0x3134f)) {
      counts.han++
      if (SIMPLIFIED.has(c)) counts.hans++
      if (TRADITIONAL.has(c)) counts.hant++
      if (OLD_FORMS.has(c)) counts.old++
      if (JAPANESE.has(c)) counts.japanese++
      if (NOT_TRADITIONAL.has(c)) counts.notTraditional++
    } else if ((cp >= 0x41 && cp <= 0x5a) || (cp >= 0x61 && cp <= 0x7a) || (cp >= 0xc0 && cp <= 0x24f)) counts.latin++
    else if (cp >= 0x400 && cp <= 0x4ff) counts.cyrillic++
  }
  return decide(counts, text)
}

function decide(
  counts: Record<'hangul' | 'han' | 'kana' | 'latin' | 'cyrillic' | 'hans' | 'hant' | 'old' | 'japanese' | 'notTraditional', number>,
  text: string,
): Told {
  const { hangul, han, kana, latin, cyrillic, hans, hant } = counts
  const japanese = counts.japanese + (hant === 0 && hans === 0 && counts.old > 0 ? counts.notTraditional : 0)
  if (kana > 0 && kana + han > hangul) return { language: 'ja', script: 'Jpan', confidence: 0.95 }
  if (hangul > 0 && hangul >= 0.3 * han) return { language: 'ko', script: 'Hang', confidence: han > hangul ? 0.7 : 0.95 }
  if (han > 0) return chinese(han, hans, hant, japanese)
  if (cyrillic > latin) return { language: 'ru', script: 'Cyrl', confidence: 0.6 }
  if (latin === 0) return { language: 'und', script: 'Zyyy', confidence: 1 }
  const isEnglish = ENGLISH.test(text)
  return isEnglish ? { language: 'en', script: 'Latn', confidence: 0.8 } : { language: 'und', script: 'Latn', confidence: 0.5 }
}

/** Han text without kana: forms that only one written language has decide; old forms beside new ones (動画) are how Japanese is written. */
function chinese(han: number, hans: number, hant: number, japanese: number): Told {
  if (japanese > 0 && hans === 0) return { language: 'ja', script: 'Jpan', confidence: 0.7 }
  if (hans > 0 && hant > 0) return { language: 'zh', script: 'Hani', confidence: 0.6 }
  if (hans > 0) return { language: 'zh-Hans', script: 'Hans', confidence: Math.min(0.97, 0.7 + hans / han / 2) }
  if (hant > 0) return { language: 'zh-Hant', script: 'Hant', confidence: Math.min(0.9, 0.6 + hant / han / 2) }
  return { language: han > 4 ? 'zh' : 'und', script: 'Hani', confidence: 0.5 }
}
