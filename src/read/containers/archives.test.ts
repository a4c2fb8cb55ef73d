import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { encodeKps9566 } from '../../base/kps9566.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Reading } from '../../model/index.ts'
import { readBytes } from '../read-bytes.ts'
import { dictionaryOf } from './listed.ts'
import { unpack } from './unpacker.ts'

const read = (path: string) => readBytes(new Uint8Array(readFileSync(`fixtures/read/${path}`)), path.split('/').at(-1) ?? '')
const facts = ({ traces }: Reading) => traces.map(({ field, value }) => `${field}=${value}`)
const codes = ({ warnings }: Reading) => warnings.map(({ code }) => code)
const members = ({ children }: Reading) =>
  children.map(({ path, modifiedMs, modifiedZone, reading }) => [
    path,
    modifiedMs === undefined ? undefined : `${new Date(modifiedMs).toISOString().slice(0, 16)} ${modifiedZone}`,
    reading.passages[0]?.text ?? reading.reason,
  ])
const NOTE = ['12화/컷035/재작업지시.txt', '2024-01-15T08:10 utc', '12화 컷035: 눈을 좀 더 크게 그리시오.']

it('tar archives give owners, links that are not followed, and names in their code page', async () => {
  const pax = await read('tar/retakes-pax.tar')
  expect(facts(pax)).toEqual([
    'formatVersion=tar, pax',
    'user=donghwa3:1003 (group users:100)',
    'link=latest -> /home/donghwa3/12화',
    'members=3 members: 3 read, 5 folders, 1 link not followed',
  ])
  expect(members(pax)[0]).toEqual(NOTE)
  const gnu = await read('tar/retakes-gnu-cp949.tar')
  expect(facts(gnu)).toContain('codePage=cp949')
  expect(gnu.children[0]).toMatchObject({ path: '12화/컷035/재작업지시.txt', step: expect.stringMatching(/^12%C8%AD\//) })
})

it('7z archives are read with their times in UTC, and what asks for a password is listed and refused', async () => {
  const open = await read('7z/retakes.7z')
  expect(members(open)[0]).toEqual(NOTE)
  expect(facts(open)).toContain('members=3 members: 3 read, 5 folders')
  const locked = await read('7z/retakes-locked.7z')
  expect(locked.children.map(({ path, reading }) => [path, reading.reason ?? reading.status])).toEqual([
    ['retakes.csv', 'read'],
    ['12화/컷035/재작업지시.txt', 'encrypted'],
  ])
  expect(facts(locked)).toEqual(
    expect.arrayContaining(['protection=1 of 4 members encrypted', 'members=2 members: 1 read, 1 refused (encrypted: 1), 2 folders']),
  )
  const names = await read('7z/retakes-locked-names.7z')
  expect([names.status, codes(names), facts(names)[0]]).toEqual(['partly', ['encrypted'], 'protection=directory encrypted'])
})

it('RAR archives give raw names, owners, their own name and time, and local or UTC times by version', async () => {
  const old = await read('rar/retakes-cp949.rar')
  expect(members(old)).toEqual([
    ['3화/컷012/수정의견.txt', '2024-01-15T16:30 local', '머리를 조금 더 길게.'],
    ['3화/컷012/동화지시.txt', '2024-01-15T16:30 local', '동화 12장'],
    ['잠근것.txt', '2024-01-15T16:30 local', 'encrypted'],
  ])
  expect(old.children[0]?.step).toBe('3%C8%AD\\%C4%C6012\\%BC%F6%C1%A4%C0%C7%B0%DF.txt')
  expect(facts(old)).toEqual(expect.arrayContaining(['codePage=cp949', 'protection=1 of 3 members encrypted']))
  const young = await read('rar/retakes-owners.rar')
  expect(facts(young)).toEqual(
    expect.arrayContaining([
      'path=第3集修改.rar',
      'created=2024-01-15T08:30:00Z',
      'user=donghwa3 (group users)',
      'link=latest -> /home/donghwa3/3화',
    ]),
  )
  expect(members(young)[0]).toEqual(['第3集/镜头012/修改意见.txt', '2024-01-15T07:30 utc', '头发再长一点。'])
})

it('cabinets, disc images and cpio archives give their members and what is missing', async () => {
  const cab = await read('cab/instructions-cp949.cab')
  expect(members(cab)[0]).toEqual(['3화/수정의견.txt', '2024-01-15T16:30 local', '머리를 조금 더 길게.'])
  expect([facts(cab)[0], codes(cab)]).toEqual(['missingFile=retakes2.cab', ['other-part']])
  expect((await read('cab/retakes-gcab.cab')).children.map(({ path }) => path)).toEqual(['retakes.csv', '第12集/镜头034/修改意见.txt'])
  const iso = await read('iso/retakes.iso')
  expect(facts(iso)).toEqual(expect.arrayContaining(['volume=RETAKES_12', 'author=donghwa3', 'company=作画部', 'zoneOffset=+08:00']))
  expect(iso.children.map(({ path }) => path)).toEqual(['retakes.csv', '镜头034.txt'])
  for (const name of ['newc', 'odc']) {
    const cpio = await read(`cpio/retakes-${name}.cpio`)
    expect([members(cpio)[0], facts(cpio)[1]]).toEqual([NOTE, 'user=1003 (group 100)'])
  }
})

it.each(['bz2', 'xz', 'zst', 'lz4', 'lzma', 'z'])('%s gives the file inside under its name', async (name) => {
  const reading = await read(`${name}/retakes.txt.${name === 'z' ? 'Z' : name}`)
  expect(reading.children).toMatchObject([{ path: 'retakes.txt', reading: { format: 'txt', passages: [{ text: NOTE[2] }, {}] } }])
})

it('a file that unpacks to itself is refused after one step', async () => {
  const reading = await read('gz/contains-itself.gz')
  expect([reading.status, codes(reading), facts(reading).at(-1)]).toEqual([
    'partly',
    ['contains-itself'],
    'members=1 member: 0 read, 1 refused (contains-itself: 1)',
  ])
})

it('a program around an archive, and the last part of a split one, are read as archives', async () => {
  const zip = readFileSync('fixtures/read/zip/delivery-cp949-utc+0900.zip')
  // Without the comment, for both are told by an end record at the very end.
  const plain = Buffer.from(zip.subarray(0, zip.lastIndexOf('PK\x05\x06') + 22))
  plain.writeUInt16LE(0, plain.length - 2)
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100), plain])
  expect((await readBytes(program, 'delivery.exe')).children.map(({ path }) => path)).toContain('3화/컷012/동화.txt')
  const end = plain.length - 22
  plain.writeUInt16LE(1, end + 4)
  const last = await readBytes(plain, 'delivery.zip')
  expect(codes(last)).toContain('other-part')
  expect(last.children.map(({ reading }) => reading.reason?.split(':')[0])).toEqual(['other-part', 'other-part'])
  expect(facts(last)).toContain('members=2 members: 0 read, 2 refused (other-part: 2), 1 folder')
})

