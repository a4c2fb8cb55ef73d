import type { DatabaseSync } from '@photostructure/sqlite'
import { LIMITS } from '../base/limits.ts'
import type { SearchPhrase, SearchQuery } from '../model/index.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Which passages are looked through. */
export interface SearchWithin {
  /** BCP 47 tag or its first part: `zh` takes `zh-Hans` too. */
  readonly language?: string
  /** Words that the path of the file has in it, as they stand. */
  readonly path?: string
  /** At most this many ids. */
  readonly limit: number
}

/** What a search found, in the order of the case. */
export interface Found {
  /** Positions in their kind, from 0. */
  readonly orders: readonly number[]
  /** How many there are; `isMore` when counting ended before all were counted. */
  readonly count: number
  readonly isMore: boolean
  /** The path that was asked for stands in more runs of files than `LIMITS.searchSpans`: the rest is not looked through. */
  readonly isPathCut?: true
}

/**
 * Tables of the word index. They hold no text: FTS5 keeps words and where they stand (`content=''`), its row ids are positions of the records. A prefix index of one
 * letter answers for single characters. Words come folded, parted by blanks, so the plainest tokenizer does.
 */
export const WORD_TABLES = `
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, language, content='', prefix='1', tokenize='ascii');
  CREATE VIRTUAL TABLE IF NOT EXISTS paths USING fts5(text, content='', prefix='1', tokenize='ascii');
  CREATE TABLE IF NOT EXISTS span(first INTEGER PRIMARY KEY, last INTEGER NOT NULL, path TEXT NOT NULL);`

/** Bytes of words that are gathered before they are written as one segment; the default of 1 MiB makes hundreds that are then merged again and again. */
const HASH_BYTES = 64 * 1024 * 1024

/** Stands between two texts of one passage: no query holds it, so no phrase goes across. */
const BETWEEN = '\ue000'

/** What the index needs of a record that is a passage or an exhibit. */
interface Searched {
  readonly text?: unknown
  readonly repaired?: { readonly text?: unknown }
  readonly language?: unknown
  readonly path?: unknown
}

/** Empties the index of a kind. */
export function forgetWords(db: Database, of: 'words' | 'paths'): void {
  db.exec(`INSERT INTO ${of}(${of}) VALUES('delete-all'); INSERT INTO ${of}(${of}, rank) VALUES('hashsize', ${HASH_BYTES})`)
  if (of === 'words') db.exec('DELETE FROM span')
}

/** Indexes passages one after another; `end` is called after the last. */
export function passageIndexer(db: Database, fold: (text: string) => string) {
  const word = db.prepare('INSERT INTO words(rowid, text, language) VALUES(?,?,?)')
  const span = db.prepare('INSERT INTO span(first, last, path) VALUES(?,?,?)')
  let path: string | undefined
  let first = 0
  let next = 0
  const close = () => {
    if (path !== undefined) span.run(first, next - 1, path)
  }
  return {
    add(order: number, record: Searched): void {
      const texts = [record.text, record.repaired?.text].filter((one): one is string => typeof one === 'string')
      word.run(order, texts.map(fold).join(` ${BETWEEN} `), tagsOf(String(record.language ?? '')))
      const at = String(record.path ?? '').normalize('NFC')
      if (at !== path) {
        close()
        path = at
        first = order
      }
      next = order + 1
    },
    end: close,
  }
}

/** Indexes the path of an exhibit. */
export function pathIndexer(db: Database, fold: (text: string) => string): (order: number, record: Searched) => void {
  const word = db.prepare('INSERT INTO paths(rowid, text) VALUES(?,?)')
  return (order, { path }) => {
    word.run(order, fold(String(path ?? '')))
  }
}

/** `zh-Hans` → `zh zhhans`: a search for `zh` takes both. */
function tagsOf(language: string): string {
  const [first = '', ...rest] = language.toLowerCase().split('-')
  return rest.length === 0 ? first : `${first} ${first}${rest.join('')}`
}

/** The passages that answer a query, in case order. */
export function searchPassages(db: Database, query: SearchQuery, { language, path, limit }: SearchWithin): Found {
  const match = matchOf(query, language)
  if (match === undefined) return NOTHING
  if (path === undefined) return ask(db, 'words', match, limit)
  const spans = db
    .prepare('SELECT first, last FROM span WHERE instr(path, ?) > 0 ORDER BY first LIMIT ?')
    .all(path.normalize('NFC'), LIMITS.searchSpans + 1) as unknown as readonly { readonly first: number; readonly last: number }[]
  const isCut = spans.length > LIMITS.searchSpans
  const cut = isCut ? { isPathCut: true as const } : {}
  const orders: number[] = []
  let count = 0
  for (const { first, last } of joined(spans.slice(0, LIMITS.searchSpans))) {
    const found = ask(db, 'words', match, limit, first, last)
    orders.push(...found.orders.slice(0, limit - orders.length))
    count += found.count
    if (found.isMore || count > LIMITS.searchCount) return { orders, count: LIMITS.searchCount, isMore: true, ...cut }
  }
  return { orders, count, isMore: isCut, ...cut }
}

/** The exhibits whose path answers a query, in case order. */
export function searchPaths(db: Database, query: SearchQuery, limit: number): Found {
  const match = matchOf(query, undefined)
  return match === undefined ? NOTHING : ask(db, 'paths', match, limit)
}

const NOTHING: Found = { orders: [], count: 0, isMore: false }

/**
 * Rows come by row id, which is the order of the index: nothing is sorted, and reading ends at the limit. The driver binds numbers as floating point, and FTS5 goes by
 * integers only when it jumps to a first row.
 */
function ask(db: Database, table: 'words' | 'paths', match: string, limit: number, first = 0, last = Number.MAX_SAFE_INTEGER): Found {
  const range = `WHERE ${table} MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid LIMIT ?`
  const orders = (
    db.prepare(`SELECT rowid AS n FROM ${table} ${range}`).all(match, first, last, limit) as unknown as readonly { readonly n: number }[]
  ).map(({ n }) => n)
  if (orders.length < limit) return { orders, count: orders.length, isMore: false }
  const counted = db.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${table} ${range})`).get(match, first, last, LIMITS.searchCount + 1)
  const count = Number(Reflect.get(counted as object, 'n'))
  return { orders, count: Math.min(count, LIMITS.searchCount), isMore: count > LIMITS.searchCount }
}

/** Files whose passages follow each other are looked through at once. */
function joined(spans: readonly { readonly first: number; readonly last: number }[]): { first: number; last: number }[] {
  const out: { first: number; last: number }[] = []
  for (const { first, last } of spans) {
    const before = out.at(-1)
    if (before && before.last + 1 === first) before.last = last
    else out.push({ first, last })
  }
  return out
}

/** The query in FTS5's language: every word quoted, nothing of it syntax. Undefined when nothing must be there. */
function matchOf({ all, none }: SearchQuery, language: string | undefined): string | undefined {
  if (all.length === 0) return undefined
  const wanted = all.map(phrase).join(' AND ')
  const unwanted = none.length === 0 ? '' : ` NOT (${none.map(phrase).join(' OR ')})`
  const text = `((${wanted})${unwanted})`
  if (language === undefined) return `text : ${text}`
  return `(text : ${text}) AND (language : ${quoted(language.toLowerCase().replace(/[^a-z0-9]/g, '') || BETWEEN)})`
}

function phrase({ words, isPrefix }: SearchPhrase): string {
  return `${quoted(words.join(' '))}${isPrefix ? ' *' : ''}`
}

function quoted(words: string): string {
  return `"${words.replaceAll('"', '""').replaceAll('\0', ' ')}"`
}
