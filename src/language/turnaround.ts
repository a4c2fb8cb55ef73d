import { contentId } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { isoDay } from '../base/time.ts'
import type { Exhibit, LinkedFile, Passage, SourceState, Turnaround, WorkLink } from '../model/index.ts'
import { isToActOn } from '../model/index.ts'
import { shotKeysIn } from './shot-keys.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Days after an instruction in which a result is taken to follow it. Later ones follow something that was not seen. */
export const FOLLOWS_WITHIN_DAYS = 14
/** File times this near, in hours, tell no order: copying or unpacking writes many files within a minute, in an order of its own. */
const SAME_COPY_HOURS = 1 / 60

/** A file that names a shot. */
interface Named {
  readonly exhibit: Exhibit
  readonly file: LinkedFile
  readonly show: string
}

interface Material {
  readonly exhibits: readonly Exhibit[]
  readonly passages: readonly Passage[]
  readonly sources: readonly SourceState[]
}

/** Links, and whether `LIMITS.links` or `LIMITS.linkedInstructions` cut them. */
export interface Links {
  readonly links: readonly WorkLink[]
  readonly isCut: boolean
}

/**
 * Joins each result to the last thing to act on that named its shot before it, in one source, within {@link FOLLOWS_WITHIN_DAYS} days; results that an instruction is
 * joined to on its first day with any make one link. Order is told by the days of visits, inside one visit by file times. Nothing is concluded from a link: names
 * repeat, clocks are set, and what lay elsewhere was not seen.
 */
export function linksOf({ exhibits, passages, sources }: Material): Links {
  const looks = new Map(sources.map((source) => [source.id, looksOf(source)]))
  const asked = namesOf(exhibits, ({ purpose }) => isToActOn(purpose))
  addTexts(asked, exhibits, passages)
  const links: WorkLink[] = []
  let isCut = false
  const results = namesOf(exhibits, ({ purpose }) => purpose === 'result')
  for (const [place, made] of [...results].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const instructions = asked.get(place)
    const look = looks.get(place.slice(0, place.indexOf('\0')))
    if (!instructions || !look) continue
    isCut ||= instructions.length > LIMITS.linkedInstructions
    for (const link of linksOfShot(place.slice(place.indexOf('\0') + 1), instructions, made, look)) {
      if (links.length >= LIMITS.links) return { links, isCut: true }
      links.push(link)
    }
  }
  return { links, isCut }
}

/** Days of visits, oldest first, and whether people stated them. */
interface Looks {
  readonly days: readonly string[]
  readonly isStated: boolean
}

function looksOf({ visits }: SourceState): Looks {
  return { days: [...new Set(visits.map(({ day }) => day))].sort(), isStated: visits.some(({ basis }) => basis === 'stated') }
}

function namesOf(exhibits: readonly Exhibit[], isWanted: (exhibit: Exhibit) => boolean): Map<string, Named[]> {
  const named = new Map<string, Named[]>()
  for (const exhibit of exhibits) {
    if (!isWanted(exhibit)) continue
    const anchor = `${[exhibit.blob, ...exhibit.inside].join('!')}!whole=`
    for (const { key, show } of shotKeysIn(exhibit.path)) add(named, exhibit, key, show, anchor)
  }
  return named
}

/** Shots that the texts of an instruction name. */
function addTexts(asked: Map<string, Named[]>, exhibits: readonly Exhibit[], passages: readonly Passage[]): void {
  const asking = new Map(exhibits.filter(({ purpose }) => isToActOn(purpose)).map((exhibit) => [exhibit.id, exhibit]))
  for (const { exhibitId, text, anchor } of passages) {
    const exhibit = asking.get(exhibitId)
    if (exhibit) for (const { key, show } of shotKeysIn(text)) add(asked, exhibit, key, show, anchor)
  }
}

function add(named: Map<string, Named[]>, exhibit: Exhibit, key: string, show: string, anchor: string): void {
  const place = `${exhibit.sourceId}\0${key}`
  const known = named.get(place) ?? []
  if (known.at(-1)?.exhibit === exhibit) return
  const { path, firstSeen: seen, modifiedMs } = exhibit
  known.push({ exhibit, show, file: { path, anchor, seen, ...(isClock(modifiedMs) ? { modifiedMs } : {}) } })
  named.set(place, known)
}

function isClock(ms: number | undefined): ms is number {
  return ms !== undefined && Number.isFinite(ms) && Math.abs(ms) < 4e12
}

/** What stands between two files. `isAfter` is what days of visits say, or file times inside one visit. */
interface Gap {
  readonly basis: WorkLink['basis']
  readonly hours?: number
  readonly why: readonly string[]
}

