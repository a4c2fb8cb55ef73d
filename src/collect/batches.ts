import { compareText } from '../base/hash.ts'
import { isoDay } from '../base/time.ts'
import type { Batch, ListingEntry, Visit } from '../model/index.ts'

/** What `after` has that `before` had not. A path that went and a path that came with the same bytes are one rename, in path order. */
export function compareListings(
  before: readonly ListingEntry[],
  after: readonly ListingEntry[],
): Pick<Batch, 'new' | 'changed' | 'renamed' | 'gone'> {
  const old = new Map(before.map((entry) => [entry.path, entry]))
  const now = new Map(after.map((entry) => [entry.path, entry]))
  const changed: string[] = []
  const came: ListingEntry[] = []
  for (const entry of after) {
    const was = old.get(entry.path)
    if (!was) came.push(entry)
    else if (was.sha256 !== entry.sha256) changed.push(entry.path)
  }
  const goneByHash = new Map<string, string[]>()
  for (const entry of [...before].sort((a, b) => compareText(a.path, b.path))) {
    if (!now.has(entry.path)) goneByHash.set(entry.sha256, [...(goneByHash.get(entry.sha256) ?? []), entry.path])
  }
  const renamed: { from: string; to: string }[] = []
  const fresh: string[] = []
  for (const entry of came.sort((a, b) => compareText(a.path, b.path))) {
    const from = goneByHash.get(entry.sha256)?.shift()
    if (from === undefined) fresh.push(entry.path)
    else renamed.push({ from, to: entry.path })
  }
  return { new: fresh, changed: changed.sort(compareText), renamed, gone: [...goneByHash.values()].flat().sort(compareText) }
}

/** A visit with what it held, and what of the visit before it could not look at. */
export interface Looked {
  readonly visit: Visit
  readonly entries: readonly ListingEntry[]
  readonly carried: readonly ListingEntry[]
}

/**
 * The batches of one source's visits, oldest first. Under `day-folders` each visit is only what came that day, so nothing is ever gone.
 * A single undated visit is grouped by file times (UTC), marked `file-time`: such times are claims that anybody can set.
 */
export function batchesOf(visits: readonly Looked[], layout: 'plain' | 'day-folders' | 'snapshots'): Batch[] {
  const looks = visits.filter(({ visit }) => visit.missed === undefined)
  const [only] = looks
  if (looks.length === 1 && only?.visit.basis === 'visit') {
    const missed = visits.filter(({ visit }) => visit.missed !== undefined).map(({ visit }) => missedBatch(visit))
    return [...byFileTime(only.visit, only.entries), ...missed]
  }
  const batches: Batch[] = []
  const left = new Set<string>()
  let before: readonly ListingEntry[] = []
  for (const { visit, entries, carried } of visits) {
    const { sourceId, day, basis } = visit
    if (visit.missed !== undefined) {
      batches.push(missedBatch(visit))
      continue
    }
    const now = carried.length === 0 ? entries : [...entries, ...carried]
    if (layout === 'day-folders')
      batches.push({ sourceId, day, basis, new: entries.map(({ path }) => path).sort(compareText), changed: [], renamed: [], gone: [] })
    else batches.push({ sourceId, day, basis, ...withReappeared(compareListings(before, now), left) })
    before = now
  }
  return batches
}

/** Takes the paths that had left out of `new`, and notes those that leave now in `left`. A name that comes back with the bytes of one that goes is a rename. */
function withReappeared(change: ReturnType<typeof compareListings>, left: Set<string>) {
  const reappeared = change.new.filter((path) => left.has(path))
  for (const path of change.gone) left.add(path)
  for (const { from } of change.renamed) left.add(from)
  return reappeared.length === 0 ? change : { ...change, new: change.new.filter((path) => !left.has(path)), reappeared }
}

function missedBatch({ sourceId, day, basis, missed = '' }: Visit): Batch {
  return { sourceId, day, basis, new: [], changed: [], renamed: [], gone: [], missed }
}

function byFileTime(visit: Visit, entries: readonly ListingEntry[]): Batch[] {
  const days = new Map<string, string[]>()
  for (const { path, modifiedMs } of entries) {
    const day = modifiedMs !== undefined && Math.abs(modifiedMs) < 8.64e15 ? isoDay(modifiedMs).slice(-10) : visit.day
    days.set(day, [...(days.get(day) ?? []), path])
  }
  return [...days]
    .sort(([a], [b]) => compareText(a, b))
    .map(([day, paths]) => ({
      sourceId: visit.sourceId,
      day,
      basis: 'file-time' as const,
      new: paths.sort(compareText),
      changed: [],
      renamed: [],
      gone: [],
    }))
}
