import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import { sha256Hex } from '../base/hash.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Raised whenever a record's shape changes; a database of another number is thrown away and made again. */
export const SCHEMA = 3

/** The kinds of records a case holds, one row each, ordered by id inside a kind. */
export type RecordKind =
  | 'source' | 'batch' | 'exhibit' | 'passage' | 'trace' | 'pair' | 'mention' | 'match' | 'near' | 'production' | 'party' | 'declaration'
  | 'registration' | 'list' | 'hash-set' | 'session' | 'finding' | 'outcome' | 'decision' | 'warning' | 'single' // biome-ignore format: a list read as a line

/** The derived database of a case. One writer; readers never block (WAL). */
export interface CaseStore {
  /** Replaces all records of the kinds given (of every kind when none is given), in one transaction: other processes see the old state or the new. */
  readonly replace: (
    rows: ReadonlyMap<RecordKind, readonly (readonly [id: string, record: unknown])[]>,
    stamps: Readonly<Record<string, string>>,
  ) => void
  readonly all: <T>(kind: RecordKind) => T[]
  readonly one: <T>(kind: RecordKind, id: string) => T | undefined
  readonly count: (kind: RecordKind) => number
  /** Rows of all kinds. */
  readonly total: () => number
  readonly stamp: (name: string) => string | undefined
  /** Hash over every row in (kind, id) order: equal rows, equal hash. */
  readonly digest: () => string
  /** Passages whose folded text holds all folded words; ids in text order. */
  readonly search: (folded: string, limit: number) => string[]
  readonly close: () => void
}

/**
 * Opens (or makes) case.sqlite. A database of another schema number, or one that SQLite cannot open, is deleted first: it is a cache.
 * `fold` turns a passage's text into the words that search looks for.
 */
export function openStore(path: string, fold: (text: string) => string): CaseStore {
  if (existsSync(path) && schemaOf(path) !== SCHEMA) for (const tail of ['', '-wal', '-shm']) rmSync(path + tail, { force: true })
  const db = new DatabaseSync(path, { timeout: 30_000 })
  db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA user_version=${SCHEMA};
    CREATE TABLE IF NOT EXISTS record(kind TEXT NOT NULL, id TEXT NOT NULL, ord INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS stamp(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(id UNINDEXED, text, tokenize='unicode61');`)
  return {
    replace: (rows, stamps) => replace(db, fold, rows, stamps),
    all: <T>(kind: RecordKind) =>
      db
        .prepare('SELECT data FROM record WHERE kind=? ORDER BY ord')
        .all(kind)
        .map((row: unknown) => JSON.parse(String(Reflect.get(row as object, 'data'))) as T),
    one: <T>(kind: RecordKind, id: string) => {
      const row = db.prepare('SELECT data FROM record WHERE kind=? AND id=?').get(kind, id)
      return row === undefined ? undefined : (JSON.parse(String(Reflect.get(row as object, 'data'))) as T)
    },
    count: (kind) => Number(Reflect.get(db.prepare('SELECT count(*) AS n FROM record WHERE kind=?').get(kind) as object, 'n')),
    total: () => Number(Reflect.get(db.prepare('SELECT count(*) AS n FROM record').get() as object, 'n')),
    stamp: (name) => {
      const row = db.prepare('SELECT value FROM stamp WHERE name=?').get(name)
      return row === undefined ? undefined : String(Reflect.get(row as object, 'value'))
    },
    digest: () => digest(db),
    search: (folded, limit) => search(db, folded, limit),
    close: () => db.close(),
  }
}

function schemaOf(path: string): number {
  try {
    const db = new DatabaseSync(path, { readOnly: true })
    try {
      return Number(Reflect.get(db.prepare('PRAGMA user_version').get() as object, 'user_version'))
    } finally {
      db.close()
    }
  } catch {
    return -1
  }
}

function replace(
  db: Database,
  fold: (text: string) => string,
  rows: ReadonlyMap<RecordKind, readonly (readonly [string, unknown])[]>,
  stamps: Readonly<Record<string, string>>,
): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    const insert = db.prepare('INSERT OR REPLACE INTO record(kind, id, ord, data) VALUES(?,?,?,?)')
    const word = db.prepare('INSERT INTO words(id, text) VALUES(?,?)')
    if (rows.size === 0) db.exec('DELETE FROM record; DELETE FROM words')
    for (const [kind, records] of rows) {
      db.prepare('DELETE FROM record WHERE kind=?').run(kind)
      if (kind === 'passage') db.exec('DELETE FROM words')
      for (const [order, [id, record]] of records.entries()) {
        insert.run(kind, id, order, JSON.stringify(record))
        if (kind === 'passage') word.run(id, fold(String((record as { text?: unknown }).text ?? '')))
      }
    }
    const stamp = db.prepare('INSERT OR REPLACE INTO stamp(name, value) VALUES(?,?)')
    for (const [name, value] of Object.entries(stamps)) stamp.run(name, value)
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

function digest(db: Database): string {
  const parts: string[] = []
  for (const row of db.prepare('SELECT kind, id, ord, data FROM record ORDER BY kind, id').iterate() as Iterable<object>) {
    parts.push(sha256Hex(`${Reflect.get(row, 'kind')}\0${Reflect.get(row, 'id')}\0${Reflect.get(row, 'ord')}\0${Reflect.get(row, 'data')}`))
  }
  return sha256Hex(parts.join(''))
}

function search(db: Database, folded: string, limit: number): string[] {
  const words = folded.split(' ').filter((word) => word.length > 0)
  if (words.length === 0) return []
  const query = words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
  return db
    .prepare('SELECT id FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?')
    .all(query, limit)
    .map((row) => String(Reflect.get(row as object, 'id')))
}
