import { timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { isoDay } from '../base/time.ts'
import type { ListVersion, Match } from '../model/index.ts'
import type { ScreeningService } from '../operations/index.ts'
import { candidateOf, exampleOf, manifestOf, scoredCandidate, suggestions } from './reconcile.ts'
import { ALGORITHM, datasetsOf, type MatchWish, narrowed, wholeNumber, wishOf } from './requests.ts'
import { entityResponse, isRefused, questionOf, type Refused, scoredResponse } from './yente.ts'

/** What the application is made with. */
export interface AppOptions {
  readonly token: string
  /** Host headers that are answered: `127.0.0.1:40123`. Any other is a page elsewhere whose name was led here. */
  readonly hosts: ReadonlySet<string>
  /** Epoch milliseconds now. */
  readonly now: () => number
}

const CAVEAT =
  'A similar name is not identity. No match is not clearance: it says only that these lists in these versions hold no similar name.'

/** The screening service over HTTP: yente's `/match`, `/search`, `/entities` and catalog, and reconciliation for OpenRefine. Errors are `{detail}`, as there. */
export function screeningApp(service: ScreeningService, options: AppOptions): Hono {
  const app = new Hono()
  const kinds = new Map(service.lists.map(({ name, kind }) => [name, kind]))
  guard(app, options)
  for (const path of ['/healthz', '/readyz']) app.get(path, (c) => c.json({ status: 'ok' }))
  app.get('/catalog', (c) => c.json(catalogOf(service.lists)))
  app.get('/algorithms', (c) =>
    c.json({
      algorithms: [{ name: ALGORITHM, description: `Names in every script, with reasons. ${CAVEAT}`, features: {} }],
      default: ALGORITHM,
      best: ALGORITHM,
    }),
  )
  matchRoute(app, service, options, kinds)
  searchRoutes(app, service, kinds)
  reconcileRoutes(app, service, options)
  app.notFound((c) => c.json({ detail: 'Not Found' }, 404))
  app.onError((_, c) => c.json({ detail: 'Server error' }, 500))
  return app
}

/** Who may ask: somebody with the token, through an address of this machine, from no page of another origin. */
function guard(app: Hono, { token, hosts }: AppOptions): void {
  const expected = Buffer.from(sha256Hex(token))
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
    const origin = c.req.header('Origin')
    if (!hosts.has((c.req.header('Host') ?? '').toLowerCase())) return c.json({ detail: 'Unknown host' }, 403)
    if (origin !== undefined && !hosts.has(origin.replace(/^http:\/\//, ''))) return c.json({ detail: 'Unknown origin' }, 403)
    if (c.req.path === '/healthz' || c.req.path === '/readyz') return next()
    const given = /^(?:Bearer|ApiKey) (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? c.req.query('token') ?? ''
    if (!timingSafeEqual(Buffer.from(sha256Hex(given)), expected)) return c.json({ detail: 'Token is missing or wrong' }, 401)
    return next()
  })
  app.use(
    bodyLimit({
      maxSize: LIMITS.serveBodyBytes,
      onError: (c) => {
        // The rest of the body stays unread, so that the connection is of no use any more.
        c.header('Connection', 'close')
        return c.json({ detail: `Body larger than ${LIMITS.serveBodyBytes} bytes` }, 413)
      },
    }),
  )
}

function refused(c: Context, { status, detail }: Refused): Response {
  return c.json({ detail }, status)
}

const NO_DATASET: Refused = { status: 404, detail: 'No such dataset.' }

function matchRoute(app: Hono, service: ScreeningService, options: AppOptions, kinds: ReadonlyMap<string, ListVersion['kind']>): void {
  app.post('/match/:dataset', async (c) => {
    const datasets = datasetsOf(service, c.req.param('dataset'))
    if (!datasets) return refused(c, NO_DATASET)
    const wish = wishOf(new URL(c.req.url).searchParams, datasets, isoDay(options.now()))
    if (isRefused(wish)) return refused(c, wish)
    const body = await jsonOf(c)
    const queries = batchOf(body)
    if (isRefused(queries)) return refused(c, queries)
    const setting = settingOf(body)
    if (setting !== undefined) return refused(c, { status: 400, detail: `${setting} of another matcher is not supported` })
    const answered = answersTo(queries, (example) => {
      const question = questionOf(example)
      if (isRefused(question)) return question
      const found = wanted(service.ask(question, wish), wish)
      return {
        status: 200,
        results: found.slice(0, wish.limit).map((match) => scoredResponse(match, wish.threshold, kinds)),
        total: { value: found.length, relation: 'eq' },
        query: example,
      }
    })
    if (isRefused(answered)) return refused(c, answered)
    c.header('x-batch-size', String(queries.length))
    return c.json({ responses: answered.responses, matcher: {}, limit: wish.limit, lists: listsOf(service, wish.datasets), note: CAVEAT })
  })
}

function wanted(matches: readonly Match[], { cutoff, excludedSchemata, excludedIds }: MatchWish): Match[] {
  return matches.filter(({ score, entity }) => score >= cutoff && !excludedSchemata.has(entity.schema) && !excludedIds.has(entity.id))
}

/** Answers a batch query by query; the first that is refused, or that comes after {@link LIMITS.serveMs}, refuses the batch. Keys are the client's: answers stand apart from a refusal, whatever they are called. */
function answersTo<Q>(
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
function setOwn(into: Record<string, object>, key: string, value: object): void {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true })
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
}

function batchOf(body: unknown): readonly (readonly [string, unknown])[] | Refused {
  const queries = typeof body === 'object' && body !== null ? (body as { queries?: unknown }).queries : undefined
  if (typeof queries !== 'object' || queries === null || Array.isArray(queries))
    return { status: 422, detail: 'The body is no JSON object with queries.' }
  const all = Object.entries(queries)
  if (all.length === 0) return { status: 400, detail: 'No queries provided.' }
  if (all.length > LIMITS.serveQueries) return { status: 400, detail: `Too many queries in one batch (limit: ${LIMITS.serveQueries})` }
  return all
}

/** A setting of yente's matchers that the body holds, unless it is empty: scores without it would be taken for scores with it. */
function settingOf(body: unknown): string | undefined {
  const held = body as Record<string, unknown>
  return ['weights', 'config'].find((name) => typeof held[name] === 'object' && Object.keys(held[name] ?? {}).length > 0)
}

function searchRoutes(app: Hono, service: ScreeningService, kinds: ReadonlyMap<string, ListVersion['kind']>): void {
  app.get('/search/:dataset', (c) => {
    const named = datasetsOf(service, c.req.param('dataset'))
    if (!named) return refused(c, NO_DATASET)
    const { searchParams } = new URL(c.req.url)
    const datasets = narrowed(named, searchParams)
    const excludedSchemata = new Set(searchParams.getAll('exclude_schema'))
    const limit = wholeNumber(c.req.query('limit'), 10, 0, LIMITS.serveResults)
    const offset = wholeNumber(c.req.query('offset'), 0, 0, LIMITS.serveOffset)
    const schema = c.req.query('schema') ?? 'Thing'
    if (limit === undefined || offset === undefined)
      return refused(c, { status: 400, detail: 'limit or offset: not a whole number within bounds' })
    const unsupported = ['countries', 'topics', 'changed_since', 'filter', 'filter_op', 'sort', 'fuzzy', 'simple'].find(
      (name) => c.req.query(name) !== undefined,
    )
    if (unsupported !== undefined) return refused(c, { status: 400, detail: `${unsupported} is not supported` })
    const found = service
      .search((c.req.query('q') ?? '').slice(0, LIMITS.searchChars), datasets)
      .filter(
        (entity) =>
          !excludedSchemata.has(entity.schema) &&
          (schema === 'Thing' ||
            entity.schema === schema ||
            (schema === 'LegalEntity' && ['Person', 'Company', 'Organization'].includes(entity.schema))),
      )
    const results = found.slice(offset, offset + limit).map((entity) => entityResponse(entity, kinds))
    return c.json({
      limit,
      offset,
      total: { value: found.length, relation: 'eq' },
      results,
      facets: {},
      lists: listsOf(service, datasets),
      note: CAVEAT,
    })
  })
  app.get('/entities/:id', (c) => {
    const entity = service.entity(c.req.param('id'))
    return entity ? c.json(entityResponse(entity, kinds)) : refused(c, { status: 404, detail: 'No such entity!' })
  })
  // An empty answer would be taken for "linked with nobody".
  for (const path of ['/entities/:id/adjacent', '/entities/:id/adjacent/:property'])
    app.get(path, (c) => refused(c, { status: 400, detail: 'adjacent is not supported: links between entries are not kept' }))
}

function reconcileRoutes(app: Hono, service: ScreeningService, options: AppOptions): void {
  const answer = async (c: Context) => {
    const name = c.req.param('dataset') ?? ''
    const datasets = datasetsOf(service, name)
    if (!datasets) return refused(c, NO_DATASET)
    const url = new URL(c.req.url)
    const form = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : url.searchParams
    const text = form.get('queries')
    if (text === null) {
      if (c.req.method === 'POST') return refused(c, { status: 422, detail: 'queries is missing; data extension is not supported' })
      const { token } = c.req.query()
      return c.json(
        manifestOf(
          name,
          service.lists.filter((list) => datasets.has(list.name)),
          url.origin,
          token === undefined ? '' : `?token=${encodeURIComponent(token)}`,
        ),
      )
    }
    const wish = wishOf(url.searchParams, datasets, isoDay(options.now()))
    if (isRefused(wish)) return refused(c, wish)
    const queries = batchOf({ queries: parsed(text) })
    if (isRefused(queries)) return refused(c, queries)
    const answered = answersTo(queries, (query) => {
      const asked = exampleOf(query)
      if (isRefused(asked)) return asked
      const question = questionOf(asked.example)
      if (isRefused(question)) return question
      const found = wanted(service.ask(question, wish), wish).slice(0, asked.limit)
      return { result: found.map((match) => scoredCandidate(match, wish.threshold)) }
    })
    if (isRefused(answered)) return refused(c, answered)
    return c.json(answered.responses)
  }
  app.on(['GET', 'POST'], '/reconcile/:dataset', answer)
  app.get('/reconcile/:dataset/suggest/:what', (c) => {
    const datasets = datasetsOf(service, c.req.param('dataset'))
    const what = c.req.param('what')
    if (!datasets) return refused(c, NO_DATASET)
    const prefix = (c.req.query('prefix') ?? '').slice(0, LIMITS.searchChars)
    const head = { code: '/api/status/ok', status: '200 OK', prefix }
    if (what === 'entity') return c.json({ ...head, result: service.search(prefix, datasets).slice(0, 10).map(candidateOf) })
    return what === 'type' || what === 'property'
      ? c.json({ ...head, result: suggestions(what, prefix) })
      : refused(c, { status: 404, detail: 'Not Found' })
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listsOf({ lists }: ScreeningService, datasets: ReadonlySet<string>) {
  return lists
    .filter(({ name }) => datasets.has(name))
    .map(({ name, kind, version, entities, date }) => ({ name, kind, version, entities, date: date ?? null }))
}

function catalogOf(lists: readonly ListVersion[]) {
  const one = ({ name, kind, version, entities }: ListVersion) => ({
    name, title: name, summary: `${kind} list, ${entities} entries`, url: null, load: true, entities_url: null, version, index_version: version, index_current: true, children: [] as string[],
  }) // biome-ignore format: a record read as lines
  const collections = [
    { name: 'default', of: lists },
    { name: 'sanctions', of: lists.filter(({ kind }) => kind === 'sanctions') },
  ].map(({ name, of }) => ({
    ...one({
      name,
      kind: name === 'sanctions' ? 'sanctions' : 'other',
      version: sha256Hex(of.map((list) => `${list.name} ${list.version}`).join('\n')).slice(0, 12),
      entities: of.reduce((sum, { entities }) => sum + entities, 0),
    }),
    children: of.map((list) => list.name),
  }))
  return { datasets: [...lists.map(one), ...collections], current: lists.map(({ name }) => name), outdated: [], index_stale: false }
}
