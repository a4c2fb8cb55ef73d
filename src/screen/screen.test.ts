import { describe, expect, it } from 'vitest'
import type { ListEntity } from '../model/index.ts'
import { birthDatesOf, builtInLists, listedOn, readOfac, screenNames } from './index.ts'

// Files in OFAC's layout with invented entries.
const text = (lines: string) => new TextEncoder().encode(lines)
const primary = (number: number, name: string, type: string, remarks: string) =>
  `${number},"${name}",${type},"DPRK3] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,${remarks}\r\n`
const SDN = text(
  primary(11, 'BRANDAL LANTERN TRADING CO., LTD.', '-0- ', `"Tax ID No. 9988776655 (Nowhere); a.k.a. 'BLT'; organisation of the lan"`) +
    primary(12, 'OSTRAVA, Marwick ""Mar""', '"individual"', '"DOB 06 Apr 1974; Passport Q1234567 (Nowhere)."') +
    primary(13, 'STAR', '-0- ', '-0- ') +
    primary(14, 'GREY HERON', '"vessel"', '"IMO 1234567."'),
)
const ALT = text('11,1,"aka","LANTERN BRANDAL",-0- \r\n99,3,"aka","STRAY",-0- \r\n')
const ADD = text('11,1,"5 Quarry Lane, Floor 2","Nowhere 10001","Utopia",-0- \r\n12,2,"7 Mill Road","Nowhere 10002","Utopia",-0- \r\n')
const COMMENTS = text('11,"tern trade."\r\n')
const FILES = new Map([['sdn.csv', SDN], ['alt.csv', ALT], ['add.csv', ADD], ['sdn_comments.csv', COMMENTS]]) // biome-ignore format: one line
const ask = (name: string, more: object = {}, lists = builtInLists()) => screenNames([{ name, ...more }], lists, { asOf: '2024-01-17' })
const entry = (id: string, dates: Partial<ListEntity>): ListEntity => ({
  id, name: 'X', schema: 'Company', list: 'x', programs: [], aliases: [], addresses: [], identifiers: [], remarks: '', ...dates,
}) // biome-ignore format: one record

