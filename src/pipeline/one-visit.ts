import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { InbetweenError } from '../base/errors.ts'
import { canonicalJson, sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { isoInstant } from '../base/time.ts'
import {
  type Connection,
  type Exchange,
  Journal,
  mayAskAgain,
  type Place,
  type PlannedVisit,
  type Sink,
  type Source,
  type SourceContext,
  StopListed,
  takeVisit,
  tellNames,
} from '../collect/index.ts'
import { type BlobStore, listingWriter, orderedRowWriter, pathRowWriter, receiverIn, rowsOf } from '../evidence/index.ts'
import type { ListingEntry, NotTaken } from '../model/index.ts'
import { type CaseFolder, TOOL_VERSION } from './case-folder.ts'
import type { Collected, CollectOptions, Progress } from './collect.ts'
import { filtersOf, placeOf, turnsAt } from './place.ts'
import { type SourceConfig, visitRecords } from './visits.ts'

/** A visit that was left unfinished longer than this is sealed as far as it came. */
const STALE_MS = 24 * 3_600_000

interface Looked extends Omit<Collected, 'visits'> {
  readonly payload?: Readonly<Record<string, unknown>>
}

const NOTHING = { read: 0, bytes: 0, notTaken: 0, came: 0, changed: 0, went: 0 }

/** What a look is made of. */
interface Given {
  readonly opened: CaseFolder
  readonly config: SourceConfig
  readonly source: Source
  readonly plan: PlannedVisit
  /** Where the journal of the visit under way lies. */
  readonly folder: string
  readonly progress: Progress
  readonly options: CollectOptions
}

/** One look, from the open journal to the sealed entry. */
export class OneVisit {
  readonly #journal: Journal
  readonly #parts: string
  readonly #id: string
  readonly #startedAt: string
  readonly #isClosing: boolean
  readonly #given: Given

  /** Opens the journal of the look, or that of one that was interrupted. */
  constructor(given: Given) {
    this.#given = given
    const { opened, config, source, plan, folder } = given
    const base = join(folder, `${config.id}${plan.basis === 'stated' ? `-${plan.day}` : ''}`)
    this.#parts = `${base}.parts`
    this.#journal = freshJournal(opened, `${base}.sqlite`, config.id)
    const { effects } = opened
    if (this.#journal.meta('id') === undefined) {
      this.#journal.setMeta('id', Buffer.from(effects.random(8)).toString('hex'))
      this.#journal.setMeta('at', isoInstant(effects.now()))
    } else if (!source.isNetwork) this.#journal.forgetListing()
    this.#id = this.#journal.meta('id') ?? ''
    this.#startedAt = this.#journal.meta('at') ?? ''
    this.#isClosing = source.isNetwork && effects.now() - Date.parse(this.#startedAt) > STALE_MS
  }

  /** Looks, and seals what was seen. `last` is what the visit before committed to. */
  async run(last: Readonly<Record<string, unknown>> | undefined): Promise<Looked> {
    const { opened, config, plan, source } = this.#given
    const place = placeOf(opened, config, plan.url)
    let connection: Connection | undefined
    try {
      const context = this.#context(place)
      connection = this.#isClosing ? this.#closed() : await this.#connect(place, context)
      this.#journal.setMeta('facts', canonicalJson(connection.facts))
      return await this.#look(connection, context, place, last)
    } catch (error) {
      const isUnreachable = source.isNetwork && error instanceof InbetweenError && error.code === 'IBT-UNREACHABLE'
      if (isUnreachable && this.#journal.count('file') === 0) {
        this.#journal.discard()
        return this.#missed(error, place)
      }
      this.#journal.close()
      throw error
    } finally {
      await connection?.close()
    }
  }

  async #connect(place: Place, context: SourceContext): Promise<Connection> {
    const { source, options } = this.#given
    for (let attempt = 1; ; attempt++) {
      try {
        return await source.open(place, context)
      } catch (error) {
        if (!source.isNetwork || !mayAskAgain(error) || attempt >= LIMITS.tries) throw error
        await pause((options.retryMs ?? 2000) * 4 ** (attempt - 1))
      }
    }
  }

  async #look(
    connection: Connection,
    context: SourceContext,
    place: Place,
    last: Readonly<Record<string, unknown>> | undefined,
  ): Promise<Looked> {
    const { opened, config, plan, options, progress } = this.#given
    const journal = this.#journal
    const listing = listingWriter(opened.blobs)
    const absent = pathRowWriter<NotTaken>(opened.blobs)
    const isStatedDays = config.layout === 'day-folders' && plan.basis === 'stated'
    const previous = last === undefined || isStatedDays ? [] : rowsOf<ListingEntry>(opened.blobs, String(last.listing))
    let names: string | undefined
    const done = await takeVisit({
      connection,
      journal,
      context,
      sink: sinkOf(opened.blobs, this.#parts, options.stopList ?? new Set()),
      previous,
      write: listing.add,
      writeNotTaken: absent.add,
      filters: { ...filtersOf(config, opened.effects.now()), ...(options.pathsOnly ? { pathsOnly: true } : {}) },
      ...(options.verifyBytes === undefined ? {} : { verifyBytes: options.verifyBytes }),
      ...(options.retryMs === undefined ? {} : { retryMs: options.retryMs }),
      isClosing: this.#isClosing,
      isCounted: options.isDry === true,
      confirm: async () => {
        names = tellNames(journal, config.names ?? (typeof last?.names === 'string' ? last.names : undefined))
        return this.#isClosing || (options.confirm?.(config, journal.totals(), place) ?? true)
      },
      onFile: (at, total, path) => progress('collect', at, total === 0 ? undefined : total, `${plan.day} ${path}`),
    })
    if (done === undefined) {
      if (options.isDry) journal.discard()
      else journal.close()
      return NOTHING
    }
    const payload = this.#payload(connection, place, {
      listing: listing.finish().sha256,
      entries: done.entries,
      ...(done.notTaken > 0 ? { notTaken: absent.finish().sha256, absent: done.notTaken } : {}),
      ...(names === undefined ? {} : { names }),
    })
    opened.append([{ kind: 'visit', payload }])
    journal.discard()
    rmSync(this.#parts, { recursive: true, force: true })
    const { read, bytesRead, notTaken, came, changed, went } = done
    return { payload, read, bytes: bytesRead, notTaken, came, changed, went }
  }

  /** What the ledger entry commits to. Local visits say no more than they must, so that an unchanged day is a small record. */
  #payload(connection: Connection, place: Place, found: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const { opened, config, plan, source } = this.#given
    const problems = this.#journal.problems(LIMITS.visitProblems).map(({ path, message }) => ({ path, message }))
    const common = {
      visit: this.#id,
      source: config.id,
      at: this.#startedAt,
      day: source.isNetwork ? this.#startedAt.slice(0, 10) : plan.day,
      basis: plan.basis,
      layout: config.layout,
      ...found,
      problems,
      ...(config.origin ? { origin: config.origin } : {}),
    }
    if (!source.isNetwork)
      return Object.keys(connection.facts).length === 0 ? common : { ...common, kind: source.name, facts: connection.facts }
    const exchanges = orderedRowWriter<Exchange>(opened.blobs)
    for (const exchange of this.#journal.exchanges()) exchanges.add(exchange)
    const { address } = connection.facts
    const isOurs = typeof address === 'string' && config.origin === undefined
    return {
      ...common,
      kind: source.name,
      ...asked(opened, config, place),
      until: isoInstant(opened.effects.now()),
      responses: exchanges.finish().sha256,
      facts: connection.facts,
      ...(isOurs
        ? { origin: { address, by: `inbetween ${TOOL_VERSION}`, on: this.#startedAt.slice(0, 10), rating: 'A1', own: true } }
        : {}),
      ...(this.#isClosing ? { unfinished: true } : {}),
    }
  }

  /** A visit at which nobody could look: sealed, so that it is no empty day. */
  #missed(error: InbetweenError, place: Place): Looked {
    const { opened, config } = this.#given
    const missed = `${error.message}${error.place === undefined ? '' : ` (${error.place})`}`
    const at = isoInstant(opened.effects.now())
    const payload = {
      source: config.id,
      at,
      day: at.slice(0, 10),
      basis: 'visit',
      layout: 'plain',
      missed,
      ...asked(opened, config, place),
    }
    opened.append([{ kind: 'visit', payload }])
    return { ...NOTHING, missed }
  }

  /** Stands for a source that is not asked any more. */
  #closed(): Connection {
    const facts = JSON.parse(this.#journal.meta('facts') ?? '{}') as Connection['facts']
    return { facts, list: () => [], fetch: () => Promise.resolve(undefined), close: () => Promise.resolve() }
  }

  #context(place: Place): SourceContext {
    const { opened, options } = this.#given
    return {
      effects: opened.effects,
      keep: (bytes) => (options.isDry ? sha256Hex(bytes) : opened.blobs.take(bytes).sha256),
      keepFile: (path) => (options.isDry ? '' : opened.blobs.takeFile(path).sha256),
      record: (exchange) => this.#journal.addExchange(exchange),
      turn: turnsAt(place.rate),
    }
  }
}

