import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from '../../src/names/index.ts'
import { LISTS, type ListReader, listedOn, readLists, refuseOwnName, screenNames } from '../../src/screen/index.ts'

// Every format keeps the same promises. Fixtures are invented, in the published layout of each list: fixtures/lists/make.mjs.
const text = (lines: string) => new TextEncoder().encode(lines)
const filesOf = (name: string): ReadonlyMap<string, Uint8Array> => {
  const folder = `fixtures/lists/${name}`
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`)]))
}
const fixture = (reader: ListReader) => (reader.isBuiltIn ? new Map<string, Uint8Array>() : filesOf(reader.name))

describe.each(LISTS.map((reader) => [reader.name, reader] as const))('list format %s', (name: string, reader: ListReader) => {
  const files = fixture(reader)
  const reading = reader.read(files, {})
  const { lists } = reading

  it('says what it is and where it comes from, and is told by its bytes whatever the file is called', () => {
    for (const words of [reader.summary, reader.source]) expect(words.length).toBeGreaterThan(20)
    const renamed = new Map([...files.values()].map((bytes, i) => [`download (${i})`, bytes]))
    if (!reader.isBuiltIn) expect(readLists(renamed).readings.map(({ format }) => format)).toEqual([name])
  })

  it('gives entries that name their list, with ids of their own, in a fixed order', () => {
    expect(reading.isWhole).toBe(true)
    expect(reading.warnings.map(({ code }) => code)).toEqual(name === 'opensanctions-simple' ? ['list-kind'] : [])
    for (const list of lists) {
      expect(list.entities).toBe(list.entries.length)
      expect(list.entries.length).toBeGreaterThan(0)
      expect(list.version).not.toBe('')
      expect(new Set(list.entries.map(({ id }) => id)).size).toBe(list.entries.length)
      for (const entry of list.entries) {
        expect(entry.id).toMatch(new RegExp(`^${list.name}-[A-Za-z0-9._-]+$`))
        expect(entry.list).toBe(list.name)
        expect(foldName(entry.name)).not.toBe('')
        expect(JSON.stringify(entry)).not.toContain('-0-')
        for (const date of [entry.listedOn, entry.delistedOn]) if (date !== undefined) expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/)
        for (const { toId } of entry.edges ?? [])
          if (toId !== undefined) expect(lists.flatMap(({ entries }) => entries.map(({ id }) => id))).toContain(toId)
      }
    }
    expect(reader.read(files, {}).lists).toEqual(lists)
  })

  it('finds every entry by each of its names: companies as matches, persons and weak aliases near', () => {
    for (const list of lists)
      for (const entry of list.entries) {
        for (const alias of [{ name: entry.name, weak: false }, ...entry.aliases]) {
          const { matches, near } = screenNames([{ name: alias.name }], [list], { asOf: '2024-01-17' })
          const isCompany = entry.schema === 'Company' || entry.schema === 'Organization'
          const found = (isCompany && !alias.weak ? matches : near).find(({ entity }) => entity.id === entry.id)
          expect(found, alias.name).toBeDefined()
          expect(found?.listVersion).toBe(list.version)
          expect(found?.reasons.length).toBeGreaterThan(0)
          if (!isCompany) expect(matches).toEqual([])
        }
      }
  })

  it('answers for any day', () => {
    for (const entry of lists.flatMap(({ entries }) => entries))
      for (const day of ['1999-01-01', '2024-01-17', '2999-12-31']) expect(['yes', 'no', 'cannot be told']).toContain(listedOn(entry, day))
  })

  it('warns, does not throw, and is not whole on bytes that are not its own or are cut', () => {
    const all = [...files]
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.double({ min: 0, max: 0.99, noNaN: true }), (junk, share) => {
        expect(() => reader.read(new Map([['junk.csv', junk]]), {})).not.toThrow()
        const cut = all.map(([file, bytes]) => [file, bytes.subarray(0, Math.floor(bytes.length * share))] as const)
        const of = reader.read(new Map(cut), {})
        const held = (each: typeof of) => each.lists.reduce((sum, list) => sum + list.entities, 0)
        expect(held(of)).toBeLessThanOrEqual(held(reading))
        if (/xml|advanced|ofac/.test(name) && !reader.isBuiltIn) expect(of.isWhole).toBe(false)
      }),
      { numRuns: 40 },
    )
    if (!reader.isBuiltIn) expect(reader.read(new Map([['junk.csv', text('hello')]]), {}).warnings.length).toBeGreaterThan(0)
  })
})

const entry = (format: string, words: string) =>
  readLists(filesOf(format))
    .readings.flatMap(({ lists }) => lists.flatMap(({ entries }) => entries))
    .find(({ name }) => foldName(name).includes(words))

describe('what formats hold', () => {
  it.each([
    'ofac-csv',
    'ofac-xml',
    'ofac-advanced',
    'un-xml',
    'eu-xml',
    'eu-csv',
    'eu-journal',
    'uk-xml',
    'uk-csv',
    'ch-xml',
    'ca-xml',
    'au-table',
    'opensanctions-ftm',
    'opensanctions-simple',
  ])('%s: the birth date of the person is exact, circa ones are left out, and it makes a match with the name', (format) => {
    const person = entry(format, 'ostrava')
    const of = readLists(filesOf(format)).readings.flatMap(({ lists }) => lists)
    const asked = screenNames([{ name: 'Marwick Ostrava', birthDate: '1974-04-06' }], of, { asOf: '2024-01-17' })
    expect(asked.matches.map(({ entity }) => entity.schema)).toEqual(['Person'])
    expect(asked.matches[0]?.entity.birthDates?.filter((day) => day !== '1975')).toEqual(['1974-04-06'])
    expect(person).toBeDefined()
  })

  it.each([
    ['ofac-advanced', 'brandal', '브란달랜턴무역', 'Hang'],
    ['un-xml', 'marwick', '마르윅 오스트라바', 'Hang'],
    ['eu-xml', 'marwick', '마르윅 오스트라바', 'Hang'],
    ['uk-xml', 'marwick', '마르윅 오스트라바', 'Hang'],
    ['uk-csv', 'marwick', '마르윅 오스트라바', 'Hang'],
    ['ch-xml', 'marwick', '마르윅 오스트라바', 'Hang'],
    ['opensanctions-ftm', 'brandal', '브란달랜턴무역', 'Hang'],
  ])('%s keeps names in their own script', (format, words, name, script) => {
    expect(entry(format, words)?.aliases).toContainEqual({ name, weak: false, script })
  })

  it.each([
    ['ofac-csv', 'brandal', 'BLT'],
    ['ofac-xml', 'brandal', 'BLT'],
    ['ofac-advanced', 'brandal', 'BLT'],
    ['un-xml', 'marwick', 'Mar'],
    ['eu-xml', 'marwick', 'Mar'],
    ['eu-journal', 'marwick', 'Mar'],
    ['uk-xml', 'marwick', 'Mar'],
    ['uk-csv', 'marwick', 'Mar'],
    ['ch-xml', 'marwick', 'Mar'],
    ['au-table', 'marwick', 'Mar'],
  ])('%s knows a weak alias by its own words', (format, words, name) => {
    expect(entry(format, words)?.aliases.find((alias) => alias.name === name)?.weak).toBe(true)
  })

  it.each([
    ['ofac-csv', 'Linked To', 'OSTRAVA WORKS', 'ofac-13'],
    ['ofac-xml', 'Linked To', 'OSTRAVA WORKS', 'ofac-13'],
    ['ofac-advanced', 'Owned or Controlled By', 'OSTRAVA WORKS', 'ofac-13'],
    ['uk-xml', 'parent company', 'OSTRAVA WORKS', undefined],
    ['ch-xml', 'related to', 'Marwick Ostrava', 'ch-100'],
    ['us-1260h', 'parent company', 'Ostrava Group Corporation', 'us-1260h-2'],
  ])('%s: ties become edges, with the entry they lead to when it is there', (format, kind, to, toId) => {
    expect(entry(format, 'brandal')?.edges).toEqual([{ kind, to, ...(toId ? { toId } : {}) }])
  })

  it('shares become ranges, on either side', () => {
    expect(entry('own-table', 'brandal')?.edges).toEqual([
      { kind: 'owner', to: 'Ostrava Works', percent: [25, 100], toId: 'blocked-vendors-2' },
    ])
    expect(entry('opensanctions-ftm', 'brandal')?.edges?.[0]).toMatchObject({ kind: 'owner', to: 'Marwick Ostrava', percent: [25, 50] })
    expect(entry('opensanctions-ftm', 'marwick')?.edges?.[0]).toMatchObject({ kind: 'asset', percent: [25, 50] })
  })

  it('numbers are typed, with their country and the answer of their check digit', () => {
    const uscc = { kind: 'Unified Social Credit Code (USCC)', country: 'China' }
    expect(entry('ofac-csv', 'brandal')?.numbers).toEqual([{ ...uscc, number: '91310000MA1FL3XY26', isValid: 'yes' }])
    expect(entry('ofac-xml', 'brandal')?.numbers).toEqual([{ ...uscc, number: '91310000MA1FL3XY26', isValid: 'yes' }])
    expect(entry('ofac-advanced', 'brandal')?.numbers).toEqual([{ ...uscc, number: '91310000MA1FL3XY2A', isValid: 'no' }])
    expect(entry('uk-xml', 'grey heron')?.numbers?.[0]).toMatchObject({ number: 'IMO9074729', isValid: 'yes' })
    expect(entry('un-xml', 'marwick')?.numbers).toEqual([{ kind: 'Passport', number: 'Q1234567', country: 'Nowhere', isValid: 'unknown' }])
  })

  it('a number that two entries share ties them, also the organisation code inside a credit code; a wrong one and a contact tie nothing', () => {
    const row = (number: number, name: string, remarks: string) =>
      `${number},"${name}",-0- ,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"\r\n`
    const sdn =
      row(1, 'LANTERN CO., LTD.', 'Unified Social Credit Code (USCC) 91350583259861969M (China); Phone Number 8651234567') +
      row(2, 'QUARRY CO., LTD.', 'Organization Code 259861969 (China); Phone Number 8651234567') +
      row(3, 'HERON CO., LTD.', 'Unified Social Credit Code (USCC) 913505832598619691 (China)')
    const entries = readLists(new Map([['sdn.csv', text(sdn)]])).readings[0]?.lists[0]?.entries
    expect(entries?.map(({ edges }) => edges)).toEqual([
      [{ kind: 'same number', to: 'QUARRY CO., LTD.', toId: 'ofac-2' }],
      [{ kind: 'same number', to: 'LANTERN CO., LTD.', toId: 'ofac-1' }],
      undefined,
    ])
  })

  it('a table of names and nothing else is a list, with its names whole', () => {
    const [read] = readLists(new Map([['blocked.txt', text('Name\nBrandal Co., Ltd.\nOstrava; Works\n')]])).readings
    expect(read?.lists.map(({ name, entries }) => [name, entries.map((each) => each.name)])).toEqual([
      ['blocked', ['Brandal Co., Ltd.', 'Ostrava']],
    ])
    expect(readLists(new Map([['x.txt', text('constructor\nBrandal\n')]])).readings).toEqual([])
  })

  it('tables of one’s own are a list each, called after its file; under one name they are one', () => {
    const files = new Map(['own.csv', 'o2.csv', 'O2.tsv'].map((file, i) => [file, text(`name,country\nBrandal ${i} Ltd,FR\n`)]))
    const of = (options: Parameters<typeof readLists>[1]) =>
      readLists(files, options).readings.flatMap(({ lists }) => lists.map(({ name, entities }) => [name, entities]))
    expect(of({})).toEqual([['o2', 2], ['own', 1]]) // biome-ignore format: one line
    expect(of({ name: 'stop' })).toEqual([['stop', 3]])
    expect(readLists(files).warnings).toEqual([])
  })

  it('only lists of sanctions are called so', () => {
    const kinds = (format: string) =>
      readLists(filesOf(format)).readings.flatMap(({ lists }) => lists.map(({ name, kind }) => [name, kind]))
    expect(kinds('us-csl')).toEqual([['us-csl-dpl', 'export'], ['us-csl-el', 'export'], ['us-csl-sdn', 'sanctions']]) // biome-ignore format: one line
    expect(kinds('us-dpl')).toEqual([['us-dpl', 'export']])
    expect(kinds('us-1260h')).toEqual([['us-1260h', 'other']])
    expect(kinds('own-table')).toEqual([['blocked-vendors', 'other']])
    expect(kinds('opensanctions-ftm').map(([, kind]) => kind)).toEqual(['sanctions', 'export', 'other'])
    expect(kinds('opensanctions-simple')).toEqual([['opensanctions-simple-other', 'other']])
  })

  it('where a list does not say what an entry is, a name without legal form or trade word is held to the standard of persons', () => {
    expect(entry('us-dpl', 'marwick')?.schema).toBe('Person')
    expect(entry('us-dpl', 'brandal')?.schema).toBe('Company')
    expect(entry('us-csl', 'marwick')?.schema).toBe('Person')
  })

  it('days of designation by sources that differ are all kept; de-listed entries say since when', () => {
    expect(entry('eu-xml', 'marwick')).toMatchObject({
      listedOn: '2021-12-12',
      listings: [
        { on: '2021-12-12', source: '2021/1 (OJ L1)' },
        { on: '2023-03-02', source: '2023/2 (OJ L2)' },
      ],
    })
    expect(entry('opensanctions-ftm', 'brandal')?.listings).toHaveLength(2)
    const off = entry('ch-xml', 'brandal')
    expect(off && [listedOn(off, '2022-01-01'), listedOn(off, '2023-07-24')]).toEqual(['yes', 'no'])
  })

  it('a mapping in words names the columns of a list of one’s own, and one that is not there is said', () => {
    const files = new Map([['x.csv', text('Wer;Wo\nBrandal Works;Utopia\n')]])
    expect(readLists(files).readings).toEqual([])
    const [read] = readLists(files, { map: { name: 'Wer', country: 'Wo' }, name: 'stop', kind: 'export' }).readings
    expect(read?.lists[0]).toMatchObject({ name: 'stop', kind: 'export', entries: [{ name: 'Brandal Works', countries: ['Utopia'] }] })
    expect(readLists(files, { map: { name: 'Wer', country: 'Land' } }).warnings.map(({ code }) => code)).toContain('list-column')
    const more = new Map([['x.csv', text('name;Wo;Umsatz\nBrandal Works;Utopia;7\n')]])
    expect(readLists(more).warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(/^list-columns-unused: x\.csv: not used: the columns Wo, Umsatz;/),
    ])
  })
})

