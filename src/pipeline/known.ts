import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { InbetweenError } from '../base/errors.ts'
import type { Payload } from '../evidence/index.ts'
import { markKnown } from '../identify/index.ts'
import type { Exhibit, HashSet, KnownFile, Warning } from '../model/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'
import { DIGEST_BYTES, type Digests, digestsOfBlobs } from './digests.ts'
import { holdsDigest } from './sorted-digests.ts'

/** The sets that are in force, in the order their names were first sealed: of each name, what was read from the newest file. */
export function hashSetsOf(payloads: readonly Payload[]): HashSet[] {
  const newest = new Map<string, HashSet[]>()
  for (const set of payloads as unknown as readonly HashSet[]) {
    if (!Object.hasOwn(DIGEST_BYTES, set.algorithm) || !/^[0-9a-f]{64}$/.test(set.blob)) continue
    const ofName = newest.get(set.name) ?? []
    const rest = ofName.filter(({ source, algorithm }) => source === set.source && algorithm !== set.algorithm)
    newest.set(set.name, [...rest, set])
  }
  return [...newest.values()].flat()
}

/**
 * The exhibits, marked where their bytes are in a set, and a warning for each set whose file had wrong rows. SHA-1 and MD5 are made of whole blobs only: a member
 * of an archive is looked up by its SHA-256.
 * @throws InbetweenError `IBT-INTEGRITY` when a sealed set is not there or is shorter than what was sealed.
 */
export function knownFilesOf(
  opened: CaseFolder,
  exhibits: readonly Exhibit[],
  sets: readonly HashSet[],
  progress: Progress,
): { readonly exhibits: readonly Exhibit[]; readonly warnings: readonly (Warning & { readonly path: string })[] } {
  if (sets.length === 0) return { exhibits, warnings: [] }
  const files: { readonly set: HashSet; readonly file: number }[] = []
  try {
    for (const set of sets) files.push({ set, file: openSet(opened, set) })
    const plain = [...new Set(exhibits.filter(({ inside }) => inside.length === 0).map(({ sha256 }) => sha256))]
    const digests = sets.every(({ algorithm }) => algorithm === 'sha256')
      ? new Map<string, Digests>()
      : digestsOfBlobs(opened, plain, progress)
    const answers = new Map<string, KnownFile | undefined>()
    const look = (sha256: string): KnownFile | undefined => {
      for (const { set, file } of files) {
        const digest = set.algorithm === 'sha256' ? sha256 : digests.get(sha256)?.[set.algorithm]
        if (digest !== undefined && holdsDigest(file, set.entries, Buffer.from(digest, 'hex'))) return { set: set.name, kind: set.kind }
      }
      return undefined
    }
    const marked = markKnown(exhibits, ({ sha256 }) => {
      if (!answers.has(sha256)) answers.set(sha256, look(sha256))
      return answers.get(sha256)
    })
    return { exhibits: marked, warnings: sets.flatMap(warningOf) }
  } finally {
    for (const { file } of files) closeSync(file)
  }
}

function openSet(opened: CaseFolder, { name, blob, entries, algorithm }: HashSet): number {
  const path = opened.blobs.pathOf(blob)
  if (!existsSync(path) || statSync(path).size !== entries * DIGEST_BYTES[algorithm])
    throw new InbetweenError('IBT-INTEGRITY', `the set of known files ${name} is not what was sealed`, {
      place: path,
      hint: 'Run inbetween verify.',
    })
  return openSync(path, 'r')
}

function warningOf({ name, skipped, source }: HashSet, index: number, sets: readonly HashSet[]): (Warning & { readonly path: string })[] {
  const isFirst = sets.findIndex((set) => set.name === name && set.source === source) === index
  return skipped > 0 && isFirst ? [{ code: 'hash-set-rows', message: `${skipped} rows of the file gave no digest`, path: name }] : []
}
