import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { realEffects } from '../base/effects.ts'
import { sha256Hex } from '../base/hash.ts'
import { findPairs } from '../language/index.ts'
import type { Exhibit, Passage, Warning } from '../model/index.ts'
import { drawnTextKey } from '../read/index.ts'
import { analyze, type CaseFolder, collectSource, initCase, payloadsOf, rebuild, rederive, storeOf } from './index.ts'

const silent = () => {}
const notes = readFileSync('fixtures/ocr/notes.png')
let root = ''
let opened: CaseFolder

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-drawn-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  const folder = join(root, 'material')
  mkdirSync(folder)
  writeFileSync(join(folder, 'scan.pdf'), readFileSync('fixtures/read/pdf/scanned.pdf'))
  // The same picture twice, once in an archive: it is examined once, and stands in both.
  writeFileSync(join(folder, 'notes.png'), notes)
  writeFileSync(join(folder, 'pack.zip'), zipSync({ 'notes.png': notes, 'gradient.png': readFileSync('fixtures/ocr/gradient.png') }))
  opened = initCase(join(root, 'drawn.case'), { ...realEffects(), now: () => Date.parse('2024-02-01T00:00:00Z') })
  await collectSource(opened, { id: 's', kind: 'folder', path: folder, layout: 'plain' }, silent)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function shown() {
  const store = storeOf(opened)
  try {
    const drawnText = Object.fromEntries(store.all<Exhibit>('exhibit').map((exhibit) => [exhibit.path, exhibit.drawnText]))
    return {
      drawnText,
      drawn: store.all<Passage>('passage').filter(({ role }) => role === 'ocr'),
      warnings: store.all<Warning>('warning'),
      digest: store.digest(),
    }
  } finally {
    store.close()
  }
}

it('without --ocr nothing is recognised and every picture says so; with it, and from then on, notes are passages', async () => {
  await analyze(opened, silent, { jobs: 1 })
  const without = shown()
  expect(without.drawn).toEqual([])
  expect(without.drawnText).toEqual({
    'notes.png': 'not-examined',
    'pack.zip': undefined,
    'pack.zip!gradient.png': 'not-examined',
    'pack.zip!notes.png': 'not-examined',
    'scan.pdf': 'not-examined',
  })

  await analyze(opened, silent, { jobs: 1, ocr: true })
  const first = shown()
  expect(first.drawnText).toMatchObject({
    'notes.png': 'examined',
    'pack.zip!gradient.png': 'examined',
    'pack.zip!notes.png': 'examined',
    'scan.pdf': 'examined',
  })
  expect(first.drawn.map(({ path, language }) => [path, language])).toEqual([
    ['notes.png', 'ko'],
    ['notes.png', 'zh-Hans'],
    ['pack.zip!notes.png', 'ko'],
    ['pack.zip!notes.png', 'zh-Hans'],
    ...[1, 2, 6].flatMap(() => [
      ['scan.pdf', 'ko'],
      ['scan.pdf', 'zh-Hans'],
    ]),
  ])

  expect(await analyze(opened, silent, { jobs: 1 })).toMatchObject({ changed: false })
  expect(payloadsOf(opened, 'analysis').at(-1)?.ocr).toMatch(/kor\+chi_sim/)
  expect(await rederive(opened, silent, { jobs: 2 })).toMatchObject({ same: true, comparable: true })

  await analyze(opened, silent, { jobs: 1, ocr: false })
  expect(shown().digest).toBe(without.digest)
  await analyze(opened, silent, { jobs: 1, ocr: true })
  expect(shown().digest).toBe(first.digest)
})

it('an examination that a bound stopped once is replayed from the ledger on a machine that would have finished it', async () => {
  const why = 'it took longer than 1 ms'
  const picture = sha256Hex(notes)
  const page = `${sha256Hex(readFileSync('fixtures/read/pdf/scanned.pdf'))}#2`
  const stopped = [picture, page].map((name) => ({ reading: drawnTextKey(name), blob: name.slice(0, 64), name: 'a picture', why }))
  opened.append(stopped.map((payload) => ({ kind: 'reading-aborted' as const, payload })))
  rmSync(opened.readingsPath, { recursive: true })
  await rebuild(opened, silent, { jobs: 2 })
  const { drawnText, drawn, warnings } = shown()
  expect(drawn.map(({ path, at }) => [path, at.kind === 'box' && at.page])).toEqual([1, 1, 6, 6].map((number) => ['scan.pdf', number]))
  expect(drawnText).toMatchObject({ 'notes.png': 'not-examined', 'pack.zip!gradient.png': 'examined', 'scan.pdf': 'not-examined' })
  expect(warnings).toContainEqual({ code: 'ocr-aborted', message: `drawn text was not examined: ${why}`, path: 'notes.png' })
  expect(payloadsOf(opened, 'reading-aborted')).toHaveLength(2)
})

it('the recogniser of the system is asked for by name, sealed under it, and refused where it is not there', async () => {
  const path = process.env.PATH
  process.env.PATH = root
  try {
    await expect(analyze(opened, silent, { jobs: 1, ocr: 'system' })).rejects.toMatchObject({ code: 'IBT-NOT-FOUND' })
    // A case that was recognised by it elsewhere goes on under that name: nothing of it is here, and nothing is recognised anew.
    const last = payloadsOf(opened, 'analysis').at(-1)
    opened.append([{ kind: 'analysis', payload: { ...last, ocr: 'tesseract of the system 5.0.0, kor 0, chi_sim 0' } }])
    await rebuild(opened, silent, { jobs: 1 })
    const { drawn, drawnText, warnings } = shown()
    expect([drawn, drawnText['notes.png']]).toEqual([[], 'not-examined'])
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'ocr-recogniser' }))
    expect(payloadsOf(opened, 'analysis').at(-1)?.ocr).toBe('tesseract of the system 5.0.0, kor 0, chi_sim 0')
    expect(await rederive(opened, silent, { jobs: 1 })).toMatchObject({ comparable: false })
  } finally {
    process.env.PATH = path
  }
})

it('a pair of drawn notes says first that it was recognised, and how surely', () => {
  const note = (text: string, language: string, row: number, ocrConfidence: number): Passage => ({
    text,
    language,
    script: language === 'ko' ? 'Hang' : 'Hani',
    confidence: 1,
    at: { kind: 'box', x: 1, y: row, w: 9, h: 9 },
    anchor: `${'0'.repeat(64)}!box=1,${row},9,9`,
    exhibitId: 'e',
    path: 'a.png',
    role: 'ocr',
    block: 'drawn text',
    row,
    column: 1,
    ocrConfidence,
  })
  const [pair] = findPairs([note('头再圆一点', 'zh-Hans', 1, 91), note('머리를 좀더 둥글게', 'ko', 2, 78)])
  expect(pair?.reasons[0]).toBe('read in a picture by character recognition, which is sure to 78 of 100: look at the picture itself')
})
