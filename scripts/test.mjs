// npm test: build, types, lint, all tests; the last line is "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const out = mkdtempSync(join(tmpdir(), 'inbetween-test-'))
let passed = 0
let failed = 0

function step(name, args) {
  console.log(`\n== ${name}`)
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (run.status === 0) passed++
  else {
    failed++
    console.log(`FAILED: ${name}`)
  }
}

const tsc = require.resolve('typescript/bin/tsc')
const biome = require.resolve('@biomejs/biome/bin/biome')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const results = join(out, 'vitest.json')
step('servers for tests', ['test/servers/install.mjs'])
step('build', ['scripts/build.mjs'])
step('types', [tsc, '-p', 'tsconfig.test.json', '--noEmit'])
step('lint', [biome, 'check', '.'])
step('tests', [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`])
try {
  const report = JSON.parse(readFileSync(results, 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests + (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? report.numFailedTestSuites : 0)
  if (report.numTotalTests === 0) failed++
} catch {
  console.log('the test runner left no result')
  failed++
}
rmSync(out, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
