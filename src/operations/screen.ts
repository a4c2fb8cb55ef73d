import { InbetweenError } from '../base/errors.ts'
import { visible } from '../base/printable.ts'
import { isoDay } from '../base/time.ts'
import type { Match, MatchDecision } from '../model/index.ts'
import { type Romanisation, romanisations } from '../names/index.ts'
import { listHome, storedNames } from '../pipeline/index.ts'
import { applyDecisions, listedOn, nameBandOf, ofacScore, screenNames } from '../screen/index.ts'
import { addDismissal, DISMISSAL_OPTIONS, dismissalsOf } from './dismissals.ts'
import { eachName } from './each-name.ts'
import { type Operation, text, texts } from './operation.ts'
import { screenPairs } from './screen-pairs.ts'
import { FACT_OPTIONS, queriesOf } from './screen-queries.ts'
import { listsOfCase, screeningLists } from './screening-lists.ts'
import { checkedEncoding } from './table-text.ts'

/** Below this a candidate is not shown even as near. */
const THRESHOLD = 0.85

/** `inbetween screen`. */
export const screen: Operation = {
  name: 'screen',
  summary:
    'Compare names with sanctions lists, with reasons and dates. Needs no case; in one, its sealed lists are compared with too. A similar name is not identity.',
  usage: '<name…, a table (.csv, .tsv, .xlsx: a name column and columns of facts; .txt: a name a line), or ->',
  options: {
    list: {
      type: 'string',
      value: 'DIR',
      multiple: true,
      summary: 'A list to load besides the built-in one: a file, or a folder of its files (formats: docs/screening.md).',
    },
    min: { type: 'string', value: 'SCORE', summary: `Score from which a candidate is a match (default ${THRESHOLD}).` },
    on: { type: 'string', value: 'DATE', summary: 'Day of the deed, YYYY-MM-DD: says whether an entry was listed then.' },
    pairs: {
      type: 'string',
      value: 'CSV',
      summary: 'Compare the two names of each row (columns schema, name1, name2) with each other instead of with lists.',
    },
    encoding: {
      type: 'string',
      value: 'NAME',
      summary:
        'Encoding of tables and of standard input, such as gb18030 or utf-16le. Without it, what is not UTF-8 is told from the bytes, with a warning.',
    },
    ...DISMISSAL_OPTIONS,
    ...FACT_OPTIONS,
    schema: { type: 'string', value: 'KIND', choices: ['Company', 'Organization', 'Person'], summary: 'What the names are.' },
  },
  examples: [
    'inbetween screen "SEK Studio" "Moxing Cartoon"',
    'inbetween screen "Lu Hezheng" --born 1974-04-06 --country CN',
    'inbetween screen vendors.csv --list ./ofac --on 2024-01-17 --json',
  ],
  async run(input, context) {
    const pairs = text(input, 'pairs')
    if (pairs !== undefined) return screenPairs(pairs, checkedEncoding(text(input, 'encoding')))
    const threshold = Number(text(input, 'min') ?? THRESHOLD)
    if (!(threshold > 0 && threshold <= 1)) throw new InbetweenError('IBT-USAGE', '--min: not a number above 0 and at most 1')
    const { queries, warnings: unreadFacts } = await queriesOf(input, context)
    const ofCase = listsOfCase(context)
    const { lists, warnings: brought } = await screeningLists(texts(input, 'list') ?? [], context, ofCase?.lists)
    const today = isoDay(context.effects.now())
    const asOf = text(input, 'on') ?? today
    const versions = new Map(lists.map((list) => [`${list.name}\0${list.version}`, list]))
    const dated = ({ entity, ...match }: Match) => {
      const list = versions.get(`${entity.list}\0${match.listVersion}`)
      return {
        ...match,
        entity,
        listKind: list?.kind ?? ('other' as const),
        listDate: list?.date ?? null,
        listedOnDay: listedOn(entity, asOf),
        listedToday: listedOn(entity, today),
        band: nameBandOf({ entity, ...match }),
        ofacScore: Math.max(...[entity.name, ...entity.aliases.map((alias) => alias.name)].map((one) => ofacScore(match.query, one))),
      }
    }
    const { decisions, warnings: unread } = dismissalsOf(input)
    const all: Match[] = []
    const compared = lists.map(({ name, kind, version, entities }) => ({ name, kind, version, entities }))
    const done = await eachName(queries, context, (query) => {
      const { matches: found, near } = screenNames([query], lists, { threshold, asOf })
      const { open: matches, dismissed } = applyDecisions(found, decisions)
      all.push(...found)
      return {
        query,
        romanisations: romanisations(query.name),
        asOf,
        threshold,
        lists: compared,
        matches: matches.map(dated),
        dismissed: dismissed.map((match) => ({ ...dated(match), decision: match.decision })),
        near: near.map(dated),
      }
    })
    const data = done.rows
    const decided = addDismissal(all, input, context)
    const said =
      decided === undefined
        ? []
        : [`${decided.query} ~ ${decided.entityName} (${decided.entity}): ${decided.verdict}, from the next time on`]
    const warnings = [...done.warnings, ...brought, ...unreadFacts, ...unread]
    const used = new Set([...lists.map(({ name }) => name), ...(texts(input, 'list') ?? []).map((given) => given.split('@')[0])])
    const unused = storedNames(listHome()).filter((name) => !used.has(name))
    const hint = unused.length === 0 ? [] : [`fetched, and not compared with here: ${unused.join(', ')} (--list NAME)`]
    const words = [...data.map((row) => textOf(row)), ...said, ...hint].join('\n\n')
    return { ...(ofCase ? { case: ofCase.id } : {}), data, warnings, text: words, ...(done.exit === undefined ? {} : { exit: done.exit }) }
  },
}

