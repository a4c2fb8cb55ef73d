import type { SavedSearch, Tagging } from '../model/index.ts'
import { savedSearchesOf, tagsOf } from '../review/index.ts'
import type { CaseFolder } from './case-folder.ts'
import { payloadsOf } from './sealed-inputs.ts'

/** The tags that stand on bytes (SHA-256) now. They are read from the ledger when they are shown and are no part of derived rows, so that a tag needs no analysis. */
export function tagsOfCase(opened: CaseFolder): ReadonlyMap<string, readonly string[]> {
  const whole = payloadsOf(opened, 'tag').filter(({ sha256, tags }) => typeof sha256 === 'string' && Array.isArray(tags))
  return tagsOf(whole as unknown as readonly Tagging[])
}

/** The saved searches of a case. */
export function savedSearchesOfCase(opened: CaseFolder): SavedSearch[] {
  const whole = payloadsOf(opened, 'saved-search').filter(({ name, text }) => typeof name === 'string' && typeof text === 'string')
  return savedSearchesOf(whole as unknown as readonly SavedSearch[])
}
