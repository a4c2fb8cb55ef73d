import { InbetweenError } from '../base/errors.ts'
import { compareText } from '../base/hash.ts'
import type { SavedSearch, Tagging } from '../model/index.ts'

const NAME = /^[a-z0-9-]{1,40}$/

/** Checks the name of a tag or of a saved search. @throws InbetweenError `IBT-USAGE` when it is not 1 to 40 of a to z, 0 to 9 and hyphens. */
export function checkMarkName(name: string, what: 'tag' | 'search'): string {
  if (NAME.test(name)) return name
  throw new InbetweenError(
    'IBT-USAGE',
    `${JSON.stringify(name.slice(0, 60))} names no ${what}: 1 to 40 small letters a to z, digits and hyphens`,
    {
      hint: what === 'tag' ? 'inbetween tag a.txt privileged' : 'inbetween search 线条 --save thin-lines',
    },
  )
}

/** Which tags stand on which bytes (SHA-256) now, in order; bytes whose tags were all taken off are left out. */
export function tagsOf(taggings: readonly Tagging[]): ReadonlyMap<string, readonly string[]> {
  const states = new Map<string, Set<string>>()
  for (const { sha256, tags, action } of taggings) {
    const state = states.get(sha256) ?? new Set()
    for (const tag of tags) {
      if (action === 'remove') state.delete(tag)
      else state.add(tag)
    }
    states.set(sha256, state)
  }
  return new Map([...states].filter(([, state]) => state.size > 0).map(([sha256, state]) => [sha256, [...state].sort(compareText)]))
}

/** The saved searches, the newest of each name, in order of names. */
export function savedSearchesOf(saved: readonly SavedSearch[]): SavedSearch[] {
  const newest = new Map(saved.map(({ name, text }) => [name, { name, text }]))
  return [...newest.values()].sort((a, b) => compareText(a.name, b.name))
}
