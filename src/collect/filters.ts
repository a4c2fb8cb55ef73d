import { InbetweenError } from '../base/errors.ts'
import { listedTime } from './http/index-page.ts'
import type { SourceFile } from './source.ts'

/** Which files a person wants. What is left out is listed all the same, with why. */
export interface Filters {
  readonly pathsOnly?: boolean
  /** Bytes of one file. */
  readonly maxSize?: number
  /** Epoch milliseconds: files whose stated time is older are left out. */
  readonly newerThanMs?: number
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** Bytes that one visit may take in all. */
  readonly budgetBytes?: number
}

/** Why a file is left out by what its listing says, or undefined when it is wanted. */
export function leftOut(file: SourceFile, filters: Filters): string | undefined {
  if (filters.pathsOnly === true) return 'only paths were asked for'
  if (filters.include && filters.include.length > 0 && !filters.include.some((glob) => fitsGlob(glob, file.path))) return 'not in --include'
  const excluded = filters.exclude?.find((glob) => fitsGlob(glob, file.path))
  if (excluded !== undefined) return `in --exclude ${excluded}`
  if (filters.maxSize !== undefined && file.bytes !== undefined && file.bytes > filters.maxSize)
    return `larger than --max-size ${filters.maxSize}`
  const time = file.modifiedMs ?? (file.listed === undefined ? undefined : listedTime(file.listed))
  if (filters.newerThanMs !== undefined && time !== undefined && time < filters.newerThanMs) return 'older than --newest'
  return undefined
}

/**
 * Whether a path fits a glob: `*` is any run inside a step, `**` any run, `?` one character; a glob without `/` fits the last step. Linear in both.
 */
export function fitsGlob(glob: string, path: string): boolean {
  if (!glob.includes('/')) return fits(glob, path.slice(path.lastIndexOf('/') + 1))
  return fits(glob.replace(/^\.?\//, ''), path)
}

/** Walks the pattern once with the set of places in the text that it can have reached: no expression is built, so no glob takes for ever. */
function fits(glob: string, text: string): boolean {
  let reached = new Set([0])
  for (const [piece] of glob.matchAll(/\*\*\/|\*\*|\*|./gsu)) {
    const next = new Set<number>()
    for (const at of reached) {
      if (piece === '**/') {
        next.add(at)
        for (let to = text.indexOf('/', at); to >= 0; to = text.indexOf('/', to + 1)) next.add(to + 1)
      } else if (piece === '**') for (let to = at; to <= text.length; to++) next.add(to)
      else if (piece === '*') for (let to = at; to <= text.length && (to === at || text[to - 1] !== '/'); to++) next.add(to)
      else if (at < text.length && (piece === text[at] || (piece === '?' && text[at] !== '/'))) next.add(at + 1)
    }
    reached = next
  }
  return reached.has(text.length)
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 }

/** A size such as `200M` in bytes. @throws InbetweenError `IBT-USAGE`. */
export function parseSize(text: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?$/i.exec(text.trim()) ?? []
  if (number === undefined) throw new InbetweenError('IBT-USAGE', `${text}: not a size`, { hint: 'Write 500K, 200M or 2G.' })
  return Math.floor(Number(number) * (UNITS[unit.toUpperCase()] ?? 1))
}

const SPANS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** A span such as `24h` or `7d` in milliseconds. @throws InbetweenError `IBT-USAGE`. */
export function parseSpan(text: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([smhdw])$/.exec(text.trim()) ?? []
  if (number === undefined) throw new InbetweenError('IBT-USAGE', `${text}: not a span of time`, { hint: 'Write 30m, 24h or 7d.' })
  return Number(number) * (SPANS[unit] ?? 1)
}

/** A rate such as `1/s` or `30/m` in requests per second. @throws InbetweenError `IBT-USAGE`. */
export function parseRate(text: string): number {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)\s*(?:\/\s*([smh]))?$/.exec(text.trim()) ?? []
  const rate = number === undefined ? 0 : Number(number) / ((SPANS[unit] ?? 1000) / 1000)
  if (rate <= 0) throw new InbetweenError('IBT-USAGE', `${text}: not a rate`, { hint: 'Write 1/s or 20/m.' })
  return rate
}
