import { describe, expect, it } from 'vitest'
import { type ExampleCase, evaluate, exampleRecords, factsOf, loadPacks } from '../indicators/index.ts'
import type { CaseRecords, WeighedHypothesis } from '../model/index.ts'
import { assess, chainOf, lintHeadline } from './index.ts'

const KP = [{ country: 'KP', holder: 'An invented venture', rating: 'A2' }]
const ORIGIN = { address: '203.0.113.77', by: 'a researcher', on: '2024-01-31', rating: 'A2' }
const day = (n: number) => `2024-01-${String(n).padStart(2, '0')}`
const shot = (n: number, version: number) => `out/ABC_s01e02_${String(n).padStart(3, '0')}_v0${version}.png`

/** Twelve days of orders and results, corrections of the day before, pairs, one stated production; every twin changes stated facts of it. */
function working(change: Partial<ExampleCase> = {}, verdict = 'north'): CaseRecords {
  const days = Array.from({ length: 12 }, (_, i) => i + 8)
  const files: ExampleCase['files'] = days.flatMap((n) => [
    {
      path: `in/order_${n}.xlsx`,
      day: day(n),
      format: 'xlsx',
      purpose: 'instruction',
      text: [`ABC_s01e02_0${n - 1} 头部再小一点`, '머리를 더 작게'],
      language: 'ko',
    },
    { path: shot(n, 1), day: day(n), format: 'png', purpose: 'result' },
    ...(n > 8 ? [{ path: shot(n - 1, 2), day: day(n), format: 'png', purpose: 'result' as const }] : []),
  ])
  return exampleRecords({
    visits: days.map(day),
    files,
    pairs: days.map((n) => ({ path: `in/order_${n}.xlsx`, zh: `第${n}张头部再小一点`, ko: `${n}번 머리를 더 작게` })),
    orthography: { verdict, [verdict]: 40 },
    productions: [{ id: 'p1', title: 'A made-up series', codes: ['ABC'] }],
    origin: ORIGIN,
    originRegistrations: KP,
    lists: 1,
    ...change,
  })
}

/** Everything at the first look, nothing later. */
function dropped(change: Partial<ExampleCase> = {}, verdict = 'south'): CaseRecords {
  const base = working({}, verdict)
  const files: ExampleCase['files'] = base.exhibits.map(({ path, format, purpose }) => ({
    path,
    day: day(8),
    format,
    text: ['고개를 숙인다'],
    language: 'ko',
    ...(purpose ? { purpose } : {}),
  }))
  return working({ files, origin: undefined, originRegistrations: [], ...change }, verdict)
}

function result(records: CaseRecords) {
  const facts = factsOf(records)
  const { findings } = evaluate(records, facts, loadPacks())
  const assessment = assess(records, facts)
  const [who, relay, knowledge] = assessment.questions
  if (!who || !relay || !knowledge) throw new Error('three questions are built in')
  return {
    who,
    relay,
    knowledge,
    assessment,
    findings,
    facts,
    grave: who.hypotheses[0] as WeighedHypothesis,
    percent: Math.round((who.hypotheses[0]?.posterior.sceptical ?? 0) * 100),
  }
}

describe('January', () => {
  it('is likely, not held back, fragile, prior-driven, and says what it hangs on', () => {
    const { who, grave, percent, findings } = result(working())
    expect(percent).toBe(75)
    expect(grave.likelihood).toEqual({ word: 'likely', low: 55, high: 80 })
    expect([who.capped, who.fragile, who.priorDriven, who.confidence.level]).toEqual([undefined, true, true, 'low'])
    expect(who.headline).toBe('It is likely that the work was done by DPRK workers, directly or through others.')
    expect(findings.filter(({ level }) => level === 'escalate').map(({ rule }) => rule)).toEqual(['ibt-0001'])
  })

  it.each([
    ['with the spelling undetermined', working({}, 'undetermined'), 59, false],
    ['without an origin', working({ origin: undefined, originRegistrations: [] }), 21, true],
    ['with an unrated origin', working({ origin: { address: '203.0.113.77', by: 'a tip', on: '2024-01-31' } }), 52, true],
    ['with an unrated registration', working({ originRegistrations: [{ country: 'KP' }] }), 52, true],
  ])('%s it comes out as computed by hand', (_, records, expected, capped) => {
    const { who, grave, percent } = result(records)
    expect([percent, who.capped !== undefined]).toEqual([expected, capped])
    if (capped) expect(grave.likelihood.word).toBe('cannot be told from this material')
  })

  it('with an origin whose reliability cannot be judged is as without one', () => {
    expect(result(working({ origin: { ...ORIGIN, rating: 'F6' } })).percent).toBe(21)
  })
})

const CN = [{ country: 'CN', kind: 'hosting', rating: 'A2' }]
const TWINS: readonly (readonly [string, CaseRecords, low: number, high: number])[] = [
  [
    'a South Korean studio with a Chinese lead',
    working({ originRegistrations: [{ country: 'KR', kind: 'hosting', rating: 'A2' }] }, 'south'),
    0,
    7,
  ],
  ['a Chinese studio with Korean-Chinese staff', working({ originRegistrations: CN }, 'mixed'), 0, 11],
  ['the same, spelt by the northern norm', working({ originRegistrations: CN }), 0, 11],
  ['a Chinese studio on VPNs', working({ originRegistrations: CN, pairs: [] }, 'undetermined'), 0, 1],
  ['a mirror of leaked files', dropped(), 0, 1],
  [
    'a planted server',
    dropped(
      {
        files: dropped().exhibits.map(({ path }) => ({
          path,
          day: day(8),
          format: 'docx',
          language: 'ko',
          text: ['고개를 숙인다'],
          traces: { modified: '2036-02-07T00:00:00Z' },
        })),
      },
      'mixed',
    ),
    0,
    1,
  ],
]

