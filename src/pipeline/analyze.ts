import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, sha256Hex } from '../base/hash.ts'
import { holdLock } from '../evidence/index.ts'
import { packsHash } from '../indicators/index.ts'
import { foldForSearch } from '../language/index.ts'
import type { Passage, Warning } from '../model/index.ts'
import { PICTURE_ENGINE, SYSTEM_ENGINE } from '../read/index.ts'
import { type CaseStore, openStore, type RecordKind } from '../store/index.ts'
import { type CaseFolder, TOOL_VERSION } from './case-folder.ts'
import type { Progress } from './collect.ts'
import { recogniserOf } from './drawn-texts.ts'
import { filmDecoding } from './film-frames.ts'
import { payloadsOf, sealConfigured, sealedInputs } from './sealed-inputs.ts'
import { STAGES } from './stages.ts'
import { sealedVisits } from './visits.ts'
import { type AnalyzeOptions, emptyWork, recordsOf, type Work } from './work.ts'

/** Opens the case's derived database. */
export function storeOf(opened: CaseFolder): CaseStore {
  return openStore(opened.databasePath, foldForSearch)
}

/** What an analysis did: whether rows were written anew, and what went wrong with single rows of declarations. */
export interface Analyzed {
  readonly changed: boolean
  readonly warnings: readonly Warning[]
}

/**
 * Derives everything from ledger, evidence and inbetween.yaml. Readings come from the cache; when nothing that the rows are made of changed
 * since the last run, nothing is written. Killed at any moment, the next run gives the same rows. One analysis at a time; readers never wait.
 * @throws InbetweenError `IBT-LOCKED` when another process analyses the case, and what {@link sealConfigured} throws.
 */
export async function analyze(opened: CaseFolder, progress: Progress, options: AnalyzeOptions): Promise<Analyzed> {
  const release = holdLock(join(opened.readingsPath, '..', 'lease.sqlite'), 'another process analyses this case')
  try {
    return await analyzeHolding(opened, progress, options)
  } finally {
    release()
  }
}

async function analyzeHolding(opened: CaseFolder, progress: Progress, options: AnalyzeOptions): Promise<Analyzed> {
  const warnings = await sealConfigured(opened)
  const visits = sealedVisits(opened)
  const sealed = sealedInputs(opened)
  const last = payloadsOf(opened, 'analysis').at(-1)
  // A case that was once analysed with it goes on so: a decision, a watch or a check anew must not take rows away.
  const recogniser = recogniserOf(options.ocr, ocrEngine(last))
  const films = (options.frames ?? last?.frames !== undefined) ? filmDecoding(framesVersion(last)) : undefined
  const engines = {
    pictures: PICTURE_ENGINE,
    ...(recogniser ? { ocr: recogniser.engine } : {}),
    ...(films ? { frames: films.version } : {}),
  }
  const inputs = sha256Hex(
    canonicalJson({
      tool: TOOL_VERSION,
      stages: STAGES.map(({ name, version }) => [name, version]),
      config: opened.configText,
      visits: visits.map(({ visit }) => visit.id),
      sealed: sealed.hash,
      ...engines,
    }),
  )
  const store = storeOf(opened)
  try {
    if (store.stamp('inputs') === inputs) return { changed: false, warnings }
    const work = emptyWork(opened, visits, sealed, progress, options, films, recogniser)
    for (const stage of STAGES) {
      progress(stage.name, 0, undefined, stage.summary)
      await stage.run(work)
    }
    progress('write', 0, undefined, 'rows')
    store.replace(rowsOf(work), { inputs, config: sha256Hex(opened.configText) })
    const entry = {
      inputs,
      tool: TOOL_VERSION,
      config: sha256Hex(opened.configText),
      rules: packsHash(),
      lists: sealed.lists.map(({ name, version }) => ({ name, version })),
      rows: store.digest(),
      ...engines,
    }
    if (canonicalJson(last ?? null) !== canonicalJson(entry)) opened.append([{ kind: 'analysis', payload: entry }])
    return { changed: true, warnings }
  } finally {
    store.close()
  }
}

/**
 * Throws the database away, derives it again and gives both digests: equal rows, equal digest. `comparable` is false when inbetween.yaml,
 * declarations, lists or the tool changed in between: then a difference says nothing about the evidence.
 */
export async function rebuild(
  opened: CaseFolder,
  progress: Progress,
  options: AnalyzeOptions,
): Promise<{ readonly before: string; readonly after: string; readonly rows: number; readonly comparable: boolean }> {
  const old = storeOf(opened)
  const before = old.digest()
  const inputs = old.stamp('inputs')
  old.replace(new Map(), { inputs: '' })
  old.close()
  await analyze(opened, progress, options)
  const made = storeOf(opened)
  try {
    return { before, after: made.digest(), rows: made.total(), comparable: made.stamp('inputs') === inputs }
  } finally {
    made.close()
  }
}

