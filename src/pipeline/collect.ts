import { realpathSync } from 'node:fs'
import { basename, resolve, sep } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { contentId } from '../base/hash.ts'
import { isoDay, isoInstant } from '../base/time.ts'
import { batchesOf, isFileOrFolder, SOURCES, takeVisit } from '../collect/index.ts'
import { readEntries, readListing, sealListing } from '../evidence/index.ts'
import type { Batch, CaseConfig, ListingEntry, Visit } from '../model/index.ts'
import type { CaseFolder } from './case-folder.ts'

/** A source to visit, as configured or named on the command line. */
export type SourceConfig = CaseConfig['sources'][number]

/** What is said while collecting: a line that replaces itself on a terminal. */
export type Progress = (stage: string, done: number, total: number | undefined, detail: string) => void

/** A sealed visit with its listing. */
export interface SealedVisit {
  readonly visit: Visit
  readonly entries: readonly ListingEntry[]
  readonly layout: SourceConfig['layout']
  readonly origin: SourceConfig['origin']
}

/**
 * Visits a source: lists it, takes new bytes, seals listing and visit. Days of a dated layout that are already sealed are not visited again,
 * so an interrupted collection goes on where it stopped.
 * @throws InbetweenError `IBT-NOT-FOUND` when the folder is not there, `IBT-REFUSED` when case and source overlap.
 */
export function collectSource(
  opened: CaseFolder,
  source: SourceConfig,
  progress: Progress,
  options: { verifyBytes?: boolean } = {},
): { visits: number; read: number } {
  const root = resolve(opened.root, source.path)
  guardPlaces(opened.root, root)
  const kind = SOURCES.find(({ name }) => name === source.kind)
  if (!kind) throw new InbetweenError('IBT-INPUT', `no such kind of source: ${source.kind}`, { place: source.id })
  const now = opened.effects.now()
  const plans = kind.plan(root, source.layout, isoDay(now))
  if (plans.length === 0) {
    throw new InbetweenError('IBT-INPUT', `no sub-folder is named for a day, as the layout ${source.layout} asks`, {
      place: root,
      hint: 'Name them 2024-01-17, or use the layout plain.',
    })
  }
  const sealed = sealedVisits(opened).filter(({ visit }) => visit.sourceId === source.id)
  const done = new Set(sealed.filter(({ visit }) => visit.basis === 'stated').map(({ visit }) => visit.day))
  let before = sealed.at(-1)?.entries ?? []
  const byIdentity = new Map<string, string>()
  let read = 0
  let visits = 0
  let files = 0
  for (const plan of plans) {
    if (plan.basis === 'stated' && done.has(plan.day)) continue
    const known = { byPath: source.layout === 'day-folders' ? new Map() : new Map(before.map((entry) => [entry.path, entry])), byIdentity }
    const onFile = (path: string) => progress('collect', ++files, undefined, `${plan.day} ${path}`)
    const result = takeVisit(kind, plan.root, opened.blobs, known, {
      ...(options.verifyBytes === undefined ? {} : { verifyBytes: options.verifyBytes }),
      onFile,
    })
    const listing = sealListing(opened.blobs, result.entries)
    const payload = {
      source: source.id,
      at: isoInstant(now),
      day: plan.day,
      basis: plan.basis,
      layout: source.layout,
      listing,
      entries: result.entries.length,
      problems: result.problems,
      ...(source.origin ? { origin: source.origin } : {}),
    }
    opened.append([{ kind: 'visit', payload }])
    before = result.entries
    read += result.read
    visits++
  }
  return { visits, read }
}

/** Every sealed visit in ledger order, dated layouts by day. */
export function sealedVisits(opened: CaseFolder): SealedVisit[] {
  const found: SealedVisit[] = []
  for (const { entry, payload } of readEntries(opened.paths)) {
    if (entry.kind !== 'visit' || !payload) continue
    const listing = String(payload.listing)
    const sourceId = String(payload.source)
    const day = String(payload.day)
    found.push({
      visit: {
        id: contentId(sourceId, day, String(payload.basis), listing, String(entry.seq)),
        sourceId,
        at: String(payload.at),
        day,
        basis: payload.basis === 'stated' ? 'stated' : 'visit',
        listing,
        entries: Number(payload.entries),
        problems: (payload.problems ?? []) as Visit['problems'],
      },
      entries: readListing(opened.blobs, listing),
      layout: payload.layout as SealedVisit['layout'],
      origin: payload.origin as SealedVisit['origin'],
    })
  }
  return found
}

/** The batches of every source. */
export function batchesOfCase(visits: readonly SealedVisit[]): Batch[] {
  const sources = new Map<string, SealedVisit[]>()
  for (const sealed of visits) sources.set(sealed.visit.sourceId, [...(sources.get(sealed.visit.sourceId) ?? []), sealed])
  return [...sources.values()].flatMap((ofSource) => {
    const dated = ofSource.every(({ visit }) => visit.basis === 'stated')
    const ordered = dated ? [...ofSource].sort((a, b) => (a.visit.day < b.visit.day ? -1 : a.visit.day > b.visit.day ? 1 : 0)) : ofSource
    return batchesOf(ordered, ordered[0]?.layout ?? 'plain')
  })
}

/** A case never lies inside its source, and is never collected as one. */
export function guardPlaces(caseRoot: string, sourceRoot: string): void {
  if (!isFileOrFolder(sourceRoot))
    throw new InbetweenError('IBT-NOT-FOUND', 'no such folder or file', { place: sourceRoot, hint: 'Check the path.' })
  const inside = `${realpathSync(sourceRoot)}${sep}` // a file has nothing inside, so a case never lies in it
  const own = `${resolvedParent(caseRoot)}${sep}`
  if (own.startsWith(inside)) {
    throw new InbetweenError('IBT-REFUSED', `the case would lie inside its own source (${basename(caseRoot)} in ${sourceRoot})`, {
      place: caseRoot,
      hint: 'Name a place outside with -C DIR.',
    })
  }
  if (inside.startsWith(own)) throw new InbetweenError('IBT-REFUSED', 'a case cannot be collected into itself', { place: sourceRoot })
}

function resolvedParent(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const full = resolve(path)
    return `${realpathSync(resolve(full, '..'))}${sep}${basename(full)}`
  }
}
