import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import { sha256Hex } from '../base/hash.ts'
import type { SearchQuery } from '../model/index.ts'
import {
  type Found,
  forgetWords,
  passageIndexer,
  pathIndexer,
  type SearchWithin,
  searchPassages,
  searchPaths,
  WORD_TABLES,
} from './words.ts'

export type { Found, SearchWithin } from './words.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Raised whenever a record's shape changes; a database of another number is thrown away and made again. */
export const SCHEMA = 7

/** The kinds of records a case holds, one row each, ordered by id inside a kind. */
export type RecordKind =
  | 'source' | 'batch' | 'exhibit' | 'passage' | 'trace' | 'link' | 'pair' | 'mention' | 'match' | 'near' | 'dismissed' | 'ownership' | 'production' | 'party' | 'declaration'
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
  /** The records of a kind at positions that a search gave, in that order. */
  readonly at: <T>(kind: RecordKind, orders: readonly number[]) => T[]
  /** Hash over every row in (kind, position) order: equal rows, equal hash. */
  readonly digest: () => string
  /** Passages whose text, or whose repaired text, answers a query. */
  readonly search: (query: SearchQuery, within: SearchWithin) => Found
  /** Exhibits whose path answers a query. */
  readonly searchPaths: (query: SearchQuery, limit: number) => Found
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
    CREATE TABLE IF NOT EXISTS record(kind TEXT NOT NULL, ord INTEGER NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY(kind, ord)) WITHOUT ROWID;
    CREATE UNIQUE INDEX IF NOT EXISTS record_id ON record(kind, id);
    CREATE TABLE IF NOT EXISTS stamp(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    ${WORD_TABLES}`)
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
    search: (query, within) => searchPassages(db, query, within),
    searchPaths: (query, limit) => searchPaths(db, query, limit),
    at: <T>(kind: RecordKind, orders: readonly number[]) => {
      const row = db.prepare('SELECT data FROM record WHERE kind=? AND ord=?')
      return orders.map((order) => JSON.parse(String(Reflect.get(row.get(kind, order) as object, 'data'))) as T)
    },
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
    const insert = db.prepare('INSERT OR REPLACE INTO record(kind, ord, id, data) VALUES(?,?,?,?)')
    if (rows.size === 0) db.exec('DELETE FROM record')
    if (rows.size === 0 || rows.has('passage')) forgetWords(db, 'words')
    if (rows.size === 0 || rows.has('exhibit')) forgetWords(db, 'paths')
    const passages = passageIndexer(db, fold)
    const indexers: { readonly [K in RecordKind]?: (order: number, record: object) => void } = {
      passage: passages.add,
      exhibit: pathIndexer(db, fold),
    }
    for (const [kind, records] of rows) {
      db.prepare('DELETE FROM record WHERE kind=?').run(kind)
      const index = indexers[kind]
      for (const [order, [id, record]] of records.entries()) {
        insert.run(kind, order, id, JSON.stringify(record))
        index?.(order, record as object)
      }
    }
    passages.end()
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
  for (const row of db.prepare('SELECT kind, id, ord, data FROM record ORDER BY kind, ord').iterate() as Iterable<object>) {
    parts.push(sha256Hex(`${Reflect.get(row, 'kind')}\0${Reflect.get(row, 'id')}\0${Reflect.get(row, 'ord')}\0${Reflect.get(row, 'data')}`))
  }
  return sha256Hex(parts.join(''))
}
