import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { lazily } from '../base/lazily.ts'
import { KIND, KINDS } from './letters.ts'
import { ENGLISH_WORDS, OTHER_WORDS, RUSSIAN_WORDS, SHARED_WORDS } from './tables/latin-words.ts'
import type { Told } from './tell.ts'
import { hashedOn, NO_LETTERS, wordSets } from './words.ts'

type Franc = (text: string, options: { readonly only: readonly string[]; readonly minLength: number }) => [string, number][]
const franc = lazily<{ readonly francAll: Franc }>('franc')

const require = createRequire(import.meta.url)

/** Languages of the library that are asked for, by ISO 639-3, with the tag that is given. Only those of countries where animation is made or sold: the fewer, the surer. */
const LATIN: Readonly<Record<string, string>> = {
  eng: 'en', deu: 'de', fra: 'fr', spa: 'es', por: 'pt', ita: 'it', nld: 'nl', pol: 'pl', ces: 'cs', slk: 'sk', hun: 'hu', ron: 'ro', hrv: 'hr', swe: 'sv', dan: 'da', nob: 'nb',
  fin: 'fi', est: 'et', lit: 'lt', lav: 'lv', tur: 'tr', vie: 'vi', ind: 'id', tgl: 'tl', cat: 'ca', slv: 'sl',
} // biome-ignore format: a list read as lines
const CYRILLIC: Readonly<Record<string, string>> = {
  rus: 'ru', ukr: 'uk', bel: 'be', bul: 'bg', srp: 'sr', mkd: 'mk', kaz: 'kk', kir: 'ky', tat: 'tt', khk: 'mn',
} // biome-ignore format: a list read as lines
/** Letters from which the library is asked; it counts groups of three letters, and shorter texts have too few. */
const ENOUGH_LETTERS = 40
/** UTF-16 units that the library is given: more make it slower and no surer. */
const LIBRARY_UNITS = 300
/** Words of Latin text, and letters of Cyrillic text, that are looked at. */
const WORDS = 60
const CYRILLIC_LETTERS = 400
/** Words of a short text that are looked up in the dictionary. */
const SHORT_WORDS = 8
/** Confidence of what the library alone says, at most: a language that it is not asked for is taken for one that it is (Basque for Spanish). */
const NOT_FIRM = 0.75
/** Share of English words from which a longer text is English without the library. */
const PLAINLY_ENGLISH = 0.3

/** Share of listed words from which a longer text of few words is English. */
const LISTED_TITLE = 0.6

const [IS_ENGLISH, IS_SHARED] = [1, 2]
const OTHERS = Object.keys(OTHER_WORDS)
const LATIN_SETS = wordSets(ENGLISH_WORDS, SHARED_WORDS, ...Object.values(OTHER_WORDS))
/** Words of each of the other languages in the text that is looked at. */
const counted = new Uint8Array(OTHERS.length)
const RUSSIAN = wordSets(RUSSIAN_WORDS)
/** Words of at least so many letters are looked up in the dictionary; shorter ones are words of many languages. */
const DICTIONARY_LETTERS = 4

let dictionary: ReadonlySet<string> | undefined
/** The lower-case words of the English dictionary, without their endings. */
function englishDictionary(): ReadonlySet<string> {
  dictionary ??= new Set(dictionaryLines(/^[a-z]{3,}(?=\/|$)/gm))
  return dictionary
}

function dictionaryLines(wanted: RegExp): string[] {
  return readFileSync(join(dirname(require.resolve('dictionary-en')), 'index.dic'), 'utf8').match(wanted) ?? []
}

