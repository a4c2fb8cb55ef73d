import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { canonicalJson, sha256Hex } from '../../src/base/hash.ts'
import { LIMITS } from '../../src/base/limits.ts'
import { formatAnchor, parseAnchor, type Reading, TRACE_FIELDS } from '../../src/model/index.ts'
import { READERS, readBytes, resolveAnchor } from '../../src/read/index.ts'

// Every reader keeps the same promises on the files of fixtures/read/<format>. What is particular to a format is tested beside its code.

const FOLDER = 'fixtures/read'

/** Claims on another format's files that are meant: `reader claims format`, and why. The order of READERS decides. */
const OVERLAPS: Readonly<Record<string, string>> = {
  'zip claims docx': 'an Office package is a ZIP; its reader stands before',
  'zip claims xlsx': 'an Office package is a ZIP; its reader stands before',
  'zip claims pptx': 'an Office package is a ZIP; its reader stands before',
  'zip claims odf': 'an OpenDocument file is a ZIP; its reader stands before',
  'zip claims hwpx': 'a HWPX package is a ZIP; its reader stands before',
  'zip claims kra': 'a Krita picture is a ZIP; its reader stands before',
  'zip claims pclx': 'a Pencil2D animation is a ZIP; its reader stands before',
  'zip claims fla': 'an Animate document is a ZIP; its reader stands before',
  'zip claims moho': 'a Moho project can be a ZIP; its reader stands before',
  'txt claims harmony': 'a list of palettes has no ending, as many texts; its reader stands before',
}
/** Readers of a whole family of formats: those with a reader of their own stand before. */
const GENERAL = new Set(['xml', 'json'])
/** Formats where a cut file cannot be told from a whole one, and why. */
const ENDLESS: Readonly<Record<string, string>> = {
  txt: 'text has no end mark',
  csv: 'text has no end mark',
  srt: 'text has no end mark',
  html: 'end tags may be left out',
  eml: 'text has no end mark',
  edl: 'text has no end mark',
  ass: 'text has no end mark',
  json: 'lines of JSON have no end mark',
  ini: 'text has no end mark',
  harmony: 'lists of palettes and palettes have no end mark',
  z: 'compress writes neither an end mark nor a length nor a checksum',
}

interface Fixture {
  readonly format: string
  readonly file: string
  readonly bytes: Uint8Array
}

function fixturesOf(format: string): Fixture[] {
  const folder = join(FOLDER, format)
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file !== 'README.md')
  return files.sort().map((file) => ({ format, file, bytes: new Uint8Array(readFileSync(join(folder, file))) }))
}

const ALL = READERS.flatMap(({ name }) => fixturesOf(name))

/** The same numbers in every run. */
function* seeded(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state
  }
}

interface Place {
  readonly reading: Reading
  readonly inside: readonly string[]
}

function everyReading(reading: Reading, inside: readonly string[] = []): Place[] {
  return [{ reading, inside }, ...reading.children.flatMap((child) => everyReading(child.reading, [...inside, child.step]))]
}

function faultsOf(reading: Reading): string[] {
  return everyReading(reading).flatMap(({ reading: one }) =>
    one.warnings.filter(({ code }) => code === 'reader-fault').map(({ message }) => message),
  )
}

