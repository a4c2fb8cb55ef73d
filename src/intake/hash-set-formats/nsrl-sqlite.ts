import { pathToFileURL } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { InbetweenError } from '../../base/errors.ts'
import { type HashSetFormat, strongest } from '../hash-set-format.ts'

type Database = InstanceType<typeof DatabaseSync>

const MAGIC = 'SQLite format 3\0'
const COLUMNS = ['sha256', 'sha1', 'md5'] as const
const VERSION_CHARS = 80

/** NSRL RDS v3 as NIST gives it: an SQLite database with the table FILE. */
export const nsrlSqlite: HashSetFormat = {
  name: 'nsrl-sqlite',
  summary:
    'NSRL RDS v3 (an SQLite database with a table FILE that has columns sha256, sha1 or md5); its table VERSION names the version and date.',
  recognises: (head) => Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1', 0, MAGIC.length) === MAGIC,
  about(path) {
    return reading(path, (db) => {
      if (!hasTable(db, 'VERSION')) return { kind: 'software' as const }
      const row = db.prepare('SELECT * FROM VERSION LIMIT 1').get() as Readonly<Record<string, unknown>> | undefined
      const version = [row?.version, row?.release_date].filter((part) => typeof part === 'string' && part !== '').join(' ')
      return { kind: 'software' as const, ...(version === '' ? {} : { version: version.slice(0, VERSION_CHARS) }) }
    })
  },
  *rows(path) {
    const db = open(path)
    try {
      const columns = reason(path, () => columnsOf(db, path))
      const rows = reason(path, () => db.prepare(`SELECT ${columns.join(', ')} FROM FILE`).iterate()) as Iterable<
        Readonly<Record<string, unknown>>
      >
      let line = 0
      for (const row of rows) {
        const digest = strongest(columns.map((column) => String(row[column] ?? '')))
        line++
        yield digest === undefined ? { line } : { line, digest }
      }
    } catch (cause) {
      throw unreadable(path, cause)
    } finally {
      db.close()
    }
  },
}

/** Read-only and immutable: nothing is written beside a file that a person brings. Names in its schema run no code of ours. */
function open(path: string): Database {
  const db = new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true })
  db.exec('PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON')
  return db
}

function reading<T>(path: string, work: (db: Database) => T): T {
  const db = open(path)
  try {
    return reason(path, () => work(db))
  } finally {
    db.close()
  }
}

function reason<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

function unreadable(path: string, cause: unknown): InbetweenError {
  if (cause instanceof InbetweenError) return cause
  const why = cause instanceof Error ? cause.message : String(cause)
  return new InbetweenError('IBT-INPUT', `the database cannot be read: ${why}`, {
    place: path,
    hint: 'Download it anew; compare its hash.',
    cause,
  })
}

/** Whether a name is a plain table: a view or a virtual table could run for ever. */
function hasTable(db: Database, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_master WHERE type='table' AND rootpage>0 AND name=? COLLATE NOCASE").get(name) !== undefined
}

function columnsOf(db: Database, path: string): string[] {
  const names = hasTable(db, 'FILE')
    ? db
        .prepare('SELECT name FROM pragma_table_info(?)')
        .all('FILE')
        .map((row) => String(Reflect.get(row as object, 'name')).toLowerCase())
    : []
  const columns = COLUMNS.filter((column) => names.includes(column))
  if (columns.length > 0) return columns
  throw new InbetweenError('IBT-INPUT', 'the database has no table FILE with a column sha256, sha1 or md5', {
    place: path,
    hint: 'Bring NSRL RDS v3, or a list of hashes.',
  })
}
