import { pinyinOf } from './han.ts'
import { remembered } from './memo.ts'
import { TRANSCRIPTION_READINGS } from './tables/transcription.ts'
import { TRANSCRIPTION_EDGES, TRANSCRIPTION_LETTERS, TRANSCRIPTION_MODEL, TRANSCRIPTION_VOICE } from './tables/transcription-model.ts'

/** Characters of a foreign name that are compared; longer ones are compared by their beginning. */
export const CHARACTERS = 12
/** Letters of a Latin word that are compared with one. */
export const LETTERS = 24

/** A way to write a character: the numbers of its letters, a 1, and what it costs, in nats. */
export interface Way {
  readonly codes: readonly number[]
  readonly cost: number
}

/** What one character may be written with in Latin letters. */
export interface Sound {
  /** All ways, no letters among them, and what each costs, in nats. */
  readonly all: readonly (readonly [letters: string, cost: number])[]
  /** Ways by the number of their first letter. */
  readonly ways: readonly (readonly Way[])[]
  /** What it costs that the character has no letters. */
  readonly none: number
}

/** The code of the first letter. */
export const A = 97

/** Costs in nats: that a character has no letters where the model does not say so, and of the syllable of one that it has not seen, and of its beginning. */
const COST = { none: 5.6, syllable: 1.2, onset: 3 } as const
/** Costs of the model are digits of base 36, whose squares are parts of a nat, so that what is likely is told finely; what is added is told in tenths of a nat, from a digit on that stands for nothing. */
const DIGITS = { base: 36, squares: 175, tenths: 10, nothing: 18 } as const

function natsOf(digit: string): number {
  return Number.parseInt(digit, DIGITS.base) ** 2 / DIGITS.squares
}

function addedOf(digit: string): number {
  return (Number.parseInt(digit, DIGITS.base) - DIGITS.nothing) / DIGITS.tenths
}

/** The digits of a table of letters, row after row. */
function tableOf(text: string, read: (digit: string) => number): Float64Array {
  return Float64Array.from(text.replaceAll('\n', ''), read)
}

const AFTER = tableOf(TRANSCRIPTION_LETTERS.after, natsOf)
const BEFORE = tableOf(TRANSCRIPTION_LETTERS.before, addedOf)
const BETWEEN = tableOf(TRANSCRIPTION_LETTERS.between, addedOf)
/** Neighbours of a letter: 26 and the edge of the word. */
const EDGED = 27

/** What a letter costs that no character stands for, in nats, between two others; all by their number, a 1, and 0 for the edge of the word. */
export function costOfLetter(before: number, letter: number, after: number): number {
  return Math.max(LEAST, (AFTER[before * (EDGED - 1) + letter - 1] as number) + (BEFORE[(letter - 1) * EDGED + after] as number))
}

/** The least that such a letter costs. */
const LEAST = 0.1

/** What is added, in nats, where one character ends and the next begins between two letters, by their numbers. */
export function costBetween(before: number, after: number): number {
  return BETWEEN[before * EDGED + after] as number
}

/** Lines of the model by character, the most seen first: made when the first foreign name is read. */
let model: ReadonlyMap<string, string> | undefined

function modelLines(): ReadonlyMap<string, string> {
  model ??= new Map(
    TRANSCRIPTION_MODEL.trim()
      .split(/[\n,]/)
      .map((line) => [line.slice(0, 1), line.slice(1)]),
  )
  return model
}

/** Where a character stands in a name; begins and ends one of one. */
type Place = 'begin' | 'end' | 'whole' | 'within'

/** What is added to a way at the edge of a word. */
const EDGES = {
  begin: new Map(pairsOf(TRANSCRIPTION_EDGES.begin, addedOf)),
  end: new Map(pairsOf(TRANSCRIPTION_EDGES.end, addedOf)),
} as const

function edgeOf(letters: string, place: Place): number {
  if (place === 'within') return 0
  if (place === 'whole') return edgeOf(letters, 'begin') + edgeOf(letters, 'end')
  return EDGES[place].get(letters) ?? 0
}

