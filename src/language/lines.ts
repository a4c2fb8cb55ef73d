import { isHan, simplifiedOf, sinoReadings } from './chinese.ts'
import { normalised } from './letters.ts'
import { lexicon, MAX_KEY, WEIGHTS } from './lexicon.ts'
import { ENDINGS } from './tables/korean-endings.ts'
import { childOf, type WordTree, wordTree } from './word-tree.ts'

/**
 * The words of the lexicon found in a line, {@link FOUND} numbers each and no record, as a line holds thirty of them: the place where it starts, how many characters it
 * covers, and its node in the tree of the lexicon; in Korean twice the node, and one more for a single syllable inside a longer word.
 */
export type FoundWords = readonly number[]
/** Numbers per word in {@link FoundWords}. */
export const FOUND = 3

/** A Chinese line made ready for comparison. All arrays run over `chars`. */
export interface ZhLine {
  /** The text in compatibility form (NFKC), each Han character in its simplified form. */
  readonly plain: string
  /** Code point of the simplified form of every Han character, in order; others are left out, and a break between runs is {@link BREAK}. */
  readonly chars: readonly number[]
  /** Han characters, breaks not counted. */
  readonly han: number
  /** Per character its Sino-Korean readings, as code units. */
  readonly readings: readonly (readonly number[])[]
  readonly found: FoundWords
  /** How much each character counts when it is not met by the other side. */
  readonly weights: readonly number[]
}

/** A Korean line made ready for comparison. All arrays run over `syllables`. */
export interface KoLine {
  /** Code units of the Hangul syllables. */
  readonly syllables: readonly number[]
  readonly found: FoundWords
  readonly weights: readonly number[]
}

/** Stands in `chars` where other letters part two runs of Han characters. */
export const BREAK = 0
/** Weight of a character or syllable that no table knows: little, because its silence says little. */
const UNKNOWN = { zh: 0.3, ko: 0.22 } as const
/** Factor on the weight of one-syllable Korean words inside a longer word: they are mostly chance. */
export const INSIDE_WORD = 0.5
const NONE: readonly number[] = []

interface Character {
  /** Code point of the simplified form; {@link BREAK} for what is no Han character. */
  readonly code: number
  readonly readings: readonly number[]
}

/** Han characters met so far by code point: a text uses some thousands, and Unicode has a bound. */
const characters: (Character | undefined)[] = new Array<Character | undefined>(0x10000).fill(undefined)
const rare = new Map<number, Character>()

function characterOf(codePoint: number): Character {
  const known = codePoint < characters.length ? characters[codePoint] : rare.get(codePoint)
  if (known !== undefined) return known
  const c = String.fromCodePoint(codePoint)
  const plain = simplifiedOf(c)
  const made = isHan(c)
    ? { code: plain.codePointAt(0) ?? BREAK, readings: sinoReadings(plain).map((reading) => reading.charCodeAt(0)) }
    : OTHER
  if (codePoint < characters.length) characters[codePoint] = made
  else rare.set(codePoint, made)
  return made
}

const OTHER: Character = { code: BREAK, readings: NONE }

/** What is written down of the line at hand. The arrays are used again for every line, and what a line keeps is cut off them in one piece. */
const own = {
  chars: [] as number[],
  readings: [] as (readonly number[])[],
  found: [] as number[],
  /** Begins with a fraction so that it holds fractions from the start. */
  weights: [0.5],
  /** Per Korean syllable 1 where a written word begins, and where its longest word stands in `found`, -1 for none. */
  starts: [] as number[],
  longest: [] as number[],
}
/** Numbers kept for the next line. */
const KEPT = 0x10000

function forget(): void {
  for (const array of [own.chars, own.readings, own.found, own.weights, own.starts, own.longest]) if (array.length > KEPT) array.length = 1
}

/** Prepares a Chinese line. */
export function zhLine(text: string): ZhLine {
  const composed = normalised(text, 'NFKC')
  const { chars, readings, found, weights } = own
  let count = 0
  let han = 0
  let isPlain = true
  for (let i = 0; i < composed.length; i++) {
    let codePoint = composed.charCodeAt(i)
    if (codePoint >= 0xd800 && codePoint < 0xdc00) {
      codePoint = composed.codePointAt(i) ?? 0
      if (codePoint > 0xffff) i++
    }
    const character = codePoint < 0x3400 ? OTHER : characterOf(codePoint)
    if (character.code === BREAK) {
      if (count === 0 || chars[count - 1] === BREAK) continue
    } else {
      han++
      if (character.code !== codePoint) isPlain = false
    }
    chars[count] = character.code
    readings[count++] = character.readings
  }
  const words = zhWords(count)
  const line = {
    plain: isPlain ? composed : simplifiedText(composed),
    chars: chars.slice(0, count),
    han,
    readings: readings.slice(0, count),
    found: found.slice(0, words),
    weights: weights.slice(0, count),
  }
  forget()
  return line
}

