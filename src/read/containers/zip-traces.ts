import { printable } from '../../base/printable.ts'
import type { Draft } from '../draft.ts'
import { offsetText, zoneMeaning } from '../zone.ts'
import type { ZipDirectory, ZipEntry } from './zip-directory.ts'
import { dosMs } from './zip-extra.ts'
import type { NameDecoder } from './zip-names.ts'

/** Host systems of "version made by" (APPNOTE 4.4.2.2); 11 is what Info-ZIP writes for NTFS. */
const SYSTEMS: Readonly<Record<number, string>> = {
  0: 'FAT (DOS, Windows and many libraries)',
  3: 'Unix',
  7: 'Macintosh',
  10: 'Windows NTFS',
  11: 'Windows NTFS (Info-ZIP)',
  14: 'VFAT',
  19: 'macOS',
}
const KEPT = 4
const QUARTER_MS = 15 * 60_000
/** DOS times count two seconds and packers round either way. */
const SLACK_MS = 2000

/** What the directory says of the packing machine: its clock's offset, the program's system, empty folders, comments. */
export function traceDirectory(directory: ZipDirectory, decode: NameDecoder, draft: Draft): void {
  traceOffsets(directory.entries, draft)
  if (directory.isWhole) {
    const systems = tally(
      directory.entries,
      ({ madeBySystem, madeByVersion }) =>
        `${SYSTEMS[madeBySystem] ?? `system ${madeBySystem}`}, version ${(madeByVersion / 10).toFixed(1)}`,
    )
    for (const [value, count] of systems.slice(0, KEPT))
      draft.trace(
        'madeBy',
        value,
        `Stated for ${count} of ${directory.entries.length} members by the program that packed them; libraries state what they like.`,
      )
  }
  if (directory.entries.some(({ rawName }) => Buffer.from(rawName.subarray(0, 9)).toString('latin1') === '__MACOSX/'))
    draft.trace('application', 'macOS Archive Utility', 'A __MACOSX folder is what macOS adds when it packs; a repacked archive keeps it.')
  traceFolders(directory.entries, decode, draft)
  const first = directory.entries[0]
  if (first && directory.rawComment.length > 0)
    draft.passage(
      decode(first, directory.rawComment),
      { kind: 'paragraph', part: 'comment', index: 1 },
      { role: 'comment', block: 'comment' },
    )
  for (const [index, entry] of directory.entries.entries()) {
    if (entry.rawComment.length > 0)
      draft.passage(
        decode(entry, entry.rawComment),
        { kind: 'paragraph', part: 'member comment', index: index + 1 },
        { role: 'comment', block: 'member comments', row: index },
      )
  }
}

/**
 * The packing clock's offset from UTC in minutes: the DOS time is local, the extra field is UTC, and their difference is the zone when it is a
 * multiple of a quarter hour that some zone has. Undefined when one of the two is missing or they differ by anything else.
 */
export function packerOffset(entry: ZipEntry): number | undefined {
  const local = dosMs(entry.dosDate, entry.dosTime)
  if (local === undefined || entry.utcMs === undefined || entry.utcMs <= 0) return undefined
  const difference = local - entry.utcMs
  const quarters = Math.round(difference / QUARTER_MS)
  const isZone = Math.abs(difference - quarters * QUARTER_MS) <= SLACK_MS && quarters >= -48 && quarters <= 56
  return isZone ? quarters * 15 : undefined
}

function traceOffsets(entries: readonly ZipEntry[], draft: Draft): void {
  const both = entries.filter((entry) => entry.utcMs !== undefined && dosMs(entry.dosDate, entry.dosTime) !== undefined)
  const offsets = tally(entries, (entry) => {
    const minutes = packerOffset(entry)
    return minutes === undefined ? undefined : offsetText(minutes)
  })
  for (const [offset, count] of offsets.slice(0, KEPT)) {
    const whence = `Local and UTC time of ${count} of ${both.length} members differ by this when packed`
    draft.trace('zoneOffset', offset, `${zoneMeaning(offset, whence)} Windows adds today's summer time to older files.`)
  }
  const told = offsets.reduce((sum, [, count]) => sum + count, 0)
  if (told < both.length)
    draft.warn(
      'times-disagree',
      `local and UTC time of ${both.length - told} members differ by what no time zone has: at least one was set by a program`,
    )
}

/** Folders in which no member lies; others are named by their members. */
function traceFolders(entries: readonly ZipEntry[], decode: NameDecoder, draft: Draft): void {
  const names = entries.map((entry) => decode(entry, entry.rawName))
  const parents = new Set<string>()
  for (const name of names) {
    for (
      let cut = name.lastIndexOf('/', name.length - 2);
      cut > 0 && !parents.has(name.slice(0, cut + 1));
      cut = name.lastIndexOf('/', cut - 1)
    )
      parents.add(name.slice(0, cut + 1))
  }
  for (const name of names) {
    if (name.endsWith('/') && !parents.has(name)) draft.trace('path', printable(name), 'A folder of the archive that holds nothing.')
  }
}

function tally<T>(items: readonly T[], key: (item: T) => string | undefined): [string, number][] {
  const counts = new Map<string, number>()
  for (const item of items) {
    const value = key(item)
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}
