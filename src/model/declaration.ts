/** Source letter and item digit of the Admiralty scale, `A1` … `F6`. */
export type Rating = string

/** What somebody stated; never taken from evidence by itself. */
export interface Declaration {
  readonly id: string
  readonly kind: 'roster' | 'sites' | 'shots' | 'productions' | 'invoice' | 'attestation' | 'statement' | 'subcontractors' | 'owners'
  /** Columns kept after minimisation, by their preset name (`name`, `role`, `country`, `production`, `shot` …). */
  readonly fields: Readonly<Record<string, string>>
  /** Who stated it, when (`YYYY-MM-DD`), and how reliable it is taken to be. */
  readonly by?: string
  readonly on?: string
  readonly rating?: Rating
  /** For statements: `origin`, `chain`, `site`, `other`. */
  readonly about?: string
  /** Anchor of the row in the sealed declaration file (the minimised bytes). */
  readonly anchor: string
}
