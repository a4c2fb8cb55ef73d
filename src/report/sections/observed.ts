import { daysBetween } from '../../base/time.ts'
import type { StripDay } from '../../parts/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Section } from '../document.ts'

/** What was observed, without inference: days, counts, coverage. */
export function observedSection({ records }: ReportContext): Section {
  const { exhibits, batches } = records
  const unread = exhibits.filter(({ status }) => status === 'not-read')
  const days = stripDays(records.batches, exhibits)
  const visited = new Set(batches.map(({ day }) => day))
  const span = days.length > 0 ? daysBetween(days[0]?.day ?? '', days.at(-1)?.day ?? '') : []
  const brought = batches.filter((batch) => batch.new.length + batch.changed.length + batch.renamed.length + batch.gone.length > 0)
  const basis = new Set(batches.map((batch) => batch.basis))
  const blocks: Block[] = [
    {
      kind: 'text',
      text: `${exhibits.length} exhibits (files and archive members) at ${records.sources.length} sources; ${brought.length} of ${batches.length} visits brought something; ${span.filter((day) => !visited.has(day)).length} days of the span were not visited. ${unread.length} exhibits were identified and hashed but not read.`,
    },
    {
      kind: 'text',
      tone: 'aside',
      text: `Dates of days: ${[...basis].map((word) => BASIS[word]).join('; ') || 'none'}.`,
    },
  ]
  if (days.length === 0)
    return {
      id: 'observed',
      title: 'What was observed',
      blocks: [{ kind: 'text', text: 'No visit was sealed, so there is nothing to count.' }],
    }
  blocks.push({ kind: 'days', days })
  blocks.push({
    kind: 'table',
    caption: 'Days with what they brought',
    header: ['Day', 'New', 'Changed', 'Renamed', 'Gone', 'Instructions', 'Results', 'Other'],
    rows: batches.map((batch, index) => {
      const day = days[index]
      return [
        batch.day,
        batch.new.length,
        batch.changed.length,
        batch.renamed.length,
        batch.gone.length,
        day?.instructions ?? 0,
        day?.results ?? 0,
        day?.other ?? 0,
      ]
    }),
  })
  blocks.push(languageTable(records.passages))
  if (unread.length > 0) blocks.push(unreadTable(unread))
  return { id: 'observed', title: 'What was observed', blocks }
}

const BASIS = {
  visit: 'the day we looked',
  stated: 'stated by folder names, which whoever made the folders chose',
  'file-time': 'file times, which anybody can set',
} as const

function stripDays(batches: ReportContext['records']['batches'], exhibits: ReportContext['records']['exhibits']): StripDay[] {
  const purposes = new Map(exhibits.map((exhibit) => [`${exhibit.sourceId}\0${exhibit.path}`, exhibit.purpose]))
  return batches.map((batch) => {
    const fresh = [...batch.new, ...batch.changed].map((path) => purposes.get(`${batch.sourceId}\0${path}`))
    const instructions = fresh.filter((purpose) => purpose === 'instruction').length
    const results = fresh.filter((purpose) => purpose === 'result').length
    return { day: batch.day, instructions, results, other: fresh.length - instructions - results, visited: true }
  })
}

function languageTable(passages: ReportContext['records']['passages']): Block {
  const counts = new Map<string, number>()
  for (const { language } of passages) counts.set(language, (counts.get(language) ?? 0) + 1)
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
