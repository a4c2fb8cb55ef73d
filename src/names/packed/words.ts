import { arabicKeys, arabicLikeness, isArabicText, latinKeys } from '../arabic.ts'
import { koreanSyllablesOf } from '../hangul.ts'
import { mostEdits, skeletonOf } from '../similarity.ts'
import { customaryWords, foreignLikeness, isTranscribed, SURE_SOUND, transcribed } from '../transcription.ts'
import { latinTranscriptionKeys, transcriptionKeys, treeKeys } from '../transcription-keys.ts'
import { addItems, findItem, growing, type HashLists, hashLists, hashWithout } from './hash.ts'
import { type LetterTree, letterTree } from './letter-tree.ts'
import { wordsBySound } from './sound-walk.ts'

/** The different words of a list, packed: by number, exactly, by near spelling and by sound. */
export interface Words {
  /** All words one after the other. */
  readonly text: string
  /** Start of each word in `text`; one more at the end. */
  readonly at: Uint32Array
  readonly exact: HashLists
  /** Words under what is left of them when up to two letters are taken away. */
  readonly near: HashLists
  /** Words under their consonants and under the Korean syllables that they may be. */
  readonly sounds: HashLists
  /** Words by their coarse sounds, for foreign names in Chinese characters. */
  readonly tree: LetterTree
}

/** A word of the list that a word may stand for, and how alike the two are, 0 … 1. */
export interface Near {
  readonly word: number
  readonly likeness: number
}

/** Letters from which on one, and two, may differ. */
const ONE_EDIT = 4
const TWO_EDITS = 8
/** Longer words are not varied. */
const VARIED = 32
/** Words of the list that one word is compared with letter by letter. */
const COMPARED = 400

/** How alike words of one sound are held to be before they are compared. */
const SOUND = { skeleton: 0.78, korean: 0.9 } as const

/** Packs words; equal words must come once. */
export function packWords(words: readonly string[]): Words {
  const at = new Uint32Array(words.length + 1)
  const [exact, nearHashes, nearItems, soundHashes, soundItems] = [growing(), growing(), growing(), growing(), growing()]
  let length = 0
  for (const [number, word] of words.entries()) {
    length += word.length
    at[number + 1] = length
    exact.push(hashWithout(word))
    for (const hash of variantsOf(word)) {
      nearHashes.push(hash)
      nearItems.push(number)
    }
    for (const hash of soundsOf(word, true)) {
      soundHashes.push(hash)
      soundItems.push(number)
    }
  }
  return {
    text: words.join(''),
    at,
    exact: hashLists(
      exact.done(),
      Uint32Array.from(words, (_, i) => i),
    ),
    near: hashLists(nearHashes.done(), nearItems.done()),
    sounds: hashLists(soundHashes.done(), soundItems.done()),
    tree: letterTree(words.flatMap((word, number) => treeKeys(word).map((key) => [number, key] as const))),
  }
}

/** A word by its number. */
export function wordAt({ text, at }: Words, number: number): string {
  return text.slice(at[number] ?? 0, at[number + 1] ?? 0)
}

/** The number of a word; -1 when the list has it not. */
export function numberOf(words: Words, word: string): number {
  const { text, at, exact } = words
  return findItem(exact, hashWithout(word), (number) => {
    const from = at[number] ?? 0
    return (at[number + 1] ?? 0) - from === word.length && text.startsWith(word, from)
  })
}

/** Hashes of a word and of what is left of it without one letter, and without two where it is long. */
function variantsOf(word: string): number[] {
  if (word.length < ONE_EDIT - 1 || word.length > VARIED || word.charCodeAt(0) > 127) return []
  const hashes = [hashWithout(word)]
  if (word.length < ONE_EDIT) return hashes
  for (let i = 0; i < word.length; i++) {
    hashes.push(hashWithout(word, i))
    if (word.length >= TWO_EDITS) for (let j = i + 1; j < word.length; j++) hashes.push(hashWithout(word, i, j))
  }
  return hashes
}

/** The sign of foreign names in Chinese characters among hashes of sounds. */
const FOREIGN = 'X:'

/** Words in Arabic letters meet Latin ones by their consonants, each side under a sign of its own: Latin words do not meet each other so. Foreign names in Chinese characters that are listed meet Latin words asked for likewise; those asked for walk the tree. */
function soundsOf(word: string, isListed: boolean, withForeign = false): number[] {
  const [arabic, latin] = isListed ? ['A:', 'a:'] : ['a:', 'A:']
  if (isTranscribed(word)) return transcriptionKeys(word).map((key) => hashWithout(FOREIGN + key))
  if (isArabicText(word)) return arabicKeys(word).flatMap((key) => (key.length === 0 ? [] : [hashWithout(arabic + key)]))
  if (!/^[a-z]{2,20}$/.test(word)) return []
  const hashes = new Set<number>()
  const skeleton = skeletonOf(word)
  if (word.length >= 5 && skeleton.length >= 3) hashes.add(hashWithout(`s:${skeleton}`))
  for (const classes of koreanClasses(word)) hashes.add(hashWithout(`k:${classes}`))
  for (const key of latinKeys(word)) if (key.length > 0) hashes.add(hashWithout(latin + key))
  if (withForeign) for (const key of latinTranscriptionKeys(word)) hashes.add(hashWithout(FOREIGN + key))
  return [...hashes]
}

