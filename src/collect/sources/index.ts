import type { Source } from '../source.ts'
import { archive } from './archive.ts'
import { folder } from './folder.ts'
import { http } from './http.ts'

/** Every kind of source, in the order of the documentation. The first that claims a name takes it; a folder claims every name that is no URL. */
export const SOURCES: readonly Source[] = [folder, archive, http]

/** The kind of a place as a person names it, or undefined when no source knows its scheme. An archive is only taken as a source when it is asked for by kind. */
export function sourceFor(url: string): Source | undefined {
  return SOURCES.find((source) => source.claims(url))
}
