import { cheapestWay, type Piece } from './cheapest-way.ts'
import { pinyinOf } from './han.ts'
import { remembered } from './memo.ts'
import { HAN_HOUSES } from './tables/han-houses.ts'
import { HAN_HOUSES_MORE } from './tables/han-houses-more.ts'
import { HAN_HOUSES_WORLD } from './tables/han-houses-world.ts'
import { HAN_PLACE_ENDS, HAN_PLACES } from './tables/han-places.ts'
import { HAN_COMMON, HAN_TRADES } from './tables/han-trades.ts'
import { HAN_LEGAL } from './tables/han-words.ts'
import { HAN_COMMON_MORE, HAN_TRADES_MORE } from './tables/han-words-more.ts'
import { isForeignRun, isKnownForeign, isTranscriptionCharacter } from './transcription.ts'
import { wordFile } from './word-file.ts'

/** What a known Chinese word is: a trade or kind of house, a word that many houses take as a name, a place, what kind of place it is, a house of its own name, a less known one, whose Chinese name others bear too; joiners and legal forms are no words to compare. */
export type HanKind = 'trade' | 'common' | 'place' | 'place-end' | 'house' | 'namesake' | 'joiner' | 'legal'

/** What a known Chinese word stands for in Latin letters, most usual first, and what a general dictionary says besides: one of many renderings, so that agreeing on it is a lead and no more. */
export interface KnownWord {
  readonly kind: HanKind
  readonly words: readonly string[]
  readonly also?: readonly string[]
}

/** One piece of a Han text. */
export interface HanSegment {
  readonly text: string
  /** Undefined for characters that no table has. */
  readonly known?: KnownWord
  /** Whether the piece is a foreign name written by sound. */
  readonly isForeign?: true
}

/** How a text is divided: by meaning; so with the words of a general dictionary; with houses that are called by a name of their own; with foreign names written by sound; and so where a point says that there are such names. */
export type HanReading = 'meaning' | 'dictionary' | 'houses' | 'foreign' | 'pointed'

/** Characters of the longest word of the tables. */
const LONGEST = 12

/** What a piece costs, so that the cheapest way through a text has few pieces and few unknown characters. */
const COST = { word: 1, character: 1.05, unknown: 1.3, foreign: 0.9 } as const

/** `and`, `of`, `in`, `stationed in` of Chinese names. */
const JOINERS = '与和及的之暨在驻'

const known = new Map<string, KnownWord>()
const houses = new Map<string, KnownWord>()

/** What ordinary Chinese words mean, `|` between, and after `~` what near synonyms of them do. Made by scripts/make-han-dictionary.mjs. */
const meaningsOf = wordFile('han-dictionary.txt')

function load(): void {
  const tables = [['place-end', HAN_PLACE_ENDS], ['common', HAN_COMMON + HAN_COMMON_MORE], ['trade', HAN_TRADES + HAN_TRADES_MORE], ['place', HAN_PLACES], ['house', HAN_HOUSES + HAN_HOUSES_MORE], ['namesake', HAN_HOUSES_WORLD]] as const // biome-ignore format: a table
  for (const [kind, table] of tables)
    for (const line of table.trim().split(/\s+/)) {
      const [text = '', words] = line.split('=')
      const entry = { kind, words: words?.split('|') ?? [pinyinOf(text, false).join('')] }
      if (kind === 'house' || kind === 'namesake') houses.set(text, entry)
      else known.set(text, entry)
    }
  for (const text of JOINERS) known.set(text, { kind: 'joiner', words: [] })
  for (const text of HAN_LEGAL) if (text.length > 2) known.set(text, { kind: 'legal', words: [] })
}

/** The word of the tables that a Han text is, houses apart. */
function hanWordOf(text: string): HanSegment['known'] {
  if (known.size === 0) load()
  return known.get(text)
}

