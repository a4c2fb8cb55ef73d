import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Effects } from '../base/effects.ts'
import { type ErrorCode, InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { isoInstant } from '../base/time.ts'
import type { ListVersion, Warning } from '../model/index.ts'
import { compareLists, type ListAddress, type ListChanges, readLists, type SanctionsList, shrunken } from '../screen/index.ts'
import { fetchListFile, listFileIn, listFilesIn } from './list-fetch.ts'
import { currentVersion, filesOfVersion, keepVersion, markCurrent, type StoredFile, versionId } from './list-store.ts'

/** What became of one list: `unchanged` by its publisher's word or bytes, `new`, `updated`, or `refused` with the code and reason. */
export interface ListUpdate {
  readonly name: string
  readonly outcome: 'unchanged' | 'new' | 'updated' | 'refused'
  readonly code?: ErrorCode
  readonly why?: string
  readonly lists: readonly ListVersion[]
  readonly changes: readonly ListChanges[]
  readonly warnings: readonly Warning[]
}

/** Where from and how strictly. */
export interface UpdateOptions {
  readonly home: string
  readonly effects: Effects
  /** A folder, or the start of URLs (`https://mirror.example/lists/`), that the files are taken from instead of their publisher. */
  readonly from?: string
  readonly acceptsShrunken?: boolean
}

/**
 * Fetches a list, reads it, and keeps it only when its files are whole, hold the list that was asked for, and did not lose more than a twentieth of its entries. Else the state before stays current.
 * Never throws for what a server does.
 */
export async function updateList(address: ListAddress, options: UpdateOptions): Promise<ListUpdate> {
  try {
    return await update(address, options)
  } catch (cause) {
    if (!(cause instanceof InbetweenError)) throw cause
    const held = currentVersion(options.home, address.name)
    const why = [cause.place, cause.message, cause.hint].filter((part) => part !== undefined).join(': ')
    return { name: address.name, outcome: 'refused', code: cause.code, why, lists: held?.version.lists ?? [], changes: [], warnings: [] }
  }
}

/** The files of an update and how they came; `instead` warns where a folder gave another set than the publisher's. */
interface Gathered {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly stored: readonly StoredFile[]
  readonly instead: readonly Warning[]
}

/** Files of a folder that does not have them under the publisher's names: told by their bytes. */
function fromFolder({ name, files: wanted }: ListAddress, from: string): Gathered {
  const files = listFilesIn(from, name)
  const stored = [...files].map(([file, bytes]) => ({
    file,
    url: `file ${file}`,
    headers: [],
    sha256: sha256Hex(bytes),
    bytes: bytes.length,
  }))
  const message = `${name}: taken from ${[...files.keys()].join(', ')}, and not from ${wanted.map(({ file }) => file).join(', ')}: what only those hold is not seen`
  return { files, stored, instead: [{ code: 'list-other-files', message }] }
}

async function gather(
  address: ListAddress,
  { effects, from }: UpdateOptions,
  held: ReturnType<typeof currentVersion>,
  heldFiles: ReadonlyMap<string, Uint8Array> | undefined,
): Promise<Gathered> {
  const { files: wanted, leadsTo } = address
  if (from !== undefined && !isUrl(from) && !wanted.every(({ file }) => existsSync(join(from, file)))) return fromFolder(address, from)
  const files = new Map<string, Uint8Array>()
  const stored: StoredFile[] = []
  for (const { file, url } of wanted) {
    const known = held?.version.files.find((each) => each.file === file)
    const place = from === undefined ? url : isUrl(from) ? new URL(file, from.endsWith('/') ? from : `${from}/`).href : from
    const got = from !== undefined && !isUrl(from) ? listFileIn(from, file) : await fetchListFile(place, known, leadsTo, effects)
    const bytes = got === 'unchanged' ? heldFiles?.get(file) : got.bytes
    if (bytes === undefined || (got === 'unchanged' && known === undefined))
      throw new InbetweenError('IBT-UNREACHABLE', 'answers that it is unchanged, although nothing is held', { place })
    files.set(file, bytes)
    if (got === 'unchanged' && known !== undefined) stored.push(known)
    else if (got !== 'unchanged') stored.push({ file, ...got.about, sha256: sha256Hex(bytes), bytes: bytes.length })
  }
  return { files, stored, instead: [] }
}

async function update(address: ListAddress, options: UpdateOptions): Promise<ListUpdate> {
  const { name } = address
  const { home, effects, from, acceptsShrunken } = options
  const held = currentVersion(home, name)
  const heldFiles = held === undefined ? undefined : filesOfVersion(home, held.version)
  const { files, stored, instead } = await gather(address, options, held, heldFiles)
  const now = isoInstant(effects.now())
  const id = versionId(stored)
  if (held?.version.id === id) {
    // A folder says nothing of what the publisher has: only who was asked was checked.
    markCurrent(home, name, id, isFolder(from) ? held.checkedAt : now)
    return { name, outcome: 'unchanged', lists: held.version.lists, changes: [], warnings: [] }
  }
  const { readings, warnings } = readLists(files)
  const reading = readings.find((each) => each.name === name)
  if (!reading || reading.lists.every(({ entities }) => entities === 0))
    throw new InbetweenError('IBT-LISTS', 'what came is not this list', {
      place: name,
      hint: warnings[0]?.message ?? 'The state before stays in use.',
    })
  if (!reading.isWhole || reading.files.size !== files.size)
    throw new InbetweenError('IBT-LISTS', 'what came is cut', {
      place: name,
      hint: reading.warnings.at(-1)?.message ?? 'The state before stays in use; run the command again.',
    })
  const changes = compareLists(heldFiles === undefined ? [] : listsIn(heldFiles, name), reading.lists)
  const lost = shrunken(changes)
  if (lost.length > 0 && acceptsShrunken !== true)
    throw new InbetweenError(
      'IBT-LISTS',
      lost.map(({ list, before, after }) => `${list} shrank from ${before} to ${after} entries`).join('; '),
      {
        place: name,
        hint: 'Look at the publisher’s page; with --accept-shrunken it is taken all the same. The state before stays in use.',
      },
    )
  const lists = reading.lists.map(({ entries: _, ...version }) => version)
  keepVersion(home, { id, name, format: reading.format, fetchedAt: now, files: stored, lists }, files, isFolder(from) ? undefined : now)
  return { name, outcome: held === undefined ? 'new' : 'updated', lists, changes, warnings: [...instead, ...warnings] }
}

/** Whether `--from` names a place on a network; anything else is a folder. */
export function isUrl(from: string): boolean {
  return /^https?:\/\//i.test(from) && URL.canParse(from)
}

function isFolder(from: string | undefined): boolean {
  return from !== undefined && !isUrl(from)
}

function listsIn(files: ReadonlyMap<string, Uint8Array>, name: string): readonly SanctionsList[] {
  return readLists(files).readings.find((each) => each.name === name)?.lists ?? []
}
