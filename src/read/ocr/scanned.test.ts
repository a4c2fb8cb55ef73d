import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { formatAnchor, parseAnchor } from '../../model/index.ts'
import { PDFIUM_ENGINE } from '../pdf/pdfium.ts'
import { createPicturePool } from '../picture-pool.ts'
import { readBytes } from '../read-bytes.ts'
import { resolveAnchor } from '../resolve.ts'
import { type DrawnText, drawnTextKey, notExamined, pageOf, picturesOf, stoppedExamination, withDrawnText } from './drawn-text.ts'
import { createOcrPool, type OcrPool } from './ocr-pool.ts'

const SCANNED = readFileSync(resolve('fixtures/read/pdf/scanned.pdf'))
const JPEG = readFileSync(resolve('fixtures/ocr/turned.jpg'))

let folder = ''
let pool: OcrPool
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inbetween-scanned-'))
  pool = createOcrPool({ size: 1 })
})
afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A PDF of one picture that pages name; each page is its dictionary. */
function pdfOf(pages: readonly string[], picture: Buffer = JPEG, count = pages.length): Buffer {
  const head = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, n) => `${n + 5} 0 R`).join(' ')}] /Count ${count} >>`,
    '<< /Length 29 >>\nstream\nq 320 0 0 900 0 0 cm /P Do Q\n\nendstream',
    `<< /Type /XObject /Subtype /Image /Width 320 /Height 900 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>\nstream\n${picture.toString('latin1')}\nendstream`,
    ...pages.map((page) => `<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources << /XObject << /P 4 0 R >> >> ${page} >>`),
  ]
  const body = head.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Size ${head.length + 1} /Root 1 0 R >>\n%%EOF\n`, 'latin1')
}

async function examine(bytes: Uint8Array, name: string, wanted: readonly string[], by = pool): Promise<Map<string, DrawnText>> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const found = new Map<string, DrawnText>()
  await by.read({ path, name: path, bytes: statSync(path).size, pictures: wanted }, (picture, drawn) => {
    expect(found.has(picture), 'told once').toBe(false)
    found.set(picture, drawn)
  })
  return found
}

const SIDEWAYS = '/MediaBox [0 0 320 900] /Rotate 90'

