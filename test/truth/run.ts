// npm run truth: makes January and the innocent twins, scans each, and prints what every room found against what is true. Exit 1 when a line fails.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare, type Line } from './compare.ts'
import { CASES, derived, generate, makeCase } from './make.ts'
import { table } from './print.ts'
import { readTruth } from './truth.ts'

const only = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'inbetween-truth-'))
process.env.XDG_DATA_HOME = join(folder, 'keys')
mkdirSync(folder, { recursive: true })
let failed = 0
let lines = 0

function show(title: string, found: readonly Line[]): void {
  lines += found.length
  failed += found.filter(({ ok }) => !ok).length
  console.log(`\n${title}\n${table(found)}`)
}

try {
  for (const name of CASES) {
    if (only.length > 0 && !only.includes(name)) continue
    const started = performance.now()
    const material = generate(folder, name)
    const opened = await makeCase(material, join(folder, `${name}.case`))
    const truth = readTruth(material)
    show(`${truth.title}  (${((performance.now() - started) / 1000).toFixed(1)} s)`, compare(truth, derived(opened)))
    if (name === 'january') {
      const unknown = await makeCase(material, join(folder, 'unknown.case'), withoutOrigin)
      const expected = { ...truth, assessment: { whoWorked: { capped: true } } }
      show(
        'January with the network of the server unknown',
        compare(expected, derived(unknown)).filter(({ room }) => room === 'assess'),
      )
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`\n${lines - failed} of ${lines} lines as expected${failed > 0 ? `, ${failed} FAILED` : ''}`)
process.exit(failed > 0 ? 1 : 0)

/** The same configuration without what was stated of the source's address. */
function withoutOrigin(yaml: string): string {
  return yaml.replace(/^(\s*)(- )?origin:.*(?:\n\1\s+.*)*/m, '')
}
