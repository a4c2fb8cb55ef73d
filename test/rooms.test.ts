import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

/** The rooms in the order the data goes; a room may import those before it, through their index.ts. */
const ROOMS = [
  'collect', 'evidence', 'read', 'language', 'names', 'intake', 'identify', 'screen', 'access', 'indicators', 'assess', 'review', 'parts', 'report',
] // biome-ignore format: a list read as a line

/** Who may import whom (base has no index: import its files). */
const MAY: Record<string, readonly string[]> = {
  base: [],
  model: ['base'],
  ...Object.fromEntries(ROOMS.map((room, i) => [room, ['base', 'model', ...ROOMS.slice(0, i)]])),
  store: ['base', 'model'],
  pipeline: ['base', 'model', ...ROOMS, 'store'],
  operations: ['base', 'model', ...ROOMS, 'store', 'pipeline'],
  server: ['base', 'model', 'operations', 'web'],
  cli: ['base', 'model', 'operations', 'server'],
  web: ['model', 'operations', 'parts'],
}
const IMPORT = /(?:import|export)(\s+type)?\s[^'"]*?from\s*'(\.[^']+)'|import\('(\.[^']+)'\)/g

/** Each import that breaks the plan, as `from -> to`. */
function trespasses(root: string): string[] {
  const found: string[] = []
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const [here = '', ...inside] = file.split('/')
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file) || inside.length === 0) continue
    for (const [, , from, lazy] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) {
      const target = relative(root, join(root, dirname(file), from ?? lazy ?? ''))
      const there = target.split('/')[0] ?? ''
      if (there === here) continue
      if (!(MAY[here]?.includes(there) && (there === 'base' || target === `${there}/index.ts`))) found.push(`${file} -> ${target}`)
    }
  }
  return found
}

it('data flows one way through the rooms', () => expect(trespasses('src')).toEqual([]))

it('every folder is in the plan', () => {
  const strangers = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory() && !(entry.name in MAY))
  expect(strangers.map((entry) => entry.name)).toEqual([])
})

it('the January generator imports nothing of the product it tests', () => {
  const files = (existsSync('january') ? readdirSync('january', { recursive: true, encoding: 'utf8' }) : []).filter((file) =>
    /\.ts$/.test(file),
  )
  for (const file of files) expect(readFileSync(join('january', file), 'utf8')).not.toMatch(/from '[./]*\/src\//)
})

it('rooms take clock and environment from their caller', () => {
  for (const room of ROOMS.filter((name) => existsSync(join('src', name)))) {
    for (const file of readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue
      const text = readFileSync(join('src', room, file), 'utf8')
      expect(text, `${room}/${file}`).not.toMatch(/Date\.now\(|localeCompare|new Intl\.|toLocale(?:String|Date|Upper|Lower)/)
    }
  }
})
