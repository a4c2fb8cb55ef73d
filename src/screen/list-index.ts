import { LIMITS } from '../base/limits.ts'
import type { ListEntity } from '../model/index.ts'
import { findNames, type PackedNames, type PreparedName, packNames, prepareName, type Room, roomFor } from '../names/index.ts'
import { numbersOf } from './identifiers.ts'
import type { SanctionsList } from './list.ts'

/** A name of an entry, ready to be compared. */
export interface EntryName {
  readonly prepared: PreparedName
  readonly weak: boolean
}

/** An entry that a query may mean, by its place in the list, and which of its names met. */
export interface FoundEntry {
  readonly place: number
  readonly entity: ListEntity
  readonly names: readonly EntryName[]
}

/** Finds entries of one list; a question costs about 0.1 ms, whatever the length of the list. */
export interface ListIndex {
  /** Entries with names that share enough with a prepared name, at most {@link LIMITS.nameCandidates} names of them. */
  byName(query: PreparedName): FoundEntry[]
  /** Entries that have a document or register number (as `numbersOf` writes it), with all their names. */
  byNumber(number: string): FoundEntry[]
}

/** One index per list object, kept as long as the list is. */
const indexes = new WeakMap<SanctionsList, ListIndex>()

/** The index of a list, made when it is first asked for: about 25 µs a name. */
export function indexOf(list: SanctionsList): ListIndex {
  const known = indexes.get(list)
  if (known) return known
  const made = makeIndex(list, packedNamesOf(list))
  indexes.set(list, made)
  return made
}

/** The packed names of a list, to be written to a file. */
export function packedNamesOf({ entries }: SanctionsList): PackedNames {
  return packNames(entries.map(textsOf))
}

/** Makes a list use packed names that were written before; false, and nothing is changed, when they are of another number of names or entries. */
export function usePackedNames(list: SanctionsList, packed: PackedNames): boolean {
  const names = list.entries.reduce((sum, { aliases }) => sum + Math.min(LIMITS.listAliases, 1 + aliases.length), 0)
  if (packed.entryOf.length !== names || (packed.entryOf.at(-1) ?? -1) !== list.entries.length - 1) return false
  indexes.set(list, makeIndex(list, packed))
  return true
}

function textsOf({ name, aliases }: ListEntity): string[] {
  return [name, ...aliases.slice(0, LIMITS.listAliases - 1).map((alias) => alias.name)]
}

function makeIndex({ entries }: SanctionsList, packed: PackedNames): ListIndex {
  const room: Room = roomFor(packed)
  const firstName = firstNames(packed, entries.length)
  const numbers = new Map<string, number[]>()
  for (const [place, { identifiers }] of entries.entries())
    for (const number of identifiers.flatMap(numbersOf)) numbers.set(number, [...(numbers.get(number) ?? []), place])
  const prepared = new Map<number, PreparedName>()
  const nameOf = (entity: ListEntity, place: number, k: number): EntryName => {
    const number = (firstName[place] ?? 0) + k
    const alias = k === 0 ? undefined : entity.aliases[k - 1]
    let one = prepared.get(number)
    if (!one) {
      one = prepareName(alias?.name ?? entity.name, entity.schema)
      if (prepared.size >= LIMITS.preparedNames) prepared.clear()
      prepared.set(number, one)
    }
    return { prepared: one, weak: alias?.weak ?? false }
  }
  return {
    byName(query) {
      const found = new Map<number, FoundEntry & { names: EntryName[] }>()
      for (const { name, entry } of findNames(packed, room, query, LIMITS.nameCandidates)) {
        const entity = entries[entry]
        if (!entity) continue
        const one = found.get(entry) ?? { place: entry, entity, names: [] }
        one.names.push(nameOf(entity, entry, name - (firstName[entry] ?? 0)))
        found.set(entry, one)
      }
      return [...found.values()]
    },
    byNumber: (number) =>
      (numbers.get(number) ?? []).flatMap((place) => {
        const entity = entries[place]
        return entity ? [{ place, entity, names: textsOf(entity).map((_, k) => nameOf(entity, place, k)) }] : []
      }),
  }
}

/** The number of the first name of each entry. */
function firstNames({ entryOf }: PackedNames, entries: number): Uint32Array {
  const first = new Uint32Array(entries)
  for (let name = entryOf.length - 1; name >= 0; name--) first[entryOf[name] ?? 0] = name
  return first
}
