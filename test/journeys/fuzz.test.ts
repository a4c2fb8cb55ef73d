import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256Hex } from '../../src/base/hash.ts'
import { createReaderPool, type ReaderPool, readBytes } from '../../src/read/index.ts'
import { fixturesIn, fuzz, mutantMaker } from '../fuzz/fuzz.ts'
import { mutateInside, openContainer } from '../fuzz/inside.ts'
import { diceOf } from '../fuzz/mutate.ts'
import { repaired } from '../fuzz/repair.ts'

// A short run of `npm run fuzz:read`. What it keeps of a failure stays in the temporary folder that the failure names.

const MUTANTS = 1000
const SEED = 20_240_115
const fixtures = fixturesIn('fixtures/read')
let root = ''
let pool: ReaderPool
let isWhole = false

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-fuzz-'))
  pool = createReaderPool({ size: 2 })
})
afterAll(async () => {
  await pool.close()
  if (isWhole) rmSync(root, { recursive: true, force: true })
})

it(`${MUTANTS} changed files each get a reading with a status: no reader throws, ends, hangs or outgrows its memory`, async () => {
  const found = await fuzz(pool, fixtures, { seed: SEED, mutants: MUTANTS, scratch: join(root, 'mutants'), keep: join(root, 'kept') })
  isWhole = found.failures.length === 0
  expect(found.failures).toEqual([])
  const answered = found.rows.reduce((sum, row) => sum + row.read + row.partly + row['not-read'], 0)
  expect(answered).toBe(MUTANTS)
  expect(found.rows.reduce((sum, row) => sum + row.known, 0)).toBeGreaterThan(MUTANTS / 2)
})

it('a seed and a number make the same mutant, whatever was made before it', () => {
  const [one, two] = [mutantMaker(fixtures, 7), mutantMaker(fixtures, 7)]
  for (let number = 0; number < 100; number++) one(number)
  for (const number of [3, 57, 901]) expect(two(number)).toEqual(one(number))
  expect(mutantMaker(fixtures, 8)(3).bytes).not.toEqual(one(3).bytes)
})

it('fixtures are not written to', () => {
  const hashes = () => fixtures.map(({ bytes }) => sha256Hex(bytes))
  const before = hashes()
  const make = mutantMaker(fixtures, 1)
  for (let number = 0; number < 1000; number++) make(number)
  expect(hashes()).toEqual(before)
})

it.each(['docx', 'xlsx', 'pptx', 'odf', 'kra', 'pclx', 'fla', 'moho', 'zip', 'gz', 'hwp', 'pdf'])(
  'mutants of %s are also made inside a member, and packed again so that it is read as the format it is',
  async (format) => {
    const first = fixtures.find((fixture) => fixture.format === format && openContainer(format, fixture.bytes))
    const opened = first && openContainer(format, first.bytes)
    if (!opened) throw new Error(`no fixture of ${format} can be opened`)
    const again = opened.repack(0, opened.members[0] ?? new Uint8Array())
    expect((await readBytes(again, first.file)).format).toBe(format)
    expect(mutateInside(opened, diceOf(1, 1), first.bytes)?.how[0]).toMatch(/in member \d+$/)
  },
)

it.each(['png', 'tar', '7z'])('checksums of %s are right after they are made again', (format) => {
  for (const { bytes } of fixtures.filter((fixture) => fixture.format === format)) expect(repaired(format, bytes)).toEqual(bytes)
})
