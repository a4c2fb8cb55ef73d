import { type SoundStep, soundSteps, TREE_COSTS } from '../transcription-keys.ts'
import { A } from '../transcription-sounds.ts'
import { type LetterTree, nodeAfter } from './letter-tree.ts'

/** Words that are given, a few more where the last sounds are those of several. */
const WORDS = 150
/** The dearest way that is walked, in steps of cost. */
const DEAREST = 75
/** Places of one walk: as many as lie between a quick question and all that a name of a dozen characters could be. */
const PLACES = 1 << 15
/** More than the characters of a name that are walked. */
const CHARACTERS = 16
/** Marks a place that was not reached before; numbers below it mark one that waits for its letters of some cost. */
const FRESH = -1
/** Letters that cost the same where no character stands for them, as bits, a first; the cheapest first. */
const LETTERS: readonly { readonly cost: number; readonly mask: number }[] = [...new Set(TREE_COSTS)]
  .sort((a, b) => a - b)
  .map((cost) => ({ cost, mask: TREE_COSTS.reduce((mask, one, c) => (one === cost ? mask | (1 << c) : mask), 0) }))

/** Numbers that a place has; they lie next to each other because they are read together. */
const OF_PLACE = 4
/** Where they lie: the node of the tree; the cost of the way there; the next place of the same cost; characters written, the letter before and the character's step to take next (or {@link FRESH}) in one. */
const [NODE, REACHED, NEXT, STATE] = [0, 1, 2, 3]
/** Bits of characters written and of letters. */
const [WRITTEN_BITS, LETTER_BITS] = [4, 7]
const places = new Int32Array(PLACES * OF_PLACE)
/** The place to go on from, by cost. */
const heads = new Int32Array(DEAREST + 1)
/** Which nodes were reached after how many characters: a hash table, empty between two walks, and which of its slots are not. */
const seen = new Int32Array(PLACES * 2).fill(-1)
const filled = new Int32Array(PLACES)
let used = 0
let full = 0

/**
 * Numbers of the words of a tree (laid by `treeKeys`) whose coarse sounds a foreign name in Chinese characters (marked) may stand for, likeliest first, at most about {@link WORDS}: a search by least cost over which letters each
 * character is written with, and which letters no character stands for. A word can come twice.
 */
export function wordsBySound(tree: LetterTree, marked: string): number[] {
  const found: number[] = []
  heads.fill(-1)
  used = 0
  full = 0
  walk(tree, soundSteps(marked), found)
  for (let k = 0; k < full; k++) seen[filled[k] as number] = -1
  return found
}

function walk(tree: LetterTree, steps: readonly (readonly SoundStep[])[], found: number[]): void {
  put(0, 0, 0, FRESH, 0, 0)
  for (let cost = 0; cost <= DEAREST; cost++) {
    for (let at = heads[cost] as number; at >= 0; at = heads[cost] as number) {
      heads[cost] = places[at + NEXT] as number
      const node = places[at + NODE] as number
      const step = (places[at + STATE] as number) >> (WRITTEN_BITS + LETTER_BITS)
      const written = writtenAt(at)
      const last = lastAt(at)
      if (step < FRESH) {
        withLetters(tree, at, cost, FRESH - 1 - step)
        continue
      }
      if (step === FRESH) {
        if (!isFirst(node, written)) continue
        if (written === steps.length) {
          const from = tree.from[node] as number
          for (let k = from; k < from + (tree.ends[node] as number); k++) found.push(tree.words[k] as number)
          if (found.length >= WORDS) return
        }
        waitForLetters(tree, node, written, last, cost, 0)
      }
      const ways = steps[written]
      if (ways) withStep(tree, at, cost, ways, step)
      if (used === PLACES) return
    }
  }
}

/** Adds a place to go on from when all that costs less was walked; too dear ones are left out. */
function put(cost: number, node: number, written: number, step: number, last: number, reached: number): void {
  if (cost > DEAREST || used === PLACES) return
  const at = used++ * OF_PLACE
  places[at + NODE] = node
  places[at + REACHED] = reached
  places[at + NEXT] = heads[cost] as number
  places[at + STATE] = (step << (WRITTEN_BITS + LETTER_BITS)) | (last << WRITTEN_BITS) | written
  heads[cost] = at
}

/** Whether a node is reached for the first time after so many characters; the first way is the cheapest. */
function isFirst(to: number, characters: number): boolean {
  const key = to * CHARACTERS + characters
  const size = seen.length - 1
  let slot = (Math.imul(key, 0x9e3779b1) >>> 15) & size
  while (seen[slot] !== -1) {
    if (seen[slot] === key) return false
    slot = (slot + 1) & size
  }
  seen[slot] = key
  filled[full++] = slot
  return true
}

/** Goes on by the letters that no character stands for that cost what is walked now; the others wait. */
function withLetters(tree: LetterTree, at: number, cost: number, k: number): void {
  const node = places[at + NODE] as number
  const written = writtenAt(at)
  const last = lastAt(at)
  const follows = tree.follows[node] as number
  for (let mask = follows & (LETTERS[k]?.mask ?? 0); mask !== 0; mask &= mask - 1) {
    const letter = A + 31 - Math.clz32(mask & -mask)
    // Doubled letters are one in the tree.
    if (letter !== last) put(cost, nodeAfter(tree, node, letter), written, FRESH, letter, cost)
  }
  waitForLetters(tree, node, written, last, places[at + REACHED] as number, k + 1)
}

/** Lets a node wait for the cheapest of its letters from one cost on. */
function waitForLetters(tree: LetterTree, node: number, written: number, last: number, reached: number, from: number): void {
  const follows = tree.follows[node] as number
  for (let k = from; k < LETTERS.length; k++) {
    const { cost, mask } = LETTERS[k] as (typeof LETTERS)[number]
    if ((follows & mask) === 0) continue
    put(reached + cost, node, written, FRESH - 1 - k, last, reached)
    return
  }
}

/** Goes on by the steps of the next character that cost no more than is walked now; the others wait. */
function withStep(tree: LetterTree, at: number, cost: number, ways: readonly SoundStep[], step: number): void {
  const node = places[at + NODE] as number
  const written = writtenAt(at)
  const last = lastAt(at)
  const reached = places[at + REACHED] as number
  for (let k = Math.max(0, step); k < ways.length; k++) {
    const { codes, cost: own } = ways[k] as SoundStep
    const whole = reached + own
    if (whole > cost) {
      put(whole, node, written, k, last, reached)
      return
    }
    let to = node
    // Doubled letters are one in the tree.
    for (let j = codes[0] === last ? 1 : 0; to >= 0 && j < codes.length; j++) to = nodeAfter(tree, to, codes[j] as number)
    if (to >= 0) put(cost, to, written + 1, FRESH, codes.length > 0 ? (codes[codes.length - 1] as number) : last, cost)
  }
}

function writtenAt(at: number): number {
  return (places[at + STATE] as number) & ((1 << WRITTEN_BITS) - 1)
}

function lastAt(at: number): number {
  return ((places[at + STATE] as number) >> WRITTEN_BITS) & ((1 << LETTER_BITS) - 1)
}
