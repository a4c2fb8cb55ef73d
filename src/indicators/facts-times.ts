import type { CaseRecords, Exhibit, Trace } from '../model/index.ts'
import { anchorOfExhibit, count, type Fact, known, notTestable, percent, push, type SomeFacts } from './fact.ts'
import { NOT_BEFORE } from './tables/programs.ts'

/** Hours by which clocks of two zones, one of them unstated, can differ: −12 to +14. */
const ZONES_MS = 26 * 3_600_000
/** Time after a visit day at which a date counts as in the future: the day itself and one of grace. */
const FUTURE_MS = 2 * 86_400_000
/** Files that a share of identical times is told from. */
const FILES_TO_TELL = 10
/** When contradictions are no single wrong clock: how many files, and which share of those that state a time inside. */
export const CONTRADICTION_NEEDS = { files: 5, share: 0.1 } as const

/** Facts of times that files state inside, times they carry outside, and programs. None of them is a proof; anybody can set all of them. */
export function timeFacts(records: CaseRecords): SomeFacts {
  const material = records.exhibits.filter(({ format }) => format !== 'access-log')
  const inside = insideTimes(records.traces)
  const impossible = material.filter((exhibit) => isImpossible(exhibit, inside.get(exhibit.id)))
  const later = material.filter((exhibit) => isInsideLater(exhibit, inside.get(exhibit.id)))
  const newer = material.filter(({ id }) => isProgramNewer(inside.get(id)))
  const contradicting = [...new Set([...impossible, ...later, ...newer])]
  const dated = material.filter(({ id }) => (inside.get(id)?.times.length ?? 0) > 0)
  const listed = (files: readonly Exhibit[], said: string) =>
    known(files.length, `${count(files.length, 'file')} ${said}`, files.map(anchorOfExhibit))
  const share = dated.length === 0 ? 0 : contradicting.length / dated.length
  const none = notTestable('no file states a time inside')
  return {
    'times.identical-share': identicalShare(material),
    'times.impossible': listed(impossible, 'with a time after it was seen, or saved before it was made'),
    'times.inside-later': dated.length === 0 ? none : listed(later, 'whose time inside is later than outside'),
    'times.program-newer': dated.length === 0 ? none : listed(newer, 'of a program that is newer than the stated time'),
    'times.contradicting': listed(contradicting, 'with dates or programs that contradict each other'),
    'times.contradictory':
      dated.length === 0
        ? none
        : known(
            contradicting.length >= CONTRADICTION_NEEDS.files && share >= CONTRADICTION_NEEDS.share,
            `${contradicting.length} of ${count(dated.length, 'file')} that state a time (${percent(share)}) contradict themselves: ${impossible.length} impossible, ${later.length} later inside than outside, ${newer.length} by a newer program`,
            contradicting.map(anchorOfExhibit),
          ),
  }
}

interface Inside {
  readonly created: number[]
  readonly modified: number[]
  readonly times: number[]
  readonly programs: string[]
}

function insideTimes(traces: readonly Trace[]): Map<string, Inside> {
  const files = new Map<string, Inside>()
  for (const { exhibitId, field, value } of traces) {
    if (field !== 'created' && field !== 'modified' && field !== 'application') continue
    const file = files.get(exhibitId) ?? { created: [], modified: [], times: [], programs: [] }
    files.set(exhibitId, file)
    if (field === 'application') file.programs.push(value)
    else {
      const ms = instantOf(value)
      if (ms === undefined) continue
      file[field].push(ms)
      file.times.push(ms)
    }
  }
  return files
}

/** Epoch milliseconds of a time as traces state it (ISO, or with colons as in pictures); one without a zone is read as UTC. */
export function instantOf(value: string): number | undefined {
  const found = /^(\d{4})[-:](\d\d)[-:](\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?/.exec(value.trim())
  if (!found) return undefined
  const [, year, month, day, time = '00:00:00', zone = 'Z'] = found
  const ms = Date.parse(`${year}-${month}-${day}T${time.length === 5 ? `${time}:00` : time}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(ms) ? undefined : ms
}

function isImpossible({ modifiedMs, lastSeen }: Exhibit, inside: Inside | undefined): boolean {
  const limit = Date.parse(`${lastSeen}T00:00:00Z`) + FUTURE_MS
  const all = [...(inside?.times ?? []), ...(modifiedMs === undefined ? [] : [modifiedMs])]
  if (!Number.isNaN(limit) && all.some((ms) => ms > limit)) return true
  if (!inside || inside.created.length === 0 || inside.modified.length === 0) return false
  return Math.max(...inside.modified) + ZONES_MS < Math.min(...inside.created)
}

function isInsideLater({ modifiedMs }: Exhibit, inside: Inside | undefined): boolean {
  if (modifiedMs === undefined || !inside) return false
  return inside.times.some((ms) => ms > modifiedMs + ZONES_MS)
}

/** An old document that a new program opened carries an old `created`; only what it says of its last saving counts, or of its making when it says nothing else. */
function isProgramNewer(inside: Inside | undefined): boolean {
  if (!inside) return false
  const stated = inside.modified.length > 0 ? inside.modified : inside.created
  if (stated.length === 0) return false
  const latest = Math.max(...stated)
  return inside.programs.some((program) => latest < notBefore(program))
}

function notBefore(program: string): number {
  const year = /\b(?:CC|Office|Photoshop|Premiere|After Effects|Animate)\D{0,12}(20[12]\d)\b/i.exec(program)?.[1]
  const day = NOT_BEFORE.find(([pattern]) => pattern.test(program))?.[1] ?? (year === undefined ? undefined : `${Number(year) - 1}-01-01`)
  return day === undefined ? Number.NEGATIVE_INFINITY : Date.parse(`${day}T00:00:00Z`)
}

function identicalShare(material: readonly Exhibit[]): Fact {
  const files = material.filter(({ inside, modifiedMs }) => inside.length === 0 && modifiedMs !== undefined)
  if (files.length < FILES_TO_TELL) return notTestable(`fewer than ${FILES_TO_TELL} files carry a time`)
  const seconds = new Map<string, Exhibit[]>()
  for (const file of files) push(seconds, String(Math.floor((file.modifiedMs ?? 0) / 1000)), file)
  const most = [...seconds.values()].sort((a, b) => b.length - a.length)[0] ?? []
  return known(
    most.length / files.length,
    `${most.length} of ${count(files.length, 'file')} carry the same second as file time`,
    most.slice(0, 50).map(anchorOfExhibit),
  )
}
