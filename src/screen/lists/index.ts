import type { ListReader, SanctionsList } from '../list.ts'
import { dprkAnimation } from './builtin.ts'
import { ofac } from './ofac.ts'

/** Every list this version can read. */
export const LISTS: readonly ListReader[] = [dprkAnimation, ofac]

/** The lists that come with the program. The same objects every time, so that an index is built once. */
export function builtInLists(): SanctionsList[] {
  builtIn ??= LISTS.filter(({ isBuiltIn }) => isBuiltIn).map((reader) => reader.read(new Map()).list)
  return [...builtIn]
}

let builtIn: SanctionsList[] | undefined
