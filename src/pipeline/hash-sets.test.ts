import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realEffects } from '../base/effects.ts'
import type { Exhibit } from '../model/index.ts'
import { digestsOfBlobs } from './digests.ts'
import { analyze, type CaseFolder, collectSource, initCase, payloadsOf, rebuild, sealHashSet, storeOf } from './index.ts'
import { hashSetsOf } from './known.ts'
import { digestSorter, holdsDigest } from './sorted-digests.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-known-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const silent = () => {}
const digest = (algorithm: string, of: string | Uint8Array) => createHash(algorithm).update(of).digest('hex')

describe('sorted digests', () => {
  it('hold every digest once in order, whatever the size of a run, and answer for each and for no other', () => {
    // Few different bytes, so that digests share their beginnings and are repeated.
    const byte = fc.constantFrom('00', '01', 'ff', '7f')
    const digests = fc.array(
      fc.array(byte, { minLength: 16, maxLength: 16 }).map((bytes) => bytes.join('')),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(digests, fc.integer({ min: 1, max: 9 }), (given, run) => {
        const sorter = digestSorter(join(root, 'run'), 16, run)
        for (const hex of given) sorter.add(hex)
        const path = join(root, 'sorted')
        const entries = sorter.writeTo(path)
        const wanted = [...new Set(given)].sort()
        expect(readFileSync(path).toString('hex')).toBe(wanted.join(''))
        expect(entries).toBe(wanted.length)
        const file = openSync(path, 'r')
        for (const hex of [...given, '00'.repeat(15).concat('02'), '80'.repeat(16)])
          expect(holdsDigest(file, entries, Buffer.from(hex, 'hex'))).toBe(wanted.includes(hex))
        closeSync(file)
        expect(readdirSync(root).filter((name) => name.startsWith('run'))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

/** A case of a folder with these files. */
async function caseOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<CaseFolder> {
  const folder = join(root, `${name}.material`)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const opened = initCase(join(root, `${name}.case`), { ...realEffects(), now: () => Date.parse('2024-02-01T00:00:00Z') })
  await collectSource(opened, { id: 's', kind: 'folder', path: folder, layout: 'plain' }, silent)
  return opened
}

async function knownOf(opened: CaseFolder): Promise<Record<string, string>> {
  await analyze(opened, silent, { jobs: 1 })
  const store = storeOf(opened)
  const known = store
    .all<Exhibit>('exhibit')
    .map(({ path, known: hit, purpose }) => [path, `${hit?.set ?? ''} ${hit?.kind ?? ''} ${purpose ?? ''}`.trim()])
  store.close()
  return Object.fromEntries(known)
}

const NOTE = '头部的线条再细一点\n머리부분 선을 좀 더 가늘게\n'

/** A stored zip of one member, written by hand (local header, central directory, end). */
function zipOf(name: string, data: Buffer): Buffer {
  const crc = crc32(data)
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt32LE(crc, 10)
  header.writeUInt32LE(data.length, 14)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, Buffer.from(name), data])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), header, Buffer.alloc(14), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

function crc32(data: Uint8Array): number {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

it('files of a set are marked, members too; known stock is no material and leaves no pair, own files stay material', async () => {
  const member = Buffer.from('stock brush')
  const opened = await caseOf('marks', {
    'a/修改意见.txt': NOTE,
    'b/readme.txt': `${NOTE}第二行\n`,
    'pack.zip': zipOf('brush.txt', member),
    'tool.zip': zipOf('inside.txt', Buffer.from('inside')),
    'plain.txt': 'plain',
  })
  expect(await knownOf(opened)).toMatchObject({ 'a/修改意见.txt': 'correction' })
  const pairsOf = () => {
    const store = storeOf(opened)
    const found = store.count('pair')
    store.close()
    return found
  }
  const before = pairsOf()
  expect(before).toBeGreaterThan(1)
  const list = join(root, 'stock.sha1')
  writeFileSync(
    list,
    `${digest('sha1', NOTE)}  a\n${digest('sha256', member)}  b\n${digest('md5', readFileSync(join(root, 'marks.material/tool.zip')))}  c\nbad line\n`,
  )
  const sealed = sealHashSet(opened, list, { name: 'shelf', kind: 'stock' }, silent)
  expect(sealed.sets.map(({ algorithm, entries, skipped }) => [algorithm, entries, skipped])).toEqual([
    ['sha256', 1, 1],
    ['sha1', 1, 1],
    ['md5', 1, 1],
  ])
  expect(sealed.warnings).toEqual([{ code: 'hash-set-rows', message: '1 rows give no digest, first on line 4' }])
  expect(await knownOf(opened)).toMatchObject({
    'a/修改意见.txt': 'shelf stock',
    'b/readme.txt': expect.not.stringContaining('shelf'),
    'pack.zip!brush.txt': 'shelf stock',
    'tool.zip': 'shelf stock',
    'tool.zip!inside.txt': 'shelf stock',
    'plain.txt': 'other',
  })
  expect(pairsOf()).toBeLessThan(before)
  const store = storeOf(opened)
  expect(store.all('warning').filter((row) => (row as { code: string }).code === 'hash-set-rows')).toEqual([
    { code: 'hash-set-rows', message: '1 rows of the file gave no digest', path: 'shelf' },
  ])
  store.close()
  const again = await rebuild(opened, silent, { jobs: 1 })
  expect([again.comparable, again.after]).toEqual([true, again.before])

  writeFileSync(list, `${digest('sha256', NOTE)}\n`)
  sealHashSet(opened, list, { name: 'shelf', kind: 'own' }, silent)
  expect(await knownOf(opened)).toMatchObject({
    'a/修改意见.txt': 'shelf own correction',
    'pack.zip!brush.txt': 'other',
    'tool.zip': 'other',
  })
  expect(pairsOf()).toBe(before)
})

it('the same file again adds no entry; a newer one of the name takes its place, and the first can come back', async () => {
  const opened = await caseOf('again', { 'a.txt': 'a' })
  const list = join(root, 'list.txt')
  const seal = (of: string) => {
    writeFileSync(list, `${digest('sha256', of)}\n`)
    return sealHashSet(opened, list, { name: 'n', version: '1' }, silent).sets[0]
  }
  const first = seal('a')
  seal('a')
  expect(payloadsOf(opened, 'hash-set')).toHaveLength(1)
  seal('b')
  expect(seal('a')).toEqual(first)
  expect(payloadsOf(opened, 'hash-set')).toHaveLength(3)
  expect(hashSetsOf(payloadsOf(opened, 'hash-set'))).toEqual([first])
})

it('a file of no format, an absent one and a sealed set that was cut are told with code and place', async () => {
  const opened = await caseOf('refused', { 'a.txt': 'a' })
  const prose = join(root, 'prose.txt')
  writeFileSync(prose, 'no digests here\n')
  expect(() => sealHashSet(opened, prose, { name: 'n' }, silent)).toThrow(expect.objectContaining({ code: 'IBT-INPUT', place: prose }))
  expect(() => sealHashSet(opened, join(root, 'none'), { name: 'n' }, silent)).toThrow(expect.objectContaining({ code: 'IBT-NOT-FOUND' }))
  writeFileSync(prose, `name,sha1\nx,none\n`)
  expect(() => sealHashSet(opened, prose, { name: 'n' }, silent)).toThrow(expect.objectContaining({ code: 'IBT-INPUT' }))
  expect(readdirSync(join(root, 'refused.case/cache')).filter((name) => name.startsWith('hash-set'))).toEqual([])
  writeFileSync(prose, `${digest('sha256', 'a')}\n`)
  const blob = sealHashSet(opened, prose, { name: 'n' }, silent).sets[0]?.blob ?? ''
  rmSync(opened.blobs.pathOf(blob))
  await expect(analyze(opened, silent, { jobs: 1 })).rejects.toMatchObject({ code: 'IBT-INTEGRITY', place: opened.blobs.pathOf(blob) })
})

it('SHA-1 and MD5 of a blob are made once, and a torn line of their cache is passed over', async () => {
  const opened = await caseOf('digests', { 'a.txt': 'a', 'b.txt': 'b' })
  const blobs = ['a', 'b'].map((of) => digest('sha256', of))
  const cache = join(root, 'digests.case/cache/digests')
  writeFileSync(cache, `${blobs[0]} ${'1'.repeat(40)} ${'2'.repeat(32)}\n${blobs[1]} 123`)
  const found = digestsOfBlobs(opened, blobs, silent)
  expect(found.get(blobs[0] ?? '')).toMatchObject({ sha1: '1'.repeat(40) })
  expect(found.get(blobs[1] ?? '')).toEqual({ sha256: blobs[1], sha1: digest('sha1', 'b'), md5: digest('md5', 'b') })
  expect(digestsOfBlobs(opened, blobs, silent)).toEqual(found)
  expect(
    readFileSync(cache, 'utf8')
      .split('\n')
      .filter((line) => line.length === 138),
  ).toHaveLength(2)
})

/** NSRLFile.txt of RDS 2.x with so many rows: the header that NIST writes, digests of the row's number, file names of 300 letters. Every thousandth row is damaged. */
function nsrlText(rows: number): string {
  const path = join(root, `nsrl-${rows}.txt`)
  const file = openSync(path, 'w')
  writeSync(file, '"SHA-1","MD5","CRC32","FileName","FileSize","ProductCode","OpSystemCode","SpecialCode"\r\n')
  for (let row = 0; row < rows; row++) {
    const sha1 = row % 1000 === 999 ? 'damaged' : digest('sha1', String(row)).toUpperCase()
    writeSync(
      file,
      `"${sha1}","${digest('md5', String(row))
        .toUpperCase()
        .slice(0, row % 1000 === 999 ? 5 : 32)}","00000000","${'n'.repeat(300)}",${row},1,"WIN",""\r\n`,
    )
  }
  closeSync(file)
  return path
}

it('200,000 rows of NSRL text stream through: memory grows by far less than the file, and damaged rows are counted', async () => {
  const program = `
    const { openCase, sealHashSet } = await import(${JSON.stringify(resolve('dist/src/pipeline/index.js'))})
    const { realEffects } = await import(${JSON.stringify(resolve('dist/src/base/effects.js'))})
    const opened = openCase(process.argv[1], realEffects())
    const { sets, warnings } = sealHashSet(opened, process.argv[2], { name: 'nsrl' }, () => {})
    console.log(JSON.stringify({ sets, warnings, rss: process.resourceUsage().maxRSS * 1024 }))
  `
  await caseOf('nsrl', { 'a.txt': 'a' })
  const seal = (rows: number) => {
    const run = spawnSync(
      process.execPath,
      ['--max-old-space-size=40', '--max-semi-space-size=2', '--input-type=module', '-e', program, join(root, 'nsrl.case'), nsrlText(rows)],
      {
        encoding: 'utf8',
      },
    )
    expect(run.stderr).toBe('')
    return JSON.parse(run.stdout) as { sets: object[]; warnings: object[]; rss: number }
  }
  const [small, large] = [seal(2_000), seal(200_000)]
  expect(small.sets).toMatchObject([{ kind: 'software', algorithm: 'sha1', entries: 1_998, skipped: 2 }])
  expect(large.sets).toMatchObject([{ entries: 199_800, skipped: 200 }])
  expect(large.warnings).toEqual([
    { code: 'hash-set-rows', message: '200 rows give no digest, first on line 1001, 2001, 3001, 4001, 5001' },
  ])
  const bytes = statSync(join(root, 'nsrl-200000.txt')).size
  expect(bytes).toBeGreaterThan(75_000_000)
  expect(large.rss - small.rss).toBeLessThan(bytes / 2)
})