describe('OFAC files', () => {
  const { list, warnings } = readOfac(FILES)

  it('become entries: programmes, aliases with the weak ones marked, addresses, numbers, continued remarks', () => {
    expect(list.entries[0]).toEqual({
      id: 'ofac-11',
      name: 'BRANDAL LANTERN TRADING CO., LTD.',
      schema: 'Company',
      list: 'ofac',
      programs: ['DPRK3', 'SDGT'],
      aliases: [
        { name: 'LANTERN BRANDAL', weak: false },
        { name: 'BLT', weak: true },
      ],
      addresses: ['5 Quarry Lane, Floor 2, Nowhere 10001, Utopia'],
      identifiers: ['Tax ID No. 9988776655 (Nowhere)'],
      countries: ['Utopia'],
      numbers: [{ kind: 'Tax ID', number: '9988776655', country: 'Nowhere', isValid: 'unknown' }],
      remarks: "Tax ID No. 9988776655 (Nowhere); a.k.a. 'BLT'; organisation of the lantern trade.",
    })
    expect(list.entries.map(({ name, schema }) => [name, schema])).toEqual([
      ['BRANDAL LANTERN TRADING CO., LTD.', 'Company'],
      ['OSTRAVA, Marwick "Mar"', 'Person'],
      ['STAR', 'Organization'],
      ['GREY HERON', 'Vessel'],
    ])
  })

  it('say what was not used', () => {
    expect(warnings.map(({ code }) => code)).toEqual([...FILES.keys()].map(() => 'list-no-end-mark').concat('list-strays'))
    const older = readOfac(new Map([...FILES, ['alt_old.csv', text('11,1,"aka","OLD NAME",-0- \r\n')]]))
    expect(older.warnings.map(({ code }) => code)).toContain('list-older-file')
    expect(readOfac(new Map([['alt.csv', ALT]])).warnings.map(({ code }) => code)).toContain('list-empty')
  })

  it('have a version that names these bytes and not their file names', () => {
    const renamed = readOfac(new Map([['sdn_2.csv', SDN], ['a.csv', ALT], ['b.csv', ADD], ['c.csv', COMMENTS]])) // biome-ignore format: one line
    expect(readOfac(FILES).list.version).toBe(list.version)
    expect(renamed.list.entries).toEqual(list.entries)
    expect(readOfac(new Map([...FILES, ['alt.csv', text('11,1,"aka","OTHER",-0- \r\n')]])).list.version).not.toBe(list.version)
  })

  it('date an entry whose OFAC number the built-in table dates, and say so of no other', () => {
    const read = readOfac(
      new Map([['sdn.csv', text(primary(40202, 'FUNSAGA PTE LTD.', '-0- ', '-0- ') + primary(1, 'ZEPHYRINE WORKS', '-0- ', '-0- '))]]),
    )
    expect(read.list.entries.map(({ listedOn: from, delistedOn }) => [from, delistedOn])).toEqual([
      [undefined, undefined],
      ['2022-12-09', '2025-07'],
    ])
    const [match] = ask('Zephyrine Works', {}, [read.list]).matches
    expect(match?.reasons.at(-1)?.detail).toContain('where this entry states no day')
    expect(ask('Funsaga Pte Ltd', {}, [read.list]).matches[0]?.reasons.at(-1)?.detail).toContain(
      'days by ofac-dprk-animation, which comes with the program',
    )
  })

  it('survive a heading, Windows-1252 and a missing last line end', () => {
    const bytes = Buffer.from(
      `ID,Name,Type,Country,Title,F,G,H,I,J,K,Details\n1,"ZÉPHYRINE",-0- ,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- `,
      'latin1',
    )
    const read = readOfac(new Map([['sdn.csv', bytes]]))
    expect(read.list.entries.map(({ name }) => name)).toEqual(['ZÉPHYRINE'])
    expect(read.warnings.map(({ code }) => code)).toEqual(['list-broken'])
  })

  it.each([
    ['whole', (rows: string) => `${rows}\u001a`, []],
    ['with blank lines behind its end mark', (rows: string) => `${rows}\u001a\r\n`, []],
    ['with its end mark as a row of a spreadsheet', (rows: string) => `${rows}\u001a,,,,,,,,,,,`, []],
    ['without its end mark', (rows: string) => rows, ['list-no-end-mark']],
    ['cut within its last row', (rows: string) => rows.slice(0, -30), ['list-broken']],
    ['cut within a quoted cell', (rows: string) => rows.slice(0, rows.lastIndexOf('OSTRAVIN') + 3), ['list-broken']],
    ['cut before its last end of line', (rows: string) => rows.slice(0, -2), ['list-broken']],
  ] as const)('that are %s say so', (_, change, codes) => {
    const rows = ['ZEPHYRINE', 'BRANDAL', 'OSTRAVIN'].map((name, i) => primary(i + 1, `${name} WORKS`, '-0- ', '-0- ')).join('')
    const read = readOfac(new Map([['sdn.csv', text(change(rows))]]))
    expect(read.warnings.filter(({ code }) => code !== 'list-row').map(({ code }) => code)).toEqual(codes)
    expect(read.isWhole).toBe(codes.length === 0)
  })
})

it('a number that agrees and fails its check digit says so', () => {
  const read = readOfac(new Map([['sdn.csv', text(primary(1, 'ZEPHYRINE WORKS', '-0- ', 'Legal Entity Number 253400WSS48YWMBUA689'))]]))
  const [match] = ask('Zephyrine Works', { identifiers: ['253400WSS48YWMBUA689'] }, [read.list]).matches
  expect(match?.reasons.find(({ feature }) => feature === 'identifier')?.detail).toContain('check digit fails')
})

