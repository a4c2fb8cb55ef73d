import { LIMITS } from '../base/limits.ts'
import type { ListEntity } from '../model/index.ts'
import {
  type FindOptions,
  findNames,
  type PackedNames,
  type PreparedName,
  packNames,
  prepareName,
  type Room,
  roomFor,
} from '../names/index.ts'
import { numbersOf } from './identifiers.ts'
import type { SanctionsList } from './list.ts'

/** A name of an entry, ready to be compared. */
export interface EntryName {
  readonly prepared: PreparedName
  readonly weak: boolean
  /** The name asked for with those of its readings that found this one; undefined where a number found the entry. */
  readonly asked?: PreparedName
}

/** An entry that a query may mean, by its place in the list, and which of its names met. */
export interface FoundEntry {
  readonly place: number
  readonly schema: ListEntity['schema']
  readonly names: readonly EntryName[]
  /** The whole entry; of a packed list it is parsed at each call. */
  readonly entity: () => ListEntity
}

/** Finds entries of one list; a question costs about 0.1 ms, whatever the length of the list. */
export interface ListIndex {
  /** Entries with names that share enough with a prepared name, at most {@link LIMITS.nameCandidates} names of them; what is not wanted as of `findNames`, entries by their place. */
  byName(query: PreparedName, options?: FindOptions): FoundEntry[]
  /** Entries that have a document or register number (as `numbersOf` writes it), with all their names. */
  byNumber(number: string): FoundEntry[]
  /** An entry by its place; of a packed list it is parsed at each call. */
  entity(place: number): ListEntity
}

/** What an index asks of the entries of a list, however they are kept. `name` is a name's place over all entries, `k` its place in its entry. */
export interface Entries {
  readonly count: number
  readonly packed: PackedNames
  entity(place: number): ListEntity
  schemaOf(place: number): ListEntity['schema']
  nameOf(place: number, k: number, name: number): EntryName
  /** Places of entries that may have a number, in their order. */
  withNumber(number: string): readonly number[]
}

/** One index per list object, kept as long as the list is. */
const indexes = new WeakMap<SanctionsList, ListIndex>()

/** The index of a list, made when it is first asked for: about 25 µs a name. */
export function indexOf(list: SanctionsList): ListIndex {
  const known = indexes.get(list)
  if (known) return known
  const made = makeIndex(entriesInMemory(list))
  indexes.set(list, made)
  return made
}

/** Makes a list use entries that are kept otherwise. */
export function useEntries(list: SanctionsList, entries: Entries): void {
  indexes.set(list, makeIndex(entries))
}

/** The names of an entry that are compared: its own, then aliases. */
export function textsOf({ name, aliases }: ListEntity): string[] {
  return [name, ...aliases.slice(0, LIMITS.listAliases - 1).map((alias) => alias.name)]
}

function entriesInMemory({ entries }: SanctionsList): Entries {
  const numbers = new Map<string, number[]>()
  for (const [place, { identifiers }] of entries.entries())
    for (const number of identifiers.flatMap(numbersOf)) numbers.set(number, [...(numbers.get(number) ?? []), place])
  const prepared = new Map<number, PreparedName>()
  const entity = (place: number) => entries[place] as ListEntity
  return {
    count: entries.length,
    packed: packNames(entries.map(textsOf)),
    entity,
    schemaOf: (place) => entity(place).schema,
    nameOf(place, k, name) {
      const { aliases, name: first, schema } = entity(place)
      const alias = k === 0 ? undefined : aliases[k - 1]
      let one = prepared.get(name)
      if (!one) {
        one = prepareName(alias?.name ?? first, schema)
        if (prepared.size >= LIMITS.preparedNames) prepared.clear()
        prepared.set(name, one)
      }
      return { prepared: one, weak: alias?.weak ?? false }
    },
    withNumber: (number) => numbers.get(number) ?? [],
  }
}

function makeIndex(entries: Entries): ListIndex {
  const { packed } = entries
  const room: Room = roomFor(packed)
  const firstName = firstNames(packed, entries.count)
  const foundAt = (place: number): FoundEntry & { names: EntryName[] } => ({
    place,
    schema: entries.schemaOf(place),
    names: [],
    entity: () => entries.entity(place),
  })
  return {
    byName(query, options) {
      const found = new Map<number, FoundEntry & { names: EntryName[] }>()
      for (const { name, entry, asked } of findNames(packed, room, query, LIMITS.nameCandidates, options)) {
        let one = found.get(entry)
        if (!one) {
          one = foundAt(entry)
          found.set(entry, one)
        }
        const { prepared, weak } = entries.nameOf(entry, name - (firstName[entry] ?? 0), name)
        one.names.push({ prepared, weak, asked })
      }
      return [...found.values()]
    },
    entity: (place) => entries.entity(place),
    byNumber: (number) =>
      entries.withNumber(number).map((place) => {
        const one = foundAt(place)
        const [from, to] = [firstName[place] ?? 0, firstName[place + 1] ?? 0]
        for (let name = from; name < to; name++) one.names.push(entries.nameOf(place, name - from, name))
        return one
      }),
  }
}

/** The number of the first name of each entry, and the count of names. */
function firstNames({ entryOf }: PackedNames, entries: number): Uint32Array {
  const first = new Uint32Array(entries + 1)
  for (let name = entryOf.length - 1; name >= 0; name--) first[entryOf[name] ?? 0] = name
  first[entries] = entryOf.length
  return first
}
