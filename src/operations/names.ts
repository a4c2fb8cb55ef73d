import { LIMITS } from '../base/limits.ts'
import { printable } from '../base/printable.ts'
import { type CodeCluster, type PathPatterns, pathPatterns, tiesOf } from '../identify/index.ts'
import type { DismissedMatch, Exhibit, ListVersion, Match, Mention, Party, Passage, Production, Reason } from '../model/index.ts'
import { alsoInWords, besideInWords, type ShownMatch, shownMatches } from '../screen/index.ts'
import type { CaseStore } from '../store/index.ts'
import { listsInWords, listWarnings, type MatchPlace, NO_CLEARANCE, placesOfMatches } from './coverage.ts'
import { flag } from './operation.ts'
import { count } from './terminal.ts'
import { type Rows, view } from './view.ts'

/** Characters of one line about a match: its words come from evidence and lists. */
const LINE_CHARS = 2_000

/** `inbetween names`. */
export const names = view({
  name: 'names',
  summary:
    'Productions and parties that files name, as the words stand, with score, reasons and whether a text, a path, properties or only a template names them; list entries that were near; with --patterns how names in paths are built, and shot codes of no stated production.',
  options: {
    patterns: {
      type: 'boolean',
      summary: 'How names of files are built, with counts and examples, and codes that belong to no stated production.',
    },
  },
  examples: ['inbetween names -C january.case', 'inbetween names --patterns -C january.case'],
  rows: (store, input) => (flag(input, 'patterns') ? patternRows(store) : mentionRows(store)),
})

function mentionRows(store: CaseStore): Rows {
  const mentions = store.all<Mention>('mention')
  const productions = store.all<Production>('production')
  const titles = new Map(productions.map(({ id, title }) => [id, title]))
  const ties = tiesOf(productions, store.all<Party>('party'))
  const data = mentions.map((mention) => ({ ...mention, stated: ties.get(mention.target) ?? [], anchors: [mention.anchor] }))
  const cells = data.map(({ kind, target, targetName, text: words, basis, score, stated, path }) => [
    kind,
    titles.get(target) ?? targetName,
    words,
    basis,
    score.toFixed(2),
    path,
    stated.join('; '),
  ])
  const found = matchesOf(store)
  const { matches, dismissed, near, lists, warnings } = found
  return {
    header: ['kind', 'name', 'as it stands', 'named in', 'score', 'path', 'stated'],
    cells,
    csv: {
      header: ['kind', 'name', 'as it stands', 'named in', 'score', 'path', 'stated', 'list entry', 'reasons'],
      cells: [...cells.map((row, n) => [...row, '', reasonsInWords(data[n]?.reasons ?? [])]), ...matchCells(found)],
    },
    data: { mentions: data, matches, dismissed, near, lists, coverage: NO_CLEARANCE },
    after: [
      ...(data.some(({ basis }) => basis === 'template') ? ['A template says whose form was used, not who ordered the work.'] : []),
      ...matchLines(found),
    ].join('\n'),
    warnings,
  }
}

type Placed<T extends Match> = T & { readonly places: readonly MatchPlace[] }

/** What lists gave, each match with the exhibits in which it stands. */
function matchesOf(store: CaseStore) {
  const placesOf = placesOfMatches(store.all<Exhibit>('exhibit'))
  const placed = <T extends Match>(kind: 'match' | 'near' | 'dismissed') =>
    store.all<T>(kind).map((match): Placed<T> => ({ ...match, places: placesOf(match) }))
  return {
    matches: placed<Match>('match'),
    near: placed<Match>('near'),
    dismissed: placed<DismissedMatch>('dismissed'),
    placesOf,
    lists: store.all<ListVersion>('list'),
    warnings: listWarnings(store),
  }
}

type FoundMatches = ReturnType<typeof matchesOf>

function matchLines({ matches, near, dismissed, placesOf, lists, warnings }: FoundMatches): string[] {
  const shown = shownMatches(matches)
  const line = (match: ShownMatch<Match>) =>
    `  ${match.score.toFixed(2)}  ${match.query}  ~  ${match.entity.name} (${match.entity.id}, list ${match.entity.list}${alsoInWords(match)})  in ${placesInWords(placesOf(match))}: ${mainReason(match.reasons)}`
  const said = [
    `list matches: ${matches.length}${shown.length < matches.length ? ` (lines: ${shown.length}, for what OFAC enters once and two lists hold is one line)` : ''}`,
    ...shown.map(line),
    ...dismissed.map(
      (match) =>
        `  dismissed by ${match.decision.by} on ${match.decision.at.slice(0, 10)}: ${line({ ...match, alsoIn: [] }).trim()}: ${match.decision.reason}`,
    ),
    `near, below the threshold: ${near.length}`,
    ...shownMatches(near).slice(0, 10).map(line),
    `compared with ${listsInWords(lists)}: ${NO_CLEARANCE}`,
    ...warnings.filter(({ code }) => code === 'listed-person-names').map(({ message }) => message),
  ]
  return said.map((words) => printable(words, LINE_CHARS))
}

