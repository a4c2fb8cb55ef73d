import { LIMITS } from '../../base/limits.ts'
import { clockOfMs } from '../../base/time.ts'
import { type Exhibit, TRACE_FIELDS, type Trace, type TraceField } from '../../model/index.ts'
import type { Redactor } from '../redact.ts'
import type { GalleryCard, GalleryInput } from './gallery.ts'

const MOST_FACTS = 3
const FACT_CHARS = 80
const SHA_DIGITS = 16

/** Makes cards of pictures. */
export interface Cards {
  /** `exhibits` are those with the picture's bytes, at least one; `bits` those to the nearest other picture of its group. */
  readonly card: (exhibits: readonly Exhibit[], frameMs: number | undefined, bits: number | undefined) => GalleryCard
  /** The exhibits with these bytes. */
  readonly holders: (sha256: string) => readonly Exhibit[]
}

/** What makes the cards of a page; `shown` gives a path as it may be read. */
export function cardsOf({ exhibits, traces }: GalleryInput, redact: Redactor, shown: (text: string) => string): Cards {
  const holders = new Map<string, Exhibit[]>()
  for (const exhibit of exhibits) {
    const known = holders.get(exhibit.sha256)
    if (known) known.push(exhibit)
    else holders.set(exhibit.sha256, [exhibit])
  }
  const facts = factsOf(exhibits, traces)
  return {
    holders: (sha256) => holders.get(sha256) ?? [],
    card(of, frameMs, bits) {
      const sha256 = of[0]?.sha256 ?? ''
      const paths = of
        .slice(0, LIMITS.galleryPaths)
        .map(({ path }) => (frameMs === undefined ? shown(path) : `${shown(path)} @ ${clockOfMs(frameMs)}`))
      const days = [...of.map(({ firstSeen }) => firstSeen), ...of.map(({ lastSeen }) => lastSeen)].sort()
      const [first = '', last = ''] = [days[0], days.at(-1)]
      return {
        sha256,
        ...(frameMs === undefined ? {} : { frameMs }),
        shown: {
          alt: `${frameMs === undefined ? 'Picture' : 'Key frame'} ${paths[0] ?? ''}`,
          paths,
          morePaths: Math.max(0, of.length - LIMITS.galleryPaths),
          sha256: sha256.slice(0, SHA_DIGITS),
          days: first === last ? first : `${first} to ${last}`,
          facts: (facts.get(sha256) ?? []).slice(0, MOST_FACTS).map(({ field, value }) => {
            const text = shown(redact.trace(field, value))
            return `${WORDS[field] ?? field}: ${text.length > FACT_CHARS ? `${text.slice(0, FACT_CHARS)}…` : text}`
          }),
          ...(bits === undefined
            ? {}
            : { distance: bits === 0 ? 'same picture hash, other bytes' : `${bits} of 64 bits from the nearest` }),
        },
      }
    },
  }
}

const WORDS: Readonly<Record<string, string>> = {
  application: 'saved with',
  author: 'author',
  lastModifiedBy: 'saved last by',
  device: 'device',
  user: 'account',
}

/** What files state of who made them and with what, by the hash of their bytes: programs first, each value once. */
function factsOf(exhibits: readonly Exhibit[], traces: readonly Trace[]): ReadonlyMap<string, readonly Pick<Trace, 'field' | 'value'>[]> {
  const bytesOf = new Map(exhibits.map(({ id, sha256 }) => [id, sha256]))
  const facts = new Map<string, Pick<Trace, 'field' | 'value'>[]>()
  for (const { field, value, exhibitId } of traces) {
    const group = (TRACE_FIELDS as Readonly<Record<string, TraceField>>)[field]?.group
    const sha256 = bytesOf.get(exhibitId)
    if (sha256 === undefined || (field !== 'application' && group !== 'who')) continue
    const known = facts.get(sha256) ?? []
    facts.set(sha256, known)
    if (known.length >= LIMITS.galleryGroup || known.some((fact) => fact.field === field && fact.value === value)) continue
    if (field === 'application') known.unshift({ field, value })
    else known.push({ field, value })
  }
  return facts
}
