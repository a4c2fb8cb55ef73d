import { LIMITS } from '../base/limits.ts'
import type { Match } from '../model/index.ts'
import { foldName } from '../names/index.ts'
import { joinBeside } from './person-places.ts'

/** A match for people to read, with the other lists in which the same entry was matched by the same name. */
export type ShownMatch<T extends Match> = T & {
  readonly alsoIn: readonly { readonly id: string; readonly list: string; readonly version: string }[]
}

/**
 * Matches for people to read: an entry of OFAC that the built-in list and a fetched one both hold, by its OFAC number and its name, is one row that names both lists, with the places of both and the better score.
 * Rows of a case stay apart: each is of one list in one version. The order is that of the first of each.
 */
export function shownMatches<T extends Match>(matches: readonly T[]): ShownMatch<T>[] {
  const shown = new Map<string | T, ShownMatch<T>>()
  for (const match of matches) {
    const key = keyOf(match) ?? match
    const known = shown.get(key)
    shown.set(key, known ? joined(known, match) : { ...match, alsoIn: [] })
  }
  return [...shown.values()]
}

/** What is the same for one entry of OFAC in lists that come from it; undefined for entries of others, whose numbers are their own. */
function keyOf({ entity, query }: Match): string | undefined {
  const [, number] = /^ofac(?:-[a-z-]+)?-(\d{1,9})$/.exec(entity.id) ?? []
  if (number === undefined || !entity.list.startsWith('ofac')) return undefined
  return [number, foldName(entity.name), foldName(query)].join('\0')
}

function joined<T extends Match>(a: ShownMatch<T>, b: T): ShownMatch<T> {
  const [best, other]: readonly [T, T] = b.score > a.score ? [b, a] : [a, b]
  const beside = joinBeside(best, other)
  return {
    ...best,
    anchors: [...new Set([...best.anchors, ...other.anchors])].slice(0, 2 * LIMITS.matchAnchors),
    ...(beside.length > 0 ? { beside } : {}),
    alsoIn: [...a.alsoIn, { id: other.entity.id, list: other.entity.list, version: other.listVersion }],
  }
}

/** `; also ofac-34022 of list ofac, version 7`: the other lists in words; nothing where there is none. */
export function alsoInWords({ alsoIn }: Pick<ShownMatch<Match>, 'alsoIn'>): string {
  return alsoIn.map(({ id, list, version }) => `; also ${id} of list ${list}, version ${version}`).join('')
}
