/** Words that stand one after another, folded as the index of the case folds them. */
export interface SearchPhrase {
  /** Letters and digits only: a token is safe in a query. */
  readonly words: readonly string[]
  /** Whether the last word only begins a word of the text. */
  readonly isPrefix: boolean
}

/** What a text must hold and must not hold. */
export interface SearchQuery {
  readonly all: readonly SearchPhrase[]
  readonly none: readonly SearchPhrase[]
}
