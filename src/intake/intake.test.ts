import fc from 'fast-check'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { InbetweenError } from '../base/errors.ts'
import {
  containsAddress,
  declarationsOf,
  formatAddress,
  parseAddress,
  parseCidr,
  readCsv,
  readDeclaration,
  readRegistrations,
  tableBytes,
  tableOf,
  writeCsv,
} from './index.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const cell = fc.oneof(
  fc.constantFrom('', '"', ',', ';', '\n', '\r\n', '\ufeff', ' a ', 'sep=;', '한글', '镜头'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)

it('a table written and read back is the same table', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
      expect(readCsv(utf8(writeCsv(rows)), ',').rows).toEqual(rows)
    }),
  )
})

it('separator, code page, byte order mark and quotes over lines are told from the bytes, and lines are counted', () => {
  expect(readCsv(utf8('\ufeffa;b;c\r\n1,5;"x;\r\ny";3\r\n\r\n4;5;6'))).toMatchObject({
    rows: [
      ['a', 'b', 'c'],
      ['1,5', 'x;\r\ny', '3'],
      ['4', '5', '6'],
    ],
    lines: [1, 2, 5],
    delimiter: ';',
    warnings: [],
  })
  expect(readCsv(iconv.encode('姓名\t职位\n王小明\t动画师\n', 'gb18030'))).toMatchObject({
    rows: [
      ['姓名', '职位'],
      ['王小明', '动画师'],
    ],
    codePage: 'gb18030',
  })
  expect(readCsv(iconv.encode('이름,역할\n김철수,번역\n', 'cp949')).rows[1]).toEqual(['김철수', '번역'])
  expect(readCsv(utf8('sep=|\na|b\n1|2\n'))).toMatchObject({
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
    lines: [2, 3],
  })
  expect(readCsv(utf8('a,b\n"open,2\n')).warnings.map(({ code }) => code)).toEqual(['open-quote'])
})

/** Containment by whole numbers, written apart from the masks. */
function naiveContains(start: string, prefix: number, address: string): boolean {
  const value = (text: string) => BigInt(`0x${Buffer.from(parseAddress(text) ?? []).toString('hex') || '0'}`)
  const bits = start.includes(':') ? 128 : 32
  if (start.includes(':') !== address.includes(':')) return false
  return value(start) >> BigInt(bits - prefix) === value(address) >> BigInt(bits - prefix)
}

const four = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join('.'))
// Never all zero, so that it is not taken for an IPv4 address written inside IPv6.
const six = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 7, maxLength: 7 })
  .map((groups) => `2001:${groups.map((group) => group.toString(16)).join(':')}`)

it('a block holds exactly the addresses that share its leading bits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(four, six).chain((kind) => fc.tuple(kind, kind, kind === four ? fc.nat(32) : fc.nat(128), fc.nat(127))),
      ([a, other, prefix, flip]) => {
        const bytes = parseAddress(a) ?? new Uint8Array()
        const start = formatAddress(bytes.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, prefix - i * 8))) & 0xff))
        const block = parseCidr(`${start}/${prefix}`)
        const near = bytes.slice()
        const bit = flip % (bytes.length * 8)
        near[bit >> 3] = (near[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7))
        expect(block).toBeDefined()
        if (!block) return
        for (const address of [a, other, formatAddress(near)]) {
          const parsed = parseAddress(address)
          expect(parsed && containsAddress(block, parsed), `${start}/${prefix} ${address}`).toBe(naiveContains(start, prefix, address))
        }
      },
    ),
  )
})

it('an address written and read back is the same, and what is none is refused', () => {
  const again = (text: string) => formatAddress(parseAddress(text) ?? new Uint8Array())
  fc.assert(
    fc.property(fc.oneof(four, six), (text) => {
      expect(parseAddress(again(text))).toEqual(parseAddress(text))
    }),
  )
  const written = ['::1', '2001:db8::', '2001:db8:0:0:1:0:0:1', '::ffff:192.0.2.1', '0:0:1::']
  expect(written.map(again)).toEqual(['::1', '2001:db8::', '2001:db8::1:0:0:1', '192.0.2.1', '0:0:1::'])
  for (const bad of [
    '',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4.5',
    ':',
    ':::',
    '1::2::3',
    '12345::',
    '::1.2.3',
    'host',
    '1:2:3:4:5:6:7',
    '::g',
  ])
    expect(parseAddress(bad), bad).toBeUndefined()
  for (const bad of ['192.0.2.1/24', '192.0.2.0/33', '192.0.2.0/', '2001:db8::/129', '192.0.2.0/-1', '192.0.2.0/24/3'])
    expect(parseCidr(bad), bad).toBeUndefined()
})

