import type { Context, Hono } from 'hono'
import { LIMITS } from '../base/limits.ts'
import { isoDay } from '../base/time.ts'
import type { ScreeningService } from '../operations/index.ts'
import { extended, proposedProperties } from './extend.ts'
import { aboutPage, PREVIEW_POLICY, previewPage } from './preview.tsx'
import { exampleOf, manifestOf, SUGGESTED, scoredCandidate, suggestedEntities, suggestions, TOO_LONG } from './reconcile.ts'
import { answersTo, batchOf, NO_DATASET, refused, wanted } from './replies.ts'
import { datasetsOf, wholeNumber, wishOf } from './requests.ts'
import { isRefused, questionOf } from './yente.ts'

const CALLBACK = /^[A-Za-z_$][\w$.]{0,127}$/

/** What the routes need beside the service. */
export interface ReconcileOptions {
  /** Epoch milliseconds now. */
  readonly now: () => number
  /** What no answer says, for pages that people read. */
  readonly note: string
}

/** Reconciliation for OpenRefine: manifest, queries, suggestions, data extension and small pages. */
export function reconcileRoutes(app: Hono, service: ScreeningService, options: ReconcileOptions): void {
  withCallbacks(app)
  app.on(['GET', 'POST'], '/reconcile/:dataset', async (c) => {
    const datasets = datasetsOf(service, c.req.param('dataset'))
    if (!datasets) return refused(c, NO_DATASET)
    const form = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : new URL(c.req.url).searchParams
    const extend = form.get('extend')
    if (extend !== null) {
      const answer = extended(parsed(extend), (id) => entityOf(service, datasets, id))
      return isRefused(answer) ? refused(c, answer) : c.json(answer)
    }
    const queries = form.get('queries')
    if (queries !== null) return reconciled(c, service, datasets, queries, isoDay(options.now()))
    if (c.req.method === 'POST') return refused(c, { status: 422, detail: 'neither queries nor extend is there' })
    return c.json(manifestOf(c.req.param('dataset'), listsIn(service, datasets), new URL(c.req.url).origin, tokenOf(c)))
  })
  suggestRoutes(app, service)
  pageRoutes(app, service, options.note)
}

/**
 * JSONP. OpenRefine's page has another origin, which is refused, and then asks by a script tag, which has none. The token is asked for
 * all the same; the name of the function is held to letters, and a comment before it keeps the answer from being anything else.
 */
function withCallbacks(app: Hono): void {
  app.use('/reconcile/*', async (c, next) => {
    const callback = c.req.query('callback')
    if (callback === undefined || c.req.method !== 'GET') return next()
    if (!CALLBACK.test(callback)) return refused(c, { status: 400, detail: 'callback is no name of a function' })
    await next()
    if (!c.res.ok || !(c.res.headers.get('Content-Type') ?? '').startsWith('application/json')) return
    const json = (await c.res.text()).replace(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'))
    const headers = new Headers(c.res.headers)
    headers.set('Content-Type', 'text/javascript; charset=utf-8')
    headers.delete('Content-Length')
    c.res = new Response(`/**/${callback}(${json});`, { status: 200, headers })
  })
}

function reconciled(c: Context, service: ScreeningService, datasets: ReadonlySet<string>, text: string, today: string): Response {
  const wish = wishOf(new URL(c.req.url).searchParams, datasets, today)
  if (isRefused(wish)) return refused(c, wish)
  const queries = batchOf({ queries: parsed(text) })
  if (isRefused(queries)) return refused(c, queries)
  const answered = answersTo(queries, (query) => {
    const asked = exampleOf(query)
    if (isRefused(asked)) return asked
    const question = questionOf(asked.example)
    if (isRefused(question)) return question
    const found = wanted(service, question, wish, asked.isWanted)
    return { result: found.slice(0, asked.limit).map((match) => scoredCandidate(match, wish.threshold)) }
  })
  if (isRefused(answered)) return refused(c, answered)
  c.header('x-batch-size', String(queries.length))
  return c.json(answered.responses)
}

function suggestRoutes(app: Hono, service: ScreeningService): void {
  app.get('/reconcile/:dataset/suggest/:what', (c) => {
    const datasets = datasetsOf(service, c.req.param('dataset'))
    const what = c.req.param('what')
    if (!datasets) return refused(c, NO_DATASET)
    const prefix = c.req.query('prefix') ?? ''
    if (prefix.length > LIMITS.searchChars) return refused(c, TOO_LONG)
    const head = { code: '/api/status/ok', status: '200 OK', prefix }
    if (what === 'type' || what === 'property') return c.json({ ...head, result: suggestions(what, prefix) })
    if (what !== 'entity') return refused(c, { status: 404, detail: 'Not Found' })
    const cursor = wholeNumber(c.req.query('cursor'), 0, 0, LIMITS.serveOffset)
    const limit = wholeNumber(c.req.query('limit'), SUGGESTED, 1, LIMITS.serveResults)
    if (cursor === undefined || limit === undefined)
      return refused(c, { status: 400, detail: 'cursor or limit: not a whole number within bounds' })
    const found = service.search(prefix, datasets)
    return c.json({ ...head, result: suggestedEntities(entityOf(service, datasets, prefix.trim()), found, cursor, limit) })
  })
  app.get('/reconcile/:dataset/extend/property', (c) => {
    if (!datasetsOf(service, c.req.param('dataset'))) return refused(c, NO_DATASET)
    const type = c.req.query('type') ?? /^\?type=(.*)$/.exec(c.req.query('of') ?? '')?.[1] ?? ''
    return type.length > LIMITS.searchChars ? refused(c, TOO_LONG) : c.json(proposedProperties(type))
  })
}

function pageRoutes(app: Hono, service: ScreeningService, note: string): void {
  const html = (c: Context, page: string) => {
    c.header('Content-Security-Policy', PREVIEW_POLICY)
    return c.html(page)
  }
  app.get('/reconcile/:dataset/preview', (c) => {
    const datasets = datasetsOf(service, c.req.param('dataset'))
    if (!datasets) return refused(c, NO_DATASET)
    const entity = entityOf(service, datasets, c.req.query('id') ?? '')
    if (!entity) return refused(c, { status: 404, detail: 'No such entity!' })
    return html(
      c,
      previewPage(
        entity,
        service.lists.find(({ name }) => name === entity.list),
        note,
      ),
    )
  })
  app.get('/reconcile/:dataset/about', (c) => {
    const datasets = datasetsOf(service, c.req.param('dataset'))
    return datasets ? html(c, aboutPage(c.req.param('dataset'), listsIn(service, datasets), note)) : refused(c, NO_DATASET)
  })
}

function entityOf(service: ScreeningService, datasets: ReadonlySet<string>, id: string) {
  const entity = service.entity(id)
  return entity && datasets.has(entity.list) ? entity : undefined
}

function listsIn({ lists }: ScreeningService, datasets: ReadonlySet<string>) {
  return lists.filter(({ name }) => datasets.has(name))
}

function tokenOf(c: Context): string {
  const token = c.req.query('token')
  return token === undefined ? '' : `?token=${encodeURIComponent(token)}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
