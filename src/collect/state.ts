import { compareText } from '../base/hash.ts'
import type { ListingEntry, Visit } from '../model/index.ts'
import { compareListings } from './batches.ts'

/** Visits of one source with their listings. */
export type VisitsOfSource = readonly {
  readonly visit: Visit
  readonly entries: readonly ListingEntry[]
  /** Files of an earlier visit that this one could not look at: they count as still there. */
  readonly carried?: readonly ListingEntry[]
}[]

/** What stood at a source as far as was seen, and the day of the visit that saw it. */
export interface SourceStateAt {
  readonly day: string
  readonly entries: readonly ListingEntry[]
}

/**
 * The state of a source on a day: the listing of the last visit on it or before; under `day-folders` everything that had come by then, the newest of each path.
 * Undefined when nobody had looked by then. Without a day: the state at the last visit.
 */
export function stateAt(visits: VisitsOfSource, layout: 'plain' | 'day-folders' | 'snapshots', day?: string): SourceStateAt | undefined {
  const until = [...visits]
    .sort((a, b) => compareText(a.visit.day, b.visit.day))
    .filter(({ visit }) => day === undefined || visit.day <= day)
  const last = until.at(-1)
  if (!last) return undefined
  if (layout !== 'day-folders') return { day: last.visit.day, entries: [...last.entries, ...(last.carried ?? [])] }
  const byPath = new Map(until.flatMap(({ entries }) => entries.map((entry) => [entry.path, entry] as const)))
  return { day: last.visit.day, entries: [...byPath.values()].sort((a, b) => compareText(a.path, b.path)) }
}

/** What a later state has against an earlier one, and how many paths hold the same bytes in both. */
export function compareStates(before: SourceStateAt, after: SourceStateAt): ReturnType<typeof compareListings> & { readonly same: number } {
  const change = compareListings(before.entries, after.entries)
  return { ...change, same: after.entries.length - change.new.length - change.changed.length - change.renamed.length }
}
