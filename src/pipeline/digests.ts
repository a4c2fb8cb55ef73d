import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { DigestAlgorithm } from '../model/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'

const CHUNK_BYTES = 1 << 20

/** Bytes of a digest by algorithm. */
export const DIGEST_BYTES: Readonly<Record<DigestAlgorithm, number>> = { sha256: 32, sha1: 20, md5: 16 }

/** Digests of a blob by algorithm, lower-case hex. */
export type Digests = Readonly<Record<DigestAlgorithm, string>>

/** Digests of a file's bytes in one pass, in bounded memory. */
export function digestsOfFile<T extends DigestAlgorithm>(path: string, algorithms: readonly T[]): Readonly<Record<T, string>> {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const)
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk))
      for (const [, hash] of hashes) hash.update(chunk.subarray(0, bytes))
  } finally {
    closeSync(file)
  }
  return Object.fromEntries(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')])) as Record<T, string>
}

/**
 * SHA-1 and MD5 of blobs, which sets of known files may be made of. Each blob is read once in the life of a case: a line per blob in the cache, added as it is
 * hashed, so that a killed run loses at most one. A line that a crash tore is passed over.
 */
export function digestsOfBlobs(opened: CaseFolder, blobs: readonly string[], progress: Progress): ReadonlyMap<string, Digests> {
  const folder = join(opened.readingsPath, '..')
  const path = join(folder, 'digests')
  const known = new Map<string, Digests>()
  for (const line of existsSync(path) ? readFileSync(path, 'latin1').split('\n') : []) {
    const [, sha256 = '', sha1 = '', md5 = ''] = /^([0-9a-f]{64}) ([0-9a-f]{40}) ([0-9a-f]{32})$/.exec(line) ?? []
    if (sha256 !== '') known.set(sha256, { sha256, sha1, md5 })
  }
  mkdirSync(folder, { recursive: true })
  const wanted = blobs.filter((sha256) => !known.has(sha256) && opened.blobs.has(sha256))
  for (const [index, sha256] of wanted.entries()) {
    if (index % 200 === 0) progress('known', index, wanted.length, 'SHA-1 and MD5')
    const { sha1, md5 } = digestsOfFile(opened.blobs.pathOf(sha256), ['sha1', 'md5'])
    appendFileSync(path, `${index === 0 ? '\n' : ''}${sha256} ${sha1} ${md5}\n`)
    known.set(sha256, { sha256, sha1, md5 })
  }
  return known
}
