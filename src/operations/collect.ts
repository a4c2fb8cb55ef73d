import { basename, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { batchesOfCase, type CaseFolder, collectSource, type SourceConfig, sealedVisits } from '../pipeline/index.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, type OperationContext, type OptionSpec, text } from './operation.ts'
import { count } from './terminal.ts'

/** `--layout` of every command that takes a folder. */
export const LAYOUT_OPTION: OptionSpec = {
  type: 'string',
  value: 'LAYOUT',
  choices: ['plain', 'day-folders', 'snapshots'],
  summary: 'How the folder is laid out (default plain).',
}

/** `inbetween collect`. */
export const collect: Operation = {
  name: 'collect',
  summary: 'Visit sources once: list them, seal new bytes and what changed.',
  usage: '[FOLDER…]',
  options: {
    layout: LAYOUT_OPTION,
    'verify-bytes': { type: 'boolean', summary: 'Read files again although path, size and time are unchanged.' },
  },
  examples: ['inbetween collect ./mirror -C acme.case', 'inbetween collect -C acme.case'],
  async run(input, context) {
    const opened = caseOf(context)
    const sources = sourcesOf(opened, input.paths, text(input, 'layout'))
    const done = collectAll(opened, sources, context, flag(input, 'verify-bytes'))
    const last = batchesOfCase(sealedVisits(opened)).at(-1)
    const batch = last
      ? `${last.day}  +${last.new.length} new  ~${last.changed.length} changed  →${last.renamed.length} renamed  −${last.gone.length} gone`
      : 'nothing'
    return {
      case: opened.id,
      data: { ...done, lastBatch: last ?? null },
      text: `${count(done.visits)} visits sealed, ${count(done.read)} files read\n${batch}\nNext: inbetween analyze`,
    }
  },
}

/** The sources to visit: folders named on the command line, else those of inbetween.yaml. */
export function sourcesOf(opened: CaseFolder, paths: readonly string[], layout: string | undefined): SourceConfig[] {
  if (paths.length === 0 && opened.config.sources.length === 0) {
    throw new InbetweenError('IBT-USAGE', 'no source: none named and none in inbetween.yaml', { hint: 'inbetween collect ./folder' })
  }
  if (paths.length === 0) return opened.config.sources
  return paths.map((path) => {
    const configured = opened.config.sources.find((source) => resolve(opened.root, source.path) === resolve(path))
    if (configured) return configured
    return { id: slug(basename(resolve(path))), kind: 'folder' as const, path: resolve(path), layout: layoutOf(layout) }
  })
}

/** A source id from a file or folder name. */
export function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain || 'source'
}

/** Visits each source in turn. */
export function collectAll(
  opened: CaseFolder,
  sources: readonly SourceConfig[],
  context: OperationContext,
  verifyBytes: boolean,
): { visits: number; read: number } {
  let visits = 0
  let read = 0
  for (const source of sources) {
    const done = collectSource(opened, source, context.progress, { verifyBytes })
    visits += done.visits
    read += done.read
  }
  return { visits, read }
}

function layoutOf(layout: string | undefined): SourceConfig['layout'] {
  return layout === 'day-folders' || layout === 'snapshots' ? layout : 'plain'
}