it('a roster is found under titles, and nothing that finds a person is left', () => {
  const csv =
    'Lakeside roster 2024,,,\n,,,\nName,Role,Mobile,Country\n"Mina Alder <mina@x.example>",call +82 10 5550 0100,123,South Korea\n,,,\n'
  const { minimised, rows, mapping, warnings } = readDeclaration('roster', utf8(csv), 'roster.csv', {})
  expect(Buffer.from(minimised).toString('utf8')).toBe('name,role,country\nM. A.,call […],KR\n')
  expect(rows.map(({ line }) => line)).toEqual([2])
  expect(mapping).toEqual([
    { column: 'Name', field: 'name' },
    { column: 'Role', field: 'role' },
    { column: 'Mobile', field: null },
    { column: 'Country', field: 'country' },
  ])
  expect(warnings.map(({ code }) => code)).toEqual(['contact-left-out'])
})

it('statements come as a text, as a keyed row, as JSON or as a table', () => {
  const read = (text: string) => readDeclaration('statement', utf8(text), 's.txt', {}).rows.map(({ fields }) => fields)
  expect(read('All work is done\nin Seoul, by us.')).toEqual([{ text: 'All work is done in Seoul, by us.' }])
  expect(read('text: "Work is done in Seoul."\nby: North Wing\nabout: site\n')).toEqual([
    { text: 'Work is done in Seoul.', by: 'North Wing', about: 'site' },
  ])
  expect(read('[{"text":"One.","on":"2024-01-05","salary":3},{"text":"Two."}]')).toEqual([
    { text: 'One.', on: '2024-01-05' },
    { text: 'Two.' },
  ])
  expect(read('text,by\n"One, two",A\n')).toEqual([{ text: 'One, two', by: 'A' }])
  const [only] = declarationsOf(
    readDeclaration('statement', utf8('text,by\nOne,A\n'), 's.csv', {}).minimised,
    'statement',
    'c'.repeat(64),
    { about: 'site' },
  )
  expect(only).toMatchObject({ by: 'A', about: 'site', fields: { text: 'One', by: 'A' } })
})

it('a file that cannot be used is refused with its place and what to do', () => {
  const refused = (bytes: Uint8Array) => {
    try {
      readDeclaration('roster', bytes, 'roster.csv', {})
    } catch (error) {
      return error instanceof InbetweenError ? [error.code, error.place, error.hint !== undefined] : String(error)
    }
    return 'taken'
  }
  expect(refused(utf8(''))).toEqual(['IBT-INPUT', 'roster.csv:1', true])
  expect(refused(utf8('\n\nfoo,bar\n1,2\n'))).toEqual(['IBT-INPUT', 'roster.csv:3', true])
  expect(refused(utf8('name,role\n'))).toEqual(['IBT-INPUT', 'roster.csv:1', true])
  expect(refused(Uint8Array.from([0x89, 0x50, 0, 0, 1]))).toEqual(['IBT-INPUT', 'roster.csv:1', true])
})

it('registrations are taken as stated; bad rows are named by line and left out', () => {
  const csv =
    'cidr,country,region,network,holder,kind,asof\n198.51.100.0/24,CN,Liaoning,LAKE-NET,"Lakeside, Net",isp,2024-01-31\n203.0.113.77/26,KP,,,,isp,\n2001:DB8::/32,South Korea,,,Hill,dprk,\nnonsense,,,,,,\n198.51.100.7,XX1,,,,VPN,\n'
  const { registrations, warnings } = readRegistrations(utf8(csv), { by: 'A. Person', on: '2024-02-01', rating: 'A2' })
  expect(registrations.map(({ cidr, country, kind, asOf }) => [cidr, country, kind, asOf])).toEqual([
    ['198.51.100.0/24', 'CN', 'isp', '2024-01-31'],
    ['2001:db8::/32', 'KR', 'unknown', '2024-02-01'],
    ['198.51.100.7/32', '', 'vpn', '2024-02-01'],
  ])
  expect(registrations[0]).toMatchObject({ source: 'stated by A. Person', rating: 'A2', holder: 'Lakeside, Net', region: 'Liaoning' })
  expect(warnings.map(({ message }) => message.replace(/:.*/, ''))).toEqual(['line 3', 'line 4', 'line 5', 'line 6'])
  expect(warnings[0]?.message).toContain('203.0.113.64/26')
  expect(readRegistrations(utf8('192.0.2.0/24,US,,,Hill,hosting,2024\n'), {}).registrations[0]).toMatchObject({
    kind: 'hosting',
    holder: 'Hill',
  })
  expect(() => readRegistrations(utf8('cidr\nx\n'), {})).toThrow(/no row/)
})

