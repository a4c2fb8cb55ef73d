import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListEntity } from '../model/index.ts'
import { builtInLists, type DocumentText, joinMatches, listedInTexts, nameFinder, type SanctionsList, screenNames } from './index.ts'

const entry = (id: string, name: string, more: Partial<ListEntity> = {}): ListEntity => ({
  id, name, schema: 'Company', list: 'l', programs: [], aliases: [], addresses: [], identifiers: [], remarks: '', ...more,
}) // biome-ignore format: a record read as lines
const listOf = (...entries: ListEntity[]): SanctionsList => ({
  name: 'l',
  kind: 'sanctions',
  version: '1',
  entities: entries.length,
  entries,
})
const full = (...names: string[]) => names.map((name) => ({ name, weak: false }))
const LIST = listOf(
  entry('c1', 'BRANDAL LANTERN TRADING CO., LTD.', { aliases: [...full('布兰达尔灯笼贸易有限公司', '브란달랜턴무역회사'), { name: 'BRANDALAN WORKS', weak: true }] }),
  entry('c2', 'Meridian Ostrava Bank'),
  entry('c3', 'Brandal Meridian Ostrava Bank'),
  entry('c4', 'GREEN TRADING CO., LTD.'),
  entry('c5', 'GALAPAGOS'),
  entry('c6', 'KIM CHOL'),
  entry('c7', 'Zephyrskaya Kompaniya', { aliases: full('Зефирская мануфактура') }),
  entry('c8', 'OSTRAVINEX, S.A.'),
  entry('c9', 'Quarrylan Ostravin'),
  entry('v1', 'GREY HERON OSTRAVA', { schema: 'Vessel' }),
  entry('p1', 'OSTRAVA, Marwick', { schema: 'Person', birthDates: ['1974-04-06'], identifiers: ['Passport Q1234567'], edges: [{ kind: 'Linked To', to: 'x', toId: 'c2' }] }),
) // biome-ignore format: a list read as lines
const finder = nameFinder([LIST])
const idsIn = (text: string) => finder.find(text).map(({ entity, from, to }) => `${entity.id} ${text.slice(from, to)}`)

