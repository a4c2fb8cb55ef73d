import { isArabicText } from '../arabic.ts'
import { isLoneWordBelow } from '../lone-word.ts'
import type { PreparedName } from '../prepare.ts'
import type { NameToken } from '../tokens.ts'
import { isTranscribed } from '../transcription.ts'
import { addItems } from './hash.ts'
import { joinHash, joinsOf, type PackedNames, rowsOf } from './packed-names.ts'
import { type Wanted, wantedOf } from './wanted.ts'
import { type Near, nearWords, numberOf, type Words } from './words.ts'

/** A name of the list that shares enough with a name to be compared with it. */
export interface FoundName {
  readonly name: number
  readonly entry: number
  /** Share of the weight of both names' words that met, 0 … 1: an order to compare in, no score. */
  readonly likeness: number
  /** The name asked for with those of its readings that found this one. */
  readonly asked: PreparedName
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
  /** The same by the words themselves: those of names in other writings are the same objects in all names. */
  readonly knownTo: WeakMap<NameToken, Wanted>
}

/** Room for questions to a list. */
export function roomFor(packed: PackedNames): Room {
  const rows = packed.rowAt.length - 1
  const memory = new ArrayBuffer(rows * 8)
  const [sums, given] = [new Float32Array(memory), new Uint32Array(memory)]
  return { sums, given, touched: new Uint32Array(rows), count: 0, stamp: 0, known: new Map(), knownTo: new WeakMap() }
}

/** As {@link BESIDE_BEST} for a name that is read from another writing: readings tell words apart less well than letters do. */
const BESIDE_BEST_READ = 0.7
/** How many times as many names are compared with such a name where it has one reading, and the share of the best likeness that those beyond the first have at least. */
const READ_MORE = 2
const BESIDE_BEST_MORE = 0.78

function isRead(query: PreparedName): boolean {
  return query.latin.some(({ spellings }) => spellings.some(({ via }) => via !== undefined && via !== 'word form'))
}

/**
 * The names of a list that a prepared name may be, likeliest first, at most `most` (more of a name in another writing), each entry's best names only. names that would score below `from` may be left out: those of one
 * word that is one of several of a person's.
 */
export function findNames(packed: PackedNames, room: Room, query: PreparedName, most: number, from = 0): FoundName[] {
  const rows = rowsOf(query)
  const [only] = rows
  const isReadName = isRead(query)
  // Several readings find more by themselves.
  const limit = isReadName && rows.length === 1 ? READ_MORE * most : most
  if (rows.length === 1 && only) return nearTheLikest(findRow(packed, room, only, limit, query, from), most, isReadName)
  const best = new Map<number, FoundName>()
  const by = new Map<number, number>()
  for (const [k, tokens] of rows.entries())
    for (const found of findRow(packed, room, tokens, limit, query, from)) {
      const known = best.get(found.name)
      if (!known || known.likeness < found.likeness) best.set(found.name, found)
      by.set(found.name, (by.get(found.name) ?? 0) | (1 << k))
    }
  const found = [...best.values()].sort((a, b) => b.likeness - a.likeness || a.name - b.name).slice(0, limit)
  const some: PreparedName[] = []
  return nearTheLikest(found, most, isReadName).map(({ name, entry, likeness }) => {
    const readings = by.get(name) ?? 0
    const asked = some[readings] ?? withReadings(query, readings)
    some[readings] = asked
    return { name, entry, likeness, asked }
  })
}

function nearTheLikest(found: FoundName[], most: number, isReadName: boolean): FoundName[] {
  const likest = found[0]?.likeness ?? 0
  const share = (k: number) => (!isReadName ? BESIDE_BEST : k < most ? BESIDE_BEST_READ : BESIDE_BEST_MORE)
  const end = found.findIndex(({ likeness }, k) => likeness < likest * share(k))
  return end < 0 ? found : found.slice(0, end)
}

/** A name with some of its readings: a bit for each of {@link rowsOf}. */
function withReadings(query: PreparedName, by: number): PreparedName {
  const { others: all = [], ...first } = query
  const others = all.filter((_, k) => (by & (2 << k)) !== 0)
  // The last bit is the name in its own writing.
  const isFirst = (by & 1) !== 0 || by >= 2 << all.length
  const [one = first, ...rest] = isFirst ? [first, ...others] : others
  return rest.length === 0 ? one : { ...one, others: rest }
}

function findRow(
  packed: PackedNames,
  room: Room,
  tokens: readonly NameToken[],
  limit: number,
  asked: PreparedName,
  from: number,
): FoundName[] {
  const wanted = tokens.map((one) => knownOf(packed, room, one))
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return []
  let rest = total
  for (const one of [...wanted].sort((a, b) => a.uses - b.uses)) {
    // Rows that none of the rarer words met cannot reach the floor with the words that are left.
    add(packed, room, one, one.uses > COMMON && rest < FLOOR * total && room.count > 0)
    rest -= one.weight
  }
  const joined = addJoins(packed, room, tokens, wanted)
  if (asked.schema === 'Person' && isLoneWordBelow(tokens, from)) dropLoneWords(packed, room, joined)
  const found = ranked(packed, room, total, limit, asked)
  room.count = 0
  return found
}

function knownOf(packed: PackedNames, { known, knownTo }: Room, token: NameToken): Wanted {
  const isRead = token.spellings[0]?.via !== undefined
  const before = isRead ? knownTo.get(token) : undefined
  if (before) return before
  const key = `${token.weight} ${token.spellings.map(({ text, via }) => `${text}/${via ?? ''}`).join(' ')}`
  const found = known.get(key)
  const made = found ?? wantedOf(packed, token)
  if (isRead) knownTo.set(token, made)
  if (found) return found
  if (known.size >= KNOWN_WORDS) known.clear()
  known.set(key, made)
  return made
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

/** Words that are written apart on one side, as first letters only, or divided at another place. Gives the rows that have such words. */
function addJoins(packed: PackedNames, room: Room, tokens: readonly NameToken[], wanted: readonly Wanted[]): ReadonlyMap<number, unknown> {
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
  for (const [i, { shown, spellings }] of tokens.entries()) {
    // One character is one syllable: no words written together, and no first letters.
    if (shown.length === 1) continue
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
  return found
}

/** Takes out rows of one word that are no words joined. */
function dropLoneWords({ rowAt }: PackedNames, room: Room, joined: ReadonlyMap<number, unknown>): void {
  const { sums, touched } = room
  let kept = 0
  for (let k = 0; k < room.count; k++) {
    const row = touched[k] ?? 0
    if ((rowAt[row + 1] ?? 0) - (rowAt[row] ?? 0) === 1 && !joined.has(row)) sums[row * 2] = 0
    else touched[kept++] = row
  }
  room.count = kept
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
function ranked(
  { rowWeight, nameOf, entryOf }: PackedNames,
  { sums, touched, count }: Room,
  total: number,
  limit: number,
  asked: PreparedName,
): FoundName[] {
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
    found.splice(at, 0, { name, entry: entryOf[name] ?? 0, likeness, asked })
    if (found.length > limit) found.pop()
    least = Math.max(FLOOR, (found[0]?.likeness ?? 0) * BESIDE_BEST, found.length === limit ? (found[limit - 1]?.likeness ?? 0) : 0)
    leastSum = total * ((least - LIST_SHARE) / (1 - LIST_SHARE) - ROUNDING)
  }
  return found
}
