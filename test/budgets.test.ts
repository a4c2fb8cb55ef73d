import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const FILE_LINES = 300
const FILE_LINES_HARD = 500
const FUNCTION_LINES = 70

/** Program files of the product and its generator; tables and tests apart. */
const FILES = ['src', 'january'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.cases\.ts$|\.d\.ts$/.test(file) && !file.split('/').includes('tables'))
    .map((file) => join(root, file)),
)

const parsed = FILES.map((file) => ({ file, tree: ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true) }))

it(`files have at most ${FILE_LINES} lines, all but one in twenty, and never more than ${FILE_LINES_HARD}`, () => {
  const long = parsed.map(({ file, tree }) => [file, tree.getLineStarts().length - 1] as const).filter(([, lines]) => lines > FILE_LINES)
  expect(long.filter(([, lines]) => lines > FILE_LINES_HARD)).toEqual([])
  expect(long.length, long.join(' ')).toBeLessThanOrEqual(FILES.length / 20)
})

it(`functions have at most ${FUNCTION_LINES} lines`, () => {
  const long: string[] = []
  for (const { file, tree } of parsed) {
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body) {
        const from = tree.getLineAndCharacterOfPosition(node.getStart()).line
        const lines = tree.getLineAndCharacterOfPosition(node.end).line - from + 1
        if (lines > FUNCTION_LINES) long.push(`${file}:${from + 1} ${lines}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  expect(long).toEqual([])
})

it('nothing is typed any', () => {
  const found: string[] = []
  for (const { file, tree } of parsed) {
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  expect(found).toEqual([])
})

it('every export of the product has a docstring', () => {
  const bare: string[] = []
  for (const { file, tree } of parsed.filter((one) => one.file.startsWith('src'))) {
    for (const statement of tree.statements) {
      const isExported =
        ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      if (isExported && ts.getJSDocCommentsAndTags(statement).length === 0) {
        bare.push(`${file}:${tree.getLineAndCharacterOfPosition(statement.getStart()).line + 1}`)
      }
    }
  }
  expect(bare).toEqual([])
})

it('--help imports neither a package nor a room', () => {
  const loader = join(mkdtempSync(join(tmpdir(), 'inbetween-help-')), 'log.mjs')
  writeFileSync(
    loader,
    'export async function resolve(s, c, n) { const r = await n(s, c); if (!r.url.startsWith("node:")) console.error("loaded " + r.url); return r }\n',
  )
  const help = spawnSync(process.execPath, ['--no-warnings', '--experimental-loader', loader, 'dist/src/cli/main.js', '--help'], {
    encoding: 'utf8',
  })
  expect(help.stdout).toContain('scan')
  const loaded = [...help.stderr.matchAll(/^loaded (.*)$/gm)].map(([, url = '']) => url.replace(/^.*\/dist\/src\//, ''))
  expect(loaded.length).toBeGreaterThan(0)
  expect(loaded.filter((url) => !/^(cli|base)\/[a-z-]+\.js$/.test(url))).toEqual([])
})
