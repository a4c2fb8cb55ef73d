import {
  type Match,
  type MatchDecision,
  NO_ROW,
  type OwnershipAnswer,
  type OwnershipPath,
  type Party,
  type TakenForListed,
  type Warning,
} from '../model/index.ts'
import type { SanctionsList } from './list.ts'
import { aggregateOwnership, type Holding } from './ownership.ts'
import { blocksOn, holdingsOfLists, type NamedHolding, ownerKey } from './ownership-graph.ts'
import { screenNames } from './screen-names.ts'
import { doubtWarnings } from './share-doubts.ts'
import { applyDecisions } from './suppress.ts'

/** A question of ownership: about whom, by which shares, compared with which lists, on which day (`YYYY-MM-DD`). */
export interface OwnershipQuestion {
  /** Names of companies that are asked about. */
  readonly asked: readonly string[]
  /** Holdings that people state; those of the lists are added. */
  readonly stated: readonly NamedHolding[]
  /** Only lists of kind `sanctions` begin a path. */
  readonly lists: readonly SanctionsList[]
  readonly asOf: string
  /** Owners that somebody says are listed. */
  readonly blocked?: readonly string[]
  /** Decisions about matches: a name that was dismissed for an entry is not taken for it. */
  readonly decisions?: readonly MatchDecision[]
  /** Score from which a company's name is taken for an entry. */
  readonly threshold?: number
}

/** Answers in the order asked, the names that were taken for listed, and those that are alike and not counted. */
export interface OwnershipFound {
  readonly answers: readonly OwnershipAnswer[]
  readonly taken: readonly TakenForListed[]
  readonly alike: readonly TakenForListed[]
  readonly warnings: readonly Warning[]
}

/**
 * The 50 per cent rule of {@link aggregateOwnership} over names: of the shares that people and lists state. A company whose name matches an entry is taken for it, as if these were the same; a natural person's name alone never is.
 * Statements of lists stand beside those of people, each with its source; where they contradict each other both are kept. Arithmetic on what was stated, and no legal conclusion.
 */
export function ownersOf(question: OwnershipQuestion): OwnershipFound {
  const { asked, stated, asOf } = question
  const lists = question.lists.filter(({ kind }) => kind === 'sanctions')
  const names = [...new Set([...stated.flatMap(({ owner, asset }) => [owner, asset]), ...asked])]
  const { taken, alike } = takenFor(names, lists, question)
  const graph = joinedGraph([...stated, ...holdingsOfLists(lists)], asked, taken, lists, asOf)
  const { answers, warnings } = aggregateOwnership(above(graph.parties, graph.holdings), graph.listed, graph.parties, graph.nameOf)
  const owned = new Set(graph.holdings.map(({ asset }) => asset))
  const known = answers.map((answer) => (answer.isListed || owned.has(answer.party) ? answer : withoutRow(answer)))
  return {
    answers: known.map((answer, i) => ({ ...named(answer, graph.nameOf), party: asked[i] ?? '' })),
    taken,
    alike,
    warnings: [...doubtWarnings(stated.flatMap(({ doubt }) => doubt ?? [])), ...warnings],
  }
}

