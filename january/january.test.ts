import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readPsd } from 'ag-psd'
import { unzipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { film } from './files/mp4.ts'
import { generate, Refused } from './generate.ts'
import { CASES } from './story/index.ts'
import type { MadeCase } from './story/made-case.ts'
import { INSTRUCTIONS, RETAKES } from './texts/index.ts'
import type { BatchTruth, Truth } from './truth.ts'

const TWIN = 'korean-studio'
const base = mkdtempSync(join(tmpdir(), 'january-'))
const first = join(base, 'one', TWIN)
const second = join(base, 'two', TWIN)
let truth: Truth

beforeAll(async () => {
  await generate(first, TWIN)
  await generate(second, TWIN)
  truth = JSON.parse(readFileSync(join(first, 'truth.json'), 'utf8')) as Truth
}, 120_000)
afterAll(() => rmSync(base, { recursive: true, force: true }))

interface Found {
  readonly sha256: string
  readonly inode: number
  readonly time: number
}

/** Every file under a folder by path. */
function filesOf(root: string): Map<string, Found> {
  const found = new Map<string, Found>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const { ino, mtimeMs } = statSync(path)
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
    found.set(path.slice(root.length + 1), { sha256, inode: ino, time: mtimeMs })
  }
  return found
}

/** What a day brought, from the folders alone. */
function difference(
  before: ReadonlyMap<string, Found>,
  after: ReadonlyMap<string, Found>,
): Pick<BatchTruth, 'new' | 'changed' | 'renamed' | 'gone'> {
  const gone = [...before.keys()].filter((path) => !after.has(path))
  const added = [...after.keys()].filter((path) => !before.has(path))
  const renamed = gone.flatMap((from) => {
    const to = added.find((path) => after.get(path)?.sha256 === before.get(from)?.sha256)
    return to === undefined ? [] : [{ from, to }]
  })
  const changed = [...after].filter(([path, { sha256 }]) => before.has(path) && before.get(path)?.sha256 !== sha256)
  return {
    new: added.length - renamed.length,
    changed: changed.length,
    renamed,
    gone: gone.filter((path) => !renamed.some(({ from }) => from === path)),
  }
}

/** The text of a file as far as the test needs it; PDF text is looked for in its encoded form. */
function holds(bytes: Uint8Array, path: string, text: string): boolean {
  if (/\.(docx|xlsx)$/.test(path)) {
    const parts = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part))
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    return parts.some((part) => part.includes(`>${escaped}<`))
  }
  if (path.endsWith('.psd')) return JSON.stringify(readPsd(bytes, SKIP_PIXELS).children).includes(JSON.stringify(text).slice(1, -1))
  if (path.endsWith('.pdf')) {
    const content = Buffer.from(bytes).toString('latin1')
    return ['utf16-be', 'gbk', 'cp949'].some((page) => content.includes(`<${iconv.encode(text, page).toString('hex')}>`))
  }
  return new TextDecoder().decode(bytes).split(/\r?\n/).includes(text)
}

const SKIP_PIXELS = { skipLayerImageData: true, skipCompositeImageData: true, skipThumbnail: true }

describe('a twin on disk', () => {
  it('is the same bytes and file times when it is made again', () => {
    const [one, two] = [filesOf(first), filesOf(second)]
    expect([...two.keys()]).toEqual([...one.keys()])
    for (const [path, { sha256, time }] of one) {
      expect(two.get(path)?.sha256, path).toBe(sha256)
      if (path.startsWith('server/')) expect(two.get(path)?.time, path).toBe(time)
    }
  })

  it('has in each day folder what the truth says it brought, and hard links for the rest', () => {
    let before: ReadonlyMap<string, Found> = new Map()
    expect(readdirSync(join(first, 'server')).sort()).toEqual(truth.batches.map(({ day }) => day))
    for (const batch of truth.batches) {
      const after = filesOf(join(first, 'server', batch.day))
      expect({ day: batch.day, ...difference(before, after) }).toEqual({
        day: batch.day,
        new: batch.new,
        changed: batch.changed,
        renamed: batch.renamed,
        gone: batch.gone,
      })
      for (const [path, { sha256, inode }] of after) if (before.get(path)?.sha256 === sha256) expect(before.get(path)?.inode).toBe(inode)
      before = after
    }
  })

  it('holds every pair and every other neighbour in the file that the truth names', () => {
    const place = readOnce()
    const spoken = [...truth.pairs.filter(({ via }) => via === 'text'), ...truth.nonPairs]
    for (const { path, zh, ko } of spoken) {
      const bytes = place(path)
      expect(holds(bytes, path, zh), `${path}: ${zh}`).toBe(true)
      expect(holds(bytes, path, ko), `${path}: ${ko}`).toBe(true)
    }
  })

  it('has as many requests in its logs as the truth counts per client', () => {
    const folder = join(first, 'server', truth.days.last, 'logs')
    const text = readdirSync(folder).map((name) => {
      const bytes = readFileSync(join(folder, name))
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    })
    const lines = text.join('').trimEnd().split('\n')
    const format = /^(\S+) - (\S+) \[\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "[A-Z]+ \/\S* HTTP\/1\.1" \d{3} (\d+|-) "-" "[^"]*"$/
    for (const line of lines) expect(line).toMatch(format)
    expect(lines.length).toBe(truth.events)
    for (const { address, events } of truth.clients) expect(lines.filter((line) => line.startsWith(`${address} `)).length).toBe(events)
    expect(truth.clients.reduce((sum, { events }) => sum + events, 0)).toBe(truth.events)
  })

  it('comes with a configuration of the members that a case takes', () => {
    const config = parse(readFileSync(join(first, 'inbetween.yaml'), 'utf8')) as Record<string, unknown>
    const known = ['case', 'sources', 'productions', 'parties', 'chain', 'declarations', 'lists', 'rules', 'privacy', 'context']
    for (const key of Object.keys(config)) expect(known).toContain(key)
    expect(config.sources).toEqual([
      {
        id: 'server',
        kind: 'folder',
        path: `../${TWIN}/server`,
        layout: 'snapshots',
        origin: { address: expect.any(String), by: expect.any(String), on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), rating: 'A2' },
      },
    ])
    for (const { path } of config.declarations as { path: string }[]) expect(statSync(join(base, 'one', TWIN, path)).isFile()).toBe(true)
    expect(truth.productions.map(({ title }) => title)).toEqual((config.productions as { title: string }[]).map(({ title }) => title))
  })
})

