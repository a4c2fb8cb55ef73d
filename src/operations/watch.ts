import { setTimeout as pause } from 'node:timers/promises'
import { InbetweenError } from '../base/errors.ts'
import { dayCounter, parseSpan } from '../collect/index.ts'
import type { Batch, Exhibit, Finding, Mention, Production, Trace } from '../model/index.ts'
import {
  analyze,
  batchesOfCase,
  type CaseFolder,
  openCase,
  type SourceConfig,
  sealedVisits,
  storeOf,
  visitRecords,
} from '../pipeline/index.ts'
import { type CollectedAll, collectAll } from './collect.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { jobsOf } from './summary.ts'
import { count } from './terminal.ts'

const LEVELS = ['note', 'ask', 'escalate'] as const
/** A source that did not answer is tried again after this, not after a whole period. */
const RETRY_MS = 3_600_000
/** Fields of traces that hold the name of whoever wrote a file. */
const AUTHORS = /^(?:author|creator|lastModifiedBy|user)$/i

/** `inbetween watch`. */
export const watch: Operation = {
  name: 'watch',
  summary: 'Visit the sources of inbetween.yaml when they are due, analyse what is new, and say it in a dozen lines.',
  usage: '',
  options: {
    once: { type: 'boolean', summary: 'One round, then end: for cron and systemd timers.' },
    every: { type: 'string', value: 'SPAN', summary: 'How often (24h); else every: of each source, else 24h.' },
    jobs: { type: 'string', value: 'N', summary: 'Reader processes (default 2).' },
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      choices: LEVELS,
      summary: 'Exit 3 when a new finding is at this level or above (with --once).',
    },
  },
  examples: ['inbetween watch --once --fail-on ask -C acme.case', 'inbetween watch --every 24h -C acme.case'],
  async run(input, context) {
    const every = text(input, 'every')
    if (every !== undefined) parseSpan(every)
    for (;;) {
      const opened = caseOf(context)
      if (opened.config.sources.length === 0)
        throw new InbetweenError('IBT-USAGE', 'inbetween.yaml names no source to watch', {
          place: opened.root,
          hint: 'Add one under sources:, with url: and basis:.',
        })
      const due = opened.config.sources.filter((source) => flag(input, 'once') || dueAt(opened, source, every) <= opened.effects.now())
      const round = due.length === 0 ? undefined : await oneRound(opened, due, input, context)
      if (flag(input, 'once')) return round ?? { case: opened.id, data: { visits: 0 }, text: 'nothing is due' }
      if (round) for (const line of round.text.split('\n')) context.effects.log(line)
      const next = Math.min(...opened.config.sources.map((source) => dueAt(openCase(opened.root, context.effects), source, every)))
      context.effects.log(`next visit at ${new Date(next).toISOString().slice(0, 16)}Z; Ctrl-C ends`)
      await pause(Math.max(1000, next - context.effects.now()))
    }
  },
}

/** When a source is to be visited next, in epoch milliseconds. */
function dueAt(opened: CaseFolder, source: SourceConfig, every: string | undefined): number {
  const last = visitRecords(opened, source.id).at(-1)?.payload
  if (!last) return 0
  const span = parseSpan(every ?? source.every ?? '24h')
  return Date.parse(String(last.at)) + (typeof last.missed === 'string' ? Math.min(RETRY_MS, span) : span)
}

/** What a case held before a round, to tell what is new. */
interface Before {
  readonly pairs: number
  readonly findings: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
  readonly mentioned: ReadonlySet<string>
  readonly authors: ReadonlySet<string>
  readonly visits: number
}

function stateOf(opened: CaseFolder): Before {
  const store = storeOf(opened)
  try {
    const findings = store.all<Finding>('finding')
    return {
      pairs: store.count('pair'),
      findings: new Set(findings.map(({ id }) => id)),
      rules: new Set(findings.map(({ rule }) => rule)),
      mentioned: new Set(store.all<Mention>('mention').map(({ target }) => target)),
      authors: new Set(store.all<Trace>('trace').flatMap(({ field, value }) => (AUTHORS.test(field) ? [value] : []))),
      visits: visitRecords(opened).length,
    }
  } finally {
    store.close()
  }
}

