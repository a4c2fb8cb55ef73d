import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { readLines } from '../evidence/index.ts'
import { type CaseFolder, sealedVisits } from '../pipeline/index.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { count } from './terminal.ts'

const REASON = { type: 'string', value: 'TEXT', summary: 'Why; sealed, and shown wherever it is missed.' } as const
const YES = { type: 'boolean', summary: 'Do not ask.' } as const
/** Kinds of entries that everything else rests on. */
const KEPT = new Set(['case', 'visit', 'removed', 'withheld', 'timestamp', 'analysis'])

/** `inbetween remove`. */
export const remove: Operation = {
  name: 'remove',
  summary: 'Remove the bytes of an exhibit that may not be held; hash, size and reason stay, and the bytes are never taken again.',
  usage: '<PATH|SHA256>',
  options: { reason: REASON, by: { type: 'string', value: 'WHO', summary: 'Who decided it.' }, yes: YES },
  examples: ['inbetween remove ep01/x.jpg --reason "unlawful to hold; reported on 2024-02-03" -C acme.case'],
  async run(input, context) {
    const opened = caseOf(context)
    const [given = ''] = input.paths
    const { sha256, paths } = blobOf(opened, given)
    const reason = await agreed(input, context, `Remove the bytes of ${paths.join(', ')} for ever?`)
    const blob = opened.blobs.pathOf(sha256)
    const bytes = existsSync(blob) ? statSync(blob).size : 0
    const by = text(input, 'by')
    // The entry first: bytes that are gone without one would be a break.
    opened.append([{ kind: 'removed', payload: { removed: sha256, bytes, reason, ...(by === undefined ? {} : { by }) } }])
    rmSync(blob, { force: true })
    // Derived copies of its content go too; they are made again from what is left.
    for (const derived of [opened.readingsPath, opened.databasePath, `${opened.databasePath}-wal`, `${opened.databasePath}-shm`])
      rmSync(derived, { recursive: true, force: true })
    return {
      case: opened.id,
      data: { sha256, bytes, paths, reason },
      text: `Removed ${count(bytes)} bytes (sha256 ${sha256}); listed as removed under ${count(paths.length)} paths. Exports made before still hold them: ${join(opened.root, 'exports')}\nNext: inbetween analyze -C ${opened.root}`,
    }
  },
}

/** `inbetween withhold`. */
export const withhold: Operation = {
  name: 'withhold',
  summary: 'Take the payload of a ledger entry out of the case, such as a privileged note; the chain still verifies.',
  usage: '<ENTRY>',
  options: { reason: REASON, yes: YES },
  examples: ['inbetween withhold 41 --reason "privileged" -C acme.case'],
  async run(input, context) {
    const opened = caseOf(context)
    const seq = Number(input.paths[0] ?? '')
    const entry = readLines(opened.paths)[seq]?.entry
    if (!entry || !Number.isInteger(seq))
      throw new InbetweenError('IBT-USAGE', 'withhold needs the number of a ledger entry', { hint: 'The first entry is 0.' })
    if (KEPT.has(entry.kind))
      throw new InbetweenError('IBT-REFUSED', `an entry of kind ${entry.kind} cannot be withheld: the case rests on it`, {
        place: `entry ${seq}`,
        hint: 'Leave blobs out of an export instead: inbetween bundle --profile public.',
      })
    const reason = await agreed(input, context, `Take the payload of entry ${seq} (${entry.kind}, ${entry.at}) out of the case for ever?`)
    opened.append([{ kind: 'withheld', payload: { seq, commit: entry.commit, reason } }])
    rmSync(join(opened.paths.payloads, entry.commit.slice(0, 2), `${entry.commit}.json`), { force: true })
    return {
      case: opened.id,
      data: { seq, kind: entry.kind, reason },
      text: `Withheld the payload of entry ${seq} (${entry.kind}).\nNext: inbetween analyze -C ${opened.root}`,
    }
  },
}

async function agreed(input: OperationInput, context: OperationContext, question: string): Promise<string> {
  const reason = text(input, 'reason')?.trim() ?? ''
  if (reason === '') throw new InbetweenError('IBT-USAGE', 'a reason is needed: it is all that stays', { hint: '--reason "…"' })
  if (flag(input, 'yes') || /^y(es)?$/i.test((await context.ask(`${question} (yes/no)`)) ?? '')) return reason
  throw new InbetweenError('IBT-REFUSED', 'nobody agreed', { hint: 'Say --yes when you mean it.' })
}

/** The blob that a hash or a path names, with every path it lies under. @throws InbetweenError `IBT-NOT-FOUND`, `IBT-USAGE`. */
function blobOf(opened: CaseFolder, given: string): { readonly sha256: string; readonly paths: readonly string[] } {
  if (given === '') throw new InbetweenError('IBT-USAGE', 'remove needs a path or a hash', { hint: 'inbetween files lists both.' })
  const entries = sealedVisits(opened).flatMap((visit) => visit.entries)
  const hashes = new Set(entries.filter(({ path, sha256 }) => path === given || sha256 === given).map(({ sha256 }) => sha256))
  const [sha256, ...more] = hashes
  if (sha256 === undefined)
    throw new InbetweenError('IBT-NOT-FOUND', 'no file of a visit has this path or hash', { place: given, hint: 'inbetween files' })
  if (more.length > 0)
    throw new InbetweenError('IBT-USAGE', `${more.length + 1} different files had this path`, {
      place: given,
      hint: `Name one by its hash: ${[...hashes].join(' ')}`,
    })
  return { sha256, paths: [...new Set(entries.filter((entry) => entry.sha256 === sha256).map(({ path }) => path))] }
}
