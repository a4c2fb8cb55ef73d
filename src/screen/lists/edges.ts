import { compareText } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { ListEdge, ListEntity } from '../../model/index.ts'
import { foldName } from '../../names/index.ts'
import { numbersOf } from '../identifiers.ts'

/** Entries that may share one number before it says nothing: an office's telephone, a form's number. */
const SHARED_BY = 5
/** Numbers of a means of contact, a model or a way of writing a name, and not of whoever is entered. */
const CONTACT = /phone|fax|email|website|digital currency|secondary sanctions|aircraft m|aircraft c|chinese commercial code/i

/**
 * Ties inside a list version: an edge gets the id of the entry that alone bears its name, or keeps the id that the reader knew; entries that share a register or document number get an edge `same number` to each
 * other, also where one has the Unified Social Credit Code and the other the organisation code inside it.
 */
export function withEnds(entries: readonly ListEntity[]): ListEntity[] {
  const byName = new Map<string, string | null>()
  for (const { id, name, aliases } of entries)
    for (const key of new Set([name, ...aliases.map((alias) => alias.name)].map(foldName))) byName.set(key, byName.has(key) ? null : id)
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  const byNumber = sharedNumbers(entries)
  return entries.map((entry) => {
    const stated = (entry.edges ?? []).map(({ toId, ...edge }) => {
      const id = toId !== undefined && known.has(toId) ? toId : (byName.get(foldName(edge.to)) ?? undefined)
      return { ...edge, ...(id === undefined || id === entry.id ? {} : { toId: id }) }
    })
    const edges = [...stated, ...sameNumbers(entry, byNumber, known)].slice(0, LIMITS.listAliases)
    return edges.length === 0 ? entry : { ...entry, edges }
  })
}

function numbersIn({ numbers }: ListEntity): string[] {
  return [
    ...new Set(
      (numbers ?? []).filter(({ kind, isValid }) => isValid !== 'no' && !CONTACT.test(kind)).flatMap(({ number }) => numbersOf(number)),
    ),
  ]
}

/** Numbers that two to {@link SHARED_BY} entries bear → their ids. */
function sharedNumbers(entries: readonly ListEntity[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>()
  for (const entry of entries)
    for (const number of numbersIn(entry)) ids.set(number, [...(ids.get(number) ?? []).slice(0, SHARED_BY), entry.id])
  return new Map([...ids].filter(([, of]) => of.length > 1 && of.length <= SHARED_BY))
}

function sameNumbers(
  entry: ListEntity,
  byNumber: ReadonlyMap<string, readonly string[]>,
  known: ReadonlyMap<string, ListEntity>,
): ListEdge[] {
  const others = new Set(numbersIn(entry).flatMap((number) => byNumber.get(number) ?? []))
  others.delete(entry.id)
  return [...others].sort(compareText).map((id) => ({ kind: 'same number', to: known.get(id)?.name ?? id, toId: id }))
}
