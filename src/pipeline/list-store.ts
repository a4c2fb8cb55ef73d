import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { canonicalJson, sha256Hex } from '../base/hash.ts'
import type { ListVersion } from '../model/index.ts'

/** A file of a stored list: what it was asked of and what was said about it. */
export interface StoredFile {
  readonly file: string
  readonly url: string
  readonly sha256: string
  readonly bytes: number
  readonly etag?: string
  readonly lastModified?: string
  /** Header names and values of the answer in the order received. */
  readonly headers: readonly (readonly [string, string])[]
}

/** One state of a list in the store outside cases. */
export interface StoredVersion {
  /** First 12 digits of the hash over its files. */
  readonly id: string
  readonly name: string
  readonly format: string
  /** ISO instant at which its newest file was fetched. */
  readonly fetchedAt: string
  readonly files: readonly StoredFile[]
  readonly lists: readonly ListVersion[]
}

/** The folder that keeps fetched lists for every case of a user: in `XDG_CACHE_HOME`, else in `.cache` of the home. */
export function listHome(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'inbetween', 'lists')
}

/** Id of a state, from the hashes of its files. */
export function versionId(files: readonly Pick<StoredFile, 'file' | 'sha256'>[]): string {
  return sha256Hex(canonicalJson(files.map(({ file, sha256 }) => [file, sha256]))).slice(0, 12)
}

/** Names that have a stored state. */
export function storedNames(home: string): string[] {
  if (!existsSync(home)) return []
  return readdirSync(home, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() && isPlain(entry.name) && existsSync(join(home, entry.name, 'current')) ? [entry.name] : []))
    .sort()
}

/** The states of a list, newest first by the instant of fetching. */
export function storedVersions(home: string, name: string): StoredVersion[] {
  const folder = join(home, name)
  if (!isPlain(name) || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((id) => /^[0-9a-f]{12}$/.test(id) && existsSync(join(folder, id, 'meta.json')))
    .map((id) => metaOf(join(folder, id, 'meta.json')))
    .sort((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : -1))
}

/** The state that is used now, and when its publisher was last asked (ISO instant; undefined where it came from a folder); undefined when none is stored. */
export function currentVersion(
  home: string,
  name: string,
): { readonly version: StoredVersion; readonly checkedAt: string | undefined } | undefined {
  const path = join(home, name, 'current')
  if (!isPlain(name) || !existsSync(path)) return undefined
  const [id = '', checkedAt = ''] = readFileSync(path, 'utf8').trim().split(' ')
  const version = storedVersions(home, name).find((stored) => stored.id === id)
  return version && { version, checkedAt: checkedAt === '' ? undefined : checkedAt }
}

/**
 * The bytes of a stored state, each compared with its hash.
 * @throws InbetweenError `IBT-LISTS` when a file is gone or was changed.
 */
export function filesOfVersion(home: string, version: StoredVersion): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const { file, sha256 } of version.files) {
    const path = join(home, version.name, version.id, file)
    const bytes = isPlain(file) && existsSync(path) ? readFileSync(path) : undefined
    if (bytes === undefined || sha256Hex(bytes) !== sha256)
      throw new InbetweenError('IBT-LISTS', 'a stored list is not the one that was fetched', {
        place: path,
        hint: `Fetch it anew: inbetween lists update ${version.name}`,
      })
    files.set(file, bytes)
  }
  return files
}

/** Keeps a state and makes it the current one. Everything is written under another name and renamed, so that a kill leaves the state before. */
export function keepVersion(
  home: string,
  version: StoredVersion,
  files: ReadonlyMap<string, Uint8Array>,
  checkedAt: string | undefined,
): void {
  if (![version.name, ...files.keys()].every(isPlain)) throw new InbetweenError('IBT-INPUT', 'a list or file name that is no plain name')
  const folder = join(home, version.name)
  const made = join(folder, `.incoming-${process.pid}`)
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { recursive: true })
  for (const [file, bytes] of files) writeFileSync(join(made, file), bytes, { flush: true })
  writeFileSync(join(made, 'meta.json'), `${JSON.stringify(version, undefined, 2)}\n`, { flush: true })
  const kept = join(folder, version.id)
  const old = join(folder, `.old-${process.pid}`)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(kept)) renameSync(kept, old)
  renameSync(made, kept)
  rmSync(old, { recursive: true, force: true })
  markCurrent(home, version.name, version.id, checkedAt)
}

/** Says which state is current, and when its publisher was last asked, where it was. */
export function markCurrent(home: string, name: string, id: string, checkedAt: string | undefined): void {
  const path = join(home, name, 'current')
  writeFileSync(`${path}.${process.pid}`, `${checkedAt === undefined ? id : `${id} ${checkedAt}`}\n`, { flush: true })
  renameSync(`${path}.${process.pid}`, path)
}

/** A name that stays inside its folder. */
function isPlain(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)
}

function metaOf(path: string): StoredVersion {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as StoredVersion
  } catch (cause) {
    throw new InbetweenError('IBT-LISTS', 'the description of a stored list cannot be read', {
      place: path,
      hint: 'Remove its folder and run inbetween lists update.',
      cause,
    })
  }
}
