import { canonicalJson, sha256Hex } from '../base/hash.ts'
import type { Passage } from '../model/index.ts'
import { READ_VERSION } from '../read/index.ts'
import { type CaseStore, openStore, type RecordKind } from '../store/index.ts'
import { type CaseFolder, TOOL_VERSION } from './case-folder.ts'
import { batchesOfCase, type Progress, sealedVisits } from './collect.ts'
import { type Material, materialOf, seenFiles } from './exhibits.ts'
import { readAll } from './readings.ts'

/** How to analyse: reader processes, and an order of work for tests of determinism. */
export interface AnalyzeOptions {
  readonly jobs: number
  readonly order?: readonly number[]
}

/** Opens the case's derived database. */
export function storeOf(opened: CaseFolder): CaseStore {
  return openStore(opened.databasePath, (text) => text.toLowerCase())
}

/**
 * Derives everything from ledger, evidence and inbetween.yaml. Readings come from the cache; when nothing that the rows are made of changed
 * since the last run, nothing is written. Killed at any moment, the next run gives the same rows.
 */
export async function analyze(
  opened: CaseFolder,
  progress: Progress,
  options: AnalyzeOptions,
): Promise<{ readonly changed: boolean; readonly read: number }> {
  const visits = sealedVisits(opened)
  const files = new Map(
    seenFiles(visits).map(({ entry }) => [entry.sha256, { sha256: entry.sha256, name: entry.path, bytes: entry.bytes }]),
  )
  const read = await readAll(opened, [...files.values()], progress, options)
  const inputs = sha256Hex(
    canonicalJson({ tool: TOOL_VERSION, readers: READ_VERSION, config: opened.configText, visits: visits.map(({ visit }) => visit.id) }),
  )
  const store = storeOf(opened)
  try {
    if (store.stamp('inputs') === inputs) return { changed: false, read }
    progress('derive', 0, undefined, 'exhibits, passages, traces')
    const material = materialOf(opened, visits, new Set())
    store.replace(rowsOf(material, batchesOfCase(visits), visits), { inputs })
    opened.append([
      { kind: 'analysis', payload: { inputs, tool: TOOL_VERSION, config: sha256Hex(opened.configText), rows: store.digest() } },
    ])
    return { changed: true, read }
  } finally {
    store.close()
  }
}

/** Throws the database away, derives it again and says whether the rows are the same. */
export async function rebuild(
  opened: CaseFolder,
  progress: Progress,
  options: AnalyzeOptions,
): Promise<{ readonly before: string; readonly after: string }> {
  const old = storeOf(opened)
  const before = old.digest()
  old.replace(new Map(), { inputs: '' })
  old.close()
  await analyze(opened, progress, options)
  const made = storeOf(opened)
  const after = made.digest()
  made.close()
  return { before, after }
}

function rowsOf(
  material: Material,
  batches: ReturnType<typeof batchesOfCase>,
  visits: ReturnType<typeof sealedVisits>,
): Map<RecordKind, readonly (readonly [string, unknown])[]> {
  const numbered = <T>(records: readonly T[]) => records.map((record, n) => [String(n).padStart(8, '0'), record] as const)
  return new Map<RecordKind, readonly (readonly [string, unknown])[]>([
    ['visit', numbered(visits.map(({ visit }) => visit))],
    ['batch', numbered(batches)],
    ['exhibit', material.exhibits.map((exhibit) => [exhibit.id, exhibit] as const)],
    ['passage', passageRows(material.passages)],
    ['trace', numbered(material.traces)],
    ['warning', numbered(material.warnings)],
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
