import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectionSchema, evaluate, exampleRecords, FACT_NAMES, type Facts, factsOf, holds, loadPacks, readPack } from './index.ts'
import { shotCodesIn } from './shots.ts'

const fact = (value: number | boolean | null, anchors: string[] = []) => ({ value, anchors, why: 'test' })
const levels = (facts: Facts) => new Map(evaluate(exampleRecords({}), facts, loadPacks()).findings.map(({ rule, level }) => [rule, level]))

describe('levels', () => {
  it('context never lifts a record: an origin beside language alone stays a question', () => {
    const facts = { 'origin.dprk': fact(true), 'pairs.count': fact(40), 'spelling.north': fact(true) }
    expect([...levels(facts)]).toEqual([
      ['ibt-0001', 'ask'],
      ['ibt-0007', 'ask'],
      ['ibt-0008', 'ask'],
    ])
  })

  it('a record escalates beside conduct of another group, and nothing else does', () => {
    const found = levels({ 'origin.dprk': fact(true), 'flow.daily': fact(true), 'pairs.count': fact(40), 'access.dprk-clients': fact(1) })
    expect([...found].filter(([, level]) => level === 'escalate').map(([rule]) => rule)).toEqual(['ibt-0001', 'ibt-0002'])
  })

  it('a listed company that only texts name is a note beside everything else, and changes no other level', () => {
    const rest = { 'origin.dprk': fact(true), 'flow.daily': fact(true), 'names.list-matches': fact(1), 'names.dprk': fact(1) }
    const without = levels(rest)
    const found = levels({ ...rest, 'names.listed-in-texts': fact(9) })
    expect(found.get('ibt-0033')).toBe('note')
    expect([...found].filter(([rule]) => rule !== 'ibt-0033')).toEqual([...without])
  })

  it('with every fact firing at once no context and no conduct escalates', () => {
    const everything = Object.fromEntries(
      Object.entries(FACT_NAMES).map(([name, { kind }]) => [name, fact(kind === 'boolean' ? true : 1000)]),
    ) as Facts
    for (const { class: kind, level } of evaluate(exampleRecords({}), everything, loadPacks()).findings)
      if (kind === 'context' || kind === 'conduct') expect(level).not.toBe('escalate')
  })
})

it('a finding keeps its id when more evidence comes, and every rule has an outcome', () => {
  const [before, after] = [['a'], ['a', 'b', 'c']].map((anchors) =>
    evaluate(exampleRecords({}), { 'flow.daily': fact(true, anchors) }, loadPacks()),
  )
  expect(after?.findings.map(({ id }) => id)).toEqual(before?.findings.map(({ id }) => id))
  expect(after?.findings[0]?.anchors).toEqual(['a', 'b', 'c'])
  expect(after?.outcomes.length).toBe(loadPacks().flatMap(({ rules }) => rules).length)
  expect(new Set(after?.outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['present', 'not-testable']))
})

it('evidence that names hundreds of listed companies does not bury the rest: they are counted, and some are shown one by one', () => {
  const path = 'a.txt'
  const matches = Array.from({ length: 300 }, (_, n) => ({ query: `Brandal ${n}`, entry: `BRANDAL ${n}`, path, basis: 'text' as const }))
  const records = exampleRecords({ lists: 1, files: [{ path, day: '2024-01-08', text: ['x'] }], matches })
  const { findings, outcomes } = evaluate(records, factsOf(records), loadPacks())
  expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(new Array(200).fill('ibt-0033 note'))
  const why = outcomes.find(({ rule }) => rule === 'ibt-0033')?.why ?? ''
  expect(why).toMatch(/^300 listed companies .* and 288 more \(the first 200 are shown one by one\)/)
  expect(why.length).toBeLessThan(500)
})

it('a list of one’s own that bears the name of a list of sanctions makes no match with sanctions', () => {
  const records = exampleRecords({})
  const entity = { id: 'ofac-1', name: 'X', schema: 'Company', list: 'ofac', programs: [], aliases: [], addresses: [], identifiers: [], remarks: '' } as const // biome-ignore format: one record
  const match = { id: 'm', query: 'X', entity, score: 1, reasons: [], anchors: [] }
  const lists = [['sanctions', '2024-01-17'], ['other', 'sha256-0']].map(([kind, version = '']) => ({ name: 'ofac', kind: kind as 'other', version, entities: 1 })) // biome-ignore format: one line
  const of = (listVersion: string) => factsOf({ ...records, lists, matches: [{ ...match, listVersion }] })['names.list-matches']?.value
  expect([of('2024-01-17'), of('sha256-0')]).toEqual([1, 0])
})

it('an empty case tells why each rule cannot be tested, and fires nothing', () => {
  const records = exampleRecords({})
  const { findings, outcomes } = evaluate(records, factsOf(records), loadPacks())
  expect(findings).toEqual([])
  for (const { outcome, why } of outcomes) expect([outcome === 'present', why.length > 5]).toEqual([false, true])
})

