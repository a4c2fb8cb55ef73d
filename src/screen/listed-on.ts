import type { ListEntity } from '../model/index.ts'
import { STATUS_OPEN_FROM } from './tables/dprk-animation.ts'

/** Whether an entry was listed on a day; what the list does not date cannot be told. */
export type Listed = 'yes' | 'no' | 'cannot be told'

/**
 * Whether an entry was listed on `day` (`YYYY-MM-DD`), from its own dates. A date known by its month or year leaves that month or year open. `yes` holds as far as the list version reaches: a list cannot know
 * what was removed after it was made.
 */
export function listedOn(entity: ListEntity, day: string): Listed {
  const { listedOn: from, delistedOn: until } = entity
  if (from !== undefined && day < from.slice(0, day.length)) return 'no'
  if (from !== undefined && isWithin(from, day)) return 'cannot be told'
  if (until !== undefined && isWithin(until, day)) return 'cannot be told'
  if (until !== undefined && day >= until) return 'no'
  const open = entity.list.startsWith('ofac') ? STATUS_OPEN_FROM[Number(entity.id.split('-').at(-1))] : undefined
  if (open !== undefined && day >= open) return 'cannot be told'
  return from === undefined ? 'cannot be told' : 'yes'
}

/** Whether a date that is known by month or year only is of the day's month or year. */
function isWithin(date: string, day: string): boolean {
  return date.length < day.length && day.startsWith(date)
}
