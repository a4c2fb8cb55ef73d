import { isArabicText } from '../arabic.ts'
import type { PreparedName } from '../prepare.ts'
import type { NameToken } from '../tokens.ts'
import { isTranscribed } from '../transcription.ts'
import { isWholeReading } from '../word-meeting.ts'
import { addItems } from './hash.ts'
import { joinHash, joinsOf, type PackedNames, rarity, rowsOf } from './packed-names.ts'
import { type Near, nearWords, numberOf, type Words } from './words.ts'

/** A name of the list that shares enough with a name to be compared with it. */
export interface FoundName {
  readonly name: number
  readonly entry: number
  /** Share of the weight of both names' words that met, 0 … 1: an order to compare in, no score. */
  readonly likeness: number
}

/** Least {@link FoundName.likeness} that is worth a comparison. */
const FLOOR = 0.42
/** Share of the best likeness below which a name is not compared beside it. */
const BESIDE_BEST = 0.6
/** Rows of one word that are looked at where other words of the name are rarer. */
const COMMON = 30_000
/** How far the list's side counts in the likeness: a short name inside a long one is still found. */
const LIST_SHARE = 0.35

/** Words that are kept looked up; when they are full they begin anew. */
const KNOWN_WORDS = 10_000

/** What first letters count of the words that they stand for. */
const INITIALS = 0.7

/** A word of a name asked for: how much it counts, the words of the list that it may be, and in how many rows they stand. */
export interface Wanted {
  readonly weight: number
  readonly words: readonly { readonly word: number; readonly likeness: number }[]
  readonly uses: number
}

/** Room that questions share; sums are all zero between two of them. */
export interface Room {
  /** By row, at even places of the same memory as `given`: one look at memory fetches both. */
  readonly sums: Float32Array
  /** By row, at odd places: the number of the word that gave to it last. */
  readonly given: Uint32Array
  /** Rows with a sum, `count` of them. */
  readonly touched: Uint32Array
  count: number
  /** The number of the word that is looked up now. */
  stamp: number
  /** Words that were looked up before: names of a batch share most of theirs. */
  readonly known: Map<string, Wanted>
}

/** Room for questions to a list. */
export function roomFor(packed: PackedNames): Room {
  const rows = packed.rowAt.length - 1
  const memory = new ArrayBuffer(rows * 8)
  const [sums, given] = [new Float32Array(memory), new Uint32Array(memory)]
  return { sums, given, touched: new Uint32Array(rows), count: 0, stamp: 0, known: new Map() }
}

/** How many times as many names a name that is read from another writing is compared with: readings tell words apart less well than letters do. */
const READ_MORE = 4
/** Share of the likest's likeness that these further names have at least. */
const BESIDE_BEST_READ = 0.75

function isRead(query: PreparedName): boolean {
  return query.latin.some(({ spellings }) => spellings.some(({ via }) => via !== undefined && via !== 'word form'))
}

/** The names of a list that a prepared name may be, likeliest first, at most `most` (more of a name in another writing), each entry's best names only. */
export function findNames(packed: PackedNames, room: Room, query: PreparedName, most: number): FoundName[] {
  const limit = isRead(query) ? READ_MORE * most : most
  const best = new Map<number, FoundName>()
  for (const tokens of rowsOf(query))
    for (const found of findRow(packed, room, tokens, limit)) {
      const known = best.get(found.name)
      if (!known || known.likeness < found.likeness) best.set(found.name, found)
    }
  const found = [...best.values()].sort((a, b) => b.likeness - a.likeness || a.name - b.name).slice(0, limit)
  const likest = found[0]?.likeness ?? 0
  const end = found.findIndex(({ likeness }, k) => likeness < likest * (k < most ? BESIDE_BEST : BESIDE_BEST_READ))
  return end < 0 ? found : found.slice(0, end)
}

function findRow(packed: PackedNames, room: Room, tokens: readonly NameToken[], limit: number): FoundName[] {
  const wanted = tokens.map((one) => knownOf(packed, room, one))
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return []
  let rest = total
  for (const one of [...wanted].sort((a, b) => a.uses - b.uses)) {
    // Rows that none of the rarer words met cannot reach the floor with the words that are left.
    add(packed, room, one, one.uses > COMMON && rest < FLOOR * total && room.count > 0)
    rest -= one.weight
  }
  addJoins(packed, room, tokens, wanted)
  const found = ranked(packed, room, total, limit)
  room.count = 0
  return found
}

