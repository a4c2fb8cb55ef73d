import type { Declaration } from '../model/index.ts'

/** What is kept of a cell: its words without contact data, a person as initials, several persons as initials, a holder of shares in words when the name is a company's and else as initials, a country as ISO 3166-1 alpha-2 where it is known, addresses of a network. */
export type Keep = 'words' | 'person' | 'people' | 'holder' | 'country' | 'network'

/** A column that a preset keeps. */
export interface Column {
  /** Name of the field in the declaration. */
  readonly field: string
  /** Headers it is known by, in any letter case; blanks and punctuation do not count. */
  readonly headers: readonly string[]
  readonly keep: Keep
  /** The header repeats and speaks of the column on its left, whose header is the name of a task. */
  readonly isOfLeft?: boolean
}

/** What a preset's sample holds and what must be left of it; the contract test reads every one. */
export interface PresetSample {
  readonly csv: string
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** A file that a program exports, in its own shape, and what must be left of it. Whatever holds SECRET in it must not be kept. */
export interface PresetExport {
  /** Program and way of export. */
  readonly name: string
  readonly text: string
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** A kind of table that people bring: which columns it has, and what of them may be kept. Every other column is left out before anything is sealed. */
export interface Preset {
  readonly name: string
  readonly kind: Declaration['kind']
  readonly summary: string
  readonly columns: readonly Column[]
  /** Fields of which at least one must be there, or the table is none of this kind. */
  readonly needs: readonly string[]
  readonly sample: PresetSample
  /** Other shapes in which programs export such a table. */
  readonly exports?: readonly PresetExport[]
}

/** A kept column of words. */
export function words(field: string, ...headers: readonly string[]): Column {
  return { field, headers, keep: 'words' }
}

/** A kept column of another kind than words. */
export function column(field: string, keep: Keep, ...headers: readonly string[]): Column {
  return { field, headers, keep }
}
