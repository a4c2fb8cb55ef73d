import { InbetweenError } from '../base/errors.ts'
import { isCase, openCase, sealedInputs } from '../pipeline/index.ts'
import { builtInLists } from '../screen/index.ts'
import type { Operation } from './operation.ts'
import { count, table } from './terminal.ts'

/** `inbetween lists`. */
export const lists: Operation = {
  name: 'lists',
  summary: 'The lists that names are compared with: versions, dates, entries.',
  usage: 'status',
  options: {},
  examples: ['inbetween lists status', 'inbetween lists status -C acme.case'],
  async run({ paths }, context) {
    const [verb = 'status'] = paths
    if (verb !== 'status')
      throw new InbetweenError('IBT-USAGE', `lists ${verb}: not known`, {
        hint: 'This version fetches no lists: bring the files with inbetween add list DIR.',
      })
    const dir = context.caseDir ?? '.'
    const known = isCase(dir) ? sealedInputs(openCase(dir, context.effects)).lists : builtInLists()
    const data = known.map(({ name, kind, version, entities }) => ({ name, kind, version, entities }))
    return {
      data,
      text: table(
        ['list', 'kind', 'version', 'entries'],
        data.map((list) => [list.name, list.kind, list.version, count(list.entities)]),
      ),
    }
  },
}
