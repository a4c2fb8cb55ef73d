import { isHan, isHangulSyllable, simplifiedOf, sinoReadings } from './chinese.ts'
import { lexicon, MAX_KEY, WEIGHTS } from './lexicon.ts'
import { ENDINGS } from './tables/korean-endings.ts'

/** A word of the lexicon found in a line: where it starts, how many characters it covers, its concepts. */
export interface Found {
  readonly start: number
  readonly length: number
  readonly concepts: readonly number[]
  readonly weight: number
}

/** A Chinese line made ready for comparison. All arrays run over `chars`. */
export interface ZhLine {
  readonly text: string
  /** Simplified form of every Han character, in order; others are left out, and a break between runs is an empty string. */
  readonly chars: readonly string[]
  readonly readings: readonly (readonly string[])[]
  /** Per character, the two-syllable readings that it and the next one can have. */
  readonly readingPairs: readonly (readonly string[])[]
  readonly found: readonly Found[]
  /** How much each character counts when it is not met by the other side. */
  readonly weights: readonly number[]
}

/** A Korean line made ready for comparison. All arrays run over `syllables`. */
export interface KoLine {
  readonly text: string
  readonly syllables: readonly string[]
  /** Whether a written word begins here. */
  readonly starts: readonly boolean[]
  readonly found: readonly Found[]
  readonly weights: readonly number[]
  /** First place of each pair of syllables; the further ones hang on `nextBigram`, -1 ends. */
  readonly bigrams: ReadonlyMap<string, number>
  readonly nextBigram: readonly number[]
}

/** Weight of a character or syllable that no table knows: little, because its silence says little. */
const UNKNOWN = { zh: 0.3, ko: 0.22 } as const
/** One-syllable Korean words inside a longer word are mostly chance. */
const INSIDE_WORD = 0.5

/** Prepares a Chinese line. */
export function zhLine(text: string): ZhLine {
  const chars: string[] = []
  for (const c of text.normalize('NFKC')) {
    if (isHan(c)) chars.push(simplifiedOf(c))
    else if (chars.length > 0 && chars.at(-1) !== '') chars.push('')
  }
  const words = lexicon()
  const found: Found[] = []
  const weights = new Array<number>(chars.length).fill(0)
  let segmented = 0
  for (let start = 0; start < chars.length; start++) {
    if (chars[start] === '') {
      segmented = Math.max(segmented, start + 1)
      continue
    }
    let longest: Found | undefined
    let key = ''
    for (let length = 1; length <= MAX_KEY && start + length <= chars.length && chars[start + length - 1] !== ''; length++) {
      key += chars[start + length - 1]
      const concepts = words.zh.get(key)
      if (concepts === undefined && !words.beginnings.has(key)) break
      if (concepts === undefined) continue
      longest = { start, length, concepts, weight: words.zhWeight.get(key) ?? WEIGHTS.content }
      found.push(longest)
    }
    if (start < segmented) continue
    const length = longest?.length ?? 1
    const weight = longest ? unitWeight(longest) : UNKNOWN.zh
    for (let i = 0; i < length; i++) weights[start + i] = weight / length
    segmented = start + length
  }
  const readings = chars.map((c) => (c === '' ? NONE : sinoReadings(c)))
  return { text, chars, readings, readingPairs: chars.map((c, i) => pairsOf(c, chars[i + 1] ?? '')), found, weights }
}

const NONE: readonly string[] = []

/** Reading pairs kept; texts use some ten thousand pairs of characters. */
const KEPT_PAIRS = 20_000
const knownPairs = new Map<string, readonly string[]>()

function pairsOf(first: string, second: string): readonly string[] {
  if (first === '' || second === '') return NONE
  const key = first + second
  let pairs = knownPairs.get(key)
  if (pairs === undefined) {
    pairs = [...new Set(sinoReadings(first).flatMap((a) => sinoReadings(second).map((b) => a + b)))]
    if (knownPairs.size >= KEPT_PAIRS) knownPairs.clear()
    knownPairs.set(key, pairs)
  }
  return pairs
}

/** A single character means less than a word of two or three. */
function unitWeight(unit: Found): number {
  return unit.weight * (unit.length === 1 ? 0.8 : unit.length === 2 ? 1 : 1.2)
}

/** Prepares a Korean line. */
export function koLine(text: string): KoLine {
  const syllables: string[] = []
  const starts: boolean[] = []
  let inWord = false
  for (const c of text.normalize('NFC')) {
    if (isHangulSyllable(c)) {
      syllables.push(c)
      starts.push(!inWord)
      inWord = true
    } else inWord = false
  }
  const found = koFound(syllables, starts)
  const bigrams = new Map<string, number>()
  const nextBigram = new Array<number>(syllables.length).fill(-1)
  for (let i = syllables.length - 2; i >= 0; i--) {
    const key = `${syllables[i]}${syllables[i + 1]}`
    nextBigram[i] = bigrams.get(key) ?? -1
    bigrams.set(key, i)
  }
  return { text, syllables, starts, found, weights: koWeights(syllables, starts, found), bigrams, nextBigram }
}

function koFound(syllables: readonly string[], starts: readonly boolean[]): Found[] {
  const words = lexicon()
  const found: Found[] = []
  const joined = syllables.join('')
  for (let start = 0; start < syllables.length; start++)
    for (let end = start + 1; end <= start + MAX_KEY && end <= syllables.length; end++) {
      const key = joined.slice(start, end)
      const concepts = words.ko.get(key)
      if (concepts === undefined) {
        if (!words.beginnings.has(key)) break
        continue
      }
      const length = end - start
      const weight = words.koWeight.get(key) ?? WEIGHTS.content
      const isInside = length === 1 && starts[start] !== true
      if (isInside && weight <= WEIGHTS.light) continue
      found.push({ start, length, concepts, weight: isInside ? weight * INSIDE_WORD : weight })
    }
  return found
}

/** Splits each written word into known words, endings and unknown syllables, and weighs each syllable. */
function koWeights(syllables: readonly string[], starts: readonly boolean[], found: readonly Found[]): number[] {
  const longest = new Map<number, Found>()
  for (const unit of found) if ((longest.get(unit.start)?.length ?? 0) < unit.length) longest.set(unit.start, unit)
  const weights = new Array<number>(syllables.length).fill(0)
  let at = 0
  while (at < syllables.length) {
    let end = at + 1
    while (end < syllables.length && !starts[end]) end++
    for (let i = at; i < end; ) {
      const unit = longest.get(i)
      const fits = unit !== undefined && i + unit.length <= end
      if (fits && unit.length > 1) {
        for (let k = 0; k < unit.length; k++) weights[i + k] = unitWeight(unit) / unit.length
        i += unit.length
      } else if (isEndings(syllables.slice(i, end))) break
      else if (fits && i === at) {
        weights[i] = unitWeight(unit)
        i++
      } else weights[i++] = UNKNOWN.ko
    }
    at = end
  }
  return weights
}

/** Whether syllables are a chain of endings. */
function isEndings(rest: readonly string[]): boolean {
  if (rest.length > 12) return false
  const reach = new Array<boolean>(rest.length + 1).fill(false)
  reach[0] = true
  for (let i = 0; i < rest.length; i++) {
    if (!reach[i]) continue
    let key = ''
    for (let k = i; k < rest.length && k < i + 7; k++) {
      key += rest[k]
      if (ENDINGS.has(key)) reach[k + 1] = true
    }
  }
  return reach[rest.length] === true
}
