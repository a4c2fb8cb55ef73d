import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { type CaseFolder, type Collected, collectSource, kindOf, type SourceConfig } from '../pipeline/index.ts'
import { askBefore, sizeText, totalsText } from './consent.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { sealPackage } from './seal.ts'
import { SOURCE_OPTIONS, sourcesOf } from './sources.ts'
import { count } from './terminal.ts'

/** `inbetween collect`. */
export const collect: Operation = {
  name: 'collect',
  summary: 'Visit sources once: list them, seal new bytes and what changed. Folders, archives and places on a network.',
  usage: '[FOLDER|URL…]',
  options: {
    ...SOURCE_OPTIONS,
    'dry-run': { type: 'boolean', summary: 'List and count; nothing is fetched or sealed.' },
    'seal-to': {
      type: 'string',
      value: 'KEY',
      summary: 'No case is needed: write the folder as one encrypted package for this age recipient (or a file that holds one).',
    },
    out: { type: 'string', short: 'o', value: 'FILE', summary: 'Where --seal-to writes (default NAME.sealed).' },
    'verify-bytes': { type: 'boolean', summary: 'Take files again although size, time and tag are unchanged.' },
  },
  examples: [
    'inbetween collect ./mirror -C acme.case',
    'inbetween collect http://198.51.100.7/ --dry-run -C acme.case',
    'inbetween collect http://198.51.100.7/ --basis "publicly reachable, no access control" --max-size 200M -C acme.case',
  ],
  async run(input, context) {
    const recipient = text(input, 'seal-to')
    if (recipient !== undefined) return seal(input, recipient, context)
    const opened = caseOf(context)
    const sources = sourcesOf(opened, input.paths, input)
    if (flag(input, 'dry-run')) return dryRun(opened, sources, input, context)
    const done = await collectAll(opened, sources, context, input)
    const missed = done.missed.map(({ id, why }) => `MISSED ${id}: ${why}; sealed as missed, which is no empty day`)
    const lines = [
      `${count(done.visits)} visits sealed, ${count(done.read)} files taken (${sizeText(done.bytes)})${done.notTaken > 0 ? `, ${count(done.notTaken)} seen and left out` : ''}`,
      ...missed,
      ...(done.visits > 0
        ? [
            `+${count(done.came)} came  ~${count(done.changed)} changed  −${count(done.went)} went (a renamed file came and went: inbetween days)`,
          ]
        : []),
      'Next: inbetween analyze',
    ]
    return {
      case: opened.id,
      data: done,
      warnings: done.missed.map(({ id, why }) => ({ code: 'visit-missed', message: `${id}: ${why}` })),
      text: lines.join('\n'),
      ...(done.missed.length > 0 ? { exit: 1 } : {}),
    }
  },
}

async function seal(input: OperationInput, recipient: string, context: OperationContext) {
  const [folder, ...more] = input.paths
  if (folder === undefined || more.length > 0)
    throw new InbetweenError('IBT-USAGE', '--seal-to takes one folder', {
      hint: 'inbetween collect ./delivery --seal-to recipient.txt --out delivery.sealed',
    })
  return sealPackage(folder, recipient, text(input, 'out') ?? `${basename(resolve(folder))}.sealed`, context)
}

/** What visiting several sources did. */
export interface CollectedAll extends Omit<Collected, 'missed'> {
  readonly missed: readonly { readonly id: string; readonly why: string }[]
}

/** Visits each source in turn; one that does not answer does not stop the others. */
export async function collectAll(
  opened: CaseFolder,
  sources: readonly SourceConfig[],
  context: OperationContext,
  input: OperationInput = { paths: [], values: {} },
): Promise<CollectedAll> {
  const sum = { visits: 0, read: 0, bytes: 0, notTaken: 0, came: 0, changed: 0, went: 0 }
  const missed: { id: string; why: string }[] = []
  const saidYes = flag(input, 'yes')
  for (const given of sources) {
    const source = await askBefore(opened, given, context, saidYes)
    const isAsked = saidYes || given.basis !== undefined || opened.config.case.basis !== undefined
    const done = await collectSource(opened, source, context.progress, {
      verifyBytes: flag(input, 'verify-bytes'),
      pathsOnly: flag(input, 'paths-only'),
      async confirm(config, totals) {
        if (!kindOf(opened, config).source.isNetwork) return true
        for (const line of [`${config.url}:`, ...totalsText(totals, config, true).split('\n')]) context.effects.log(line)
        if (isAsked || flag(input, 'paths-only')) return true
        return /^y(es)?$/i.test((await context.ask('Fetch what is new? (yes/no)')) ?? 'no')
      },
    })
    for (const key of ['visits', 'read', 'bytes', 'notTaken', 'came', 'changed', 'went'] as const) sum[key] += done[key]
    if (done.missed !== undefined) missed.push({ id: source.id, why: done.missed })
  }
  return { ...sum, missed }
}

async function dryRun(opened: CaseFolder, sources: readonly SourceConfig[], input: OperationInput, context: OperationContext) {
  const journals = mkdtempSync(join(tmpdir(), 'inbetween-dry-'))
  const found: { id: string; folders: number; files: number; bytes: number; unsized: number }[] = []
  const lines: string[] = []
  try {
    for (const given of sources) {
      const source = await askBefore(opened, given, context, flag(input, 'yes'))
      const { isNetwork } = kindOf(opened, source).source
      const done = await collectSource(opened, source, context.progress, {
        isDry: true,
        journals,
        async confirm(config, totals) {
          found.push({ id: config.id, ...totals })
          lines.push(`${source.url ?? source.path}: would take at most`, totalsText(totals, config, isNetwork))
          return false
        },
      })
      if (done.missed !== undefined) throw new InbetweenError('IBT-UNREACHABLE', done.missed, { place: source.id })
    }
  } finally {
    rmSync(journals, { recursive: true, force: true })
  }
  lines.push('Nothing was fetched or sealed. To take less: --max-size 200M  --newest 7d  --include GLOB  --paths-only')
  return { case: opened.id, data: { dryRun: true, sources: found }, text: lines.join('\n') }
}
