import { remembered } from './memo.ts'
import { SURNAME_SPELLINGS_ABROAD, WADE_GILES } from './tables/chinese-spellings.ts'

/** A pinyin syllable (no tone) in Wade–Giles without marks (`zhong` → `chung`, `xu` → `hsu`); the syllable itself where both write it alike. */
export const wadeGilesOf: (syllable: string) => string = remembered((syllable) => {
  let text = syllable
  let isWhole = false
  for (const [pinyin, wadeGiles] of WADE_GILES) {
    if (isWhole || !pinyin.test(text)) continue
    text = text.replace(pinyin, wadeGiles)
    isWhole = pinyin.source.startsWith('^') && pinyin.source.endsWith('$') && !pinyin.source.includes('uo')
  }
  return text
})

/** Spellings of a family name (simplified characters) in Hong Kong, Taiwan and South-East Asia, besides pinyin and Wade–Giles; none for rarer ones. */
export function spellingsAbroad(family: string): readonly string[] {
  return SURNAME_SPELLINGS_ABROAD[family]?.split(' ') ?? []
}
