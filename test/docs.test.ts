import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { caseConfigSchema } from '../src/model/index.ts'
import { referencePages } from '../src/operations/reference.ts'

it('the reference pages say what the declarations say (npm run docs writes them)', () => {
  for (const [path, text] of referencePages()) expect(existsSync(path) ? readFileSync(path, 'utf8') : '', path).toBe(text)
})

it('every runtime and peer dependency has its line: for what, instead of what, size, licence', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const page = readFileSync('docs/dependencies.md', 'utf8')
  const rows = new Map(
    page
      .split('\n')
      .flatMap((line) => (line.startsWith('| `') ? [[/`([^`]+)`/.exec(line)?.[1] ?? '', line.split('|').length] as const] : [])),
  )
  const named = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
  expect(named.filter((name) => rows.get(name) !== 7)).toEqual([])
  expect([...rows.keys()].filter((name) => !named.includes(name))).toEqual([])
})

it('every member of inbetween.yaml is documented', () => {
  const page = readFileSync('docs/configuration.md', 'utf8')
  for (const key of Object.keys(caseConfigSchema.shape)) expect(page, key).toContain(`\`${key}\``)
})

it('the README is short and its links lead somewhere', () => {
  const text = readFileSync('README.md', 'utf8')
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(500)
  for (const file of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/limits.md']) {
    for (const [, link = ''] of readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(existsSync(join(dirname(file), link)), `${file}: ${link}`).toBe(true)
  }
})

it('the project speaks of itself alone: no path of a machine, no registry host in what is committed', () => {
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mjs|md|json|ya?ml|sh)$|\.ci\/run$/.test(file) && existsSync(file))
  expect(files.length).toBeGreaterThan(50)
  const hosts = ['registry', 'npmjs', 'org'].join('.')
  // A drive before it makes it a path of somebody's machine in a made-up file.
  const folder = new RegExp(`(?<!:)${['', 'work', ''].join('/')}`)
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    expect(text.includes(hosts) || folder.test(text) || text.includes(['..', 'shared'].join('/')), file).toBe(false)
  }
})

it('the exit codes of help and of errors agree', () => {
  const help = readFileSync('src/cli/help.ts', 'utf8')
  for (const code of [0, 1, 2, 3, 4, 5, 6, 7, 130]) expect(help).toMatch(new RegExp(`[ :]${code} [a-z]`))
  expect(readdirSync('docs')).toContain('errors.md')
})
