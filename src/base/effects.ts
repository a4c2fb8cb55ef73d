import { randomBytes } from 'node:crypto'

/** What a room may not take from the air: the clock, randomness and a place for progress. Tests pass fixed ones. */
export interface Effects {
  /** Epoch milliseconds now. */
  readonly now: () => number
  /** `count` unguessable bytes (salts, keys). */
  readonly random: (count: number) => Uint8Array
  /** What opens a case key that has a passphrase; it comes from a file that a person names, never from the environment. */
  readonly passphrase?: string
  /** A line of progress or a warning for a person; goes to stderr. */
  readonly log: (line: string) => void
}

/**
 * The real ones. `INBETWEEN_NOW` (an ISO instant) fixes the clock, so that a report can be reproduced byte for byte.
 */
export function realEffects(log: (line: string) => void = () => {}, passphrase?: string): Effects {
  const fixed = process.env.INBETWEEN_NOW === undefined ? Number.NaN : Date.parse(process.env.INBETWEEN_NOW)
  return {
    now: () => (Number.isNaN(fixed) ? Date.now() : fixed),
    random: (count) => randomBytes(count),
    log,
    ...(passphrase === undefined ? {} : { passphrase }),
  }
}
