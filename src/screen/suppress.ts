import { InbetweenError } from '../base/errors.ts'
import { canonicalJson, contentId, sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { DismissedMatch, ListEntity, Match, MatchDecision, RecordParts } from '../model/index.ts'
import { foldName } from '../names/index.ts'
import { birthDatesOf } from './identifiers.ts'

const LEAST_REASON = 8
const MOST_REASON = 4_000

/** What a person decides about a match. */
export interface MatchDecisionInput {
  readonly match: Match
  readonly verdict: MatchDecision['verdict']
  readonly reason: string
  readonly by: string
  /** ISO instant. */
  readonly at: string
}

/** The key of a match: the folded name that was compared, the list and the entry. */
function keyOfMatch({ query, entity }: Pick<Match, 'query' | 'entity'>): string {
  return contentId('match-decision', foldName(query), entity.list, entity.id)
}

/** Hashes of the parts of a list record that a decision rests on; the order in which a list writes names or numbers is no change. */
function recordParts(entity: ListEntity): RecordParts {
  const hash = (value: unknown) => sha256Hex(canonicalJson(value)).slice(0, 16)
  const sorted = (values: readonly string[]) => [...values].sort()
  return {
    names: hash([entity.schema, entity.name, sorted(entity.aliases.map((alias) => canonicalJson({ ...alias })))]),
    identifiers: hash(sorted(entity.identifiers)),
    dates: hash([sorted(entity.birthDates ?? birthDatesOf(entity.remarks)), entity.listedOn ?? '', entity.delistedOn ?? '']),
    programs: hash(sorted(entity.programs)),
    addresses: hash(sorted(entity.addresses)),
    remarks: hash(entity.remarks),
  }
}

/**
 * Makes a decision about a match. Nothing is changed: decisions are added, and the last one of a key counts.
 * @throws InbetweenError `IBT-INPUT` without a reason in words or a name.
 */
export function decideMatch({ match, verdict, reason, by, at }: MatchDecisionInput): MatchDecision {
  const said = reason.trim()
  if ([...said].length < LEAST_REASON || said.length > MOST_REASON)
    throw new InbetweenError('IBT-INPUT', `a decision about a match needs a reason of ${LEAST_REASON} to ${MOST_REASON} characters`, {
      hint: 'Say what tells the two apart: --reason "registered in another country under another number"',
    })
  if (by.trim() === '')
    throw new InbetweenError('IBT-INPUT', 'a decision needs somebody who takes it', { hint: 'Name yourself with --by.' })
  const key = keyOfMatch(match)
  return {
    id: contentId(key, verdict, said, by.trim(), at),
    key,
    query: match.query,
    list: match.entity.list,
    entity: match.entity.id,
    entityName: match.entity.name,
    verdict,
    reason: said,
    by: by.trim(),
    at,
    record: recordParts(match.entity),
    seen: match.anchors,
  }
}

/**
 * Parts matches into open and dismissed ones. A dismissed match whose list record changed since is open again and says in a reason what changed; it keeps its score, and what was decided before stays to be read.
 */
export function applyDecisions(
  matches: readonly Match[],
  decisions: readonly MatchDecision[],
): { readonly open: readonly Match[]; readonly dismissed: readonly DismissedMatch[] } {
  if (decisions.length === 0) return { open: matches, dismissed: [] }
  const last = new Map(decisions.map((decision) => [decision.key, decision]))
  const open: Match[] = []
  const dismissed: DismissedMatch[] = []
  for (const match of matches) {
    const decision = last.get(keyOfMatch(match))
    if (decision?.verdict !== 'dismissed') {
      open.push(match)
      continue
    }
    const now = recordParts(match.entity)
    const changed = (Object.keys(now) as (keyof RecordParts)[]).filter((part) => now[part] !== decision.record[part])
    if (changed.length > 0) {
      const detail = `dismissed by ${decision.by} on ${decision.at.slice(0, 10)} (${decision.reason}); open again, because the list record changed since: ${changed.join(', ')}`
      open.push({ ...match, reasons: [...match.reasons, { feature: 'dismissed-before', detail, query: '', candidate: '', weight: 0 }] })
      continue
    }
    const seen = new Set(decision.seen)
    const fresh = match.anchors.filter((anchor) => !seen.has(anchor)).length
    dismissed.push({ ...match, decision, ...(fresh > 0 ? { newSinceDecided: fresh } : {}) })
  }
  return { open, dismissed }
}

/** Reads decisions that are kept as JSON lines; lines that are none are left out and counted. */
export function readDecisions(text: string): { readonly decisions: readonly MatchDecision[]; readonly unread: number } {
  const decisions: MatchDecision[] = []
  let unread = 0
  for (const line of text.split('\n').slice(0, LIMITS.tableRows)) {
    if (line.trim() === '') continue
    const decision = decisionOf(line)
    if (decision) decisions.push(decision)
    else unread++
  }
  return { decisions, unread }
}

const PARTS: readonly (keyof RecordParts)[] = ['names', 'identifiers', 'dates', 'programs', 'addresses', 'remarks']
const TEXTS = ['id', 'key', 'query', 'list', 'entity', 'entityName', 'reason', 'by', 'at'] as const

function decisionOf(line: string): MatchDecision | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const given = value as Partial<Record<keyof MatchDecision, unknown>>
  const { verdict, record, seen } = given
  const isRecord =
    typeof record === 'object' && record !== null && PARTS.every((part) => typeof (record as Record<string, unknown>)[part] === 'string')
  const isRead =
    TEXTS.every((field) => typeof given[field] === 'string') &&
    (verdict === 'dismissed' || verdict === 'open') &&
    isRecord &&
    Array.isArray(seen) &&
    seen.every((anchor) => typeof anchor === 'string')
  return isRead ? (value as MatchDecision) : undefined
}
