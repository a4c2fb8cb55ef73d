import { CYRILLIC_SYSTEMS, type CyrillicSystem } from './tables/cyrillic-systems.ts'

export type { CyrillicSystem } from './tables/cyrillic-systems.ts'

const VOWELS_AND_SIGNS = 'аеёиоуыэюяйъьіїє'

/** Cyrillic text read as Russian, in Latin letters of one system; other characters stay, and capitals stay capitals. */
export function romaniseCyrillic(text: string, system: CyrillicSystem): string {
  const letters = CYRILLIC_SYSTEMS[system]
  const characters = [...text.normalize('NFC')]
  return characters
    .map((c, i) => {
      const lower = c.toLowerCase()
      const latin = letters[lower]
      if (latin === undefined) return c
      const made = system === 'bgn' && (lower === 'е' || lower === 'ё') && isSoft(characters[i - 1]) ? `y${latin}` : latin
      if (lower === c) return made
      const isShouted = [characters[i - 1], characters[i + 1]].some((other) => other !== undefined && /\p{Lu}/u.test(other))
      return isShouted ? made.toUpperCase() : made.charAt(0).toUpperCase() + made.slice(1)
    })
    .join('')
}

/** Whether е and ё are ye after this: at the beginning of a word, after a vowel, й, ъ and ь. */
function isSoft(before: string | undefined): boolean {
  return before === undefined || !/\p{L}/u.test(before) || VOWELS_AND_SIGNS.includes(before.toLowerCase())
}
