/** The three systems of Korean in Latin letters that have rules. */
export type KoreanRomanisation = 'revised' | 'mccune' | 'dprk'

type Letters = Readonly<Record<string, string>>
interface Alphabet {
  readonly onsets: { readonly plain: Letters; readonly voiced: Letters }
  readonly vowels: Letters
  /** The seven final sounds. */
  readonly codas: Letters
}

const CODAS: Letters = { ㄱ: 'k', ㄴ: 'n', ㄷ: 't', ㄹ: 'l', ㅁ: 'm', ㅂ: 'p', ㅇ: 'ng' }
const SHARED_VOWELS: Letters = { ㅏ: 'a', ㅐ: 'ae', ㅑ: 'ya', ㅒ: 'yae', ㅔ: 'e', ㅖ: 'ye', ㅗ: 'o', ㅘ: 'wa', ㅙ: 'wae', ㅚ: 'oe', ㅛ: 'yo', ㅜ: 'u', ㅞ: 'we', ㅟ: 'wi', ㅠ: 'yu', ㅣ: 'i' }
const BREVES: Letters = { ...SHARED_VOWELS, ㅓ: 'ŏ', ㅕ: 'yŏ', ㅝ: 'wŏ', ㅡ: 'ŭ', ㅢ: 'ŭi' }
const SHARED_ONSETS: Letters = { ㄲ: 'kk', ㄴ: 'n', ㄸ: 'tt', ㄹ: 'r', ㅁ: 'm', ㅃ: 'pp', ㅅ: 's', ㅆ: 'ss', ㅎ: 'h' }

/**
 * Letters of the systems. Sources: Ministry of Culture and Tourism notice 2000-8, chapter 2; McCune and Reischauer 1939 (Transactions of the Korea Branch of the Royal Asiatic Society XXIX);
 * the DPRK's guideline in its submissions to the United Nations (6th conference 1992, WP 46; 8th conference 2002, INF.78). Copies of the DPRK's texts differ: some have ch, ch', k', t', p', tch for ㅈ ㅊ ㅋ ㅌ ㅍ ㅉ,
 * as McCune–Reischauer; the letters here are those that the state writes (Phyongyang, Kim Jong Un). The revision of 2012 writes oi for ㅚ.
 */
export const KOREAN_LETTERS: { readonly [S in KoreanRomanisation]: Alphabet } = {
  revised: {
    onsets: { plain: { ...SHARED_ONSETS, ㄱ: 'g', ㄷ: 'd', ㅂ: 'b', ㅈ: 'j', ㅉ: 'jj', ㅊ: 'ch', ㅋ: 'k', ㅌ: 't', ㅍ: 'p' }, voiced: {} },
    vowels: { ...SHARED_VOWELS, ㅓ: 'eo', ㅕ: 'yeo', ㅝ: 'wo', ㅡ: 'eu', ㅢ: 'ui' },
    codas: CODAS,
  },
  mccune: {
    onsets: { plain: { ...SHARED_ONSETS, ㄱ: 'k', ㄷ: 't', ㅂ: 'p', ㅈ: 'ch', ㅉ: 'tch', ㅊ: "ch'", ㅋ: "k'", ㅌ: "t'", ㅍ: "p'" }, voiced: { ㄱ: 'g', ㄷ: 'd', ㅂ: 'b', ㅈ: 'j' } },
    vowels: BREVES,
    codas: CODAS,
  },
  dprk: {
    onsets: { plain: { ...SHARED_ONSETS, ㄱ: 'k', ㄷ: 't', ㅂ: 'p', ㅈ: 'j', ㅉ: 'jj', ㅊ: 'ch', ㅋ: 'kh', ㅌ: 'th', ㅍ: 'ph' }, voiced: { ㄱ: 'g', ㄷ: 'd', ㅂ: 'b' } },
    vowels: BREVES,
    codas: CODAS,
  },
}

/** Words that the texts of the standards give as examples and that no rule of letters finds: inserted ㄴ, unwritten tensing, usage of long standing. Sources as for the letters; DPRK from the revision of 2012. */
export const FIXED_SPELLINGS: { readonly [S in KoreanRomanisation]: Letters } = {
  revised: { 학여울: 'hangnyeoul', 알약: 'allyak' },
  mccune: { 학여울: 'hangnyŏul', 알약: 'allyak' },
  dprk: { 은률: 'ŭnryul', 기대산: 'kittaesan', 새별읍: 'saeppyŏl-ŭp', 뒤문: 'twinmun', 한나산: 'hallasan' },
}
