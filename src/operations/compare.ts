import { InbetweenError } from '../base/errors.ts'
import { compareText } from '../base/hash.ts'
import { printable } from '../base/printable.ts'
import {
  compareObservers,
  type FileTimeDifference,
  fileTimeDifference,
  type ObservedFile,
  type SeenByOne,
  seenDays,
  stateAt,
} from '../collect/index.ts'
import { readEntries, readHead } from '../evidence/index.ts'
import { type CaseFolder, openCase, sealedVisits } from '../pipeline/index.ts'
import { flag, type Operation, type OperationInput, text } from './operation.ts'
import { count, csv, table } from './terminal.ts'

const SHOWS =
  'Agreement shows that two cases sealed the same bytes under these names on the days given, so that neither listing stands alone.'
const DOES_NOT_SHOW =
  'It does not show who put the files there, that either saw everything, or that the two worked apart from each other; and a difference is no fault of either, for a place changes between two visits.'
const ROWS_SHOWN = 200

/** `inbetween compare`. */
export const compare: Operation = {
  name: 'compare',
  summary:
    'Two cases of one place by two observers: which files both hold with the same bytes, with other bytes, or only one of them, and when each saw them.',
  usage: '<A> <B>',
  options: {
    day: { type: 'string', value: 'DAY', summary: 'The state on this day (default: the last visit of each).' },
    source: {
      type: 'string',
      value: 'ID[=ID]',
      multiple: true,
      summary: 'Compare this source of A with this one of B (default: equal ids; else the only one of each).',
    },
    csv: { type: 'boolean', summary: 'Comma-separated values on stdout, every file.' },
  },
  examples: [
    'inbetween compare mine.case theirs.case',
    'inbetween compare mine.case theirs.case --day 2024-01-17 --source server=mirror --csv',
  ],
  async run(input, context) {
    const [dirA, dirB, ...more] = input.paths
    if (dirA === undefined || dirB === undefined || more.length > 0)
      throw new InbetweenError('IBT-USAGE', 'compare needs two cases', { hint: 'inbetween compare mine.case theirs.case' })
    const day = text(input, 'day')
    if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) throw new InbetweenError('IBT-USAGE', `--day ${day}: not a day as YYYY-MM-DD`)
    const cases = [openCase(dirA, context.effects), openCase(dirB, context.effects)] as const
    // One case after the other: the listings of all visits of the first are let go before those of the second are read.
    const [a, b] = [observedBy(cases[0], day), observedBy(cases[1], day)]
    const { pairs, warnings } = pairsOf(a, b, input)
    if (pairs.length === 0)
      throw new InbetweenError('IBT-NOT-FOUND', 'the two cases have no source in common', {
        place: `${[...a.keys()].join(', ') || 'none'} and ${[...b.keys()].join(', ') || 'none'}`,
        hint: 'Say which belong together: --source ID-IN-A=ID-IN-B',
      })
    const compared = pairs.map(compareSources)
    const rows = compared.flatMap(({ source, files }) => files.map((file) => ({ source, ...file })))
    const told = [...warnings, ...sameObserver(cases)]
    const data = {
      a: { case: cases[0].id, path: dirA, head: readHead(cases[0].paths)?.hash ?? null },
      b: { case: cases[1].id, path: dirB, head: readHead(cases[1].paths)?.hash ?? null },
      day: day ?? null,
      sources: compared.map(({ files: _, ...rest }) => rest),
      files: rows,
      shows: SHOWS,
      doesNotShow: DOES_NOT_SHOW,
    }
    const shown = flag(input, 'csv') ? csv(CSV_HEADER, rows.map(csvCells)) : linesOf(cases, compared, rows).join('\n')
    return { data, warnings: told, text: shown }
  },
}

/** A source in the eyes of one observer. */
interface Observed {
  readonly id: string
  /** Day of the visit whose state is compared. */
  readonly day: string
  readonly files: readonly SeenByOne[]
  /** ISO instants of looks at the place itself; a day that a folder name states is none. */
  readonly visitedAt: readonly string[]
}

