import type { Request } from '../files/log.ts'
import type { DayStory } from '../tree.ts'
import type { Book, Truth } from '../truth.ts'
import type { Show } from './profile.ts'
import type { RegistrationRow, Visitor } from './visits.ts'

/** What a person states of a case: the members of inbetween.yaml that a story fills. Paths of declarations are names of files in `beside`. */
export interface Stated {
  readonly basis: string
  readonly origin?: { readonly address: string; readonly by: string; readonly on: string; readonly rating?: string }
  readonly parties: readonly {
    readonly name: string
    readonly schema?: 'Company' | 'Organization' | 'Person'
    readonly aliases?: readonly string[]
    readonly role?: string
    readonly country?: string
  }[]
  readonly chain?: readonly { readonly from: string; readonly to: string; readonly kind: string }[]
  readonly declarations?: readonly {
    readonly kind: 'roster' | 'sites' | 'subcontractors' | 'shots' | 'statement'
    readonly file: string
    readonly by: string
    readonly on: string
    readonly about?: string
  }[]
  /** Who made the registration table, when, and how reliable the person takes it to be. */
  readonly registrationsBy: { readonly by: string; readonly on: string; readonly rating?: string }
  readonly contextCompanies?: readonly string[]
}

/** A case as a story makes it, before it is written. */
export interface MadeCase {
  readonly title: string
  readonly differs: readonly string[]
  readonly days: readonly DayStory[]
  readonly book: Book
  readonly shows: readonly Show[]
  readonly stated: Stated
  readonly registrations: readonly RegistrationRow[]
  /** Files beside the server: rosters and other declarations. */
  readonly beside: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly requests: readonly Request[]
  readonly visitors: readonly Visitor[]
  readonly productions: Truth['productions']
  readonly rightsCompany?: Truth['rightsCompany']
  readonly orthography: Truth['orthography']
  readonly assessment: Truth['assessment']
  readonly maxLevel: Truth['maxLevel']
  readonly observed: Truth['observed']
  readonly undetermined: readonly string[]
}
