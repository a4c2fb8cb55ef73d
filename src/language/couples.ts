import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { Passage } from '../model/index.ts'
import { type Mark, markedPath } from './marks.ts'

/** A file as one side of pairs across files. Times are epoch milliseconds in UTC, as the file states them; absent when it states none. */
export interface PairFile {
  readonly exhibitId: string
  readonly sourceId: string
  readonly path: string
  /** Day of the first visit that saw it, YYYY-MM-DD. */
  readonly firstSeen: string
  /** In reading order. */
  readonly passages: readonly Passage[]
  readonly createdMs?: number
  readonly modifiedMs?: number
  /** When the place that listed it says it was changed; copying can set it anew. */
  readonly listedMs?: number
  readonly lastModifiedBy?: string
}

/** Two files that are compared, and the sentence that says why. */
export interface Couple {
  readonly a: PairFile
  readonly b: PairFile
  readonly marks: readonly [a: readonly Mark[], b: readonly Mark[]]
  readonly why: string
}

/** Days between the first visits of two files whose names match; files of one shot must be of one day. */
const MOST_DAYS = 7
const DAY_MS = 86_400_000

interface Named {
  readonly file: PairFile
  readonly stem: string
  readonly marks: readonly Mark[]
  readonly folder: string
  readonly code: string | undefined
}

/**
 * The couples of files worth comparing: of one source, whose paths match but for marks of language (`x.docx`, `x_kor.docx`, `cn/x.txt`, `kr/x.txt`), or that lie in one
 * folder since one day and bear one shot code. In the order of their paths; `warn` is told of every group and of all that is left out.
 */
export function couplesOf(files: readonly PairFile[], warn: (path: string, message: string) => void): Couple[] {
  const named = [...files].sort((a, b) => compareText(a.path, b.path) || compareText(a.exhibitId, b.exhibitId)).map(namedOf)
  const couples: Couple[] = []
  const seen = new Set<string>()
  const group = (keyOf: (file: Named) => string | undefined, take: (a: Named, b: Named) => string | undefined) => {
    for (const members of groupsOf(named, keyOf, warn))
      for (const [i, a] of members.entries())
        for (const b of members.slice(i + 1)) {
          const key = `${a.file.exhibitId} ${b.file.exhibitId}`
          const why = seen.has(key) ? undefined : take(a, b)
          if (why === undefined) continue
          seen.add(key)
          couples.push({ a: a.file, b: b.file, marks: [a.marks, b.marks], why })
        }
  }
  group(
    ({ file, stem }) => `${file.sourceId}\n${stem}`,
    (a, b) => {
      if (String(a.marks) === String(b.marks) || daysApart(a.file, b.file) > MOST_DAYS) return undefined
      return `their files are named alike but for a mark of language: ${nameOf(a.file.path)} and ${nameOf(b.file.path)}`
    },
  )
  group(
    ({ file, folder, code }) => (code === undefined ? undefined : `${file.sourceId}\n${folder}\n${file.firstSeen}\n${code}`),
    ({ code }) => `their files lie in one folder since one day and bear one shot code: ${code}`,
  )
  if (couples.length > LIMITS.pairFileCouples)
    warn(
      couples[LIMITS.pairFileCouples]?.a.path ?? '',
      `more than ${LIMITS.pairFileCouples} couples of files by their names: the others were not compared`,
    )
  return couples.slice(0, LIMITS.pairFileCouples)
}

function groupsOf(
  named: readonly Named[],
  keyOf: (file: Named) => string | undefined,
  warn: (path: string, message: string) => void,
): Named[][] {
  const groups = new Map<string, Named[]>()
  for (const file of named) {
    const key = keyOf(file)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  return [...groups.values()].map((group) => {
    const [first] = group
    if (first && group.length > LIMITS.pairFileGroup)
      warn(first.file.path, `${group.length} files bear its name or shot code: ${LIMITS.pairFileGroup} were compared with each other`)
    return group.slice(0, LIMITS.pairFileGroup)
  })
}

function namedOf(file: PairFile): Named {
  const cut = Math.max(file.path.lastIndexOf('/'), file.path.lastIndexOf('!')) + 1
  const folder = file.path.slice(0, cut)
  const name = file.path.slice(cut).replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const { stem, marks } = markedPath(folder + name)
  return { file, stem, marks, folder, code: codeOf(name) }
}

/** `S01E04_C0120`, `INV_307_0450`, `E307-112`: letters, then two or three numbers. */
const SHOT_CODE = /(?<![A-Za-z0-9])([A-Za-z]{1,8}[_-]?\d{1,4}(?!\d)(?:[_-]?[A-Za-z]{1,3}\d{1,5}(?!\d)|[_-]\d{2,5}(?!\d)){1,2})/

function codeOf(name: string): string | undefined {
  return SHOT_CODE.exec(name.normalize('NFKC').slice(0, 200))?.[1]?.toLowerCase().replace(/[_-]/g, '')
}

function daysApart(a: PairFile, b: PairFile): number {
  const days = Math.abs(Date.parse(a.firstSeen) - Date.parse(b.firstSeen)) / DAY_MS
  return Number.isFinite(days) ? days : 0
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1)
}
