import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { visible } from '../base/printable.ts'
import { isoDay } from '../base/time.ts'
import { tableBytes } from '../intake/index.ts'
import type { Match } from '../model/index.ts'
import {
  aggregateOwnership,
  blocksOn,
  builtInLists,
  holdingsOfLists,
  holdingsOfTable,
  type NamedHolding,
  type OwnershipAnswer,
  type OwnershipStep,
  ownerKey,
  type SanctionsList,
  screenNames,
} from '../screen/index.ts'
import { broughtLists } from './list-files.ts'
import { type Operation, text, texts } from './operation.ts'

/** A name of the graph that is taken for a listed party, and why. */
interface TakenFor {
  readonly name: string
  readonly entry?: {
    readonly id: string
    readonly name: string
    readonly list: string
    readonly listVersion: string
    readonly score: number
  }
  readonly why: string
}

/** `inbetween owners`. */
export const owners: Operation = {
  name: 'owners',
  summary:
    'The 50 per cent rule over stated shares: who is owned by listed parties, in the aggregate, with the path. Arithmetic, no legal conclusion.',
  usage: '[company…]',
  options: {
    shares: {
      type: 'string',
      value: 'FILE',
      multiple: true,
      summary: 'A table of holdings: columns owner, company, share (CSV or spreadsheet).',
    },
    list: {
      type: 'string',
      value: 'DIR',
      multiple: true,
      summary: 'A list besides the built-in one: a file, a folder, or the name of a fetched list.',
    },
    blocked: {
      type: 'string',
      value: 'NAME',
      multiple: true,
      summary: 'An owner that you say is listed, such as a person told by more than a name.',
    },
    on: { type: 'string', value: 'DATE', summary: 'Day that is asked about, YYYY-MM-DD (default: today).' },
  },
  examples: [
    'inbetween owners --shares holdings.csv',
    'inbetween owners "Qinghe Lane Animation" --shares holdings.csv --list ofac --on 2024-01-17',
  ],
  async run(input, context) {
    const asOf = text(input, 'on') ?? isoDay(context.effects.now())
    const read = await Promise.all((texts(input, 'list') ?? []).map(broughtLists))
    const lists = [...builtInLists(), ...read.flatMap(({ readings }) => readings.flatMap((reading) => reading.lists))]
    const sanctions = lists.filter(({ kind }) => kind === 'sanctions')
    const tables = await Promise.all((texts(input, 'shares') ?? []).map(holdingsIn))
    const stated = tables.flatMap(({ holdings }) => holdings)
    if (stated.length === 0 && input.paths.length === 0)
      throw new InbetweenError('IBT-USAGE', 'owners needs a table of shares or a company', {
        hint: 'inbetween owners --shares holdings.csv',
      })
    const asked = input.paths.length > 0 ? [...input.paths] : [...new Set(stated.map(({ asset }) => asset))]
    const names = [...new Set([...stated.flatMap(({ owner, asset }) => [owner, asset]), ...asked])]
    const { taken, alike } = takenFor(names, texts(input, 'blocked') ?? [], sanctions, asOf)
    const graph = joinedGraph([...stated, ...holdingsOfLists(sanctions)], asked, taken, sanctions, asOf)
    const { answers, warnings } = aggregateOwnership(graph.holdings, graph.listed, graph.parties, graph.nameOf)
    const data = answers.map((answer, i) => ({ ...named(answer, graph.nameOf), party: asked[i] ?? '' }))
    return {
      data: {
        asOf,
        answers: data,
        takenForListed: taken,
        alikeOnly: alike,
        lists: lists.map(({ name, kind, version, entities }) => ({ name, kind, version, entities })),
      },
      warnings: [...read.flatMap((one) => one.warnings), ...tables.flatMap((one) => one.warnings), ...warnings],
      text: [...data.flatMap((row) => answerWords(row, asOf)), ...footWords(taken, alike, lists)].map(visible).join('\n'),
    }
  },
}

