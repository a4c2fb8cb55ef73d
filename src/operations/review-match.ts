import { InbetweenError } from '../base/errors.ts'
import { isoInstant } from '../base/time.ts'
import type { DismissedMatch, Match } from '../model/index.ts'
import { analyze, type CaseFolder, storeOf } from '../pipeline/index.ts'
import { decideMatch } from '../screen/index.ts'
import { flag, type OperationContext, type OperationInput, type OperationResult, text } from './operation.ts'
import { table } from './terminal.ts'

/** The matches of a case: open ones, and those that a person dismissed. */
export interface MatchesOfCase {
  readonly open: readonly Match[]
  readonly dismissed: readonly DismissedMatch[]
}

/** Reads the matches of an analysed case. */
export function matchesOfCase(opened: CaseFolder): MatchesOfCase {
  const store = storeOf(opened)
  try {
    return { open: store.all<Match>('match'), dismissed: store.all<DismissedMatch>('dismissed') }
  } finally {
    store.close()
  }
}

/**
 * `inbetween review MATCH --dismiss | --reopen`: adds a decision about a match to the ledger and analyses anew.
 * @throws InbetweenError `IBT-NOT-FOUND`, `IBT-INPUT`.
 */
export async function reviewMatch(
  opened: CaseFolder,
  given: string,
  input: OperationInput,
  context: OperationContext,
): Promise<OperationResult> {
  const { open, dismissed } = matchesOfCase(opened)
  const found = [...open, ...dismissed].filter(({ id }) => id.startsWith(given))
  const [match] = found
  if (!match || found.length > 1)
    throw new InbetweenError('IBT-NOT-FOUND', match ? `several matches begin with ${given}` : `no such match: ${given}`, {
      hint: 'inbetween review',
    })
  const decision = decideMatch({
    match,
    verdict: flag(input, 'reopen') ? 'open' : 'dismissed',
    reason: text(input, 'reason') ?? '',
    by: text(input, 'by') ?? opened.config.case.authors[0] ?? 'not named',
    at: isoInstant(context.effects.now()),
  })
  opened.append([{ kind: 'match-decision', payload: { ...decision } }])
  await analyze(opened, context.progress, { jobs: 2 })
  return {
    case: opened.id,
    data: decision,
    text: `${match.query} ~ ${match.entity.name} (${match.entity.id}): ${decision.verdict}. ${decision.reason}`,
  }
}

/** Lines of the queue about matches; none when there are none. */
export function matchLines({ open, dismissed }: MatchesOfCase): string[] {
  const lines: string[] = []
  const again = ({ reasons }: Match) => (reasons.some(({ feature }) => feature === 'dismissed-before') ? 'open again' : 'open')
  if (open.length > 0)
    lines.push(
      table(
        ['match', 'score', 'state', 'name', 'list entry'],
        open.map((match) => [match.id, match.score.toFixed(2), again(match), match.query, `${match.entity.name} (${match.entity.id})`]),
        70,
      ),
    )
  for (const { id, query, entity, decision, newSinceDecided } of dismissed)
    lines.push(
      `dismissed: ${id} ${query} ~ ${entity.name} (${entity.id}) by ${decision.by} on ${decision.at.slice(0, 10)}: ${decision.reason}${newSinceDecided === undefined ? '' : `; ${newSinceDecided} places came since`}`,
    )
  return lines
}
