import { printable } from '../base/printable.ts'
import type { BesideFact, Exhibit, ListVersion, Match, Warning } from '../model/index.ts'
import type { CaseStore } from '../store/index.ts'
import { count } from './terminal.ts'

/** What stands wherever list matches are counted. */
export const NO_CLEARANCE = 'a similar name is not identity; no match is not clearance'

/** Warnings of comparing names with lists: they say what the count of matches leaves out. */
const LIST_CODES: ReadonlySet<string> = new Set(['listed-person-names', 'list-copy', 'listed-limit'])
/** Characters of a list's name and of its version on one line; both come from a file. */
const WORD_CHARS = 60

/** What comparing names with lists left out, in words that name nobody. */
export function listWarnings(store: CaseStore): Warning[] {
  return store.all<Warning>('warning').filter(({ code }) => LIST_CODES.has(code))
}

/** The one of {@link listWarnings} that counts names of listed persons without a second fact; undefined where there are none. */
export function maskedNames(store: CaseStore): string | undefined {
  return store.all<Warning>('warning').find(({ code }) => code === 'listed-person-names')?.message
}

/** Lists with kind, version (a day or a hash), publisher's day and entries, on one line; at most `max` of them, and how many more there are. */
export function listsInWords(lists: readonly ListVersion[], max = Number.POSITIVE_INFINITY): string {
  if (lists.length === 0) return 'no list'
  const shown = lists.slice(0, max).map(({ name, kind, version, date, entities }) => {
    const day = date === undefined || date === version ? '' : ` of ${printable(date, WORD_CHARS)}`
    return `${printable(name, WORD_CHARS)} (${kind}, version ${printable(version, WORD_CHARS)}${day}, ${count(entities)} entries)`
  })
  return `${shown.join('; ')}${lists.length > shown.length ? `; and ${count(lists.length - shown.length)} more lists` : ''}`
}

/** An exhibit in which a match stands, with the facts that stand beside a person's name there. */
export interface MatchPlace {
  readonly path: string
  readonly facts: readonly BesideFact[]
}

/** The exhibits in which a match stands, each path once, in the order of its anchors. */
export function placesOfMatches(exhibits: readonly Exhibit[]): (match: Pick<Match, 'anchors' | 'beside'>) => MatchPlace[] {
  const paths = new Map<string, string>()
  for (const { blob, inside, path } of exhibits) {
    const key = [blob, ...inside].join('!')
    if (!paths.has(key)) paths.set(key, path)
  }
  return ({ anchors, beside = [] }) => {
    const places = new Map<string, Set<BesideFact>>()
    for (const anchor of anchors) {
      const path = paths.get(anchor.slice(0, anchor.lastIndexOf('!')))
      if (path === undefined) continue
      const facts = beside.find((one) => one.anchor === anchor)?.facts ?? []
      places.set(path, new Set([...(places.get(path) ?? []), ...facts]))
    }
    return [...places].map(([path, facts]) => ({ path, facts: [...facts] }))
  }
}
