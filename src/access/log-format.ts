/** One parsed line: offsets into the bytes that were given, so that no text is made per line. Reused from line to line. */
export interface LogLine {
  addressFrom: number
  addressTo: number
  /** Empty range or a single `-` when nobody signed in. */
  userFrom: number
  userTo: number
  /** Epoch seconds, UTC. */
  time: number
  /** The zone offset that the line states, in minutes: the clock of the server, not where anybody sits. */
  zoneMinutes: number
  /** Empty range when the request is no HTTP request. */
  methodFrom: number
  methodTo: number
  /** Three digits as they stand. */
  status: number
  /** Bytes sent, 0 when the line states none. */
  sent: number
  /** What follows the size: nothing, or quoted referrer and program. Looked at only where a session begins. */
  restFrom: number
  restTo: number
}

/** A sample line and what must come out of it; the contract test tries every one. */
export interface LogSample {
  readonly line: string
  readonly address: string
  readonly user: string
  /** ISO instant, UTC. */
  readonly at: string
  readonly method: string
  readonly status: number
  readonly sent: number
}

/** One format of access logs, one record per line. */
export interface LogFormat {
  /** The format's name in records: `combined`. */
  readonly name: string
  readonly summary: string
  /** The public description that the format follows. */
  readonly source: string
  /** Lines made for this project. */
  readonly samples: readonly LogSample[]
  /** Fills `line` from `bytes[from, to)`, which holds one line without its end; false when it is none of this format, whatever the bytes are. */
  readonly parse: (bytes: Uint8Array, from: number, to: number, line: LogLine) => boolean
}

/** An empty line to be filled. */
export function newLogLine(): LogLine {
  return {
    addressFrom: 0,
    addressTo: 0,
    userFrom: 0,
    userTo: 0,
    time: 0,
    zoneMinutes: 0,
    methodFrom: 0,
    methodTo: 0,
    status: 0,
    sent: 0,
    restFrom: 0,
    restTo: 0,
  }
}