type DatedMatch = Match & {
  readonly listedOnDay: string
  readonly listedToday: string
  readonly listKind: string
  readonly listDate: string | null
  /** The names alone, and how such pairs turned out where the answer is known. */
  readonly band: ReturnType<typeof nameBandOf>
  /** About what OFAC's own search page shows, 0 … 100. */
  readonly ofacScore: number
}

/** What a list is called: only lists of kind sanctions are called so. */
const KIND_WORDS: Readonly<Record<string, string>> = { sanctions: 'sanctions list', export: 'export-control list', other: 'other list' }

/** What `yes` rests on: a list cannot know what was removed after it was made. */
function reachOf({ listedToday, listDate }: DatedMatch): string {
  return listedToday === 'yes' ? ` (as far as a list ${listDate === null ? 'without a date' : `of ${listDate}`} can tell)` : ''
}

/** The band in words: of names, and of nobody's deeds. */
function bandText({ band: { nameScore, low, high, same, pairs, innocentsPer1000 }, entity }: DatedMatch): string {
  const person = entity.schema === 'Person' ? '; that two names are one does not make two bearers one person' : ''
  return (
    `names alone ${nameScore.toFixed(2)}: of pairs that score like this, ${low}–${high} of 100 named one in the public benchmark (${same} of ${pairs}); ` +
    `of 1,000 innocent names ${innocentsPer1000 === 0 ? 'fewer than 1' : innocentsPer1000} had a listed name so like them, and in a case the share is another${person}`
  )
}

function textOf(row: {
  query: { name: string }
  romanisations: readonly Romanisation[]
  asOf: string
  threshold: number
  lists: readonly { name: string; kind: string; version: string; entities: number }[]
  matches: readonly DatedMatch[]
  dismissed: readonly (DatedMatch & { decision: MatchDecision })[]
  near: readonly DatedMatch[]
}): string {
  const lines = [`${row.query.name}: ${row.matches.length} at or above ${row.threshold}, ${row.near.length} near`]
  if (row.romanisations.length > 0)
    lines.push(
      `  in Latin letters: ${row.romanisations.map(({ system, text: latin }) => `${latin} (${system})`).join('; ')}: ways of writing, no sign of who it is`,
    )
  const show = (match: DatedMatch, word: string) => {
    const { entity } = match
    lines.push(
      `  ${word} ${match.score.toFixed(2)}  ${entity.name}  [${KIND_WORDS[match.listKind]} ${entity.list} ${match.listVersion}, ${[entity.id, entity.schema, ...(entity.programs.length > 0 ? [entity.programs.join(' ')] : [])].join(', ')}]`,
      `    listed on ${row.asOf}: ${match.listedOnDay}; today: ${match.listedToday}${reachOf(match)}${entity.listedOn ? `; listed since ${entity.listedOn}` : ''}${entity.delistedOn ? `, delisted ${entity.delistedOn}` : ''}`,
      ...(entity.listings
        ? [`    dated differently by its sources: ${entity.listings.map(({ on, source }) => `${on} (${source})`).join('; ')}`]
        : []),
      `    ${bandText(match)}`,
      `    OFAC's own search page would show about ${match.ofacScore} of 100`,
    )
    for (const { feature, detail, query, candidate, weight } of match.reasons)
      lines.push(
        `    ${weight >= 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)} ${feature}: ${query === '' && candidate === '' ? '' : `${query} ~ ${candidate} `}(${detail})`,
      )
  }
  for (const match of row.matches) show(match, 'match')
  for (const match of row.dismissed) {
    show(match, 'dismissed')
    lines.push(`    dismissed by ${match.decision.by} on ${match.decision.at.slice(0, 10)}: ${match.decision.reason}`)
  }
  for (const match of row.near.slice(0, 5)) show(match, 'near ')
  lines.push(
    `  compared with: ${row.lists.map(({ name, kind, version, entities }) => `${name} (${kind}, version ${version}, ${entities} entries)`).join('; ')}`,
    '  a similar name is not identity; no match is not clearance: it says only that these lists in these versions hold no similar name',
  )
  return lines.map(visible).join('\n')
}
