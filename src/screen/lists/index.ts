import type { SanctionsList } from '../list.ts'
import { LISTS } from './formats.ts'

export { LISTS } from './formats.ts'
export { OWN_FIELD_NAMES } from './own.ts'
export { type FormatReading, formatOf, readLists } from './read-lists.ts'

/** The lists that come with the program. The same objects every time, so that an index is built once. */
export function builtInLists(): SanctionsList[] {
  builtIn ??= LISTS.filter(({ isBuiltIn }) => isBuiltIn).flatMap((reader) => reader.read(new Map(), {}).lists)
  return [...builtIn]
}

let builtIn: SanctionsList[] | undefined
