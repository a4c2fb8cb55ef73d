import { compareText } from '../base/hash.ts'
import type { ListingEntry } from '../model/index.ts'
import type { VisitsOfSource } from './state.ts'

/** A file as one observer saw it: its bytes and the first and last day (UTC, by that observer's clock or as stated) that these bytes lay under this path. */
export interface SeenByOne extends ListingEntry {
  readonly firstSeen: string
  readonly lastSeen: string
}

/** One file in the eyes of two observers. */
export interface ObservedFile {
  readonly result: 'same' | 'differs' | 'only-a' | 'only-b'
  /** What made the two one file: the same path, the same path after Unicode composition (NFC), or the same bytes under another path. Absent when only one saw it. */
  readonly match?: 'path' | 'nfc' | 'bytes'
  readonly a?: SeenByOne
  readonly b?: SeenByOne
}

/** Adds to each file of a state the days on which its bytes lay under its path. */
export function seenDays(entries: readonly ListingEntry[], visits: VisitsOfSource): SeenByOne[] {
  const days = new Map<string, { first: string; last: string }>()
  const wanted = new Map(entries.map(({ path, sha256 }) => [path, sha256]))
  for (const { visit, entries: listed } of visits) {
    for (const { path, sha256 } of listed) {
      if (wanted.get(path) !== sha256) continue
      const known = days.get(path)
      if (!known) days.set(path, { first: visit.day, last: visit.day })
      else if (visit.day < known.first) known.first = visit.day
      else if (visit.day > known.last) known.last = visit.day
    }
  }
  return entries.map((entry) => {
    const { first = '', last = '' } = days.get(entry.path) ?? {}
    return { ...entry, firstSeen: first, lastSeen: last }
  })
}

/**
 * Matches two observers' files: by path, then by path in NFC, then by bytes, each file once, in path order. What is left was seen by one of them only.
 */
export function compareObservers(a: readonly SeenByOne[], b: readonly SeenByOne[]): ObservedFile[] {
  const found: ObservedFile[] = []
  let left = inOrder(a)
  let right = inOrder(b)
  const matchBy = (match: NonNullable<ObservedFile['match']>, keyOf: (file: SeenByOne) => string) => {
    const waiting = new Map<string, SeenByOne[]>()
    for (const file of right.toReversed()) {
      const known = waiting.get(keyOf(file))
      if (known) known.push(file)
      else waiting.set(keyOf(file), [file])
    }
    const taken = new Set<SeenByOne>()
    left = left.filter((file) => {
      const other = waiting.get(keyOf(file))?.pop()
      if (!other) return true
      taken.add(other)
      found.push({ result: file.sha256 === other.sha256 ? 'same' : 'differs', match, a: file, b: other })
      return false
    })
    right = right.filter((file) => !taken.has(file))
  }
  matchBy('path', ({ path }) => path)
  matchBy('nfc', ({ path }) => path.normalize('NFC'))
  matchBy('bytes', ({ sha256 }) => sha256)
  for (const file of left) found.push({ result: 'only-a', a: file })
  for (const file of right) found.push({ result: 'only-b', b: file })
  return found.sort((x, y) => compareText(pathOf(x), pathOf(y)))
}

function inOrder(files: readonly SeenByOne[]): SeenByOne[] {
  return [...files].sort((x, y) => compareText(x.path, y.path))
}

function pathOf({ a, b }: ObservedFile): string {
  return a?.path ?? b?.path ?? ''
}

/** How the times that two observers list for the same bytes under the same path differ: `b` less `a`, in seconds. */
export interface FileTimeDifference {
  readonly compared: number
  /** The commonest difference, and how many files have it. */
  readonly commonestSeconds: number
  readonly files: number
}

/** The commonest difference of file times; undefined when no file was matched. Of equally common ones the smallest counts. */
export function fileTimeDifference(files: readonly ObservedFile[]): FileTimeDifference | undefined {
  const counts = new Map<number, number>()
  let compared = 0
  for (const { result, match, a, b } of files) {
    if (result !== 'same' || match === 'bytes' || a?.modifiedMs === undefined || b?.modifiedMs === undefined) continue
    const seconds = Math.round((b.modifiedMs - a.modifiedMs) / 1000)
    counts.set(seconds, (counts.get(seconds) ?? 0) + 1)
    compared++
  }
  const [commonest] = [...counts].sort(([x, n], [y, m]) => m - n || Math.abs(x) - Math.abs(y) || x - y)
  return commonest ? { compared, commonestSeconds: commonest[0], files: commonest[1] } : undefined
}
