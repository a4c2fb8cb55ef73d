import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { realEffects } from '../base/effects.ts'
import type { Exhibit, Trace, Warning } from '../model/index.ts'
import { findFfmpeg } from '../read/index.ts'
import { analyze, type CaseFolder, collectSource, initCase, payloadsOf, rebuild, rederive, storeOf, thumbnailsOf } from './index.ts'

const silent = () => {}
const PATH = process.env.PATH ?? ''
const found = findFfmpeg(PATH)
let root = ''
let opened: CaseFolder

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-films-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  const folder = join(root, 'material')
  mkdirSync(folder)
  const film = 'fixtures/read/avi/retake-code-pages.avi'
  copyFileSync(film, join(folder, 'retake.avi'))
  copyFileSync('fixtures/read/mp4/title-zh.mp4', join(folder, 'title.mp4'))
  writeFileSync(join(folder, 'pack.zip'), zipSync({ 'inner.mkv': readFileSync('fixtures/read/mkv/retake.mkv') }))
  opened = initCase(join(root, 'films.case'), { ...realEffects(), now: () => Date.parse('2024-02-01T00:00:00Z') })
  await collectSource(opened, { id: 's', kind: 'folder', path: folder, layout: 'plain' }, silent)
})
afterAll(() => {
  process.env.PATH = PATH
  rmSync(root, { recursive: true, force: true })
})

function shown() {
  const store = storeOf(opened)
  try {
    return {
      films: Object.fromEntries(store.all<Exhibit>('exhibit').map(({ path, filmFrames }) => [path, filmFrames])),
      frames: store
        .all<Trace>('trace')
        .filter(({ field, anchor }) => field === 'pictureHash' && anchor.includes('!time='))
        .map(({ path, anchor }) => `${path} ${anchor.slice(anchor.lastIndexOf('!') + 1)}`),
      warnings: store.all<Warning>('warning').filter(({ code }) => code.startsWith('film-')),
      digest: store.digest(),
    }
  } finally {
    store.close()
  }
}

const NONE = { 'retake.avi': 'not-examined', 'title.mp4': 'not-examined', 'pack.zip': undefined, 'pack.zip!inner.mkv': 'not-examined' }

it('without --frames every film says that it was not examined; without ffmpeg it says so too, and why', async () => {
  await analyze(opened, silent, { jobs: 1 })
  expect(shown()).toMatchObject({ films: NONE, frames: [], warnings: [] })
  process.env.PATH = root
  await analyze(opened, silent, { jobs: 1, frames: true })
  process.env.PATH = PATH
  expect(shown()).toMatchObject({ films: NONE, frames: [], warnings: [{ code: 'film-decoder' }] })
  expect(payloadsOf(opened, 'analysis').at(-1)).toMatchObject({ frames: 'none' })
})

// Skipped where ffmpeg, or what holds it, is missing: there are no frames then.
it.skipIf('why' in found)('with ffmpeg frames are traces with their times, from then on; a case derived anew is the same', async () => {
  await analyze(opened, silent, { jobs: 1, frames: true })
  const first = shown()
  const ALL = { 'retake.avi': 'examined', 'title.mp4': 'examined', 'pack.zip!inner.mkv': 'examined' }
  expect(first.films).toEqual({ ...NONE, ...ALL })
  expect(first.frames).toContain('title.mp4 time=0,0')
  expect(first.warnings).toEqual([])
  expect(payloadsOf(opened, 'analysis').at(-1)).toMatchObject({ frames: 'version' in found ? found.version : '' })

  const store = storeOf(opened)
  const exhibits = store.all<Exhibit>('exhibit')
  store.close()
  const films = new Map(exhibits.flatMap(({ path, sha256, filmFrames }) => (filmFrames ? [[path, sha256]] : [])))
  const find = await thumbnailsOf(opened, exhibits, new Set(films.values()), silent, 1)
  for (const path of ['title.mp4', 'pack.zip!inner.mkv']) expect(find(films.get(path) ?? '', 0).webp, path).toMatch(/^UklGR/)
  expect(find(films.get('title.mp4') ?? '', 1).warnings).toMatchObject([{ code: 'film-decoder' }])

  await analyze(opened, silent, { jobs: 1 })
  expect(shown()).toEqual(first)
  expect(await rebuild(opened, silent, { jobs: 1 })).toMatchObject({ before: first.digest, after: first.digest, comparable: true })
  expect(await rederive(opened, silent, { jobs: 1 })).toMatchObject({ same: true, comparable: true })

  // Elsewhere, without ffmpeg, what was kept is used; derived apart from it, the rows cannot be compared.
  process.env.PATH = root
  expect(await rebuild(opened, silent, { jobs: 1 })).toMatchObject({ after: first.digest, comparable: true })
  expect(await rederive(opened, silent, { jobs: 1 })).toMatchObject({ comparable: false })
  process.env.PATH = PATH

  await analyze(opened, silent, { jobs: 1, frames: false })
  expect(shown()).toMatchObject({ films: NONE, frames: [] })
})
