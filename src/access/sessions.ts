import { quoteEnd } from './clf.ts'
import type { LogLine } from './log-format.ts'
import { joinRuns, type Run } from './runs.ts'

/** Requests that change something at the server, when it answered that it did. */
const WRITES = new Set(['PUT', 'POST', 'PATCH', 'DELETE', 'MKCOL', 'MOVE', 'COPY', 'PROPPATCH'])
/** Whether a request changes something, takes something, or neither (listings, questions, what is no HTTP request). */
export type RequestKind = 'write' | 'read' | 'other'

/** What kind of request a method makes. */
export function kindOf(method: string): RequestKind {
  return method === 'GET' ? 'read' : WRITES.has(method) ? 'write' : 'other'
}

/** Statuses from here on say that nothing was done. */
const FIRST_ERROR = 400
const MAX_AGENT_BYTES = 512
/** Words by which programs that fetch unattended name themselves. */
const ROBOT = /bot\b|bot[/;-]|crawl|spider|slurp|monitor|uptime|healthcheck|feedfetcher|scanner|zgrab|masscan/i

interface Open {
  first: number
  last: number
  events: number
  writes: number
  reads: number
  from: number
  to: number
  robot: 0 | 1
}

interface Counts {
  events: number
  first: number
  last: number
  open: Open | undefined
}

/** Cuts the events of each visitor into runs, as they come. */
export class Sessions {
  private readonly gap: number
  private readonly max: number
  private readonly counts: Counts[] = []
  private runs: Run[] = []
  private isCut = false

  constructor(gap: number, max: number) {
    this.gap = gap
    this.max = max
  }

  /** Takes one event; `from` and `to` are its line in the plain log. */
  take(visitor: number, b: Uint8Array, line: LogLine, kind: RequestKind, from: number, to: number): void {
    const { time, status } = line
    let counts = this.counts[visitor]
    if (counts === undefined) {
      counts = { events: 0, first: time, last: time, open: undefined }
      this.counts[visitor] = counts
    }
    counts.events++
    if (time < counts.first) counts.first = time
    if (time > counts.last) counts.last = time
    let open = counts.open
    if (open === undefined || time > open.last + this.gap || time < open.first - this.gap) {
      if (open !== undefined) this.close(visitor, open)
      open = { first: time, last: time, events: 0, writes: 0, reads: 0, from, to, robot: isRobot(b, line) ? 1 : 0 }
      counts.open = open
    }
    if (time < open.first) open.first = time
    if (time > open.last) open.last = time
    open.events++
    open.to = to
    if (status < FIRST_ERROR) {
      if (kind === 'read') open.reads++
      else if (kind === 'write') open.writes++
    }
  }

  /** Events and times of one visitor, also of runs that were not kept. */
  countsOf(visitor: number): { readonly events: number; readonly first: number; readonly last: number } {
    return this.counts[visitor] ?? { events: 0, first: 0, last: 0 }
  }

  /** All runs, joined where lines out of order had cut them. */
  finish(): { readonly runs: readonly Run[]; readonly isCut: boolean } {
    for (const [visitor, { open }] of this.counts.entries()) if (open) this.close(visitor, open)
    return { runs: joinRuns(this.runs, this.gap), isCut: this.isCut }
  }

  private close(visitor: number, open: Open): void {
    if (this.isCut) return
    if (this.runs.length >= this.max) {
      this.runs = joinRuns(this.runs, this.gap)
      // Joining is work over all runs: when it makes little room it is not tried again.
      this.isCut = this.runs.length > this.max * 0.75
      if (this.isCut) return
    }
    this.runs.push([visitor, open.first, open.last, open.events, open.writes, open.reads, open.from, open.to, open.robot])
  }
}

/** Whether the program that the line names, the second quoted field after the size, calls itself something that fetches unattended. */
function isRobot(b: Uint8Array, { restFrom, restTo }: LogLine): boolean {
  const referrer = quoteEnd(b, restFrom + 2, restTo)
  if (referrer < 0) return false
  const agent = referrer + 3
  const end = Math.min(restTo, agent + MAX_AGENT_BYTES)
  return agent < end && ROBOT.test(Buffer.from(b.buffer, b.byteOffset + agent, end - agent).toString('latin1'))
}
