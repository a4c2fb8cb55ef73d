import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBytes } from '../read-bytes.ts'
import { readDirectory } from './zip-directory.ts'
import { dosMs } from './zip-extra.ts'
import { packerOffset } from './zip-traces.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`fixtures/read/zip/${name}`))

interface Row {
  readonly name: Uint8Array
  readonly data: Uint8Array
  readonly dosTime: number
  readonly dosDate: number
  readonly unixSeconds: number
  readonly system: number
  readonly comment: Uint8Array
}

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255])
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)])

/** A writer apart from the reader: deflated members, Unix times, whatever name bytes are given. */
function write(rows: readonly Row[], before = Buffer.alloc(0)): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data, dosTime, dosDate, unixSeconds, system, comment } of rows) {
    const packed = deflateRawSync(data)
    const head = Buffer.concat([u16(20), u16(0), u16(8), u16(dosTime), u16(dosDate), u32(0), u32(packed.length), u32(data.length)])
    const extra = Buffer.concat([u16(0x5455), u16(5), Buffer.from([1]), u32(unixSeconds)])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, u16(name.length), u16(0), name, packed])
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.from([63, system]),
        head,
        u16(name.length),
        u16(extra.length),
        u16(comment.length),
        u16(0),
        u16(0),
        u32(0),
        u32(at),
        name,
        extra,
        comment,
      ]),
    )
    locals.push(local)
    at += local.length
  }
  const rowsBytes = Buffer.concat(directory)
  const end = Buffer.concat([Buffer.from('PK\x05\x06'), u32(0), u16(rows.length), u16(rows.length), u32(rowsBytes.length), u32(at), u16(0)])
  return Buffer.concat([before, ...locals, rowsBytes, end])
}

const PLAIN = { dosTime: 0, dosDate: 0x5821, unixSeconds: 1, system: 0, comment: new Uint8Array() }
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  data: fc.uint8Array({ maxLength: 60 }),
  dosTime: fc.nat(0xffff),
  dosDate: fc.nat(0xffff),
  unixSeconds: fc.integer({ min: 1, max: 0x7fffffff }),
  system: fc.nat(255),
  comment: fc.uint8Array({ maxLength: 10 }),
})

it('a directory reads back as it was written, whatever bytes names and times are, with and without bytes before the archive', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.uint8Array({ maxLength: 30 }), (rows, before) => {
      const { entries, isWhole } = readDirectory(write(rows, Buffer.from(before)))
      expect(isWhole).toBe(true)
      expect(
        entries.map(({ rawName, dosTime, dosDate, utcMs, madeBySystem, madeByVersion, size, rawComment }) => ({
          rawName: [...rawName],
          times: [dosTime, dosDate, utcMs],
          made: [madeBySystem, madeByVersion],
          size,
          rawComment: [...rawComment],
        })),
      ).toEqual(
        rows.map(({ name, dosTime, dosDate, unixSeconds, system, data, comment }) => ({
          rawName: [...name],
          times: [dosTime, dosDate, unixSeconds * 1000],
          made: [system, 63],
          size: data.length,
          rawComment: [...comment],
        })),
      )
    }),
    { numRuns: 200 },
  )
})

it('no bytes make the reader throw or hide that they are damaged', async () => {
  const whole = fixture('nested-and-repeated.zip')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }), async (changes) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      const reading = await readBytes(bytes, 'x.zip')
      expect(reading.warnings.map(({ code }) => code)).not.toContain('reader-fault')
    }),
    { numRuns: 150 },
  )
})

it('one code page is told for all names, and the packing clock from local and UTC time', async () => {
  const korean = await readBytes(fixture('delivery-cp949-utc+0900.zip'), 'a.zip')
  expect(korean.children.map(({ path }) => path)).toEqual(['3화/컷012/수정의견.txt', '3화/컷012/동화.txt'])
  expect(korean.children[0]?.step).toBe('3%C8%AD/%C4%C6012/%BC%F6%C1%A4%C0%C7%B0%DF.txt')
  expect(korean.children[0]).toMatchObject({ modifiedMs: Date.UTC(2024, 0, 15, 7, 30), modifiedZone: 'utc' })
  expect(korean.children[0]?.reading.passages.map(({ text }) => text)).toEqual(['머리를 조금 더 길게.', '눈은 다시.'])
  const facts = (reading: typeof korean) => reading.traces.map(({ field, value }) => `${field}=${value}`)
  expect(facts(korean)).toEqual(expect.arrayContaining(['codePage=cp949', 'zoneOffset=+09:00', 'path=3화/빈 폴더/']))
  expect(korean.passages).toMatchObject([{ text: '1차 납품', role: 'comment' }])
  const chinese = await readBytes(fixture('instructions-gbk-utc+0800.zip'), 'b.zip')
  expect(chinese.children[1]?.path).toBe('第3集/镜头013/修改意见.txt')
  expect(facts(chinese)).toEqual(expect.arrayContaining(['codePage=gb18030', 'zoneOffset=+08:00']))
  // Never without its ordinary explanation.
  for (const { meaning } of [...korean.traces, ...chinese.traces].filter(({ field }) => /zoneOffset|codePage/.test(field)))
    expect(meaning).toMatch(/setting of (a|the packing) machine/i)
})

