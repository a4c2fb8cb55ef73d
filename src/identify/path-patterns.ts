import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { Exhibit, Passage, Production } from '../model/index.ts'
import { foldName } from '../names/index.ts'
import { type MayBe, mayBeShortFor } from './abbreviations.ts'
import { isNoise } from './known-files.ts'
import { type NameParts, namePartsOf } from './name-parts.ts'
import { NO_CODES } from './tables/no-codes.ts'

/** How names in paths are built: a template, how many files follow it, the letters in the place of `{PROD}`, and the first paths. */
export interface PathPattern {
  readonly pattern: string
  readonly files: number
  readonly codes: readonly string[]
  readonly examples: readonly string[]
}

/** Files whose names bear one code that belongs to no stated production. That is a question, and no production. */
export interface CodeCluster {
  /** As it stands most often. */
  readonly code: string
  readonly files: number
  readonly episodes: number
  readonly shots: number
  /** Folders with their files, most files first. */
  readonly folders: readonly { readonly path: string; readonly files: number }[]
  /** Days of the first and last visit that saw one of them. */
  readonly firstSeen: string
  readonly lastSeen: string
  /** Words beside the code in names of files, and words in quotes in their texts, most files first. */
  readonly words: readonly string[]
  /** Stated titles that the code may be short for. */
  readonly mayBe: readonly MayBe[]
  readonly exhibits: readonly Exhibit[]
}

/** What paths of a case teach; `isCut` says that a bound of limits.ts was met. */
export interface PathPatterns {
  readonly patterns: readonly PathPattern[]
  readonly clusters: readonly CodeCluster[]
  /** Files whose names follow some pattern, shown or not. */
  readonly files: number
  readonly isCut: boolean
}

interface Parsed {
  readonly exhibit: Exhibit
  readonly name: NameParts
}

/** Files that make a pattern or a cluster. */
const FROM_FILES = 3
/** Segments of a path that one name may spread over: `LNT/s03e07/112_v02`. */
const SEGMENTS = 4
/** Words at one place of a pattern that stand as they are; rarer ones are `{WORD}`. */
const WORDS_KEPT = 8
const EXAMPLES = 3
const CODES_SHOWN = 5
const FOLDERS_SHOWN = 5
const WORDS_SHOWN = 8
const QUOTED = /[《「『“]([^《》「」『』“”\n]{2,60})[》」』”]/gu

/**
 * Learns from the paths of a case how names of files are built, and gathers files whose code belongs to no stated production. Known software and stock stays out. Paths are taken in their
 * order and counted by files, so that equal cases teach the same. Nothing found here becomes a production.
 */
export function pathPatterns(
  exhibits: readonly Exhibit[],
  passages: readonly Passage[],
  productions: readonly Production[],
  shown: { readonly patterns: number; readonly clusters: number } = { patterns: LIMITS.pathPatterns, clusters: LIMITS.pathClusters },
): PathPatterns {
  const material = exhibits.filter((exhibit) => !isNoise(exhibit)).sort((a, b) => compareText(a.path, b.path) || compareText(a.id, b.id))
  const codes = new Set(productions.flatMap((production) => production.codes.map((code) => code.toUpperCase())))
  const parsed = material.slice(0, LIMITS.patternPaths).flatMap((exhibit): Parsed[] => {
    const name = nameInPath(exhibit.path, codes)
    return name === undefined ? [] : [{ exhibit, name }]
  })
  const patterns = patternsOf(parsed)
  const clusters = clustersOf(parsed, productions)
  return {
    patterns: patterns.slice(0, shown.patterns),
    clusters: clusters.slice(0, shown.clusters).map((cluster) => withWords(cluster, passages)),
    files: parsed.length,
    isCut: material.length > LIMITS.patternPaths || patterns.length > shown.patterns || clusters.length > shown.clusters,
  }
}

/** The name of the file, or of the file with the folders above it, whichever first begins with a code and says an episode or shot. */
function nameInPath(path: string, codes: ReadonlySet<string>): NameParts | undefined {
  const segments = path.split(/[/!]/).slice(-SEGMENTS)
  const last = segments.length - 1
  segments[last] = (segments[last] ?? '').replace(/\.[A-Za-z0-9]{1,8}$/, '')
  let bare: NameParts | undefined
  for (let from = last; from >= 0; from--) {
    const name = namePartsOf(segments.slice(from).join('/'), codes)
    if (name?.code !== undefined && !NO_CODES.has(name.code.toUpperCase())) return name
    if (name !== undefined && name.code === undefined) bare ??= name
  }
  return bare
}

