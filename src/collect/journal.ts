import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  type Database,
  type FileRow,
  fileOf,
  type JournalFile,
  keyOf,
  opened,
  remove,
  signOf,
  type Taken,
  type TakenRow,
  takenOf,
} from './journal-rows.ts'
import type { Exchange, SourceFile, SourceFolder, SourceProblem } from './source.ts'

type Statement = ReturnType<Database['prepare']>

/** What a listing came to, before anything is fetched. */
export interface Totals {
  readonly folders: number
  readonly files: number
  /** Sum of the sizes that the listing states. */
  readonly bytes: number
  /** Files without a stated size. */
  readonly unsized: number
  readonly newestMs?: number
  readonly largest?: { readonly path: string; readonly bytes: number }
}

/** Names that need a second look: bytes that are not UTF-8 and letters that can be composed in two ways. */
const ODD_NAME = /[^\x20-\x7e]|%[89A-F]/
const PAGE = 2000
const FILE_COLUMNS = 'path, location, bytes, modified, listed, version, identity, raw'
const LISTED = 0
const DONE = 1

/**
 * A visit under way: what is listed, what is taken. It lies beside the case's cache, so that a visit goes on after Ctrl-C or kill -9 and no listing has to fit into memory.
 * Rows come back in the order of their paths' UTF-16 code units, which is that of sealed listings.
 */
export class Journal {
  readonly #db: Database
  readonly #statements = new Map<string, Statement>()
  readonly #path: string
  #hasTaken: boolean
  readonly #counts = new Map<string, number>()
  #isPlain = true
  #isOpen = false
  #pending = 0

