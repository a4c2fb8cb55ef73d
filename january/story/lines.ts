import type { Dice } from '../seed.ts'
import {
  GREETINGS,
  INSTRUCTIONS,
  type InstructionText,
  type KoreanText,
  PLANTED,
  RETAKES,
  STRAY_KO,
  STRAY_ZH,
  YANBIAN,
  ZH_ONLY,
} from '../texts/index.ts'
import type { Book } from '../truth.ts'

/** A Chinese and a Korean text that stand beside each other; `why` says why they are no pair. Korean is absent where nobody translated. */
export interface Line {
  readonly shot: string
  readonly frames: string
  readonly zh: string
  readonly ko?: string
  readonly why?: string
}

/** What is written in a case and in which Korean; without `ofNote` nobody translates. */
export interface Words {
  readonly orders: readonly InstructionText[]
  readonly corrections: readonly InstructionText[]
  readonly ofNote?: (text: InstructionText) => string
  readonly ofStray: (text: KoreanText) => string
  /** Korean salutations; each stands beside the Chinese one at its place and does not translate it. */
  readonly greetings: readonly string[]
}

const isAlikeInBoth = ({ ko, koSouth }: InstructionText): boolean => ko === koSouth
const north = ({ north: text }: KoreanText): string => text
const south = ({ south: text }: KoreanText): string => text

/** Spelling of the North. */
export const NORTH: Words = { orders: INSTRUCTIONS, corrections: RETAKES, ofNote: ({ ko }) => ko, ofStray: north, greetings: GREETINGS.ko }

/** Spelling and loan words of the South. */
export const SOUTH: Words = {
  orders: INSTRUCTIONS,
  corrections: RETAKES,
  ofNote: ({ koSouth }) => koSouth,
  ofStray: south,
  greetings: GREETINGS.koSouth,
}

/** What Korean-Chinese staff write, among notes that are spelt alike in North and South. */
export const KOREAN_CHINESE: Words = {
  orders: [...YANBIAN, ...INSTRUCTIONS.filter(isAlikeInBoth)],
  corrections: RETAKES.map((text) => ({ ...text, ko: text.koSouth })),
  ofNote: ({ ko }) => ko,
  ofStray: south,
  greetings: GREETINGS.koSouth,
}

/** Notes whose Korean mixes forms of North and South in one line. */
export const CONTRADICTING: Words = { ...NORTH, orders: PLANTED, ofStray: south }

/** A Chinese studio that works without Korean. */
export const CHINESE: Words = {
  orders: ZH_ONLY.map((zh) => ({ zh, ko: '', koSouth: '', topic: '', usesKnownTerms: true })),
  corrections: RETAKES,
  ofStray: south,
  greetings: [],
}

/** Deals lines from the texts so that nothing repeats before the deck is used up. */
export interface Deck {
  /** Instructions with their translation, each for one of the shots. */
  readonly instructions: (count: number, shots: readonly string[]) => Line[]
  /** Corrections of a shot that was delivered. */
  readonly retakes: (shots: readonly string[]) => Line[]
  /** Neighbours that say different things; none where nobody translates. */
  readonly others: (count: number, shots: readonly string[]) => Line[]
  /** Two salutations that do not translate each other; none where nobody translates. */
  readonly greeting: () => Line[]
  /** Korean sentences without Chinese. */
  readonly koreanOnly: (count: number) => string[]
  /** Chinese sentences without Korean. */
  readonly chineseOnly: (count: number) => string[]
}

/** A deck in an order of its own. */
export function deckOf(dice: Dice, words: Words): Deck {
  const orders = dice.shuffle(words.orders)
  const corrections = dice.shuffle(words.corrections)
  const dealt = { order: 0, correction: 0, other: 0, chinese: 0, korean: 0, greeting: 0 }
  const lineOf = (text: InstructionText, shot: string): Line => {
    const n = dice.between(2, 12)
    const m = n + dice.between(3, 20)
    const fill = (template: string) => template.replaceAll('{shot}', shot).replaceAll('{n}', String(n)).replaceAll('{m}', String(m))
    const line = { shot, frames: `${n}-${m}`, zh: fill(text.zh) }
    return words.ofNote === undefined ? line : { ...line, ko: fill(words.ofNote(text)) }
  }
  const otherLine = (shot: string): Line => {
    const step = dealt.other++
    if (step % 4 === 0) return crossed(orders, step, shot, lineOf)
    const round = Math.floor(step / STRAY_ZH.length)
    const ko = words.ofStray(at(STRAY_KO, step * 7 + 3 + round * 13))
    return { shot, frames: '', zh: at(STRAY_ZH, step), ko, why: 'two remarks about different things' }
  }
  return {
    instructions: (count, shots) => Array.from({ length: count }, (_, index) => lineOf(at(orders, dealt.order++), at(shots, index))),
    retakes: (shots) => shots.map((shot) => lineOf(at(corrections, dealt.correction++), shot)),
    others: (count, shots) => (words.ofNote === undefined ? [] : Array.from({ length: count }, (_, index) => otherLine(at(shots, index)))),
    greeting: () => {
      const place = dealt.greeting++
      if (words.ofNote === undefined) return []
      return [{ shot: '', frames: '', zh: at(GREETINGS.zh, place), ko: at(words.greetings, place), why: 'two salutations' }]
    },
    koreanOnly: (count) => Array.from({ length: count }, () => words.ofStray(at(STRAY_KO, 11 + dealt.korean++ * 5))),
    chineseOnly: (count) => Array.from({ length: count }, () => at(STRAY_ZH, 17 + dealt.chinese++ * 5)),
  }
}

/** A note and the translation of another note, of another topic where there is one. */
function crossed(
  orders: readonly InstructionText[],
  step: number,
  shot: string,
  lineOf: (text: InstructionText, shot: string) => Line,
): Line {
  const first = at(orders, step * 3 + 5)
  const from = (step * 5) % orders.length
  const turned = [...orders.slice(from), ...orders.slice(0, from)].filter((text) => text !== first)
  const second = turned.find(({ topic }) => topic !== first.topic) ?? at(turned, 0)
  return { ...lineOf(first, shot), ko: lineOf(second, shot).ko ?? '', why: "the translation of another shot's note" }
}

/** Notes into the book what a file holds. */
export function enter(book: Book, path: string, lines: readonly Line[]): void {
  for (const { zh, ko, why } of lines) {
    if (ko === undefined) continue
    if (why === undefined) book.pair(path, zh, ko)
    else book.nonPair(path, zh, ko, why)
  }
}

/** The item at a position, counted round and round. @throws Error when the list is empty. */
export function at<T>(items: readonly T[], position: number): T {
  const item = items[position % items.length]
  if (item === undefined) throw new Error('the list is empty')
  return item
}
