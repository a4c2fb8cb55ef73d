import { isEnglishWord } from '../language/index.ts'
import type { ListEntity } from '../model/index.ts'
import { foldName, kindOf, prepareName, wordsOf } from '../names/index.ts'

/** A name of a list that texts are walked through for. */
export interface SoughtName {
  readonly entity: ListEntity
  /** As the list writes it. */
  readonly name: string
  /** Folded words, without legal forms at either end; empty for a name in East Asian writing. */
  readonly words: readonly string[]
  /** East Asian name: folded letters and digits without blanks and points. */
  readonly compact: string
  /** Says neither trade, place nor legal form: a question at most, for people and things of another language are called so. */
  readonly isLone: boolean
}

const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/
/** Letters of a name of several words, of a word alone, of one with a legal form beside it, and of an East Asian name. */
const LETTERS = { several: 8, lone: 10, legal: 4, eastAsian: 4, person: 6, eastAsianPerson: 3 }
/** Words from which on a name that is all ordinary words is a name of its own. */
const ORDINARY_WORDS = 4
const SAYS_NOTHING: ReadonlySet<string> = new Set(['generic', 'common', 'place', 'number', 'particle', 'initial', 'surname'])

/**
 * The names of an entry that are looked for in texts: its name and the aliases that the list does not call weak, where they are distinctive. A company's name needs a word that is neither trade, place nor ordinary English beside another word, or four words;
 * a name of one to three words without a trade or place has to stand with its legal form, or is a question only (see `isLone`); one that reads as a Korean or Chinese person's is left out, and so are ships and aircraft, whose names are words of any text. Names of persons are found to be counted: see `listedInTexts`.
 */
export function soughtNames(entity: ListEntity): SoughtName[] {
  const { schema } = entity
  if (schema === 'Vessel' || schema === 'Airplane') return []
  const names = new Set([entity.name, ...entity.aliases.filter(({ weak }) => !weak).map(({ name }) => name)])
  const sought = new Map<string, SoughtName>()
  for (const name of names)
    for (const written of schema === 'Person' ? ordersOf(name) : [name]) {
      const one = soughtName(entity, written)
      if (one) sought.set(`${one.words.join(' ')}\0${one.compact}`, { ...one, name })
    }
  return [...sought.values()]
}

/** `KIM, Chol` is also `Chol Kim`. */
function ordersOf(name: string): string[] {
  const [family = '', given = '', ...more] = name.split(',')
  return given.trim() === '' || more.length > 0 ? [name] : [name, `${given} ${family}`]
}

function soughtName(entity: ListEntity, name: string): SoughtName | undefined {
  const isPerson = entity.schema === 'Person'
  if (EAST_ASIAN.test(name)) {
    const whole = wordsOf(name).join('')
    const plain = isPerson ? whole : foldName(name).replaceAll(' ', '')
    // A house that is called like a person counts with its legal form only.
    const compact = !isPerson && prepareName(plain).looks !== undefined ? whole : plain
    if (!isPerson && prepareName(compact).looks !== undefined) return undefined
    return isDistinctEastAsian(compact, isPerson) ? { entity, name, words: [], compact, isLone: false } : undefined
  }
  const all = wordsOf(name)
  if (isPerson)
    return all.length >= 2 && all.join('').length >= LETTERS.person ? { entity, name, words: all, compact: '', isLone: false } : undefined
  const words = withoutEnds(all, name)
  if (words.length > 1) {
    if (!isDistinct(words)) return undefined
    if (!isAnybody(words)) return { entity, name, words, compact: '', isLone: false }
    if (words.length < all.length) return { entity, name, words: all, compact: '', isLone: false }
    return prepareName(words.join(' ')).looks === undefined ? { entity, name, words, compact: '', isLone: true } : undefined
  }
  const [word = ''] = words
  if (!isOwn(word)) return undefined
  if (all.length > 1 && word.length >= LETTERS.legal) return { entity, name, words: all, compact: '', isLone: false }
  return word.length >= LETTERS.lone ? { entity, name, words, compact: '', isLone: true } : undefined
}

function isOwn(word: string): boolean {
  return word.length >= 3 && !SAYS_NOTHING.has(kindOf(word)) && !isEnglishWord(word)
}

function isDistinct(words: readonly string[]): boolean {
  if (words.join('').length < LETTERS.several) return false
  if (!words.some(isOwn)) return words.length >= ORDINARY_WORDS && words.some((word) => !SAYS_NOTHING.has(kindOf(word)))
  return true
}

/** Two or three words of which none says a trade, place or number: people are called so, in some language. */
function isAnybody(words: readonly string[]): boolean {
  return words.length <= 3 && !words.some((word) => ['generic', 'place', 'number'].includes(kindOf(word)))
}

/** Letters from which on a name of trade words and places is a name of its own when it holds a number: `조선4.26만화영화촬영소`. */
const NUMBERED = 8

/** Enough letters in a row, and not only words of trade and places. */
function isDistinctEastAsian(compact: string, isPerson: boolean): boolean {
  const run = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{3,}/.exec(compact)
  if (run === null || [...compact].length < (isPerson ? LETTERS.eastAsianPerson : LETTERS.eastAsian)) return false
  if (isPerson || (compact.length >= NUMBERED && /\d{2}/.test(compact))) return true
  const prepared = prepareName(compact, 'Company')
  const own = (prepared.native ?? prepared.latin).filter(({ kind }) => !SAYS_NOTHING.has(kind))
  return own.reduce((sum, { shown }) => sum + [...shown].length, 0) >= 2
}

const PLAIN = 'zzzz'
/** Ends of names and whether they are legal forms; few are met again and again. */
const legal = new Map<string, boolean>()
const LEGAL_KEPT = 10_000

/** Folded words without the legal forms at both ends; one inside stays, for it is part of the name there. */
function withoutEnds(all: readonly string[], name: string): readonly string[] {
  let words = all[0] === 'the' ? all.slice(1) : all
  if (foldName(name) === words.join(' ')) return words
  const isLegal = (part: readonly string[]) => {
    const text = part.join(' ')
    const known = legal.get(text) ?? foldName(`${PLAIN} ${text}`) === PLAIN
    if (legal.size < LEGAL_KEPT) legal.set(text, known)
    return known
  }
  for (let isCut = true; isCut && words.length > 1; ) {
    isCut = false
    for (let n = Math.min(4, words.length - 1); n >= 1 && !isCut; n--) {
      if (isLegal(words.slice(-n))) words = words.slice(0, -n)
      else if (isLegal(words.slice(0, n))) words = words.slice(n)
      else continue
      isCut = true
    }
  }
  return words.length > 1 && words.at(-1) === 'and' ? words.slice(0, -1) : words
}