describe.each(READERS.map((reader) => [reader.name, reader] as const))('reader %s', (name, reader) => {
  const fixtures = fixturesOf(name)

  it('has fixtures that say how they were made, and says what it follows', () => {
    expect(fixtures).not.toEqual([])
    expect(readFileSync(join(FOLDER, name, 'README.md'), 'utf8')).not.toBe('')
    expect(reader.source).not.toBe('')
    for (const extension of reader.extensions) expect(extension).toMatch(/^\.[a-z0-9_]+$/)
  })

  it("claims its own files and nobody else's", () => {
    for (const { format, file, bytes } of ALL) {
      const isClaimed = reader.sniff(bytes.subarray(0, 64 * 1024), file, bytes)
      if (`${name} claims ${format}` in OVERLAPS) continue
      const order = READERS.map((one) => one.name)
      if (GENERAL.has(name) && order.indexOf(format) < order.indexOf(name)) continue
      expect(isClaimed, `${file} of ${format}`).toBe(format === name)
    }
  })

  it('reads its files first, and under another name as what they are or not at all', async () => {
    for (const { file, bytes } of fixtures) {
      expect((await readBytes(bytes, file)).format).toBe(name)
      const head = bytes.subarray(0, 64 * 1024)
      expect([name, undefined]).toContain(READERS.find((candidate) => candidate.sniff(head, 'other.bin', bytes))?.name)
    }
  })

  it('gives clean passages and traces with a meaning, each at its own place', async () => {
    for (const { file, bytes } of fixtures) {
      for (const { reading, inside } of everyReading(await readBytes(bytes, file))) {
        const anchors = reading.passages.map(({ at }) => formatAnchor({ sha256: sha256Hex(bytes), inside, at }))
        expect(new Set(anchors).size, `places of ${file}`).toBe(anchors.length)
        for (const { text } of reading.passages) expect([text, text !== '']).toEqual([text.normalize('NFC').trim(), true])
        for (const { field, value, meaning } of reading.traces) {
          expect(Object.keys(TRACE_FIELDS)).toContain(field)
          expect([value !== '', (meaning ?? '').length > 0], `${field} of ${file}`).toEqual([true, true])
        }
        for (const { code, message } of reading.warnings)
          expect([/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code), message !== '']).toEqual([true, true])
      }
    }
  })

  it("resolves a passage's anchor to its text", async () => {
    for (const { file, bytes } of fixtures) {
      const places = everyReading(await readBytes(bytes, file)).flatMap(({ reading, inside }) =>
        reading.passages.map(({ text, at }) => ({ text, anchor: formatAnchor({ sha256: sha256Hex(bytes), inside, at }) })),
      )
      const every = Math.max(1, Math.floor(places.length / 25))
      for (const { text, anchor } of places.filter((_, index) => index % every === 0))
        expect((await resolveAnchor(bytes, file, parseAnchor(anchor))).map((passage) => passage.text)).toEqual([text])
    }
  })

  it('gives the same canonical JSON twice', async () => {
    for (const { file, bytes } of fixtures)
      expect(canonicalJson(await readBytes(bytes.slice(), file))).toBe(canonicalJson(await readBytes(bytes, file)))
  })

  it('warns, and does not throw, wherever the file is cut', async () => {
    const random = seeded(7)
    for (const { file, bytes } of fixtures) {
      const whole = canonicalJson((await readBytes(bytes, file)).passages)
      for (let i = 0; i < 40; i++) {
        const cut = i < 8 ? i : Number(random.next().value) % bytes.length
        const reading = await readBytes(bytes.slice(0, cut), file)
        expect(faultsOf(reading), `${file} cut at ${cut}`).toEqual([])
        const isSilent = reading.status === 'read' && reading.warnings.length === 0
        if (isSilent && !(name in ENDLESS)) expect(canonicalJson(reading.passages), `${file} cut at ${cut}`).toBe(whole)
      }
    }
  })

  it('does not throw when bytes are changed', async () => {
    const random = seeded(11)
    for (const { file, bytes } of fixtures)
      for (let i = 0; i < 40; i++) {
        const changed = bytes.slice()
        for (let k = 0; k < 1 + (i % 6); k++) changed[Number(random.next().value) % changed.length] = Number(random.next().value) >>> 24
        expect(faultsOf(await readBytes(changed, file)), `${file}, change ${i}`).toEqual([])
      }
  })
})

describe('with small bounds', () => {
  const SMALL = { passages: 2, passageChars: 3, traces: 2, traceChars: 4, warnings: 1 }
  let small: typeof import('../../src/read/index.ts')

  beforeAll(async () => {
    vi.resetModules()
    vi.doMock('../../src/base/limits.ts', () => ({ LIMITS: { ...LIMITS, ...SMALL } }))
    small = await import('../../src/read/index.ts')
  })
  afterAll(() => {
    vi.doUnmock('../../src/base/limits.ts')
    vi.resetModules()
  })

  it.each(ALL.map((fixture) => [`${fixture.format}/${fixture.file}`, fixture] as const))(
    '%s keeps them and says so',
    async (_, { file, bytes }) => {
      const whole = await readBytes(bytes, file)
      const reading = await small.readBytes(bytes, file)
      for (const { reading: one } of everyReading(reading)) {
        expect(one.passages.length).toBeLessThanOrEqual(SMALL.passages)
        expect(one.traces.length).toBeLessThanOrEqual(SMALL.traces)
        expect(one.warnings.length).toBeLessThanOrEqual(SMALL.warnings)
        for (const { text } of one.passages) expect(text.length).toBeLessThanOrEqual(SMALL.passageChars)
        for (const { value } of one.traces) expect(value.length).toBeLessThanOrEqual(SMALL.traceChars)
      }
      if (whole.passages.length > SMALL.passages) expect([reading.status, reading.warnings.length]).toEqual(['partly', 1])
    },
  )
})
