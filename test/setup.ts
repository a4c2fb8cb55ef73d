import { spawnSync } from 'node:child_process'

/** Readers run as processes of the build, so the build is made once before any test; nothing is done when it is up to date. */
export function setup(): void {
  const run = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  if (run.status !== 0) throw new Error('the build failed')
}
