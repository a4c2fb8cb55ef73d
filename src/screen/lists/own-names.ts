import { InbetweenError } from '../../base/errors.ts'
import { LIST_ADDRESSES } from '../tables/list-addresses.ts'
import { LISTS } from './formats.ts'
import { own } from './own.ts'
import type { FormatReading } from './read-lists.ts'

/** Names that lists of publishers bear, besides those of formats and addresses. */
const PUBLISHED = ['ofac', 'un', 'eu', 'uk', 'ch', 'ca', 'au', 'us-csl', 'us-dpl', 'us-1260h', 'opensanctions']
/** Publishers' lists that are several, each with a name behind the first. */
const FAMILIES = ['ofac-', 'us-csl-', 'opensanctions-']

/**
 * Refuses a list of one's own that bears the name of a publisher's list or of a format: it would be taken for that list, or take its place.
 * @throws InbetweenError `IBT-INPUT`.
 */
export function refuseOwnName({ name, format, files }: FormatReading): void {
  if (format !== own.name) return
  const key = name.toLowerCase()
  const reserved = new Set([...PUBLISHED, ...LISTS.map((reader) => reader.name), ...LIST_ADDRESSES.map((address) => address.name)])
  if (!reserved.has(key) && !FAMILIES.some((family) => key.startsWith(family))) return
  throw new InbetweenError(
    'IBT-INPUT',
    `${[...files.keys()].slice(0, 3).join(', ')}: “${name}” is the name of a publisher’s list, and this table is none`,
    {
      hint: 'Rename the file, or name the list otherwise: inbetween add list FILE --name my-list.',
    },
  )
}
