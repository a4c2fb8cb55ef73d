import { decomposed, type Jamo } from './jamo.ts'
import { type Joining, type Sound, type SoundRules, soundsOf } from './korean-sounds.ts'
import { HANGUL_SURNAMES } from './tables/hangul-words.ts'
import { FIXED_SPELLINGS, KOREAN_LETTERS, type KoreanRomanisation } from './tables/korean-letters.ts'

export type { KoreanRomanisation } from './tables/korean-letters.ts'

const RULES: { readonly [S in KoreanRomanisation]: SoundRules } = {
  revised: { keepsLiquid: false, mergesSuffix: true },
  mccune: { keepsLiquid: false, mergesSuffix: false },
  dprk: { keepsLiquid: true, mergesSuffix: false },
}

/**
 * Korean words in Latin letters by the rules of one system; runs of other characters stay, with a blank between a digit and a word. Words begin with a capital.
 * The standards: Revised, Ministry of Culture and Tourism notice 2000-8; McCune–Reischauer 1939 with what libraries (ALA-LC 2009) and mapping agencies (BGN/PCGN for the DPRK, which keeps an initial ㄹ) make of it;
 * DPRK, as submitted to the United Nations in 1992 and 2002 (UNGEGN). Tensing and inserted ㄴ are not heard from letters.
 */
export function romaniseKorean(text: string, system: KoreanRomanisation): string {
  return text.normalize('NFC').replace(/(\p{N}?)([\uac00-\ud7a3]+)(?=(\p{N}?))/gu, (_, before: string, word: string, after: string) => {
    return `${before}${before === '' ? '' : ' '}${capital(wordInLatin(word, system))}${after === '' ? '' : ' '}`
  })
}

/** A personal name of Hangul, family name and given name apart, by the rules that each system has for names. */
export interface KoreanName {
  readonly family: string
  readonly given: string
}

/** Family and given name of a Hangul word that is built like a personal name (two to four syllables, a family name first); undefined for others. It may still be an ordinary word. */
export function koreanNameOf(word: string): KoreanName | undefined {
  if (!/^[\uac00-\ud7a3]{2,4}$/.test(word)) return undefined
  const length = word.length > 2 && HANGUL_SURNAMES.has(word.slice(0, 2)) ? 2 : 1
  const name = { family: word.slice(0, length), given: word.slice(length) }
  return HANGUL_SURNAMES.has(name.family) && (length === 2 || name.given.length <= 3) ? name : undefined
}

/**
 * A Korean personal name in one system. Revised: given name in one word without assimilation (`Han Boknam`), or with a hyphen. McCune–Reischauer: given name with a hyphen and the sounds as spoken (`Kim Ch'ang-nyong`), 이 as Yi.
 * DPRK: each syllable a word, the first of the given name voiceless (`Pak Tong Gu`).
 */
export function romaniseKoreanName(
  { family, given }: KoreanName,
  system: KoreanRomanisation,
  options: { readonly hyphen?: boolean } = {},
): string {
  const first = system === 'mccune' && family === '이' ? 'Yi' : capital(wordInLatin(family, system))
  if (system === 'dprk') return [first, ...syllables(given, system, 'apart').map(({ onset, rest }) => capital(onset + rest))].join(' ')
  const parts = syllables(given, system, system === 'mccune' ? 'spoken' : 'joined')
  return `${first} ${capital(system === 'mccune' || options.hyphen === true ? hyphened(parts) : inOneWord(parts))}`
}

