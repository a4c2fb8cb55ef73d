import { timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { isoDay } from '../base/time.ts'
import type { ListVersion } from '../model/index.ts'
import type { ScreeningService } from '../operations/index.ts'
import { reconcileRoutes } from './reconcile-routes.ts'
import { answersTo, batchOf, NO_DATASET, refused, wanted } from './replies.ts'
import { ALGORITHM, datasetsOf, searchWishOf, wishOf } from './requests.ts'
import { entityResponse, isOfSchema, isRefused, questionOf, scoredResponse } from './yente.ts'

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
  reconcileRoutes(app, service, { now: options.now, note: CAVEAT })
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
      const found = wanted(service, question, wish)
      return {
        status: 200,
        results: found.slice(0, wish.limit).map((match) => scoredResponse(match, wish.threshold, kinds)),
        total: { value: found.length, relation: 'eq' },
        query: example,
        ...warned(service.warningsOf(question.names)),
      }
    })
    if (isRefused(answered)) return refused(c, answered)
    c.header('x-batch-size', String(queries.length))
    return c.json({ responses: answered.responses, matcher: {}, limit: wish.limit, lists: listsOf(service, wish.datasets), note: CAVEAT })
  })
}

/** A member that yente has not, only where something of a query's names was not compared. */
function warned(warnings: readonly string[]): { readonly warnings?: readonly string[] } {
  return warnings.length === 0 ? {} : { warnings }
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
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
    const wish = searchWishOf(new URL(c.req.url).searchParams, named)
    if (isRefused(wish)) return refused(c, wish)
    const { datasets, limit, offset, schema, excludedSchemata, target } = wish
    const found = service
      .search(wish.text, datasets)
      .filter(
        (entity) =>
          isOfSchema(entity.schema, schema) &&
          !excludedSchemata.has(entity.schema) &&
          (target === undefined || target === (kinds.get(entity.list) === 'sanctions')),
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
