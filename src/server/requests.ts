import { LIMITS } from '../base/limits.ts'
import type { ScreeningService, ServiceWish } from '../operations/index.ts'
import type { Refused } from './yente.ts'

/** Score from which an answer is a match, and from which it is shown, when the client states none. */
const THRESHOLD = 0.85
const CUTOFF = 0.5
/** The one way of comparing that the service has. Asking for another one is refused: its scores would be told under a wrong name. */
export const ALGORITHM = 'inbetween'

/** What the query string of `/match` asks for. */
export interface MatchWish extends ServiceWish {
  readonly limit: number
  readonly cutoff: number
  readonly excludedSchemata: ReadonlySet<string>
  readonly excludedIds: ReadonlySet<string>
}

/** The lists that a dataset names: one by its name, all of them as `default`, those of kind sanctions as `sanctions`. Undefined when there is none of that name. */
export function datasetsOf({ lists }: ScreeningService, name: string): ReadonlySet<string> | undefined {
  const found = lists.filter((list) => name === 'default' || list.name === name || (name === 'sanctions' && list.kind === 'sanctions'))
  return found.length === 0 ? undefined : new Set(found.map((list) => list.name))
}

/** The lists that are left by `include_dataset` (all, when there is none) and `exclude_dataset`. */
export function narrowed(datasets: ReadonlySet<string>, params: URLSearchParams): ReadonlySet<string> {
  const included = params.getAll('include_dataset')
  const excluded = new Set(params.getAll('exclude_dataset'))
  return new Set([...datasets].filter((name) => (included.length === 0 || included.includes(name)) && !excluded.has(name)))
}

/** A whole number of the query string between bounds; undefined when it is none. */
export function wholeNumber(text: string | undefined, otherwise: number, least: number, most: number): number | undefined {
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

/** Reads the query string of `/match` and `/reconcile`. Filters that are not supported are refused, for an answer that left them out would be taken for one. */
export function wishOf(params: URLSearchParams, datasets: ReadonlySet<string>, today: string): MatchWish | Refused {
  const refuse = (detail: string): Refused => ({ status: 400, detail })
  for (const name of ['topics', 'changed_since', 'filters']) if (params.has(name)) return refuse(`${name} is not supported`)
  const algorithm = params.get('algorithm') ?? ALGORITHM
  if (algorithm !== ALGORITHM && algorithm !== 'best') return refuse(`Invalid algorithm: ${algorithm.slice(0, 60)}; there is ${ALGORITHM}`)
  const limit = wholeNumber(params.get('limit') ?? undefined, 5, 1, LIMITS.serveResults)
  const threshold = share(params.get('threshold'), THRESHOLD)
  const cutoff = share(params.get('cutoff'), CUTOFF)
  const asOf = params.get('as_of') ?? today
  if (limit === undefined) return refuse(`limit: a whole number from 1 to ${LIMITS.serveResults}`)
  if (threshold === undefined || cutoff === undefined || threshold === 0) return refuse('threshold and cutoff: numbers from 0 to 1')
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf)) return refuse('as_of: a day, YYYY-MM-DD')
  return {
    datasets: narrowed(datasets, params),
    threshold,
    asOf,
    limit,
    cutoff: Math.min(cutoff, threshold),
    excludedSchemata: new Set(params.getAll('exclude_schema')),
    excludedIds: new Set(params.getAll('exclude_entity_ids')),
  }
}

function share(text: string | null, otherwise: number): number | undefined {
  const value = text === null ? otherwise : text.trim() === '' ? Number.NaN : Number(text)
  return value >= 0 && value <= 1 ? value : undefined
}
