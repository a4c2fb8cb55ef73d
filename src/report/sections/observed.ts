import { compareText } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { daysBetween } from '../../base/time.ts'
import { type DayOfSource, dayCounter, daysOfSources, isEmptyBatch } from '../../collect/index.ts'
import { turnaroundOf } from '../../language/index.ts'
import type { Batch, Exhibit, HashSet, WorkLink } from '../../model/index.ts'
import { type Cell, STRIP_DAYS, type StripDay } from '../../parts/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Section } from '../document.ts'

/** What was observed, without inference: days, counts, coverage. */
export function observedSection({ records }: ReportContext): Section {
  const { exhibits, batches, hashSets } = records
  const unread = exhibits.filter(({ status }) => status === 'not-read')
  const { days } = daysOfSources(batches, LIMITS.unvisitedDays)
  if (days.length === 0)
    return {
      id: 'observed',
      title: 'What was observed',
      blocks: [{ kind: 'text', text: 'No visit was sealed, so there is nothing to count.' }],
    }
  const looks = batches.filter(({ missed }) => missed === undefined)
  const brought = looks.filter((batch) => !isEmptyBatch(batch))
  const missed = batches.length - looks.length
  const basis = new Set(looks.map((batch) => batch.basis))
  const countOf = dayCounter(exhibits)
  const blocks: Block[] = [
    {
      kind: 'text',
      text: `${exhibits.length} exhibits (files and archive members) at ${records.sources.length} sources; ${brought.length} of ${looks.length} visits brought something; ${days.length - batches.length} days of the span were not visited${missed > 0 ? `, ${missed} visits were missed` : ''}. ${unread.length} exhibits were identified and hashed but not read.`,
    },
    {
      kind: 'text',
      tone: 'aside',
      text: `Dates of days: ${[...basis].map((word) => BASIS[word]).join('; ') || 'none'}.`,
    },
    { kind: 'days', days: stripDays(batches, countOf) },
    daysTable(days, countOf),
    ...turnaroundBlocks(records.links),
    languageTable(records.passages),
  ]
  if (hashSets.length > 0) blocks.push(knownTable(hashSets, exhibits))
  if (unread.length > 0) blocks.push(unreadTable(unread))
  return { id: 'observed', title: 'What was observed', blocks }
}

const BASIS = {
  visit: 'the day we looked',
  stated: 'stated by folder names, which whoever made the folders chose',
  'file-time': 'file times, which anybody can set',
} as const

type CountOf = ReturnType<typeof dayCounter>

/** A day of several sources is one day of the strip: it was visited when one of them was. */
function stripDays(batches: readonly Batch[], countOf: CountOf): StripDay[] {
  const days = new Map<string, StripDay>()
  for (const batch of batches) {
    const { day, missed } = batch
    const before = days.get(day) ?? { day, instructions: 0, results: 0, other: 0, visited: false }
    if (missed !== undefined) {
      days.set(day, before.visited || before.note !== undefined ? before : { ...before, note: missedWords(missed) })
      continue
    }
    const { instructions, results, other } = countOf(batch)
    const sum = { instructions: before.instructions + instructions, results: before.results + results, other: before.other + other }
    days.set(day, { day, ...sum, visited: true })
  }
  const found = [...days.values()].sort((a, b) => compareText(a.day, b.day))
  if (batches.some(({ basis }) => basis !== 'file-time')) return found
  const empty = { instructions: 0, results: 0, other: 0, visited: false, note: 'no file bears this day' }
  return daysBetween(found[0]?.day ?? '', found.at(-1)?.day ?? '', STRIP_DAYS).map((day) => days.get(day) ?? { day, ...empty })
}

