import { utf8 } from './bytes.ts'
import { localClock, type ZoneMinutes, zoneText } from './time.ts'

/** One request. `path` is a name as people read it; it is percent-encoded in the line. */
export interface Request {
  readonly address: string
  readonly user: string
  readonly at: number
  readonly method: 'GET' | 'PUT' | 'HEAD' | 'PROPFIND'
  readonly path: string
  readonly status: number
  readonly bytes: number
  readonly agent: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An access log in Apache's combined format, in the clock of the server's zone, in order of time. */
export function accessLog(requests: readonly Request[], zone: ZoneMinutes): Uint8Array {
  return utf8(requests.map((request) => `${line(request, zone)}\n`).join(''))
}

function line(request: Request, zone: ZoneMinutes): string {
  const clock = localClock(request.at, zone)
  const day = `${String(clock.getUTCDate()).padStart(2, '0')}/${MONTHS[clock.getUTCMonth()]}/${clock.getUTCFullYear()}`
  const stamp = `${day}:${clock.toISOString().slice(11, 19)} ${zoneText(zone).replace(':', '')}`
  const target = `/${request.path.split('/').map(encodeURIComponent).join('/')}`
  const size = request.bytes === 0 ? '-' : String(request.bytes)
  return `${request.address} - ${request.user} [${stamp}] "${request.method} ${target} HTTP/1.1" ${request.status} ${size} "-" "${request.agent}"`
}
