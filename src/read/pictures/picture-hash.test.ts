import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { PicturePool } from '../picture-pool.ts'
import { readBytes } from '../read-bytes.ts'
import { createHashPool } from './hash-pool.ts'
import { type HashedPicture, PICTURE_ENGINE, withPictureHashes } from './hashed-picture.ts'
import { differing, HASH_SIDE, hammingDistance, pictureHash } from './picture-hash.ts'

/** Blots of grey on white: place and size in parts of the picture, and grey level. */
type Scene = readonly (readonly [x: number, y: number, w: number, h: number, grey: number])[]

/** A scene that fills the picture evenly, from a number: what fast-check draws by itself crowds into corners. */
function sceneOf(seed: number): Scene {
  let state = seed
  const next = (min: number, max: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return min + (state / 2 ** 32) * (max - min)
  }
  return Array.from({ length: 14 }, () => [next(0, 0.9), next(0, 0.9), next(0.08, 0.4), next(0.08, 0.4), Math.floor(next(0, 171))] as const)
}
const scenes = fc.integer({ min: 1, max: 2 ** 31 }).map(sceneOf)
const FIXED = { seed: 7, numRuns: 40, endOnFailure: true } as const

/** The scene drawn with `side` pixels to a side, a multiple of 32, and averaged to 32 × 32 levels. */
function drawn(scene: Scene, side: number, change = (grey: number) => grey): number[] {
  const block = side / HASH_SIDE
  const levels = new Array<number>(HASH_SIDE * HASH_SIDE).fill(0)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const hit = scene.findLast(
        ([left, top, w, h]) => x >= left * side && x < (left + w) * side && y >= top * side && y < (top + h) * side,
      )
      const at = Math.floor(y / block) * HASH_SIDE + Math.floor(x / block)
      levels[at] = (levels[at] ?? 0) + change(hit?.[4] ?? 255)
    }
  }
  return levels.map((sum) => Math.round(sum / block / block))
}

describe('picture hashes', () => {
  it('a slightly darker picture, and one drawn at another size, stay within 8 bits', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const hash = pictureHash(drawn(scene, 96)) ?? ''
        expect(hash).toMatch(/^[0-9a-f]{16}$/)
        expect(hammingDistance(hash, pictureHash(drawn(scene, 96, (grey) => Math.round(grey * 0.92))) ?? '')).toBeLessThanOrEqual(8)
        expect(hammingDistance(hash, pictureHash(drawn(scene, 160)) ?? '')).toBeLessThanOrEqual(8)
      }),
      FIXED,
    )
  })

  it('pictures that have nothing in common differ in more than 16 bits', () => {
    fc.assert(
      fc.property(scenes, scenes, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(hammingDistance(pictureHash(drawn(one, 64)) ?? '', pictureHash(drawn(other, 64)) ?? '')).toBeGreaterThan(16)
      }),
      FIXED,
    )
  })

  it('plain, dark, nearly plain and smooth pictures, and stripes, have none', () => {
    for (const level of [0, 12, 128, 255]) {
      expect(pictureHash(new Array<number>(1024).fill(level))).toBeUndefined()
      expect(pictureHash(Array.from({ length: 1024 }, (_, at) => level + (at % 3)))).toBeUndefined()
    }
    // Across only, all frequencies down are nothing: chance would decide them.
    expect(pictureHash(Array.from({ length: 1024 }, (_, at) => (at % 32) * 8))).toBeUndefined()
    expect(pictureHash(Array.from({ length: 1024 }, (_, at) => (at % 32 < 8 ? 20 : 200)))).toBeUndefined()
    expect(pictureHash(drawn(sceneOf(1), 32))).toBeDefined()
  })

  it('distance counts the bits that differ, in both halves', () => {
    expect(hammingDistance('0000000000000000', 'ffffffffffffffff')).toBe(64)
    expect(hammingDistance('8000000000000001', '0000000000000000')).toBe(2)
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), (a, b) => {
        expect(differing(a, b)).toBe([...((a ^ b) >>> 0).toString(2)].filter((bit) => bit === '1').length)
      }),
    )
  })
})