/** A text without the marks that romanisations use: breves, macrons, tones, and the modifier letters of ISO 9. What is left of a romanisation is ASCII. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u02b9\u02ba]/g, '')
    .replace(/\u2019/g, "'")
}

/** The word with its first letter as a capital. */
export function capital(word: string): string {
  return word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

function wordInLatin(word: string, system: KoreanRomanisation): string {
  return FIXED_SPELLINGS[system][word] ?? inOneWord(syllables(word, system, 'spoken'))
}

/** One syllable in Latin letters. */
interface Written {
  readonly onset: string
  readonly rest: string
  /** Whether the consonant is written at the end of the syllable before it in Hangul: a hyphen comes after it (목월 Mog-wŏl). */
  readonly isMoved: boolean
}

function inOneWord(parts: readonly Written[]): string {
  return parts.map(({ onset, rest }) => onset + rest).join('')
}

function hyphened(parts: readonly Written[]): string {
  // The hyphen tells ㄴㄱ from ㅇ as well as the apostrophe does.
  return parts
    .map(({ onset, rest, isMoved }, i) => (i === 0 ? onset + rest : isMoved ? `${onset}-${rest}` : `-${onset.replace(/^'/, '')}${rest}`))
    .join('')
}

function syllables(word: string, system: KoreanRomanisation, joining: Joining): Written[] {
  const letters: Jamo[] = []
  for (const syllable of word) {
    const parts = decomposed(syllable)
    if (parts) letters.push(parts)
  }
  const sounds = soundsOf(letters, joining, RULES[system])
  return sounds.map((sound, i) => {
    const place = { before: sounds[i - 1], after: sounds[i + 1], isApart: joining === 'apart', isEnd: i >= 2 && i === sounds.length - 1 }
    const isMoved = letters[i]?.onset === 'ㅇ' && sound.onset !== 'ㅇ'
    return { onset: onsetIn(system, sound, place), rest: vowelIn(system, sound, place) + codaIn(system, sound, place), isMoved }
  })
}

interface Place {
  readonly before: Sound | undefined
  readonly after: Sound | undefined
  readonly isApart: boolean
  /** Whether it ends a word of three or more syllables. */
  readonly isEnd: boolean
}

function onsetIn(system: KoreanRomanisation, sound: Sound, { before, isApart, isEnd }: Place): string {
  const { plain, voiced } = KOREAN_LETTERS[system].onsets
  const { onset } = sound
  if (onset === 'ㄹ' && before?.coda === 'ㄹ' && !isApart) return system !== 'dprk' || sound.isAssimilated ? 'l' : 'r'
  if (onset === 'ㅅ' && sound.vowel === 'ㅟ' && system === 'mccune') return 'sh'
  if (system === 'revised') return plain[onset] ?? ''
  if (onset === 'ㅅ' && before?.coda === 'ㄷ' && !isApart) return 'ss'
  if (system === 'dprk' && onset === 'ㅇ' && before?.coda === 'ㅇ' && !isApart && !'ㅑㅒㅕㅖㅘㅙㅛㅝㅞㅟㅠ'.includes(sound.vowel))
    return '-'
  // ㄹ before ㄷ and ㅈ: McCune–Reischauer writes t and ch, as in Sino-Korean words; the DPRK tables say d and j but for those.
  const isTense = system === 'mccune' && before?.coda === 'ㄹ' && (onset === 'ㄷ' || onset === 'ㅈ')
  // 강 (river) and 봉 (peak) at the end of a name keep their own letter in the DPRK system: Amrokgang, Satkatbong.
  const isGeneric =
    system === 'dprk' &&
    isEnd &&
    !isApart &&
    ((onset === 'ㄱ' && sound.vowel === 'ㅏ') || (onset === 'ㅂ' && sound.vowel === 'ㅗ')) &&
    sound.coda === 'ㅇ'
  const letter = (sound.isVoiced && !isTense) || isGeneric ? (voiced[onset] ?? plain[onset]) : plain[onset]
  return `${before?.coda === 'ㄴ' && letter === 'g' && !isApart ? (system === 'dprk' ? '-' : "'") : ''}${letter ?? ''}`
}

function vowelIn(system: KoreanRomanisation, sound: Sound, { before }: Place): string {
  // ㅏ에 and ㅗ에 are kept apart from ㅐ and ㅚ.
  if (
    system === 'mccune' &&
    sound.vowel === 'ㅔ' &&
    sound.onset === 'ㅇ' &&
    before?.coda === '' &&
    (before.vowel === 'ㅏ' || before.vowel === 'ㅗ')
  )
    return 'ë'
  return KOREAN_LETTERS[system].vowels[sound.vowel] ?? ''
}

function codaIn(system: KoreanRomanisation, { coda }: Sound, { after, isApart }: Place): string {
  const next = isApart ? '' : (after?.onset ?? '')
  if (system !== 'revised') {
    // Two letters for one long sound: ㄷㅅ ss, ㄱㄲ kk, ㄷㄸ tt, ㅂㅃ pp, ㄷㅉ tch and jj.
    if (coda === 'ㄷ' && 'ㅅㅆㄸㅉ'.includes(next) && next !== '') return ''
    if ((coda === 'ㄱ' && next === 'ㄲ') || (coda === 'ㅂ' && next === 'ㅃ')) return ''
    if (system === 'mccune' && coda === 'ㄹ' && next === 'ㅎ') return 'r'
  }
  let latin = ''
  for (const letter of coda) latin += KOREAN_LETTERS[system].codas[letter] ?? ''
  return latin
}