it('an offset is told only when a time zone has it', () => {
  const entry = (localMs: number, utcMs: number) => {
    const d = new Date(localMs)
    const dosDate = ((d.getUTCFullYear() - 1980) << 9) | ((d.getUTCMonth() + 1) << 5) | d.getUTCDate()
    const dosTime = (d.getUTCHours() << 11) | (d.getUTCMinutes() << 5) | (d.getUTCSeconds() >> 1)
    return { ...(readDirectory(fixture('overlapping.zip')).entries[0] ?? fail()), dosDate, dosTime, utcMs }
  }
  const utc = Date.UTC(2017, 4, 2, 1, 2, 3)
  expect(packerOffset(entry(utc + 510 * 60_000, utc))).toBe(510)
  expect(packerOffset(entry(utc - 240 * 60_000, utc))).toBe(-240)
  expect(packerOffset(entry(utc + 511 * 60_000, utc))).toBeUndefined()
  expect(packerOffset(entry(utc + 40 * 3_600_000, utc))).toBeUndefined()
  expect([dosMs(0, 0), dosMs(0x21, 0), dosMs(0xffff, 0xffff)]).toEqual([undefined, undefined, undefined])
})

function fail(): never {
  throw new Error('the fixture has no members')
}

it('members inside members keep their bytes apart, repeated names get a number, and what cannot be read is listed with its reason', async () => {
  const nested = await readBytes(fixture('nested-and-repeated.zip'), 'n.zip')
  expect(nested.children.map(({ step }) => step)).toEqual(['delivery.zip', 'note.txt', 'note.txt#2'])
  expect(nested.children[0]?.reading.children).toHaveLength(2)
  const hostile = await readBytes(fixture('hostile-names-and-headers.zip'), 'h.zip')
  expect(hostile.warnings.map(({ code }) => code)).toEqual([
    'path-traversal',
    'path-traversal',
    'encrypted',
    'header-mismatch',
    'ratio-limit',
  ])
  expect(hostile.children.map(({ path, reading }) => `${path}: ${reading.reason ?? reading.status}`)).toEqual([
    '../../outside.txt: read',
    'C:\\outside.txt: read',
    'locked.txt: encrypted',
    'shown.txt: read',
    'dense.bin: ratio-limit: it inflates more than 200 times',
  ])
  const overlapping = await readBytes(fixture('overlapping.zip'), 'o.zip')
  expect(overlapping.children.map(({ reading }) => reading.status)).toEqual(['not-read', 'not-read', 'read'])
})

it('a cut archive gives the members before the cut and says that it is cut', async () => {
  const whole = fixture('delivery-cp949-utc+0900.zip')
  const reading = await readBytes(whole.subarray(0, 200), 'cut.zip')
  expect(reading.status).toBe('partly')
  expect(reading.children[0]?.path).toBe('3화/컷012/수정의견.txt')
})

it('an archive around a stored Word document is an archive', async () => {
  const inner = write([{ ...PLAIN, name: Buffer.from('word/document.xml'), data: Buffer.from('<w:document/>') }])
  const outer = write([{ ...PLAIN, name: Buffer.from('delivery/notes.docx'), data: inner }])
  // Stored, so that the inner names lie open in the first bytes.
  expect((await readBytes(Buffer.concat([outer.subarray(0, 30), Buffer.from('delivery/notes.docx'), inner]), 'a.zip')).format).toBe('zip')
  expect((await readBytes(inner, 'unnamed')).format).toBe('docx')
})

it('gzip gives the file inside under the name that it was packed with', async () => {
  const reading = await readBytes(new Uint8Array(readFileSync('fixtures/read/gz/notes.txt.gz')), 'notes.txt.gz')
  expect(reading.children).toMatchObject([{ path: '메모.txt', step: '%B8%DE%B8%F0.txt', modifiedZone: 'utc', reading: { format: 'txt' } }])
  expect(reading.traces.map(({ field, value }) => `${field}=${value}`)).toContain('modified=2024-01-15T07:30:00Z')
})
