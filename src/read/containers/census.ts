import type { ReadChild } from '../../model/index.ts'
import type { Draft } from '../draft.ts'

/** What a container holds besides the members that were handed on. */
export interface Apart {
  readonly folders?: number
  /** Links, devices and the like: listed, never followed. */
  readonly links?: number
  /** Members that the directory states and that are not listed. */
  readonly unlisted?: number
}

/**
 * Says how complete the reading of a container is, in one line: `412 members: 409 read, 3 refused (encrypted: 2, entry-limit: 1)`. A member counts as
 * refused when its own bytes were not got or not looked at, apart from those whose format no reader knows.
 */
export function traceMembers(draft: Draft, apart: Apart = {}): void {
  draft.trace(
    'members',
    census(draft.children, apart),
    'How complete the reading of this container is; what was refused is named in the warnings.',
  )
}

/** The line of {@link traceMembers}. */
export function census(children: readonly ReadChild[], { folders = 0, links = 0, unlisted = 0 }: Apart = {}): string {
  const counts = { read: 0, partly: 0, unknown: 0, empty: 0 }
  const refused = new Map<string, number>()
  for (const { reading } of children) {
    if (reading.status !== 'not-read') counts[reading.status]++
    else if (reading.format === 'empty') counts.empty++
    else if (reading.reason?.startsWith('no reader') === true) counts.unknown++
    else {
      const code = refusalCode(reading.reason ?? '')
      refused.set(code, (refused.get(code) ?? 0) + 1)
    }
  }
  if (unlisted > 0) refused.set('unlisted', unlisted)
  const reasons = [...refused].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const lost = reasons.reduce((sum, [, count]) => sum + count, 0)
  const all = children.length + unlisted
  const parts = [
    `${counts.read} read`,
    ...(counts.partly > 0 ? [`${counts.partly} partly read`] : []),
    ...(counts.empty > 0 ? [`${counts.empty} empty`] : []),
    ...(counts.unknown > 0 ? [`${counts.unknown} of formats without a reader`] : []),
    ...(lost > 0 ? [`${lost} refused (${reasons.map(([code, count]) => `${code}: ${count}`).join(', ')})`] : []),
    ...(folders > 0 ? [plural(folders, 'folder')] : []),
    ...(links > 0 ? [`${plural(links, 'link')} not followed`] : []),
  ]
  return `${plural(all, 'member')}: ${parts.join(', ')}`
}

/** The kebab-case code that a reason starts with. */
export function refusalCode(reason: string): string {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*(?=:|$)/.exec(reason)?.[0] ?? (reason.startsWith('packed') ? 'packed' : 'other')
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