/** As {@link hanWordOf}, with what the dictionary says; what near synonyms mean only of a word that no table of ours has. False for a word that neither has. */
const dictionaryWordOf = remembered((text): KnownWord | false => {
  const word = hanWordOf(text)
  if (text.length < 2 || word?.kind === 'place-end' || word?.kind === 'legal') return word ?? false
  const parts = meaningsOf(text).split('~', word ? 1 : 2)
  const also = parts.flatMap((part) => part.split('|')).filter((one) => one !== '')
  return also.length === 0 ? (word ?? false) : { kind: 'common', words: [], ...word, also }
})

/** Divides a Han text of simplified characters into pieces that cover it in order: the way through all words of the tables that costs least. Unknown characters next to each other are one piece. */
export function hanSegments(text: string, reading: HanReading): readonly HanSegment[] {
  return READ[reading](text)
}

const READ: { readonly [K in HanReading]: (text: string) => readonly HanSegment[] } = {
  meaning: remembered((text) => divided(text, 'meaning')),
  dictionary: remembered((text) => divided(text, 'dictionary')),
  houses: remembered((text) => divided(text, 'houses')),
  foreign: remembered((text) => divided(text, 'foreign')),
  pointed: remembered((text) => divided(text, 'pointed')),
}

function divided(text: string, reading: HanReading): readonly HanSegment[] {
  const characters = [...text]
  return joinedUnknown(cheapestWay(characters.length, (from) => piecesFrom(characters, from, reading)))
}

function piecesFrom(characters: readonly string[], from: number, reading: HanReading): Piece<HanSegment>[] {
  const pieces: Piece<HanSegment>[] = [{ to: from + 1, cost: COST.unknown, segment: { text: characters[from] ?? '' } }]
  const isForeign = reading === 'foreign' || reading === 'pointed'
  let text = ''
  for (let to = from + 1; to <= Math.min(characters.length, from + LONGEST); to++) {
    text += characters[to - 1]
    const word = (reading === 'dictionary' ? dictionaryWordOf(text) : hanWordOf(text)) || undefined
    // A house whose characters are sounds may be another one that sounds so (`爱尔康`, Alcon, Aerkomm): it is one in the reading with houses alone.
    const house = reading === 'meaning' || reading === 'dictionary' || (isForeign && isForeignRun(text)) ? undefined : houses.get(text)
    const found = house ?? word
    if (found) pieces.push({ to, cost: to - from === 1 ? COST.character : COST.word, segment: { text, known: found } })
    if (
      isForeign &&
      to - from >= 2 &&
      (reading === 'pointed' ? [...text].every(isTranscriptionCharacter) : isForeignRun(text) || isKnownForeign(text))
    )
      pieces.push({ to, cost: COST.foreign + 0.25 * (to - from), segment: { text, isForeign: true } })
  }
  return pieces
}

function joinedUnknown(pieces: readonly HanSegment[]): readonly HanSegment[] {
  const out: HanSegment[] = []
  for (const piece of pieces) {
    const before = out.at(-1)
    const isOpen = (one: HanSegment | undefined) => one !== undefined && one.known === undefined && one.isForeign === undefined
    if (before && isOpen(before) && isOpen(piece)) out[out.length - 1] = { text: before.text + piece.text }
    else out.push(piece)
  }
  return out
}

/** Whether dividing a text with houses, with foreign names, or with the dictionary gives anything that dividing it by meaning does not. */
export function hasReading(text: string, reading: 'houses' | 'foreign' | 'dictionary'): boolean {
  const tells = TELLS[reading]
  return hanSegments(text, reading).some(tells)
}

const TELLS = {
  houses: ({ known: found }: HanSegment) => isHouseWord(found),
  foreign: ({ isForeign }: HanSegment) => isForeign === true,
  dictionary: ({ known: found }: HanSegment) => found?.also !== undefined,
} as const

/** Whether a word of the tables is a house of a name of its own. */
export function isHouseWord(found: HanSegment['known']): boolean {
  return found?.kind === 'house' || found?.kind === 'namesake'
}
