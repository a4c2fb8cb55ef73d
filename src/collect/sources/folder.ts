import { isAscii, isUtf8 } from 'node:buffer'
import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { InbetweenError } from '../../base/errors.ts'
import { compareText } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { bytesOfPath, joinPath, pathOfBytes } from '../paths.ts'
import type { Connection, Listed, Source, SourceFile, SourceFolder, SourceProblem } from '../source.ts'

/** A local folder, or a single file. Symbolic links and devices are named and left alone. */
export const folder: Source = {
  name: 'folder',
  summary: 'A local folder: plain, day-folders (each sub-folder is what came that day) or snapshots (each is the whole place on that day).',
  isNetwork: false,
  claims: (url) => !/^(?:archive:|[a-z][a-z0-9+.-]*:\/\/)/i.test(url),
  async open(place): Promise<Connection> {
    const root = resolve(place.url)
    const stat = statSync(root, { throwIfNoEntry: false })
    if (!stat) throw new InbetweenError('IBT-NOT-FOUND', 'no such folder or file', { place: root, hint: 'Check the path.' })
    const base = stat.isFile() ? dirname(root) : root
    return {
      facts: {},
      list: (at) => (stat.isFile() ? [only(root)] : listFolder(base, at)),
      fetch: () => Promise.reject(new Error('a local file is copied, not fetched')),
      close: () => Promise.resolve(),
      localPath: (file) => localPath(base, file.location),
      ...(stat.isFile()
        ? {}
        : { sorted: (problem: (row: SourceProblem) => void) => (hasOddNames(base) ? undefined : walkSorted(base, '', 0, problem)) }),
    }
  },
}

/** Whether any name below is not UTF-8, or could be composed otherwise. */
function hasOddNames(base: string): boolean {
  const open: Buffer[] = [Buffer.from(base)]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    let rows: Dirent<Buffer>[]
    try {
      rows = readdirSync(place, { withFileTypes: true, encoding: 'buffer' }) as unknown as Dirent<Buffer>[]
    } catch {
      continue
    }
    for (const { name, ...row } of rows.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))) {
      if (!isAscii(name) && (!isUtf8(name) || name.toString('utf8').normalize('NFC') !== name.toString('utf8'))) return true
      if (row.isFolder) open.push(Buffer.concat([place, SLASH, name]))
    }
  }
  return false
}

/** Walks depth first; a folder stands among its neighbours where its slash puts it, as in a listing sorted by whole paths. */
function* walkSorted(base: string, path: string, depth: number, problem: (row: SourceProblem) => void): Generator<SourceFile> {
  const rows: (SourceFile | SourceFolder)[] = []
  for (const row of listFolder(base, { kind: 'folder', path, location: '' })) {
    if (row.kind === 'problem') problem(row)
    else rows.push(row)
  }
  const keyOf = (row: SourceFile | SourceFolder) => (row.kind === 'folder' ? `${row.path}/` : row.path)
  rows.sort((a, b) => compareText(keyOf(a), keyOf(b)))
  for (const row of rows) {
    if (row.kind === 'file') yield row
    else if (depth < LIMITS.listingDepth) yield* walkSorted(base, row.path, depth + 1, problem)
    else
      problem({ kind: 'problem', path: row.path, message: `folders deeper than ${LIMITS.listingDepth}: not followed`, hidesFolder: true })
  }
}

/** Whether a path is a folder or a regular file, so that it can be a source. */
export function isFileOrFolder(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isDirectory() === true || stat?.isFile() === true
}

function only(root: string): SourceFile {
  const { size, mtimeMs } = statSync(root)
  const path = pathOfBytes(Buffer.from(basename(root)))
  return { kind: 'file', path, location: path, bytes: size, modifiedMs: Math.floor(mtimeMs) }
}

function* listFolder(base: string, { path }: SourceFolder): Generator<Listed> {
  const place = localPath(base, path)
  let names: Buffer[]
  try {
    names = readdirSync(place, { encoding: 'buffer' })
  } catch (error) {
    yield { kind: 'problem', path: path || '.', message: `the folder cannot be listed: ${reasonOf(error)}`, hidesFolder: true }
    return
  }
  for (const name of names) {
    const child = joinPath(path, pathOfBytes(name))
    const stat = lstatSync(Buffer.concat([place, SLASH, name]), { throwIfNoEntry: false })
    if (stat === undefined) yield { kind: 'problem', path: child, message: 'went away while looking' }
    else if (stat.isDirectory()) yield { kind: 'folder', path: child, location: '' }
    else if (stat.isFile()) {
      const identity = stat.nlink > 1 ? { identity: `${stat.dev}:${stat.ino}` } : {}
      yield { kind: 'file', path: child, location: child, bytes: stat.size, modifiedMs: Math.floor(stat.mtimeMs), ...identity }
    } else
      yield {
        kind: 'problem',
        path: child,
        message: stat.isSymbolicLink() ? 'a symbolic link: named, not followed' : 'not a regular file: named, not read',
      }
  }
}

const SLASH = Buffer.from('/')

/** The place of a path below a base, in the bytes that the file system has. */
function localPath(base: string, path: string): Buffer {
  if (path === '') return Buffer.from(base)
  return Buffer.concat([Buffer.from(base), ...path.split('/').flatMap((step) => [SLASH, bytesOfPath(step)])])
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
