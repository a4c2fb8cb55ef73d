import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dayOfName } from '../base/time.ts'

/** One planned look at a source: the day it stands for and why. */
export interface PlannedVisit {
  readonly url: string
  readonly day: string
  readonly basis: 'visit' | 'stated'
}

/** How the days of a folder are laid out. */
export type Layout = 'plain' | 'day-folders' | 'snapshots'

/** The looks that a layout asks for, oldest first. Only a local folder has dated sub-folders; every other source is looked at as it is `today` (UTC). */
export function planVisits(url: string, layout: Layout, today: string): readonly PlannedVisit[] {
  if (layout === 'plain') return [{ url, day: today, basis: 'visit' }]
  const visits: PlannedVisit[] = []
  for (const entry of readdirSync(url, { withFileTypes: true })) {
    const day = dayOfName(entry.name)
    if (entry.isDirectory() && day !== undefined) visits.push({ url: join(url, entry.name), day, basis: 'stated' })
  }
  return visits.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
