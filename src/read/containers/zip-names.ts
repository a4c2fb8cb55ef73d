import { decodeAs } from '../../base/text.ts'
import type { Draft } from '../draft.ts'
import { namesPage } from './names-page.ts'
import type { ZipEntry } from './zip-directory.ts'

/** General purpose bit 11: name and comment are UTF-8 (APPNOTE 4.4.4). */
const UTF8_FLAG = 0x800
/** Decodes one member's name or comment. */
export type NameDecoder = (entry: ZipEntry, bytes: Uint8Array) => string

/**
 * Tells one code page for all names of an archive together, since a single short name can fit several, and leaves a `codePage` trace that
 * names the rivals. Names marked as UTF-8, or with a checked Unicode copy, need none.
 */
export function nameDecoder(entries: readonly ZipEntry[], draft: Draft): NameDecoder {
  const unmarked = entries.filter(({ flags, rawName }) => (flags & UTF8_FLAG) === 0 && rawName.some((byte) => byte > 0x7f))
  const codePage = namesPage(
    unmarked.map(({ rawName }) => rawName),
    draft,
  )
  return (entry, bytes) => {
    if (entry.unicodeName !== undefined && bytes === entry.rawName) return entry.unicodeName
    if ((entry.flags & UTF8_FLAG) !== 0) return decodeAs(bytes, 'utf-8').text
    return decodeAs(bytes, codePage).text
  }
}
