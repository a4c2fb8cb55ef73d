import { contentId } from '../base/hash.ts'
import { batchesOf } from '../collect/index.ts'
import { readEntries, readListing, rowsOf } from '../evidence/index.ts'
import type { AskedSource, Batch, CaseConfig, ListingEntry, NotTaken, Origin, Visit } from '../model/index.ts'
import type { CaseFolder } from './case-folder.ts'

/** A source to visit, as configured or named on the command line. */
export type SourceConfig = CaseConfig['sources'][number]

/** A sealed visit with its listing. */
export interface SealedVisit {
  readonly visit: Visit
  /** What was held at this visit. */
  readonly entries: readonly ListingEntry[]
  /** What an earlier visit held and this one could not look at or left out: it counts neither as there nor as gone. */
  readonly carried: readonly ListingEntry[]
  readonly layout: SourceConfig['layout']
  readonly origin: Origin | undefined
  /** How it was asked over a network. */
  readonly asked: AskedSource | undefined
}

/** What a visit's ledger entry says, before its listing is read. */
export interface VisitRecord {
  readonly seq: number
  readonly payload: Readonly<Record<string, unknown>>
}

/** The ledger's visits of one source (or all), oldest first, without reading a listing. */
export function visitRecords(opened: CaseFolder, sourceId?: string): VisitRecord[] {
  const found: VisitRecord[] = []
  for (const { entry, payload } of readEntries(opened.paths)) {
    if (entry.kind === 'visit' && payload && (sourceId === undefined || payload.source === sourceId))
      found.push({ seq: entry.seq, payload })
  }
  return found
}

/** Every sealed visit in ledger order. */
export function sealedVisits(opened: CaseFolder): SealedVisit[] {
  const held = new Map<string, readonly ListingEntry[]>()
  return visitRecords(opened).map((record) => {
    const { payload } = record
    const visit = visitOf(record)
    const before = held.get(visit.sourceId) ?? []
    const entries = visit.missed === undefined ? readListing(opened.blobs, visit.listing) : []
    const notTaken = typeof payload.notTaken === 'string' ? [...rowsOf<NotTaken>(opened.blobs, payload.notTaken)] : []
    const carried = visit.missed === undefined ? carriedOver(before, entries, notTaken) : before
    held.set(visit.sourceId, carried.length === 0 ? entries : [...entries, ...carried])
    return {
      visit,
      entries,
      carried,
      layout: payload.layout as SealedVisit['layout'],
      origin: payload.origin as SealedVisit['origin'],
      asked: askedOf(payload),
    }
  })
}

/** The visit that a ledger entry commits to. */
export function visitOf({ seq, payload }: VisitRecord): Visit {
  const listing = String(payload.listing ?? '')
  const sourceId = String(payload.source)
  const day = String(payload.day)
  return {
    id: contentId(sourceId, day, String(payload.basis), listing, String(seq)),
    sourceId,
    at: String(payload.at),
    day,
    basis: payload.basis === 'stated' ? 'stated' : 'visit',
    listing,
    entries: Number(payload.entries ?? 0),
    problems: (payload.problems ?? []) as Visit['problems'],
    ...(typeof payload.absent === 'number' && payload.absent > 0 ? { notTaken: payload.absent } : {}),
    ...(typeof payload.missed === 'string' ? { missed: payload.missed } : {}),
  }
}

function askedOf(payload: VisitRecord['payload']): AskedSource | undefined {
  if (typeof payload.url !== 'string') return undefined
  const overrides = Object.entries(payload.overrides ?? {}).map(([name, value]) => `${name}: ${String(value)}`)
  return {
    kind: String(payload.kind ?? ''),
    url: payload.url,
    legalBasis: String(payload.legalBasis ?? ''),
    rate: Number(payload.rate),
    overrides,
  }
}

function carriedOver(
  before: readonly ListingEntry[],
  entries: readonly ListingEntry[],
  notTaken: readonly NotTaken[],
): readonly ListingEntry[] {
  if (notTaken.length === 0 || before.length === 0) return []
  const here = new Set(entries.map(({ path }) => path))
  const files = new Set(notTaken.filter(({ hidesFolder }) => !hidesFolder).map(({ path }) => path))
  const hidden = notTaken.filter(({ hidesFolder }) => hidesFolder).map(({ path }) => (path === '' ? '' : `${path}/`))
  return before.filter(({ path }) => !here.has(path) && (files.has(path) || hidden.some((folder) => path.startsWith(folder))))
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
