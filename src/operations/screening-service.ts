import { LIMITS } from '../base/limits.ts'
import type { ListEntity, ListVersion, Match } from '../model/index.ts'
import { wordsOf } from '../names/index.ts'
import { cutNameWarnings, type SanctionsList, type ScreenQuery, screenNames } from '../screen/index.ts'

/** A question to the service: names of one thing, with what else is known of it. */
export interface ServiceQuestion extends Omit<ScreenQuery, 'name' | 'anchors'> {
  readonly names: readonly string[]
}

/** What answers to one question are wanted. */
export interface ServiceWish {
  /** Names of lists. */
  readonly datasets: ReadonlySet<string>
  /** Score from which an answer is a match. */
  readonly threshold: number
  /** `YYYY-MM-DD`. */
  readonly asOf: string
  /** The entries that are wanted; all, when absent. */
  readonly among?: (entity: ListEntity) => boolean
}

/** Screening as a server offers it: plain data, whatever the protocol. */
export interface ScreeningService {
  readonly lists: readonly ListVersion[]
  /** Matches and what is near, best first, each entry once. A person's name alone is never a match. */
  ask(question: ServiceQuestion, wish: ServiceWish): readonly Match[]
  /** What of a question's names is not compared, in words: names beyond the bound of a query, and all but the beginning of long ones. */
  warningsOf(names: readonly string[]): readonly string[]
  entity(id: string): ListEntity | undefined
  /** Entries of lists of which a name holds every word of a text, or its beginning, in the order of the lists. */
  search(text: string, datasets: ReadonlySet<string>): readonly ListEntity[]
}

/** Where a server listens, and what opens it. */
export interface ServeOptions {
  /** 0 for any that is free. */
  readonly port: number
  readonly token: string
  /** Epoch milliseconds now. */
  readonly now: () => number
}

/** A server that runs. */
export interface Serving {
  /** `http://127.0.0.1:40123`. */
  readonly url: string
  /** Resolves when it has stopped, with the count of requests that it answered. */
  readonly closed: Promise<number>
  readonly close: () => void
}

/** Starts a server for a service; given by the command line, so that operations know no protocol. */
export type Serve = (service: ScreeningService, options: ServeOptions) => Promise<Serving>

/** A service over lists that are held in memory. */
export function screeningService(lists: readonly SanctionsList[]): ScreeningService {
  let entities: ReadonlyMap<string, ListEntity> | undefined
  let folded: readonly { readonly entity: ListEntity; readonly names: readonly string[] }[] | undefined
  return {
    lists: lists.map(({ name, kind, version, entities: count, date }) => ({
      name,
      kind,
      version,
      entities: count,
      ...(date === undefined ? {} : { date }),
    })),
    ask({ names, ...known }, { datasets, threshold, asOf, among }) {
      const queries = names.slice(0, LIMITS.serveNames).map((name) => ({ ...known, name }))
      const { matches, near } = screenNames(
        queries,
        lists.filter(({ name }) => datasets.has(name)),
        { threshold, asOf, ...(among ? { among } : {}) },
      )
      const best = new Map<string, Match>()
      for (const match of [...matches, ...near]) {
        const key = `${match.entity.list}\0${match.entity.id}`
        if ((best.get(key)?.score ?? -1) < match.score) best.set(key, match)
      }
      return [...best.values()].sort((a, b) => b.score - a.score)
    },
    warningsOf(names) {
      const beyond = names.length > LIMITS.serveNames ? [`${LIMITS.serveNames} of ${names.length} names were compared`] : []
      return [...beyond, ...cutNameWarnings(names.slice(0, LIMITS.serveNames)).map(({ message }) => message)]
    },
    entity(id) {
      entities ??= new Map(lists.flatMap(({ entries }) => entries.map((entity) => [entity.id, entity] as const)))
      return entities.get(id)
    },
    search(text, datasets) {
      const words = wordsOf(text)
      if (words.length === 0) return []
      folded ??= lists.flatMap(({ entries }) =>
        entries.map((entity) => ({
          entity,
          names: [entity.name, ...entity.aliases.map(({ name }) => name)].map((name) => ` ${wordsOf(name).join(' ')}`),
        })),
      )
      return folded.flatMap(({ entity, names }) =>
        datasets.has(entity.list) && names.some((name) => words.every((word) => name.includes(` ${word}`))) ? [entity] : [],
      )
    },
  }
}
