import { romanize } from 'es-hangul'
import { remembered } from './memo.ts'
import { HANGUL_SURNAMES, NAME_SYLLABLES } from './tables/hangul-words.ts'

/** Ways of writing Korean in Latin letters: Revised Romanisation (2000), McCune–Reischauer (1937, without diacritics), and the spelling that DPRK sources use for names. */
export type KoreanSystem = 'rr' | 'mr' | 'dprk'

const ONSETS: { readonly [S in KoreanSystem]: readonly string[] } = {
  rr: ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'],
  mr: ['k', 'kk', 'n', 't', 'tt', 'r', 'm', 'p', 'pp', 's', 'ss', '', 'ch', 'tch', 'ch', 'k', 't', 'p', 'h'],
  dprk: ['k', 'kk', 'n', 't', 'tt', 'r', 'm', 'p', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'kh', 'th', 'ph', 'h'],
}
const VOWELS: { readonly [S in KoreanSystem]: readonly string[] } = {
  rr: ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i'],
  mr: ['a', 'ae', 'ya', 'yae', 'o', 'e', 'yo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'u', 'ui', 'i'],
  dprk: ['a', 'ae', 'ya', 'yae', 'o', 'e', 'yo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'u', 'ui', 'i'],
}
/** Final consonants as they sound at the end of a syllable, in block order; the three systems agree on them. */
const CODAS = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'p', 'l', 't', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't'] // biome-ignore format: block order
/** Plain stops that McCune–Reischauer writes voiced between voiced sounds, and Northern name spelling does not. */
const VOICED: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b', ch: 'j' }
/** What else the systems, English habit and passports write for an onset, by block order. */
const LOOSE_ONSETS = ['g k', 'kk k', 'n', 'd t', 'tt t', 'r l', 'm', 'b p', 'pp p', 's sh', 'ss s', '', 'j ch', 'jj tch', 'ch', 'k kh', 't th', 'p ph', 'h'].map((set) => set.split(' ')) // biome-ignore format: block order
const LOOSE_VOWELS = [
  'a ah', 'ae ai', 'ya', 'yae', 'eo o u', 'e', 'yeo yo yu you', 'ye', 'o oh', 'wa', 'wae', 'oe oi', 'yo', 'u oo', 'wo', 'we', 'wi', 'yu yoo', 'eu u', 'ui eui', 'i ee',
].map((set) => set.split(' ')) // biome-ignore format: block order
const LOOSE_CODAS = CODAS.map((coda) => (coda === 'k' ? ['k', 'g'] : coda === 'p' ? ['p', 'b'] : [coda]))
/** Spellings that no rule gives. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = { 이: ['yi', 'lee', 'rhee', 'rhie', 'ri', 'li'], 박: ['park'], 우: ['woo'], 허: ['huh', 'hur'], 노: ['roh', 'ro'], 최: ['choi'], 심: ['shim'], 신: ['shin'], 정: ['chung'] } // biome-ignore format: short rows

interface Parts {
  readonly onset: number
  readonly vowel: number
  readonly coda: number
}

function partsOf(syllable: string): Parts | undefined {
  const code = syllable.charCodeAt(0) - 0xac00
  if (code < 0 || code > 11171) return undefined
  return { onset: Math.floor(code / 588), vowel: Math.floor((code % 588) / 28), coda: code % 28 }
}

/**
 * One Hangul word in Latin letters, syllable by syllable, as names are written (no sound changes across syllables but McCune–Reischauer's voicing).
 * Characters that are not Hangul syllables stay. Diacritics and apostrophes are left out, as lists leave them out.
 */
export function romanizeSyllables(word: string, system: KoreanSystem): readonly string[] {
  let afterVoiced = false
  return [...word].map((syllable) => {
    const parts = partsOf(syllable)
    if (!parts) {
      afterVoiced = false
      return syllable
    }
    const plain = ONSETS[system][parts.onset] ?? ''
    const isPlainStop = parts.onset === 0 || parts.onset === 3 || parts.onset === 7 || parts.onset === 12
    const onset = system === 'mr' && afterVoiced && isPlainStop ? (VOICED[plain] ?? plain) : plain
    const coda = CODAS[parts.coda] ?? ''
    afterVoiced = coda === '' || coda === 'n' || coda === 'l' || coda === 'm' || coda === 'ng'
    return onset + (VOWELS[system][parts.vowel] ?? '') + coda
  })
}

/** One Hangul word in Revised Romanisation with the sound changes of connected speech (신라 → `silla`), by es-hangul. */
export function romanizeConnected(word: string): string {
  return romanize(word)
}

/**
 * The syllable class that spellings of one name share whichever side of the border wrote it: initial ㄹ and ㄴ as Southern spelling has them (리 → 이, 로 → 노, 녀 → 여).
 */
export function syllableClass(syllable: string): string {
  const parts = partsOf(syllable)
  if (!parts) return syllable
  const isY = [2, 3, 6, 7, 12, 17, 20].includes(parts.vowel)
  const onset = parts.onset === 5 ? (isY ? 11 : 2) : parts.onset === 2 && isY ? 11 : parts.onset
  return String.fromCharCode(0xac00 + onset * 588 + parts.vowel * 28 + parts.coda)
}

let readBack: Map<string, Set<string>> | undefined

/** Latin spelling → classes of name syllables that are written so. Built once, about 2,000 spellings. */
function spellings(): Map<string, Set<string>> {
  if (readBack) return readBack
  const all = new Map<string, Set<string>>()
  const put = (latin: string, syllable: string) => {
    const classes = all.get(latin) ?? new Set<string>()
    classes.add(syllableClass(syllable))
    all.set(latin, classes)
  }
  for (const syllable of NAME_SYLLABLES) {
    const parts = partsOf(syllable)
    if (!parts) continue
    for (const onset of LOOSE_ONSETS[parts.onset] ?? [])
      for (const vowel of LOOSE_VOWELS[parts.vowel] ?? [])
        for (const coda of LOOSE_CODAS[parts.coda] ?? []) {
          if (onset === 'sh' && !vowel.startsWith('i') && !vowel.startsWith('ee')) continue
          put(onset + vowel + coda, syllable)
        }
  }
  for (const [syllable, latin] of Object.entries(SPECIAL)) for (const spelling of latin) put(spelling, syllable)
  readBack = all
  return all
}

/** Letters of one Latin word that is read back as Korean. */
const LATIN_CHARS = 14
const READINGS = 6

/**
 * The ways one Latin word can be a run of Korean name syllables: each way is a list of sets of syllable classes. `myongchol` has one of two syllables. Empty when it has none.
 * At most six ways; words longer than 14 letters have none.
 */
export const koreanSyllablesOf: (latin: string) => readonly (readonly ReadonlySet<string>[])[] = remembered((latin) => {
  if (latin.length === 0 || latin.length > LATIN_CHARS || !/^[a-z]+$/.test(latin)) return []
  const table = spellings()
  const ways: ReadonlySet<string>[][] = []
  const walk = (from: number, path: readonly ReadonlySet<string>[]) => {
    if (ways.length >= READINGS || path.length > 4) return
    if (from === latin.length) {
      ways.push([...path])
      return
    }
    for (let length = Math.min(6, latin.length - from); length >= 1; length--) {
      const classes = table.get(latin.slice(from, from + length))
      if (classes) walk(from + length, [...path, classes])
    }
  }
  walk(0, [])
  return ways
})

/** Whether some reading of both words has as many syllables with a class in common at each place. */
export function sameKoreanSound(a: string, b: string): boolean {
  const ways = koreanSyllablesOf(b)
  return koreanSyllablesOf(a).some((one) =>
    ways.some((other) => one.length === other.length && one.every((classes, i) => [...classes].some((c) => other[i]?.has(c)))),
  )
}

/** Whether a Latin word can be a Korean family name. */
export const isKoreanSurname: (latin: string) => boolean = remembered((latin) =>
  koreanSyllablesOf(latin).some((way) => way.length <= 2 && way.length > 0 && hasSurname(way)),
)

function hasSurname(way: readonly ReadonlySet<string>[]): boolean {
  const [first, second] = way
  if (!first) return false
  if (!second) return [...first].some((c) => HANGUL_SURNAMES.has(c))
  return [...first].some((a) => [...second].some((b) => HANGUL_SURNAMES.has(a + b)))
}
