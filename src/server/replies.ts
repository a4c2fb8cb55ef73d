import type { Context } from 'hono'
import { LIMITS } from '../base/limits.ts'
import type { ListEntity, Match } from '../model/index.ts'
import type { ScreeningService, ServiceQuestion } from '../operations/index.ts'
import type { MatchWish } from './requests.ts'
import { isRefused, type Refused } from './yente.ts'

/** The refusal of a dataset that no list answers to. */
export const NO_DATASET: Refused = { status: 404, detail: 'No such dataset.' }

/** A refusal as clients of yente read it: `{detail}`. */
export function refused(c: Context, { status, detail }: Refused): Response {
  return c.json({ detail }, status)
}

/** The answers to a question that a request left in. What is left out is left out before the nearest are counted: after it, it would hide others. */
export function wanted(
  service: ScreeningService,
  question: ServiceQuestion,
  wish: MatchWish,
  isWanted: (entity: ListEntity) => boolean = () => true,
): Match[] {
  const { cutoff, excludedSchemata, excludedIds } = wish
  const among = (entity: ListEntity) => !excludedSchemata.has(entity.schema) && !excludedIds.has(entity.id) && isWanted(entity)
  return service.ask(question, { ...wish, among }).filter(({ score }) => score >= cutoff)
}

/** Answers a batch query by query; the first that is refused, or that comes after {@link LIMITS.serveMs}, refuses the batch. Keys are the client's: answers stand apart from a refusal, whatever they are called. */
export function answersTo<Q>(
  queries: readonly (readonly [key: string, query: Q])[],
  one: (query: Q) => object | Refused,
): { readonly responses: Record<string, object> } | Refused {
  const until = performance.now() + LIMITS.serveMs
  const responses: Record<string, object> = {}
  for (const [key, query] of queries) {
    if (performance.now() > until) return { status: 503, detail: `Not answered within ${LIMITS.serveMs} ms: send fewer queries.` }
    const answer = one(query)
    if (isRefused(answer)) return answer
    setOwn(responses, key, answer)
  }
  return { responses }
}

/** A key that a client chose, even `__proto__`, is a key and no more. */
export function setOwn(into: Record<string, object>, key: string, value: object): void {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true })
}

/** The queries of a batch with their keys, within the bound. */
export function batchOf(body: unknown): readonly (readonly [string, unknown])[] | Refused {
  const queries = typeof body === 'object' && body !== null ? (body as { queries?: unknown }).queries : undefined
  if (typeof queries !== 'object' || queries === null || Array.isArray(queries))
    return { status: 422, detail: 'The body is no JSON object with queries.' }
  const all = Object.entries(queries)
  if (all.length === 0) return { status: 400, detail: 'No queries provided.' }
  if (all.length > LIMITS.serveQueries) return { status: 400, detail: `Too many queries in one batch (limit: ${LIMITS.serveQueries})` }
  return all
}
