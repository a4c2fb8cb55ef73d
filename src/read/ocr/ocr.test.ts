import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { formatAnchor, parseAnchor } from '../../model/index.ts'
import { readBytes } from '../read-bytes.ts'
import { resolveAnchor } from '../resolve.ts'
import { type DrawnText, picturesOf, withDrawnText } from './drawn-text.ts'
import { LEAST_CONFIDENCE, linesOf, type RawLine } from './lines.ts'
import { createOcrPool, type OcrPool } from './ocr-pool.ts'
import { pictureHeader } from './picture-header.ts'

const KO = '012컷 손을 더 높이 들것'
const ZH = '手再高一点'
const fixture = (name: string) => resolve('fixtures/ocr', name)

let folder = ''
let pool: OcrPool
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inbetween-ocr-'))
  pool = createOcrPool({ size: 1 })
})
afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the pool makes of pictures: each is a file, or all lie in the file `path`. */
async function examine(path: string, pictures?: readonly string[], by = pool): Promise<Map<string, DrawnText>> {
  const found = new Map<string, DrawnText>()
  const wanted = pictures ?? [sha256Hex(readFileSync(path))]
  await by.read({ path, name: path, bytes: statSync(path).size, pictures: wanted }, (picture, drawn) => {
    expect(found.has(picture), 'told once').toBe(false)
    found.set(picture, drawn)
  })
  return found
}

async function drawnIn(path: string): Promise<DrawnText> {
  const [drawn] = (await examine(path)).values()
  if (!drawn) throw new Error('nothing was told')
  return drawn
}