describe('decoding', () => {
  let folder = ''
  let pool: PicturePool<HashedPicture>
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'inbetween-hash-'))
    pool = createHashPool({ size: 1 })
  })
  afterAll(async () => {
    await pool.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function hashed(path: string, pictures = [sha256Hex(readFileSync(path))]): Promise<Map<string, HashedPicture>> {
    const found = new Map<string, HashedPicture>()
    await pool.read({ path, name: path, bytes: statSync(path).size, pictures }, (picture, made) => {
      expect(found.has(picture), 'told once').toBe(false)
      found.set(picture, made)
    })
    return found
  }
  async function one(name: string, bytes: Uint8Array): Promise<HashedPicture | undefined> {
    writeFileSync(join(folder, name), bytes)
    return (await hashed(join(folder, name))).get(sha256Hex(bytes))
  }
  const notes = readFileSync(resolve('fixtures/ocr/notes.png'))

  it('the sealed name of the decoder is that of the decoder', () => {
    expect(PICTURE_ENGINE).toBe(`sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`)
  })

  it('the same picture in every format, smaller, turned with its orientation, or see-through, gives nearly the same hash', async () => {
    const hash = (await one('notes.png', notes))?.hash ?? ''
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
    const others = {
      'a.jpg': await sharp(notes).jpeg().toBuffer(),
      'a.webp': await sharp(notes).webp().toBuffer(),
      'a.gif': await sharp(notes).gif().toBuffer(),
      'a.tif': await sharp(notes).tiff().toBuffer(),
      'a.avif': await sharp(notes).avif({ effort: 0 }).toBuffer(),
      'half.png': await sharp(notes).resize(450).png().toBuffer(),
      'deep.png': await sharp(notes).toColourspace('rgb16').png().toBuffer(),
      'clear.png': await sharp(notes).flatten({ background: '#fff' }).unflatten().png().toBuffer(),
      'turned.jpg': readFileSync(resolve('fixtures/ocr/turned.jpg')),
    }
    for (const [name, bytes] of Object.entries(others)) {
      const found = await one(name, bytes)
      expect(found?.warnings, name).toEqual([])
      expect(hammingDistance(hash, found?.hash ?? ''), name).toBeLessThanOrEqual(4)
    }
  })

  it('plain, small, over-large, damaged and unwanted kinds of pictures say why they have none, and the next one has', async () => {
    const huge = Buffer.from(notes)
    huge.writeUInt32BE(20_000, 16)
    huge.writeUInt32BE(20_000, 20)
    expect(20_000 * 20_000).toBeGreaterThan(LIMITS.picturePixels)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><circle r="40" cx="50" cy="50"/></svg>')
    for (const [name, bytes, code] of [
      [
        'plain.png',
        await sharp({ create: { width: 99, height: 99, channels: 3, background: '#123' } })
          .png()
          .toBuffer(),
        'picture-plain',
      ],
      ['small.png', await sharp(notes).resize(31).png().toBuffer(), 'picture-plain'],
      ['huge.png', huge, 'picture-limit'],
      ['cut.png', notes.subarray(0, notes.length >> 1), 'picture-unreadable'],
      ['drawing.svg', svg, 'picture-unreadable'],
    ] as const) {
      const found = await one(name, bytes)
      expect([name, found?.hash, found?.warnings[0]?.code]).toEqual([name, undefined, code])
    }
    expect((await one('notes.png', notes))?.hash).toBeDefined()
  })

  it('pictures inside an archive are found in one go, and stand as traces at their members', async () => {
    const photo = await sharp(notes).resize(600).jpeg().toBuffer()
    const zip = zipSync({ 'a/notes.png': notes, 'b.zip': zipSync({ 'photo.jpg': photo }), 'c.txt': new Uint8Array([97]) })
    writeFileSync(join(folder, 'pack.zip'), zip)
    const found = await hashed(join(folder, 'pack.zip'), [sha256Hex(notes), sha256Hex(photo), 'f'.repeat(64)])
    expect(found.get('f'.repeat(64))).toMatchObject({ warnings: [{ code: 'picture-unreadable' }] })
    const merged = withPictureHashes(await readBytes(zip, 'pack.zip'), sha256Hex(zip), (picture) => found.get(picture))
    const [first, inner] = merged.children
    const traces = [first, inner?.reading.children[0]].map((child) => child?.reading.traces.find(({ field }) => field === 'pictureHash'))
    expect(traces.map((trace) => trace?.value)).toEqual([found.get(sha256Hex(notes))?.hash, found.get(sha256Hex(photo))?.hash])
    expect(merged.traces.some(({ field }) => field === 'pictureHash')).toBe(false)
  })
})
