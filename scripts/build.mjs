// Compiles src, january and the truth table to dist, incrementally: nothing is done when no input is newer than the last build.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'dist', '.built')

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs)
  }
  return latest
}

const inputs = Math.max(
  ...['src', 'january', 'test'].filter((f) => existsSync(join(root, f))).map(newest),
  statSync(join(root, 'tsconfig.json')).mtimeMs,
)
if (!existsSync(stamp) || statSync(stamp).mtimeMs < inputs) {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const run = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], { stdio: 'inherit' })
  if (run.status !== 0) process.exit(run.status ?? 1)
  for (const folder of ['src', 'january'].filter((name) => existsSync(join(root, name)))) {
    cpSync(join(root, folder), join(root, 'dist', folder), { recursive: true, filter: (from) => !/\.tsx?$/.test(from) })
  }
  const main = join(root, 'dist/src/cli/main.js')
  if (existsSync(main)) chmodSync(main, 0o755)
  const manifest = join(root, 'dist/src/operations/write-manifest.js')
  if (existsSync(manifest)) await (await import(pathToFileURL(manifest).href)).writeManifest(join(root, 'dist/src/cli/manifest.json'))
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, '')
}
