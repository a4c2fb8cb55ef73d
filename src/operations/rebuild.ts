import { rebuild as run } from '../pipeline/index.ts'
import { caseOf } from './of-case.ts'
import { type Operation, text } from './operation.ts'
import { jobsOf } from './summary.ts'
import { count } from './terminal.ts'

/** `inbetween rebuild`. */
export const rebuild: Operation = {
  name: 'rebuild',
  summary: 'Throw the derived database away, make it again from evidence, and say whether every row is the same.',
  usage: '',
  options: { jobs: { type: 'string', value: 'N', summary: 'Reader processes (default 2).' } },
  examples: ['inbetween rebuild -C acme.case'],
  async run(input, context) {
    const opened = caseOf(context)
    const { before, after, rows, comparable } = await run(opened, context.progress, { jobs: jobsOf(text(input, 'jobs')) })
    const same = before === after
    const made = `${count(rows)} rows made again from evidence`
    const told = same
      ? `${made}: the same rows (${after.slice(0, 16)})`
      : comparable
        ? `${made}; they DIFFER from what the database held (${before.slice(0, 16)} → ${after.slice(0, 16)}): the database had been altered.`
        : `${made}; not comparable: inbetween.yaml, declarations, lists or the tool changed since the last analysis.`
    return { case: opened.id, data: { same, comparable, rows, before, after }, text: told, ...(same || !comparable ? {} : { exit: 4 }) }
  },
}
