import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, compareText, sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { PACKED_VERSION, type ReadLists, readPackedLists, type SanctionsList, writePackedLists } from '../screen/index.ts'

/** The folder of packed lists: in `XDG_CACHE_HOME`, else in `.cache` of the home. What lies there is derived, and made anew where it is missing. */
function packedHome(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'inbetween', 'packed')
}

/** The file that keeps lists packed. `from` is what decides what they are: hashes of their files, options. */
function placeOf(from: unknown): string {
  return join(packedHome(), `${sha256Hex(canonicalJson([PACKED_VERSION, from])).slice(0, 32)}.lists`)
}

/** Lists by their packed file; undefined where none is kept, and where it is broken or of another version: then {@link packLists} makes it anew. */
export function packedLists(from: unknown): ReadLists | undefined {
  return packedAt(placeOf(from))
}

/** Keeps lists packed for {@link packedLists} when they have {@link LIMITS.packedFrom} names or more, and gives them as that file has them. Where none can be written, nothing is lost but time. */
export function packLists(from: unknown, lists: ReadLists): ReadLists {
  if (lists.lists.reduce((sum, list) => sum + namesOf(list), 0) < LIMITS.packedFrom) return lists
  try {
    const bytes = writePackedLists(lists)
    keep(placeOf(from), bytes)
    return readPackedLists(bytes) ?? lists
  } catch {
    return lists
  }
}

function packedAt(path: string): ReadLists | undefined {
  try {
    if (!existsSync(path) || statSync(path).size > LIMITS.packedBytes) return undefined
    const lists = readPackedLists(readFileSync(path))
    const now = new Date()
    if (lists) utimesSync(path, now, now)
    return lists
  } catch {
    return undefined
  }
}

function namesOf({ entries }: SanctionsList): number {
  return entries.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0)
}

/** Written under another name and renamed, so that nobody reads half a file; only its owner may write or read it. The files used longest ago go. */
function keep(path: string, bytes: Uint8Array): void {
  if (bytes.length > LIMITS.packedBytes) return
  const home = packedHome()
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const made = `${path}.${process.pid}`
  try {
    writeFileSync(made, bytes, { mode: 0o600 })
    renameSync(made, path)
  } finally {
    rmSync(made, { force: true })
  }
  const files = readdirSync(home)
    .filter((name) => /^[0-9a-f]{32}\.lists$/.test(name))
    .map((name) => ({ name, at: statSync(join(home, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.at - a.at || compareText(a.name, b.name))
  for (const { name } of files.slice(LIMITS.packedFiles)) rmSync(join(home, name), { force: true })
}
