import { OPPOSITES } from './tables/opposites.ts'

/** A class that a line names, with the members it names as bits: `place * MEMBERS + bits`. */
export type Named = number
/** More than all bits of the members of a class. */
export const MEMBERS = 1024

interface Rule {
  readonly any: RegExp
  readonly members: readonly RegExp[]
}
interface Side {
  readonly rules: readonly Rule[]
  /** Per code unit the place in `bitsOf` of the classes of which an alternative needs it; 0 for none. */
  readonly needs: Uint16Array
  readonly bitsOf: readonly Bits[]
  /** Classes with an alternative that needs no certain letter. */
  readonly always: Bits
}

const NONE: readonly Named[] = []

/** The classes of the table of opposites that a text names, in the order of the table. Korean comes with a blank before every word and nothing but Hangul. */
export function namedIn(text: string, language: keyof typeof SIDES): readonly Named[] {
  const side = SIDES[language]
  // Most classes have no letter in common with a line: forty patterns a line would take longer than everything else.
  const { rules, needs, bitsOf } = side
  let [low, high] = side.always
  for (let i = 0; i < text.length; i++) {
    const need = needs[text.charCodeAt(i)] ?? 0
    if (need === 0) continue
    const bits = bitsOf[need]
    low |= bits?.[0] ?? 0
    high |= bits?.[1] ?? 0
  }
  if ((low | high) === 0) return NONE
  const named: Named[] = []
  for (let place = 0; place < rules.length; place++) {
    const bit = place < WORD ? low & (1 << place) : high & (1 << (place - WORD))
    const rule = rules[place]
    if (bit === 0 || rule === undefined || !rule.any.test(text)) continue
    named.push(place * MEMBERS + rule.members.reduce((bits, member, i) => (member.test(text) ? bits | (1 << i) : bits), 0))
  }
  return named
}

/** Classes whose bits go into one number; the table has room for twice as many. */
const WORD = 30
type Bits = readonly [low: number, high: number]

function withBit([low, high]: Bits, place: number): Bits {
  return place < WORD ? [low | (1 << place), high] : [low, high | (1 << (place - WORD))]
}

const SIDES = {
  zh: sideOf((zh) => zh, 1),
  ko: sideOf((ko) => ko.replaceAll('^', ' '), 2),
} as const

function sideOf(prepare: (pattern: string) => string, column: 1 | 2): Side {
  const needs = new Map<number, Bits>()
  let always: Bits = [0, 0]
  const rules = OPPOSITES.map((members, place): Rule => {
    const patterns = members.map((member) => prepare(member[column]))
    const letters = patterns.flatMap(alternatives).map(neededLetter)
    if (letters.includes(undefined)) always = withBit(always, place)
    for (const letter of new Set(letters)) {
      const code = letter?.charCodeAt(0)
      if (code !== undefined) needs.set(code, withBit(needs.get(code) ?? [0, 0], place))
    }
    return { any: new RegExp(patterns.join('|')), members: patterns.map((pattern) => new RegExp(pattern)) }
  })
  const places = new Uint16Array(0x10000)
  const bitsOf: Bits[] = [[0, 0]]
  for (const [code, bits] of needs) places[code] = bitsOf.push(bits) - 1
  return { rules, needs: places, bitsOf, always }
}

/** The alternatives of a pattern that stand in no group. */
export function alternatives(pattern: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i)
    if (c === '(' || c === '[') depth++
    else if (c === ')' || c === ']') depth--
    else if (c === '|' && depth === 0) {
      found.push(pattern.slice(from, i))
      from = i + 1
    }
  }
  return [...found, pattern.slice(from)]
}

/** A Han or Hangul letter that every match of an alternative holds: the first one outside groups and classes that is not optional. */
function neededLetter(alternative: string): string | undefined {
  let depth = 0
  for (let i = 0; i < alternative.length; i++) {
    const c = alternative.charAt(i)
    if (c === '(' || c === '[') depth++
    else if (c === ')' || c === ']') depth--
    else if (depth === 0 && /[\u3400-\u9fff\uac00-\ud7a3]/.test(c) && !/[?*{]/.test(alternative.charAt(i + 1))) return c
  }
  return undefined
}
