import { compareText, contentId } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { purposeOf, purposeOfText, settleOpenHan, tellPassage } from '../language/index.ts'
import {
  type Exhibit,
  formatAnchor,
  type ListingEntry,
  type Passage,
  type ReadChild,
  type Reading,
  type Trace,
  type Warning,
} from '../model/index.ts'
import {
  type ExaminedFilm,
  FILM_UNAVAILABLE,
  OCR_UNAVAILABLE,
  type Recogniser,
  withDrawnText,
  withFilmFrames,
  withPictureHashes,
} from '../read/index.ts'
import type { CaseFolder } from './case-folder.ts'
import { drawnTexts as recognising } from './drawn-texts.ts'
import { type ChosenPictures, cachedExamination, NO_PICTURES, type PictureStep } from './examined-pictures.ts'
import { PICTURE_HASHES } from './picture-hashes.ts'
import { cachedReading, type ToRead } from './readings.ts'
import type { SealedVisit } from './visits.ts'

/** What reading gives the rest of the analysis, in (path, bytes) order. */
export interface Material {
  readonly exhibits: readonly Exhibit[]
  readonly passages: readonly Passage[]
  readonly traces: readonly Trace[]
  readonly warnings: readonly (Warning & { readonly path: string })[]
}

/** A blob at a path over all visits of a source. */
interface Seen {
  readonly sourceId: string
  readonly entry: ListingEntry
  readonly firstSeen: string
  lastSeen: string
}

/** Every (source, path, bytes) that any visit listed, with the days it was seen. */
export function seenFiles(visits: readonly SealedVisit[]): Seen[] {
  const seen = new Map<string, Seen>()
  const ordered = [...visits].sort((a, b) => compareText(a.visit.day, b.visit.day))
  for (const { visit, entries } of ordered) {
    for (const entry of entries) {
      const key = `${visit.sourceId}\0${entry.path}\0${entry.sha256}`
      const known = seen.get(key)
      if (known) known.lastSeen = visit.day
      else seen.set(key, { sourceId: visit.sourceId, entry, firstSeen: visit.day, lastSeen: visit.day })
    }
  }
  return [...seen.entries()].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value)
}

/** Each blob once, with the first path it lies under; blobs that were removed on record are left out. */
export function filesToRead(visits: readonly SealedVisit[], removed: ReadonlyMap<string, string>): ToRead[] {
  const files = new Map<string, ToRead>()
  for (const { entry } of seenFiles(visits)) {
    if (!files.has(entry.sha256) && !removed.has(entry.sha256))
      files.set(entry.sha256, { sha256: entry.sha256, name: entry.path, bytes: entry.bytes })
  }
  return [...files.values()]
}

/** The pictures that steps apart from readings looked at. */
export interface ExaminedPictures {
  readonly drawnTexts: ChosenPictures
  /** What recognised characters; absent where that was not asked for. */
  readonly recogniser?: Recogniser | undefined
  readonly pictureHashes: ChosenPictures
  readonly filmFrames: ChosenPictures
  /** How films were looked at; absent where that was not asked for. */
  readonly films?: PictureStep<ExaminedFilm>
}

/** Joins listings and readings into exhibits, passages with language, traces and warnings. Bytes under several paths give passages once, at the first path. */
export function materialOf(
  opened: CaseFolder,
  visits: readonly SealedVisit[],
  logs: ReadonlySet<string>,
  removed: ReadonlyMap<string, string>,
  examined: ExaminedPictures = { drawnTexts: NO_PICTURES, pictureHashes: NO_PICTURES, filmFrames: NO_PICTURES },
): Material {
  const out = {
    exhibits: [] as Exhibit[],
    passages: [] as Passage[],
    traces: [] as Trace[],
    warnings: [] as (Warning & { path: string })[],
  }
  const { drawnTexts, pictureHashes, filmFrames, films, recogniser } = examined
  warnCount(out, drawnTexts.beyond, 'ocr-limit', `beyond ${LIMITS.ocrPictures} were not examined for drawn text`)
  warnCount(
    out,
    drawnTexts.unavailable,
    OCR_UNAVAILABLE,
    'were not examined: the recogniser of the system is missing here (inbetween doctor)',
  )
  warnCount(out, pictureHashes.beyond, 'picture-limit', `beyond ${LIMITS.pictures} have no picture hash`)
  warnCount(out, pictureHashes.unavailable, 'picture-decoder', 'have no picture hash: sharp cannot be loaded on this machine')
  warnCount(out, filmFrames.beyond, 'film-limit', `beyond ${LIMITS.films} had no frames taken`, 'films')
  warnCount(
    out,
    filmFrames.unavailable,
    FILM_UNAVAILABLE,
    'had no frames taken: ffmpeg is missing or not held here (inbetween doctor)',
    'films',
  )
  const filmed = films ? finder(opened, films, filmFrames) : () => undefined
  const drawn = recogniser ? finder(opened, recognising(recogniser), drawnTexts) : () => undefined
  const hashed = finder(opened, PICTURE_HASHES, pictureHashes)
  const told = new Set<string>()
  const names = new Map(filesToRead(visits, removed).map(({ sha256, name }) => [sha256, name]))
  for (const seen of seenFiles(visits)) {
    const { entry } = seen
    const why = removed.get(entry.sha256)
    const reading =
      why !== undefined
        ? { ...UNREAD, reason: `removed: ${why}` }
        : logs.has(entry.sha256)
          ? LOG
          : (cachedReading(opened, { sha256: entry.sha256, name: names.get(entry.sha256) ?? entry.path }) ?? UNREAD)
    const first = !told.has(entry.sha256)
    told.add(entry.sha256)
    addReading(
      out,
      {
        seen,
        path: entry.path,
        sha256: entry.sha256,
        bytes: entry.bytes,
        ...(entry.modifiedMs === undefined ? {} : { modifiedMs: entry.modifiedMs }),
        inside: [],
      },
      withFilmFrames(withPictureHashes(withDrawnText(reading, entry.sha256, drawn), entry.sha256, hashed), entry.sha256, filmed),
      first,
    )
  }
  return out
}

