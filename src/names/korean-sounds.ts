import { composed, type Jamo } from './jamo.ts'

/**
 * How far sounds act on each other across syllables: `spoken` as in one word; `joined` as in given names of Revised Romanisation, where a final consonant moves to a following vowel and nothing else changes;
 * `apart` when each syllable stands for itself.
 */
export type Joining = 'spoken' | 'joined' | 'apart'

/** What the systems disagree about. */
export interface SoundRules {
  /** Whether ㄹ stays after a nasal and after a stop (`압록` amrok), as the North says it, or becomes ㄴ (`amnok`). */
  readonly keepsLiquid: boolean
  /** Whether a stop and the ㅎ of the suffixes 히 and 혀 are one aspirate (`잡혀` japyeo) or are written apart (`chaphyŏ`). */
  readonly mergesSuffix: boolean
}

/** One syllable as it sounds, in letters of Hangul. */
export interface Sound {
  readonly onset: string
  readonly vowel: string
  /** None, one of the seven final sounds, or the two letters of a pair that is written out. */
  readonly coda: string
  /** Whether a plain consonant at the start is voiced by what is around it: after a vowel, ㄴ, ㄹ, ㅁ, ㅇ, and not after a pair of consonants. */
  readonly isVoiced: boolean
  /** Whether ㄹ at the start came of assimilation (`신라` → 실라) and is not written so. */
  readonly isAssimilated: boolean
}

/** Final consonants as they sound before a consonant and at the end (Standard Pronunciation, 1988, articles 8 to 12). */
const REDUCED: Readonly<Record<string, string>> = {
  ㄲ: 'ㄱ', ㄳ: 'ㄱ', ㄺ: 'ㄱ', ㅋ: 'ㄱ', ㄵ: 'ㄴ', ㄶ: 'ㄴ', ㅅ: 'ㄷ', ㅆ: 'ㄷ', ㅈ: 'ㄷ', ㅊ: 'ㄷ', ㅌ: 'ㄷ', ㅎ: 'ㄷ', ㄼ: 'ㄹ', ㄽ: 'ㄹ', ㄾ: 'ㄹ', ㅀ: 'ㄹ', ㄻ: 'ㅁ', ㅄ: 'ㅂ', ㄿ: 'ㅂ', ㅍ: 'ㅂ',
} // biome-ignore format: a table
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  ㄳ: ['ㄱ', 'ㅅ'], ㄵ: ['ㄴ', 'ㅈ'], ㄺ: ['ㄹ', 'ㄱ'], ㄻ: ['ㄹ', 'ㅁ'], ㄼ: ['ㄹ', 'ㅂ'], ㄽ: ['ㄹ', 'ㅅ'], ㄾ: ['ㄹ', 'ㅌ'], ㄿ: ['ㄹ', 'ㅍ'], ㅄ: ['ㅂ', 'ㅅ'],
} // biome-ignore format: a table
const ASPIRATE: Readonly<Record<string, string>> = { ㄱ: 'ㅋ', ㄷ: 'ㅌ', ㅂ: 'ㅍ', ㅈ: 'ㅊ' }
const NASAL: Readonly<Record<string, string>> = { ㄱ: 'ㅇ', ㄷ: 'ㄴ', ㅂ: 'ㅁ' }
/** What stays of a final with ㅎ when the ㅎ is gone. */
const WITHOUT_H: Readonly<Record<string, string>> = { ㅎ: '', ㄶ: 'ㄴ', ㅀ: 'ㄹ' }
/** Nouns with ㄺ: before ㄱ they keep ㄱ, where stems of verbs keep ㄹ (맑게 but 닭과). */
const NOUNS_OF_LG = new Set(['ㄷㅏ', 'ㅌㅏ', 'ㅎㅡ', 'ㅊㅣ', 'ㅅㅏ'])
/** Sino-Korean suffixes that begin with ㄹ and turn it into ㄴ after ㄴ (의견란, 생산량, 횡단로): article 20, and ALA-LC 2009 rule 2 (b) exception 1. Last syllable of a word of three or more. */
const SUFFIXES_OF_L = new Set(['란', '량', '력', '례', '론', '료', '로'])

interface Meeting {
  readonly coda: string
  readonly onset: string
  readonly isAssimilated?: boolean
}

/**
 * The sounds of one Korean word. Applied: moving of finals to a vowel, reduction of finals, aspiration with ㅎ, palatalisation (같이, 굳히다), nasals before nasals, ㄴ and ㄹ as ㄹㄹ.
 * Not applied, because letters do not show it: tensing, and the ㄴ that some compounds insert (학여울).
 */
export function soundsOf(word: readonly Jamo[], joining: Joining, rules: SoundRules): readonly Sound[] {
  const sounds: Sound[] = []
  let { onset, isVoiced, isAssimilated } = { onset: word[0]?.onset ?? '', isVoiced: false, isAssimilated: false }
  word.forEach((syllable, i) => {
    const next = word[i + 1]
    const met = next
      ? meetingOf(syllable, next, joining, rules, word.length >= 3 && i === word.length - 2)
      : { coda: reduced(syllable.coda), onset: '' }
    sounds.push({ onset, vowel: syllable.vowel, coda: met.coda, isVoiced, isAssimilated })
    isVoiced = (met.coda === '' || 'ㄴㄹㅁㅇ'.includes(met.coda)) && (PAIRS[syllable.coda] === undefined || next?.onset === 'ㅇ')
    onset = met.onset
    isAssimilated = met.isAssimilated ?? false
  })
  return sounds
}

