import { sha256Hex } from '../base/hash.ts'
import { currentVersion, isCase, listHome, packedLists, packLists, sealedInputs } from '../pipeline/index.ts'
import { builtInLists, type ReadLists, type SanctionsList } from '../screen/index.ts'
import { fetchedVersion, listFiles, listsIn, refuseEmpty, shadowWarnings } from './list-files.ts'
import { caseOf } from './of-case.ts'
import type { OperationContext } from './operation.ts'

/**
 * The lists that names are screened with: those sealed in a case where one is given, else the built-in ones, then those at each place that {@link listFiles} knows, from their packed files where these stand.
 * Each state of a list is compared with once; a list without entries is named in a warning and left out.
 * @throws InbetweenError as `broughtLists` does.
 */
export async function screeningLists(
  places: readonly string[],
  context: OperationContext,
  sealed: readonly SanctionsList[] = builtInLists(),
): Promise<ReadLists> {
  const brought: ReadLists[] = []
  for (const place of places) {
    const read = await listsAt(place, context)
    refuseEmpty(place, read.lists, read.warnings)
    brought.push({ lists: read.lists, warnings: [...shadowWarnings(place), ...read.warnings] })
  }
  const once = new Map([...sealed, ...brought.flatMap(({ lists }) => lists)].map((list) => [`${list.name}\0${list.version}`, list]))
  const [full, empty] = [true, false].map((isFull) => [...once.values()].filter(({ entities }) => entities > 0 === isFull))
  const left = (empty ?? []).map(({ name }) => ({
    code: 'list-empty',
    message: `the list ${name} has no entries: nothing was compared with it`,
  }))
  return { lists: full ?? [], warnings: [...brought.flatMap(({ warnings }) => warnings), ...left] }
}

/** The case of `-C`, or the one in the current folder: its id and the lists that are sealed in it, the built-in ones among them; undefined where there is none. @throws InbetweenError `IBT-NO-CASE`. */
export function listsOfCase(context: OperationContext): { readonly id: string; readonly lists: readonly SanctionsList[] } | undefined {
  if (context.caseDir === undefined && !isCase('.')) return undefined
  const opened = caseOf(context)
  return { id: opened.id, lists: sealedInputs(opened).lists }
}

/** Packs what `lists update` fetched, so that the next question to it need not wait. */
export async function packFetched(name: string, context: OperationContext): Promise<void> {
  if (currentVersion(listHome(), name)) await listsAt(name, context)
}

async function listsAt(place: string, context: OperationContext): Promise<ReadLists> {
  // A stored state is known by the hashes that it was fetched with: its files are opened only to be packed.
  const stored = fetchedVersion(place)
  const files = stored ? undefined : await listFiles(place)
  const from =
    stored?.files.map(({ file, sha256 }) => [file, sha256]) ?? [...(files ?? [])].map(([name, bytes]) => [name, sha256Hex(bytes)])
  const known = packedLists(from)
  if (known) return known
  context.progress('lists', 0, undefined, `${place} is read`)
  const { readings, warnings } = listsIn(files ?? (await listFiles(place)))
  const lists = readings.flatMap((reading) => reading.lists)
  context.progress('lists', 1, undefined, `${place} is made ready, once for all questions to come`)
  return packLists(from, { lists, warnings })
}
