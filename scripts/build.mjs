// Compiles src, january and the truth table to dist: nothing is done when no input is newer than the last build. The build is made apart and put in place at once,
// so that a program that runs meanwhile, and a build that fails, leave a whole dist.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs)
  }
  return latest
}

async function build() {
  const made = join(root, 'node_modules', '.cache', `inbetween-${process.pid}`)
  rmSync(made, { recursive: true, force: true })
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const run = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json'), '--outDir', made], { stdio: 'inherit' })
  if (run.status !== 0) {
    rmSync(made, { recursive: true, force: true })
    process.exit(run.status ?? 1)
  }
  for (const folder of ['src', 'january'])
    cpSync(join(root, folder), join(made, folder), { recursive: true, filter: (from) => !/\.tsx?$/.test(from) })
  chmodSync(join(made, 'src/cli/main.js'), 0o755)
  const { writeManifest } = await import(pathToFileURL(join(made, 'src/operations/write-manifest.js')).href)
  writeManifest(join(made, 'src/cli/manifest.json'))
  writeFileSync(join(made, '.built'), '')
  const old = `${made}-old`
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(made, dist)
  rmSync(old, { recursive: true, force: true })
}

const inputs = Math.max(...['src', 'january', 'test'].map(newest), statSync(join(root, 'tsconfig.json')).mtimeMs)
const stamp = join(dist, '.built')
if (!existsSync(stamp) || statSync(stamp).mtimeMs < inputs) await build()