async function oneRound(opened: CaseFolder, sources: readonly SourceConfig[], input: OperationInput, context: OperationContext) {
  const before = stateOf(opened)
  let collected: CollectedAll = { visits: 0, read: 0, bytes: 0, notTaken: 0, came: 0, changed: 0, went: 0, missed: [] }
  const broken: { id: string; why: string }[] = []
  for (const source of sources) {
    try {
      const done = await collectAll(opened, [source], context)
      collected = { ...addUp(collected, done), missed: [...collected.missed, ...done.missed] }
    } catch (error) {
      // One source that breaks off does not keep the others from being looked at.
      if (!(error instanceof InbetweenError) || error.code !== 'IBT-UNREACHABLE') throw error
      broken.push({ id: source.id, why: error.message })
    }
  }
  const { warnings } = await analyze(opened, context.progress, { jobs: jobsOf(text(input, 'jobs')) })
  const after = stateOf(opened)
  const store = storeOf(opened)
  const findings = store.all<Finding>('finding').filter(({ id }) => !before.findings.has(id))
  const productions = new Map(store.all<Production>('production').map(({ id, title }) => [id, title]))
  const counter = dayCounter(store.all<Exhibit>('exhibit'))
  store.close()
  const named = [...after.mentioned].filter((id) => !before.mentioned.has(id)).flatMap((id) => productions.get(id) ?? [])
  const batches = newBatches(opened, before.visits)
  const newRules = new Set(findings.map(({ rule }) => rule).filter((rule) => !before.rules.has(rule)))
  const newAuthors = [...after.authors].filter((author) => !before.authors.has(author)).length
  const lines = [
    ...batches.slice(0, 5).map((batch) => batchLine(batch, counter(batch))),
    ...(batches.length > 5 ? [`  and ${batches.length - 5} more sources: inbetween days`] : []),
    `  new:   pairs ${count(after.pairs - before.pairs)}   productions ${named.length === 0 ? '0' : named.slice(0, 3).join(', ')}   findings ${count(findings.length)} (${newRules.size} of a rule that had not fired)`,
    ...(newAuthors > 0 && before.visits > 0
      ? [`  odd:   ${count(newAuthors)} author names that no earlier file had: a new hand, or a new machine`]
      : []),
    ...[...collected.missed, ...broken].slice(0, 3).map(({ id, why }) => `  gaps:  ${id}: ${why}`),
    'Next: inbetween days, inbetween findings',
  ]
  const failOn = LEVELS.indexOf((text(input, 'fail-on') ?? '') as (typeof LEVELS)[number])
  const isOver = failOn >= 0 && findings.some(({ level }) => LEVELS.indexOf(level) >= failOn)
  return {
    case: opened.id,
    data: {
      ...collected,
      broken,
      newPairs: after.pairs - before.pairs,
      newProductions: named,
      newFindings: findings.map(({ id, rule, level }) => ({ id, rule, level })),
      newAuthors,
    },
    warnings: [...collected.missed.map(({ id, why }) => ({ code: 'visit-missed', message: `${id}: ${why}` })), ...warnings],
    text: lines.join('\n'),
    ...(isOver ? { exit: 3 } : {}),
  }
}

function addUp(a: CollectedAll, b: CollectedAll): Omit<CollectedAll, 'missed'> {
  const keys = ['visits', 'read', 'bytes', 'notTaken', 'came', 'changed', 'went'] as const
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as Omit<CollectedAll, 'missed'>
}

/** The newest batch of each source that was visited in this round. */
function newBatches(opened: CaseFolder, visitsBefore: number): Batch[] {
  const visited = new Set(
    visitRecords(opened)
      .slice(visitsBefore)
      .map(({ payload }) => String(payload.source)),
  )
  const newest = new Map<string, Batch>()
  for (const batch of batchesOfCase(sealedVisits(opened)))
    if (visited.has(batch.sourceId) && batch.missed === undefined) newest.set(batch.sourceId, batch)
  return [...newest.values()]
}

function batchLine(batch: Batch, { instructions, results, other }: { instructions: number; results: number; other: number }): string {
  const { sourceId, day, changed, renamed, gone, reappeared = [] } = batch
  const came = batch.new.length
  return `${day}  ${sourceId}  +${count(came)} files (${count(results)} results, ${count(instructions)} instructions, ${count(other)} other)  ~${count(changed.length)} changed  →${count(renamed.length)} renamed  −${count(gone.length)} gone${reappeared.length > 0 ? `  ↺${count(reappeared.length)} back` : ''}`
}
