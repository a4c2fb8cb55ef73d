import { standsAlone } from '../arabic.ts'
import { wordsOf } from '../fold.ts'
import { type PreparedName, prepareName } from '../prepare.ts'
import { isTranslated, putNew, textsTogether } from '../together.ts'
import type { NameToken } from '../tokens.ts'
import { isTranscribed } from '../transcription.ts'
import { otherNumbers } from '../word-forms.ts'
import { growing, type HashLists, hashLists, hashWithout } from './hash.ts'
import { packWords, type Words } from './words.ts'

/** Names of a list, packed into arrays of numbers: an index of 60,000 names is some 15 MB and can be written to a file and read back as it is. */
export interface PackedNames {
  readonly words: Words
  /** Rows are ways of writing a name: its Latin words, and its own writing where it has one. Start of each row in `wordOf`; one more at the end. */
  readonly rowAt: Uint32Array
  /** Word numbers; {@link OTHER_SPELLING} marks another spelling of the word before it. */
  readonly wordOf: Uint32Array
  /** Sum of the weights of a row's words. */
  readonly rowWeight: Float32Array
  /** 1 for rows of names that are one word as they stand: a small word or legal form that a row lacks may be a word of a person's name. */
  readonly isLone: Uint8Array
  /** The name that a row writes, and the entry that a name belongs to. */
  readonly nameOf: Uint32Array
  readonly entryOf: Uint32Array
  /** Rows of each word: start in `postings`; one more at the end. */
  readonly postingAt: Uint32Array
  readonly postings: Uint32Array
  /** Rows under neighbouring words joined, and under first letters. */
  readonly joins: HashLists
}

/** Marks another spelling of the word before it. */
const OTHER_SPELLING = 0x80000000
/** Neighbouring words that are joined. */
const JOINED = 4
/** Letters of a join. */
const JOINED_LETTERS = 40

/** Packs the names of a list; an entry's number is its place in the list, a name's is its place over all entries. */
export function packNames(entries: Iterable<readonly string[]>): PackedNames {
  const numbers = new Map<string, number>()
  const [rowAt, wordOf, nameOf, entryOf, joinHashes, joinItems] = [growing(), growing(), growing(), growing(), growing(), growing()]
  const [kindWeights, lone] = [growing(), growing()]
  const addRow = (tokens: readonly NameToken[], name: number, isLone: boolean) => {
    if (tokens.length === 0) return
    const row = nameOf.length
    rowAt.push(wordOf.length)
    nameOf.push(name)
    lone.push(isLone ? 1 : 0)
    for (const { spellings, weight } of tokens)
      for (const [k, { text }] of spellings.entries()) {
        const number = numbers.get(text) ?? numbers.size
        numbers.set(text, number)
        wordOf.push(k === 0 ? number : (number | OTHER_SPELLING) >>> 0)
        kindWeights.push(Math.round(weight * 1000))
      }
    for (const { text, isInitials } of joinsOf(tokens)) {
      joinHashes.push(joinHash(text, isInitials))
      joinItems.push(row)
    }
  }
  let entry = 0
  for (const names of entries) {
    for (const text of names) {
      const prepared = prepareName(text)
      const isLone = wordsOf(text).length === 1
      for (const row of rowsOf(prepared)) addRow(row, entryOf.length, isLone && row.length === 1)
      entryOf.push(entry)
    }
    entry++
  }
  rowAt.push(wordOf.length)
  const words = packWords([...numbers.keys()])
  const [rows, used] = [rowAt.done(), wordOf.done()]
  const { postingAt, postings } = postingsOf(rows, used, numbers.size)
  return {
    words,
    rowAt: rows,
    wordOf: used,
    rowWeight: rowWeights(rows, used, kindWeights.done(), postingAt),
    isLone: Uint8Array.from(lone.done()),
    nameOf: nameOf.done(),
    entryOf: entryOf.done(),
    postingAt,
    postings,
    joins: hashLists(joinHashes.done(), joinItems.done()),
  }
}

/** Numbers of a row's words, other spellings included. */
export function wordsOfRow({ rowAt, wordOf }: PackedNames, row: number): number[] {
  return Array.from(wordOf.subarray(rowAt[row], rowAt[row + 1]), (word) => word & ~OTHER_SPELLING)
}