describe.each(TWINS)('%s', (_, records, low, high) => {
  const { who, grave, percent, findings, relay } = result(records)

  it('is held back, in its range, under every prior', () => {
    expect(percent).toBeGreaterThanOrEqual(low)
    expect(percent).toBeLessThanOrEqual(high)
    expect(who.capped).toBeDefined()
    expect(grave.likelihood.low).toBeNull()
    expect(who.headline).toMatch(/cannot be told from this material/)
    expect(who.withoutGroup.every(({ likelihood }) => likelihood.low === null)).toBe(true)
  })

  it('raises no finding above a question, and still says what is there', () => {
    expect(findings.filter(({ level }) => level === 'escalate')).toEqual([])
    if (records.pairs.length > 0) expect(findings.map(({ rule }) => rule)).toContain('ibt-0007')
    expect(relay.hypotheses[0]?.likelihood.low).toBeNull()
  })
})

it('the relay is answered apart, and by what was declared', () => {
  expect(result(working()).relay.headline).toBe('Someone translated between two language groups; disclosed or not cannot be told.')
  const declared = result(
    working({
      config: { chain: [{ from: 'A client', to: 'A studio' }] },
      declarations: [{ kind: 'roster', fields: { name: 'Pu Chenxi', role: 'translator', languages: 'zh ko' } }],
    }),
  )
  expect(declared.relay.headline).toMatch(/a translator is declared; whether an undisclosed party stood in between cannot be told/)
  expect(declared.relay.hypotheses.find(({ id }) => id === 'R2')?.posterior.sceptical).toBeGreaterThan(0.5)
  expect(declared.who.hypotheses[0]?.posterior).toEqual(result(working()).who.hypotheses[0]?.posterior)
})

it('knowledge is never weighed and prints its coverage', () => {
  const { knowledge } = result(working())
  expect(knowledge.headline).toMatch(/^Nothing observed, with this coverage: 12 visits to 1 source, \d+ of \d+ exhibits read/)
  expect(knowledge.hypotheses).toEqual([])
})

it('what could not be determined is never empty, also of an empty case, and every headline passes the linter', () => {
  for (const records of [exampleRecords({}), working(), dropped(), ...TWINS.map(([, twin]) => twin)]) {
    const { assessment } = result(records)
    expect(assessment.undetermined.length).toBeGreaterThanOrEqual(5)
    for (const { question, why } of assessment.undetermined) expect([question.endsWith('?'), why.length > 10]).toEqual([true, true])
    for (const { headline } of assessment.questions) expect([headline, lintHeadline(headline)]).toEqual([headline, []])
  }
})

it('a film counts as recognised only where characters were looked for in its frames', () => {
  const why = (over: Partial<CaseRecords['exhibits'][number]>) => {
    const records = working()
    const [first] = records.exhibits
    if (!first) throw new Error('there are exhibits')
    const films = ['mkv', 'mxf'].map((format, n) => ({
      ...first,
      id: `film${n}`,
      format,
      filmFrames: 'examined' as const,
      ...(n === 0 ? over : {}),
    }))
    const { undetermined } = result({ ...records, exhibits: films }).assessment
    return undetermined.find(({ question }) => question.includes('drawn in pictures'))?.why
  }
  expect(why({ drawnText: 'examined' })).toContain('1 of 2 pictures, scans and films (of 1 films in at most 12 key frames each)')
  expect(why({})).toContain('not recognised in them')
})

describe('the chain', () => {
  it('draws an unknown node where nobody was declared', () => {
    const records = working({ parties: [{ id: 'c1', name: 'A rights company', role: 'rights holder' }] })
    const { nodes, edges } = chainOf(records, factsOf(records))
    expect(nodes.find(({ tier }) => tier === 'unknown')).toMatchObject({ label: 'no declared chain above the source' })
    expect(nodes.map(({ label }) => label)).toContain('whoever translates into Korean')
    const ids = new Set(nodes.map(({ id }) => id))
    for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true)
    expect(edges.filter(({ to }) => to === 'unknown').length).toBe(1)
  })

  it('has no gap when a declared party states the source as its own', () => {
    const records = working({
      config: {
        chain: [
          { from: 'A client', to: 'A lead' },
          { from: 'A lead', to: 'A studio' },
        ],
      },
      origin: { ...ORIGIN, by: 'A Studio' },
    })
    const { nodes, edges } = chainOf(records, factsOf(records))
    expect(nodes.some(({ tier }) => tier === 'unknown')).toBe(false)
    expect(nodes.filter(({ tier }) => tier === 'disclosed').map(({ label, lane }) => [label, lane])).toEqual([
      ['A client', 0],
      ['A lead', 1],
      ['A studio', 2],
    ])
    expect(edges.some(({ to, basis }) => to === 'server' && basis === 'declared')).toBe(true)
  })
})

it('an origin is direct only where our own visit was answered and our own table knows the address', () => {
  const base = working({
    originRegistrations: [{ country: 'KP', kind: 'dprk', holder: 'An invented venture', source: 'built-in: a dated table' }],
  })
  const classOf = (records: CaseRecords) =>
    result(records)
      .who.groups.flatMap(({ items }) => items)
      .find(({ id }) => id === 'origin-dprk')?.class
  const own: CaseRecords = {
    ...base,
    sources: base.sources.map((source) => ({ ...source, origin: { ...ORIGIN, rating: 'A1', own: true } })),
  }
  expect(classOf(base)).toBe('record')
  expect(classOf(own)).toBe('direct')
  expect(classOf({ ...own, originRegistrations: working().originRegistrations })).toBe('record')
})