describe('screening', () => {
  const lists = [readOfac(FILES).list]

  it.each([
    ['SEK Studio', '34022'],
    ['Scientific Education Korea Studio', '34022'],
    ['April 26 Animation Studio', '34022'],
    ['조선 4·26 만화영화촬영소', '34022'],
    ['Moxing Cartoon', '31042'],
    ['上海墨星文化传媒有限公司', '31042'],
    ['Funsaga', '40202'],
    ['Everlasting Empire', '40207'],
    ['天方香港控股', '40209'],
  ])('%s is matched on the built-in list with reasons and dates', (name, number) => {
    const { matches } = ask(name)
    expect(matches.map(({ entity }) => entity.id)).toEqual([`ofac-dprk-animation-${number}`])
    const [match] = matches
    expect(match?.listVersion).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(match?.entity.listedOn).toMatch(/^202[12]-12-\d{2}$/)
    expect(match?.reasons.at(-1)?.detail).toContain('listed on 2024-01-17: yes')
    expect(match?.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(match?.score ?? 0, 3)
  })

  it.each(['Lu Hezheng', 'He Zheng Lu', '卢和征', 'LU, Hezheng'])(
    'a person’s name alone (%s) is shown as near with the reason, never as a match',
    (name) => {
      const { matches, near } = ask(name)
      expect(matches).toEqual([])
      expect(near[0]).toMatchObject({ entity: { name: 'LU, Hezheng' }, score: 0.84 })
      expect(near[0]?.reasons.map(({ feature }) => feature)).toContain('one-identifier')
    },
  )

  it('a second fact that agrees makes a person a match; one that differs pulls down', () => {
    expect(ask('Lu Hezheng', { birthDate: '1974-04-06' }).matches).toHaveLength(1)
    expect(ask('Lu Hezheng', { identifiers: ['31010619740406283x'] }).matches).toHaveLength(1)
    expect(ask('Lu Hezheng', { addresses: ['Room 810, No. 760 Qinzhou Road, Xuhui District, Shanghai'] }).matches).toHaveLength(1)
    expect(ask('Lu Hezheng', { addresses: ['Shanghai, China'] }).matches).toEqual([])
    const other = ask('Lu Hezheng', { birthDate: '1990-01-01' })
    expect(other.matches).toEqual([])
    expect(other.near[0]?.score).toBeLessThan(0.75)
  })

  it.each([
    'Kim',
    'Star',
    'Studio',
    'Limited',
    'Animation Studio',
    'Trading Company',
    'SEK',
    'BLT',
    'Grey Heron',
    'Kim Yong Chol',
    'Marwick Ostrava',
  ])('the bare words %s reach no match', (name) => expect(ask(name, {}, [...builtInLists(), ...lists]).matches).toEqual([]))

  it.each([
    'Halvorsen Lantern Pictures LLC',
    'Corvane Street Animation Inc.',
    'Qinghe Lane Animation Co., Ltd.',
    'Shanghai Animation Film Studio',
    'East Estuary Broadband (Liaoning)',
  ])('%s is neither matched nor near on the built-in list', (name) => expect(ask(name)).toEqual({ matches: [], near: [] }))

  it('a document number finds an entry whatever the name', () => {
    const { matches } = ask('Quite Another Name Ltd', { identifiers: ['tax 9988776655'] }, lists)
    expect(matches[0]).toMatchObject({ entity: { id: 'ofac-11' }, score: 0.95 })
  })

  it('the kind that was asked for counts', () => {
    expect(ask('Moxing Cartoon', { schema: 'Person' }).matches).toEqual([])
    expect(ask('Moxing Cartoon', { schema: 'Company' }).matches).toHaveLength(1)
  })

  it('keeps anchors and gives ids that differ by query and list', () => {
    const two = screenNames([{ name: 'SEK Studio', anchors: ['a'] }, { name: 'SEK Studios' }], builtInLists(), { asOf: '2024-01-17' })
    expect(two.matches.map(({ anchors }) => anchors)).toEqual([['a'], []])
    expect(new Set(two.matches.map(({ id }) => id)).size).toBe(2)
  })

  it('a lower threshold moves the line and keeps persons below it', () => {
    const low = screenNames([{ name: 'Shanghai Hongman' }, { name: 'Lu Hezheng' }], builtInLists(), { threshold: 0.7, asOf: '2024-01-17' })
    expect(low.matches.map(({ entity }) => entity.name)).toEqual(['SHANGHAI HONGMAN CARTOON AND ANIMATION DESIGN STUDIO'])
    expect(low.near[0]).toMatchObject({ entity: { name: 'LU, Hezheng' }, score: 0.69 })
  })
})

describe('listed on a day', () => {
  it.each([
    [{ listedOn: '2021-12-10' }, '2021-12-09', 'no'],
    [{ listedOn: '2021-12-10' }, '2021-12-10', 'yes'],
    [{ listedOn: '2022-12-09', delistedOn: '2025-07' }, '2024-01-17', 'yes'],
    [{ listedOn: '2022-12-09', delistedOn: '2025-07' }, '2025-07-15', 'cannot be told'],
    [{ listedOn: '2022-12-09', delistedOn: '2025-07' }, '2025-08-01', 'no'],
    [{ listedOn: '2022-12-09', delistedOn: '2025-07-24' }, '2025-07-23', 'yes'],
    [{ listedOn: '2022-12-09', delistedOn: '2025-07-24' }, '2025-07-24', 'no'],
    [{ listedOn: '2021-12' }, '2021-12-31', 'cannot be told'],
    [{ listedOn: '2021-12' }, '2021-11-30', 'no'],
    [{ listedOn: '2020-01-01', delistedOn: '2024' }, '2024-01-17', 'cannot be told'],
    [{ listedOn: '2020-01-01', delistedOn: '2024' }, '2025-01-01', 'no'],
    [{ listedOn: '2020-01-01', delistedOn: '2024' }, '2023-12-31', 'yes'],
    [{}, '2024-01-17', 'cannot be told'],
  ])('%o on %s: %s', (dates, day, answer) => expect(listedOn(entry('x-1', dates), day)).toBe(answer))

  it('says that it does not know where the table does not', () => {
    const jadhav = builtInLists()[0]?.entries.find(({ id }) => id.endsWith('-40201'))
    expect(jadhav && [listedOn(jadhav, '2024-01-17'), listedOn(jadhav, '2026-01-01')]).toEqual(['yes', 'cannot be told'])
  })
})

it('birth dates are read by day or year, and approximate ones are left out', () => {
  expect(birthDatesOf('DOB 06 Apr 1974; alt. DOB 1975; DOB circa 1960; DOB 1950 to 1955.')).toEqual(['1974-04-06', '1975'])
})

describe('what is asked for', () => {
  const listOf = (...entries: (readonly [name: string, schema: ListEntity['schema']])[]) => ({
    name: 'made', kind: 'sanctions', version: '1', entities: entries.length,
    entries: entries.map(([name, schema], i): ListEntity => ({ id: `made-${i}`, name, schema, list: 'made', programs: [], aliases: [], addresses: [], identifiers: [], remarks: '' })),
  }) as const // biome-ignore format: records

  it('is near under a low threshold too where the policy holds it', () => {
    const list = listOf(['Sergei Petrov', 'Person'])
    for (const threshold of [0.5, 0.6, 0.61, 0.85]) {
      const { matches, near } = screenNames([{ name: 'Sergei Petrov', schema: 'Person' }], [list], { asOf: '2024-01-17', threshold })
      expect([matches.length, near.length], String(threshold)).toEqual([0, 1])
    }
  })

  it('is not hidden by entries that are not wanted, however many are nearer', () => {
    const ships = Array.from({ length: 40 }, () => ['Golden Star', 'Vessel'] as const)
    const lists = [listOf(...ships, ['Golden Starr', 'Company'])]
    const options = { asOf: '2024-01-17', among: ({ schema }: ListEntity) => schema !== 'Vessel' }
    const { matches, near } = screenNames([{ name: 'Golden Star' }], lists, options)
    expect([...matches, ...near].map(({ entity }) => entity.name)).toEqual(['Golden Starr'])
  })
})
