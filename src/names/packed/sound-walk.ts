import { CONSONANT_COSTS, type ConsonantStep, consonantSteps } from '../transcription-keys.ts'
import { A } from '../transcription-sounds.ts'
import { type LetterTree, nodeAfter } from './letter-tree.ts'

/** Words that are given, a few more where the last consonants are those of several. */
const WORDS = 300
/** The dearest way that is walked, in tenths of a nat. */
const DEAREST = 150
/** Places of one walk: as many as lie between a quick question and all that a name of a dozen characters could be. */
const PLACES = 1 << 16
/** More than the characters of a name that are walked. */
const CHARACTERS = 16
/** Marks a place that was not reached before. */
const FRESH = -1

/** Places of a walk by number: the node of the tree, characters written, the cost of the way there, the character's step to take next (or {@link FRESH}), the letter before, and the next place of the same cost. */
const node = new Int32Array(PLACES)
const written = new Uint8Array(PLACES)
const reached = new Int16Array(PLACES)
const step = new Int16Array(PLACES)
const last = new Uint8Array(PLACES)
const next = new Int32Array(PLACES)
/** The place to go on from, by cost. */
const heads = new Int32Array(DEAREST + 1)
/** Which nodes were reached after how many characters: a hash table, empty between two walks. */
const seen = new Int32Array(PLACES * 2)
let used = 0

/**
 * Numbers of the words of a tree (laid by `consonantKeys`) whose consonants a foreign name in Chinese characters (marked) may stand for, likeliest first, at most about {@link WORDS}: a search by least cost over which letters each
 * character is written with, and which letters no character stands for. A word can come twice.
 */
export function wordsBySound(tree: LetterTree, marked: string): number[] {
  const steps = consonantSteps(marked)
  const found: number[] = []
  heads.fill(-1)
  seen.fill(-1)
  used = 0
  put(0, 0, 0, FRESH, 0, 0)
  for (let cost = 0; cost <= DEAREST; cost++) {
    for (let at = heads[cost] as number; at >= 0; at = heads[cost] as number) {
      heads[cost] = next[at] as number
      if (step[at] === FRESH) {
        if (!isFirst(node[at] as number, written[at] as number)) continue
        if (written[at] === steps.length) {
          const from = tree.from[node[at] as number] as number
          for (let k = from; k < from + (tree.ends[node[at] as number] as number); k++) found.push(tree.words[k] as number)
          if (found.length >= WORDS) return found
        }
        withLetter(tree, at, cost)
      }
      const ways = steps[written[at] as number]
      if (ways) withStep(tree, at, cost, ways)
      if (used === PLACES) return found
    }
  }
  return found
}

/** Adds a place to go on from when all that costs less was walked; too dear ones are left out. */
function put(cost: number, toNode: number, toWritten: number, toStep: number, toLast: number, wasReached: number): void {
  if (cost > DEAREST || used === PLACES) return
  node[used] = toNode
  written[used] = toWritten
  reached[used] = wasReached
  step[used] = toStep
  last[used] = toLast
  next[used] = heads[cost] as number
  heads[cost] = used++
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
  return true
}

/** Goes on by a letter that no character stands for. */
function withLetter(tree: LetterTree, at: number, cost: number): void {
  let child = tree.child[node[at] as number] as number
  for (let mask = tree.follows[node[at] as number] as number; mask !== 0; mask &= mask - 1) {
    const c = 31 - Math.clz32(mask & -mask)
    const more = cost + (CONSONANT_COSTS[c] as number)
    if (A + c !== last[at]) put(more, child, written[at] as number, FRESH, A + c, more)
    child++
  }
}

/** Goes on by the steps of the next character that cost no more than is walked now; the others wait. */
function withStep(tree: LetterTree, at: number, cost: number, ways: readonly ConsonantStep[]): void {
  const before = last[at] as number
  for (let k = Math.max(0, step[at] as number); k < ways.length; k++) {
    const { codes, cost: own } = ways[k] as ConsonantStep
    const whole = (reached[at] as number) + own
    if (whole > cost) {
      put(whole, node[at] as number, written[at] as number, k, before, reached[at] as number)
      return
    }
    let to = node[at] as number
    // Doubled letters are one in the tree.
    for (let j = codes[0] === before ? 1 : 0; to >= 0 && j < codes.length; j++) to = nodeAfter(tree, to, codes[j] as number)
    if (to >= 0) put(cost, to, (written[at] as number) + 1, FRESH, codes.at(-1) ?? before, cost)
  }
}
