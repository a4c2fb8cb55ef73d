import { lstatSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { LIMITS } from '../../base/limits.ts'
import { dayOfName } from '../../base/time.ts'
import { childStep } from '../../model/index.ts'
import type { PlannedVisit, Source, SourceFile } from '../local-source.ts'

/** A local folder, or a single file. Symbolic links and devices are named and left alone. */
export const folder: Source = {
  name: 'folder',
  summary: 'A local folder: plain, day-folders (each sub-folder is what came that day) or snapshots (each is the whole place on that day).',
  plan(root, layout, today) {
    if (layout === 'plain') return [{ root, day: today, basis: 'visit' }]
    const visits: PlannedVisit[] = []
    for (const entry of readdirSync(root, { withFileTypes: true })) {
      const day = dayOfName(entry.name)
      if (entry.isDirectory() && day !== undefined) visits.push({ root: join(root, entry.name), day, basis: 'stated' })
    }
    return visits.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  },
  walk: (root, problem) => walk(root, problem),
}

function* walk(root: string, problem: (path: string, message: string) => void): Generator<SourceFile> {
  const only = statSync(root, { throwIfNoEntry: false })
  if (only?.isFile()) {
    yield { path: nameText(Buffer.from(basename(root))), location: root, bytes: only.size, modifiedMs: Math.floor(only.mtimeMs) }
    return
  }
  const open: { location: Buffer; path: string }[] = [{ location: Buffer.from(root), path: '' }]
  let count = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    let names: Buffer[]
    try {
      names = readdirSync(next.location, { encoding: 'buffer' }).sort(Buffer.compare)
    } catch (error) {
      problem(next.path || '.', `the folder cannot be listed: ${reasonOf(error)}`)
      continue
    }
    for (const name of names) {
      const location = Buffer.concat([next.location, Buffer.from('/'), name])
      const path = next.path === '' ? nameText(name) : `${next.path}/${nameText(name)}`
      const stat = lstatSync(location, { throwIfNoEntry: false })
      if (stat === undefined) problem(path, 'went away while looking')
      else if (stat.isDirectory()) open.push({ location, path })
      else if (stat.isFile()) {
        if (++count > LIMITS.listingEntries) return problem(path, `more than ${LIMITS.listingEntries} files: the rest was not listed`)
        yield { path, location, bytes: stat.size, modifiedMs: Math.floor(stat.mtimeMs), identity: `${stat.dev}:${stat.ino}` }
      } else problem(path, stat.isSymbolicLink() ? 'a symbolic link: named, not followed' : 'not a regular file: named, not read')
    }
  }
}

/** A name for people and listings: UTF-8 as it is, other bytes percent-encoded. */
function nameText(name: Buffer): string {
  const text = name.toString('utf8')
  return Buffer.from(text, 'utf8').equals(name) ? text : childStep(name)
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** Whether a path is a folder or a regular file, so that it can be a source. */
export function isFileOrFolder(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isDirectory() === true || stat?.isFile() === true
}
