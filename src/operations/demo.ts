import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InbetweenError } from '../base/errors.ts'
import { analyze, initCase, isCase, openCase } from '../pipeline/index.ts'
import { collectAll } from './collect.ts'
import { type Operation, type OperationContext, text } from './operation.ts'
import { writeReport } from './report.ts'
import { jobsOf, summaryOf } from './summary.ts'

/** The cases that the generator makes; the first is the demo, the others are its innocent twins. */
export const DEMO_CASES = ['january', 'korean-studio', 'korean-chinese-staff', 'vpn-studio', 'leak-mirror', 'planted'] as const

const MARK = '# Made by inbetween demo; it is thrown away and made afresh each time.\n'

/** `inbetween demo`. */
export const demo: Operation = {
  name: 'demo',
  summary: 'Make the January case (invented, real files), scan it, write the report, and say where it is.',
  usage: '[DIR]',
  options: {
    twin: { type: 'string', value: 'NAME', choices: DEMO_CASES, summary: 'An innocent twin instead of January.' },
    jobs: { type: 'string', value: 'N', summary: 'Reader processes (default 2).' },
  },
  examples: ['inbetween demo', 'inbetween demo twin.case --twin korean-studio'],
  async run(input, context) {
    const name = text(input, 'twin') ?? DEMO_CASES[0]
    const root = input.paths[0] ?? context.caseDir ?? `./${name}.case`
    const material = join(dirname(resolve(root)), `${basename(resolve(root)).replace(/\.case$/, '')}.material`)
    clear(root)
    context.progress('make', 0, undefined, `${name}: a month of files, in ${material}`)
    await generate(material, name, context)
    const opened = initCase(root, context.effects, MARK + readFileSync(join(material, 'inbetween.yaml'), 'utf8'))
    await collectAll(opened, opened.config.sources, context)
    const { warnings } = await analyze(opened, context.progress, { jobs: jobsOf(text(input, 'jobs')) })
    const summary = summaryOf(opened)
    const written = await writeReport(openCase(root, context.effects), ['html', 'json', 'md'], 'public')
    const report = written[0]?.path ?? ''
    return {
      ...summary,
      data: { ...summary.data, material, report, reports: written },
      warnings,
      text: `${summary.text}\nReport: ${report}`,
    }
  },
}

/** Removes a former demo case. Anything else that is in the way is left alone. @throws InbetweenError `IBT-REFUSED`. */
function clear(root: string): void {
  if (!existsSync(root) || readdirSync(root).length === 0) return
  const config = join(root, 'inbetween.yaml')
  if (isCase(root) && existsSync(config) && readFileSync(config, 'utf8').startsWith(MARK)) rmSync(root, { recursive: true, force: true })
  else
    throw new InbetweenError('IBT-REFUSED', 'the folder is there and was not made by demo', {
      place: root,
      hint: 'Name another place: inbetween demo ./elsewhere.case',
    })
}

/** Runs the generator, which imports nothing of the product, as a process of its own. */
async function generate(material: string, name: string, context: OperationContext): Promise<void> {
  const here = fileURLToPath(import.meta.url)
  const program = join(dirname(here), here.endsWith('.ts') ? '../../dist/january/main.js' : '../../january/main.js')
  const child = spawn(process.execPath, [program, material, '--case', name], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    const line = piece.toString('utf8').trim().split('\n').at(-1) ?? ''
    context.progress('make', 0, undefined, line)
  })
  child.stderr.on('data', (piece: Buffer) => {
    said = (said + piece.toString('utf8')).slice(-4000)
  })
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  if (code === 7)
    throw new InbetweenError('IBT-REFUSED', said.trim(), { place: material, hint: 'Name another place: inbetween demo ./elsewhere.case' })
  if (code !== 0) throw new Error(`the generator ended with ${code}: ${said.trim()}`)
}
