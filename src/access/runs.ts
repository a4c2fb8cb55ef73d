/** Seconds without an event after which a session is over. */
export const SESSION_GAP = 30 * 60

/** Seconds without any event after which a log is said to have a gap. */
export const LOG_GAP = 6 * 3600

/**
 * A run of events of one visitor in one log: visitor number, first and last second, events, writes, reads, byte range in the plain log, 1 when its first
 * event names a robot or tool that fetches by itself.
 */
export type Run = readonly [
  visitor: number,
  first: number,
  last: number,
  events: number,
  writes: number,
  reads: number,
  from: number,
  to: number,
  robot: 0 | 1,
]

/** Stretches of time, in seconds, both ends included. */
export type Stretch = readonly [first: number, last: number]

/** Joins runs of one visitor that lie no more than `gap` seconds apart, whatever order they come in. */
export function joinRuns(runs: readonly Run[], gap: number): Run[] {
  const sorted = [...runs].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[6] - b[6])
  const joined: Run[] = []
  for (const run of sorted) {
    const before = joined.at(-1)
    if (before !== undefined && before[0] === run[0] && run[1] - before[2] <= gap) joined[joined.length - 1] = joinTwo(before, run)
    else joined.push(run)
  }
  return joined
}

function joinTwo(a: Run, b: Run): Run {
  return [
    a[0],
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    a[3] + b[3],
    a[4] + b[4],
    a[5] + b[5],
    Math.min(a[6], b[6]),
    Math.max(a[7], b[7]),
    a[8] === 1 && b[8] === 1 ? 1 : 0,
  ]
}

/** Joins stretches that lie no more than `gap` seconds apart; the result is sorted. */
export function joinStretches(stretches: readonly Stretch[], gap: number): Stretch[] {
  const sorted = [...stretches].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const joined: Stretch[] = []
  for (const [first, last] of sorted) {
    const before = joined.at(-1)
    if (before !== undefined && first - before[1] <= gap) joined[joined.length - 1] = [before[0], Math.max(before[1], last)]
    else joined.push([first, last])
  }
  return joined
}
