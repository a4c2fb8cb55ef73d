import { existsSync, realpathSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { isoDay } from '../base/time.ts'
import { isFileOrFolder, type Place, planVisits, SOURCES, type Source, sourceFor, type Totals } from '../collect/index.ts'
import { holdLock } from '../evidence/index.ts'
import type { CaseFolder } from './case-folder.ts'
import { OneVisit } from './one-visit.ts'
import { stopListOf } from './stop-list.ts'
import { type SourceConfig, visitRecords } from './visits.ts'

/** What is said while collecting: a line that replaces itself on a terminal. */
export type Progress = (stage: string, done: number, total: number | undefined, detail: string) => void

/** How to collect, besides what the source states. */
export interface CollectOptions {
  readonly verifyBytes?: boolean
  readonly pathsOnly?: boolean
  /** Takes what the listing came to and says whether to go on. */
  readonly confirm?: (source: SourceConfig, totals: Totals, place: Place) => Promise<boolean>
  /** Nothing is sealed or kept: the listing is only counted. */
  readonly isDry?: boolean
  /** Milliseconds before a second try. */
  readonly retryMs?: number
  /** SHA-256 hashes whose bytes are never kept. */
  readonly stopList?: ReadonlySet<string>
  /** Folder for the visit under way; inside the case when absent. */
  readonly journals?: string
}

/** What collecting one source did. */
export interface Collected {
  readonly visits: number
  /** Files whose bytes were read or fetched. */
  readonly read: number
  readonly bytes: number
  readonly notTaken: number
  /** Against the visit before each: a renamed file is one that came and one that went. */
  readonly came: number
  readonly changed: number
  readonly went: number
  /** Why nobody could look, when nobody could. */
  readonly missed?: string
}

/**
 * Visits a source: lists it, takes new bytes, seals listing and visit. Days of a dated layout that are already sealed are not visited again; a visit that was
 * interrupted goes on where it stopped. A source that does not answer makes a missed visit.
 * @throws InbetweenError `IBT-NOT-FOUND` when the folder is not there, `IBT-REFUSED` when case and source overlap or a guard refuses, `IBT-UNREACHABLE` when it stops answering.
 */
export async function collectSource(
  opened: CaseFolder,
  config: SourceConfig,
  progress: Progress,
  options: CollectOptions = {},
): Promise<Collected> {
  const { source, url } = kindOf(opened, config)
  const now = opened.effects.now()
  const plans = source.isNetwork ? planVisits(url, 'plain', isoDay(now)) : planVisits(url, config.layout, isoDay(now))
  if (plans.length === 0) {
    throw new InbetweenError('IBT-INPUT', `no sub-folder is named for a day, as the layout ${config.layout} asks`, {
      place: url,
      hint: 'Name them 2024-01-17, or use the layout plain.',
    })
  }
  const withStops = { ...options, stopList: options.stopList ?? stopListOf(opened) }
  const folder = options.journals ?? join(opened.root, 'cache', 'visits')
  const release = holdLock(join(folder, `${config.id}.lock`), 'another process visits this source')
  try {
    const sealed = visitRecords(opened, config.id)
    const done = new Set(sealed.filter(({ payload }) => payload.basis === 'stated').map(({ payload }) => String(payload.day)))
    const sum = { visits: 0, read: 0, bytes: 0, notTaken: 0, came: 0, changed: 0, went: 0 }
    let last = sealed.findLast(({ payload }) => typeof payload.missed !== 'string')?.payload
    for (const plan of plans) {
      if (plan.basis === 'stated' && done.has(plan.day)) continue
      const visit = new OneVisit({ opened, config, source, plan, folder, progress, options: withStops })
      const result = await visit.run(last)
      if (result.missed !== undefined) return { ...sum, missed: result.missed }
      if (result.payload === undefined) break
      last = result.payload
      sum.visits++
      for (const key of ['read', 'bytes', 'notTaken', 'came', 'changed', 'went'] as const) sum[key] += result[key]
    }
    return sum
  } finally {
    release()
  }
}

/** The kind of a configured source and its place: an absolute path, or the URL. @throws InbetweenError `IBT-INPUT`, and what {@link guardPlaces} throws. */
export function kindOf(opened: Pick<CaseFolder, 'root'>, config: SourceConfig): { readonly source: Source; readonly url: string } {
  const written = config.url ?? config.path ?? ''
  const source = config.kind === undefined ? sourceFor(written) : SOURCES.find(({ name }) => name === config.kind)
  if (!source)
    throw new InbetweenError('IBT-INPUT', `no kind of source is known for ${written}`, {
      place: config.id,
      hint: `Known: ${SOURCES.map(({ name }) => name).join(', ')}.`,
    })
  if (source.isNetwork) return { source, url: written }
  const path = resolve(opened.root, written.replace(/^archive:/i, ''))
  guardPlaces(opened.root, path)
  return { source, url: path }
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
  if (existsSync(path)) return realpathSync(path)
  const full = resolve(path)
  return `${realpathSync(resolve(full, '..'))}${sep}${basename(full)}`
}