function finder<T extends { readonly warnings: readonly Warning[] }>(opened: CaseFolder, step: PictureStep<T>, { chosen }: ChosenPictures) {
  return (picture: string) => (chosen.has(picture) ? cachedExamination(opened, step, picture) : undefined)
}

function warnCount(
  out: { readonly warnings: (Warning & { path: string })[] },
  count: number,
  code: string,
  what: string,
  of: 'pictures' | 'films' = 'pictures',
): void {
  if (count > 0) out.warnings.push({ code, message: `${count} ${of} ${what}`, path: of })
}

const EMPTY = { passages: [], traces: [], children: [], warnings: [] }
const LOG: Reading = { format: 'access-log', status: 'read', ...EMPTY }
const UNREAD: Reading = { format: 'unknown', status: 'not-read', reason: 'not read yet: run inbetween analyze', ...EMPTY }

interface Position {
  readonly seen: Seen
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly modifiedMs?: number
  readonly inside: readonly string[]
}

function addReading(
  out: { exhibits: Exhibit[]; passages: Passage[]; traces: Trace[]; warnings: (Warning & { path: string })[] },
  at: Position,
  reading: Reading,
  tell: boolean,
): void {
  const { seen, path, inside } = at
  const blob = seen.entry.sha256
  const place = inside.length > 0 ? { sha256: blob, inside } : { sha256: blob }
  const id = contentId(seen.sourceId, path, blob, ...inside)
  const passages = settleOpenHan(
    reading.passages.map((passage): Passage => {
      const told = tellPassage(passage.text)
      return {
        ...passage,
        anchor: formatAnchor({ ...place, at: passage.at }),
        exhibitId: id,
        path,
        ...told,
        ...withPurpose(purposeOfText({ ...passage, ...told })),
      }
    }),
  )
  const members = reading.children.map((child) => child.path)
  const purpose = purposeOf({ path, format: reading.format, passages, members })
  const exhibit: Exhibit = {
    id,
    sourceId: seen.sourceId,
    path,
    sha256: at.sha256,
    blob,
    inside,
    bytes: at.bytes,
    format: reading.format,
    status: reading.status,
    ...(reading.reason === undefined ? {} : { reason: reading.reason }),
    ...(reading.drawnText === undefined ? {} : { drawnText: reading.drawnText }),
    ...(reading.filmFrames === undefined ? {} : { filmFrames: reading.filmFrames }),
    ...(at.modifiedMs === undefined ? {} : { modifiedMs: at.modifiedMs }),
    firstSeen: seen.firstSeen,
    lastSeen: seen.lastSeen,
    purpose,
  }
  out.exhibits.push(exhibit)
  if (tell) {
    for (const passage of passages) out.passages.push(passage)
    for (const trace of reading.traces) {
      out.traces.push({ ...trace, anchor: formatAnchor({ ...place, at: trace.at ?? { kind: 'whole' } }), exhibitId: id, path })
    }
    for (const warning of reading.warnings) out.warnings.push({ ...warning, path })
  }
  for (const child of reading.children) addReading(out, childPosition(at, child), child.reading, tell)
}

function withPurpose(purpose: Passage['purpose']): Pick<Passage, 'purpose'> {
  return purpose === undefined ? {} : { purpose }
}

function childPosition(at: Position, child: ReadChild): Position {
  return {
    seen: at.seen,
    path: `${at.path}!${child.path}`,
    sha256: child.sha256,
    bytes: child.bytes,
    // A local time without its zone is no instant: it stays out, and the reader's traces tell it.
    ...(child.modifiedMs === undefined || child.modifiedZone === 'local' ? {} : { modifiedMs: child.modifiedMs }),
    inside: [...at.inside, child.step],
  }
}
