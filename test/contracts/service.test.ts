import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/base/limits.ts'
import { type Serving, screeningService } from '../../src/operations/index.ts'
import { builtInLists, readLists } from '../../src/screen/index.ts'
import { serve } from '../../src/server/index.ts'

const TOKEN = 'a-token-of-the-test'
let serving: Serving
beforeAll(async () => {
  const folder = 'fixtures/lists/ofac-csv'
  const { readings } = readLists(new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))])))
  const lists = [...builtInLists(), ...readings.flatMap((reading) => reading.lists)]
  serving = await serve(screeningService(lists), { port: 0, token: TOKEN, now: () => Date.parse('2024-01-17T00:00:00Z') })
})
afterAll(async () => {
  serving.close()
  expect(await serving.closed).toBeGreaterThan(10)
})

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${serving.url}${path}`, { ...init, headers: { Authorization: `Bearer ${TOKEN}`, ...init.headers } })
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) }
}
const post = (path: string, body: unknown, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  ask(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
const match = (queries: unknown, path = '/match/default') => post(path, { queries })
const company = (...name: string[]) => ({ schema: 'Company', properties: { name } })

describe('/match answers in yente’s shape', () => {
  it('with entities, scores, features and explanations, for every query by its key', async () => {
    const { status, headers, body } = await match({
      a: company('Brandal Lantern Trading'),
      __proto__x: { schema: 'LegalEntity', properties: { name: 'Quarry Nowhere' } },
    })
    expect(status).toBe(200)
    expect(headers.get('x-batch-size')).toBe('2')
    expect(body).toMatchObject({
      limit: 5,
      matcher: {},
      lists: [{ name: 'ofac-dprk-animation' }, { name: 'ofac', kind: 'sanctions', entities: 4 }],
      note: expect.stringContaining('not clearance'),
    })
    expect(Object.keys(body.responses)).toEqual(['a', '__proto__x'])
    expect(body.responses.__proto__x).toMatchObject({ status: 200, results: [], total: { value: 0, relation: 'eq' } })
    const [best] = body.responses.a.results
    expect(best).toMatchObject({
      id: 'ofac-11', caption: 'BRANDAL LANTERN TRADING CO., LTD.', schema: 'Company', datasets: ['ofac'], referents: [], target: true, first_seen: null, last_seen: null, last_change: null, match: true,
      properties: { name: ['BRANDAL LANTERN TRADING CO., LTD.'], topics: ['sanction'], program: ['DPRK3', 'SDGT'] },
    }) // biome-ignore format: a record read as lines
    expect(best.score).toBeGreaterThanOrEqual(0.85)
    expect(Object.values(best.features).every((value) => typeof value === 'number')).toBe(true)
    expect(Object.keys(best.explanations)).toEqual(Object.keys(best.features))
    expect(body.responses.a.query).toEqual(company('Brandal Lantern Trading'))
  })

  it('a person is no match by name alone, and is one with a birth date or by a number without a name', async () => {
    const person = (properties: object) => ({ schema: 'Person', properties })
    const { body } = await match({
      bare: person({ name: ['Marwick Ostrava'] }),
      born: person({ name: ['Marwick Ostrava'], birthDate: ['1974-04-06'] }),
      parts: person({ firstName: ['Marwick'], lastName: ['Ostrava'], birthDate: '1974-04-06' }),
      number: person({ passportNumber: ['Q1234567'] }),
    })
    const first = (key: string) => body.responses[key].results[0]
    expect(first('bare')).toMatchObject({ id: 'ofac-12', match: false })
    expect(first('bare').explanations).toHaveProperty('one-identifier')
    for (const key of ['born', 'parts', 'number']) expect([key, first(key)]).toMatchObject([key, { id: 'ofac-12', match: true }])
  })

  it('what of a query’s names is not compared is said, and else nothing', async () => {
    const long = Array.from({ length: 25 }, (_, i) => `ostra${i}`).join(' ')
    const { body } = await match({
      long: company(long),
      many: company(...Array.from({ length: 21 }, (_, i) => `Quarry ${i}`)),
      few: company('Quarry'),
    })
    expect(body.responses.long.warnings).toEqual([expect.stringContaining('1 of 1 names')])
    expect(body.responses.many.warnings).toEqual(['20 of 21 names were compared'])
    expect(body.responses.few).not.toHaveProperty('warnings')
  })

  it('another country lowers a score with its reason and leaves the entry there', async () => {
    const asked = (properties: object) => ({ schema: 'Company', properties: { name: ['Moxin Cartoon'], ...properties } })
    const { body } = await match({ bare: asked({}), abroad: asked({ jurisdiction: ['br'] }), home: asked({ country: 'cn' }) })
    const first = (key: string) => body.responses[key].results[0]
    expect(first('abroad').score).toBeLessThan(first('bare').score)
    expect(first('abroad')).toMatchObject({ id: first('bare').id, explanations: { country: { candidate: 'China' } } })
    expect(first('home').score).toBe(first('bare').score)
  })

  it('narrows by dataset, schema, id, limit, threshold and cutoff', async () => {
    const results = async (query: string, dataset = 'default') =>
      (await match({ q: company('Brandal Lantern Trading') }, `/match/${dataset}?${query}`)).body.responses.q.results.length
    expect(await results('')).toBe(1)
    expect(await results('exclude_schema=Company')).toBe(0)
    expect(await results('exclude_entity_ids=ofac-11')).toBe(0)
    expect(await results('exclude_dataset=ofac')).toBe(0)
    expect(await results('', 'ofac-dprk-animation')).toBe(0)
    expect(await results('', 'sanctions')).toBe(1)
    expect((await match({ q: company('Brandal Lantern') }, '/match/ofac?threshold=1')).body.responses.q.results[0].match).toBe(false)
  })

  it.each([
    ['no JSON', '/match/default', '{', 422],
    ['no queries', '/match/default', '[]', 422],
    ['an empty batch', '/match/default', '{"queries":{}}', 400],
    [
      'more queries than the bound',
      '/match/default',
      JSON.stringify({ queries: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [n, company('x')])) }),
      400,
    ],
    ['an unknown schema', '/match/default', '{"queries":{"a":{"schema":"Vessel","properties":{"name":["x"]}}}}', 400],
    ['no name', '/match/default', '{"queries":{"a":{"schema":"Person","properties":{}}}}', 400],
    ['an unknown dataset', '/match/nowhere', '{"queries":{}}', 404],
    ['an algorithm that is another’s', '/match/default?algorithm=logic-v1', '{"queries":{}}', 400],
    ['a filter that would be left out in silence', '/match/default?topics=sanction', '{"queries":{}}', 400],
    ['a limit that is none', '/match/default?limit=1e9', '{"queries":{}}', 400],
    ['a body above the bound', '/match/default', `"${'x'.repeat(LIMITS.serveBodyBytes)}"`, 413],
  ])('refuses %s with a detail', async (_, path, body, status) => {
    expect(await post(path, body)).toMatchObject({ status, body: { detail: expect.any(String) } })
  })
})

describe('/search, /entities and the catalog', () => {
  it('find entries by words, leaf through them and give one', async () => {
    const { body } = await ask('/search/default?q=lantern&limit=1')
    expect(body).toMatchObject({ limit: 1, offset: 0, total: { value: 1, relation: 'eq' }, results: [{ id: 'ofac-11' }], facets: {} })
    expect((await ask('/search/default?q=lantern&offset=1')).body.results).toEqual([])
    expect((await ask('/search/default?q=')).body.total.value).toBe(0)
    expect((await ask('/entities/ofac-12')).body).toMatchObject({ schema: 'Person', properties: { birthDate: ['1974-04-06'] } })
    expect(await ask('/entities/..%2F..%2Fetc')).toMatchObject({ status: 404, body: { detail: expect.any(String) } })
  })

  it('say what is loaded', async () => {
    const { body } = await ask('/catalog')
    expect(body.datasets.map(({ name }: { name: string }) => name)).toEqual(['ofac-dprk-animation', 'ofac', 'default', 'sanctions'])
    expect(body).toMatchObject({ current: ['ofac-dprk-animation', 'ofac'], outdated: [], index_stale: false })
    expect((await ask('/algorithms')).body).toMatchObject({ default: 'inbetween', best: 'inbetween', algorithms: [{ name: 'inbetween' }] })
    for (const path of ['/healthz', '/readyz']) expect((await ask(path)).body).toEqual({ status: 'ok' })
  })
})

describe('/reconcile answers as OpenRefine asks', () => {
  it('gives a manifest whose paths carry the token on', async () => {
    const { body } = await ask(`/reconcile/ofac?token=${TOKEN}`)
    expect(body).toMatchObject({
      versions: ['0.2'],
      name: expect.stringContaining('ofac'),
      identifierSpace: expect.any(String),
      schemaSpace: expect.any(String),
      defaultTypes: expect.arrayContaining([{ id: 'Person', name: 'People' }]),
    })
    const { service_url: url, service_path: path } = body.suggest.entity
    const answer = await fetch(`${url}${path}&prefix=lant`)
    expect(await answer.json()).toMatchObject({ prefix: 'lant', result: [{ id: 'ofac-11', type: [{ id: 'Company' }] }] })
    expect((await ask('/reconcile/ofac/suggest/property?prefix=birth')).body.result).toEqual([{ id: 'birthDate', name: 'Birth date' }])
  })

  it('answers a form of queries, with types and properties', async () => {
    const queries = {
      q0: { query: 'Brandal Lantern Trading', type: 'Company', limit: 3 },
      q1: { query: 'Marwick Ostrava', type: [{ id: 'Person' }], properties: [{ pid: 'Person:birthDate', v: '1974-04-06' }] },
      q2: { query: 'Marwick Ostrava', type: 'Person' },
    }
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const { body } = await post('/reconcile/ofac', new URLSearchParams({ queries: JSON.stringify(queries) }).toString(), form)
    expect(body.q0.result[0]).toMatchObject({
      id: 'ofac-11',
      name: 'BRANDAL LANTERN TRADING CO., LTD.',
      match: true,
      type: [{ id: 'Company', name: 'Companies' }],
      score: expect.any(Number),
    })
    expect(body.q1.result[0]).toMatchObject({ id: 'ofac-12', match: true })
    expect(body.q2.result[0]).toMatchObject({ id: 'ofac-12', match: false })
    expect(await post('/reconcile/ofac', 'extend=%7B%7D', form)).toMatchObject({ status: 422 })
    expect(await post('/reconcile/ofac', 'queries=%7B', form)).toMatchObject({ status: 422 })
  })
})

describe('nobody else is answered', () => {
  const bare = (path: string, headers: Record<string, string>): Promise<{ status: number; allow: unknown }> =>
    new Promise((done, fail) => {
      const asked = request(`${serving.url}${path}`, { headers, agent: false }, (answer) => {
        answer.resume()
        done({ status: answer.statusCode ?? 0, allow: answer.headers['access-control-allow-origin'] })
      })
      asked.on('error', fail)
      asked.end()
    })
  const bearer = { Authorization: `Bearer ${TOKEN}` }

  it.each<[string, string, Record<string, string>, number]>([
    ['without a token', '/catalog', {}, 401],
    ['with another token', '/catalog?token=a-token-of-the-tesu', {}, 401],
    ['under another name, which a page elsewhere led here', '/catalog', { ...bearer, Host: 'rebound.example' }, 403],
    ['under another name, even to say that it lives', '/healthz', { Host: 'rebound.example' }, 403],
    ['from a page of another origin', '/catalog', { ...bearer, Origin: 'http://evil.example' }, 403],
    ['under its own name it answers', '/catalog', bearer, 200],
  ])('%s', async (_, path, headers, status) => expect(await bare(path, headers)).toEqual({ status, allow: undefined }))
})

it('listens on the loopback address, and a port that is taken is refused with what to do', async () => {
  expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const port = Number(new URL(serving.url).port)
  await expect(serve(screeningService([]), { port, token: 'x', now: () => 0 })).rejects.toMatchObject({
    code: 'IBT-REFUSED',
    hint: expect.stringContaining('--port'),
  })
})
