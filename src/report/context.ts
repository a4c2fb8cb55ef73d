import { isoInstant } from '../base/time.ts'
import {
  type Assessment,
  type CaseRecords,
  type Chain,
  type Exhibit,
  type Finding,
  parseAnchor,
  placeInWords,
  type RuleOutcome,
} from '../model/index.ts'
import type { Profile } from './document.ts'
import { type Redactor, redactorOf } from './redact.ts'

/** What a report is composed from. */
export interface ReportInput {
  readonly records: CaseRecords
  readonly findings: readonly Finding[]
  readonly outcomes: readonly RuleOutcome[]
  readonly assessment: Assessment
  readonly chain: Chain
  /** Ledger head that the report rests on. */
  readonly head: { readonly count: number; readonly hash: string }
  readonly tool: string
  /** Epoch milliseconds. */
  readonly now: number
  readonly profile: Profile
  readonly configHash: string
}

/** What sections share: the input, numbers for exhibits in the order they are first cited, and the redactor. */
export interface ReportContext extends ReportInput {
  readonly redact: Redactor
  readonly writtenAt: string
  /** Cites an anchor: `X12 path, cell B4`; `undefined` place for whole files. Unknown anchors are shown as they are, shortened. */
  readonly cite: (anchor: string) => string
  /** Cites at most `max` anchors, one per exhibit, and says how many more there are. */
  readonly citeAll: (anchors: readonly string[], max?: number) => string
  /** Exhibits cited so far, in the order of their numbers. */
  readonly cited: () => readonly (readonly [number: string, exhibit: Exhibit])[]
}

/** Makes the context of one report. */
export function contextOf(input: ReportInput): ReportContext {
  const redact = redactorOf(input.profile, input.records.config, input.records.traces)
  const byPlace = new Map<string, Exhibit>()
  for (const exhibit of input.records.exhibits) {
    const key = [exhibit.blob, ...exhibit.inside].join('!')
    if (!byPlace.has(key)) byPlace.set(key, exhibit)
  }
  const numbers = new Map<Exhibit, string>()
  const numberOf = (exhibit: Exhibit) => {
    const known = numbers.get(exhibit)
    if (known !== undefined) return known
    const number = `X${numbers.size + 1}`
    numbers.set(exhibit, number)
    return number
  }
  const find = (anchor: string) => byPlace.get(anchor.slice(0, anchor.lastIndexOf('!')))
  const cite = (anchor: string) => {
    const exhibit = find(anchor)
    if (!exhibit) return anchor.length > 90 ? `${anchor.slice(0, 12)}…${anchor.slice(64, 104)}` : anchor
    return `${numberOf(exhibit)} ${exhibit.path}${placeWords(anchor)}`
  }
  const citeAll = (anchors: readonly string[], max = 4) => {
    const seen = new Set<Exhibit>()
    const chosen: string[] = []
    for (const anchor of anchors) {
      const exhibit = find(anchor)
      if (!exhibit || seen.has(exhibit)) continue
      seen.add(exhibit)
      if (chosen.length < max) chosen.push(cite(anchor))
      if (seen.size >= 2000) break
    }
    const more = seen.size - chosen.length
    return `${chosen.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
  }
  return {
    ...input,
    redact,
    writtenAt: isoInstant(input.now),
    cite,
    citeAll,
    cited: () => [...numbers].map(([exhibit, number]) => [number, exhibit]),
  }
}

/** `, cell Sheet1 B4`: the place of an anchor in words; nothing for a whole file. */
function placeWords(anchor: string): string {
  try {
    const { at } = parseAnchor(anchor)
    const words = placeInWords(at)
    return words === '' ? '' : `, ${words}`
  } catch {
    return ''
  }
}
