import { findPairs, findPairsAcross, type PairFile, settleDirections } from '../language/index.ts'
import type { Exhibit, Pair, Passage, Trace, Warning } from '../model/index.ts'

/** Pairs of a case, and the bounds that were met. */
export interface CasePairs {
  readonly pairs: readonly Pair[]
  readonly warnings: readonly (Warning & { readonly path: string })[]
}

/** Pairs inside every exhibit, with the directions that the order of the whole case settles, then pairs between exhibits whose names say that they belong together. */
export function pairsOfCase(exhibits: readonly Exhibit[], passages: readonly Passage[], traces: readonly Trace[]): CasePairs {
  const warnings: (Warning & { path: string })[] = []
  const warn = (path: string, message: string) => {
    warnings.push({ code: 'pair-limit', message, path })
  }
  const groups = new Map<string, Passage[]>()
  for (const passage of passages) push(groups, passage.exhibitId, passage)
  const inside = [...groups.values()].flatMap((group) => findPairs(group, (message) => warn(group[0]?.path ?? '', message)))
  const dated = new Map<string, Trace[]>()
  for (const trace of traces) if (groups.has(trace.exhibitId) && DATED.has(trace.field)) push(dated, trace.exhibitId, trace)
  const files = exhibits.flatMap((exhibit) => {
    const group = groups.get(exhibit.id)
    return group === undefined ? [] : [fileOf(exhibit, group, dated.get(exhibit.id) ?? [])]
  })
  const across = findPairsAcross(files, inside)
  for (const { path, message } of across.warnings) warn(path, message)
  return { pairs: [...settleDirections(inside), ...across.pairs], warnings }
}

const DATED = new Set(['created', 'modified', 'lastModifiedBy'])
/** A time with its zone; without one it is no instant. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/

function fileOf({ id, sourceId, path, firstSeen, modifiedMs }: Exhibit, passages: readonly Passage[], traces: readonly Trace[]): PairFile {
  const instant = (field: string) => {
    const values = traces.filter((trace) => trace.field === field && INSTANT.test(trace.value)).map(({ value }) => Date.parse(value))
    return values.find((ms) => Number.isFinite(ms))
  }
  const [created, modified] = [instant('created'), instant('modified')]
  const account = traces.find(({ field }) => field === 'lastModifiedBy')?.value
  return {
    exhibitId: id,
    sourceId,
    path,
    firstSeen,
    passages,
    ...(created === undefined ? {} : { createdMs: created }),
    ...(modified === undefined ? {} : { modifiedMs: modified }),
    ...(modifiedMs === undefined ? {} : { listedMs: modifiedMs }),
    ...(account === undefined ? {} : { lastModifiedBy: account }),
  }
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}