/** Reads a file of the first output by its path in the source, at the first day that has it; members of archives by their text name. */
function readOnce(): (path: string) => Uint8Array {
  const known = new Map<string, Uint8Array>()
  return (path) => {
    const [outer = '', member] = path.split('!')
    const bytes = known.get(outer) ?? readFileSync(locate(outer))
    known.set(outer, bytes)
    if (member === undefined) return bytes
    const found = Object.entries(unzipSync(bytes)).find(([name]) => iconv.decode(Buffer.from(name, 'latin1'), 'cp949') === member)
    if (!found) throw new Error(`${path} is not in its archive`)
    return found[1]
  }
}

function locate(path: string): string {
  const places = truth.batches.map(({ day }) => join(first, 'server', day, path))
  const found = places.find((place) => statSync(place, { throwIfNoEntry: false })?.isFile())
  if (found === undefined) throw new Error(`${path} is on no day`)
  return found
}

describe('the generator', () => {
  it('refuses a folder that it did not make, and leaves what is in it', async () => {
    const foreign = join(base, 'foreign')
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'thesis.txt'), 'mine')
    await expect(generate(foreign, TWIN)).rejects.toBeInstanceOf(Refused)
    expect(readFileSync(join(foreign, 'thesis.txt'), 'utf8')).toBe('mine')
  })

  it('gives films whose boxes end where they say and whose chunks lie where they are looked for', () => {
    const folder = new URL('samples/', import.meta.url)
    const names = readdirSync(folder).filter((name) => /\.(mp4|mov)$/.test(name))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const sample = readFileSync(new URL(name, folder))
      const made = Buffer.from(film(sample, { title: '镜头 112', created: Date.UTC(2024, 0, 12), modified: Date.UTC(2024, 0, 13) }))
      let at = 0
      while (at < made.length) at += made.readUInt32BE(at) === 1 ? Number(made.readBigUInt64BE(at + 8)) : made.readUInt32BE(at)
      expect(at).toBe(made.length)
      const chunk = (bytes: Buffer) => bytes.readUInt32BE(bytes.indexOf('stco', 0, 'latin1') + 12)
      const [from, to] = [chunk(sample), chunk(made)]
      expect(made.subarray(to, to + 64)).toEqual(sample.subarray(from, from + 64))
      expect(made.includes(Buffer.from('镜头 112'))).toBe(true)
      expect(made.readUInt32BE(made.indexOf('mvhd', 0, 'latin1') + 8)).toBe(Date.UTC(2024, 0, 12) / 1000 + 2_082_844_800)
    }
  })
})

let making: Promise<MadeCase> | undefined

/** January's files in memory, made once. */
async function january(): Promise<MadeCase> {
  const story = CASES.get('january')
  if (!story) throw new Error('January is not in the list')
  making ??= story()
  return await making
}

describe('January', () => {
  it('has the days, pairs, neighbours, clients and events that the case needs', async () => {
    const made = await january()
    const text = made.book.pairs.filter(({ via }) => via === 'text')
    expect(made.days.length).toBe(31)
    expect(made.days.filter(({ puts }) => puts.length === 0).length).toBe(5)
    expect(text.length).toBeGreaterThanOrEqual(150)
    expect(made.book.pairs.length - text.length).toBeGreaterThanOrEqual(10)
    expect(made.book.nonPairs.length).toBeGreaterThanOrEqual(text.length)
    const pairTexts = new Set(made.book.pairs.map(({ zh, ko }) => `${zh}\n${ko}`))
    expect(made.book.nonPairs.filter(({ zh, ko }) => pairTexts.has(`${zh}\n${ko}`))).toEqual([])
    const unknown = text.filter(({ zh }) => templateOf(zh)?.usesKnownTerms === false)
    expect(unknown.length / text.length).toBeGreaterThanOrEqual(0.4)
    const events = made.days.flatMap(({ renames, removals }) => [...(renames ?? []), ...(removals ?? [])])
    expect(events.length).toBe(2)
    expect(made.stated.contextCompanies?.length).toBeGreaterThan(3)
  })

  it('names none of the listed companies in any file or name', async () => {
    const made = await january()
    const names = made.stated.contextCompanies ?? []
    for (const { path, bytes } of made.days.flatMap(({ puts }) => puts)) {
      const whole = `${path}\n${/\.(docx|xlsx)$/.test(path) ? textOfPackage(bytes) : Buffer.from(bytes).toString('utf8')}`.toLowerCase()
      for (const name of names) expect(whole.includes(name.toLowerCase()), `${name} in ${path}`).toBe(false)
    }
  })
})

function textOfPackage(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n')
}

function templateOf(zh: string) {
  return [...INSTRUCTIONS, ...RETAKES].find((text) => {
    const pattern = text.zh
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replaceAll('{shot}', '\\S+')
      .replaceAll(/\{[nm]\}/g, '\\d+')
    return new RegExp(`^${pattern}$`).test(zh)
  })
}