it('every fact of the dictionary is computed, and none is outside it', () => {
  const records = exampleRecords({
    visits: ['2024-01-08'],
    files: [{ path: 'a.txt', day: '2024-01-08', text: ['머리'], language: 'ko' }],
  })
  expect(Object.keys(factsOf(records)).sort()).toEqual(Object.keys(FACT_NAMES).sort())
})

it('what was recognised in a picture makes no language, no name and no account present: one letter taken for another makes them', () => {
  const written = exampleRecords({
    visits: ['2024-01-08'],
    files: [{ path: 'a.txt', day: '2024-01-08', text: ['线条再细一点'], language: 'zh-Hans' }],
  })
  const [first] = written.passages
  if (!first) throw new Error('no passage')
  const drawn = ['개', '평양만화영화제작소', 'SEK Studio', '조선4.26만화영화촬영소', 'AnyDesk'].map((text, n) => ({
    ...first, text, language: 'ko', role: 'ocr' as const, ocrConfidence: 71, anchor: `${first.anchor}${n}`,
  })) // biome-ignore format: records read as lines
  const facts = factsOf({ ...written, passages: [...written.passages, ...drawn] })
  for (const name of ['korean.passages', 'names.dprk', 'traces.remote-desktop'] as const)
    expect([name, facts[name]?.value]).toEqual([name, 0])
  expect(evaluate({ ...written, passages: [...written.passages, ...drawn] }, facts, loadPacks()).findings).toEqual([])
})

it('conditions follow three-valued logic', () => {
  const parse = (given: unknown) => detectionSchema.parse(given)
  const facts = { 'pairs.count': fact(3), 'flow.daily': fact(null), 'origin.dprk': fact(false) }
  const [yes, unknown, no] = [{ 'pairs.count': { gte: 3 } }, { 'flow.daily': { is: true } }, { 'origin.dprk': { is: true } }]
  const ask = (given: unknown) => holds(parse(given), facts)
  expect([ask({ all: [yes, unknown] }), ask({ all: [no, unknown] }), ask({ any: [yes, unknown] }), ask({ any: [no, unknown] })]).toEqual([
    null,
    false,
    true,
    null,
  ])
  expect([ask({ not: unknown }), ask({ not: no }), ask({ 'pairs.count': { gt: 3 } }), ask({ 'pairs.count': { gte: 2, lt: 4 } })]).toEqual([
    null,
    true,
    false,
    true,
  ])
  for (const bad of [
    {},
    [],
    'x',
    { nothing: { gte: 1 } },
    { 'pairs.count': {} },
    { 'pairs.count': { is: true } },
    { 'flow.daily': { gte: 1 } },
    { all: [] },
    { ...yes, ...no },
  ])
    expect(detectionSchema.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
})

it('a pack that would accuse by context, escalate by conduct alone, or leave out ordinary explanations is refused with the place', () => {
  const rule = (change: Record<string, unknown>) =>
    JSON.stringify({
      name: 'x', summary: 'y',
      rules: [{
        id: 'own-0001', title: 'A title of a rule', description: 'A description of what it looks for.', status: 'test', class: 'context', group: 'gg', level: 'ask', max_level_alone: 'ask',
        references: [{ doc: 'd' }], detection: { 'pairs.count': { gte: 1 } }, ordinary_explanations: ['first one', 'second one'], asks: ['what is it?'], ...change,
      }],
    }) // biome-ignore format: a record read as lines
  expect(readPack(rule({}), 'own.yaml').rules[0]?.maxLevelAlone).toBe('ask')
  for (const bad of [
    { level: 'escalate' },
    { class: 'conduct', level: 'escalate', max_level_alone: 'escalate' },
    { ordinary_explanations: ['only one'] },
    { asks: [] },
    { extra: 1 },
  ])
    expect(() => readPack(rule(bad), 'own.yaml'), JSON.stringify(bad)).toThrow(
      expect.objectContaining({ code: 'IBT-CONFIG', place: 'own.yaml' }),
    )
})

it('shot codes are read however they are written', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z]{3}$/),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 20 }),
      (show, s, e, n, v) => {
        const two = (value: number, width = 2) => String(value).padStart(width, '0')
        const expected = [{ shot: `${show} S${s} E${e} ${n}`, show, version: v }]
        for (const text of [
          `${show}_s${two(s)}e${two(e)}_${two(n, 3)}_v${two(v)}`,
          `请改 ${show.toLowerCase()}-s${two(s)}e${two(e)}-sc${two(n, 3)}-v${v} 的头`,
          `${show}_s${s}_ep${e}_${n}_v${two(v)}_0001.png`,
        ])
          expect(shotCodesIn(text), text).toEqual(expected)
      },
    ),
  )
  expect(shotCodesIn('SBK-ep02-009')).toEqual([{ shot: 'SBK E2 9', show: 'SBK' }])
  expect(shotCodesIn('2024-01-08 file_2 page 12 v2 horse_001.png')).toEqual([])
})
