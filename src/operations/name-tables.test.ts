import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDamaged, nameLines, nameTable } from './name-tables.ts'
import { queriesOf } from './screen-queries.ts'
import { checkedEncoding } from './table-text.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-tables-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function read(file: string, bytes: string | Uint8Array, encoding?: string) {
  const place = join(root, file)
  writeFileSync(place, bytes)
  const { rows = [], warnings = [] } = (await nameTable(place, encoding)) ?? {}
  return {
    rows,
    names: rows.map(({ name }) => name),
    codes: warnings.map(({ code }) => code),
    said: warnings.map(({ message }) => message),
  }
}
const utf16 = (text: string, mark = '') => Buffer.from(`${mark}${text}`, 'utf16le')

describe('what a word of the command line names', () => {
  it('a word that is no file is a name, unless it ends as files do', async () => {
    expect(await nameTable('SEK Studio')).toBeUndefined()
    expect(await nameTable('Node.js')).toBeUndefined()
    for (const file of ['nofile.csv', 'vendors.xlsx', 'a.TSV', 'b.txt', 'c.xls', 'd.ods', 'e.json'])
      await expect(nameTable(join(root, file))).rejects.toMatchObject({
        code: 'IBT-NOT-FOUND',
        hint: expect.stringContaining('standard input'),
      })
  })

  it('a folder, and a file of another kind, are refused and no name', async () => {
    mkdirSync(join(root, 'Brandal Lantern'))
    writeFileSync(join(root, 'list.json'), '{}')
    writeFileSync(
      join(root, 'noise.csv'),
      Uint8Array.from({ length: 400 }, (_, i) => ((i * 7919) % 256) & (i % 3 ? 0xff : 0)),
    )
    for (const file of ['Brandal Lantern', 'list.json', 'noise.csv'])
      await expect(nameTable(join(root, file))).rejects.toMatchObject({ code: 'IBT-INPUT', hint: expect.stringMatching(/table/) })
  })

  it('tabs and text are read; a line of text is a name whole, with its commas', async () => {
    expect((await read('t.tsv', 'Name\tLand\nBrandal, Lantern\tKP\n')).rows).toEqual([{ name: 'Brandal, Lantern', line: 2, country: 'KP' }])
    expect(await read('t.txt', 'SEK Studio\n\nFoo Co., Ltd.\n')).toMatchObject({ names: ['SEK Studio', 'Foo Co., Ltd.'], codes: [] })
    expect((await read('tabs.txt', 'Vendor\tCountry\nBrandal\tKP\n')).rows).toEqual([{ name: 'Brandal', line: 2, country: 'KP' }])
    expect((await read('one.csv', 'name\nFoo Co., Ltd.\n')).names).toEqual(['Foo Co., Ltd.'])
  })
})

it('of a spreadsheet the largest sheet is read, and the others are counted', async () => {
  for (const file of ['xlsx/libreoffice.xlsx', 'odf/libreoffice.ods']) {
    const { rows = [], warnings = [] } = (await nameTable(`fixtures/read/${file}`)) ?? {}
    expect(rows.length, file).toBeGreaterThan(0)
    expect(
      warnings.map(({ code }) => code),
      file,
    ).toContain('sheets-left-out')
  }
})

