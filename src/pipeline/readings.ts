import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { canonicalJson, compareText } from '../base/hash.ts'
import type { Reading } from '../model/index.ts'
import { createReaderPool, readingKey } from '../read/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'

/** Something to read: a blob and a name it lies under (the first in path order), which helps to tell formats. */
export interface ToRead {
  readonly sha256: string
  readonly name: string
  readonly bytes: number
}

/** The cached reading of a blob, or undefined when it was not read by these readers yet. */
export function cachedReading(opened: CaseFolder, sha256: string): Reading | undefined {
  const path = cachePath(opened, readingKey(sha256))
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(inflateRawSync(readFileSync(path)).toString('utf8')) as Reading
  } catch {
    rmSync(path, { force: true })
    return undefined
  }
}

/**
 * Reads what is not in the cache yet, in sandboxed processes, and stores it by reading key; a killed run loses only the files under way.
 * The order of work does not matter to the result. A reading that was aborted by a bound is cached too, so that it is replayed and not tried for ever.
 */
export async function readAll(
  opened: CaseFolder,
  files: readonly ToRead[],
  progress: Progress,
  options: { jobs: number; order?: readonly number[] },
): Promise<number> {
  mkdirSync(opened.readingsPath, { recursive: true })
  const wanted = files
    .filter(({ sha256 }) => !existsSync(cachePath(opened, readingKey(sha256))))
    .sort((a, b) => compareText(a.sha256, b.sha256))
  const queue = options.order ? options.order.flatMap((i) => wanted[i] ?? []) : wanted
  if (queue.length === 0) return 0
  const pool = createReaderPool({ size: options.jobs })
  let done = 0
  let next = 0
  const work = async () => {
    for (let file = queue[next++]; file !== undefined; file = queue[next++]) {
      const reading = await pool.read(opened.blobs.pathOf(file.sha256), file.name)
      store(cachePath(opened, readingKey(file.sha256)), reading)
      progress('read', ++done, queue.length, file.name)
    }
  }
  try {
    await Promise.all(Array.from({ length: options.jobs }, work))
  } finally {
    await pool.close()
  }
  return done
}

function store(path: string, reading: Reading): void {
  mkdirSync(join(path, '..'), { recursive: true })
  const incoming = `${path}.${process.pid}`
  writeFileSync(incoming, deflateRawSync(canonicalJson(reading)))
  renameSync(incoming, path)
}

function cachePath(opened: CaseFolder, key: string): string {
  return join(opened.readingsPath, key.slice(0, 2), key)
}