describe('hostile lists', () => {
  const un = (body: string) => new Map([['x.xml', text(`<?xml version="1.0"?>${body}`)]])
  const reader = LISTS.find(({ name }) => name === 'un-xml')
  it.each([
    [
      'a document type',
      '<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>&a;</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>',
    ],
    ['an unknown entity', '<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>&file;</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>'],
    ['depth', `<CONSOLIDATED_LIST>${'<a>'.repeat(5000)}`],
  ])('%s ends the reading with a warning', (_, body) => {
    const reading = reader?.read(un(body), {})
    expect(reading?.isWhole).toBe(false)
    expect(reading?.warnings.map(({ code }) => code)).toContain('list-broken')
    expect(JSON.stringify(reading?.lists)).not.toContain('root:')
  })

  it('a record of too many elements is left out, the others stay', () => {
    const long = `<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>LONG ONE</FIRST_NAME>${'<NATIONALITY/>'.repeat(60_000)}</INDIVIDUAL>`
    const reading = reader?.read(
      un(`<CONSOLIDATED_LIST>${long}<INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>MARWICK</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>`),
      {},
    )
    expect(reading?.lists[0]?.entries.map(({ id }) => id)).toEqual(['un-2'])
    expect(reading?.warnings.map(({ code }) => code)).toEqual(['list-limit'])
  })

  it('words that are members of every object are words', () => {
    const row = `1,"MARWICK LTD","constructor","toString",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n`
    const table = 'id,schema,name,aliases,birth_date,countries,identifiers\n__proto__,constructor,Marwick Ltd,,,,\n'
    const line = JSON.stringify({ id: 'x', schema: 'constructor', properties: { name: ['Marwick'] } })
    const all = [row, table, `${line}\n`].flatMap((body) => readLists(new Map([['x', text(body)]])).readings.flatMap(({ lists }) => lists))
    expect(all.flatMap(({ entries }) => entries.map(({ name, schema }) => [name, schema]))).toEqual([
      ['MARWICK LTD', 'Company'],
      ['Marwick Ltd', 'Company'],
    ])
  })

  it('ids and keys that would lead elsewhere become harmless, and twins stay apart', () => {
    const record = (id: string) => `<INDIVIDUAL><DATAID>${id}</DATAID><FIRST_NAME>MARWICK</FIRST_NAME></INDIVIDUAL>`
    const ids = reader
      ?.read(un(`<CONSOLIDATED_LIST>${record('../../etc')}${record('7')}${record('7')}</CONSOLIDATED_LIST>`), {})
      .lists[0]?.entries.map(({ id }) => id)
    expect(ids).toEqual(
      ['un-....etc.', 'un-7', 'un-7.2'].map((id) => (id.startsWith('un-.') ? expect.stringMatching(/^un-[A-Za-z0-9.]+$/) : id)),
    )
  })

  it('ties, days and numbers of an entry are bounded before they are made', () => {
    const line = (id: string, schema: string, properties: object) => JSON.stringify({ id, schema, caption: id, properties })
    const ids = Array.from({ length: 200 }, (_, i) => `e${i}`)
    const lines = [
      ...ids.map((id) => line(id, 'Company', { name: [`Lantern ${id} Ltd`], topics: ['sanction'] })),
      ...Array.from({ length: 60 }, (_, i) => line(`o${i}`, 'Ownership', { owner: ids, asset: ids })),
      ...Array.from({ length: 60 }, (_, i) => line(`s${i}`, 'Sanction', { entity: ids, listingDate: ids.map(() => '2021-01-01') })),
    ]
    // Made in full, these are 4.8 million ties and 2.4 million days.
    const before = process.memoryUsage().heapUsed
    const [read] = readLists(new Map([['x', text(lines.join('\n'))]])).readings
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024)
    expect(read?.warnings.map(({ code }) => code)).toEqual(['list-limit'])
    expect(read?.lists[0]?.entries.every(({ edges }) => edges?.length === 200)).toBe(true)
  })

  it('a cell of blanks takes no longer than it is long', () => {
    const start = performance.now()
    readLists(new Map([['vendors.csv', text(`name,alias\nMarwick Ltd,${`x${' '.repeat(200_000)}y`}\n`)]]))
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  const names = ['ofac', 'ofac-dprk-animation', 'UN', 'us-csl-sdn', 'opensanctions', 'un-xml']
  it.each(names)('a table of one’s own may not be called %s', (name) => {
    const [reading] = readLists(new Map([[`${name}.csv`, text('name,country\nMarwick Ltd,Utopia\n')]])).readings
    expect(() => reading && refuseOwnName(reading)).toThrow(/publisher/)
  })
})
