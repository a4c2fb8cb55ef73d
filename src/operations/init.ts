import { InbetweenError } from '../base/errors.ts'
import { initCase } from '../pipeline/index.ts'
import type { Operation } from './operation.ts'

/** `inbetween init`. */
export const init: Operation = {
  name: 'init',
  summary: 'Make an empty case: a key, a ledger and an inbetween.yaml to fill in.',
  usage: '[DIR]',
  options: {},
  examples: ['inbetween init acme.case'],
  async run({ paths }, context) {
    const dir = paths[0] ?? context.caseDir
    if (dir === undefined) throw new InbetweenError('IBT-USAGE', 'init needs a folder', { hint: 'inbetween init acme.case' })
    const made = initCase(dir, context.effects)
    return {
      case: made.id,
      data: { case: made.id, path: dir },
      text: `Made ${dir}.\nNext: describe sources and productions in ${dir}/inbetween.yaml, then: inbetween collect FOLDER -C ${dir}`,
    }
  },
}
