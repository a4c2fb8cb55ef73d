import { pinyinOf } from './han.ts'
import { remembered } from './memo.ts'
import { TRANSCRIPTION_READINGS } from './tables/transcription.ts'
import { TRANSCRIPTION_MODEL } from './tables/transcription-model.ts'

/** Characters of a foreign name that are compared; longer ones are compared by their beginning. */
const CHARACTERS = 12
/** Letters of a Latin word that are compared with one. */
export const LETTERS = 24

/** A way to write a character: the codes of its letters, and what it costs, in nats. */
export interface Way {
  readonly codes: readonly number[]
  readonly cost: number
}

/** What one character may be written with in Latin letters. */
export interface Sound {
  /** All ways, no letters among them where the model has that, and what each costs, in nats. */
  readonly all: readonly (readonly [letters: string, cost: number])[]
  /** Ways by their first letter, a first. */
  readonly ways: readonly (readonly Way[])[]
  /** What it costs that the character has no letters. */
  readonly none: number
}

/** The code of the first letter. */
export const A = 97

/** Costs in nats: of a way that the model has not, of a character that it has not seen, of a like consonant, and of a letter that no character stands for. Silent and weak letters are left out of Chinese spellings most. */
const COST = { none: 5.5, syllable: 1.2, onset: 3, voice: 2.5, letter: 4.2, doubled: 1.5 } as const
const LETTER_COST: Readonly<Record<string, number>> = { a: 2.2, e: 1.8, i: 2.2, o: 2.4, u: 2.4, y: 2.2, h: 1.8, r: 2.4, w: 2.6 }
/** The same by letter, a first. */
const LETTER_COSTS = Array.from({ length: 26 }, (_, c) => LETTER_COST[String.fromCharCode(A + c)] ?? COST.letter)

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

/** What a letter costs that no character stands for, in nats, after another one; both by their codes, 0 before the first. */
export function costOfLetter(code: number, before: number): number {
  return code === before ? COST.doubled : (LETTER_COSTS[code - A] ?? COST.letter)
}

const soundOf = remembered((c: string): Sound => {
  const line = modelLines().get(c)
  const all = withOtherVoice(line === undefined ? unseen(c) : waysOf(line))
  const ways: Way[][] = Array.from({ length: 26 }, () => [])
  for (const [letters, cost] of all) ways[letters.charCodeAt(0) - A]?.push({ codes: codesOf(letters), cost })
  return { all, ways, none: all.find(([letters]) => letters === '')?.[1] ?? COST.none }
})

/** The codes of letters. */
export function codesOf(letters: string): number[] {
  return Array.from(letters, (c) => c.charCodeAt(0))
}

/** A character that the model has not seen is written as the one that it has seen most of those of the same syllable; else as its pinyin, or the beginning of it. */
function unseen(c: string): (readonly [string, number])[] {
  const syllable = syllableOf(c)
  for (const [other, line] of modelLines()) if (syllable !== '' && syllableOf(other) === syllable) return waysOf(line)
  const onset = /^[^aeiou]+/.exec(syllable)?.[0] ?? ''
  const ways = [
    [syllable, COST.syllable] as const,
    [syllable.slice(0, onset.length + 1), COST.onset] as const,
    [onset, COST.onset] as const,
  ]
  return ways.filter(([letters]) => letters !== '')
}

/** Consonants that transcriptions take for each other where a language has no such pair. */
const VOICE: Readonly<Record<string, string>> = { b: 'p', p: 'b', d: 't', t: 'd', g: 'k', k: 'g', s: 'z', z: 's', v: 'f', f: 'v' }

/** Ways to write a character, and those with the other of two like consonants at their beginning that are not among them. */
function withOtherVoice(
  ways: readonly (readonly [letters: string, cost: number])[],
): readonly (readonly [letters: string, cost: number])[] {
  const known = new Map(ways)
  for (const [letters, cost] of ways) {
    const other = VOICE[letters.slice(0, 1)]
    const swapped = (other ?? '') + letters.slice(1)
    if (other !== undefined && cost < COST.onset && !known.has(swapped)) known.set(swapped, cost + COST.voice)
  }
  return [...known]
}

function syllableOf(c: string): string {
  return TRANSCRIPTION_READINGS[c] ?? pinyinOf(c, false)[0] ?? ''
}

function waysOf(line: string): (readonly [string, number])[] {
  return line.split(' ').map((one) => [one.replace(/\d+$/, ''), Number(/\d+$/.exec(one)?.[0]) / 10] as const)
}

/** The sounds of a foreign name in Chinese characters, character by character. */
export const soundsOf: (text: string) => readonly Sound[] = remembered((text) => [...text].slice(0, CHARACTERS).map(soundOf))

/** The letters of a Latin word that are compared; x is two sounds. */
export function spelt(latin: string): string {
  return latin.replaceAll('x', 'ks').slice(0, LETTERS)
}
