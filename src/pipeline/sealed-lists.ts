import { InbetweenError } from '../base/errors.ts'
import { canonicalJson } from '../base/hash.ts'
import { type Payload, readEntries } from '../evidence/index.ts'
import type { Warning } from '../model/index.ts'
import { type FormatReading, type ListOptions, readLists, type SanctionsList } from '../screen/index.ts'
import type { CaseFolder } from './case-folder.ts'

/**
 * Seals the files of lists that a person brings, one ledger entry per format; a newer state of a list takes the place of the older one in the next analysis. Files of no known format are not sealed.
 * @throws InbetweenError `IBT-INPUT` when no file is a list.
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
  for (const { name, format, lists, files: used } of full) {
    const blobs = [...used].map(([file, bytes]) => ({ name: file, sha256: opened.blobs.take(bytes).sha256 }))
    const version = lists.map((list) => list.version).find(() => true) ?? ''
    const payload: Payload = { list: name, format, version, blobs, options: { ...options } }
    const isSealed = readEntries(opened.paths).some(
      ({ entry, payload: known }) => entry.kind === 'list' && canonicalJson(known) === canonicalJson(payload),
    )
    if (!isSealed) opened.append([{ kind: 'list', payload }])
  }
  return { ...read, readings: full }
}

/** The lists of a sealed entry, read again from its blobs; none when one of them was removed. */
export function listsOfPayload(opened: CaseFolder, payload: Payload, removed: ReadonlyMap<string, string>): readonly SanctionsList[] {
  const blobs = payload.blobs as readonly { readonly name: string; readonly sha256: string }[]
  if (blobs.some(({ sha256 }) => removed.has(sha256))) return []
  const files = new Map(blobs.map(({ name, sha256 }) => [name, opened.blobs.read(sha256)] as const))
  return readLists(files, (payload.options ?? {}) as ListOptions).readings.flatMap(({ lists }) => lists)
}
