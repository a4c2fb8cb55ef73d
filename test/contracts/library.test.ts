import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

// The example of docs/library.md as somebody else's program: types and all, against what is published.
let home = ''
const example = /```ts\n([\s\S]*?)```/.exec(readFileSync('docs/library.md', 'utf8'))?.[1] ?? ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'inbetween-library-'))
  mkdirSync(join(home, 'node_modules/@types'), { recursive: true })
  symlinkSync(resolve('.'), join(home, 'node_modules/inbetween'), 'junction')
  symlinkSync(resolve('node_modules/@types/node'), join(home, 'node_modules/@types/node'), 'junction')
  writeFileSync(join(home, 'package.json'), '{"type":"module"}')
  writeFileSync(join(home, 'example.ts'), example)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('the example compiles under strict settings against the published types, and runs', () => {
  const options = { target: 'es2023', module: 'nodenext', strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: ['node'], outDir: 'out' } // biome-ignore format: one line
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['example.ts'] }))
  const compiled = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', home], { cwd: home, encoding: 'utf8' })
  expect(compiled.stdout).toBe('')
  const said = execFileSync(process.execPath, ['out/example.js'], { cwd: home, encoding: 'utf8' })
  expect(said).toMatch(
    /^1\.00 Lu Hezheng ~ LU, Hezheng \[ofac-dprk-animation\].*\n0\.\d\d Brandal Lantern ~ Brandal Lantern Trading Co\. \[blocked\]/,
  )
  expect(said).toContain("'SEK STUDIO'")
  expect(said).toContain('ofac-dprk-animation')
}, 120_000)