function reduced(coda: string): string {
  return REDUCED[coda] ?? coda
}

function meetingOf(left: Jamo, right: Jamo, joining: Joining, rules: SoundRules, isLast: boolean): Meeting {
  const { coda } = left
  const { onset, vowel } = right
  if (joining === 'apart') return { coda: reduced(coda), onset }
  if (onset === 'ㅇ') return beforeVowel(coda, vowel, joining === 'spoken')
  if (joining === 'joined') return { coda: reduced(coda), onset }
  const rest = WITHOUT_H[coda]
  if (rest !== undefined && ASPIRATE[onset] !== undefined) return { coda: rest, onset: ASPIRATE[onset] }
  if (rest !== undefined && onset === 'ㅅ') return { coda: rest, onset }
  if (onset === 'ㅎ') return beforeH(coda, right, rules)
  return beforeConsonant(closedBefore(left, onset), right, rules, isLast)
}

function beforeVowel(coda: string, vowel: string, isSpoken: boolean): Meeting {
  const rest = WITHOUT_H[coda]
  if (rest !== undefined) return { coda: '', onset: rest === '' ? 'ㅇ' : rest }
  if (coda === '' || coda === 'ㅇ') return { coda, onset: 'ㅇ' }
  if (isSpoken && vowel === 'ㅣ' && coda === 'ㄷ') return { coda: '', onset: 'ㅈ' }
  // ㅕ after ㅌ is the suffix ㅣ with an ending (붙여).
  if (isSpoken && (vowel === 'ㅣ' || vowel === 'ㅕ') && (coda === 'ㅌ' || coda === 'ㄾ'))
    return { coda: coda === 'ㄾ' ? 'ㄹ' : '', onset: 'ㅊ' }
  const pair = PAIRS[coda]
  return pair ? { coda: pair[0], onset: pair[1] } : { coda: '', onset: coda }
}

/** 히 and 혀 are no Sino-Korean readings in use: after a stop they are the suffix of a verb or adverb, and only there a stop and ㅎ are one sound in writing. */
function beforeH(coda: string, right: Jamo, rules: SoundRules): Meeting {
  const isSuffix =
    (right.vowel === 'ㅣ' && ['', 'ㄴ', 'ㄹ', 'ㅁ', 'ㅂ'].includes(right.coda)) || (right.vowel === 'ㅕ' && ['', 'ㅆ'].includes(right.coda))
  if (!isSuffix) return { coda: reduced(coda), onset: 'ㅎ' }
  if (coda === 'ㄷ' || coda === 'ㅈ') return { coda: '', onset: 'ㅊ' }
  if (coda === 'ㄵ') return { coda: 'ㄴ', onset: 'ㅊ' }
  const [first, last] = PAIRS[coda] ?? ['', coda]
  if (last !== 'ㄱ' && last !== 'ㅂ') return { coda: reduced(coda), onset: 'ㅎ' }
  return rules.mergesSuffix ? { coda: first, onset: ASPIRATE[last] ?? '' } : { coda: first + last, onset: 'ㅎ' }
}

/** The final of a syllable before this consonant, with the stems that are said otherwise: ㄺ of verbs before ㄱ, and 밟-. */
function closedBefore({ onset, vowel, coda }: Jamo, next: string): string {
  if (coda === 'ㄺ' && next === 'ㄱ' && !NOUNS_OF_LG.has(onset + vowel)) return 'ㄹ'
  if (coda === 'ㄼ' && onset === 'ㅂ' && vowel === 'ㅏ') return 'ㅂ'
  return coda === 'ㅎ' && next === 'ㄴ' ? 'ㄴ' : reduced(coda)
}

function beforeConsonant(coda: string, { onset, vowel, coda: end }: Jamo, rules: SoundRules, isLast: boolean): Meeting {
  const nasal = NASAL[coda]
  if (nasal !== undefined && (onset === 'ㄴ' || onset === 'ㅁ')) return { coda: nasal, onset }
  if (onset === 'ㄹ') {
    if (coda === 'ㄷ' && rules.keepsLiquid) return { coda: 'ㄹ', onset, isAssimilated: true }
    if (nasal !== undefined) return { coda: nasal, onset: rules.keepsLiquid ? 'ㄹ' : 'ㄴ' }
    if (coda === 'ㄴ') {
      const isSuffix = isLast && !rules.keepsLiquid && isSuffixOfL(vowel, end)
      return isSuffix ? { coda, onset: 'ㄴ' } : { coda: 'ㄹ', onset, isAssimilated: true }
    }
    if (coda === 'ㅁ' || coda === 'ㅇ') return { coda, onset: rules.keepsLiquid ? 'ㄹ' : 'ㄴ' }
  }
  if (coda === 'ㄹ' && onset === 'ㄴ') return { coda, onset: 'ㄹ', isAssimilated: true }
  return { coda, onset }
}

function isSuffixOfL(vowel: string, coda: string): boolean {
  const written = composed({ onset: 'ㄹ', vowel, coda })
  return written !== undefined && SUFFIXES_OF_L.has(written)
}
