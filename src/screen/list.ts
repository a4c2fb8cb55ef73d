import type { ListEntity, ListVersion, Warning } from '../model/index.ts'

/** One state of a list with its entries; `entities` is their count. */
export type SanctionsList = ListVersion & { readonly entries: readonly ListEntity[] }

/** What reading files of one format gave. Rows that cannot be read are counted in warnings. */
export interface ListReading {
  /** What a newer state replaces: `ofac`, `un`, or the name that a person gave. */
  readonly name: string
  /** One list, or several where one file holds several. */
  readonly lists: readonly SanctionsList[]
  readonly warnings: readonly Warning[]
  /** Whether the files end as whole ones do; a file that is cut in transfer does not. */
  readonly isWhole: boolean
}

/** What a person says of a list of their own. */
export interface ListOptions {
  /** Name of the list; letters, digits, `_` and `-`. */
  readonly name?: string
  readonly kind?: ListVersion['kind']
  /** Day of this state, `YYYY-MM-DD`. */
  readonly date?: string
  /** Field → column heading: `name` → `Firma`. */
  readonly map?: Readonly<Record<string, string>>
}

/** A format of a list that names can be compared with. A new one is a file in lists/, a fixture and a line in lists/index.ts. */
export interface ListReader {
  /** Short name of the format: `ofac-xml`. */
  readonly name: string
  /** One line for people. */
  readonly summary: string
  /** Who publishes it, and where its format is described. */
  readonly source: string
  /** Whether it comes with the program and needs no files. */
  readonly isBuiltIn: boolean
  /** Whether a file is of this format, from its name and first bytes (64 KiB). */
  recognises(file: string, head: string): boolean
  /** Reads its files, by file name. Never throws on foreign bytes. A built-in list ignores the files. */
  read(files: ReadonlyMap<string, Uint8Array>, options: ListOptions): ListReading
}
