import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realEffects } from '../../src/base/effects.ts'
import { type CaseFolder, collectSource, initCase, sealedVisits } from '../../src/pipeline/index.ts'
import { HTTP_SERVERS, scratchIn } from '../servers/http.ts'
import { writeTree } from '../servers/tree.ts'

let root = ''
let place = ''
let opened: CaseFolder
const held = (id: string) => sealedVisits(opened).findLast(({ visit }) => visit.sourceId === id)
const filesOf = (id: string) => held(id)?.entries.map(({ path, sha256, raw }) => [path, sha256, raw])
const silent = () => {}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-servers-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  place = join(root, 'place')
  writeTree(place)
  opened = initCase(join(root, 'servers.case'), realEffects())
  await collectSource(opened, { id: 'folder', path: place, layout: 'plain' }, silent)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('a folder gives every name, GBK ones read and kept as bytes', () => {
  const paths = filesOf('folder')?.map(([path]) => path)
  expect(paths).toHaveLength(13)
  expect(paths).toContain('gbk/背景设定修改.txt')
})

describe.each(HTTP_SERVERS.map((server, n) => ({ ...server, id: `server-${n}` })))('$name', ({ name, start, refuses = {}, id }) => {
  const given = () => filesOf('folder')?.filter(([path]) => !(String(path) in refuses))

  it('gives the paths and bytes of the folder, and a second visit fetches nothing', async () => {
    const server = await start(place, scratchIn(root, name))
    try {
      const source = { id, url: server.url, layout: 'plain' as const, rate: '1000/s', basis: 'a test' }
      const first = await collectSource(opened, source, silent)
      expect(held(id)?.visit.problems.filter(({ message }) => !/not UTF-8|composed/.test(message))).toEqual([])
      expect(filesOf(id)).toEqual(given())
      expect(first).toMatchObject({ visits: 1, read: given()?.length, notTaken: Object.keys(refuses).length })
      expect(await collectSource(opened, source, silent)).toMatchObject({ visits: 1, read: 0, came: 0, changed: 0, went: 0 })
      expect(filesOf(id)).toEqual(given())
    } finally {
      await server.stop()
    }
  })

  it('that is down makes a missed visit, which is no empty day', async () => {
    const down = { id, url: 'http://127.0.0.1:9/', layout: 'plain' as const, rate: '1000/s', basis: 'a test' }
    expect(await collectSource(opened, down, silent, { retryMs: 1 })).toMatchObject({
      visits: 0,
      missed: expect.stringContaining('refused'),
    })
    expect(held(id)?.visit.missed).toMatch(/refused/)
    expect(held(id)?.carried).toHaveLength(given()?.length ?? -1)
  })
})
