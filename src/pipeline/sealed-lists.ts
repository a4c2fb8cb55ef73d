import { InbetweenError } from '../base/errors.ts'
import { canonicalJson } from '../base/hash.ts'
import { type Payload, readEntries } from '../evidence/index.ts'
import type { Warning } from '../model/index.ts'
import { type FormatReading, type ListOptions, readLists, refuseOwnName, type SanctionsList } from '../screen/index.ts'
import type { CaseFolder } from './case-folder.ts'
import { packedLists, packLists } from './packed-store.ts'

/**
 * Seals the files of lists that a person brings, one ledger entry per format; a newer state of a list takes the place of the older one in the next analysis. Files of no known format are not sealed.
 * @throws InbetweenError `IBT-INPUT` when no file is a list, or a list of one's own would take the place of another list, or change its kind.
 */
export function sealLists(
  opened: CaseFolder,
  files: ReadonlyMap<string, Uint8Array>,
  options: ListOptions = {},
): { readonly readings: readonly FormatReading[]; readonly warnings: readonly Warning[] } {
  const read = readLists(files, options)
  const full = read.readings.filter(({ lists }) => lists.some(({ entities }) => entities > 0))
  if (full.length === 0)
    throw new InbetweenError('IBT-INPUT', `no list is found in ${[...files.keys()].slice(0, 5).join(', ') || 'an empty folder'}`, {
      hint: read.warnings[0]?.message ?? 'See docs/screening.md for the formats that are read.',
    })
  const sealed = readEntries(opened.paths).flatMap(({ entry, payload }) => (entry.kind === 'list' && payload ? [payload] : []))
  const removed = removedBlobs(opened)
  for (const reading of full) {
    refuseOwnName(reading)
    const before = sealed.findLast(({ list, blobs }) => list === reading.name && !blobsOf(blobs).some(({ sha256 }) => removed.has(sha256)))
    if (before) refuseAnother(before, reading.format, options)
  }
  for (const { name, format, lists, files: used } of full) {
    const blobs = [...used].map(([file, bytes]) => ({ name: file, sha256: opened.blobs.take(bytes).sha256 }))
    const version = lists.map((list) => list.version).find(() => true) ?? ''
    const payload: Payload = { list: name, format, version, blobs, options: { ...options } }
    if (!sealed.some((known) => canonicalJson(known) === canonicalJson(payload))) opened.append([{ kind: 'list', payload }])
  }
  return { ...read, readings: full }
}

/** A newer state takes an older one's place only where it is the same list: formats of a publisher may change, a list of one's own stays one, and of its kind. */
function refuseAnother(before: Payload, format: string, options: ListOptions): void {
  const isOwn = [before.format, format].map((each) => each === OWN)
  const kinds = [(before.options ?? {}) as ListOptions, options].map(({ kind }) => kind ?? 'other')
  const [was, is] = isOwn[0] === isOwn[1] ? kinds : [String(before.format), format]
  if (was === is || (isOwn[0] === isOwn[1] && !isOwn[0])) return
  throw new InbetweenError(
    'IBT-INPUT',
    `the case holds a list “${String(before.list)}” already, and it is another one: ${was}, not ${is}`,
    {
      hint: 'Name the new list otherwise with --name, or bring it as what it was.',
    },
  )
}

/** The format of lists of one's own. */
const OWN = 'own-table'

function blobsOf(blobs: unknown): readonly { readonly name: string; readonly sha256: string }[] {
  return blobs as readonly { readonly name: string; readonly sha256: string }[]
}

function removedBlobs(opened: CaseFolder): ReadonlySet<string> {
  return new Set(readEntries(opened.paths).flatMap(({ entry, payload }) => (entry.kind === 'removed' ? [String(payload?.removed)] : [])))
}

/** The lists of a sealed entry, read again from its blobs; none when one of them was removed. */
export function listsOfPayload(opened: CaseFolder, payload: Payload, removed: ReadonlyMap<string, string>): readonly SanctionsList[] {
  const blobs = blobsOf(payload.blobs)
  if (blobs.some(({ sha256 }) => removed.has(sha256))) return []
  const files = new Map(blobs.map(({ name, sha256 }) => [name, opened.blobs.read(sha256)] as const))
  const given = (payload.options ?? {}) as ListOptions
  const from = ['sealed', blobs.map(({ name, sha256 }) => [name, sha256]), { ...given }]
  // What was sealed as one list of one's own stays one, of however many tables.
  const options = payload.format === OWN && given.name === undefined ? { ...given, name: String(payload.list) } : given
  const known = packedLists(from)
  if (known) return known.lists
  const { readings, warnings } = readLists(files, options)
  return packLists(from, { lists: readings.flatMap(({ lists }) => lists), warnings }).lists
}
