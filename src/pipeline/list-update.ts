import type { Effects } from '../base/effects.ts'
import { type ErrorCode, InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { isoInstant } from '../base/time.ts'
import type { ListVersion, Warning } from '../model/index.ts'
import { compareLists, type ListAddress, type ListChanges, readLists, type SanctionsList, shrunken } from '../screen/index.ts'
import { fetchListFile, listFileIn } from './list-fetch.ts'
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

async function update(
  { name, files: wanted, leadsTo }: ListAddress,
  { home, effects, from, acceptsShrunken }: UpdateOptions,
): Promise<ListUpdate> {
  const held = currentVersion(home, name)
  const heldFiles = held === undefined ? undefined : filesOfVersion(home, held.version)
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
  const now = isoInstant(effects.now())
  const id = versionId(stored)
  if (held?.version.id === id) {
    markCurrent(home, name, id, now)
    return { name, outcome: 'unchanged', lists: held.version.lists, changes: [], warnings: [] }
  }
  const { readings, warnings } = readLists(files)
  const reading = readings.find((each) => each.name === name)
  if (!reading || reading.lists.every(({ entities }) => entities === 0))
    throw new InbetweenError('IBT-LISTS', 'what came is not this list', {
      place: name,
      hint: warnings[0]?.message ?? 'The state before stays in use.',
    })
  if (!reading.isWhole || reading.files.size !== wanted.length)
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
  keepVersion(home, { id, name, format: reading.format, fetchedAt: now, files: stored, lists }, files, now)
  return { name, outcome: held === undefined ? 'new' : 'updated', lists, changes, warnings }
}

/** Whether `--from` names a place on a network; anything else is a folder. */
export function isUrl(from: string): boolean {
  return /^https?:\/\//i.test(from) && URL.canParse(from)
}

function listsIn(files: ReadonlyMap<string, Uint8Array>, name: string): readonly SanctionsList[] {
  return readLists(files).readings.find((each) => each.name === name)?.lists ?? []
}
