import { basename, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { readHead } from '../evidence/index.ts'
import type { Batch, Exhibit, Passage } from '../model/index.ts'
import { analyze, type CaseFolder, guardPlaces, initCase, isCase, openCase, storeOf } from '../pipeline/index.ts'
import { collectAll, sourcesOf } from './collect.ts'
import { type Operation, type OperationContext, text } from './operation.ts'
import { count } from './terminal.ts'

/** `inbetween scan`. */
export const scan: Operation = {
  name: 'scan',
  summary: 'The main job: make a case beside a folder, collect it, read everything, say what is there.',
  usage: '<folder>…',
  options: {
    layout: {
      type: 'string',
      value: 'LAYOUT',
      choices: ['plain', 'day-folders', 'snapshots'],
      summary: 'How the folder is laid out (default plain).',
    },
    jobs: { type: 'string', value: 'N', summary: 'Reader processes (default 2).' },
  },
  examples: ['inbetween scan ./delivery', 'inbetween scan ./mirror --layout snapshots -C acme.case'],
  async run(input, context) {
    const opened = caseFor(input.paths, context)
    collectAll(opened, sourcesOf(opened, input.paths, text(input, 'layout')), context, false)
    await analyze(opened, context.progress, { jobs: jobsOf(text(input, 'jobs')) })
    return summaryOf(opened)
  },
}

/** The number of reader processes that an option asks for, 1 … 16. */
export function jobsOf(given: string | undefined): number {
  const jobs = Number(given ?? 2)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 16)
    throw new InbetweenError('IBT-USAGE', `--jobs ${given}: not a whole number from 1 to 16`)
  return jobs
}

function caseFor(paths: readonly string[], context: OperationContext): CaseFolder {
  const [first] = paths
  if (first === undefined && context.caseDir === undefined)
    throw new InbetweenError('IBT-USAGE', 'scan needs a folder', { hint: 'inbetween scan ./delivery' })
  const root = context.caseDir ?? `${basename(resolve(first ?? '.')) || 'folder'}.case`
  for (const path of paths) {
    if (isCase(path))
      throw new InbetweenError('IBT-REFUSED', 'a case cannot be scanned as a source', {
        place: path,
        hint: `Analyse it with: inbetween analyze -C ${path}`,
      })
    guardPlaces(root, path)
  }
  return isCase(root) ? openCase(root, context.effects) : initCase(root, context.effects)
}

/** Counts of what a case holds, for the end of a scan and for status. */
export function summaryOf(opened: CaseFolder) {
  const store = storeOf(opened)
  try {
    const exhibits = store.all<Exhibit>('exhibit')
    const passages = store.all<Passage>('passage')
    const batches = store.all<Batch>('batch')
    const unreadable = exhibits.filter(({ status }) => status === 'not-read').length
    const languages = new Map<string, number>()
    for (const { language } of passages) languages.set(language, (languages.get(language) ?? 0) + 1)
    const head = readHead(opened.paths)?.hash ?? ''
    const told = [...languages].sort((a, b) => b[1] - a[1]).map(([language, n]) => `${language} ${count(n)}`)
    const next = [`inbetween verify ${opened.root}`]
    const data = {
      case: opened.id,
      exhibits: exhibits.length,
      unreadable,
      batches: batches.length,
      passages: passages.length,
      languages: Object.fromEntries(languages),
      head,
      next,
    }
    const lines = [
      `${opened.root}`,
      `  ${count(exhibits.length)} exhibits in ${count(batches.length)} batches; ${count(unreadable)} not read (each listed with its reason)`,
      `  ${count(passages.length)} passages: ${told.join(', ') || 'none'}`,
      `  head ${head}`,
      'Absence of flags is not clearance.',
      `Next: ${next[0]}`,
    ]
    return { case: opened.id, data, text: lines.join('\n') }
  } finally {
    store.close()
  }
}
