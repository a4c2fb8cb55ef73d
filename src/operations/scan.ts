import { basename, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { analyze, type CaseFolder, guardPlaces, initCase, isCase, openCase } from '../pipeline/index.ts'
import { collectAll } from './collect.ts'
import { OCR_OPTIONS, ocrOf } from './ocr.ts'
import { type Operation, type OperationContext, text } from './operation.ts'
import { isNetworkPlace, SOURCE_OPTIONS, slug, sourcesOf } from './sources.ts'
import { jobsOf, summaryOf } from './summary.ts'

/** `inbetween scan`. */
export const scan: Operation = {
  name: 'scan',
  summary: 'The main job: make a case beside a folder, collect it, read everything, say what is there.',
  usage: '<FOLDER|URL>…',
  options: { ...SOURCE_OPTIONS, jobs: { type: 'string', value: 'N', summary: 'Reader processes (default 2).' }, ...OCR_OPTIONS },
  examples: ['inbetween scan ./delivery', 'inbetween scan ./mirror --layout snapshots -C acme.case', 'inbetween scan ./delivery --ocr'],
  async run(input, context) {
    const opened = caseFor(input.paths, context)
    const collected = await collectAll(opened, sourcesOf(opened, input.paths, input), context, input)
    const { warnings } = await analyze(opened, context.progress, { jobs: jobsOf(text(input, 'jobs')), ...ocrOf(input) })
    const missed = collected.missed.map(({ id, why }) => ({ code: 'visit-missed', message: `${id}: ${why}` }))
    return { ...summaryOf(opened), warnings: [...missed, ...warnings] }
  },
}

/** The case that a main job works on: `-C DIR`, or one beside the first folder; made when it is not there. @throws InbetweenError `IBT-REFUSED`, `IBT-USAGE`. */
export function caseFor(paths: readonly string[], context: OperationContext): CaseFolder {
  const [first] = paths
  if (first === undefined && context.caseDir === undefined)
    throw new InbetweenError('IBT-USAGE', 'a folder is needed', { hint: 'inbetween scan ./delivery' })
  const root = context.caseDir ?? `${caseName(first ?? '.')}.case`
  for (const path of paths.filter((given) => !isNetworkPlace(given)).map((given) => given.replace(/^archive:/i, ''))) {
    if (isCase(path))
      throw new InbetweenError('IBT-REFUSED', 'a case cannot be scanned as a source', {
        place: path,
        hint: `Analyse it with: inbetween analyze -C ${path}`,
      })
    guardPlaces(root, path)
  }
  return isCase(root) ? openCase(root, context.effects) : initCase(root, context.effects)
}

function caseName(place: string): string {
  if (isNetworkPlace(place)) return slug(place.replace(/^[a-z0-9+.-]+:\/\//i, ''))
  return basename(resolve(place.replace(/^archive:/i, ''))) || 'folder'
}
