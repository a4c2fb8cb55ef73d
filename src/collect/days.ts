import { daysBetween } from '../base/time.ts'
import { type Batch, type Exhibit, isToActOn } from '../model/index.ts'

/** What files of a batch are for, counted over those that are new, changed or there again. */
export interface DayCounts {
  /** Corrections among them. */
  readonly instructions: number
  readonly results: number
  readonly other: number
}

/** Counts what the files of batches are for. */
export function dayCounter(exhibits: readonly Exhibit[]): (batch: Batch) => DayCounts {
  const purposes = new Map(exhibits.map((exhibit) => [`${exhibit.sourceId}\0${exhibit.path}`, exhibit.purpose]))
  return (batch) => {
    const counts = { instructions: 0, results: 0, other: 0 }
    for (const path of [...batch.new, ...batch.changed, ...(batch.reappeared ?? [])]) {
      const purpose = purposes.get(`${batch.sourceId}\0${path}`)
      counts[isToActOn(purpose) ? 'instructions' : purpose === 'result' ? 'results' : 'other']++
    }
    return counts
  }
}

/** Whether anything came, changed or went. */
export function isEmptyBatch({ new: fresh, changed, renamed, gone, reappeared = [] }: Batch): boolean {
  return fresh.length + changed.length + renamed.length + gone.length + reappeared.length === 0
}

/** A batch, or a day of a source between its first and last look that has neither a visit nor a missed one. */
export type DayOfSource = { readonly batch: Batch } | { readonly sourceId: string; readonly unvisited: string }

/**
 * The batches of each source with its days without a visit between them, at most `maxUnvisited` of a source. Days told by file times have no such gaps: there was
 * one look, and a day that no file bears is no day that nobody looked.
 */
export function daysOfSources(
  batches: readonly Batch[],
  maxUnvisited: number,
): { readonly days: readonly DayOfSource[]; readonly isCut: boolean } {
  const days: DayOfSource[] = []
  let isCut = false
  const sources = new Map<string, Batch[]>()
  for (const batch of batches) {
    const known = sources.get(batch.sourceId)
    if (known) known.push(batch)
    else sources.set(batch.sourceId, [batch])
  }
  for (const [sourceId, ofSource] of sources) {
    let unvisited = 0
    let before: string | undefined
    for (const batch of ofSource) {
      if (before !== undefined && batch.basis !== 'file-time') {
        const left = maxUnvisited - unvisited
        const between = daysBetween(before, batch.day, left + 2).filter((day) => day !== before && day < batch.day)
        isCut ||= between.length > left
        for (const day of between.slice(0, left)) days.push({ sourceId, unvisited: day })
        unvisited += Math.min(left, between.length)
      }
      days.push({ batch })
      before = batch.day
    }
  }
  return { days, isCut }
}