function written(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

/** Share of letters that are right, blanks apart. */
function likeness(found: string, wanted: string): number {
  const [a, b] = [found, wanted].map((text) => text.replace(/\s/g, '')) as [string, string]
  return 1 - distance(a, b) / Math.max(a.length, b.length)
}

describe('drawn text', () => {
  it('a Korean and a Chinese note are read with their boxes inside the picture; a turned photograph of them gives the same', async () => {
    for (const name of ['notes.png', 'turned.jpg']) {
      const { status, passages } = await drawnIn(fixture(name))
      expect(status).toBe('examined')
      const [ko, zh, ...rest] = passages
      expect(rest).toEqual([])
      expect(ko?.text).toContain('012')
      // As measured when it was made every letter is right; half are asked for, so that another version of the recogniser may differ.
      expect(likeness(ko?.text ?? '', KO), ko?.text).toBeGreaterThanOrEqual(0.5)
      expect(likeness(zh?.text ?? '', ZH), zh?.text).toBeGreaterThanOrEqual(0.5)
      expect([ko?.row, ko?.column, zh?.row, zh?.column, ko?.block === zh?.block]).toEqual([1, 1, 2, 1, true])
      for (const { at, role, ocrConfidence } of passages) {
        expect(role).toBe('ocr')
        expect(ocrConfidence).toBeGreaterThanOrEqual(LEAST_CONFIDENCE)
        expect(ocrConfidence).toBeLessThanOrEqual(100)
        if (at.kind !== 'box') throw new Error('no box')
        expect(Math.min(at.x, at.y)).toBeGreaterThanOrEqual(0)
        expect(Math.min(at.w, at.h)).toBeGreaterThan(0)
        // The notes stand in the left half of 900 by 320 pixels.
        expect(at.x + at.w).toBeLessThan(450)
        expect(at.y + at.h).toBeLessThan(200)
      }
    }
  })

  it('a plain gradient gives nothing, and that it was examined', async () => {
    expect(await drawnIn(fixture('gradient.png'))).toEqual({ status: 'examined', passages: [], warnings: [] })
  })

  it('what came before, and in which process, changes nothing', async () => {
    const other = createOcrPool({ size: 2 })
    const names = ['turned.jpg', 'gradient.png', 'notes.png', 'turned.jpg', 'notes.png'].map(fixture)
    const apart = await Promise.all(names.map(async (name) => [name, [...(await examine(name, undefined, other)).values()][0]] as const))
    await other.close()
    for (const [name, drawn] of apart) expect(drawn).toEqual(await drawnIn(name))
  })

  it('pictures inside an archive are read in one go, and each anchor leads back to its words', async () => {
    const zip = zipSync({
      'a/notes.png': readFileSync(fixture('notes.png')),
      'b.zip': zipSync({ 'turned.jpg': readFileSync(fixture('turned.jpg')) }),
      'c.txt': new Uint8Array([97]),
    })
    const reading = await readBytes(zip, 'pack.zip')
    const path = written('pack.zip', zip)
    const sha256 = sha256Hex(zip)
    const pictures = picturesOf(reading, sha256, zip.length).map((picture) => picture.sha256)
    expect(pictures).toHaveLength(2)
    const found = await examine(path, [...pictures, 'f'.repeat(64)])
    expect(found.get('f'.repeat(64))).toMatchObject({ status: 'not-examined', warnings: [{ code: 'ocr-unreadable' }] })
    const merged = withDrawnText(reading, sha256, (picture) => found.get(picture))
    expect(merged.drawnText).toBeUndefined()
    const inner = merged.children[1]?.reading.children[0]
    expect(inner?.reading.drawnText).toBe('examined')
    const passage = inner?.reading.passages.find(({ role }) => role === 'ocr')
    if (!inner || !passage) throw new Error('nothing was read in the inner archive')
    const anchor = formatAnchor({ sha256, inside: ['b.zip', inner.step], at: passage.at })
    expect(await resolveAnchor(zip, 'pack.zip', parseAnchor(anchor))).toEqual([passage])
    expect(withDrawnText(reading, sha256, () => undefined).children[0]?.reading.drawnText).toBe('not-examined')
  })

  it('damaged, empty and over-large pictures say why they were not examined, and the next one is', async () => {
    const notes = readFileSync(fixture('notes.png'))
    const huge = Buffer.from(notes)
    huge.writeUInt32BE(100_000, 16)
    huge.writeUInt32BE(100_000, 20)
    const flipped = Buffer.from(notes)
    for (let at = 60; at < flipped.length; at += 97) flipped[at] = (flipped[at] ?? 0) ^ 0x5a
    for (const [name, bytes, code] of [
      ['huge.png', huge, 'ocr-limit'],
      ['cut.png', notes.subarray(0, 20), 'ocr-unreadable'],
      ['head.jpg', readFileSync(fixture('turned.jpg')).subarray(0, 700), 'ocr-unreadable'],
    ] as const) {
      const { status, warnings, passages } = await drawnIn(written(name, bytes))
      expect([name, status, passages, warnings[0]?.code]).toEqual([name, 'not-examined', [], code])
    }
    // What a decoder makes of wrong bytes is its own; that the process survives, or is replaced, is ours.
    await drawnIn(written('flipped.png', flipped))
    await drawnIn(written('half.png', notes.subarray(0, notes.length >> 1)))
    expect((await drawnIn(fixture('notes.png'))).passages).toHaveLength(2)
  })

  it('the command reads a picture with --ocr, says plainly without it that it was not examined, and leaves the folder as it was', () => {
    const read = (...words: string[]) => {
      const run = spawnSync(process.execPath, [resolve('dist/src/cli/main.js'), 'read', fixture('notes.png'), ...words], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect(run.status, run.stderr).toBe(0)
      return run.stdout
    }
    const before = readdirSync(folder).sort()
    expect(read()).toContain('not examined (run with --ocr)')
    const [row] = JSON.parse(read('--ocr', '--json')).data
    expect(row).toMatchObject({ drawnText: 'examined', status: 'read', format: 'png' })
    expect(row.passages[0].anchor).toMatch(/^[0-9a-f]{64}!box=\d+,\d+,\d+,\d+$/)
    expect(readdirSync(folder).sort()).toEqual(before)
    expect(existsSync('kor.traineddata')).toBe(false)
  })
})

describe('lines', () => {
  const line = (text: string, box: readonly [number, number, number, number], confidence = 90): RawLine => {
    const [x0, y0, x1, y1] = box
    return { text: `${text}\n`, x0, y0, x1, y1, words: text.split(' ').map((word) => ({ text: word, confidence, x0, y0, x1, y1 })) }
  }

  it('pieces that stand level and close are one line, others are columns of a row, and strokes found again are dropped', () => {
    const { passages, unsure } = linesOf([
      line('머리를', [19, 63, 73, 82]),
      line('좀더 둥글', [80, 63, 158, 82]),
      line('게', [160, 63, 175, 82]),
      line('본', [125, 76, 138, 81]),
      line('头再圆一点', [300, 60, 400, 80]),
      line('眼睛', [19, 100, 60, 120]),
      line('往左看', [65, 100, 110, 120]),
    ])
    expect(passages.map(({ text, row, column }) => [text, row, column])).toEqual([
      ['머리를 좀더 둥글게', 1, 1],
      ['头再圆一点', 1, 2],
      ['眼睛往左看', 2, 1],
    ])
    expect(unsure).toBe(0)
  })

  it('words below the least confidence are left out and counted, and lines without a letter are no lines', () => {
    const mixed: RawLine = {
      ...line('손을 높이 CO', [0, 0, 300, 20]),
      words: [
        { text: '손을', confidence: 80, x0: 0, y0: 0, x1: 40, y1: 20 },
        { text: '높이', confidence: 90, x0: 50, y0: 0, x1: 90, y1: 20 },
        { text: 'CO', confidence: 3, x0: 250, y0: 0, x1: 300, y1: 20 },
      ],
    }
    const { passages, unsure } = linesOf([mixed, line('— |', [0, 50, 20, 60]), line('가', [0, 90, 20, 110], 49)])
    expect(passages).toMatchObject([{ text: '손을 높이', at: { kind: 'box', x: 0, y: 0, w: 90, h: 20 }, ocrConfidence: 85 }])
    expect(unsure).toBe(2)
  })

  it('a letter that stands alone is no text: patterns and lines of a drawing give such', () => {
    const { passages, unsure } = linesOf([
      line('개', [10, 10, 200, 200], 71),
      line('一', [0, 300, 90, 310], 96),
      line('A', [0, 400, 20, 420], 96),
      line('012', [300, 400, 350, 420], 96),
      line('左 手', [0, 500, 60, 520], 96),
    ])
    expect(passages.map(({ text }) => text)).toEqual(['012', '左 手'])
    expect(unsure).toBe(3)
  })

  it('whatever boxes come, passages keep within them, in rows from above and columns from the left', () => {
    const size = fc.integer({ min: 0, max: 500 })
    const raw = fc
      .tuple(
        fc.constantFrom('手再高', '손을 높이', 'a', '—'),
        size,
        size,
        fc.integer({ min: 1, max: 200 }),
        size,
        fc.integer({ min: 0, max: 100 }),
      )
      .map(([text, x, y, w, h, confidence]) => line(text, [x, y, x + w, y + h], confidence))
    fc.assert(
      fc.property(fc.array(raw, { maxLength: 12 }), (lines) => {
        const { passages } = linesOf(lines)
        const places = passages.map(({ row = 0, column = 0 }) => row * 1000 + column)
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(new Set(places).size).toBe(places.length)
        for (const { at, text } of passages) {
          expect(text.trim()).not.toBe('')
          if (at.kind !== 'box') throw new Error('no box')
          expect(Math.min(at.x, at.y, at.w, at.h)).toBeGreaterThanOrEqual(0)
          expect(at.x + at.w).toBeLessThanOrEqual(Math.max(...lines.map(({ x1 }) => x1)))
          expect(at.y + at.h).toBeLessThanOrEqual(Math.max(...lines.map(({ y1 }) => y1)))
        }
      }),
    )
  })
})

describe('picture headers', () => {
  it('give size and orientation of the fixtures', () => {
    const header = (name: string) => pictureHeader(readFileSync(fixture(name)))
    expect(header('notes.png')).toEqual({ width: 900, height: 320, orientation: 1 })
    expect(header('turned.jpg')).toEqual({ width: 320, height: 900, orientation: 6 })
    expect(LIMITS.ocrPixels).toBeGreaterThan(900 * 320)
  })

  it('never throw, whatever the bytes are', () => {
    const turned = readFileSync(fixture('turned.jpg'))
    fc.assert(
      fc.property(fc.nat(700), fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 8 }), (cut, flips) => {
        const bytes = Buffer.from(turned.subarray(0, cut))
        for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value
        pictureHeader(bytes)
      }),
    )
  })
})
