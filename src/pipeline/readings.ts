import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { canonicalJson, compareText, sha256Hex } from '../base/hash.ts'
import type { Reading } from '../model/index.ts'
import { abortedReading, readingKey } from '../read/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'
import { LOCAL } from './executors/index.ts'

/** Something to read: a blob and a name it lies under (the first in path order), which helps to tell formats. */
export interface ToRead {
  readonly sha256: string
  readonly name: string
  readonly bytes: number
}

/** The cached reading of a blob, or undefined when it was not read by these readers yet. */
export function cachedReading(opened: CaseFolder, file: Pick<ToRead, 'sha256' | 'name'>): Reading | undefined {
  return fromCache<Reading>(opened, keyOf(file))
}

/** What the cache holds under a key; what cannot be read there is thrown away. */
export function fromCache<T>(opened: CaseFolder, key: string): T | undefined {
  const path = cachePath(opened, key)
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(inflateRawSync(readFileSync(path)).toString('utf8')) as T
  } catch {
    rmSync(path, { force: true })
    return undefined
  }
}

/** Puts something made of evidence into the cache, at once or not at all. */
export function toCache(opened: CaseFolder, key: string, made: unknown): void {
  const path = cachePath(opened, key)
  mkdirSync(join(path, '..'), { recursive: true })
  const incoming = `${path}.${process.pid}`
  writeFileSync(incoming, deflateRawSync(canonicalJson(made)))
  renameSync(incoming, path)
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
  aborted: ReadonlyMap<string, string> = new Map(),
): Promise<number> {
  mkdirSync(opened.readingsPath, { recursive: true })
  for (const file of files) replay(opened, file, aborted)
  const wanted = files.filter((file) => !existsSync(cachePath(opened, keyOf(file)))).sort((a, b) => compareText(a.sha256, b.sha256))
  const queue = options.order ? shuffled(wanted, options.order) : wanted
  const executor = queue.length === 0 ? undefined : LOCAL.start(options.jobs)
  let done = 0
  let next = 0
  const work = async () => {
    for (let file = queue[next++]; file !== undefined; file = queue[next++]) {
      const reading = await executor?.read(opened.blobs.pathOf(file.sha256), file.name)
      if (reading) toCache(opened, keyOf(file), reading)
      progress('read', ++done, queue.length, file.name)
    }
  }
  try {
    await Promise.all(Array.from({ length: options.jobs }, work))
  } finally {
    await executor?.close()
  }
  sealAborted(opened, files, aborted)
  return done
}

/** Puts a reading that a bound stopped on an earlier run back into the cache, so that no machine's speed decides a row twice. */
function replay(opened: CaseFolder, file: ToRead, aborted: ReadonlyMap<string, string>): void {
  const key = keyOf(file)
  const why = aborted.get(key)
  if (why !== undefined && !existsSync(cachePath(opened, key))) toCache(opened, key, abortedReading(why))
}

/** Seals which readings a clock or memory bound stopped, in blob order. */
function sealAborted(opened: CaseFolder, files: readonly ToRead[], known: ReadonlyMap<string, string>): void {
  const entries = [...files]
    .sort((a, b) => compareText(a.sha256, b.sha256))
    .flatMap((file) => {
      const key = keyOf(file)
      const stopped = known.has(key) ? undefined : cachedReading(opened, file)?.warnings.find(({ code }) => code === 'reading-aborted')
      return stopped
        ? [
            {
              kind: 'reading-aborted',
              payload: { reading: key, blob: file.sha256, name: 'a file whose reading was stopped', why: stopped.message },
            },
          ]
        : []
    })
  if (entries.length > 0) opened.append(entries)
}

/** The files in the order that `order` gives their places; places beyond the list are left out, missing ones come last. */
function shuffled(files: readonly ToRead[], order: readonly number[]): ToRead[] {
  const chosen = order.flatMap((i) => files[i] ?? [])
  const taken = new Set(chosen)
  return [...chosen, ...files.filter((file) => !taken.has(file))]
}

/** The reading key of a blob under the first name it lies under: the end of a name helps to tell formats, so it is part of the key. */
function keyOf({ sha256, name }: Pick<ToRead, 'sha256' | 'name'>): string {
  const end = /\.[a-z0-9]{1,8}$/.exec(name.toLowerCase())?.[0] ?? ''
  return sha256Hex(`${readingKey(sha256)}|${end}`)
}

function cachePath(opened: CaseFolder, key: string): string {
  return join(opened.readingsPath, key.slice(0, 2), key)
}