describe('scanned pages', () => {
  it('pages with a picture and nearly no text are read with boxes on the page as it is shown; typed text is not read twice, a scanner’s own text not again', async () => {
    const zip = zipSync({ 'scan.pdf': SCANNED })
    const reading = await readBytes(zip, 'pack.zip')
    const sha256 = sha256Hex(zip)
    const inner = reading.children[0]?.reading
    expect(inner?.drawnPages).toEqual([1, 2, 6])
    expect(withDrawnText(reading, sha256, () => undefined).children[0]?.reading.drawnText).toBe('not-examined')
    const wanted = picturesOf(reading, sha256, zip.length).map((picture) => picture.sha256)
    const found = await examine(zip, 'pack.zip', wanted)
    const merged = withDrawnText(reading, sha256, (picture) => found.get(picture)).children[0]?.reading
    expect(merged?.drawnText).toBe('examined')
    const drawn = merged?.passages.filter(({ role }) => role === 'ocr') ?? []
    // As measured when it was made every letter is right; that there are two lines a page with their digits is asked for.
    expect(drawn.map(({ at, block, row }) => [at.kind === 'box' && at.page, block, row])).toEqual(
      [1, 2, 6].flatMap((page) => [1, 2].map((row) => [page, `drawn on page ${page}`, row])),
    )
    for (const { text, at, row } of drawn) {
      expect(text).toMatch(row === 1 ? /012.*손/ : /手.*点/)
      expect(text).not.toContain('000123')
      // The notes stand in the upper left of 450 by 160 points, also on the page that is turned.
      if (at.kind !== 'box') throw new Error('no box')
      expect([at.x >= 25, at.y >= 20, at.x + at.w < 225, at.y + at.h < 100]).toEqual([true, true, true, true])
    }
    const note = drawn[2]
    if (!note) throw new Error('nothing was read on page 2')
    const anchor = formatAnchor({ sha256, inside: ['scan.pdf'], at: note.at })
    expect(await resolveAnchor(zip, 'pack.zip', parseAnchor(anchor))).toEqual([note])
    const some = withDrawnText(reading, sha256, (picture) => (picture.endsWith('#2') ? undefined : found.get(picture))).children[0]?.reading
    expect([some?.drawnText, some?.passages.filter(({ role }) => role === 'ocr').length]).toEqual(['not-examined', 4])
  })

  it('pages that cannot be drawn, or not legibly, say why, and the next one is read', async () => {
    const huge = '/MediaBox [0 0 14400 14400]'
    const file = pdfOf(['/MediaBox [0 0 1000000000 1000000000]', '/MediaBox [0 0 0 0]', huge, SIDEWAYS], JPEG, 2_000_000_000)
    const sha256 = sha256Hex(file)
    const found = await examine(
      file,
      'hostile.pdf',
      [1, 3, 99, 4].map((page) => pageOf(sha256, page)),
    )
    const said = (page: number) => found.get(pageOf(sha256, page))
    expect(said(1)).toMatchObject({ status: 'not-examined', passages: [] })
    expect(said(3)?.warnings[0]?.code).toBe('ocr-limit')
    expect(said(99)).toMatchObject({
      status: 'not-examined',
      warnings: [{ code: 'ocr-unreadable', message: expect.stringMatching(/^page 99: /) }],
    })
    expect(
      said(4)
        ?.passages.map(({ text }) => text)
        .join(),
    ).toMatch(/012.*手/)
    // However the reader's library takes such a file: no hang, no end, and pages that it names can be asked for.
    const { format, drawnPages = [] } = await readBytes(file, 'hostile.pdf')
    expect([format, drawnPages.length <= 4]).toEqual(['pdf', true])
    for (const bytes of [pdfOf([SIDEWAYS], JPEG.subarray(0, 900)), SCANNED.subarray(0, 9000), Buffer.from('%PDF-1.4')]) {
      const [drawn] = (await examine(bytes, 'cut.pdf', [pageOf(sha256Hex(bytes), 1)])).values()
      expect(drawn?.passages).toEqual([])
    }
  })

  it('of a document with more drawn pages than the bound the first are taken, and it says so', async () => {
    const { drawnPages, warnings } = await readBytes(pdfOf(Array.from({ length: LIMITS.ocrPdfPages + 1 }, () => SIDEWAYS)), 'long.pdf')
    expect(drawnPages).toHaveLength(LIMITS.ocrPdfPages)
    expect(warnings.map(({ code }) => code)).toEqual(['no-text', 'drawn-page-limit', 'rebuilt'])
  })

  it('pages of a document that together take too long are stopped, each with its word; other pictures of the file are not', async () => {
    const slow = createPicturePool<DrawnText>(
      {
        worker: 'ocr-worker',
        words: { agent: 'recogniser', does: 'recognises characters' },
        bounds: { ms: LIMITS.ocrMs, documentMs: 1, rssBytes: LIMITS.ocrRssBytes },
        stopped: stoppedExamination,
        notFound: (why) => notExamined('ocr-unreadable', why),
      },
      1,
    )
    const zip = zipSync({ 'a.pdf': SCANNED, 'b.jpg': JPEG })
    const pdf = sha256Hex(SCANNED)
    const found = await examine(zip, 'slow.zip', [pageOf(pdf, 1), pageOf(pdf, 2), pageOf(pdf, 6), sha256Hex(JPEG)], slow)
    await slow.close()
    expect([2, 6].map((page) => found.get(pageOf(pdf, page))?.warnings[0])).toEqual(
      [2, 6].map(() => ({ code: 'ocr-aborted', message: 'drawn text was not examined: the pages of its document took longer than 1 ms' })),
    )
    expect(found.get(sha256Hex(JPEG))?.passages).toHaveLength(2)
  })

  it('what is kept of a page is kept under the versions that are installed', () => {
    const { version } = createRequire(import.meta.url)(resolve('node_modules/@hyzyla/pdfium/package.json')) as { version: string }
    expect(PDFIUM_ENGINE).toBe(`@hyzyla/pdfium ${version}`)
    expect(drawnTextKey(pageOf('0', 1))).not.toBe(drawnTextKey(pageOf('0', 2)))
  })
})
