import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { tableBytes } from '../intake/index.ts'
import type { Warning } from '../model/index.ts'
import { currentVersion, filesOfVersion, listHome, type StoredVersion, storedVersions } from '../pipeline/index.ts'
import { type ListOptions, OWN_FIELD_NAMES, readLists, refuseOwnName, type SanctionsList } from '../screen/index.ts'
import { type OperationInput, text } from './operation.ts'

const KINDS = ['sanctions', 'export', 'other'] as const

/**
 * The files of a list: those that `lists update` fetched under that name (before what has the name in the current folder), a folder's files that can be one (CSV, XML, JSON lines, text, spreadsheets), or one file of any name. A spreadsheet becomes the table of its largest sheet.
 * @throws InbetweenError `IBT-NOT-FOUND`, `IBT-INPUT`.
 */
export async function listFiles(place: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const fetched = fetchedVersion(place)
  const stat = statSync(place, { throwIfNoEntry: false })
  if (fetched) return filesOfVersion(listHome(), fetched)
  if (!stat)
    throw new InbetweenError('IBT-NOT-FOUND', 'no such file or folder', {
      place,
      hint: 'Name a file of a list, the folder that holds its files (sdn.csv, alt.csv, add.csv), or a list that was fetched: inbetween lists status.',
    })
  const paths = stat.isDirectory()
    ? readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
        entry.isFile() && /\.(?:csv|tsv|txt|xml|json|jsonl|xlsx|xls)$/i.test(entry.name) ? [join(place, entry.name)] : [],
      )
    : [place]
  const files = new Map<string, Uint8Array>()
  for (const path of paths.sort().slice(0, LIMITS.listFiles + 1)) {
    if (statSync(path).size > LIMITS.listBytes)
      throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.listBytes} bytes`, { place: path })
    const bytes = readFileSync(path)
    const table = await tableBytes(bytes, basename(path))
    files.set(table === bytes ? basename(path) : `${basename(path)}.csv`, table)
  }
  return files
}

/**
 * The lists at a place that {@link listFiles} knows.
 * @throws InbetweenError `IBT-NOT-FOUND`; `IBT-INPUT` also for a list of one's own that bears the name of a publisher's; `IBT-LISTS` when no list with entries is there.
 */
export async function broughtLists(place: string): Promise<ReturnType<typeof readLists>> {
  const read = listsIn(await listFiles(place))
  refuseEmpty(
    place,
    read.readings.flatMap(({ lists }) => lists),
    read.warnings,
  )
  return { ...read, warnings: [...shadowWarnings(place), ...read.warnings] }
}

/**
 * Refuses a source that was named to be compared with and holds nothing to compare with: an answer without it would read as one with it.
 * @throws InbetweenError `IBT-LISTS`.
 */
export function refuseEmpty(place: string, lists: readonly SanctionsList[], warnings: readonly Warning[]): void {
  if (lists.some(({ entities }) => entities > 0)) return
  const why = warnings[0]?.message ?? (lists[0] ? `${lists[0].name} has no entries` : 'no file of a known format')
  throw new InbetweenError('IBT-LISTS', `no list with entries: ${why}`, {
    place,
    hint: 'Name a file of a list, or the folder of its files: inbetween lists formats. A table of your own needs headings, at least one such as name.',
  })
}

/** Says that the fetched list of a name was taken and not the file or folder of that name in the current folder; nothing where only one of them is. */
export function shadowWarnings(place: string): Warning[] {
  if (!existsSync(place) || fetchedVersion(place) === undefined) return []
  const message = `${place}: the fetched list of this name was taken, not what has the name in the current folder: ./${place} names that`
  return [{ code: 'list-shadowed', message }]
}

/** The lists in files, as {@link broughtLists} gives them. */
export function listsIn(files: ReadonlyMap<string, Uint8Array>): ReturnType<typeof readLists> {
  const read = readLists(files)
  read.readings.forEach(refuseOwnName)
  return read
}

/** A fetched list: `un`, or a state of it: `un@0f1e2d3c4b5a`. Undefined when none of that name is stored, and for a path (`./un`). */
export function fetchedVersion(place: string): StoredVersion | undefined {
  if (place.startsWith('.') || /[/\\]/.test(place)) return undefined
  const [name = '', id] = place.split('@')
  const home = listHome()
  return id === undefined ? currentVersion(home, name)?.version : storedVersions(home, name).find((stored) => stored.id.startsWith(id))
}

/**
 * What a person says of a list of their own: `--name`, `--kind`, `--on`, `--map name=Firma,country=Land`.
 * @throws InbetweenError `IBT-USAGE`.
 */
export function listOptions(input: OperationInput): ListOptions {
  const [name, kind, date, map] = ['name', 'kind', 'on', 'map'].map((option) => text(input, option))
  if (name !== undefined && !/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(name))
    throw new InbetweenError('IBT-USAGE', `--name ${name}: letters, digits, _ and -, at most 40`)
  const known = KINDS.find((each) => each === kind)
  if (kind !== undefined && known === undefined) throw new InbetweenError('IBT-USAGE', `--kind ${kind}: a list is ${KINDS.join(', ')}`)
  const pairs = map?.split(',').map((pair) => pair.split('='))
  if (pairs?.some((pair) => pair.length !== 2 || pair.some((part) => part.trim() === '')))
    throw new InbetweenError('IBT-USAGE', `--map ${map}: pairs of field and column heading, as in name=Firma,country=Land`)
  const unknown = pairs?.map(([field = '']) => field.trim()).find((field) => !OWN_FIELD_NAMES.includes(field))
  if (unknown !== undefined)
    throw new InbetweenError('IBT-USAGE', `--map ${unknown}: no field of a list is called so`, {
      hint: `The fields are ${OWN_FIELD_NAMES.join(', ')}, each with the heading of its column: --map name=Firma,country=Land`,
    })
  return {
    ...(name === undefined ? {} : { name }),
    ...(known === undefined ? {} : { kind: known }),
    ...(date === undefined ? {} : { date }),
    ...(pairs === undefined ? {} : { map: Object.fromEntries(pairs.map(([field = '', heading = '']) => [field.trim(), heading.trim()])) }),
  }
}
