import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Serving, screeningService } from '../../src/operations/index.ts'
import { builtInLists, readLists } from '../../src/screen/index.ts'
import { serve } from '../../src/server/index.ts'

const TOKEN = 'a-token-of-the-test'
/** A list of one's own whose author means ill: markup, line ends, an escape sequence, an override of direction, a key of every object, ids that cut addresses. */
const HOSTILE = [
  'id,name,type,country,alias,address',
  'x1,"<img src=x onerror=alert(1)> Pellworm Casting",company,"<b>Nowhere</b>","</bdi></dd><script>alert(2)</script>","1 Quay\u001b[31m\u202e"',
  '__proto__,Pellworm Foundry,company,Nowhere,,',
  'a&token=b#c/d+e,Pellworm Ampersand,company,Nowhere,,',
].join('\n')
/** A ship behind more people of its name than are shown of those that are near. */
const CROWD = ['id,name,type', ...Array.from({ length: 12 }, (_, n) => `a${n},Wexcombe Tarn,person`), 'z,Wexcombe Tarn,vessel'].join('\n')
let serving: Serving
beforeAll(async () => {
  const folder = 'fixtures/lists/ofac-csv'
  const ofac = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]))
  const readings = [ofac, new Map([['hostile.csv', Buffer.from(HOSTILE)]]), new Map([['crowd.csv', Buffer.from(CROWD)]])].flatMap(
    (files) => readLists(files).readings,
  )
  const lists = [...builtInLists(), ...readings.flatMap((reading) => reading.lists)]
  serving = await serve(screeningService(lists), { port: 0, token: TOKEN, now: () => Date.parse('2024-01-17T00:00:00Z') })
})
afterAll(() => serving.close())

/** As OpenRefine asks: no header, the token in the address, a form in a POST. */
const raw = async (path: string, form?: Record<string, string>) => {
  const url = path.startsWith('http') ? path : `${serving.url}${path}`
  const address = url.includes('token=') ? url : `${url}${url.includes('?') ? '&' : '?'}token=${TOKEN}`
  const answer = await fetch(address, form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const ask = async (path: string, form?: Record<string, string>) => {
  const { status, text } = await raw(path, form)
  return { status, body: JSON.parse(text) }
}
const reconcile = async (queries: object, dataset = 'default') =>
  (await ask(`/reconcile/${dataset}`, { queries: JSON.stringify(queries) })).body
const extend = (ids: unknown, ...properties: unknown[]) =>
  ask('/reconcile/default', { extend: JSON.stringify({ ids, properties: properties.map((id) => (typeof id === 'string' ? { id } : id)) }) })

/** What the Reconciliation API 0.2 demands, in our words. */
type Shape = Record<string, unknown>
const isText = (value: unknown) => typeof value === 'string'
const isNamed = (value: unknown) => isText((value as Shape).id) && isText((value as Shape).name)
const isService = (value: unknown) => isText((value as Shape).service_url) && isText((value as Shape).service_path)
const isTypes = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isNamed)

describe('what 0.2 demands is there', () => {
  it('in the manifest', async () => {
    const { body } = await ask('/reconcile/default')
    expect(body.versions).toContain('0.2')
    for (const member of ['name', 'identifierSpace', 'schemaSpace']) expect([member, isText(body[member])]).toEqual([member, true])
    for (const member of ['identifierSpace', 'schemaSpace', 'documentation']) expect(() => new URL(body[member])).not.toThrow()
    for (const { url } of [body.view, body.preview]) expect(url).toMatch(/^http.*\{\{id\}\}/)
    expect([body.preview.width, body.preview.height].every(Number.isInteger)).toBe(true)
    expect(isTypes(body.defaultTypes) && new Set(body.defaultTypes.map(({ id }: { id: string }) => id)).size).toBe(body.defaultTypes.length)
    expect(Object.keys(body.suggest)).toEqual(['entity', 'type', 'property'])
    expect([...Object.values(body.suggest), body.extend.propose_properties].every(isService)).toBe(true)
    for (const { type, name, label } of body.extend.property_settings) expect([type, isText(name), isText(label)]).toEqual(['number', true, true])
  })

  it('in the answers to a batch, of which each key is answered', async () => {
    const queries = {
      q0: { query: 'Brandal Lantern Trading', type: 'Company', type_strict: 'should', limit: 3 },
      q1: { query: 'Marwick Ostrava' },
      q2: { query: 'Nobody at all' },
      __proto__: { query: 'Grey Heron' },
    }
    const text = JSON.stringify(queries).replace(/}$/, ',"__proto__":{"query":"Grey Heron"}}')
    const { body } = await ask('/reconcile/default', { queries: text })
    expect(Object.keys(body).sort()).toEqual(['__proto__', 'q0', 'q1', 'q2'])
    for (const { result } of Object.values(body) as { result: Shape[] }[])
      for (const one of result) {
        expect([isNamed(one), isText(one.description), isTypes(one.type), typeof one.match]).toEqual([true, true, true, 'boolean'])
        expect(one.score).toBeGreaterThan(0)
        for (const { id, value } of one.features as Shape[]) expect([isText(id), typeof value]).toEqual([true, 'number'])
      }
    expect(body.q0.result).toHaveLength(1)
    expect(body.q2.result).toEqual([])
  })

  it('in suggestions, proposals and extensions', async () => {
    const { suggest, extend: extension } = (await ask('/reconcile/default')).body
    for (const [what, prefix] of [['entity', 'lant'], ['type', 'co'], ['property', 'reg']] as const) {
      const { service_url: url, service_path: path } = suggest[what]
      const { result } = (await ask(`${url}${path}&prefix=${prefix}`)).body
      expect([what, result.length > 0, result.every(isNamed)]).toEqual([what, true, true])
      if (what === 'entity') expect(result.every(({ notable }: Shape) => isTypes(notable))).toBe(true)
    } // biome-ignore format: a list read as lines
    const { service_url: url, service_path: path } = extension.propose_properties
    // OpenRefine appends its question as if there were no query string yet.
    for (const address of [`${url}${path}?type=Company`, `${url}${path}&type=Company`]) {
      const { properties, type } = (await ask(address)).body
      expect([type, properties.every(isNamed)]).toEqual(['Company', true])
      expect(properties.map(({ id }: Shape) => id)).not.toContain('birthDate')
    }
    const { meta, rows } = (await extend(['ofac-12'], 'birthDate', 'program')).body
    expect(meta.every(isNamed)).toBe(true)
    expect(rows).toEqual({ 'ofac-12': { birthDate: [{ str: '1974-04-06' }], program: [{ str: 'DPRK3' }] } })
  })
}) // biome-ignore format: a list read as lines

