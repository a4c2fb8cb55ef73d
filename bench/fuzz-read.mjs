// npm run fuzz:read -- --mutants N --seed S: changed fixtures through the pool of reader processes. Whatever the bytes are, a reader neither throws nor ends nor hangs.
// `--from N --mutants 1` makes one mutant again. Exit 1 when a promise is broken; the mutant is kept.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { table } from './table.mjs'

const { createReaderPool } = await import('../dist/src/read/pool.js')
const { fixturesIn, fuzz } = await import('../dist/test/fuzz/fuzz.js')

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
})
const [mutants, seed, from] = [values.mutants, values.seed, values.from].map(Number)
if (![mutants, seed, from].every((value) => Number.isSafeInteger(value) && value >= 0)) {
  console.error('--mutants, --seed and --from are whole numbers')
  process.exit(2)
}

const root = mkdtempSync(join(tmpdir(), 'inbetween-fuzz-'))
const keep = join(root, 'kept')
const fixtures = fixturesIn(fileURLToPath(new URL('../fixtures/read', import.meta.url)))
const pool = createReaderPool({ size: 2 })
const started = performance.now()
const rate = (done) => `${(done / ((performance.now() - started) / 1000)).toFixed(0)} a second`

function progress(done) {
  if (process.stderr.isTTY && (done % 50 === 0 || done === mutants)) process.stderr.write(`\r${done} of ${mutants} mutants, ${rate(done)} `)
}

function rowsOf(rows) {
  return rows.map((row) => [
    row.format,
    row.mutants,
    `${((100 * row.known) / row.mutants).toFixed(0)} %`,
    row.read,
    row.partly,
    row['not-read'],
    row.slowestMs.toFixed(0),
    row.faults,
  ])
}

function printProblem({ kind, reader, message, count, first }) {
  console.log(`${kind}: ${reader}: ${message} (${count} mutants)`)
  console.log(`  first: --seed ${seed} --from ${first.number} --mutants 1, of ${first.fixture} by ${first.how}; kept in ${first.kept}`)
}

const found = await fuzz(pool, fixtures, { seed, mutants, from, scratch: join(root, 'mutants'), keep, progress })
await pool.close()
if (process.stderr.isTTY) process.stderr.write('\n')
console.log(table(['format', 'mutants', 'past sniffing', 'read', 'partly', 'not read', 'slowest ms', 'faults'], rowsOf(found.rows)))
const known = found.rows.reduce((sum, row) => sum + row.known, 0)
const faults = found.rows.reduce((sum, row) => sum + row.faults, 0)
console.log(
  `\nseed ${seed}: ${mutants} mutants of ${fixtures.length} fixtures, ${rate(mutants)}; past sniffing ${((100 * known) / mutants).toFixed(1)} %`,
)
console.log(
  `${faults} mutants with faults; ${found.failures.length} broken promises, ${found.faults.length} errors that readers raise themselves`,
)
for (const problem of [...found.failures, ...found.faults]) printProblem(problem)
const isSniffed = known * 2 >= mutants
if (!isSniffed && mutants >= fixtures.length)
  console.log('fewer than half of the mutants get past sniffing: what lies behind it is hardly tried')
const isGood = found.failures.length === 0 && (isSniffed || mutants < fixtures.length)
if (found.failures.length + found.faults.length === 0) rmSync(root, { recursive: true, force: true })
process.exit(isGood ? 0 : 1)