/** What a case knows of the owners of its parties. */
export interface CaseOwnership {
  readonly parties: readonly Party[]
  readonly stated: readonly NamedHolding[]
  readonly lists: readonly SanctionsList[]
  /** The last day that somebody looked, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly decisions: readonly MatchDecision[]
  readonly threshold: number
}

/**
 * The parties of a case to which a path from listed owners leads that reaches, or by unstated shares may reach, half of them. Persons are owned by nobody, and a party that is itself taken for a listed one is a match and no path.
 * A name that a party bears besides its own is the party in statements of owners too. No finding rests on a path.
 */
export function ownershipPaths({ parties, stated, ...question }: CaseOwnership): {
  readonly paths: readonly OwnershipPath[]
  readonly warnings: readonly Warning[]
} {
  const companies = parties.filter(({ schema }) => schema !== 'Person')
  const nameOf = new Map(companies.flatMap(({ name, aliases }) => aliases.map((alias) => [ownerKey(alias), name] as const)))
  const known = (name: string) => nameOf.get(ownerKey(name)) ?? name
  const holdings = stated.map((holding) => ({ ...holding, owner: known(holding.owner), asset: known(holding.asset) }))
  const { answers, taken, warnings } = ownersOf({ asked: companies.map(({ name }) => name), stated: holdings, ...question })
  const paths = answers.flatMap((answer, i): OwnershipPath[] => {
    const party = companies[i]
    if (
      !party ||
      answer.isListed ||
      answer.atLeastHalf === 'not by these shares' ||
      answer.atLeastHalf === NO_ROW ||
      answer.steps.length === 0
    )
      return []
    const owners = new Set(answer.steps.map(({ owner }) => ownerKey(owner)))
    return [{ ...answer, id: party.id, asOf: question.asOf, taken: taken.filter(({ name }) => owners.has(ownerKey(name))) }]
  })
  return { paths, warnings }
}

/** The holdings that lead to parties, step by step; others change nothing about them. */
function above(parties: readonly string[], holdings: readonly Holding[]): Holding[] {
  const byAsset = new Map<string, Holding[]>()
  for (const holding of holdings) {
    const known = byAsset.get(holding.asset)
    if (known) known.push(holding)
    else byAsset.set(holding.asset, [holding])
  }
  const seen = new Set(parties)
  // A set that is added to while it is walked gives what was added too.
  for (const asset of seen) for (const { owner } of byAsset.get(asset) ?? []) seen.add(owner)
  return [...seen].flatMap((asset) => byAsset.get(asset) ?? [])
}

/** Names that are taken for entries of sanctions lists: companies that match, and what the person says. A natural person's name alone is only named as alike. */
function takenFor(
  names: readonly string[],
  lists: readonly SanctionsList[],
  { asOf, blocked = [], decisions = [], threshold }: OwnershipQuestion,
): { taken: TakenForListed[]; alike: TakenForListed[] } {
  const taken: TakenForListed[] = blocked.map((name) => ({ name, why: 'as stated with --blocked' }))
  const alike: TakenForListed[] = []
  const found = screenNames(
    names.map((name) => ({ name })),
    lists,
    { asOf, ...(threshold === undefined ? {} : { threshold }) },
  )
  const rowOf = ({ query, entity, score, listVersion }: Match, why: string): TakenForListed => {
    const { id, name, list, listedOn } = entity
    return { name: query, entry: { id, name, list, listVersion, score, ...(listedOn === undefined ? {} : { listedOn }) }, why }
  }
  const { open, dismissed } = applyDecisions(found.matches, decisions)
  for (const match of open) {
    if (taken.some(({ name, entry }) => name === match.query && (entry === undefined || entry.score >= match.score))) continue
    if (blocksOn(match.entity, asOf)) taken.push(rowOf(match, `name matches with ${match.score.toFixed(2)}`))
    else alike.push(rowOf(match, `not blocking on ${asOf}`))
  }
  for (const match of dismissed) alike.push(rowOf(match, `dismissed by ${match.decision.by} on ${match.decision.at.slice(0, 10)}`))
  for (const match of found.near.filter(({ reasons }) => reasons.some(({ feature }) => feature === 'one-identifier')))
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
  taken: readonly TakenForListed[],
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

/** No share of zero is said of a company whose owners nobody stated: a misspelt name would read as a clearance. */
function withoutRow(answer: OwnershipAnswer): OwnershipAnswer {
  return { ...answer, atLeastHalf: NO_ROW, moreThanHalf: NO_ROW, percent: [0, 100] }
}

function named(answer: OwnershipAnswer, name: (key: string) => string): OwnershipAnswer {
  return {
    ...answer,
    party: name(answer.party),
    steps: answer.steps.map((step) => ({ ...step, owner: name(step.owner), asset: name(step.asset) })),
  }
}
