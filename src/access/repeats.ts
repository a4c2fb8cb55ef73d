import { compareText } from '../base/hash.ts'
import type { Warning } from '../model/index.ts'
import type { LogScan } from './log-scan.ts'

/**
 * Leaves out logs whose records another log holds too: the same log packed and plain, or the same log as it stood on an earlier visit. The longer one is kept;
 * of equally long ones the plain one, then the first by path and hash. Told from running hashes over the complete lines; the last few lines before the end
 * of a long shorter log may lie between two marks and are then taken on trust, which the warning says.
 */
export function withoutRepeats(scans: readonly LogScan[]): { readonly kept: readonly LogScan[]; readonly warnings: readonly Warning[] } {
  const longestFirst = [...scans].sort(
    (a, b) =>
      b.lines - a.lines || Number(a.isPacked) - Number(b.isPacked) || compareText(a.path, b.path) || compareText(a.sha256, b.sha256),
  )
  const kept: LogScan[] = []
  const byStart = new Map<number, { readonly scan: LogScan; readonly marks: ReadonlyMap<number, number> }[]>()
  const repeats: string[] = []
  let trusted = 0
  for (const scan of longestFirst) {
    const start = scan.marks[0]?.[1]
    const rivals = start === undefined ? [] : (byStart.get(start) ?? [])
    const shared = rivals.find(({ marks }) => isBeginning(scan, marks))
    if (shared) {
      repeats.push(`${scan.path} in ${shared.scan.path}`)
      const [line = 0, hash] = scan.marks.at(-1) ?? []
      if (shared.marks.get(line) !== hash) trusted++
      continue
    }
    kept.push(scan)
    if (start !== undefined) byStart.set(start, [...rivals, { scan, marks: new Map(scan.marks) }])
  }
  if (repeats.length === 0) return { kept, warnings: [] }
  const names = repeats.sort(compareText).slice(0, 5).join(', ')
  const more = repeats.length > 5 ? ` and ${repeats.length - 5} more` : ''
  const trust = trusted > 0 ? `; in ${trusted} of them the last lines were not compared` : ''
  return { kept, warnings: [{ code: 'log-repeated', message: `counted once, for a longer log holds it too: ${names}${more}${trust}` }] }
}

/** Whether every mark of the shorter log that the longer one has too is the same; the last mark of the shorter may lie where the longer has none. */
function isBeginning(shorter: LogScan, longer: ReadonlyMap<number, number>): boolean {
  const last = shorter.marks.length - 1
  return shorter.marks.every(([line, hash], index) => {
    const other = longer.get(line)
    return other === undefined ? index === last && index > 0 : other === hash
  })
}