/** Undefined when the result did not come after the instruction, or too late. */
function gapOf(from: LinkedFile, to: LinkedFile, { days, isStated }: Looks): Gap | undefined {
  const visits = (Date.parse(to.seen) - Date.parse(from.seen)) / DAY
  const clock = from.modifiedMs === undefined || to.modifiedMs === undefined ? undefined : (to.modifiedMs - from.modifiedMs) / HOUR
  if (visits < 0 || visits > FOLLOWS_WITHIN_DAYS) return undefined
  if (visits === 0) {
    if (clock === undefined) return { basis: 'undetermined', why: ['both came at one visit; no file time tells which was first'] }
    if (Math.abs(clock) < SAME_COPY_HOURS)
      return { basis: 'undetermined', why: ['both came at one visit with file times of one minute, such as one copy writes'] }
    if (clock < 0 || clock > FOLLOWS_WITHIN_DAYS * 24) return undefined
    return { basis: 'file-time', hours: clock, why: [`${inWords(clock)} later by file times, which anybody can set`] }
  }
  const how = isStated ? 'by the days that folder names state' : 'by the days of visits'
  const why = [`${visits} ${visits === 1 ? 'day' : 'days'} later ${how}`]
  const before = days[days.indexOf(to.seen) - 1]
  if (before !== undefined && (Date.parse(to.seen) - Date.parse(before)) / DAY > 1)
    why.push(`nobody looked between ${before} and ${to.seen}: the result came at some time between`)
  if (from.seen === days[0]) why.push('the instruction stood there at the first look and may be older')
  if (clock !== undefined && clock < 0)
    return { basis: 'undetermined', why: [...why, `by file times the result is ${inWords(-clock)} older than the instruction`] }
  return { basis: isStated ? 'stated' : 'visit', hours: visits * 24, why }
}

function inWords(hours: number): string {
  return hours < 1 ? `${Math.round(hours * 60)} min` : hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} days`
}

/** Files in the order they came: by visit, then by file time, then by path. */
function byTime({ file: a }: Named, { file: b }: Named): number {
  if (a.seen !== b.seen) return a.seen < b.seen ? -1 : 1
  return (a.modifiedMs ?? 0) - (b.modifiedMs ?? 0) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
}

function linksOfShot(shot: string, asked: readonly Named[], made: readonly Named[], looks: Looks): WorkLink[] {
  const instructions = [...asked].sort(byTime).slice(0, LIMITS.linkedInstructions)
  const results = [...made].sort(byTime)
  const groups = new Map<Named, { readonly gap: Gap; readonly first: Named; readonly results: Named[] }>()
  for (const result of results) {
    const found = lastBefore(instructions, result, looks)
    if (!found) continue
    const group = groups.get(found.instruction)
    if (!group) groups.set(found.instruction, { gap: found.gap, first: result, results: [result] })
    else if (dayOf(group.first.file) === dayOf(result.file)) group.results.push(result)
  }
  return [...groups].map(([instruction, group]) => linkOf(shot, instruction, group, looks, results))
}

/** An instruction whose order is told goes before one whose order is not. */
function lastBefore(instructions: readonly Named[], result: Named, looks: Looks): { instruction: Named; gap: Gap } | undefined {
  let unsure: { instruction: Named; gap: Gap } | undefined
  for (const instruction of [...instructions].reverse()) {
    if (instruction.show !== '' && result.show !== '' && instruction.show !== result.show) continue
    const gap = gapOf(instruction.file, result.file, looks)
    if (gap && gap.basis !== 'undetermined') return { instruction, gap }
    if (gap) unsure ??= { instruction, gap }
  }
  return unsure
}

function dayOf({ seen, modifiedMs }: LinkedFile): string {
  return modifiedMs === undefined ? seen : `${seen} ${isoDay(modifiedMs)}`
}

function linkOf(
  key: string,
  instruction: Named,
  { gap, first, results }: { readonly gap: Gap; readonly first: Named; readonly results: readonly Named[] },
  looks: Looks,
  all: readonly Named[],
): WorkLink {
  const { exhibit, file } = instruction
  const show = instruction.show !== '' && first.show !== '' ? `${first.show} ` : ''
  const earlier = all.find((result) => gapOf(result.file, file, looks)?.hours !== undefined)
  const reasons = [
    `both name ${show}${key}`,
    ...(folderOf(file.path) === folderOf(first.file.path) ? ['they lie in one folder'] : []),
    ...gap.why,
  ]
  if (earlier) reasons.push(`an earlier result of the shot had come before the instruction: ${earlier.file.path}`)
  const inVisits = looks.days.length > 1
  return {
    id: contentId(exhibit.id, key, first.exhibit.id),
    sourceId: exhibit.sourceId,
    shot: `${show}${key}`,
    asks: exhibit.purpose === 'correction' || earlier ? 'correction' : 'instruction',
    instruction: file,
    results: results.slice(0, LIMITS.linkedResults).map((one) => one.file),
    resultCount: results.length,
    day: inVisits || file.modifiedMs === undefined ? file.seen : isoDay(file.modifiedMs),
    basis: gap.basis,
    ...(gap.hours === undefined ? {} : { hours: gap.hours }),
    reasons,
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Turnaround per source, day of instruction and basis, oldest day first; links without a time count for none. */
export function turnaroundOf(links: readonly WorkLink[]): Turnaround[] {
  const groups = new Map<string, { of: WorkLink; hours: number[] }>()
  for (const link of links) {
    if (link.hours === undefined || link.basis === 'undetermined') continue
    const key = `${link.day}\0${link.sourceId}\0${link.basis}`
    const group = groups.get(key) ?? { of: link, hours: [] }
    group.hours.push(link.hours)
    groups.set(key, group)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { of, hours }]) =>
      of.basis === 'undetermined'
        ? []
        : [{ sourceId: of.sourceId, day: of.day, basis: of.basis, links: hours.length, medianHours: median(hours) }],
    )
}

function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]]
  return Math.round(((low + high) / 2) * 100) / 100
}
