import { isLoneWordBelow, mayBeJoined } from '../lone-word.ts'
import type { PreparedName } from '../prepare.ts'
import type { NameToken } from '../tokens.ts'
import { addJoins } from './add-joins.ts'
import { completeForeign } from './complete-foreign.ts'
import { divideForeign } from './divide-foreign.ts'
import { type PackedNames, rowsOf } from './packed-names.ts'
import type { Room } from './room.ts'
import { type Wanted, wantedOf } from './wanted.ts'
import { wordAt } from './words.ts'

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

/** As {@link BESIDE_BEST} for a name that is read from another writing: readings tell words apart less well than letters do. */
const BESIDE_BEST_READ = 0.7
/** How many times as many names are compared with such a name where it has one reading, and the share of the best likeness that those beyond the first have at least. */
const READ_MORE = 2
const BESIDE_BEST_MORE = 0.78

/** What the likeness of a name counts that is read with a general dictionary: its words stand for many, and more of them meet by chance. */
const DICTIONARY_SHARE = 0.85

function isOfDictionary({ spellings }: NameToken): boolean {
  return spellings.some(({ via }) => via === 'dictionary')
}

function isRead(query: PreparedName): boolean {
  return query.latin.some(({ spellings }) => spellings.some(({ via }) => via !== undefined && via !== 'word form'))
}

/** What is not wanted of a list: names that would score below `from` may be left out (those of one word that is one of several of a person's), and entries that `isWanted` refuses take no place. */
export interface FindOptions {
  readonly from?: number
  readonly isWanted?: ((entry: number) => boolean) | undefined
}

/** The names of a list that a prepared name may be, likeliest first, at most `most` (more of a name in another writing), each entry's best names only. */
export function findNames(packed: PackedNames, room: Room, query: PreparedName, most: number, options: FindOptions = {}): FoundName[] {
  const rows = rowsOf(query)
  const [only] = rows
  const isReadName = isRead(query)
  // Several readings find more by themselves.
  const limit = isReadName && rows.length === 1 ? READ_MORE * most : most
  if (rows.length === 1 && only) return nearTheLikest(findRow(packed, room, only, limit, query, options), most, isReadName)
  const best = new Map<number, FoundName>()
  const by = new Map<number, number>()
  for (const [k, tokens] of rows.entries()) {
    const factor = tokens.some(isOfDictionary) ? DICTIONARY_SHARE : 1
    for (const found of findRow(packed, room, tokens, limit, query, options)) {
      const known = best.get(found.name)
      const likeness = factor * found.likeness
      if (!known || known.likeness < likeness) best.set(found.name, { ...found, likeness })
      by.set(found.name, (by.get(found.name) ?? 0) | (1 << k))
    }
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
  { from = 0, isWanted }: FindOptions,
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
  completeForeign(packed, room, tokens, wanted)
  if (asked.schema !== 'Person') divideForeign(packed, room, tokens, wanted)
  const joined = addJoins(packed, room, tokens, wanted)
  const isLoneBelow = asked.schema === 'Person' && isLoneWordBelow(tokens, from)
  const isRefused = (row: number) => isWanted !== undefined && !isWanted(packed.entryOf[packed.nameOf[row] ?? 0] ?? 0)
  const isUnwanted = (row: number) => (isLoneBelow && isOneOf(packed, tokens, joined, row)) || isRefused(row)
  const found = ranked(packed, room, total, limit, asked, isUnwanted)
  room.count = 0
  return found
}

function knownOf(packed: PackedNames, { known, knownTo }: Room, token: NameToken): Wanted {
  const isRead = token.spellings[0]?.via !== undefined
  const before = isRead ? knownTo.get(token) : undefined
  if (before) return before
  const key = keyOf(token)
  const found = known.get(key)
  const made = found ?? wantedOf(packed, token)
  if (isRead) knownTo.set(token, made)
  if (found) return found
  if (known.size >= KNOWN_WORDS) known.clear()
  known.set(key, made)
  return made
}

/** What is looked up of a word: words of one key have the same answer. */
function keyOf({ weight, spellings }: NameToken): string {
  let key = `${weight}`
  for (const { text, via } of spellings) key += via === undefined ? ` ${text}` : ` ${text}/${via}`
  return key
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

/** Whether a row is one word that can only be one of several words, not some of them joined. */
function isOneOf(
  { isLone, rowAt, wordOf, words }: PackedNames,
  tokens: readonly NameToken[],
  joined: ReadonlyMap<number, unknown>,
  row: number,
): boolean {
  const at = rowAt[row] ?? 0
  return isLone[row] === 1 && rowAt[row + 1] === at + 1 && !joined.has(row) && !mayBeJoined(tokens, wordAt(words, wordOf[at] ?? 0))
}

/** A likeness is a sum of fractions: what is less by rounding alone is not less. */
const ROUNDING = 1e-6

/** The `limit` likeliest rows, likest first, names of one likeness by number, without those that are far below the likest or unwanted; sums are zero afterwards. */
function ranked(
  { rowWeight, nameOf, entryOf }: PackedNames,
  { sums, touched, count }: Room,
  total: number,
  limit: number,
  asked: PreparedName,
  isUnwanted: (row: number) => boolean,
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
    if (isUnwanted(row)) continue
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
