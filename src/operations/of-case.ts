import { existsSync } from 'node:fs'
import { InbetweenError } from '../base/errors.ts'
import { type CaseFolder, isCase, openCase } from '../pipeline/index.ts'
import type { OperationContext } from './operation.ts'

/** Opens the case of `-C`, or the one in the current folder. @throws InbetweenError `IBT-NO-CASE`. */
export function caseOf(context: OperationContext): CaseFolder {
  const dir = context.caseDir ?? '.'
  if (!existsSync(dir) || !isCase(dir)) {
    throw new InbetweenError('IBT-NO-CASE', context.caseDir === undefined ? 'the current folder is no case' : 'not a case', {
      place: dir,
      hint: 'Name a case with -C DIR, or make one: inbetween scan ./folder',
    })
  }
  return openCase(dir, context.effects)
}
