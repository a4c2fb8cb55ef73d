import type { ListingEntry } from '../model/index.ts'
import type { Sink, Source, SourceFile } from './local-source.ts'

/** What one look brought. */
export interface VisitResult {
  readonly entries: readonly ListingEntry[]
  readonly problems: readonly { readonly path: string; readonly message: string }[]
  /** Files whose bytes were read at this look; the others were known by size and time, or by being the same file under another name. */
  readonly read: number
}

/** What is remembered between looks so that unchanged files are not read again. */
export interface Known {
  /** By path: the entry of the visit before. */
  readonly byPath: ReadonlyMap<string, ListingEntry>
  /** By device, inode, size and time: hashes of this run. */
  readonly byIdentity: Map<string, string>
}

/**
 * Takes one look: every file is listed; bytes go to the sink unless path, size and time are those of the visit before.
 * A file rewritten with the same size and time is therefore not seen; `verifyBytes` reads all the same.
 */
export function takeVisit(
  source: Source,
  root: string,
  sink: Sink,
  known: Known,
  options: { readonly verifyBytes?: boolean; readonly onFile?: (path: string) => void } = {},
): VisitResult {
  const entries: ListingEntry[] = []
  const problems: { path: string; message: string }[] = []
  let read = 0
  for (const file of source.walk(root, (path, message) => problems.push({ path, message }))) {
    options.onFile?.(file.path)
    const before = known.byPath.get(file.path)
    const identity = file.identity === undefined ? undefined : `${file.identity}:${file.bytes}:${file.modifiedMs}`
    const seen = identity === undefined ? undefined : known.byIdentity.get(identity)
    if (!options.verifyBytes && seen === undefined && before?.bytes === file.bytes && before.modifiedMs === file.modifiedMs) {
      entries.push(before)
      continue
    }
    const sha256 = seen ?? take(file, sink, problems)
    if (sha256 === undefined) continue
    if (seen === undefined) read++
    if (identity !== undefined) known.byIdentity.set(identity, sha256)
    entries.push({ path: file.path, sha256, bytes: file.bytes, modifiedMs: file.modifiedMs })
  }
  return { entries, problems, read }
}

function take(file: SourceFile, sink: Sink, problems: { path: string; message: string }[]): string | undefined {
  try {
    const { sha256, bytes } = sink.takeFile(file.location)
    if (bytes !== file.bytes)
      problems.push({ path: file.path, message: `changed while it was read: ${file.bytes} bytes listed, ${bytes} read` })
    return sha256
  } catch (error) {
    problems.push({
      path: file.path,
      message: `cannot be read: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`,
    })
    return undefined
  }
}
