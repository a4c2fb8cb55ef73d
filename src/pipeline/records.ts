import { headBefore } from '../evidence/index.ts'
import type {
  AccessSummary,
  Assessment,
  Batch,
  CaseRecords,
  Chain,
  Decision,
  Declaration,
  DismissedMatch,
  Exhibit,
  Finding,
  HashSet,
  ListVersion,
  Match,
  Mention,
  Orthography,
  OwnershipPath,
  Pair,
  Party,
  Passage,
  Production,
  Registration,
  RuleOutcome,
  Session,
  SourceState,
  Trace,
  Warning,
  WorkLink,
} from '../model/index.ts'
import type { CaseStore } from '../store/index.ts'
import type { CaseFolder } from './case-folder.ts'

/** Kinds of entries that writing a report adds. */
const REPORT_KINDS: ReadonlySet<string> = new Set(['report', 'unmasked'])

/** The head of the ledger that a report of the case rests on: reports themselves do not move it. */
export function headOfReport(opened: CaseFolder): Derived['head'] {
  return headBefore(opened.paths, REPORT_KINDS)
}

/** Everything that was derived of a case, read back from its database. */
export interface Derived {
  readonly records: CaseRecords
  readonly findings: readonly Finding[]
  readonly outcomes: readonly RuleOutcome[]
  readonly assessment: Assessment
  readonly chain: Chain
  readonly head: { readonly count: number; readonly hash: string }
}

/** Reads a case's derived rows; a case that was not analysed gives undefined. */
export function derivedOf(opened: CaseFolder, store: CaseStore): Derived | undefined {
  const access = store.one<AccessSummary>('single', 'access')
  const assessment = store.one<Assessment>('single', 'assessment')
  const chain = store.one<Chain>('single', 'chain')
  const orthography = store.one<Orthography>('single', 'orthography')
  if (!access || !assessment || !chain || !orthography) return undefined
  const records: CaseRecords = {
    id: opened.id,
    config: opened.config,
    sources: store.all<SourceState>('source'),
    batches: store.all<Batch>('batch'),
    exhibits: store.all<Exhibit>('exhibit'),
    passages: store.all<Passage>('passage'),
    traces: store.all<Trace>('trace'),
    warnings: store.all<Warning & { path: string }>('warning'),
    links: store.all<WorkLink>('link'),
    pairs: store.all<Pair>('pair'),
    orthography,
    productions: store.all<Production>('production'),
    parties: store.all<Party>('party'),
    mentions: store.all<Mention>('mention'),
    matches: store.all<Match>('match'),
    near: store.all<Match>('near'),
    dismissed: store.all<DismissedMatch>('dismissed'),
    ownership: store.all<OwnershipPath>('ownership'),
    lists: store.all<ListVersion>('list'),
    hashSets: store.all<HashSet>('hash-set'),
    declarations: store.all<Declaration>('declaration'),
    registrations: store.all<Registration>('registration'),
    originRegistrations: store.one<Registration[]>('single', 'originRegistrations') ?? [],
    access,
    sessions: store.all<Session>('session'),
    decisions: store.all<Decision>('decision'),
  }
  return {
    records,
    findings: store.all<Finding>('finding'),
    outcomes: store.all<RuleOutcome>('outcome'),
    assessment,
    chain,
    head: headOfReport(opened),
  }
}
