import { compareText } from '../base/hash.ts'
import type { Rhythm } from '../model/index.ts'

/** Sessions and days below which hours tell nothing. */
const MIN_SESSIONS = 50
const MIN_DAYS = 5
/** An offset fits while it explains the hours at least a twentieth as well as the best one. */
const FITS = 1 / 20
/** Sessions of one day that count as independent of each other; more add no certainty. */
const INDEPENDENT_PER_DAY = 20
/** Standard deviation, in hours, of how early or late people keep their day. */
const HABIT_SD = 1
const HALF_HOURS = 48
const DAY = 86_400
/** Whole hours, and the half hours that are in use, in minutes east of UTC. UTC+13 and +14 keep the clock of UTC-11 and -10. */
const OFFSETS: readonly number[] = [...Array.from({ length: 24 }, (_, i) => (i - 11) * 60), ...[-570, -210, 210, 270, 330, 390, 570]].sort(
  (a, b) => a - b,
)
const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

/** What is known beside the hours. */
export interface RhythmContext {
  /** Sessions that were left out because a robot began them. */
  readonly robots: number
  /** Events per zone offset that log lines state. */
  readonly zones: ReadonlyMap<string, number>
}

/**
 * Which UTC offsets turn the starts of sessions (epoch seconds) into an ordinary working day: 08 to 19 local time with a midday dip, kept earlier or later by
 * an hour or so as habit goes.
 *
 * Hours tell when, not where: a shift, a second job or a client's wishes move them, and a night shift looks like another zone. Because habits differ by an
 * hour, offsets an hour apart are never told apart: one is not excluded while the other fits. Below 50 sessions or five days nothing is said.
 */
