import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/base/limits.ts'
import { HASH_SET_FORMATS } from '../../src/intake/index.ts'

const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const SHA1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'
const MD5 = 'd41d8cd98f00b204e9800998ecf8427e'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-sets-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const file = (content: string | Uint8Array) => {
  const path = join(root, 'set')
  writeFileSync(path, content)
  return { path, head: Buffer.from(content).subarray(0, 64 * 1024) }
}
const readerOf = (head: Uint8Array) => HASH_SET_FORMATS.find(({ recognises }) => recognises(head))
const read = ({ path, head }: ReturnType<typeof file>) => {
  const format = readerOf(head)
  return { format: format?.name, about: format?.about(path, head), rows: [...(format?.rows(path, head) ?? [])] }
}

/** A database with the tables that NIST gives with RDS v3, in fewer columns. */
function nsrl(schema: string): ReturnType<typeof file> {
  const path = join(root, 'nsrl.db')
  rmSync(path, { force: true })
  const db = new DatabaseSync(path)
  db.exec(schema)
  db.close()
  return { path, head: Buffer.from('SQLite format 3\0') }
}

/** For each format: what of it this test wrote, and the digests that must come out (null: a row without one). */
const SAMPLES: Record<string, { make: () => ReturnType<typeof file>; digests: (string | null)[]; about: object }> = {
  list: {
    // As `sha256sum`, `sha1sum -b`, `md5sum --tag`, `sha256sum` of a name with a line end, and by hand.
    make: () =>
      file(
        `# ours\n${SHA256}  a b.txt\r\n\n${SHA1} *x.bin\nMD5 (x (1).bin) = ${MD5}\n\\${SHA256}  a\\nb\n${SHA256.toUpperCase()},word\nno hash\n${SHA1}0\n`,
      ),
    digests: [SHA256, SHA1, MD5, SHA256, SHA256, null, null],
    about: {},
  },
  csv: {
    // The first lines of NSRLFile.txt of RDS 2.x, with a file name that holds a comma and quotes.
    make: () =>
      file(
        `"SHA-1","MD5","CRC32","FileName","FileSize","ProductCode","OpSystemCode","SpecialCode"\r\n"${SHA1.toUpperCase()}","${MD5.toUpperCase()}","00000000","a, ""b"".txt",0,3095,"WIN",""\r\n"wrong","","","x",0,1,"WIN",""\r\n`,
      ),
    digests: [SHA1, null],
    about: { kind: 'software' },
  },
  'nsrl-sqlite': {
    make: () =>
      nsrl(`CREATE TABLE FILE (sha256 VARCHAR NOT NULL, sha1 VARCHAR, md5 VARCHAR, crc32 VARCHAR, file_name VARCHAR, file_size INTEGER, package_id INTEGER);
        CREATE TABLE VERSION (version VARCHAR, build_set VARCHAR, build_date TIMESTAMP, release_date TIMESTAMP, description VARCHAR);
        INSERT INTO VERSION VALUES ('2024.03.1', 'modern_minimal', '2024-02-20', '2024-03-01', 'RDS');
        INSERT INTO FILE VALUES ('${SHA256.toUpperCase()}', '${SHA1.toUpperCase()}', '${MD5.toUpperCase()}', '00000000', 'empty', 0, 1), (X'00', NULL, NULL, NULL, NULL, 0, 2);`),
    digests: [SHA256, null],
    about: { kind: 'software', version: '2024.03.1 2024-03-01' },
  },
}

it('every format has its sample here', () => expect(HASH_SET_FORMATS.map(({ name }) => name).sort()).toEqual(Object.keys(SAMPLES).sort()))

describe.each(Object.entries(SAMPLES))('format %s', (name, { make, digests, about }) => {
  it('recognises its file, gives the strongest digest of each row, and a row without one as such', () => {
    const found = read(make())
    expect([found.format, found.rows.map(({ digest }) => digest ?? null), found.about]).toEqual([name, digests, about])
  })
})

it('a table of another separator is read by its header, and the strongest column counts', () => {
  expect(read(file(`\ufeffname;MD5;SHA-256\na;${MD5};${SHA256}\nb;${MD5};\n`)).rows).toEqual([
    { line: 2, digest: SHA256 },
    { line: 3, digest: MD5 },
  ])
})

it('a line longer than the bound is one wrong line, and those after it are read', () => {
  const long = `${SHA256}  ${'x'.repeat(3 * 1024 * 1024)}`
  expect(LIMITS.hashSetLineBytes).toBeLessThan(long.length)
  expect(read(file(`${SHA1}\n${long}\n${MD5}`)).rows).toEqual([{ line: 1, digest: SHA1 }, { line: 2 }, { line: 3, digest: MD5 }])
})

it('prose, nothing, and bytes are of no format', () => {
  for (const content of ['', 'a list of films\nwith words\n', Buffer.from([0, 1, 2, 255]), 'name,size\na,1\n'])
    expect(read(file(content)).format).toBeUndefined()
})

it.each([
  ['a view in the place of the table, which could run for ever', 'CREATE VIEW FILE AS SELECT 1 AS sha256'],
  ['no table', 'CREATE TABLE other(x)'],
  ['a table without digests', 'CREATE TABLE FILE(name)'],
])('a database with %s is refused with its place', (_, schema) => {
  expect(() => read(nsrl(schema))).toThrow(expect.objectContaining({ code: 'IBT-INPUT', place: join(root, 'nsrl.db') }))
})

it('a damaged database is refused, not thrown as a fault of the program', () => {
  expect(() => read(file(Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096, 7)])))).toThrow(
    expect.objectContaining({ code: 'IBT-INPUT' }),
  )
})
