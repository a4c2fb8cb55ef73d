import type { LanguageRun, LanguageTag, Passage, RepairedText } from '../model/index.ts'
import { repairText } from './repair.ts'
import { languageRuns } from './runs.ts'
import { countLetters, noCounts, type Told } from './tell.ts'

/** What is told of a passage: its language as a whole, its runs where it holds several, and its text put right where it was broken. */
export interface ToldPassage extends Told {
  /** Only where there are at least two; places are of the readable text. */
  readonly runs?: readonly LanguageRun[]
  readonly repaired?: RepairedText
}

/**
 * Tells a text's language by its scripts: Hangul is Korean, kana is Japanese, Han is Chinese or Japanese by form and word, Latin and Cyrillic by words and a library.
 * Of a text in several languages it is the one that has Hangul or kana, as long as Han letters do not outweigh it. Says what is written, never who wrote it.
 */
export function tellLanguage(text: string): Told {
  return wholeOf(text, languageRuns(text))
}

/** As {@link tellLanguage}, of the repaired text where it was broken, with the runs of a text in several languages. */
export function tellPassage(text: string): ToldPassage {
  const repaired = repairText(text)
  const readable = repaired?.text ?? text
  const runs = languageRuns(readable)
  const whole = wholeOf(readable, runs)
  return { ...whole, ...(runs.length > 1 ? { runs } : {}), ...(repaired === undefined ? {} : { repaired }) }
}

/** Confidence from which a passage speaks for the others of its exhibit. */
const FIRM = 0.8
/** Confidence of what the others say. */
const BY_EXHIBIT = 0.6

/**
 * Passages of one exhibit whose letters leave Chinese or Japanese open, told by the others: Japanese beside kana and no certain Chinese, Chinese beside certain Chinese and no
 * kana; open where there is neither or both. They carry `toldBy: 'exhibit'`.
 */
export function settleOpenHan<P extends Pick<Passage, 'language' | 'script' | 'confidence' | 'candidates'>>(
  passages: readonly P[],
): readonly P[] {
  if (!passages.some(({ candidates }) => candidates !== undefined)) return passages
  const firm = passages.filter(({ confidence }) => confidence >= FIRM)
  const isJapanese = firm.some(({ language }) => language === 'ja')
  const isChinese = firm.some(({ language }) => language.startsWith('zh'))
  if (isJapanese === isChinese) return passages
  const told = {
    language: isJapanese ? 'ja' : 'zh',
    script: isJapanese ? 'Jpan' : 'Hani',
    confidence: BY_EXHIBIT,
    toldBy: 'exhibit' as const,
  }
  return passages.map((passage) => {
    if (passage.candidates === undefined) return passage
    const { candidates: _, ...rest } = passage
    return { ...(rest as P), ...told }
  })
}

function wholeOf(text: string, runs: readonly LanguageRun[]): Told {
  const [first] = runs
  if (first === undefined) return { language: 'und', script: 'Zyyy', confidence: 1 }
  if (runs.length === 1) return toldOf(first)
  const counts = noCounts()
  countLetters(text, 0, text.length, counts)
  const { hangul, han, kana, latin, cyrillic } = counts
  if (kana > 0 && kana + han > hangul) return longest(runs, ['ja']) ?? { language: 'ja', script: 'Jpan', confidence: 0.95 }
  if (hangul > 0 && hangul >= 0.3 * han) return { language: 'ko', script: 'Hang', confidence: han > hangul ? 0.7 : 0.95 }
  if (han > 0) return longest(runs, ['zh-Hans', 'zh-Hant', 'zh', 'ja']) ?? toldOf(first)
  const byScript = runs.filter(({ script }) => script === (cyrillic > latin ? 'Cyrl' : 'Latn'))
  return longest(byScript, []) ?? longest(runs, []) ?? toldOf(first)
}

/** What the longest run of some languages says; of all when none is named. */
function longest(runs: readonly LanguageRun[], languages: readonly LanguageTag[]): Told | undefined {
  let found: LanguageRun | undefined
  for (const run of runs) {
    if (languages.length > 0 && !languages.includes(run.language)) continue
    if (found === undefined || run.to - run.from > found.to - found.from) found = run
  }
  return found && toldOf(found)
}

function toldOf({ language, script, confidence, candidates }: Told): Told {
  return candidates === undefined ? { language, script, confidence } : { language, script, confidence, candidates }
}