const soundsIn: Readonly<Record<Place, (c: string) => Sound>> = {
  begin: remembered((c) => soundOf(c, 'begin')),
  end: remembered((c) => soundOf(c, 'end')),
  whole: remembered((c) => soundOf(c, 'whole')),
  within: remembered((c) => soundOf(c, 'within')),
}

function soundOf(c: string, place: Place): Sound {
  const line = modelLines().get(c)
  const found = withOtherVoice(line === undefined ? unseen(c) : pairsOf(line, natsOf))
  if (found.every(([letters]) => letters !== '')) found.push(['', COST.none])
  const all = found.map(([letters, cost]) => [letters, Math.max(0, cost + edgeOf(letters, place))] as const)
  const ways: Way[][] = Array.from({ length: EDGED }, () => [])
  for (const [letters, cost] of all) if (letters !== '') ways[numberOf(letters)]?.push({ codes: numbersOf(letters), cost })
  return { all, ways, none: all.find(([letters]) => letters === '')?.[1] ?? COST.none }
}

/** The codes of letters. */
export function codesOf(letters: string): number[] {
  return Array.from(letters, (c) => c.charCodeAt(0))
}

function numberOf(letter: string): number {
  return letter.charCodeAt(0) - A + 1
}

/** The numbers of letters, a 1. */
function numbersOf(letters: string): number[] {
  return Array.from(letters, numberOf)
}

/** A character that the model has not seen is written as the one that it has seen most of those of the same syllable; else as its pinyin, or the beginning of it. */
function unseen(c: string): (readonly [string, number])[] {
  const syllable = syllableOf(c)
  for (const [other, line] of modelLines()) if (syllable !== '' && syllableOf(other) === syllable) return pairsOf(line, natsOf)
  const onset = /^[^aeiou]+/.exec(syllable)?.[0] ?? ''
  const ways = [
    [syllable, COST.syllable] as const,
    [syllable.slice(0, onset.length + 1), COST.onset] as const,
    [onset, COST.onset] as const,
  ]
  return ways.filter(([letters]) => letters !== '')
}

/** Consonants that transcriptions take for each other where a language has no such pair. */
export const VOICE: Readonly<Record<string, string>> = { b: 'p', p: 'b', d: 't', t: 'd', g: 'k', k: 'g', s: 'z', z: 's', v: 'f', f: 'v' }
const VOICE_COSTS = new Map(pairsOf(TRANSCRIPTION_VOICE, natsOf))

/** Ways to write a character, and those with the other of two like consonants at their beginning that are not among them. */
function withOtherVoice(ways: readonly (readonly [letters: string, cost: number])[]): [letters: string, cost: number][] {
  const known = new Map(ways)
  for (const [letters, cost] of ways) {
    const other = VOICE[letters.slice(0, 1)]
    const swapped = (other ?? '') + letters.slice(1)
    if (other !== undefined && cost < COST.onset && !known.has(swapped))
      known.set(swapped, cost + (VOICE_COSTS.get(letters.slice(0, 1)) ?? 0))
  }
  return [...known]
}

function syllableOf(c: string): string {
  return TRANSCRIPTION_READINGS[c] ?? pinyinOf(c, false)[0] ?? ''
}

/** Letters, each with its digit. */
function pairsOf(text: string, read: (digit: string) => number): [letters: string, nats: number][] {
  return Array.from(text.matchAll(/([a-z]*)([0-9A-Z])/g), ([, letters = '', digit = '']) => [letters, read(digit)])
}

/** The sounds of a foreign name in Chinese characters, character by character. */
export const soundsOf: (text: string) => readonly Sound[] = remembered((text) => {
  const characters = [...text].slice(0, CHARACTERS)
  const last = characters.length - 1
  return characters.map((c, k) => soundsIn[last === 0 ? 'whole' : k === 0 ? 'begin' : k === last ? 'end' : 'within'](c))
})

/** The letters of a Latin word that are compared; x is two sounds. */
export function spelt(latin: string): string {
  return latin.replaceAll('x', 'ks').slice(0, LETTERS)
}