function patternsOf(parsed: readonly Parsed[]): PathPattern[] {
  const shapes = new Map<string, Parsed[]>()
  for (const one of parsed) push(shapes, one.name.parts.map(({ kind, text }) => (kind === 'word' ? '{WORD}' : text)).join(''), one)
  const patterns = new Map<string, Parsed[]>()
  for (const [, same] of shapes) {
    const kept = same[0]?.name.parts.map(({ kind }, at) =>
      kind === 'word'
        ? frequent(
            same.map(({ name }) => name.parts[at]?.text ?? ''),
            WORDS_KEPT,
          )
        : undefined,
    )
    for (const one of same) {
      const text = one.name.parts.map((part, at) => (part.kind !== 'word' || kept?.[at]?.has(part.text) ? part.text : '{WORD}')).join('')
      push(patterns, text, one)
    }
  }
  return [...patterns]
    .filter(([, same]) => same.length >= FROM_FILES)
    .map(([pattern, same]) => ({
      pattern,
      files: same.length,
      codes: [
        ...frequent(
          same.flatMap(({ name }) => name.code ?? []),
          CODES_SHOWN,
          1,
        ),
      ],
      examples: same.slice(0, EXAMPLES).map(({ exhibit }) => exhibit.path),
    }))
    .sort((a, b) => b.files - a.files || compareText(a.pattern, b.pattern))
}

function clustersOf(
  parsed: readonly Parsed[],
  productions: readonly Production[],
): (CodeCluster & { readonly named: readonly Parsed[] })[] {
  const stated = new Set(productions.flatMap(({ title, aliases, codes }) => [title, ...aliases, ...codes].map(foldName)))
  const groups = new Map<string, Parsed[]>()
  for (const one of parsed) {
    const { code } = one.name
    if (code !== undefined && !stated.has(foldName(code))) push(groups, code.toUpperCase(), one)
  }
  return [...groups]
    .filter(([, named]) => named.length >= FROM_FILES)
    .map(([code, named]) => {
      const days = daysOf(named)
      return {
        code:
          [
            ...frequent(
              named.flatMap(({ name }) => name.code ?? []),
              1,
              1,
            ),
          ][0] ?? code,
        files: named.length,
        episodes: new Set(named.flatMap(({ name }) => (name.episode === undefined ? [] : `${name.season} ${name.episode}`))).size,
        shots: new Set(named.flatMap(({ name }) => (name.shot === undefined ? [] : `${name.season} ${name.episode} ${name.shot}`))).size,
        folders: counted(named.map(({ exhibit }) => folderOf(exhibit.path)))
          .slice(0, FOLDERS_SHOWN)
          .map(([path, files]) => ({ path, files })),
        firstSeen: days.first,
        lastSeen: days.last,
        words: [],
        mayBe: mayBeShortFor(code, productions),
        exhibits: named.map(({ exhibit }) => exhibit),
        named,
      }
    })
    .sort((a, b) => b.files - a.files || compareText(a.code, b.code))
}

function daysOf(named: readonly Parsed[]): { readonly first: string; readonly last: string } {
  let [first, last] = ['', '']
  for (const { exhibit } of named) {
    if (exhibit.firstSeen !== '' && (first === '' || exhibit.firstSeen < first)) first = exhibit.firstSeen
    if (exhibit.lastSeen > last) last = exhibit.lastSeen
  }
  return { first, last }
}

/** Words of two files or more beside the code, and what stands in quotes in texts of these files. */
function withWords({ named, ...cluster }: CodeCluster & { readonly named: readonly Parsed[] }, passages: readonly Passage[]): CodeCluster {
  const beside = named.flatMap(({ name }) => [
    ...new Set(name.parts.flatMap(({ kind, text }) => (kind === 'word' && [...text].length > 1 ? text : []))),
  ])
  const own = new Set(cluster.exhibits.map(({ id }) => id))
  const quoted = passages.flatMap(({ exhibitId, text }) =>
    own.has(exhibitId) ? [...text.matchAll(QUOTED)].map(([, words = '']) => words.trim()) : [],
  )
  const words = [...counted(beside).filter(([, files]) => files > 1), ...counted(quoted)]
  return { ...cluster, words: [...new Set(words.map(([word]) => word))].filter((word) => word !== '').slice(0, WORDS_SHOWN) }
}

function folderOf(path: string): string {
  const outer = path.split('!')[0] ?? ''
  return path.includes('!') ? outer : outer.slice(0, Math.max(0, outer.lastIndexOf('/')))
}

/** The most frequent texts with at least `from` uses. */
function frequent(texts: readonly string[], most: number, from = FROM_FILES): Set<string> {
  return new Set(
    counted(texts)
      .filter(([, uses]) => uses >= from)
      .slice(0, most)
      .map(([text]) => text),
  )
}

function counted(texts: readonly string[]): [text: string, uses: number][] {
  const uses = new Map<string, number>()
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1)
  return [...uses].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
