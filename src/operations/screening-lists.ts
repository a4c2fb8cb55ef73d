import { sha256Hex } from '../base/hash.ts'
import { currentVersion, listHome, packedLists, packLists } from '../pipeline/index.ts'
import { builtInLists, type ReadLists } from '../screen/index.ts'
import { fetchedVersion, listFiles, listsIn } from './list-files.ts'
import type { OperationContext } from './operation.ts'

/**
 * The lists that names are screened with: the built-in ones, then those at each place that {@link listFiles} knows, from their packed files where these stand.
 * @throws InbetweenError as `broughtLists` does.
 */
export async function screeningLists(places: readonly string[], context: OperationContext): Promise<ReadLists> {
  const brought: ReadLists[] = []
  for (const place of places) brought.push(await listsAt(place, context))
  return { lists: [...builtInLists(), ...brought.flatMap(({ lists }) => lists)], warnings: brought.flatMap(({ warnings }) => warnings) }
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