function observedBy(opened: CaseFolder, day: string | undefined): ReadonlyMap<string, Observed> {
  const visits = sealedVisits(opened)
  const found = new Map<string, Observed>()
  for (const id of [...new Set(visits.map(({ visit }) => visit.sourceId))].sort(compareText)) {
    const ofSource = visits.filter(({ visit }) => visit.sourceId === id)
    const state = stateAt(ofSource, ofSource.at(-1)?.layout ?? 'plain', day)
    if (!state) continue
    const visitedAt = ofSource.flatMap(({ visit }) => (visit.basis === 'visit' ? [visit.at] : []))
    found.set(id, { id, day: state.day, files: seenDays(state.entries, ofSource), visitedAt })
  }
  return found
}

type Pair = readonly [Observed, Observed]

/** Which sources belong together: as stated, by equal ids, or the only one that each has left. */
function pairsOf(a: ReadonlyMap<string, Observed>, b: ReadonlyMap<string, Observed>, input: OperationInput) {
  const given = input.values.source
  if (Array.isArray(given)) {
    const pairs = given.map((word: string): Pair => {
      const [left = '', right = left] = word.split('=')
      return [sourceNamed(a, left, 'A'), sourceNamed(b, right, 'B')]
    })
    return { pairs, warnings: [] }
  }
  const pairs = [...a.values()].flatMap((one): Pair[] => {
    const other = b.get(one.id)
    return other ? [[one, other]] : []
  })
  const leftA = [...a.values()].filter(({ id }) => !b.has(id))
  const leftB = [...b.values()].filter(({ id }) => !a.has(id))
  const [onlyA, onlyB] = [leftA[0], leftB[0]]
  if (onlyA && onlyB && leftA.length === 1 && leftB.length === 1) return { pairs: [...pairs, [onlyA, onlyB] as const], warnings: [] }
  const unpaired = (of: readonly Observed[], which: string) =>
    of.map(({ id }) => ({ code: 'source-alone', message: `source ${id} of ${which} has no counterpart: name it with --source` }))
  return { pairs, warnings: [...unpaired(leftA, 'A'), ...unpaired(leftB, 'B')] }
}

function sourceNamed(sources: ReadonlyMap<string, Observed>, id: string, which: string): Observed {
  const found = sources.get(id)
  if (found) return found
  throw new InbetweenError('IBT-NOT-FOUND', `case ${which} has no source ${id} that was visited by then`, {
    hint: `It has: ${[...sources.keys()].join(', ') || 'none'}`,
  })
}

interface Compared {
  readonly source: string
  readonly a: { readonly source: string; readonly day: string }
  readonly b: { readonly source: string; readonly day: string }
  readonly counts: Readonly<Record<'same' | 'renamed' | 'differs' | 'onlyA' | 'onlyB', number>>
  /** The two looks nearest in time, each by its own clock; `apartSeconds` is B less A. Absent when one has days that folder names state only. */
  readonly visits?: { readonly a: string; readonly b: string; readonly apartSeconds: number }
  readonly fileTimes?: FileTimeDifference
  readonly files: readonly ObservedFile[]
}

function compareSources([a, b]: Pair): Compared {
  const files = compareObservers(a.files, b.files)
  const countOf = (test: (file: ObservedFile) => boolean) => files.filter(test).length
  const counts = {
    same: countOf(({ result, match }) => result === 'same' && match !== 'bytes'),
    renamed: countOf(({ match }) => match === 'bytes'),
    differs: countOf(({ result }) => result === 'differs'),
    onlyA: countOf(({ result }) => result === 'only-a'),
    onlyB: countOf(({ result }) => result === 'only-b'),
  }
  const visits = nearest(a.visitedAt, b.visitedAt)
  const fileTimes = fileTimeDifference(files)
  return {
    source: a.id === b.id ? a.id : `${a.id}=${b.id}`,
    a: { source: a.id, day: a.day },
    b: { source: b.id, day: b.day },
    counts,
    ...(visits ? { visits } : {}),
    ...(fileTimes ? { fileTimes } : {}),
    files,
  }
}

