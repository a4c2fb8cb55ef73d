import type { ListEntity } from '../model/index.ts'
import { type SoughtName, soughtNames } from './document-names.ts'
import type { SanctionsList } from './list.ts'
import { foldedLetter, kindOfLetter, LETTER, LETTER_TABLES, spellOut } from './text-letters.ts'

/** A name of a list that stands in a text, letter for letter after folding. `from` and `to` count UTF-16 units of the text, `to` excluded. */
export interface NamePlace {
  readonly entity: ListEntity
  /** The name as the list writes it. */
  readonly name: string
  /** A question at most: see {@link SoughtName}. */
  readonly isLone: boolean
  readonly from: number
  readonly to: number
}

/** Finds every name of lists in a text in one walk. */
export interface NameFinder {
  /** Names that are looked for; entries without a distinctive name have none. */
  readonly names: number
  /** Places in order; of two names in one place the longer is given. */
  find(text: string): NamePlace[]
}

const SEED = 0x811c9dc5 | 0
const PRIME = 0x01000193
/** Bits of the table that says which hashes cannot begin a name: half a megabyte, so that it stays in the processor's cache. */
const BITS = 22
/** Places of one text that are given; a text of nothing but names is a list. */
const MOST_PLACES = 10_000
/** Names that begin alike and are tried at one place. */
const MOST_ALIKE = 2_000

interface Tables {
  readonly bits: Uint32Array
  readonly under: ReadonlyMap<number, readonly Pattern[]>
}

interface Pattern extends SoughtName {
  /** East Asian: where in `compact` the three letters stand whose hash it lies under. */
  readonly offset: number
}

/**
 * Makes a finder of all companies and persons of lists. Names are compared after folding (case, width, accents, Han in simplified forms, blanks and punctuation), legal forms may stand or not; nothing is compared by likeness.
 * Latin and other words are found by the hash of a name's first two words, East Asian names by three letters in a row; what is found by hash is compared letter by letter.
 */
export function nameFinder(lists: readonly Pick<SanctionsList, 'entries'>[]): NameFinder {
  const under = new Map<number, Pattern[]>()
  const bits = new Uint32Array(1 << (BITS - 5))
  let names = 0
  for (const { entries } of lists)
    for (const sought of entries.flatMap(soughtNames)) {
      const pattern = { ...sought, offset: Math.max(0, sought.compact.search(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{3}/)) }
      const hash = hashOf(pattern)
      const alike = under.get(hash)
      if (alike === undefined) under.set(hash, [pattern])
      else if (alike.length < MOST_ALIKE) alike.push(pattern)
      else continue
      names++
      const bit = hash >>> (32 - BITS)
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
    }
  const tables = { bits, under }
  return { names, find: (text) => (names === 0 ? [] : longest(findIn(text, tables))) }
}

function hashOf({ words, compact, offset }: Pattern): number {
  if (compact !== '') return threeHash(compact.charCodeAt(offset), compact.charCodeAt(offset + 1), compact.charCodeAt(offset + 2))
  const [first = '', second] = words
  return second === undefined ? pairHash(0, wordHash(first)) : pairHash(wordHash(first), wordHash(second))
}

function wordHash(word: string): number {
  let hash = SEED
  for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), PRIME)
  return hash
}

function pairHash(first: number, second: number): number {
  return mixed(Math.imul(first, 0x9e3779b1) ^ second)
}

function threeHash(a: number, b: number, c: number): number {
  return mixed(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c)
}

