import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from '../../src/names/index.ts'
import { LISTS, type ListReader, listedOn, screenNames } from '../../src/screen/index.ts'

// Every list keeps the same promises. Fixtures are invented, in the published layout of each list.
const text = (lines: string) => new TextEncoder().encode(lines)
const OFAC = new Map([
  [
    'sdn.csv',
    text(
      [
        `11,"BRANDAL LANTERN TRADING CO., LTD.",-0- ,"DPRK3] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Registration Number 9988776655 (Nowhere); a.k.a. 'BLT'; Linked To: OSTRAVA WORKS."`,
        `12,"OSTRAVA, Marwick ""Mar""","individual","DPRK3",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 06 Apr 1974; Passport Q1234567 (Nowhere)."`,
        `13,"OSTRAVA WORKS",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- `,
        `14,"GREY HERON","vessel","DPRK",-0- ,"HMYY1","Cargo",-0- ,-0- ,"Nowhere",-0- ,"Vessel Registration Identification IMO 1234567."`,
        '\u001a',
      ].join('\r\n'),
    ),
  ],
  ['alt.csv', text('11,1,"aka","LANTERN BRANDAL","-0- "\r\n12,2,"fka","OSTRAVA, Zephyr",-0- \r\n99,3,"aka","STRAY",-0- \r\n')],
  ['add.csv', text('11,1,"5 Quarry Lane, Floor 2","Nowhere 10001","Utopia",-0- \r\n13,2,-0- ,-0- ,-0- ,-0- \r\n')],
  ['sdn_comments.csv', text('13,"Organization Established Date 01 Jan 1990."\r\n')],
])
const FIXTURES: Readonly<Record<string, ReadonlyMap<string, Uint8Array>>> = { ofac: OFAC, 'ofac-dprk-animation': new Map() }

describe.each(LISTS.map((reader) => [reader.name, reader] as const))('list %s', (name: string, reader: ListReader) => {
  const files = FIXTURES[name]

  it('has a fixture, and says what it is and where it comes from', () => {
    expect(files).toBeDefined()
    for (const words of [reader.summary, reader.source]) expect(words.length).toBeGreaterThan(20)
  })

  const { list } = reader.read(files ?? new Map())

  it('gives entries that name their list, with ids of their own, in a fixed order', () => {
    expect(list).toMatchObject({ name, kind: reader.kind, entities: list.entries.length })
    expect(list.entries.length).toBeGreaterThan(0)
    expect(list.version).not.toBe('')
    expect(new Set(list.entries.map(({ id }) => id)).size).toBe(list.entries.length)
    for (const entry of list.entries) {
      expect(entry.id).toMatch(new RegExp(`^${name}-\\d+$`))
      expect(entry.list).toBe(name)
      expect(foldName(entry.name)).not.toBe('')
      expect(JSON.stringify(entry)).not.toContain('-0-')
      for (const date of [entry.listedOn, entry.delistedOn]) if (date !== undefined) expect(date).toMatch(/^\d{4}-\d{2}(-\d{2})?$/)
    }
    expect(reader.read(files ?? new Map()).list).toEqual(list)
  })

  it('finds every entry by each of its names: companies as matches, persons and weak aliases near', () => {
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
    for (const entry of list.entries)
      for (const day of ['1999-01-01', '2024-01-17', '2999-12-31']) expect(['yes', 'no', 'cannot be told']).toContain(listedOn(entry, day))
  })

  it('warns, and does not throw, on bytes that are not its own or are cut', () => {
    const all = [...(files ?? new Map<string, Uint8Array>())]
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (junk, share) => {
        expect(() => reader.read(new Map([['junk.csv', junk]]))).not.toThrow()
        const cut = all.map(([file, bytes]) => [file, bytes.subarray(0, Math.floor(bytes.length * share))] as const)
        expect(() => reader.read(new Map(cut))).not.toThrow()
      }),
    )
    if (!reader.isBuiltIn) expect(reader.read(new Map([['junk.csv', text('hello')]])).warnings.length).toBeGreaterThan(0)
  })
})
