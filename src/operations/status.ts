import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../base/hash.ts'
import { readHead } from '../evidence/index.ts'
import type { Exhibit } from '../model/index.ts'
import {
  type CaseFolder,
  hashSetsOf,
  payloadsOf,
  type SealedVisit,
  savedSearchesOfCase,
  sealedVisits,
  storeOf,
  tagsOfCase,
} from '../pipeline/index.ts'
import type { CaseStore } from '../store/index.ts'
import { maskedNames } from './coverage.ts'
import { drawnTextCounts, drawnTextLine, filmCounts, filmLines } from './ocr.ts'
import { caseOf } from './of-case.ts'
import type { Operation } from './operation.ts'
import { tagCounts } from './tag.ts'
import { count } from './terminal.ts'
import { waitingRequests } from './timestamp.ts'

/** `inbetween status`. */
export const status: Operation = {
  name: 'status',
  summary: 'What is in the case, what changed since the last analysis, and what to do next.',
  usage: '',
  options: {},
  examples: ['inbetween status -C january.case'],
  async run(_, context) {
    const opened = caseOf(context)
    const visits = sealedVisits(opened)
    const analyses = payloadsOf(opened, 'analysis')
    const last = analyses.at(-1)
    const config = sha256Hex(opened.configText)
    const isConfigChanged = last !== undefined && last.config !== config
    const store = storeOf(opened)
    const isDerived = store.stamp('inputs') !== undefined && store.stamp('inputs') !== ''
    const rows = store.total()
    const known = knownSets(opened, store)
    const drawn = drawnTextCounts(store.all<Exhibit>('exhibit'))
    const films = filmCounts(store.all<Exhibit>('exhibit'))
    const masked = maskedNames(store)
    store.close()
    const head = readHead(opened.paths)
    const torn = existsSync(opened.paths.torn) ? readFileSync(opened.paths.torn, 'utf8').split('\n').length - 1 : 0
    const next = nextOf(opened.root, isDerived && !isConfigChanged, visits.length)
    const declared = new Set(payloadsOf(opened, 'declaration').map(({ declared: kind, name }) => `${kind} ${name}`))
    const tags = tagCounts(tagsOfCase(opened))
    const searches = savedSearchesOfCase(opened).length
    const { missed, unfinished, waiting } = openEnds(opened, visits)
    const bases = [...new Set(visits.flatMap(({ asked }) => asked?.legalBasis || []))]
    const lines = [
      `${opened.root}  case ${opened.id}`,
      `  ${count(visits.length)} visits sealed${visits.length > 0 ? `, ${visits[0]?.visit.day} to ${visits.at(-1)?.visit.day}` : ''}${missed > 0 ? `, ${count(missed)} of them missed` : ''}; ${declared.size} declarations sealed`,
      ...(unfinished.length > 0 ? [`  unfinished: ${unfinished.join(', ')}; the same collect goes on`] : []),
      ...(waiting > 0 ? [`  ${count(waiting)} time-stamp requests wait: inbetween timestamp --tsa URL`] : []),
      `  ${isDerived ? `${count(rows)} rows derived` : 'not analysed yet'}${isConfigChanged ? '; inbetween.yaml changed since the last analysis' : ''}`,
      ...(known.length > 0
        ? [`  known files: ${known.map(({ set, kind, exhibits }) => `${set} (${kind}) ${count(exhibits)}`).join(', ')} exhibits`]
        : []),
      ...(drawn.examined + drawn.notExamined > 0 ? [`  ${drawnTextLine(drawn)}`] : []),
      ...filmLines(films),
      ...(masked === undefined ? [] : [`  ${masked}`]),
      ...(tags.size > 0 ? [`  tags: ${[...tags].map(([name, files]) => `${name} ${count(files)}`).join(', ')}`] : []),
      ...(searches > 0 ? [`  ${count(searches)} saved searches`] : []),
      `  basis: ${opened.config.case.basis ?? (bases.join('; ') || 'not stated: write case.basis in inbetween.yaml')}`,
      `  head ${head?.count ?? 0} ${head?.hash ?? ''}`,
      ...(torn > 0 ? [`  ${torn} torn ledger lines were set aside in ledger.torn`] : []),
      `Next: ${next}`,
    ]
    const data = {
      case: opened.id,
      visits: visits.length,
      declarations: [...declared],
      analyses: analyses.length,
      rows,
      configChanged: isConfigChanged,
      head: head ?? null,
      torn,
      known,
      drawnText: drawn,
      filmFrames: films,
      maskedNames: masked ?? null,
      tags: Object.fromEntries(tags),
      savedSearches: searches,
      missed,
      unfinished,
      timestampsWaiting: waiting,
      next: [next],
    }
    return { case: opened.id, data, text: lines.join('\n') }
  },
}

/** What to do next, as a command. */
function nextOf(root: string, isUpToDate: boolean, visits: number): string {
  if (isUpToDate) return `inbetween report -C ${root}`
  return visits === 0 ? `inbetween collect FOLDER -C ${root}` : `inbetween analyze -C ${root}`
}

/** What waits to be finished: visits that got no answer, visits that broke off, requests for time stamps. */
function openEnds(
  opened: CaseFolder,
  visits: readonly SealedVisit[],
): { readonly missed: number; readonly unfinished: readonly string[]; readonly waiting: number } {
  const journals = join(opened.root, 'cache', 'visits')
  return {
    missed: visits.filter(({ visit }) => visit.missed !== undefined).length,
    unfinished: existsSync(journals) ? readdirSync(journals).flatMap((name) => /^(.*)\.sqlite$/.exec(name)?.[1] ?? []) : [],
    waiting: waitingRequests(opened.root).length,
  }
}

/** The sets of known files in force, with how many exhibits each marks. */
function knownSets(opened: CaseFolder, store: CaseStore): { readonly set: string; readonly kind: string; readonly exhibits: number }[] {
  const kinds = new Map(hashSetsOf(payloadsOf(opened, 'hash-set')).map(({ name, kind }) => [name, kind]))
  if (kinds.size === 0) return []
  const counts = new Map<string, number>()
  for (const { known } of store.all<Exhibit>('exhibit')) if (known) counts.set(known.set, (counts.get(known.set) ?? 0) + 1)
  return [...kinds].map(([set, kind]) => ({ set, kind, exhibits: counts.get(set) ?? 0 }))
}