/** A zip of one member whose name is of no stated page. */
function zipOf(name: Uint8Array): Uint8Array {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt32LE(crc32('x'), 10)
  head.writeUInt32LE(1, 14)
  head.writeUInt32LE(1, 18)
  head.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, Buffer.from('x')])
  const row = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), head, Buffer.alloc(14), name])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(row.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, row, Buffer.from('PK\x05\x06'), end])
}

it('a short name that fits several code pages has all of them as its page', async () => {
  const reading = await readBytes(zipOf(Buffer.from('bff8c8ad2e747874', 'hex')), 'a.zip')
  const page = reading.traces.find(({ field }) => field === 'codePage')
  expect(page?.value).toBe('cp949 or gb18030')
  expect(page?.meaning).toMatch(/cannot be known.*盔拳/s)
})

it('names in KPS 9566 are shown as such with all candidates, and a short one is not told to be', async () => {
  const pageOf = async (name: string) => {
    const { traces, children } = await readBytes(zipOf(encodeKps9566(name) ?? new Uint8Array()), 'a.zip')
    const page = traces.find(({ field }) => field === 'codePage')
    return { value: page?.value, meaning: page?.meaning ?? '', path: children[0]?.path }
  }
  const long = '머리선을 닫을것 배경을 다시 그릴것 두번째.txt'
  const told = await pageOf(long)
  expect([told.value?.split(' or ')[0], told.path]).toEqual(['kps9566', long])
  expect(told.meaning).toMatch(/fit.*gb18030 \("/)
  expect(told.meaning).toContain('not a person or place')
  expect((await pageOf('배경.txt')).value).not.toContain('kps9566')
})

it('the unpacker stops when it is told to, counts its runs, and leaves the process as it was', async () => {
  const archive = new Uint8Array(readFileSync('fixtures/read/7z/retakes.7z'))
  const binding = Reflect.get(process, 'binding')
  const budget = { bytes: 0, members: 0, runs: 2 }
  const args = ['x', '-so', '-bso0', '-bsp0', '-t7z', '--', '/a']
  expect((await unpack(archive, args, () => false, { budget })).outcome).toBe('stopped')
  expect((await unpack(archive.subarray(0, 50), args, () => true, { budget })).outcome).toBe('failed')
  expect((await unpack(archive, args, () => true, { budget })).outcome).toBe('spent')
  expect([process.exitCode, Reflect.get(process, 'binding') === binding]).toEqual([undefined, true])
})

it('dictionaries are told from the method', () => {
  expect(['LZMA2:26', 'LZMA:1536m', 'v6:m3:32m', 'PPMD:o32:mem30', 'MSZip', 'BCJ LZMA2:384k'].map(dictionaryOf)).toEqual([
    2 ** 26,
    1536 * 1024 ** 2,
    32 * 1024 ** 2,
    2 ** 30,
    0,
    384 * 1024,
  ])
  expect(LIMITS.unpackerBytes).toBeLessThan(LIMITS.readRssBytes)
})
