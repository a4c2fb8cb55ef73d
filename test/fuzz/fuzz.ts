import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LIMITS } from '../../src/base/limits.ts'
import type { Reading, Warning } from '../../src/model/index.ts'
import { READERS, type ReaderPool } from '../../src/read/index.ts'
import { mutateInside, openContainer } from './inside.ts'
import { diceOf, mutate } from './mutate.ts'
import { repaired } from './repair.ts'

/** A file of fixtures/read/<format>. */
export interface Fixture {
  readonly format: string
  readonly file: string
  readonly bytes: Uint8Array
}

/** A changed fixture; the seed and the number make it again. */
export interface Mutant {
  readonly number: number
  readonly fixture: Fixture
  readonly how: readonly string[]
  readonly bytes: Uint8Array
}

/** Mutants that met the same trouble; the first is kept as a file. */
export interface Problem {
  /** What was broken: `thrown` (a fault of programming, also while sniffing), `aborted`, `rejected`, `no-answer`, `no-status`; `reader-fault` is any other error of a reader. */
  readonly kind: string
  /** The reader that read, or of the fixture's format when none did. */
  readonly reader: string
  readonly message: string
  readonly first: { readonly number: number; readonly fixture: string; readonly how: string; readonly kept: string }
  count: number
}

/** The mutants of one format. */
export interface FormatRow {
  readonly format: string
  mutants: number
  /** Read by the reader of the fixture's format. */
  known: number
  read: number
  partly: number
  'not-read': number
  slowestMs: number
  faults: number
}

/** What a run found. `failures` break a promise; `faults` are errors that a reader raised instead of warning. */
export interface Fuzzed {
  readonly rows: readonly FormatRow[]
  readonly failures: readonly Problem[]
  readonly faults: readonly Problem[]
}

/** What to run. `scratch` holds mutants while they are read, `keep` those that met trouble. */
export interface FuzzOptions {
  readonly seed: number
  readonly mutants: number
  readonly from?: number
  readonly scratch: string
  readonly keep: string
  readonly progress?: (done: number) => void
}

/** Mutants that lie on the disk at once. */
const CHUNK = 200
/** Readers at work at once; the pool has as many. */
const LANES = 2
/** The pool answers within its own bound; one that does not answer in twice the time is stuck. */
const STUCK_MS = 2 * LIMITS.readMs
/** Words of errors that the engine raises by itself: nobody wrote them for a person, so no reader meant them. */
const PROGRAMMING =
  /is not (a |an |iterable|defined|extensible)|Cannot (read|set|convert|mix|access|destructure|assign|delete|redefine)|undefined|Invalid (typed array|array|string|time|count|code point|regular|date)|out of (range|bounds|memory)|outside the bounds|call stack|[Oo]ffset|byte length of|must be |ERR_|constant variable|in JSON|BigInt|allocation failed/

/** All fixtures of readers, in the order of readers and names. */
export function fixturesIn(root: string): readonly Fixture[] {
  return READERS.flatMap(({ name: format }) => {
    const folder = join(root, format)
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file !== 'README.md') : []
    return files.sort().map((file) => ({ format, file, bytes: new Uint8Array(readFileSync(join(folder, file))) }))
  })
}

/** Makes mutants by their number; about a third of those of containers are made inside a member. */
export function mutantMaker(fixtures: readonly Fixture[], seed: number): (number: number) => Mutant {
  const containers = new Map(fixtures.map((fixture) => [fixture, openContainer(fixture.format, fixture.bytes)]))
  return (number) => {
    const fixture = fixtures[number % fixtures.length]
    if (!fixture) throw new Error('there are no fixtures')
    const dice = diceOf(seed, number)
    const family = fixtures.filter(({ format }) => format === fixture.format)
    const other = family[dice.below(family.length)]?.bytes ?? fixture.bytes
    const container = containers.get(fixture)
    const inside = container && dice.below(3) === 0 ? mutateInside(container, dice, dice.pick([other, fixture.bytes])) : undefined
    if (inside) return { number, fixture, ...inside }
    const { bytes, how } = mutate(fixture.bytes, dice, other)
    return { number, fixture, how, bytes: dice.below(2) === 0 ? bytes : repaired(fixture.format, bytes) }
  }
}