function koreanClasses(word: string): string[] {
  return koreanSyllablesOf(word)
    .slice(0, 3)
    .flatMap((way) => {
      let texts = ['']
      for (const classes of way) texts = texts.flatMap((text) => [...classes].map((c) => text + c)).slice(0, 12)
      return texts
    })
}

/** Words of the list that a word may stand for by spelling or sound, likeliest first; the word itself is not among them. */
export function nearWords(words: Words, word: string): Near[] {
  if (isTranscribed(word)) return nearBySound(words, word)
  const candidates: number[] = []
  for (const hash of variantsOf(word)) addItems(words.near, hash, candidates)
  const spelt = candidates.length
  for (const hash of soundsOf(word, false, hasForeign(words))) addItems(words.sounds, hash, candidates)
  const best = new Map<number, number>()
  for (let k = 0; k < candidates.length && best.size < COMPARED; k++) {
    const number = candidates[k] ?? 0
    if (k < spelt && best.has(number)) continue
    const other = wordAt(words, number)
    if (other === word) continue
    const likeness = k < spelt ? spellingLikeness(word, other) : soundLikeness(word, other)
    if (likeness > (best.get(number) ?? 0)) best.set(number, likeness)
  }
  return likestFirst([...best].map(([number, likeness]) => ({ word: number, likeness })))
}

function likestFirst(near: Near[]): Near[] {
  return near.sort((a, b) => b.likeness - a.likeness || a.word - b.word)
}

/** Words of the list that a foreign name in Chinese characters (marked) may be, by custom first, then by sound. */
function nearBySound(words: Words, marked: string): Near[] {
  const near = new Map<number, number>()
  for (const word of new Set(wordsBySound(words.tree, marked))) near.set(word, foreignLikeness(marked, wordAt(words, word)))
  // Before all that only sound so: in a short name many do.
  for (const word of customaryWords(marked)) near.set(numberOf(words, word), SURE_SOUND)
  near.delete(-1)
  return likestFirst([...near].flatMap(([word, likeness]) => (likeness > 0 ? [{ word, likeness }] : [])))
}

/** Whether a list has foreign names in Chinese characters; for most the question of a Latin word is never put. */
function hasForeign(words: Words): boolean {
  let has = foreignIn.get(words)
  if (has === undefined) {
    has = words.text.includes(FOREIGN_MARK)
    foreignIn.set(words, has)
  }
  return has
}

const foreignIn = new WeakMap<Words, boolean>()
const FOREIGN_MARK = transcribed('')

function spellingLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  const edits = editsWithin(a, b, 2)
  const allowed = longest < ONE_EDIT ? 0 : longest < TWO_EDITS ? 1 : 2
  return edits > allowed ? 0 : 1 - edits / longest
}

/** How alike a word asked for and a listed one sound that share a sound. */
function soundLikeness(a: string, b: string): number {
  if (isTranscribed(b)) return foreignLikeness(b, a)
  if (isArabicText(a) !== isArabicText(b)) return isArabicText(a) ? arabicLikeness(a, b) : arabicLikeness(b, a)
  // Words of the same consonants are compared as one only up to so many letters that differ.
  if (skeletonOf(a) !== skeletonOf(b)) return SOUND.korean
  const most = mostEdits(Math.max(a.length, b.length))
  const isNear = editsWithin(a, b, most) <= most
  return isNear || (koreanSyllablesOf(a).length > 0 && koreanSyllablesOf(b).length > 0) ? SOUND.skeleton : 0
}

/** Rows of the table of edits; words are at most {@link VARIED} letters. */
const rows = [new Uint8Array(VARIED * 2 + 2), new Uint8Array(VARIED * 2 + 2), new Uint8Array(VARIED * 2 + 2)] as const

/** Edits between two words (a swap of neighbours is one), or `most + 1` when there are more than `most`. */
function editsWithin(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > VARIED * 2) return most + 1
  let [before, last, row] = rows as readonly [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let least = i
    const c = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const d = b.charCodeAt(j - 1)
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (c === d ? 0 : 1))
      if (i > 1 && j > 1 && c === b.charCodeAt(j - 2) && d === a.charCodeAt(i - 2)) edits = Math.min(edits, (before[j - 2] ?? 0) + 1)
      row[j] = edits
      if (edits < least) least = edits
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(most + 1, last[b.length] ?? 0)
}
