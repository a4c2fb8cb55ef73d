import type { Reading } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import type { Listing } from './unpacker-list.ts'

/** Says how many members of an archive ask for a password. */
export function traceProtection(rows: readonly { readonly isEncrypted: boolean }[], draft: Draft): void {
  const locked = rows.filter(({ isEncrypted }) => isEncrypted).length
  if (locked > 0)
    draft.trace(
      'protection',
      `${locked} of ${rows.length} members encrypted`,
      'Members that only a password opens; their names and sizes are in the open. Packing with a password is ordinary for deliveries.',
    )
}

/** The reading of an archive whose directory itself asks for a password. */
export function lockedReading(format: string, draft: Draft): Reading {
  draft.trace(
    'protection',
    'directory encrypted',
    'Even the names of the members are behind a password; packing programs offer this as a setting, and it is ordinary for deliveries.',
  )
  draft.cut('encrypted', 'the directory is encrypted: neither names nor members can be read without the password')
  draft.trace('members', 'unknown: the directory is encrypted', 'How complete the reading of this container is.')
  return draft.done(format)
}

/** The reading of an archive that the unpacker cannot list at all. */
export function unlistedReading(format: string, { ran }: Listing, draft: Draft): Reading {
  const said = ran.errors.split('\n').find((line) => /cannot|unexpected|unsupported|not /i.test(line)) ?? ''
  draft.cut('damaged', `the directory cannot be read${said === '' ? '' : ` (${said.replace(/^ERROR: \/a : /, '').trim()})`}`)
  return draft.done(format, 'damaged: the directory cannot be read')
}

/** What the unpacker found wrong with an archive that it could list. */
export function warnOfDamage({ about, ran }: Listing, draft: Draft): void {
  const error = about.get('ERRORS')
  const warning = about.get('WARNINGS')
  if (error !== undefined) draft.cut(/end of/i.test(error) ? 'truncated' : 'damaged', `the archive is damaged: ${error}`)
  else if (ran.outcome === 'failed' || ran.outcome === 'broken') draft.cut('damaged', 'the listing ended early')
  if (warning !== undefined) draft.warn('archive-oddity', `the archive is odd: ${warning}`)
}
