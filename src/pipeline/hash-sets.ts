import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { canonicalJson } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { HASH_SET_FORMATS, type HashSetFormat } from '../intake/index.ts'
import type { DigestAlgorithm, HashSet, KnownFile, Warning } from '../model/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'
import { DIGEST_BYTES, digestsOfFile } from './digests.ts'
import { hashSetsOf } from './known.ts'
import { payloadsOf } from './sealed-inputs.ts'
import { type DigestSorter, digestSorter } from './sorted-digests.ts'

const ALGORITHMS: ReadonlyMap<number, DigestAlgorithm> = new Map([
  [64, 'sha256'],
  [40, 'sha1'],
  [32, 'md5'],
])
const HEAD_BYTES = 64 * 1024
const FAULTS_NAMED = 5

/** What a person says of a file of digests. */
export interface HashSetMeta {
  readonly name: string
  /** Absent: what the format stands for, else `other`. */
  readonly kind?: KnownFile['kind']
  /** Date or version that the person states. */
  readonly version?: string
}

/** What sealing a file of digests gave: one set per algorithm, for each row's strongest digest counts. */
export interface SealedHashSets {
  readonly format: string
  readonly sets: readonly HashSet[]
  readonly warnings: readonly Warning[]
}

/**
 * Reads a file of digests of known files, sorts them in bounded memory and seals what is left: the digests and nothing else. Sealing the same file twice adds no
 * entry; another file under the same name takes the place of the first.
 * @throws InbetweenError `IBT-NOT-FOUND`, `IBT-INPUT` when the file is of no known format, holds no digest or changed while it was read.
 */
export function sealHashSet(opened: CaseFolder, path: string, meta: HashSetMeta, progress: Progress): SealedHashSets {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new InbetweenError('IBT-NOT-FOUND', 'no such file', { place: path, hint: 'Name a list of hashes or an NSRL database.' })
  const before = statSync(path)
  const head = headOf(path)
  const format = HASH_SET_FORMATS.find(({ recognises }) => recognises(head))
  if (!format) throw noDigests(path)
  const { sha256: source } = digestsOfFile(path, ['sha256'])
  const about = format.about(path, head)
  const version = meta.version ?? about.version ?? source.slice(0, 12)
  mkdirSync(opened.readingsPath, { recursive: true })
  const folder = mkdtempSync(join(opened.readingsPath, '..', 'hash-set-'))
  try {
    const { sorters, skipped, warnings } = digestsIn(format, path, head, folder, progress)
    const after = statSync(path)
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new InbetweenError('IBT-INPUT', 'the file changed while it was read', { place: path, hint: 'Run the command again.' })
    if (sorters.size === 0) throw noDigests(path)
    const sets = [...sorters].map(([algorithm, sorter]): HashSet => {
      const sorted = join(folder, `sorted-${algorithm}`)
      const entries = sorter.writeTo(sorted)
      const blob = opened.blobs.takeFile(sorted).sha256
      return { name: meta.name, kind: meta.kind ?? about.kind ?? 'other', algorithm, entries, blob, source, version, skipped }
    })
    const known = new Set(hashSetsOf(payloadsOf(opened, 'hash-set')).map((set) => canonicalJson(set)))
    if (sets.some((set) => !known.has(canonicalJson(set)))) opened.append(sets.map((set) => ({ kind: 'hash-set', payload: { ...set } })))
    return { format: format.name, sets, warnings }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every digest of a file in a sorter per algorithm, strongest algorithm first. */
function digestsIn(format: HashSetFormat, path: string, head: Uint8Array, folder: string, progress: Progress) {
  const found = new Map<DigestAlgorithm, DigestSorter>()
  const warnings: Warning[] = []
  const faults: number[] = []
  let rows = 0
  let skipped = 0
  for (const { line, digest } of format.rows(path, head)) {
    if (rows++ >= LIMITS.hashSetRows) {
      warnings.push({ code: 'hash-set-limit', message: `more than ${LIMITS.hashSetRows} rows: the rest is not read` })
      break
    }
    if (rows % 200_000 === 0) progress('hashes', rows, undefined, format.name)
    const algorithm = ALGORITHMS.get(digest?.length ?? 0)
    if (digest === undefined || algorithm === undefined) {
      if (++skipped <= FAULTS_NAMED) faults.push(line)
      continue
    }
    let sorter = found.get(algorithm)
    if (!sorter) {
      sorter = digestSorter(join(folder, algorithm), DIGEST_BYTES[algorithm])
      found.set(algorithm, sorter)
    }
    sorter.add(digest)
  }
  if (skipped > 0) warnings.push({ code: 'hash-set-rows', message: `${skipped} rows give no digest, first on line ${faults.join(', ')}` })
  const sorters = new Map(
    [...ALGORITHMS.values()].flatMap((algorithm) => {
      const sorter = found.get(algorithm)
      return sorter ? [[algorithm, sorter] as const] : []
    }),
  )
  return { sorters, skipped, warnings }
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    return head.subarray(0, readSync(file, head))
  } finally {
    closeSync(file)
  }
}

function noDigests(path: string): InbetweenError {
  return new InbetweenError('IBT-INPUT', 'no SHA-256, SHA-1 or MD5 stands where a list of known files has them', {
    place: path,
    hint: `Read are: ${HASH_SET_FORMATS.map(({ name }) => name).join(', ')}; docs/reference/formats.md says how each looks.`,
  })
}
