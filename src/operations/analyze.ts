import { analyze as run } from '../pipeline/index.ts'
import { OCR_OPTIONS, ocrOf } from './ocr.ts'
import { caseOf } from './of-case.ts'
import { type Operation, text } from './operation.ts'
import { jobsOf, summaryOf } from './summary.ts'

/** `inbetween analyze`. */
export const analyze: Operation = {
  name: 'analyze',
  summary: 'Run every stage over what is new: read, languages, pairs, names, lists, logs, rules, weighing, chain.',
  usage: '',
  options: { jobs: { type: 'string', value: 'N', summary: 'Reader processes (default 2).' }, ...OCR_OPTIONS },
  examples: ['inbetween analyze -C acme.case'],
  async run(input, context) {
    const opened = caseOf(context)
    const { changed, warnings } = await run(opened, context.progress, { jobs: jobsOf(text(input, 'jobs')), ...ocrOf(input) })
    const summary = summaryOf(opened)
    return { ...summary, warnings, text: changed ? summary.text : `Nothing new since the last analysis.\n${summary.text}` }
  },
}
