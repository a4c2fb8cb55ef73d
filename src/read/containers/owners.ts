import { printable } from '../../base/printable.ts'
import { decodeText } from '../../base/text.ts'
import type { Draft } from '../draft.ts'

/** Owner of a member as archives of Unix systems state it. */
export interface Owner {
  readonly user?: Uint8Array
  readonly group?: Uint8Array
  readonly uid?: number
  readonly gid?: number
}

const KEPT = 20

/** Who owned the members on the machine that packed them: each user and group once, with how many members; numbers only where no name is stated. */
export function traceOwners(owners: readonly Owner[], draft: Draft): void {
  const counts = new Map<string, number>()
  for (const { user, group, uid, gid } of owners) {
    const who = label(user, uid)
    const among = label(group, gid)
    const value = [who, among === '' ? '' : `(group ${among})`].filter((part) => part !== '').join(' ')
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  for (const [value, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, KEPT))
    draft.trace(
      'user',
      value,
      `Owner of ${count} of ${owners.length} members on the machine that packed them; system accounts and numbers repeat on most machines, and packers can set them.`,
    )
}

function label(name: Uint8Array | undefined, id: number | undefined): string {
  const text = name === undefined ? '' : printable(decodeText(name).text.trim())
  // Number 0 is what packers write that know no owner.
  if (text === '') return id === undefined || id === 0 ? '' : String(id)
  return id === undefined ? text : `${text}:${id}`
}
