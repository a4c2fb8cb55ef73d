import { isoDay } from '../base/time.ts'
import { type CaseRecords, type Exhibit, isOfWork, isToActOn } from '../model/index.ts'
import { anchorOfExhibit, count, known, notTestable, ordered, percent, push, type SomeFacts } from './fact.ts'
import { shotCodesIn } from './shots.ts'

/** What counts as a daily flow and as one drop. Chosen so that a month with free days is a flow, and a delivery in three parts is none. */
export const FLOW_NEEDS = {
  daysWithBoth: 5,
  shareOfDays: 0.6,
  daysToTell: 3,
  dropShare: 0.95,
  looksAfterDrop: 2,
  correctionDays: 14,
} as const

/** Facts of the order in which files came. */
export function flowFacts(records: CaseRecords): SomeFacts {
  const material = records.exhibits.filter(({ format }) => format !== 'access-log')
  const byFileTime = !hasSeveralVisits(records, material)
  const days = new Map<string, Exhibit[]>()
  for (const exhibit of material) {
    const day = dayOf(exhibit, byFileTime)
    if (day !== undefined) push(days, day, exhibit)
  }
  const basis = byFileTime ? 'by file times, which anybody can set' : 'by visits'
  const both = [...days.values()].filter((files) => hasPurpose(files, 'instruction') && hasPurpose(files, 'result'))
  const instructed = [...days.values()].filter((files) => hasPurpose(files, 'instruction'))
  const share = days.size === 0 ? 0 : both.length / days.size
  const anchors = both.flatMap(purposed).map(anchorOfExhibit)
  const said = `${both.length} of ${count(days.size, 'day')} with files (${percent(share)}) brought something to act on and results of the same day, ${basis}`
  const canTell = days.size >= FLOW_NEEDS.daysToTell || (!byFileTime && visitsOf(records) >= FLOW_NEEDS.daysToTell)
  const isDaily = both.length >= FLOW_NEEDS.daysWithBoth && share >= FLOW_NEEDS.shareOfDays
  const tooFew = notTestable(`fewer than ${FLOW_NEEDS.daysToTell} days can be told apart, so nothing can be said of an order`)
  return {
    'days.with-files': known(days.size, `${count(days.size, 'day')} brought files, ${basis}`),
    'days.with-instructions': known(instructed.length, `${count(instructed.length, 'day')} brought something to act on`),
    'days.both': known(both.length, said, anchors),
    'days.both-share': days.size === 0 ? notTestable('no day brought files') : known(share, said),
    'days.by-file-time': known(byFileTime, `days are told ${basis}`),
    'flow.daily': canTell ? known(isDaily, said, anchors) : tooFew,
    'flow.corrections': canTell ? corrections(records, material, byFileTime) : tooFew,
    'flow.one-drop': oneDrop(records, material),
  }
}

function hasSeveralVisits(records: CaseRecords, material: readonly Exhibit[]): boolean {
  const holding = new Set(material.map(({ sourceId }) => sourceId))
  return records.sources.some(({ id, visits }) => holding.has(id) && visits.length > 1)
}

function visitsOf({ sources }: CaseRecords): number {
  return Math.max(0, ...sources.map(({ visits }) => visits.length))
}

function dayOf({ modifiedMs, firstSeen }: Exhibit, byFileTime: boolean): string | undefined {
  if (!byFileTime) return firstSeen
  return modifiedMs === undefined || !Number.isFinite(modifiedMs) || Math.abs(modifiedMs) > 4e12 ? undefined : isoDay(modifiedMs)
}

function hasPurpose(files: readonly Exhibit[], purpose: 'instruction' | 'result'): boolean {
  return files.some((file) => (purpose === 'result' ? file.purpose === purpose : isToActOn(file.purpose)))
}

function purposed(files: readonly Exhibit[]): Exhibit[] {
  return files.filter(({ purpose }) => isOfWork(purpose))
}

interface Version {
  readonly day: string
  readonly anchor: string
}

