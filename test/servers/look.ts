import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Exchange,
  Journal,
  type Place,
  type Receiver,
  type Sink,
  SOURCES,
  type SourceContext,
  takeVisit,
} from '../../src/collect/index.ts'
import type { ListingEntry } from '../../src/model/index.ts'

/** What one visit of a place gave, and what was asked and kept under way. */
export interface Look {
  readonly entries: readonly ListingEntry[]
  readonly problems: readonly { readonly path: string; readonly message: string }[]
  readonly facts: Readonly<Record<string, unknown>>
  readonly exchanges: readonly Exchange[]
  /** Bytes that were kept, by SHA-256. */
  readonly kept: ReadonlyMap<string, Buffer>
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** What a source is given in a test: it keeps in memory what it is told to keep. */
export function contextOf() {
  const kept = new Map<string, Buffer>()
  const exchanges: Exchange[] = []
  const turns = { count: 0 }
  const context: SourceContext = {
    effects: { now: () => 1_704_067_200_000, random: () => new Uint8Array(8), log: () => {} },
    keep(bytes) {
      const hash = sha256(bytes)
      kept.set(hash, Buffer.from(bytes))
      return hash
    },
    keepFile: sha256,
    record: (exchange) => exchanges.push(exchange),
    turn: async () => {
      turns.count++
    },
  }
  return { context, kept, exchanges, turns }
}

/** Takes whole files into memory; what is left in the middle is not kept. */
function inMemory(): Receiver {
  let parts: Buffer[] = []
  return {
    held: 0,
    tags: undefined,
    begin: () => {
      parts = []
    },
    write: (chunk) => parts.push(Buffer.from(chunk)),
    finish: () => ({ sha256: sha256(Buffer.concat(parts)), bytes: Buffer.concat(parts).length }),
    pause: () => {},
    discard: () => {},
  }
}

const sink: Sink = {
  takeFile: (location) => {
    const bytes = readFileSync(location)
    return { sha256: sha256(bytes), bytes: bytes.length }
  },
  receive: inMemory,
}

/** Visits a place from nothing through the source that claims it. */
export async function lookAt(scratch: string, place: Partial<Place> & { readonly url: string }): Promise<Look> {
  const { context, kept, exchanges } = contextOf()
  const source = SOURCES.find(({ claims }) => claims(place.url))
  if (!source) throw new Error(`no source for ${place.url}`)
  const connection = await source.open({ rate: 0, userAgent: 'test', ...place }, context)
  const journal = new Journal(join(mkdtempSync(join(scratch, 'look-')), 'visit.sqlite'))
  const entries: ListingEntry[] = []
  try {
    await takeVisit({
      connection,
      journal,
      context,
      sink,
      previous: [],
      write: (entry) => entries.push(entry),
      writeNotTaken: () => {},
      retryMs: 1,
      confirm: () => Promise.resolve(true),
    })
    const problems = journal.problems(100).map(({ path, message }) => ({ path, message }))
    return { entries, problems, facts: connection.facts, exchanges, kept }
  } finally {
    journal.discard()
    await connection.close()
  }
}
