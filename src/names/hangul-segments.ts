import { cheapestWay, type Piece } from './cheapest-way.ts'
import { remembered } from './memo.ts'
import { HANGUL_COMMON } from './tables/hangul-common.ts'
import { HANGUL_NAMED, HANGUL_PLACES } from './tables/hangul-places.ts'
import { HANGUL_TRADES, HANGUL_TRADES_MORE } from './tables/hangul-trades.ts'
import { HANGUL_ENDS, HANGUL_LEADS, HANGUL_LEGAL } from './tables/hangul-words.ts'

/** What a known Korean word is: a trade or kind of house, a word that houses take as a name, a place, a place whose name houses bear as their own, a syllable that ends or leads a known word, a legal form. */
export type HangulKind = 'trade' | 'common' | 'place' | 'named' | 'end' | 'lead' | 'legal'

/** What a known Korean word stands for in folded Latin words, most usual first. */
export interface HangulWord {
  readonly kind: HangulKind
  readonly words: readonly string[]
}

/** One piece of a Hangul word; `known` is undefined where no table has it. */
export interface HangulSegment {
  readonly text: string
  readonly known?: HangulWord
}

/** Syllables of the longest word of the tables. */
const LONGEST = 12

/** What a piece costs, so that the cheapest way through a word has few pieces and few unknown syllables. A run of unknown syllables costs by its length; a lone one is rarely a name, so that a name's last two syllables that are a word by chance (`해금강`) stay in it. */
const COST = { trade: 0.8, word: 1, syllable: 1, run: 0.6, unknown: 1.1, lone: 3 } as const

const known = new Map<string, HangulWord>()
const [ends, leads] = [new Map<string, HangulWord>(), new Map<string, HangulWord>()]

/** Fills the maps from the tables, once. */
function load(): void {
  const tables = [['common', HANGUL_COMMON, known], ['place', HANGUL_PLACES, known], ['named', HANGUL_NAMED, known], ['trade', HANGUL_TRADES + HANGUL_TRADES_MORE, known], ['end', HANGUL_ENDS, ends], ['lead', HANGUL_LEADS, leads]] as const // biome-ignore format: a table
  for (const [kind, table, into] of tables)
    for (const line of table.trim().split(/\s+/)) {
      const [texts = '', words = ''] = line.split('=')
      for (const text of texts.split('/')) into.set(text, { kind, words: words.split('|') })
    }
  for (const form of HANGUL_LEGAL) known.set(form, { kind: 'legal', words: [] })
}

/** The word of the tables that a Hangul text of two syllables and more is; undefined for others. */
export function hangulWordOf(text: string): HangulWord | undefined {
  if (known.size === 0) load()
  return known.get(text)
}

/** Divides a Hangul word into pieces that cover it in order: the way through all words of the tables that costs least. Unknown syllables next to each other are one piece, up to twelve. */
export const hangulSegments: (word: string) => readonly HangulSegment[] = remembered((word) =>
  cheapestWay(word.length, (from) => piecesFrom(word, from)),
)

/** Syllables of the longest unknown run that is tried: a longer one is parted, so that the work grows with the length of a word alone. */
const RUN = 12

function piecesFrom(word: string, from: number): Piece<HangulSegment>[] {
  const pieces: Piece<HangulSegment>[] = []
  for (let to = from + 1; to <= Math.min(word.length, from + Math.max(RUN, LONGEST)); to++) {
    const text = word.slice(from, to)
    const length = to - from
    pieces.push({ to, cost: length === 1 ? COST.lone : COST.run + COST.unknown * length, segment: { text } })
    const found = length === 1 ? syllableAt(word, from) : hangulWordOf(text)
    if (found)
      pieces.push({
        to,
        cost: length === 1 ? COST.syllable : found.kind === 'trade' ? COST.trade : COST.word,
        segment: { text, known: found },
      })
  }
  return pieces
}

/** The end or lead that a lone syllable is at its place: an end closes the word after a trade, a lead stands before a known one or closes a word whose legal form was taken off. */
function syllableAt(word: string, at: number): HangulWord | undefined {
  if (known.size === 0) load()
  const [text, isLast] = [word.slice(at, at + 1), at === word.length - 1]
  const end = isLast ? ends.get(text) : undefined
  if (end && endsKnown(word, at)) return end
  const lead = leads.get(text)
  return lead && (isLast ? at >= 2 : beginsKnown(word, at + 1)) ? lead : undefined
}

function endsKnown(word: string, end: number): boolean {
  for (let from = Math.max(0, end - LONGEST); from <= end - 2; from++) if (known.get(word.slice(from, end))?.kind === 'trade') return true
  return false
}

function beginsKnown(word: string, from: number): boolean {
  if (from === word.length - 1) return ends.has(word.slice(from))
  for (let to = from + 2; to <= Math.min(word.length, from + LONGEST); to++) if (known.has(word.slice(from, to))) return true
  return false
}