/** Shots with an earlier version on a day before something to act on named them, and a later version on that day or in the two weeks after. */
function corrections(records: CaseRecords, material: readonly Exhibit[], byFileTime: boolean) {
  const results = resultVersions(material, byFileTime)
  if (results.size === 0) return notTestable('no result carries a shot code that this version knows')
  const followed = new Map<string, string>()
  for (const { day, shot, anchor } of namings(records, material, byFileTime)) {
    const versions = results.get(shot)
    if (!versions) continue
    const before = [...versions].filter(([, version]) => version.day < day).map(([number]) => number)
    if (before.length === 0) continue
    const latest = Math.max(...before)
    const until = isoDay(Date.parse(`${day}T00:00:00Z`) + FLOW_NEEDS.correctionDays * 86_400_000)
    for (const [number, version] of versions) {
      if (number > latest && version.day >= day && version.day <= until) followed.set(`${shot} v${number}`, anchor)
    }
  }
  const anchors = ordered(followed).map(([, anchor]) => anchor)
  return known(
    followed.size,
    `${count(followed.size, 'later version')} of a shot came after something to act on had named it, of ${count(results.size, 'shot')} with results`,
    anchors,
  )
}

/** For each shot its versions with the first day each was seen. A result without a version counts as version 1. */
function resultVersions(material: readonly Exhibit[], byFileTime: boolean): Map<string, Map<number, Version>> {
  const results = new Map<string, Map<number, Version>>()
  for (const exhibit of material) {
    const day = dayOf(exhibit, byFileTime)
    if (exhibit.purpose !== 'result' || day === undefined) continue
    const name = exhibit.path.slice(exhibit.path.lastIndexOf('/') + 1)
    for (const { shot, version = 1 } of shotCodesIn(name).slice(0, 1)) {
      const versions = results.get(shot) ?? new Map<number, Version>()
      const seen = versions.get(version)
      if (!seen || day < seen.day) versions.set(version, { day, anchor: anchorOfExhibit(exhibit) })
      results.set(shot, versions)
    }
  }
  return results
}

/** Every shot that something to act on names, in its text or its path, with the day it came. */
function namings(records: CaseRecords, material: readonly Exhibit[], byFileTime: boolean): { day: string; shot: string; anchor: string }[] {
  const days = new Map<string, string>()
  const found: { day: string; shot: string; anchor: string }[] = []
  for (const exhibit of material) {
    const day = dayOf(exhibit, byFileTime)
    if (!isToActOn(exhibit.purpose) || day === undefined) continue
    days.set(exhibit.id, day)
    for (const { shot } of shotCodesIn(exhibit.path)) found.push({ day, shot, anchor: anchorOfExhibit(exhibit) })
  }
  for (const { exhibitId, text, anchor } of records.passages) {
    const day = days.get(exhibitId)
    if (day !== undefined) for (const { shot } of shotCodesIn(text)) found.push({ day, shot, anchor })
  }
  return found
}

/** Whether the source with most material had everything at its first look and nothing later. */
function oneDrop(records: CaseRecords, material: readonly Exhibit[]) {
  const main = [...records.sources]
    .map((source) => ({ source, files: material.filter(({ sourceId, inside }) => sourceId === source.id && inside.length === 0) }))
    .sort((a, b) => b.files.length - a.files.length)[0]
  if (!main || main.files.length === 0) return notTestable('no file was seen')
  const days = [...new Set(main.source.visits.map(({ day }) => day))].sort()
  const later = days.length - 1
  if (later < FLOW_NEEDS.looksAfterDrop) return notTestable('too few looks at the source to tell a drop from a flow')
  const first = main.files.filter(({ firstSeen }) => firstSeen === days[0])
  const share = first.length / main.files.length
  return known(
    share >= FLOW_NEEDS.dropShare,
    `${percent(share)} of ${count(main.files.length, 'file')} stood there at the first look; ${count(later, 'later look')} followed`,
    first.slice(0, 20).map(anchorOfExhibit),
  )
}
