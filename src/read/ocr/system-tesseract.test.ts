import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../base/hash.ts'
import { canHold } from '../held.ts'
import { type DrawnText, drawnTextKey, pageOf } from './drawn-text.ts'
import { createOcrPool, OCR_UNAVAILABLE } from './ocr-pool.ts'
import { greyMap } from './recognised.ts'
import { findTesseract, linesOfTable, OWN_RECOGNISER, recogniseWith, SYSTEM_ENGINE, type SystemTesseract } from './system-tesseract.ts'

const found = findTesseract(process.env.PATH ?? '')
// Machines without tesseract, its languages, or what holds it, skip what needs it; `inbetween doctor` says which is missing.
const hasTesseract = 'path' in found

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inbetween-tesseract-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program that answers as Tesseract does, with these languages, and otherwise does what the line of shell says. */
function pretended(name: string, languages: readonly string[], otherwise: string): string {
  const own = join(folder, name)
  mkdirSync(own)
  for (const language of languages) writeFileSync(join(own, `${language}.traineddata`), language)
  const list = [`List of available languages in "${own}/" (${languages.length}):`, ...languages].map((line) => `echo '${line}'`).join('; ')
  writeFileSync(
    join(own, 'tesseract'),
    `#!/bin/sh\ncase "$1" in\n--version) echo 'tesseract 5.9.9';;\n--list-langs) ${list};;\n*) ${otherwise};;\nesac\n`,
    { mode: 0o755 },
  )
  return own
}

async function examine(
  system: SystemTesseract | { readonly why: string },
  path: string,
  pictures?: readonly string[],
): Promise<DrawnText[]> {
  const pool = createOcrPool({ size: 1, recogniser: { engine: 'x', system } })
  const made: DrawnText[] = []
  const wanted = pictures ?? [sha256Hex(readFileSync(path))]
  await pool.read({ path, name: path, bytes: statSync(path).size, pictures: wanted }, (_, drawn) => {
    made.push(drawn)
  })
  await pool.close()
  return made
}

const row = (line: number, [x, y, w, h]: readonly [number, number, number, number], confidence: number, text: string) =>
  ['5', '1', '1', '1', line, '1', x, y, w, h, confidence, text].join('\t')

describe('the table of tesseract', () => {
  it('gives lines with boxes and confidences, and puts together what quick trained data tears apart', () => {
    const table = [
      'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
      row(1, [62, 61, 125, 30], 93, '012'),
      row(1, [116, 57, 22, 49], 89, '컷'),
      row(1, [159, 57, 34, 49], 88, '손'),
      row(1, [192, 61, 23, 30], 97, '을'),
      row(1, [272, 61, 97, 31], 96, '높이'),
      row(1, [345, 61, 57, 30], 97, '들것'),
      row(2, [62, 120, 31, 32], 93, '手'),
      row(2, [105, 122, 22, 30], 86, '再'),
    ].join('\n')
    const lines = linesOfTable(table)
    expect(lines.map(({ text }) => text)).toEqual(['012컷 손을 높이 들것', '手再'])
    expect(lines[0]).toMatchObject({ x0: 62, y0: 57, x1: 402, y1: 106 })
    expect(lines[1]?.words[1]).toMatchObject({ text: '再', confidence: 86 })
  })

  it('whatever a program writes, no box is without a size and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(fc.string(), fc.integer().map(String), fc.constant('5')), { maxLength: 14 })), (rows) => {
        for (const line of linesOfTable(rows.map((cells) => cells.join('\t')).join('\n')))
          expect([line.x0, line.y0, line.x1, line.y1].every((value) => value >= 0)).toBe(true)
      }),
    )
  })
})

