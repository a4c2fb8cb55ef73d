import type { ZoneMinutes } from '../files/time.ts'
import type { Desk, LayoutName, Voice } from './layouts.ts'
import type { Words } from './lines.ts'

/** A production on the place. Shots are numbered; a code carries show, part and shot, and a version is appended to it. */
export interface Show {
  readonly title: string
  readonly aliases: readonly string[]
  readonly codes: readonly string[]
  readonly companies: readonly string[]
  /** Folder of the part that is worked on, such as `LNT/s03e07`. */
  readonly folder: string
  readonly shotCode: (number: number) => string
  readonly scene: string
  readonly firstShot: number
  readonly step: number
}

/** Names of folders and files in the languages of the place. `MMDD` stands for the day. */
export interface Names {
  readonly orders: string
  readonly corrections: string
  readonly results: string
  readonly deliveries: string
  readonly sheet: string
  readonly order: string
  readonly correction: string
  readonly note: string
  readonly delivery: string
  readonly contents: string
  readonly confirmation: string
}

/** A studio that works day by day: what the stories of January and of three twins share. */
export interface Studio {
  readonly seed: string
  readonly days: { readonly first: string; readonly last: string }
  /** Days on which nothing arrives. */
  readonly gaps: ReadonlySet<string>
  /** The first show gets drawings, the second films. */
  readonly shows: readonly [Show, Show]
  readonly words: Words
  readonly chinese: Voice
  readonly korean: Voice
  readonly heads: readonly [shot: string, frames: string, zh: string, ko: string]
  readonly lead: Desk
  readonly names: Names
  readonly layouts: readonly LayoutName[]
  readonly pairsPerDay: { readonly sheet: number; readonly order: number; readonly corrections: number }
  readonly othersPerDay: { readonly sheet: number; readonly order: number; readonly corrections: number }
  /** Every how many working days a note is drawn into a picture, and a delivery is packed. */
  readonly noteEvery: number
  readonly deliveryEvery: number
  readonly team: Team
}

/** The machines on which results are made. */
export interface Team {
  readonly zone: ZoneMinutes
  readonly machines: readonly { readonly machine: string; readonly user: string }[]
  readonly drawingProgram: string
  readonly sceneProgram: string
  /** Code page of the names in packed deliveries. */
  readonly zipNames: 'cp949' | 'gbk' | 'utf8'
}

/** What results need of a studio. */
export type Workshop = Pick<Studio, 'seed' | 'names' | 'team'>

/** `MMDD` of a name pattern replaced. */
export function named(pattern: string, monthDay: string): string {
  return pattern.replaceAll('MMDD', monthDay)
}

/** A shot code with its version: `LNT_s03e07_112_v02`. */
export function versioned(shot: string, version: number): string {
  return `${shot}_v${String(version).padStart(2, '0')}`
}