/** A made workbook: a sheet per given `sheetData`; with `styles`, the inside of its style sheet. */
function styledWorkbook(styles: string, ...sheets: readonly string[]): Uint8Array {
  const each = (write: (n: number) => string) => sheets.map((_, index) => write(index + 1)).join('')
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const styled = styles === '' ? '' : `<Relationship Id="s1" Type="${office}/styles" Target="styles.xml"/>`
  return zipSync({
    '[Content_Types].xml': utf8(
      `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': utf8(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': utf8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((n) => `<sheet name="S${n}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      `<Relationships xmlns="${packaged}/relationships">${each((n) => `<Relationship Id="r${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}${styled}</Relationships>`,
    ),
    ...Object.fromEntries(
      sheets.map((rows, n) => [
        `xl/worksheets/sheet${n + 1}.xml`,
        utf8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
      ]),
    ),
    ...(styles === '' ? {} : { 'xl/styles.xml': utf8(`<styleSheet xmlns="${main}">${styles}</styleSheet>`) }),
  })
}

const workbook = (...sheets: readonly string[]) => styledWorkbook('', ...sheets)
const inCell = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`

it('a number that a spreadsheet shows in per cent is read as it is shown', async () => {
  const styles =
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0 %"/><numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
  const share = (row: number, style: number, value: string) =>
    `<row r="${row}">${inCell(`A${row}`, `Owner ${row}`)}<c r="B${row}" s="${style}"><v>${value}</v></c></row>`
  const rows = [share(1, 0, '0.51'), share(2, 1, '0.51'), share(3, 2, '0.07'), share(4, 3, '51'), share(5, 1, '0.333333333333')]
  const csv = readCsv(await tableBytes(styledWorkbook(styles, rows.join('')), 'owners.xlsx'))
  expect(csv.rows.map(([, cell]) => cell)).toEqual(['0.51', '51%', '7%', '51', '33.333333%'])
})

it('a spreadsheet becomes a table whose lines are its rows', async () => {
  const bytes = workbook(
    `<row r="1">${inCell('A1', 'Roster')}</row><row r="3">${inCell('A3', '姓名')}${inCell('B3', '职位')}${inCell('C3', '电话')}</row><row r="4">${inCell('A4', '王小明')}${inCell('B4', '动画师')}${inCell('C4', '138')}</row>`,
  )
  const csv = await tableBytes(bytes, 'roster.xlsx')
  const { rows } = readDeclaration('roster', csv, 'roster.xlsx', {})
  expect(rows.map(({ fields }) => fields)).toEqual([{ name: '王○○', role: '动画师' }])
  expect(readCsv(csv).lines.at(-1)).toBe(4)
  expect(await tableBytes(utf8('a,b\n'), 'x.csv')).toEqual(utf8('a,b\n'))
  await expect(tableBytes(bytes.subarray(0, 60), 'roster.xlsx')).rejects.toThrow(InbetweenError)
})

it('of a spreadsheet the sheet with the most cells is taken, and what is left out is a warning that names no sheet', async () => {
  const small = `<row r="1">${inCell('A1', 'note')}</row>`
  const large = `<row r="1">${inCell('A1', 'title')}${inCell('B1', 'code')}</row><row r="2">${inCell('A2', 'Lantern Tide')}${inCell('B2', 'LNT')}${inCell('ZZZ2', 'x')}</row>`
  const { bytes, warnings } = await tableOf(workbook(small, large), 'j.xlsx')
  expect(Buffer.from(bytes).toString()).toBe('title,code\nLantern Tide,LNT\n')
  expect(warnings.map(({ code }) => code)).toEqual(['sheets-left-out', 'cell-limit'])
  expect(warnings[0]?.message).toMatch(/left out: 1 other sheet \(cells: 1\)/)
  expect(warnings.map(({ message }) => message).join()).not.toMatch(/S1|S2/)
  expect(await tableOf(utf8('a,b\n'), 'x.csv')).toEqual({ bytes: utf8('a,b\n'), warnings: [] })
})

it('two cells that are far apart make no table of a thousand million cells', async () => {
  const far = `<row r="1">${inCell('A1', 'title')}${inCell('ALL1', 'x')}</row><row r="2">${inCell('A2', 'Lantern Tide')}</row><row r="900000">${inCell('A900000', 'y')}</row>`
  const { bytes, warnings } = await tableOf(workbook(far), 'far.xlsx')
  expect(bytes.length).toBeLessThan(20_000_000)
  expect(warnings).toMatchObject([{ code: 'cell-limit', message: expect.stringMatching(/^1 cells are left out/) }])
})