/** How much a word counts: what few names share counts most. `rows` is the number of rows of the list. */
export function rarity(uses: number, rows: number): number {
  return 0.3 + 0.7 * (1 - Math.log1p(uses) / Math.log1p(rows + 1))
}

/** Neighbouring words as one text. */
export interface Join {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Whether the text is their first letters. */
  readonly isInitials: boolean
}

/** Two to four neighbouring words joined, in each way that {@link textsTogether} has, translated ones as one and as several (`天眼`, sky eye, SkyEyes); and the first letters of three or more. */
export function joinsOf(tokens: readonly NameToken[]): Join[] {
  const found: Join[] = []
  const alone = tokens.map(standsAlone)
  for (let from = 0; from < tokens.length; from++) {
    if (alone[from]) continue
    for (let to = from + 2; to <= Math.min(tokens.length, from + JOINED); to++) {
      if (alone[to - 1]) break
      for (const text of wholesOf(tokens, from, to)) found.push({ from, to, text, isInitials: false })
      if (to - from >= 3) for (const text of initialsOf(tokens, from, to)) found.push({ from, to, text, isInitials: true })
    }
  }
  return found
}

/** Words from one up to another as one, each text once. */
function wholesOf(tokens: readonly NameToken[], from: number, to: number): readonly string[] {
  const texts = textsTogether(tokens, from, to).filter((text) => text.length <= JOINED_LETTERS)
  if (!isTranslated(tokens[to - 1])) return texts
  const all: string[] = []
  for (const text of texts) {
    putNew(all, text)
    for (const other of otherNumbers(text)) putNew(all, other)
  }
  return all
}

/** First letters of words by the first spelling of each, the second, the third and the last; each text once. */
function initialsOf(tokens: readonly NameToken[], from: number, to: number): readonly string[] {
  const texts: string[] = []
  for (let way = 0; way < 4; way++) {
    let text = ''
    let isMarked = false
    for (let k = from; k < to; k++) {
      const spellings = tokens[k]?.spellings ?? []
      const word = ((way === 3 ? spellings.at(-1) : spellings[way]) ?? spellings[0])?.text ?? ''
      isMarked ||= isTranscribed(word)
      text += word[0] ?? ''
    }
    if (!isMarked) putNew(texts, text)
  }
  return texts
}

/** The hash under which a join of the list is found: first letters apart from words, or every name would meet every other that begins alike. */
export function joinHash(text: string, isInitials: boolean): number {
  return hashWithout(isInitials ? `i:${text}` : text)
}

function postingsOf(rowAt: Uint32Array, wordOf: Uint32Array, words: number): { postingAt: Uint32Array; postings: Uint32Array } {
  const postingAt = new Uint32Array(words + 1)
  const plain = (at: number) => (wordOf[at] ?? 0) & ~OTHER_SPELLING
  for (let at = 0; at < wordOf.length; at++) {
    const after = plain(at) + 1
    postingAt[after] = (postingAt[after] ?? 0) + 1
  }
  for (let w = 0; w < words; w++) postingAt[w + 1] = (postingAt[w + 1] ?? 0) + (postingAt[w] ?? 0)
  const next = postingAt.slice(0, words)
  const postings = new Uint32Array(wordOf.length)
  for (let row = 0; row + 1 < rowAt.length; row++)
    for (let at = rowAt[row] ?? 0; at < (rowAt[row + 1] ?? 0); at++) {
      const word = plain(at)
      const place = next[word] ?? 0
      postings[place] = row
      next[word] = place + 1
    }
  return { postingAt, postings }
}

function rowWeights(rowAt: Uint32Array, wordOf: Uint32Array, kindWeights: Uint32Array, postingAt: Uint32Array): Float32Array {
  const rows = rowAt.length - 1
  const weights = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let at = rowAt[row] ?? 0; at < (rowAt[row + 1] ?? 0); at++) {
      const word = wordOf[at] ?? 0
      if (word >= OTHER_SPELLING) continue
      sum += ((kindWeights[at] ?? 0) / 1000) * rarity((postingAt[word + 1] ?? 0) - (postingAt[word] ?? 0), rows)
    }
    weights[row] = sum
  }
  return weights
}

/** The rows of words of a prepared name: Latin in each way that it reads, and its own writing. */
export function rowsOf(name: PreparedName): (readonly NameToken[])[] {
  const rows = [name.latin, ...(name.others ?? []).map(({ latin }) => latin)]
  return name.native ? [...rows, name.native] : rows
}
