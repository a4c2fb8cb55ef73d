import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { realEffects } from '../base/effects.ts'
import { sha256Hex } from '../base/hash.ts'
import { lookAlikes } from '../identify/index.ts'
import type { Exhibit, Trace, Warning } from '../model/index.ts'
import { pictureHashKey } from '../read/index.ts'
import { analyze, type CaseFolder, collectSource, initCase, payloadsOf, rebuild, rederive, storeOf } from './index.ts'

const silent = () => {}
const notes = readFileSync('fixtures/ocr/notes.png')
let root = ''
let opened: CaseFolder

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-looks-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  const folder = join(root, 'material')
  mkdirSync(folder)
  writeFileSync(join(folder, 'notes.png'), notes)
  writeFileSync(join(folder, 'pack.zip'), zipSync({ 'notes.png': notes, 'smaller.jpg': await sharp(notes).resize(600).jpeg().toBuffer() }))
  const plain = sharp({ create: { width: 90, height: 90, channels: 3, background: '#fff' } })
  writeFileSync(join(folder, 'plain.png'), await plain.png().toBuffer())
  opened = initCase(join(root, 'looks.case'), { ...realEffects(), now: () => Date.parse('2024-02-01T00:00:00Z') })
  await collectSource(opened, { id: 's', kind: 'folder', path: folder, layout: 'plain' }, silent)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function shown() {
  const store = storeOf(opened)
  try {
    const [exhibits, traces] = [store.all<Exhibit>('exhibit'), store.all<Trace>('trace')]
    return {
      hashes: traces.filter(({ field }) => field === 'pictureHash').map(({ path, value }) => [path, value] as const),
      groups: lookAlikes({ exhibits, traces }).groups.map((group) => group.map((one) => one.exhibits.map(({ path }) => path))),
      warnings: store.all<Warning>('warning').filter(({ code }) => code.startsWith('picture-')),
      digest: store.digest(),
    }
  } finally {
    store.close()
  }
}

it('every analysis gives each picture its hash, members too; the same anew, and the decoder is sealed with it', async () => {
  await analyze(opened, silent, { jobs: 1 })
  const { hashes, groups, warnings } = shown()
  expect(hashes.map(([path]) => path)).toEqual(['notes.png', 'pack.zip!notes.png', 'pack.zip!smaller.jpg'])
  expect(hashes[0]?.[1]).toBe(hashes[1]?.[1])
  expect(groups).toEqual([[['notes.png', 'pack.zip!notes.png'], ['pack.zip!smaller.jpg']]])
  expect(warnings).toMatchObject([{ code: 'picture-plain', path: 'plain.png' }])
  expect(payloadsOf(opened, 'analysis').at(-1)?.pictures).toMatch(/^sharp /)
  expect(await analyze(opened, silent, { jobs: 1 })).toMatchObject({ changed: false })
  expect(await rederive(opened, silent, { jobs: 2 })).toMatchObject({ same: true, comparable: true })
})

it('a decoding that a bound stopped once is replayed from the ledger on a machine that would have finished it', async () => {
  const why = 'it took longer than 1 ms'
  const picture = sha256Hex(notes)
  opened.append([{ kind: 'reading-aborted', payload: { reading: pictureHashKey(picture), blob: picture, name: 'a picture', why } }])
  rmSync(opened.readingsPath, { recursive: true })
  await rebuild(opened, silent, { jobs: 2 })
  const { hashes, warnings } = shown()
  expect(hashes.map(([path]) => path)).toEqual(['pack.zip!smaller.jpg'])
  expect(warnings).toContainEqual({ code: 'picture-aborted', message: `the picture has no picture hash: ${why}`, path: 'notes.png' })
  expect(payloadsOf(opened, 'reading-aborted')).toHaveLength(1)
})
