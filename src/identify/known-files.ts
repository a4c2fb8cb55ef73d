import type { Exhibit, KnownFile, Passage, Trace } from '../model/index.ts'

/** Kinds of known files that are no material of a production. */
const NOISE: ReadonlySet<string> = new Set<KnownFile['kind']>(['software', 'stock'])

/** Whether an exhibit is software or a stock asset that a person brought a set for: it stays an exhibit and is no sign of anything. */
export function isNoise({ known }: Pick<Exhibit, 'known'>): boolean {
  return known !== undefined && NOISE.has(known.kind)
}

/**
 * Marks exhibits that are known. `find` answers for an exhibit's own bytes; a member of a known container is known with it, because its bytes lie within known bytes.
 * A known software or stock file is neither something to act on nor a result. Containers stand before their members.
 */
export function markKnown(exhibits: readonly Exhibit[], find: (exhibit: Exhibit) => KnownFile | undefined): Exhibit[] {
  const containers = new Map<string, KnownFile>()
  return exhibits.map((exhibit) => {
    const place = [exhibit.blob, ...exhibit.inside]
    const known = find(exhibit) ?? (exhibit.inside.length === 0 ? undefined : containers.get(place.slice(0, -1).join('!')))
    if (known === undefined) return exhibit
    containers.set(place.join('!'), known)
    const { purpose, ...rest } = exhibit
    return isNoise({ known }) || purpose === undefined ? { ...rest, known } : { ...rest, purpose, known }
  })
}

/** The same records without exhibits that are noise, and without the passages and traces of these. The records themselves keep everything. */
export function withoutNoise<
  T extends { readonly exhibits: readonly Exhibit[]; readonly passages: readonly Passage[]; readonly traces: readonly Trace[] },
>(records: T): T {
  const noise = new Set(records.exhibits.filter(isNoise).map(({ id }) => id))
  if (noise.size === 0) return records
  return {
    ...records,
    exhibits: records.exhibits.filter(({ id }) => !noise.has(id)),
    passages: records.passages.filter(({ exhibitId }) => !noise.has(exhibitId)),
    traces: records.traces.filter(({ exhibitId }) => !noise.has(exhibitId)),
  }
}
