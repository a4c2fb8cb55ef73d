import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { isoInstant } from '../base/time.ts'
import type { Match, MatchDecision } from '../model/index.ts'
import { decideMatch, readDecisions } from '../screen/index.ts'
import { type OperationContext, type OperationInput, type OptionSpec, text } from './operation.ts'

/** Options of `screen` for decisions that are kept without a case. */
export const DISMISSAL_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  dismissed: {
    type: 'string',
    value: 'FILE',
    summary: 'Decisions about matches, JSON lines; a dismissed match is shown apart and returns when its list record changes.',
  },
  dismiss: { type: 'string', value: 'ENTRY', summary: 'Add a decision to that file: the match with this entry id is dismissed.' },
  reopen: { type: 'string', value: 'ENTRY', summary: 'Add a decision to that file: the match with this entry id is open again.' },
  reason: { type: 'string', value: 'TEXT', summary: 'Why; required with --dismiss and --reopen.' },
  by: { type: 'string', value: 'WHO', summary: 'Who decides; required with --dismiss and --reopen.' },
}

/** Decisions of the file that `--dismissed` names. */
export interface Dismissals {
  readonly decisions: readonly MatchDecision[]
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
}

/**
 * Reads the file of decisions; a file that does not exist yet holds none.
 * @throws InbetweenError `IBT-USAGE` for a decision without a file, `IBT-INPUT` for a file that is too large.
 */
export function dismissalsOf(input: OperationInput): Dismissals {
  const place = text(input, 'dismissed')
  if (place === undefined) {
    if (text(input, 'dismiss') !== undefined || text(input, 'reopen') !== undefined)
      throw new InbetweenError('IBT-USAGE', 'a decision needs a file to be kept in', { hint: '--dismissed decisions.jsonl' })
    return { decisions: [], warnings: [] }
  }
  if (!existsSync(place)) return { decisions: [], warnings: [] }
  if (statSync(place).size > LIMITS.tableBytes) throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.tableBytes} bytes`, { place })
  const { decisions, unread } = readDecisions(readFileSync(place, 'utf8'))
  const warnings =
    unread === 0 ? [] : [{ code: 'decisions-unread', message: `${unread} lines of ${place} are no decisions and dismiss nothing` }]
  return { decisions, warnings }
}

/**
 * Adds the decision that `--dismiss` or `--reopen` asks for to the file, and gives it back; undefined when none is asked for.
 * @throws InbetweenError `IBT-NOT-FOUND` when no match, or more than one, is with that entry; `IBT-INPUT` without reason or name.
 */
export function addDismissal(matches: readonly Match[], input: OperationInput, context: OperationContext): MatchDecision | undefined {
  const reopened = text(input, 'reopen')
  const entry = text(input, 'dismiss') ?? reopened
  const place = text(input, 'dismissed')
  if (entry === undefined || place === undefined) return undefined
  const found = matches.filter(({ entity }) => entity.id === entry)
  const [match] = found
  if (!match || found.length > 1)
    throw new InbetweenError('IBT-NOT-FOUND', match ? `several of the names match ${entry}` : `none of the names matches ${entry}`, {
      hint: 'Screen one name, and name the id of an entry at or above the threshold.',
    })
  const decision = decideMatch({
    match,
    verdict: text(input, 'dismiss') === undefined ? 'open' : 'dismissed',
    reason: text(input, 'reason') ?? '',
    by: text(input, 'by') ?? '',
    at: isoInstant(context.effects.now()),
  })
  const isTorn = existsSync(place) && statSync(place).size > 0 && !readFileSync(place, 'utf8').endsWith('\n')
  appendFileSync(place, `${isTorn ? '\n' : ''}${JSON.stringify(decision)}\n`, { mode: 0o600 })
  return decision
}
