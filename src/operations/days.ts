import { InbetweenError } from '../base/errors.ts'
import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { compareStates, type DayOfSource, dayCounter, daysOfSources, stateAt } from '../collect/index.ts'
import { turnaroundOf } from '../language/index.ts'
import type { Batch, Exhibit, Turnaround, WorkLink } from '../model/index.ts'
import { type CaseFolder, sealedVisits } from '../pipeline/index.ts'
import { text } from './operation.ts'
import { turnaroundCell } from './turnaround.ts'
import { type Rows, view } from './view.ts'

/** `inbetween days`. */
export const days = view({
  name: 'days',
  summary:
    'What each day brought: new, changed, renamed, gone, there again; instructions and results among what is new, changed or there again; how long results of the same shots took (median, by what it is told); days that nobody looked.',
  usage: '[DAY]',
  options: {
    source: { type: 'string', value: 'ID', summary: 'Only this source.' },
    against: { type: 'string', value: 'DAY', summary: 'Compare what stood there on two days: what the later has against the earlier.' },
  },
  examples: [
    'inbetween days -C january.case',
    'inbetween days 2024-01-17 -C january.case',
    'inbetween days 2024-01-10 --against 2024-01-17 -C january.case',
  ],
  rows(store, input, opened) {
    const only = text(input, 'source')
    const [day] = input.paths
    const against = text(input, 'against')
    if (against !== undefined) return twoDays(opened, day, against, only)
    const exhibits = store.all<Exhibit>('exhibit')
    const batches = store.all<Batch>('batch').filter(({ sourceId }) => only === undefined || sourceId === only)
    if (day !== undefined)
      return oneDay(
        batches.filter((batch) => batch.day === day),
        exhibits,
      )
    const { days: found, isCut } = daysOfSources(batches, LIMITS.unvisitedDays)
    const times = turnaroundOf(store.all<WorkLink>('link'))
    const data = found.map(rowOf(dayCounter(exhibits))).map((row): DayRow & { readonly turnaround: readonly Turnaround[] } => ({
      ...row,
      turnaround: times.filter(({ sourceId, day: of }) => sourceId === row.source && of === row.date),
    }))
    const header = ['date', 'basis', 'new', 'changed', 'renamed', 'gone', 'reappeared', 'instructions', 'results', 'turnaround', 'note']
    const cells = data.map((row) => [
      row.date, row.basis, row.new ?? '', row.changed ?? '', row.renamed ?? '', row.gone ?? '', row.reappeared ?? '', row.instructions ?? '', row.results ?? '', turnaroundCell(row.turnaround),
      row.missed === undefined ? (row.basis === 'not-visited' ? 'not visited' : '') : `visit missed: ${row.missed}`,
    ]) // biome-ignore format: one row of cells
    const warnings = isCut
      ? [{ code: 'unvisited-days', message: `more than ${LIMITS.unvisitedDays} days of a source were not visited: the rest is not shown` }]
      : []
    return { header, cells, data, warnings }
  },
})

interface DayRow {
  readonly source: string
  readonly date: string
  readonly basis: Batch['basis'] | 'not-visited'
  readonly new: number | null
  readonly changed: number | null
  readonly renamed: number | null
  readonly gone: number | null
  readonly reappeared: number | null
  readonly instructions: number | null
  readonly results: number | null
  /** Why a visit that was due gave nothing. */
  readonly missed?: string
}

/** A day as a row. Of a day that was not visited nothing is known, so its counts are null. */
function rowOf(countOf: ReturnType<typeof dayCounter>) {
  const unknown = { new: null, changed: null, renamed: null, gone: null, reappeared: null, instructions: null, results: null }
  return (day: DayOfSource): DayRow => {
    if (!('batch' in day)) return { source: day.sourceId, date: day.unvisited, basis: 'not-visited', ...unknown }
    const { batch } = day
    const row = { source: batch.sourceId, date: batch.day, basis: batch.basis }
    if (batch.missed !== undefined) return { ...row, ...unknown, missed: batch.missed }
    const { instructions, results } = countOf(batch)
    return {
      ...row,
      new: batch.new.length,
      changed: batch.changed.length,
      renamed: batch.renamed.length,
      gone: batch.gone.length,
      reappeared: batch.reappeared?.length ?? 0,
      instructions,
      results,
    }
  }
}

