import { expect, it } from 'vitest'
import { sha256Hex } from '../base/hash.ts'
import type { ListEntity } from '../model/index.ts'
import { PACKED_VERSION } from '../names/index.ts'
import { builtInLists } from './lists/index.ts'
import { readPackedLists, writePackedLists } from './packed-lists.ts'
import { screenNames } from './screen-names.ts'

const entry = (id: string, name: string, schema: ListEntity['schema'], more: Partial<ListEntity> = {}): ListEntity => ({
  id, name, schema, list: 'made', programs: ['X'], aliases: [], addresses: [], identifiers: [], remarks: '', ...more,
}) // biome-ignore format: one record
const ENTRIES = [
  entry('made-1', 'Quarrylan Ostravin Trading', 'Company', { aliases: [{ name: 'QOT Trading', weak: true }, { name: '쿼릴란 무역', weak: false }] }),
  entry('made-2', 'طارق عزيز', 'Person', { birthDates: ['1966-02-03'], identifiers: ['Passport U8554908 (India)'] }),
  entry('made-3', 'Zephyrine Works', 'Organization', { identifiers: ['USCC 91350583259861969M (China)'] }),
  entry('made-4', 'MARWICK, Jana "Jan"', 'Person'),
  entry('made-5', '上海卡通有限公司', 'Company', { aliases: [{ name: '金明哲', weak: false }, { name: 'ООО Белкания Двадцать 4', weak: false }] }),
] // biome-ignore format: a table
const LISTS = [{ name: 'made', kind: 'sanctions', version: '7', entities: ENTRIES.length, entries: ENTRIES } as const, ...builtInLists()]
const QUERIES = [
  ...LISTS.flatMap(({ entries }) => entries.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)])).map((name) => ({ name })),
  { name: 'Tariq Aziz', birthDate: '1966-02-03' }, { name: 'Nobody At All', identifiers: ['U8554908'] }, { name: 'Zephyrnie Wroks', identifiers: ['259861969'] },
  { name: 'Jana Marwik', schema: 'Person' as const }, { name: '성현 김' }, { name: 'Quarry Lan Ostravin' }, { name: '' },
] // biome-ignore format: a table
/** The version, and the hash of what this test packs in it. */
const PINNED = [11, 'be66f65fd2d5e4ea']
const OPTIONS = { asOf: '2024-01-17' }

it('lists read from their packed file answer as the lists that were packed, wherever the bytes lie', () => {
  const warnings = [{ code: 'list-unknown-file', message: 'x.csv: not used' }]
  const file = writePackedLists({ lists: LISTS, warnings })
  const moved = new Uint8Array(file.length + 3)
  moved.set(file, 3)
  const expected = screenNames(QUERIES, LISTS, OPTIONS)
  expect(expected.matches.length).toBeGreaterThan(20)
  expect(expected.near.length).toBeGreaterThan(5)
  for (const bytes of [file, moved.subarray(3)]) {
    const read = readPackedLists(bytes)
    if (!read) throw new Error('not read')
    expect(read.warnings).toEqual(warnings)
    expect(screenNames(QUERIES, read.lists, OPTIONS)).toEqual(expected)
    expect(read.lists.map((list) => ({ ...list }))).toEqual(LISTS)
  }
})

it('what is packed changes with its version only: raise PACKED_VERSION when this differs, or kept files answer for another state of the program', () => {
  const [made] = LISTS
  if (!made) throw new Error('no list')
  expect([PACKED_VERSION, sha256Hex(writePackedLists({ lists: [made], warnings: [] })).slice(0, 16)]).toEqual(PINNED)
})

it('a packed file that is cut, changed, of another version or no such file is not read', () => {
  const file = writePackedLists({ lists: LISTS, warnings: [] })
  const changed = Uint8Array.from(file)
  changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1
  const lineOf = (more: (line: string) => string) => {
    const end = file.indexOf(10)
    const line = new TextEncoder().encode(more(new TextDecoder().decode(file.subarray(0, end))))
    return new Uint8Array([...line, ...file.subarray(end)])
  }
  const older = lineOf((line) => line.replace(/"version":\d+/, '"version":0'))
  const elsewhere = lineOf((line) => line.replace(/\["about",0,/, '["about",9,'))
  for (const bytes of [file.subarray(0, file.length - 8), changed, older, elsewhere, new Uint8Array(), new Uint8Array(9000)])
    expect(readPackedLists(bytes)).toBeUndefined()
  expect(readPackedLists(lineOf((line) => line))).toBeDefined()
})