export function rhythmOf(starts: readonly number[], context: RhythmContext): Rhythm {
  const days = new Set(starts.map((start) => Math.floor(start / DAY))).size
  const anchors = [
    `${starts.length} sessions on ${days} days (UTC)${context.robots > 0 ? `; ${context.robots} sessions of robots left out` : ''}`,
    ...zoneAnchors(context.zones),
  ]
  if (starts.length < MIN_SESSIONS || days < MIN_DAYS) {
    const why = `cannot tell: fewer than ${MIN_SESSIONS} sessions or ${MIN_DAYS} days`
    return { fits: [], excludedOffsets: [], anchors: starts.length === 0 ? [] : [...anchors, why] }
  }
  const counts = new Array<number>(HALF_HOURS).fill(0)
  for (const start of starts) {
    const bin = Math.floor((((start % DAY) + DAY) % DAY) / 1800)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const dampening = Math.max(1, starts.length / (INDEPENDENT_PER_DAY * days))
  const scores = OFFSETS.map((minutes) => ({ minutes, score: logLikelihood(counts, minutes, dampening) }))
  const best = Math.max(...scores.map(({ score }) => score))
  const fitting = scores.filter(({ score }) => score - best >= Math.log(FITS)).map(({ minutes }) => minutes)
  const excluded = OFFSETS.filter((minutes) => fitting.every((fit) => clockDistance(minutes, fit) > 60))
  const all = [...anchors, ...restAnchors(starts)]
  if (fitting.length > OFFSETS.length / 2)
    return { fits: [], excludedOffsets: [], anchors: [...all, 'cannot tell: sessions are spread over the day'] }
  const span = busySpan(counts)
  return {
    fits: fitting.map((minutes) => ({ offset: offsetText(minutes), workday: workdayText(span, minutes) })),
    excludedOffsets: excluded.map(offsetText),
    anchors: [...all, ...dipAnchors(counts, span)],
  }
}

/** Half hours of a working day: how much of its sessions begin in each, local time. */
const TEMPLATE: readonly number[] = (() => {
  const weights = Array.from({ length: HALF_HOURS }, (_, bin) => {
    const hour = bin / 2
    if (hour < 8 || hour >= 19) return hour >= 7 && hour < 22 ? 0.12 : 0.04
    return hour >= 12 && hour < 13.5 ? 0.45 : 1
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
})()

/** Log of the chance of these counts under an offset, over all habit shifts from four hours early to four late. */
function logLikelihood(counts: readonly number[], offsetMinutes: number, dampening: number): number {
  const terms: number[] = []
  for (let shift = -8; shift <= 8; shift++) {
    let sum = -((shift / 2) ** 2) / (2 * HABIT_SD ** 2)
    for (const [bin, count] of counts.entries()) {
      const local = (bin + offsetMinutes / 30 - shift + 2 * HALF_HOURS) % HALF_HOURS
      sum += (count / dampening) * Math.log(TEMPLATE[local] ?? 0)
    }
    terms.push(sum)
  }
  const top = Math.max(...terms)
  return top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0))
}

/** Minutes between two clocks, round the day. */
function clockDistance(a: number, b: number): number {
  const apart = Math.abs(a - b) % 1440
  return Math.min(apart, 1440 - apart)
}

/** The shortest stretch of half hours, round the day, in which at least four of five sessions begin. */
function busySpan(counts: readonly number[]): { readonly from: number; readonly length: number } {
  const total = counts.reduce((sum, count) => sum + count, 0)
  for (let length = 1; length < HALF_HOURS; length++) {
    let best = { from: 0, held: -1 }
    for (let from = 0; from < HALF_HOURS; from++) {
      let held = 0
      for (let i = 0; i < length; i++) held += counts[(from + i) % HALF_HOURS] ?? 0
      if (held > best.held) best = { from, held }
    }
    if (best.held >= total * 0.8) return { from: best.from, length }
  }
  return { from: 0, length: HALF_HOURS }
}

function workdayText({ from, length }: { readonly from: number; readonly length: number }, offsetMinutes: number): string {
  const local = (bin: number) => clockText(bin * 30 + offsetMinutes)
  return `${local(from)}–${local(from + length)}`
}

function clockText(minutes: number): string {
  const clock = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`
}

/** Offsets that the lines themselves state. */
function zoneAnchors(zones: ReadonlyMap<string, number>): string[] {
  const names = [...zones.keys()].sort(compareText).slice(0, 6).join(', ')
  return zones.size === 0 ? [] : [`log lines state the offset ${names}: the clock of the server, not of who visits`]
}

/** Weekdays that are quiet over three weeks or more. */
function restAnchors(starts: readonly number[]): string[] {
  const first = starts.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const last = starts.reduce((most, start) => Math.max(most, start), Number.NEGATIVE_INFINITY)
  if (last - first < 20 * DAY) return []
  const counts = new Array<number>(7).fill(0)
  // 1970-01-01 was a Thursday.
  for (const start of starts) {
    const weekday = (Math.floor(start / DAY) + 3) % 7
    counts[weekday] = (counts[weekday] ?? 0) + 1
  }
  const median = [...counts].sort((a, b) => a - b)[3] ?? 0
  const quiet = WEEKDAYS.filter((_, weekday) => (counts[weekday] ?? 0) <= median / 5)
  return median >= 3 && quiet.length > 0 && quiet.length <= 3 ? [`quiet on ${quiet.join(' and ')} (UTC)`] : []
}

/** The hour inside the busy span in which fewest sessions begin, when it is clearly lower than the span's average. */
function dipAnchors(counts: readonly number[], { from, length }: { readonly from: number; readonly length: number }): string[] {
  if (length < 10) return []
  const at = (bin: number) => counts[bin % HALF_HOURS] ?? 0
  let lowest = { bin: 0, held: Number.POSITIVE_INFINITY }
  let sum = 0
  for (let bin = from; bin < from + length; bin++) sum += at(bin)
  for (let bin = from + 3; bin <= from + length - 5; bin++) {
    const held = at(bin) + at(bin + 1)
    if (held < lowest.held) lowest = { bin, held }
  }
  const usual = (sum / length) * 2
  const span = `${clockText(lowest.bin * 30)}–${clockText(lowest.bin * 30 + 60)} UTC`
  return lowest.held <= usual * 0.6 ? [`fewest sessions inside the busy hours begin ${span}`] : []
}
