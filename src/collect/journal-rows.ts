import { rmSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import type { SourceFile } from './source.ts'

/** An open database of SQLite. */
export type Database = InstanceType<typeof DatabaseSync>

/** A listed file as the journal keeps it; `raw` is its name before a code page was told. */
export type JournalFile = SourceFile & { readonly raw?: string }

/** Bytes that this visit took already, under what the listing said then. */
export interface Taken {
  readonly sha256: string
  readonly bytes: number
  readonly modifiedMs?: number
  readonly version?: string
  /** Set when the stop-list kept the bytes out. */
  readonly stopped?: boolean
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS folder (n INTEGER PRIMARY KEY, path TEXT NOT NULL, location TEXT NOT NULL, state INTEGER NOT NULL, alike TEXT, UNIQUE (path, location));
  CREATE INDEX IF NOT EXISTS folder_state ON folder (state, n);
  CREATE TABLE IF NOT EXISTS file (
    key BLOB PRIMARY KEY, path TEXT NOT NULL, location TEXT NOT NULL, bytes INTEGER, modified REAL, listed TEXT, version TEXT, identity TEXT, raw TEXT
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS taken (key BLOB PRIMARY KEY, sign TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, modified REAL, version TEXT, stopped INTEGER) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS problem (n INTEGER PRIMARY KEY, path TEXT NOT NULL, message TEXT NOT NULL, hides INTEGER NOT NULL, UNIQUE (path, message));
  CREATE TABLE IF NOT EXISTS exchange (n INTEGER PRIMARY KEY, json TEXT NOT NULL);
`

/** The journal at a path, made where there is none. Throws what SQLite throws on a file that is none. Written without waiting for the disk: it outlives the program, and after a power cut what is lost is only asked for again. */
export function opened(path: string): Database {
  const db = new DatabaseSync(path)
  try {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000; ${SCHEMA}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Removes a journal's files. */
export function remove(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
}

/** A row of `file`. */
export interface FileRow {
  readonly path: string
  readonly location: string
  readonly bytes: number | null
  readonly modified: number | null
  readonly listed: string | null
  readonly version: string | null
  readonly identity: string | null
  readonly raw: string | null
}

/** A row of `taken`. */
export interface TakenRow {
  readonly sha256: string
  readonly bytes: number
  readonly modified: number | null
  readonly version: string | null
  readonly stopped: number | null
}

/** The file that a row holds. */
export function fileOf({ path, location, bytes, modified, listed, version, identity, raw }: FileRow): JournalFile {
  return {
    kind: 'file',
    path,
    location,
    ...(bytes === null ? {} : { bytes }),
    ...(modified === null ? {} : { modifiedMs: modified }),
    ...(listed === null ? {} : { listed }),
    ...(version === null ? {} : { version }),
    ...(identity === null ? {} : { identity }),
    ...(raw === null ? {} : { raw }),
  }
}

/** What a row says was taken. */
export function takenOf({ sha256, bytes, modified, version, stopped }: TakenRow): Taken {
  return {
    sha256,
    bytes,
    ...(modified === null ? {} : { modifiedMs: modified }),
    ...(version === null ? {} : { version }),
    ...(stopped === null ? {} : { stopped: true }),
  }
}

/** Bytes whose order is that of the path's UTF-16 code units. */
export function keyOf(path: string): Buffer {
  return Buffer.from(path, 'utf16le').swap16()
}

/** What the listing says of a file: bytes that were taken under another sign are another state's. */
export function signOf({ bytes, modifiedMs, listed, version }: SourceFile): string {
  return `${bytes ?? ''}|${modifiedMs ?? ''}|${listed ?? ''}|${version ?? ''}`
}