function isInDictionary(word: string): boolean {
  if (word.length < DICTIONARY_LETTERS || word.length > 24) return false
  const known = englishDictionary()
  const [, stem = word] = /^(.{3,}?)(?:'s|s|es|ed|d|ing|er|r|ly|ness|ment|able)$/.exec(word) ?? []
  return (
    known.has(word) ||
    known.has(stem) ||
    known.has(`${stem}e`) ||
    known.has(stem.replace(/(.)\1$/, '$1')) ||
    known.has(stem.replace(/i$/, 'y')) ||
    known.has(word.replace(/^(?:re|un|non|pre|dis)/, ''))
  )
}

let properNames: ReadonlySet<string> | undefined

/** Whether a folded word of at least three Latin letters is in an English dictionary, inflected or not, the names of places and people that it holds among them. */
export function isEnglishWord(word: string): boolean {
  properNames ??= new Set(dictionaryLines(/^[A-Z][A-Za-z]{2,}(?=\/|$)/gm).map((name) => name.toLowerCase()))
  return isInDictionary(word) || properNames.has(word) || (word.length === DICTIONARY_LETTERS - 1 && englishDictionary().has(word))
}

const UNTOLD: Told = { language: 'und', script: 'Latn', confidence: 0.5 }

/**
 * Tells the language of Latin text between two UTF-16 units. Short text is English by its words, as long as no other language's words or letters speak against it; from
 * {@link ENOUGH_LETTERS} letters on a library tells. Names of files, codes of shots and abbreviations are no language.
 */
export function tellLatin(text: string, from = 0, to = text.length): Told {
  const { words, letters, english, other, foreignLetters, abbreviations } = wordsOf(text, from, to)
  // One letter is a column, a layer or an answer in any language.
  if (letters < 2 || abbreviations > words) return UNTOLD
  const share = english / words
  if (foreignLetters === 0 && other <= 0.5 * english && share >= PLAINLY_ENGLISH && english >= 3) return PLAIN_ENGLISH
  const plainly = letters >= ENOUGH_LETTERS && other > 2 * english ? plainOther(words) : undefined
  if (plainly !== undefined) return plainly
  const own = text.slice(from, to)
  if (letters >= ENOUGH_LETTERS) {
    // The library takes a title of few words for a Romance language: what a dictionary knows goes before it.
    const isListedWhole = words <= SHORT_WORDS && foreignLetters === 0 && other <= english && listedShare(own) >= LISTED_TITLE
    return isListedWhole ? { ...UNTOLD, language: 'en', confidence: 0.6 } : byLibrary(own, LATIN, 'Latn', share)
  }
  if (foreignLetters * 2 > english) return UNTOLD
  if (english > other && share >= 0.3) return { ...UNTOLD, language: 'en', confidence: Math.min(0.9, 0.5 + 0.15 * english - 0.1 * other) }
  // Words that only the dictionary knows: names and words of other languages are among them, so that it is said weakly.
  return Math.max(share, listedShare(own)) >= (other === 0 ? 0.5 : 0.75) && other <= english
    ? { ...UNTOLD, language: 'en', confidence: 0.6 }
    : UNTOLD
}
const PLAIN_ENGLISH: Told = { language: 'en', script: 'Latn', confidence: 0.95 }

/** Languages that their commonest words set apart; those of others are too near a neighbour's (Danish, Slovak). */
const PLAIN = new Set(['de', 'fr', 'es', 'it', 'pt', 'nl'])

/** Another language by its own words, when they are many and no second one has nearly as many. */
function plainOther(words: number): Told | undefined {
  let [best, second] = [-1, 0]
  for (let i = 0; i < counted.length; i++) {
    if (best < 0 || (counted[i] ?? 0) > (counted[best] ?? 0)) {
      second = counted[best] ?? 0
      best = i
    } else second = Math.max(second, counted[i] ?? 0)
  }
  const found = counted[best] ?? 0
  const language = OTHERS[best]
  if (language === undefined || !PLAIN.has(language) || found < 3 || found < 0.2 * words || second > 0.6 * found) return undefined
  return { language, script: 'Latn', confidence: NOT_FIRM }
}

interface Words {
  /** Words that are no codes. */
  words: number
  letters: number
  /** A word that other languages share counts half. */
  english: number
  other: number
  /** Words with a letter beyond A to Z. */
  foreignLetters: number
  /** Short tokens in capitals that are no English words. */
  abbreviations: number
}

/** Looks through the words of a text: hot, so that it makes no strings. */
function wordsOf(text: string, from: number, to: number): Words {
  const seen = { words: 0, letters: 0, english: 0, other: 0, foreignLetters: 0, abbreviations: 0 }
  counted.fill(0)
  let at = from
  while (at < to && seen.words < WORDS) {
    let kind = KINDS[text.charCodeAt(at)]
    if (kind !== KIND.latin && kind !== KIND.digit) {
      at++
      continue
    }
    const start = at
    let hash = NO_LETTERS
    let [isCode, isForeign, capitals, marks] = [false, false, 0, 0]
    for (; at < to; at++) {
      const unit = text.charCodeAt(at)
      kind = KINDS[unit]
      if (kind === KIND.latin) {
        if (marks > 0) isCode = true
        if (unit > 0x7f) isForeign = true
        if (unit < 0x5b) capitals++
        hash = hashedOn(hash, unit)
      } else if (kind === KIND.digit || unit === 0x5f || unit === 0x5c) isCode = true
      else if (unit === 0x27 || unit === 0x2019) {
        if (KINDS[text.charCodeAt(at + 1)] !== KIND.latin) break
        hash = hashedOn(hash, 0x27)
      } else if (unit === 0x2e || unit === 0x3a) marks++
      else break
    }
    if (isCode) continue
    const length = at - start - marks
    const bits = LATIN_SETS.bitsOf(hash)
    // Capitals of up to four letters are abbreviations of the trade (BG, LO).
    if (length > 1 && length <= 4 && capitals === length && (bits & IS_ENGLISH) === 0) {
      seen.abbreviations++
      continue
    }
    seen.words++
    seen.letters += length
    if (isForeign) seen.foreignLetters++
    if (bits & IS_ENGLISH) seen.english += bits & IS_SHARED ? 0.5 : 1
    const others = bits >> 2
    if (others === 0) continue
    seen.other += bits & IS_ENGLISH ? 0.5 : 1
    for (let i = 0; i < counted.length; i++) counted[i] = (counted[i] ?? 0) + ((others >> i) & 1)
  }
  return seen
}

/** Share of the first words that our list or the dictionary has as English. */
function listedShare(text: string): number {
  const words = (text.match(/[A-Za-z\u00c0-\u024f\u1e00-\u1eff0-9_'.\\:]+/g) ?? [])
    .map((token) => token.replace(/^['.:]+|['.:]+$/g, '').toLowerCase())
    .filter((word) => /^[a-z\u00c0-\u024f\u1e00-\u1eff']+$/.test(word))
    .slice(0, SHORT_WORDS)
  return words.length === 0 ? 0 : words.filter((word) => isListed(word)).length / words.length
}

function isListed(word: string): boolean {
  let hash = NO_LETTERS
  for (let at = 0; at < word.length; at++) hash = hashedOn(hash, word.charCodeAt(at))
  return (LATIN_SETS.bitsOf(hash) & IS_ENGLISH) !== 0 || isInDictionary(word)
}

/** What a Cyrillic letter says of the language; bits. */
const [OF_BELARUSIAN, OF_UKRAINIAN, OF_OTHERS, NOT_BULGARIAN, NOT_UKRAINIAN, DOTTED_I] = [1, 2, 4, 8, 16, 32]
const CYRILLIC_SIGNS: Uint8Array = (() => {
  const signs = new Uint8Array(0x10000)
  signs.fill(OF_OTHERS, 0x402, 0x410)
  signs.fill(OF_OTHERS, 0x452, 0x530)
  for (const c of 'їєґЇЄҐ') signs[c.charCodeAt(0)] = OF_UKRAINIAN
  for (const c of 'ўЎ') signs[c.charCodeAt(0)] = OF_BELARUSIAN
  for (const c of 'ыэёЫЭЁ') signs[c.charCodeAt(0)] = NOT_BULGARIAN | NOT_UKRAINIAN
  for (const c of 'іІ') signs[c.charCodeAt(0)] = DOTTED_I
  return signs
})()

/**
 * Tells the language of Cyrillic text between two UTF-16 units by letters that only some languages have; a library tells Russian from Bulgarian, and the languages with
 * letters of their own, in longer text. A short text without such a letter is called Russian weakly, unless Russian words are in it.
 */
export function tellCyrillic(text: string, from = 0, to = text.length): Told {
  let [letters, signs, known, hash] = [0, 0, 0, NO_LETTERS]
  for (let at = from; at <= to && letters < CYRILLIC_LETTERS; at++) {
    const unit = at < to ? text.charCodeAt(at) : 0
    if (KINDS[unit] === KIND.cyrillic) {
      letters++
      signs |= CYRILLIC_SIGNS[unit] ?? 0
      // Bulgarian writes ь before о alone.
      if (unit === 0x44c && text.charCodeAt(at + 1) !== 0x43e) signs |= NOT_BULGARIAN
      hash = hashedOn(hash, unit)
    } else if (hash !== NO_LETTERS) {
      if (RUSSIAN.bitsOf(hash) !== 0) known++
      hash = NO_LETTERS
    }
  }
  const told = { language: 'und', script: 'Cyrl', confidence: 0.5 }
  const isLong = letters >= ENOUGH_LETTERS
  if (signs & OF_BELARUSIAN) return { ...told, language: 'be', confidence: isLong ? 0.9 : 0.7 }
  if (signs & OF_UKRAINIAN) return { ...told, language: 'uk', confidence: isLong ? 0.9 : 0.7 }
  if (signs & DOTTED_I && !(signs & (OF_OTHERS | NOT_UKRAINIAN)) && !isLong) return { ...told, language: 'uk', confidence: 0.6 }
  if (signs & (OF_OTHERS | DOTTED_I)) return isLong ? byLibrary(text.slice(from, to), CYRILLIC, 'Cyrl') : told
  if (known > 0) return { ...told, language: 'ru', confidence: Math.min(0.95, 0.75 + known / 10) }
  if (signs & NOT_BULGARIAN) return { ...told, language: 'ru', confidence: NOT_FIRM }
  return isLong ? byLibrary(text.slice(from, to), { rus: 'ru', bul: 'bg' }, 'Cyrl') : { ...told, language: 'ru', confidence: 0.6 }
}

function byLibrary(text: string, tags: Readonly<Record<string, string>>, script: string, english = 0): Told {
  const [best, second] = franc().francAll(text.slice(0, LIBRARY_UNITS), { only: Object.keys(tags), minLength: 10 })
  const language = best === undefined ? undefined : tags[best[0]]
  if (language === undefined) return { language: 'und', script, confidence: 0.5 }
  // English without English words, or another language with many of them, is a guess: lists of names and codes look like anything.
  const isAgainst = language === 'en' ? english < 0.2 && listedShare(text) < 0.2 : english > 0.4
  if (isAgainst) return { language: 'und', script, confidence: 0.5 }
  // The library gives the best 1 and the others their share of it.
  return { language, script, confidence: Math.min(NOT_FIRM, 0.6 + 2 * (1 - (second?.[1] ?? 0))) }
}
