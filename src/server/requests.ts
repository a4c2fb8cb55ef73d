import { LIMITS } from '../base/limits.ts'
import type { ScreeningService, ServiceWish } from '../operations/index.ts'
import { isSchema, type Refused } from './yente.ts'

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

/** What the query string of `/search` asks for. */
export interface SearchWish {
  readonly text: string
  readonly datasets: ReadonlySet<string>
  readonly limit: number
  readonly offset: number
  readonly schema: string
  readonly excludedSchemata: ReadonlySet<string>
  /** Whether entries have to be, or must not be, of a list of sanctions. */
  readonly target: boolean | undefined
}

/** Reads the query string of `/search`. What is not supported is refused unless it says what is done anyway (`fuzzy=false`). */
export function searchWishOf(params: URLSearchParams, named: ReadonlySet<string>): SearchWish | Refused {
  const refuse = (detail: string): Refused => ({ status: 400, detail })
  const text = params.get('q') ?? ''
  const limit = wholeNumber(params.get('limit') ?? undefined, 10, 0, LIMITS.serveResults)
  const offset = wholeNumber(params.get('offset') ?? undefined, 0, 0, LIMITS.serveOffset)
  const schema = params.get('schema') ?? 'Thing'
  const target = truth(params.get('target'))
  if (limit === undefined || offset === undefined) return refuse('limit or offset: not a whole number within bounds')
  if (target === undefined && params.has('target')) return refuse('target: neither true nor false')
  // A misspelt schema would find nothing, which would be taken for no match.
  if (!isSchema(schema)) return refuse(`Invalid schema: ${schema.slice(0, 60)}`)
  if (text.length > LIMITS.searchChars) return refuse(`q is longer than ${LIMITS.searchChars} characters`)
  for (const name of ['countries', 'topics', 'changed_since', 'filter', 'sort'])
    if (params.has(name)) return refuse(`${name} is not supported`)
  if (params.has('fuzzy') && truth(params.get('fuzzy')) !== false) return refuse('fuzzy is not supported')
  const datasets = params.getAll('datasets')
  return {
    text,
    datasets: new Set([...narrowed(named, params)].filter((name) => datasets.length === 0 || datasets.includes(name))),
    limit,
    offset,
    schema,
    excludedSchemata: new Set(params.getAll('exclude_schema')),
    target,
  }
}

function truth(text: string | null): boolean | undefined {
  const small = (text ?? '').toLowerCase()
  return ['true', '1', 'on', 'yes'].includes(small) ? true : ['false', '0', 'off', 'no'].includes(small) ? false : undefined
}

function share(text: string | null, otherwise: number): number | undefined {
  const value = text === null ? otherwise : text.trim() === '' ? Number.NaN : Number(text)
  return value >= 0 && value <= 1 ? value : undefined
}
