import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { realEffects } from '../../src/base/effects.ts'
import { analyze, type CaseFolder, collectSource, type Derived, derivedOf, initCase, openCase, storeOf } from '../../src/pipeline/index.ts'

/** The clock of every made case. */
export const NOW = Date.parse('2024-02-01T00:00:00Z')

/** The cases of the generator. */
export const CASES = ['january', 'korean-studio', 'korean-chinese-staff', 'vpn-studio', 'leak-mirror', 'planted'] as const

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/dist\/$/, '/')

/** Generates a case's material into `folder/<name>.material` and returns that path. */
export function generate(folder: string, name: string): string {
  const material = join(folder, `${name}.material`)
  const run = spawnSync(process.execPath, [join(root, 'dist/january/main.js'), material, '--case', name], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`generator: ${run.status} ${run.stderr}`)
  return material
}

/** Makes a case of generated material: init, collect, analyse. `edit` changes inbetween.yaml first. */
export async function makeCase(material: string, caseRoot: string, edit: (yaml: string) => string = (yaml) => yaml): Promise<CaseFolder> {
  const effects = { ...realEffects(), now: () => NOW }
  const opened = existsSync(join(caseRoot, 'ledger.jsonl'))
    ? openCase(caseRoot, effects)
    : initCase(caseRoot, effects, edit(readFileSync(join(material, 'inbetween.yaml'), 'utf8')))
  for (const source of opened.config.sources)
    await collectSource(opened, { ...source, path: resolve(opened.root, source.path ?? '') }, () => {})
  await analyze(opened, () => {}, { jobs: 2 })
  return opened
}

/** What was derived of a case. */
export function derived(opened: CaseFolder): Derived {
  const store = storeOf(opened)
  try {
    const found = derivedOf(opened, store)
    if (!found) throw new Error('not analysed')
    return found
  } finally {
    store.close()
  }
}