/** One path, or of a person every exhibit with its fact: `a.txt (the same number); b.txt (the same address)`. */
function placesInWords(places: readonly MatchPlace[]): string {
  if (places.length === 0) return 'what was stated, not in evidence'
  const shown = places.filter(({ facts }, n) => n === 0 || facts.length > 0).map((place) => `${place.path}${factsInWords(place)}`)
  const more = places.length - shown.length
  return `${shown.join('; ')}${more > 0 ? ` and ${count(more)} more` : ''}`
}

function factsInWords({ facts }: MatchPlace): string {
  return facts.length === 0 ? '' : ` (${besideInWords(facts)})`
}

/** The reason that weighs most. */
function mainReason(reasons: readonly Reason[]): string {
  const [first] = [...reasons].sort((a, b) => b.weight - a.weight)
  return first ? `${first.feature}: ${first.detail}` : ''
}

function reasonsInWords(reasons: readonly Reason[]): string {
  return reasons.map(({ feature, detail }) => `${feature}: ${detail}`).join('; ')
}

/** A row of CSV for each match and each exhibit in which it stands. */
function matchCells({ matches, near, dismissed }: FoundMatches): string[][] {
  const rows = (kind: string, of: readonly Placed<Match>[]) =>
    of.flatMap(({ query, entity, score, basis, places, reasons, listVersion }) =>
      (places.length > 0 ? places : [{ path: '', facts: [] }]).map(({ path, facts }) => [
        kind,
        entity.name,
        query,
        basis ?? 'stated',
        score.toFixed(2),
        path,
        '',
        `${entity.id}, list ${entity.list}, version ${listVersion}`,
        `${facts.length === 0 ? '' : `in this file: ${besideInWords(facts)}; `}${reasonsInWords(reasons)}`,
      ]),
    )
  return [...rows('list match', matches), ...rows('dismissed list match', dismissed), ...rows('near list match', near)]
}

function patternRows(store: CaseStore): Rows {
  const found = pathPatterns(store.all<Exhibit>('exhibit'), store.all<Passage>('passage'), store.all<Production>('production'))
  const cells = found.patterns.map(({ pattern, files, codes, examples }) => [files, pattern, codes.join(' '), examples[0] ?? ''])
  const clusters = found.clusters.map(({ exhibits, ...rest }) => ({ ...rest, examples: exhibits.slice(0, 3).map(({ path }) => path) }))
  const warnings = found.isCut
    ? [
        {
          code: 'pattern-limit',
          message: `patterns are cut: ${LIMITS.pathPatterns} patterns, ${LIMITS.pathClusters} codes, ${LIMITS.patternPaths} paths`,
        },
      ]
    : []
  return {
    header: ['files', 'pattern', 'codes', 'for example'],
    cells,
    data: { patterns: found.patterns, clusters, files: found.files },
    after: clustersInWords(found),
    warnings,
  }
}

function clustersInWords({ clusters, files }: PathPatterns): string {
  return [
    `${count(files)} files bear a code of an episode or shot`,
    `codes of no stated production: ${clusters.length}${clusters.length > 0 ? ' (a question: state them in inbetween.yaml, or ask whose they are)' : ''}`,
    ...clusters.map(clusterInWords),
  ].join('\n')
}

function clusterInWords({ code, files, episodes, shots, folders, firstSeen, lastSeen, words, mayBe }: CodeCluster): string {
  const where = folders.map((folder) => `${folder.path || '.'} (${count(folder.files)})`).join(', ')
  const beside = words.length > 0 ? `; beside it: ${words.join(', ')}` : ''
  const perhaps = mayBe.map(({ how }) => `; ${how}?`).join('')
  return printable(
    `  ${code}: ${count(files)} files, ${count(episodes)} episodes, ${count(shots)} shots, ${firstSeen} to ${lastSeen}, no stated production; in ${where}${beside}${perhaps}`,
    600,
  )
}
