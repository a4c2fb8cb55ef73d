import type { HashSetFormat } from '../hash-set-format.ts'
import { csv } from './csv.ts'
import { list } from './list.ts'
import { nsrlSqlite } from './nsrl-sqlite.ts'

/** Every kind of file with digests of known files; the first that recognises a file reads it. */
export const HASH_SET_FORMATS: readonly HashSetFormat[] = [nsrlSqlite, csv, list]