describe.skipIf(!canHold())('a tesseract of the system', () => {
  it('is found by its version and trained data; absent, or without a language, it says what is missing', () => {
    expect(findTesseract(folder)).toEqual({ why: 'tesseract is not installed' })
    expect(findTesseract('.')).toEqual({ why: 'tesseract is not installed' })
    expect(findTesseract(pretended('half', ['kor', 'eng'], 'exit 1'))).toMatchObject({ why: expect.stringContaining('chi_sim') })
    const whole = pretended('whole', ['kor', 'chi_sim'], 'exit 1')
    const { engine } = findTesseract(whole) as SystemTesseract
    expect(engine.startsWith(`${SYSTEM_ENGINE} 5.9.9, kor ${sha256Hex(Buffer.from('kor')).slice(0, 12)}, chi_sim `)).toBe(true)
    writeFileSync(join(whole, 'kor.traineddata'), 'other')
    expect((findTesseract(whole) as SystemTesseract).engine).not.toBe(engine)
    expect(drawnTextKey('p', engine)).not.toBe(drawnTextKey('p', OWN_RECOGNISER.engine))
  })

  it('is given grey pixels and nothing else: what only calls itself a picture, and names files, never reaches it', async () => {
    const told = row(1, [10, 20, 30, 40], 90, 'seen')
    const system = findTesseract(
      pretended('told', ['kor', 'chi_sim'], `read -r head; case "$head" in P5*) printf '%s\\n' '${told}';; *) exit 9;; esac`),
    )
    const [notes] = await examine(system as SystemTesseract, resolve('fixtures/ocr/turned.jpg'))
    expect(notes).toMatchObject({ status: 'examined', passages: [{ text: 'seen', at: { kind: 'box', x: 10, y: 20, w: 30, h: 40 } }] })
    for (const head of ['\xff\xd8\xff', '\xff\xd8', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\0\0\0\0\0\0\0\0']) {
      const path = join(folder, 'list.jpg')
      writeFileSync(path, Buffer.from(`${head}\n/etc/passwd\n`, 'latin1'))
      expect(await examine(system as SystemTesseract, path)).toMatchObject([
        { status: 'not-examined', warnings: [{ code: 'ocr-unreadable' }] },
      ])
    }
  })

  it('that hangs, ends or writes files is stopped, and nothing is written', async () => {
    const map = greyMap({ width: 1, height: 1, grey: new Uint8Array(1) })
    const run = (name: string, line: string) =>
      recogniseWith(findTesseract(pretended(name, ['kor', 'chi_sim'], line)) as SystemTesseract, map, 1500)
    expect(await run('hangs', 'while :; do :; done')).toEqual({ stopped: 'it took longer than 1500 ms' })
    expect(await run('ends', 'exit 3')).toEqual({ stopped: 'tesseract ended (3)' })
    expect(await run('writes', `echo evil > ${join(folder, 'evil')}`)).toMatchObject({ stopped: expect.stringContaining('ended') })
    expect(statSync(join(folder, 'evil'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
  })

  it('that is missing leaves a word that is kept nowhere', async () => {
    const [drawn] = await examine({ why: 'tesseract is not installed' }, resolve('fixtures/ocr/notes.png'))
    expect(drawn).toMatchObject({ status: 'not-examined', warnings: [{ code: OCR_UNAVAILABLE }] })
  })

  it.skipIf(!hasTesseract)('reads the same notes in a picture, in a turned photograph and on a turned page', async () => {
    const scanned = resolve('fixtures/read/pdf/scanned.pdf')
    const pages = [pageOf(sha256Hex(readFileSync(scanned)), 2)]
    const system = found as SystemTesseract
    const [plain, turned, page] = [
      ...(await examine(system, resolve('fixtures/ocr/notes.png'))),
      ...(await examine(system, resolve('fixtures/ocr/turned.jpg'))),
      ...(await examine(system, scanned, pages)),
    ]
    for (const drawn of [plain, turned, page]) {
      expect(drawn?.status).toBe('examined')
      expect(drawn?.passages.map(({ text }) => text).join(' ')).toMatch(/012.*손.*手/)
    }
    expect(page?.passages[0]?.at).toMatchObject({ kind: 'box', page: 2 })
  })
})
