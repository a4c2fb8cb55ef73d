import { copyFileSync, linkSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from './files/bytes.ts'
import type { BatchTruth } from './truth.ts'

/** A file as it arrives on the place. `at` is its time in epoch milliseconds. */
export interface PlacedFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly at: number
  /** What it is for; absent for what belongs to no order and no result. */
  readonly purpose?: 'instruction' | 'result'
}

/** What happens on one day. */
export interface DayStory {
  readonly day: string
  readonly puts: readonly PlacedFile[]
  readonly renames?: readonly { readonly from: string; readonly to: string }[]
  readonly removals?: readonly string[]
}

/** What was written, for the closing line. */
export interface TreeFacts {
  readonly batches: readonly BatchTruth[]
  readonly files: number
  readonly bytes: number
}

interface Standing {
  readonly location: string
  readonly file: PlacedFile
}

/** Writes one folder per day, each the whole place on that day. What did not change is a hard link of the day before. */
export function writeSnapshots(root: string, days: readonly DayStory[], onDay: (day: string) => void = () => {}): TreeFacts {
  let standing = new Map<string, Standing>()
  const batches: BatchTruth[] = []
  const seen = new Map<string, number>()
  for (const story of days) {
    onDay(story.day)
    const { next, batch } = applyDay(standing, story)
    const folder = join(root, story.day)
    mkdirSync(folder, { recursive: true })
    standing = layOut(folder, next)
    for (const { bytes } of story.puts) seen.set(sha256(bytes), bytes.length)
    batches.push(batch)
  }
  return { batches, files: seen.size, bytes: [...seen.values()].reduce((sum, size) => sum + size, 0) }
}

/** The place after a day, and what the day brought. A put without a standing location is written anew. */
function applyDay(before: ReadonlyMap<string, Standing>, story: DayStory): { next: Map<string, Standing>; batch: BatchTruth } {
  const next = new Map(before)
  for (const path of story.removals ?? []) {
    if (!next.delete(path)) throw new Error(`${story.day}: ${path} is not there to be removed`)
  }
  for (const { from, to } of story.renames ?? []) {
    const moved = next.get(from)
    if (!moved) throw new Error(`${story.day}: ${from} is not there to be renamed`)
    next.delete(from)
    next.set(to, moved)
  }
  const changed = story.puts.filter(({ path }) => before.has(path))
  for (const file of story.puts) next.set(file.path, { location: '', file })
  const count = (purpose: PlacedFile['purpose']) => story.puts.filter((file) => file.purpose === purpose).length
  const batch = {
    day: story.day,
    new: story.puts.length - changed.length,
    changed: changed.length,
    renamed: story.renames ?? [],
    gone: story.removals ?? [],
    instructions: count('instruction'),
    results: count('result'),
  }
  return { next, batch }
}

function layOut(folder: string, place: ReadonlyMap<string, Standing>): Map<string, Standing> {
  const made = new Set<string>()
  const laid = new Map<string, Standing>()
  for (const path of [...place.keys()].sort()) {
    const standing = place.get(path)
    if (!standing) continue
    const target = join(folder, path)
    const parent = dirname(target)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    if (standing.location === '') write(target, standing.file)
    else linkOrCopy(standing.location, target, standing.file)
    laid.set(path, { location: target, file: standing.file })
  }
  return laid
}

function write(target: string, file: PlacedFile): void {
  writeFileSync(target, file.bytes)
  utimesSync(target, file.at / 1000, file.at / 1000)
}

/** A hard link, or a copy with the same time where the file system has none or has no more of them. */
function linkOrCopy(from: string, target: string, file: PlacedFile): void {
  try {
    linkSync(from, target)
  } catch {
    copyFileSync(from, target)
    utimesSync(target, file.at / 1000, file.at / 1000)
  }
}
