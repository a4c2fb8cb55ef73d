import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { checkedThumbnail, type Thumbnail, withoutThumbnail } from './thumbnail.ts'
import { createThumbnailPool } from './thumbnail-pool.ts'

const notes = readFileSync('fixtures/ocr/notes.png')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inbetween-small-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function small(file: Uint8Array, pictures: readonly Uint8Array[] = [file]): Promise<Thumbnail[]> {
  const path = join(folder, sha256Hex(file))
  writeFileSync(path, file)
  const hashes = pictures.map((picture) => sha256Hex(picture))
  const found = new Map<string, Thumbnail>()
  const pool = createThumbnailPool({ size: 1 })
  try {
    await pool.read({ path, name: 'file', bytes: file.length, pictures: hashes }, (hash, made) => {
      found.set(hash, made)
    })
  } finally {
    await pool.close()
  }
  return hashes.map((hash) => found.get(hash) ?? withoutThumbnail('none', 'not told'))
}

it('a small picture is drawn anew: turned upright, no larger than the bound, the same twice, and without a word of what stood beside the pixels', async () => {
  const secret = 'Hong Gildong was here'
  const marked = await sharp(notes)
    .resize(600, 400, { fit: 'fill' })
    .withExif({ IFD0: { Artist: secret, Copyright: secret } })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${secret}</dc:creator></x:xmpmeta>`,
    )
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect(marked.includes(secret)).toBe(true)
  const trailing = Buffer.concat([marked, Buffer.from(secret)])
  const [one] = await small(trailing)
  const [again] = await small(trailing)
  expect(again).toEqual(one)
  expect(one).toMatchObject({ width: 107, height: LIMITS.thumbnailSide, warnings: [] })
  const bytes = Buffer.from(one?.webp ?? '', 'base64')
  expect(bytes.toString('latin1')).not.toMatch(/Hong|EXIF|XMP|ICCP/)
  expect(bytes.length).toBeLessThan(LIMITS.thumbnailBytes)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 107, height: 160 })
})

it('members are found in their archive; what cannot be decoded says why, and what is smaller stays as small', async () => {
  const tiny = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#a00' } })
    .png()
    .toBuffer()
  const broken = notes.subarray(0, 400)
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><script>alert(1)</script></svg>')
  const pack = zipSync({ 'notes.png': notes, 'tiny.png': tiny, 'broken.png': broken, 'drawn.svg': svg })
  const [first, second, third, fourth, fifth] = await small(pack, [notes, tiny, broken, svg, Buffer.from('not there')])
  expect([first?.width, second?.width, second?.height]).toEqual([160, 20, 10])
  for (const one of [third, fourth, fifth]) expect(one).toMatchObject({ warnings: [{ code: 'picture-unreadable' }] })
})

it('where dealing with a picture fails, the pool says so and ends its process', async () => {
  const path = join(folder, 'fails')
  writeFileSync(path, notes)
  const pool = createThumbnailPool({ size: 1 })
  const file = { path, name: 'file', bytes: notes.length, pictures: [sha256Hex(notes)] }
  const full = pool.read(file, () => Promise.reject(new Error('the disk is full')))
  await expect(full).rejects.toThrow('the disk is full')
  const told: Thumbnail[] = []
  await pool.read(file, (_, made) => {
    told.push(made)
  })
  await pool.close()
  expect(told).toMatchObject([{ width: 160 }])
})

it('a process that was taken over hands on nothing but a small WebP picture', async () => {
  const [real] = await small(notes)
  if (real === undefined) throw new Error('there is one')
  expect(checkedThumbnail(real)).toEqual(real)
  const large = Buffer.alloc(LIMITS.thumbnailBytes + 1)
  large.write('RIFF    WEBP')
  const lies: Partial<Thumbnail>[] = [
    { webp: Buffer.from('<svg onload="alert(1)"/>').toString('base64') },
    { webp: `${real.webp}"><script>alert(1)</script>`, width: 0 },
    { webp: large.toString('base64') },
    { width: 100_000 },
    { height: 1.5 },
  ]
  expect(lies.map((lie) => checkedThumbnail({ ...real, ...lie }).webp === undefined)).toEqual(lies.map(() => true))
  // Base64 is written anew: nothing that is no digit of it gets through.
  expect(checkedThumbnail({ ...real, webp: `${real.webp}"><b>` }).webp).toMatch(/^[A-Za-z0-9+/]+=*$/)
})
