import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { compare, type Line } from './compare.ts'
import { derived, generate, makeCase } from './make.ts'
import { readTruth } from './truth.ts'

// Each recogniser can be broken from here; the table must notice. A table that passes on a broken room would be worth nothing.
const broken = vi.hoisted(() => ({ room: '' }))

vi.mock('../../src/language/index.ts', async (original) => {
  const room = await original<typeof import('../../src/language/index.ts')>()
  return { ...room, findPairs: (...given: Parameters<typeof room.findPairs>) => (broken.room === 'pairs' ? [] : room.findPairs(...given)) }
})
vi.mock('../../src/identify/index.ts', async (original) => {
  const room = await original<typeof import('../../src/identify/index.ts')>()
  return {
    ...room,
    identify: (...given: Parameters<typeof room.identify>) => {
      const found = room.identify(...given)
      return broken.room === 'names' ? { ...found, mentions: [] } : found
    },
  }
})
vi.mock('../../src/access/index.ts', async (original) => {
  const room = await original<typeof import('../../src/access/index.ts')>()
  return {
    ...room,
    sniffLog: (...given: Parameters<typeof room.sniffLog>) => (broken.room === 'logs' ? undefined : room.sniffLog(...given)),
  }
})

let root = ''
let material = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-table-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  material = generate(root, 'korean-studio')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function linesWith(room: string): Promise<Line[]> {
  broken.room = room
  try {
    return compare(readTruth(material), derived(await makeCase(material, join(root, `${room || 'whole'}.case`))))
  } finally {
    broken.room = ''
  }
}
const failing = (lines: readonly Line[]) => lines.filter(({ ok }) => !ok).map(({ room, what }) => `${room}: ${what}`)

it('an innocent twin passes its table', async () => {
  expect(failing(await linesWith(''))).toEqual([])
})

it.each([
  ['pairs', 'language: pairs found (recall)'],
  ['names', 'identify: productions'],
  ['logs', 'access: events'],
])('with %s broken, the table fails', async (room, line) => {
  expect(failing(await linesWith(room))).toContain(line)
})
