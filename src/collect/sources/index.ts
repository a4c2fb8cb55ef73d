import type { Source } from '../source.ts'
import { archive } from './archive.ts'
import { folder } from './folder.ts'
import { ftp } from './ftp.ts'
import { http } from './http.ts'
import { s3 } from './s3.ts'
import { sftp } from './sftp.ts'
import { webdav } from './webdav.ts'

/** Every kind of source, in the order of the documentation. The first that claims a name takes it. */
export const SOURCES: readonly Source[] = [folder, archive, http, webdav, ftp, sftp, s3]

/** The kind of a place as a person names it, or undefined when no source knows its scheme. */
export function sourceFor(url: string): Source | undefined {
  return SOURCES.find((source) => source.claims(url))
}
