import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Serving, screeningService } from '../../src/operations/index.ts'
import { readLists } from '../../src/screen/index.ts'
import { serve } from '../../src/server/index.ts'

const TOKEN = 'a-token-of-the-test'
let serving: Serving
beforeAll(async () => {
  const folder = 'fixtures/lists/ofac-csv'
  const { readings } = readLists(new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))])))
  const lists = readings.flatMap((reading) => reading.lists)
  serving = await serve(screeningService(lists), { port: 0, token: TOKEN, now: () => Date.parse('2024-01-17T00:00:00Z') })
})
afterAll(() => serving.close())

/** Requests as yente-client 0.2.0 (Python, httpx 0.28.1) put them on the wire; names are the fixture's. */
const client = async (path: string, body?: string) => {
  const headers: Record<string, string> = { Accept: '*/*', Authorization: `ApiKey ${TOKEN}`, 'User-Agent': 'yente-client/0.2.0' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const answer = await fetch(`${serving.url}${path}`, body === undefined ? { headers } : { method: 'POST', headers, body })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}
const person = (rest: string) =>
  `{"queries":{"q":{"schema":"Person","properties":{"birthDate":["1974-04-06"],"name":["Marwick Ostrava"]}}},${rest}}`
const found = async (query: string) => {
  const { status, body } = await client(`/search/default?${query}q=brandal&offset=0`)
  return status === 200 ? body.results.map(({ id }: { id: string }) => id) : [status, body.detail]
}

it('yente-client: its key is the token, and its match has what its model needs', async () => {
  const { status, body } = await client('/match/default', person('"weights":{},"config":{}'))
  expect(status).toBe(200)
  expect(body.responses.q).toMatchObject({ query: { schema: 'Person' }, total: { value: 1, relation: 'eq' } })
  expect(body.responses.q.results[0]).toMatchObject({ id: 'ofac-12', caption: expect.any(String), schema: 'Person', match: true })
  expect(await client('/entities/ofac-12?nested=true')).toMatchObject({ status: 200, body: { id: 'ofac-12' } })
})

it('yente-client: weights and settings of another matcher are refused, not left out', async () => {
  for (const rest of ['"weights":{"name_match":0.1},"config":{}', '"weights":{},"config":{"nm_number_mismatch":0.1}'])
    expect(await client('/match/default', person(rest))).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('not supported') },
    })
})

it('yente-client: what a search leaves out is left out, and a filter that is not supported is refused', async () => {
  expect(await found('')).toEqual(['ofac-11'])
  expect(await found('exclude_dataset=ofac&')).toEqual([])
  expect(await found('include_dataset=ofac&')).toEqual(['ofac-11'])
  expect(await found('include_dataset=another&')).toEqual([])
  expect(await found('exclude_schema=Company&')).toEqual([])
  expect(await found('filter=properties.country%3Azz&')).toEqual([400, 'filter is not supported'])
})

it('yente-client: links between entries are refused in words, for none are kept', async () => {
  for (const path of ['/entities/ofac-11/adjacent?offset=0', '/entities/ofac-11/adjacent/sanctions?offset=0'])
    expect(await client(path)).toMatchObject({ status: 400, body: { detail: expect.stringContaining('not supported') } })
})

it('yente’s /search: a filter that says what is done anyway is taken, one that asks for more is refused', async () => {
  for (const query of [
    'fuzzy=false&',
    'simple=true&',
    'simple=false&',
    'filter_op=AND&',
    'facets=countries&',
    'target=true&',
    'datasets=ofac&',
  ])
    expect([query, await found(query)]).toEqual([query, ['ofac-11']])
  for (const query of ['target=false&', 'datasets=another&', 'datasets=ofac&include_dataset=another&'])
    expect([query, await found(query)]).toEqual([query, []])
  for (const query of ['fuzzy=true&', 'target=perhaps&', 'sort=first_seen:desc&', 'topics=sanction&', `q=${'x'.repeat(1001)}&`])
    expect([query, (await found(query))[0]]).toEqual([query, 400])
})

it('yente’s /search: a schema gives what it may be compared with, and one that there is not is refused, for nothing found would be taken for no match', async () => {
  for (const schema of ['Thing', 'LegalEntity', 'Organization', 'Company'])
    expect([schema, await found(`schema=${schema}&`)]).toEqual([schema, ['ofac-11']])
  for (const schema of ['Person', 'Vessel']) expect([schema, await found(`schema=${schema}&`)]).toEqual([schema, []])
  for (const schema of ['Compnay', '', '__proto__', 'constructor'])
    expect(await found(`schema=${schema}&`)).toEqual([400, `Invalid schema: ${schema}`])
})

it('yente’s /match: a number may be a number of JSON, and a name longer than any is refused instead of being cut', async () => {
  const ask = (properties: object) => client('/match/default', JSON.stringify({ queries: { q: { schema: 'Person', properties } } }))
  const { body } = await ask({ name: 'Marwick Ostrava', birthDate: [1974] })
  expect(Object.keys(body.responses.q.results[0].features)).toContain('birth-year')
  expect(await ask({ name: 'x'.repeat(1001) })).toMatchObject({ status: 400, body: { detail: expect.stringContaining('longer') } })
})
