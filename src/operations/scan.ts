import { basename, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { analyze, type CaseFolder, guardPlaces, initCase, isCase, openCase } from '../pipeline/index.ts'
import { collectAll, LAYOUT_OPTION, sourcesOf } from './collect.ts'
import { type Operation, type OperationContext, text } from './operation.ts'
import { jobsOf, summaryOf } from './summary.ts'

/** `inbetween scan`. */
export const scan: Operation = {
  name: 'scan',
  summary: 'The main job: make a case beside a folder, collect it, read everything, say what is there.',
  usage: '<folder>…',
  options: { layout: LAYOUT_OPTION, jobs: { type: 'string', value: 'N', summary: 'Reader processes (default 2).' } },
  examples: ['inbetween scan ./delivery', 'inbetween scan ./mirror --layout snapshots -C acme.case'],
  async run(input, context) {
    const opened = caseFor(input.paths, context)
    collectAll(opened, sourcesOf(opened, input.paths, text(input, 'layout')), context, false)
    const { warnings } = await analyze(opened, context.progress, { jobs: jobsOf(text(input, 'jobs')) })
    return { ...summaryOf(opened), warnings }
  },
}

/** The case that a main job works on: `-C DIR`, or one beside the first folder; made when it is not there. @throws InbetweenError `IBT-REFUSED`, `IBT-USAGE`. */
export function caseFor(paths: readonly string[], context: OperationContext): CaseFolder {
  const [first] = paths
  if (first === undefined && context.caseDir === undefined)
    throw new InbetweenError('IBT-USAGE', 'a folder is needed', { hint: 'inbetween scan ./delivery' })
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
