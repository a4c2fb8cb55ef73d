import { writeFileSync } from 'node:fs'
import { OPERATIONS } from './index.ts'
import type { OperationHelp } from './operation.ts'

/** Writes what help needs, so that `--help` imports no room. */
export function writeManifest(path: string): void {
  const help: OperationHelp[] = OPERATIONS.map(({ name, summary, usage, options, examples }) => ({
    name,
    summary,
    usage,
    options,
    examples,
  }))
  writeFileSync(path, `${JSON.stringify(help, null, 1)}\n`)
}
