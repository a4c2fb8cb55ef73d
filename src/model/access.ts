/** To whom an address is registered, from whom we know it, as of when. Registration is not location. */
export interface Registration {
  readonly cidr: string
  /** ISO 3166-1 alpha-2, or empty when the table does not say. */
  readonly country: string
  readonly region: string
  readonly network: string
  readonly holder: string
  readonly kind: 'isp' | 'vpn' | 'hosting' | 'school' | 'other' | 'dprk' | 'unknown'
  /** Name of the table: `built-in: …` or `stated by …`. */
  readonly source: string
  readonly asOf: string
  /** Rating of a table that a person brought. */
  readonly rating?: string
}

/** One address seen in logs. */
export interface Client {
  readonly address: string
  readonly events: number
  readonly sessions: number
  readonly users: readonly string[]
  readonly firstAt: string
  readonly lastAt: string
  readonly registrations: readonly Registration[]
}

/** A run of events by one client without a gap longer than the stated one. */
export interface Session {
  readonly id: string
  readonly address: string
  readonly user?: string
  readonly firstAt: string
  readonly lastAt: string
  readonly events: number
  /** Writes (PUT, POST, MKCOL, DELETE, MOVE, uploads) and reads. */
  readonly writes: number
  readonly reads: number
  readonly sha256: string
  /** Half-open byte range in the log that holds it. */
  readonly from: number
  readonly to: number
}

/** One log file and what it covers. */
export interface LogFile {
  readonly path: string
  readonly sha256: string
  readonly format: string
  readonly confidence: number
  readonly lines: number
  readonly events: number
  readonly skipped: number
  readonly firstAt: string
  readonly lastAt: string
  /** Stretches without a record longer than six hours. */
  readonly gaps: readonly { readonly from: string; readonly to: string }[]
}

/** Which working days fit the hours; never one zone, never a country. */
export interface Rhythm {
  readonly fits: readonly { readonly offset: string; readonly workday: string }[]
  readonly excludedOffsets: readonly string[]
  readonly anchors: readonly string[]
}

/** What the access room gives. */
export interface AccessSummary {
  readonly files: readonly LogFile[]
  readonly events: number
  readonly sessions: number
  readonly clients: readonly Client[]
  /** 168 counts, Monday 00 UTC first. */
  readonly hourOfWeekUtc: readonly number[]
  readonly rhythm: Rhythm
}