describe('queries as OpenRefine sends them', () => {
  it('a guess of types, three candidates without a type, is given types of which each can be asked for', async () => {
    const { q0 } = await reconcile({ q0: { query: 'Grey Heron', limit: 3 } })
    expect(q0.result[0]).toMatchObject({ id: 'ofac-14', type: [{ id: 'Vessel', name: 'Vessels' }], match: false })
    const { q1, q2 } = await reconcile({
      q1: { query: 'Grey Heron', type: 'Vessel', type_strict: 'should' },
      q2: { query: 'Grey Heron', type: 'Airplane' },
    })
    expect(q1.result).toMatchObject([{ id: 'ofac-14' }])
    expect(q2.result).toEqual([])
  })

  it('several types are all asked for, and bind where the query says so', async () => {
    const types = ['Vessel', 'Person']
    const { any, all, should } = await reconcile({
      any: { query: 'Grey Heron', type: types, type_strict: 'any' },
      all: { query: 'Grey Heron', type: types, type_strict: 'all' },
      should: { query: 'Brandal Lantern Trading', type: types, type_strict: 'should' },
    })
    expect([any.result.length, all.result.length, should.result.length]).toEqual([1, 0, 1])
    expect(await ask('/reconcile/default', { queries: '{"q":{"query":"x","type":["Person","Planet"]}}' })).toMatchObject({ status: 400 })
  })

  it('what is not asked for hides nothing that is', async () => {
    const { ship, any } = await reconcile({ ship: { query: 'Wexcombe Tarn', type: 'Vessel' }, any: { query: 'Wexcombe Tarn', limit: 50 } })
    expect(ship.result).toMatchObject([{ id: 'crowd-z' }])
    expect(any.result.length).toBeGreaterThan(1)
    const queries = { q: { schema: 'LegalEntity', properties: { name: ['Wexcombe Tarn'] } } }
    const body = JSON.stringify({ queries })
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${TOKEN}` }
    const answer = await fetch(`${serving.url}/match/default?exclude_schema=Person`, { method: 'POST', headers, body })
    const found = (await answer.json()) as { responses: { q: { results: Shape[] } } }
    expect(found.responses.q.results).toMatchObject([{ id: 'crowd-z' }])
  })

  it('a value may be a cell that was reconciled before, a number, or a day with an hour', async () => {
    const person = (...properties: object[]) => ({ query: 'Marwick Ostrava', type: 'Person', properties })
    const answers = await reconcile({
      bare: person(),
      day: person({ pid: 'birthDate', v: '1974-04-06T00:00:00Z' }),
      year: person({ pid: 'Person:birthDate', v: 1974 }),
      object: person({ pid: 'birthDate', v: { id: 'Q1', name: '1974-04-06' } }),
      several: person({ pid: 'idNumber', v: [false, { id: 'x' }, 'Q1234567'] }),
    })
    const matched = (Object.entries(answers) as [string, { result: Shape[] }][]).flatMap(([key, { result }]) =>
      result[0]?.match ? [key] : [],
    )
    expect(matched).toEqual(expect.arrayContaining(['day', 'object', 'several']))
    expect(matched).not.toContain('bare')
    const score = (key: string) => answers[key].result[0].features.find(({ id }: Shape) => String(id).startsWith('birth'))?.value
    expect([score('year') > 0, score('bare')]).toEqual([true, undefined])
  })
})

describe('a page of another origin', () => {
  it('asks by a script tag, with the token and a function of a plain name', async () => {
    const { headers, text } = await raw('/reconcile/ofac?callback=jQuery35_17&_=1')
    expect(headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text).toMatch(/^\/\*\*\/jQuery35_17\(\{.*\}\);$/s)
    expect((await raw('/reconcile/ofac/suggest/entity?prefix=lant&callback=f')).text).toContain('ofac-11')
    for (const callback of ['alert(1)//', '', 'a%0Ab', 'f;g', '<script>', 'f'.repeat(129)])
      expect(await ask(`/reconcile/ofac?callback=${callback}`)).toMatchObject({ status: 400 })
    const unsigned = await fetch(`${serving.url}/reconcile/ofac?callback=f`)
    expect([unsigned.status, unsigned.headers.get('content-type')]).toEqual([401, 'application/json'])
    expect((await raw('/reconcile/nowhere?callback=f')).status).toBe(404)
    expect((await raw('/search/ofac?q=lantern&callback=f')).headers.get('content-type')).toBe('application/json')
  })
})

describe('suggestions', () => {
  const suggested = async (what: string, query: string) =>
    (await ask(`/reconcile/default/suggest/${what}?${query}`)).body.result?.map(({ id }: Shape) => id)

  it('find entries by words and by id, within the dataset, and leaf on', async () => {
    expect(await suggested('entity', 'prefix=pellw')).toHaveLength(3)
    expect(await suggested('entity', 'prefix=pellw&limit=2')).toHaveLength(2)
    expect(await suggested('entity', 'prefix=pellw&limit=2&cursor=2')).toHaveLength(1)
    expect(await suggested('entity', 'prefix=ofac-12')).toContain('ofac-12')
    expect(await suggested('entity', 'prefix=')).toEqual([])
    expect((await ask('/reconcile/hostile/suggest/entity?prefix=ofac-12')).body.result).toEqual([])
    expect(await suggested('type', 'prefix=ves')).toEqual(['Vessel'])
    expect(await suggested('property', 'prefix=number')).toEqual(expect.arrayContaining(['idNumber', 'registrationNumber']))
  })

  it.each([
    ['a prefix longer than any name', `/reconcile/ofac/suggest/entity?prefix=${'x'.repeat(1001)}`, 400],
    ['a cursor that is none', '/reconcile/ofac/suggest/entity?prefix=x&cursor=-1', 400],
    ['a limit that is none', '/reconcile/ofac/suggest/entity?prefix=x&limit=1e9', 400],
    ['another kind', '/reconcile/ofac/suggest/view?prefix=x', 404],
    ['an unknown dataset', '/reconcile/nowhere/suggest/entity?prefix=x', 404],
    ['proposals for an unknown dataset', '/reconcile/nowhere/extend/property', 404],
    ['proposals for a type longer than any', `/reconcile/ofac/extend/property?type=${'x'.repeat(1001)}`, 400],
  ])('refuse %s', async (_, path, status) => expect(await ask(path)).toMatchObject({ status, body: { detail: expect.any(String) } }))
})

describe('data extension', () => {
  it('gives a row to every id and every column to a row, also where nothing is known', async () => {
    const { body } = await extend(['ofac-11', 'ofac-999', '__proto__', 'hostile-__proto__'], 'name', 'LegalEntity:country', 'listedOn')
    expect(Object.keys(body.rows)).toEqual(['ofac-11', 'ofac-999', '__proto__', 'hostile-__proto__'])
    for (const row of Object.values(body.rows) as Shape[]) expect(Object.keys(row)).toEqual(['name', 'LegalEntity:country', 'listedOn'])
    expect(body.rows['ofac-999'].name).toEqual([])
    expect(body.rows['hostile-__proto__'].name).toEqual([{ str: 'Pellworm Foundry' }])
  })

  it('holds values to a limit, as a number or as text, and to the dataset', async () => {
    for (const limit of [1, '1']) {
      const { body } = await extend(['ofac-11'], { id: 'program', settings: { limit } })
      expect(body.rows['ofac-11'].program).toHaveLength(1)
    }
    for (const limit of [0, '', 'all', -1, null])
      expect((await extend(['ofac-11'], { id: 'program', settings: { limit } })).body.rows['ofac-11'].program).toHaveLength(2)
    const { body } = await ask('/reconcile/hostile', { extend: '{"ids":["ofac-11"],"properties":[{"id":"name"}]}' })
    expect(body.rows).toEqual({ 'ofac-11': { name: [] } })
  })

  it.each([
    ['no JSON', '{', 422],
    ['no object', '[]', 422],
    ['no ids', '{"properties":[]}', 422],
    ['ids that are no texts', '{"ids":[1],"properties":[]}', 422],
    ['more ids than the bound', JSON.stringify({ ids: Array.from({ length: 101 }, String), properties: [] }), 400],
    ['more properties than there are', JSON.stringify({ ids: [], properties: Array.from({ length: 50 }, () => ({ id: 'name' })) }), 400],
    ['a property that no entry has', '{"ids":[],"properties":[{"id":"remarks"}]}', 400],
    ['a property without an id', '{"ids":[],"properties":[null]}', 400],
  ])('refuses %s', async (_, query, status) =>
    expect(await ask('/reconcile/default', { extend: query })).toMatchObject({ status, body: { detail: expect.any(String) } }),
  )
})

describe('the small page of an entry', () => {
  const page = async (id: string, dataset = 'default') => {
    const { preview } = (await ask(`/reconcile/${dataset}`)).body
    // As OpenRefine makes the address: the id in its place, then what no address may hold escaped.
    return raw(encodeURI(preview.url.replace('{{id}}', id)))
  }

  it('shows what the list says, and what that does not say', async () => {
    const { status, headers, text } = await page('ofac-12')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    for (const part of ['OSTRAVA, Marwick', '1974-04-06', 'DPRK3', 'list ofac', 'no match is not clearance'])
      expect(text.toLowerCase()).toContain(part.toLowerCase())
  })

  it('runs nothing, loads nothing, and stands only in frames of this machine', async () => {
    const { headers, text } = await page('hostile-x1')
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of ["default-src 'none'", 'sandbox', 'frame-ancestors http://127.0.0.1:* http://localhost:*'])
      expect(policy).toContain(part)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; Pellworm Casting')
    expect(text).toContain('&lt;script&gt;')
    const [style = '', own = ''] = /<style>(.*?)<\/style>/.exec(text) ?? []
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(own).digest('base64')}'`)
    expect(own).not.toMatch(/url|import|http/)
    expect(text.replace(style, '')).not.toMatch(/<(?:script|img|b|style|link|iframe|form|a)\b|http/)
    for (const acting of ['\u001b', '\u202e']) expect(text).not.toContain(acting)
    expect(text).not.toContain(TOKEN)
  })

  it('is found by its id, also where the list gave one that would cut an address, and by no other', async () => {
    const { result } = (await ask('/reconcile/hostile/suggest/entity?prefix=ampersand')).body
    expect(result).toHaveLength(1)
    expect((await page(result[0].id)).text).toContain('Pellworm Ampersand')
    for (const id of ['ofac-999', '', '__proto__', '../../etc/passwd', '%', '<script>'])
      expect(await page(id)).toMatchObject({ status: 404, text: expect.stringContaining('No such entity') })
    expect((await page('ofac-12', 'hostile')).status).toBe(404)
    expect((await raw('/reconcile/nowhere/preview?id=ofac-12')).status).toBe(404)
    expect((await fetch(`${serving.url}/reconcile/default/preview?id=ofac-12`)).status).toBe(401)
  })

  it('stands beside a page about the dataset', async () => {
    const { status, text } = await raw((await ask('/reconcile/default')).body.documentation)
    expect([status, text.includes('ofac'), text.includes('No match is not clearance')]).toEqual([200, true, true])
    expect((await raw('/reconcile/nowhere/about')).status).toBe(404)
  })
})
