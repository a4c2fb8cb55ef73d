/** A company or person, FollowTheMoney schema names. */
export interface Party {
  readonly id: string
  readonly name: string
  readonly schema: 'Company' | 'Organization' | 'Person'
  readonly aliases: readonly string[]
  /** Role that was stated: `client`, `rights-holder`, `vendor`, `subcontractor`, `go-between`, `worker`. */
  readonly role?: string
  /** Country that was stated, ISO 3166-1 alpha-2. */
  readonly country?: string
  /** Name of the company that it is stated to belong to. */
  readonly parent?: string
  /** Where it comes from: `config`, a declaration's anchor, or an exhibit's anchor. */
  readonly source: string
}

/** A series, season or episode. */
export interface Production {
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  /** Prefixes of shot codes: `INV`, `IYN`. */
  readonly codes: readonly string[]
  /** Names of companies that are said to hold or make it. */
  readonly companies: readonly string[]
  /** What a company is stated to be in it: `rights holder`, `client`, `vendor`, or the role in the words of the table. Absent when none is stated. */
  readonly roles?: readonly { readonly company: string; readonly role: string }[]
  readonly source: string
}

/** Why a score is what it is: which two values, by which feature, with which weight. */
export interface Reason {
  readonly feature: string
  readonly detail: string
  readonly query: string
  readonly candidate: string
  readonly weight: number
}

/**
 * Where a name stands: in a `path`; in a `text` that somebody wrote there; in `properties` that a program keeps with a file; or on a `template`: the same words at the same place
 * of several files, a header or a footer. A template says whose form was used, not who ordered the work.
 */
export type MentionBasis = 'path' | 'text' | 'properties' | 'template'

/** A name in a passage, path or trace that resolves to a party or production. */
export interface Mention {
  readonly id: string
  /** The words as they stand. */
  readonly text: string
  readonly anchor: string
  readonly path: string
  readonly kind: 'production' | 'party'
  /** Id of the party or production. */
  readonly target: string
  readonly targetName: string
  /** 0 … 1; 1 is the same letters after folding. */
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly basis: MentionBasis
  /** A shot code that was resolved: season, episode, scene. */
  readonly shot?: { readonly season?: number; readonly episode?: number; readonly scene?: string; readonly version?: string }
}

/** A number that a list gives for an entry: passport, register, tax, ship. */
export interface ListNumber {
  /** In the list's words: `Passport`, `Unified Social Credit Code (USCC)`. */
  readonly kind: string
  readonly number: string
  /** As the list writes it. */
  readonly country?: string
  /** Whether the number agrees with its own check digit; `unknown` where its kind has none or is not told. */
  readonly isValid: 'yes' | 'no' | 'unknown'
}

/** A tie from an entry to another, as the list states it. It is no finding about either. */
export interface ListEdge {
  /** In the list's words: `Linked To`, `Owned or Controlled by`; `owner` and `asset` where shares are stated. */
  readonly kind: string
  /** Name of the other end. */
  readonly to: string
  /** Id of the other end in the same list version, when one entry alone bears that name or number. */
  readonly toId?: string
  /** Share in per cent, from the lowest to the highest that the words allow; absent when none is stated. */
  readonly percent?: readonly [from: number, to: number]
}

/** One day on which a source says that an entry was designated. */
export interface ListingDate {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly on: string
  /** Which source says so: a regulation, an announcement, a list. */
  readonly source: string
}

/** An entry of a list. */
export interface ListEntity {
  /** `<list>-<number>`: `ofac-34022`. */
  readonly id: string
  readonly name: string
  readonly schema: 'Company' | 'Organization' | 'Person' | 'Vessel' | 'Airplane'
  readonly list: string
  readonly programs: readonly string[]
  /** Other names. `weak`: the list itself says so. `script`: ISO 15924 code of a name that is not in Latin letters. */
  readonly aliases: readonly { readonly name: string; readonly weak: boolean; readonly script?: string }[]
  readonly addresses: readonly string[]
  /** Numbers with their kind in one text, as the list writes them. */
  readonly identifiers: readonly string[]
  readonly remarks: string
  /** `YYYY-MM-DD` or `YYYY-MM`; absent when the list does not say. */
  readonly listedOn?: string
  readonly delistedOn?: string
  /** The list that these days come from, where it is another: the one that comes with the program dates some entries of lists without days. */
  readonly datesFrom?: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; circa and ranges are left out. */
  readonly birthDates?: readonly string[]
  /** Countries of the entry (nationality, register, flag, address) as the list writes them. */
  readonly countries?: readonly string[]
  /** The numbers of `identifiers` by kind. */
  readonly numbers?: readonly ListNumber[]
  readonly edges?: readonly ListEdge[]
  /** Days of designation by source, when more than one is known. */
  readonly listings?: readonly ListingDate[]
}

/** What can stand beside a listed person's name and tell whose it is: a whole birth date, a number of a document, an address, or a company that the list ties to the person. */
export type BesideFact = 'birth-date' | 'identifier' | 'address' | 'linked-entity'

/** A party or text compared with an entry. A similar name is not identity. */
export interface Match {
  readonly id: string
  readonly query: string
  readonly entity: ListEntity
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly listVersion: string
  /** Anchors of where the name stands in the case. */
  readonly anchors: readonly string[]
  /** `text`: only texts of the case hold these words. Absent where somebody stated the name, or a file or a network carries it as its company. */
  readonly basis?: 'text'
  /** A person in texts: which facts stand in the exhibit of each anchor. Absent for companies and for names that were stated only. */
  readonly beside?: readonly { readonly anchor: string; readonly facts: readonly BesideFact[] }[]
}
