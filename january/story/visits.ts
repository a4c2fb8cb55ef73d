import { utf8 } from '../files/bytes.ts'
import { gz } from '../files/gz.ts'
import { accessLog, type Request } from '../files/log.ts'
import { atUtc, dayOf, type ZoneMinutes } from '../files/time.ts'
import { type Dice, diceOf } from '../seed.ts'
import type { DayStory, PlacedFile } from '../tree.ts'
import type { ClientTruth } from '../truth.ts'

/** A row of the registration table that the case brings. Everything in it is invented; the ranges are those kept for documentation. */
export interface RegistrationRow {
  readonly cidr: string
  readonly country: string
  readonly region: string
  readonly network: string
  readonly holder: string
  readonly kind: 'isp' | 'vpn' | 'hosting' | 'school' | 'other'
}

/** An address that visits the place, the name it signs in with (`-` for none), and the row that states what it is. */
export interface Visitor {
  readonly address: string
  readonly user: string
  readonly agent: string
  readonly row: RegistrationRow
}

/** A row from its fields in order. */
export function registered(
  cidr: string,
  country: string,
  region: string,
  network: string,
  holder: string,
  kind: RegistrationRow['kind'],
): RegistrationRow {
  return { cidr, country, region, network, holder, kind }
}

/** A visitor with a file-transfer program (the default) or a browser. */
export function visitor(address: string, user: string, row: RegistrationRow, program: 'transfer' | 'browser' = 'transfer'): Visitor {
  return { address, user, row, agent: AGENTS[program] }
}

const AGENTS = {
  transfer: 'WinSCP/6.1.2 neon/0.32.5',
  browser: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
} as const

/** A short visit beside the daily ones: so many requests from a minute (UTC) of a day on. */
export interface Slip {
  readonly visitor: Visitor
  readonly day: string
  readonly minute: number
  readonly requests: number
}

/** Who visits, and the clock of the server. */
export interface Traffic {
  readonly seed: string
  readonly bring: readonly Visitor[]
  readonly fetch: readonly Visitor[]
  readonly slips: readonly Slip[]
  readonly zone: ZoneMinutes
}

/** The requests of a month: orders are put when their file says, results are fetched after the last is there, and somebody looks in later. */
export function requestsOf(days: readonly DayStory[], traffic: Traffic): Request[] {
  const dice = diceOf(`visits ${traffic.seed}`)
  const requests: Request[] = []
  for (const { day, puts } of days) {
    const orders = puts.filter(({ purpose }) => purpose === 'instruction')
    const results = puts.filter(({ purpose }) => purpose === 'result')
    if (orders.length > 0 && traffic.bring.length > 0) requests.push(...bringing(orders, dice.pick(traffic.bring), dice))
    if (results.length > 0 && traffic.fetch.length > 0) requests.push(...fetching(results, dice.pick(traffic.fetch), dice))
    if (orders.length > 0 && traffic.bring.length > 0)
      requests.push(...looking(orders, dice.pick(traffic.bring), atUtc(day, 240 + dice.below(70)), dice.between(3, 9), dice))
    if (results.length > 0 && traffic.bring.length > 0)
      requests.push(...looking(results, dice.pick(traffic.bring), atUtc(day, 560 + dice.below(30)), dice.between(4, 14), dice))
  }
  for (const { visitor, day, minute, requests: count } of traffic.slips) {
    const there = days.filter((story) => story.day <= day).flatMap(({ puts }) => puts)
    requests.push(...looking(there, visitor, atUtc(day, minute), count, dice))
  }
  return requests.sort((a, b) => a.at - b.at || (a.address < b.address ? -1 : 1))
}

function bringing(orders: readonly PlacedFile[], visitor: Visitor, dice: Dice): Request[] {
  const sorted = [...orders].sort((a, b) => a.at - b.at)
  const first = sorted[0]?.at ?? 0
  const list = folderOf(sorted[0]?.path ?? '')
  const puts = sorted.map((file) => requestOf(visitor, file.at, 'PUT', file.path, 201, 0))
  return [requestOf(visitor, first - dice.between(60, 500) * 1000, 'PROPFIND', list, 207, dice.between(2000, 9000)), ...puts]
}

function fetching(results: readonly PlacedFile[], visitor: Visitor, dice: Dice): Request[] {
  let now = Math.max(...results.map(({ at }) => at)) + dice.between(4, 50) * 60_000
  const requests = [requestOf(visitor, now, 'PROPFIND', folderOf(results[0]?.path ?? ''), 207, dice.between(4000, 16_000))]
  for (const file of results) {
    now += dice.between(2, 25) * 1000
    requests.push(requestOf(visitor, now, 'GET', file.path, 200, file.bytes.length))
  }
  return requests
}

function looking(files: readonly PlacedFile[], visitor: Visitor, from: number, count: number, dice: Dice): Request[] {
  let now = from
  return Array.from({ length: count }, (_, index) => {
    now += dice.between(5, 70) * 1000
    const file = dice.pick(files)
    if (index === 0) return requestOf(visitor, now, 'PROPFIND', folderOf(file.path), 207, dice.between(2000, 9000))
    return requestOf(visitor, now, 'GET', file.path, 200, file.bytes.length)
  })
}

function requestOf(visitor: Visitor, at: number, method: Request['method'], path: string, status: number, bytes: number): Request {
  const { address, user, agent } = visitor
  return { address, user, agent, at: Math.floor(at / 1000) * 1000, method, path, status, bytes }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The logs as rotation leaves them: a gzip file per past day of the server's clock, and the current one. `at` overrides their file times. */
export function logFiles(requests: readonly Request[], zone: ZoneMinutes, at?: number): PlacedFile[] {
  const dayIn = (instant: number) => dayOf(instant + zone * 60_000)
  const byDay = new Map<string, Request[]>()
  for (const request of requests) byDay.set(dayIn(request.at), [...(byDay.get(dayIn(request.at)) ?? []), request])
  const days = [...byDay.keys()].sort()
  return days.map((day, index) => {
    const bytes = accessLog(byDay.get(day) ?? [], zone)
    if (index === days.length - 1) return { path: 'logs/access.log', bytes, at: at ?? (byDay.get(day) ?? []).at(-1)?.at ?? 0 }
    const midnight = atUtc(day, 1440) - zone * 60_000
    return { path: `logs/access.log-${day.replaceAll('-', '')}.gz`, bytes: gz(bytes, 'access.log', midnight), at: at ?? midnight + 90_000 }
  })
}

/** What the logs say of each address and the table states of it, by address. */
export function clientsOf(requests: readonly Request[], visitors: readonly Visitor[]): ClientTruth[] {
  const rows = new Map(visitors.map(({ address, row }) => [address, row]))
  const counts = new Map<string, number>()
  for (const { address } of requests) counts.set(address, (counts.get(address) ?? 0) + 1)
  return [...counts.keys()].sort().map((address) => {
    const row = rows.get(address)
    return { address, events: counts.get(address) ?? 0, kind: row?.kind ?? '', country: row?.country ?? '', region: row?.region ?? '' }
  })
}

/** The registration table as CSV. */
export function registrationTable(rows: readonly RegistrationRow[], asOf: string): Uint8Array {
  const quoted = (value: string) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  const lines = rows.map((row) => [row.cidr, row.country, row.region, row.network, row.holder, row.kind, asOf].map(quoted).join(','))
  return utf8(`${['cidr,country,region,network,holder,kind,asof', ...lines].join('\n')}\n`)
}