function knownOf(packed: PackedNames, { known }: Room, token: NameToken): Wanted {
  const key = `${token.weight} ${token.spellings.map(({ text, via }) => `${text}/${via ?? ''}`).join(' ')}`
  const found = known.get(key)
  if (found) return found
  const made = wantedOf(packed, token)
  if (known.size >= KNOWN_WORDS) known.clear()
  known.set(key, made)
  return made
}

/** What ways to reach a spelling leave of its likeness, here where only an order is wanted. */
const [READING, TRANSLATION] = [0.97, 0.93]

function wantedOf(packed: PackedNames, { spellings, weight }: NameToken): Wanted {
  const { words, postingAt, rowAt } = packed
  const usesOf = (word: number) => (postingAt[word + 1] ?? 0) - (postingAt[word] ?? 0)
  const rareOf = (word: number) => rarity(usesOf(word), rowAt.length - 1)
  const isRead = spellings[0]?.via !== undefined && spellings[0].via !== 'word form'
  const best = new Map<number, number>()
  // A word that is read stands for several: what it says is what the rarest of the likely ones says, and what each of them gives is by its own rarity.
  let [top, rare] = [0, 1]
  const put = (word: number, likeness: number) => {
    const gain = isRead ? likeness * rareOf(word) : likeness
    if (gain > (best.get(word) ?? 0)) best.set(word, gain)
    if (isRead && gain > top) [top, rare] = [gain, rareOf(word)]
  }
  for (const [k, { text, via }] of spellings.entries()) {
    const factor = via === undefined ? 1 : via === 'translation' ? TRANSLATION : READING
    const own = numberOf(words, text)
    if (own >= 0) put(own, factor)
    if (own >= 0 && k === 0 && !isRead) rare = rareOf(own)
    for (const { word, likeness } of isWholeReading(via) ? [] : nearWords(words, text)) put(word, likeness * factor)
  }
  let uses = 0
  const list = [...best].map(([word, gain]) => {
    uses += usesOf(word)
    return { word, likeness: isRead ? gain / rare : gain }
  })
  return { weight: weight * rare, words: list.sort((a, b) => b.likeness - a.likeness || a.word - b.word), uses }
}

/** Adds what one word gives to each row that has it or a word like it; likest first, so that a row is given once. */
function add({ postingAt, postings }: PackedNames, room: Room, { weight, words }: Wanted, onlyTouched: boolean): void {
  const { sums, given, touched } = room
  room.stamp = room.stamp === LAST_STAMP ? restamped(given) : room.stamp + 1
  const stamp = room.stamp
  let count = room.count
  for (const { word, likeness } of words) {
    const gain = weight * likeness
    const to = postingAt[word + 1] ?? 0
    for (let k = postingAt[word] ?? 0; k < to; k++) {
      const row = postings[k] ?? 0
      const at = row * 2
      if (given[at + 1] === stamp) continue
      const sum = sums[at] ?? 0
      if (sum === 0) {
        if (onlyTouched) continue
        touched[count++] = row
      }
      given[at + 1] = stamp
      sums[at] = sum + gain
    }
  }
  room.count = count
}

/** Stamps begin anew when there is no larger number. */
const LAST_STAMP = 0xffffffff

function restamped(given: Uint32Array): number {
  for (let at = 1; at < given.length; at += 2) given[at] = 0
  return 1
}

/** What joins give to one row: spans that overlap give what the best of them gives. */
interface Joined {
  readonly before: number
  sum: number
  /** What the span that ends last gave, and its end. */
  last: number
  to: number
}