/** Reads mutants in the pool and says which promises of readers they broke. */
export async function fuzz(pool: ReaderPool, fixtures: readonly Fixture[], options: FuzzOptions): Promise<Fuzzed> {
  const { seed, mutants, from = 0, scratch, progress } = options
  const make = mutantMaker(fixtures, seed)
  const found = new Found(options)
  let done = 0
  for (let start = from; start < from + mutants; start += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, from + mutants - start) }, (_, n) => make(start + n))
    mkdirSync(scratch, { recursive: true })
    for (const { number, bytes } of chunk) writeFileSync(join(scratch, String(number)), bytes)
    const lane = async () => {
      for (let mutant = chunk.shift(); mutant; mutant = chunk.shift()) {
        const started = performance.now()
        const answer = await answerOf(pool, join(scratch, String(mutant.number)), mutant.fixture.file)
        found.add(mutant, answer, performance.now() - started)
        progress?.(++done)
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    rmSync(scratch, { recursive: true, force: true })
  }
  return found
}

/** The reading, or the kind of failure and its words. */
type Answer = { readonly reading: Reading } | { readonly kind: 'rejected' | 'no-answer'; readonly message: string }

async function answerOf(pool: ReaderPool, path: string, name: string): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const stuck = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'no-answer', message: `no answer in ${STUCK_MS} ms` }), STUCK_MS)
  })
  const answer = pool.read(path, name).then(
    (reading): Answer => ({ reading }),
    (error: unknown): Answer => ({ kind: 'rejected', message: error instanceof Error ? error.message : String(error) }),
  )
  try {
    return await Promise.race([answer, stuck])
  } finally {
    clearTimeout(timer)
  }
}

/** Gathers what mutants met: one row a format, one problem for all that met the same. */
class Found implements Fuzzed {
  readonly #rows = new Map<string, FormatRow>()
  readonly #problems = new Map<string, Problem>()
  readonly #options: FuzzOptions

  constructor(options: FuzzOptions) {
    this.#options = options
  }

  get rows(): readonly FormatRow[] {
    return [...this.#rows.values()].sort((a, b) => (a.format < b.format ? -1 : 1))
  }

  get failures(): readonly Problem[] {
    return [...this.#problems.values()].filter(({ kind }) => kind !== 'reader-fault')
  }

  get faults(): readonly Problem[] {
    return [...this.#problems.values()].filter(({ kind }) => kind === 'reader-fault')
  }

  add(mutant: Mutant, answer: Answer, ms: number): void {
    const row = this.#rowOf(mutant.fixture.format)
    row.mutants++
    row.slowestMs = Math.max(row.slowestMs, ms)
    const problems = 'reading' in answer ? problemsOf(answer.reading) : [{ ...answer, reader: row.format }]
    if (problems.length > 0) row.faults++
    for (const problem of problems) this.#keep(mutant, problem.reader === 'unknown' ? { ...problem, reader: row.format } : problem)
    if (!('reading' in answer)) return
    const { format, status } = answer.reading
    if (format === row.format) row.known++
    if (status in row) row[status]++
  }

  #rowOf(format: string): FormatRow {
    const none = { format, mutants: 0, known: 0, read: 0, partly: 0, 'not-read': 0, slowestMs: 0, faults: 0 }
    const row = this.#rows.get(format) ?? none
    this.#rows.set(format, row)
    return row
  }

  #keep(mutant: Mutant, problem: Omit<Problem, 'first' | 'count'>): void {
    // Numbers in a message differ from mutant to mutant where the fault is one.
    const key = [problem.kind, problem.reader, problem.message.replace(/\d+/g, 'n')].join('|')
    const known = this.#problems.get(key)
    if (known) {
      known.count++
      return
    }
    const { seed, keep } = this.#options
    const { number, fixture, how, bytes } = mutant
    const kept = join(keep, `${fixture.format}-seed${seed}-mutant${number}-${fixture.file}`)
    mkdirSync(keep, { recursive: true })
    writeFileSync(kept, bytes)
    this.#problems.set(key, {
      ...problem,
      first: { number, fixture: `${fixture.format}/${fixture.file}`, how: how.join(', '), kept },
      count: 1,
    })
  }
}

/** Promises that a reading breaks, members of containers included. */
function problemsOf(reading: Reading): Omit<Problem, 'first' | 'count'>[] {
  const own = reading.warnings.flatMap((warning) => problemOf(reading, warning))
  const children = reading.children.flatMap((child) => problemsOf(child.reading))
  if (['read', 'partly', 'not-read'].includes(reading.status)) return [...own, ...children]
  return [{ kind: 'no-status', reader: reading.format, message: `status ${String(reading.status)}` }, ...own, ...children]
}

function problemOf(reading: Reading, { code, message }: Warning): Omit<Problem, 'first' | 'count'>[] {
  if (code !== 'reading-aborted' && code !== 'reader-fault') return []
  const kind = PROGRAMMING.test(message) ? 'thrown' : code === 'reading-aborted' ? 'aborted' : 'reader-fault'
  return [{ kind, reader: reading.format, message }]
}