function mixed(hash: number): number {
  let h = hash ^ (hash >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

function findIn(text: string, tables: Tables): NamePlace[] {
  const found: NamePlace[] = []
  if (walk(text, tables, found)) return found
  const spelt = spellOut(text)
  const places: NamePlace[] = []
  walk(spelt.text, tables, places, true)
  return places.map((place) => ({ ...place, from: spelt.at[place.from] ?? 0, to: spelt.end[place.to - 1] ?? text.length }))
}

/** Walks over a text once. Gives false when it meets a letter that has to be spelt out first, unless told that this was done. */
function walk(text: string, { bits, under }: Tables, found: NamePlace[], isSpelt = false): boolean {
  const { kinds, folded } = LETTER_TABLES
  const isBegun = (hash: number) => (((bits[hash >>> (32 - BITS + 5)] ?? 0) >>> ((hash >>> (32 - BITS)) & 31)) & 1) === 1
  let [word, start, part, before, beforeStart] = [SEED, -1, 0, 0, -1]
  let [c1, c2, at1, at2, count, gap] = [0, 0, 0, 0, 0, 0]
  const endWord = () => {
    if (beforeStart >= 0) {
      const pair = pairHash(before, word)
      if (isBegun(pair)) tryWords(text, beforeStart, under.get(pair), found)
    }
    const lone = pairHash(0, word)
    if (isBegun(lone)) tryWords(text, start, under.get(lone), found)
    before = word
    beforeStart = start
    start = -1
    word = SEED
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const kind = kinds[code] || kindOfLetter(code)
    if (kind === LETTER.word || (isSpelt && kind === LETTER.composes)) {
      if (start < 0) {
        start = i
        part = i
      }
      word = Math.imul(word ^ (folded[code] ?? 0), PRIME)
      continue
    }
    if (kind === LETTER.nothing) continue
    if (kind === LETTER.composes) return false
    if (start >= 0) {
      if (kind === LETTER.dot && isAbbreviation(text, i, part)) {
        part = i + 1
        continue
      }
      endWord()
      count = 0
    }
    if (kind === LETTER.han || kind === LETTER.hangul || kind === LETTER.kana) {
      beforeStart = -1
      const letter = folded[code] ?? code
      if (gap > 1) count = 0
      gap = 0
      count++
      if (count >= 3) {
        const three = threeHash(c1, c2, letter)
        if (isBegun(three)) tryLetters(text, at1, under.get(three), found)
      }
      c1 = c2
      c2 = letter
      at1 = at2
      at2 = i
    } else if (kind === LETTER.and) {
      word = wordHash('and')
      start = i
      endWord()
    } else gap += kind === LETTER.lineEnd ? 2 : 1
    if (found.length >= MOST_PLACES) return true
  }
  if (start >= 0) endWord()
  return true
}

/** `S.A.`: a point after one letter before one letter. */
function isAbbreviation(text: string, dot: number, part: number): boolean {
  if (dot - part !== 1) return false
  return kindAt(text, dot + 1) === LETTER.word && !isLetter(kindAt(text, dot + 2))
}

function kindAt(text: string, at: number): number {
  return at < 0 || at >= text.length ? LETTER.apart : kindOfLetter(text.charCodeAt(at))
}

function isLetter(kind: number): boolean {
  return kind === LETTER.word || kind === LETTER.han || kind === LETTER.hangul || kind === LETTER.kana
}

/** The folded word at or after a place, with its end; the walk ends words in the same way. */
function wordFrom(text: string, from: number): { readonly word: string; readonly end: number } {
  let i = from
  while (i < text.length && !isLetter(kindAt(text, i)) && kindAt(text, i) !== LETTER.and) i++
  if (kindAt(text, i) === LETTER.and) return { word: 'and', end: i + 1 }
  let word = ''
  let part = i
  for (; i < text.length; i++) {
    const kind = kindAt(text, i)
    if (kind === LETTER.word || kind === LETTER.composes) word += String.fromCharCode(foldedLetter(text.charCodeAt(i)))
    else if (kind === LETTER.dot && isAbbreviation(text, i, part)) part = i + 1
    else if (kind !== LETTER.nothing) break
  }
  return { word, end: i }
}

function tryWords(text: string, start: number, patterns: readonly Pattern[] | undefined, found: NamePlace[]): void {
  if (!patterns) return
  const read: { readonly word: string; readonly end: number }[] = []
  const wordAt = (n: number) => {
    while (read.length <= n) read.push(wordFrom(text, read.at(-1)?.end ?? start))
    return read[n]
  }
  for (const { entity, name, words, isLone } of patterns)
    if (words.length > 0 && words.every((word, n) => wordAt(n)?.word === word))
      found.push({ entity, name, isLone, from: start, to: wordAt(words.length - 1)?.end ?? start })
}

/** What may follow a Korean name without a blank: particles, and forms of companies. Another word would make another name. */
const AFTER_KOREAN =
  /^(?:은|는|이|가|을|를|의|에|에서|에게|와|과|랑|로|으로|로서|으로서|도|만|까지|부터|보다|및|등|측|입니다|이다|라고|이라고|주식회사|유한회사|유한책임회사|회사)(?![\uac00-\ud7a3])/

function tryLetters(text: string, at: number, patterns: readonly Pattern[] | undefined, found: NamePlace[]): void {
  for (const { entity, name, compact, offset } of patterns ?? []) {
    if (compact === '') continue
    const from = follow(text, at, compact, offset, -1)
    const last = follow(text, at, compact, compact.length - 1 - offset, 1, offset)
    if (from === undefined || last === undefined) continue
    const [first, end] = [kindAt(text, from), kindAt(text, last)]
    const beforeKind = kindAt(text, from - 1)
    if ((first === LETTER.hangul || first === LETTER.word) && beforeKind === first) continue
    if (end === LETTER.word && kindAt(text, last + 1) === LETTER.word) continue
    if (end === LETTER.hangul && kindAt(text, last + 1) === LETTER.hangul && !AFTER_KOREAN.test(text.slice(last + 1, last + 12))) continue
    found.push({ entity, name, isLone: false, from, to: last + 1 })
  }
}

/** Goes over `steps` letters of a name from one of its letters, forward or back, with at most one mark or blank between two; the place of the last one, or undefined where the text is another. */
function follow(text: string, at: number, compact: string, steps: number, way: 1 | -1, from = steps): number | undefined {
  let place = at
  let k = from
  const origin = k
  if (foldedLetter(text.charCodeAt(place)) !== compact.charCodeAt(k)) return undefined
  for (let step = 0; step < steps; step++) {
    let gap = 0
    place += way
    for (; place >= 0 && place < text.length; place += way) {
      const kind = kindAt(text, place)
      if (isLetter(kind)) break
      if (kind === LETTER.lineEnd || (kind !== LETTER.nothing && ++gap > 1)) return undefined
    }
    k = origin + way * (step + 1)
    if (place < 0 || place >= text.length || foldedLetter(text.charCodeAt(place)) !== compact.charCodeAt(k)) return undefined
  }
  return place
}

/** Leaves out places that lie inside a longer one: `Meridian Bank` in `Brandal Meridian Bank` is no mention of another bank. Names of one length stay all. */
function longest(places: readonly NamePlace[]): NamePlace[] {
  const sorted = [...places].sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: NamePlace[] = []
  let widest: NamePlace | undefined
  const seen = new Set<string>()
  for (const place of sorted) {
    const isInside = widest !== undefined && place.to <= widest.to && place.to - place.from < widest.to - widest.from
    if (!isInside) {
      const key = `${place.from}\0${place.to}\0${place.entity.list}\0${place.entity.id}`
      if (!seen.has(key)) kept.push(place)
      seen.add(key)
      if (widest === undefined || place.to > widest.to) widest = place
    }
  }
  return kept
}
