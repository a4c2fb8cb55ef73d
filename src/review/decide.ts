import { InbetweenError } from '../base/errors.ts'
import { contentId } from '../base/hash.ts'
import type { Decision, Finding, ReviewState } from '../model/index.ts'

/** Every state in the order in which a finding usually passes through them. */
export const REVIEW_STATES = [
  'new',
  'looking',
  'asked',
  'explained',
  'confirmed',
  'cannot-tell',
  'closed',
] as const satisfies readonly ReviewState[]

/** A reason that begins so says why nobody was asked before `confirmed`: `why not asked: …`, `not asked because …`. */
const WHY_NOT_ASKED = /^\s*(?:why not(?: asked)?\b|not asked\b|why nobody was asked\b)\s*[:,—–-]?\s*\S{3,}/i
const LEAST_REASON = 8
const MOST_REASON = 4_000

/** What a person decides. */
export interface DecisionInput {
  readonly finding: Finding
  readonly state: ReviewState
  readonly reason: string
  readonly by: string
  /** ISO instant. */
  readonly at: string
  /** Every decision of the case so far, oldest first. */
  readonly decisions: readonly Decision[]
}

/**
 * Makes a decision about a finding, with the anchors that were to be seen. Nothing is changed: decisions are added, and the last one of a subject counts.
 * @throws InbetweenError `IBT-INPUT` for a state that is none, or without a reason or a name; `IBT-REFUSED` for `confirmed` when nobody was asked
 * before and the reason does not begin with why not.
 */
export function decide({ finding, state, reason, by, at, decisions }: DecisionInput): Decision {
  const said = reason.trim()
  if (!REVIEW_STATES.includes(state) || state === 'new')
    throw new InbetweenError('IBT-INPUT', `not a state to decide: ${state}`, {
      hint: `One of: ${REVIEW_STATES.filter((known) => known !== 'new').join(', ')}`,
    })
  if ([...said].length < LEAST_REASON)
    throw new InbetweenError('IBT-INPUT', 'a decision needs a reason in words', {
      hint: 'Say what was seen, asked or answered: --reason "…"',
    })
  if (said.length > MOST_REASON)
    throw new InbetweenError('IBT-INPUT', `a reason has at most ${MOST_REASON} characters`, {
      hint: 'Put the letter in a file and add it to the case.',
    })
  if (by.trim() === '')
    throw new InbetweenError('IBT-INPUT', 'a decision needs somebody who takes it', {
      hint: 'Name yourself with --by, or as an author in inbetween.yaml.',
    })
  const own = decisions.filter(({ subject }) => subject === finding.id)
  const wasAsked = own.some((decision) => decision.state === 'asked')
  if (state === 'confirmed' && !wasAsked && !WHY_NOT_ASKED.test(said)) {
    throw new InbetweenError('IBT-REFUSED', `${finding.id} cannot be confirmed: whom it concerns was not asked`, {
      hint: 'Decide "asked" first and hear the answer, or begin the reason with why not, for example "Why not asked: the authority asked us to wait".',
    })
  }
  return {
    id: contentId(finding.id, state, said, by.trim(), at, String(own.length)),
    subject: finding.id,
    state,
    reason: said,
    by: by.trim(),
    at,
    seen: finding.anchors,
  }
}
