/** One statement of a holding: who holds how much of what, by whose word. */
export interface OwnershipStatement {
  /** `stated`: somebody brought it for the case, or in a table of shares. `list`: an entry of a list says it. */
  readonly basis: 'stated' | 'list'
  /** In words: a file and its row, a sealed declaration with its line, who stated it and when; or a list, its version and entry. */
  readonly source: string
  /** Anchor of the row in the sealed declaration. */
  readonly anchor?: string
  /** Per cent, from the lowest to the highest that the words allow; absent when no share is stated. */
  readonly percent?: readonly [from: number, to: number]
}

/** One step from a listed owner down to the asset. */
export interface OwnershipStep {
  readonly owner: string
  readonly asset: string
  /** Per cent: what all statements allow, or all that any of them allows where they contradict each other. */
  readonly percent: readonly [from: number, to: number]
  /** Whether any of the statements gives a share. */
  readonly isStated: boolean
  /** The sources of all statements, in one text. */
  readonly source: string
  readonly statements: readonly OwnershipStatement[]
}

/** The answer about a company that no row names as owned: nothing is known of its owners, which is not the same as shares that say no. */
export const NO_ROW = 'no row names this company'

/** What the stated shares say of one party under the two rules. It is arithmetic on what was stated, no legal conclusion. */
export interface OwnershipAnswer {
  readonly party: string
  /** Whether the party itself is on a list. */
  readonly isListed: boolean
  /** OFAC's rule: 50 per cent or more in the aggregate. */
  readonly atLeastHalf: 'blocked' | 'may be' | 'not by these shares' | typeof NO_ROW
  /** The EU's and UK's rule for shares: more than 50 per cent; control, which shares do not show, is apart. */
  readonly moreThanHalf: 'owned' | 'may be' | 'not by these shares' | typeof NO_ROW
  /** Per cent that blocked parties hold together: what is stated at least, and what the words allow at most; 0 to 100 where no row names the party as owned. */
  readonly percent: readonly [from: number, to: number]
  /** Holdings of blocked or possibly blocked owners that were added up, and those above them, from the top down. */
  readonly steps: readonly OwnershipStep[]
}

/** A name that is taken for a listed party, as if these were the same, and why. */
export interface TakenForListed {
  readonly name: string
  readonly entry?: {
    readonly id: string
    readonly name: string
    readonly list: string
    readonly listVersion: string
    readonly score: number
    /** `YYYY-MM-DD`; absent where the list does not say. */
    readonly listedOn?: string
  }
  readonly why: string
}

/** A party of a case to which a path from listed owners leads that reaches, or may reach, half of it. No finding rests on it. */
export interface OwnershipPath extends OwnershipAnswer {
  readonly id: string
  /** Day that is asked about, `YYYY-MM-DD`. */
  readonly asOf: string
  /** The names on the path that are taken for entries of lists. */
  readonly taken: readonly TakenForListed[]
}