async function holdingsIn(place: string) {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new InbetweenError('IBT-NOT-FOUND', 'no such table of shares', { place, hint: 'Check the path.' })
  if (stat.size > LIMITS.tableBytes) throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.tableBytes} bytes`, { place })
  return holdingsOfTable(basename(place), await tableBytes(readFileSync(place), basename(place)))
}

/** Names that are taken for entries of sanctions lists: companies that match, and what the person says. A natural person's name alone is only named as alike. */
function takenFor(
  names: readonly string[],
  blocked: readonly string[],
  lists: readonly SanctionsList[],
  asOf: string,
): { taken: TakenFor[]; alike: TakenFor[] } {
  const taken: TakenFor[] = blocked.map((name) => ({ name, why: 'as stated with --blocked' }))
  const alike: TakenFor[] = []
  const { matches, near } = screenNames(
    names.map((name) => ({ name })),
    lists,
    { asOf },
  )
  const rowOf = ({ query, entity, score, listVersion }: Match, why: string): TakenFor => ({
    name: query,
    entry: { id: entity.id, name: entity.name, list: entity.list, listVersion, score },
    why,
  })
  for (const match of matches) {
    if (taken.some(({ name, entry }) => name === match.query && (entry === undefined || entry.score >= match.score))) continue
    if (blocksOn(match.entity, asOf)) taken.push(rowOf(match, `name matches with ${match.score.toFixed(2)}`))
    else alike.push(rowOf(match, `not blocking on ${asOf}`))
  }
  for (const match of near.filter(({ reasons }) => reasons.some(({ feature }) => feature === 'one-identifier')))
    if (!taken.some(({ name }) => name === match.query))
      alike.push(rowOf(match, 'a person’s name alone: not counted; when it is that person, say --blocked'))
  return { taken, alike }
}

/**
 * The graph by keys. An end that a list states is its entry; a name of the shares is the entry that it is taken for, else only itself: a person whose name alone is alike never meets an entry.
 */
function joinedGraph(
  holdings: readonly NamedHolding[],
  asked: readonly string[],
  taken: readonly TakenFor[],
  lists: readonly SanctionsList[],
  asOf: string,
) {
  const entities = new Map(lists.flatMap(({ entries }) => entries.map((entity) => [entity.id, entity] as const)))
  const entryOf = new Map<string, string>()
  for (const { name, entry } of taken) if (entry && !entryOf.has(ownerKey(name))) entryOf.set(ownerKey(name), entry.id)
  const shown = new Map<string, string>()
  const listed = new Set<string>()
  const keyOf = (name: string, id: string | undefined = entryOf.get(ownerKey(name))) => {
    const entity = id === undefined ? undefined : entities.get(id)
    const key = entity ? `entry ${entity.id}` : ownerKey(name)
    if (entity && blocksOn(entity, asOf)) listed.add(key)
    if (!shown.has(key)) shown.set(key, name)
    return key
  }
  const parties = asked.map((name) => keyOf(name))
  for (const { name, entry } of taken) if (!entry) listed.add(keyOf(name))
  const joined = holdings.map(({ owner, asset, ownerId, assetId, ...rest }) => ({
    ...rest,
    owner: keyOf(owner, ownerId ?? entryOf.get(ownerKey(owner))),
    asset: keyOf(asset, assetId ?? entryOf.get(ownerKey(asset))),
  }))
  return { holdings: joined, listed, parties, nameOf: (key: string) => shown.get(key) ?? key }
}

function named(answer: OwnershipAnswer, name: (key: string) => string): OwnershipAnswer {
  return {
    ...answer,
    party: name(answer.party),
    steps: answer.steps.map((step) => ({ ...step, owner: name(step.owner), asset: name(step.asset) })),
  }
}

const percentWords = ([from, to]: readonly [number, number]) => (from === to ? `${from} %` : `${from} to ${to} %`)

function answerWords({ party, isListed, atLeastHalf, moreThanHalf, percent, steps }: OwnershipAnswer, asOf: string): string[] {
  const verdict = {
    blocked: isListed
      ? 'taken for a listed party itself'
      : 'owned by 50 per cent or more in the aggregate by listed parties, by these shares',
    'may be': 'may be owned by 50 per cent or more: shares that are not stated decide',
    'not by these shares': 'not by these shares',
  }[atLeastHalf]
  const eu = { owned: 'yes, by these shares', 'may be': 'may be', 'not by these shares': 'not by these shares' }[moreThanHalf]
  const step = ({ owner, asset, percent: share, isStated, source }: OwnershipStep) =>
    `    ${owner} holds ${isStated ? percentWords(share) : `an unstated share (${percentWords(share)})`} of ${asset} (${source})`
  return [
    `${party}, on ${asOf}: ${verdict}`,
    `  listed parties hold ${percentWords(percent)} directly or through such entities; more than half (EU, UK): ${eu}; control is not looked at`,
    ...steps.map(step),
  ]
}

function footWords(taken: readonly TakenFor[], alike: readonly TakenFor[], lists: readonly SanctionsList[]): string[] {
  const words = ({ name, entry, why }: TakenFor) =>
    `    ${name}${entry ? ` ~ ${entry.name} (${entry.id}, version ${entry.listVersion})` : ''}: ${why}`
  return [
    ...(taken.length > 0
      ? ['  taken for listed, as if these were the same:', ...taken.map(words)]
      : ['  no owner is taken for a listed party']),
    ...(alike.length > 0 ? ['  alike, and not counted:', ...alike.map(words)] : []),
    `  compared with: ${lists.map(({ name, kind, version, entities }) => `${name} (${kind}, version ${version}, ${entities} entries)`).join('; ')}`,
    '  arithmetic on stated shares of one day: no legal conclusion, and no share stated is not a share of zero',
  ]
}
