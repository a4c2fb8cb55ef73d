import { compareText } from '../base/hash.ts'
import { koreanSyllablesOf } from './hangul.ts'
import { type PreparedName, prepareName } from './prepare.ts'
import { skeletonOf } from './similarity.ts'

/** Finds the entries whose names share words, sounds or most letters with a name. */
export interface NameIndex {
  /** At most `limit` ids, likeliest first; what is not among them shares too little to be compared. */
  candidates(name: string, limit: number): string[]
}

/** Words that the letters of one query word may lead to. */
const FUZZY_WORDS = 40
/** Entries of one key that are counted; a longer list belongs to a word that says nothing, unless the query has nothing else. */
const COMMON_POSTINGS = 2_000

/** Builds the index once: words in all readings, neighbours joined, Korean syllable classes, consonant skeletons, and letter pairs of words for misspelt ones. */
export function indexNames(entries: readonly { readonly id: string; readonly names: readonly string[] }[]): NameIndex {
  const postings = new Map<string, number[]>()
  const words: string[] = []
  const wordNumbers = new Map<string, number>()
  for (const [number, { names }] of entries.entries()) {
    for (const name of names) {
      const prepared = prepareName(name)
      for (const key of keysOf(prepared)) {
        const list = postings.get(key)
        if (!list) postings.set(key, [number])
        else if (list[list.length - 1] !== number) list.push(number)
      }
      for (const word of singleWords(prepared)) {
        if (wordNumbers.has(word)) continue
        wordNumbers.set(word, words.length)
        words.push(word)
      }
    }
  }
  const pairs = letterPairIndex(words)
  const scores = new Float64Array(entries.length)
  const counts = new Uint8Array(words.length)
  return { candidates: (name, limit) => find(name, limit, { entries, postings, words, pairs, scores, counts }) }
}

interface Parts {
  readonly entries: readonly { readonly id: string }[]
  readonly postings: ReadonlyMap<string, readonly number[]>
  readonly words: readonly string[]
  readonly pairs: ReadonlyMap<string, readonly number[]>
  /** Room for sums, all zero between two questions. */
  readonly scores: Float64Array
  readonly counts: Uint8Array
}

function find(name: string, limit: number, parts: Parts): string[] {
  const { postings, scores, entries } = parts
  const wanted = new Map<string, number>()
  const prepared = prepareName(name)
  for (const key of keysOf(prepared)) wanted.set(key, 1)
  for (const own of singleWords(prepared))
    for (const [word, likeness] of likeWords(own, parts)) wanted.set(`w:${word}`, Math.max(wanted.get(`w:${word}`) ?? 0, likeness))
  const found = [...wanted].flatMap(([key, share]) => {
    const list = postings.get(key)
    return list ? [{ list, share }] : []
  })
  found.sort((a, b) => a.list.length - b.list.length)
  const touched: number[] = []
  for (const { list, share } of found) {
    if (list.length > COMMON_POSTINGS && touched.length >= limit) break
    const weight = share * Math.log((entries.length + 1) / (list.length + 0.5))
    for (const number of list) {
      const before = scores[number] ?? 0
      if (before === 0) touched.push(number)
      scores[number] = before + weight
    }
  }
  touched.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  const ids = touched.slice(0, limit).map((number) => entries[number]?.id ?? '')
  for (const number of touched) scores[number] = 0
  return ids
}

/** `w:` words, `j:` neighbours joined, `k:` Korean syllable classes, `s:` consonant skeletons, `n:` words in their own writing. */
function keysOf(name: PreparedName): Set<string> {
  const keys = new Set<string>()
  const tokens = name.latin
  for (const [i, { spellings, kind }] of tokens.entries()) {
    for (const { text } of spellings) {
      keys.add(`w:${text}`)
      if (kind !== 'word' && kind !== 'short' && kind !== 'surname') continue
      const skeleton = skeletonOf(text)
      if (text.length >= 5 && skeleton.length >= 3) keys.add(`s:${skeleton}`)
      for (const way of koreanSyllablesOf(text).slice(0, 3)) for (const classes of product(way)) keys.add(`k:${classes}`)
    }
    for (let n = 2; n <= 4 && i + n <= tokens.length; n++) {
      const joined = tokens.slice(i, i + n).map((one) => one.spellings[0]?.text ?? '')
      if (joined.join('').length <= 30) keys.add(`w:${joined.join('')}`)
      if (n >= 3) keys.add(`w:${joined.map((word) => word[0] ?? '').join('')}`)
    }
  }
  for (const { shown } of name.native ?? []) keys.add(`n:${shown}`)
  return keys
}

/** Latin words of four letters and more that a misspelling is looked for. */
function singleWords(name: PreparedName): Set<string> {
  return new Set(
    name.latin.flatMap(({ spellings }) => spellings.map(({ text }) => text)).filter((text) => text.length >= 4 && /^[a-z]+$/.test(text)),
  )
}

function product(way: readonly ReadonlySet<string>[]): string[] {
  let texts = ['']
  for (const classes of way) texts = texts.flatMap((text) => [...classes].map((c) => text + c)).slice(0, 12)
  return texts.sort(compareText)
}

function pairsOf(word: string): string[] {
  const padded = ` ${word} `
  const pairs: string[] = []
  for (let i = 0; i + 2 <= padded.length; i++) pairs.push(padded.slice(i, i + 2))
  return pairs
}

function letterPairIndex(words: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [number, word] of words.entries()) {
    for (const pair of new Set(pairsOf(word))) {
      const list = index.get(pair)
      if (list) list.push(number)
      else index.set(pair, [number])
    }
  }
  return index
}

/** Words of the index that share at least half of their letter pairs with a word, likeliest first. */
function likeWords(word: string, { words, pairs, counts }: Parts): [string, number][] {
  const own = new Set(pairsOf(word))
  const touched: number[] = []
  for (const pair of own) {
    for (const number of pairs.get(pair) ?? []) {
      if (counts[number] === 0) touched.push(number)
      counts[number] = (counts[number] ?? 0) + 1
    }
  }
  const found: [string, number][] = []
  for (const number of touched) {
    const count = counts[number] ?? 0
    counts[number] = 0
    if (count * 2 < own.size) continue
    const other = words[number] ?? ''
    if (other === word || Math.abs(other.length - word.length) > 3) continue
    const likeness = (2 * count) / (own.size + other.length + 1)
    if (likeness >= 0.5) found.push([other, likeness * likeness])
  }
  return found.sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).slice(0, FUZZY_WORDS)
}
