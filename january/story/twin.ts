import { utf8 } from '../files/bytes.ts'
import { daysFrom, weekday } from '../files/time.ts'
import type { DayStory, PlacedFile } from '../tree.ts'
import { type Book, newBook } from '../truth.ts'
import { at } from './lines.ts'
import type { MadeCase } from './made-case.ts'
import type { Show, Studio } from './profile.ts'
import { pathsOf, workingDays } from './studio.ts'
import { logFiles, requestsOf, type Traffic } from './visits.ts'

/** Weekend days of a stretch. */
export function weekends(first: string, last: string): ReadonlySet<string> {
  return new Set(daysFrom(first, last).filter((day) => weekday(day) === 0 || weekday(day) === 6))
}

/** What follows from a case's days and traffic. */
type FlowFacts = Pick<MadeCase, 'days' | 'book' | 'shows' | 'requests' | 'visitors' | 'productions'>

/** The members of a case that follow from its days and its traffic; the logs arrive on the last day. */
export function caseOf(days: readonly DayStory[], book: Book, shows: readonly Show[], traffic: Traffic): FlowFacts {
  const requests = requestsOf(days, traffic)
  const last = at(days, days.length - 1)
  const whole = [...days.slice(0, -1), { ...last, puts: [...last.puts, ...logFiles(requests, traffic.zone)] }]
  return { ...factsOf(whole, book, shows, traffic), requests }
}

function factsOf(days: readonly DayStory[], book: Book, shows: readonly Show[], traffic: Traffic): Omit<FlowFacts, 'requests'> {
  return {
    days,
    book,
    shows,
    visitors: [...traffic.bring, ...traffic.fetch, ...traffic.slips.map(({ visitor }) => visitor)],
    productions: shows.map((show) => ({ title: show.title, paths: pathsOf(show, days) })),
  }
}

/** A twin that works day by day. */
export async function workingTwin(studio: Studio, traffic: Traffic): Promise<FlowFacts> {
  const book = newBook()
  return caseOf(await workingDays(studio, book), book, studio.shows, traffic)
}

/** A place on which everything stands at the first look and nothing moves afterwards; its logs end before that look. */
export function dropCase(
  days: { readonly first: string; readonly last: string },
  files: readonly PlacedFile[],
  book: Book,
  shows: readonly Show[],
  traffic: Traffic,
  logTime?: number,
): FlowFacts {
  const requests = requestsOf([{ day: '2023-01-01', puts: files.map(({ path, bytes, at: time }) => ({ path, bytes, at: time })) }], traffic)
  const puts = [...files, ...logFiles(requests, traffic.zone, logTime)]
  const stories = daysFrom(days.first, days.last).map((day, index) => ({ day, puts: index === 0 ? puts : [] }))
  return { ...factsOf(stories, book, shows, traffic), requests }
}

/** A declaration as CSV. */
export function csv(head: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  return utf8(`${[head, ...rows].map((row) => row.map((value) => (/[",]/.test(value) ? `"${value}"` : value)).join(',')).join('\n')}\n`)
}

/** No twin's grave hypothesis may be named: both questions are capped. */
export const CAPPED: MadeCase['assessment'] = { whoWorked: { capped: true }, relay: { capped: true } }
