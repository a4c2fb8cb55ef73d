import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { canonicalJson, sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { type Payload, readEntries } from '../evidence/index.ts'
import { declarationsOf, readDeclaration, readRegistrations, tableOf } from '../intake/index.ts'
import type { CaseConfig, Decision, Declaration, HashSet, MatchDecision, Registration, Warning } from '../model/index.ts'
import { builtInLists, type SanctionsList } from '../screen/index.ts'
import type { CaseFolder } from './case-folder.ts'
import { hashSetsOf } from './known.ts'
import { listsOfPayload } from './sealed-lists.ts'

/** A declaration file that a person brings, as configured or added. */
export type DeclarationFile = CaseConfig['declarations'][number]

/** What sealing a declaration did: the columns that were kept, and warnings of single rows. */
export interface SealedDeclaration {
  readonly sha256: string
  readonly rows: number
  readonly mapping: readonly { readonly column: string; readonly field: string | null }[]
  readonly warnings: readonly Warning[]
}

/**
 * Minimises a declaration and seals what is left: columns of pay, contact and birth never reach the evidence. A spreadsheet is taken as the table of its largest sheet, and what that leaves out is a warning.
 * Sealing the same bytes twice adds no entry.
 * @throws InbetweenError `IBT-NOT-FOUND`, `IBT-INPUT`.
 */
export async function sealDeclaration(opened: CaseFolder, file: DeclarationFile, place: string): Promise<SealedDeclaration> {
  const { bytes, warnings: leftOut } = await tableOf(bytesOf(place), basename(place))
  const meta = metaOf(file)
  if (file.kind === 'registrations') {
    const { registrations, warnings } = readRegistrations(bytes, meta)
    return { sha256: seal(opened, file, place, bytes, []), rows: registrations.length, mapping: [], warnings: [...leftOut, ...warnings] }
  }
  const { minimised, rows, mapping, warnings } = readDeclaration(file.kind, bytes, basename(place), meta)
  return { sha256: seal(opened, file, place, minimised, mapping), rows: rows.length, mapping, warnings: [...leftOut, ...warnings] }
}

/** Seals one statement given as text. */
export function sealStatement(opened: CaseFolder, words: string, meta: Omit<DeclarationFile, 'kind' | 'path'>): SealedDeclaration {
  const csv = Buffer.from(`text\n"${words.replaceAll('"', '""')}"\n`)
  const name = `statement-${sha256Hex(words).slice(0, 12)}.csv`
  const { minimised, rows, mapping, warnings } = readDeclaration('statement', csv, name, metaOf(meta))
  return {
    sha256: seal(opened, { kind: 'statement', path: name, ...meta }, name, minimised, mapping),
    rows: rows.length,
    mapping,
    warnings,
  }
}

/** Seals the declarations that inbetween.yaml names and the configuration itself, where they changed since they were sealed last. */
export async function sealConfigured(opened: CaseFolder): Promise<Warning[]> {
  const warnings: Warning[] = []
  for (const file of opened.config.declarations) {
    const sealed = await sealDeclaration(opened, file, resolve(opened.root, file.path))
    warnings.push(...sealed.warnings.map(({ code, message }) => ({ code, message: `${file.path}: ${message}` })))
  }
  const { sha256 } = opened.blobs.take(Buffer.from(opened.configText))
  const last = payloadsOf(opened, 'config').at(-1)
  if (last?.blob !== sha256) opened.append([{ kind: 'config', payload: { blob: sha256, name: 'inbetween.yaml' } }])
  return warnings
}

function seal(
  opened: CaseFolder,
  file: DeclarationFile,
  place: string,
  bytes: Uint8Array,
  mapping: readonly { column: string; field: string | null }[],
): string {
  const sha256 = sha256Hex(bytes)
  const payload: Payload = {
    declared: file.kind,
    name: basename(place),
    blob: sha256,
    dropped: mapping.filter(({ field }) => field === null).length,
    ...metaOf(file),
  }
  const isSealed = payloadsOf(opened, 'declaration').some((known) => canonicalJson(known) === canonicalJson(payload))
  if (!isSealed) {
    opened.blobs.take(bytes)
    opened.append([{ kind: 'declaration', payload }])
  }
  return sha256
}

/** Declarations, registrations, lists, sets of known files and decisions as they are sealed: the newest of each file name, in ledger order. */
export interface SealedInputs {
  readonly declarations: readonly Declaration[]
  readonly registrations: readonly Registration[]
  readonly lists: readonly SanctionsList[]
  readonly hashSets: readonly HashSet[]
  readonly decisions: readonly Decision[]
  readonly matchDecisions: readonly MatchDecision[]
  /** Reading keys of blobs whose reader was stopped by a clock or memory bound, with why. */
  readonly aborted: ReadonlyMap<string, string>
  /** Hashes of blobs that were removed on record → why. */
  readonly removed: ReadonlyMap<string, string>
  /** Hash over all of it. */
  readonly hash: string
}

/** Reads sealed inputs back from ledger and blobs; nothing outside the case is opened. */
export function sealedInputs(opened: CaseFolder): SealedInputs {
  const removed = new Map(payloadsOf(opened, 'removed').map((payload) => [String(payload.removed), String(payload.reason)]))
  const newest = new Map<string, Payload>()
  for (const payload of payloadsOf(opened, 'declaration')) newest.set(`${payload.declared}\0${payload.name}`, payload)
  const declarations: Declaration[] = []
  const registrations: Registration[] = []
  for (const payload of newest.values()) {
    if (removed.has(String(payload.blob))) continue
    const bytes = opened.blobs.read(String(payload.blob))
    if (payload.declared === 'registrations') registrations.push(...readRegistrations(bytes, metaOf(payload)).registrations)
    else declarations.push(...declarationsOf(bytes, payload.declared as Declaration['kind'], String(payload.blob), metaOf(payload)))
  }
  const brought = new Map<string, Payload>()
  for (const payload of payloadsOf(opened, 'list')) brought.set(String(payload.list), payload)
  const lists = [...builtInLists(), ...[...brought.values()].flatMap((payload) => listsOfPayload(opened, payload, removed))]
  const hashSets = hashSetsOf(payloadsOf(opened, 'hash-set').filter(({ blob }) => !removed.has(String(blob))))
  const decisions = payloadsOf(opened, 'decision') as unknown as Decision[]
  const matchDecisions = payloadsOf(opened, 'match-decision') as unknown as MatchDecision[]
  const aborted = new Map(payloadsOf(opened, 'reading-aborted').map(({ reading, why }) => [String(reading), String(why)]))
  const hash = sha256Hex(
    canonicalJson([[...newest.values()], [...brought.values()], hashSets, decisions, matchDecisions, [...aborted], [...removed]]),
  )
  return { declarations, registrations, lists, hashSets, decisions, matchDecisions, aborted, removed, hash }
}

/** Payloads of one kind, oldest first; withheld ones are left out. */
export function payloadsOf(opened: CaseFolder, kind: string): Payload[] {
  return readEntries(opened.paths).flatMap(({ entry, payload }) => (entry.kind === kind && payload ? [payload] : []))
}

function metaOf(from: Readonly<Record<string, unknown>> | DeclarationFile): { by?: string; on?: string; rating?: string; about?: string } {
  const meta: Record<string, string> = {}
  for (const key of ['by', 'on', 'rating', 'about']) {
    const value = (from as Readonly<Record<string, unknown>>)[key]
    if (typeof value === 'string') meta[key] = value
  }
  return meta
}

function bytesOf(place: string): Buffer {
  if (!existsSync(place) || !statSync(place).isFile()) {
    throw new InbetweenError('IBT-NOT-FOUND', 'no such declaration file', {
      place,
      hint: 'Correct its path in inbetween.yaml, or add it with: inbetween add',
    })
  }
  if (statSync(place).size > LIMITS.tableBytes)
    throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.tableBytes} bytes`, { place, hint: 'Split the table.' })
  return readFileSync(place)
}
