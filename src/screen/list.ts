import type { ListEntity, ListVersion, Warning } from '../model/index.ts'

/** One state of a list with its entries; `entities` is their count. */
export type SanctionsList = ListVersion & { readonly entries: readonly ListEntity[] }

/** What reading a list gave. Rows that cannot be read are counted in warnings. */
export interface ListReading {
  readonly list: SanctionsList
  readonly warnings: readonly Warning[]
}

/** A list that names can be compared with. A new one is a file in lists/, a fixture and a line in lists/index.ts. */
export interface ListReader {
  /** Short name, also the prefix of entry ids: `ofac`. */
  readonly name: string
  readonly kind: ListVersion['kind']
  /** One line for people. */
  readonly summary: string
  /** Who publishes it, and where its format is described. */
  readonly source: string
  /** Whether it comes with the program and needs no files. */
  readonly isBuiltIn: boolean
  /** Reads the list from its files, by file name. Never throws on foreign bytes. A built-in list ignores the files. */
  read(files: ReadonlyMap<string, Uint8Array>): ListReading
}