describe('headings', () => {
  it('are told more widely, and a second name column is not used, with a word', async () => {
    const table = await read('v.csv', 'Vendor Name;Country of Reg;D.O.B.;Full name;Notes\nBrandal;France;1974-04-06;Other;x\n')
    expect(table.rows).toEqual([{ name: 'Brandal', line: 2, country: 'France', born: '1974-04-06' }])
    expect(table.said).toEqual([
      expect.stringMatching(/“Vendor Name” as name, “Country of Reg” as country, “D\.O\.B\.” as born; not used: “Full name”, “Notes”$/),
    ])
  })

  it('names in two columns are joined, and several countries are kept', async () => {
    const table = await read('p.csv', 'First name,Last name,Nationality,Country of residence,Country of birth\nMarwick,Ostravin,FR,DE,KP\n')
    expect(table.rows).toEqual([{ name: 'Marwick Ostravin', line: 2, country: 'FR;DE' }])
    expect(table.said[0]).toContain('not used: “Country of birth”')
  })

  it('without one, the first column holds the names and the first row is one', async () => {
    const table = await read('f.csv', 'Foo,Bar\nBrandal,x\nconstructor,y\n')
    expect(table).toMatchObject({ names: ['Foo', 'Brandal', 'constructor'], codes: ['screen-headings'] })
    expect(table.said[0]).toMatch(/first row included; 1 other columns were not used/)
  })

  it('may stand below titles, which are not used, and an empty first column holds no names', async () => {
    const titled = await read('titled.csv', 'Vendors of 2024,,\n,,\nVendor,Country,Type\nBrandal,FR,company\n')
    expect(titled).toMatchObject({ names: ['Brandal'], said: [expect.stringContaining('2 rows above the headings were not used')] })
    expect(await read('shifted.csv', ',Brandal,x\n,Ostrava,y\n')).toMatchObject({
      names: ['Brandal', 'Ostrava'],
      codes: ['screen-headings'],
    })
    expect((await read('names.csv', 'Brandal\nStudio\nOstrava\n')).names).toEqual(['Brandal', 'Studio', 'Ostrava'])
  })

  it('rows without a name, cells beyond the headings and a quote that does not close are told by their lines', async () => {
    expect((await read('n.csv', 'name,country\nA,FR\n,DE\n,\nB,FR,x\n')).said).toEqual([
      expect.stringMatching(/1 rows have no name and were not compared \(line 3\)/),
      expect.stringMatching(/1 rows have more cells .*\(line 5\)/),
    ])
    expect((await read('q.csv', 'name,country\nA,FR\n"B,DE\nC,FR\n')).codes).toEqual(['open-quote'])
  })

  it('an empty table and one of headings only say so with their file', async () => {
    expect((await read('empty.csv', '')).said).toEqual([expect.stringMatching(/empty\.csv: is empty/)])
    expect((await read('head.csv', 'name,country\n')).said).toEqual([expect.stringMatching(/head\.csv: has no row with a name/)])
    const context = { stdin: async () => Buffer.alloc(0) } as unknown as Parameters<typeof queriesOf>[1]
    await expect(queriesOf({ paths: [join(root, 'head.csv')], values: {} }, context)).rejects.toMatchObject({
      code: 'IBT-INPUT',
      message: expect.stringContaining('head.csv'),
    })
  })

  it('a kind that is none, words of every object among them, is told by its line', async () => {
    const place = join(root, 's.csv')
    writeFileSync(place, 'name,schema\nA,Banana\nB,constructor\nC,person\nD,\n')
    const context = { stdin: async () => Buffer.alloc(0) } as unknown as Parameters<typeof queriesOf>[1]
    const { queries, warnings } = await queriesOf({ paths: [place], values: {} }, context)
    expect(queries.map(({ schema }) => schema)).toEqual([undefined, undefined, 'Person', undefined])
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([['screen-schema', expect.stringMatching(/line 2, 3\)$/)]])
  })
})

describe('encodings', () => {
  it('what is not UTF-8 is read with a warning that says as what', async () => {
    const latin = await read('l.csv', Buffer.from('name\nM\xfcller\n', 'latin1'))
    expect(latin).toMatchObject({ names: ['Müller'], said: [expect.stringContaining('windows-1252')] })
    const wide = await read('u.csv', utf16('name,country\nBrandal,KP\n'))
    expect(wide).toMatchObject({ names: ['Brandal'], said: [expect.stringContaining('utf-16le')] })
    expect(await read('bom.csv', utf16('name,country\nBrandal,KP\n', '\ufeff'))).toMatchObject({ names: ['Brandal'], codes: [] })
    expect(nameLines(Buffer.from([0xb3, 0xaf, 0xcf, 0xca, 0x0a]), 'standard input')).toMatchObject({
      rows: [{ name: '朝鲜' }],
      warnings: [{ code: 'code-page', message: expect.stringContaining('gb18030') }],
    })
  })

  it('a person can say the encoding; what is none is refused', async () => {
    const cyrillic = Buffer.from([0xcf, 0xee, 0xed, 0x0a])
    expect(nameLines(cyrillic, 'standard input', checkedEncoding('windows-1251'))).toMatchObject({ rows: [{ name: 'Пон' }], warnings: [] })
    expect(nameLines(cyrillic, 'standard input', checkedEncoding('UTF8')).warnings.map(({ code }) => code)).toContain('code-page')
    for (const none of ['constructor', '__proto__', 'base64', 'klingon', ''])
      expect(() => checkedEncoding(none), none).toThrow(expect.objectContaining({ code: 'IBT-USAGE' }))
  })

  it('a name with NUL or U+FFFD is told by its line', async () => {
    expect((await read('d.csv', 'name\nMar\ufffdwick\nBrandal\nA\0B\n')).said).toEqual([expect.stringMatching(/2 names .*\(line 2, 4\)/)])
    expect(isDamaged('Müller')).toBe(false)
  })
})