function simplifiedText(text: string): string {
  let out = ''
  for (const c of text) out += simplifiedOf(c)
  return out
}

/** Writes down the words of a line, and weighs each character in the longest word from the left; gives how many numbers `found` holds. */
function zhWords(length: number): number {
  const { chars, found, weights } = own
  const tree = lexicon().zhTree
  let segmented = 0
  let count = 0
  for (let start = 0; start < length; start++) {
    if (chars[start] === BREAK) {
      weights[start] = 0
      segmented = Math.max(segmented, start + 1)
      continue
    }
    let covered = 0
    let weight = 0
    let node = 0
    for (let end = start; end < length && end < start + MAX_KEY; end++) {
      node = childOf(tree, node, chars[end] ?? BREAK)
      if (node === 0) break
      const word = tree.words[node]
      if (word === undefined || word.concepts.length === 0) continue
      covered = end + 1 - start
      weight = word.weight
      found[count] = start
      found[count + 1] = covered
      found[count + 2] = node
      count += FOUND
    }
    if (start < segmented) continue
    const share = covered > 0 ? unitWeight(weight, covered) / covered : UNKNOWN.zh
    segmented = start + Math.max(1, covered)
    for (let i = start; i < segmented; i++) weights[i] = share
  }
  return count
}

/** A single character means less than a word of two or three. */
function unitWeight(weight: number, length: number): number {
  return weight * (length === 1 ? 0.8 : length === 2 ? 1 : 1.2)
}

/** Prepares a Korean line. */
export function koLine(text: string): KoLine {
  const composed = normalised(text, 'NFC')
  const { chars, starts, found, weights } = own
  let count = 0
  let isStart = 1
  for (let i = 0; i < composed.length; i++) {
    const code = composed.charCodeAt(i)
    if (code >= 0xac00 && code <= 0xd7a3) {
      chars[count] = code
      starts[count++] = isStart
      isStart = 0
    } else isStart = 1
  }
  const words = koWords(count)
  koWeights(count)
  const line = { syllables: chars.slice(0, count), found: found.slice(0, words), weights: weights.slice(0, count) }
  forget()
  return line
}

/** Writes down the words of a line, and the longest one that begins at each syllable; gives how many numbers `found` holds. */
function koWords(length: number): number {
  const { chars, starts, found, longest } = own
  const { koTree: tree, koMeanings } = lexicon()
  const { first, weights } = koMeanings
  let count = 0
  for (let start = 0; start < length; start++) {
    longest[start] = -1
    let node = 0
    for (let end = start; end < length && end < start + MAX_KEY; end++) {
      node = childOf(tree, node, chars[end] ?? 0)
      if (node === 0) break
      if (first[node] === first[node + 1]) continue
      const isInside = end === start && starts[start] === 0
      if (isInside && (weights[node] ?? 0) <= WEIGHTS.light) continue
      longest[start] = count
      found[count] = start
      found[count + 1] = end + 1 - start
      found[count + 2] = 2 * node + (isInside ? 1 : 0)
      count += FOUND
    }
  }
  return count
}

/** Splits each written word into known words, endings and unknown syllables, and weighs each syllable. */
function koWeights(length: number): void {
  const { chars, starts, found, longest, weights } = own
  const known = lexicon().koMeanings.weights
  for (let i = 0; i < length; i++) weights[i] = 0
  let at = 0
  while (at < length) {
    let end = at + 1
    while (end < length && starts[end] === 0) end++
    for (let i = at; i < end; ) {
      const place = longest[i] ?? -1
      const covers = place < 0 ? 0 : (found[place + 1] ?? 0)
      const fits = covers > 0 && i + covers <= end
      if (fits && covers > 1) {
        const share = unitWeight(known[(found[place + 2] ?? 0) >> 1] ?? 0, covers) / covers
        for (const last = i + covers; i < last; i++) weights[i] = share
      } else if (isEndings(chars, i, end)) break
      // At the beginning of a written word no syllable is inside one.
      else if (fits && i === at) weights[i++] = unitWeight(known[(found[place + 2] ?? 0) >> 1] ?? 0, 1)
      else weights[i++] = UNKNOWN.ko
    }
    at = end
  }
}

let endings: WordTree<true> | undefined

/** Whether the syllables from one place to another are a chain of endings; bit k of `reach` says that one can end after k syllables. */
function isEndings(syllables: readonly number[], from: number, to: number): boolean {
  const length = to - from
  if (length > 12) return false
  endings ??= wordTree(new Map([...ENDINGS].map((ending) => [ending, true])))
  let reach = 1
  for (let i = 0; i < length; i++) {
    if ((reach & (1 << i)) === 0) continue
    let node = 0
    for (let k = i; k < length && k < i + 7; k++) {
      node = childOf(endings, node, syllables[from + k] ?? 0)
      if (node === 0) break
      if (endings.words[node]) reach |= 1 << (k + 1)
    }
  }
  return (reach & (1 << length)) !== 0
}