interface Change {
  readonly change: string
  readonly path: string
  readonly from: string
}

function changesOf({
  new: fresh,
  changed,
  renamed,
  gone,
  reappeared = [],
}: Pick<Batch, 'new' | 'changed' | 'renamed' | 'gone' | 'reappeared'>) {
  const named = (change: string, paths: readonly string[]): Change[] => paths.map((path) => ({ change, path, from: '' }))
  return [
    ...named('new', fresh),
    ...named('changed', changed),
    ...renamed.map(({ from, to }): Change => ({ change: 'renamed', path: to, from })),
    ...named('gone', gone),
    ...named('reappeared', reappeared),
  ].sort((a, b) => compareText(a.path, b.path))
}

function oneDay(batches: readonly Batch[], exhibits: readonly Exhibit[]): Rows {
  const purposes = new Map(exhibits.map((exhibit) => [`${exhibit.sourceId}\0${exhibit.path}`, exhibit.purpose]))
  const data = batches
    .flatMap((batch) => changesOf(batch).map((row) => ({ ...row, purpose: purposes.get(`${batch.sourceId}\0${row.path}`) ?? '' })))
    .sort((a, b) => compareText(a.path, b.path))
  const after = batches.flatMap(({ sourceId, missed }) => (missed === undefined ? [] : [`${sourceId}: visit missed: ${missed}`])).join('\n')
  return {
    header: ['change', 'purpose', 'path', 'was'],
    cells: data.map((row) => [row.change, row.purpose, row.path, row.from]),
    data,
    ...(after === '' ? {} : { after }),
  }
}

/** What stood at each source on two days. @throws InbetweenError `IBT-USAGE`, `IBT-NOT-FOUND` when no source was looked at by both days. */
function twoDays(opened: CaseFolder, one: string | undefined, other: string, only: string | undefined): Rows {
  for (const day of [one ?? '', other])
    if (!/^\d{4}-\d\d-\d\d$/.test(day))
      throw new InbetweenError('IBT-USAGE', `--against compares two days: ${day === '' ? 'the first is missing' : `${day} is none`}`, {
        hint: 'inbetween days 2024-01-10 --against 2024-01-17',
      })
  const [early = '', late = ''] = [one ?? '', other].sort()
  const visits = sealedVisits(opened).filter(({ visit }) => only === undefined || visit.sourceId === only)
  const sources = [...new Set(visits.map(({ visit }) => visit.sourceId))].sort()
  const data = sources.flatMap((source) => {
    const ofSource = visits.filter(({ visit }) => visit.sourceId === source)
    const layout = ofSource.at(-1)?.layout ?? 'plain'
    const [before, after] = [stateAt(ofSource, layout, early), stateAt(ofSource, layout, late)]
    if (!before || !after) return []
    const { same, ...change } = compareStates(before, after)
    return [{ source, from: early, to: late, seenFrom: before.day, seenTo: after.day, same, ...change }]
  })
  if (data.length === 0)
    throw new InbetweenError('IBT-NOT-FOUND', `no source was looked at on ${early} or before`, {
      place: only ?? opened.root,
      hint: 'inbetween days lists the days of visits.',
    })
  const before = data.map(
    ({ source, seenFrom, seenTo, same, ...change }) =>
      `${source}: ${late} (visit of ${seenTo}) against ${early} (visit of ${seenFrom}): ${change.new.length} new, ${change.changed.length} changed, ${change.renamed.length} renamed, ${change.gone.length} gone, ${same} the same`,
  )
  const cells = data.flatMap(({ source, ...change }) => changesOf(change).map((row) => [row.change, source, row.path, row.from]))
  return {
    header: ['change', 'source', 'path', 'was'],
    cells,
    data,
    before: before.join('\n'),
    ...(cells.length === 0 ? { after: before.join('\n') } : {}),
  }
}