function nearest(a: readonly string[], b: readonly string[]): Compared['visits'] {
  let best: Compared['visits']
  const [left, right] = [[...a].sort(), [...b].sort()]
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [x = '', y = ''] = [left[i], right[j]]
    const apartSeconds = (Date.parse(y) - Date.parse(x)) / 1000
    if (!best || Math.abs(apartSeconds) < Math.abs(best.apartSeconds)) best = { a: x, b: y, apartSeconds }
    if (apartSeconds >= 0) i++
    else j++
  }
  return best
}

/** What speaks against two observers: the same key, or one ledger that begins as the other. */
function sameObserver([a, b]: readonly [CaseFolder, CaseFolder]) {
  const [first, second] = [readEntries(a.paths)[0], readEntries(b.paths)[0]]
  if (first?.entry.commit !== undefined && first.entry.commit === second?.entry.commit)
    return [
      { code: 'one-case', message: 'both ledgers begin with the same entry: one case is a copy of the other, and agreement says nothing' },
    ]
  const key = first?.payload?.keyFingerprint
  if (key !== undefined && key === second?.payload?.keyFingerprint)
    return [{ code: 'one-key', message: 'both cases were made with the same key: one observer, not two' }]
  return []
}

type Row = ObservedFile & { readonly source: string }

const CSV_HEADER = [
  'result', 'match', 'source', 'path in A', 'path in B', 'sha256 in A', 'sha256 in B', 'first seen by A', 'last seen by A', 'first seen by B', 'last seen by B',
] // biome-ignore format: a list read as a line

function csvCells({ result, match, source, a, b }: Row): string[] {
  return [
    result, match ?? '', source, a?.path ?? '', b?.path ?? '', a?.sha256 ?? '', b?.sha256 ?? '', a?.firstSeen ?? '', a?.lastSeen ?? '', b?.firstSeen ?? '', b?.lastSeen ?? '',
  ] // biome-ignore format: one row of cells
}

function linesOf(cases: readonly [CaseFolder, CaseFolder], compared: readonly Compared[], rows: readonly Row[]): string[] {
  const lines = [`A  ${cases[0].root}  case ${cases[0].id}`, `B  ${cases[1].root}  case ${cases[1].id}`]
  for (const { source, a, b, counts, visits, fileTimes } of compared) {
    lines.push(
      `${source}: ${count(counts.same)} the same, ${count(counts.renamed)} the same under another name, ${count(counts.differs)} with other bytes, ${count(counts.onlyA)} only in A, ${count(counts.onlyB)} only in B`,
      `  state of A as of ${a.day}, of B as of ${b.day}`,
      visits
        ? `  nearest visits: A ${visits.a}, B ${visits.b} (B less A: ${visits.apartSeconds} s, each by its own clock)`
        : '  visit times cannot be compared: one of the two has only days that folder names state',
      ...(fileTimes
        ? [
            `  file times of the same bytes, B less A: ${fileTimes.commonestSeconds} s in ${count(fileTimes.files)} of ${count(fileTimes.compared)} files`,
          ]
        : []),
    )
  }
  const different = rows.filter(({ result, match }) => result !== 'same' || match !== 'path')
  if (different.length > 0) {
    const seen = (file: SeenByOne | undefined) => (file ? `${file.firstSeen} to ${file.lastSeen}` : '')
    const cells = different.slice(0, ROWS_SHOWN).map(({ result, match, a, b }) => {
      const [path = '', other = ''] = [a?.path ?? b?.path, a && b && a.path !== b.path ? b.path : '']
      return [result, match ?? '', seen(a), seen(b), path, other]
    })
    lines.push('', table(['result', 'match', 'seen by A', 'seen by B', 'path', 'in B as'], cells, 70))
    if (different.length > ROWS_SHOWN) lines.push(`${count(different.length - ROWS_SHOWN)} more: --csv or --json`)
  }
  return [...lines, '', SHOWS, DOES_NOT_SHOW].map((line) => (line.includes('\n') ? line : printable(line, 2_000)))
}
