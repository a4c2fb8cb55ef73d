import { registrationsOf } from '../access/index.ts'
import type { Facts } from '../indicators/index.ts'
import { orthographyOf } from '../language/index.ts'
import type {
  AccessSummary,
  Assessment,
  Batch,
  CaseRecords,
  Chain,
  DismissedMatch,
  Finding,
  ListVersion,
  Match,
  Mention,
  Orthography,
  OwnershipPath,
  Pair,
  Party,
  Production,
  RuleOutcome,
  Session,
  SourceState,
  WorkLink,
} from '../model/index.ts'
import type { Recogniser } from '../read/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'
import { type ChosenPictures, NO_PICTURES } from './examined-pictures.ts'
import type { Material } from './exhibits.ts'
import type { FilmDecoding } from './film-frames.ts'
import type { SealedInputs } from './sealed-inputs.ts'
import { batchesOfCase, type SealedVisit } from './visits.ts'

/** How to analyse: reader processes, and an order of work for tests of determinism. */
export interface AnalyzeOptions {
  readonly jobs: number
  readonly order?: readonly number[]
  /** Whether characters are recognised in pictures, `system` by the Tesseract of this machine; as at the last analysis when not stated. */
  readonly ocr?: boolean | 'system'
  /** Whether key frames of films are taken; as at the last analysis when not stated. */
  readonly frames?: boolean
}

/** What stages pass on. Each stage fills its own members, in the order of the list of stages. */
export interface Work {
  readonly opened: CaseFolder
  readonly visits: readonly SealedVisit[]
  readonly batches: readonly Batch[]
  readonly inputs: SealedInputs
  readonly progress: Progress
  readonly options: AnalyzeOptions
  /** Blobs that are access logs. */
  logs: ReadonlySet<string>
  /** The pictures in which characters are recognised, and those that were decoded for their hashes. */
  drawnTexts: ChosenPictures
  pictureHashes: ChosenPictures
  /** What recognises characters, where that is asked for. */
  readonly recogniser: Recogniser | undefined
  /** The films of which frames were taken, where that is asked for. */
  filmFrames: ChosenPictures
  readonly filmDecoding: FilmDecoding | undefined
  material: Material
  links: readonly WorkLink[]
  pairs: readonly Pair[]
  orthography: Orthography
  productions: readonly Production[]
  parties: readonly Party[]
  mentions: readonly Mention[]
  access: AccessSummary
  sessions: readonly Session[]
  matches: readonly Match[]
  near: readonly Match[]
  dismissed: readonly DismissedMatch[]
  ownership: readonly OwnershipPath[]
  facts: Facts
  findings: readonly Finding[]
  outcomes: readonly RuleOutcome[]
  assessment: Assessment
  chain: Chain
}

/** Work before the first stage. */
export function emptyWork(
  opened: CaseFolder,
  visits: readonly SealedVisit[],
  inputs: SealedInputs,
  progress: Progress,
  options: AnalyzeOptions,
  filmDecoding?: FilmDecoding,
  recogniser?: Recogniser,
): Work {
  const access: AccessSummary = {
    files: [],
    events: 0,
    sessions: 0,
    clients: [],
    hourOfWeekUtc: new Array<number>(168).fill(0),
    rhythm: { fits: [], excludedOffsets: [], anchors: [] },
  }
  return {
    opened,
    visits,
    batches: batchesOfCase(visits),
    inputs,
    progress,
    options,
    logs: new Set(),
    drawnTexts: NO_PICTURES,
    pictureHashes: NO_PICTURES,
    recogniser,
    filmFrames: NO_PICTURES,
    filmDecoding,
    material: { exhibits: [], passages: [], traces: [], warnings: [] },
    links: [],
    pairs: [],
    orthography: orthographyOf([]),
    productions: [],
    parties: [],
    mentions: [],
    access,
    sessions: [],
    matches: [],
    near: [],
    dismissed: [],
    ownership: [],
    facts: {},
    findings: [],
    outcomes: [],
    assessment: { questions: [], undetermined: [] },
    chain: { nodes: [], edges: [] },
  }
}

/** The records of a case so far, as rules, weighing and report take them. */
export function recordsOf(work: Work): CaseRecords {
  const { opened, material, inputs } = work
  const sources = sourcesOf(work.visits)
  const address = sources.find(({ origin }) => origin)?.origin?.address
  return {
    id: opened.id,
    config: opened.config,
    sources,
    batches: work.batches,
    ...material,
    links: work.links,
    pairs: work.pairs,
    orthography: work.orthography,
    productions: work.productions,
    parties: work.parties,
    mentions: work.mentions,
    matches: work.matches,
    near: work.near,
    dismissed: work.dismissed,
    ownership: work.ownership,
    lists: inputs.lists.map(versionOf),
    hashSets: inputs.hashSets,
    declarations: inputs.declarations,
    registrations: inputs.registrations,
    originRegistrations: address === undefined ? [] : registrationsOf(address, inputs.registrations),
    access: work.access,
    sessions: work.sessions,
    decisions: inputs.decisions,
  }
}

function sourcesOf(visits: readonly SealedVisit[]): SourceState[] {
  const sources = new Map<string, SealedVisit[]>()
  for (const sealed of visits) sources.set(sealed.visit.sourceId, [...(sources.get(sealed.visit.sourceId) ?? []), sealed])
  return [...sources].map(([id, ofSource]) => {
    const last = ofSource.at(-1)
    // A visit that nobody answered says nothing of where the source answers.
    const origin = ofSource.findLast((sealed) => sealed.origin !== undefined)?.origin
    const asked = last?.asked
    const missed = ofSource.filter(({ visit }) => visit.missed !== undefined).length
    return {
      id,
      layout: last?.layout ?? 'plain',
      ...(origin ? { origin } : {}),
      ...(asked ? { asked } : {}),
      visits: ofSource.flatMap(({ visit }) => (visit.missed === undefined ? [visit] : [])),
      ...(missed > 0 ? { missed } : {}),
    }
  })
}

function versionOf({ name, kind, version, entities, date }: ListVersion): ListVersion {
  return { name, kind, version, entities, ...(date === undefined ? {} : { date }) }
}