describe('a name of a list is found in a text', () => {
  it.each([
    ['paid to Brandal  Lantern-Trading, by wire', ['c1 Brandal  Lantern-Trading']],
    ['ＢＲＡＮＤＡＬ ＬＡＮＴＥＲＮ Ｔｒａｄｉｎｇ', ['c1 ＢＲＡＮＤＡＬ ＬＡＮＴＥＲＮ Ｔｒａｄｉｎｇ']],
    ['Bra\u0301ndal_lantern_TRADING_v2.psd', ['c1 Bra\u0301ndal_lantern_TRADING']],
    ['发票：布蘭達爾 燈籠貿易，共三页', ['c1 布蘭達爾 燈籠貿易']],
    ['그는 브란달 랜턴무역의 직원', ['c1 브란달 랜턴무역']],
    ['브란달랜턴무역'.normalize('NFD'), [`c1 ${'브란달랜턴무역'.normalize('NFD')}`]],
    ['старая ЗЕФИРСКАЯ Мануфактура', ['c7 ЗЕФИРСКАЯ Мануфактура']],
    ['Ostravinex S.A. sent it', ['c8 Ostravinex S.A']],
    ['from Brandal Meridian Ostrava Bank', ['c3 Brandal Meridian Ostrava Bank']],
    ['ligature: oﬃce of Meridian Ostrava Bank.', ['c2 Meridian Ostrava Bank']],
  ])('%s', (text, found) => expect(idsIn(text)).toEqual(found))

  it('wherever it stands among other letters, with its place', () => {
    const names = ['Brandal Lantern Trading', 'Meridian Ostrava Bank', '布兰达尔灯笼贸易', 'Зефирская мануфактура']
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...names),
        fc.boolean(),
        fc.string({ unit: 'grapheme' }),
        (a, name, isUpper, b) => {
          const form = isUpper ? name.toUpperCase() : name
          const text = `${a} | ${form} | ${b}`
          const places = finder.find(text).map(({ from, to }) => text.slice(from, to))
          expect(places).toContain(form)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a name of a list is not found', () => {
  it.each([
    ['in longer words', 'Abrandal Lantern Trading; Meridian Ostrava Banking; 브란달랜턴무역상회; 신브란달랜턴무역'],
    ['in words that stand apart', 'Meridian and Ostrava Bank; 布兰达尔\n灯笼贸易; Brandal Trading Lantern'],
    ['by trade words and places, by one common word, by a weak alias, by a ship', 'Green Trading Co., Ltd. drew Galapagos for Brandalan Works on the Grey Heron Ostrava'],
    ['where it reads as a person’s name', 'animation: Kim Chol, Ri Song Hui'],
    ['without its legal form, where it is one word', 'the Ostravinex method'],
  ])('%s', (_, text) => expect(idsIn(text)).toEqual([])) // biome-ignore format: a table read as lines
})

it('where it says neither trade nor form it is a question only', () => {
  const { matches, near } = listed([{ text: 'Key animation: Quarrylan Ostravin', anchor: 'a', exhibitId: 'e', path: 'p' }])
  expect(matches).toEqual([])
  expect(near.map(({ entity, reasons }) => [entity.id, reasons.some(({ feature }) => feature === 'bare-name')])).toEqual([['c9', true]])
})

const texts = (...rows: string[]): DocumentText[] => rows.map((text, n) => ({ text, anchor: `a${n}`, exhibitId: 'e', path: 'credits.txt' }))
const options = { threshold: 0.85, asOf: '2024-01-17' }
const listed = (rows: readonly DocumentText[], list = LIST) => listedInTexts(rows, nameFinder([list]), [list], options)

it('what only a text holds says so; the same words stated by somebody are one match without it, another spelling stays apart', () => {
  const { matches } = listed(texts('Brandal Lantern Trading and 布兰达尔灯笼贸易', 'Marwick Ostrava, born 6 April 1974'))
  expect(matches.map(({ query, basis }) => [query, basis])).toEqual([
    ['Brandal Lantern Trading', 'text'],
    ['Marwick Ostrava', 'text'],
    ['布兰达尔灯笼贸易', 'text'],
  ])
  const stated = screenNames([{ name: 'BRANDAL LANTERN TRADING' }], [LIST], options).matches
  expect(joinMatches(stated, matches).map(({ query, basis, anchors }) => [query, basis, anchors])).toEqual([
    ['BRANDAL LANTERN TRADING', undefined, ['a0']],
    ['Marwick Ostrava', 'text', ['a1']],
    ['布兰达尔灯笼贸易', 'text', ['a0']],
  ])
})

describe('a listed person’s name in a text', () => {
  it('alone is counted, not named, and no match', () => {
    const { matches, near, warnings } = listed(texts('Layout: Marwick Ostrava', 'Paint: OSTRAVA, Marwick'))
    expect([matches, near]).toEqual([[], []])
    expect(warnings).toEqual([
      {
        code: 'listed-person-names',
        path: 'lists',
        message: expect.stringMatching(/^2 names of listed persons \(different entries: 1\) stand in texts of 1 exhibit .*: no finding/),
      },
    ])
    expect(JSON.stringify(warnings)).not.toMatch(/Marwick|Ostrava/i)
  })

  it.each([
    ['a birth date beside it', ['Marwick Ostrava, born 6 April 1974'], 'birth-date'],
    ['a birth date in the next cell', ['Marwick Ostrava', '1974年4月6日'], 'birth-date'],
    ['a number of a document', ['Marwick Ostrava', 'and far away', 'x', 'y', 'visa for passport Q1234567'], 'identifier'],
    ['a company that the list ties to it', ['Marwick Ostrava', 'of Meridian Ostrava Bank'], 'linked-entity'],
  ])('is a match with %s', (_, rows, reason) => {
    const match = listed(texts(...rows)).matches.find(({ entity }) => entity.id === 'p1')
    expect(match?.score).toBeGreaterThanOrEqual(0.85)
    expect(match?.reasons.map(({ feature }) => feature)).toContain(reason)
  })

  it('is a match of the built-in list with the studio that it ties it to', () => {
    const rows = texts('Supervisor: Lu Hezheng. Company: SEK Studio.')
    const { matches } = listedInTexts(rows, nameFinder(builtInLists()), builtInLists(), options)
    expect(matches.map(({ entity, reasons }) => [entity.name, reasons.some(({ feature }) => feature === 'linked-entity')])).toEqual([
      ['LU, Hezheng', true],
      ['SEK STUDIO', false],
    ])
  })

  it.each([
    ['another birth date', ['Marwick Ostrava, born 7 April 1974']],
    ['a day that may be another in another country', ['Marwick Ostrava 06/04/1974']],
    ['a birth date that belongs to another row', ['Marwick Ostrava', 'Zephyr', '1980-01-01', 'Tern', '1974-04-06']],
    ['the year alone', ['Marwick Ostrava *1974']],
  ])('is none with %s', (_, rows) => expect(listed(texts(...rows)).matches).toEqual([]))
})

it('a listed person who stands in several exhibits with different facts is one match that lists every exhibit with its fact', () => {
  const list = listOf(
    entry('c2', 'Meridian Ostrava Bank'),
    entry('p1', 'OSTRAVA, Marwick', {
      schema: 'Person', birthDates: ['1974-04-06'], identifiers: ['Passport Q1234567'], addresses: ['12 Quarry Lantern Street, Zephyr'],
      edges: [{ kind: 'Linked To', to: 'x', toId: 'c2' }],
    }),
  ) // biome-ignore format: a list read as lines
  const exhibits = [
    ['Marwick Ostrava', 'visa for passport Q1234567'],
    ['Marwick Ostrava', 'of Meridian Ostrava Bank'],
    ['Marwick Ostrava', '12 Quarry Lantern Street, Zephyr'],
    ['Marwick Ostrava, born 6 April 1974'],
    ['Marwick Ostrava'],
  ]
  const rows = exhibits.flatMap((of, e) => of.map((text, n) => ({ text, anchor: `${e}!${n}`, exhibitId: `e${e}`, path: `${e}.txt` })))
  const { matches, warnings } = listed(rows, list)
  const persons = matches.filter(({ entity }) => entity.id === 'p1')
  expect(persons.map(({ anchors }) => [...anchors].sort())).toEqual([['0!0', '1!0', '2!0', '3!0']])
  expect([...(persons[0]?.beside ?? [])].sort((a, b) => (a.anchor < b.anchor ? -1 : 1))).toEqual([
    { anchor: '0!0', facts: ['identifier'] },
    { anchor: '1!0', facts: ['linked-entity'] },
    { anchor: '2!0', facts: ['address'] },
    { anchor: '3!0', facts: ['birth-date'] },
  ])
  // Facts of different exhibits are told, and none adds to another.
  const alone = (e: number) => listed(rows.filter(({ exhibitId }) => exhibitId === `e${e}`), list).matches.find(({ entity }) => entity.id === 'p1')?.score ?? 0 // biome-ignore format: one line
  expect(persons[0]?.score).toBe(Math.max(alone(0), alone(1), alone(2), alone(3)))
  const features = persons[0]?.reasons.map(({ feature }) => feature)
  for (const feature of ['identifier', 'linked-entity', 'address', 'birth-date']) expect(features).toContain(feature)
  expect(features).not.toContain('one-identifier')
  expect(warnings[0]?.message).toMatch(/^1 name of a listed person/)
  expect(joinMatches([], matches).filter(({ entity }) => entity.id === 'p1')).toEqual(persons)
})

it('a name that stands in two lists is counted once, and not at all where a fact tells whose it is in one of them', () => {
  const twin = { ...LIST, name: 'm', entries: [entry('p2', 'OSTRAVA, Marwick', { schema: 'Person', list: 'm' })] }
  const both = (...rows: string[]) => listedInTexts(texts(...rows), nameFinder([LIST, twin]), [LIST, twin], options)
  expect(both('Marwick Ostrava').warnings[0]?.message).toMatch(/^1 name of a listed person stands/)
  const told = both('Marwick Ostrava, passport Q1234567')
  expect(told.matches.map(({ entity }) => entity.id)).toEqual(['p1'])
  expect(told.warnings).toEqual([])
})

it('every tie of the built-in list leads to an entry of it', () => {
  const edges = builtInLists().flatMap(({ entries }) => entries.flatMap((one) => one.edges ?? []))
  expect(edges.length).toBeGreaterThan(10)
  expect(edges.filter(({ toId }) => toId === undefined)).toEqual([])
})

it('many places in one exhibit do not hide that a name stands in another', () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ text: 'Brandal Lantern Trading', anchor: `a!${n}`, exhibitId: 'a', path: 'a.txt' }))
  const { matches } = listed([...many, { text: 'Brandal Lantern Trading', anchor: 'b!0', exhibitId: 'b', path: 'b.txt' }])
  expect(matches[0]?.anchors).toHaveLength(20)
  expect(matches[0]?.anchors).toContain('b!0')
})