  /** Opens or makes the journal at `path`; one that a power cut left unreadable begins anew, at the cost of asking again. */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.#path = path
    try {
      this.#db = opened(path)
    } catch {
      remove(path)
      this.#db = opened(path)
    }
    this.#hasTaken = this.#get('SELECT 1 FROM taken LIMIT 1') !== undefined
  }

  /** A remembered word of this visit: its id, when it began, what was found out about names. */
  meta(key: string): string | undefined {
    return (this.#get('SELECT value FROM meta WHERE key = ?', key) as { value: string } | undefined)?.value
  }

  /** Remembers a word at once. */
  setMeta(key: string, value: string): void {
    this.#run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value)
    this.flush()
  }

  /** Adds a folder to look at, unless it is known. */
  addFolder({ path, location }: SourceFolder): void {
    this.#insert('folder', 'INSERT OR IGNORE INTO folder (path, location, state) VALUES (?, ?, ?)', path, location, LISTED)
  }

  /** The next folder that was not listed yet. */
  nextFolder(): SourceFolder | undefined {
    const row = this.#get('SELECT path, location FROM folder WHERE state = ? ORDER BY n LIMIT 1', LISTED)
    return row === undefined ? undefined : { kind: 'folder', ...(row as { path: string; location: string }) }
  }

  /** Marks a folder as listed. `alike` names its content, to notice a folder that lists what one above it lists. */
  folderDone({ path, location }: SourceFolder, alike: string): void {
    this.#run('UPDATE folder SET state = ?, alike = ? WHERE path = ? AND location = ?', DONE, alike, path, location)
  }

  /** Whether a folder above `path` listed the same content. */
  isAlikeAbove(path: string, alike: string): boolean {
    for (let above = path; above !== ''; ) {
      above = above.includes('/') ? above.slice(0, above.lastIndexOf('/')) : ''
      if (this.#get('SELECT 1 FROM folder WHERE path = ? AND alike = ?', above, alike) !== undefined) return true
    }
    return false
  }

  /** Adds a file; false when another file has its path already. */
  addFile(file: JournalFile): boolean {
    const key = keyOf(file.path)
    const isAdded = this.#insert(
      'file',
      'INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      key,
      file.path,
      file.location,
      file.bytes ?? null,
      file.modifiedMs ?? null,
      file.listed ?? null,
      file.version ?? null,
      file.identity ?? null,
      file.raw ?? null,
    )
    if (isAdded) {
      if (this.#isPlain && ODD_NAME.test(file.path)) {
        this.#isPlain = false
        this.setMeta('odd-names', 'yes')
      }
      return true
    }
    return (this.#get('SELECT location FROM file WHERE key = ?', key) as { location: string }).location === file.location
  }

  /** Whether any name is more than printable ASCII: names of other code pages and decomposed letters are among those. */
  hasOddNames(): boolean {
    return this.meta('odd-names') !== undefined
  }

  /** Whether a file has this path. */
  hasFile(path: string): boolean {
    return this.#get('SELECT 1 FROM file WHERE key = ?', keyOf(path)) !== undefined
  }

  /** Every file, by path, a page at a time: a reader that stayed open would keep what is written meanwhile from settling. */
  *files(): Generator<JournalFile> {
    let last: Buffer = Buffer.alloc(0)
    for (;;) {
      const rows = this.#statement(`SELECT ${FILE_COLUMNS} FROM file WHERE key > ? ORDER BY key LIMIT ${PAGE}`).all(last) as FileRow[]
      for (const row of rows) yield fileOf(row)
      const end = rows.at(-1)
      if (end === undefined || rows.length < PAGE) return
      last = keyOf(end.path)
    }
  }

  /** Gives a file another path; false when that is taken. */
  renameFile(file: JournalFile, path: string): boolean {
    if (this.hasFile(path)) return false
    this.#run('DELETE FROM file WHERE key = ?', keyOf(file.path))
    this.#counts.delete('file')
    return this.addFile({ ...file, path, raw: file.path })
  }

  /** Remembers that a file's bytes are held. */
  setTaken(file: SourceFile, taken: Taken, now: boolean): void {
    const { sha256, bytes, modifiedMs, version, stopped } = taken
    this.#run(
      'INSERT OR REPLACE INTO taken VALUES (?, ?, ?, ?, ?, ?, ?)',
      keyOf(file.path),
      signOf(file),
      sha256,
      bytes,
      modifiedMs ?? null,
      version ?? null,
      stopped === true ? 1 : null,
    )
    this.#hasTaken = true
    if (now) this.flush()
  }

  /** What this visit took of a file, while the listing still says the same of it. */
  taken(file: SourceFile): Taken | undefined {
    if (!this.#hasTaken) return undefined
    const row = this.#get('SELECT * FROM taken WHERE key = ? AND sign = ?', keyOf(file.path), signOf(file)) as TakenRow | undefined
    return row && takenOf(row)
  }

  /** Keeps a problem once. */
  addProblem({ path, message, hidesFolder }: Omit<SourceProblem, 'kind'>): void {
    this.#insert(
      'problem',
      'INSERT OR IGNORE INTO problem (path, message, hides) VALUES (?, ?, ?)',
      path,
      message,
      hidesFolder === true ? 1 : 0,
    )
  }

  /** Problems in the order they arose. */
  problems(limit: number): { path: string; message: string; hidesFolder: boolean }[] {
    const rows = this.#statement('SELECT path, message, hides FROM problem ORDER BY n LIMIT ?').all(limit)
    return (rows as { path: string; message: string; hides: number }[]).map(({ path, message, hides }) => ({
      path,
      message,
      hidesFolder: hides === 1,
    }))
  }

  /** Number of rows of a table. */
  count(table: 'folder' | 'file' | 'problem'): number {
    const known = this.#counts.get(table)
    if (known !== undefined) return known
    const { n } = this.#get(`SELECT count(*) AS n FROM ${table}`) as { n: number }
    this.#counts.set(table, n)
    return n
  }

  /** Folders that were not listed yet. */
  unlisted(): string[] {
    return (this.#statement('SELECT path FROM folder WHERE state = ? ORDER BY n').all(LISTED) as { path: string }[]).map(({ path }) => path)
  }

  /** What the listing came to. */
  totals(): Totals {
    const sum = this.#get(
      'SELECT count(*) AS files, total(bytes) AS bytes, count(*) - count(bytes) AS unsized, max(modified) AS newest FROM file',
    )
    const { files, bytes, unsized, newest } = sum as { files: number; bytes: number; unsized: number; newest: number | null }
    const largest = this.#get('SELECT path, bytes FROM file WHERE bytes IS NOT NULL ORDER BY bytes DESC LIMIT 1') as Totals['largest']
    return {
      folders: this.count('folder'),
      files,
      bytes,
      unsized,
      ...(newest === null ? {} : { newestMs: newest }),
      ...(largest ? { largest } : {}),
    }
  }

  /** Keeps an exchange. */
  addExchange(exchange: Exchange): void {
    this.#run('INSERT INTO exchange (json) VALUES (?)', JSON.stringify(exchange))
  }

  /** Exchanges in the order they happened. */
  *exchanges(): Generator<Exchange> {
    for (const row of this.#statement('SELECT json FROM exchange ORDER BY n').iterate())
      yield JSON.parse((row as { json: string }).json) as Exchange
  }

  /** Forgets the listing and keeps what was taken: a local source lists itself anew at no cost to anybody. */
  forgetListing(): void {
    this.flush()
    this.#db.exec('DELETE FROM folder; DELETE FROM file; DELETE FROM problem; DELETE FROM exchange')
    this.#counts.clear()
  }

  /** Makes everything so far survive a crash of this program. */
  flush(): void {
    if (this.#isOpen) this.#db.exec('COMMIT')
    this.#isOpen = false
    this.#pending = 0
  }

  /** Closes and keeps it. */
  close(): void {
    this.flush()
    this.#statements.clear()
    this.#db.close()
  }

  /** Closes and throws it away: the visit is sealed. */
  discard(): void {
    this.close()
    remove(this.#path)
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const made = this.#db.prepare(sql)
    this.#statements.set(sql, made)
    return made
  }

  #get(sql: string, ...values: (string | number | Buffer | null)[]): unknown {
    return this.#statement(sql).get(...values)
  }

  #insert(table: string, sql: string, ...values: (string | number | Buffer | null)[]): boolean {
    const isAdded = this.#run(sql, ...values).changes > 0
    const known = this.#counts.get(table)
    if (isAdded && known !== undefined) this.#counts.set(table, known + 1)
    return isAdded
  }

  #run(sql: string, ...values: (string | number | Buffer | null)[]): { changes: number } {
    if (!this.#isOpen) this.#db.exec('BEGIN')
    this.#isOpen = true
    const done = this.#statement(sql).run(...values)
    if (++this.#pending >= 5000) this.flush()
    return { changes: Number(done.changes) }
  }
}