/** What was asked of a network source and on what grounds: part of every visit. */
function asked(opened: CaseFolder, config: SourceConfig, place: Place): Readonly<Record<string, unknown>> {
  const overrides = {
    ...(place.robots ? { robots: place.robots } : {}),
    ...(place.acceptCertificate ? { acceptCertificate: true } : {}),
    ...(place.address === undefined ? {} : { address: place.address }),
    ...(config.userAgent === undefined ? {} : { userAgent: config.userAgent }),
    ...(place.auth ? { login: 'credentials of a file' } : {}),
  }
  return {
    url: place.url,
    legalBasis: config.basis ?? opened.config.case.basis ?? '',
    rate: place.rate,
    ...(Object.keys(overrides).length > 0 ? { overrides } : {}),
  }
}

/** The journal of a visit under way; one whose visit was sealed already, just before a crash, is thrown away. */
function freshJournal(opened: CaseFolder, path: string, sourceId: string): Journal {
  const journal = new Journal(path)
  const id = journal.meta('id')
  if (id === undefined || visitRecords(opened, sourceId).at(-1)?.payload.visit !== id) return journal
  journal.discard()
  return new Journal(path)
}

function sinkOf(blobs: BlobStore, parts: string, stopList: ReadonlySet<string>): Sink {
  return {
    takeFile: (location: string | Buffer) =>
      blobs.takeFile(location, (sha256) => {
        if (stopList.has(sha256)) throw new StopListed(sha256)
      }),
    receive: (key: string) => receiverIn(parts, blobs, stopList, key),
  }
}