/** Words that are written apart on one side, as first letters only, or divided at another place. */
function addJoins(packed: PackedNames, room: Room, tokens: readonly NameToken[], wanted: readonly Wanted[]): void {
  const { joins, words, postingAt, postings } = packed
  const { sums, touched } = room
  const rows: number[] = []
  const found = new Map<number, Joined>()
  const give = (row: number, gain: number, from: number, to: number) => {
    if (gain <= 0) return
    const one = found.get(row)
    if (!one) {
      const before = sums[row * 2] ?? 0
      if (before === 0) touched[room.count++] = row
      found.set(row, { before, sum: gain, last: gain, to })
    } else if (from >= one.to) {
      one.sum += gain
      one.last = gain
      one.to = to
    } else if (gain > one.last) {
      one.sum += gain - one.last
      one.last = gain
      one.to = to
    }
  }
  for (const [i, { spellings }] of tokens.entries())
    for (const { text } of spellings) {
      if (text.length < 3) continue
      const weight = wanted[i]?.weight ?? 0
      rows.length = 0
      addItems(joins, joinHash(text, false), rows)
      for (const row of rows) give(row, weight, i, i + 1)
      rows.length = 0
      addItems(joins, joinHash(text, true), rows)
      for (const row of rows) give(row, INITIALS * weight, i, i + 1)
    }
  for (const { from, to, text, isInitials } of joinsOf(tokens)) {
    let weight = 0
    for (let i = from; i < to; i++) weight += wanted[i]?.weight ?? 0
    rows.length = 0
    if (!isInitials) addItems(joins, joinHash(text, false), rows)
    // Words of the span that the row has as they are have given theirs.
    for (const row of rows) give(row, weight - (sums[row * 2] ?? 0), from, to)
    for (const { word, likeness } of wholesOf(words, text, isInitials)) {
      // What the word gave as one of the span's own words is not given twice.
      let given = 0
      for (let i = from; i < to; i++) given = Math.max(given, givenBy(wanted[i], word))
      const gain = (isInitials ? INITIALS : 1) * weight * likeness - given
      for (let k = postingAt[word] ?? 0; k < (postingAt[word + 1] ?? 0); k++) give(postings[k] ?? 0, gain, from, to)
    }
  }
  for (const [row, { before, sum }] of found) sums[row * 2] = before + sum
}

/** Words of the list that neighbouring words written together may be. */
function wholesOf(words: Words, text: string, isInitials: boolean): readonly Near[] {
  if (!isInitials && (isArabicText(text) || isTranscribed(text))) return nearWords(words, text)
  const own = text.length < 3 ? -1 : numberOf(words, text)
  return own < 0 ? [] : [{ word: own, likeness: 1 }]
}

function givenBy(wanted: Wanted | undefined, word: number): number {
  return wanted === undefined ? 0 : wanted.weight * (wanted.words.find((one) => one.word === word)?.likeness ?? 0)
}

/** A likeness is a sum of fractions: what is less by rounding alone is not less. */
const ROUNDING = 1e-6

/** The `limit` likeliest rows, likest first, names of one likeness by number, without those that are far below the likest; sums are zero afterwards. */
function ranked({ rowWeight, nameOf, entryOf }: PackedNames, { sums, touched, count }: Room, total: number, limit: number): FoundName[] {
  const found: FoundName[] = []
  let least = FLOOR
  // A row with less cannot be as likely, whatever its own weight: most rows are refused without looking at it.
  let leastSum = 0
  for (let k = 0; k < count; k++) {
    const row = touched[k] ?? 0
    const sum = sums[row * 2] ?? 0
    sums[row * 2] = 0
    if (sum < leastSum) continue
    const likeness = (1 - LIST_SHARE) * Math.min(1, sum / total) + LIST_SHARE * Math.min(1, sum / (rowWeight[row] || 1))
    if (likeness < least) continue
    const name = nameOf[row] ?? 0
    let at = found.length
    for (; at > 0; at--) {
      const before = found[at - 1] as FoundName
      if (before.likeness > likeness || (before.likeness === likeness && before.name <= name)) break
    }
    if (at === limit) continue
    found.splice(at, 0, { name, entry: entryOf[name] ?? 0, likeness })
    if (found.length > limit) found.pop()
    least = Math.max(FLOOR, (found[0]?.likeness ?? 0) * BESIDE_BEST, found.length === limit ? (found[limit - 1]?.likeness ?? 0) : 0)
    leastSum = total * ((least - LIST_SHARE) / (1 - LIST_SHARE) - ROUNDING)
  }
  return found
}