/** The twin of the strip. Days without a visit that follow each other are one row. */
function daysTable(days: readonly DayOfSource[], countOf: CountOf): Block {
  const rows: Cell[][] = []
  let from = 0
  for (const [index, day] of days.entries()) {
    if (!('batch' in day)) {
      const next = days[index + 1]
      if (next !== undefined && 'unvisited' in next && next.sourceId === day.sourceId) continue
      const first = days[from]
      const start = first !== undefined && 'unvisited' in first ? first.unvisited : day.unvisited
      rows.push([start === day.unvisited ? start : `${start} to ${day.unvisited}`, ...NO_COUNTS, 'not visited'])
    } else if (day.batch.missed !== undefined) rows.push([day.batch.day, ...NO_COUNTS, missedWords(day.batch.missed)])
    else {
      const { new: fresh, changed, renamed, gone, reappeared = [] } = day.batch
      const { instructions, results, other } = countOf(day.batch)
      const changes = [fresh, changed, renamed, gone, reappeared].map(({ length }) => length)
      rows.push([day.batch.day, ...changes, instructions, results, other, ''])
    }
    from = index + 1
  }
  return {
    kind: 'table',
    caption: 'Days with what they brought',
    header: ['Day', 'New', 'Changed', 'Renamed', 'Gone', 'There again', 'Instructions', 'Results', 'Other', 'Note'],
    rows,
  }
}

/** How long results took, per day of instructions, with what that rests on; nothing when no shot is named on both sides. */
function turnaroundBlocks(links: readonly WorkLink[]): Block[] {
  if (links.length === 0) return []
  const times = turnaroundOf(links)
  const undetermined = links.filter(({ basis }) => basis === 'undetermined').length
  return [
    {
      kind: 'table',
      caption: 'Median time from an instruction to the first results of the same shot, by the day of the instruction',
      header: ['Day', 'Median', 'Told by', 'Links'],
      rows: times.map(({ day, basis, medianHours, links: of }) => [
        day,
        basis === 'file-time' ? `${medianHours.toFixed(1)} h` : `${(medianHours / 24).toFixed(1)} days`,
        basis === 'file-time' ? 'file times' : basis === 'stated' ? 'stated days' : 'visits',
        of,
      ]),
    },
    {
      kind: 'text',
      tone: 'aside',
      text: `A result of the same shot came after: it is not known to be made for it. Days count only where somebody looked, so that a result between two visits seems later than it was; file times are what machines wrote. ${undetermined} of ${links.length} links have no order that can be told.`,
    },
  ]
}

const NO_COUNTS = ['', '', '', '', '', '', '', ''] as const

function missedWords(why: string): string {
  return `visit missed: ${why}`
}

function knownTable(sets: readonly HashSet[], exhibits: readonly Exhibit[]): Block {
  const names = [...new Set(sets.map(({ name }) => name))]
  const marked = new Map<string, number>()
  for (const { known } of exhibits) if (known) marked.set(known.set, (marked.get(known.set) ?? 0) + 1)
  return {
    kind: 'table',
    caption:
      'Known files, by sets of hashes that were brought. Exhibits of the kinds software and stock stay exhibits and are left out of pairs, names, rules and the weighing; own and other are only marked',
    header: ['Set', 'Kind', 'Version', 'Hashes', 'Exhibits'],
    rows: names.map((name) => {
      const ofName = sets.filter((set) => set.name === name)
      const hashes = ofName.map(({ algorithm, entries }) => `${entries} ${algorithm}`).join(', ')
      return [name, ofName[0]?.kind ?? '', ofName[0]?.version ?? '', hashes, marked.get(name) ?? 0]
    }),
  }
}

function languageTable(passages: ReportContext['records']['passages']): Block {
  const counts = new Map<string, number>()
  for (const { language, candidates } of passages) {
    const told = candidates?.join(' or ') ?? language
    counts.set(told, (counts.get(told) ?? 0) + 1)
  }
  return {
    kind: 'table',
    caption: 'Languages of the passages that could be read (und: letters, numbers and codes whose language cannot be told)',
    header: ['Language', 'Passages'],
    rows: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  }
}

function unreadTable(unread: ReportContext['records']['exhibits']): Block {
  const reasons = new Map<string, { count: number; example: string }>()
  for (const { reason = 'no reason recorded', path } of unread) {
    const known = reasons.get(reason)
    if (known) known.count++
    else reasons.set(reason, { count: 1, example: path })
  }
  return {
    kind: 'table',
    caption: 'Not read, by reason',
    header: ['Reason', 'Files', 'For example'],
    rows: [...reasons].map(([reason, { count, example }]) => [reason, count, { text: example, code: true }]),
  }
}
