import { isHan, simplifiedOf, sinoReadings } from './chinese.ts'
import { normalised } from './letters.ts'
import { lexicon, MAX_KEY, WEIGHTS } from './lexicon.ts'
import { ENDINGS } from './tables/korean-endings.ts'
import { childOf, type WordTree, wordTree } from './word-tree.ts'

/** A word of the lexicon found in a line: where it starts, how many characters it covers, its concepts. */
export interface Found {
  readonly start: number
  readonly length: number
  readonly concepts: readonly number[]
  readonly weight: number
}

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
  readonly found: readonly Found[]
  /** How much each character counts when it is not met by the other side. */
  readonly weights: readonly number[]
}

/** A Korean line made ready for comparison. All arrays run over `syllables`. */
export interface KoLine {
  /** Code units of the Hangul syllables. */
  readonly syllables: readonly number[]
  /** Whether a written word begins here. */
  readonly starts: readonly boolean[]
  readonly found: readonly Found[]
  readonly weights: readonly number[]
}

/** Stands in `chars` where other letters part two runs of Han characters. */
export const BREAK = 0
/** Weight of a character or syllable that no table knows: little, because its silence says little. */
const UNKNOWN = { zh: 0.3, ko: 0.22 } as const
/** One-syllable Korean words inside a longer word are mostly chance. */
const INSIDE_WORD = 0.5
const NONE: readonly number[] = []

interface Character {
  /** Code point of the simplified form; {@link BREAK} for what is no Han character. */
  readonly code: number
  readonly readings: readonly number[]
}

/** Characters met so far; a text uses some thousands, and Unicode has a bound. */
const characters = new Map<number, Character>()

function characterOf(codePoint: number): Character {
  let known = characters.get(codePoint)
  if (known === undefined) {
    const c = String.fromCodePoint(codePoint)
    const plain = simplifiedOf(c)
    known = isHan(c)
      ? { code: plain.codePointAt(0) ?? BREAK, readings: sinoReadings(plain).map((reading) => reading.charCodeAt(0)) }
      : { code: BREAK, readings: NONE }
    characters.set(codePoint, known)
  }
  return known
}

/** Prepares a Chinese line. */
export function zhLine(text: string): ZhLine {
  const composed = normalised(text, 'NFKC')
  const chars: number[] = []
  const readings: (readonly number[])[] = []
  let han = 0
  let isPlain = true
  for (let i = 0; i < composed.length; i++) {
    const codePoint = composed.codePointAt(i) ?? 0
    if (codePoint > 0xffff) i++
    const { code, readings: own } = codePoint < 0x3400 ? { code: BREAK, readings: NONE } : characterOf(codePoint)
    if (code === BREAK && (chars.length === 0 || chars[chars.length - 1] === BREAK)) continue
    if (code !== BREAK) {
      han++
      isPlain &&= code === codePoint
    }
    chars.push(code)
    readings.push(own)
  }
  const found: Found[] = []
  return { plain: isPlain ? composed : simplifiedText(composed), chars, han, readings, found, weights: zhWeights(chars, found) }
}

function simplifiedText(text: string): string {
  let out = ''
  for (const c of text) out += simplifiedOf(c)
  return out
}

/** Finds the words of a line, adds them to `found`, and weighs each character in the longest word from the left. */
function zhWeights(chars: readonly number[], found: Found[]): number[] {
  const weights = new Array<number>(chars.length).fill(0)
  const tree = lexicon().zhTree
  let segmented = 0
  for (let start = 0; start < chars.length; start++) {
    if (chars[start] === BREAK) {
      segmented = Math.max(segmented, start + 1)
      continue
    }
    let longest: Found | undefined
    let node = 0
    for (let end = start; end < chars.length && end < start + MAX_KEY; end++) {
      node = childOf(tree, node, chars[end] ?? BREAK)
      if (node === 0) break
      const word = tree.words[node]
      if (word === undefined || word.concepts.length === 0) continue
      longest = { start, length: end + 1 - start, concepts: word.concepts, weight: word.weight }
      found.push(longest)
    }
    if (start < segmented) continue
    const length = longest?.length ?? 1
    const weight = longest ? unitWeight(longest) : UNKNOWN.zh
    for (let i = 0; i < length; i++) weights[start + i] = weight / length
    segmented = start + length
  }
  return weights
}

/** A single character means less than a word of two or three. */
function unitWeight(unit: Found): number {
  return unit.weight * (unit.length === 1 ? 0.8 : unit.length === 2 ? 1 : 1.2)
}

/** Prepares a Korean line. */
export function koLine(text: string): KoLine {
  const composed = normalised(text, 'NFC')
  const syllables: number[] = []
  const starts: boolean[] = []
  let inWord = false
  for (let i = 0; i < composed.length; i++) {
    const code = composed.charCodeAt(i)
    if (code >= 0xac00 && code <= 0xd7a3) {
      syllables.push(code)
      starts.push(!inWord)
      inWord = true
    } else inWord = false
  }
  const longest = new Array<Found | undefined>(syllables.length).fill(undefined)
  const found = koFound(syllables, starts, longest)
  return { syllables, starts, found, weights: koWeights(syllables, starts, longest) }
}

/** The words of a line; `longest` gets the longest one that begins at each syllable. */
function koFound(syllables: readonly number[], starts: readonly boolean[], longest: (Found | undefined)[]): Found[] {
  const tree = lexicon().koTree
  const found: Found[] = []
  for (let start = 0; start < syllables.length; start++) {
    let node = 0
    for (let end = start; end < syllables.length && end < start + MAX_KEY; end++) {
      node = childOf(tree, node, syllables[end] ?? 0)
      if (node === 0) break
      const word = tree.words[node]
      if (word === undefined || word.concepts.length === 0) continue
      const length = end + 1 - start
      const isInside = length === 1 && starts[start] !== true
      if (isInside && word.weight <= WEIGHTS.light) continue
      const unit = { start, length, concepts: word.concepts, weight: isInside ? word.weight * INSIDE_WORD : word.weight }
      found.push(unit)
      longest[start] = unit
    }
  }
  return found
}

/** Splits each written word into known words, endings and unknown syllables, and weighs each syllable. */
function koWeights(syllables: readonly number[], starts: readonly boolean[], longest: readonly (Found | undefined)[]): number[] {
  const weights = new Array<number>(syllables.length).fill(0)
  let at = 0
  while (at < syllables.length) {
    let end = at + 1
    while (end < syllables.length && !starts[end]) end++
    for (let i = at; i < end; ) {
      const unit = longest[i]
      const fits = unit !== undefined && i + unit.length <= end
      if (fits && unit.length > 1) {
        for (let k = 0; k < unit.length; k++) weights[i + k] = unitWeight(unit) / unit.length
        i += unit.length
      } else if (isEndings(syllables, i, end)) break
      else if (fits && i === at) {
        weights[i] = unitWeight(unit)
        i++
      } else weights[i++] = UNKNOWN.ko
    }
    at = end
  }
  return weights
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