it('a thousand ordinary Korean and Chinese names in credits give no match, though the list holds many of them', () => {
  const [family, given] = [['Kim', 'Ri', 'Pak', 'Choe', 'Wang', 'Li', 'Zhang', 'Chen', 'Liu', 'Jong'], ['Chol', 'Song Hui', 'Yong Nam', 'Kwang Su', 'Un Chol', 'Wei', 'Xiaoming', 'Jianguo', 'Hua', 'Ming']] // biome-ignore format: read as lines
  const han = [...'王李张刘陈杨金朴欧'].flatMap((last) =>
    [...'伟娜建国晓明美华志文'].flatMap((a) => [...'强玲军雪风'].map((b) => `${last === '欧' ? '欧阳' : last}${a}${b}`)),
  )
  const hangul = [...'김리박최정강조윤'].flatMap((last) =>
    [...'철수성희영남광은태'].flatMap((a) => [...'수희남철호옥일'].map((b) => `${last}${a}${b}`)),
  )
  const native = [...han, ...hangul]
  const latin = family.flatMap((last) => given.map((first) => `${last} ${first}`))
  const names = [...latin, ...native]
  expect(names.length).toBeGreaterThanOrEqual(1000)
  const persons = names
    .filter((_, n) => n % 3 === 0)
    .map((name, n) => entry(`p${n}`, name, { schema: 'Person', birthDates: ['1971-02-03'] }))
  // Lists also hold companies that are called like people, and people that no column calls so.
  const houses = [...latin, ...native].filter((_, n) => n % 5 === 0).map((name, n) => entry(`c${n}`, `${name.toUpperCase()} CO., LTD.`))
  const list = listOf(...persons, ...houses)
  const rows = names.map((name) => `作画 / 원화 / Key animation: ${name}`)
  // In one file, where they are a crowd; and each in a file of its own, where nothing hides behind the others.
  const apart = rows.map((text, n) => ({ text, anchor: `a${n}`, exhibitId: `e${n}`, path: `${n}.txt` }))
  for (const of of [texts(...rows, 'recorded 1971-02-03'), apart]) {
    const { matches, warnings } = listed(of, list)
    expect(matches.map(({ query, entity }) => [query, entity.name])).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(['listed-person-names'])
  }
})

it('an exhibit that names very many entries is a copy of a list: shown below the threshold, and said once', () => {
  const many = Array.from({ length: 12 }, (_, n) => entry(`c${n}`, `Brandal Ostrava ${'abcdefghijkl'[n]}quarry Works`))
  const { matches, near, warnings } = listed(texts(...many.map(({ name }) => name)), listOf(...many))
  expect(matches).toEqual([])
  expect(near).toHaveLength(12)
  expect(near.every(({ score, reasons }) => score < 0.85 && reasons.some(({ feature }) => feature === 'list-copy'))).toBe(true)
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([['list-copy', 'credits.txt']])
})
