import { setTimeout as pause } from 'node:timers/promises'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { Declined, mayAskAgain } from './declined.ts'
import type { Journal } from './journal.ts'
import type { Connection, Listed, SourceFolder } from './source.ts'

/** Folders in a row that could not be listed after which the source is taken to be gone. */
const GIVE_UP_AFTER = 5

/**
 * Lists every folder that the journal does not hold yet. A folder that cannot be listed is a problem of the visit; the root is the visit itself.
 * @throws InbetweenError what the source says of its root, or `IBT-UNREACHABLE` when it stops answering.
 */
export async function listAll(
  connection: Connection,
  journal: Journal,
  retryMs: number,
  onFile?: (done: number, total: number, path: string) => void,
): Promise<void> {
  journal.addFolder({ kind: 'folder', path: '', location: '' })
  let failures = 0
  for (let folder = journal.nextFolder(); folder !== undefined; folder = journal.nextFolder()) {
    try {
      await listWithTries(connection, journal, folder, retryMs, onFile)
      failures = 0
    } catch (error) {
      if (folder.path === '' && journal.count('file') === 0) throw error
      if (mayAskAgain(error) && ++failures >= GIVE_UP_AFTER)
        throw new InbetweenError('IBT-UNREACHABLE', `the source stopped answering after ${journal.count('file')} files were listed`, {
          hint: 'What was listed is kept. Run the same command again: it goes on there.',
          cause: error,
        })
      const message = `cannot be listed: ${error instanceof Error ? error.message : String(error)}`
      journal.addProblem({ path: folder.path, message, hidesFolder: true })
      journal.folderDone(folder, '')
    }
  }
  journal.flush()
}

async function listWithTries(
  connection: Connection,
  journal: Journal,
  folder: SourceFolder,
  retryMs: number,
  onFile?: (done: number, total: number, path: string) => void,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await listOne(connection, journal, folder, onFile)
    } catch (error) {
      if (attempt >= LIMITS.tries || !mayAskAgain(error)) throw error
      const asked = error instanceof Declined ? Math.min(error.waitMs ?? 0, 60_000) : 0
      await pause(Math.max(asked, retryMs * 4 ** (attempt - 1)))
    }
  }
}

/** Lists one folder. Its sub-folders are added only when its content is not that of a folder above it: links that lead back would never end. */
async function listOne(
  connection: Connection,
  journal: Journal,
  folder: SourceFolder,
  onFile?: (done: number, total: number, path: string) => void,
): Promise<void> {
  const folders: SourceFolder[] = []
  const alike: string[] = []
  const add = (row: Listed): boolean => {
    if (row.kind === 'problem') {
      if (journal.count('problem') < LIMITS.visitProblems) journal.addProblem(row)
      return true
    }
    if (folders.length + alike.length < 10_000)
      alike.push(
        `${row.kind}\0${row.path.slice(row.path.lastIndexOf('/') + 1)}${row.kind === 'file' ? `\0${row.bytes}\0${row.listed}` : ''}`,
      )
    if (row.kind === 'folder') folders.push(row)
    else if (++seen > room) {
      const message = `more than ${LIMITS.listingEntries} files: the rest is unknown`
      journal.addProblem({ path: '', message, hidesFolder: true })
      return false
    } else {
      if (!journal.addFile(row))
        journal.addProblem({ path: row.path, message: 'listed twice with different places: the second was left out' })
      if (seen % 1000 === 0) onFile?.(seen, 0, row.path)
    }
    return true
  }
  const room = LIMITS.listingEntries - journal.count('file')
  let seen = 0
  const rows = connection.list(folder)
  if (Symbol.asyncIterator in rows) {
    for await (const row of rows) if (!add(row)) break
  } else {
    for (const row of rows) if (!add(row)) break
  }
  addFolders(journal, folder, folders, alike.length > 0 ? sha256Hex(alike.sort().join('\n')) : '')
}

function addFolders(journal: Journal, folder: SourceFolder, folders: readonly SourceFolder[], alike: string): void {
  const depth = folder.path === '' ? 0 : folder.path.split('/').length
  const isPage = folders.some(({ path }) => path === folder.path)
  if (folders.length > 0 && !isPage && folder.path !== '' && journal.isAlikeAbove(folder.path, alike)) {
    const message = 'lists what a folder above it lists, as a link that leads back does: not followed further'
    journal.addProblem({ path: folder.path, message, hidesFolder: true })
  } else if (depth >= LIMITS.listingDepth && folders.length > 0)
    journal.addProblem({ path: folder.path, message: `folders deeper than ${LIMITS.listingDepth}: not followed`, hidesFolder: true })
  else if (journal.count('folder') + folders.length > LIMITS.listingFolders)
    journal.addProblem({ path: folder.path, message: `more than ${LIMITS.listingFolders} folders: not followed`, hidesFolder: true })
  else for (const below of folders) journal.addFolder(below)
  journal.folderDone(folder, alike)
}
