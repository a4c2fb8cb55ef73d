import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { printable } from '../base/text.ts'
import { folderBlobs, ledgerPaths, verifyEvidence } from '../evidence/index.ts'
import { type Operation, text } from './operation.ts'
import { count } from './terminal.ts'

/** `inbetween verify`. */
export const verify: Operation = {
  name: 'verify',
  summary: 'Check every byte, entry and signature of a case, offline and without its key.',
  usage: '[CASE]',
  options: { head: { type: 'string', value: 'HASH', summary: 'Head hash from another channel: detects a ledger whose end was cut.' } },
  examples: ['inbetween verify january.case', 'inbetween verify january.case --head 4f1c…'],
  async run(input, context) {
    const dir = input.paths[0] ?? context.caseDir ?? '.'
    if (!existsSync(join(dir, 'ledger.jsonl')) && !existsSync(join(dir, 'ledger.head'))) {
      throw new InbetweenError('IBT-NO-CASE', 'not a case', { place: dir, hint: 'Name the case folder: inbetween verify january.case' })
    }
    const found = await verifyEvidence(ledgerPaths(dir), folderBlobs(join(dir, 'evidence', 'blobs')), text(input, 'head'))
    const { ledger, blobs, signatures } = found
    const lines = [
      `ledger      ${count(ledger.entries)} entries, chain ${ledger.intact ? 'intact' : 'BROKEN'}, withheld: ${ledger.withheld}, tail ${ledger.tail}`,
      `files       ${count(blobs.listed)} listed / ${count(blobs.present)} present / ${count(blobs.matching)} match`,
      `signatures  ${count(signatures.valid)} valid, ${count(signatures.invalid)} invalid`,
      `head        ${found.head}`,
      ...found.problems.slice(0, 50).map(({ code, path, message }) => `  ! ${code}  ${printable(path)}: ${printable(message)}`),
      'not checked translations, identity of people, truth of claims; times are asserted by the machine that collected',
      found.ok ? 'VERIFIED (integrity only)' : 'NOT VERIFIED',
    ]
    return { data: found, text: lines.join('\n'), ...(found.ok ? {} : { exit: 4 }) }
  },
}
