import { basename, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import type { Chain, Finding, Warning } from '../model/index.ts'
import { analyze, collectSource, type DeclarationFile, sealDeclaration, storeOf } from '../pipeline/index.ts'
import { collectAll } from './collect.ts'
import { OCR_OPTIONS, ocrOf } from './ocr.ts'
import { type Operation, type OperationInput, text } from './operation.ts'
import { caseFor } from './scan.ts'
import { LAYOUT_OPTION, slug, sourcesOf } from './sources.ts'
import { jobsOf, summaryOf } from './summary.ts'

const TABLES = ['roster', 'shots', 'sites', 'subcontractors', 'owners', 'registrations', 'invoice', 'attestation'] as const
const LEVELS = ['note', 'ask', 'escalate'] as const

/** `inbetween check`. */
export const check: Operation = {
  name: 'check',
  summary: 'Scan a delivery for a studio: what was disclosed against what is observed, and what to ask the vendor.',
  usage: '<delivery>',
  options: {
    ...Object.fromEntries(
      TABLES.map((kind) => [kind, { type: 'string', value: 'FILE', summary: `The ${kind} as declared (minimised before sealing).` }]),
    ),
    log: { type: 'string', value: 'FILE', multiple: true, summary: 'An access log of the review platform or server.' },
    by: { type: 'string', value: 'WHO', summary: 'Who declared the tables.' },
    on: { type: 'string', value: 'DATE', summary: 'When, YYYY-MM-DD.' },
    layout: LAYOUT_OPTION,
    jobs: { type: 'string', value: 'N', summary: 'Reader processes (default 2).' },
    ...OCR_OPTIONS,
    'fail-on': { type: 'string', value: 'LEVEL', choices: LEVELS, summary: 'Exit 3 when a finding is at this level or above.' },
  },
  examples: ['inbetween check ./delivery --roster roster.csv --log reviews.log --fail-on ask'],
  async run(input, context) {
    const [delivery, ...more] = input.paths
    if (delivery === undefined || more.length > 0)
      throw new InbetweenError('IBT-USAGE', 'check needs one delivery', { hint: 'inbetween check ./delivery --roster roster.csv' })
    const opened = caseFor(input.paths, context)
    const leftOut: Warning[] = []
    for (const file of tablesOf(input)) {
      const sealed = await sealDeclaration(opened, file, resolve(file.path))
      leftOut.push(...sealed.warnings.map(({ code, message }) => ({ code, message: `${file.path}: ${message}` })))
    }
    await collectAll(opened, sourcesOf(opened, [delivery], input), context, input)
    const logs = input.values.log
    for (const log of Array.isArray(logs) ? logs : []) {
      const id = `logs-${slug(basename(resolve(log)))}`
      await collectSource(opened, { id, kind: 'folder', path: resolve(log), layout: 'plain' }, context.progress)
    }
    const { warnings } = await analyze(opened, context.progress, { jobs: jobsOf(text(input, 'jobs')), ...ocrOf(input) })
    const summary = summaryOf(opened)
    const store = storeOf(opened)
    const findings = store.all<Finding>('finding')
    const chain = store.one<Chain>('single', 'chain')
    store.close()
    const asks = [...new Set(findings.filter(({ level }) => level !== 'note').flatMap(({ asks: questions }) => questions))]
    const failOn = LEVELS.indexOf((text(input, 'fail-on') ?? 'never') as (typeof LEVELS)[number])
    const failed = failOn >= 0 && findings.some(({ level }) => LEVELS.indexOf(level) >= failOn)
    const lines = [
      summary.text,
      'To ask the vendor:',
      ...(asks.length > 0 ? asks.slice(0, 12).map((ask) => `  - ${ask}`) : ['  nothing from these rules']),
      'Ordinary explanations stand beside every finding: inbetween findings --json',
    ]
    return {
      case: opened.id,
      data: { ...summary.data, asks, chain: chain ?? null },
      warnings: [...leftOut, ...warnings],
      text: lines.join('\n'),
      ...(failed ? { exit: 3 } : {}),
    }
  },
}

function tablesOf(input: OperationInput): DeclarationFile[] {
  const meta = {
    ...(text(input, 'by') === undefined ? {} : { by: text(input, 'by') }),
    ...(text(input, 'on') === undefined ? {} : { on: text(input, 'on') }),
  }
  return TABLES.flatMap((kind) => {
    const path = text(input, kind)
    return path === undefined ? [] : [{ kind, path, ...meta } as DeclarationFile]
  })
}
