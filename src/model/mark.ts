/** What a person marked: a tag set on bytes or taken off again, wherever these bytes lie. Append-only; the newest word on a tag counts. */
export interface Tagging {
  /** SHA-256 of the bytes that are tagged. */
  readonly sha256: string
  /** SHA-256 of the sealed blob that holds them: another one when they are a member of an archive. */
  readonly blob: string
  /** Path that the person named or that the bytes were found under. */
  readonly name: string
  readonly tags: readonly string[]
  readonly action: 'add' | 'remove'
  readonly reason?: string
}

/** A search that a person gave a name; the newest of a name counts. */
export interface SavedSearch {
  readonly name: string
  readonly text: string
}
