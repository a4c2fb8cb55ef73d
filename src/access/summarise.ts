import { compareText, contentId } from '../base/hash.ts'
import { isoInstant } from '../base/time.ts'
import type { AccessSummary, Client, LogFile, Registration, Session, Warning } from '../model/index.ts'
import type { LogScan } from './log-scan.ts'
import { registrationsOf } from './registrations.ts'
import type { RegistryTable } from './registry.ts'
import { withoutRepeats } from './repeats.ts'
import { rhythmOf } from './rhythm.ts'
import { joinStretches, LOG_GAP, type Run, SESSION_GAP } from './runs.ts'

/** Users that are named of one client. */
const MAX_USERS = 100
/** Gaps that are named of one log. */
const MAX_GAPS = 1_000

/** A run and the log that it is in. */
interface Piece {
  readonly run: Run
  readonly scan: LogScan
}

interface Joined {
  readonly address: string
  readonly user: string
  first: number
  last: number
  events: number
  writes: number
  reads: number
  isRobot: boolean
  readonly pieces: Piece[]
}

/**
 * Puts scans together: clients with what is known of their registration, sessions, hours, coverage, rhythm. The order of scans makes no difference.
 * A session that goes on in the next log is one session; its byte range is then the part in the log that holds most of its events.
 */
export function summarise(
  scans: readonly LogScan[],
  tables: readonly Registration[],
  registry?: RegistryTable,
): { readonly summary: AccessSummary; readonly sessions: Session[]; readonly warnings: Warning[] } {
  const { kept, warnings: repeated } = withoutRepeats(scans)
  const joined = joinPieces(kept)
  const sessions = joined.map(sessionOf).sort(bySession)
  const hours = new Array<number>(168).fill(0)
  for (const { hourOfWeekUtc } of kept) for (const [hour, count] of hourOfWeekUtc.entries()) hours[hour] = (hours[hour] ?? 0) + count
  const people = joined.filter(({ isRobot }) => !isRobot)
  const summary: AccessSummary = {
    files: kept.map(logFileOf).sort((a, b) => compareText(a.path, b.path) || compareText(a.sha256, b.sha256)),
    events: kept.reduce((sum, { events }) => sum + events, 0),
    sessions: sessions.length,
    clients: clientsOf(kept, joined, tables, registry),
    hourOfWeekUtc: hours,
    rhythm: rhythmOf(
      people.map(({ first }) => first),
      { robots: joined.length - people.length, zones: zonesOf(kept) },
    ),
  }
  const own = kept.flatMap(({ path, warnings }) => warnings.map(({ code, message }) => ({ code, message: `${path}: ${message}` })))
  const cut = kept.filter(({ covered }) => covered.length > MAX_GAPS).map(({ path }) => gapWarning(path))
  return { summary, sessions, warnings: [...repeated, ...[...own, ...cut].sort((a, b) => compareText(a.message, b.message))] }
}

function gapWarning(path: string): Warning {
  return { code: 'gap-limit', message: `${path}: more than ${MAX_GAPS} gaps: the first ${MAX_GAPS} are named` }
}

function joinPieces(scans: readonly LogScan[]): Joined[] {
  const byVisitor = new Map<string, Piece[]>()
  for (const scan of scans) {
    for (const run of scan.runs) {
      const [address = '', user = ''] = scan.visitors[run[0]] ?? []
      const key = `${address}\0${user}`
      const pieces = byVisitor.get(key)
      if (pieces) pieces.push({ run, scan })
      else byVisitor.set(key, [{ run, scan }])
    }
  }
  const joined: Joined[] = []
  for (const [key, pieces] of byVisitor) {
    const [address = '', user = ''] = key.split('\0')
    let open: Joined | undefined
    for (const piece of pieces.sort(byPiece)) {
      const [, first, last, events, writes, reads, , , robot] = piece.run
      if (open === undefined || first - open.last > SESSION_GAP) {
        open = { address, user, first, last, events, writes, reads, isRobot: robot === 1, pieces: [piece] }
        joined.push(open)
        continue
      }
      open.last = Math.max(open.last, last)
      open.events += events
      open.writes += writes
      open.reads += reads
      open.isRobot &&= robot === 1
      open.pieces.push(piece)
    }
  }
  return joined
}

function byPiece(a: Piece, b: Piece): number {
  return (
    a.run[1] - b.run[1] ||
    a.run[2] - b.run[2] ||
    compareText(a.scan.path, b.scan.path) ||
    compareText(a.scan.sha256, b.scan.sha256) ||
    a.run[6] - b.run[6]
  )
}

function sessionOf({ address, user, first, last, events, writes, reads, pieces }: Joined): Session {
  const main = pieces.reduce((most, piece) => (piece.run[3] > most.run[3] ? piece : most))
  const { sha256 } = main.scan
  return {
    id: contentId('session', sha256, address, user, String(first), String(main.run[6])),
    address,
    ...(isNamed(user) ? { user } : {}),
    firstAt: isoInstant(first * 1000),
    lastAt: isoInstant(last * 1000),
    events,
    writes,
    reads,
    sha256,
    from: main.run[6],
    to: main.run[7],
  }
}

function bySession(a: Session, b: Session): number {
  return (
    compareText(a.firstAt, b.firstAt) ||
    compareText(a.address, b.address) ||
    compareText(a.user ?? '', b.user ?? '') ||
    compareText(a.id, b.id)
  )
}

function clientsOf(
  scans: readonly LogScan[],
  joined: readonly Joined[],
  tables: readonly Registration[],
  registry: RegistryTable | undefined,
): Client[] {
  const clients = new Map<string, { events: number; first: number; last: number; sessions: number; users: Set<string> }>()
  for (const { visitors } of scans) {
    for (const [address, user, events, first, last] of visitors) {
      const client = clients.get(address) ?? { events: 0, first, last, sessions: 0, users: new Set() }
      client.events += events
      client.first = Math.min(client.first, first)
      client.last = Math.max(client.last, last)
      if (isNamed(user)) client.users.add(user)
      clients.set(address, client)
    }
  }
  for (const { address } of joined) {
    const client = clients.get(address)
    if (client) client.sessions++
  }
  return [...clients]
    .map(([address, { events, first, last, sessions, users }]) => ({
      address,
      events,
      sessions,
      users: [...users].sort(compareText).slice(0, MAX_USERS),
      firstAt: isoInstant(first * 1000),
      lastAt: isoInstant(last * 1000),
      registrations: registrationsOf(address, tables, registry),
    }))
    .sort((a, b) => b.events - a.events || compareText(a.address, b.address))
}

function logFileOf({ path, sha256, format, confidence, lines, events, skipped, first, last, covered }: LogScan): LogFile {
  const stretches = joinStretches(covered, LOG_GAP)
  const gaps = stretches.slice(1, MAX_GAPS + 1).map(([from], index) => ({
    from: isoInstant((stretches[index]?.[1] ?? from) * 1000),
    to: isoInstant(from * 1000),
  }))
  const at = (seconds: number | undefined) => (seconds === undefined ? '' : isoInstant(seconds * 1000))
  return { path, sha256, format, confidence, lines, events, skipped, firstAt: at(first), lastAt: at(last), gaps }
}

function zonesOf(scans: readonly LogScan[]): ReadonlyMap<string, number> {
  const zones = new Map<string, number>()
  for (const scan of scans) for (const [zone, count] of Object.entries(scan.zones)) zones.set(zone, (zones.get(zone) ?? 0) + count)
  return zones
}

function isNamed(user: string): boolean {
  return user !== '' && user !== '-' && user !== '""'
}
