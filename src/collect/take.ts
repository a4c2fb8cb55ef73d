import { LIMITS } from '../base/limits.ts'
import type { ListingEntry } from '../model/index.ts'
import { Declined } from './declined.ts'
import type { Taken } from './journal-rows.ts'
import type { SourceFile } from './source.ts'
import type { VisitInput } from './visit.ts'

/** Takes bytes in and says what they were. */
export interface Sink {
  /** Copies a local file. @throws StopListed. */
  readonly takeFile: (location: string | Buffer) => { readonly sha256: string; readonly bytes: number }
  /** Opens what a file over the network is written to, under a key that stays the same when the visit goes on. */
  readonly receive: (key: string) => Receiver
}

/** Bytes that come piece by piece, kept over a crash. */
export interface Receiver {
  /** Bytes held of an earlier try, and what they belong to. */
  readonly held: number
  readonly tags: Tags | undefined
  /** Begins at `from`: 0 throws away what is held. The tags say what the bytes belong to. */
  readonly begin: (from: number, tags: Tags) => void
  readonly write: (chunk: Buffer) => void
  /** Settles the bytes under their hash. @throws StopListed. */
  readonly finish: () => { readonly sha256: string; readonly bytes: number }
  /** Closes and keeps what came so far. */
  readonly pause: () => void
  /** Closes and throws it away. */
  readonly discard: () => void
}

/** By what a server would say that a file is still the same. */
export interface Tags {
  readonly version?: string
  readonly modifiedMs?: number
}

/** Thrown by a sink when the hash of the bytes is on the stop-list: they were not kept. */
export class StopListed extends Error {
  readonly sha256: string

  constructor(sha256: string) {
    super('its hash is on the stop-list: not kept')
    this.sha256 = sha256
  }
}

/** Takes the bytes of one file, going on where an earlier try ended. Undefined: the server says that they are those of `known`. */
export async function takeBytes(input: VisitInput, file: SourceFile, known: ListingEntry | undefined): Promise<Taken | undefined> {
  const { connection, sink } = input
  if (connection.localPath) return sink.takeFile(connection.localPath(file))
  const receiver = sink.receive(file.path)
  try {
    const from = receiver.tags?.version !== undefined || receiver.tags?.modifiedMs !== undefined ? receiver.held : 0
    const fetched = await connection.fetch(file, from, from > 0 ? receiver.tags : known)
    if (fetched === undefined) {
      receiver.discard()
      return undefined
    }
    const { version, modifiedMs, exchange } = fetched
    const tags = { ...(version === undefined ? {} : { version }), ...(modifiedMs === undefined ? {} : { modifiedMs }) }
    const most = Math.min(input.filters?.maxSize ?? LIMITS.fetchBytes, LIMITS.fetchBytes)
    if (fetched.bytes !== undefined && fetched.bytes > most) {
      fetched.body.destroy()
      throw tooLarge(file, most)
    }
    receiver.begin(fetched.from, tags)
    let held = fetched.from
    for await (const chunk of fetched.body as AsyncIterable<Buffer>) {
      held += chunk.length
      if (held > most) {
        fetched.body.destroy()
        throw tooLarge(file, most)
      }
      receiver.write(chunk)
    }
    if (fetched.bytes !== undefined && held !== fetched.bytes)
      throw new Error(`ended early: ${fetched.bytes} bytes announced, ${held} came`)
    const { sha256, bytes } = receiver.finish()
    if (exchange) input.context.record({ ...exchange, sha256, bytes })
    return { sha256, bytes, ...tags }
  } catch (error) {
    if (error instanceof Declined || error instanceof StopListed) receiver.discard()
    else receiver.pause()
    throw error
  }
}

function tooLarge(file: SourceFile, most: number): Declined {
  return new Declined(`larger than ${most} bytes`, { place: file.path, isFinal: true })
}