/** What deriving a case anew, apart from its database, gave against the rows that the last analysis sealed. */
export interface Rederived {
  readonly same: boolean
  /** False when the last analysis was made by another tool version or from another inbetween.yaml; then the rows cannot be compared. */
  readonly comparable: boolean
  readonly rows: number
  readonly why: string
}

/** Derives a case into a temporary folder, without its key and without touching it, and compares with what the last analysis sealed. */
export async function rederive(opened: CaseFolder, progress: Progress, options: AnalyzeOptions): Promise<Rederived> {
  const last = payloadsOf(opened, 'analysis').at(-1)
  if (!last) return { same: false, comparable: false, rows: 0, why: 'the ledger holds no analysis' }
  if (last.tool !== TOOL_VERSION)
    return { same: false, comparable: false, rows: 0, why: `not comparable: ${String(last.tool)} → ${TOOL_VERSION}` }
  if (last.config !== sha256Hex(opened.configText))
    return { same: false, comparable: false, rows: 0, why: 'inbetween.yaml changed since the last analysis' }
  const frames = framesVersion(last)
  const { ffmpeg, version } = filmDecoding(undefined)
  // Derived apart from the cache of the case, frames are taken anew.
  if (frames !== undefined && frames !== 'none' && frames !== version)
    return {
      same: false,
      comparable: false,
      rows: 0,
      why: `not comparable: frames by ${frames}, here ${'why' in ffmpeg ? ffmpeg.why : version}`,
    }
  const ocr = ocrEngine(last)
  const engine = recogniserOf(undefined, ocr)
  if (ocr?.startsWith(SYSTEM_ENGINE) && (ocr !== engine?.engine || (engine.system && 'why' in engine.system)))
    return { same: false, comparable: false, rows: 0, why: `not comparable: characters recognised by ${ocr}, which is not here` }
  const folder = mkdtempSync(join(tmpdir(), 'inbetween-rederive-'))
  try {
    const apart: CaseFolder = {
      ...opened,
      databasePath: join(folder, 'case.sqlite'),
      readingsPath: join(folder, 'cache', 'readings'),
      append: () => ({ count: 0, hash: '' }),
    }
    await analyze(apart, progress, options)
    const store = storeOf(apart)
    const digest = store.digest()
    const rows = store.total()
    store.close()
    const same = digest === last.rows
    return { same, comparable: true, rows, why: same ? 'the same rows' : 'the rows differ from those that were sealed' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The recogniser that an analysis was sealed with. */
function ocrEngine(analysis: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return typeof analysis?.ocr === 'string' ? analysis.ocr : undefined
}

/** The version of ffmpeg that an analysis was sealed with. */
function framesVersion(analysis: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return typeof analysis?.frames === 'string' ? analysis.frames : undefined
}

/** All rows of a case, kind by kind. Kinds whose records have no id of their own are numbered in their fixed order. */
function rowsOf(work: Work): Map<RecordKind, readonly (readonly [string, unknown])[]> {
  const records = recordsOf(work)
  const numbered = <T>(of: readonly T[]) => of.map((record, n) => [String(n).padStart(8, '0'), record] as const)
  const byId = <T extends { readonly id: string }>(of: readonly T[]) => of.map((record) => [record.id, record] as const)
  return new Map<RecordKind, readonly (readonly [string, unknown])[]>([
    ['source', byId(records.sources)],
    ['batch', numbered(records.batches)],
    ['exhibit', byId(records.exhibits)],
    ['passage', passageRows(records.passages)],
    ['trace', numbered(records.traces)],
    ['warning', numbered(records.warnings)],
    ['link', byId(records.links)],
    ['pair', byId(records.pairs)],
    ['production', byId(records.productions)],
    ['party', byId(records.parties)],
    ['mention', byId(records.mentions)],
    ['match', numbered(records.matches)],
    ['near', numbered(records.near)],
    ['dismissed', numbered(records.dismissed)],
    ['ownership', byId(records.ownership)],
    ['list', numbered(records.lists)],
    ['hash-set', numbered(records.hashSets)],
    ['declaration', numbered(records.declarations)],
    ['registration', numbered(records.registrations)],
    ['session', numbered(records.sessions)],
    ['decision', numbered(records.decisions)],
    ['finding', byId(work.findings)],
    ['outcome', numbered(work.outcomes)],
    [
      'single',
      [
        ['access', records.access],
        ['assessment', work.assessment],
        ['chain', work.chain],
        ['orthography', records.orthography],
        ['originRegistrations', records.originRegistrations],
      ],
    ],
  ])
}

/** An anchor can hold several passages (runs of one line); later ones get a number. */
function passageRows(passages: readonly Passage[]): (readonly [string, Passage])[] {
  const seen = new Map<string, number>()
  return passages.map((passage) => {
    const nth = (seen.get(passage.anchor) ?? 0) + 1
    seen.set(passage.anchor, nth)
    return [nth === 1 ? passage.anchor : `${passage.anchor}~${nth}`, passage] as const
  })
}
